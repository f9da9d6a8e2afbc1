"""Two small plans as a content folder, built whole and in shards."""

import shutil
from contextlib import chdir
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest

from benchmarks.content import write_content
from benchmarks.edits import NOW
from ragsite.commands import Built, Shards, Way, build_shard, build_site, merge_shards
from ragsite.prepare import Prepared
from ragsite.shards.making import KEPT, Wanted
from ragsite.shards.share import read_share
from ragsite.store import Store
from ragsite.write import Written, write_site

MERGED = Path("merged")
WORD = ("committee-pack.docx",)
"""The kind of committee pack that is quickly made."""


class Project:
    """The working folder, in which shards and sites are made as the commands make them."""

    content = Path("content")
    packs: tuple[str, ...] = ()

    def shard(self, name: str, *, now: datetime = NOW) -> Built:
        """Makes a shard such as `2/4` in a folder such as `2-of-4`, over the one that is there."""
        share, out = read_share(name), Path(name.replace("/", "-of-"))
        way = Way(Store(behind=(out / KEPT,)))
        return build_shard(out, Wanted(share, self.content, self.packs), now=now, way=way)

    def shards(self, of: int, *, now: datetime = NOW) -> tuple[Path, ...]:
        """Makes all shards."""
        return tuple(self.shard(f"{number}/{of}", now=now).folder for number in range(1, of + 1))

    def merge(self, *shards: Path, moment: datetime | None = None, way: Way | None = None) -> Built:
        """The site of the shards, in `merged`."""
        given = Shards(shards, self.packs, moment)
        engine = partial(write, packs=self.packs)
        return merge_shards(given, self.content, MERGED, engine=engine, way=way or Way())

    def whole(self, *, now: datetime = NOW) -> Built:
        """The site built at once, in `whole`."""
        engine = partial(write, packs=self.packs)
        return build_site(self.content, Path("whole"), engine=engine, now=now, way=Way())

    def edit(self, name: str, before: str, after: str) -> None:
        """Changes words of a content file."""
        path = self.content / name
        text = path.read_text("utf-8")
        assert before in text
        path.write_text(text.replace(before, after), "utf-8")


def write(folder: Path, prepared: Prepared, *, packs: tuple[str, ...]) -> Written:
    return write_site(prepared, folder, packs=packs)


def told(built: Built) -> Built:
    """What a build told, without where and how long."""
    return replace(built, folder=Path(), seconds=0.0, drawn=None)


def files(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by its path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two plans, and two shards of them. Do not write in it."""
    folder = tmp_path_factory.mktemp("made")
    write_content(folder, items=4, plan_size=2)
    with chdir(folder):
        Project().shards(2)
    return folder


@pytest.fixture
def project(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A copy of the two plans with their two shards, as the working folder."""
    shutil.copytree(made, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return Project()


@pytest.fixture
def shards(project: Project) -> tuple[Path, Path]:
    """The two shards, made at the moment NOW."""
    return Path("1-of-2"), Path("2-of-2")

"""One site by several machines: `build --shard` makes the plans of a part, `merge` makes the site of all parts."""

import logging
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import click

from ragsite import commands
from ragsite.cli import options
from ragsite.cli.ending import content_errors, refusals
from ragsite.cli.telling import progress_for, tell_built, tell_shard
from ragsite.shards.making import KEPT, Wanted
from ragsite.shards.share import Share
from ragsite.store import Store


@click.command()
@options.content
@options.config
@click.option(
    "--site-dir", type=click.Path(path_type=Path), default=Path("site"), show_default=True, help="Folder to write."
)
@options.cache
@options.processes
@options.quiet
@options.strict
@options.moment
@click.argument("shards", nargs=-1, required=True, type=click.Path(path_type=Path))
def merge(config_file: Path, shards: tuple[Path, ...], quiet: bool, moment: datetime | None, **asked: Any) -> None:
    """Build the site of SHARDS: the folders that “ragsite build --shard” made of the same content, all of them."""
    from ragsite.plugin import build, packs_of  # noqa: PLC0415 - only these commands need the engine

    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    store = Store(None if asked.pop("no_cache") else options.CACHE)
    way = commands.Way(store, progress_for(quiet=quiet), asked.pop("processes"))
    given = commands.Shards(shards, packs_of(config_file), moment)
    with content_errors(), refusals():
        built = commands.merge_shards(given, engine=partial(build, config_file, tell=way.tell), way=way, **asked)
    if not quiet:
        tell_built(built)


def make_shard(share: Share, config_file: Path, out: Path, *, quiet: bool, **asked: Any) -> None:
    """What `build --shard` does; the shard of an earlier build that stands in `out` is what it need not make again."""
    from ragsite.plugin import packs_of  # noqa: PLC0415 - only these commands need the engine

    earlier = () if asked.pop("no_cache") else (out / KEPT,)
    wanted = Wanted(share, asked.pop("content"), packs_of(config_file))
    way = commands.Way(Store(behind=earlier), progress_for(quiet=quiet), asked.pop("processes"))
    with content_errors(), refusals():
        built = commands.build_shard(out, wanted, way=way, **asked)
    if not quiet:
        tell_shard(built, str(share))

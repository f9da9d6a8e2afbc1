"""What a shard says of itself: which one it is and all that it was made from, as a file that opens in any editor."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from ragsite.content.folder import plan_folders
from ragsite.one_plan import plan_key
from ragsite.pack.offer import made_by
from ragsite.prepare import frame_key
from ragsite.shards.share import Share, read_share
from ragsite.stamp import installed, program_key

NAME = "shard.json"
SCHEMA_VERSION = 1


@dataclass(frozen=True)
class Origin:
    """What a site, or a shard of it, is made from and with.

    `content` is the path of the content folder as it was named; `installed` Python and every package with its version;
    `packs` the committee packs and what lays them out. `program`, `frame` (the site's own files) and `plans` (by the
    name of their folder) are keys.
    """

    content: str
    installed: tuple[str, ...]
    packs: tuple[str, ...]
    program: str
    frame: str
    plans: Mapping[str, str]


@dataclass(frozen=True)
class Label:
    """Which shard it is, the moment it was made as at, the moments that its records wait for, and its origin."""

    share: Share
    moment: datetime
    waits: tuple[datetime, ...]
    origin: Origin


def origin_of(content: Path, packs: tuple[str, ...]) -> Origin:
    """The origin of a site made here and now from a content folder, with these kinds of committee packs."""
    program = program_key()
    return Origin(
        content=content.as_posix(),
        installed=tuple(installed().split("\n")),
        packs=(*packs, made_by()) if packs else (),
        program=program,
        frame=frame_key(content, program),
        plans={folder.name: plan_key(folder, program) for folder in plan_folders(content)},
    )


def write_label(folder: Path, label: Label) -> None:
    """Writes `shard.json` into a shard."""
    document = {
        "schema_version": SCHEMA_VERSION,
        "shard": str(label.share),
        "moment": label.moment.isoformat(),
        "waits": [moment.isoformat() for moment in label.waits],
        **asdict(label.origin),
    }
    (folder / NAME).write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def read_label(folder: Path) -> Label | None:
    """The label of a shard; None where there is none that can be read."""
    try:
        return _label(json.loads((folder / NAME).read_bytes()))
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return None


def _label(document: dict[str, Any]) -> Label | None:
    if document["schema_version"] != SCHEMA_VERSION:
        return None
    return Label(
        read_share(document["shard"]),
        datetime.fromisoformat(document["moment"]),
        tuple(map(datetime.fromisoformat, document["waits"])),
        Origin(
            content=str(document["content"]),
            installed=tuple(map(str, document["installed"])),
            packs=tuple(map(str, document["packs"])),
            program=str(document["program"]),
            frame=str(document["frame"]),
            plans={str(name): str(key) for name, key in document["plans"].items()},
        ),
    )

"""Options that several commands share, each with the same name and the same words."""

from datetime import datetime
from pathlib import Path

import click

from ragsite import clock
from ragsite.model.moments import read_moment
from ragsite.problems import Unacceptable
from ragsite.processors import processors
from ragsite.shards.share import Share, read_share

CACHE = Path(".ragsite-cache")
"""Where a build keeps plans and pages for the next one."""

content = click.option(
    "--content", type=click.Path(path_type=Path), default=Path("content"), show_default=True, help="Content folder."
)
config = click.option(
    "-f", "--config-file", type=click.Path(path_type=Path), default=Path("mkdocs.yml"), show_default=True,
    help="The engine's settings.",
)  # fmt: skip
out = click.option("-o", "--out", type=click.Path(path_type=Path), required=True, help="Folder to write to.")
now = click.option(
    "--now", callback=lambda *given: _moment(given[2]),
    help="Publish as at this moment (2026-10-06 09:30, by London's clocks) in place of the clock's.",
)  # fmt: skip
moment = click.option(
    "--now", "moment", callback=lambda *given: given[2] and _moment(given[2]),
    help="Publish as at this moment, as “build --now”.  [default: that of the shards]",
)  # fmt: skip
shard = click.option(
    "--shard", metavar="I/N", callback=lambda *given: given[2] and _share(given[2]),
    help="Make one of N parts of the site, for “ragsite merge”.",
)  # fmt: skip
drafts = click.option("--drafts", is_flag=True, help="Show what is not published yet too, marked as DRAFT.")
cache = click.option("--no-cache", is_flag=True, help="Make everything anew, and keep nothing for the next build.")
processes = click.option(
    "--processes", type=click.IntRange(min=1), default=processors, metavar="N",
    help="How many processes share the work at most.  [default: the processors there are]",
)  # fmt: skip
quiet = click.option("--quiet", is_flag=True, help="Say nothing unless something is wrong.")
strict = click.option("--strict", is_flag=True, help="Treat warnings as errors.")


def _moment(text: str | None) -> datetime:
    if text is None:
        return clock.now()
    try:
        return read_moment(text).at
    except Unacceptable as problem:
        raise click.BadParameter(f"{problem.found} {problem.allowed}") from None


def _share(text: str) -> Share:
    try:
        return read_share(text)
    except Unacceptable as problem:
        raise click.BadParameter(f"{problem.found} {problem.allowed}") from None

"""The commands: each reads its arguments, calls one plain function, prints, and sets the exit status."""

import gc
import logging
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import click

from ragsite import commands
from ragsite.clock import today
from ragsite.pack.making import FORMATS, Order
from ragsite.pack.word import TEMPLATE
from ragsite.problems import ContentError, errors_among
from ragsite.progress import Progress, in_lines, on_terminal, silent
from ragsite.refusal import Refused
from ragsite.reporters import REPORTERS
from ragsite.reporters.text import told_by_build
from ragsite.store import Store

CLEAN, ERRORS, BUG = 0, 1, 3
"""Exit status: nothing worse than warnings, errors in the content, a fault of ragsite's own; 2 is wrong usage."""

_content = click.option(
    "--content", type=click.Path(path_type=Path), default=Path("content"), show_default=True, help="Content folder."
)
_config = click.option(
    "-f", "--config-file", type=click.Path(path_type=Path), default=Path("mkdocs.yml"), show_default=True,
    help="The engine's settings.",
)  # fmt: skip
_out = click.option("-o", "--out", type=click.Path(path_type=Path), required=True, help="Folder to write to.")
_strict = click.option("--strict", is_flag=True, help="Treat warnings as errors.")


def main() -> None:
    """Runs a command; whatever escapes it is our fault and is told without a traceback."""
    # A search for garbage after every 700 new records costs a tenth of a build and finds next to nothing.
    gc.set_threshold(50_000, 20, 1000)
    try:
        ragsite()
    except Exception as error:  # noqa: BLE001
        _tell_bug(error)
        sys.exit(BUG)


@click.group()
@click.version_option(package_name="ragsite")
def ragsite() -> None:
    """Publish improvement plans and their progress as a website."""


@ragsite.command()
@_content
@click.option("--format", "form", type=click.Choice(sorted(REPORTERS)), default="text", show_default=True)
@click.option("--as-at", type=click.DateTime(["%Y-%m-%d"]), help="Check as on this day.")
@_strict
@click.argument("path", type=click.Path(path_type=Path), required=False)
def check(content: Path, form: str, as_at: datetime | None, strict: bool, path: Path | None) -> None:
    """Tell every problem in the content (or the content folder PATH), all at once."""
    day = as_at.date() if as_at else today()
    findings = commands.find_problems(path or content, as_at=day, strict=strict)
    click.echo(REPORTERS[form](findings), nl=False)
    sys.exit(ERRORS if errors_among(findings) else CLEAN)


@ragsite.command()
@_content
@_config
@click.option("--site-dir", type=click.Path(path_type=Path), default=Path("site"), show_default=True)
@click.option(
    "--cache", type=click.Path(path_type=Path), default=Path(".ragsite-cache"), show_default=True,
    help="Folder that keeps plans and pages for the next build.",
)  # fmt: skip
@click.option("--no-cache", is_flag=True, help="Make everything anew, and keep nothing.")
@click.option("--quiet", is_flag=True, help="Say nothing unless something is wrong.")
@_strict
def build(config_file: Path, quiet: bool, cache: Path, no_cache: bool, **asked: Any) -> None:
    """Check the content and build the site; the old site stays until the new one is whole."""
    from ragsite.plugin import build as build_with_mkdocs  # noqa: PLC0415 - only this command needs the engine

    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    tell, store = _progress(quiet=quiet), Store(None if no_cache else cache)
    with _content_errors():
        engine = partial(build_with_mkdocs, config_file, tell=tell)
        built = commands.build_site(**asked, engine=engine, as_at=today(), store=store, tell=tell)
    if not quiet:
        _tell_built(built)


@ragsite.command()
@_config
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Where to show the preview.")
def serve(config_file: Path, address: str) -> None:
    """Show the site on this computer, and build it again after every change."""
    from ragsite.plugin import serve as serve_with_mkdocs  # noqa: PLC0415 - only this command needs the engine

    click.echo(f"The preview is at http://{address}/. Press Ctrl and C to stop it.")
    serve_with_mkdocs(config_file, address)


@ragsite.command()
@_content
@_out
def pages(content: Path, out: Path) -> None:
    """Write the same pages as Markdown files with a navigation, for another engine."""
    with _content_errors():
        count = commands.write_articles(content, out, as_at=today())
    click.echo(f"Wrote {count} pages into {out}/.")


@ragsite.command()
@click.option(
    "-o", "--out", type=click.Path(path_type=Path), default=Path("content/.schema"), show_default=True,
    help="Folder to write to.",
)  # fmt: skip
def schema(out: Path) -> None:
    """Write the JSON Schemas with which an editor helps people write the content files."""
    from ragsite.content.schemas import schema_text, schemas  # noqa: PLC0415 - only this command needs them

    out.mkdir(parents=True, exist_ok=True)
    for name, made in schemas().items():
        (out / f"{name}.json").write_text(schema_text(made), encoding="utf-8", newline="\n")
    click.echo(f"Wrote {len(schemas())} schemas into {out}/.")


@ragsite.command()
@_content
@_out
@click.option("--report", help="Which report; without it the latest.")
@click.option("--only", multiple=True, help="“exceptions”, or an item by its id or number; may be given again.")
@click.option("--format", "formats", type=click.Choice(FORMATS), multiple=True, default=FORMATS, show_default=True)
@click.option("--template", type=click.Path(path_type=Path), default=TEMPLATE, help="Your own Word template.")
@click.argument("plan")
def pack(content: Path, out: Path, **asked: Any) -> None:
    """Make the committee pack of PLAN, as PDF and as Word."""
    with _content_errors(), _refusals():
        made = commands.write_pack(content, out, Order(**asked), as_at=today())
    for file in made:
        click.echo(f"Wrote {(out / file.name).as_posix()}, made with {file.by}.")


@ragsite.command()
@_content
@click.option(
    "--since", metavar="REV|REPORT", help="A git revision, or the id of a report; the last commit if left out."
)
@click.option("--format", "form", type=click.Choice(["html", "markdown", "text"]), default="text", show_default=True)
@click.option("--as-at", type=click.DateTime(["%Y-%m-%d"]), help="Check as on this day.")
def diff(content: Path, since: str | None, form: str, as_at: datetime | None) -> None:
    """Tell in words what this change would publish: the sheet for approval."""
    from ragsite.approval.diff import difference  # noqa: PLC0415 - only this command needs it
    from ragsite.approval.formats import FORMATS  # noqa: PLC0415

    with _refusals():
        sheet = difference(content, since=since, as_at=as_at.date() if as_at else today())
    click.echo(FORMATS[form](sheet), nl=False)


@ragsite.group()
def new() -> None:
    """Begin a site, or the next report of a plan."""


@new.command("report")
@_content
@click.argument("plan")
@click.option("--as-at", required=True, help="The date that the report speaks of: 2026-06-30, 2026-06 or 2026/27-Q1.")
def new_report(content: Path, plan: str, as_at: str) -> None:
    """Write the next report of PLAN, pre-filled from the last, for its ratings to be filled in."""
    from ragsite.starter.write import write_report  # noqa: PLC0415 - only this command needs it

    with _refusals():
        written = write_report(content, plan, as_at=as_at)
    click.echo(f"Wrote {written.path.as_posix()}: {written.report.ratings} ratings to fill in.")
    click.echo("“ragsite check” tells which are still to be filled. Take out “publish: false” to publish the report.")


@new.command("site")
@click.argument("folder", type=click.Path(path_type=Path))
def new_site(folder: Path) -> None:
    """Make a small working site in FOLDER, with a made-up plan to put your own in place of."""
    from ragsite.starter.write import write_site  # noqa: PLC0415 - only this command needs it

    with _refusals():
        write_site(folder)
    click.echo(f"Made a site in {folder.as_posix()}. Begin with {(folder / 'README.md').as_posix()}.")


def _tell_built(built: commands.Built) -> None:
    if built.findings:
        click.echo(told_by_build(built.findings))
    pages, drawn = len(built.written.pages), built.written.drawn
    click.echo(f"Built {pages} pages, {drawn} of them drawn anew, into {built.folder}/ in {built.seconds:.1f} seconds.")


def _progress(*, quiet: bool) -> Progress:
    write = partial(click.echo, nl=False, err=True)
    if quiet:
        return silent
    return on_terminal(write, time.monotonic) if sys.stderr.isatty() else in_lines(write)


@contextmanager
def _refusals() -> Iterator[None]:
    """Tells why a command refuses to do what was asked, and stops."""
    try:
        yield
    except Refused as refused:
        click.echo("\n".join([str(refused), *refused.lines]), err=True)
        sys.exit(ERRORS)


@contextmanager
def _content_errors() -> Iterator[None]:
    """Tells findings that stop a command, and stops."""
    try:
        yield
    except ContentError as error:
        click.echo(REPORTERS["text"](error.findings), nl=False, err=True)
        click.echo("Nothing was published: mend the errors first.", err=True)
        sys.exit(ERRORS)


def _tell_bug(error: Exception) -> None:
    if os.environ.get("RAGSITE_TRACEBACK"):
        logging.getLogger("ragsite").exception("The fault in full:", exc_info=error)
    click.echo(
        f"ragsite itself failed ({type(error).__name__}). Nothing was published. This is a fault of the program, not"
        " of your content. Please report it; setting RAGSITE_TRACEBACK=1 shows the details to send.",
        err=True,
    )

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

from ragsite import clock, commands
from ragsite.model.moments import read_moment
from ragsite.pack.making import FORMATS, Order
from ragsite.pack.word import TEMPLATE
from ragsite.problems import ContentError, Unacceptable, errors_among
from ragsite.progress import Progress, in_lines, on_terminal, silent
from ragsite.refusal import Refused
from ragsite.reporters import REPORTERS
from ragsite.reporters.text import told_as_kept_back, told_by_build
from ragsite.store import Store

CLEAN, ERRORS, BUG = 0, 1, 3
"""Exit status: nothing worse than warnings, errors in the content, a fault of ragsite's own; 2 is wrong usage."""

CACHE = Path(".ragsite-cache")
"""Where a build keeps plans and pages for the next one."""

_content = click.option(
    "--content", type=click.Path(path_type=Path), default=Path("content"), show_default=True, help="Content folder."
)
_config = click.option(
    "-f", "--config-file", type=click.Path(path_type=Path), default=Path("mkdocs.yml"), show_default=True,
    help="The engine's settings.",
)  # fmt: skip
_out = click.option("-o", "--out", type=click.Path(path_type=Path), required=True, help="Folder to write to.")
_now = click.option(
    "--now", callback=lambda *given: _moment(given[2]),
    help="Publish as at this moment (2026-10-06 09:30, by London's clocks) in place of the clock's.",
)  # fmt: skip
_drafts = click.option("--drafts", is_flag=True, help="Show what is not published yet too, marked as DRAFT.")
_cache = click.option("--no-cache", is_flag=True, help="Make everything anew, and keep nothing for the next build.")
_quiet = click.option("--quiet", is_flag=True, help="Say nothing unless something is wrong.")
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
@click.option("--built", type=click.Path(path_type=Path), help="Look through this built folder for leaks instead.")
@_strict
@click.argument("path", type=click.Path(path_type=Path), required=False)
@_now
def check(content: Path, form: str, as_at: datetime | None, built: Path | None, now: datetime, **asked: Any) -> None:
    """Tell every problem in the content (or the content folder PATH), all at once."""
    with _content_errors(), _refusals():
        folder, strict = asked["path"] or content, asked["strict"]
        if built:
            checked = commands.find_leaks(folder, built, now=now)
        else:
            checked = commands.find_problems(folder, as_at=(as_at or now).date(), now=now, strict=strict)
    click.echo(REPORTERS[form](checked.findings), nl=False)
    click.echo(told_as_kept_back(checked.kept_back if form == "text" else ()), nl=False)
    sys.exit(ERRORS if errors_among(checked.findings) else CLEAN)


@ragsite.command()
@_content
@_config
@click.option("--site-dir", type=click.Path(path_type=Path), help="Folder of the site.  [default: site, or preview]")
@click.option("--preview", is_flag=True, help="Make a preview that opens by double-click, and a zip file of it.")
@_cache
@_quiet
@_drafts
@_strict
@_now
def build(config_file: Path, site_dir: Path | None, preview: bool, drafts: bool, quiet: bool, **asked: Any) -> None:
    """Check the content and build the site; the old site stays until the new one is whole."""
    from ragsite.plugin import build as build_with_mkdocs  # noqa: PLC0415 - only this command needs the engine

    if drafts and not preview:
        raise click.UsageError("Drafts are never published: “--drafts” goes with “--preview” only.")
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    way = commands.Way(Store(None if asked.pop("no_cache") else CACHE), _progress(quiet=quiet))
    engine = partial(build_with_mkdocs, config_file, tell=way.tell)
    with _content_errors(), _refusals():
        if preview:
            built = commands.build_preview(site_dir=site_dir or Path("preview"), drafts=drafts, **asked)
        else:
            built = commands.build_site(site_dir=site_dir or Path("site"), engine=engine, way=way, **asked)
    if not quiet:
        _tell_built(built)


@ragsite.command()
@click.argument("folder", type=click.Path(path_type=Path))
def verify(folder: Path) -> None:
    """Tell whether FOLDER, a copy of a built site, is whole: each file as its manifest says."""
    from ragsite.built.manifest import differences  # noqa: PLC0415 - only this command needs it

    findings = tuple(differences(folder))
    click.echo(REPORTERS["text"](findings) if findings else f"{folder}/ is whole.\n", nl=False)
    sys.exit(ERRORS if findings else CLEAN)


@ragsite.command()
@_content
@_drafts
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Where to show the preview.")
def serve(content: Path, drafts: bool, address: str) -> None:
    """Show the site on this computer, and show it anew after every change."""
    from ragsite.preview.server import serve as show  # noqa: PLC0415 - only this command needs it

    click.echo(f"The preview is at http://{address}/. Press Ctrl and C to stop it.")
    with _refusals():
        show(content, address, clock.now, drafts=drafts)


@ragsite.command()
@_content
@_out
@_now
def pages(content: Path, out: Path, now: datetime) -> None:
    """Write the same pages as Markdown files with a navigation, for another engine."""
    with _content_errors(), _refusals():
        count = commands.write_articles(content, out, now=now)
    click.echo(f"Wrote {count} pages into {out}/.")


@ragsite.command()
@_content
@click.option("-o", "--out", type=click.Path(path_type=Path), help="Folder to write to.  [default: content/.schema]")
@click.option("--editor", type=click.Choice(["pages-cms", "sveltia"]), help="Settings of a form editor instead.")
def schema(content: Path, out: Path | None, editor: str | None) -> None:
    """Write the JSON Schemas with which an editor helps people write the content files."""
    from ragsite.content.forms.editors import write_settings  # noqa: PLC0415 - only this command needs them
    from ragsite.content.schemas import write_schemas  # noqa: PLC0415

    if editor is None:
        folder = out or content / ".schema"
        click.echo(f"Wrote {write_schemas(folder)} schemas into {folder}/.")
        return
    with _refusals():
        path, forms = write_settings(content, out or Path(), editor=editor)
    click.echo("\n".join([f"Wrote {path.as_posix()}.", *(f"Without a form: {one}" for one in forms.left_out)]))


@ragsite.command()
@_content
@_out
@click.option("--report", help="Which report; without it the latest.")
@click.option("--only", multiple=True, help="“exceptions”, or an item by its id or number; may be given again.")
@click.option("--format", "formats", type=click.Choice(FORMATS), multiple=True, default=FORMATS, show_default=True)
@click.option("--template", type=click.Path(path_type=Path), default=TEMPLATE, help="Your own Word template.")
@_now
@click.argument("plan")
def pack(content: Path, out: Path, now: datetime, **asked: Any) -> None:
    """Make the committee pack of PLAN, as PDF and as Word."""
    with _content_errors(), _refusals():
        made = commands.write_pack(content, out, Order(**asked), now=now)
    for file in made:
        click.echo(f"Wrote {(out / file.name).as_posix()}, made with {file.by}.")


@ragsite.command()
@_content
@click.option(
    "--since", metavar="REV|REPORT", help="A git revision, a report, or “approved”; the last commit if left out."
)
@click.option(
    "--format", "form", type=click.Choice(["docx", "html", "markdown", "text"]), default="text", show_default=True
)
@click.option("-o", "--out", type=click.Path(path_type=Path), help="File to write the sheet into.")
@click.option("--as-at", type=click.DateTime(["%Y-%m-%d"]), help="Check as on this day.")
@_now
def diff(content: Path, since: str | None, form: str, out: Path | None, as_at: datetime | None, now: datetime) -> None:
    """Tell in words what this change would publish: the sheet for approval."""
    from ragsite.approval import formats  # noqa: PLC0415 - only this command needs it
    from ragsite.approval.diff import difference  # noqa: PLC0415

    if form == formats.WORD and not out:
        raise click.UsageError("A Word file needs a name: add “-o sheet.docx”.")
    with _refusals():
        made = formats.written(difference(content, since=since, as_at=(as_at or now).date(), now=now), form)
    if out:
        out.write_bytes(made)
    click.echo(f"Wrote {out.as_posix()}." if out else made.decode("utf-8"), nl=bool(out))


@ragsite.command()
@_content
@click.option("--report", help="Which report; without it the latest.")
@click.option("--by", required=True, metavar="ROLE", help="Who approves it: a role, such as “Director of Education”.")
@_now
@click.argument("plan")
def approve(content: Path, report: str | None, by: str, now: datetime, plan: str) -> None:
    """Record that a report of PLAN is approved as it is written now; a later change makes this void."""
    from ragsite.approval.approve import approve as write_approval  # noqa: PLC0415 - only this command needs it

    with _refusals():
        written = write_approval(content, plan, report=report, by=by, at=now)
    click.echo(f"Wrote {written.path.as_posix()}: report {written.label} is approved by {by}.")
    click.echo(f"Its fingerprint is {written.fingerprint[:12]}. A change of the report makes the approval void.")


@ragsite.command("import")
@_content
@click.option("--mapping", type=click.Path(path_type=Path), help="What is what; else the plan's own, or a proposal.")
@click.option("--plan", default="", help="The id of the plan; without it the mapping's, or one from the file's name.")
@click.option("--report", "reports", multiple=True, help="The period of the figures, such as 2026-03.")
@click.option("--dry-run", "is_dry", is_flag=True, help="Only tell what would change.")
@click.argument("file", type=click.Path(path_type=Path))
def import_tracker(content: Path, file: Path, **asked: Any) -> None:
    """Take the tracker FILE (.xlsx, .xls, .csv, .docx or .html) into the content, and tell everything about it."""
    from ragsite.importers.report import write_report  # noqa: PLC0415 - only this command needs it
    from ragsite.importers.run import Request, import_file  # noqa: PLC0415

    with _content_errors("Nothing was imported: mend the errors first."), _refusals():
        outcome = import_file(Request(file, content, **asked))
    click.echo(write_report(outcome), nl=False)


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


@ragsite.group()
def workbook() -> None:
    """Send a report to the officers as an Excel workbook, and bring it back."""


@workbook.command("export")
@_content
@click.argument("plan")
@click.option("--report", help="The id of the report; the latest if left out.")
@click.option("-o", "--out", type=click.Path(path_type=Path, dir_okay=False), required=True, help="File to write.")
def workbook_export(content: Path, plan: str, report: str | None, out: Path) -> None:
    """Write a workbook of PLAN's report, pre-filled, for officers to fill in."""
    from ragsite.workbook.carry import send  # noqa: PLC0415 - only this command needs it

    with _refusals():
        sent = send(content, plan, report_id=report, out=out)
    click.echo(f"Wrote {out.as_posix()}: the report {sent.label}. “ragsite workbook import” brings it back.")


@workbook.command("import")
@_content
@click.argument("file", type=click.Path(path_type=Path))
def workbook_import(content: Path, file: Path) -> None:
    """Write into the content what officers changed in the workbook FILE."""
    from ragsite.workbook.carry import bring  # noqa: PLC0415 - only this command needs it
    from ragsite.workbook.telling import told  # noqa: PLC0415

    with _refusals():
        brought = bring(content, file)
    click.echo(told(brought), nl=False)


def _moment(text: str | None) -> datetime:
    if text is None:
        return clock.now()
    try:
        return read_moment(text).at
    except Unacceptable as problem:
        raise click.BadParameter(f"{problem.found} {problem.allowed}") from None


def _tell_built(built: commands.Built) -> None:
    if built.findings:
        click.echo(told_by_build(built.findings))
    click.echo(told_as_kept_back(built.kept_back), nl=False)
    anew = "" if built.drawn is None else f", {built.drawn} of them drawn anew,"
    click.echo(f"Built {built.pages} pages{anew} into {built.folder}/ in {built.seconds:.1f} seconds.")


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
def _content_errors(end: str = "Nothing was published: mend the errors first.") -> Iterator[None]:
    """Tells findings that stop a command, says at the `end` what that means, and stops."""
    try:
        yield
    except ContentError as error:
        click.echo(REPORTERS["text"](error.findings), nl=False, err=True)
        click.echo(end, err=True)
        sys.exit(ERRORS)


def _tell_bug(error: Exception) -> None:
    if os.environ.get("RAGSITE_TRACEBACK"):
        logging.getLogger("ragsite").exception("The fault in full:", exc_info=error)
    click.echo(
        f"ragsite itself failed ({type(error).__name__}). Nothing was published. This is a fault of the program, not"
        " of your content. Please report it; setting RAGSITE_TRACEBACK=1 shows the details to send.",
        err=True,
    )

"""Commands that write content: a tracker taken in, the next report, a new site, the officers' workbook."""

from pathlib import Path
from typing import Any

import click

from ragsite.cli import options
from ragsite.cli.ending import content_errors, refusals


@click.command("import")
@options.content
@click.option("--mapping", type=click.Path(path_type=Path), help="What is what; else the plan's own, or a proposal.")
@click.option("--plan", default="", help="The id of the plan; without it the mapping's, or one from the file's name.")
@click.option("--report", "reports", multiple=True, help="The period of the figures, such as 2026-03.")
@click.option("--dry-run", "is_dry", is_flag=True, help="Only tell what would change.")
@click.argument("file", type=click.Path(path_type=Path))
def import_tracker(content: Path, file: Path, **asked: Any) -> None:
    """Take the tracker FILE (.xlsx, .xls, .csv, .docx or .html) into the content, and tell everything about it."""
    from ragsite.importers.report import write_report  # noqa: PLC0415 - only this command needs it
    from ragsite.importers.run import Request, import_file  # noqa: PLC0415

    with content_errors("Nothing was imported: mend the errors first."), refusals():
        outcome = import_file(Request(file, content, **asked))
    click.echo(write_report(outcome), nl=False)


@click.group()
def new() -> None:
    """Begin a site, or the next report of a plan."""


@new.command("report")
@options.content
@click.argument("plan")
@click.option("--as-at", required=True, help="The date that the report speaks of: 2026-06-30, 2026-06 or 2026/27-Q1.")
def new_report(content: Path, plan: str, as_at: str) -> None:
    """Write the next report of PLAN, pre-filled from the last, for its ratings to be filled in."""
    from ragsite.starter.write import write_report  # noqa: PLC0415 - only this command needs it

    with refusals():
        written = write_report(content, plan, as_at=as_at)
    click.echo(f"Wrote {written.path.as_posix()}: {written.report.ratings} ratings to fill in.")
    click.echo("“ragsite check” tells which are still to be filled. Take out “publish: false” to publish the report.")


@new.command("site")
@click.argument("folder", type=click.Path(path_type=Path))
def new_site(folder: Path) -> None:
    """Make a small working site in FOLDER, with a made-up plan to put your own in place of."""
    from ragsite.starter.write import write_site  # noqa: PLC0415 - only this command needs it

    with refusals():
        write_site(folder)
    click.echo(f"Made a site in {folder.as_posix()}. Begin with {(folder / 'README.md').as_posix()}.")


@click.group()
def workbook() -> None:
    """Send a report to the officers as an Excel workbook, and bring it back."""


@workbook.command("export")
@options.content
@click.argument("plan")
@click.option("--report", help="The id of the report; the latest if left out.")
@click.option("-o", "--out", type=click.Path(path_type=Path, dir_okay=False), required=True, help="File to write.")
def workbook_export(content: Path, plan: str, report: str | None, out: Path) -> None:
    """Write a workbook of PLAN's report, pre-filled, for officers to fill in."""
    from ragsite.workbook.carry import send  # noqa: PLC0415 - only this command needs it

    with refusals():
        sent = send(content, plan, report_id=report, out=out)
    click.echo(f"Wrote {out.as_posix()}: the report {sent.label}. “ragsite workbook import” brings it back.")


@workbook.command("import")
@options.content
@click.argument("file", type=click.Path(path_type=Path))
def workbook_import(content: Path, file: Path) -> None:
    """Write into the content what officers changed in the workbook FILE."""
    from ragsite.workbook.carry import bring  # noqa: PLC0415 - only this command needs it
    from ragsite.workbook.telling import told  # noqa: PLC0415

    with refusals():
        brought = bring(content, file)
    click.echo(told(brought), nl=False)

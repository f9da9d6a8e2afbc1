"""Commands for sign-off: what a change would publish, and the record of its approval."""

from datetime import datetime
from pathlib import Path

import click

from ragsite.cli import options
from ragsite.cli.ending import refusals


@click.command()
@options.content
@click.option(
    "--since", metavar="REV|REPORT", help="A git revision, a report, or “approved”; the last commit if left out."
)
@click.option(
    "--format", "form", type=click.Choice(["docx", "html", "markdown", "text"]), default="text", show_default=True
)
@click.option("-o", "--out", type=click.Path(path_type=Path), help="File to write the sheet into.")
@click.option("--as-at", type=click.DateTime(["%Y-%m-%d"]), help="Check as on this day.")
@options.now
def diff(content: Path, since: str | None, form: str, out: Path | None, as_at: datetime | None, now: datetime) -> None:
    """Tell in words what this change would publish: the sheet for approval."""
    from ragsite.approval import formats  # noqa: PLC0415 - only this command needs it
    from ragsite.approval.diff import difference  # noqa: PLC0415

    if form == formats.WORD and not out:
        raise click.UsageError("A Word file needs a name: add “-o sheet.docx”.")
    with refusals():
        made = formats.written(difference(content, since=since, as_at=(as_at or now).date(), now=now), form)
    if out:
        out.write_bytes(made)
    click.echo(f"Wrote {out.as_posix()}." if out else made.decode("utf-8"), nl=bool(out))


@click.command()
@options.content
@click.option("--report", help="Which report; without it the latest.")
@click.option("--by", required=True, metavar="ROLE", help="Who approves it: a role, such as “Director of Education”.")
@options.now
@click.argument("plan")
def approve(content: Path, report: str | None, by: str, now: datetime, plan: str) -> None:
    """Record that a report of PLAN is approved as it is written now; a later change makes this void."""
    from ragsite.approval.approve import approve as write_approval  # noqa: PLC0415 - only this command needs it

    with refusals():
        written = write_approval(content, plan, report=report, by=by, at=now)
    click.echo(f"Wrote {written.path.as_posix()}: report {written.label} is approved by {by}.")
    click.echo(f"Its fingerprint is {written.fingerprint[:12]}. A change of the report makes the approval void.")

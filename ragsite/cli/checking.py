"""Commands that look: at the content, and at what was built of it."""

import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from ragsite import checking
from ragsite.cli import options
from ragsite.cli.ending import CLEAN, ERRORS, content_errors, refusals
from ragsite.problems import errors_among
from ragsite.reporters import REPORTERS
from ragsite.reporters.text import told_as_kept_back


@click.command()
@options.content
@click.option("--format", "form", type=click.Choice(sorted(REPORTERS)), default="text", show_default=True)
@click.option("--as-at", type=click.DateTime(["%Y-%m-%d"]), help="Check as on this day.")
@click.option("--built", type=click.Path(path_type=Path), help="Look through this built folder for leaks instead.")
@options.strict
@click.argument("path", type=click.Path(path_type=Path), required=False)
@options.now
def check(content: Path, form: str, as_at: datetime | None, built: Path | None, now: datetime, **asked: Any) -> None:
    """Tell every problem in the content (or the content folder PATH), all at once."""
    with content_errors(), refusals():
        folder, strict = asked["path"] or content, asked["strict"]
        if built:
            from ragsite.commands import find_leaks  # noqa: PLC0415 - to look at content, nothing need be drawn

            checked = find_leaks(folder, built, now=now)
        else:
            checked = checking.find_problems(folder, as_at=(as_at or now).date(), now=now, strict=strict)
    click.echo(REPORTERS[form](checked.findings), nl=False)
    click.echo(told_as_kept_back(checked.kept_back if form == "text" else ()), nl=False)
    sys.exit(ERRORS if errors_among(checked.findings) else CLEAN)


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
def verify(folder: Path) -> None:
    """Tell whether FOLDER, a copy of a built site, is whole: each file as its manifest says."""
    from ragsite.built.manifest import differences  # noqa: PLC0415 - only this command needs it

    findings = tuple(differences(folder))
    click.echo(REPORTERS["text"](findings) if findings else f"{folder}/ is whole.\n", nl=False)
    sys.exit(ERRORS if findings else CLEAN)

"""Commands that check, build and show the site, and look at what was built."""

import logging
import sys
import time
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import click

from ragsite import clock, commands
from ragsite.cli import options
from ragsite.cli.ending import CLEAN, ERRORS, content_errors, refusals
from ragsite.problems import errors_among
from ragsite.progress import Progress, in_lines, on_terminal, silent
from ragsite.reporters import REPORTERS
from ragsite.reporters.text import told_as_kept_back, told_by_build
from ragsite.store import Store

CACHE = Path(".ragsite-cache")
"""Where a build keeps plans and pages for the next one."""


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
            checked = commands.find_leaks(folder, built, now=now)
        else:
            checked = commands.find_problems(folder, as_at=(as_at or now).date(), now=now, strict=strict)
    click.echo(REPORTERS[form](checked.findings), nl=False)
    click.echo(told_as_kept_back(checked.kept_back if form == "text" else ()), nl=False)
    sys.exit(ERRORS if errors_among(checked.findings) else CLEAN)


@click.command()
@options.content
@options.config
@click.option("--site-dir", type=click.Path(path_type=Path), help="Folder of the site.  [default: site, or preview]")
@click.option("--preview", is_flag=True, help="Make a preview that opens by double-click, and a zip file of it.")
@options.cache
@options.processes
@options.quiet
@options.drafts
@options.strict
@options.now
def build(config_file: Path, site_dir: Path | None, preview: bool, drafts: bool, quiet: bool, **asked: Any) -> None:
    """Check the content and build the site; the old site stays until the new one is whole."""
    from ragsite.plugin import build as build_with_mkdocs  # noqa: PLC0415 - only this command needs the engine

    if drafts and not preview:
        raise click.UsageError("Drafts are never published: “--drafts” goes with “--preview” only.")
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    store = Store(None if asked.pop("no_cache") else CACHE)
    way = commands.Way(store, _progress(quiet=quiet), asked.pop("processes"))
    engine = partial(build_with_mkdocs, config_file, tell=way.tell)
    with content_errors(), refusals():
        if preview:
            built = commands.build_preview(site_dir=site_dir or Path("preview"), drafts=drafts, **asked)
        else:
            built = commands.build_site(site_dir=site_dir or Path("site"), engine=engine, way=way, **asked)
    if not quiet:
        _tell_built(built)


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
def verify(folder: Path) -> None:
    """Tell whether FOLDER, a copy of a built site, is whole: each file as its manifest says."""
    from ragsite.built.manifest import differences  # noqa: PLC0415 - only this command needs it

    findings = tuple(differences(folder))
    click.echo(REPORTERS["text"](findings) if findings else f"{folder}/ is whole.\n", nl=False)
    sys.exit(ERRORS if findings else CLEAN)


@click.command()
@options.content
@options.drafts
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Where to show the preview.")
@click.option("-f", "--config-file", expose_value=False, help="Taken as by build; a preview needs no engine.")
def serve(content: Path, drafts: bool, address: str) -> None:
    """Show the site on this computer, and show it anew after every change."""
    from ragsite.preview.server import serve as show  # noqa: PLC0415 - only this command needs it

    click.echo(f"The preview is at http://{address}/. Press Ctrl and C to stop it.")
    with refusals():
        show(content, address, clock.now, drafts=drafts)


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

"""What a build tells the person who started it: how far it is, and what it did."""

import sys
import time
from functools import partial

import click

from ragsite import commands
from ragsite.progress import Progress, in_lines, on_terminal, silent
from ragsite.reporters.text import told_as_kept_back, told_by_build


def tell_built(built: commands.Built) -> None:
    """What a build did."""
    click.echo(_told(built, f"Built {built.pages} pages"), nl=False)


def tell_shard(built: commands.Built, name: str) -> None:
    """What the build of the shard of a name such as `2/4` did."""
    click.echo(_told(built, f"Made shard {name} with {built.pages} pages"), nl=False)
    click.echo("“ragsite merge” makes the site of all shards.")


def _told(built: commands.Built, done: str) -> str:
    found = f"{told_by_build(built.findings)}\n" if built.findings else ""
    anew = "" if built.drawn is None else f", {built.drawn} of them drawn anew,"
    where = f"into {built.folder}/ in {built.seconds:.1f} seconds."
    return f"{found}{told_as_kept_back(built.kept_back)}{done}{anew} {where}\n"


def progress_for(*, quiet: bool) -> Progress:
    """Who hears how far long work is: a bar on a terminal, lines in a log, nobody where it shall be quiet."""
    write = partial(click.echo, nl=False, err=True)
    if quiet:
        return silent
    return on_terminal(write, time.monotonic) if sys.stderr.isatty() else in_lines(write)

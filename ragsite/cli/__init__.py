"""The commands: each reads its arguments, calls one plain function, prints, and sets the exit status."""

import gc
import sys

import click

from ragsite.cli import approving, editing, papers, publishing, sharding
from ragsite.cli.ending import BUG, tell_bug

COMMANDS = (
    publishing.check,
    publishing.build,
    sharding.merge,
    publishing.serve,
    publishing.verify,
    approving.diff,
    approving.approve,
    editing.import_tracker,
    editing.new,
    editing.workbook,
    papers.pack,
    papers.pages,
    papers.schema,
)


def main() -> None:
    """Runs a command; whatever escapes it is our fault and is told without a traceback."""
    # A search for garbage after every 700 new records costs a tenth of a build and finds next to nothing.
    gc.set_threshold(50_000, 20, 1000)
    try:
        ragsite()
    except Exception as error:  # noqa: BLE001
        tell_bug(error)
        sys.exit(BUG)


@click.group(commands=COMMANDS)
@click.version_option(package_name="ragsite")
def ragsite() -> None:
    """Publish improvement plans and their progress as a website."""

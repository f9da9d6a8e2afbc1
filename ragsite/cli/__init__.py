"""The commands: each reads its arguments, calls one plain function, prints, and sets the exit status."""

import gc
import sys
from importlib import import_module

import click

from ragsite.cli.ending import BUG, tell_bug

COMMANDS = {
    "approve": "approving:approve",
    "build": "publishing:build",
    "check": "checking:check",
    "diff": "approving:diff",
    "import": "editing:import_tracker",
    "merge": "sharding:merge",
    "new": "editing:new",
    "pack": "papers:pack",
    "pages": "papers:pages",
    "schema": "papers:schema",
    "serve": "publishing:serve",
    "verify": "checking:verify",
    "workbook": "editing:workbook",
}
"""Where each command stands, as the module in this package and the name in it."""


class OnDemand(click.Group):
    """Commands that are loaded when they are asked for: most need much that the others do not."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - as click asks
        """The names of all commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of this name; None where there is none."""
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].partition(":")
        command: click.Command = getattr(import_module(f"ragsite.cli.{module}"), name)
        return command


def main() -> None:
    """Runs a command; whatever escapes it is our fault and is told without a traceback."""
    # A search for garbage after every 700 new records costs a tenth of a build and finds next to nothing.
    gc.set_threshold(50_000, 20, 1000)
    try:
        ragsite()
    except Exception as error:  # noqa: BLE001
        tell_bug(error)
        sys.exit(BUG)


@click.group(cls=OnDemand)
@click.version_option(package_name="ragsite")
def ragsite() -> None:
    """Publish improvement plans and their progress as a website."""

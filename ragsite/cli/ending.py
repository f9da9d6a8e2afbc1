"""How a command ends: its exit status, and what is told when it cannot do what was asked."""

import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from ragsite.problems import ContentError
from ragsite.refusal import Refused
from ragsite.reporters import REPORTERS

CLEAN, ERRORS, BUG = 0, 1, 3
"""Exit status: nothing worse than warnings, errors in the content, a fault of ragsite's own; 2 is wrong usage."""


@contextmanager
def refusals() -> Iterator[None]:
    """Tells why a command refuses to do what was asked, and stops."""
    try:
        yield
    except Refused as refused:
        click.echo("\n".join([str(refused), *refused.lines]), err=True)
        sys.exit(ERRORS)


@contextmanager
def content_errors(end: str = "Nothing was published: mend the errors first.") -> Iterator[None]:
    """Tells findings that stop a command, says at the `end` what that means, and stops."""
    try:
        yield
    except ContentError as error:
        click.echo(REPORTERS["text"](error.findings), nl=False, err=True)
        click.echo(end, err=True)
        sys.exit(ERRORS)


def tell_bug(error: Exception) -> None:
    if os.environ.get("RAGSITE_TRACEBACK"):
        logging.getLogger("ragsite").exception("The fault in full:", exc_info=error)
    click.echo(
        f"ragsite itself failed ({type(error).__name__}). Nothing was published. This is a fault of the program, not"
        " of your content. Please report it; setting RAGSITE_TRACEBACK=1 shows the details to send.",
        err=True,
    )

"""Command lines that people and CI read: whether `ragsite` would take them as they stand."""

import re
import shlex
from collections.abc import Iterator

import click

from ragsite.cli import ragsite

END = re.compile(r"\s(?:\||\|\||&&|>|>>|;)\s")
"""Where another command, or a file for what is printed, begins."""

VALUES = {"$SHARD": "2", "$OF": "4", "$CI_NODE_INDEX": "2", "$CI_NODE_TOTAL": "4"}
"""Of variables of CI whose value a command looks at."""


def command_lines(script: str) -> Iterator[str]:
    """Each call of `ragsite` in a shell script, without what follows it."""
    for line in script.replace("\\\n", " ").splitlines():
        found = re.search(r"(?:^|[\s/])ragsite (?P<rest>.+)", line)
        if found and not line.lstrip().startswith("#"):
            yield f"ragsite {END.split(found['rest'], maxsplit=1)[0].strip()}"


def why_not(line: str) -> str:
    """Why `ragsite` would refuse the command line as such; empty where it takes it."""
    for name, value in VALUES.items():
        line = line.replace(name, value)
    words = shlex.split(line)[1:]
    command: click.Command = ragsite
    try:
        while isinstance(command, click.Group):
            name = words.pop(0) if words else ""
            found = command.get_command(click.Context(command), name)
            if found is None:
                return f"there is no command “{name}”"
            command = found
        command.make_context("ragsite", words)
    except click.UsageError as error:
        return error.format_message()
    return ""

"""Commands that write the site in another form: pages for another engine, schemas, committee packs."""

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from ragsite import commands
from ragsite.cli import options
from ragsite.cli.ending import content_errors, refusals
from ragsite.pack.making import FORMATS, Order
from ragsite.pack.word import TEMPLATE


@click.command()
@options.content
@options.out
@options.now
def pages(content: Path, out: Path, now: datetime) -> None:
    """Write the same pages as Markdown files with a navigation, for another engine."""
    with content_errors(), refusals():
        count = commands.write_articles(content, out, now=now)
    click.echo(f"Wrote {count} pages into {out}/.")


@click.command()
@options.content
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
    with refusals():
        path, forms = write_settings(content, out or Path(), editor=editor)
    click.echo("\n".join([f"Wrote {path.as_posix()}.", *(f"Without a form: {one}" for one in forms.left_out)]))


@click.command()
@options.content
@options.out
@click.option("--report", help="Which report; without it the latest.")
@click.option("--only", multiple=True, help="“exceptions”, or an item by its id or number; may be given again.")
@click.option("--format", "formats", type=click.Choice(FORMATS), multiple=True, default=FORMATS, show_default=True)
@click.option("--template", type=click.Path(path_type=Path), default=TEMPLATE, help="Your own Word template.")
@options.now
@click.argument("plan")
def pack(content: Path, out: Path, now: datetime, **asked: Any) -> None:
    """Make the committee pack of PLAN, as PDF and as Word."""
    with content_errors(), refusals():
        made = commands.write_pack(content, out, Order(**asked), now=now)
    for file in made:
        click.echo(f"Wrote {(out / file.name).as_posix()}, made with {file.by}.")

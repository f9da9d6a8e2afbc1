"""Commands that build and show the site."""

import logging
from functools import partial
from pathlib import Path
from typing import Any

import click

from ragsite import clock, commands
from ragsite.cli import options, sharding
from ragsite.cli.ending import content_errors, refusals
from ragsite.cli.telling import progress_for, tell_built
from ragsite.store import Store


@click.command()
@options.content
@options.config
@click.option("--site-dir", type=click.Path(path_type=Path), help="Folder to write.  [default: site, preview or shard]")
@click.option("--preview", is_flag=True, help="Make a preview that opens by double-click, and a zip file of it.")
@options.shard
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
    if share := asked.pop("shard"):
        if preview:
            raise click.UsageError("A preview is made whole: “--shard” does not go with “--preview”.")
        sharding.make_shard(share, config_file, site_dir or Path("shard"), quiet=quiet, **asked)
        return
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    store = Store(None if asked.pop("no_cache") else options.CACHE)
    way = commands.Way(store, progress_for(quiet=quiet), asked.pop("processes"))
    engine = partial(build_with_mkdocs, config_file, tell=way.tell)
    with content_errors(), refusals():
        if preview:
            built = commands.build_preview(site_dir=site_dir or Path("preview"), drafts=drafts, **asked)
        else:
            built = commands.build_site(site_dir=site_dir or Path("site"), engine=engine, way=way, **asked)
    if not quiet:
        tell_built(built)


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

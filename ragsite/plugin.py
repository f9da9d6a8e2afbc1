"""The thin seam to MkDocs: its events call pure functions, and its build and preview serve our commands."""

import logging
from functools import partial
from pathlib import Path
from typing import Any, Literal

from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.config.config_options import Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel

from ragsite import clock
from ragsite.checks import check
from ragsite.checks.published import public_findings
from ragsite.content.folder import read_site
from ragsite.output import OutputFile, output_files
from ragsite.pack.offer import WRITERS, available
from ragsite.problems import errors_among
from ragsite.publish import PublicSite, publish
from ragsite.render import THEME, environment
from ragsite.search_index import SearchIndexError, index_site

log = get_plugin_logger("ragsite")


class RagsiteConfig(Config):
    """What mkdocs.yml may set: the content folder, and whether a search index and committee packs are made."""

    content = Type(str, default="content")
    search = Type(bool, default=True)
    packs = Type(bool, default=False)


class RagsitePlugin(BasePlugin[RagsiteConfig]):
    """Adds every file of the public site to a MkDocs build."""

    is_preview = False
    prepared: PublicSite | None = None
    """The site to publish when our own command has read and checked it already."""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002
        """Notes whether this is a preview."""
        self.is_preview = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Leaves out the parent theme's own pages: ours are drawn by our own shell."""
        config.theme.static_templates = set()
        return config

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Puts the site's files in place of the parent theme's assets."""
        if self.is_preview:
            environment.cache_clear()
        public = self.prepared or checked_site(_beside(config, self.config.content))
        kept = [file for file in files if file.src_dir == config.docs_dir]
        made = output_files(public, packs=self._packs())
        return Files([*kept, *(_VirtualFile(file, config) for file in made)])

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Makes the search index from the built pages; a preview does without."""
        if not self.config.search or self.is_preview:
            return
        try:
            index_site(Path(config.site_dir))
        except SearchIndexError as error:
            raise PluginError(str(error)) from error

    def _packs(self) -> tuple[str, ...]:
        """The committee packs to make: those that are asked for and can be made here; a preview has none."""
        if not self.config.packs or self.is_preview:
            return ()
        names = available()
        if len(names) < len(WRITERS):
            log.info("Some committee packs are left out: the extra “exporters” of ragsite is not installed.")
        return names

    def on_serve(self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:  # noqa: ARG002
        """Builds again when the content or the theme changes."""
        server.watch(str(_beside(config, self.config.content)))
        server.watch(str(THEME))
        return server


class _VirtualFile(File):
    """A file of the site that is made when it is written, so that a large site is never held in memory whole."""

    def __init__(self, file: OutputFile, config: MkDocsConfig) -> None:
        super().__init__(file.path, None, config.site_dir, config.use_directory_urls, inclusion=InclusionLevel.INCLUDED)
        self.generated_by = "ragsite"
        self._made = file

    def copy_file(self, dirty: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002
        path = Path(self.abs_dest_path)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(self._made.make())


def checked_site(content: Path) -> PublicSite:
    """The public site of a content folder; findings are logged, and errors stop the build."""
    reading = read_site(content)
    findings = check(reading, as_at=clock.today())
    for finding in findings:
        level = logging.ERROR if finding.is_error else logging.INFO
        log.log(level, "%s: %s: %s %s", finding.location, finding.code, finding.message, finding.fix)
    if errors_among(findings) or reading.site is None:
        raise PluginError(f"The content has {len(errors_among(findings))} errors. Mend them and build again.")
    return publish(reading.site, partial(public_findings, found=findings), now=clock.now())


def build(config_file: Path, site_dir: Path, public: PublicSite) -> None:
    """Builds a site that was read and checked already, through MkDocs, into `site_dir`."""
    config = load_config(config_file=str(config_file), site_dir=str(site_dir))
    plugin = config.plugins["ragsite"]
    if not isinstance(plugin, RagsitePlugin):
        raise PluginError(f"{config_file} does not use the plugin “ragsite”.")
    plugin.prepared = public
    config.plugins.on_startup(command="build", dirty=False)
    try:
        mkdocs_build.build(config)
    finally:
        config.plugins.on_shutdown()


def _beside(config: MkDocsConfig, name: str) -> Path:
    """A folder named in mkdocs.yml, which stands beside that file; relative to here where it can be."""
    folder = Path(config.config_file_path).parent / name
    return folder.relative_to(Path.cwd()) if folder.is_relative_to(Path.cwd()) else folder

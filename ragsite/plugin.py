"""The thin seam to MkDocs: its events call pure functions, and its build and preview serve our commands."""

import logging
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
from mkdocs.structure.files import Files

from ragsite import clock
from ragsite.built.sought import Sought, look_for
from ragsite.built.whole import finish
from ragsite.pack.offer import WRITERS, available
from ragsite.prepare import Prepared, prepare
from ragsite.problems import ContentError, Finding, errors_among
from ragsite.progress import Progress, silent
from ragsite.render import THEME, environment
from ragsite.search_index import SearchIndexError, put_index
from ragsite.store import Store
from ragsite.write import Written, write_site

log = get_plugin_logger("ragsite")


class RagsiteConfig(Config):
    """What mkdocs.yml may set: the content folder, whether a search index and committee packs are made, the cache.

    `cache` is the folder in which plans and pages are kept for the next build; without a name nothing is kept.
    """

    content = Type(str, default="content")
    search = Type(bool, default=True)
    packs = Type(bool, default=False)
    cache = Type(str, default=".ragsite-cache")


class RagsitePlugin(BasePlugin[RagsiteConfig]):
    """Adds every file of the public site to a MkDocs build."""

    is_preview = False
    prepared: Prepared | None = None
    """The site to publish when our own command has read and checked it already, and looks at the folder itself."""
    own: Prepared | None = None
    """The site that this plugin read and checked by itself."""
    tell: Progress = staticmethod(silent)
    """Hears how far the work is."""
    written: Written | None = None
    """What the last build wrote."""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002
        """Notes whether this is a preview, which keeps what it read for the next build."""
        self.is_preview = command == "serve"
        self.store: Store | None = None

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Leaves out the parent theme's own pages: ours are drawn by our own shell."""
        config.theme.static_templates = set()
        return config

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Reads and checks the content before anything is built; the parent theme's assets are left out."""
        if self.is_preview:
            environment.cache_clear()
        self.own = None
        if self.prepared is None:
            self.store = self.store or Store(_beside(config, self.config.cache) if self.config.cache else None)
            self.own = checked_site(_beside(config, self.config.content), self.store)
        return Files([file for file in files if file.src_dir == config.docs_dir])

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Writes the site, which takes the engine's page loop no time, indexes its pages, and looks it through.

        A preview does without the index, and is not looked through. Our own command looks through what it builds.
        """
        prepared = self.prepared or self.own
        if prepared is None:
            return
        folder, is_final = Path(config.site_dir), not self.is_preview
        sought = look_for(self.own) if self.own and is_final else None
        self.written = write_site(prepared, folder, packs=self.packs(), tell=self.tell)
        if self.config.search and is_final:
            self._index(folder, prepared)
        if self.own and sought:
            _finish(folder, (self.own, sought), self.written)

    def _index(self, folder: Path, prepared: Prepared) -> None:
        self.tell("Making the search index", 0, 1)
        try:
            put_index(folder, prepared.store, program=prepared.program)
        except SearchIndexError as error:
            if self.prepared:
                raise
            raise PluginError(str(error)) from error
        self.tell("Making the search index", 1, 1)

    def packs(self) -> tuple[str, ...]:
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


def checked_site(content: Path, store: Store) -> Prepared:
    """A content folder that was read and checked; findings are logged, and errors stop the build."""
    prepared = prepare(content, now=clock.now(), store=store)
    _log(prepared.findings)
    if errors := errors_among(prepared.findings):
        raise PluginError(f"The content has {len(errors)} errors. Mend them and build again.")
    return prepared


def _log(findings: tuple[Finding, ...]) -> None:
    for finding in findings:
        level = logging.ERROR if finding.is_error else logging.INFO
        log.log(level, "%s: %s: %s %s", finding.location, finding.code, finding.message, finding.fix)


def _finish(folder: Path, site: tuple[Prepared, Sought], written: Written) -> None:
    try:
        finish(folder, *site, expected=written.files)
    except ContentError as error:
        _log(error.findings)
        raise PluginError("The built site cannot be published. Do not copy it anywhere.") from error


def build(config_file: Path, site_dir: Path, prepared: Prepared, *, tell: Progress = silent) -> Written:
    """Builds a site that was read and checked already, through MkDocs, into `site_dir`."""
    config = load_config(config_file=str(config_file), site_dir=str(site_dir))
    plugin = _plugin(config)
    plugin.prepared, plugin.tell = prepared, tell
    config.plugins.on_startup(command="build", dirty=False)
    try:
        mkdocs_build.build(config)
    finally:
        config.plugins.on_shutdown()
        # MkDocs hands the same plugin to the next build of this process.
        plugin.prepared, plugin.tell = None, silent
    return plugin.written or Written((), 0)


def packs_of(config_file: Path) -> tuple[str, ...]:
    """The names of the committee packs that a build with these settings makes."""
    return _plugin(load_config(config_file=str(config_file))).packs()


def _plugin(config: MkDocsConfig) -> RagsitePlugin:
    plugin = config.plugins.get("ragsite")
    if not isinstance(plugin, RagsitePlugin):
        raise PluginError(f"{config.config_file_path} does not use the plugin “ragsite”.")
    return plugin


def _beside(config: MkDocsConfig, name: str) -> Path:
    """A folder named in mkdocs.yml, which stands beside that file; relative to here where it can be."""
    folder = Path(config.config_file_path).parent / name
    return folder.relative_to(Path.cwd()) if folder.is_relative_to(Path.cwd()) else folder

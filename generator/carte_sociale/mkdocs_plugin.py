"""The only module that knows MkDocs: prose is read by it, and `mkdocs build` and `mkdocs serve` drive our build.

MkDocs 1.6.1 has had no release since August 2024 and MkDocs 2 drops plugins: a later move is this one file.
`mkdocs build` empties its output first, so the plugin gives it a folder of its own and puts ours in place of the old
site only when it is whole.
"""

import errno
import logging
import os
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

from mkdocs.config import load_config
from mkdocs.config.base import Config as PluginConfig
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import get_files
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page

from carte_sociale.building import build_site
from carte_sociale.model.prose import Prose
from carte_sociale.problems import Gravite
from carte_sociale.rendering.places import theme_folder
from carte_sociale.reports import one_line

log = logging.getLogger("mkdocs.plugins.carte-sociale")


def read_prose(racine: Path) -> tuple[Prose, ...]:
    """Return every prose page of `content/`, its Markdown rendered as `mkdocs.yml` says. No file is written.

    OSError where one cannot be read as text.
    """
    theme = {"name": None, "custom_dir": str(theme_folder() / "mkdocs")}
    config = load_config(str(racine / "mkdocs.yml"), plugins=[], docs_dir=str(racine / "content"), theme=theme)
    files = get_files(config)
    files.add_files_from_theme(config.theme.get_env(), config)
    get_navigation(files, config)
    pages = [file.page for file in sorted(files.documentation_pages(), key=lambda f: f.src_uri)]
    for page in pages:
        if page is not None:
            _refuse_what_is_no_text(page.file.abs_src_path, page.file.src_uri)
            page.read_source(config)
            page.render(config, files)
    return tuple(_prose(page) for page in pages if page is not None)


def _refuse_what_is_no_text(path: str | None, name: str) -> None:
    """Raise an OSError that names the page; MkDocs itself writes to the terminal, and leaves a traceback."""
    try:
        Path(path or name).read_bytes().decode()
    except UnicodeDecodeError as error:
        raise OSError(errno.EILSEQ, os.strerror(errno.EILSEQ), name) from error


def _prose(page: Page) -> Prose:
    langue, _, chemin = page.file.src_uri.removesuffix(".md").partition("/")
    title = page.meta.get("titre") or page.title or chemin
    return Prose(langue, chemin, str(title), str(page.meta.get("description", "")), page.content or "")


class _NoOptions(PluginConfig):  # type: ignore[no-untyped-call]
    """The plugin has none: `content/_data/editeur.yml` says what there is to say."""


class CarteSocialePlugin(BasePlugin[_NoOptions]):  # type: ignore[no-untyped-call]
    """Builds the whole site around the prose that MkDocs renders."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Keep the true output folder aside: MkDocs empties the one it is given."""
        self._sortie = Path(config.site_dir)
        self._brouillon = tempfile.TemporaryDirectory(prefix="carte-sociale-")
        config.site_dir = self._brouillon.name
        return config

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Gather the prose as MkDocs renders it."""
        self._prose.append(_prose(page))
        return output

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Start a new gathering (`mkdocs serve` builds many times)."""
        self._prose: list[Prose] = []

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write our site over the old one; with errors in the records, say them all and leave the old one."""
        racine = Path(config.config_file_path).parent
        prose = tuple(sorted(self._prose, key=lambda p: (p.langue, p.chemin)))
        construction = build_site(racine, self._sortie, lambda: prose, date.today())
        for problem in construction.problemes:
            level = logging.ERROR if problem.gravite is Gravite.ERREUR else logging.INFO
            log.log(level, "%s", one_line(problem, "fr"))
        if construction.refusee:
            raise Abort("Site non construit : l'ancien reste en place.")

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """Serve our folder, and watch the records and the theme too."""
        racine = Path(config.config_file_path).parent
        server.root = str(self._sortie)
        for folder in ("organisations", "theme"):
            server.watch(str(racine / folder))
        return server

"""MkDocs, kept in this process: all pages with their gaps once, and then one page again when it changed.

What it makes is the stencil that a build fills in (besluiten/0010); a test holds the two together.
"""

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build, get_context
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, ConfigurationError

from leidraad.editions.engine.engine_log import BROKEN_SHELL, mistakes
from leidraad.editions.engine.jinja_log import in_template

_LOG = "mkdocs"
_LINE = re.compile(r"line (\d+), column \d+(?!.*line \d+)", re.S)  # the last it names is where it went wrong
_PLACED = re.compile(r"(?:docs/|mkdocs\.yml)[^:\s]*:")


class NotMadeError(Exception):
    """The pages could not be made; the message says what the engine said, in Dutch."""


class _Lines(logging.Handler):
    """Keeps what the engine says, as its command prints it."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(f"{record.levelname} -  {record.getMessage()}")


@contextmanager
def _heard() -> Iterator[list[str]]:
    """Give the list in which everything stands that the engine says within the block, and nobody else hears."""
    lines, log = _Lines(), logging.getLogger(_LOG)
    before, log.propagate = log.propagate, False
    log.addHandler(lines)
    try:
        yield lines.said
    finally:
        log.removeHandler(lines)
        log.propagate = before


def _why(error: BaseException, said: list[str], project: Path) -> str:
    """Return what kept the engine from its work, each mistake on a line with its place."""
    if isinstance(error, ConfigurationError):
        line = _LINE.search(str(error))
        return f"mkdocs.yml{f':{line[1]}' if line else ''}: {BROKEN_SHELL}"
    if told := in_template(error):
        return told
    lines = [line if _PLACED.match(line) else f"mkdocs.yml: {line}" for line in mistakes("\n".join(said), project)]
    return "\n".join(lines) or f"mkdocs.yml: hiermee zijn geen pagina's te maken ({error})"


class Workshop:
    """The pages of a project with gaps in them; `told` is what the engine found wrong with each."""

    def __init__(self, project: Path, folder: Path) -> None:
        """Build all of it in a folder; NotMadeError when that cannot be."""
        self._project, self.folder = project, folder
        with _heard() as said:
            try:
                self._config = load_config(str(project / "mkdocs.yml"), site_dir=str(folder))
                self._config.plugins.events["nav"].append(self._keep_nav)
                self._config.plugins.events["env"].append(self._keep_env)
                build(self._config)
            except (Exception, Abort, SystemExit) as error:
                raise NotMadeError(_why(error, said, project)) from error
        self.told = mistakes("\n".join(said), project)
        self._env.auto_reload = True  # a template of the theme may change too
        pages = self._files.documentation_pages()
        self._pages = {file.dest_uri: file.page for file in pages}
        self._sources = {file.src_uri: file.page for file in pages}

    def _keep_nav(self, nav: Any, *, files: Any, **_: Any) -> None:
        self._nav, self._files = nav, files

    def _keep_env(self, env: Any, **_: Any) -> None:
        self._env = env

    def knows(self, source: str) -> bool:
        """True for the source of a page of its own, such as bronnen.md."""
        return source in self._sources

    def sources(self) -> list[str]:
        """Return the source of every page."""
        return list(self._sources)

    def read_again(self, source: str) -> list[str]:
        """Take a page as it is now; return what is wrong with it, and keep it as it was when there is something."""
        page = self._sources[source]
        plugins, given = self._config.plugins, {"config": self._config, "files": self._files}
        before = dict(vars(page))
        with _heard() as said:
            try:
                page = plugins.on_pre_page(page, **given)
                page.read_source(self._config)
                page.markdown = plugins.on_page_markdown(page.markdown or "", page=page, **given)
                page.render(self._config, self._files)
                page.content = plugins.on_page_content(page.content or "", page=page, **given)
            except Exception as error:
                said.append(f"ERROR -  docs/{source}: {error}")
        told = mistakes("\n".join(said), self._project)
        if told:
            vars(page).update(before)
        return told

    def html(self, path: str) -> str | None:
        """Return a page with its gaps, in the theme as it is now; nothing where there is no page."""
        page = self._pages.get(path)
        if page is None:
            return None
        config, plugins = self._config, self._config.plugins
        page.active = True
        try:
            context = get_context(self._nav, self._files.documentation_pages(), config, page)
            template = self._env.get_template(page.meta.get("template", "main.html"))
            context = plugins.on_page_context(context, page=page, config=config, nav=self._nav)
            return str(plugins.on_post_page(template.render(context), page=page, config=config))
        finally:
            page.active = False

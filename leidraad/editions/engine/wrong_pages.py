"""docs/, thema/, mkdocs.yml → what the engine would refuse in them, in its words, without running it: quick enough.

What a look at the text finds in order is taken for it; the rest goes through Jinja or Python-Markdown, as the engine
does.
"""

import json
import posixpath
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import yaml

from leidraad.editions.engine.engine_log import AS_PAGES, BROKEN_SHELL, as_problem, mistakes
from leidraad.editions.engine.jinja_log import in_dutch, no_name
from leidraad.editions.here import BESIDE_PACKAGE
from leidraad.model.reading import memory
from leidraad.model.use.pages import Pages
from leidraad.model.yaml.problem import Place, Problem
from leidraad.model.yaml.reader import Reader
from leidraad.model.yaml.yaml_faults import LOADER

_NAME = "paginas"
_FORMS = Path("docs", "_vormen")
_MACHINE = Path(__file__).parents[2]
_OPENS = re.compile(r"\{[{%]")
_CALL = re.compile(r'\{\{ ?(\w+)\(((?:"[^"\\]*"(?:, (?="))?)*)\) ?\}\}')
_WORD = re.compile(r'"([^"]*)"')
# What the plug-in hands to every page; what is in it does not matter here.
_GIVEN = ("page", "config", "files", "navigation", "environment", "extra", "plugin", "git")
# What MkDocs hands to a template of thema/, and what Jinja knows everywhere in one.
_IN_THEME = frozenset(
    ("page", "nav", "config", "base_url", "extra_css", "extra_javascript", "mkdocs_version", "build_date_utc", "pages")
) | {"loop", "super", "self", "caller", "varargs", "kwargs"}
_FILTERS = ("url", "script_tag")  # of MkDocs
_NO_TEXT = re.compile(r"^(```|~~~).*?^\1|(`+)(?!`).*?(?<!`)\2(?!`)|<!--.*?-->", re.M | re.S)
_LINK = re.compile(r"\]\(\s*<?([^()\s>]+)|^ {0,3}(\[[^\]]+\]):\s+<?([^\s>]+)", re.M)
_ID = re.compile(r"""\{:?[^{}\n]*#([\w.:-]+)|\b(?:id|name)=["']([^"']+)""")


def wrong_pages(project: Path, pages: Pages, folder: Path | None = None) -> list[Problem]:
    """Return what is wrong in the pages of a project; what was found in the same ones is remembered in a `folder`."""
    docs = project / "docs"
    key = b""
    if folder:
        machine = [path for stage in ("model", "render", "editions") for path in (_MACHINE / stage).rglob("*.py")]
        names = sorted(path.relative_to(docs).as_posix() for path in docs.rglob("*.*"))
        sources = [project / "mkdocs.yml", *_theme_files(project), *sorted(machine)]
        key = memory.digest(sources, names, sorted(pages.texts.items()))
    content = memory.kept(folder / _NAME, key) if folder else None
    if content is None:
        told = [*_shell(project, pages), *_theme(project), *_unreadable(project, pages), *_pages(project, pages)]
        if folder and key:
            memory.keep(
                folder / _NAME, key, json.dumps([(*one.place, one.message, one.check) for one in told]).encode()
            )
        return told
    return [Problem(Place(file, line, column), *said) for file, line, column, *said in json.loads(content)]


def _shell(project: Path, pages: Pages) -> Iterator[Problem]:
    """Yield what is wrong with mkdocs.yml: it cannot be read, or its menu names what is not there."""
    path = project / "mkdocs.yml"
    try:
        yaml.compose(path.read_bytes() if path.exists() else b"", Loader=LOADER)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        yield Problem(Place("mkdocs.yml", line), BROKEN_SHELL, "pagina")
    for page in sorted((pages.menu or frozenset()) - pages.files):
        if not urlsplit(page).scheme and not (project / "docs" / page).is_file():
            said = f"A reference to '{page}' is included in the 'nav' configuration"
            yield from map(as_problem, mistakes(said, project))


def _theme_files(project: Path) -> list[Path]:
    return sorted((project / "thema").rglob("*.html"))


def _theme(project: Path) -> Iterator[Problem]:
    """Yield what is written wrong in a template of thema/, and each name in it that nothing is known of."""
    from jinja2 import Environment, TemplateSyntaxError, nodes

    made, trees = Environment(), dict[Path, nodes.Template]()  # noqa: S701  # it fills nothing in
    made.filters |= dict.fromkeys(_FILTERS, str)
    for path in _theme_files(project):
        text = path.read_text("utf-8", errors="replace")
        try:
            trees[path] = made.parse(text)
            made.compile(text)
        except TemplateSyntaxError as error:
            told = in_dutch(error.message or "") or "dit sjabloon is zo niet te lezen"
            yield Problem(Place(path.relative_to(project).as_posix(), error.lineno), told, "pagina")
    names = [(path, name) for path, tree in trees.items() for name in tree.find_all(nodes.Name)]
    known = _IN_THEME | made.globals.keys() | {name.name for _, name in names if name.ctx != "load"}
    for path, name in names:
        if name.name not in known:
            place = Place(path.relative_to(project).as_posix(), name.lineno)
            yield Problem(place, no_name(name.name, path), "pagina")


def _unreadable(project: Path, pages: Pages) -> Iterator[Problem]:
    for file, text in pages.texts.items():
        if "\ufffd" in text:
            reader = Reader(file)
            reader.decode((project / file).read_bytes())
            yield from reader.problems


def _pages(project: Path, pages: Pages) -> Iterator[Problem]:
    made = _Pages(project, pages)
    for name in sorted(pages.files):
        made.of(name)
    yield from map(as_problem, mistakes("\n".join([*made.said, *_links(project, made)]), project))


class _Pages:
    """The text of each page, with nothing in the place of its calls; `said` is what the engine would say of them."""

    def __init__(self, project: Path, pages: Pages) -> None:
        self._project, self._pages = project, pages
        self._texts: dict[str, str] = {}
        self.said: list[str] = []
        self._render: Callable[[str, Any], str] | None = None

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(self._texts.items())

    def of(self, name: str) -> str | None:
        """Return the text of a page, or None where there is none."""
        if name not in self._texts and name in self._pages.files:
            text = self._pages.texts[f"docs/{name}"]
            self._texts[name] = text if _is_plain(text) else self._rendered(name, text)
        return self._texts.get(name)

    def _rendered(self, name: str, text: str) -> str:
        """Return a page as Jinja makes it; what it cannot make is said as the plug-in says it."""
        from mkdocs.utils.meta import get_data

        self._render = self._render or _renderer(self._project)
        body, meta = get_data(text)
        try:
            return self._render(body, meta)
        except Exception as error:  # whatever a page makes of it: the plug-in catches all too
            from mkdocs.config.defaults import MkDocsConfig
            from mkdocs.structure.files import File
            from mkdocs.structure.pages import Page
            from mkdocs_macros.errors import format_error

            page = Page(None, File(name, "", "", use_directory_urls=True), MkDocsConfig())
            self.said.append(f"WARNING -  [macros] - ERROR {format_error(error, body, page)}")
            return body


def _is_plain(text: str) -> bool:
    """True for a page of which every brace opens a call with words alone, that can be made."""
    from leidraad.render.registry import refused

    calls = _CALL.findall(text)
    return len(calls) == len(_OPENS.findall(text)) and not any(
        refused(name, tuple(_WORD.findall(words)), {}) for name, words in calls
    )


def _renderer(project: Path) -> Callable[[str, Any], str]:
    """Return what makes the text of a page, as the plug-in does by mkdocs.yml, with nothing in the place of a call."""
    from jinja2 import ChainableUndefined, FileSystemLoader, StrictUndefined

    from leidraad.render.registry import FRAGMENTS, VALUES, refused

    def stub(name: str) -> Callable[..., str]:
        def call(*args: Any, **values: Any) -> str:
            if reason := refused(name, args, values):
                raise KeyError(reason)
            return ""

        return call

    loader = FileSystemLoader([project / _FORMS, BESIDE_PACKAGE.parent / _FORMS])
    made = AS_PAGES.overlay(loader=loader, undefined=StrictUndefined)
    given = {name: ChainableUndefined(name=name) for name in _GIVEN}
    made.globals = {**made.globals, **given, **{name: stub(name) for name in (*FRAGMENTS, *VALUES)}}
    return lambda text, meta: made.from_string(text).render(**meta)


def _links(project: Path, made: _Pages) -> Iterator[str]:
    """Yield, as the engine does, each link of the pages that leads nowhere."""
    for name, whole in [*made]:
        text = _NO_TEXT.sub("", whole) if "](" in whole or "]:" in whole else ""
        for match in _LINK.finditer(text):
            target = match[1] or match[3]
            is_used = not match[2] or text.count(match[2]) > 1
            if is_used and not _leads(project, made, name, target):
                yield f"Doc file '{name}' contains a link '{target}'"


def _leads(project: Path, made: _Pages, name: str, target: str) -> bool:
    parts = urlsplit(target)
    if parts.scheme or parts.netloc:
        return True
    if target.startswith(("/", "\\")):
        return False
    path = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(parts.path))) if parts.path else name
    text = made.of(path)
    if text is None or not parts.fragment:
        return (project / "docs" / path).is_file()
    return any(parts.fragment in ids for ids in _ID.findall(text)) or parts.fragment in _ids_in(text)


def _ids_in(text: str) -> set[str]:
    """Return the ids that Python-Markdown gives to a page, by its headings too: it takes time, and is seldom asked."""
    from markdown import markdown

    html = markdown(text, extensions=["toc", "tables", "fenced_code", "attr_list", "md_in_html"])
    return {id_ for ids in _ID.findall(html) for id_ in ids}

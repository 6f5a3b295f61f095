"""docs/ and mkdocs.yml beside framework/ → the pages, the menu, and what the pages name."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from leidraad.model.kinds import KINDS
from leidraad.model.types.base import Naar
from leidraad.model.use.pages import CALLS, EVERY_WORD, SHOWS, SLOT, Called, Pages
from leidraad.model.yaml.problem import place_in
from leidraad.model.yaml.yaml_faults import LOADER

_CALL = re.compile(r"\{\{\s*(\w+)\(([^{}]*)\)\s*\}\}")
_WORD = re.compile(r'"([^"]*)"\s*(?=[,)]|$)')
_FORM = re.compile(r'\{%\s*set id = "([^"]*)"\s*%\}.*?\{%\s*include "([a-z-]+)\.md"\s*%\}')
_LINK = re.compile(r"\(leidraad:([a-z]+)/([a-z0-9-]+)\)")
_LINKED = frozenset(kind.name for kind in KINDS if kind.of == "kern" and kind.address)


def pages_beside(framework: Path) -> Pages | None:
    """Return what the pages beside a framework folder say; None where there are no pages."""
    docs = framework.parent / "docs"
    if not docs.is_dir():
        return None
    files = {path.relative_to(docs).as_posix(): path for path in sorted(docs.rglob("*.md"))}
    # Of a page that is not UTF-8 the engine says so.
    texts = {f"docs/{name}": path.read_bytes().decode("utf-8", errors="replace") for name, path in files.items()}
    called = tuple(one for file, text in texts.items() for one in _called(file, text))
    pages = frozenset(name for name in files if not name.startswith("_"))
    return Pages(pages, _menu(framework.parent / "mkdocs.yml"), called, texts)


def _called(file: str, text: str) -> Iterator[Called]:
    """Yield what a page names."""
    for match in _CALL.finditer(text):
        name = match[1]
        if name in SHOWS:
            yield Called(SHOWS[name], Naar(SLOT), place_in(file, text, match.start(1)))
        for index, word in enumerate(_WORD.finditer(match[2])) if name in CALLS else ():
            if name in EVERY_WORD or (index == 0 and not match[2][: word.start()].strip()):
                yield Called(word[1], CALLS[name], place_in(file, text, match.start(2) + word.start(1)))
    for match in _FORM.finditer(text):
        yield Called(match[1], Naar(match[2]), place_in(file, text, match.start(1)))
    for match in _LINK.finditer(text):
        if match[1] in _LINKED:
            yield Called(match[2], Naar(match[1]), place_in(file, text, match.start(2)))


def _menu(path: Path) -> frozenset[str] | None:
    """Return the pages that the menu names; None where it cannot be read, which the engine says."""
    try:
        shell = yaml.compose(path.read_bytes(), Loader=LOADER)
    except (OSError, yaml.YAMLError):
        return None
    entries = {key.value: value for key, value in shell.value} if isinstance(shell, yaml.MappingNode) else {}
    return frozenset(_ends(entries["nav"])) if "nav" in entries else None


def _ends(node: Any) -> Iterator[str]:
    """Yield every value at the end of a branch of the menu."""
    if isinstance(node, yaml.ScalarNode):
        yield node.value
    elif isinstance(node, yaml.SequenceNode):
        for child in node.value:
            yield from _ends(child)
    else:
        for _, child in node.value:
            yield from _ends(child)

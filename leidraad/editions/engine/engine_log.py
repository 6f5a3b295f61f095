"""What MkDocs or Zensical printed about the pages → lines in Dutch, each with its page."""

import re
from collections.abc import Iterator

from leidraad.model.yaml.problem import did_you_mean
from leidraad.render.registry import FRAGMENTS, VALUES

_MACRO = re.compile(r"_File_: `([^`]+)`\s+(?:_Line (\d+)[^\n]*_[: ]*)?\**_?(\w+)?_?\**:? ?([^\n]*)")
_LINK = re.compile(r"Doc file '([^']+)' contains (?:a link|an absolute link|an unrecognized relative link) '([^']*)'")
_IN_MENU = re.compile(r"A reference to '([^']+)' is included in the 'nav' configuration")
_UNDEFINED = re.compile(r"'(\w+)' is undefined")
_OTHER = re.compile(r"^(?:WARNING|ERROR)\s+-\s+(?!\[macros\] - ERROR)(.*)$", re.M)


def explain(log: str) -> list[str]:
    """Return the mistakes that an engine's log tells of, in Dutch; what is not recognised as it was printed."""
    return mistakes(log) or [line for line in log.splitlines()[-15:] if line and not line.startswith("INFO ")]


def mistakes(log: str) -> list[str]:
    """Return the mistakes in pages that an engine's log tells of, or none."""
    return [*_macros(log), *_links(log), *_menu(log)] or _OTHER.findall(log)


def _macros(log: str) -> Iterator[str]:
    for page, line, kind, message in _MACRO.findall(log):
        place = f"docs/{page}:{line}" if line else f"docs/{page}"
        undefined = _UNDEFINED.search(message)
        if undefined:
            message = f"«{undefined[1]}» ken ik niet{did_you_mean(undefined[1], {**FRAGMENTS, **VALUES})}"
        elif kind != "KeyError":
            message = f"de aanroep tussen accolades klopt niet ({message})"
        yield f"{place}: {message.strip(chr(39))} [pagina]"


def _links(log: str) -> Iterator[str]:
    for page, target in _LINK.findall(log):
        yield f"docs/{page}: de link «{target}» leidt nergens heen [pagina]"


def _menu(log: str) -> Iterator[str]:
    for page in _IN_MENU.findall(log):
        yield f"mkdocs.yml: het menu noemt «{page}», maar docs/{page} is er niet [pagina]"

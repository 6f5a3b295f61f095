"""What MkDocs or Zensical printed about the pages → lines in Dutch, each with its page."""

import html
import re
from collections.abc import Iterator
from pathlib import Path

from leidraad.model.yaml.problem import Place, did_you_mean, place_in
from leidraad.render.registry import FRAGMENTS, VALUES

_SYNTAX = re.compile(r"_File_: `([^`]+)`\s+_Line (\d+)[^\n_]*_:? \*\*(.+?)\.?\*\*$", re.M)
_RUN = re.compile(r"_File_: `([^`]+)`\s+_(\w+)_: ([^\n]*)")
# What Jinja says of a page → what an author can do about it; the first that fits.
_JINJA = {
    r"unknown tag '(\w+)'.* closed is '(\w+)'": "«{{% {0} %}}» kan hier niet: «{{% {1} %}}» is nog niet gesloten",
    r"unknown tag '(\w+)'": "«{{% {0} %}}» ken ik niet, of er is niets om te sluiten",
    r"closed is '(\w+)'": "«{{% {0} %}}» is niet gesloten; dat doet «{{% end{0} %}}»",
    r"No (?:filter|test) named '(\w+)'": "«{0}» ken ik niet achter «|» of «is»",
    r"unexpected end of template|Missing end": "wat met een accolade begint, is niet gesloten",
    r"got 'end of": "tussen de accolades ontbreekt iets",
    r"(?:got|unexpected(?: char)?) ['\"](.+?)['\"](?= at|,|$)": "tussen de accolades kan «{0}» hier niet; "
    "kijk ook of ervóór alles gesloten is",
    r"^'(\S+)' not found": "«{0}» is er niet in docs/_vormen",
}
_LINK = re.compile(r"Doc file '([^']+)' contains (?:a link|an absolute link|an unrecognized relative link) '([^']*)'")
_IN_MENU = re.compile(r"A reference to '([^']+)' is included in the 'nav' configuration")
_UNDEFINED = re.compile(r"'(\w+)' is undefined")
_NAMED = re.compile(r"'(\S+)' (?:is undefined|not found)")
_OTHER = re.compile(r"^(?:WARNING|ERROR)\s+-\s+(?!\[macros\] - ERROR)(.*)$", re.M)


def explain(log: str, project: Path) -> list[str]:
    """Return the mistakes that an engine's log tells of, in Dutch; what is not recognised as it was printed."""
    return mistakes(log, project) or [line for line in log.splitlines()[-15:] if line and not line.startswith("INFO ")]


def mistakes(log: str, project: Path) -> list[str]:
    """Return the mistakes in the pages of a project that an engine's log tells of, or none."""
    return [*_macros(log, project), *_links(log, project), *_menu(log)] or _OTHER.findall(log)


def _macros(log: str, project: Path) -> Iterator[str]:
    for page, line, message in _SYNTAX.findall(log):
        place = Place(f"docs/{page}", int(line) + _above(_text(project / "docs" / page)))
        yield f"{place}: {_in_dutch(html.unescape(message)) or 'wat tussen de accolades staat, klopt niet'} [pagina]"
    for page, kind, printed in _RUN.findall(log):
        message = html.unescape(printed)
        undefined = _UNDEFINED.search(message)
        if undefined:
            told = f"«{undefined[1]}» ken ik niet{did_you_mean(undefined[1], {**FRAGMENTS, **VALUES})}"
        elif kind == "KeyError":
            told = message.strip("'")
        else:
            told = _in_dutch(message) or f"de aanroep tussen accolades klopt niet ({message})"
        named = _NAMED.search(message)
        yield f"{_place_of(named[1] if named else '', page, project)}: {told} [pagina]"


def _in_dutch(message: str) -> str:
    for pattern, told in _JINJA.items():
        if found := re.search(pattern, message):
            return told.format(*found.groups())
    return ""


def _place_of(name: str, page: str, project: Path) -> Place:
    """Return where a name stands between braces: in the page, else in a part that it takes in."""
    docs = project / "docs"
    for path in (docs / page, *sorted((docs / "_vormen").glob("*.md"))):
        if name and (found := re.search(rf"\{{[{{%][^}}]*\b{re.escape(name)}\b", text := _text(path))):
            return Place(path.relative_to(project).as_posix(), place_in("", text, found.end()).line)
    return Place(f"docs/{page}")


def _above(text: str) -> int:
    """Return how many lines stand above what an engine counts from: the title and what else is told of a page."""
    from mkdocs.utils.meta import get_data

    return text.count("\n") - get_data(text)[0].count("\n")


def _text(path: Path) -> str:
    return path.read_text("utf-8-sig", errors="replace") if path.is_file() else ""


def _links(log: str, project: Path) -> Iterator[str]:
    for page, target in _LINK.findall(log):
        text = _text(project / "docs" / page)
        place = place_in(f"docs/{page}", text, max(text.find(f"]({target}"), 0))
        yield f"{place._replace(column=1)}: de link «{target}» leidt nergens heen [pagina]"


def _menu(log: str) -> Iterator[str]:
    for page in _IN_MENU.findall(log):
        yield f"{Place('mkdocs.yml')}: het menu noemt «{page}», maar docs/{page} is er niet [pagina]"

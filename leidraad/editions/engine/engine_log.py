"""What MkDocs or Zensical printed about the pages → lines in Dutch, each with its page."""

import html
import re
from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment, TemplateSyntaxError

from leidraad.editions.engine.jinja_log import called, in_dutch, in_template
from leidraad.model.yaml.problem import Place, Problem, place_in

_SYNTAX = re.compile(r"_File_: `([^`]+)`\s+_Line (\d+)[^\n_]*_:? \*\*(.+?)\.?\*\*$", re.M)
_RUN = re.compile(r"_File_: `([^`]+)`\s+_(\w+)_: ([^\n]*)")
_PART = re.compile(r'File "(?P<root>[^"]*?)(?P<name>docs/_vormen/[^"]+\.md)", line (?P<line>\d+)')
_LINK = re.compile(r"Doc file '([^']+)' contains (?:a link|an absolute link|an unrecognized relative link) '([^']*)'")
_IN_MENU = re.compile(r"A reference to '([^']+)' is included in the 'nav' configuration")
AS_PAGES = Environment(comment_start_string="{##", comment_end_string="##}")  # noqa: S701  # as mkdocs.yml says
_UNDEFINED = re.compile(r"'(\w+)' is undefined")
_NAMED = re.compile(r"'(\S+)' (?:is undefined|not found)")
_QUOTED = re.compile(r"«(\w[\w-]*)»")
_LINE = re.compile(r"(?P<file>[^:\s]+)(?::(?P<line>\d+)(?::\d+)?)?: (?P<message>.*?)(?: \[pagina\])?")
BROKEN_SHELL = "dit bestand is zo niet te lezen; herstel deze regel"
_OTHER = re.compile(r"^(?:WARNING|ERROR)\s+-\s+(?!\[macros\] - ERROR)(.*)$", re.M)


def explain(log: str, project: Path) -> list[str]:
    """Return the mistakes that an engine's log tells of, in Dutch; what is not recognised as it was printed."""
    return mistakes(log, project) or [line for line in log.splitlines()[-15:] if line and not line.startswith("INFO ")]


def mistakes(log: str, project: Path) -> list[str]:
    """Return the mistakes in the pages of a project that an engine's log tells of, or none."""
    if told := in_template(log):
        return [told]
    told = in_template(log, _PART)  # of which an engine gives no line where the page itself has none so far down
    return [*_macros(log, project), *_links(log, project), *_menu(log)] or ([told] if told else _OTHER.findall(log))


def as_problem(line: str) -> Problem:
    """Return a line of these as a problem; of one without a place, that of all pages."""
    found = _LINE.fullmatch(line)
    if not found:
        return Problem(Place("docs"), line, "pagina")
    return Problem(Place(found["file"], int(found["line"] or 1)), found["message"], "pagina")


def _macros(log: str, project: Path) -> Iterator[str]:
    from leidraad.render.registry import refused  # only where something is wrong: it imports all that renders

    for page, line, printed in _SYNTAX.findall(log):
        message = html.unescape(printed)
        place = _written_at(page, int(line), message, project)
        yield f"{place}: {in_dutch(message) or 'wat tussen de accolades staat, klopt niet'} [pagina]"
    for found in _RUN.finditer(log):
        page, kind, message = found[1], found[2], html.unescape(found[3])
        undefined, named = _UNDEFINED.search(message), _NAMED.search(message)
        trace = log[found.end() :].partition("_File_:")[0]
        if undefined:
            told = refused(undefined[1], (), {})
        elif kind == "KeyError" and " " in message:  # a sentence: the machine refused it
            told = message.strip("'")
        elif named:
            told = f"«{named[1]}» is er niet in docs/_vormen"
        else:
            told = (
                in_dutch(message)
                or f"de aanroep tussen accolades stopt met een fout{called(trace)} ({kind}: {message})"
            )
        named = named or _QUOTED.search(told)
        part = _PART.search(trace)
        place = Place(part["name"], int(part["line"])) if part else _place_of(named[1] if named else "", page, project)
        yield f"{place}: {told} [pagina]"


def _written_at(page: str, line: int, message: str, project: Path) -> Place:
    """Return where something is written wrong: in a part that the page takes in, where that says the same, else here.

    An engine names the page alone, and the line in whichever of the two it is.
    """
    for path in sorted((project / "docs" / "_vormen").glob("*.md")):
        try:
            AS_PAGES.compile(_text(path))
        except TemplateSyntaxError as error:
            if (error.lineno, error.message) == (line, message):
                return Place(path.relative_to(project).as_posix(), line)
    return Place(f"docs/{page}", line + _above(_text(project / "docs" / page)))


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

"""A style sheet, script, drawing or file of data → what in it does not parse, in Dutch, with its line and column.

Each is taken apart by a library that is kept for that; what it finds wrong a browser would leave out without a word.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from pathlib import PurePath
from typing import Any, NamedTuple
from xml.etree import ElementTree

from leidraad.model.yaml.problem import quoted


class Wrong(NamedTuple):
    """A place in a file, both counted from 1, and what is wrong there."""

    line: int
    column: int
    message: str


_NO_TEXT = "dit bestand is geen tekst in UTF-8; bewaar het opnieuw als UTF-8"
_CLOSE = "kijk of ervóór alles gesloten is"
# What is said of a script, as minify-go says it → what an author can do about it; the first that fits.
_OF_A_SCRIPT = {
    r"EOF in comment": "de opmerking die hier staat, is niet gesloten; sluit haar met */",
    r"regular expression": "het patroon dat hier staat, is niet gesloten; dat doet /",
    r"EOF": "het script is niet af; " + _CLOSE,
    r"unterminated (?:string|template) literal": "een tekst tussen aanhalingstekens is niet gesloten",
    r"identifier (\S+) has already been declared": "{0} is eerder al gemaakt; kies een andere naam",
    r"expected ([^\s\w]) instead of (\S+)": "hier staat {1}, en er hoort {0}; " + _CLOSE,
    r"(?:unexpected|instead of) (\S+)": "{0} kan hier niet; " + _CLOSE,
}
_AT = re.compile(r"(?P<why>.*?)(?: on line (?P<line>\d+) and column (?P<column>\d+))?(?:\n|$)")
# What is said of a style sheet, by tinycss2's name for it.
_OF_A_STYLE = {
    "bad-string": "een tekst tussen aanhalingstekens is niet gesloten",
    "eof-in-string": "een tekst tussen aanhalingstekens is niet gesloten",
    "bad-url": "het adres in url( ) klopt niet; zet het tussen aanhalingstekens",
    "eof-in-url": "url( is niet gesloten; dat doet )",
    **{sign: f"«{sign}» sluit hier niets; haal het weg, of kijk of ervóór iets ontbreekt" for sign in ")]}"},
    "invalid": "dit is geen regel met een «{» en geen «naam: waarde;»; kijk wat hier of ervóór ontbreekt of te veel is",
}
_NO_END = "wat hier begint, is nergens gesloten; kijk of er overal een sluithaakje staat"
_NO_SEMICOLON = "vóór {0} ontbreekt een puntkomma"
_LAST = "einde"  # a rule that is put after a style sheet: where all is closed it stands by itself


def wrong_in(name: str, content: bytes) -> Iterator[Wrong]:
    """Yield what is wrong in a file of a kind that is known here; what others made small is taken as it is."""
    path = PurePath(name)
    if path.suffix in _AS_XML:
        yield from _xml(content)
    elif (parse := _AS_TEXT.get(path.suffix)) and not path.stem.endswith(".min"):
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            yield Wrong(content.count(b"\n", 0, error.start) + 1, 1, _NO_TEXT)
            return
        if (at := text.find("\0")) >= 0:  # a library ends there
            yield Wrong(text.count("\n", 0, at) + 1, 1, _NO_TEXT)
            return
        yield from parse(text)


def _script(text: str) -> Iterator[Wrong]:
    from minify import MinifyError, string

    try:
        string("application/javascript", text)
    except MinifyError as error:
        found = _AT.match(str(error))
        why, line, column = (found["why"], found["line"], found["column"]) if found else (str(error), None, None)
        last = text.count("\n") + 1
        yield Wrong(int(line or last), int(column or 1), _in_dutch(why))


def _in_dutch(why: str) -> str:
    for pattern, told in _OF_A_SCRIPT.items():
        if found := re.search(pattern, why):
            return told.format(*map(quoted, found.groups()))
    return f"dit script is zo niet te lezen ({why})"


def _style(text: str) -> Iterator[Wrong]:
    from tinycss2 import parse_stylesheet

    rules = parse_stylesheet(f"{text}\n@{_LAST};")
    end = rules[-1]
    if end.type == "error":  # what has no end of its own took that rule along
        rules = parse_stylesheet(text)
    found = [*_in_rules(rules)]
    if not found and not (end.type == "at-rule" and end.at_keyword == _LAST):
        found = [Wrong(end.source_line, end.source_column, _NO_END)]
    yield from found


def _in_rules(nodes: Iterable[Any]) -> Iterator[Wrong]:
    """Yield what is wrong in rules, in what stands before their brace and within, and in values."""
    from tinycss2 import parse_blocks_contents

    for node in nodes:
        if node.type == "error":
            yield Wrong(node.source_line, node.source_column, _OF_A_STYLE.get(node.kind, node.message))
        elif node.type in ("qualified-rule", "at-rule"):
            yield from _in_rules(node.prelude)
            yield from _in_rules(parse_blocks_contents(node.content or ()))
        elif node.type == "declaration":
            yield from _in_rules(node.value)
            yield from () if node.name.startswith("--") else _run_on(node.value)
        else:
            yield from _in_rules(getattr(node, "content", None) or getattr(node, "arguments", None) or ())


def _run_on(value: list[Any]) -> Iterator[Wrong]:
    """Yield where a value holds a name and a colon: the next one begins there."""
    for before, node in pairwise(value):
        if node == ":" and before.type == "ident":
            yield Wrong(before.source_line, before.source_column, _NO_SEMICOLON.format(quoted(f"{before.value}:")))


def _xml(content: bytes) -> Iterator[Wrong]:
    try:
        ElementTree.fromstring(content)  # noqa: S314  # it fetches nothing and stops what explodes
    except ElementTree.ParseError as error:
        line, column = error.position
        yield Wrong(line, column + 1, f"dit is geen goede XML ({str(error).partition(':')[0]}); herstel deze regel")
    except (ValueError, LookupError):  # an encoding that does not exist
        yield Wrong(1, 1, _NO_TEXT)


def _data(text: str) -> Iterator[Wrong]:
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        yield Wrong(error.lineno, error.colno, f"dit is geen goede JSON ({error.msg}); herstel deze regel")


_AS_XML = (".svg", ".xml")
_AS_TEXT: dict[str, Callable[[str], Iterator[Wrong]]] = {
    ".js": _script,
    ".mjs": _script,
    ".css": _style,
    ".json": _data,
}
KINDS = (*_AS_XML, *_AS_TEXT)

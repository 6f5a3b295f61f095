"""The bytes of a YAML file → values that know their place, plus problems.

Every scalar stays text (`nee`, `2026.10` and `12:30` keep their spelling); the model gives it its type.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

import yaml

from leidraad.model.yaml.problem import Place, Problem, place_in, quoted
from leidraad.model.yaml.yaml_faults import LOADER, OPEN_QUOTE, fault, hidden_signs, swallows_keys

_NULL = "tag:yaml.org,2002:null"
_MARKED = re.compile(r"[&*!](?<![^\s\[{,:].)")
_INDENTED = re.compile(r"^[ ?:-]{100}", re.MULTILINE)
_COMMENT = re.compile(r"[ \t]+(#[^\s#]\S*)")
_DASH = re.compile(r"(\s+)- ")
_FULL = 79
MAX_DEPTH = 60
_ANCHOR = "een anker (&) of verwijzing (*) mag hier niet; schrijf de tekst uit of zet haar tussen aanhalingstekens"
_NO_POINT = "dit streepje begint geen nieuw punt; zet het recht onder het streepje erboven, of haal het weg"
_TAG = "tekst mag niet beginnen met «!»; zet de tekst tussen aanhalingstekens"


class Scalar(str):
    """Text that knows its place."""

    __slots__ = ("place",)
    place: Place


class Sequence(list[Any]):
    """A list that knows its place, and the places of its items."""

    place: Place
    items_at: list[Place]


class Mapping(dict[str, Any]):
    """Keys and values that know their places; `model` is set by the type that reads it."""

    place: Place
    keys_at: dict[str, Place]
    model: Any = None

    def place_of(self, key: str) -> Place:
        """Return the place of a key's value, of the key where the value is empty, else of the whole."""
        value = self.get(key)
        return getattr(value, "place", None) or self.keys_at.get(key, self.place)


@dataclass(frozen=True)
class Reported:
    """A value that could not be read and was reported; what it ought to be is not asked again."""

    place: Place


@dataclass
class Reader:
    """Reads one file; what is wrong with it collects in `problems`."""

    file: str
    problems: list[Problem] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    open_quotes: list[Problem] = field(default_factory=list)

    def read(self, data: bytes) -> Any:
        """Return the file's value (Mapping, Sequence, Scalar) or None when nothing could be read."""
        text = self.decode(data)
        if text is None:
            return None
        self.lines = text.splitlines()
        try:
            if not self._is_plain(text):
                return None
            node = yaml.compose(text, Loader=LOADER)
        except yaml.MarkedYAMLError as error:
            found = fault(text, error)
            self._problem(Place(self.file, found.line + 1, found.column + 1), found.remedy, "yaml-kapot")
            return None
        if node is None or node.tag == _NULL:
            self._problem(Place(self.file), "dit bestand is leeg; vul het in of verwijder het", "leeg-bestand")
            return None
        value = self._convert(node)
        if self.open_quotes:
            # What follows an open quote was read the wrong way round, and so was what seemed wrong with it.
            self.problems = self.open_quotes[:1]
            return None
        return value

    def decode(self, data: bytes) -> str | None:
        """Return the text of a file, or None (and report) when it is not UTF-8 or holds signs that nobody sees."""
        if data[:2] in (b"\xff\xfe", b"\xfe\xff") or data[:2].count(0) == 1:
            message = "dit bestand is opgeslagen als UTF-16; sla het opnieuw op als UTF-8"
            self._problem(Place(self.file), message, "niet-utf8")
            return None
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            before = data[: error.start].decode("utf-8-sig")
            message = "dit teken is niet in UTF-8 opgeslagen; sla het bestand opnieuw op als UTF-8"
            self._problem(place_in(self.file, before, len(before)), message, "niet-utf8")
            return None
        found = [*hidden_signs(text)]
        for line, column, remedy in found:
            self._problem(Place(self.file, line + 1, column + 1), remedy, "onzichtbaar-teken")
        return None if found else text

    def _problem(self, place: Place, message: str, check: str) -> None:
        self.problems.append(Problem(place, message, check))

    def _place(self, mark: Any) -> Place:
        return Place._make((self.file, mark.line + 1, mark.column + 1))

    def _is_plain(self, text: str) -> bool:
        """Report anchors (nested they can grow to gigabytes), types and a depth that would exhaust the stack.

        Most files hold no sign of them, and are not gone through.
        """
        may_be_deep = text.count("[") + text.count("{") > MAX_DEPTH * 8 or _INDENTED.search(text)
        if not may_be_deep and not _MARKED.search(text):
            return True
        marked, depth = set[int](), 0
        for event in _events(text):
            place = self._place(event.start_mark)
            anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
            if (anchor or tag) and place.line not in marked:
                self._problem(place, *((_ANCHOR, "yaml-anker") if anchor else (_TAG, "yaml-kapot")))
                marked.add(place.line)
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > MAX_DEPTH:
                self._problem(place, "hier zit te veel in elkaar; haal blokken of lijsten uit elkaar", "yaml-kapot")
                return False
        return not marked

    def _convert(self, node: Any) -> Any:
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node)
        if isinstance(node, yaml.SequenceNode):
            result = Sequence([self._convert(child) for child in node.value])
            result.place = self._place(node.start_mark)
            result.items_at = [self._place(child.start_mark) for child in node.value]
            return result
        if not node.style and (comment := self._comment_after(node.end_mark)):
            return self._text_lost_in_comment(node, comment)
        if node.tag == _NULL and not node.style:
            return None
        start, end = node.start_mark, node.end_mark
        if start.line < end.line and not node.style:
            self._swallowed_dash(start.line + 1, end)
        if start.line < end.line and node.style in ("'", '"') and swallows_keys(self.lines, start.line, end.line):
            self.open_quotes.append(Problem(self._place(start), OPEN_QUOTE, "yaml-kapot"))
        return self._scalar(node, node.value)

    def _swallowed_dash(self, first: int, end: Any) -> None:
        """Report the first dash in a text that runs on over lines: to YAML it is no point of a list but a sign.

        After a full line it may be one: an editor that writes the YAML folds a long text there.
        """
        for number, line in enumerate(self.lines[first : end.line + 1], first):
            if len(self.lines[number - 1]) < _FULL and (match := _DASH.match(line)):
                self._problem(Place(self.file, number + 1, match.end(1) + 1), _NO_POINT, "yaml-kapot")
                return

    def _scalar(self, node: yaml.Node, text: str) -> Scalar:
        scalar = Scalar(text)
        scalar.place = self._place(node.start_mark)
        return scalar

    def _comment_after(self, mark: Any) -> str:
        """Return what YAML takes for a comment though it does not look like one: «#0b6b6b», «#2»."""
        line = self.lines[mark.line] if mark.line < len(self.lines) else ""
        match = _COMMENT.match(line, mark.column) if "#" in line else None
        return match[1] if match else ""

    def _text_lost_in_comment(self, node: yaml.Node, comment: str) -> Scalar:
        message = f"alles vanaf {quoted(comment)} telt hier niet mee als tekst; zet de tekst tussen aanhalingstekens"
        line = self.lines[node.end_mark.line]
        column = line.index(comment, node.end_mark.column) + 1
        self._problem(Place(self.file, node.end_mark.line + 1, column), message, "verkeerde-waarde")
        return self._scalar(node, f"{node.value} {comment}".strip())

    def _mapping(self, node: yaml.MappingNode) -> Any:
        result = Mapping()
        result.place = self._place(node.start_mark)
        result.keys_at = {}
        for key, value in node.value:
            place = self._place(key.start_mark)
            if refusal := _refusal(node, key, value):
                self._problem(place, *refusal)
                return Reported(result.place)
            if key.value in result.keys_at:
                first = result.keys_at[key.value]
                message = f"sleutel {quoted(key.value)} staat er al op regel {first.line}; "
                self._problem(place, message + "voeg ze samen of verwijder er één", "dubbele-sleutel")
                continue
            result.keys_at[key.value] = place
            result[key.value] = self._convert(value)
        return result


def _events(text: str) -> Iterator[yaml.Event]:
    """Yield what the parser meets; some of its versions refuse depth before they say where it began."""
    met = 0
    try:
        for event in yaml.parse(text, Loader=LOADER):
            met += 1
            yield event
    except yaml.MarkedYAMLError as error:
        if "nesting depth" not in str(error.problem) or not error.problem_mark:
            raise
        yield from islice(yaml.parse(text[: error.problem_mark.index], Loader=LOADER), met, None)


def _refusal(block: yaml.MappingNode, key: yaml.Node, value: yaml.Node) -> tuple[str, str] | None:
    """Return why this is no key, with the id of the check: most often it is a text with a colon or braces in it."""
    if not isinstance(key, yaml.ScalarNode):
        message = "een sleutel is één woord; zet tekst die met [ of { begint tussen aanhalingstekens"
        return message, "yaml-kapot"
    if block.flow_style and (" " in key.value or (isinstance(value, yaml.ScalarNode) and " " in value.value)):
        message = "lopende tekst mag niet tussen { } staan, want een komma breekt de zin af; "
        return message + "schrijf elke sleutel op een eigen regel", "tekst-tussen-accolades"
    if not key.value.strip():
        return "voor deze dubbele punt ontbreekt de sleutel", "yaml-kapot"
    if " " in key.value and len(block.value) == 1:
        message = f"na {quoted(key.value)} staat een dubbele punt midden in tekst; "
        return message + "zet de tekst tussen aanhalingstekens, of op een nieuwe regel na «>-»", "yaml-kapot"
    if key.value == "<<":
        return "«<<» mag hier niet; schrijf de sleutels uit", "yaml-anker"
    return None

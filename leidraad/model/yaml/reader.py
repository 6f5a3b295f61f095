"""The bytes of a YAML file → values that know their place, plus problems.

Every scalar stays text (`nee`, `2026.10` and `12:30` keep their spelling); the model gives it its type.
"""

import re
from collections.abc import Iterator
from collections.abc import Mapping as AnyMapping
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any

import yaml

from leidraad.model.yaml.misread import misread
from leidraad.model.yaml.no_text import TWO_VERSIONS, no_text, two_versions
from leidraad.model.yaml.problem import Place, Problem, place_in, quoted
from leidraad.model.yaml.signs import unseen, without_unseen
from leidraad.model.yaml.yaml_faults import (
    APOSTROPHE,
    BULLET,
    LOADER,
    NO_SIGN,
    ODD_SPACES,
    POINT,
    SPACE,
    fault,
    hidden_signs,
    in_comment,
    is_apostrophe,
    often,
    open_quote,
    swallows_keys,
)

_NULL = "tag:yaml.org,2002:null"
_MARKED = re.compile(r"[&*!](?<![^\s\[{,:].)")
_INDENTED = re.compile(r"^[ ?:-]{100}", re.MULTILINE)
_COMMENT = re.compile(r"[ \t]+(#.*)")
_NO_COMMENT = re.compile(r"(#.*)")  # the parser takes it for one, right after a quote
_HEADER = re.compile(r"[>|][-+0-9]*[ \t]+(#.*)")
_FULL = 79
_KEY_IN_TEXT = re.compile(r"( *(?:- +)?)([a-z][a-z_]*):(?: |$)")
_ENDS = ".?!…:»”\"')"  # of a line that the next does not go on with
MAX_DEPTH = 60
_MISREAD = "{words} is in een andere codering geopend en bewaard; er stond waarschijnlijk {probably}: herstel het "
_TAB = "hier staat een tab in de tekst; vervang die door een spatie"
_NOTHING = "«{word}» betekent hier: leeg; haal het weg, of zet het tussen aanhalingstekens als het tekst is"
_UNREAD = "; wat er verder in dit bestand staat, is nog niet gecontroleerd"
EMPTY = "dit bestand is leeg; vul het in of verwijder het"
NEEDED = "dit bestand is leeg en moet er zijn; zet terug wat erin stond, of vul het in"
_ANCHOR = "een anker (&) of verwijzing (*) mag hier niet; schrijf de tekst uit of zet die tussen aanhalingstekens"
_FOLDED = "na «>» worden regels tot één regel; schrijf «|» in plaats van «>» als elk punt een eigen regel is"
_NO_POINT = "dit streepje begint geen nieuw punt; zet het recht onder het streepje erboven, of haal het weg"
_IN_TEXT = (
    "«{key}:» wordt hier een deel van de tekst erboven; zet de regel even ver naar links als de sleutel van die tekst. "
    "Hoort het wel in de tekst, zet er dan een woord voor"
)
_TOO_DEEP = "hier zit te veel in elkaar; haal blokken of lijsten uit elkaar"
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
    retired: tuple[tuple[str, str, Place], ...] = ()  # the old key that was written, the new one or nothing, where

    def renew(self, names: AnyMapping[str, str]) -> None:
        """Take each old key for the new one, unless that is written too; without a new one, leave it out."""
        for old, new in names.items():
            if old in self and new not in self:
                value, place = self.pop(old), self.keys_at.pop(old)
                self.retired = (*self.retired, (old, new, place))
                if new:
                    self[new], self.keys_at[new] = value, place

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
    """Reads one file; what is wrong with it collects in `problems`.

    `nothings` holds where «null» or «~» was written for a value: wrong where one is needed, else what editors write.
    `is_needed` says that the file may not be away; `keys` are all that a file can hold.
    """

    file: str
    problems: list[Problem] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    open_quotes: list[Problem] = field(default_factory=list)
    nothings: dict[Place, str] = field(default_factory=dict)
    is_needed: bool = False
    keys: frozenset[str] = frozenset()

    def read(self, data: bytes) -> Any:
        """Return the file's value (Mapping, Sequence, Scalar) or None when nothing could be read."""
        text = self.decode(data)
        if text is None:
            return None
        self.lines = text.splitlines()
        try:
            if not self._is_plain(text):
                return None
            node = yaml.compose(text, Loader=LOADER) if text.strip() else None  # a tab alone is nothing too
        except yaml.MarkedYAMLError as error:
            found = fault(text, error)
            check = "onzichtbaar-teken" if found.remedy == NO_SIGN else "yaml-kapot"
            self._problem(Place(self.file, found.line + 1, found.column + 1), f"{found.remedy}{_UNREAD}", check)
            return None
        if node is None or node.tag == _NULL:
            self._problem(Place(self.file), NEEDED if self.is_needed else EMPTY, "leeg-bestand")
            return None
        value = self._convert(node)
        if self.open_quotes:
            # What follows an open quote was read the wrong way round, and so was what seemed wrong with it.
            first = self.open_quotes[0]
            self.problems = [replace(first, message=f"{first.message}{_UNREAD}")]
            return None
        return value

    def decode(self, data: bytes) -> str | None:
        """Return the text of a file, or None (and report) when it is not UTF-8 or holds signs that nobody sees."""
        if refusal := no_text(data):
            self._problem(Place(self.file), *refusal)
            return None
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            before = data[: error.start].decode("utf-8-sig")
            message = f"dit teken is niet in UTF-8 opgeslagen; sla het bestand opnieuw op als UTF-8{_UNREAD}"
            self._problem(place_in(self.file, before, len(before)), message, "niet-utf8")
            return None
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        if (offset := two_versions(text)) is not None:
            self._problem(place_in(self.file, text, offset), f"{TWO_VERSIONS}{_UNREAD}", "twee-versies")
            return None
        if wrong := misread(text):
            message = _MISREAD.format(words=quoted(wrong.words), probably=quoted(wrong.probably))
            message += "op deze regel" if wrong.lines == 1 else f"op {wrong.lines} regels"
            self._problem(
                place_in(self.file, text, wrong.offset), f"{message}, en bewaar als UTF-8{_UNREAD}", "niet-utf8"
            )
            return None
        found = [*hidden_signs(text)]
        for line, column, remedy in found:
            unread = _UNREAD if (line, column, remedy) == found[-1] else ""
            self._problem(Place(self.file, line + 1, column + 1), f"{remedy}{unread}", "onzichtbaar-teken")
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
                self._problem(place, f"{_TOO_DEEP}{_UNREAD}", "yaml-kapot")
                return False
        return not marked

    def _convert(self, node: Any) -> Any:
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node)
        if isinstance(node, yaml.SequenceNode):
            result = Sequence([self._point(child) for child in node.value])
            result.place = self._place(node.start_mark)
            result.items_at = [self._place(child.start_mark) for child in node.value]
            return result
        start, end = node.start_mark, node.end_mark
        if start.line < end.line and node.style in ("'", '"') and swallows_keys(self.lines, start.line, end.line):
            remedy = open_quote(self.lines[start.line], start.column)
            self.open_quotes.append(Problem(self._place(start), remedy, "yaml-kapot"))
            return Reported(self._place(start))
        if comment := self._comment_after(node):
            return self._text_lost_in_comment(node, *comment)
        if node.tag == _NULL and not node.style:
            return None
        runs_on = start.line < end.line and node.style in (None, "", ">")
        if runs_on and not self._swallowed_key(node) and self._swallowed_point(node):
            return Reported(self._place(start))
        if node.style == "'" and is_apostrophe(node.value):
            self._problem(self._place(start), APOSTROPHE, "yaml-kapot")
            return self._scalar(node, f"'{node.value}")
        return self._scalar(node, self._without_unseen(node) if node.style == '"' else node.value)

    def _point(self, node: Any) -> Any:
        """Return a point of a list; «null» and «~» would leave an empty one, without a word."""
        if not _says_nothing(node):
            return self._convert(node)
        self._problem(self._place(node.start_mark), _NOTHING.format(word=node.value), "leeg")
        return Reported(self._place(node.start_mark))

    def _without_unseen(self, node: yaml.ScalarNode) -> str:
        """Report the signs that nobody sees: between double quotes \\v or \\u200b makes one of what is seen."""
        meanings = dict.fromkeys(sign.meaning for sign in unseen(node.value))
        if not meanings:
            return str(node.value)
        message = f"in deze tekst staat {' en '.join(meanings)}; haal de \\ weg met wat erbij hoort"
        self._problem(self._place(node.start_mark), message, "onzichtbaar-teken")
        return without_unseen(node.value)

    def _swallowed_point(self, node: yaml.ScalarNode) -> bool:
        """Report the first dash in a text that runs on over lines: to YAML it is no point of a list but a sign.

        After a full line it may be one: an editor that writes the YAML folds a long text there.
        Returns True when the whole text is a list with signs that make none.
        """
        first, last = node.start_mark.line + 1, node.end_mark.line
        for number, line in enumerate(self.lines[first : last + (not node.style)], first):
            if len(self.lines[number - 1]) < _FULL and (match := POINT.match(line)):
                is_dash = match[2] == "-"
                remedy = (_FOLDED if node.style else _NO_POINT) if is_dash else BULLET.format(sign=quoted(match[2]))
                self._problem(Place(self.file, number + 1, match.start(2) + 1), remedy, "yaml-kapot")
                return not is_dash and node.value.startswith(match[2])
        return False

    def _swallowed_key(self, node: yaml.ScalarNode) -> bool:
        """Report the first key that stands too far to the right: to YAML it is one more line of the text above it.

        After «|» each line stands as somebody typed it, and may begin with such a word; without a sign YAML says it.
        Returns True when there was one.
        """
        first, last = node.start_mark.line + 1, node.end_mark.line
        for number, line in enumerate(self.lines[first:last], first):
            match, is_new = _KEY_IN_TEXT.match(line), number == first or self.lines[number - 1].rstrip()[-1:] in _ENDS
            if match and is_new and match[2] in self.keys:
                place = Place(self.file, number + 1, match.start(2) + 1)
                self._problem(place, _IN_TEXT.format(key=match[2]), "yaml-kapot")
                return True
        return False

    def _scalar(self, node: yaml.ScalarNode, text: str) -> Scalar:
        if "\t" in text:
            tabs = often(text.count("\t"), "in deze tekst")
            self._problem(self._place_of_tab(node), f"{_TAB}{tabs}", "onzichtbaar-teken")
            text = text.replace("\t", " ")
        scalar = Scalar(text)
        scalar.place = self._place(node.start_mark)
        return scalar

    def _place_of_tab(self, node: yaml.ScalarNode) -> Place:
        """Return where a text has a tab; in one that was written as \\t it is the text."""
        start, end = node.start_mark, node.end_mark
        for number, line in enumerate(self.lines[start.line : end.line + 1], start.line):
            if (column := line.find("\t", start.column if number == start.line else 0)) >= 0:
                return Place(self.file, number + 1, column + 1)
        return self._place(start)

    def _comment_after(self, node: yaml.ScalarNode) -> tuple[int, re.Match[str]] | None:
        """Return the line with what YAML takes for a comment after a text, and the comment."""
        mark, pattern = (node.start_mark, _HEADER) if node.style in (">", "|") else (node.end_mark, _COMMENT)
        if node.style in ("'", '"'):
            pattern = _NO_COMMENT
        line = self.lines[mark.line] if mark.line < len(self.lines) else ""
        match = pattern.match(line, mark.column) if "#" in line else None
        return (mark.line, match) if match else None

    def _text_lost_in_comment(self, node: yaml.ScalarNode, line: int, comment: re.Match[str]) -> Scalar:
        """Report it; a comment of our own has a line of its own, so none is taken for text or the other way round."""
        place = Place(self.file, line + 1, comment.start(1) + 1)
        self._problem(place, in_comment(comment[1]), "verkeerde-waarde")
        return self._scalar(node, node.value or comment[1].removeprefix("# "))

    def _mapping(self, node: yaml.MappingNode) -> Any:
        result = Mapping()
        result.place = self._place(node.start_mark)
        result.keys_at = {}
        for key, value in node.value:
            place = self._place(key.start_mark)
            if refusal := _refusal(node, key, value):
                self._problem(place, *refusal)
                return Reported(result.place)
            name = self._without_unseen(key) if key.style == '"' else key.value
            if name in result.keys_at:
                first = result.keys_at[name]
                message = f"sleutel {quoted(name)} staat er al op regel {first.line}; "
                self._problem(place, message + "voeg ze samen of verwijder er één", "dubbele-sleutel")
                continue
            result.keys_at[name] = place
            if _says_nothing(value):
                self.nothings[place] = _NOTHING.format(word=value.value)
            result[name] = self._convert(value)
        return result


def _says_nothing(node: yaml.Node) -> bool:
    """True for a value that YAML takes for none although something is written: «null» or «~»."""
    return node.tag == _NULL and not getattr(node, "style", None) and bool(node.value)


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
    if ODD_SPACES.search(key.value):
        return SPACE, "onzichtbaar-teken"
    if not key.value.strip():
        return "voor deze dubbele punt ontbreekt de sleutel", "yaml-kapot"
    if " " in key.value and len(block.value) == 1:
        message = f"na {quoted(key.value)} staat een dubbele punt midden in tekst; "
        return message + "zet de tekst tussen aanhalingstekens, of op een nieuwe regel na «>-»", "yaml-kapot"
    if key.value == "<<":
        return "«<<» mag hier niet; schrijf de sleutels uit", "yaml-anker"
    return None

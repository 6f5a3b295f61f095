"""The bytes of a YAML file → values that know their place, plus problems.

Every scalar stays text (`nee`, `2026.10` and `12:30` keep their spelling); the model gives it its type.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from leidraad.model.problem import Place, Problem

# The C parser is some twelve times faster; a Python without it reads the same, slower.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULL = "tag:yaml.org,2002:null"
_STANDARD_TAGS = "tag:yaml.org,2002:"

_REMEDIES = {
    "mapping values are not allowed": "hier staat een dubbele punt midden in tekst, of de regel springt verkeerd in; "
    "zet de tekst tussen aanhalingstekens of op een nieuwe regel na «>-»",
    "cannot start any token": "dit teken mag hier niet beginnen (een tab, @, ` of %); "
    "spring in met spaties en zet de tekst tussen aanhalingstekens",
    "expected <block end>": "de inspringing klopt hier niet; zet deze regel gelijk met de regels ervoor",
    "did not find expected key": "de inspringing klopt hier niet, of een aanhalingsteken sluit te vroeg; "
    "zet deze regel gelijk met de regels ervoor",
    "did not find expected '-' indicator": "de inspringing klopt hier niet; elk punt van de lijst begint met «- » "
    "op dezelfde diepte",
    "could not find expected ':'": "na deze sleutel ontbreekt een dubbele punt, of de tekst loopt door "
    "zonder inspringing",
    "did not find expected ',' or ']'": "een lijst tussen [ ] is niet gesloten; sluit haar met ]",
    "did not find expected ',' or '}'": "een blok tussen { } is niet gesloten; schrijf elke sleutel op een eigen regel",
    "while scanning a quoted scalar": "een aanhalingsteken is niet gesloten; sluit het op dezelfde regel",
    "found unexpected end of stream": "een aanhalingsteken is niet gesloten; sluit het op dezelfde regel",
    "found unknown escape character": "na \\ mag dit teken niet; gebruik enkele aanhalingstekens",
    "undefined alias": "een sterretje aan het begin betekent in YAML een verwijzing; zet de tekst tussen "
    "aanhalingstekens",
    "expected a single document": "«---» staat midden in het bestand; één bestand is één stuk",
}
_UNREADABLE = "dit kan ik niet lezen als YAML; kijk op deze regel en de regel erboven naar inspringing, "
_UNREADABLE += "aanhalingstekens en dubbele punten"


class Scalar(str):
    """Text that knows its place."""

    __slots__ = ("place",)
    place: Place


class Sequence(list[Any]):
    """A list that knows its place."""

    place: Place


class Mapping(dict[str, Any]):
    """Keys and values that know their places; `model` is set by the type that reads it."""

    place: Place
    keys_at: dict[str, Place]
    model: Any = None

    def place_of(self, key: str) -> Place:
        """Return the place of a key's value, of the key where the value is empty, else of the whole."""
        value = self.get(key)
        return getattr(value, "place", None) or self.keys_at.get(key, self.place)


@dataclass
class Reader:
    """Reads one file; what is wrong with it collects in `problems`."""

    file: str
    problems: list[Problem] = field(default_factory=list)

    def read(self, data: bytes) -> Any:
        """Return the file's value (Mapping, Sequence, Scalar) or None when nothing could be read."""
        text = self._decode(data)
        if text is None:
            return None
        try:
            if ("*" in text or "&" in text) and self._has_anchors(text):
                return None
            node = yaml.compose(text, Loader=_LOADER)
        except yaml.reader.ReaderError as error:
            self._unprintable(text, error)
            return None
        except yaml.MarkedYAMLError as error:
            self._broken(error)
            return None
        except RecursionError:
            self._problem(Place(self.file), "dit bestand nest te diep", "yaml-kapot")
            return None
        if node is None:
            self._problem(Place(self.file), "dit bestand is leeg; vul het in of verwijder het", "leeg-bestand")
            return None
        return self._convert(node)

    def _problem(self, place: Place, message: str, check: str) -> None:
        self.problems.append(Problem(place, message, check))

    def _decode(self, data: bytes) -> str | None:
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            before = data[: error.start]
            line = before.count(b"\n") + 1
            column = error.start - (before.rfind(b"\n") + 1) + 1
            message = "dit teken is niet in UTF-8 opgeslagen; sla het bestand opnieuw op als UTF-8"
            self._problem(Place(self.file, line, column), message, "niet-utf8")
            return None

    def _has_anchors(self, text: str) -> bool:
        """Anchors hide where a text comes from, and nested they can grow to gigabytes: all are refused."""
        found = False
        for event in yaml.parse(text, Loader=_LOADER):
            if getattr(event, "anchor", None):
                found = True
                message = "een anker (&) of verwijzing (*) mag hier niet; schrijf de tekst uit of zet haar "
                self._problem(self._place(event.start_mark), message + "tussen aanhalingstekens", "yaml-anker")
        return found

    def _unprintable(self, text: str, error: yaml.reader.ReaderError) -> None:
        before = text[: error.position]
        place = Place(self.file, before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)
        self._problem(place, "hier staat een onzichtbaar stuurteken; verwijder het", "yaml-kapot")

    def _broken(self, error: yaml.MarkedYAMLError) -> None:
        mark = error.problem_mark or error.context_mark
        said = f"{error.context or ''} {error.problem or ''}"
        remedy = next((dutch for english, dutch in _REMEDIES.items() if english in said), _UNREADABLE)
        self._problem(self._place(mark) if mark else Place(self.file), remedy, "yaml-kapot")

    def _place(self, mark: Any) -> Place:
        return Place(self.file, mark.line + 1, mark.column + 1)

    def _convert(self, node: yaml.Node) -> Any:
        if not node.tag.startswith(_STANDARD_TAGS):
            message = f"een type «{node.tag}» ken ik niet; zet de tekst tussen aanhalingstekens"
            self._problem(self._place(node.start_mark), message, "yaml-kapot")
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node)
        if isinstance(node, yaml.SequenceNode):
            result = Sequence(self._convert(child) for child in node.value)
            result.place = self._place(node.start_mark)
            return result
        if isinstance(node, yaml.ScalarNode) and node.tag == _NULL and not node.style:
            return None
        scalar = Scalar(node.value)
        scalar.place = self._place(node.start_mark)
        return scalar

    def _mapping(self, node: yaml.MappingNode) -> Mapping:
        result = Mapping()
        result.place = self._place(node.start_mark)
        result.keys_at = {}
        for key, value in self._pairs(node):
            place = self._place(key.start_mark)
            if key.value in result.keys_at:
                first = result.keys_at[key.value]
                message = f"sleutel «{key.value}» staat er al op regel {first.line}; voeg ze samen of verwijder er één"
                self._problem(place, message, "dubbele-sleutel")
                continue
            if node.flow_style and _is_prose(key, value):
                message = "lopende tekst mag niet tussen { } staan, want een komma breekt de zin af; "
                self._problem(place, message + "schrijf elke sleutel op een eigen regel", "tekst-tussen-accolades")
            result.keys_at[key.value] = place
            result[key.value] = self._convert(value)
        return result

    def _pairs(self, node: yaml.MappingNode) -> Iterator[tuple[yaml.ScalarNode, yaml.Node]]:
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode):
                yield key, value
            else:
                message = "een sleutel is één woord; zet tekst die met [ of { begint tussen aanhalingstekens"
                self._problem(self._place(key.start_mark), message, "yaml-kapot")


def _is_prose(key: yaml.ScalarNode, value: yaml.Node) -> bool:
    return " " in key.value or (isinstance(value, yaml.ScalarNode) and " " in value.value)

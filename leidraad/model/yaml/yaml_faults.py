"""A text that is no good YAML → the place of the mistake and its remedy, in Dutch.

The parser names the place where it got stuck. That is often a line or more after the mistake.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml

from leidraad.model.yaml.problem import quoted
from leidraad.model.yaml.signs import unseen

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_TAGS = {yaml.ScalarNode: "str", yaml.SequenceNode: "seq", yaml.MappingNode: "map"}


# The C parser is some twelve times faster; a Python without it reads the same, slower.
_FASTEST: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class LOADER(_FASTEST):  # type: ignore[misc]  # which of the two is known when it runs
    """The parser without YAML's guesses at types: every scalar is text, or nothing. They cost half the time."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> str:
        """Return the tag of a node that carries none."""
        if kind is yaml.ScalarNode and implicit[0] and value in _NULLS:
            return "tag:yaml.org,2002:null"
        return f"tag:yaml.org,2002:{_TAGS[kind]}"


_SPACES = r"\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
ODD_SPACES = re.compile(f"[{_SPACES}]")
_SPACE_IN_FRONT = re.compile(rf"^[ -]*([{_SPACES}])", re.MULTILINE)
SPACE = "hier staat een bijzondere spatie; vervang die door een gewone"

_QUOTE = "zet de tekst tussen aanhalingstekens, of op een nieuwe regel na «>-»"
OPEN_QUOTE = "dit aanhalingsteken wordt niet gesloten; sluit het op dezelfde regel"
APOSTROPHE = (
    "een apostrof vooraan, zoals in «'s», telt hier als aanhalingsteken en valt weg; "
    "zet de hele tekst tussen dubbele aanhalingstekens"
)
CURLY_QUOTE = '{sign} is hier geen aanhalingsteken; zet rechte dubbele (") om de hele tekst'
BULLET = "een punt van een lijst begint met een streepje en een spatie; maak van {sign} een «-»"
_COLON = "hier staat een bijzondere dubbele punt; vervang die door een gewone, met een spatie erachter"
_INDENT = "de inspringing klopt hier niet; zet deze regel gelijk met de regels waar ze bij hoort"
_TAB = "hier staat een tab; spring in met spaties"
_START = "tekst mag niet beginnen met {sign}; " + _QUOTE
NO_SIGN = "hier staat een code die geen teken is; haal de \\ weg met wat erbij hoort"
_AFTER_COLON = "na de dubbele punt hoort een spatie"
_AFTER_DASH = "na het streepje hoort een spatie"
_NO_KEY = "op deze regel ontbreekt een dubbele punt, of de tekst loopt door zonder inspringing"

# What the parser says → whether its context (where a construct began) is the place, and the remedy.
_SAID = (
    ("tab character", False, _TAB),
    ("scanning a directive", True, _START),
    ("scanning an alias", True, _START),
    ("scanning an anchor", True, _START),
    ("a tag", True, _START),
    ("mapping keys are not allowed", False, _START),
    ("scanning a block scalar", True, "na > of | hoort niets meer op de regel; begin de tekst op de volgende regel"),
    ("found unexpected end of stream", True, OPEN_QUOTE),
    ("found unexpected document indicator", True, OPEN_QUOTE),
    ("character escape code", False, NO_SIGN),
    ("quoted scalar", False, "na \\ mag dit teken niet; gebruik enkele aanhalingstekens of laat \\ weg"),
    ("sequence entries are not allowed", False, "een streepje mag hier niet; begin de lijst op een nieuwe regel"),
    ("node content", False, "{sign} hoort hier niet; verwijder het, of zet de tekst tussen aanhalingstekens"),
    ("',' or ']'", True, "deze lijst tussen [ ] klopt niet; zet komma's tussen de punten en sluit die met ]"),
    ("',' or '}'", True, "dit blok tussen { } klopt niet; schrijf elke sleutel op een eigen regel"),
    ("expected a single document", False, "«---» staat midden in het bestand; één bestand is één stuk: verwijder het"),
    ("undefined alias", False, _START),
)
_BROKEN_OFF = "een regel met # is een opmerking, en breekt de tekst af; haal die weg, of zet die boven de sleutel"
_FENCE = "een regel met ``` hoort niet in dit bestand; haal die weg, en die aan het eind ook"
_UNREADABLE = (
    "dit kan ik niet lezen; kijk op deze regel en de regel erboven naar inspringing, aanhalingstekens en dubbele punten"
)
_KEY = r"\s*(?:- +)*[\w-]+"
_KEY_LINE = re.compile(rf"{_KEY}:(?: |$)")
_SHORT = r"(?:[dkmnrst]|ns|tis)[ -]"
_APOSTROPHE_LINE = re.compile(rf"(?:{_KEY}: +|\s*(?:- +)+|.*[\[,] *)(?='{{1,2}}{_SHORT})")
_ODD_COLON = re.compile(rf"{_KEY}[ {_SPACES}]*([：﹕︓∶ː꞉])")
_ODD_SPACE = re.compile(rf"(?:{_KEY}:|\s*(?:- +)*-) *([{_SPACES}])")
_CURLY = re.compile(rf"(?:{_KEY}:|\s*(?:- +)+) *([“”„‟‘’‚‛″])")
POINT = re.compile(r"(\s+)([-*•·●▪■◦○‣–—]) ")
_BULLET_LINE = re.compile(r"\s*(?:- +)*([*•·●▪■◦○‣–—])\s")


class Fault(NamedTuple):
    """A mistake at a line and column, both counted from 0 as the parser does."""

    line: int
    column: int
    remedy: str


def hidden_signs(text: str) -> Iterator[Fault]:
    """Yield what the eye does not see and no text needs: each kind once a line."""
    found = [(sign.offset, f"hier staat {sign.meaning}; {sign.remedy}") for sign in unseen(text)]
    if not text.isascii():
        found += [(match.start(1), SPACE) for match in _SPACE_IN_FRONT.finditer(text)]
    lines = dict[tuple[int, str], list[int]]()
    for offset, remedy in sorted(found):
        lines.setdefault((text.count("\n", 0, offset), remedy), []).append(offset)
    for (line, remedy), offsets in lines.items():
        told = f"{remedy}{often(len(offsets), 'op deze regel')}"
        yield Fault(line, offsets[0] - text.rfind("\n", 0, offsets[0]) - 1, told)


def often(number: int, where: str) -> str:
    """Return how often something stands somewhere, when that is more than once."""
    return f" ({number} keer {where})" if number > 1 else ""


def fault(text: str, error: yaml.MarkedYAMLError) -> Fault:
    """Return the place and the remedy for what the parser said about a text."""
    lines = text.splitlines()
    mark, start = error.problem_mark, error.context_mark
    said = f"{error.context or ''} {error.problem or ''}"
    at = _Place(lines, mark or start)
    if odd := _odd_sign(lines, [at, *([_Place(lines, start)] if start else [])]):
        return odd
    if comment := _comment_in_text(at):
        return comment
    if "simple key" in said:
        at = _Place(lines, start or mark)
        return _unfinished_key(at)
    if quote := _long_quote(text, lines, {at.line, start.line if start else at.line}):
        return quote
    if "cannot start any token" in said:
        return Fault(at.line, at.column, _TAB if at.sign == "\t" else _START.format(sign=quoted(at.sign)))
    if "<document start>" in said:
        return _second_document(at)
    if "mapping values are not allowed" in said:
        return _colon(at)
    if ("',' or ']'" in said or "',' or '}'" in said) and (comment := _comment_in(lines, start, mark)):
        return comment
    for needle, in_context, remedy in _SAID:
        if needle in said:
            at = _Place(lines, start if in_context and start else mark)
            return Fault(at.line, at.column, remedy.replace("{sign}", quoted(at.sign)))
    return _in_block(at, start) if "block" in said else Fault(at.line, at.column, _UNREADABLE)


class _Place:
    """A mark of the parser, with the line it stands on and the last line above that is not blank."""

    def __init__(self, lines: list[str], mark: Any) -> None:
        self.lines, self.line, self.column = lines, mark.line, mark.column
        self.text = lines[mark.line] if mark.line < len(lines) else ""
        self.sign = self.text[mark.column : mark.column + 1]
        above = [number for number in range(min(mark.line, len(lines))) if lines[number].strip()]
        self.line_above = above[-1] if above else -1
        self.above = lines[self.line_above] if above else ""


def is_apostrophe(text: str) -> bool:
    """True when a text between single quotes begins as «'s avonds» does: its first quote was meant as a sign."""
    return bool(re.match(_SHORT, text))


def open_quote(line: str, column: int) -> str:
    """Return what to do about a quote that is not closed."""
    return APOSTROPHE if re.match(rf"'{{1,2}}{_SHORT}", line[column:]) else OPEN_QUOTE


def _odd_sign(lines: list[str], places: list[_Place]) -> Fault | None:
    """Return the sign that looks like another: an apostrophe in front, a colon or space of another kind, a bullet.

    It stands where the parser got stuck, or on the line above, which did not begin what it seems to begin.
    """
    for number in dict.fromkeys(number for at in places for number in (at.line, at.line_above)):
        line = lines[number] if 0 <= number < len(lines) else ""
        if line.lstrip().startswith("```"):
            return Fault(number, _indent(line), _FENCE)
        if match := _APOSTROPHE_LINE.match(line):
            return Fault(number, match.end(), APOSTROPHE)
        if match := _ODD_COLON.match(line):
            return Fault(number, match.start(1), _COLON)
        if match := _ODD_SPACE.match(line):
            return Fault(number, match.start(1), SPACE)
        if match := _BULLET_LINE.match(line):
            return Fault(number, match.start(1), BULLET.format(sign=quoted(match[1])))
    return None


def _comment_in(lines: list[str], start: Any, mark: Any) -> Fault | None:
    """A # between [ ] or { } takes the rest of its line along, with what would close them."""
    for number in range(start.line, min(mark.line, len(lines) - 1) + 1):
        if match := re.search(r"[\s,\[{](#.*)", lines[number][start.column if number == start.line else 0 :]):
            column = match.start(1) + (start.column if number == start.line else 0)
            return Fault(number, column, in_comment(match[1]))
    return None


def _comment_in_text(at: "_Place") -> Fault | None:
    """A line with # in a text that goes on below it: there the text ended, and what follows belongs to nothing."""
    goes_on = at.text.startswith(" ") and not re.match(rf"\s*-|{_KEY}:", at.text)
    if goes_on and at.above.lstrip().startswith("#"):
        return Fault(at.line_above, _indent(at.above), _BROKEN_OFF)
    return None


def in_comment(text: str) -> str:
    """Return what to do about a text that YAML takes for a comment."""
    return (
        f"alles vanaf {quoted(text)} telt hier niet mee als tekst; "
        "zet de tekst tussen aanhalingstekens, of zet een opmerking op een eigen regel"
    )


def swallows_keys(lines: list[str], start: int, end: int) -> bool:
    """True when a text between quotes runs over lines with keys: its quote was left open, and the next closed it."""
    return any(_KEY_LINE.match(line) for line in lines[start + 1 : end + 1])


def _long_quote(text: str, lines: list[str], ends: set[int]) -> Fault | None:
    """A quote that was left open closes at the next one, lines below: the mistake is where it began."""
    found = None
    try:
        for token in yaml.scan(text, Loader=LOADER):
            if isinstance(token, yaml.ScalarToken) and token.style in ("'", '"'):
                start, end = token.start_mark, token.end_mark
                if start.line < end.line and (end.line in ends or swallows_keys(lines, start.line, end.line)):
                    remedy = open_quote(lines[start.line], start.column)
                    found = found or Fault(start.line, start.column, remedy)
    except yaml.YAMLError:
        pass  # the mistake that brought us here
    return found


def _second_document(at: "_Place") -> Fault:
    if at.above.startswith(("...", "%")):
        remedy = "na deze regel begint een nieuw stuk; één bestand is één stuk: verwijder de regel"
        return Fault(at.line_above, 0, remedy)
    return Fault(at.line_above, _indent(at.above), _INDENT)


def _unfinished_key(at: _Place) -> Fault:
    if re.match(r"\s*-\S", at.text):
        return Fault(at.line, _indent(at.text), _AFTER_DASH)
    if match := re.match(rf"{_KEY}:(?=\S)", at.text):
        return Fault(at.line, match.end(), _AFTER_COLON)
    return Fault(at.line, at.column, _NO_KEY)


def _colon(at: _Place) -> Fault:
    """A colon where none may be: in the middle of a text, or after the key of a line that is itself in order."""
    if match := _CURLY.match(at.text):
        return Fault(at.line, match.start(1), CURLY_QUOTE.format(sign=quoted(match[1])))
    if at.line_above < 0 or not re.fullmatch(_KEY, at.text[: at.column]):
        return Fault(at.line, at.column, "hier staat een dubbele punt midden in tekst; " + _QUOTE)
    if block := _unopened_text(at):
        return block
    if re.match(r"\s*-[^\s-]", at.above):
        return Fault(at.line_above, _indent(at.above), _AFTER_DASH)
    if match := re.match(rf"{_KEY}:(?=\S)", at.above):
        return Fault(at.line_above, match.end(), _AFTER_COLON)
    no_key = not re.search(r":(?:\s|$)", at.above) and _indent(at.text, past_dash=True) == _indent(
        at.above, past_dash=True
    )
    if no_key or re.fullmatch(r"\s*[\w-]+", at.above):
        return Fault(at.line_above, _indent(at.above, past_dash=True), _NO_KEY)
    return _misindented(at, None)


def _unopened_text(at: _Place) -> Fault | None:
    """A long text whose key lacks its colon or space («tekst >-») is only noticed at the next key."""
    for number in range(at.line - 1, max(at.line - 20, -1), -1):
        if match := re.fullmatch(rf"{_KEY}([: ])[>|][-+]?", at.lines[number].rstrip()):
            colon = match[1] == ":"
            return Fault(number, match.end(1) if colon else match.start(1), _AFTER_COLON if colon else _NO_KEY)
    return None


def _in_block(at: _Place, start: Any) -> Fault:
    """The lines of a block do not fit together: by their indentation, or because a text went on after its end."""
    if at.sign == ":":
        return Fault(at.line, at.column, "voor deze dubbele punt ontbreekt de sleutel")
    opened = re.match(r"(\s*(?:- +)*(?:[\w-]+: +)?)([\"'\[{])", at.text)
    if opened is None or at.column <= opened.end(1):
        return _misindented(at, start)
    sign = opened[2]
    if sign in "[{":
        return Fault(at.line, opened.start(2), _START.format(sign=quoted(sign)))
    remedy = "de tekst gaat door na een aanhalingsteken; zet aanhalingstekens om de hele tekst, en binnenin « »"
    return Fault(at.line, at.column, remedy)


def _misindented(at: _Place, start: Any) -> Fault:
    """A line does not fit in the block it is in; the one to mend is the one that is not indented in steps of two."""
    above = _indent(at.above)
    if _indent(at.text) % 2 == 0 and start and start.column % 2:
        return Fault(start.line, start.column, _INDENT)
    if _indent(at.text) % 2 == 0 and above % 2:
        return Fault(at.line_above, above, _INDENT)
    return Fault(at.line, _indent(at.text), _INDENT)


def _indent(line: str, *, past_dash: bool = False) -> int:
    return len(line) - len(line.lstrip(" -" if past_dash else None))

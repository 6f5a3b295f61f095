"""A mistake in the framework, with its place."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import PurePath
from typing import Literal, NamedTuple


class Place(NamedTuple):
    """A file (posix path from the root of the project), a line and a column, both counted from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        """Return file:line:column, as editors and terminals make it a link."""
        return f"{self.file}:{self.line}:{self.column}"


# The place of what no author wrote: a value that stands in for one that could not be read.
NOWHERE = Place("?")
_CLOSE = 0.7  # a word that is nearer than this is a slip of the hand


def place_in(file: str, text: str, offset: int) -> Place:
    """Return the place of the character at `offset` in the text of a file."""
    before = text[:offset]
    return Place(file, before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1)


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """What is wrong, where, and what to do about it, in Dutch; hints (let-op) never fail a build."""

    place: Place
    message: str
    check: str
    level: Literal["fout", "let-op"] = "fout"

    def __str__(self) -> str:
        """Return the problem as one line."""
        hint = "let op: " if self.level == "let-op" else ""
        return f"{self.place}: {hint}{self.message} [{self.check}]"


def is_core(problem: Problem) -> bool:
    """True for a problem in what all municipalities share."""
    parts = PurePath(problem.place.file).parts
    return len(parts) < 3 or parts[1] != "gemeenten"


def quoted(text: object) -> str:
    """Return what an author wrote, short, on one line and without signs that steer a terminal: «x»."""
    line = " ".join("".join(sign if sign.isprintable() else " " for sign in str(text)).split())
    return f"«{line if len(line) <= 60 else line[:59] + '…'}»"


def nearest(word: str, known: Iterable[str], near: float = 0.6) -> str | None:
    """Return the known word that looks most like this one, or None when nothing comes as near as that."""
    by_case = {name.casefold(): name for name in sorted(known)}
    matches = get_close_matches(word.casefold(), by_case, n=1, cutoff=near)
    return by_case[matches[0]] if matches else None


def perhaps(word: str, known: Iterable[str]) -> str:
    """Return «; bedoelde u «x»?» where something comes near, or nothing."""
    match = nearest(word, known)
    return f"; bedoelde u «{match}»?" if match else ""


def one_of(word: str, choices: Sequence[str]) -> str:
    """Return what to write where only some words may stand: the one that is very near, and always all of them."""
    listed = ", ".join(f"«{choice}»" for choice in choices)
    if len(choices) == 1:
        return f"; schrijf {listed}"
    match = nearest(word, choices, _CLOSE)
    return f"; bedoelde u «{match}»? Er zijn: {listed}" if match else f"; kies uit {listed}"


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return «; bedoelde u «x»?», or the list to choose from when it is short, or nothing.

    What has an order, such as that of the work, keeps it; ids and keys go by name.
    """
    choices = known if isinstance(known, Sequence) else sorted(known)
    listed = "; kies uit " + ", ".join(f"«{choice}»" for choice in choices) if 0 < len(choices) <= 12 else ""
    return perhaps(word, choices) or listed

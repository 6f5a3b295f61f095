"""A mistake in the framework, with its place."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal, NamedTuple


class Place(NamedTuple):
    """A file (posix path from the root of the project), a line and a column, both counted from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        """Return file:line:column, as editors and terminals make it a link."""
        return f"{self.file}:{self.line}:{self.column}"


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


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that looks most like this one, or None when nothing comes near."""
    matches = get_close_matches(word, sorted(known), n=1, cutoff=0.55)
    return matches[0] if matches else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return «; bedoelde u «x»?», or the list to choose from when it is short, or nothing."""
    choices = sorted(known)
    if match := nearest(word, choices):
        return f"; bedoelde u «{match}»?"
    if 0 < len(choices) <= 12:
        return "; kies uit " + ", ".join(f"«{choice}»" for choice in choices)
    return ""

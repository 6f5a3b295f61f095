"""What was typed where the name of a municipality belongs → the folder that it means, or what to type instead."""

import os
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

import click

from leidraad.command.dutch import Refused
from leidraad.editions.here import framework_folder
from leidraad.model.yaml.problem import nearest, quoted


def home() -> Path:
    """Return the folder in which each municipality has a folder."""
    return framework_folder() / "gemeenten"


def folders() -> set[str]:
    """Return the names of the municipalities that have a folder."""
    return {path.name for path in home().glob("*") if path.is_dir()}


class Gemeente(click.ParamType[str]):
    """The name of a municipality; a path to its folder, as a terminal completes it, is that too."""

    name = "gemeente"

    def convert(self, value: str, *_: object) -> str:
        """Return the name; what is none is returned as it was typed, for who knows the names to refuse."""
        value = value.strip()
        path = Path(value)
        if path.resolve().parent == home().resolve() and path.is_dir():
            return path.resolve().name
        return path.name if value and path.as_posix() == path.name else value


def refuse_unknown(words: Sequence[str], known: Collection[str]) -> None:
    """Raise Refused where words are no names of municipalities: of each what it is or was meant to be, at once."""
    if unknown := [word for word in dict.fromkeys(words) if word not in known]:
        told = [_told(word, known) for word in unknown]
        others = ", ".join(sorted(known))
        if not known:
            told.append('Er is nog geen gemeente. Maak er een, zoals: leidraad new "Den Bosch"')
        elif any("bedoelde u" not in one for one in told):
            told[-1] += (
                f"; er is een map voor: {others}" if told[-1].endswith("ken ik niet") else f". Kies uit: {others}"
            )
            told.append('Een nieuwe maakt u met «leidraad new», zoals: leidraad new "Den Bosch"')
        raise Refused(" ".join(one if one[-1] in ".?" else f"{one}." for one in told))


def _told(word: str, known: Collection[str]) -> str:
    """Return what a word is, if it is not a name: that of another thing, or one that was mistyped."""
    if not word.strip():
        return "Hier staat een lege naam; noem een gemeente"
    path, here = Path(word), home()
    beside = next((one for one in (path, here / word, here.parent / word) if one.exists()), None)
    inside = next(_within(path, here, known), "")
    if inside:
        return f"{quoted(word)} ligt in de map van een gemeente; bedoelde u {quoted(inside)}?"
    if beside and beside.is_dir() and not os.access(beside, os.R_OK | os.X_OK):
        return f"In de map {quoted(word)} mag u niet kijken; vraag dat recht, of noem een andere"
    if beside and (beside / "gemeente.yaml").is_file():
        return f"{quoted(word)} is de map van een gemeente, op een andere plek; zet die in {_shown(here)}"
    if match := nearest(path.name, known, 0.8):
        return f"Gemeente {quoted(word)} ken ik niet; bedoelde u {quoted(match)}?"
    if beside and beside.is_dir():
        return f"{quoted(word)} is een map, maar niet van een gemeente; die mappen staan in {_shown(here)}"
    if beside:
        return f"{quoted(word)} is een bestand; noem de naam van een gemeente"
    if match := nearest(path.name, known):
        return f"Gemeente {quoted(word)} ken ik niet; bedoelde u {quoted(match)}?"
    return f"Gemeente {quoted(word)} ken ik niet"


def _within(path: Path, here: Path, known: Collection[str]) -> Iterator[str]:
    """Yield the municipality in whose folder a path lies."""
    whole = path.resolve()
    if whole.is_relative_to(here.resolve()) and whole != here.resolve():
        name = whole.relative_to(here.resolve()).parts[0]
        yield from [name] if name in known else ()


def _shown(folder: Path) -> str:
    """Return a folder as it is seen from right here."""
    here = Path.cwd()
    return (folder.relative_to(here) if folder.is_relative_to(here) else folder).as_posix()

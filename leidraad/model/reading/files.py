"""Files and folders → items of a type, plus problems; what kinds there are is the loader's."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter

from leidraad.model.reading.item import read_item
from leidraad.model.reading.names import (
    impossible,
    is_copy,
    leads_nowhere,
    may_be_seen,
    original_of,
    said_of_link,
    visible,
)
from leidraad.model.types.base import ID_PATTERN, Blok, every_key
from leidraad.model.use.names import slug_of
from leidraad.model.yaml.no_text import no_text
from leidraad.model.yaml.problem import NOWHERE, Place, Problem, did_you_mean, nearest, quoted
from leidraad.model.yaml.reader import EMPTY, Mapping, Reader, Reported, Sequence

B = TypeVar("B", bound=Blok)
# what a file holds → why it belongs elsewhere, and the id of the check
Elsewhere = Callable[[Mapping], tuple[str, str] | None]
Earlier = dict[Path, tuple[bytes, Any]]  # what stood in a file, and as what it was read
Items = tuple[dict[str, B], frozenset[str]]  # what could be read, and every id in use, read or not

NO_FOLDER = "deze map ontbreekt; zet die terug of maak een nieuwe"
_NOT_A_FOLDER = (
    "dit is een bestand, en hier hoort een map met deze naam; geef het een eigen naam, en zet het in die map"
)
_NO_FILE = "dit bestand is niet te lezen; kijk of het een gewoon bestand is, en of u het mag lezen"
_NOT_SEEN = "in deze map mag u niet kijken; vraag het recht om die te lezen"


class Everything(frozenset[str]):
    """The ids of what could not be read: any may be among them, so none is reported as unknown."""

    def __contains__(self, _: object) -> bool:
        """Return True."""
        return True


def plus(known: frozenset[str], ids: Iterable[str]) -> frozenset[str]:
    """Return the known ids with some more."""
    return known if isinstance(known, Everything) else known | frozenset(ids)


@dataclass
class Files:
    """Reads files and folders below a root; what is wrong collects in `problems`.

    `earlier` is what stood in files when they were read before: one that is the same is not taken apart again.
    """

    root: Path
    problems: list[Problem] = field(default_factory=list)
    nothings: dict[Place, str] = field(default_factory=dict)
    earlier: Earlier | None = None

    def label(self, path: Path) -> str:
        """Return how a path is shown: from the folder above the root."""
        return path.relative_to(self.root.parent).as_posix()

    def problem(self, place: Place, message: str, check: str) -> None:
        """Note a problem."""
        self.problems.append(Problem(place, message, check))

    def misplaced(self, path: Path, message: str) -> None:
        """Note that a file or folder is missing, unreadable or out of place."""
        self.problem(Place(self.label(path)), said_of_link(path, message), "bestand")

    def _read(self, path: Path, *, is_needed: bool = False) -> Any:
        """Return what a file holds, or None when that could not be read and was reported."""
        reader = Reader(self.label(path), is_needed=is_needed, keys=every_key())
        try:
            content = path.read_bytes()
        except FileNotFoundError:
            self.misplaced(path, "dit bestand ontbreekt; zet het terug of maak het")
            return None
        except OSError:
            self.misplaced(path, _NO_FILE)
            return None
        before, value = (self.earlier or {}).get(path, (None, None))
        if before != content:
            value = reader.read(content)
        if self.earlier is not None:
            self.earlier[path] = content, value
        self.problems += reader.problems
        self.nothings = reader.nothings
        return value

    def _fit(self, raw: Any, kind: TypeAdapter[B]) -> B | None:
        if isinstance(raw, Mapping):
            item, problems = read_item(raw, kind)
            self.problems += self._with_nothings(problems)
            return item
        if raw is not None and not isinstance(raw, Reported):
            message = f"hier horen sleutels, zoals «{_first_key(kind)}: …», elk op een eigen regel"
            self.problem(raw.place, message, "verkeerde-waarde")
        return None

    def _with_nothings(self, problems: list[Problem]) -> Iterator[Problem]:
        """Yield the problems of an item; one about an empty value says what «null» and «~» do.

        Editors write «null» for what was left empty, where it may be; nobody's program writes «~».
        """
        for one in problems:
            message = self.nothings.pop(one.place, one.message) if one.check == "leeg" else one.message
            yield replace(one, message=message)
        for place, message in self.nothings.items():
            if message.startswith("«~»"):
                yield Problem(place, message, "leeg", "let-op")

    def one(self, path: Path, kind: TypeAdapter[B], *, is_needed: bool = False) -> B | None:
        """Return the item in a file, as far as it can be understood."""
        return self._fit(self._read(path, is_needed=is_needed), kind)

    def folder(
        self, folder: Path, kind: TypeAdapter[B], *, needed: bool = False, elsewhere: Elsewhere | None = None
    ) -> tuple[dict[str, B], frozenset[str]]:
        """Return the items of a folder by file name, and every id that is in use there, read or not.

        `elsewhere` says why what a file holds belongs somewhere else, with the id of the check.
        """
        if needed and not folder.is_dir():
            self.misplaced(folder, NO_FOLDER)
            return {}, Everything()
        items: dict[str, B] = {}
        known: set[str] = set()
        paths = visible(folder)
        names = {path.name for path in paths}
        for path in paths:
            if original := original_of(path, names):
                self.misplaced(path, self.beside(path, original))
                continue
            deeper = path.is_dir() and path.suffix != ".yaml"
            known |= {inner.stem for inner in visible(path)} if deeper else {path.name.partition(".")[0]}
            if path.suffix != ".yaml" or path.is_dir():
                self._not_yaml(path)
                continue
            if where := self._belongs(path):
                self.misplaced(path, where)
                continue
            raw = self._read(path)
            if reason := elsewhere(raw) if elsewhere and isinstance(raw, Mapping) else None:
                self.problem(raw.place, *reason)
                continue
            item = self._fit(raw, kind)
            if item is None:
                continue
            id_ = getattr(item, "id", "")
            if item.place("id") == NOWHERE and not re.match(ID_PATTERN, path.stem) and (name := slug_of(path.stem)):
                self.misplaced(path, f"zo kan een bestand hier niet heten; hernoem het tot {quoted(name + '.yaml')}")
            if id_ != path.stem and item.place("id") != NOWHERE:
                there = f"{id_}.yaml" in names or id_ in items
                message = not_the_name(id_, path.stem, "het bestand", there=there)
                self.problem(item.place("id"), message, "id-is-bestandsnaam")
                if there:
                    continue
            items[path.stem] = item
            known.add(id_)
        return items, frozenset(known)

    def _not_yaml(self, path: Path) -> None:
        """Report what is no .yaml file in a folder that holds only those."""
        message = "dit bestand hoort hier niet; hier staan alleen bestanden die eindigen op .yaml"
        if path.is_dir():
            message = "deze map hoort hier niet; zet de bestanden een map hoger"
        elif match := re.fullmatch(r"(.+)\.ya?ml(?:\.txt)?", path.name, re.IGNORECASE):
            message = f"een bestand eindigt hier op .yaml; hernoem het tot {quoted(match[1] + '.yaml')}"
        self.misplaced(path, message)

    def entries(
        self, path: Path, key: str, kind: TypeAdapter[B], name: str = "id", *, is_needed: bool = False
    ) -> Items[B]:
        """Return the entries of a file that is one list by their `name`, and their names; all when some are unread."""
        raw = self._read(path, is_needed=is_needed)
        if raw is None or isinstance(raw, Reported):
            return {}, Everything()
        entries = self._list_in(raw, key)
        if entries is None:
            return {}, Everything()
        items: dict[str, B] = {}
        places: dict[str, Place] = {}
        complete = True
        for entry in entries:
            item = self._fit(entry, kind)
            if item is None or item.place(name) == NOWHERE:
                complete = False
                continue
            id_, place = str(entry[name]), item.place(name)
            if id_ in places:
                other = "een andere id" if name == "id" else "iets anders"
                message = f"{name} «{id_}» staat er al op regel {places[id_].line}; kies {other} of verwijder er één"
                self.problem(place, message, "dubbele-id")
                items[f"{id_} op regel {place.line}"] = item  # so that what else is wrong with it is found too
                continue
            items[id_], places[id_] = item, place
        return items, frozenset(places) if complete else Everything()

    def _list_in(self, raw: Any, key: str) -> Sequence | None:
        """Return the list under the one key of a file, taking a mistyped key for the right one."""
        if not isinstance(raw, Mapping):
            self.problem(raw.place, f"hier hoort «{key}:» met daaronder een lijst", "verkeerde-waarde")
            return None
        for other in raw.keys() - {key}:
            remedy = did_you_mean(other, [key]) if key not in raw else "; verwijder die"
            self.problem(raw.keys_at[other], f"sleutel {quoted(other)} ken ik niet{remedy}", "onbekende-sleutel")
        if key not in raw and raw:
            return next((value for value in raw.values() if isinstance(value, Sequence)), None)
        entries = raw.get(key)
        if entries is None:
            self.problem(raw.place_of(key), f"«{key}» is leeg; zet er een lijst onder", "leeg")
        elif not isinstance(entries, Sequence | Reported):
            message = f"onder «{key}:» hoort een lijst; zet voor elk punt een streepje en een spatie"
            self.problem(raw.place_of(key), message, "verkeerde-waarde")
        return entries if isinstance(entries, Sequence) else None

    def text(self, path: Path) -> str | None:
        """Return the text of a file that is no YAML, or None."""
        reader = Reader(self.label(path))
        try:
            text = reader.decode(path.read_bytes())
        except OSError:
            self.misplaced(path, _NO_FILE)
            return None
        self.problems += reader.problems
        if text is not None and not text.strip():
            self.problem(Place(reader.file), EMPTY, "leeg-bestand")
        return text.replace("\r\n", "\n") if text else None

    def beside(self, path: Path, original: str) -> str:
        """Return what to do about a file beside the one that it seems to be a copy of; nobody loses what is in it."""
        reason = self.other_program(path)
        return f"{reason}, {quoted(original)}" if reason else is_copy(original)

    def other_program(self, path: Path) -> str:
        """Return that a file is one of another program, such as Word, and what to do; nothing when it is a text."""
        try:
            reason = no_text(path.read_bytes()) if path.is_file() else None
        except OSError:
            reason = None
        return reason[0] if reason and reason[1] == "bestand" else ""

    def unknown_entries(self, folder: Path, known: tuple[str, ...]) -> None:
        """Note what is in a folder and is not known there."""
        for path in visible(folder):
            if path.name in known:
                if path.is_file() and "." not in path.name:
                    self.misplaced(path, _NOT_A_FOLDER)
                continue
            names = {other.name for other in visible(folder) if other.is_dir() == path.is_dir()}
            like = [name for name in known if ("." in name) == path.is_file()]
            meant = _nearest_name(path, like)
            if original := original_of(path, names):
                self.misplaced(path, self.beside(path, original))
                continue
            if where := self._belongs(path):
                self.misplaced(path, where)
                continue
            if meant in names and path.is_file():
                self.misplaced(path, self.beside(path, str(meant)))
                continue
            hint = f"; bedoelde u {quoted(meant)}?" if meant else "; hier horen " + ", ".join(known)
            self.misplaced(path, f"{quoted(path.name)} hoort hier niet{hint}")

    def peek(self, path: Path) -> Any:
        """Return what a file holds without noting what is wrong in it."""
        try:
            return Reader(self.label(path)).read(path.read_bytes())
        except OSError:
            return None

    def _belongs(self, _: Path) -> str:
        """Return where something that is not known in its folder belongs, or nothing."""
        return ""

    def names(self) -> None:
        """Note every name below the root that another computer cannot hold, or takes for another one."""
        seen: dict[str, str] = {}
        for path in self._below(self.root):
            label = self.label(path)
            if reason := impossible(path.name):
                self.misplaced(path, reason)
            elif other := seen.get(label.casefold()):
                message = (
                    f"op Windows en macOS is dit dezelfde naam als {quoted(other)}; geef één van de twee een andere"
                )
                self.misplaced(path, message)
            seen.setdefault(label.casefold(), path.name)

    def _below(self, folder: Path) -> Iterator[Path]:
        for path in visible(folder):
            yield path
            if self._is_left_out(path):
                continue
            if path.is_dir() and not may_be_seen(path):
                self.misplaced(path, _NOT_SEEN)
            if leads_nowhere(path):
                self.misplaced(path, _NO_FILE)
            else:
                yield from self._below(path)

    def _is_left_out(self, _: Path) -> bool:
        """True for a folder that is not looked into."""
        return False


def _first_key(kind: TypeAdapter[Any]) -> str:
    """Return the key that a file begins with; what one chooses between begins with an id."""
    keys = [key for key in kind.json_schema().get("properties", {}) if key != "uitleg"]
    return keys[0] if keys else "id"


def _nearest_name(path: Path, known: Iterable[str]) -> str | None:
    """Return the name that one looks most like; the ending is no likeness."""
    by_stem = {Path(name).stem: name for name in known}
    return by_stem.get(nearest(path.stem, by_stem) or "")


def unix(content: bytes) -> bytes:
    """Return a text with our line ends, whatever a checkout or an editor on Windows made of them."""
    return content.replace(b"\r\n", b"\n")


def not_the_name(id_: str, name: str, what: str, *, there: bool = False) -> str:
    """Return what to do when an id is not the name of its file or folder; `there`: another one has that name."""
    if there:
        rename = f"maak er «{name}» van" if re.match(ID_PATTERN, name) else f"hernoem {what} en de id"
        return f"id «{id_}» is al die van een ander; is dit een kopie, haal die dan weg; is het iets nieuws, {rename}"
    if re.match(ID_PATTERN, name):
        return f"id «{id_}» is niet de naam van {what}; maak er «{name}» van, of hernoem {what}"
    ending = ".yaml" if what == "het bestand" else ""
    return f"id «{id_}» is niet de naam van {what}; hernoem {what} tot «{id_}{ending}»"

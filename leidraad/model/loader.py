"""framework/ → Framework plus problems.

Nothing stops at the first mistake: every file is read, and what could be read is checked further.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, TypeVar

from pydantic import Field, TypeAdapter

from leidraad.model.activiteiten import Activiteit
from leidraad.model.afwegingskader import Stap
from leidraad.model.base import ID_PATTERN, Blok
from leidraad.model.begrippen import Begrip
from leidraad.model.bronnen import Bron
from leidraad.model.casussen import Casus
from leidraad.model.framework import Framework, Lokaal, OwnText
from leidraad.model.gemeente import Aanvulling, Gedragsprincipe, Gemeente
from leidraad.model.igm import Factor, Startpunt
from leidraad.model.instrumenten import Instrument
from leidraad.model.kern import Kern
from leidraad.model.problem import NOWHERE, Place, Problem, did_you_mean, nearest, quoted
from leidraad.model.reader import Mapping, Reader, Reported, Sequence
from leidraad.model.understand import stand_in, understand

B = TypeVar("B", bound=Blok)
Items = tuple[dict[str, B], frozenset[str]]  # what could be read, and every id in use, read or not
SLOTS = ("welkom", "principes", "colofon")
EMPTY_KERN = Kern.model_construct(versie="0", stappen=(), startpunten=(), groepen=())


KERN = TypeAdapter(Kern)
BRON = TypeAdapter(Bron)
BEGRIP = TypeAdapter(Begrip)
IGM: TypeAdapter[Startpunt | Factor] = TypeAdapter(Annotated[Startpunt | Factor, Field(discriminator="soort")])
STAP = TypeAdapter(Stap)
ACTIVITEIT = TypeAdapter(Activiteit)
INSTRUMENT = TypeAdapter(Instrument)
CASUS = TypeAdapter(Casus)
GEMEENTE = TypeAdapter(Gemeente)
GEDRAGSPRINCIPE = TypeAdapter(Gedragsprincipe)
AANVULLING = TypeAdapter(Aanvulling)

_NO_FOLDER = "deze map ontbreekt; zet haar terug of maak een nieuwe"
_NO_FILE = "dit bestand is niet te lezen; kijk of het een gewoon bestand is"
_CORE_ENTRIES = (
    "kern.yaml",
    "begrippen.yaml",
    "bronnen.yaml",
    "igm",
    "afwegingskader",
    "instrumenten",
    "casussen",
    "gemeenten",
)
_LOCAL_ENTRIES = ("gemeente.yaml", "gedragsprincipes", "aanvullingen", "teksten", "beeld")


class Everything(frozenset[str]):
    """The ids of what could not be read: any may be among them, so none is reported as unknown."""

    def __contains__(self, _: object) -> bool:
        """Return True."""
        return True


@dataclass
class Loader:
    """Reads a framework folder; what is wrong collects in `problems`."""

    root: Path
    problems: list[Problem] = field(default_factory=list)

    def load(self) -> Framework:
        """Read everything below the root and return what could be read."""
        self._unknown_entries(self.root, _CORE_ENTRIES)
        kader = self.root / "afwegingskader"
        self._unknown_entries(kader, ("stappen", "activiteiten"))
        kern = self._one(self.root / "kern.yaml", KERN)
        begrippen, known_begrippen = self._entries(self.root / "begrippen.yaml", "begrippen", BEGRIP)
        bronnen, known_bronnen = self._entries(self.root / "bronnen.yaml", "bronnen", BRON)
        igm, known_igm = self._folder(self.root / "igm", IGM, needed=True)
        stappen, known_stappen = self._folder(kader / "stappen", STAP, needed=True)
        activiteiten, known_activiteiten = self._folder(kader / "activiteiten", ACTIVITEIT)
        instrumenten, known_instrumenten = self._folder(self.root / "instrumenten", INSTRUMENT)
        casussen, known_casussen = self._folder(self.root / "casussen", CASUS)
        gemeenten = dict(self._gemeenten())
        factoren = {id_: item for id_, item in igm.items() if isinstance(item, Factor)}
        startpunten = {id_: item for id_, item in igm.items() if not isinstance(item, Factor)}
        unread = _without(known_igm, igm.keys())
        return Framework(
            kern=kern or EMPTY_KERN,
            bronnen=bronnen,
            begrippen=begrippen,
            startpunten=startpunten,
            factoren=factoren,
            stappen=stappen,
            activiteiten=activiteiten,
            instrumenten=instrumenten,
            casussen=casussen,
            gemeenten=gemeenten,
            known={
                "bron": known_bronnen,
                "begrip": known_begrippen,
                "factor": _with(unread, factoren.keys()),
                "startpunt": _with(unread, startpunten.keys()),
                "stap": known_stappen,
                "activiteit": known_activiteiten,
                "instrument": known_instrumenten,
                "casus": known_casussen,
            },
        )

    def _label(self, path: Path) -> str:
        return path.relative_to(self.root.parent).as_posix()

    def _problem(self, place: Place, message: str, check: str) -> None:
        self.problems.append(Problem(place, message, check))

    def _misplaced(self, path: Path, message: str) -> None:
        self._problem(Place(self._label(path)), message, "bestand")

    def _read(self, path: Path) -> Any:
        """Return what a file holds, or None when that could not be read and was reported."""
        reader = Reader(self._label(path))
        try:
            value = reader.read(path.read_bytes())
        except FileNotFoundError:
            self._misplaced(path, "dit bestand ontbreekt; zet het terug of maak het")
            return None
        except OSError:
            self._misplaced(path, _NO_FILE)
            return None
        self.problems += reader.problems
        return value

    def _fit(self, raw: Any, kind: TypeAdapter[B]) -> B | None:
        if isinstance(raw, Mapping):
            item, problems = understand(raw, kind)
            self.problems += problems
            return item
        if raw is not None and not isinstance(raw, Reported):
            message = "hier horen sleutels, zoals «id: …», elk op een eigen regel"
            self._problem(raw.place, message, "verkeerde-waarde")
        return None

    def _one(self, path: Path, kind: TypeAdapter[B]) -> B | None:
        return self._fit(self._read(path), kind)

    def _folder(
        self, folder: Path, kind: TypeAdapter[B], *, needed: bool = False
    ) -> tuple[dict[str, B], frozenset[str]]:
        """Return the items of a folder by file name, and every id that is in use there, read or not."""
        if needed and not folder.is_dir():
            self._misplaced(folder, _NO_FOLDER)
            return {}, Everything()
        items: dict[str, B] = {}
        known: set[str] = set()
        for path in _visible(folder):
            known.add(path.stem)
            if path.suffix != ".yaml" or path.is_dir():
                self._not_yaml(path)
                continue
            item = self._one(path, kind)
            if item is None:
                continue
            items[path.stem] = item
            id_ = getattr(item, "id", "")
            known.add(id_)
            if id_ != path.stem and item.place("id") != NOWHERE:
                self._problem(item.place("id"), _not_the_name(id_, path.stem, "het bestand"), "id-is-bestandsnaam")
        return items, frozenset(known)

    def _not_yaml(self, path: Path) -> None:
        """Report what is no .yaml file in a folder that holds only those."""
        message = "dit bestand hoort hier niet; hier staan alleen bestanden die eindigen op .yaml"
        if path.is_dir():
            message = "deze map hoort hier niet; zet de bestanden een map hoger"
        elif path.suffix.lower() in (".yml", ".yaml"):
            message = f"een bestand eindigt hier op .yaml; hernoem het tot {quoted(path.stem + '.yaml')}"
        self._misplaced(path, message)

    def _entries(self, path: Path, key: str, kind: TypeAdapter[B]) -> Items[B]:
        """Return the entries of a file that is one list, and their ids; all ids when some could not be read."""
        raw = self._read(path)
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
            if item is None or item.place("id") == NOWHERE:
                complete = False
                continue
            id_, place = str(entry["id"]), item.place("id")
            if id_ in places:
                message = f"id «{id_}» staat er al op regel {places[id_].line}; kies een andere id of verwijder er één"
                self._problem(place, message, "dubbele-id")
                continue
            items[id_], places[id_] = item, place
        return items, frozenset(items) if complete else Everything()

    def _list_in(self, raw: Any, key: str) -> Sequence | None:
        """Return the list under the one key of a file, taking a mistyped key for the right one."""
        if not isinstance(raw, Mapping):
            self._problem(raw.place, f"hier hoort «{key}:» met daaronder een lijst", "verkeerde-waarde")
            return None
        for other in raw.keys() - {key}:
            remedy = did_you_mean(other, [key]) if key not in raw else "; verwijder haar"
            self._problem(raw.keys_at[other], f"sleutel {quoted(other)} ken ik niet{remedy}", "onbekende-sleutel")
        if key not in raw and raw:
            return next((value for value in raw.values() if isinstance(value, Sequence)), None)
        entries = raw.get(key)
        if entries is None:
            self._problem(raw.place_of(key), f"«{key}» is leeg; zet er een lijst onder", "leeg")
        elif not isinstance(entries, Sequence | Reported):
            message = f"onder «{key}:» hoort een lijst; zet voor elk punt een streepje en een spatie"
            self._problem(raw.place_of(key), message, "verkeerde-waarde")
        return entries if isinstance(entries, Sequence) else None

    def _gemeenten(self) -> Iterator[tuple[str, Lokaal]]:
        folder = self.root / "gemeenten"
        if not folder.is_dir():
            self._misplaced(folder, _NO_FOLDER)
        for path in _visible(folder):
            if path.is_dir():
                yield path.name, self._gemeente(path)
            else:
                message = "dit bestand hoort hier niet; zet het in de map van een gemeente"
                self._misplaced(path, message)

    def _gemeente(self, folder: Path) -> Lokaal:
        """Read one municipality; a gemeente.yaml that cannot be read leaves the rest of its folder to be checked."""
        self._unknown_entries(folder, _LOCAL_ENTRIES)
        gemeente = self._one(folder / "gemeente.yaml", GEMEENTE)
        if gemeente is None:
            gemeente = GEMEENTE.validate_python(stand_in(Gemeente))
        elif gemeente.id != folder.name and gemeente.place("id") != NOWHERE:
            message = _not_the_name(gemeente.id, folder.name, "de map")
            self._problem(gemeente.place("id"), message, "id-is-bestandsnaam")
        principes, known = self._folder(folder / "gedragsprincipes", GEDRAGSPRINCIPE)
        aanvullingen, _ = self._folder(folder / "aanvullingen", AANVULLING)
        teksten = dict(self._teksten(folder / "teksten"))
        beeld = {image.name: image for image in _visible(folder / "beeld")}
        return Lokaal(gemeente, principes, aanvullingen, teksten, beeld, known)

    def _teksten(self, folder: Path) -> Iterator[tuple[str, OwnText]]:
        for path in _visible(folder):
            place = Place(self._label(path))
            if path.suffix != ".md" or path.stem not in SLOTS:
                known = [f"{slot}.md" for slot in SLOTS]
                self._problem(place, f"voor «{path.name}» is geen plek{did_you_mean(path.name, known)}", "bestand")
                continue
            text = self._text(path)
            if text is not None:
                yield path.stem, OwnText(path.stem, text, place)

    def _text(self, path: Path) -> str | None:
        reader = Reader(self._label(path))
        try:
            text = reader.decode(path.read_bytes())
        except OSError:
            self._misplaced(path, _NO_FILE)
            return None
        self.problems += reader.problems
        if text is not None and not text.strip():
            self._problem(Place(reader.file), "dit bestand is leeg; vul het in of verwijder het", "leeg-bestand")
        return text.replace("\r\n", "\n") if text else None

    def _unknown_entries(self, folder: Path, known: tuple[str, ...]) -> None:
        for path in _visible(folder):
            if path.name not in known:
                hint = (
                    did_you_mean(path.name, known) if nearest(path.name, known) else "; hier horen " + ", ".join(known)
                )
                self._misplaced(path, f"{quoted(path.name)} hoort hier niet{hint}")


def _visible(folder: Path) -> list[Path]:
    """Return what is in a folder, by name; nothing when it is no folder. Names that begin with a point are tools'."""
    return sorted(path for path in folder.iterdir() if path.name[0] != ".") if folder.is_dir() else []


def _not_the_name(id_: str, name: str, what: str) -> str:
    if re.match(ID_PATTERN, name):
        return f"id «{id_}» is niet de naam van {what}; maak er «{name}» van, of hernoem {what}"
    return f"id «{id_}» is niet de naam van {what}; hernoem {what} tot «{id_}»"


def _with(known: frozenset[str], ids: Iterable[str]) -> frozenset[str]:
    return known if isinstance(known, Everything) else known | frozenset(ids)


def _without(known: frozenset[str], ids: Iterable[str]) -> frozenset[str]:
    return known if isinstance(known, Everything) else known - frozenset(ids)


def load(root: Path) -> tuple[Framework, list[Problem]]:
    """Read the framework folder `root`.

    Returns what could be read, and every problem found in the files themselves. Raises nothing about content.
    """
    loader = Loader(root)
    framework = loader.load()
    return framework, loader.problems

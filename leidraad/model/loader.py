"""framework/ → Framework plus problems.

Nothing stops at the first mistake: every file is read, and what could be read is checked further.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, TypeVar

from pydantic import Field, TypeAdapter, ValidationError

from leidraad.model.afwegingskader import Stap
from leidraad.model.base import Blok
from leidraad.model.begrippen import Begrip
from leidraad.model.bronnen import Bron
from leidraad.model.framework import Framework, Lokaal, OwnText
from leidraad.model.gemeente import Aanvulling, Gedragsprincipe, Gemeente
from leidraad.model.igm import Factor, Startpunt
from leidraad.model.kern import Kern
from leidraad.model.messages import problems_of
from leidraad.model.problem import Place, Problem, did_you_mean
from leidraad.model.reader import Mapping, Reader, Sequence

B = TypeVar("B", bound=Blok)
SLOTS = ("welkom", "principes", "colofon")
EMPTY_KERN = Kern.model_construct(versie="0", stappen=(), startpunten=(), groepen=())


KERN = TypeAdapter(Kern)
BRON = TypeAdapter(Bron)
BEGRIP = TypeAdapter(Begrip)
IGM: TypeAdapter[Startpunt | Factor] = TypeAdapter(Annotated[Startpunt | Factor, Field(discriminator="soort")])
STAP = TypeAdapter(Stap)
GEMEENTE = TypeAdapter(Gemeente)
GEDRAGSPRINCIPE = TypeAdapter(Gedragsprincipe)
AANVULLING = TypeAdapter(Aanvulling)

_CORE_ENTRIES = ("kern.yaml", "begrippen.yaml", "bronnen.yaml", "igm", "afwegingskader", "gemeenten")
_LOCAL_ENTRIES = ("gemeente.yaml", "gedragsprincipes", "aanvullingen", "teksten", "beeld")


@dataclass
class Loader:
    """Reads a framework folder; what is wrong collects in `problems`."""

    root: Path
    problems: list[Problem] = field(default_factory=list)

    def load(self) -> Framework:
        """Read everything below the root and return what could be read."""
        self._unknown_entries(self.root, _CORE_ENTRIES)
        kern = self._one(self.root / "kern.yaml", KERN)
        begrippen, known_begrippen = self._entries(self.root / "begrippen.yaml", "begrippen", BEGRIP)
        bronnen, known_bronnen = self._entries(self.root / "bronnen.yaml", "bronnen", BRON)
        igm, known_igm = self._folder(self.root / "igm", IGM)
        stappen, known_stappen = self._folder(self.root / "afwegingskader" / "stappen", STAP)
        gemeenten = dict(self._gemeenten())
        factoren = {id_: item for id_, item in igm.items() if isinstance(item, Factor)}
        startpunten = {id_: item for id_, item in igm.items() if not isinstance(item, Factor)}
        unread = known_igm - igm.keys()
        return Framework(
            kern=kern or EMPTY_KERN,
            bronnen=bronnen,
            begrippen=begrippen,
            startpunten=startpunten,
            factoren=factoren,
            stappen=stappen,
            gemeenten=gemeenten,
            known={
                "bron": frozenset(known_bronnen),
                "begrip": frozenset(known_begrippen),
                "factor": frozenset(factoren.keys() | unread),
                "startpunt": frozenset(startpunten.keys() | unread),
                "stap": frozenset(known_stappen),
            },
        )

    def _label(self, path: Path) -> str:
        return path.relative_to(self.root.parent).as_posix()

    def _problem(self, place: Place, message: str, check: str) -> None:
        self.problems.append(Problem(place, message, check))

    def _read(self, path: Path) -> Any:
        reader = Reader(self._label(path))
        try:
            value = reader.read(path.read_bytes())
        except OSError:
            self._problem(Place(self._label(path)), "dit bestand ontbreekt of is niet te lezen", "bestand")
            return None
        self.problems += reader.problems
        return value

    def _fit(self, raw: Any, kind: TypeAdapter[B], file: str) -> B | None:
        if not isinstance(raw, Mapping):
            place = getattr(raw, "place", Place(file))
            self._problem(place, "hier horen sleutels, zoals «id: …», elk op een eigen regel", "verkeerde-waarde")
            return None
        try:
            return kind.validate_python(raw)
        except ValidationError as error:
            self.problems += problems_of(raw, list(error.errors(include_url=False)))
            return None

    def _one(self, path: Path, kind: TypeAdapter[B]) -> B | None:
        before = len(self.problems)
        raw = self._read(path)
        if raw is None and len(self.problems) > before:
            return None
        return self._fit(raw, kind, self._label(path))

    def _folder(self, folder: Path, kind: TypeAdapter[B]) -> tuple[dict[str, B], set[str]]:
        items: dict[str, B] = {}
        known: set[str] = set()
        for path in self._yaml_files(folder):
            known.add(path.stem)
            item = self._one(path, kind)
            if item is None:
                continue
            id_ = getattr(item, "id", "")
            if id_ == path.stem:
                items[id_] = item
            else:
                message = f"id «{id_}» is niet de bestandsnaam; maak er «{path.stem}» van, of hernoem het bestand"
                self._problem(item.place("id"), message, "id-is-bestandsnaam")
        return items, known

    def _yaml_files(self, folder: Path) -> Iterator[Path]:
        for path in sorted(folder.iterdir()) if folder.is_dir() else ():
            if path.suffix == ".yaml":
                yield path
            elif not path.name.startswith("."):
                message = "dit bestand hoort hier niet; hier staan alleen bestanden die eindigen op .yaml"
                self._problem(Place(self._label(path)), message, "bestand")

    def _entries(self, path: Path, key: str, kind: TypeAdapter[B]) -> tuple[dict[str, B], set[str]]:
        raw = self._read(path)
        entries = raw.get(key) if isinstance(raw, Mapping) else None
        if not isinstance(entries, Sequence):
            if raw is not None:
                message = f"hier hoort «{key}:» met daaronder een lijst"
                self._problem(getattr(raw, "place", Place(self._label(path))), message, "verkeerde-waarde")
            return {}, set()
        for other in raw.keys() - {key}:
            message = f"sleutel «{other}» ken ik niet{did_you_mean(other, [key])}"
            self._problem(raw.keys_at[other], message, "onbekende-sleutel")
        items: dict[str, B] = {}
        known: set[str] = set()
        for entry in entries:
            id_ = str(entry.get("id", "")) if isinstance(entry, Mapping) else ""
            if id_ in known:
                self._problem(entry.place_of("id"), f"id «{id_}» bestaat al; kies een ander", "dubbele-id")
                continue
            known.add(id_)
            item = self._fit(entry, kind, self._label(path))
            if item is not None:
                items[id_] = item
        return items, known

    def _gemeenten(self) -> Iterator[tuple[str, Lokaal]]:
        folder = self.root / "gemeenten"
        for path in sorted(folder.iterdir()) if folder.is_dir() else ():
            if path.name.startswith("."):
                continue
            if not path.is_dir():
                message = "dit bestand hoort in de map van een gemeente"
                self._problem(Place(self._label(path)), message, "bestand")
                continue
            self._unknown_entries(path, _LOCAL_ENTRIES)
            gemeente = self._one(path / "gemeente.yaml", GEMEENTE)
            principes, known_principes = self._folder(path / "gedragsprincipes", GEDRAGSPRINCIPE)
            aanvullingen, _ = self._folder(path / "aanvullingen", AANVULLING)
            teksten = dict(self._teksten(path / "teksten"))
            if gemeente is None:
                continue
            if gemeente.id != path.name:
                message = f"id «{gemeente.id}» is niet de naam van de map; maak er «{path.name}» van"
                self._problem(gemeente.place("id"), message, "id-is-bestandsnaam")
                continue
            beeld = {image.name: image for image in sorted((path / "beeld").glob("*"))}
            yield path.name, Lokaal(gemeente, principes, aanvullingen, teksten, beeld, frozenset(known_principes))

    def _teksten(self, folder: Path) -> Iterator[tuple[str, OwnText]]:
        for path in sorted(folder.iterdir()) if folder.is_dir() else ():
            place = Place(self._label(path))
            if path.suffix != ".md" or path.stem not in SLOTS:
                message = f"voor «{path.name}» is geen plek{did_you_mean(path.stem, SLOTS)} (eindig op .md)"
                self._problem(place, message, "bestand")
                continue
            try:
                yield path.stem, OwnText(path.stem, path.read_text("utf-8-sig"), place)
            except UnicodeDecodeError:
                message = "dit bestand is niet in UTF-8 opgeslagen; sla het opnieuw op als UTF-8"
                self._problem(place, message, "niet-utf8")

    def _unknown_entries(self, folder: Path, known: tuple[str, ...]) -> None:
        for path in sorted(folder.iterdir()) if folder.is_dir() else ():
            if path.name not in known and not path.name.startswith("."):
                message = f"«{path.name}» ken ik hier niet{did_you_mean(path.name, known)}"
                self._problem(Place(self._label(path)), message, "bestand")


def load(root: Path) -> tuple[Framework, list[Problem]]:
    """Read the framework folder `root`.

    Returns what could be read, and every problem found in the files themselves. Raises nothing about content.
    """
    loader = Loader(root)
    framework = loader.load()
    return framework, loader.problems

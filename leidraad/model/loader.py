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

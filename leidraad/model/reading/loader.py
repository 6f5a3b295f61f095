"""framework/ → Framework plus problems.

Nothing stops at the first mistake: every file is read, and what could be read is checked further.
"""

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Annotated

from pydantic import Field, TypeAdapter

from leidraad.model.reading.files import NO_FOLDER, Elsewhere, Everything, Files, not_the_name, plus
from leidraad.model.reading.names import is_copy, original_of, visible
from leidraad.model.reading.strangers import elsewhere
from leidraad.model.reading.understand import stand_in
from leidraad.model.types.activiteiten import Activiteit
from leidraad.model.types.afwegingskader import Stap
from leidraad.model.types.begrippen import Begrip
from leidraad.model.types.bronnen import Bron
from leidraad.model.types.casussen import Casus
from leidraad.model.types.eigen_activiteiten import EigenActiviteit
from leidraad.model.types.gemeente import Aanvulling, Gedragsprincipe, Gemeente
from leidraad.model.types.igm import Factor, Startpunt
from leidraad.model.types.instrumenten import Instrument
from leidraad.model.types.kern import Kern
from leidraad.model.types.keuze import Keuze
from leidraad.model.types.routes import Route, Voorbeeldloop
from leidraad.model.types.zoekvragen import Zoekvraag
from leidraad.model.use.addresses import PAGINAS
from leidraad.model.use.framework import Framework, Lokaal, OwnText
from leidraad.model.yaml.problem import NOWHERE, Place, Problem, did_you_mean, nearest

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
ROUTE = TypeAdapter(Route)
LOOP = TypeAdapter(Voorbeeldloop)
GEMEENTE = TypeAdapter(Gemeente)
GEDRAGSPRINCIPE = TypeAdapter(Gedragsprincipe)
AANVULLING = TypeAdapter(Aanvulling)
EIGEN_ACTIVITEIT = TypeAdapter(EigenActiviteit)
KEUZE = TypeAdapter(Keuze)
ZOEKVRAAG = TypeAdapter(Zoekvraag)

_CORE_ENTRIES = (
    "kern.yaml",
    "begrippen.yaml",
    "bronnen.yaml",
    "igm",
    "afwegingskader",
    "instrumenten",
    "casussen",
    "gemeenten",
    "zoekvragen.yaml",
)
_LOCAL_ENTRIES = (
    "gemeente.yaml",
    "keuze.yaml",
    "gedragsprincipes",
    "activiteiten",
    "aanvullingen",
    "teksten",
    "beeld",
    "zoekvragen.yaml",
    "LEES-MIJ.md",
)


class Loader(Files):
    """Reads a framework folder; what is wrong collects in `problems`."""

    def load(self) -> Framework:
        """Read everything below the root and return what could be read."""
        self.names()
        self.unknown_entries(self.root, _CORE_ENTRIES)
        kader = self.root / "afwegingskader"
        self.unknown_entries(kader, ("stappen", "activiteiten", "routes", "lopen"))
        kern = self.one(self.root / "kern.yaml", KERN)
        begrippen, known_begrippen = self.entries(self.root / "begrippen.yaml", "begrippen", BEGRIP)
        bronnen, known_bronnen = self.entries(self.root / "bronnen.yaml", "bronnen", BRON)
        igm, known_igm = self.folder(self.root / "igm", IGM, needed=True)
        stappen, known_stappen = self.folder(kader / "stappen", STAP, needed=True)
        activiteiten, knno_activiteiten = self.folder(kader / "activiteiten", ACTIVITEIT)
        instrumenten, known_instrumenten = self.folder(self.root / "instrumenten", INSTRUMENT)
        casussen, known_casussen = self.folder(self.root / "casussen", CASUS)
        routes, known_routes = self.folder(kader / "routes", ROUTE)
        lopen, _ = self.folder(kader / "lopen", LOOP)
        no_activiteit = partial(elsewhere, EigenActiviteit, activiteiten=knno_activiteiten)
        gemeenten = dict(self._gemeenten(no_activiteit))
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
            routes=routes,
            lopen=lopen,
            gemeenten=gemeenten,
            known={
                "bron": known_bronnen,
                "begrip": known_begrippen,
                "factor": plus(unread, factoren.keys()),
                "startpunt": plus(unread, startpunten.keys()),
                "stap": known_stappen,
                "activiteit": knno_activiteiten,
                "instrument": known_instrumenten,
                "casus": known_casussen,
                "route": known_routes,
                "pagina": frozenset(PAGINAS),
            },
            zoekvragen=self._zoekvragen(self.root),
        )

    def _gemeenten(self, no_activiteit: Elsewhere) -> Iterator[tuple[str, Lokaal]]:
        folder = self.root / "gemeenten"
        if not folder.is_dir():
            self.misplaced(folder, NO_FOLDER)
        names = {path.name for path in visible(folder)}
        for path in visible(folder):
            if path.is_dir() and (original := original_of(path, names)):
                self.misplaced(path, is_copy(original))
            elif path.is_dir():
                yield path.name, self._gemeente(path, no_activiteit)
            else:
                message = "dit bestand hoort hier niet; zet het in de map van een gemeente"
                self.misplaced(path, message)

    def _gemeente(self, folder: Path, no_activiteit: Elsewhere) -> Lokaal:
        """Read one municipality; a gemeente.yaml that cannot be read leaves the rest of its folder to be checked."""
        self.unknown_entries(folder, _LOCAL_ENTRIES)
        gemeente = self.one(folder / "gemeente.yaml", GEMEENTE)
        if gemeente is None:
            gemeente = GEMEENTE.validate_python(stand_in(Gemeente))
        elif gemeente.id != folder.name and gemeente.place("id") != NOWHERE:
            there = (folder.parent / gemeente.id).is_dir()
            message = not_the_name(gemeente.id, folder.name, "de map", there=there)
            self.problem(gemeente.place("id"), message, "id-is-bestandsnaam")
        principes, known = self.folder(
            folder / "gedragsprincipes", GEDRAGSPRINCIPE, elsewhere=partial(elsewhere, Gedragsprincipe)
        )
        aanvullingen, _ = self.folder(folder / "aanvullingen", AANVULLING, elsewhere=partial(elsewhere, Aanvulling))
        teksten = dict(self._teksten(folder / "teksten"))
        beeld = {image.name: image for image in visible(folder / "beeld")}
        activiteiten, knno_activiteiten = self.folder(
            folder / "activiteiten", EIGEN_ACTIVITEIT, elsewhere=no_activiteit
        )
        keuze = self.one(folder / "keuze.yaml", KEUZE) if (folder / "keuze.yaml").exists() else None
        return Lokaal(
            gemeente,
            principes,
            aanvullingen,
            teksten,
            beeld,
            known,
            activiteiten,
            knno_activiteiten,
            keuze or Keuze(),
            self._zoekvragen(folder),
        )

    def _zoekvragen(self, folder: Path) -> dict[str, Zoekvraag]:
        """Return the search questions of the core or of a municipality; both may do without."""
        path = folder / "zoekvragen.yaml"
        return self.entries(path, "zoekvragen", ZOEKVRAAG, "vraag")[0] if path.exists() else {}

    def _teksten(self, folder: Path) -> Iterator[tuple[str, OwnText]]:
        for path in visible(folder):
            place = Place(self.label(path))
            if path.suffix != ".md" or path.stem not in SLOTS:
                known = [f"{slot}.md" for slot in SLOTS]
                meant = nearest(path.name, known)
                message = f"voor «{path.name}» is geen plek{did_you_mean(path.name, known)}"
                there = meant and (folder / meant).exists()
                self.problem(place, is_copy(str(meant)) if there else message, "bestand")
                continue
            text = self.text(path)
            if text is not None:
                yield path.stem, OwnText(path.stem, text, place)


def _without(known: frozenset[str], ids: Iterable[str]) -> frozenset[str]:
    return known if isinstance(known, Everything) else known - frozenset(ids)


def load(root: Path) -> tuple[Framework, list[Problem]]:
    """Read the framework folder `root`.

    Returns what could be read, and every problem found in the files themselves. Raises nothing about content.
    """
    loader = Loader(root)
    framework = loader.load()
    return framework, loader.problems

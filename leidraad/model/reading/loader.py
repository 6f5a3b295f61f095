"""framework/ → Framework plus problems.

Nothing stops at the first mistake: every file is read, and what could be read is checked further.
"""

import json
from collections.abc import Collection, Iterable, Iterator
from collections.abc import Mapping as AnyMapping
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from leidraad.model.kinds import Kind, Whose, adapter, places
from leidraad.model.reading.files import NO_FOLDER, Earlier, Everything, Files, not_the_name, plus
from leidraad.model.reading.item import stand_in
from leidraad.model.reading.names import is_copy, may_be_seen, original_of, visible
from leidraad.model.reading.pages import pages_beside
from leidraad.model.reading.strangers import elsewhere, of_which_core_folder, of_which_folder
from leidraad.model.reading.suggest import with_ids
from leidraad.model.types.gemeente import Gemeente
from leidraad.model.types.kern import Kern
from leidraad.model.types.keuze import Keuze
from leidraad.model.use.addresses import ADDRESSES, PAGINAS
from leidraad.model.use.framework import Framework, Items, Lokaal, OwnText
from leidraad.model.use.pages import Pages
from leidraad.model.use.questions import VRAGEN
from leidraad.model.yaml.problem import NOWHERE, Place, Problem, nearest, one_of, quoted
from leidraad.model.yaml.reader import Mapping

UNFINISHED = "nog-niet-af.json"  # activities of the form of which something is still asked: no reader sees them
_A_FOLDER = "deze map van een gemeente"
_PICTURES = (".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp")
_HIGHER = ("keuze.yaml", "zoekvragen.yaml")
_NAME = 200  # signs of a name that are shown
SLOTS = tuple(VRAGEN["teksten"])
EMPTY_KERN = Kern.model_construct(versie="0", stappen=(), startpunten=(), groepen=())

_BESIDE: dict[Whose, tuple[str, ...]] = {
    "kern": ("gemeenten",),
    "gemeente": ("teksten", "beeld", "LEES-MIJ.md", UNFINISHED),
}


class Core(NamedTuple):
    """What all municipalities share, as it was read."""

    kern: Kern
    items: Items
    known: AnyMapping[str, frozenset[str]]
    pages: Pages | None


class Loader(Files):
    """Reads a framework folder; what is wrong collects in `problems`.

    With `only`, of the folders of municipalities those are read, and what is in another is not looked at.
    With `core`, that is not read again: it was read of the same files, and nothing was wrong in them.
    """

    def __init__(
        self, root: Path, only: Collection[str] = (), core: Core | None = None, earlier: Earlier | None = None
    ) -> None:
        """Read below a root."""
        super().__init__(root, earlier=earlier)
        self._only = frozenset(only)
        self._core = core

    def _is_left_out(self, path: Path) -> bool:
        return bool(self._only) and path.parent == self.root / "gemeenten" and path.name not in self._only

    def load(self) -> Framework:
        """Read everything below the root and return what could be read."""
        self.names()
        self._outside()
        core = self._core or self._read_core()
        gemeenten = dict(self._gemeenten(core.known["activiteit"]))
        return Framework(core.kern, core.items, gemeenten, core.known, core.pages)

    def _read_core(self) -> Core:
        self._unknown("kern", self.root)
        kern = self.one(self.root / "kern.yaml", adapter("kern", "kern.yaml"), is_needed=True)
        items, known = self._items("kern", self.root)
        known["pagina"] = frozenset(PAGINAS)
        return Core(kern or EMPTY_KERN, items, known, pages_beside(self.root))

    def _unknown(self, of: Whose, folder: Path) -> None:
        """Note what stands in a folder, or in one that only holds folders, and is of no kind."""
        inside: dict[str, list[str]] = {}
        for where in places(of):
            first, _, second = where.rstrip("/").partition("/")
            inside.setdefault(first, []).extend([second] if second else [])
        self.unknown_entries(folder, (*inside, *_BESIDE[of]))
        for first, seconds in inside.items():
            if seconds:
                self.unknown_entries(folder / first, tuple(seconds))

    def _items(
        self, of: Whose, folder: Path, activiteiten: Collection[str] = ()
    ) -> tuple[dict[str, dict[str, Any]], dict[str, frozenset[str]]]:
        """Return, by kind, what could be read, and every id in use, read or not.

        `activiteiten` are those of the core: a municipality's own are something else.
        """
        items: dict[str, dict[str, Any]] = {}
        known: dict[str, frozenset[str]] = {}
        for where, kinds in places(of).items():
            first = kinds[0]
            if first.is_folder:
                core = activiteiten if first.name == "activiteit" else ()
                stranger = partial(elsewhere, first.type, activiteiten=core) if of == "gemeente" else None
                understood = adapter(of, where)
                read, ids = self.folder(folder / where, understood, needed=first.needed, elsewhere=stranger)
            elif first.list_key:
                read, ids = self._listed(folder / where, first)
            else:
                continue  # a file that is one thing: kern, gemeente, keuze
            unread = _without(ids, read.keys())
            for kind in kinds:
                items[kind.name] = {id_: item for id_, item in read.items() if type(item) is kind.type}
                if kind.name in ADDRESSES:  # nothing else can be named
                    known[kind.name] = plus(unread, items[kind.name].keys())
        return items, known

    def _listed(self, path: Path, kind: Kind) -> tuple[dict[str, Any], frozenset[str]]:
        """Return the entries of a file that is one list; without search questions one can do."""
        if kind.name == "zoekvraag" and not path.exists():
            return {}, frozenset()
        is_needed = kind.name != "zoekvraag"
        return self.entries(path, path.stem, adapter(kind.of, kind.where), kind.list_key, is_needed=is_needed)

    def _gemeenten(self, of_the_core: frozenset[str]) -> Iterator[tuple[str, Lokaal]]:
        folder = self.root / "gemeenten"
        if not folder.is_dir():
            self.misplaced(folder, NO_FOLDER)
        names = {path.name for path in visible(folder)}
        for path in visible(folder):
            if path.is_dir() and (original := original_of(path, names)):
                self.misplaced(path, is_copy(original))
            elif self._is_left_out(path):
                continue
            elif not (path / "gemeente.yaml").exists() and (inner := _too_deep(path)):
                self.misplaced(
                    inner, f"{_A_FOLDER} zit te diep; zet wat erin staat een map hoger, in {quoted(path.name)}"
                )
            elif path.is_dir():
                yield path.name, self._gemeente(path, of_the_core)
            elif path.suffix.lower() == ".zip":
                self.misplaced(path, "dit is een zip; pak die uit, en zet de map die erin zit hier")
            else:
                raw = self.peek(path) if path.suffix.lower() in (".yaml", ".yml") else None
                where = of_which_folder(raw) if isinstance(raw, Mapping) else ""
                message = "dit bestand hoort hier niet; zet het in de map van een gemeente"
                self.misplaced(path, f"{message}, in {where}" if where else message)

    def _belongs(self, path: Path) -> str:
        folder = path.parent
        if path.name in _HIGHER and folder.parent.parent == self.root / "gemeenten":
            is_item = isinstance(raw := self.peek(path), Mapping) and "id" in raw
            return "" if is_item else f"dit bestand hoort een map hoger, in {quoted(folder.parent.name)}"
        if folder == self.root:
            return self._belongs_in(path, "gemeenten/<uw-gemeente>/")
        if folder.parent != self.root / "gemeenten":
            return ""
        if path.is_dir():
            deep = (path / "gemeente.yaml").is_file()
            return f"{_A_FOLDER} hoort hier niet; is wat erin staat nieuwer, zet dat dan een map hoger" if deep else ""
        return self._belongs_in(path, "")

    def _belongs_in(self, path: Path, own: str) -> str:
        """Return where in a municipality's folder something belongs; `own` is where that folder is from here."""
        if path.is_dir():
            if (path / "gemeente.yaml").is_file():
                return f"{_A_FOLDER} hoort in gemeenten/; zet die daar"
            is_own = f"{path.name}/" in places("gemeente") or path.name in _BESIDE["gemeente"]
            return f"deze map hoort in de map van een gemeente: {own}{path.name}" if is_own else ""
        if path.suffix.lower() == ".zip":
            return "dit is een zip; pak die uit, en zet de map die erin zit in gemeenten/" if own else ""
        if path.suffix.lower() in _PICTURES:
            return f"een plaatje hoort in een map; zet het in {own}beeld/"
        if path.suffix == ".md" and path.stem in SLOTS:
            return f"een eigen tekst hoort in een map; zet die in {own}teksten/"
        raw = self.peek(path) if path.suffix.lower() in (".yaml", ".yml") else None
        where = of_which_folder(raw) if isinstance(raw, Mapping) else ""
        core = of_which_core_folder(raw) if own and isinstance(raw, Mapping) else ""
        where = core or (where and f"{own}{where}")
        return f"dit bestand hoort in een map; zet het in {where}" if where else ""

    def _outside(self) -> None:
        """Hint at every folder of a municipality that stands beside the framework, where nobody reads it."""
        beside = self.root.parent
        for around in (beside, beside / "gemeenten", beside / "docs"):
            for path in visible(around):
                if path != self.root and may_be_seen(path) and (path / "gemeente.yaml").is_file():
                    message = f"{_A_FOLDER} hoort in {self.root.name}/gemeenten/; zet die daar"
                    self.problems.append(Problem(Place(self.label(path)), message, "bestand", "let-op"))

    def _gemeente(self, folder: Path, of_the_core: frozenset[str]) -> Lokaal:
        """Read one municipality; a gemeente.yaml that cannot be read leaves the rest of its folder to be checked."""
        self._unknown("gemeente", folder)
        gemeente = self.one(folder / "gemeente.yaml", adapter("gemeente", "gemeente.yaml"), is_needed=True)
        if gemeente is None:
            gemeente = adapter("gemeente", "gemeente.yaml").validate_python(stand_in(Gemeente))
        elif gemeente.id != folder.name and gemeente.place("id") != NOWHERE:
            there = (folder.parent / gemeente.id).is_dir()
            message = not_the_name(gemeente.id, folder.name, "de map", there=there)
            self.problem(gemeente.place("id"), message, "id-is-bestandsnaam")
        items, known = self._items("gemeente", folder, of_the_core)
        teksten = dict(self._teksten(folder / "teksten"))
        beeld = {image.name: image for image in visible(folder / "beeld")}
        path = folder / "keuze.yaml"
        keuze = self.one(path, adapter("gemeente", "keuze.yaml")) if path.exists() else None
        return Lokaal(gemeente, items, teksten, beeld, known, keuze or Keuze(), self._unfinished(folder / UNFINISHED))

    def _unfinished(self, path: Path) -> tuple[str, ...]:
        """Return the names of the activities of which something is still asked."""
        if not path.exists() or (text := self.text(path)) is None:
            return ()
        try:
            rows = json.loads(text)["activiteit"]
            return tuple(" ".join(str(row["titel"]).split())[:_NAME] for row in rows)
        except (ValueError, LookupError, TypeError, RecursionError):
            message = "dit bestand is beschadigd; open uw zip opnieuw in het formulier, of haal het weg"
            self.misplaced(path, message)
            return ()

    def _belongs_elsewhere(self, path: Path) -> str:
        """Return where what is no text belongs, seen from the folder of texts."""
        if path.suffix.lower() in _PICTURES:
            return "een plaatje hoort niet bij de teksten; zet het in beeld/"
        if path.suffix.lower() not in (".yaml", ".yml"):
            return ""
        raw = self.peek(path)
        where = of_which_folder(raw) if isinstance(raw, Mapping) else ""
        return f"dit bestand hoort niet bij de teksten; zet het {f'in {where}' if where else 'een map hoger'}"

    def _teksten(self, folder: Path) -> Iterator[tuple[str, OwnText]]:
        names = {path.name for path in visible(folder)}
        for path in visible(folder):
            place = Place(self.label(path))
            if path.suffix != ".md" or path.stem not in SLOTS:
                known = [f"{slot}.md" for slot in SLOTS]
                meant = nearest(path.name, known)
                message = f"voor «{path.name}» is geen plek{one_of(path.name, known)}"
                if where := self._belongs_elsewhere(path):
                    message = where
                elif reason := self.other_program(path):
                    message = f"{reason}{', ' + quoted(meant) if meant else ''}"
                elif path.stem in SLOTS and meant and (folder / meant).exists():
                    message = f"zet wat u hiervan wilt houden in {quoted(meant)}, en haal dit bestand daarna weg"
                elif original := original_of(path, names):
                    message = is_copy(original)
                elif meant and (folder / meant).exists():
                    message = f"voor «{path.name}» is geen plek; er zijn {', '.join(map(quoted, known))}"
                self.misplaced(path, message)
                continue
            text = self.text(path)
            if text is not None:
                yield path.stem, OwnText(path.stem, text, place)


def _too_deep(folder: Path) -> Path | None:
    """Return the folder of a municipality in one around it, as a zip is unpacked on Windows."""
    own = {where.rstrip("/") for where in places("gemeente")}
    return next((path for path in visible(folder) if path.name not in own and (path / "gemeente.yaml").is_file()), None)


def _without(known: frozenset[str], ids: Iterable[str]) -> frozenset[str]:
    return known if isinstance(known, Everything) else known - frozenset(ids)


def load(
    root: Path, only: Collection[str] = (), core: Core | None = None, earlier: Earlier | None = None
) -> tuple[Framework, list[Problem]]:
    """Read the framework folder `root`: all of it, or of the municipalities `only` some, or not the core.

    Returns what could be read, and every problem found in the files themselves. Raises nothing about content.
    What stands in `earlier` is not read again, and what was read is kept there, unless something was wrong.
    """
    loader = Loader(root, only, core, earlier)
    try:
        framework = loader.load()
    finally:
        if earlier is not None and loader.problems:
            earlier.clear()  # what is wrong is mended on the way, and would not be found again
    return framework, with_ids(framework, loader.problems)

"""An edition and its version as they are read: each passes for the real one, and what is asked of it is noted."""

from collections.abc import Callable, Hashable, Iterator, Mapping
from datetime import date
from functools import cache, lru_cache
from types import FunctionType, MethodType
from typing import TYPE_CHECKING, Any, TypeVar, cast

from leidraad.model.types.base import Blok
from leidraad.model.types.gemeente import Aanvulling, Gedragsprincipe
from leidraad.model.types.igm import Factor, OpenVraag, Startpunt
from leidraad.model.types.keuze import KeuzeOpPoster, Plek, Vraagplek
from leidraad.model.use.chosen import Gekozen
from leidraad.model.use.dates import LaterDate
from leidraad.model.use.framework import TAG, Edition, Lokaal, OwnText
from leidraad.model.use.marks import later
from leidraad.model.use.seen.answers import name_of
from leidraad.model.use.seen.fingerprint import fingerprint
from leidraad.model.use.seen.later import NAMES
from leidraad.model.use.seen.memory import Part
from leidraad.model.use.seen.pieces import Pieces
from leidraad.model.use.version import Version

if TYPE_CHECKING:
    from leidraad.model.use.seen.reader import Reader

R = TypeVar("R")


@lru_cache(maxsize=512)  # editions share most of them
def _without_tags(html: str) -> Pieces:
    return Pieces(TAG.sub(" ", html))


class _Date:
    """A date that may only be written; whoever looks at its parts reads the date itself."""

    def __init__(self, reader: "Reader") -> None:
        self._reader = reader

    def later(self) -> LaterDate:
        return LaterDate(*map(self._reader.mark, ("datum", "dag", "jaar")))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._reader.value(("gemeente", "datum")), name)

    def __str__(self) -> str:
        return str(self._reader.value(("gemeente", "datum")))


@cache  # pydantic takes long to say that a class has no such name
def _method(kind: type, name: str) -> FunctionType | None:
    found = getattr(kind, name, None)
    return found if isinstance(found, FunctionType) else None


class _Blok:
    """A block of the municipality, of which each value that is read is noted; it passes for what it is."""

    def __init__(self, reader: "Reader", path: tuple[str, ...], real: Blok) -> None:
        self._reader, self._path, self._real = reader, path, real

    @property  # type: ignore[misc]  # so that isinstance() says what it stands for
    def __class__(self) -> type:
        return type(self._real)

    def __getattr__(self, name: str) -> Any:
        path = (*self._path, name)
        if path in NAMES and (found := self._reader.mark(NAMES[path])):
            return found
        if made := _method(type(self._real), name):
            if made.__module__.startswith("pydantic"):
                return getattr(self._reader.value(self._path), name)
            return MethodType(made, self)
        value = _Date(self._reader) if path == ("gemeente", "datum") else self._reader.at(path)
        if type(value) is _Blok:  # to come by a block is not to read it
            self.__dict__[name] = value
        return value


class _Items(Mapping[str, Any]):
    """What a municipality wrote of a kind, of which each item that is looked up is noted."""

    def __init__(self, reader: "Reader", *path: str) -> None:
        self._reader, self._path = reader, path

    def __getitem__(self, id_: str) -> Any:
        if (found := self._reader.ask("item", id_, *self._path)) is None:
            raise KeyError(id_)
        return found

    def __contains__(self, id_: object) -> bool:
        return bool(self._reader.ask("has", str(id_), *self._path))

    def __iter__(self) -> Iterator[str]:
        return iter(self._reader.ask("ids", *self._path))

    def __len__(self) -> int:
        return cast("int", self._reader.ask("number", *self._path))

    def __bool__(self) -> bool:
        return bool(self._reader.ask("any", *self._path))


class _Lokaal(Lokaal):
    """What a municipality wrote, as it is read."""

    def __init__(self, reader: "Reader") -> None:
        object.__setattr__(self, "_reader", reader)
        object.__setattr__(self, "gemeente", reader.at(("gemeente",)))

    _reader: "Reader"

    def __getattr__(self, name: str) -> Any:
        if name in ("keuze", "onaf"):
            return self._reader.value(("lokaal", name))
        if name == "teksten":
            return _Items(self._reader, "teksten")
        raise LookupError(name)

    def of(self, kind: str) -> Mapping[str, Any]:
        return _Items(self._reader, "of", kind)

    @property
    def gezegd(self) -> Mapping[str, OwnText]:
        return _Items(self._reader, "gezegd")

    def keuze_op(self, plek: Vraagplek) -> KeuzeOpPoster:
        return cast("KeuzeOpPoster", self._reader.ask("keuze_op", plek))


class _Edition(Edition):
    """An edition as it is read: what it works out of more than one thing is one answer."""

    def __init__(self, reader: "Reader") -> None:
        object.__setattr__(self, "reader", reader)
        object.__setattr__(self, "framework", reader.real.framework)
        object.__setattr__(self, "lokaal", _Lokaal(reader))

    reader: "Reader"

    def told(self, work_out: Callable[[Edition, str], R], of: str) -> R:
        return cast("R", self.reader.ask("told", name_of(work_out), of))

    def remembered(self, name: str, of: Hashable, make: Callable[[], R]) -> R:
        return self.reader.recall(Part(name, fingerprint(of)), make)

    @property
    def meldpunt(self) -> str | None:
        return self.reader.mark("meldpunt") or self.reader.value(("meldpunt",))

    def fits(self, text: str, most: int) -> bool:
        return bool(self.reader.ask("fits", text, most))

    def words(self, html: str) -> int:
        """Count what is filled in as well; what asks for it reads so much that it is `told`."""
        return len(_without_tags(html).filled(self.reader).decode().split())

    def factoren_in(self, plek: Plek) -> Gekozen[Factor]:
        return cast("Gekozen[Factor]", self.reader.ask("factoren_in", plek))

    def of(self, name: str) -> Gekozen[Any]:
        return cast("Gekozen[Any]", self.reader.ask("of", name))

    def vragen_bij(self, item: Startpunt, plek: Vraagplek = "gesprek") -> Gekozen[OpenVraag]:
        return cast("Gekozen[OpenVraag]", self.reader.ask("vragen_bij", item.id, plek))

    def aanvullingen_bij(self, reference: str) -> list[Aanvulling]:
        return cast("list[Aanvulling]", self.reader.ask("aanvullingen_bij", reference))

    def principes_bij(self, stap: str = "", factor: str = "") -> list[Gedragsprincipe]:
        return cast("list[Gedragsprincipe]", self.reader.ask("principes_bij", stap, factor))


class _Version(Version):
    """A version as it is read."""

    def __init__(self, reader: "Reader") -> None:
        object.__setattr__(self, "_reader", reader)
        object.__setattr__(self, "kern", reader.real_version.kern)
        object.__setattr__(self, "placed", reader.real_version.placed)

    _reader: "Reader"

    @property
    def slug(self) -> str:
        return self._reader.edition.gemeente.id

    @property
    def number(self) -> str:
        return self._reader.edition.gemeente.editie

    @property
    def name(self) -> str:
        return self._reader.mark("kopie")

    @property
    def datum(self) -> date:
        return self._reader.edition.gemeente.datum

    @property
    def adres(self) -> str:
        return self._reader.mark("adres") or str(self._reader.ask("adres"))

    @property
    def fixed(self) -> bool:
        return bool(self._reader.ask("fixed"))

    def of_newest_url(self, make: Callable[[str], str], path: str) -> str:
        if not self._reader.mark("adres"):
            return super().of_newest_url(make, path)
        return later(make.__name__, path)


def edition_of(reader: "Reader") -> Edition:
    """Return the edition as it is read."""
    return _Edition(reader)


def version_of(reader: "Reader") -> Version:
    """Return the version as it is read."""
    return _Version(reader)


def part_of(reader: "Reader", path: tuple[str, ...], found: Any) -> Any:
    """Return what stands at a path of names in the edition: of a block each value is noted as it is read."""
    return _Blok(reader, path, found) if isinstance(found, Blok) else reader.value(path)

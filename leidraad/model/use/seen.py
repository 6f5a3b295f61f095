"""What is made of an edition → remembered by what was read of it, for each edition of which the same is read.

An edition is read through `Reader.edition` and `Reader.version`: they note what they were asked, and give a name, a
number, an address, a word or a date as a mark, which is filled in where the text is written. So a text that reads
nothing but those is made once for all editions. What a text could treat otherwise than another is given as it is.
"""

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from functools import cache, lru_cache, reduce
from hashlib import sha256
from itertools import pairwise
from types import FunctionType, MethodType
from typing import Any, NamedTuple, TypeVar, cast

from leidraad.model.types.base import Blok
from leidraad.model.types.gemeente import Aanvulling, Gedragsprincipe
from leidraad.model.types.igm import Factor, OpenVraag, Startpunt
from leidraad.model.types.keuze import KeuzeOpPoster, Plek, Vraagplek
from leidraad.model.use.chosen import Gekozen
from leidraad.model.use.dates import LaterDate, day_and_month, dutch_date
from leidraad.model.use.framework import TAG, Edition, Lokaal, OwnText
from leidraad.model.use.marks import CLOSE, OPEN, Mark, chain_of, cut, form_of, is_capital, later, mark, through
from leidraad.model.use.names import capital
from leidraad.model.use.version import Version

R = TypeVar("R")


_marks: list[Mark] = []  # every mark that was met
_number_of_mark: dict[Mark, int] = {}


def _numbered(found: Mark) -> int:
    number = _number_of_mark.setdefault(found, len(_marks))
    if number == len(_marks):
        _marks.append(found)
    return number


class Pieces:
    """A text cut at its marks."""

    def __init__(self, text: str) -> None:
        """Cut the text; StrayMarkError when something is left of a mark."""
        texts, marks = cut(text)
        self._set([part.encode() for part in texts], marks)

    def _set(self, texts: list[bytes], marks: Iterable[Mark]) -> None:
        self._marks = [_numbered(found) for found in marks]
        self._parts = [b""] * (2 * len(texts) - 1)
        self._parts[::2] = texts

    def __getstate__(self) -> tuple[list[bytes], list[tuple[str, str, str]]]:
        """Return it in words alone, so that it can be kept in a file."""
        held = (_marks[number] for number in self._marks)
        return self._parts[::2], [(name, path, form_of(chain)) for name, path, chain in held]

    def __setstate__(self, state: tuple[list[bytes], list[tuple[str, str, str]]]) -> None:
        """Take what was kept."""
        self._set(state[0], [(name, path, chain_of(form)) for name, path, form in state[1]])

    def filled(self, reader: "Reader") -> bytes:
        """Return the bytes with every mark filled in as it is for an edition."""
        if not self._marks:
            return self._parts[0]
        parts = self._parts.copy()
        parts[1::2] = [reader.filling[number] for number in self._marks]
        return b"".join(parts)


class _Filling(dict[int, bytes]):
    """What is filled in for each mark by its number, worked out when it is met."""

    def __init__(self, fill_in: Callable[[Mark], bytes]) -> None:
        super().__init__()
        self._fill_in = fill_in

    def __missing__(self, number: int) -> bytes:
        self[number] = found = self._fill_in(_marks[number])
        return found


class _Query(NamedTuple):
    """Something that is asked of an edition: what is asked, of what, and its number."""

    number: int
    what: str
    of: tuple[Any, ...]


class _Fork:
    """What is asked next, and where each answer leads; mostly there is one, which costs no table."""

    __slots__ = ("_answer", "_others", "_place", "query")

    def __init__(self, query: _Query) -> None:
        self.query = query
        self._answer, self._place = -1, None
        self._others: dict[int, Any] | None = None

    def after(self, answer: int) -> Any:
        """Return where an answer leads, or nothing."""
        if answer == self._answer:
            return self._place
        return self._others.get(answer) if self._others else None

    def lead(self, answer: int, place: Any) -> None:
        """Let an answer lead there."""
        if self._answer in (-1, answer):
            self._answer, self._place = answer, place
        elif self._others is None:
            self._others = {answer: place}
        else:
            self._others[answer] = place

    def beyond(self) -> list["_Fork"]:
        """Return what is asked after it."""
        places = (self._place, *self._others.values()) if self._others else (self._place,)
        return [place for place in places if type(place) is _Fork]

    def let_go(self, is_of_use: Callable[[Any], bool]) -> None:
        """Forget the answers that lead nowhere of use."""
        if self._place is not None and not is_of_use(self._place):
            self._answer, self._place = -1, None
        if self._others:
            self._others = {answer: place for answer, place in self._others.items() if is_of_use(place)} or None

    @property
    def leads_on(self) -> bool:
        """True when an answer leads somewhere."""
        return self._place is not None or self._others is not None


class Later(NamedTuple):
    """What another run made, as it is kept in a file."""

    held: bytes
    how: Callable[[bytes], Any]

    def load(self) -> Any:
        """Return what it is."""
        return self.how(self.held)


@dataclass(slots=True)
class Remembered:
    """What was made; when it was last of use, and how."""

    value: Any
    turn: int
    is_shared: bool = False


class Part(NamedTuple):
    """What stands for a part of a page, and what it is made of beside the edition."""

    name: str
    of: Hashable


_Asked = dict[int, tuple[_Query, int]]
Things = Sequence[Hashable]  # questions and answers; what was made of them names each by its place
Kept = Mapping[Hashable, Sequence[tuple[Sequence[tuple[int, int]], bytes]]]  # by its key: what was asked, what was made


class Memory:
    """What was made, by what it is and then by what was read to make it; what is of no use for long is let go."""

    SHARED, ONCE = 120, 20  # turns that something is kept which served another edition too, or none
    SWEPT = 20  # after how many turns that is looked at

    def __init__(self) -> None:
        """Start empty."""
        self.roots: dict[Hashable, Any] = {}
        self.turn = self.made = 0
        self.used: list[tuple[Hashable, _Asked, Any]] = []  # in this turn: its key, what was asked, and what it is
        self._kept: dict[Hashable, Sequence[tuple[Sequence[tuple[int, int]], bytes]]] = {}
        self._load: Callable[[bytes], Any] = bytes
        self._asked: Callable[[int], _Query]  # by its place
        self._answered: Callable[[int], int]

    def next_turn(self) -> None:
        """Begin another edition."""
        self.turn += 1
        self.used = []
        if self.turn % self.SWEPT == 0:
            self._sweep()

    def _sweep(self) -> None:
        """Let go what is of no use, from the ends of the ways back to their beginnings."""
        forks, around = list[_Fork](), [root for root in self.roots.values() if isinstance(root, _Fork)]
        while around:
            forks.append(around.pop())
            around += forks[-1].beyond()
        for fork in reversed(forks):
            fork.let_go(self._is_of_use)
        self.roots = {key: root for key, root in self.roots.items() if self._is_of_use(root)}

    def _is_of_use(self, place: Any) -> bool:
        if type(place) is _Fork:
            return bool(place.leads_on)
        return bool(self.turn - place.turn <= (self.SHARED if place.is_shared else self.ONCE))

    def take(self, things: Things, kept: Kept, load: Callable[[bytes], Any]) -> None:
        """Remember what another run gave of its turn; each is taken when somebody asks for it."""
        self._kept, self._load = dict(kept), load
        self._answered = cache(lambda place: _number(things[place]))  # a long answer takes long to look up
        self._asked = cache(lambda place: _Query(_number(things[place]), *_split(things[place])))

    def met(self, key: Hashable) -> Any:
        """Return the first question that was asked to make something, or what was made without one."""
        with suppress(Exception):  # of what somebody else's file holds there nothing is taken
            for asked, value in self._kept.pop(key, ()):
                steps = [(self._asked(query), self._answered(answer)) for query, answer in asked]
                known = {query.number: (query, answer) for query, answer in steps}
                self._keep(key, known, Remembered(Later(value, self._load), self.turn - 1))
        return self.roots.get(key)

    def keep(self, key: Hashable, asked: _Asked, value: Any) -> None:
        """Remember what was made, under every question and its answer, in their order."""
        self.made += 1
        self.used.append((key, asked, value))
        self._keep(key, asked, Remembered(value, self.turn))

    def use(self, key: Hashable, asked: _Asked, made: Remembered) -> None:
        """Note that what was made before is of use in this turn."""
        if made.turn != self.turn:
            made.is_shared, made.turn = True, self.turn
            self.used.append((key, asked, made.value))

    def _keep(self, key: Hashable, asked: _Asked, made: Remembered) -> None:
        if not (steps := [*asked.values()]):
            self.roots[key] = made
            return
        fork = self.roots.get(key)
        if fork is None:
            fork = self.roots[key] = _Fork(steps[0][0])
        for (_, answer), (query, _) in pairwise(steps):
            if (next_ := fork.after(answer)) is None:
                next_ = _Fork(query)
                fork.lead(answer, next_)
            fork = next_
        fork.lead(steps[-1][1], made)


def _split(query: Any) -> tuple[str, tuple[Any, ...]]:
    what, *of = query
    return what, tuple(of)


_numbers: dict[Hashable, int] = {}


def _number(one: Hashable) -> int:
    """Return a number that is the same for equal things: quicker to look up."""
    return _numbers.setdefault(one, len(_numbers))


def things() -> Things:
    """Return each question and answer, at its number."""
    return [*_numbers]


class Reader:
    """One edition, in one of its two copies, as it is read to make something of it."""

    def __init__(
        self, edition: Edition, version: Version, memory: Memory, is_free: Callable[[str], bool] = lambda _: True
    ) -> None:
        """Hold what there is to read; a value that is not `is_free` means something to those who make a text."""
        self.real, self.real_version, self._memory = edition, version, memory
        self._answers: dict[int, tuple[Any, int]] = {}
        self._recalled: dict[Hashable, tuple[Any, _Asked]] = {}
        self._noted: list[_Asked] = []
        self._leaves = {
            name: value
            for name, value in _leaves(edition, version).items()
            if _is_plain(name, value) and is_free(value)
        }
        self.filling = _Filling(self._fill_in)
        self.edition: Edition = _Edition(self)
        self.version: Version = _Version(self)

    def close(self) -> None:
        """Let go of what refers back here, so that nobody has to look for what refers to itself alone."""
        vars(self).clear()

    def ask(self, what: str, *of: Any) -> Any:
        """Return the answer (ANSWERS) to a question about this edition, and note that it was asked."""
        return self._ask(_Query(_number((what, *of)), what, of))[0]

    def _ask(self, query: _Query) -> tuple[Any, int]:
        held = self._answers.get(query.number) or self._answer(query)
        if self._noted:
            self._noted[-1][query.number] = query, held[1]
        return held

    def _answer(self, query: _Query) -> tuple[Any, int]:
        self._noted.append({})  # what it reads to answer is no matter: its answer is
        try:
            value = ANSWERS[query.what](self, *query.of)
        finally:
            self._noted.pop()
        held = self._answers[query.number] = value, _number(fingerprint(value))
        return held

    def recall(self, key: Hashable, make: Callable[[], R]) -> R:
        """Return what `make` gives, made now or for an edition of which it read the same."""
        if (found := self._recalled.get(key)) is None:
            found = self._recalled[key] = self._found(key) or self._made(key, make)
        if self._noted:
            self._noted[-1].update(found[1])
        return cast("R", found[0])

    def _found(self, key: Hashable) -> tuple[Any, _Asked] | None:
        """Return what was made for an edition of which the same was read, with what that is."""
        place, answers = self._memory.met(key), self._answers
        asked: _Asked = {}
        while type(place) is _Fork:
            query = place.query
            answer = (answers.get(query.number) or self._answer(query))[1]
            asked[query.number] = query, answer
            place = place.after(answer)
        if place is None:
            return None
        if type(place.value) is Later:
            try:
                place.value = place.value.load()
            except Exception:  # whatever somebody else's file holds there, it is made anew
                return None
        self._memory.use(key, asked, place)
        return place.value, asked

    def _made(self, key: Hashable, make: Callable[[], Any]) -> tuple[Any, _Asked]:
        self._noted.append({})
        try:
            value = make()
        finally:
            asked = self._noted.pop()
        self._memory.keep(key, asked, value)
        return value, asked

    def mark(self, name: str) -> str:
        """Return the mark of a value that can be filled in later; nothing where it cannot, or is empty."""
        return cast("str", self.ask("mark", name))

    def has_mark(self, name: str) -> bool:
        """Return whether a value can be filled in later."""
        return name in self._leaves

    def _fill_in(self, found: Mark) -> bytes:
        """Return what is filled in for a mark."""
        name, path, chain = found
        if path:
            address = self.real_version.newest_url(path)
            value = self.recall((name, address), lambda: _LATER[name](address))
        else:
            plain, has_capital = is_capital(name)
            value = capital(self._leaves[plain]) if has_capital else self._leaves[plain]
        return through(chain, value).encode()

    def told(self, text: str) -> str:
        """Return a text with every mark filled in."""
        if OPEN not in text:
            return text
        texts, marks = cut(text)
        filled = [self.filling[_numbered(found)].decode() for found in marks]
        return "".join(part for pair in zip(texts, [*filled, ""], strict=True) for part in pair)

    def at(self, path: tuple[str, ...]) -> Any:
        """Return what stands at a path of names in the edition, noted as it is read."""
        found = reduce(getattr, path, self.real)
        return _Blok(self, path, found) if isinstance(found, Blok) else self.value(path)

    def value(self, path: tuple[str, ...]) -> Any:
        """Return a value in the edition as it is, or a whole block, and note all of it."""
        return self.ask("value", *path)


@lru_cache(maxsize=512)  # editions share most of them
def _without_tags(html: str) -> Pieces:
    return Pieces(TAG.sub(" ", html))


_PLACES = re.compile(rf"\(\(|\)\)|[{OPEN}{CLOSE}]")  # of own words, and of marks
_ENDS = re.compile("[.!?]")  # of a sentence, of which the first is shown alone
_IN_TEXTS = ("inwoner", "inwoners", "professional", "professionals")
_LATER: dict[str, Callable[[str], str]] = {}  # what is made of an address, once that is known


def _leaves(edition: Edition, version: Version) -> dict[str, str]:
    gemeente, woorden = edition.gemeente, edition.gemeente.woorden
    return {
        "naam": gemeente.naam,
        "id": gemeente.id,
        "editie": gemeente.editie,
        "uitgave": gemeente.uitgave,
        "contact": gemeente.contact or "",
        "meldpunt": edition.meldpunt or "",
        "auteur": gemeente.auteur,
        "datum": dutch_date(gemeente.datum),
        "dag": day_and_month(gemeente.datum),
        "jaar": str(gemeente.datum.year),
        "inwoner": woorden.inwoner.enkelvoud,
        "inwoners": woorden.inwoner.meervoud,
        "professional": woorden.professional.enkelvoud,
        "professionals": woorden.professional.meervoud,
        "principe": woorden.principe.enkelvoud,
        "principes": woorden.principe.meervoud,
        "adres": version.adres,
        "kopie": version.name,
    }


_LEAVES: dict[tuple[str, ...], str] = {
    **{("gemeente", name): name for name in ("naam", "id", "editie", "uitgave", "contact", "auteur")},
    **{("gemeente", "woorden", name, "enkelvoud"): name for name in ("inwoner", "professional", "principe")},
    **{("gemeente", "woorden", name, "meervoud"): f"{name}s" for name in ("inwoner", "professional", "principe")},
}


def _is_plain(name: str, value: str) -> bool:
    """Return whether a value stays as it is but for what a mark tells of."""
    is_plain = value.isprintable() and value == " ".join(value.split()) and not _PLACES.search(value)
    return bool(value) and is_plain and not (name in _IN_TEXTS and _ENDS.search(value))


class _Date:
    """A date that may only be written; whoever looks at its parts reads the date itself."""

    def __init__(self, reader: Reader) -> None:
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

    def __init__(self, reader: Reader, path: tuple[str, ...], real: Blok) -> None:
        self._reader, self._path, self._real = reader, path, real

    @property  # type: ignore[misc]  # so that isinstance() says what it stands for
    def __class__(self) -> type:
        return type(self._real)

    def __getattr__(self, name: str) -> Any:
        path = (*self._path, name)
        if path in _LEAVES and (found := self._reader.mark(_LEAVES[path])):
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

    def __init__(self, reader: Reader, *path: str) -> None:
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

    def __init__(self, reader: Reader) -> None:
        object.__setattr__(self, "_reader", reader)
        object.__setattr__(self, "gemeente", reader.at(("gemeente",)))

    _reader: Reader

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

    def __init__(self, reader: Reader) -> None:
        object.__setattr__(self, "reader", reader)
        object.__setattr__(self, "framework", reader.real.framework)
        object.__setattr__(self, "lokaal", _Lokaal(reader))

    reader: Reader

    def told(self, work_out: Callable[[Edition, str], R], of: str) -> R:
        return cast("R", self.reader.ask("told", _name(work_out), of))

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

    def __init__(self, reader: Reader) -> None:
        object.__setattr__(self, "_reader", reader)
        object.__setattr__(self, "kern", reader.real_version.kern)
        object.__setattr__(self, "placed", reader.real_version.placed)

    _reader: Reader

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


def _items(reader: Reader, where: str, *kind: str) -> Mapping[str, Any]:
    lokaal = reader.real.lokaal
    return lokaal.of(*kind) if kind else cast("Mapping[str, Any]", getattr(lokaal, where))


def _questions(reader: Reader, id_: str, plek: Vraagplek) -> Gekozen[OpenVraag]:
    framework = reader.real.framework
    return reader.real.vragen_bij(framework.startpunten.get(id_) or framework.factoren[id_], plek)


# How each question is answered. A question is no more than words, so that it can be kept in a file.
ANSWERS: dict[str, Callable[..., Any]] = {
    "mark": lambda reader, name: mark(name) if reader.has_mark(name) else "",
    "value": lambda reader, *path: reduce(getattr, path, reader.real),
    "item": lambda reader, id_, *path: _items(reader, *path).get(id_),
    "has": lambda reader, id_, *path: id_ in _items(reader, *path),
    "ids": lambda reader, *path: tuple(_items(reader, *path)),
    "number": lambda reader, *path: len(_items(reader, *path)),
    "any": lambda reader, *path: bool(_items(reader, *path)),
    "keuze_op": lambda reader, plek: reader.real.lokaal.keuze_op(plek),
    "told": lambda reader, name, of: _WORKED_OUT[name](reader.edition, of),
    "fits": lambda reader, text, most: reader.real.fits(reader.told(text), most),
    "factoren_in": lambda reader, plek: reader.real.factoren_in(plek),
    "of": lambda reader, name: reader.real.of(name),
    "vragen_bij": _questions,
    "aanvullingen_bij": lambda reader, reference: reader.real.aanvullingen_bij(reference),
    "principes_bij": lambda reader, stap, factor: reader.real.principes_bij(stap, factor),
    "adres": lambda reader: reader.real_version.adres,
    "fixed": lambda reader: reader.real_version.fixed,
}
_WORKED_OUT: dict[str, Callable[[Edition, str], Any]] = {}
W = TypeVar("W", bound=Callable[..., Any])


def worked_out(function: W) -> W:
    """Let a function be one that `Edition.told` asks, also of what was kept before anybody called it."""
    _WORKED_OUT[_name(function)] = function
    return function


def _name(function: Callable[..., Any]) -> str:
    return f"{function.__module__}.{function.__qualname__}"


def of_an_address(function: W) -> W:
    """Let a function make what a mark of an address stands for, also in what was kept."""
    _LATER[function.__name__] = function
    return function


_PRINT = "_fingerprint"  # where something that never changes holds its own
_digests: dict[int, tuple[Blok, bytes]] = {}  # each with its block, so that it is the only one with that number


def fingerprint(value: Any) -> Hashable:
    """Return what stands for a value: equal for values that are equal, from whatever municipality they come."""
    if isinstance(value, Blok):
        if id(value) not in _digests:
            _digests[id(value)] = value, sha256(repr(value).encode()).digest()
        return _digests[id(value)][1]
    if isinstance(value, tuple | list):
        return tuple(map(fingerprint, value))
    if isinstance(value, Mapping):
        return tuple((key, fingerprint(one)) for key, one in value.items())
    if is_dataclass(value):
        if (known := value.__dict__.get(_PRINT)) is None:
            known = tuple(fingerprint(getattr(value, one.name)) for one in fields(value) if one.name != "place")
            object.__setattr__(value, _PRINT, known)
        return cast("Hashable", known)
    return cast("Hashable", value)

"""Framework → every value and every text in it, with its place: gone through once for all checks."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from leidraad.model.types.base import Blok, Naar, naar_of
from leidraad.model.types.base import Path as KeyPath
from leidraad.model.types.zoekvragen import Zoekvraag
from leidraad.model.use.framework import Framework, Lokaal, OwnText
from leidraad.model.use.markup import text_fields
from leidraad.model.use.once import once
from leidraad.model.yaml.problem import Place, place_in


class CoreSeen(Framework):
    """A framework of which the core was checked before: on the way through, what it holds is passed by."""


class Value(NamedTuple):
    """A value that was filled in: the item it belongs to, the block it stands in, and its path within the item."""

    item: Blok
    owner: Blok
    path: KeyPath
    value: Any
    lokaal: Lokaal | None

    @property
    def key(self) -> str:
        """The key that it stands under."""
        return str(self.path[-1])

    @property
    def naar(self) -> Naar | None:
        """What its ids name, when it holds ids of things that have a kind."""
        return naar_of(type(self.owner), self.key)

    def place(self, *more: str | int) -> Place:
        """Return its place, or that of something in it."""
        return self.item.place(*self.path, *more)


@dataclass(frozen=True, slots=True)
class Text:
    """A text for a reader: a value of an item, or a file of a municipality."""

    text: str
    lokaal: Lokaal | None
    path: KeyPath = ("",)
    item: Blok | None = None
    own: OwnText | None = None

    @property
    def key(self) -> str:
        """The key that it stands under; empty for a file."""
        return next(str(step) for step in reversed(self.path) if isinstance(step, str))

    def place(self, offset: int = 0) -> Place:
        """Return the place of a character; in YAML, where lines are folded, that of the whole text."""
        if self.own:
            return place_in(self.own.place.file, self.text, offset)
        return self.item.place(*self.path) if self.item else Place("?")


class Through(NamedTuple):
    """What was found on the way through a framework."""

    values: list[Value]
    texts: list[Text]


@once()  # nearly every check goes through them all, and going is most of the work
def through(framework: Framework) -> Through:
    """Return every value and text of the core and of all municipalities."""
    values = [*_values(framework)]
    return Through(values, [*_texts(framework, values)])


def _values(framework: Framework) -> Iterator[Value]:
    for item in () if isinstance(framework, CoreSeen) else framework.core_blocks:
        yield from _in_block(item, item, (), None)
    for lokaal in framework.gemeenten.values():
        items = (item for items in lokaal.items.values() for item in items.values())
        for item in (lokaal.gemeente, lokaal.keuze, *items):
            yield from _in_block(item, item, (), lokaal)


def _in_block(item: Blok, owner: Blok, path: KeyPath, lokaal: Lokaal | None) -> Iterator[Value]:
    for key, value in vars(owner).items():
        if value is None or value == ():
            continue
        here = (*path, key)
        yield Value(item, owner, here, value, lokaal)
        if isinstance(value, Blok):
            yield from _in_block(item, value, here, lokaal)
        elif isinstance(value, tuple) and isinstance(value[0], Blok):
            for index, part in enumerate(value):
                yield from _in_block(item, part, (*here, index), lokaal)


def _texts(framework: Framework, values: list[Value]) -> Iterator[Text]:
    for item, owner, path, value, lokaal in values:
        if path[-1] not in text_fields(type(owner)) or isinstance(owner, Zoekvraag):
            continue  # what people type is no text of ours: mistakes and jargon belong in it
        if isinstance(value, str):
            yield Text(value, lokaal, path, item)
        elif isinstance(value, tuple):
            for index, text in enumerate(value):
                if isinstance(text, str):
                    yield Text(text, lokaal, (*path, index), item)
                elif isinstance(text, tuple):  # a row of a table
                    yield from (Text(cell, lokaal, (*path, index, n), item) for n, cell in enumerate(text))
    for lokaal in framework.gemeenten.values():
        for own in lokaal.teksten.values():
            yield Text(own.text, lokaal, own=own)

"""Framework → every text for a reader, with its place: gathered once for all checks that go through them."""

from collections.abc import Iterator
from typing import NamedTuple

from leidraad.model.base import Blok
from leidraad.model.framework import Framework, OwnText
from leidraad.model.markup import texts
from leidraad.model.problem import Place, place_in


class Text(NamedTuple):
    """A text, its key, its place, and the ids of the principles that it may name."""

    key: str
    text: str
    place: Place
    principes: frozenset[str]
    own: OwnText | None = None

    def place_at(self, offset: int) -> Place:
        """Return the place of a character; in YAML, where lines are folded, that of the whole text."""
        return place_in(self.place.file, self.text, offset) if self.own else self.place


_held: tuple[object, list[Text]] | None = None


def all_texts(framework: Framework) -> list[Text]:
    """Return every text of the core and of all municipalities."""
    global _held  # three checks need the same list, and gathering it is most of their work
    if _held is None or _held[0] is not framework:
        _held = (framework, list(_gather(framework)))
    return _held[1]


def _gather(framework: Framework) -> Iterator[Text]:
    for block in framework.core_blocks:
        yield from _in_block(block, frozenset())
    for lokaal in framework.gemeenten.values():
        principes = lokaal.known_principes
        for block in (lokaal.gemeente, *lokaal.gedragsprincipes.values(), *lokaal.aanvullingen.values()):
            yield from _in_block(block, principes)
        for own in lokaal.teksten.values():
            yield Text(own.slot, own.text, own.place, principes, own)


def _in_block(block: Blok, principes: frozenset[str]) -> Iterator[Text]:
    for key, text, place in texts(block):
        yield Text(key, text, place, principes)

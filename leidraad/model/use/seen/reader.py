"""One edition, read to make something of it, or to find what was made of another that says the same."""

from collections.abc import Callable, Hashable
from functools import reduce
from typing import Any, TypeVar, cast

from leidraad.model.use.framework import Edition
from leidraad.model.use.marks import OPEN, Mark, cut, is_capital, through
from leidraad.model.use.names import capital
from leidraad.model.use.seen.answers import ANSWERS
from leidraad.model.use.seen.fingerprint import fingerprint
from leidraad.model.use.seen.later import LATER, is_plain, values
from leidraad.model.use.seen.memory import Asked, Fork, Later, Memory, Query, number
from leidraad.model.use.seen.pieces import Filling, numbered
from leidraad.model.use.seen.views import edition_of, part_of, version_of
from leidraad.model.use.version import Version

R = TypeVar("R")


class Reader:
    """One edition, in one of its two copies, as it is read to make something of it."""

    def __init__(
        self, edition: Edition, version: Version, memory: Memory, is_free: Callable[[str], bool] = lambda _: True
    ) -> None:
        """Hold what there is to read; a value that is not `is_free` means something to those who make a text."""
        self.real, self.real_version, self._memory = edition, version, memory
        self._answers: dict[int, tuple[Any, int]] = {}
        self._recalled: dict[Hashable, tuple[Any, Asked]] = {}
        self._noted: list[Asked] = []
        self._leaves = {
            name: value for name, value in values(edition, version).items() if is_plain(name, value) and is_free(value)
        }
        self.filling = Filling(self._fill_in)
        self.edition: Edition = edition_of(self)
        self.version: Version = version_of(self)

    def close(self) -> None:
        """Let go of what refers back here, so that nobody has to look for what refers to itself alone."""
        vars(self).clear()

    def ask(self, what: str, *of: Any) -> Any:
        """Return the answer (ANSWERS) to a question about this edition, and note that it was asked."""
        return self._ask(Query(number((what, *of)), what, of))[0]

    def _ask(self, query: Query) -> tuple[Any, int]:
        held = self._answers.get(query.number) or self._answer(query)
        if self._noted:
            self._noted[-1][query.number] = query, held[1]
        return held

    def _answer(self, query: Query) -> tuple[Any, int]:
        self._noted.append({})  # what it reads to answer is no matter: its answer is
        try:
            value = ANSWERS[query.what](self, *query.of)
        finally:
            self._noted.pop()
        held = self._answers[query.number] = value, number(fingerprint(value))
        return held

    def recall(self, key: Hashable, make: Callable[[], R]) -> R:
        """Return what `make` gives, made now or for an edition of which it read the same."""
        if (found := self._recalled.get(key)) is None:
            found = self._recalled[key] = self._found(key) or self._made(key, make)
        if self._noted:
            self._noted[-1].update(found[1])
        return cast("R", found[0])

    def _found(self, key: Hashable) -> tuple[Any, Asked] | None:
        """Return what was made for an edition of which the same was read, with what that is."""
        place, answers = self._memory.met(key), self._answers
        asked: Asked = {}
        while type(place) is Fork:
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

    def _made(self, key: Hashable, make: Callable[[], Any]) -> tuple[Any, Asked]:
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
            value = self.recall((name, address), lambda: LATER[name](address))
        else:
            plain, has_capital = is_capital(name)
            value = capital(self._leaves[plain]) if has_capital else self._leaves[plain]
        return through(chain, value).encode()

    def told(self, text: str) -> str:
        """Return a text with every mark filled in."""
        if OPEN not in text:
            return text
        texts, marks = cut(text)
        filled = [self.filling[numbered(found)].decode() for found in marks]
        return "".join(part for pair in zip(texts, [*filled, ""], strict=True) for part in pair)

    def at(self, path: tuple[str, ...]) -> Any:
        """Return what stands at a path of names in the edition, noted as it is read."""
        return part_of(self, path, reduce(getattr, path, self.real))

    def value(self, path: tuple[str, ...]) -> Any:
        """Return a value in the edition as it is, or a whole block, and note all of it."""
        return self.ask("value", *path)

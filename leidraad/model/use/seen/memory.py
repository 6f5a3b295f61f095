"""What was made → found again by what it is, and by the questions and answers that it was made of."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any, NamedTuple


class Query(NamedTuple):
    """Something that is asked of an edition: what is asked, of what, and its number."""

    number: int
    what: str
    of: tuple[Any, ...]


class Fork:
    """What is asked next, and where each answer leads; mostly there is one, which costs no table."""

    __slots__ = ("_answer", "_others", "_place", "query")

    def __init__(self, query: Query) -> None:
        """Ask it; no answer leads anywhere yet."""
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

    def beyond(self) -> list["Fork"]:
        """Return what is asked after it."""
        places = (self._place, *self._others.values()) if self._others else (self._place,)
        return [place for place in places if type(place) is Fork]

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


Asked = dict[int, tuple[Query, int]]
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
        self.used: list[tuple[Hashable, Asked, Any]] = []  # in this turn: its key, what was asked, and what it is
        self._kept: dict[Hashable, Sequence[tuple[Sequence[tuple[int, int]], bytes]]] = {}
        self._load: Callable[[bytes], Any] = bytes
        self._asked: Callable[[int], Query]  # by its place
        self._answered: Callable[[int], int]

    def next_turn(self) -> None:
        """Begin another edition."""
        self.turn += 1
        self.used = []
        if self.turn % self.SWEPT == 0:
            self._sweep()

    def _sweep(self) -> None:
        """Let go what is of no use, from the ends of the ways back to their beginnings."""
        forks, around = list[Fork](), [root for root in self.roots.values() if isinstance(root, Fork)]
        while around:
            forks.append(around.pop())
            around += forks[-1].beyond()
        for fork in reversed(forks):
            fork.let_go(self._is_of_use)
        self.roots = {key: root for key, root in self.roots.items() if self._is_of_use(root)}

    def _is_of_use(self, place: Any) -> bool:
        if type(place) is Fork:
            return bool(place.leads_on)
        return bool(self.turn - place.turn <= (self.SHARED if place.is_shared else self.ONCE))

    def take(self, things: Things, kept: Kept, load: Callable[[bytes], Any]) -> None:
        """Remember what another run gave of its turn; each is taken when somebody asks for it."""
        self._kept, self._load = dict(kept), load
        self._answered = cache(lambda place: number(things[place]))  # a long answer takes long to look up
        self._asked = cache(lambda place: Query(number(things[place]), *_split(things[place])))

    def met(self, key: Hashable) -> Any:
        """Return the first question that was asked to make something, or what was made without one."""
        with suppress(Exception):  # of what somebody else's file holds there nothing is taken
            for asked, value in self._kept.pop(key, ()):
                steps = [(self._asked(query), self._answered(answer)) for query, answer in asked]
                known = {query.number: (query, answer) for query, answer in steps}
                self._keep(key, known, Remembered(Later(value, self._load), self.turn - 1))
        return self.roots.get(key)

    def keep(self, key: Hashable, asked: Asked, value: Any) -> None:
        """Remember what was made, under every question and its answer, in their order."""
        self.made += 1
        self.used.append((key, asked, value))
        self._keep(key, asked, Remembered(value, self.turn))

    def use(self, key: Hashable, asked: Asked, made: Remembered) -> None:
        """Note that what was made before is of use in this turn."""
        if made.turn != self.turn:
            made.is_shared, made.turn = True, self.turn
            self.used.append((key, asked, made.value))

    def _keep(self, key: Hashable, asked: Asked, made: Remembered) -> None:
        if not (steps := [*asked.values()]):
            self.roots[key] = made
            return
        fork = self.roots.get(key)
        if fork is None:
            fork = self.roots[key] = Fork(steps[0][0])
        for (_, answer), (query, _) in pairwise(steps):
            if (next_ := fork.after(answer)) is None:
                next_ = Fork(query)
                fork.lead(answer, next_)
            fork = next_
        fork.lead(steps[-1][1], made)


def _split(query: Any) -> tuple[str, tuple[Any, ...]]:
    what, *of = query
    return what, tuple(of)


_numbers: dict[Hashable, int] = {}


def number(one: Hashable) -> int:
    """Return a number that is the same for equal things: quicker to look up."""
    return _numbers.setdefault(one, len(_numbers))


def things() -> Things:
    """Return each question and answer, at its number."""
    return [*_numbers]

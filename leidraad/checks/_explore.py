"""A route → every combination of the answers that its conditions can tell apart, gone through once for all checks.

The questions are gone through together; then each item to discuss, and each pair that must not stand together, with
the questions that it depends on. Answers that nothing among those tells apart stand for each other. What a question
that is not asked could be answered is no combination.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain, combinations, product
from typing import Any

from leidraad.checks import voorwaarde, vraagsoort
from leidraad.model.types.routes import WEET_NIET, Bespreekpunt, Route, ToonAls, Voorwaarde, Vraag
from leidraad.model.use.framework import Framework
from leidraad.model.use.once import once
from leidraad.model.use.replay import (
    DIRECTED,
    NOTED,
    SUSPECTED,
    UNKNOWN,
    Counted,
    State,
    candidates,
    counted,
    holds,
    is_asked,
    known,
)
from leidraad.model.yaml.problem import Place

LIMIT = 2_000  # combinations of what is looked at together; the core needs fewer than a hundred
Block = Vraag | Bespreekpunt
Pair = tuple[int, int]
Given = tuple[tuple[str, Counted], ...]
Placed = list[tuple[str, int, Voorwaarde]]


@dataclass
class Explored:
    """What was seen over all combinations of one route."""

    combinations: int = 0
    complete: bool = True
    asked: set[str] = field(default_factory=set)
    shown: set[str] = field(default_factory=set)
    screens: dict[int, Counted] = field(default_factory=dict)  # number of screens → questions of one such walk
    numbers: set[int] = field(default_factory=set)  # how many questions such a walk asks
    after: dict[str, int] = field(default_factory=dict)  # question → how many may still be asked after it
    without: dict[str, Counted] = field(default_factory=dict)  # mark → questions of a walk that asks nothing about it
    empty: Given | None = None  # answers that leave nothing to discuss
    empty_unsure: bool = False  # too many combinations to know whether there are such answers
    together: dict[tuple[str, str], Given] = field(default_factory=dict)  # two that must not → answers that do it
    fitting: dict[str, set[tuple[int, ...]]] = field(default_factory=dict)  # block → conditions that fitted at once


_ROUTES = 32  # a framework has a handful


def explored(framework: Framework) -> Iterator[tuple[Route, Explored]]:
    """Yield every route that could be read whole and in which everything points at what exists, explored."""
    for route in framework.routes.values():
        if can_be_walked(route):
            yield route, explore(route)


@once(_ROUTES)
def can_be_walked(route: Route) -> bool:
    """Return whether a route was read whole, and nothing is wrong in its questions and conditions."""
    mistakes = chain(vraagsoort.in_route(route), voorwaarde.in_route(route))
    return route.is_whole and next(mistakes, None) is None


@once(_ROUTES)
def explore(route: Route) -> Explored:
    """Return what all combinations of a route come to; `complete` is False when there were too many to try."""
    seen = Explored()
    for unit in _units(route):
        _Explorer(route, unit, seen).run()
    if all(punt.toon_als for punt in route.bespreken):
        whole = Explored()
        _Explorer(route, [*route.bespreken], whole).run()
        seen.combinations += whole.combinations
        seen.empty, seen.empty_unsure = whole.empty, not whole.complete and whole.empty is None
    return seen


def _units(route: Route) -> Iterator[list[Bespreekpunt]]:
    """Yield the items to look at together: none, each, and each pair that must not meet."""
    punten = {punt.id: punt for punt in route.bespreken}
    yield []
    yield from ([punt] for punt in route.bespreken)
    yield from ([punt, punten[other]] for punt in route.bespreken for other in punt.niet_samen_met)


def _needed(route: Route, punten: list[Bespreekpunt]) -> list[Vraag]:
    """Return the questions that decide whether items are shown: those they look at, and those these depend on."""
    if not punten:
        return [*route.vragen]
    needed: set[str] = set()
    more = [one.vraag for punt in punten for _, _, one in placed_conditions(punt.toon_als)]
    while more:
        vraag = route.vraag(more.pop())
        if vraag and vraag.id not in needed:
            needed.add(vraag.id)
            more += [one.vraag for _, _, one in placed_conditions(vraag.toon_als)]
            more += [vraag.uit] if vraag.uit else []
    return [vraag for vraag in route.vragen if vraag.id in needed]


def placed_conditions(toon_als: ToonAls | None) -> Placed:
    """Return the conditions of a block, each with its list (alle or geen) and its position there."""
    return [*toon_als.placed()] if toon_als else []


class _Explorer:
    """Goes through the questions of a route in order, and at each through the answers that differ for what follows."""

    def __init__(self, route: Route, punten: list[Bespreekpunt], seen: Explored) -> None:
        """Gather what looks at which question, once."""
        self.route, self.punten, self.seen = route, punten, seen
        self.vragen = vragen = _needed(route, punten)
        self.combinations = self.tries = 0
        blocks: list[Block] = [*vragen, *punten]
        self.conditions = {id(block): placed_conditions(block.toon_als) for block in blocks}
        every = [one for placed in self.conditions.values() for _, _, one in placed]
        self.looking = {vraag.id: [one for one in every if one.vraag == vraag.id] for vraag in vragen}
        self.choosing = {vraag.id: [other.id for other in vragen if other.uit == vraag.id] for vraag in vragen}
        self.named = {vraag.id: self._named(vraag.id) for vraag in vragen}

    def run(self) -> None:
        """Go through all combinations and note what they come to."""
        self._walk(0, State())
        self.seen.combinations += self.combinations

    def _walk(self, index: int, state: State) -> None:
        """Try what can be answered from the question at `index` on."""
        if max(self.combinations, self.tries // 10) >= LIMIT:
            self.seen.complete = False
            return
        if index == len(self.vragen):
            self.combinations += 1
            self._note(state)
            return
        vraag = self.vragen[index]
        self._fits(vraag, state)
        if not is_asked(self.route, vraag, state):
            self._walk(index + 1, state)
            return
        offered = candidates(self.route, vraag, state)
        told: set[Any] = set()
        for given in self._to_try(vraag, offered):
            self.tries += 1
            if not self.seen.complete:
                return
            after = State({**state.counted, vraag.id: given})
            seen_as = self._told_apart(vraag, after)
            if seen_as not in told:
                told.add(seen_as)
                self._walk(index + 1, after)

    def _told_apart(self, vraag: Vraag, state: State) -> Any:
        """Return all that later conditions and choices can see of the answer to a question."""
        given = [one.partition(":")[0] for one in known(state.counted[vraag.id])]
        kinds = [
            frozenset(tuple(id_ in one for one in self.named[other] or ()) for id_ in given)
            for other in self.choosing[vraag.id]
        ]
        return (*(holds(one, state) for one in self.looking[vraag.id]), *kinds)

    def _fits(self, block: Block, state: State) -> bool:
        """Note which conditions of a block fit, and return whether all do."""
        placed = self.conditions[id(block)]
        fitting = tuple(number for number, (key, _, one) in enumerate(placed) if holds(one, state) == (key == "alle"))
        self.seen.fitting.setdefault(block.id, set()).add(fitting)
        return len(fitting) == len(placed)

    def _note(self, state: State) -> None:
        """Note what one whole combination comes to."""
        if not self.punten:
            self._note_questions(state)
            return
        seen, given = self.seen, tuple(state.counted.items())
        shown = [punt.id for punt in self.punten if self._fits(punt, state)]
        seen.shown.update(shown)
        if len(self.punten) == 2 and len(shown) == 2:
            seen.together.setdefault((shown[0], shown[1]), given)
            seen.together.setdefault((shown[1], shown[0]), given)
        if len(self.punten) == len(self.route.bespreken) and not shown and seen.empty is None:
            seen.empty = given

    def _note_questions(self, state: State) -> None:
        asked = [vraag for vraag in self.vragen if vraag.id in state.counted]
        ids = tuple(state.counted)
        self.seen.asked.update(ids)
        self.seen.numbers.add(len(ids))
        for left, id_ in enumerate(reversed(ids)):
            self.seen.after[id_] = max(left, self.seen.after.get(id_, 0))
        self.seen.screens.setdefault(len({vraag.scherm for vraag in asked}), ids)
        for mark in {"ons-deel", "verplichting"} - {mark for vraag in asked for mark in vraag.vraagt_naar}:
            self.seen.without.setdefault(mark, ids)

    def _named(self, id_: str) -> list[tuple[str, ...]] | None:
        """Return the lists of answers that anything tells apart at a question; None when nothing looks at it."""
        looking, choosing = self.looking[id_], self.choosing[id_]
        if not looking and not choosing:
            return None
        later = [named for other in choosing for named in self._named(other) or []]
        return [one.keuzes for one in looking if one.keuzes] + later

    def _to_try(self, vraag: Vraag, offered: tuple[str, ...] | None) -> Iterator[Counted]:
        """Yield what the answers to try at a question count as; for kies-uit-eerder they depend on what is on offer."""
        named = self.named[vraag.id]
        if named is None:
            yield UNKNOWN if vraag.is_beeld else counted(vraag, None, offered)
        elif vraag.soort in ("tekst", "datum"):
            yield from (counted(vraag, value) for value in ("", "2026-11-21"))
        elif vraag.is_beeld:
            yield from _heard(vraag, named)
        else:
            ids = tuple(optie.id for optie in vraag.opties) or offered or (*chain(*named), "een-andere")
            most = 1 if vraag.soort == "keuze" else vraag.hoogstens
            yield from (counted(vraag, chosen, offered) for chosen in _sets(_one_of_each(ids, named), most))


def _one_of_each(ids: Iterable[str], named: list[tuple[str, ...]]) -> list[str]:
    """Return one id for each way in which the lists tell ids apart."""
    kinds: dict[tuple[bool, ...], str] = {}
    for id_ in ids:
        kinds.setdefault(tuple(id_ in one for one in named), id_)
    return [*kinds.values()]


def _sets(ids: list[str], most: int | None) -> Iterator[list[str]]:
    yield [WEET_NIET]
    for size in range(1, min(len(ids), most or len(ids)) + 1):
        yield from (list(chosen) for chosen in combinations(ids, size))


def _heard(vraag: Vraag, named: list[tuple[str, ...]]) -> Iterator[Counted]:
    """Yield what a view can count as: per factor or option nothing, something sure of each kind, or a suspicion."""
    nothing = "" if vraag.soort == "wegen" else "-"
    if vraag.soort == "wegen":
        richtingen = _one_of_each([*DIRECTED, NOTED], named)
        ids = _one_of_each(vraag.factoren, named)
        ids += [one for one in vraag.factoren if one not in ids][: len(richtingen) - 1]
        kinds = {id_: [nothing, *(f":{one}" for one in richtingen), SUSPECTED] for id_ in ids}
    else:
        factor_of = {optie.id: optie.factor for optie in vraag.opties}
        ids = [*chain(*(_one_of_each(group, named) for group in _by_factor(factor_of)))]
        kinds = {id_: [nothing, "", *([SUSPECTED] if factor_of[id_] else [])] for id_ in ids}
    for row in product(*kinds.values()):
        found = tuple(f"{id_}{mark}" for id_, mark in zip(kinds, row, strict=True) if mark != nothing)
        yield (*found, *(() if known(found) else UNKNOWN))


def _by_factor(factor_of: dict[str, str | None]) -> tuple[list[str], list[str]]:
    return [id_ for id_, factor in factor_of.items() if factor], [
        id_ for id_, factor in factor_of.items() if not factor
    ]


def never_fits(block: Block, seen: Explored) -> int | None:
    """Return the first condition of a block that fitted in no combination."""
    ever = {number for fitting in seen.fitting.get(block.id, ()) for number in fitting}
    numbers = range(len(placed_conditions(block.toon_als)))
    return next((number for number in numbers if number not in ever), None)


def why_never(route: Route, key: str, index: int, seen: Explored) -> tuple[Place, str] | None:
    """Return where a question or item rules itself out, and how; None where another mistake is the reason."""
    block = getattr(route, key)[index]
    never = never_fits(block, seen)
    if clash(block, seen):
        return None
    if never is None:
        return route.place(key, index, "id"), "kijk naar «toon_als»" + (" en «uit»" if key == "vragen" else "")
    under, number, one = placed_conditions(block.toon_als)[never]
    if one.vraag not in seen.asked:
        return None
    how = "klopt nooit" if under == "alle" else "klopt altijd"
    place = route.place(key, index, "toon_als", under, number, "vraag")
    return place, f"deze voorwaarde onder «{under}» {how}; verander die"


def clash(block: Block, seen: Explored) -> Pair | None:
    """Return two conditions of a block that each fitted somewhere, and never at once."""
    if never_fits(block, seen) is not None:
        return None
    at_once = {pair for fitting in seen.fitting.get(block.id, ()) for pair in combinations(fitting, 2)}
    numbers = range(len(placed_conditions(block.toon_als)))
    return next((pair for pair in combinations(numbers, 2) if pair not in at_once), None)


def in_words(answers: Given, blocks: Iterable[Block]) -> str:
    """Return answers as an author reads them, those that the conditions of these blocks look at."""
    looked_at = {one.vraag for block in blocks for _, _, one in placed_conditions(block.toon_als)}
    return "; ".join(f"{id_}: {', '.join(given)}" for id_, given in answers if id_ in looked_at)


def unknown_throughout(route: Route) -> tuple[int, ...]:
    """Return the screens of whoever answers «dat weten we nog niet» at every question."""
    state = State()
    for vraag in route.vragen:
        if is_asked(route, vraag, state):
            state.counted[vraag.id] = UNKNOWN
    return tuple(dict.fromkeys(vraag.scherm for vraag in route.vragen if vraag.id in state.counted))

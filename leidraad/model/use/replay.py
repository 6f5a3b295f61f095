"""A route and answers → what was asked, what no longer counts, and what there is to discuss: one pure function.

docs/assets/lib/replay.js says the same in the browser; random walks hold the two together.

Answers are JSON: {question: value}. A value is, per kind of question,
- keuze, meerkeuze, kies-uit-eerder, activiteiten: a list of ids; ["weet-niet"] is «dat weten we nog niet»;
- tekst: a text; datum: "YYYY-MM-DD".
What stands under "<question>.tekst" (the text beside a choice) never counts for anything here.
Under "uitspraken" stands what was heard in this case: [{"factor", "bron", "richting", "woorden"}, …]. It belongs to
no question: `wegen`, and a meerkeuze with `uitspraken: ja`, are views on it.

What counts as an answer (`counted`):
- A choice counts by the options that the question has, in their order in the file; other ids count for nothing.
  How many may be chosen is for the page to guard.
- «weet-niet» beside another choice counts for nothing; without any choice the answer counts as «weet-niet».
  So a skipped question and one that nobody knew are the same.
- A statement is sure when it was said or seen. In a view, an option with a factor counts when there is a sure
  statement about that factor, whatever was chosen; with other statements only, it counts as «option:vermoed». An
  option without a factor is chosen as always.
- wegen counts, in the order of the route, as «factor:richting» for each factor with a sure statement: helpt and
  hindert together are allebei, and no direction is «genoteerd». Any statement that is not sure adds «factor:vermoed».
- What ends in «:vermoed» is not known. Where there is nothing else, the answer is «weet-niet» as well.
- kies-uit-eerder chooses from its candidates: what was chosen at the earlier question, or, where that one is `wegen`,
  the factors that are known. The only candidate is not chosen for anybody either.
- A text counts only by whether it holds a sign other than space, tab and line end: as «ingevuld» or «weet-niet».
  Free text never steers: its content is never read, no question depends on it, and only an item to discuss may.
- A date counts when it exists.

Whether a question is asked, in the order of the file:
- every condition of `alle` is true and none of `geen`;
- a kies-uit-eerder question needs a candidate, an activiteiten question a factor that was chosen.

Whether a condition is true: its question was asked, and the answer counts as something known (`bekend: ja`) or as one
of the named choices (`is`; for `wegen` a richting that any factor has; «vermoed» in a view, and «weet-niet» outside
`wegen`, may be named too). A question that was not asked makes no condition true, not even one about «weet-niet».

What no longer counts: an answer to a question that is not asked, and a choice that is no longer on offer. No two
questions of a route fill the same part of the case (`casus`): what was meant at one is no answer to another.

A question is put in the first of its `andere_woorden` that fits (`woorden`), else in its own.
"""

import datetime
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from leidraad.model.types.routes import UITSPRAKEN, WEET_NIET, Route, ToonAls, Voorwaarde, Vraag

Answers = Mapping[str, Any]
Counted = tuple[str, ...]

UNKNOWN: Counted = (WEET_NIET,)
FILLED: Counted = ("ingevuld",)
SUSPECTED = ":vermoed"
SURE = ("gezegd", "gezien")
DIRECTED = ("helpt", "hindert", "allebei")
NOTED = "genoteerd"  # a factor about which something sure is noted, without a direction
_SIGN = re.compile(r"[^ \t\r\n]")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True)
class Punt:
    """An item to discuss and the (question, answers) pairs that led to it, in the order of its conditions.

    For a condition under `alle` these are the answers that made it true; under `geen`, what was answered instead.
    A text comes as «ingevuld», never as itself.
    """

    id: str
    door: tuple[tuple[str, Counted], ...] = ()


@dataclass(frozen=True)
class Loop:
    """What a walk comes to."""

    gevraagd: tuple[str, ...]  # the questions asked, in order
    vervallen: tuple[str, ...]  # the questions whose answer no longer counts, wholly or in part, in order
    bespreken: tuple[Punt, ...]
    antwoorden: Mapping[str, Counted] = field(default_factory=dict)  # what each asked question counts as
    schermen: tuple[int, ...] = ()  # the screens that hold a question asked, in order
    woorden: Mapping[str, int] = field(default_factory=dict)  # per question asked the other words that fit


@dataclass
class State:
    """How far a walk has come: what each question asked so far counts as."""

    counted: dict[str, Counted] = field(default_factory=dict)


def replay(route: Route, answers: Answers, voor_factoren: Mapping[str, Collection[str]] | None = None) -> Loop:
    """Walk through a route with these answers, from the first question to the last.

    `voor_factoren` gives the factors of every activity on offer; with it, a chosen activity counts only while it is
    for one of the chosen factors. Without it every id counts.
    """
    state = State()
    gone: list[str] = []
    woorden: dict[str, int] = {}
    heard = statements(answers)
    for vraag in route.vragen:
        value = answers.get(vraag.id)
        if not is_asked(route, vraag, state):
            if _answered(value) or _answered(answers.get(f"{vraag.id}.tekst")):
                gone.append(vraag.id)
            continue
        offered = candidates(route, vraag, state, voor_factoren)
        state.counted[vraag.id] = seen(vraag, value, heard) if vraag.is_beeld else counted(vraag, value, offered)
        fitting = (index for index, other in enumerate(vraag.andere_woorden) if is_shown(other.toon_als, state))
        woorden.update((vraag.id, index) for index in islice(fitting, 1))
        if vraag.soort in ("kies-uit-eerder", "activiteiten") and _lapsed(value, offered):
            gone.append(vraag.id)
    return Loop(
        gevraagd=tuple(state.counted),
        vervallen=tuple(gone),
        bespreken=tuple(
            Punt(punt.id, _because(punt.toon_als, state)) for punt in route.bespreken if is_shown(punt.toon_als, state)
        ),
        antwoorden=state.counted,
        schermen=tuple(dict.fromkeys(vraag.scherm for vraag in route.vragen if vraag.id in state.counted)),
        woorden=woorden,
    )


def is_asked(route: Route, vraag: Vraag, state: State) -> bool:
    """Return whether a question is asked after the answers so far."""
    if not is_shown(vraag.toon_als, state):
        return False
    if vraag.soort == "kies-uit-eerder":
        return bool(candidates(route, vraag, state))
    return vraag.soort != "activiteiten" or bool(chosen_factors(route, vraag, state))


def is_shown(toon_als: ToonAls | None, state: State) -> bool:
    """Return whether every condition of `alle` is true, and none of `geen`."""
    if toon_als is None:
        return True
    return all(holds(one, state) for one in toon_als.alle) and not any(holds(one, state) for one in toon_als.geen)


def holds(voorwaarde: Voorwaarde, state: State) -> bool:
    """Return whether a condition is true."""
    return bool(_matching(voorwaarde, state))


def _matching(voorwaarde: Voorwaarde, state: State) -> Counted:
    """Return the answers that make a condition true; none when its question was not asked."""
    given = state.counted.get(voorwaarde.vraag, ())
    if voorwaarde.bekend:
        return known(given)
    return tuple(one for one in given if one.rpartition(":")[2] in voorwaarde.keuzes)


def _because(toon_als: ToonAls | None, state: State) -> tuple[tuple[str, Counted], ...]:
    if toon_als is None:
        return ()
    led = [(one.vraag, _matching(one, state)) for one in toon_als.alle]
    instead = [(one.vraag, state.counted[one.vraag]) for one in toon_als.geen if one.vraag in state.counted]
    return tuple(dict.fromkeys(led + instead))


def candidates(
    route: Route, vraag: Vraag, state: State, voor_factoren: Mapping[str, Collection[str]] | None = None
) -> tuple[str, ...] | None:
    """Return what a kies-uit-eerder or activiteiten question offers; None when any id is allowed."""
    if vraag.soort == "kies-uit-eerder":
        given = state.counted.get(vraag.uit or "", UNKNOWN)
        return tuple(dict.fromkeys(one.partition(":")[0] for one in known(given)))
    if vraag.soort == "activiteiten" and voor_factoren is not None:
        chosen = chosen_factors(route, vraag, state)
        return tuple(id_ for id_, factoren in voor_factoren.items() if not chosen.isdisjoint(factoren))
    return None


def chosen_factors(route: Route, vraag: Vraag, state: State) -> frozenset[str]:
    """Return the factors that an activiteiten question shows activities for."""
    source = route.vraag(vraag.uit or "")
    options = route.vraag(source.uit or "") if source else None
    factor_of = {optie.id: optie.factor for optie in options.opties} if options else {}
    chosen = known(state.counted.get(vraag.uit or "", ()))
    return frozenset(factor for one in chosen if (factor := factor_of.get(one, one)))


def known(given: Counted) -> Counted:
    """Return what is known of an answer: without «weet-niet», and without what was only suspected."""
    return tuple(one for one in given if one != WEET_NIET and not one.endswith(SUSPECTED))


def counted(vraag: Vraag, value: Any, offered: tuple[str, ...] | None = None) -> Counted:
    """Return what a value counts as; `offered` is what `candidates` gave for this question."""
    if vraag.soort == "tekst":
        return FILLED if _answered(value) else UNKNOWN
    if vraag.soort == "datum":
        return (value,) if is_day(value) else UNKNOWN
    chosen = _ids(value)
    order = offered if vraag.uit else tuple(optie.id for optie in vraag.opties)
    found = chosen if order is None else [one for one in order if one in chosen]
    found = [one for one in dict.fromkeys(found) if one != WEET_NIET]
    return tuple(found) or UNKNOWN


def statements(answers: Answers) -> list[Mapping[str, Any]]:
    """Return the statements that stand among the answers."""
    value = answers.get(UITSPRAKEN)
    return [one for one in value if isinstance(one, Mapping)] if isinstance(value, list | tuple) else []


def seen(vraag: Vraag, value: Any, heard: Collection[Mapping[str, Any]]) -> Counted:
    """Return what a view counts as: what was heard about its factors, and the options without one that were chosen."""
    if vraag.soort == "wegen":
        found = [one for factor in vraag.factoren for one in _weighed(factor, heard)]
    else:
        chosen = _ids(value)
        per_option = ((optie, _sureness(optie.factor, heard)) for optie in vraag.opties)
        found = [
            optie.id + (mark or "")
            for optie, mark in per_option
            if (mark is not None if optie.factor else optie.id in chosen)
        ]
    return (*found, *(() if known(tuple(found)) else UNKNOWN))


def _sureness(factor: str | None, heard: Collection[Mapping[str, Any]]) -> str | None:
    """Return nothing to add for a factor that is sure, «:vermoed» for one that is not, None without a statement."""
    about = [one.get("bron") in SURE for one in heard if factor and one.get("factor") == factor]
    return None if not about else "" if any(about) else SUSPECTED


def _weighed(factor: str, heard: Collection[Mapping[str, Any]]) -> Iterator[str]:
    about = [one for one in heard if one.get("factor") == factor]
    sure = [one.get("richting") for one in about if one.get("bron") in SURE]
    given = {one for one in sure if one in DIRECTED}
    if sure:
        yield f"{factor}:{given.pop() if len(given) == 1 else 'allebei' if given else NOTED}"
    if len(sure) < len(about):
        yield f"{factor}{SUSPECTED}"


def _ids(value: Any) -> list[str]:
    return [one for one in value if isinstance(one, str)] if isinstance(value, list | tuple) else []


def is_day(value: Any) -> bool:
    """Return whether a value is a date that exists, as YYYY-MM-DD."""
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        return False
    try:
        datetime.date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _answered(value: Any) -> bool:
    """Return whether something was filled in, if only «weet-niet»."""
    if isinstance(value, str):
        return bool(_SIGN.search(value))
    return bool(value) if isinstance(value, list | tuple | Mapping) else False


def _lapsed(value: Any, offered: tuple[str, ...] | None) -> bool:
    """Return whether a choice was made that is no longer on offer."""
    if offered is None or not isinstance(value, list | tuple):
        return False
    return any(one not in offered for one in value if one != WEET_NIET)

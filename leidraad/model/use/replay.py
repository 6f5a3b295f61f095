"""A route and answers → what was asked, what no longer counts, and what there is to discuss: one pure function.

docs/assets/lib/replay.js says the same in the browser; random walks hold the two together.

Answers are JSON: {question: value}. A value is, per kind of question,
- keuze, meerkeuze, kies-uit-eerder, activiteiten: a list of ids; ["weet-niet"] is «dat weten we nog niet»;
- wegen: {factor: {"richting": …, "herkomst": […], "reden": …}};
- tekst: a text; datum: "YYYY-MM-DD".
What stands under "<question>.tekst" (the text beside a choice) never counts for anything here.

What counts as an answer (`counted`):
- A choice counts by the options that the question has, in their order in the file; other ids count for nothing.
  How many may be chosen is for the page to guard.
- «weet-niet» beside another choice counts for nothing; without any choice the answer counts as «weet-niet».
  So a skipped question and one that nobody knew are the same.
- kies-uit-eerder chooses from its candidates: what was chosen at the earlier question, or, where that one is `wegen`,
  the factors with another richting than weet-niet. With `neem_over_bij_een` the only candidate counts as chosen as
  long as nothing else was answered; «weet-niet» is something else.
- wegen counts as «factor:richting» for each factor with another richting than weet-niet, in the order of the route.
- A text counts only by whether it holds a sign other than space, tab and line end: as «ingevuld» or «weet-niet».
  Free text never steers: its content is never read, no question depends on it, and only an item to discuss may.
- A date counts when it exists.

Whether a question is asked, in the order of the file:
- every condition of `alle` is true and none of `geen`;
- a kies-uit-eerder question needs a candidate, an activiteiten question a factor that was chosen.

Whether a condition is true: its question was asked, and the answer counts as something else than «weet-niet»
(`bekend: ja`) or as one of the named choices (`is`; for `wegen` a richting that any factor has, and «weet-niet» may be
named for the other kinds). A question that was not asked makes no condition true, not even one about «weet-niet».
"""

import datetime
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from leidraad.model.types.routes import RICHTINGEN, WEET_NIET, Route, ToonAls, Voorwaarde, Vraag

Answers = Mapping[str, Any]
Counted = tuple[str, ...]

UNKNOWN: Counted = (WEET_NIET,)
FILLED: Counted = ("ingevuld",)
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
    for vraag in route.vragen:
        value = answers.get(vraag.id)
        if not is_asked(route, vraag, state):
            if _answered(value) or _answered(answers.get(f"{vraag.id}.tekst")):
                gone.append(vraag.id)
            continue
        offered = candidates(route, vraag, state, voor_factoren)
        state.counted[vraag.id] = counted(vraag, value, offered)
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
        return () if given == UNKNOWN else given
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
        return tuple(one.partition(":")[0] for one in given if one != WEET_NIET)
    if vraag.soort == "activiteiten" and voor_factoren is not None:
        chosen = chosen_factors(route, vraag, state)
        return tuple(id_ for id_, factoren in voor_factoren.items() if not chosen.isdisjoint(factoren))
    return None


def chosen_factors(route: Route, vraag: Vraag, state: State) -> frozenset[str]:
    """Return the factors that an activiteiten question shows activities for."""
    source = route.vraag(vraag.uit or "")
    options = route.vraag(source.uit or "") if source else None
    factor_of = {optie.id: optie.factor for optie in options.opties} if options else {}
    chosen = [one for one in state.counted.get(vraag.uit or "", ()) if one != WEET_NIET]
    return frozenset(factor for one in chosen if (factor := factor_of.get(one, one)))


def counted(vraag: Vraag, value: Any, offered: tuple[str, ...] | None = None) -> Counted:
    """Return what a value counts as; `offered` is what `candidates` gave for this question."""
    if vraag.soort == "tekst":
        return FILLED if _answered(value) else UNKNOWN
    if vraag.soort == "datum":
        return (value,) if is_day(value) else UNKNOWN
    if vraag.soort == "wegen":
        return _weighed(vraag, value)
    chosen = [one for one in value if isinstance(one, str)] if isinstance(value, list | tuple) else []
    order = offered if vraag.uit else tuple(optie.id for optie in vraag.opties)
    known = chosen if order is None else [one for one in order if one in chosen]
    known = [one for one in dict.fromkeys(known) if one != WEET_NIET]
    if not known and vraag.neem_over_bij_een and order and len(order) == 1 and WEET_NIET not in chosen:
        return order
    return tuple(known) or UNKNOWN


def _weighed(vraag: Vraag, value: Any) -> Counted:
    given = value if isinstance(value, Mapping) else {}
    found = []
    for factor in vraag.factoren:
        one = given.get(factor)
        richting = one.get("richting") if isinstance(one, Mapping) else None
        if richting in RICHTINGEN and richting != WEET_NIET:
            found.append(f"{factor}:{richting}")
    return tuple(found) or UNKNOWN


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

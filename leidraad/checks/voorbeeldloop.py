"""A worked walk gives what its file says, and every route has one."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from leidraad.checks._explore import can_be_walked
from leidraad.model.types.routes import BRONNEN, RICHTINGEN, UITSPRAKEN, WEET_NIET, Route, Voorbeeldloop, Vraag
from leidraad.model.use.framework import Framework
from leidraad.model.use.replay import is_day, replay
from leidraad.model.yaml.problem import NOWHERE, Problem, did_you_mean, one_of, quoted
from leidraad.model.yaml.reader import Reported

ID = "voorbeeldloop"
ALLEEN_KERN = True
UITLEG = (
    "Een voorbeeldloop is ook een test: met zijn antwoorden stelt de route precies `gestelde_vragen`, "
    "en de uitkomst is precies `bespreken`. Elke route heeft er ten minste één."
)
FOUT = """\
  moet-het: [nee]
  eerst-maken: [eerst]
"""
GOED = "  moet-het: [nee]"
_STATEMENT = {"factor": None, "bron": BRONNEN, "richting": RICHTINGEN, "woorden": None}
_NOUNS = {"gestelde_vragen": ("vraag", "wordt", "gesteld"), "bespreken": ("bespreekpunt", "staat", "in de uitkomst")}


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a problem for every answer that cannot be given, and for every difference with what the walk says."""
    lopen = framework.lopen.values()
    for route in framework.routes.values():
        if not framework.lopen_bij(route.id) and not any(loop.place("route") == NOWHERE for loop in lopen):
            message = "deze route heeft geen voorbeeldloop; maak er een in afwegingskader/lopen/"
            yield Problem(route.place("id"), message, ID)
    for loop in lopen:
        found = framework.routes.get(loop.route)
        if found and can_be_walked(found) and loop.is_whole:
            yield from _walk(framework, found, loop)


def _walk(framework: Framework, route: Route, loop: Voorbeeldloop) -> Iterator[Problem]:
    wrong = False
    for key, value in loop.antwoorden.items():
        for problem in _answer(framework, route, loop, key, value):
            wrong = True
            yield problem
    if wrong:
        return  # what else differs follows from it
    result = replay(route, loop.antwoorden)
    for id_ in result.vervallen:
        message = f"vraag «{id_}» wordt met deze antwoorden niet gesteld, of een keuze is er niet; haal dit weg"
        yield Problem(loop.place_of_key("antwoorden", id_), message, ID)
    vragen = [vraag.id for vraag in route.vragen]
    punten = [punt.id for punt in route.bespreken]
    yield from _list(loop, "gestelde_vragen", result.gevraagd, vragen)
    yield from _list(loop, "bespreken", tuple(punt.id for punt in result.bespreken), punten)


def _list(loop: Voorbeeldloop, key: str, found: tuple[str, ...], known: list[str]) -> Iterator[Problem]:
    """Yield how a list of a walk differs from what the route gives."""
    noun, verb, where = _NOUNS[key]
    written: tuple[str, ...] = getattr(loop, key)
    for index, id_ in enumerate(written):
        if id_ not in known:
            message = f"{noun} «{id_}» bestaat niet in deze route{did_you_mean(id_, known)}"
            yield Problem(loop.place(key, index), message, ID)
        elif id_ not in found:
            yield Problem(loop.place(key, index), f"{noun} «{id_}» {verb} niet {where}; haal die hier weg", ID)
    for index, id_ in enumerate(found):
        if id_ not in written:
            after = f"na «{found[index - 1]}»" if index else "vooraan"
            yield Problem(loop.place(key), f"{noun} «{id_}» {verb} wel {where}; zet die erbij, {after}", ID)
    if set(written) == set(found) and written != found:
        yield Problem(loop.place(key), f"de volgorde is anders: {', '.join(found)}", ID)


def _answer(framework: Framework, route: Route, loop: Voorbeeldloop, key: str, value: Any) -> Iterator[Problem]:
    id_, _, part = key.partition(".")
    vraag = route.vraag(id_)
    place = loop.place_of_key("antwoorden", key)
    if isinstance(value, Reported) or value is None:
        return
    if key == UITSPRAKEN:
        yield from _statements(framework, loop, value)
    elif vraag is None or (part and part != "tekst"):
        ids = [vraag.id for vraag in route.vragen]
        yield Problem(place, f"vraag {quoted(key)} bestaat niet in deze route{did_you_mean(id_, ids)}", ID)
    elif part or vraag.soort == "tekst":
        if not isinstance(value, str):
            yield Problem(place, f"bij «{key}» hoort een tekst", ID)
        elif part and not vraag.tekstveld:
            yield Problem(place, f"vraag «{id_}» heeft geen tekstveld; haal dit weg", ID)
    elif vraag.soort == "datum":
        if not is_day(value):
            yield Problem(place, 'hier hoort een datum die bestaat, zoals «"2026-11-21"»', ID)
    elif vraag.soort == "wegen":
        message = f"bij «{id_}» hoort geen antwoord; zet wat er gehoord is onder «{UITSPRAKEN}»"
        yield Problem(place, message, ID)
    else:
        yield from _choice(framework, route, loop, vraag, value)


def _choice(framework: Framework, route: Route, loop: Voorbeeldloop, vraag: Vraag, value: Any) -> Iterator[Problem]:
    place = loop.place("antwoorden", vraag.id)
    if not isinstance(value, list):
        yield Problem(place, f"bij «{vraag.id}» hoort een lijst, zoals «[{WEET_NIET}]»", ID)
        return
    known = _known(framework, route, vraag)
    for index, one in enumerate(value):
        if one not in known and one != WEET_NIET:
            message = f"antwoord {quoted(one)} bestaat niet bij vraag «{vraag.id}»{did_you_mean(str(one), known)}"
            yield Problem(loop.place("antwoorden", vraag.id, index), message, ID)
    most = 1 if vraag.soort == "keuze" else vraag.hoogstens
    if most and len(value) > most:
        yield Problem(place, f"bij «{vraag.id}» zijn hoogstens {most} antwoorden te kiezen; haal er weg", ID)


def _known(framework: Framework, route: Route, vraag: Vraag) -> Collection[str]:
    source = route.vraag(vraag.uit) if vraag.uit and vraag.soort != "activiteiten" else vraag
    if source and source.soort == "activiteiten":
        return framework.known["activiteit"]
    return (source.factoren or tuple(optie.id for optie in source.opties)) if source else ()


def _statements(framework: Framework, loop: Voorbeeldloop, value: Any) -> Iterator[Problem]:
    here = ("antwoorden", UITSPRAKEN)
    if not isinstance(value, list):
        yield Problem(loop.place(*here), f"onder «{UITSPRAKEN}» hoort een lijst met factor, bron en woorden", ID)
        return
    for index, one in enumerate(value):
        if not isinstance(one, Mapping):
            yield Problem(loop.place(*here, index), f"een uitspraak heeft sleutels: {', '.join(_STATEMENT)}", ID)
        else:
            yield from _statement(framework, loop, index, one)


def _statement(framework: Framework, loop: Voorbeeldloop, index: int, one: Mapping[str, Any]) -> Iterator[Problem]:
    here = ("antwoorden", UITSPRAKEN, index)
    for key, value in one.items():
        allowed = framework.known["factor"] if key == "factor" else _STATEMENT.get(key)
        if key not in _STATEMENT:
            message = f"sleutel {quoted(key)} ken ik niet{one_of(key, [*_STATEMENT])}"
            yield Problem(loop.place(*here, key), message, ID)
        elif not isinstance(value, str):
            yield Problem(loop.place(*here, key), "hier hoort een tekst", ID)
        elif allowed is not None and value not in allowed:
            message = f"{quoted(value)} mag hier niet{one_of(value, sorted(allowed))}"
            yield Problem(loop.place(*here, key), message, ID)
    for key in ("factor", "bron"):
        if key not in one:
            yield Problem(loop.place(*here), f"«{key}» ontbreekt bij deze uitspraak; zet die erbij", ID)

"""A condition of a route looks back at an answer that can be given on an earlier screen."""

from collections.abc import Iterator

from leidraad.model.types.routes import WEET_NIET, AndereWoorden, Bespreekpunt, Route, Voorwaarde, Vraag
from leidraad.model.use.framework import Framework
from leidraad.model.use.replay import DIRECTED, NOTED, SUSPECTED
from leidraad.model.yaml.problem import NOWHERE, Place, Problem, did_you_mean

ID = "voorwaarde"
ALLEEN_KERN = True
UITLEG = (
    "Een voorwaarde wijst terug naar een vraag op een eerder scherm, met `is` (een antwoord dat daar te kiezen is) of "
    "`bekend: ja`. Ook `uit`, `per_keuze` en `niet_samen_met` wijzen naar iets dat bestaat. "
    "Vrije tekst stuurt niet: een vraag hangt nooit af van een tekst, een bespreekpunt alleen van óf er iets staat."
)
FOUT = "is: [burg]"
GOED = "is: [brug]"
_SOURCES = {"kies-uit-eerder": ("meerkeuze", "wegen", "activiteiten"), "activiteiten": ("kies-uit-eerder",)}
_LAST = 10**6  # the outcome comes after every screen
Step = tuple[str | int, ...]


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a problem for every condition that can never be true as it is written."""
    for route in framework.routes.values():
        yield from in_route(route)


def in_route(route: Route) -> Iterator[Problem]:
    """Yield the problems of one route."""
    for index, vraag in enumerate(route.vragen):
        path: Step = ("vragen", index)
        yield from _conditions(route, vraag, path, vraag.scherm)
        for number, words in enumerate(vraag.andere_woorden):
            yield from _conditions(route, words, (*path, "andere_woorden", number), vraag.scherm)
        if vraag.uit:
            yield from _source(route, vraag, path)
    points = [punt.id for punt in route.bespreken]
    for index, punt in enumerate(route.bespreken):
        path = ("bespreken", index)
        yield from _conditions(route, punt, path, _LAST)
        if punt.per_keuze:
            yield from _per_keuze(route, punt.per_keuze, (*path, "per_keuze"))
        for number, other in enumerate(punt.niet_samen_met):
            place = route.place(*path, "niet_samen_met", number)
            if other == punt.id:
                yield Problem(place, "dit is het punt zelf; noem een ander punt", ID)
            elif other not in points and not _stands_in(route, "bespreken"):
                yield Problem(place, f"bespreekpunt «{other}» bestaat niet{did_you_mean(other, points)}", ID)


def _conditions(
    route: Route, block: Vraag | Bespreekpunt | AndereWoorden, path: Step, screen: int
) -> Iterator[Problem]:
    if block.toon_als is None:
        return
    path = (*path, "toon_als")
    if not block.toon_als.alle and not block.toon_als.geen:
        message = "onder «toon_als» staat geen voorwaarde; zet er «alle:» of «geen:» onder, of haal de regel weg"
        yield Problem(block.place_of_key("toon_als"), message, ID)
    for key, index, voorwaarde in block.toon_als.placed():
        yield from _condition(route, voorwaarde, (*path, key, index), screen)


def _condition(route: Route, voorwaarde: Voorwaarde, path: Step, screen: int) -> Iterator[Problem]:
    place = route.place(*path, "vraag")
    if bool(voorwaarde.keuzes) == bool(voorwaarde.bekend):
        message = "een voorwaarde heeft «is» of «bekend: ja», één van de twee; kies er één"
        yield Problem(place, message, ID)
        return
    asked = route.vraag(voorwaarde.vraag)
    if asked is None:
        yield from _unknown(route, voorwaarde.vraag, place)
    elif not _is_back(route, asked, screen):
        yield Problem(place, _not_back(asked, screen), ID)
    elif asked.soort == "tekst" and screen != _LAST:
        message = f"«{asked.id}» is een tekst, en een tekst stuurt geen vragen; kijk naar een vraag met opties"
        yield Problem(place, message, ID)
    else:
        yield from _answers(route, asked, voorwaarde, path)


def _is_back(route: Route, asked: Vraag, screen: int) -> bool:
    """Return whether a question stands on an earlier screen, as far as the numbers could be read."""
    return asked.scherm < screen or any(vraag.place("scherm") == NOWHERE for vraag in route.vragen)


def _not_back(asked: Vraag, screen: int) -> str:
    where = "verderop" if asked.scherm > screen else "op hetzelfde scherm"
    return f"vraag «{asked.id}» staat {where} (scherm {asked.scherm}); wijs naar een vraag op een eerder scherm"


def _answers(route: Route, asked: Vraag, voorwaarde: Voorwaarde, path: Step) -> Iterator[Problem]:
    if voorwaarde.bekend or asked.soort == "activiteiten":  # which activities there are is not the route's
        return
    if asked.soort in ("tekst", "datum"):
        message = f"bij een {asked.soort} telt alleen of er iets staat; schrijf «bekend: ja»"
        yield Problem(route.place(*path, "is"), message, ID)
        return
    known = _possible(route, asked)
    if known is None:
        return
    for number, answer in enumerate(voorwaarde.keuzes):
        if answer not in known:
            message = f"antwoord «{answer}» bestaat niet bij vraag «{asked.id}»{did_you_mean(answer, known)}"
            yield Problem(route.place(*path, "is", number), message, ID)


def _possible(route: Route, asked: Vraag) -> list[str] | None:
    """Return the answers that can be chosen at a question, or None when one of them could not be read."""
    if asked.soort == "wegen":
        # «weet-niet» would nearly always be true: some factor is always left open.
        return [*DIRECTED, NOTED, SUSPECTED[1:]]
    source = route.vraag(asked.uit or "") if asked.soort == "kies-uit-eerder" else asked
    if source is None or source.soort == "activiteiten" or any(one.place("id") == NOWHERE for one in source.opties):
        return None
    ids = source.factoren if source.soort == "wegen" else tuple(optie.id for optie in source.opties)
    return [*ids, WEET_NIET, *([SUSPECTED[1:]] if asked.uitspraken else [])]


def _source(route: Route, vraag: Vraag, path: Step) -> Iterator[Problem]:
    place, source = route.place(*path, "uit"), route.vraag(vraag.uit or "")
    wanted = _SOURCES.get(vraag.soort)
    if wanted is None:
        return  # the check on kinds says that «uit» does not belong here
    if source is None:
        yield from _unknown(route, vraag.uit or "", place)
    elif not _is_back(route, source, vraag.scherm):
        yield Problem(place, _not_back(source, vraag.scherm), ID)
    elif source.soort not in wanted:
        message = f"«{source.id}» is een vraag van soort «{source.soort}»; wijs naar een vraag van soort "
        yield Problem(place, message + " of ".join(f"«{kind}»" for kind in wanted), ID)
    elif vraag.soort == "activiteiten" and (options := route.vraag(source.uit or "")) and options.soort == "meerkeuze":
        number = route.vragen.index(options)
        for index, optie in enumerate(options.opties):
            if not optie.factor:
                message = f"bij «{optie.id}» ontbreekt «factor», en «{vraag.id}» zoekt daar activiteiten bij"
                yield Problem(route.place("vragen", number, "opties", index, "id"), message + "; zet die erbij", ID)


def _per_keuze(route: Route, id_: str, path: Step) -> Iterator[Problem]:
    vraag = route.vraag(id_)
    if vraag is None:
        yield from _unknown(route, id_, route.place(*path))
    elif vraag.soort not in ("kies-uit-eerder", "activiteiten", "meerkeuze"):
        message = f"bij «{id_}» valt er niet meer dan één te kiezen; wijs naar een vraag van soort «kies-uit-eerder»"
        yield Problem(route.place(*path), message, ID)


def _unknown(route: Route, id_: str, place: Place) -> Iterator[Problem]:
    if not _stands_in(route, "vragen"):
        ids = [vraag.id for vraag in route.vragen]
        yield Problem(place, f"vraag «{id_}» bestaat niet in deze route{did_you_mean(id_, ids)}", ID)


def _stands_in(route: Route, key: str) -> bool:
    """Return whether an id in a list could not be read: it may be the one that is meant."""
    return any(item.place("id") == NOWHERE for item in getattr(route, key))

"""A route → its page: every question, option and explanation as a worksheet, and its logic for the browser."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from markupsafe import Markup

from leidraad.checks._explore import explore
from leidraad.model.types.activiteiten import Activiteit
from leidraad.model.types.eigen_activiteiten import EigenActiviteit
from leidraad.model.types.gemeente import Gedragsprincipe
from leidraad.model.types.igm import OpenVraag
from leidraad.model.types.routes import (
    BRONNEN,
    EXPLORE,
    RICHTINGEN,
    WEET_NIET,
    Bespreekpunt,
    Optie,
    Route,
    ToonAls,
    Voorbeeldloop,
    Voorwaarde,
    Vraag,
)
from leidraad.model.use.dates import dutch_date
from leidraad.model.use.framework import Edition
from leidraad.model.use.replay import NOTED, SUSPECTED, statements
from leidraad.model.use.seen.answers import worked_out
from leidraad.render.block.fragment import Fragment, link
from leidraad.render.block.igm_kaart import igm_kaart
from leidraad.render.block.lagen import first_sentence, teaser
from leidraad.render.gemeente.gemeente import CLOSING, NOT_BY, disclaimer, living

UNKNOWN = "Dat weten we nog niet"
RICHTING = {"helpt": "Helpt", "hindert": "Hindert", "allebei": "Allebei", "weten-we-niet": UNKNOWN}
BRON = {"gezegd": "Gezegd", "gezien": "Gezien", "vermoed": "Vermoed"}
_LOGIC = "@@logica@@"
_NOTHING = "nu-niets-doen"
_OFFERED = 3  # activities at a chosen factor in the outcome; the others are one press away
_IN_WORDS = {
    WEET_NIET: UNKNOWN.lower(),
    NOTED: "iets genoteerd",
    SUSPECTED[1:]: "iets vermoed",
    **{key: text.lower() for key, text in RICHTING.items()},
}
_WITH = {"alleen": "alleen", "met-inwoner": "samen met de ((inwoner))", "met-collega's": "met collega's"}


@dataclass(frozen=True)
class Vragen:
    """What a page of the guide needs of a route: exploring has questions, and no outcome to discuss."""

    id: str
    titel: str
    vragen: tuple[Vraag, ...]
    bespreken: tuple[Bespreekpunt, ...] = ()

    def vraag(self, id_: str) -> Vraag | None:
        """Return the question with this id, if there is one."""
        return next((vraag for vraag in self.vragen if vraag.id == id_), None)


def route_lead(edition: Edition, id_: str) -> str:
    """Return what stands before the first press: what the route is for, with whom, how long, and one caveat."""
    item = _route(edition, id_)
    return Fragment(edition, f"route-{id_}-lead", quiet=True).render(
        "render/routes/route_lead.html", item=item, met=_met(item), zin=partial(first_sentence, edition), link=link
    )


def route(edition: Edition, id_: str) -> str:
    """Return the worksheet of a route, which its element shows one screen at a time."""
    item = _route(edition, id_)
    schermen = [
        (nummer, [vraag for vraag in item.vragen if vraag.scherm == nummer])
        for nummer in dict.fromkeys(vraag.scherm for vraag in item.vragen)
    ]
    return _page(edition, id_, item.titel, _logic(edition, item), schermen=schermen, item=item, los=False)


def verkennen(edition: Edition) -> str:
    """Return all factors without an order: what to ask, what was noted, what there is to do."""
    item = _explore(edition)
    logic = _logic(edition, item) | {"los": True}
    return _page(
        edition,
        EXPLORE,
        item.titel,
        logic,
        schermen=[(vraag.scherm, [vraag]) for vraag in item.vragen],
        item=item,
        los=True,
    )


def routes(edition: Edition) -> str:
    """Return all routes, each with its core message and how long it takes."""
    chosen = edition.routes
    return Fragment(edition, "routes").render(
        "render/routes/routes.html", items=chosen.gekozen, ook=chosen.ook, link=link
    )


def route_meer(edition: Edition, id_: str) -> str:
    """Return what is folded at the end of a route's page: caveats, what it is, worked walks, sources."""
    item = _route(edition, id_)
    titles = {punt.id: punt.tekst for punt in item.bespreken}
    lopen = [(loop, _given(edition, item, loop)) for loop in edition.framework.lopen_bij(id_)]
    return Fragment(edition, f"route-{id_}-meer", quiet=True).render(
        "render/routes/route_meer.html",
        item=item,
        met=_met(item),
        lopen=lopen,
        titles=titles,
        link=link,
        zin=partial(teaser, edition),
    )


def _met(item: Route) -> list[str]:
    return [_WITH[met] for met in item.voor]


def _page(edition: Edition, id_: str, titel: str, logic: dict[str, Any], **values: Any) -> str:
    gemeente, principes = edition.gemeente, living(edition)
    factoren = [(one.id, one.titel) for one in edition.factoren_in("gesprek").alle]
    namen = {
        "vragen-naar": factoren,
        "factoren": factoren,
        "activiteiten": [(one.id, one.titel) for one in _all_activiteiten(edition)],
    }

    def part(of: str, more: Any, make: Callable[[], str]) -> str:
        """Return a part of the page in which nothing is explained, so that it stands by itself."""
        return edition.remembered(f"gids {id_} {of}", more, make)

    fragment = Fragment(edition, f"gids-{id_}")
    html = fragment.render(
        "render/routes/gids.html",
        id=id_,
        titel=titel,
        bare=Fragment(edition, ""),
        kaart=Markup(igm_kaart(edition, vorm="live")),
        link=link,
        unknown=(WEET_NIET, UNKNOWN),
        richtingen=[(key, RICHTING[key]) for key in RICHTINGEN],
        herkomsten=[(key, BRON[key]) for key in BRONNEN],
        conditions=lambda toon_als: _conditions(edition, values["item"], toon_als),
        options=lambda vraag: _options(edition, values["item"], vraag),
        factors=lambda ids: _chosen_first(edition, ids),
        all_factors=list(edition.framework.kern.factoren),
        activiteiten=lambda vraag: _activiteiten(edition, _factors_of(values["item"], vraag)),
        zin=partial(first_sentence, edition),
        beelden={vraag.id for vraag in values["item"].vragen if vraag.is_beeld},
        skipped=lambda vraag: _skipped(values["item"], vraag) if vraag.is_beeld else (),
        laid=lambda vraag: _laid(edition, values["item"], vraag),
        principes=principes,
        vraag_deel=lambda vraag, caller: part(
            f"vraag {vraag.id}",
            (vraag.factoren, principes if vraag.toont else (), namen if vraag.toont_inzet else ()),
            caller,
        ),
        factor_deel=lambda naam, een, caller: part(f"{naam} {een}", None, lambda: caller(_Factor(edition, een))),
        principes_bij=lambda factor: edition.principes_bij(factor=factor),
        plekken=[*_places(edition)],
        inzet_namen=namen,
        eigen_ids=edition.lokaal.activiteiten,
        editie=f"{gemeente.naam} {gemeente.editie} ({dutch_date(gemeente.datum)}), "
        f"gedeelde kern {edition.framework.kern.versie}",
        uitgave=f"{disclaimer(gemeente)} {NOT_BY}",
        slot=CLOSING,
        logic=_LOGIC,
        **values,
    )
    # Set apart from the fragment: entities mean nothing in a script, and only ids stand in it.
    script = json.dumps(logic, ensure_ascii=True, separators=(",", ":")).replace("<", "\\u003c")
    return html.replace(_LOGIC, f'<script type="application/json">{script}</script>')


def _route(edition: Edition, id_: str) -> Route:
    items = edition.framework.routes
    if id_ not in items:
        raise KeyError(f"route «{id_}» bestaat niet; kies uit: {', '.join(items)}")
    return items[id_]


def _routes(edition: Edition) -> Sequence[Route]:
    return edition.routes.alle


def _explore(edition: Edition) -> Vragen:
    """The exploring way: a field at each part of the map, in its order, with nothing that follows.

    The factors are screen 1, as before the starting points had fields: addresses and files keep their meaning.
    """
    map_order = list(edition.framework.kern.factoren)
    doel = {
        "id": "doel",
        "scherm": 2,
        "soort": "tekst",
        "casus": "doel",
        "vraag": "Wat wil de ((inwoner)) bereiken?",
        "waarom": {
            "tekst": "In de woorden van de ((inwoner)). Een wens die nog vaag is, mag ook.",
            "herkomst": "eigen",
        },
    }
    gedrag = {
        "id": "doelgedrag",
        "scherm": 3,
        "soort": "tekst",
        "casus": "gedrag",
        "vraag": "Om welk gedrag gaat het nu?",
        "waarom": {
            "tekst": "Eén zin met wat, waar en wanneer. Is dat er nog niet, ga dan verder.",
            "herkomst": "eigen",
        },
    }
    wegen = {
        "id": "wegen",
        "scherm": 1,
        "soort": "wegen",
        "vraag": "Wat helpt, en wat hindert?",
        "waarom": {"tekst": "Geen factor is verplicht. Verdiep er een of twee.", "herkomst": "eigen"},
        "factoren": sorted((one.id for one in edition.factoren_in("gesprek").alle), key=map_order.index),
    }
    return Vragen(EXPLORE, "Verkennen", tuple(Vraag.model_validate(one) for one in (doel, gedrag, wegen)))


def _skipped(item: Route | Vragen, beeld: Vraag) -> list[str]:
    """Return the questions that are not asked as long as what was noted here is only suspected."""
    return [
        vraag.vraag
        for vraag in item.vragen
        if vraag.uit == beeld.id
        or (vraag.toon_als and any(one.vraag == beeld.id and one.bekend for one in vraag.toon_als.alle))
    ]


def _logic(edition: Edition, item: Route | Vragen) -> dict[str, Any]:
    """Return what the browser needs to replay answers: ids and conditions, no text of an edition."""
    after = explore(item).after if isinstance(item, Route) else {}
    return {
        "id": item.id,
        "vragen": [
            _vraag(vraag) | ({"met": 1 + after[vraag.id]} if vraag.id in after else {}) for vraag in item.vragen
        ],
        "bespreken": [
            _filled({"id": punt.id, "toon_als": _toon_als(punt.toon_als), "per_keuze": punt.per_keuze})
            for punt in item.bespreken
        ],
        "activiteiten": [[one.id, list(one.voor_factoren)] for one in _all_activiteiten(edition)],
    }


def _vraag(vraag: Vraag) -> dict[str, Any]:
    return _filled(
        {
            "id": vraag.id,
            "scherm": vraag.scherm,
            "soort": vraag.soort,
            "casus": vraag.casus,
            "heette": list(vraag.heette),
            "uitspraken": bool(vraag.uitspraken),
            "bron": vraag.bron,
            "anders": [_toon_als(other.toon_als) for other in vraag.andere_woorden],
            "opties": [_optie(optie) for optie in vraag.opties],
            "uit": vraag.uit,
            "hoogstens": vraag.hoogstens,
            "factoren": list(vraag.factoren),
            "tekstveld": (vraag.tekstveld.casus or True) if vraag.tekstveld else False,
            "zegt": vraag.tekstveld.keuze if vraag.tekstveld else None,
            "toon_als": _toon_als(vraag.toon_als),
        }
    )


def _optie(optie: Optie) -> dict[str, Any]:
    return _filled({"id": optie.id, "factor": optie.factor, "casus": optie.casus, "heette": list(optie.heette)})


def _toon_als(toon_als: ToonAls | None) -> dict[str, Any] | None:
    if toon_als is None:
        return None
    return _filled({key: [_voorwaarde(one) for one in getattr(toon_als, key)] for key in ("alle", "geen")})


def _voorwaarde(one: Voorwaarde) -> dict[str, Any]:
    return _filled({"vraag": one.vraag, "bekend": bool(one.bekend), "is": list(one.keuzes)})


def _filled(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value not in (None, [], False)}


def _places(edition: Edition) -> Iterator[tuple[str, str, str]]:
    """Yield (name, title, link) of everywhere a field of the case can be filled in."""
    yield from ((item.id, item.titel, link("route", item.id)) for item in _routes(edition))
    yield EXPLORE, "Verkennen", link("route", EXPLORE)
    for id_ in ("samen-kijken", "inzet-terugblik"):
        if item := edition.framework.instrumenten.get(id_):
            yield id_, item.titel, link("instrument", id_)


def _chosen_first(edition: Edition, ids: Iterable[str]) -> list[str]:
    """Return ids of factors in the municipality's own order; a starting point comes before them."""
    order = [factor.id for factor in edition.factoren_in("gesprek").alle]
    return sorted(ids, key=lambda id_: order.index(id_) if id_ in order else -1)


def _in_turn(edition: Edition, opties: Sequence[Optie]) -> list[Optie]:
    """Return options of which those about a factor stand in the municipality's own order; the others stay in place."""
    order = _chosen_first(edition, edition.framework.factoren)
    about = iter(sorted((one for one in opties if one.factor in order), key=lambda one: order.index(one.factor or "")))
    return [next(about) if one.factor in order else one for one in opties]


class _Factor:
    """A factor or starting point on a page of the guide; of an edition is read what a template asks for."""

    def __init__(self, edition: Edition, id_: str) -> None:
        self._edition = edition
        framework = edition.framework
        self.item = framework.factoren.get(id_) or framework.startpunten[id_]
        self.href = link("factor" if id_ in framework.factoren else "startpunt", id_)

    @property
    def vragen(self) -> tuple[OpenVraag, ...]:
        return tuple(self._edition.vragen_bij(self.item).alle[:3])

    @property
    def activiteiten(self) -> list[Activiteit | EigenActiviteit]:
        return self._edition.told(_at, self.item.id)

    @property
    def passend(self) -> list[Activiteit | EigenActiviteit]:
        return self._edition.told(_fitting, self.item.id)

    @property
    def principes(self) -> list[Gedragsprincipe]:
        return self._edition.principes_bij(factor=self.item.id)


@worked_out
def _at(edition: Edition, factor: str) -> list[Activiteit | EigenActiviteit]:
    return [one for one in _all_activiteiten(edition) if factor in one.voor_factoren]


@worked_out
def _fitting(edition: Edition, factor: str) -> list[Activiteit | EigenActiviteit]:
    """Return the first activities for a factor: a municipality's own, then what begins without an employer.

    Its own come beside those of the core: one of these stays.
    """
    found = sorted(_activiteiten(edition, [factor]), key=lambda one: one.werkgever)
    own = [one for one in found if one.id in edition.lokaal.activiteiten][: _OFFERED - 1]
    return [*own, *(one for one in found if one.id not in edition.lokaal.activiteiten)][:_OFFERED]


def _all_activiteiten(edition: Edition) -> Sequence[Activiteit | EigenActiviteit]:
    """All activities on offer: what the municipality has or chose before what else is in the core."""
    return edition.activiteiten.alle


def _activiteiten(edition: Edition, factoren: Iterable[str]) -> list[Activiteit | EigenActiviteit]:
    """Return the activities for these factors; doing nothing is one of them, and not the first that one reads."""
    return edition.told(_for_any_of, " ".join(factoren))


@worked_out
def _for_any_of(edition: Edition, factoren: str) -> list[Activiteit | EigenActiviteit]:
    wanted = set(factoren.split())
    found = [one for one in _all_activiteiten(edition) if wanted.intersection(one.voor_factoren)]
    return sorted(found, key=lambda one: one.id == _NOTHING)


def _factors_of(item: Route | Vragen, vraag: Vraag) -> list[str]:
    """Return the factors that a kies-uit-eerder or activiteiten question may come to."""
    source = item.vraag(vraag.uit or "")
    if source is None:
        return []
    if source.soort == "wegen":
        return list(source.factoren)
    if source.opties:
        return [optie.factor for optie in source.opties if optie.factor]
    return _factors_of(item, source)


def _laid(edition: Edition, item: Route | Vragen, vraag: Vraag) -> list[Activiteit | EigenActiviteit]:
    """Return the activities that a question chooses from, where they were laid side by side at an earlier one."""
    source = item.vraag(vraag.uit or "") if vraag.soort == "kies-uit-eerder" else None
    return _activiteiten(edition, _factors_of(item, source)) if source and source.soort == "activiteiten" else []


def _options(edition: Edition, item: Route | Vragen, vraag: Vraag) -> list[tuple[str, str, str, str]]:
    """Return (id, text, factor, what was chosen before) of everything that can be chosen at a question."""
    return _options_as(edition, item, vraag, partial(_in_turn, edition))


def _options_as(
    edition: Edition, item: Route | Vragen, vraag: Vraag, turned: Callable[[Sequence[Optie]], Sequence[Optie]]
) -> list[tuple[str, str, str, str]]:
    if vraag.soort != "kies-uit-eerder":
        return [(optie.id, optie.tekst, optie.factor or "", "") for optie in turned(vraag.opties)]
    source = item.vraag(vraag.uit or "")
    title = Fragment(edition, "").title
    if source and source.soort == "wegen":
        return [(id_, title("factor", id_), id_, "") for id_ in source.factoren]
    if laid := _laid(edition, item, vraag):
        return [(one.id, one.titel, "", "") for one in laid]
    return [
        (optie.id, title("factor", optie.factor), optie.factor, optie.tekst)
        if optie.factor
        else (optie.id, optie.tekst, "", "")
        for optie in (turned(source.opties) if source else ())
    ]


def _conditions(edition: Edition, item: Route | Vragen, toon_als: ToonAls | None) -> list[str]:
    """Return in words when a question is asked or an item discussed, for whoever follows the route on paper."""
    if toon_als is None:
        return []
    when = [_in_words(edition, item, one) for one in toon_als.alle]
    return [f"als je {one}" for one in when] + [f"niet als je {_in_words(edition, item, one)}" for one in toon_als.geen]


def _in_words(edition: Edition, item: Route | Vragen, one: Voorwaarde) -> str:
    vraag = item.vraag(one.vraag)
    if vraag is None:
        raise KeyError(one.vraag)
    if one.bekend:
        return f"iets invulde bij «{vraag.vraag}»"
    chosen = [_answer_text(edition, item, vraag, key) for key in one.keuzes]
    return f"bij «{vraag.vraag}» koos voor: {' of '.join(chosen)}"


def _answer_text(edition: Edition, item: Route | Vragen, vraag: Vraag, key: str) -> str:
    texts = {id_: text for id_, text, *_ in _options_as(edition, item, vraag, tuple)}
    if vraag.soort == "activiteiten" and (titel := edition.told(_title_of, key)):
        return titel
    return {**_IN_WORDS, **texts}.get(key, key)


@worked_out
def _title_of(edition: Edition, id_: str) -> str | None:
    """Return the title of an activity, if there is one with this id."""
    return next((one.titel for one in _all_activiteiten(edition) if one.id == id_), None)


def _given(edition: Edition, item: Route, loop: Voorbeeldloop) -> list[tuple[Vraag, list[str]]]:
    """Return (question, answers in words) of every question that a worked walk answers."""
    given = [(vraag, _answer(edition, item, vraag, loop.antwoorden)) for vraag in item.vragen]
    return [(vraag, words) for vraag, words in given if words]


def _answer(edition: Edition, item: Route, vraag: Vraag, answers: Mapping[str, Any]) -> list[str]:
    factoren = [*vraag.factoren, *(optie.factor for optie in vraag.opties if optie.factor)] if vraag.is_beeld else []
    words = [_statement(edition, one) for one in statements(answers) if one["factor"] in factoren]
    value = answers.get(vraag.id)
    if isinstance(value, str):
        words += [value if value.strip() else "overgeslagen"]
    elif isinstance(value, list):
        words += [_answer_text(edition, item, vraag, key) for key in value]
    return words + [text for text in [answers.get(f"{vraag.id}.tekst", "")] if text]


def _statement(edition: Edition, one: Mapping[str, Any]) -> str:
    titel = Fragment(edition, "").title("factor", one["factor"])
    how = ", ".join(filter(None, (RICHTING.get(one.get("richting", ""), "").lower(), one["bron"])))
    return f"{titel} ({how}): {one['woorden']}" if one.get("woorden") else f"{titel} ({how})"

"""A step, starting point or factor → its page: open what serves the conversation, folded the rest."""

from functools import partial
from typing import Any

from markupsafe import Markup

from leidraad.model.types.igm import Onderdeel
from leidraad.model.use.framework import Edition
from leidraad.render.activiteiten.activiteiten import activiteiten_bij
from leidraad.render.block.fragment import Fragment, link
from leidraad.render.block.igm_kaart import igm_kaart
from leidraad.render.block.lagen import first_sentence, tally, teaser
from leidraad.render.cursus.cursus import gebruik
from leidraad.render.cursus.cursuslijst import cases_of


def item_of(edition: Edition, reference: str) -> Any:
    """Return the item of a reference such as factor:kennis; KeyError, with what there is, for another."""
    kind, _, id_ = reference.partition(":")
    items = edition.framework.of(kind)
    if id_ not in items:
        raise KeyError(f"«{reference}» bestaat niet; kies uit: {', '.join(items or edition.framework.items)}")
    return items[id_]


def factor(edition: Edition, id_: str) -> str:
    """Return the page of a factor."""
    item = item_of(edition, f"factor:{id_}")
    statement = item.schaal.uitspraak.replace("((gedrag))", "het gedrag waar het over gaat")
    return _igm(edition, f"factor:{id_}", uitspraak=statement, groep=edition.framework.groep_of(id_).id)


def startpunt(edition: Edition, id_: str) -> str:
    """Return the page of a starting point: a factor's page without a scale."""
    return _igm(edition, f"startpunt:{id_}", uitspraak="", groep="start")


def _igm(edition: Edition, reference: str, **values: Any) -> str:
    item = item_of(edition, reference)
    return _page(
        edition,
        reference,
        "render/onderdelen/factor.html",
        vragen=edition.vragen_bij(item).alle,
        principes=edition.principes_bij(factor=item.id),
        kaart=Markup(igm_kaart(edition, item.id, "mini")),
        terugkijken=("vragen-aan-jezelf", "Vragen aan jezelf"),
        **values,
    )


def stap(edition: Edition, id_: str) -> str:
    """Return the page of a step."""
    framework = edition.framework
    return _page(
        edition,
        f"stap:{id_}",
        "render/onderdelen/stap.html",
        nummer=framework.kern.stappen.index(id_) + 1,
        stappen=[framework.stappen[stap] for stap in framework.kern.stappen],
        routes=[route for route in edition.routes.alle if id_ in route.stappen],
        principes=edition.principes_bij(stap=id_),
        terugkijken=("terugkijken", "Terugkijken"),
    )


def _page(edition: Edition, reference: str, template: str, **values: Any) -> str:
    item = item_of(edition, reference)
    return Fragment(edition, reference.replace(":", "-"), quiet=True).render(
        template,
        item=item,
        aanvullingen=edition.aanvullingen_bij(reference),
        activiteiten=activiteiten_bij(edition, reference),
        eigen_ids=edition.lokaal.activiteiten,
        tellen=tally(edition, item.wat_weten_we.punten),
        zin=partial(first_sentence, edition),
        zin_of_niets=partial(teaser, edition),
        casussen=cases_of(edition, *reference.split(":")),
        gebruik=Markup(gebruik(edition, reference)),
        link=link,
        **values,
    )


def overzicht(edition: Edition, soort: str) -> str:
    """Return the items of a kind, in order, each with its core message."""
    items = [(soort, item) for item in edition.of(soort).alle]
    ook: list[tuple[str, Onderdeel]] = []
    if soort == "factor":
        chosen = edition.factoren_in("gesprek")
        items, ook = [(soort, item) for item in chosen.gekozen], [(soort, item) for item in chosen.ook]
    return Fragment(edition, f"overzicht-{soort}").render(
        "render/block/lijst.html", items=items, ook=ook, kop_ook="Horen ook bij elk gesprek:", link=link
    )


def in_gewone_woorden(edition: Edition, soort: str) -> str:
    """Return what the items of a kind (stap, startpunt, factor) are about, in order, in words for a resident."""
    items = [item for ref, item in edition.framework.onderdelen.items() if ref.startswith(f"{soort}:")]
    fragment = Fragment(edition, "")  # no explained words: nothing here needs one
    return fragment.render("render/onderdelen/in_gewone_woorden.html", items=items, soort=soort)

"""A step, starting point or factor → the blocks of its page."""

from typing import Any

from leidraad.model.types.base import Blok, Tekstblok, walk
from leidraad.model.types.igm import Onderdeel
from leidraad.model.use.framework import Edition
from leidraad.render.block.fragment import Fragment, link


def item_of(edition: Edition, reference: str) -> Any:
    """Return the item of a reference such as factor:kennis; KeyError, with what there is, for another."""
    kind, _, id_ = reference.partition(":")
    items = edition.framework.of(kind)
    if id_ not in items:
        raise KeyError(f"«{reference}» bestaat niet; kies uit: {', '.join(items or edition.framework.items)}")
    return items[id_]


def _fragment(edition: Edition, reference: str, name: str) -> Fragment:
    return Fragment(edition, f"{name}-{reference.replace(':', '-')}")


def _render(edition: Edition, reference: str, name: str) -> str:
    fragment = _fragment(edition, reference, name.replace("_", "-"))
    return fragment.render(
        f"render/onderdelen/{name}.html",
        item=item_of(edition, reference),
        aanvullingen=edition.aanvullingen_bij(reference),
        link=link,
    )


def lead(edition: Edition, reference: str) -> str:
    """Return the core message and the one question."""
    return _render(edition, reference, "lead")


def wat_is_het(edition: Edition, reference: str) -> str:
    """Return the definition, its sides, its place in the model and its other names."""
    return _render(edition, reference, "wat_is_het")


def open_vragen(edition: Edition, reference: str) -> str:
    """Return the open questions, with the municipality's own."""
    item = item_of(edition, reference)
    return _fragment(edition, reference, "open-vragen").render(
        "render/onderdelen/open_vragen.html",
        item=item,
        vragen=edition.vragen_bij(item),
        aanvullingen=edition.aanvullingen_bij(reference),
    )


def signalen(edition: Edition, reference: str) -> str:
    """Return what helps and what hinders."""
    return _render(edition, reference, "signalen")


def relaties(edition: Edition, reference: str) -> str:
    """Return how a factor bears on the others."""
    return _render(edition, reference, "relaties")


def wat_weten_we(edition: Edition, reference: str) -> str:
    """Return the evidence, counter-evidence beside it, with kind and source at every claim."""
    return _render(edition, reference, "wat_weten_we")


def valkuilen(edition: Edition, reference: str) -> str:
    """Return the pitfalls."""
    return _render(edition, reference, "valkuilen")


def zo_noteer_je(edition: Edition, reference: str) -> str:
    """Return how to write it down."""
    return _render(edition, reference, "zo_noteer_je")


def product(edition: Edition, reference: str) -> str:
    """Return what there is after a step."""
    return _render(edition, reference, "product")


def schaal(edition: Edition, reference: str) -> str:
    """Return the five points in words of a factor."""
    item = item_of(edition, reference)
    statement = item.schaal.uitspraak.replace("((gedrag))", "het gedrag waar het over gaat")
    return _fragment(edition, reference, "schaal").render(
        "render/onderdelen/schaal.html", item=item, uitspraak=statement
    )


def punten(edition: Edition, reference: str, veld: str) -> str:
    """Return a list of points of an item, such as luister_naar, with the municipality's own."""
    fragment = _fragment(edition, reference, veld.replace("_", "-"))
    additions = edition.aanvullingen_bij(reference) if veld == "luister_naar" else []
    block = getattr(item_of(edition, reference), veld)
    return fragment.render("render/onderdelen/punten.html", block=block, key=veld, aanvullingen=additions)


def tekst(edition: Edition, reference: str, veld: str) -> str:
    """Return a text of an item, such as voor_de_inwoner."""
    block: Tekstblok = getattr(item_of(edition, reference), veld)
    fragment = _fragment(edition, reference, veld.replace("_", "-"))
    return fragment.render("render/onderdelen/tekst.html", block=block, **{"class": veld.replace("_", "-")})


def in_onze_gemeente(edition: Edition, reference: str) -> str:
    """Return the municipality's additions and the principles that touch this item."""
    kind, _, id_ = reference.partition(":")
    principes = edition.principes_bij(stap=id_) if kind == "stap" else edition.principes_bij(factor=id_)
    return _fragment(edition, reference, "in-onze-gemeente").render(
        "render/onderdelen/in_onze_gemeente.html",
        aanvullingen=edition.aanvullingen_bij(reference),
        principes=principes,
        link=link,
    )


def bronnen_bij(edition: Edition, reference: str) -> str:
    """Return the sources that the page cites, and the review date."""
    item: Onderdeel = item_of(edition, reference)
    cited = sources_of(item)
    bronnen = [bron for id_, bron in edition.framework.bronnen.items() if id_ in cited]
    fragment = _fragment(edition, reference, "bronnen-bij")
    return fragment.render("render/onderdelen/bronnen_bij.html", item=item, bronnen=bronnen, link=link)


def sources_of(block: Blok) -> set[str]:
    """Return the ids of all sources cited in a block."""
    return {id_ for _, _, key, value in walk(block) if key == "bronnen" for id_ in value}


def overzicht(edition: Edition, soort: str) -> str:
    """Return the items of a kind, in order, each with its core message."""
    items = [(soort, item) for item in edition.of(soort).alle]
    ook: list[tuple[str, Onderdeel]] = []
    if soort == "factor":
        chosen = edition.factoren_in("gesprek")
        items, ook = [(soort, item) for item in chosen.gekozen], [(soort, item) for item in chosen.ook]
    return Fragment(edition, f"overzicht-{soort}").render("render/block/lijst.html", items=items, ook=ook, link=link)


def in_gewone_woorden(edition: Edition, soort: str) -> str:
    """Return what the items of a kind (stap, startpunt, factor) are about, in order, in words for a resident."""
    items = [item for ref, item in edition.framework.onderdelen.items() if ref.startswith(f"{soort}:")]
    fragment = Fragment(edition, "")  # no explained words: nothing here needs one
    return fragment.render("render/onderdelen/in_gewone_woorden.html", items=items, soort=soort)

"""A worksheet → the blocks of its page."""

from markupsafe import Markup

from leidraad.model.types.gemeente import Gedragsprincipe
from leidraad.model.types.instrumenten import Instrument
from leidraad.model.use.framework import Edition
from leidraad.render.block.fragment import Fragment, link
from leidraad.render.gemeente.gemeente import in_order
from leidraad.render.onderdelen.igm_kaart import igm_kaart
from leidraad.render.onderdelen.onderdelen import sources_of


def _item(edition: Edition, id_: str) -> Instrument:
    items = edition.framework.instrumenten
    if id_ not in items:
        raise KeyError(f"instrument «{id_}» bestaat niet; kies uit: {', '.join(items)}")
    return items[id_]


def instrument_lead(edition: Edition, id_: str) -> str:
    """Return what the worksheet is, for whom, when, how long, and what it is not."""
    return Fragment(edition, f"instrument-{id_}-lead").render(
        "render/instrumenten/instrument_lead.html", item=_item(edition, id_)
    )


def instrument(edition: Edition, id_: str, los: bool = False) -> str:
    """Return the worksheet itself, with room to write; loose (`los`), each part says on paper where it belongs."""
    item = _item(edition, id_)
    return Fragment(edition, f"instrument-{id_}").render(
        "render/instrumenten/instrument.html", item=item, los=los, link=link
    )


def instrument_bronnen(edition: Edition, id_: str) -> str:
    """Return the sources of a worksheet, where to read on, and the review date."""
    item = _item(edition, id_)
    cited = sources_of(item)
    bronnen = [bron for key, bron in edition.framework.bronnen.items() if key in cited]
    return Fragment(edition, f"instrument-{id_}-bronnen").render(
        "render/instrumenten/instrument_bronnen.html", item=item, bronnen=bronnen, link=link
    )


def instrumenten(edition: Edition) -> str:
    """Return all worksheets, each with its core message."""
    items = [("instrument", item) for item in edition.framework.instrumenten.values()]
    return Fragment(edition, "instrumenten").render("render/block/lijst.html", items=items, ook=(), link=link)


def bespreking(edition: Edition, id_: str) -> str:
    """Return the rounds of a worksheet for a meeting, each with what belongs to it, with the map and the principles."""
    item = _item(edition, id_)
    delen = {deel.id: deel for deel in item.onderdelen}
    rondes = [ronde for deel in item.onderdelen for ronde in deel.rondes]
    principes = [principe for principe in in_order(edition) if principe.in_force]
    return Fragment(edition, "bespreking").render(
        "render/instrumenten/bespreking.html",
        rondes=[(ronde, delen.get(ronde.deel or "")) for ronde in rondes],
        kaart=Markup(igm_kaart(edition)),
        principes=principes,
        link=link,
    )


def bijeenkomst(edition: Edition, id_: str, blad: str) -> str:
    """Return one sheet of a meeting of the development group.

    `blad` is uitnodiging, agenda, vragen, oogst, begeleiders or kennis.
    """
    deel = next((deel for deel in _item(edition, "ontwikkelgroep").onderdelen if deel.id == id_), None)
    if deel is None or deel.bijeenkomst is None:
        raise KeyError(f"bijeenkomst «{id_}» bestaat niet in het werkblad ontwikkelgroep")
    fields = [(key, Gedragsprincipe.model_fields[key]) for key in deel.bijeenkomst.oogst]
    return Fragment(edition, f"{id_}-{blad}").render(
        "render/instrumenten/bijeenkomst.html", blad=blad, deel=deel, bijeenkomst=deel.bijeenkomst, fields=fields
    )

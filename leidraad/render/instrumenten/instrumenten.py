"""A worksheet → the blocks of its page."""

from functools import partial

from markupsafe import Markup

from leidraad.model.types.gemeente import Gedragsprincipe
from leidraad.model.types.instrumenten import Instrument, InstrumentDeel
from leidraad.model.use.agenda import has_agenda
from leidraad.model.use.framework import Edition
from leidraad.model.use.questions import for_readers
from leidraad.model.use.telwoorden import in_words
from leidraad.render.block.fragment import Fragment, link
from leidraad.render.block.igm_kaart import igm_kaart
from leidraad.render.block.lagen import first_sentence, teaser
from leidraad.render.gemeente.gemeente import living

LONGEST_CAVEAT = 170  # characters; of a longer one the first sentence stands in the head


def _item(edition: Edition, id_: str) -> Instrument:
    items = edition.framework.instrumenten
    if id_ not in items:
        raise KeyError(f"instrument «{id_}» bestaat niet; kies uit: {', '.join(items)}")
    return items[id_]


def instrument_lead(edition: Edition, id_: str) -> str:
    """Return what stands before the first field: one sentence and one caveat."""
    item = _item(edition, id_)
    return Fragment(edition, f"instrument-{id_}-lead", quiet=True).render(
        "render/instrumenten/instrument_lead.html",
        item=item,
        dias=has_agenda(item),
        zin=partial(first_sentence, edition),
        hele=LONGEST_CAVEAT,
        link=link,
    )


def instrument(edition: Edition, id_: str, los: bool = False) -> str:
    """Return the worksheet itself, a drawer for each part, and meetings as a line.

    Loose (`los`), each part is a sheet of its own on paper, and says there where it belongs.
    """
    return _worksheet(edition, _item(edition, id_), los=los, gevouwen=True)


def instrument_meer(edition: Edition, id_: str, papier: bool = False) -> str:
    """Return what is folded at the end of a worksheet's page; beside a form (`papier`) the worksheet too."""
    item = _item(edition, id_)
    return Fragment(edition, f"instrument-{id_}-meer", quiet=True).render(
        "render/instrumenten/instrument_meer.html",
        item=item,
        papier=Markup(_worksheet(edition, item, los=False, gevouwen=False)) if papier else "",
        zin=partial(teaser, edition),
    )


def _worksheet(edition: Edition, item: Instrument, *, los: bool, gevouwen: bool) -> str:
    meetings = [deel for deel in item.onderdelen if deel.bijeenkomst]
    return Fragment(edition, f"instrument-{item.id}", quiet=True).render(
        "render/instrumenten/instrument.html",
        item=item,
        los=los,
        gevouwen=gevouwen,
        bijeenkomsten=[(deel, _minutes(deel)) for deel in meetings],
        delen_hier=[deel for deel in item.onderdelen if not deel.bijeenkomst],
        kop="h2",
        link=link,
        zin=partial(teaser, edition),
    )


def _minutes(deel: InstrumentDeel) -> int:
    return sum(int(row[0]) for row in deel.tabel.rijen) if deel.tabel else 0


def instrumenten(edition: Edition) -> str:
    """Return all worksheets, each with its core message."""
    items = [("instrument", item) for item in edition.framework.instrumenten.values()]
    return Fragment(edition, "instrumenten").render("render/block/lijst.html", items=items, ook=(), link=link)


def bespreking(edition: Edition, id_: str) -> str:
    """Return the rounds of a worksheet for a meeting, each with what belongs to it, with the map and the principles."""
    item = _item(edition, id_)
    delen = {deel.id: deel for deel in item.onderdelen}
    rondes = [ronde for deel in item.onderdelen for ronde in deel.rondes]
    principes = living(edition)
    return Fragment(edition, "bespreking").render(
        "render/instrumenten/bespreking.html",
        item=item,
        rondes=[(ronde, delen.get(ronde.deel or "")) for ronde in rondes],
        aantal=in_words(len(rondes)),
        minuten=sum(ronde.minuten for ronde in rondes),
        kaart=Markup(igm_kaart(edition)),
        principes=principes,
        link=link,
    )


def bijeenkomst(edition: Edition, id_: str) -> str:
    """Return a meeting of the development group: which of the seven it is, and its six sheets, a drawer each."""
    meetings = [deel for deel in _item(edition, "ontwikkelgroep").onderdelen if deel.bijeenkomst]
    deel = next((deel for deel in meetings if deel.id == id_), None)
    if deel is None or deel.bijeenkomst is None:
        raise KeyError(f"bijeenkomst «{id_}» bestaat niet in het werkblad ontwikkelgroep")
    return Fragment(edition, id_, quiet=True).render(
        "render/instrumenten/bijeenkomst.html",
        deel=deel,
        bijeenkomst=deel.bijeenkomst,
        bijeenkomsten=meetings,
        aantal=in_words(len(meetings)),
        minuten=_minutes(deel),
        fields=[(key, Gedragsprincipe.model_fields[key]) for key in deel.bijeenkomst.oogst],
        for_readers=for_readers,
        link=link,
    )

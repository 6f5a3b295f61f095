"""The questions on a gesprekskaart: the municipality's own first, five of them."""

from leidraad.model.use.framework import Edition
from leidraad.render.gesprekskaart.gesprekskaart import gesprekskaart
from leidraad.render.gesprekskaart.gesprekskaart import questions as asked
from tests.frameworks import REAL

VOORBEELDSTAD, DEN_HAAG = (Edition(REAL, REAL.gemeenten[slug]) for slug in ("voorbeeldstad", "den-haag"))


def test_what_was_chosen_and_added_goes_first() -> None:
    """Of what the municipality chose and what it added itself there is some on every sheet, before the rest."""
    item = REAL.factoren["praktische-belemmeringen"]
    chosen = [vraag.vraag for vraag in VOORBEELDSTAD.vragen_bij(item).gekozen]
    (extra,) = VOORBEELDSTAD.aanvullingen_bij("factor:praktische-belemmeringen")
    vragen = asked(VOORBEELDSTAD, item)
    assert [vraag.tekst for vraag in vragen] == [*chosen, *extra.open_vragen][:5]
    assert [vraag.eigen for vraag in vragen] == [False, False, True, True, True]


def test_without_a_choice_the_core_gives_five() -> None:
    """A municipality that chose nothing has the first five of the core, in its order."""
    for item in REAL.factoren.values():
        vragen = asked(DEN_HAAG, item)
        assert [vraag.tekst for vraag in vragen] == [punt.vraag for punt in item.open_vragen.punten][:5]
        assert len(vragen) == 5


def test_a_retired_principle_is_on_no_sheet() -> None:
    """Only what is in force stands there, what is adopted before what is a concept."""
    html = gesprekskaart(VOORBEELDSTAD)
    for principe in VOORBEELDSTAD.lokaal.gedragsprincipes.values():
        assert principe.status != "vervallen" or f'data-principe="{principe.id}"' not in html

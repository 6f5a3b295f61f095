"""The questions on a gesprekskaart: five of the core, and beside them what the municipality added."""

import pytest

from leidraad.model.use.chosen import Gekozen
from leidraad.model.use.framework import Edition
from leidraad.render.gesprekskaart.gesprekskaart import added, gesprekskaart
from leidraad.render.gesprekskaart.gesprekskaart import questions as asked
from tests.frameworks import REAL

VOORBEELDSTAD, DEN_HAAG = (Edition(REAL, REAL.gemeenten[slug]) for slug in ("voorbeeldstad", "den-haag"))


def test_what_was_added_stands_beside_the_questions_of_the_core() -> None:
    """A municipality's own questions take the place of none; they say what they are about, for nobody said it plays."""
    item = REAL.factoren["praktische-belemmeringen"]
    (extra,) = VOORBEELDSTAD.aanvullingen_bij("factor:praktische-belemmeringen")
    assert asked(VOORBEELDSTAD, item) == tuple(VOORBEELDSTAD.vragen_bij(item).alle[:5])
    assert len(asked(VOORBEELDSTAD, item)) == 5
    assert [*added(VOORBEELDSTAD, item)] == [(extra.titel, extra.open_vragen[:2])]


def test_the_first_question_of_the_core_always_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where a municipality chose five others before it: then it is the last."""
    item = REAL.factoren["praktische-belemmeringen"]
    first, *others = item.open_vragen.punten
    monkeypatch.setattr(Edition, "vragen_bij", lambda *_: Gekozen(tuple(others), (first,)))
    assert asked(VOORBEELDSTAD, item) == (*others[:4], first)


def test_without_a_choice_the_core_gives_five() -> None:
    """A municipality that chose nothing has the first five of the core, in its order."""
    for item in REAL.factoren.values():
        vragen = asked(DEN_HAAG, item)
        assert vragen == item.open_vragen.punten[:5]
        assert len(vragen) == 5


def test_a_retired_principle_is_on_no_sheet() -> None:
    """Only what is in force stands there, what is adopted before what is a concept."""
    html = gesprekskaart(VOORBEELDSTAD)
    for principe in VOORBEELDSTAD.lokaal.gedragsprincipes.values():
        assert principe.status != "vervallen" or f'data-principe="{principe.id}"' not in html

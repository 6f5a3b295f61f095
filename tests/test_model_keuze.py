"""A municipality's choice and own activities → what every page, card and list takes from the edition."""

from dataclasses import replace

import pytest

from leidraad.model.compare.gebruik import gebruik
from leidraad.model.types.kern import Vervallen
from leidraad.model.types.routes import Optie
from leidraad.model.use.framework import Edition
from leidraad.render.block.items import items
from leidraad.render.gemeente.gemeente import principes
from leidraad.render.gesprekskaart.gesprekskaart import gesprekskaart
from leidraad.render.onderdelen.onderdelen import factor, overzicht
from leidraad.render.routes.gids import _in_turn
from tests.frameworks import REAL, SMALL, SMALL_PROBLEMS


@pytest.fixture
def edition() -> Edition:
    """The edition of Fabeldam, which chooses one factor, one question and two activities."""
    assert SMALL_PROBLEMS == []
    return Edition(SMALL, SMALL.gemeenten["fabeldam"])


def test_what_was_chosen_comes_first_and_the_rest_stays(edition: Edition) -> None:
    """The municipality's order wins; what it did not choose is still there."""
    factoren = edition.factoren_in("gesprek")
    assert [item.id for item in factoren.gekozen] == ["weten"]
    assert [item.id for item in factoren.ook] == ["durven"]
    assert [item.id for item in edition.factoren_in("poster").alle] == ["weten", "durven"]
    assert [item.id for item in edition.routes.gekozen] == ["over-de-brug"]
    assert [item.id for item in edition.activiteiten.alle] == ["drakenrit", "samen-gaan"]


def test_without_a_choice_everything_is_used_in_the_order_of_the_core(edition: Edition) -> None:
    """No keuze.yaml chooses everything, and nothing comes after it."""
    other = Edition(edition.framework, edition.framework.gemeenten["nergenshuizen"])
    assert [item.id for item in other.factoren_in("gesprek").gekozen] == ["durven", "weten"]
    assert other.factoren_in("gesprek").ook == ()
    assert "Horen ook bij elk gesprek" not in overzicht(other, "factor")
    assert "Horen ook bij elk gesprek" in overzicht(edition, "factor")


def test_all_factors_stay_in_a_conversation_in_its_own_order(edition: Edition) -> None:
    """What was not chosen is still an answer, on the sheet and a use of the core; what was chosen is in front."""
    about = [Optie.model_construct(id=id_, tekst=id_, factor=id_) for id_ in ("durven", "weten")]
    other = Optie.model_construct(id="anders", tekst="Iets anders", factor=None)
    given = [about[0], other, about[1]]
    assert [one.id for one in _in_turn(edition, given)] == ["weten", "anders", "durven"]
    sheet = gesprekskaart(edition)
    assert sheet.index('value="weten"') < sheet.index('value="durven"')
    used = {one.verwijzing for one in gebruik(edition.framework, edition.lokaal) if one.waar == "gesprek"}
    assert {"factor:weten", "factor:durven"} <= used


def test_its_own_principles_stand_in_its_own_order() -> None:
    """Those that are named come first; then by how far they are and by name; a retired one is last of all."""
    edition = Edition(REAL, REAL.gemeenten["voorbeeldstad"])
    first = [one.id for one in edition.principes]
    *living, retired = first
    assert [one.in_force for one in edition.principes] == [True] * len(living) + [False]
    named = edition.lokaal.keuze.model_copy(update={"principes": (retired, living[2])})
    other = Edition(REAL, replace(edition.lokaal, keuze=named))
    assert [one.id for one in other.principes] == [living[2], *living[:2], *living[3:], retired]
    html = principes(other)
    assert html.index(f'id="{living[2]}"') < html.index(f'id="{living[0]}"')


def test_a_question_that_was_not_chosen_is_still_readable(edition: Edition) -> None:
    """A factor of which no question was chosen shows all of them."""
    assert "Wat is er spannend aan?" in factor(edition, "durven")


def test_an_own_activity_is_an_item_with_the_name_of_its_municipality(edition: Edition) -> None:
    """A to Z, search and cards get it from the same list as all else."""
    found = {item.reference: item.naam for item in items(edition) if item.soort == "activiteit"}
    assert found == {"activiteit:drakenrit": "activiteit van Fabeldam", "activiteit:samen-gaan": "activiteit"}


def test_what_the_core_retired_is_followed_to_its_successor(edition: Edition) -> None:
    """Ids, references and links of a municipality lead to what stands in their place, each once."""
    framework = edition.framework
    retired = (
        Vervallen(oud="factor:durven", nieuw="factor:moed"),
        Vervallen(oud="factor:moed", nieuw="factor:weten"),
    )
    kern = framework.kern.model_copy(update={"vervallen": retired})
    later = Edition(replace(framework, kern=kern), framework.gemeenten["fabeldam"])
    assert later.lokaal.keuze.poster.factoren == ("weten",)
    assert later.lokaal.activiteiten["drakenrit"].voor_factoren == ("weten", "doel")
    assert (
        later.lokaal.activiteiten["drakenrit"].voor_wie == "Voor wie hoogtevrees heeft, en [durven](factor:weten) wil."
    )
    assert [item.id for item in later.aanvullingen_bij("factor:weten")] == ["drakenspreekuur"]


def test_an_id_without_a_fitting_successor_is_left_out(edition: Edition) -> None:
    """A factor that became a word of the glossary cannot be weighed; the rest of the list stays."""
    retired = (Vervallen(oud="factor:durven", nieuw="begrip:doel"),)
    kern = edition.framework.kern.model_copy(update={"vervallen": retired})
    later = Edition(replace(edition.framework, kern=kern), edition.framework.gemeenten["fabeldam"])
    assert later.lokaal.keuze.poster.factoren == ("weten",)


def test_the_shipped_editions_keep_to_their_promise() -> None:
    """Voorbeeldstad uses every kind of file; Den Haag holds only what was published."""
    example, published = REAL.gemeenten["voorbeeldstad"], REAL.gemeenten["den-haag"]
    assert all([example.gedragsprincipes, example.activiteiten, example.aanvullingen, example.teksten])
    assert example.keuze.gesprek.factoren
    assert not published.activiteiten
    assert not published.aanvullingen
    assert not published.keuze.gesprek.factoren

"""What a municipality offers with employers → the page about staying at work."""

from leidraad.model.use.framework import Edition
from leidraad.render.gemeente.gemeente import aanbod_met_werkgever
from tests.frameworks import REAL

LOKAAL = REAL.gemeenten["voorbeeldstad"]


def test_only_what_an_employer_takes_part_in_is_named() -> None:
    """An activity of the municipality without an employer stays away from here."""
    html = aanbod_met_werkgever(Edition(REAL, LOKAAL))
    assert [id_ in html for id_ in LOKAAL.activiteiten] == [item.werkgever for item in LOKAAL.activiteiten.values()]


def test_a_municipality_without_any_is_asked_for_it() -> None:
    """Nothing is invented for it: the gap is a question."""
    none = LOKAAL.having("activiteit", {})
    assert "wat bieden wij zelf" in aanbod_met_werkgever(Edition(REAL, none))

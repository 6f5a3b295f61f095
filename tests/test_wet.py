"""The leaf about the law: a municipality's own words come first, and what the core says stays to be found."""

from dataclasses import replace

from leidraad.model.use.framework import Edition, OwnText
from leidraad.render.gemeente.gemeente import wet
from tests.frameworks import SMALL

LOKAAL = SMALL.gemeenten["fabeldam"]


def test_the_core_says_it_while_a_municipality_does_not() -> None:
    """Every point stands open, with its days and with what one weighs."""
    html = wet(Edition(SMALL, LOKAAL))
    assert "<details>" not in html
    assert 'id="tol"' in html and "21 november 2027" in html and "een schelp" in html


def test_own_words_come_first_and_fold_the_core_away() -> None:
    """The address of a point stays, so that a link to it still leads somewhere."""
    own = replace(LOKAAL, teksten={"wet": OwnText("wet", "Bij ons beslist de draak.", LOKAAL.gemeente.place())})
    html = wet(Edition(SMALL, own))
    assert html.index("Bij ons beslist de draak") < html.index("<details>") < html.index('id="tol"')

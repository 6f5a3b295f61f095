"""The leaf about the law: a municipality's own words come first, and what the core says stays to be found."""

from dataclasses import replace

from leidraad.model.use.framework import Edition, OwnText
from leidraad.model.use.questions import VRAGEN
from leidraad.render.gemeente.gemeente import eigen_tekst, wet
from tests.frameworks import SMALL

LOKAAL = SMALL.gemeenten["fabeldam"]
TEKSTEN = VRAGEN["teksten"]


def test_the_core_says_it_while_a_municipality_does_not() -> None:
    """Every point stands open, with its days and with what one weighs."""
    html = wet(Edition(SMALL, LOKAAL))
    assert "<details>" not in html
    assert 'id="tol"' in html and "21 november 2027" in html and "een schelp" in html


def test_a_question_of_a_new_folder_is_no_word_of_the_municipality() -> None:
    """Until somebody answers it, the core stays in sight and no page shows the question as said."""
    asked = {slot: OwnText(slot, f"{question}\n", LOKAAL.gemeente.place()) for slot, question in TEKSTEN.items()}
    edition = Edition(SMALL, replace(LOKAAL, teksten=asked))
    shown = [wet(edition), *(eigen_tekst(edition, slot, "Hier staat nog niets.") for slot in TEKSTEN)]
    assert "<details>" not in shown[0]
    assert [question for question in TEKSTEN.values() if any(question in html for html in shown)] == []
    assert edition.lokaal.gezegd == {}
    said = replace(LOKAAL, teksten={"welkom": replace(asked["welkom"], text="Welkom. Wie bent u?")})
    assert "Wie bent u?" in eigen_tekst(Edition(SMALL, said), "welkom", "")


def test_own_words_come_first_and_fold_the_core_away() -> None:
    """The address of a point stays, so that a link to it still leads somewhere."""
    own = replace(LOKAAL, teksten={"wet": OwnText("wet", "Bij ons beslist de draak.", LOKAAL.gemeente.place())})
    html = wet(Edition(SMALL, own))
    assert html.index("Bij ons beslist de draak") < html.index("<details>") < html.index('id="tol"')

"""docs/*.md: the word for who is guided is the municipality's own, in the text and in the descriptions."""

import re
from pathlib import Path

import pytest

from tests.site.pages import FRAMEWORK

DOCS = Path(__file__).parents[1] / "docs"
# These are for who makes an edition, in whose files the word is still «inwoner».
MAKERS = ("eigen-leidraad", "over/gegevens")
PAGES = [path for path in sorted(DOCS.rglob("*.md")) if not str(path.relative_to(DOCS)).startswith(MAKERS)]
# What is no text: code, macros, addresses, classes and ids; and a word that is quoted is the word itself.
NO_TEXT = re.compile(r"`[^`]*`|\{\{.*?\}\}|\{%.*?%\}|\]\([^)]*\)|href=\"[^\"]*\"|class=\"[^\"]*\"|\{#[^}]*\}|«[^»]*»")


@pytest.mark.parametrize("path", PAGES, ids=[str(path.relative_to(DOCS)) for path in PAGES])
def test_a_page_says_the_word_of_the_municipality(path: Path) -> None:
    """No page says «inwoner» itself; the lists of styles and elements of a page are no text."""
    lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith(("stijlen:", "elementen:"))]
    assert re.findall(r"\binwoners?\b", NO_TEXT.sub(" ", "\n".join(lines)), re.IGNORECASE) == []


def test_an_example_for_a_field_of_the_case_can_stand_on_the_sheet_for_the_resident() -> None:
    """What is written there is read by the resident as «u»: an example has nobody called ik, wij, hij or zij."""
    helps = [
        vraag.tekstveld.hulp
        for route in FRAMEWORK.routes.values()
        for vraag in route.vragen
        if vraag.tekstveld and vraag.tekstveld.casus and vraag.tekstveld.hulp
    ]
    examples = [example for text in helps for example in re.findall("«(.*?)»", text)]
    assert len(examples) > 5
    assert [one for one in examples if re.search(r"\b(ik|mijn|wij|we|ons|hij|zij|haar|zijn)\b", one)] == []

"""Nothing speaks in the name of a municipality that did not publish: it is described, and the page says so first."""

import re
from pathlib import Path

import pytest

from leidraad.render.gemeente.gemeente import disclaimer
from tests.site.pages import EDITIONS

# The pages that say what a resident, a colleague or a partner may expect of the municipality.
PROMISES = ("inwoner", "inwoner/vragen", "afspraken", "principes", "vaststelstuk", "poster", "voor-ketenpartners")
DESCRIBED = [edition for edition, gemeente in EDITIONS.items() if not gemeente.spreekt_zelf]
WE = re.compile(r"\b(wij|we|ons|onze)\b", re.IGNORECASE)
NOT_READ = re.compile(r"<head>.*?</head>|<footer.*?</footer>|<(script|style)\b.*?</\1>", re.S)
EXPLAINED = re.compile(r'<span class="uitleg".*?</a></span>', re.S)
# A quotation; the makers of this site about what they read; what the people at the table ask themselves.
ALLOWED = re.compile(r"«[^»]*»|onze lezing van|Waar werken we samen naartoe|Ligt het aan ons")


def _sentences(page: Path) -> list[str]:
    text = EXPLAINED.sub("", NOT_READ.sub("", page.read_text("utf-8")))
    return [ALLOWED.sub("", re.sub(r"\s+", " ", part)) for part in re.sub(r"<[^>]+>", "\n", text).split("\n\n")]


@pytest.mark.parametrize("edition", DESCRIBED)
def test_nobody_says_we_for_a_municipality_that_did_not_publish(site: Path, edition: str) -> None:
    """Not on a page that promises, not on the card of a principle, not in the menu, which is on each of them."""
    folder = site / edition
    pages = [folder / page / "index.html" for page in PROMISES] + [*folder.glob("kaart/principe-*/index.html")]
    assert len(pages) > len(PROMISES)
    said = {str(page.relative_to(folder)): [one for one in _sentences(page) if WE.search(one)] for page in pages}
    assert {page: sentences for page, sentences in said.items() if sentences} == {}


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_page_that_promises_says_first_whose_word_it_is(site: Path, edition: str) -> None:
    """Before the first heading under the title: the publisher, or that there is none and nothing is promised."""
    gemeente = EDITIONS[edition]
    for page in PROMISES:
        article = (site / edition / page / "index.html").read_text("utf-8").split("<article", 1)[1]
        top = article.split("<h2", 1)[0]
        assert disclaimer(gemeente) in top, page
        assert ("belooft niets namens de gemeente" in top) != gemeente.spreekt_zelf, page


@pytest.mark.parametrize("edition", DESCRIBED)
def test_what_was_not_looked_up_is_not_called_absent(site: Path, edition: str) -> None:
    """Nobody knows whether such a municipality agreed on something: that is what the pages say."""
    text = (site / edition / "afspraken" / "index.html").read_text("utf-8")
    assert "nog niets afgesproken" not in text
    assert "niet nagegaan" in text
    assert "Besluit:" not in (site / edition / "vaststelstuk" / "index.html").read_text("utf-8")

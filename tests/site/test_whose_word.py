"""Nothing speaks in the name of a municipality that did not publish: it is described, and the page says so first."""

import json
import re
from pathlib import Path

import pytest

from leidraad.render.gemeente.gemeente import disclaimer
from tests.site.pages import EDITIONS, FRAMEWORK

# The pages that say what a resident, a colleague or a partner may expect of the municipality.
PROMISES = (
    *("inwoner", "inwoner/vragen", "inwoner/uw-blad", "afspraken", "principes", "vaststelstuk", "poster"),
    "voor-ketenpartners",
)
DESCRIBED = [edition for edition, gemeente in EDITIONS.items() if not gemeente.spreekt_zelf]
WE = re.compile(r"\b(wij|we|ons|onze)\b", re.IGNORECASE)
NOT_READ = re.compile(r"<head>.*?</head>|<footer.*?</footer>|<(script|style)\b.*?</\1>", re.S)
EXPLAINED = re.compile(r'<span class="uitleg".*?</a></span>', re.S)
# A quotation; the makers of this site about what they read; what the people at the table ask themselves.
ALLOWED = re.compile(r"«[^»]*»|[Oo]nze lezing van|Waar werken we samen naartoe|Ligt het aan ons")


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


@pytest.mark.parametrize("edition", DESCRIBED)
def test_a_statement_is_a_quotation_wherever_it_stands(site: Path, edition: str) -> None:
    """On each page, in A to Z, in the search, in the packages' lists; only what an author edits holds it as it is."""
    folder = site / edition
    lokaal = FRAMEWORK.gemeenten[EDITIONS[edition].id]
    titles = "|".join(re.escape(principe.titel) for principe in lokaal.gedragsprincipes.values())
    pages = [page for page in folder.rglob("*.html") if page.parent.name != "principe-maker"]
    assert len(pages) > 60
    texts = {
        page.relative_to(folder).as_posix(): page.read_text("utf-8") for page in [*pages, folder / "zoekindex.json"]
    }
    bare = re.compile(f"(?<!«)(?:{titles})")
    assert [name for name, text in texts.items() if bare.search(text)] == []
    assert not [name for name, text in texts.items() if re.search(f"««|»»|(?:{titles})(?!»)", text)]
    data = json.loads((folder / "leidraad.json").read_text("utf-8"))
    shown = [item for item in data["onderdelen"] if item["soort"] == "principe"]
    assert [item["titel"] for item in shown] == [f"«{item['gegevens']['titel']}»" for item in shown]


@pytest.mark.parametrize("edition", DESCRIBED)
def test_no_question_calls_such_a_statement_ours(site: Path, edition: str) -> None:
    """A route, a case or a meeting asks what the principle asks; only a group that writes its own calls it ours."""
    ours = re.compile(r"\bons (?:principe|uitgangspunt)", re.I)
    pages = (site / edition).rglob("*.html")
    said = {page.parent.name for page in pages if ours.search(page.read_text("utf-8"))}
    assert said <= {"bijeenkomst-5"}


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

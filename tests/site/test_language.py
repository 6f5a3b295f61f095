"""The pages read easily: the mean sentence of every page, and of what is for residents, stays under its bar."""

import re
from functools import cache
from pathlib import Path
from statistics import mean, pstdev

from bench.language import RESIDENT_CLASSES, lengths, pages_with_text, short_share, whole_sentences
from leidraad.checks.zinslengte import FOR_PROFESSIONALS, FOR_RESIDENTS, word_count

# What is no running text for professionals: residents' pages, a list of titles, parts by name.
OTHERWISE = (
    "inwoner/",
    "bronnen/",
    "over/bouwstenen/",
)


_pages = cache(pages_with_text)


@cache
def _newest(site: Path) -> dict[str, str]:
    """Return the pages of every edition; a fixed version says the same."""
    every = {edition.parent.name: _pages(edition) for edition in site.glob("*/nieuwste")}
    return {f"{edition}/{name}": page for edition, pages in every.items() for name, page in pages.items()}


def test_the_mean_sentence_of_every_page_is_short(site: Path) -> None:
    """For professionals at most 17 words on average, and none over the bar of the check."""
    pages = {name: lengths(page) for name, page in _newest(site).items()}
    assert len(pages) > 80
    assert {name: mean(found) for name, found in pages.items() if mean(found) > 17} == {}
    assert {name: max(found) for name, found in pages.items() if max(found) > FOR_PROFESSIONALS} == {}


def test_what_is_for_residents_is_shorter_still(site: Path) -> None:
    """For residents at most 12 words on average and none over 20."""
    texts = (text for text in _newest(site).values() if "voor-de-inwoner" in text)
    found = [lengths(text, RESIDENT_CLASSES) for text in texts]
    assert len(found) > 20
    assert max(mean(numbers) for numbers in found) <= 12
    assert max(max(numbers) for numbers in found) <= FOR_RESIDENTS


def test_the_sentences_of_all_pages_are_not_clipped(site: Path) -> None:
    """Over all pages, every sentence once: 9 to 14 words on average, and at most one in five of five words or fewer."""
    average, short = short_share(_pages(site / "voorbeeldstad/nieuwste").values())
    assert 9 <= average <= 14
    assert short <= 0.2


def test_no_page_for_professionals_is_clipped(site: Path) -> None:
    """On a page with running text the whole sentences have 9 to 14 words on average, and they differ in length."""
    for name, page in _pages(site / "voorbeeldstad/nieuwste").items():
        found = [word_count(part) for part in whole_sentences(page)]
        if len(found) < 20 or f"{name}/".startswith(("kaart/", "cursus/", *OTHERWISE)):
            continue
        assert 9 <= mean(found) <= 14, name
        assert pstdev(found) >= 2.5, name


def test_no_letter_stands_for_what_a_reader_cannot_look_up(site: Path) -> None:
    """How a claim was studied is said in words on every page and card: a (C) means nothing to who finds it on paper."""
    cards = {path.parent.name: path.read_text("utf-8") for path in site.glob("*/nieuwste/kaart/*/index.html")}
    pages = _newest(site) | cards
    assert sum("met loting" in page for page in pages.values()) > 50
    assert {name: found for name, page in pages.items() if (found := re.findall(r"\S+ \([A-G]\)", page))} == {}

"""What is not Dutch says so (WCAG 3.1.2): titles of sources and English words of the glossary, wherever they stand."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.site.pages import EDITIONS, FRAMEWORK

TITLES = {bron.titel: bron.taal for bron in FRAMEWORK.bronnen.values() if bron.taal != "nl"}
WORDS = {form: "en" for begrip in FRAMEWORK.begrippen.values() for form in begrip.engels}
FOREIGN = {text.casefold(): taal for text, taal in {**WORDS, **TITLES}.items()}
FIND = re.compile(rf"(?<!\w)({'|'.join(map(re.escape, sorted(FOREIGN, key=len, reverse=True)))})(?!\w)", re.IGNORECASE)
NO_LANGUAGE = "geen"  # of an address, which is not to be translated
VOID = {"meta", "link", "br", "img", "input", "hr", "base", "source", "wbr", "col", "area"}


class _Spoken(HTMLParser):
    """Collects every run of text of a page with the language in which it is read."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[tuple[str, str]] = [("", "")]
        self.found: list[tuple[str, str]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            said = dict(attrs)
            taal = NO_LANGUAGE if said.get("translate") == "no" else said.get("lang")
            self.open.append((tag, taal or self.open[-1][1]))

    def handle_endtag(self, tag: str) -> None:
        while len(self.open) > 1 and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self.open[-1][0] not in {"script", "style", "title", "textarea", "option", "code"}:
            self.found.append((data, self.open[-1][1]))


def _unsaid(page: Path) -> Iterator[str]:
    for text, spoken in _Spoken(page.read_text("utf-8")).found:
        if text.startswith("http") or spoken == NO_LANGUAGE:
            continue
        for match in FIND.finditer(text):
            if spoken != FOREIGN[match[0].casefold()]:
                yield match[0]


@pytest.mark.parametrize("edition", EDITIONS)
def test_what_is_foreign_says_so(site: Path, edition: str) -> None:
    """On every page, card and page for a course of an edition."""
    pages = list((site / edition).rglob("*.html"))
    assert len(pages) > 80
    found = {str(page.relative_to(site)): list(_unsaid(page)) for page in pages}
    assert {page: words for page, words in found.items() if words} == {}


def test_every_foreign_title_is_on_the_page_of_sources(site: Path) -> None:
    """So the test above looked at something: each title once or more, in its language."""
    page = (site / next(iter(EDITIONS)) / "bronnen" / "index.html").read_text("utf-8")
    said = {(text, lang) for text, lang in _Spoken(page).found}
    assert len(TITLES) > 10
    assert set(TITLES.items()) <= said

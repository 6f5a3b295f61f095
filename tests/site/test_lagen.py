"""Pages of two layers: short as opened, the first question in view, and nothing that is folded is out of reach."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from leidraad.model.use.addresses import address
from tests.site.browser import OpenPage
from tests.site.built import built
from tests.site.pages import EDITIONS, FRAMEWORK, OWN, in_turn

HIGHEST, WORDS, FIRST_QUESTION, MARKS = 4_000, 900, 700, 0.03
PHONE = (360, 740)
KERN = FRAMEWORK.kern
FACTOREN = [address("factor", id_) for id_ in (*KERN.startpunten, *KERN.factoren)]
STAPPEN = [address("stap", id_) for id_ in KERN.stappen]
# What a reader sees of an article, in words; explanations of words are closed until they are asked for.
SEEN = "() => document.querySelector('#artikel').innerText.split(/\\s+/).filter(Boolean).length"
HEIGHT = "() => document.documentElement.scrollHeight"


def _measured(page: Page, address_: str) -> tuple[int, int]:
    page.goto(address_)
    return int(page.evaluate(HEIGHT)), int(page.evaluate(SEEN))


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_page_of_content_is_short_as_opened(open_page: OpenPage, edition: str, full_size: bool) -> None:
    """At 1280 px at most 4,000 px high and 900 words: every step, activity and principle.

    Those of the core the editions show in turn; under --alles each of every edition.
    """
    held = {one: [*STAPPEN, *OWN[one]] for one in EDITIONS}
    pages = [edition + place for place in held[edition]] if full_size else in_turn(held)
    page = open_page(edition)
    found = {place: _measured(page, place) for place in pages if place.startswith(edition)}
    print(f"\n{edition}: hoogstens {max(high for high, _ in found.values())} px", end=" ")
    print(f"en {max(words for _, words in found.values())} woorden")
    assert {place: size for place, size in found.items() if size[0] > HIGHEST or size[1] > WORDS} == {}


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_page_of_a_factor_is_short_and_begins_with_a_question(open_page: OpenPage, edition: str) -> None:
    """Every factor of an edition, once: as high and as long as any page of content, and what one comes for in view.

    The first question ends within 700 px on a wide screen, and on the first screen of a phone. As opened, at most three
    in a hundred words are numbers of sources or words about origin.
    """
    page, wrong = open_page(edition), {}
    for place in FACTOREN:
        high, words = _measured(page, edition + place)
        marks = page.locator("#artikel :is(.bronnr, .herkomst):visible").all_inner_texts()
        share = sum(len(mark.split()) for mark in marks) / words
        wide = _first_question(page)
        page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
        narrow = _first_question(page)
        page.set_viewport_size({"width": 1280, "height": 800})
        print(f"\n{place}: {high} px, {words} woorden, merken {share:.1%}, eerste vraag op {wide:.0f} en {narrow:.0f}")
        if high > HIGHEST or words > WORDS or share > MARKS or wide > FIRST_QUESTION or narrow > PHONE[1]:
            wrong[place] = (high, words, share, wide, narrow)
    assert wrong == {}


def _first_question(page: Page) -> float:
    """Return where the first question ends."""
    box = page.locator(".vraagkaarten > li").first.bounding_box()
    assert box
    return box["y"] + box["height"]


def test_a_link_into_a_drawer_opens_it(open_page: OpenPage) -> None:
    """Also without scripts, and for the number of a source, whose list is folded."""
    for scripts in (True, False):
        page = open_page(f"voorbeeldstad/nieuwste/{FACTOREN[-1]}#valkuilen", java_script_enabled=scripts)
        expect(page.locator("#valkuilen")).to_be_visible()
        page.locator(".bronnr:visible").first.click()
        expect(page.locator(".bronnen > li").first).to_be_visible()


def test_the_evidence_of_an_activity_is_one_tap_away(open_page: OpenPage) -> None:
    """On a phone it stands seven screens down; the head leads to it."""
    page = open_page(next(iter(EDITIONS)) + address("activiteit", next(iter(FRAMEWORK.activiteiten))), *PHONE)
    page.get_by_role("link", name="Waar steunt dat op?").click()
    expect(page.get_by_role("heading", name="Onderbouwing")).to_be_in_viewport()


def test_everything_folded_is_on_paper(open_page: OpenPage) -> None:
    """Printed, every drawer is open and its title is there; what one presses is not."""
    page = open_page(f"voorbeeldstad/nieuwste/{FACTOREN[-1]}")
    page.emulate_media(media="print")
    for drawer in page.locator(".lade__inhoud").all():
        expect(drawer).to_be_visible()
    expect(page.locator(".lade > summary").first).to_be_visible()
    expect(page.locator(".knoppen").first).to_be_hidden()


@pytest.mark.parametrize("edition", EDITIONS)
def test_sources_are_numbered_in_order_of_first_use(site: Path, edition: str) -> None:
    """On every page with numbers: 1, 2, 3 …, each leads to the page's own list, and says aloud which source it is."""
    pages = [path for path in (site / edition).rglob("index.html") if 'class="bronnr"' in path.read_text("utf-8")]
    assert len(pages) > 40
    for path in pages:
        page = built(path)
        numbers = [link for link in page.attributes["a"] if link.get("class") == "bronnr"]
        listed = re.findall(r'<li id="b-([a-z0-9-]+)">', page.html)
        for link in numbers:
            number = listed.index(link["data-bron"]) + 1
            assert link["href"] == f"#b-{link['data-bron']}", path
            assert link["aria-label"].startswith(f"Bron {number}: {FRAMEWORK.bronnen[link['data-bron']].kort}"), path
            assert link["aria-label"].endswith(", onze lezing") == ("data-lezing" in link), path
        first_use = list(dict.fromkeys(link["data-bron"] for link in numbers))
        assert listed[: len(first_use)] == first_use, path
        assert page.html.count('class="merkregel"') == 1, path

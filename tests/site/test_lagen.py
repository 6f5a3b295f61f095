"""Pages of two layers: short as opened, the first question in view, and nothing that is folded is out of reach."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from leidraad.model.use.addresses import address
from tests.site.browser import OpenPage
from tests.site.built import built
from tests.site.pages import EDITIONS, FRAMEWORK, OWN

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
@pytest.mark.parametrize("kind", ["factoren", "stappen", "eigen"])
def test_a_page_of_content_is_short_as_opened(open_page: OpenPage, edition: str, kind: str) -> None:
    """At 1280 px at most 4,000 px high and 900 words: every factor, step, activity and principle of an edition."""
    page = open_page(edition)
    pages = {"factoren": FACTOREN, "stappen": STAPPEN, "eigen": OWN[edition]}[kind]
    found = {place: _measured(page, edition + place) for place in pages}
    print(f"\n{edition} {kind}: hoogstens {max(high for high, _ in found.values())} px", end=" ")
    print(f"en {max(words for _, words in found.values())} woorden")
    assert {place: size for place, size in found.items() if size[0] > HIGHEST or size[1] > WORDS} == {}


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_first_question_is_in_view(open_page: OpenPage, edition: str) -> None:
    """Within 700 px on a wide screen, on the first screen of a phone: what one comes for on the page of a factor."""
    page, low = open_page(edition), {}
    for width, height in ((1280, 800), PHONE):
        page.set_viewport_size({"width": width, "height": height})
        for place in FACTOREN:
            page.goto(edition + place)
            box = page.locator(".vraagkaarten > li").first.bounding_box()
            assert box
            low[f"{place} {width}"] = (box["y"] + box["height"], FIRST_QUESTION if width == 1280 else height)
    print(f"\n{edition}: eerste vraag eindigt hoogstens op {max(found for found, _ in low.values())}")
    assert {place: found for place, (found, most) in low.items() if found > most} == {}


@pytest.mark.parametrize("edition", EDITIONS)
def test_few_words_say_where_it_comes_from(open_page: OpenPage, edition: str) -> None:
    """As opened, at most three in a hundred words of a factor are numbers of sources or words about origin."""
    page, shares = open_page(edition), {}
    for place in FACTOREN:
        page.goto(edition + place)
        marks = page.locator("#artikel :is(.bronnr, .herkomst):visible").all_inner_texts()
        shares[place] = sum(len(mark.split()) for mark in marks) / page.evaluate(SEEN)
    print(f"\n{edition}: merken hoogstens {max(shares.values()):.1%} van de woorden")
    assert {place: share for place, share in shares.items() if share > MARKS} == {}


def test_a_link_into_a_drawer_opens_it(open_page: OpenPage) -> None:
    """Also without scripts, and for the number of a source, whose list is folded."""
    for scripts in (True, False):
        page = open_page(f"voorbeeldstad/nieuwste/{FACTOREN[-1]}#valkuilen", java_script_enabled=scripts)
        expect(page.locator("#valkuilen")).to_be_visible()
        page.locator(".bronnr:visible").first.click()
        expect(page.locator(".bronnen > li").first).to_be_visible()


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

"""The page for who makes a course: what an edition without an address does not have, it does not speak of."""

import re
from pathlib import Path

import pytest

from leidraad.model.use.framework import Edition
from leidraad.model.use.version import version_at
from leidraad.render.cursus.cursus import with_panels
from leidraad.render.cursus.cursuslijst import cursuslijst
from tests.frameworks import REAL
from tests.probe import ROOT

PLACES = re.findall(r'cursustekst\("(\w+)"\)', (ROOT / "docs" / "voor-elearningmakers.md").read_text("utf-8"))


def _page(slug: str) -> str:
    edition = Edition(REAL, REAL.gemeenten[slug])
    places = "".join(
        f"<!--gebruik {place}--><!--/gebruik-->" for place in ("pakketten", *(f"tekst:{p}" for p in PLACES))
    )
    return with_panels(edition, version_at(edition, Path("x")), places)


@pytest.mark.parametrize("slug", REAL.gemeenten)
def test_only_an_edition_with_an_address_speaks_of_what_needs_one(slug: str) -> None:
    """Cards in a package, a code to scan, two versions of a link, a file for who asks how to show a card."""
    text = _page(slug)
    has_address = bool(REAL.gemeenten[slug].gemeente.adres)
    for word in ("een QR-code", "Alle kaarten", "<strong>Kaart.</strong>", "oEmbed", "vaste versie", "nieuwste versie"):
        said = [line for line in text.splitlines() if word in line and "label for" not in line]
        assert bool(said) == has_address, (word, said)


def test_every_place_has_its_text() -> None:
    """None is empty, and what was not tried is said where the packages are."""
    assert len(PLACES) == len(set(PLACES)) >= 5
    text = _page("voorbeeldstad")
    for place in PLACES:
        held = re.search(rf"<!--gebruik tekst:{place}-->(.*?)<!--/gebruik-->", text, re.S)
        assert held
        assert len(held[1]) > 100
    first = re.search(r"<!--gebruik pakketten-->(.*?)<!--/gebruik-->", text, re.S)
    assert first
    assert "Niet geprobeerd" in first[1][:200]


def test_the_list_can_be_narrowed_by_all_that_something_is_about() -> None:
    """By its kind, by each starting point and factor, and by each step."""
    page = cursuslijst(Edition(REAL, REAL.gemeenten["voorbeeldstad"]))
    for group, ids in (
        ("soort", ("stap", "startpunt", "factor", "activiteit", "principe", "route", "instrument")),
        ("factor", (*REAL.startpunten, *REAL.factoren)),
        ("stap", REAL.stappen),
    ):
        held = re.search(rf'<select[^>]*"{group}"[^>]*>(.*?)</select>', page, re.S)
        assert held
        assert set(re.findall(r'<option value="([^"]+)"', held[1])) >= set(ids)

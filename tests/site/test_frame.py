"""Header, menu and footer: which edition this is, whose it is not, and where a mistake is reported."""

import re
from pathlib import Path
from urllib.parse import parse_qs, unquote, urljoin, urlsplit

import pytest

from leidraad.model.types.gemeente import Gemeente
from leidraad.model.use.dates import dutch_date
from leidraad.render.gemeente.gemeente import CLOSING, NOT_BY, disclaimer
from tests.site.built import Built, built
from tests.site.pages import EDITIONS, FRAMEWORK, PAGES


@pytest.fixture(params=EDITIONS)
def edition(request: pytest.FixtureRequest) -> str:
    """Each edition in turn."""
    return str(request.param)


def _pages(site: Path, edition: str) -> dict[str, Built]:
    return {page: built(site / edition / page / "index.html") for page in PAGES}


def _mail(page: Built) -> tuple[str, dict[str, list[str]]]:
    link = next(link for link in page.links if link.startswith("mailto:") and "subject=" in link)
    return unquote(urlsplit(link).path), parse_qs(urlsplit(link).query)


def test_every_page_says_which_edition_it_is(site: Path, edition: str) -> None:
    """The name in the header; name, version, date, core version and disclaimers in the footer."""
    gemeente, kern = EDITIONS[edition], FRAMEWORK.kern
    said = [
        f"{gemeente.naam} {gemeente.editie}",
        dutch_date(gemeente.datum),
        f"kern {kern.versie}",
        disclaimer(gemeente),
        NOT_BY,
        CLOSING,
    ]
    for page in _pages(site, edition).values():
        assert gemeente.naam in page.text_of("header")
        assert [line for line in said if line not in page.text_of("footer")] == []


def test_a_mistake_is_reported_with_page_edition_and_version(site: Path, edition: str) -> None:
    """«Iets klopt niet?» opens a mail that asks for no data of residents; without an address it shows what to copy."""
    gemeente = EDITIONS[edition]
    receiver = FRAMEWORK.kern.contact if gemeente.soort == "uit-publicatie" else gemeente.contact
    for address, page in _pages(site, edition).items():
        text = page.text_of("details")
        if receiver:
            to, fields = _mail(page)
            text = fields["body"][0]
            assert to == receiver
            resident = address.startswith("inwoner/")
            warned = (
                "Zet niets over uzelf in deze mail." if resident else "Zet geen gegevens van inwoners in deze mail."
            )
            assert text.startswith(warned)
            assert ("Fout op deze website?" if resident else "Iets klopt niet?") in page.text_of("footer"), address
        else:
            assert "Er is nog geen adres" in page.text_of("footer")
            assert [link for link in page.links if link.startswith("mailto:")] == []
        assert re.search(rf"Pagina: .* \(/{address.rstrip('/')}\)", text), text
        assert f"Editie: {gemeente.naam} {gemeente.editie}" in text
        assert f"Kern: {FRAMEWORK.kern.versie}" in text


def test_a_resident_is_led_to_no_page_for_professionals(site: Path, edition: str) -> None:
    """«Vorige» and «Volgende» stay within the pages for residents, also where only a browser reads them."""
    beside = {}
    for address, page in _pages(site, edition).items():
        if address.startswith("inwoner/"):
            links = [link for element in ("link", "a") for link in page.attributes[element]]
            beside[address] = [link["href"] for link in links if link.get("rel") in ("prev", "next")]
    assert beside == {
        "inwoner/": ["vragen/"],
        "inwoner/vragen/": ["../", "../uw-blad/"],
        "inwoner/uw-blad/": ["../vragen/"],
    }


def test_every_page_says_how_to_refer_to_it(site: Path, edition: str) -> None:
    """At its foot: whose it is, its title and edition, and the address of this page in the version that stays."""
    gemeente = EDITIONS[edition]
    for address, page in _pages(site, edition).items():
        said = page.text_of("footer")
        assert "Verwijs naar deze pagina" in said, address
        assert f"editie {gemeente.naam} {gemeente.editie}" in said, address
        if gemeente.adres:
            assert f"{gemeente.adres.rstrip('/')}/{gemeente.id}/{gemeente.editie}/{address} " in said, address
        if not gemeente.spreekt_zelf:
            assert f"niet uitgegeven door de gemeente {gemeente.naam}" in said


@pytest.mark.parametrize(
    "gemeente", [item for item in EDITIONS.values() if item.soort == "uit-publicatie"], ids=lambda gemeente: gemeente.id
)
def test_an_edition_from_publications_is_nobodys_word(site: Path, gemeente: Gemeente) -> None:
    """Each page says that the municipality did not publish it, has no contact of it, and does not speak for it."""
    for page in _pages(site, f"{gemeente.id}/nieuwste/").values():
        assert f"Niet uitgegeven door de gemeente {gemeente.naam}." in page.text_of("footer")
        assert f"Van {gemeente.naam}" not in page.text_of("article")
        receivers = {urlsplit(link).path for link in page.links if link.startswith("mailto:")}
        assert receivers <= {FRAMEWORK.kern.contact}


def test_menu_and_map_show_where_the_reader_is(site: Path, edition: str) -> None:
    """The menu marks the page itself, once; the map marks a factor too, the loop a step, the row a meeting."""
    for address, page in _pages(site, edition).items():
        marked = [link["href"] for link in page.attributes["a"] if link.get("aria-current") == "page"]
        assert {urljoin(f"https://gastheer.example/{address}", link) for link in marked} == {
            f"https://gastheer.example/{address}"
        }
        of_a_row = address.count("/") == 2 and address.split("/")[0] in ("factoren", "stappen", "ontwikkelgroep")
        assert len(marked) == 1 + of_a_row, address

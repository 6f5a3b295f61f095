"""Every link within an edition leads somewhere, at the root of a host and below it."""

import re
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest

from tests.site.built import built
from tests.site.conftest import OpenPage
from tests.site.pages import EDITIONS, EVERY, FACTOR, ROOT, some
from tests.site.server import serve

HOST = "https://gastheer.example"


def dead_links(site: Path, page: Path, prefix: str) -> list[str]:
    """Return the links of a page that lead nowhere, when site/ is served under a prefix."""
    address = f"{HOST}{prefix}{page.relative_to(site).as_posix().removesuffix('index.html')}"
    links = {urljoin(address, link) for link in built(page).links}
    return sorted(link for link in links if urlsplit(link).scheme in ("http", "https") and _is_dead(site, prefix, link))


def _is_dead(site: Path, prefix: str, link: str) -> bool:
    page, anchor = urldefrag(link)
    if not page.startswith(HOST):
        return False
    if not page.startswith(HOST + prefix):
        return True
    path = site / page.removeprefix(HOST + prefix)
    path = path / "index.html" if path.is_dir() else path
    is_state = "=" in anchor  # what a script keeps there, such as #stap=plan, is no place on the page
    return not path.is_file() or bool(anchor and not is_state and anchor not in built(path).ids)


@pytest.mark.parametrize("prefix", ["/", "/pad/"])
def test_no_page_has_a_dead_link(site: Path, prefix: str) -> None:
    """Links, anchors, styles and scripts, also those in drawings, of all pages but the 404 page."""
    pages = [page for page in site.rglob("*.html") if page.name != "404.html"]
    assert len(pages) >= len(EVERY)
    found = {str(page.relative_to(site)): dead_links(site, page, prefix) for page in pages}
    assert {page: links for page, links in found.items() if links} == {}


def test_no_link_names_its_own_host(site: Path) -> None:
    """So an edition can move: all links within it are relative; only the canonical address is not."""
    for page in site.glob("*/nieuwste/**/index.html"):
        canonical = [link["href"] for link in built(page).attributes["link"] if link.get("rel") == "canonical"]
        own = {f"{urlsplit(link).scheme}://{urlsplit(link).netloc}/" for link in canonical}
        assert [link for link in built(page).links if link.startswith(("/", *own)) and link not in canonical] == [], (
            page
        )


def test_the_neutral_form_of_a_link_never_reaches_a_reader(site: Path) -> None:
    """No leidraad: is left anywhere in what was built."""
    files = [path for path in site.rglob("*") if path.suffix in (".html", ".xml", ".json", ".css", ".js", ".svg")]
    assert [path for path in files if re.search(r"leidraad:[a-z]", path.read_text("utf-8"))] == []


def test_no_id_stands_twice_on_a_page(site: Path) -> None:
    """An anchor or a label that could mean two things means nothing."""
    for page in site.rglob("*.html"):
        ids = built(page).ids
        assert sorted(ids) == sorted(set(ids)), page


def test_an_edition_works_below_the_root_of_a_host(open_page: OpenPage, site: Path) -> None:
    """Under /pad/ every file of a page is found, and a link on the map leads to its factor."""
    with serve(site, "/pad/") as server:
        for edition in EDITIONS:
            page = open_page(some(edition, full_size=False)[0], of=server)
            page.goto(f"{server.address}{edition}")
            page.locator(f".igm-kaart__breed a[href$='{FACTOR}']").click()
            page.wait_for_url(f"**/pad/{edition}{FACTOR}")


def test_every_element_brings_its_script_and_its_look(site: Path) -> None:
    """A custom element on a page has its own script there, and its own style sheet where it has one."""
    own = {
        folder.name: [file.name for file in folder.iterdir()]
        for folder in (ROOT / "docs/assets").iterdir()
        if folder.is_dir()
    }
    missing = []
    for page in site.rglob("*.html"):
        html = page.read_text()
        for name in sorted(own.keys() & set(re.findall(r"<([a-z]+-[a-z-]+)[ >]", html))):
            asked = [file for file in own[name] if f"assets/{name}/{file}" not in html]
            missing += [f"{page.relative_to(site)}: {file}" for file in asked]
    assert missing == []

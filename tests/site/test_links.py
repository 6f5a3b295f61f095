"""Every link within an edition leads somewhere, at the root of a host and below it."""

import re
from pathlib import Path
from urllib.parse import urlsplit

from tests.site.browser import OpenPage
from tests.site.built import built
from tests.site.links import dead_at_any_place
from tests.site.pages import EDITIONS, EVERY, FACTOR, ROOT, some
from tests.site.server import serve


def test_no_page_has_a_dead_link(site: Path) -> None:
    """Links, anchors, styles and scripts, also those in drawings, of all pages but the 404 page."""
    pages = [page for page in site.rglob("*.html") if page.name != "404.html"]
    assert len(pages) >= len(EVERY)
    assert dead_at_any_place(site, pages) == {}


def test_every_picture_and_answer_that_a_page_names_is_there(site: Path) -> None:
    """Where a publication knows its address: what others show of a page, and the file that says how (oEmbed)."""
    named = set[str]()
    for edition, gemeente in EDITIONS.items():
        for page in (site / edition).rglob("index.html") if gemeente.adres else ():
            head = page.read_text("utf-8").partition("</head>")[0]
            found = re.findall(r'og:image" content="([^"]+)"', head)
            named |= {url.removeprefix(f"{gemeente.adres}/") for url in found}
            answers = re.findall(r'application/json\+oembed" href="([^"]+)"', head)
            named |= {answer.removeprefix(f"{gemeente.adres}/") for answer in answers}
    assert len(named) > 100
    assert [place for place in sorted(named) if not (site / place).is_file()] == []


def test_no_link_names_its_own_host(site: Path) -> None:
    """So an edition can move: only the canonical address, and what is read elsewhere, is not relative."""
    for page in site.glob("*/nieuwste/**/index.html"):
        whole = ("canonical", "alternate")
        canonical = [link["href"] for link in built(page).attributes["link"] if link.get("rel") in whole]
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
            page.locator(f".plattegrond a[href$='{FACTOR}']").click()
            page.wait_for_url(f"**/pad/{edition}{FACTOR}")
            page.wait_for_load_state("networkidle")  # before its server stops


def test_every_element_brings_its_script_and_its_look(site: Path) -> None:
    """A custom element on a page has its own script there, and its own style sheet where it has one."""
    own = {
        folder.name: [file.name for file in folder.iterdir()]
        for folder in (ROOT / "docs/assets").iterdir()
        if folder.is_dir()
    }
    missing = []
    for page in site.rglob("*.html"):
        html = page.read_text("utf-8")
        for name in sorted(own.keys() & set(re.findall(r"<([a-z]+-[a-z-]+)[ >]", html))):
            asked = [file for file in own[name] if f"assets/{name}/{file}" not in html]
            missing += [f"{page.relative_to(site)}: {file}" for file in asked]
    assert missing == []

"""Versions of a real edition: published twice, every link alive, read from the disk, and found again by readers."""

import json
import re
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser, expect

from leidraad.editions.exchange import differences
from tests.core import change, rename
from tests.editions.branch import branch_content
from tests.editions.tiny import content
from tests.forked import leidraad
from tests.site.axe import Violations
from tests.site.browser import OpenPage, View
from tests.site.built import built
from tests.site.links import dead_at_any_place
from tests.site.pages import FRAMEWORK, KINDS, ROOT
from tests.site.server import Server, serve
from tests.sources import SOURCES, copy_sources, lend_stencil

SLUG, OTHER, FIRST, SECOND, THIRD = "voorbeeldstad", "den-haag", "2026.1", "2026.2", "2026.3"
AUTHOR = ["-c", "user.name=x", "-c", "user.email=x@y.example"]
FACTOR = FRAMEWORK.kern.factoren[0]
ACTIVITEIT = next(iter(FRAMEWORK.activiteiten))
RETIRED = f"""vervallen:
  - oud: factor:oude-factor
    nieuw: factor:{FACTOR}
    titel: Oude factor
  - oud: activiteit:oude-activiteit
    nieuw: activiteit:{ACTIVITEIT}
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the sources, in git, to make the next versions of."""
    project = tmp_path_factory.mktemp("bron")
    copy_sources(project, [name for name in SOURCES if name != "leidraad"])
    (project / "leidraad").symlink_to(ROOT / "leidraad")  # the preview would watch it
    lend_stencil(project)
    for words in (["init", "-q"], [*AUTHOR, "commit", "-q", "--allow-empty", "-m", "Begin"]):
        subprocess.run(["git", *words], cwd=project, check=True)
    return project


@pytest.fixture(scope="module")
def publication(site: Path, project: Path, tmp_path_factory: pytest.TempPathFactory, full_size: bool) -> Path:
    """Both editions published, and one of them again: a retired id more, another principle, the next number.

    At full size both are published three times, on a branch too; an activity of the core got another id in the last.
    """
    target = tmp_path_factory.mktemp("openbaar") / "publicatie"
    _publish(site, project, target, full_size)
    kern = project / "framework" / "kern.yaml"
    kern.write_text(kern.read_text("utf-8") + RETIRED, "utf-8")
    _next_number(project, SLUG, FIRST, SECOND)
    folder = project / "framework" / "gemeenten" / SLUG
    principe = next(iter(sorted((folder / "gedragsprincipes").glob("*.yaml"))))
    principe.write_text(principe.read_text("utf-8").replace("titel: ", "titel: Voortaan ", 1), "utf-8")
    if not full_size:
        leidraad(project, "build", SLUG, "--publicatie", target, check=True)
        _publish(project / "site", project, target, full_size)
        return target
    _next_number(project, OTHER, FIRST, SECOND)
    for number in (SECOND, THIRD):
        if number == THIRD:
            rename(project, ACTIVITEIT, f"{ACTIVITEIT}-nieuw")
            for slug in (SLUG, OTHER):
                _next_number(project, slug, SECOND, THIRD)
        leidraad(project, "build", "--publicatie", target, check=True)
        _publish(project / "site", project, target, full_size)
    return target


def _next_number(project: Path, slug: str, old: str, new: str) -> None:
    change(project, f"framework/gemeenten/{slug}/gemeente.yaml", f'editie: "{old}"', f'editie: "{new}"')


def _publish(site: Path, project: Path, target: Path, on_a_branch: bool) -> None:
    for where in (["--publicatie", str(target)], *([["--tak", "gh-pages"]] if on_a_branch else [])):
        leidraad(project, "publish", "--site", site, *where, check=True)


@pytest.fixture(scope="module")
def published(publication: Path) -> Iterator[Server]:
    """The publication, served below the root of a host."""
    with serve(publication, "/pad/") as running:
        yield running


def test_every_link_of_every_version_is_alive(publication: Path) -> None:
    """Pages, anchors, styles, scripts; of all versions, of the pages in front of them, of what moved."""
    pages = [page for page in publication.rglob("*.html") if page.name != "404.html"]
    assert len({page.relative_to(publication).parts[:2] for page in pages if len(page.parts) > 3}) > 5
    assert dead_at_any_place(publication, pages) == {}


def test_what_was_linked_in_the_first_version_is_alive(publication: Path) -> None:
    """Every page, card and page for a course of the first version, there and as the newest; an old id leads on."""
    first = json.loads((publication / SLUG / FIRST / "leidraad.json").read_text("utf-8"))
    addresses = [found for item in first["onderdelen"] for found in (item["adres"], item.get("kaart")) if found]
    courses = [f"{page.parent.relative_to(publication / SLUG / FIRST)}/" for page in _courses(publication)]
    assert len(addresses) > 300
    assert len(courses) > 200
    for version in (FIRST, "nieuwste"):
        dead = [one for one in [*addresses, *courses] if not _leads_somewhere(publication / SLUG / version, one)]
        assert dead == [], version


def _courses(publication: Path) -> list[Path]:
    return [*(publication / SLUG / FIRST / "cursus").glob("*/index.html")]


def _leads_somewhere(version: Path, address: str) -> bool:
    folder, _, anchor = address.partition("#")
    page = version / folder / "index.html"
    return page.is_file() and (not anchor or anchor in built(page).ids)


def test_what_a_course_took_from_the_first_version_is_alive(publication: Path) -> None:
    """Every link in its cartridges, every card that its SCORM packages frame."""
    packages = [*(publication / SLUG / FIRST / "cursus").glob("*.imscc")]
    packages += (publication / SLUG / FIRST / "cursus").glob("scorm-*.zip")
    adres = FRAMEWORK.gemeenten[SLUG].gemeente.adres
    links: set[str] = set()
    for package in packages:
        with zipfile.ZipFile(package) as held:
            texts = [held.read(name).decode() for name in held.namelist() if name.endswith((".xml", ".html"))]
        links.update(link for text in texts for link in re.findall(rf'(?:href|src)="({adres}/[^"]*)"', text))
    assert len(links) > 300
    assert [link for link in links if not _leads_somewhere(publication, link.removeprefix(f"{adres}/"))] == []


def test_a_branch_holds_what_the_folder_holds(publication: Path, project: Path, full_size: bool) -> None:
    """Three versions of two municipalities, published one after another in both ways, are the same files."""
    if not full_size:
        pytest.skip("alleen bij --alles wordt er ook op een tak gepubliceerd")
    assert {path.name for path in publication.glob("*/2026.*")} == {FIRST, SECOND, THIRD}
    assert branch_content(project) == content(publication)


def test_a_page_of_each_kind_opens(publication: Path, published: Server, open_page: OpenPage, full_size: bool) -> None:
    """In a browser, below a path; the watched page fails on any message or missing file.

    Of one version the six longest kinds, under --alles each kind of every version; every link is held in a test above.
    """
    held = (
        sorted(path.parent for path in publication.glob("*/*/factoren")) if full_size else [publication / SLUG / FIRST]
    )
    assert len(held) == (8 if full_size else 1)
    for version in held:
        page = open_page(f"{version.relative_to(publication)}/", of=published)
        for kind in KINDS if full_size else KINDS[-6:]:
            page.goto(f"{published.address}{version.relative_to(publication)}/{kind}")
            assert page.locator("h1").count() == 1, (version, kind)


def test_each_version_says_which_it_is(publication: Path, full_size: bool) -> None:
    """All point at nieuwste as canonical, in the same page; the sitemap stands in nieuwste alone."""
    adres = FRAMEWORK.gemeenten[SLUG].gemeente.adres
    for name in (FIRST, SECOND, "nieuwste"):
        page = built(publication / SLUG / name / "factoren" / FACTOR / "index.html")
        canonical = [link["href"] for link in page.attributes["link"] if link.get("rel") == "canonical"]
        assert canonical == [f"{adres}/{SLUG}/nieuwste/factoren/{FACTOR}/"]
        number = name if name != "nieuwste" else THIRD if full_size else SECOND
        assert f"Dit is versie {number} – naar de nieuwste versie" in page.text_of("header")
        assert (publication / SLUG / name / "sitemap.xml").exists() == (name == "nieuwste")
    without = publication / "den-haag" / "nieuwste"
    assert not [link for link in built(without / "index.html").attributes["link"] if link.get("rel") == "canonical"]
    assert not (without / "sitemap.xml").exists()
    assert not (without.parent / "feed.xml").exists()


def test_both_copies_are_the_same_files(publication: Path) -> None:
    """All but the style sheet that tells them apart, what answers for an address, and what only one of them has."""
    own = re.compile(r"assets/gemeente\.css|cursus/[^/]*/oembed\.json|sitemap\.xml|leidraad-[^/]*\.zip")
    number = max(path.name for path in (publication / SLUG).glob("2026.*"))
    newest, fixed = publication / SLUG / "nieuwste", publication / SLUG / number
    different = {*differences(newest, fixed)}
    assert "assets/gemeente.css" in different
    assert [name for name in different if not own.fullmatch(name)] == []


def test_versions_are_listed_for_machines(publication: Path, full_size: bool) -> None:
    """versions.json has the form that Material and mike read; the feed has an entry for each version."""
    numbers = [*([THIRD] if full_size else []), SECOND, FIRST]
    held = json.loads((publication / SLUG / "versions.json").read_text("utf-8"))
    assert [(row["version"], row["title"], row["aliases"]) for row in held] == [
        (number, number, ["nieuwste"] if number == numbers[0] else []) for number in numbers
    ]
    feed = ElementTree.parse(publication / SLUG / "feed.xml").getroot()  # noqa: S314  # our own file
    atom = "{http://www.w3.org/2005/Atom}"
    assert [entry.findtext(f"{atom}title") for entry in feed.iter(f"{atom}entry")] == [
        f"Versie {number}" for number in numbers
    ]
    told = {entry.findtext(f"{atom}title"): entry.findtext(f"{atom}summary") for entry in feed.iter(f"{atom}entry")}
    assert "Voortaan" in (told[f"Versie {SECOND}"] or "")


def test_what_changed_is_told_item_by_item(publication: Path) -> None:
    """The principle with what it was and what it is; in the first version that it is the first."""
    text = built(publication / SLUG / SECOND / "veranderd" / "index.html").text_of("article")
    assert "Veranderd (1)" in text
    assert "Voortaan" in text
    assert "eerste versie" in built(publication / SLUG / FIRST / "veranderd" / "index.html").text_of("article")


def test_a_retired_item_leads_on(open_page: OpenPage, published: Server, full_size: bool) -> None:
    """A page leads to its successor with what stands after #, also without scripts; a section is a line."""
    led = f"{ACTIVITEIT}-nieuw" if full_size else ACTIVITEIT  # at full size this one was retired in its turn
    page = open_page(f"{SLUG}/nieuwste/factoren/oude-factor/#open-vragen", of=published)
    page.wait_for_url(f"**/factoren/{FACTOR}/#open-vragen")
    plain = open_page(f"{SLUG}/nieuwste/factoren/oude-factor/", of=published, java_script_enabled=False)
    plain.wait_for_url(f"**/factoren/{FACTOR}/")
    page.goto(f"{published.address}{SLUG}/nieuwste/cursus/activiteit-oude-activiteit/")
    page.wait_for_url(f"**/activiteiten/{led}/#gebruik")
    page.goto(f"{published.address}{SLUG}/nieuwste/activiteiten/#oude-activiteit")
    page.locator("#oude-activiteit a").click()
    page.wait_for_url(f"**/activiteiten/{led}/")
    page.goto(f"{published.address}{SLUG}/nieuwste/activiteiten/oude-activiteit/")
    page.wait_for_url(f"**/activiteiten/{led}/")


def test_a_case_of_this_tab_follows_what_retired(open_page: OpenPage, published: Server, full_size: bool) -> None:
    """What was noted in the version before is called by its name of now, once; what somebody wrote stays as it was."""
    led = f"{ACTIVITEIT}-nieuw" if full_size else ACTIVITEIT
    page = open_page(f"{SLUG}/{FIRST}/afwegen/jullie-casus/", of=published)
    held = {
        "versie": 1,
        "op": page.evaluate("Date.now()"),
        "gedrag": "oude-factor",
        "factoren": ["oude-factor"],
        "activiteiten": ["oude-activiteit", led, "van-elders"],
        "uitspraken": [{"factor": "oude-factor", "bron": "gezegd", "richting": "helpt", "woorden": "Ja"}],
        "vellen": {"samen-kijken": {"momenten": [{"datum": "2026-11-02", "woorden": {"oude-factor": "deels"}}]}},
    }
    page.evaluate("held => sessionStorage.setItem('leidraad.casus /pad/', JSON.stringify(held))", held)
    page.goto(f"{published.address}{SLUG}/nieuwste/afwegen/jullie-casus/")
    page.wait_for_function("led => sessionStorage['leidraad.casus /pad/'].includes(led)", arg=f'["{led}"')
    now = page.evaluate("JSON.parse(sessionStorage.getItem('leidraad.casus /pad/'))")
    assert (now["gedrag"], now["factoren"]) == ("oude-factor", [FACTOR])
    assert now["activiteiten"] == [led, "van-elders"]
    assert now["uitspraken"][0]["factor"] == FACTOR
    assert now["vellen"]["samen-kijken"]["momenten"][0]["woorden"] == {FACTOR: "deels"}
    expect(page.locator(".wat-mee")).to_contain_text(FRAMEWORK.factoren[FACTOR].titel.lower())


def test_the_selector_stays_on_the_page(
    open_page: OpenPage, published: Server, violations: Violations, views: tuple[View, ...]
) -> None:
    """By keyboard; where a version lacks the page, it says so and leads to its first page."""
    page = open_page(f"{SLUG}/nieuwste/factoren/{FACTOR}/", of=published)
    page.locator("versie-keuze button").press("Enter")
    page.locator(".versies li").first.wait_for()
    assert page.locator(".versies [aria-current]").count() == 1
    assert violations(page, views) == set()
    expect(page.locator(".kop__vast")).to_be_hidden()
    assert page.locator("meta[name=robots]").count() == 0
    for front_door in ("", f"{SLUG}/"):
        other = open_page(front_door, of=published)
        expect(other.locator("palet-keuze button")).to_be_visible()
        assert other.locator("meta[name=robots]").count() == 0
    page.locator(".versies a", has_text=f"{FIRST}, vaste versie").press("Enter")
    page.wait_for_url(f"**/{SLUG}/{FIRST}/factoren/{FACTOR}/")
    expect(page.locator(".kop__vast")).to_be_visible()
    expect(page.locator("meta[name=robots]")).to_have_attribute("content", "noindex")
    page.evaluate("history.replaceState(null, '', '#open-vragen')")
    page.locator(".kop__vast a").press("Enter")
    page.wait_for_url(f"**/{SLUG}/nieuwste/factoren/{FACTOR}/#open-vragen")


def test_without_scripts_the_version_leads_to_the_list(open_page: OpenPage, published: Server) -> None:
    """A plain link to all versions; from there to any of them."""
    page = open_page(f"{SLUG}/{FIRST}/factoren/{FACTOR}/", of=published, java_script_enabled=False)
    page.click("versie-keuze a")
    page.wait_for_url(f"**/{SLUG}/")
    page.click(f"text=Versie {SECOND}")
    page.wait_for_url(f"**/{SLUG}/{SECOND}/")


def test_who_is_not_listed_reads_on_in_the_example(site: Path) -> None:
    """The page of all municipalities leads to the invented one, and not to a real one that happens to be first."""
    front = (site / "index.html").read_text("utf-8")
    assert 'href="voorbeeldstad/nieuwste/eigen-leidraad/"' in front


def test_the_pages_in_front_have_no_violation(
    open_page: OpenPage, published: Server, violations: Violations, views: tuple[View, ...]
) -> None:
    """The list of versions, and a fixed version with its line."""
    for address in (f"{SLUG}/", f"{SLUG}/{FIRST}/", f"{SLUG}/nieuwste/veranderd/"):
        assert violations(open_page(address, of=published), views) == set(), address


def test_a_municipality_is_found_by_name(
    open_page: OpenPage, published: Server, violations: Violations, views: tuple[View, ...]
) -> None:
    """Typing keeps what fits and says how many; nothing fits: it says so."""
    page = open_page("", of=published)
    page.fill("gemeente-zoeken input", "HAAG")
    assert page.locator(".gemeenten li:visible").count() == 1
    assert page.locator("gemeente-zoeken [role=status]").inner_text() == "1 gemeente gevonden."
    page.fill("gemeente-zoeken input", "zzz")
    assert page.locator(".gemeenten li:visible").count() == 0
    assert violations(page, views) == set()


NAAM = OTHER.title()
# What somebody asks → the way that stands first, below the root of the publication.
WRONG = {
    "niets": "",
    "niets/nieuwste/factoren/kennis/": "",
    f"{SLUG}/niets/": f"{SLUG}/nieuwste/",
    f"{SLUG}/nieuwste/factoren/niets/diep.html": f"{SLUG}/nieuwste/",
    f"{SLUG}/nieuwste/factoren/kennis/index.htm": f"{SLUG}/nieuwste/factoren/kennis/",
    f"{SLUG}/nieuwste/factoren/kennis.html": f"{SLUG}/nieuwste/factoren/kennis/",
    f"{SLUG}/factoren/kennis/": f"{SLUG}/nieuwste/factoren/kennis/",
    f"{SLUG}/2019.1/factoren/kennis/": f"{SLUG}/nieuwste/factoren/kennis/",
    f"{SLUG}/{FIRST}/Factoren/Kennis/": f"{SLUG}/{FIRST}/factoren/kennis/",
    f"{SLUG}/{FIRST}/niets/": f"{SLUG}/nieuwste/",
    f"{NAAM}/Nieuwste/factoren/kennis/?a=b#signalen": f"{OTHER}/nieuwste/factoren/kennis/?a=b#signalen",
    f"{NAAM.upper()}/NIEUWSTE/FACTOREN/SOCIALE%20NORM/": f"{OTHER}/nieuwste/factoren/sociale-norm/",
    f"{NAAM}/{FIRST}/": f"{OTHER}/{FIRST}/",
    f"{OTHER.replace('-', '%2D')}%2Fnieuwste%2Fniets": f"{OTHER}/nieuwste/",
    f"{OTHER.replace('-', '%20')}/": f"{OTHER}/nieuwste/",
    f"{OTHER.replace('-', '')}/factoren/kennis": f"{OTHER}/nieuwste/factoren/kennis/",
    f"{SLUG}/nieuwste/factoren/%E0%A4/": f"{SLUG}/nieuwste/",
    f"{SLUG}/nieuwste//factoren//kennis/niets": f"{SLUG}/nieuwste/",
}


PREFIXES = ["/pad/", f"/{SLUG}/", f"/{SLUG}/leidraad/{SLUG}/", "/Een%20Map/"]


@pytest.mark.parametrize("prefix", ["/", *PREFIXES])
def test_a_wrong_address_shows_ways_out(
    publication: Path, browser: Browser, prefix: str, violations: Violations, full_size: bool, views: tuple[View, ...]
) -> None:
    """At any depth, below any base path: the page that was meant where it is there, and no way that leads nowhere.

    Each at the root, and below one of the other paths; under --alles below each of them.
    """
    every = [*WRONG.items()]
    asked = every if full_size or prefix == "/" else every[PREFIXES.index(prefix) :: len(PREFIXES)]
    with serve(publication, prefix) as server:
        context = browser.new_context()
        page = context.new_page()
        for wrong, wanted in asked:
            answer = page.goto(f"{server.address}{wrong}")
            assert (answer and answer.status) == 404, wrong
            page.wait_for_selector("#wegen:not([hidden])")
            links = page.eval_on_selector_all("main a", "links => links.map(link => link.href)")
            assert links[0] == server.address + wanted, wrong
            assert [link for link in links if context.request.get(link).status != 200] == [], wrong
        assert prefix != "/" or violations(page, views) == set()  # the page is the same below any path
        context.close()


def test_a_wrong_address_below_many_folders_lets_wipe(publication: Path, browser: Browser) -> None:
    """A base path of sixteen folders is found as well, with its ways out and the button that wipes."""
    with serve(publication, f"/{'/'.join('abcdefghijklmnop')}/") as server:
        page = browser.new_page()
        page.goto(f"{server.address}{SLUG}/niets/")
        page.wait_for_selector("#wegen:not([hidden])")
        assert page.locator("main a").first.get_attribute("href") == f"{server.address}{SLUG}/nieuwste/"
        expect(page.locator("wis-alles > button")).to_be_attached()
        page.close()


def test_a_wrong_address_asks_no_other_host(publication: Path, browser: Browser) -> None:
    """Two slashes in front are no way to another host, and where nothing answers the page claims nothing."""
    with serve(publication) as server:
        page = browser.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{server.origin}/elders.example/{SLUG}/nieuwste/")
        page.wait_for_selector("#wegen:not([hidden])")
        page.route("**/versions.json", lambda route: route.fulfill(body="<!doctype html>alles goed"))
        page.goto(f"{server.origin}{SLUG}/niets/")
        page.wait_for_load_state("networkidle")
        assert page.locator("#wegen").is_hidden()
        assert [url for url in asked if not url.startswith(server.origin)] == []
        page.close()


def test_the_zip_reads_from_the_disk(publication: Path, browser: Browser, tmp_path: Path) -> None:
    """Every link within it is a file, no script is in it, and a browser walks from page to page without a server."""
    (archive,) = (publication / SLUG / SECOND).glob(f"leidraad-{SLUG}-{SECOND}.zip")
    with zipfile.ZipFile(archive) as held:
        held.extractall(tmp_path)
    (folder,) = tmp_path.iterdir()
    for page in folder.rglob("*.html"):
        found = built(page)
        assert not found.attributes["script"]
        inside = [
            link.partition("#")[0] for link in found.links if not link.startswith(("http", "mailto:", "data:", "#"))
        ]
        assert [link for link in inside if not (page.parent / link).is_file()] == [], page
    context = browser.new_context()
    page_ = context.new_page()
    page_.goto((folder / "index.html").as_uri())
    assert "website" in page_.locator(".kop__vast").first.inner_text()
    page_.locator(f".plattegrond a[href*='{FACTOR}']").click()
    page_.wait_for_url(f"**/factoren/{FACTOR}/index.html")
    context.close()

"""Packages for learning systems: what they hold, that their parts fit together, and that they never change alone.

Held against published schemas and opened in software of others they are by hand: tests/outside.
"""

import html
import io
import re
import zipfile
from base64 import b64decode
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
import segno
from PIL import Image

from leidraad.checks import adres_en_contact, check_framework
from leidraad.model.use.addresses import COURSE_KINDS, LESSON_KINDS, PACKAGE_KINDS, address, card
from leidraad.model.use.framework import Edition
from leidraad.model.use.version import version_at
from leidraad.outputs import gift
from leidraad.outputs.dias import dias
from leidraad.outputs.zips import cartridge, h5p, lessen, scorm
from leidraad.render.block.items import items, offered
from leidraad.render.cursus.cursus import credit, cursuspakketten, titled, with_panels
from leidraad.render.cursus.qr import qr
from tests.frameworks import REAL
from tests.probe import ROOT, lokaal_with_texts

CC = "{http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1}"
WEB = "{http://www.imsglobal.org/xsd/imsccv1p1/imswl_v1p1}"
CP = "{http://www.imsproject.org/xsd/imscp_rootv1p1p2}"
SCO = "{http://www.adlnet.org/xsd/adlcp_rootv1p2}scormtype"
NAME = re.compile(r"[A-Za-z_][A-Za-z0-9._-]*")
TEXT = "a&b\"c'd<e>f é*g_h`i|j[k]l#m n"
Packages = dict[str, bytes]
SOURCES = {bron.address for bron in REAL.bronnen.values()}


def _edition(slug: str = "voorbeeldstad", **changes: str | None) -> Edition:
    lokaal = REAL.gemeenten[slug]
    return Edition(REAL, replace(lokaal, gemeente=lokaal.gemeente.model_copy(update=changes)))


def _made(edition: Edition) -> Packages:
    version = version_at(edition, Path(edition.gemeente.id) / "nieuwste")
    return {path: content for kind in (cartridge, scorm) for path, content in kind.files(edition, version)}


def _files(package: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def _manifest(package: bytes) -> ElementTree.Element:
    return ElementTree.fromstring(_files(package)["imsmanifest.xml"])  # noqa: S314  # we made it


def _identifiers(package: bytes) -> list[str]:
    return [element.attrib["identifier"] for element in _manifest(package).iter() if "identifier" in element.attrib]


PACKAGES = _made(_edition())
CARTRIDGES = {path: package for path, package in PACKAGES.items() if path.endswith(".imscc")}
SCORMS = {path: package for path, package in PACKAGES.items() if path.endswith(".zip")}
CARDS = {path: package for path, package in SCORMS.items() if "/scorm-" in path}
LESSONS = {path: package for path, package in SCORMS.items() if path not in CARDS}


def _names(kinds: frozenset[str], *more: str) -> set[str]:
    return {card(item.soort, item.id) for item in items(_edition()) if item.soort in kinds} | set(more)


def test_there_is_a_package_for_everything() -> None:
    """Two cartridges; a card per step, starting point, factor and principle; a lesson of those, cases and tools."""
    assert PACKAGES.keys() == {
        *(address("links", which) for which in ("nieuwste", "vast")),
        *(address("scorm", id_) for id_ in _names(PACKAGE_KINDS, "alles")),
        *(address("les", id_) for id_ in _names(LESSON_KINDS, "cursus")),
    }


@pytest.mark.parametrize("path", PACKAGES)
def test_every_package_fits_together(path: str) -> None:
    """The manifest comes first; each name is an XML name used once; each reference and file is there, none is loose."""
    files, root = _files(PACKAGES[path]), _manifest(PACKAGES[path])
    space = CC if path.endswith(".imscc") else CP
    assert next(iter(files)) == "imsmanifest.xml"
    assert files["imsmanifest.xml"].startswith(
        b'<?xml version="1.0" encoding="UTF-8"?>\n<manifest xmlns="' + space.strip("{}").encode() + b'"'
    )
    assert [child.tag for child in root] == [space + name for name in ("metadata", "organizations", "resources")]
    found = _identifiers(PACKAGES[path])
    assert len(found) == len(set(found)) > 3
    assert [name for name in found if not NAME.fullmatch(name)] == []
    resources = {resource.attrib["identifier"]: resource for resource in root.iter(f"{space}resource")}
    referred = [item.attrib["identifierref"] for item in root.iter(f"{space}item") if "identifierref" in item.attrib]
    assert sorted(referred) == sorted(resources)
    named = {file.attrib["href"] for file in root.iter(f"{space}file")}
    assert named == files.keys() - {"imsmanifest.xml"}
    for item in root.iter(f"{space}item"):
        assert ("identifierref" in item.attrib) != bool(item.findall(f"{space}item")), "a link or a folder, not both"


@pytest.mark.parametrize("path", CARTRIDGES)
def test_a_cartridge_holds_every_item_in_a_titled_folder(path: str) -> None:
    """One root without a title, folders with one, and in them a web link to the address of every item, once."""
    edition = _edition()
    files, root = _files(CARTRIDGES[path]), _manifest(CARTRIDGES[path])
    organization = root.find(f"{CC}organizations/{CC}organization")
    assert organization is not None
    assert organization.attrib["structure"] == "rooted-hierarchy"
    top = organization.findall(f"{CC}item")
    assert len(top) == 1
    assert top[0].find(f"{CC}title") is None
    folders = top[0].findall(f"{CC}item")
    assert all(folder.findtext(f"{CC}title") and folder.findall(f"{CC}item") for folder in folders)
    where = "nieuwste" if "nieuwste" in path else edition.gemeente.editie
    base = f"{edition.gemeente.adres}/{edition.gemeente.id}/{where}/"
    wanted = [(titled(edition, item), base + address(item.soort, item.id)) for item in offered(edition)]
    links = [ElementTree.fromstring(page) for name, page in files.items() if name != "imsmanifest.xml"]  # noqa: S314
    held = [(link.findtext(f"{WEB}title"), link.find(f"{WEB}url").attrib["href"]) for link in links]  # type: ignore[union-attr]
    assert held == wanted
    titles = [item.findtext(f"{CC}title") for folder in folders for item in folder.findall(f"{CC}item")]
    assert titles == [title for title, _ in wanted]
    assert {resource.attrib["type"] for resource in root.iter(f"{CC}resource")} == {"imswl_xmlv1p1"}


@pytest.mark.parametrize("path", CARDS)
def test_a_scorm_package_starts_with_its_card(path: str) -> None:
    """SCORM 1.2, and every SCO frames the card of the fixed version and offers it in a window of its own."""
    edition = _edition()
    files, root = _files(SCORMS[path]), _manifest(SCORMS[path])
    assert root.findtext(f"{CP}metadata/{CP}schema") == "ADL SCORM"
    assert root.findtext(f"{CP}metadata/{CP}schemaversion") == "1.2"
    organizations = root.find(f"{CP}organizations")
    assert organizations is not None
    assert [child.attrib["identifier"] for child in organizations] == [organizations.attrib["default"]]
    for resource in root.iter(f"{CP}resource"):
        page = files[resource.attrib["href"]].decode()
        url = f"{edition.gemeente.adres}/{edition.gemeente.id}/{edition.gemeente.editie}/kaart/"
        url += resource.attrib["href"].removesuffix(".html") + "/"
        assert resource.attrib[SCO] == "sco"
        assert re.search(rf'<a [^>]*href="{re.escape(url)}"[^>]*>Open de kaart in een nieuw venster</a>', page)
        assert re.search(rf'<iframe [^>]*src="{re.escape(url)}"[^>]*title="Kaart: [^"]+"', page)


def test_every_kind_of_item_has_a_page_for_a_course() -> None:
    """A kind that is new among the items needs its place here, or a retired one would lead nowhere."""
    assert {item.soort for item in items(_edition())} == COURSE_KINDS


@pytest.mark.parametrize(
    "url", ["https://a.example/", "https://gastheer.example/pad/voorbeeldstad/nieuwste/" + "x" * 90]
)
def test_a_code_is_drawn_dot_by_dot(url: str) -> None:
    """Whatever its size, the picture holds the code of the address, with the white that a reader of codes needs."""
    code = segno.make(url, error="m", micro=False, mask=3)
    image = Image.open(io.BytesIO(b64decode(qr(url).removeprefix("data:image/png;base64,"))))
    wanted = [[not dot for dot in row] for row in code.matrix_iter(border=4)]
    assert image.size == (len(wanted), len(wanted))
    seen = [[bool(image.getpixel((x, y))) for x in range(len(wanted))] for y in range(len(wanted))]
    assert seen == wanted


def test_identifiers_stay_the_same_in_the_next_version() -> None:
    """A learning system can see that a link of the next version is the same link."""
    later = _made(_edition(editie="2027.3"))
    assert later.keys() == PACKAGES.keys()
    for path, package in PACKAGES.items():
        assert _identifiers(package) == _identifiers(later[path]), path
        assert package != later[path]


def test_every_link_in_a_package_is_of_the_publication() -> None:
    """Under a host with a path too: no link is left without it; tests of the built site ask for each."""
    made = _made(_edition(adres="https://gastheer.example/pad"))
    links = {
        link
        for package in made.values()
        for page in _files(package).values()
        for link in re.findall(r'(?:href|src)="(https?://[^"]+)"', page.decode())
    }
    own = {link for link in links if "gastheer.example" in link}
    assert len(own) > 200
    assert all(link.startswith("https://gastheer.example/pad/voorbeeldstad/") for link in own)


def test_the_same_edition_gives_the_same_bytes() -> None:
    """Nothing of the day, the machine or an earlier run is in a package."""
    again, _ = check_framework(ROOT / "framework")
    assert _made(Edition(again, again.gemeenten["voorbeeldstad"])) == PACKAGES
    for package in PACKAGES.values():
        with zipfile.ZipFile(io.BytesIO(package)) as archive:
            assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("adres", [None, "https://gastheer.example/pad"])
def test_a_lesson_needs_nothing_from_elsewhere(adres: str | None) -> None:
    """All that it shows is in it; it leads to the fixed version where there is an address, and else to itself alone."""
    made = _made(_edition(adres=adres))
    assert {path for path in made if "/les-" in path} == LESSONS.keys()
    for path in LESSONS:
        pages = {name: page.decode() for name, page in _files(made[path]).items()}
        for name, page in pages.items():
            assert "leidraad:" not in page, name
            assert set(re.findall(r'src="([^"]+)"', page)) <= pages.keys()
            for to in re.findall(r'<a [^>]*href="([^"]+)"', page):
                if to.startswith("#"):
                    assert f'id="{to[1:]}"' in page
                elif to not in SOURCES:
                    assert adres
                    assert to.startswith((f"{adres}/voorbeeldstad/2026.1/", f"{adres}/voorbeeldstad/nieuwste/"))
        assert "niet gemaakt of goedgekeurd" in "".join(pages.values()).lower()


def test_a_lesson_of_a_meeting_brings_its_case() -> None:
    """The exercises speak of a case that lies beside them; who reads offline has it too."""
    for item in REAL.instrumenten.values():
        package = _files(LESSONS[address("les", f"instrument-{item.id}")])
        page = package[f"instrument-{item.id}.html"].decode()
        assert ("De verzonnen casus</h2>" in page) == bool(item.casus)
        assert not item.casus or REAL.casussen[item.casus].zegt[0] in page


@pytest.mark.parametrize("adres", [None, "https://gastheer.example/pad"])
def test_a_lesson_says_where_each_of_its_sources_is_found(adres: str | None) -> None:
    """Title, year and the publisher's address stand in the package itself; the text leads to every one of them."""
    edition = _edition(adres=adres)
    made, seen = _made(edition), set[str]()
    made |= dict(lessen.files(edition, version_at(edition, Path("x"))))
    for path in (*LESSONS, address("cartridge", "lessen")):
        for name, content in _files(made[path]).items():
            page = html.unescape(content.decode())
            entries = dict(re.findall(r'<li id="bron-([^"]+)">(.*?)</li>', page, re.S))
            assert set(re.findall(r'href="#bron-([^"]+)"', page)) == entries.keys(), (path, name)
            for id_, entry in entries.items():
                bron = REAL.bronnen[id_]
                assert bron.titel in entry
                assert bron.jaar in entry
                assert (bron.address or "Een adres vonden wij niet.") in entry
            seen |= entries.keys()
    assert len(seen) > 20


def test_every_package_says_whose_it_is_and_of_which_version() -> None:
    """In its title, as a learning system lists it, and once on the page that a learner reads."""
    edition = _edition()
    for path, package in PACKAGES.items():
        names = [one.text for one in _manifest(package).iter() if one.tag.endswith(("}title", "}string"))]
        title = next(name.strip() for name in names if name and name.strip())
        assert "Leidraad Gewogen Maatwerk" in title, path
        assert "Voorbeeldstad" in title, path
        assert edition.gemeente.editie in title, path
        for name, content in _files(package).items():
            if name.endswith(".html"):
                page = content.decode()
                assert page.count("Leidraad Gewogen Maatwerk") > 0
                assert not re.search(r"<title>(.+) - \1</title>", page)
                assert f"Dit is versie {edition.gemeente.editie}" in page
                assert f'href="{edition.gemeente.adres}/voorbeeldstad/nieuwste/' in page


@pytest.mark.parametrize("slug", ["voorbeeldstad", "den-haag"])
def test_the_course_says_beforehand_what_it_is(slug: str) -> None:
    """How long it takes and what it does not check, as on the page; nothing empty, and how much that is."""
    edition = _edition(slug)
    version = version_at(edition, Path(slug) / "nieuwste")
    told = _files(_made(edition)[address("les", "cursus")])["cursus.html"].decode()
    page = with_panels(edition, version, cursuspakketten(edition))
    assert "Nog open" not in told
    words = len(re.sub(r"<[^>]+>", " ", told).split())
    principes = edition.lokaal.gedragsprincipes.values()
    keys = ("betekent_wel", "betekent_niet", "waarom")
    empty = [one for one in principes if one.in_force and not all(getattr(one, key) for key in keys)]
    assert empty
    word = edition.gemeente.woorden.principe
    for text in (told, page):
        (minutes,) = re.findall(r"ngeveer (\d+) minuten", text)
        assert words / 240 < int(minutes) < words / 170
        assert f"Van {len(empty)} {word.meervoud if len(empty) > 1 else word.enkelvoud} is nog niet alles" in text
    assert told.count("Of je alles las, controleert dit niet.") == 2  # at the button, and at the end
    assert "controleert niet of alles is gelezen" in page


def test_who_reads_a_retired_principle_reads_it_in_the_title() -> None:
    """In the window and the heading, as in the list of the learning system."""
    gone = [one for one in _edition().lokaal.gedragsprincipes.values() if not one.in_force]
    assert gone
    for one in gone:
        page = _files(PACKAGES[address("les", f"principe-{one.id}")])[f"principe-{one.id}.html"].decode()
        assert re.search(r"<title>.*\(vervallen\)", page)
        assert re.search(r"<h1>.*\(vervallen\)</h1>", page)


def test_a_licence_says_who_did_not_publish_it() -> None:
    """As the reference beside it does."""
    edition = _edition("den-haag")
    assert "niet uitgegeven door de gemeente Den Haag" in credit(edition, items(edition)[0])


def test_without_an_address_the_check_denies_no_package_that_is_there() -> None:
    """What it says is missing is what the page of the course says so of, and nothing else is."""
    edition = _edition(adres="")
    version = version_at(edition, Path(edition.gemeente.id) / "nieuwste")
    made = {
        Path(path).name.partition("-")[0] for kind in (cartridge, scorm) for path, _ in kind.files(edition, version)
    }
    missing = "pakketten met kaarten en met alle links"
    assert "les" in made
    assert f"geen {missing}," in adres_en_contact.GEEN_ADRES
    assert missing.capitalize() in with_panels(edition, version, cursuspakketten(edition))


def test_a_lesson_is_small() -> None:
    """A factor with its content, script and style is less than ten kilobytes."""
    sizes = [len(package) for path, package in LESSONS.items() if "factor-" in path]
    assert sizes
    assert max(sizes) < 10_000


def test_the_packages_of_an_edition_weigh_what_was_agreed() -> None:
    """500 kB more than the 472 of before issue 21, with the municipality that has the most; see bench/packages.py."""
    edition = _edition()
    version = version_at(edition, Path(edition.gemeente.id) / "nieuwste")
    more = [content for kind in (lessen, gift, h5p, dias) for _, content in kind.files(edition, version)]
    assert sum(map(len, (*PACKAGES.values(), *more))) < 972_000


def test_no_two_packages_share_an_identifier() -> None:
    """A system that goes by identifiers keeps municipalities, forms and versions of links apart."""
    found: list[str] = []
    for slug in REAL.gemeenten:
        made = _made(_edition(slug, adres="https://gastheer.example"))
        found += [name for package in made.values() for name in _identifiers(package)]
    assert len(found) == len(set(found)) > 1000


def test_without_an_address_there_are_lessons_alone() -> None:
    """An edition that has no public address cannot be linked to from elsewhere."""
    assert _made(_edition(adres=None)).keys() == LESSONS.keys()


def test_an_address_of_the_run_takes_the_place_of_the_own_one() -> None:
    """SITE_URL moves every link, also to a host with a path."""
    edition = _edition()
    version = version_at(edition, Path("voorbeeldstad") / "nieuwste", "https://gastheer.example/pad/")
    package = dict(cartridge.files(edition, version))[address("links", "nieuwste")]
    assert (
        b"https://gastheer.example/pad/voorbeeldstad/nieuwste/factoren/kennis/" in _files(package)["factor-kennis.xml"]
    )


@pytest.mark.parametrize("of", [CARTRIDGES, SCORMS], ids=["cartridge", "scorm"])
def test_hostile_text_stays_text(of: Packages) -> None:
    """Whatever a municipality writes in a title comes out to the letter, and the XML stays whole."""
    edition = _edition()
    texts: Callable[[str], str] = lambda _: TEXT  # noqa: E731
    made = _made(Edition(REAL, lokaal_with_texts(edition.lokaal, texts)))
    for path in of:
        titles = [title.text or "" for title in _manifest(made[path]).iter() if title.tag.endswith("}title")]
        assert titles
        if "principe" in path:
            assert titles[0].count(TEXT) == 2

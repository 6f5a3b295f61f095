"""What a municipality retired is treated alike in everything that holds many items; its own address stays, marked."""

import io
import json
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from leidraad.model.types.gemeente import Gedragsprincipe
from leidraad.model.use.addresses import address
from leidraad.model.use.framework import Edition
from leidraad.model.use.version import version_at
from leidraad.outputs import gift, kaarten, leidraad_json, oembed
from leidraad.outputs.dias import dias
from leidraad.outputs.zips import cartridge, h5p, lessen, scorm
from leidraad.render.block.items import items, offered
from leidraad.render.cursus.cursus import panel
from leidraad.render.cursus.cursuslijst import cursuslijst
from leidraad.render.gemeente.gemeente import principe
from tests.frameworks import REAL, SMALL

KINDS = (cartridge, lessen, scorm, gift, h5p, dias)
EDITION = Edition(REAL, REAL.gemeenten["voorbeeldstad"])
VERSION = version_at(EDITION, Path("voorbeeldstad") / "nieuwste")
PRINCIPLES = EDITION.lokaal.gedragsprincipes
RETIRED = [item for item in PRINCIPLES.values() if not item.in_force]
LIVING = [item for item in PRINCIPLES.values() if item.in_force]
OWN = {address(form, f"principe-{item.id}") for form in ("les", "scorm") for item in PRINCIPLES.values()}
# Where every item can be taken, and where every principle of the course is.
WHOLE = (
    *(address("links", which) for which in ("nieuwste", "vast")),
    address("scorm", "alles"),
    address("les", "cursus"),
)


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    """Every package of the edition, by its path."""
    return {path: content for kind in KINDS for path, content in kind.files(EDITION, VERSION)}


def _texts(package: bytes) -> Iterator[str]:
    if not zipfile.is_zipfile(io.BytesIO(package)):
        yield package.decode()
        return
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        for name in archive.namelist():
            yield f"{name}\n{archive.read(name).decode('utf-8', 'replace')}"


def test_what_was_retired_is_in_no_package_that_holds_more(made: dict[str, bytes]) -> None:
    """Not in links, lessons, cards, questions or slides: neither its title nor its name."""
    held = {path: "\n".join(_texts(made[path])) for path in made.keys() - OWN}
    names = [name for item in RETIRED for name in (item.titel, f"principe-{item.id}")]
    assert names and len(held) > 60
    assert [(path, name) for path, text in held.items() for name in names if name in text] == []


@pytest.mark.parametrize("path", WHOLE)
def test_every_principle_in_force_says_its_status_where_one_chooses(path: str, made: dict[str, bytes]) -> None:
    """As many as the home page counts, each with how far it is behind its title."""
    text = "\n".join(_texts(made[path]))
    for item in LIVING:
        assert f"{item.titel} ({item.status})" in text, item.id
    assert len(LIVING) == len([item for item in offered(EDITION) if item.soort == "principe"])


def test_the_slides_say_the_status_of_each_principle(made: dict[str, bytes]) -> None:
    """Of what stands on them; with how far it is."""
    for path, deck in made.items():
        if path.endswith(".pptx"):
            for line in re.findall(r"<a:t>([^<]+)</a:t>", "\n".join(_texts(deck))):
                for item in LIVING:
                    assert item.titel != line, path


@pytest.mark.parametrize("item", PRINCIPLES.values(), ids=list(PRINCIPLES))
def test_its_own_address_stays_with_its_status(item: Gedragsprincipe, made: dict[str, bytes]) -> None:
    """Panel for a course, card, lesson, answer for a frame and data: each says how far it is, or that it is over."""
    found = next(one for one in items(EDITION) if one.reference == f"principe:{item.id}")
    over = "Dit geldt niet meer."
    lesson = "\n".join(_texts(made[address("les", f"principe-{item.id}")]))
    card = next(one.make() for one in kaarten.each(EDITION, VERSION) if one.of == found)
    for text in (lesson, card, panel(EDITION, VERSION, found)):
        assert item.status in text
        assert (over in text) == (not item.in_force)
    for form in ("les", "scorm"):
        package = "\n".join(_texts(made[address(form, f"principe-{item.id}")]))
        assert f"{item.titel} ({item.status})" in package
    answer = next(one.make() for one in oembed.each(EDITION, VERSION) if one.of == found)
    assert json.loads(answer)["title"].endswith(f"({item.status})")
    data = leidraad_json.data(EDITION, VERSION)["onderdelen"]
    held = next(one for one in data if one["verwijzing"] == found.reference)
    assert (held["status"], held["van_kracht"]) == (item.status, item.in_force)


def test_the_table_counts_what_the_home_page_counts() -> None:
    """What was retired stands beside the tables, with its mark."""
    text = cursuslijst(EDITION)
    rows = re.findall(r'<tr data-soort="principe".*?</tr>', text)
    assert len(rows) == len(LIVING)
    assert all(re.search(r": (concept|getoetst|vastgesteld)</td>", row) for row in rows)
    after = text.partition("</lijst-filter>")[2]
    assert all(item.titel in after for item in RETIRED)


@pytest.mark.parametrize("who", [{"door": "het team", "op": date(2026, 6, 16)}, {"door": None, "op": None}])
def test_its_own_page_says_that_it_no_longer_holds(who: dict[str, object]) -> None:
    """Also beside who decided so; of one that holds, who decided takes the place of what its status means."""
    for item in (RETIRED[0], LIVING[0]):
        own = item.model_copy(update=who)
        lokaal = replace(EDITION.lokaal, items={**EDITION.lokaal.items, "principe": {**PRINCIPLES, item.id: own}})
        page = principe(Edition(REAL, lokaal), item.id)
        stop = re.search(r'aria-current="step">(.*?)</li>', page, re.DOTALL)
        assert stop is not None
        assert ("Geldt niet meer" in stop[1]) == (item is RETIRED[0]), stop[1]
        assert ("het team" in stop[1]) == bool(who["door"]), stop[1]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("principe-eerst-raad", "principe-eerst-luisteren"),
        ("factor-kunde", "factor-weten"),
        ("factor-kennen", "factor-weten"),
    ],
)
def test_a_package_is_at_the_address_of_what_it_took_the_place_of(old: str, new: str) -> None:
    """A link in a course to a package of before a rename finds the package of now: a lesson, and a card in a frame."""
    edition = Edition(SMALL, SMALL.gemeenten["fabeldam"])
    found = dict(scorm.files(edition, version_at(edition, Path("fabeldam") / "nieuwste")))
    forms = [form for form in ("les", "scorm") if address(form, new) in found]
    assert "les" in forms
    for form in forms:
        assert found[address(form, old)] == found[address(form, new)]

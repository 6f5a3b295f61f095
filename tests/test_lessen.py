"""Lessons in a cartridge, a question bank and dialog cards: what they hold, and that their parts fit together.

In software of others they are tried by hand: tests/outside. The dialog cards were in November 2026 also given to the
package validator of @lumieducation/h5p-server 10.0.4, and to its semantics enforcer with the semantics.json of
H5P.Dialogcards 1.9.38 (what they would change is the writing of an apostrophe).
"""

import io
import json
import re
import zipfile
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from leidraad.model.types.igm import Onderdeel, Startpunt
from leidraad.model.use.framework import Edition
from leidraad.model.use.version import version_at
from leidraad.outputs import gift
from leidraad.outputs.zips import h5p, lessen, scorm
from leidraad.render.block.items import items
from tests.frameworks import REAL
from tests.probe import lokaal_with_texts

CC = "{http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1}"
QTI = "{http://www.imsglobal.org/xsd/ims_qtiasiv1p2}"
TEXT = "a&b\"c'd<e>f é*g_h`i|j[k]l#m n~o=p{q}r:s->t"
SLUGS = list(REAL.gemeenten)


def _edition(slug: str, **changes: str | None) -> Edition:
    lokaal = REAL.gemeenten[slug]
    return Edition(REAL, replace(lokaal, gemeente=lokaal.gemeente.model_copy(update=changes)))


def _cartridge(edition: Edition) -> dict[str, bytes]:
    (package,) = dict(lessen.files(edition, version_at(edition, Path("x")))).values()
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _parts(edition: Edition) -> list[Onderdeel]:
    return [item.blok for item in items(edition) if isinstance(item.blok, Onderdeel)]


@pytest.mark.parametrize("slug", SLUGS)
def test_every_reference_of_a_cartridge_is_there(slug: str) -> None:
    """Names are XML names used once; each item has its resource and each resource its file, and none is loose."""
    files = _cartridge(_edition(slug))
    root = ElementTree.fromstring(files["imsmanifest.xml"])  # noqa: S314  # we made it
    found = [element.attrib["identifier"] for element in root.iter() if "identifier" in element.attrib]
    assert len(found) == len(set(found))
    assert all(name.startswith(f"leidraad-{slug}-lessen") for name in found)
    resources = [resource.attrib["identifier"] for resource in root.iter(f"{CC}resource")]
    assert resources == [
        item.attrib["identifierref"] for item in root.iter(f"{CC}item") if "identifierref" in item.attrib
    ]
    assert {file.attrib["href"] for file in root.iter(f"{CC}file")} == files.keys() - {"imsmanifest.xml"}


@pytest.mark.parametrize("slug", SLUGS)
def test_every_lesson_has_a_page_and_its_questions(slug: str) -> None:
    """A page of each part, an essay question per question to oneself, a case where one fits, a link with an address."""
    edition = _edition(slug)
    files = _cartridge(edition)
    parts = _parts(edition)
    questions = [ElementTree.fromstring(files[name]) for name in files if name.endswith("-vragen.xml")]  # noqa: S314
    assert sum(len(list(root.iter(f"{QTI}item"))) for root in questions) == sum(
        len(part.reflectievragen.punten) for part in parts
    )
    assert len([name for name in files if name.endswith(".html")]) == len(parts) == len(questions)
    assert len([name for name in files if name.endswith("-link.xml")]) == (len(parts) if edition.gemeente.adres else 0)
    talks = [files[name].decode() for name in files if name.endswith("-gesprek.xml")]
    assert len({re.search("Casus bij [^:]+: (.*)<", talk)[1] for talk in talks}) == len(REAL.casussen)  # type: ignore[index]
    assert all(b"leidraad:" not in content for content in files.values())


def test_a_lesson_stays_the_same_thing_in_the_next_version() -> None:
    """No identifier and no file changes its name with the number of the edition."""
    now, later = _cartridge(_edition("voorbeeldstad")), _cartridge(_edition("voorbeeldstad", editie="2027.3"))
    assert now.keys() == later.keys()
    assert re.findall(rb'identifier="([^"]*)"', now["imsmanifest.xml"]) == re.findall(
        rb'identifier="([^"]*)"', later["imsmanifest.xml"]
    )


def _bank(edition: Edition) -> str:
    ((_, text),) = gift.files(edition, version_at(edition, Path("x")))
    return text.decode()


def test_the_bank_holds_every_question_once() -> None:
    """Each with a name of its own; those to oneself have no answer or mark, and what belongs together is matched."""
    edition = _edition("voorbeeldstad")
    names = re.findall(r"^// \[id:(.*)\]$", _bank(edition), re.M)
    assert len(names) == len(set(names)) == 2 + sum(len(part.reflectievragen.punten) for part in _parts(edition))
    assert _bank(edition).count("Aan jezelf, zonder vak voor een antwoord.") == len(names) - 2
    assert len(re.findall(r"(?<!\\)\{", _bank(edition))) == 2
    assert _bank(edition).count("(Voorbeeldstad 2026.1, verzonnen, CC BY 4.0.)") == len(names)
    pairs = re.findall(r"^=(.+) -> (.+)$", _bank(edition), re.M)
    assert len(pairs) == len(set(pairs)) == len(REAL.factoren) + len(REAL.stappen)


def test_the_bank_leads_to_the_newest_version() -> None:
    """In its head, after what belongs together, and once for each step and factor; without an address nowhere."""
    edition = _edition("voorbeeldstad")
    bank, newest = _bank(edition), f"{edition.gemeente.adres}/voorbeeldstad/nieuwste/"
    escaped = "De nieuwste versie\\: " + newest.replace(":", "\\:")
    assert bank.count(f"// De nieuwste versie: {newest}\n") == 1
    assert bank.count(f"\n####{escaped}\n}}") == 2
    for part in _parts(edition):
        kind = "factoren" if isinstance(part, Startpunt) else "stappen"
        assert bank.count(f"{escaped}{kind}/{part.id}/\n") == 1
    assert "De nieuwste versie" not in _bank(_edition("voorbeeldstad", adres=None))


def test_no_sign_of_a_text_means_something_to_the_bank() -> None:
    """Whatever an author writes in a word of the municipality stands behind a backslash."""
    lokaal = lokaal_with_texts(REAL.gemeenten["voorbeeldstad"], lambda _: TEXT)
    lines = _bank(Edition(REAL, lokaal)).splitlines()
    questions = [line.split("::")[2] for line in lines if "Aan jezelf" in line]
    assert any(r"r\:s" in question for question in questions)
    assert all(not re.search(r"(?<!\\)[~=#{}]", question) for question in questions)
    assert len(questions) == sum(len(part.reflectievragen.punten) for part in _parts(Edition(REAL, lokaal)))


@pytest.mark.parametrize("slug", SLUGS)
def test_dialog_cards_hold_their_content_alone(slug: str) -> None:
    """A card per factor and per term, whose words they are, and the one library that the target needs."""
    edition = _edition(slug)
    made = dict(h5p.files(edition, version_at(edition, Path("x"))))
    counts = list[int]()
    for package in made.values():
        with zipfile.ZipFile(io.BytesIO(package)) as archive:
            assert archive.namelist() == ["h5p.json", "content/content.json"]
            head, content = (json.loads(archive.read(name)) for name in archive.namelist())
        assert [held["machineName"] for held in head["preloadedDependencies"]] == [head["mainLibrary"]]
        assert "TNO" in head["licenseExtras"]
        assert all(dialog["text"] and dialog["answer"] for dialog in content["dialogs"])
        answers = " ".join(dialog["answer"] for dialog in content["dialogs"])
        assert "ons eigen ontwerp" in content["description"]
        page = f"{edition.gemeente.adres}/{slug}/nieuwste/{'begrippen' if counts else 'factoren'}/"
        assert (f"De nieuwste versie: {page}<" in content["description"]) == bool(edition.gemeente.adres)
        assert head.get("source", "") == (page if edition.gemeente.adres else "")
        assert "Bron: " in answers
        assert re.search(r"(z\.j|\d{4})\. https://", answers)
        counts.append(len(content["dialogs"]))
    factors = [part for part in _parts(edition) if isinstance(part, Startpunt)]
    first, *sets = counts
    assert first == len(factors)
    assert sum(sets) == len(REAL.begrippen)
    assert max(sets) < 45


def test_an_example_of_a_municipality_is_not_called_invented() -> None:
    """It was asked where this was seen; whether it was, only who wrote it knows."""
    edition = _edition("voorbeeldstad", soort="eigen")
    id_ = next(id_ for id_, principe in edition.lokaal.gedragsprincipes.items() if principe.voorbeeldcasus)
    package = dict(scorm.files(edition, version_at(edition, Path("x"))))[f"cursus/les-principe-{id_}.zip"]
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        lesson = archive.read(f"principe-{id_}.html").decode()
    assert ">Een voorbeeld<" in lesson
    assert "verzonnen voorbeeld<" not in lesson

"""Slides: every meeting has them, nothing of its agenda is lost, and who hears them read misses nothing.

Turned into pages with LibreOffice, to be looked at, they are by hand: tests/outside.
"""

import io
import re
import zipfile
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from pptx import Presentation

from leidraad.checks import check_framework
from leidraad.model.types.gemeente import STATUS_BETEKENT
from leidraad.model.use.addresses import address
from leidraad.model.use.agenda import by_minute, meetings, meetings_of
from leidraad.model.use.framework import Edition
from leidraad.model.use.version import version_at
from leidraad.outputs.dias import dias
from leidraad.outputs.dias.inhoud import Dek, decks, plain
from leidraad.render.block.fragment import Fragment
from leidraad.render.gemeente.gemeente import disclaimer, imprint
from tests.frameworks import REAL
from tests.probe import ROOT, lokaal_with_texts

SLUGS = list(REAL.gemeenten)
DECKS = {dek.id: dek for dek in decks(REAL)}
TEXT = "a&b\"c'd<e>f é*g_h`i|j[k]l#m n⟦voet⟧"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def _made(edition: Edition) -> dict[str, bytes]:
    return dict(dias.files(edition, version_at(edition, Path(edition.gemeente.id) / "nieuwste")))


@cache
def _of(slug: str) -> dict[str, bytes]:
    return _made(Edition(REAL, REAL.gemeenten[slug]))


def _xml(package: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml")}


def _told(dek: Dek) -> str:
    lines = [
        (dia.titel, dia.onder, *(line.tekst for line in dia.regels), *(c for row in dia.tabel for c in row))
        for dia in dek.dias
    ]
    return "\n".join(text for line in lines for text in line)


@pytest.mark.parametrize("slug", SLUGS)
def test_every_meeting_has_slides(slug: str) -> None:
    """The hour, the workshop, the case discussion and the seven meetings, at their addresses."""
    assert _of(slug).keys() == {address("dias", id_) for id_, _ in meetings(REAL)}
    assert {"een-uur-kennismaken", "workshop", "casusbespreking", "bijeenkomst-1", "bijeenkomst-7"} <= DECKS.keys()
    assert len(DECKS) == 10


@pytest.mark.parametrize("id_", DECKS)
def test_nothing_of_an_agenda_is_lost(id_: str) -> None:
    """Every row, question and field is on a slide, and every note for who leads is in the notes."""
    told, notes = _told(DECKS[id_]), "\n".join(line for dia in DECKS[id_].dias for line in dia.notities)
    item = REAL.instrumenten.get(id_)
    for deel in item.onderdelen if item else []:
        for ronde in deel.rondes:
            assert plain(ronde.titel) in told
        if item and deel in by_minute(item)[:1]:
            assert deel.tabel
            assert [row[1] for row in deel.tabel.rijen if plain(row[1]) not in told] == []
        if deel.id.startswith("oefening"):
            assert [veld for veld in deel.velden if plain(veld) not in told] == []
        if deel.id in ("begeleiders", "klaarleggen") and deel.punten:
            assert [punt for punt in deel.punten.punten if plain(punt.tekst) not in notes] == []
    for deel in [deel for one in REAL.instrumenten.values() for deel in meetings_of(one) if deel.id == id_]:
        assert deel.bijeenkomst
        assert deel.punten
        assert [punt for punt in deel.punten.punten if plain(punt.tekst) not in told] == []
        assert [punt for punt in deel.bijeenkomst.kennis if plain(punt.bewering) not in told] == []
        assert [punt for punt in deel.bijeenkomst.begeleiders.punten if plain(punt.tekst) not in notes] == []


@pytest.mark.parametrize("id_", DECKS)
def test_a_slide_is_not_too_full(id_: str) -> None:
    """What does not fit goes on, on a next slide; its letters are never smaller than 20 points, but for a source."""
    full = [(dia.titel, sum(line.lines for line in dia.regels)) for dia in DECKS[id_].dias]
    assert [slide for slide in full if slide[1] > 19] == []
    assert min(dia.maat for dia in DECKS[id_].dias) >= 20
    assert [dia.titel for dia in DECKS[id_].dias if len(dia.titel) > 130] == []


@pytest.mark.parametrize("slug", SLUGS)
def test_who_hears_a_slide_misses_nothing(slug: str) -> None:
    """A title of its own, which is read first; every table is described and has a head; every word is in Dutch."""
    for path, package in _of(slug).items():
        show: Any = Presentation(io.BytesIO(package))
        titles = [slide.shapes.title.text_frame.text for slide in show.slides]
        assert all(titles), path
        assert len(titles) == len(set(titles)), (path, titles)
        for slide in show.slides:
            first, *rest = slide.shapes
            assert first == slide.shapes.title
            assert all(shape.has_table or shape.text_frame.text for shape in rest)
            for frame in (shape for shape in rest if shape.has_table):
                assert frame.table.first_row
                assert frame._element.nvGraphicFramePr.cNvPr.get("descr").startswith("Tabel: ")
        for name, text in _xml(package).items():
            if re.match(r"ppt/(slides|notesSlides)/", name):
                runs = list(ElementTree.fromstring(text).iter(f"{A}r"))  # noqa: S314  # we made it
                assert runs, name
                assert {run.find(f"{A}rPr").attrib["lang"] for run in runs} == {"nl-NL"}, name  # type: ignore[union-attr]
        assert show.core_properties.language == "nl-NL"


@pytest.mark.parametrize("slug", SLUGS)
def test_slides_are_of_their_edition(slug: str) -> None:
    """Its words, its accent, its principles as they are spoken of, whose they are; no gap is left open."""
    edition = Edition(REAL, REAL.gemeenten[slug])
    whole = _xml(_of(slug)[address("dias", "casusbespreking")])
    everything = "\n".join(whole.values())
    assert not re.search(r"⟦|\(\(|ACCE01|2001-01-01", everything)
    assert edition.gemeente.stijl.accent.removeprefix("#").upper() in whole["ppt/theme/theme1.xml"]
    assert disclaimer(edition.gemeente) in whole["ppt/slideMasters/slideMaster1.xml"]
    assert all(line in everything for line in imprint(edition))
    living = [principe for principe in edition.lokaal.gedragsprincipes.values() if principe.in_force]
    assert all(str(Fragment(edition, "").said(principe.titel)) in everything for principe in living)
    assert edition.gemeente.woorden.inwoner.enkelvoud in everything


def test_who_leads_has_the_notes_beside_the_slides() -> None:
    """As many slides with notes as were meant, and what to say and to beware of is in them."""
    show: Any = Presentation(io.BytesIO(_of("voorbeeldstad")[address("dias", "workshop")]))
    notes = [slide.notes_slide.notes_text_frame.text for slide in show.slides if slide.has_notes_slide]
    assert len(notes) == sum(bool(dia.notities) for dia in DECKS["workshop"].dias)
    assert "Verdeel vooraf wie uitlegt en wie rondloopt" in notes[0]
    assert any("is dit gezegd, gezien of vermoed?" in note for note in notes[1:])


@pytest.mark.parametrize("dek", DECKS.values(), ids=list(DECKS))
def test_every_source_on_a_slide_is_in_the_list_at_the_end(dek: Dek) -> None:
    """With its title, its year and the publisher's address; a map says whose model it is."""
    listed = [line.tekst for dia in dek.dias for line in dia.regels if line.soort == "bron"]
    assert listed
    small = " ".join([line.tekst for dia in dek.dias for line in dia.regels if line.soort == "klein"])
    small += " ".join(dia.onder for dia in dek.dias if dia.vorm == "kaart")
    for bron in REAL.bronnen.values():
        if re.search(rf"(?:Bron:|lezing van|gevoed door|model:|; |· ){re.escape(bron.kort)}(?:[.;]|$| )", small):
            (entry,) = [line for line in listed if line.startswith(f"{bron.kort}: ")]
            assert plain(bron.titel) in entry
            assert bron.jaar in entry
            assert (bron.address or "Een adres vonden wij niet.") in entry


def test_the_same_edition_gives_the_same_slides() -> None:
    """Nothing of the day, the machine or an earlier run is in them; none is heavy."""
    again, _ = check_framework(ROOT / "framework")
    assert _made(Edition(again, again.gemeenten["voorbeeldstad"])) == _of("voorbeeldstad")
    for package in _of("voorbeeldstad").values():
        with zipfile.ZipFile(io.BytesIO(package)) as archive:
            assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert len(package) < 48_000


@pytest.mark.parametrize("id_", DECKS)
def test_a_presentation_holds_no_more_than_it_needs(id_: str) -> None:
    """Nothing that a library left: no picture, no view, no counts that are not so, no English name, no other shape."""
    package = _of("voorbeeldstad")[address("dias", id_)]
    whole = _xml(package)
    loose = {"docProps/app.xml", "ppt/presProps.xml", "ppt/viewProps.xml", "ppt/theme/theme3.xml"}
    assert not loose & whole.keys()
    everything = "".join(whole.values())
    assert not re.search(r"Placeholder|en-US|screen4x3|python|Microsoft|Office Theme", everything)
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        assert {name.rpartition(".")[2] for name in archive.namelist()} == {"xml", "rels"}
    accent = Edition(REAL, REAL.gemeenten["voorbeeldstad"]).gemeente.stijl.accent.removeprefix("#").upper()
    assert all(accent in theme for name, theme in whole.items() if name.startswith("ppt/theme/"))


def test_hostile_text_stays_text_on_a_slide() -> None:
    """Whatever a municipality writes in a principle comes out to the letter, and a gap in it is no gap."""
    edition = Edition(REAL, lokaal_with_texts(REAL.gemeenten["voorbeeldstad"], lambda _: TEXT))
    show: Any = Presentation(io.BytesIO(_made(edition)[address("dias", "workshop")]))
    (slide,) = [slide for slide in show.slides if slide.shapes.title.text_frame.text.startswith("Zo ")]
    assert slide.placeholders[1].text_frame.text.startswith(TEXT)


@pytest.mark.parametrize("id_", ["workshop", "een-uur-kennismaken", "casusbespreking"])
@pytest.mark.parametrize("slug", SLUGS)
def test_a_slide_of_principles_says_how_far_they_are(slug: str, id_: str) -> None:
    """Each status in words, what the lesson says of it and the source; «zo doen we» only of what was adopted."""
    edition = Edition(REAL, REAL.gemeenten[slug])
    chosen = [one for one in edition.principes if one.in_force]
    show: Any = Presentation(io.BytesIO(_of(slug)[address("dias", id_)]))
    (slide,) = [slide for slide in show.slides if _is_of(slide, chosen[0].titel)]
    on_slide = slide.placeholders[1].text_frame.text
    notes = slide.notes_slide.notes_text_frame.text
    for one in chosen:
        assert f"{one.status}: {STATUS_BETEKENT[one.status]}" in on_slide.lower()
        assert not one.status_toelichting or plain(one.status_toelichting) in on_slide + notes
        for bron in one.bronnen:
            assert REAL.bronnen[bron].kort in on_slide
            assert (REAL.bronnen[bron].address or "") in notes
    own = edition.gemeente.spreekt_zelf
    assert own or plain(chosen[0].status_toelichting or "") in on_slide
    adopted = own and all(one.status == "vastgesteld" for one in chosen)
    assert slide.shapes.title.text_frame.text.startswith("Zo doen we") == adopted
    assert own or "van ons" not in "".join(text for text in _told(DECKS[id_]).splitlines() if "((principe))" in text)


def _is_of(slide: Any, title: str) -> bool:
    return any(
        shape.has_text_frame and plain(title)[:20] in shape.text_frame.text.split(" (")[0] for shape in slide.shapes
    )


def test_without_principles_a_slide_says_what_to_do() -> None:
    """A new municipality has none yet."""
    lokaal = REAL.gemeenten["voorbeeldstad"]
    package = _made(Edition(REAL, lokaal.having("principe", {})))[address("dias", "workshop")]
    assert "Neem een zin waar het team achter staat" in "".join(_xml(package).values())


def test_many_principles_stay_on_their_slide() -> None:
    """As many as fit, and how many more there are."""
    lokaal = REAL.gemeenten["voorbeeldstad"]
    one = next(iter(lokaal.gedragsprincipes.values()))
    many = {f"p{n}": one.model_copy(update={"id": f"p{n}", "titel": f"{n} {'lang ' * 30}"}) for n in range(12)}
    package = _made(Edition(REAL, lokaal.having("principe", many)))[address("dias", "workshop")]
    assert re.search(r"En nog \d+, bij Gedragsprincipes", "".join(_xml(package).values()))


def test_the_case_of_a_meeting_is_the_one_on_its_page() -> None:
    """Who has the sheet and who sees the slide speak of the same person."""
    pages = {"casusbespreking": "bespreken.md", "workshop": "instrumenten/workshop.md"}
    pages |= {"een-uur-kennismaken": "instrumenten/een-uur-kennismaken.md"}
    assert pages.keys() == {id_ for id_, item in REAL.instrumenten.items() if item.casus}
    for id_, page in pages.items():
        called = re.findall(r'oefencasus\("([a-z-]+)"\)', (ROOT / "docs" / page).read_text("utf-8"))
        assert called == [REAL.instrumenten[id_].casus]


def test_the_case_and_what_is_filled_in_come_with_their_round() -> None:
    """The case after the round that begins with it; a table to fill in is a table, and not told in words."""
    slides = DECKS["casusbespreking"].dias
    titles = [dia.titel for dia in slides]
    second = titles.index("De casus en de ik-vraag")
    assert titles[second + 1].startswith("Casus: ")
    options = titles.index("Opties, elk met wat we erover weten")
    assert slides[options + 1].tabel[0] == ("Optie", "Voor welke factor", "Wat weten we erover", "Wie doet iets")
    assert not any("Een tabel met" in line.tekst for dia in slides for line in dia.regels)

"""Every step, starting point and factor → a lesson in Common Cartridge 1.1: a page, the link, questions and a case.

The page can be read in the learning system; the questions to oneself are essay questions, and a case that fits is a
discussion. Without the address of a publication the link is left out, and the rest is the same.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from leidraad.model.types.casussen import Casus
from leidraad.model.types.igm import Onderdeel
from leidraad.model.use.addresses import address, card
from leidraad.model.use.framework import Edition
from leidraad.model.use.version import Version
from leidraad.outputs.zips.zipped import zipped
from leidraad.render.block.fragment import render_page
from leidraad.render.block.items import Item, items, plain_text
from leidraad.render.cursus.cursus import newer, of_edition, title_of
from leidraad.render.cursus.cursuslijst import cases_of
from leidraad.render.cursus.les import lesson_alone, lessons_together
from leidraad.render.gemeente.gemeente import imprint

LICENCE = "CC BY 4.0."


@dataclass(frozen=True)
class Stuk:
    """One thing in a lesson: its name, its type in the cartridge, its title, its file and what is in it."""

    id: str
    soort: str
    titel: str
    bestand: str
    inhoud: str


def files(edition: Edition, version: Version) -> Iterator[tuple[str, bytes]]:
    """Yield the cartridge of lessons."""
    name = f"leidraad-{edition.gemeente.id}-lessen"
    told: set[str] = set()
    folders = [
        (card(item.soort, item.id), title_of(edition, item), list(_lesson(edition, version, item, name, told)))
        for item in items(edition)
        if isinstance(item.blok, Onderdeel)
    ]
    title = of_edition(edition, "Lessen")
    manifest = render_page("outputs/zips/lessen.xml", naam=name, titel=title, mappen=folders)
    held = [(stuk.bestand, stuk.inhoud) for _, _, stukken in folders for stuk in stukken]
    yield address("cartridge", "lessen"), zipped([("imsmanifest.xml", manifest), *held])


def _lesson(edition: Edition, version: Version, item: Item, name: str, told: set[str]) -> Iterator[Stuk]:
    id_, title, blok = card(item.soort, item.id), title_of(edition, item), item.blok
    assert isinstance(blok, Onderdeel)  # noqa: S101  # files() chose it
    text = lesson_alone(edition, version, item)
    lines, to = [*imprint(edition), LICENCE], address(item.soort, item.id)
    named = of_edition(edition, title)
    page = render_page(
        "outputs/zips/lessen_pagina.html", titel=named, les=text, uitgave=lines, nieuwer=newer(version, to)
    )
    yield Stuk(f"pagina-{id_}", "webcontent", title, f"{id_}.html", page)
    if version.adres:
        name_of_link = f"{title} in de leidraad (nieuwste versie)"
        link = render_page("outputs/zips/cartridge_link.xml", titel=name_of_link, adres=version.newest_url(to))
        yield Stuk(f"link-{id_}", "imswl_xmlv1p1", name_of_link, f"{id_}-link.xml", link)
    asked = [plain_text(edition, punt.tekst) for punt in blok.reflectievragen.punten]
    heading = f"Vragen aan jezelf: {title}"
    values = {"titel": heading, "vragen": asked, "bij": f"{_kept(edition)} {of_edition(edition)}. {LICENCE}"}
    questions = render_page("outputs/zips/lessen_vragen.xml", naam=f"{name}-{id_}", **values)
    yield Stuk(f"vragen-{id_}", "imsqti_xmlv1p2/imscc_xmlv1p1/assessment", heading, f"{id_}-vragen.xml", questions)
    if casus := _case(edition, item, told):
        heading = f"Casus bij {title}: {plain_text(edition, casus.titel)}"
        yield Stuk(
            f"gesprek-{id_}", "imsdt_xmlv1p1", heading, f"{id_}-gesprek.xml", _talk(edition, version, heading, casus)
        )


def _case(edition: Edition, item: Item, told: set[str]) -> Casus | None:
    """Return a case that fits, one that no earlier lesson told if there is one."""
    fitting = cases_of(edition, item.soort, item.id)
    chosen = next((casus for casus in fitting if casus.id not in told), fitting[0] if fitting else None)
    told |= {chosen.id} if chosen else set()
    return chosen


def _talk(edition: Edition, version: Version, heading: str, casus: Casus) -> str:
    whole = next(item for item in items(edition) if item.reference == f"casus:{casus.id}")
    (text,), bronnen = lessons_together(edition, version, [whole], {})
    before = f"{_kept(edition)} Anderen in de cursus lezen het ook."
    lines = [*imprint(edition), LICENCE]
    told = render_page(
        "outputs/zips/lessen_gesprek.html", vooraf=before, tekst=text + bronnen, uitgave=lines, nieuwer=newer(version)
    )
    return render_page("outputs/zips/lessen_gesprek.xml", titel=heading, tekst=str(told))


def _kept(edition: Edition) -> str:
    """Return what is to be known before one answers: no package can keep an answer out of a learning system."""
    word = edition.gemeente.woorden.inwoner.enkelvoud
    return f"Het leersysteem bewaart wat je hier schrijft. Schrijf niets over een echte {word}."

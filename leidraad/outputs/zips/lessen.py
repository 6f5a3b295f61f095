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
from leidraad.render.cursus.cursus import SITE, title_of
from leidraad.render.cursus.cursuslijst import cases_of
from leidraad.render.cursus.les import lesson, lesson_in
from leidraad.render.gemeente.gemeente import imprint


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
    title = f"{SITE}, {edition.gemeente.naam}: lessen"
    manifest = render_page("outputs/zips/lessen.xml", naam=name, titel=title, mappen=folders)
    held = [(stuk.bestand, stuk.inhoud) for _, _, stukken in folders for stuk in stukken]
    yield address("cartridge", "lessen"), zipped([("imsmanifest.xml", manifest), *held])


def _lesson(edition: Edition, version: Version, item: Item, name: str, told: set[str]) -> Iterator[Stuk]:
    id_, title, blok = card(item.soort, item.id), title_of(edition, item), item.blok
    assert isinstance(blok, Onderdeel)  # noqa: S101  # files() chose it
    text = lesson(edition, version, item)
    lines = [*imprint(edition), "CC BY 4.0."]
    page = render_page("outputs/zips/lessen_pagina.html", titel=title, les=text, uitgave=lines)
    yield Stuk(f"pagina-{id_}", "webcontent", title, f"{id_}.html", page)
    if version.adres:
        to = version.newest_url(address(item.soort, item.id))
        link = render_page("outputs/zips/cartridge_link.xml", titel=f"{title} in de leidraad", adres=to)
        yield Stuk(f"link-{id_}", "imswl_xmlv1p1", f"{title} in de leidraad", f"{id_}-link.xml", link)
    asked = [plain_text(edition, punt.tekst) for punt in blok.reflectievragen.punten]
    heading = f"Vragen aan jezelf: {title}"
    questions = render_page("outputs/zips/lessen_vragen.xml", naam=f"{name}-{id_}", titel=heading, vragen=asked)
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
    return render_page(
        "outputs/zips/lessen_gesprek.xml", titel=heading, tekst=str(lesson_in(edition, version, whole, 2, {}))
    )

"""Every step, starting point and factor → a lesson in Common Cartridge 1.1: a page, the link, questions and a case.

The page can be read in the learning system; the questions to oneself are essay questions, and a case that fits is a
discussion. Without the address of a publication the link is left out, and the rest is the same.
"""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, NamedTuple

from leidraad.model.types.casussen import Casus
from leidraad.model.types.igm import Onderdeel
from leidraad.model.use.addresses import address, card
from leidraad.model.use.framework import Edition
from leidraad.model.use.version import Version
from leidraad.outputs.made import Made, Package
from leidraad.outputs.zips.zipped import pressed
from leidraad.render.block.fragment import render_page
from leidraad.render.block.items import Item, items, plain_text
from leidraad.render.cursus.cursus import newer, of_edition, title_of
from leidraad.render.cursus.cursuslijst import cases_of
from leidraad.render.cursus.les import lesson_alone, lessons_together
from leidraad.render.gemeente.gemeente import imprint

LICENCE = "CC BY 4.0."


class Stuk(NamedTuple):
    """One thing in a lesson: its name, its type in the cartridge, its title and its file."""

    id: str
    soort: str
    titel: str
    bestand: str


Folder = tuple[str, str, list[Stuk]]


def files(edition: Edition, version: Version) -> Iterator[tuple[str, bytes]]:
    """Yield the cartridge of lessons."""
    yield from pressed(packages(edition, version))


def packages(edition: Edition, version: Version) -> Iterator[Package]:
    """Yield the same, to be made when it is asked for."""
    told: set[str] = set()
    folders, held = list[Folder](), list[tuple[str, Made]]()
    for item in items(edition):
        if isinstance(item.blok, Onderdeel):
            pieces = list(_lesson(edition, version, item, told))
            folders.append((card(item.soort, item.id), title_of(edition, item), [stuk for stuk, _ in pieces]))
            held += [(stuk.bestand, made) for stuk, made in pieces]
    manifest = Made("pakket/lessen/imsmanifest.xml", folders, partial(_manifest, edition, folders))
    yield Package(address("cartridge", "lessen"), [("imsmanifest.xml", manifest), *held])


def _manifest(edition: Edition, folders: list[Folder]) -> str:
    return render_page(
        "outputs/zips/lessen.xml", naam=_name(edition), titel=of_edition(edition, "Lessen"), mappen=folders
    )


def _name(edition: Edition) -> str:
    return f"leidraad-{edition.gemeente.id}-lessen"


def _lesson(edition: Edition, version: Version, item: Item, told: set[str]) -> Iterator[tuple[Stuk, Made]]:
    id_, title = card(item.soort, item.id), title_of(edition, item)

    def piece(stuk: Stuk, make: Callable[..., str], *of: Any) -> tuple[Stuk, Made]:
        return stuk, Made(f"pakket/lessen/{stuk.bestand}", of, partial(make, edition, version, *of))

    yield piece(Stuk(f"pagina-{id_}", "webcontent", title, f"{id_}.html"), _page, item)
    if version.adres:
        name = f"{title} in de leidraad (nieuwste versie)"
        yield piece(Stuk(f"link-{id_}", "imswl_xmlv1p1", name, f"{id_}-link.xml"), _link, name, item)
    heading, kind = f"Vragen aan jezelf: {title}", "imsqti_xmlv1p2/imscc_xmlv1p1/assessment"
    yield piece(Stuk(f"vragen-{id_}", kind, heading, f"{id_}-vragen.xml"), _questions, heading, item)
    if casus := _case(edition, item, told):
        heading = f"Casus bij {title}: {plain_text(edition, casus.titel)}"
        yield piece(Stuk(f"gesprek-{id_}", "imsdt_xmlv1p1", heading, f"{id_}-gesprek.xml"), _talk, heading, casus)


def _page(edition: Edition, version: Version, item: Item) -> str:
    return render_page(
        "outputs/zips/lessen_pagina.html",
        titel=of_edition(edition, title_of(edition, item)),
        les=lesson_alone(edition, version, item),
        uitgave=[*imprint(edition), LICENCE],
        nieuwer=newer(version, address(item.soort, item.id)),
    )


def _link(_: Edition, version: Version, name: str, item: Item) -> str:
    to = version.newest_url(address(item.soort, item.id))
    return render_page("outputs/zips/cartridge_link.xml", titel=name, adres=to)


def _questions(edition: Edition, _: Version, heading: str, item: Item) -> str:
    assert isinstance(item.blok, Onderdeel)  # noqa: S101  # packages() chose it
    return render_page(
        "outputs/zips/lessen_vragen.xml",
        naam=f"{_name(edition)}-{card(item.soort, item.id)}",
        titel=heading,
        vragen=[plain_text(edition, punt.tekst) for punt in item.blok.reflectievragen.punten],
        bij=f"{_kept(edition)} {of_edition(edition)}. {LICENCE}",
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

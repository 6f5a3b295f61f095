"""An item and where it is published → what a course needs of it: addresses, code for a frame, citation, QR code."""

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup, escape

from leidraad.model.kinds import kind_of
from leidraad.model.types.instrumenten import Instrument
from leidraad.model.use.addresses import CARD_KINDS, LESSON_KINDS, PACKAGE_KINDS, address, card
from leidraad.model.use.agenda import meetings, slides_of
from leidraad.model.use.dates import day_and_month, year
from leidraad.model.use.framework import Edition, Framework
from leidraad.model.use.names import capital
from leidraad.model.use.seen.answers import worked_out
from leidraad.model.use.version import Version
from leidraad.render.block.fragment import Fragment, link, render_page
from leidraad.render.block.items import Item, items, offered, plain_text
from leidraad.render.cursus.kaartjes import kaartjes, set_of, title_of_set
from leidraad.render.cursus.les import course, minutes, unwritten
from leidraad.render.cursus.qr import qr

_PLACE = re.compile(r"<!--gebruik ([a-z]+(?::[a-z0-9-]+)?)-->.*?<!--/gebruik-->", re.S)
_PACKAGES, _TEXT = "pakketten", "tekst"
PANEL = "gebruik"  # its place on the page of an item
# The frames of the example: the kind of card, what is shown, what to look at, behind the address, attributes, height.
_FRAMES: tuple[tuple[str, str, str, str, str, int], ...] = (
    (
        "factor",
        "Hoogte die meegaat",
        "Dit kader begon 300 pixels hoog. De regel gaf het de hoogte van de kaart.",
        "",
        "",
        300,
    ),
    (
        "factor",
        "Altijd donker",
        "Achter het adres staat #donker, wat het apparaat van de lezer ook kiest.",
        "#donker",
        "",
        300,
    ),
    ("factor", "Altijd licht", "Achter het adres staat #licht.", "#licht", "", 300),
    (
        "factor",
        "Afgeschermd, zonder script",
        'Met sandbox="" is de tekst er, en niet meer: de hoogte blijft 300 pixels, je scrolt in het kader, en de knop '
        "onderaan doet niets. Zo blijft een kader ook zonder de regel voor de hoogte, maar dan werkt die knop.",
        "",
        Markup(' sandbox=""'),
        300,
    ),
    (
        "factor",
        "Afgeschermd, met wat nodig is",
        "Met allow-scripts en allow-popups gaat de hoogte mee en opent de link in een nieuw venster.",
        "",
        Markup(' sandbox="allow-scripts allow-popups"'),
        300,
    ),
    ("casus", "Een casus", "Verzonnen, en om te bespreken.", "", "", 300),
    ("instrument", "Een werkblad", "Met vakjes en lijnen, om te laten zien of af te drukken.", "", "", 300),
    ("route", "Een route", "De vragen op een rij.", "", "", 300),
)
SITE = "Leidraad Gewogen Maatwerk"
LICENCE_ADDRESS = "https://creativecommons.org/licenses/by/4.0/deed.nl"


@dataclass(frozen=True)
class Row:
    """One thing to copy: what it is called and its text; `code` is set as code, the rest as running text.

    Where nobody knows the address, a link stands in the text; the browser writes out where it leads.
    """

    naam: str
    tekst: str | Markup
    code: bool = True


def panel(edition: Edition, version: Version, item: Item) -> str:
    """Return «Gebruik in een cursus» for one item; without a public address only what needs none."""
    name = card(item.soort, item.id)
    newest = version.newest_url(address(item.soort, item.id)) if version.adres else ""
    return Fragment(edition, "").render(
        "render/cursus/cursus_paneel.html",
        plek=PANEL,
        van_kracht=item.in_force,
        rijen=_rows(edition, version, item),
        hoogte=kind_of(item.soort).height or None,
        adres=newest,
        qr=version.of_newest_url(qr, address(item.soort, item.id)) if newest else "",
        les=link("les", name) if item.soort in LESSON_KINDS else "",
        pakket=link("scorm", name) if version.adres and item.soort in PACKAGE_KINDS else "",
        heeft_adres=bool(version.adres),
        dias=list(slides_of(item.blok)) if isinstance(item.blok, Instrument) else (),
        link=link,
    )


class Deel(NamedTuple):
    """An item on a page for a course that it shares with others."""

    item: Item
    titel: str
    kaart: str
    les: str
    rijen: list[Row]
    adres: str
    qr: str


class Samen(NamedTuple):
    """Items that share a page with others, and so have their panels together on a page for a course."""

    id: str
    titel: str
    items: tuple[Item, ...]


def together(edition: Edition) -> list[Samen]:
    """Return what shares a page for a course: the terms by their letter, each other kind without pages whole."""
    held: dict[str, list[Item]] = {}
    for item in items(edition):
        if shared := shared_page(item.soort, item.titel):
            held.setdefault(shared, []).append(item)
    return [Samen(id_, capital(title_of_set(id_) or id_), tuple(those)) for id_, those in held.items()]


def shared_page(soort: str, titel: str) -> str:
    """Return the page for a course that an item shares with others, or nothing for what has a page of its own."""
    if "#" not in address(soort, ""):
        return ""
    return set_of(titel) if soort == "begrip" else kind_of(soort).plural.lower()


def course_link(soort: str, id_: str, titel: str) -> str:
    """Return the link to the panel of an item, in the neutral form."""
    kind, name, place = _panel_of(soort, id_, titel)
    return f"{link(kind, name)}#{place}"


def course_address(soort: str, id_: str, titel: str) -> str:
    """Return the address of the panel of an item within the edition."""
    kind, name, place = _panel_of(soort, id_, titel)
    return f"{address(kind, name)}#{place}"


def _panel_of(soort: str, id_: str, titel: str) -> tuple[str, str, str]:
    shared = shared_page(soort, titel)
    return ("cursus", shared, id_) if shared else (soort, id_, PANEL)


def page(edition: Edition, version: Version, samen: Samen) -> str:
    """Return the panels of items that share a page; one is shown, the one that the address names."""
    return render_page(
        "render/cursus/cursus_pagina.html",
        f=Fragment(edition, ""),
        samen=samen,
        soort=kind_of(samen.items[0].soort),
        heeft_adres=bool(version.adres),
        delen=[_part(edition, version, item) for item in samen.items],
        link=link,
    )


def _part(edition: Edition, version: Version, item: Item) -> Deel:
    name, newest = card(item.soort, item.id), version.newest_url(address(item.soort, item.id))
    return Deel(
        item,
        title_of(edition, item),
        link("kaart", name),
        link("les", name) if item.soort in LESSON_KINDS else "",
        _rows(edition, version, item),
        newest,
        version.of_newest_url(qr, address(item.soort, item.id)) if newest else "",
    )


def example(edition: Edition) -> str:
    """Return a page that shows cards in frames as a course would, each with what the frame is given or denied."""
    first = {item.soort: item for item in reversed(offered(edition)) if item.soort in CARD_KINDS}
    return render_page(
        "render/cursus/cursus_voorbeeld.html",
        kaders=[
            (kop, uitleg, title_of(edition, first[soort]), address("kaart", card(soort, first[soort].id)), *rest)
            for soort, kop, uitleg, *rest in _FRAMES
            if soort in first
        ],
        terug=link("pagina", "voor-elearningmakers") + "#insluiten",
    )


def newest(version: Version, path: str = "") -> str:
    """Return where the newest version of a page stands, for what is read elsewhere; nothing without an address."""
    url = version.newest_url(path)
    return f"De nieuwste versie: {url}" if url else ""


def _rows(edition: Edition, version: Version, item: Item) -> list[Row]:
    rows: list[Row] = []
    if version.adres:
        whole, small = address(item.soort, item.id), address("kaart", card(item.soort, item.id))
        rows += [
            Row("Link naar de nieuwste versie", version.newest_url(whole)),
            Row(f"Link naar de vaste versie {version.number}", version.fixed_url(whole)),
        ]
        if item.soort in CARD_KINDS:
            rows += [
                Row("Code voor de kaart, nieuwste versie", _shown(frame(edition, item, version.newest_url(small)))),
                Row(
                    f"Code voor de kaart, vaste versie {version.number}",
                    _shown(frame(edition, item, version.fixed_url(small))),
                ),
            ]
    else:
        rows.append(Row("Link naar de versie waar je nu bent", _here(item.soort, item.id)))
        if item.soort in CARD_KINDS:
            place = _here("kaart", card(item.soort, item.id))
            rows.append(Row("Code voor de kaart, de versie waar je nu bent", frame(edition, item, place)))
    citation = cite(edition, version, item)
    texts = [Row("Bronvermelding (APA)", citation, code=False), Row("Licentietekst", credit(edition, item), code=False)]
    return [*rows, *texts]


def title_of(edition: Edition, item: Item) -> str:
    """Return the title of an item as plain text, with the municipality's words filled in."""
    return Fragment(edition, "").plain(item.titel).unescape()


def titled(edition: Edition, item: Item) -> str:
    """Return the title of an item with its status behind it, where it has one: for a place where one chooses."""
    return f"{title_of(edition, item)}{_behind(item)}"


def _behind(item: Item) -> str:
    return f" ({item.status})" if item.status else ""


def of_edition(edition: Edition, title: str = "") -> str:
    """Return a title with the guide, the municipality and the version it is of, so that a list of many says whose."""
    gemeente = edition.gemeente
    whole = f"{SITE}, {gemeente.naam} {gemeente.editie}"
    return f"{title} ({whole})" if title else whole


def newer(version: Version, path: str = "") -> Markup:
    """Return that a package stays as it is, and where to look for a newer version."""
    url = version.newest_url(path)
    said = f"Dit is versie {version.number}; een pakket verandert niet mee. Misschien is er een nieuwere versie"
    if not url:
        return escape(f"{said}: vraag het aan wie dit in de cursus zette.")
    return Markup('{}: <a href="{}" target="_blank" rel="noopener">kijk in de leidraad</a>.').format(said, url)


def frame(edition: Edition, item: Item, url: str) -> str:
    """Return the code that shows a card in a page of somebody else; of a place that is a link, as HTML to show."""
    title, height = escape(f"{titled(edition, item)} ({SITE})"), kind_of(item.soort).height
    before, after = '<iframe src="', f'" title="{title}" width="100%" height="{height}" loading="lazy"></iframe>'
    if isinstance(url, Markup):
        return _shown(before) + url + _shown(after)
    return f"{before}{escape(url)}{after}"


def _shown(text: str) -> Markup:
    """Return a text as HTML that shows it; quotes stand there as they are, a fifth of what an escaped one weighs."""
    return Markup(html.escape(text, quote=False))


def _here(kind: str, id_: str) -> Markup:
    words = "adres van de kaart" if kind == "kaart" else "adres van de pagina"
    return Markup('<a data-hier href="{}">{}</a>').format(link(kind, id_), words)


def cite(edition: Edition, version: Version, item: Item) -> str:
    """Return a reference to an item."""
    return cite_page(edition, version, titled(edition, item), address(item.soort, item.id))


def cite_page(edition: Edition, version: Version, title: str, page: str) -> str:
    """Return a reference in Dutch APA; a municipality that did not publish the edition is no author of it."""
    gemeente = edition.gemeente
    when = f"({year(version.datum)}, {day_and_month(version.datum)})"
    edited = f"editie {gemeente.naam} {version.number}"
    url = version.fixed_url(page)
    if not gemeente.spreekt_zelf:
        start = f"{title}. {when}. In {SITE} ({edited}; niet uitgegeven door de gemeente {gemeente.naam})."
    else:
        start = f"{gemeente.auteur}. {when}. {title}. In {SITE} ({edited})."
    return f"{start} {url}".strip()


def credit(edition: Edition, item: Item) -> str:
    """Return what the licence asks to be said of an item."""
    title = title_of(edition, item)
    title = title if title.startswith("«") else f"«{title}»"
    gemeente = edition.gemeente
    by = "" if gemeente.spreekt_zelf else f" (niet uitgegeven door de gemeente {gemeente.naam})"
    said = f"{title}{_behind(item)} uit de {SITE}, editie {gemeente.naam} {gemeente.editie}{by}."
    return f"{said} Licentie: CC BY 4.0, {LICENCE_ADDRESS}"


def find(edition: Edition, reference: str) -> Item:
    """Return an item by its reference; KeyError where there is none."""
    found = edition.told(_found, reference)
    if found is None:
        raise KeyError(f"«{reference}» bestaat niet")
    return found


@worked_out
def _found(edition: Edition, reference: str) -> Item | None:
    return next((item for item in items(edition) if item.reference == reference), None)


def gebruik(edition: Edition, reference: str) -> str:
    """Return the place of the panel on a page; editions.finish fills it, for only there the address is known."""
    find(edition, reference)
    return Fragment(edition, "").render("render/cursus/cursus_plek.html", verwijzing=reference)


def cursuspakketten(edition: Edition) -> str:
    """Return the place of the list of packages on a page; editions.finish fills it."""
    return Fragment(edition, "").render("render/cursus/cursus_plek.html", verwijzing=_PACKAGES)


def cursustekst(edition: Edition, naam: str) -> str:
    """Return the place of a text that depends on whether there is an address; editions.finish fills it."""
    return Fragment(edition, "").render("render/cursus/cursus_plek.html", verwijzing=f"{_TEXT}:{naam}")


def with_panels(edition: Edition, version: Version, text: str) -> str:
    """Return a page with every panel in its place; one from an earlier run is replaced."""

    def fill(match: re.Match[str]) -> str:
        kind, _, name = match[1].partition(":")
        if kind == _PACKAGES:
            content = edition.remembered("pakketten", None, lambda: _packages(edition, version))
        elif kind == _TEXT:
            content = _text(edition, version, name)
        else:
            item = find(edition, match[1])
            content = edition.remembered("paneel", item, lambda: panel(edition, version, item))
        return f"<!--gebruik {match[1]}-->{content}<!--/gebruik-->"

    return _PLACE.sub(fill, text)


def _packages(edition: Edition, version: Version) -> str:
    return Fragment(edition, "").render(
        "render/cursus/cursuspakketten.html",
        heeft_adres=bool(version.adres),
        nummer=version.number,
        dias=_loose_first(edition.framework),
        minuten=minutes(edition),
        onaf=sum(map(unwritten, course(edition))),
        woord=edition.gemeente.woorden.principe,
        kaartjes=[(one.id, one.titel, len(one.items)) for one in kaartjes(edition)],
        link=link,
    )


def _text(edition: Edition, version: Version, name: str) -> str:
    """Return a part of the page for who makes a course; it says nothing of what an edition without an address lacks."""
    kinds = dict.fromkeys(item.soort for item in offered(edition))
    return Fragment(edition, "").render(
        "render/cursus/cursustekst.html",
        naam=name,
        heeft_adres=bool(version.adres),
        heeft_feed=bool(version.adres) and version.placed,  # beside the versions, so not in a preview
        soorten=[(soort, kind_of(soort).plural) for soort in kinds],
        link=link,
    )


def _loose_first(framework: Framework) -> list[tuple[str, str]]:
    """Return the meetings that have slides: those that stand alone, then those of a series."""
    return sorted(meetings(framework), key=lambda one: one[0] not in framework.instrumenten)


def in_folders(edition: Edition, chosen: Iterable[Item]) -> list[tuple[str, str, list[tuple[Item, str]]]]:
    """Return items by kind, in the order given: (kind, name of the folder, items with title and status)."""
    named = [(item, titled(edition, item)) for item in chosen]
    grouped = groupby(named, lambda pair: pair[0].soort)
    return [(soort, plain_text(edition, kind_of(soort).plural), list(group)) for soort, group in grouped]

"""Everything of one kind → a list: the glossary, the sources, A to Z."""

from collections.abc import Callable, Iterable
from functools import partial
from itertools import groupby
from typing import TypeVar

from markupsafe import Markup

from leidraad.checks import HANDLEIDING
from leidraad.model.kinds import kind_of
from leidraad.model.types.begrippen import Begrip
from leidraad.model.types.onderzoeken import Onderzoek
from leidraad.model.use.bewijs import Sport, own_sport
from leidraad.model.use.framework import Edition
from leidraad.model.use.names import capital, letter, sort_key
from leidraad.render.block.fragment import Fragment, foreign, link
from leidraad.render.block.items import item_of, items
from leidraad.render.block.lagen import first_sentence
from leidraad.render.cursus.cursus import course_link

# How a study was done, from strong to weak: the id of its place on the page, its heading, and its rungs.
_OPZET: tuple[tuple[str, str, tuple[Sport, ...]], ...] = (
    ("loting-bijstand-nederland", "Met loting, in de bijstand in Nederland", ("a-nl",)),
    ("loting-bijstand-elders", "Met loting, in de bijstand elders", ("a-elders",)),
    ("loting-anderen", "Met loting, bij anderen", ("b",)),
    ("vergeleken", "Vergeleken, zonder loting", ("c",)),
    ("samenhang", "Samenhang, of voor en na", ("d",)),
    ("theorie", "Theorie", ("e",)),
    ("ervaring", "Ervaring en beschrijving", ("f", "beschrijving")),
)
_NOT_SEEN = "niet gezien"
_OF_AN_EDITION = ("inwoner", "professional")  # what these are called, each edition says

Row = tuple[str, str, str, str]
Item = TypeVar("Item")
_SOORTEN = {"wetenschap": "Wetenschap", "praktijk": "Praktijk", "ervaring": "Ervaring", "beleid": "Beleid"}


def begrippen(edition: Edition) -> str:
    """Return the glossary, in alphabetical order."""
    begrippen = sorted(edition.framework.begrippen.values(), key=lambda begrip: sort_key(begrip.term))
    return Fragment(edition, "", quiet=True).render(
        "render/lijsten/begrippen.html",
        groepen=_by_letter(begrippen, lambda begrip: begrip.term),
        in_cursus=course_link,
    )


def meldingen(edition: Edition) -> str:
    """Return the manual of every check: what it means, an example that fails, and its repair."""
    return Fragment(edition, "").render("render/lijsten/meldingen.html", meldingen=HANDLEIDING)


def bronnen(edition: Edition) -> str:
    """Return the sources by kind, in alphabetical order, with how far each was read."""
    bronnen = sorted(edition.framework.bronnen.values(), key=lambda bron: sort_key(bron.kort))
    groepen = [(soort, titel, [bron for bron in bronnen if bron.soort == soort]) for soort, titel in _SOORTEN.items()]
    return Fragment(edition, "").render(
        "render/lijsten/bronnen.html", groepen=[groep for groep in groepen if groep[2]], adres=_readable
    )


def _readable(address: str) -> Markup:
    """Return a web address as one reads it: without its scheme, and broken after a slash where a line ends."""
    return Markup("/<wbr>").join(address.removeprefix("https://").removeprefix("http://").rstrip("/").split("/"))


def onderzoeken(edition: Edition) -> str:
    """Return the studies, each told once and folded, by how they were done, from strong to weak."""
    framework = edition.framework
    studies = sorted(framework.onderzoeken.values(), key=lambda one: sort_key(framework.bronnen[one.id].kort))
    groepen = [(id_, titel, [one for one in studies if own_sport(one) in rungs]) for id_, titel, rungs in _OPZET]
    return Fragment(edition, "onderzoeken").render(
        "render/lijsten/onderzoeken.html",
        groepen=[groep for groep in groepen if groep[2]],
        bronnen=framework.bronnen,
        # Beside a name stands with whom: an outcome without what it does not show would say too much.
        zin=partial(first_sentence, edition),
        rijen=_facts,
    )


def _facts(onderzoek: Onderzoek) -> tuple[list[tuple[str, str]], list[str]]:
    """Return what is told of a study, each with its name, and the names of what we did not see.

    Where an interval was looked for it keeps its own line, which says where and when.
    """
    told = [
        ("Opzet", onderzoek.aanpak),
        ("Bij wie", onderzoek.bij_wie),
        ("Hoeveel", onderzoek.aantal or _NOT_SEEN),
        ("Vergeleken met", onderzoek.vergeleken_met),
        ("Interval", onderzoek.interval),
        ("Laat niet zien", onderzoek.laat_niet_zien),
    ]
    unseen = [name for name, text in told if text == _NOT_SEEN]
    if onderzoek.interval_gezocht_op and "Interval" in unseen:
        unseen.remove("Interval")
    seen = [(name, text) for name, text in told if text and name not in unseen]
    return seen, [name.lower() for name in unseen]


def zoekverantwoording(edition: Edition) -> str:
    """Return what was searched for, where, with which words and when, and what came of it."""
    framework = edition.framework
    fragment = Fragment(edition, "zoekverantwoording")
    titles = {bron.titel.casefold(): bron.taal for bron in framework.bronnen.values()}

    def gezocht(woord: str) -> Markup:
        taal = titles.get(woord.casefold(), "nl")  # who searches for a title searches in its language
        return fragment.spoken(woord) if taal == "nl" else foreign(woord, taal, "span")

    return fragment.render(
        "render/lijsten/zoekverantwoording.html",
        zoekacties=framework.zoekacties.values(),
        bronnen=framework.bronnen,
        gezocht=gezocht,
    )


def alles(edition: Edition) -> str:
    """Return every item and glossary word with its other names, A to Z."""
    rows = sorted(set(_rows(edition)), key=lambda row: (sort_key(row[0]), row[1], row))
    return Fragment(edition, "").render("render/lijsten/alles.html", groepen=_by_letter(rows, lambda row: row[0]))


def _by_letter(items: Iterable[Item], name: Callable[[Item], str]) -> list[tuple[str, list[Item]]]:
    groups = groupby(items, key=lambda item: letter(name(item)))
    return [(first, list(group)) for first, group in groups]


def _rows(edition: Edition) -> list[Row]:
    rows: list[Row] = []
    begrippen: list[Row] = []
    others: list[Row] = []
    law = (item_of(edition, kind_of("wetspunt"), punt) for punt in edition.framework.of("wetspunt").values())
    for item in (*items(edition), *law):
        href = link(item.soort, item.id)
        if isinstance(item.blok, Begrip):
            begrippen.append((capital(item.titel), item.naam, href, ""))
            more = () if item.id in _OF_AN_EDITION else item.blok.synoniemen
            others += [(capital(ook), item.naam, href, item.titel) for ook in more]
        else:
            rows.append((item.titel, item.naam, href, ""))
            rows += [(capital(ook), item.naam, href, item.titel) for ook in item.ook]
    for found in (begrippen, others):
        names = {sort_key(row[0]) for row in rows}
        rows += [row for row in found if sort_key(row[0]) not in names]
    return rows

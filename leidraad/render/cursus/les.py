"""An item → a lesson: its content as one article that needs nothing else, for a package that is read offline."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from markupsafe import Markup

from leidraad.model.use.addresses import COURSE_ITEM_KINDS, address
from leidraad.model.use.framework import Edition
from leidraad.model.use.names import capital
from leidraad.model.use.once import once
from leidraad.model.use.seen.answers import worked_out
from leidraad.model.use.seen.fingerprint import fingerprint
from leidraad.model.use.version import Version
from leidraad.render.block.fragment import LINK_SCHEME, Fragment
from leidraad.render.block.items import Item, offered
from leidraad.render.cursus.bronnen import bronnenlijst, cited

COURSE = "cursus"
_A_MINUTE, _ROUND = 200, 5  # words that are read in a minute; minutes to round to
_LINK = re.compile(rf'<a(?: class="bron")? href="{LINK_SCHEME}([a-z]+)/([^"]+)">(.*?)</a>', re.S)
_OWN = ' <span class="herkomst">Eigen ontwerp</span>'
# Per kind: the heading over a part, how it is shown, the key it stands under. Without a heading it follows on.
Part = tuple[str, str, str]
_FACTOR: tuple[Part, ...] = (
    ("", "tekst", "kern"),
    ("De kernvraag", "tekst", "kernvraag"),
    ("Luister naar", "punten", "luister_naar"),
    ("Open vragen", "vragen", "open_vragen"),
    ("Wat helpt en wat hindert", "signalen", "signalen"),
    ("Ligt het aan ons?", "punten", "ligt_het_aan_ons"),
    ("Wat weten we?", "weten", "wat_weten_we"),
    ("Valkuilen", "valkuilen", "valkuilen"),
    ("Zo noteer je", "noteer", "zo_noteer_je"),
    ("Vragen aan jezelf", "punten", "reflectievragen"),
)
PARTS: Mapping[str, tuple[Part, ...]] = {
    "stap": (
        ("", "tekst", "kern"),
        ("Waarvoor", "tekst", "waarvoor"),
        ("Wat doe je?", "punten", "wat_doe_je"),
        ("Wat weeg je af?", "punten", "overwegingen"),
        ("Vragen samen", "punten", "vragen_samen"),
        ("Ligt het aan ons?", "punten", "ligt_het_aan_ons"),
        ("Wat ligt er daarna?", "tekst", "product"),
        ("Wat weten we?", "weten", "wat_weten_we"),
        ("Valkuilen", "valkuilen", "valkuilen"),
        ("Zo noteer je", "noteer", "zo_noteer_je"),
        ("Vragen aan jezelf", "punten", "reflectievragen"),
    ),
    "startpunt": _FACTOR,
    "factor": _FACTOR,
    "principe": (
        ("", "status", "status"),
        ("", "regel", "kern"),
        ("Wat betekent het wel?", "regels", "betekent_wel"),
        ("Wat betekent het niet?", "regels", "betekent_niet"),
        ("Waarom?", "regel", "waarom"),
        ("Een voorbeeld", "regel", "voorbeeldcasus"),
    ),
    "casus": (
        ("", "verzonnen", "verzonnen"),
        ("", "regel", "verhaal"),
        ("Het gedrag waar het om gaat", "regel", "doelgedrag"),
        ("Gezegd", "regels", "zegt"),
        ("Gezien", "regels", "gezien"),
        ("Vermoed", "regels", "vermoed"),
        ("Nog onbekend", "regels", "nog_onbekend"),
        ("Ligt het aan ons?", "regels", "ligt_het_aan_ons"),
        ("Om te bespreken", "regels", "om_te_bespreken"),
        ("Let op", "regel", "let_op"),
    ),
    "instrument": (
        ("", "tekst", "wat_is_het"),
        ("Voor wie", "regel", "voor_wie"),
        ("Wanneer", "regel", "wanneer"),
        ("Hoe lang", "tekst", "duur"),
        ("Let op", "valkuilen", "let_op"),
        ("", "werkblad", "onderdelen"),
        ("De verzonnen casus", "oefencasus", "casus"),
    ),
}
# Left empty by a municipality, these stay a question to it; of other kinds an empty part is left out.
_ASKED = ("betekent_wel", "betekent_niet", "waarom")


def lesson(edition: Edition, version: Version, item: Item) -> Markup:
    """Return the lesson of an item as data: a link leads to the fixed version, that of a source too."""
    return _linked(version, {}, _written(edition, item))


def lesson_alone(edition: Edition, version: Version, item: Item) -> Markup:
    """Return the lesson of an item for a package: under a heading of the first level, with the sources it cites."""
    html = _written(edition, item)
    ids = cited(html)
    within = {f"bron:{id_}": f"#bron-{id_}" for id_ in ids}
    return _linked(version, within, html) + bronnenlijst(edition.framework, ids, 2)


def lessons_together(
    edition: Edition, version: Version, chosen: Sequence[Item], within: Mapping[str, str]
) -> tuple[list[Markup], Markup]:
    """Return lessons under headings of the second level, and one list of what they cite.

    `within` says which items stand in the same package, and where.
    """
    written = [_written(edition, item, 2, within.get(item.reference, "#les"), asks=False) for item in chosen]
    ids = [id_ for html in written for id_ in cited(html)]
    there = {**within, **{f"bron:{id_}": f"#bron-{id_}" for id_ in ids}}
    return [_linked(version, there, html) for html in written], bronnenlijst(edition.framework, ids, 2)


def _written(edition: Edition, item: Item, level: int = 1, place: str = "#les", *, asks: bool = True) -> str:
    """Return a lesson, its links in the neutral form; several packages and the data hold it."""
    make = partial(_rendered, edition, item, level, place, asks=asks)
    if reader := vars(edition).get("reader"):
        made: str = reader.recall(("les", fingerprint(item), level, place, asks), make)
        return made
    held, key = _held(edition), (item.reference, level, place, asks)
    if key not in held:
        held[key] = make()
    return held[key]


@once()
def _held(_: Edition) -> dict[tuple[str, int, str, bool], str]:
    return {}


def _rendered(edition: Edition, item: Item, level: int, place: str, *, asks: bool) -> str:
    html = Fragment(edition, "").render(
        "render/cursus/les.html",
        item=item,
        soort=capital(item.naam),
        titel=Fragment(edition, "").plain(item.titel).unescape(),
        naam=place.removeprefix("#"),
        delen_=[part for part in _parts(item) if asks or part[2]],
        kop=level,
    )
    return html.replace(_OWN, "")  # said once, at the end


def _linked(version: Version, within: Mapping[str, str], html: str) -> Markup:
    return Markup(_LINK.sub(lambda match: _leading(version, within, match), html))


def _parts(item: Item) -> Iterator[tuple[str, str, Any]]:
    for heading, form, key in PARTS[item.soort]:
        held = getattr(item.blok, key)
        if held or (item.soort == "principe" and key in _ASKED):
            yield heading, form, held


def course(edition: Edition) -> list[Item]:
    """Return what the course holds: steps, factors and the principles in force."""
    return [item for item in offered(edition) if item.soort in COURSE_ITEM_KINDS]


def minutes(edition: Edition) -> int:
    """Return about how long the course takes to read, by its words."""
    return edition.told(_minutes, COURSE)


@worked_out
def _minutes(edition: Edition, _: str) -> int:
    words = sum(edition.words(_written(edition, item)) for item in course(edition))
    return _ROUND * max(1, round(words / _A_MINUTE / _ROUND))


def unwritten(item: Item) -> bool:
    """Whether a lesson alone asks for a part of it that is still to be written, where several leave that out."""
    return any(not held for _, _, held in _parts(item))


def _leading(version: Version, within: Mapping[str, str], link: re.Match[str]) -> str:
    """Return a link to within the package or to the fixed version; where there is neither, its words alone."""
    reference, words = f"{link[1]}:{link[2]}", link[3]
    if reference in within:
        return f'<a href="{within[reference]}">{words}</a>'
    url = version.fixed_url(address(link[1], link[2]))
    return f'<a href="{url}" target="_blank" rel="noopener">{words}</a>' if url else words

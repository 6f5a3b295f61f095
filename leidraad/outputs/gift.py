"""Questions to oneself, and which question belongs to what → a question bank in Moodle's GIFT format.

A question to oneself has no answer and no mark there («beschrijving»): what one thinks then is nobody else's.
"""

import re
from collections.abc import Iterator, Sequence

from leidraad.model.types.igm import Onderdeel
from leidraad.model.use.addresses import address, card
from leidraad.model.use.framework import Edition
from leidraad.model.use.version import Version
from leidraad.render.block.items import Item, items, plain_text
from leidraad.render.cursus.cursus import SITE, newest, title_of
from leidraad.render.gemeente.gemeente import imprint

_ALONE = "Aan jezelf, zonder vak voor een antwoord."
_SIGNS = re.compile(r"[\\~=#{}:]")

_KEPT = "Het leersysteem bewaart je antwoord."
_WHOSE = {"verzonnen": ", verzonnen", "uit-publicatie": ", niet door die gemeente uitgegeven"}


def files(edition: Edition, version: Version) -> Iterator[tuple[str, bytes]]:
    """Yield the question bank."""
    yield address("vragen", "vragen"), "\n".join(_lines(edition, version)).encode()


def _lines(edition: Edition, version: Version) -> Iterator[str]:
    """Yield the lines; where the publication has an address, a set of questions leads to the newest version once."""
    back = newest(version)
    yield from (f"// {line}" for line in (*imprint(edition), "CC BY 4.0.", *([back] if back else [])))
    bij = f"({edition.gemeente.naam} {edition.gemeente.editie}{_WHOSE.get(edition.gemeente.soort, '')}, CC BY 4.0.)"
    whole = f"$CATEGORY: {SITE}, {edition.gemeente.naam}"
    slug, chosen = edition.gemeente.id, [item for item in items(edition) if isinstance(item.blok, Onderdeel)]
    yield f"\n{whole}/Wat hoort bij elkaar"
    for id_, asked, pairs in _matched(edition):
        answers = "\n".join(f"={_plain(left)} -> {_plain(right)}" for left, right in pairs)
        told = f"\n####{_plain(back)}" if back else ""  # shown after the answer
        yield f"\n// [id:{slug}-{id_}]\n::{_plain(asked)}::{_plain(f'{asked} {_KEPT} {bij}')}{{\n{answers}{told}\n}}"
    for item in chosen:
        yield f"\n{whole}/{title_of(edition, item).replace('/', '//')}"
        page = newest(version, address(item.soort, item.id))
        for number, text in enumerate(_questions(edition, item), 1):
            name, more = _plain(f"{title_of(edition, item)} {number}"), [page] if page and number == 1 else []
            said = " ".join((text, _ALONE, bij, *more))
            yield f"\n// [id:{slug}-{card(item.soort, item.id)}-{number}]\n::{name}::{_plain(said)}"
    yield ""


def _questions(edition: Edition, item: Item) -> list[str]:
    assert isinstance(item.blok, Onderdeel)  # noqa: S101  # _lines() chose it
    return [plain_text(edition, punt.tekst) for punt in item.blok.reflectievragen.punten]


def _matched(edition: Edition) -> Iterator[tuple[str, str, Sequence[tuple[str, str]]]]:
    """Yield the matching questions that have the three pairs that Moodle asks for, no answer twice."""
    framework = edition.framework
    factors = [(factor.korte_vraag, factor.titel) for factor in framework.in_order("factor").values()]
    steps = [(stap.igm_vraag.tekst, stap.titel) for stap in framework.in_order("stap").values()]
    sets = (
        ("factoren", "Welke vraag hoort bij welke factor?", factors),
        ("stappen", "Welke vraag hoort bij welke stap?", steps),
    )
    for id_, asked, pairs in sets:
        filled = [(plain_text(edition, left), plain_text(edition, right)) for left, right in pairs]
        if len(filled) > 2:  # Moodle asks for three
            yield id_, asked, filled


def _plain(text: str) -> str:
    """Return a text in which no sign means anything to the format."""
    return _SIGNS.sub(r"\\\g<0>", text).replace("->", "- >")

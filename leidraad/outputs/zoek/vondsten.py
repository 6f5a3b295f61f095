"""Edition and its pages → what can be found: how each thing is shown, and the names and texts that tell of it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import accumulate

from leidraad.model.kinds import kind_of
from leidraad.model.types.base import Blok
from leidraad.model.types.begrippen import Begrip
from leidraad.model.types.routes import Voorbeeldloop
from leidraad.model.use.addresses import address, places
from leidraad.model.use.framework import Edition
from leidraad.model.use.markup import PLACEHOLDER, texts
from leidraad.model.use.once import once
from leidraad.model.use.replay import statements
from leidraad.outputs.zoek.paginas import Page
from leidraad.outputs.zoek.woorden import (
    IN_HEADING,
    IN_KEYWORD,
    IN_NAME,
    IN_OTHER_NAME,
    IN_SUMMARY,
    IN_TEXT,
    KEYWORD,
    NAME,
    OTHER_NAME,
    pairs_in,
    stem,
)
from leidraad.render.block.fragment import own_word
from leidraad.render.block.items import Item, item_of, items, plain_text
from leidraad.render.block.lagen import opening

INHERITED, SAME_NAME = 0.65, 0.8  # what a glossary word says of an item where there is more, or that it is a name of
OF_MAKERS = "eigen-leidraad/"  # what stands there speaks of everything, to who writes it
WHOM = "begrip:inwoner"  # nearly every question is about them: their names tell nothing beside another word
_LINK_TARGET = re.compile(r"\]\([^)]*\)")


@dataclass
class Entry:
    """What can be found: how it is shown, and its words by weight."""

    soort: str
    naam: str
    titel: str
    adres: str
    kern: str
    names: list[tuple[str, float, float]] = field(default_factory=list)
    texts: list[tuple[str, int]] = field(default_factory=list)
    taal: str = ""
    is_whom: bool = False

    @property
    def zin(self) -> str:
        """The first sentence of what it is."""
        return opening(self.kern)


def entries(edition: Edition, pages: Sequence[Page]) -> Iterator[Entry]:
    """Yield what can be found in an edition: its items, and the pages that are none."""
    found = {item.reference: item for item in items(edition)}
    there = {page.adres for page in pages}
    for route in edition.framework.routes.values():
        if not pages or address("route", route.id) in there:
            item = item_of(edition, kind_of("route"), route)
            found.setdefault(item.reference, item)
    for punt in edition.framework.of("wetspunt").values():
        if not pages or address("wetspunt", punt.id).partition("#")[0] in there:
            item = item_of(edition, kind_of("wetspunt"), punt)
            found[item.reference] = item
    extra: dict[str, list[tuple[str, float, float]]] = defaultdict(list)
    folded: set[str] = set()
    linked: set[str] = set()
    for (ref, target), part in sorted(_same(edition, found).items()):
        item = found[ref]
        same = _stems(item.titel) == _stems(found[target].titel)
        part = 1 if same else part
        extra[target] += [(name, OTHER_NAME * part, IN_OTHER_NAME * part) for name in (item.titel, *item.ook)]
        extra[target] += [(name, KEYWORD * part, IN_KEYWORD * part) for name in item.zoekwoorden]
        (folded if same else linked).add(ref)
    for ref, item in found.items():
        if ref not in folded:
            entry = _entry(edition, item, extra[ref])
            yield replace(entry, soort="begrip met meer") if ref in linked else entry
    for loop in edition.framework.lopen.values():
        if not pages or address("route", loop.route) in there:
            yield _walk(edition, loop)
    yield from _pages(pages, list(found.values()))


def _same(edition: Edition, found: Mapping[str, Item]) -> dict[tuple[str, str], float]:
    """Return how much the words of a glossary word say of an item: where it is a name of it, or says there is more."""
    named: dict[str, list[str]] = defaultdict(list)
    for ref, item in found.items():
        word = kind_of(item.soort).word
        for name in (item.titel, *item.ook) if word else ():
            named[_stems(name)].append(ref)
        begins = accumulate(_stems(item.titel).split(" "), "{} {}".format)
        for begin in begins if word == "beginning" else ():
            named[begin].append(ref)
    links: dict[tuple[str, str], float] = {}
    for begrip in edition.framework.begrippen.values():
        ref = f"begrip:{begrip.id}"
        if begrip.zie and begrip.zie in found:
            links[ref, begrip.zie] = INHERITED
        links |= {(ref, item): SAME_NAME for item in named[_stems(begrip.term)]}
    return links


@lru_cache(maxsize=4096)
def _stems(text: str) -> str:
    return " ".join(stem(original) for _, original in pairs_in(text, all_words=True))


def _entry(edition: Edition, item: Item, extra: list[tuple[str, float, float]]) -> Entry:
    names = [(item.titel, NAME, IN_NAME)]
    names += [(name, OTHER_NAME, IN_OTHER_NAME) for name in (*item.ook, *_own_words(edition, item.reference))]
    names += [(name, KEYWORD, IN_KEYWORD) for name in item.zoekwoorden]
    entry = Entry(item.soort, item.naam, item.titel, address(item.soort, item.id), item.samenvatting)
    entry.names += names + extra
    entry.is_whom = WHOM in (item.reference, getattr(item.blok, "zie", None))
    if isinstance(item.blok, Begrip) and item.titel in item.blok.engels:
        entry.taal = "en"
    entry.texts += [(item.samenvatting, IN_SUMMARY), (item.naam, IN_SUMMARY)]
    for aanvulling in edition.aanvullingen_bij(item.reference):
        entry.names.append((aanvulling.titel, KEYWORD, IN_KEYWORD))
        entry.texts.append((_text(edition, aanvulling), IN_TEXT))
    if item.blok is not None:
        entry.texts.append((_text(edition, item.blok), IN_TEXT))
    return entry


def _walk(edition: Edition, loop: Voorbeeldloop) -> Entry:
    """Return a worked walk, which stands on the page of its route with what was answered in it."""
    said = (one.get("woorden", "") for one in statements(loop.antwoorden))
    answers = (one for one in loop.antwoorden.values() if isinstance(one, str))
    place = f"{address('route', loop.route)}#{loop.id}"
    entry = Entry("loop", "voorbeeld", loop.titel, place, plain_text(edition, loop.situatie))
    entry.names.append((loop.titel, KEYWORD, IN_HEADING))
    entry.texts += [(entry.kern, IN_SUMMARY), ("\n".join([_text(edition, loop), *said, *answers]), IN_TEXT)]
    return entry


def _own_words(edition: Edition, reference: str) -> tuple[str, ...]:
    woorden = edition.gemeente.woorden
    own = {
        "begrip:inwoner": woorden.inwoner,
        "begrip:professional": woorden.professional,
        "begrip:leidend-gedragsprincipe": woorden.principe,
    }
    return (own[reference].enkelvoud, own[reference].meervoud) if reference in own else ()


@once(size=2048)  # the blocks of the core, and those of some editions
def _joined(block: Blok) -> str:
    return _LINK_TARGET.sub("]", " ".join(texts(block)))


def _text(edition: Edition, block: Blok) -> str:
    joined = _joined(block)
    return joined if "((" not in joined else PLACEHOLDER.sub(lambda match: own_word(edition, match[1]), joined)


def _pages(pages: Iterable[Page], found: list[Item]) -> Iterator[Entry]:
    """Yield the pages that are no item themselves; what they show of an item is the item's."""
    addresses = {place for item in found for place in places(item.soort, item.id)}
    for page in pages:
        if page.adres in addresses:
            continue
        of_an_item = {
            ids: any(f"{page.adres}#{id_}" in addresses for id_ in ids) for ids in {ids for ids, _ in page.teksten}
        }
        own = (text for ids, text in page.teksten if not of_an_item[ids])
        soort = "pagina voor makers" if page.adres.startswith(OF_MAKERS) else "pagina"
        entry = Entry(soort, "pagina", page.titel, page.adres, page.omschrijving, [(page.titel, NAME, IN_NAME)])
        entry.names += [(kop, KEYWORD, IN_HEADING) for kop in page.koppen]
        entry.texts += [(page.omschrijving, IN_KEYWORD), ("\n".join(own), IN_TEXT)]
        yield entry

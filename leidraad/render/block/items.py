"""Edition → everything in it that has an address of its own: one list for A to Z, search, cards and JSON."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from leidraad.model.kinds import Kind, listed
from leidraad.model.types.base import Blok, Tekstblok
from leidraad.model.types.igm import Naam
from leidraad.model.use.framework import Edition
from leidraad.model.use.once import once
from leidraad.render.block.fragment import Fragment, Glossary, glossary

_MARKUP = re.compile(r"<[^>]+>")
_PLAIN = re.compile(r"[^\W\d_](?:[ ,.;:!?«»’…()/%+–-]|[^\W_])*")  # a line in which no sign is markup


@dataclass(frozen=True)
class Item:
    """One item: `soort` and `id` make its address, `naam` is what a reader calls its kind, all texts are plain.

    `blok` is what was authored; `status` is how far a municipality is with it, for what has one.
    """

    soort: str
    id: str
    naam: str
    titel: str
    samenvatting: str
    ook: tuple[str, ...] = ()
    zoekwoorden: tuple[str, ...] = ()
    blok: Blok | None = None
    status: str = ""

    @property
    def reference(self) -> str:
        """How authors refer to it: factor:kennis."""
        return f"{self.soort}:{self.id}"

    @property
    def in_force(self) -> bool:
        """False for what was retired."""
        return getattr(self.blok, "in_force", True)


@once()  # a build asks for it a dozen times
def items(edition: Edition) -> tuple[Item, ...]:
    """Return every item of an edition: steps, starting points and factors in reading order, then the other kinds."""
    return tuple(_items(edition))


@once()
def offered(edition: Edition) -> tuple[Item, ...]:
    """Return the items that go along in what holds many: what was retired keeps its own address, and no other place."""
    return tuple(item for item in items(edition) if item.in_force)


def _items(edition: Edition) -> Iterator[Item]:
    for kind in listed():
        for block in edition.of(kind.name).alle:
            yield item_of(edition, kind, block)


def item_of(edition: Edition, kind: Kind, block: Any) -> Item:
    """Return something of a kind as an item; a route can be found where its page is built, chosen or not."""
    naam, titel = kind.label or kind.name, getattr(block, kind.title)
    if kind.name == "principe":
        naam, titel = edition.gemeente.woorden.principe.enkelvoud, edition.gemeente.aangehaald(titel)
    elif block.id in edition.lokaal.of(kind.name):
        naam = f"{naam} van {edition.gemeente.naam}"
    return Item(
        kind.name,
        block.id,
        naam,
        titel,
        plain_text(edition, _text(getattr(block, kind.summary))),
        tuple(name for key in kind.also for name in _names(getattr(block, key, ()))),
        tuple(getattr(block, kind.words)) if kind.words else (),
        block,
        getattr(block, "status", ""),
    )


def _text(held: Tekstblok | str | None) -> str:
    return held.tekst if isinstance(held, Tekstblok) else held or ""


def _names(held: Any) -> Iterator[str]:
    """Yield the names under a key: a text, a list of texts, or a list of names with who uses them."""
    for one in held if isinstance(held, tuple) else (held,):
        if one:
            yield one.term if isinstance(one, Naam) else one


def plain_text(edition: Edition, text: str) -> str:
    """Return an authored text without its markup, on one line, with the municipality's words filled in."""
    if "((" in text:
        return _plain(edition, text)
    held = _held(glossary(edition))
    if text not in held:
        held[text] = _plain(edition, text)
    return held[text]


@once()
def _held(_: Glossary) -> dict[str, str]:
    """Hold the texts in which nothing is of one municipality: hundreds of editions share most of them."""
    return {}


def _plain(edition: Edition, text: str) -> str:
    if _PLAIN.fullmatch(text) and "((" not in text:  # most are: what is English is taken out all the same
        return " ".join(glossary(edition).english.sub(r" \g<0> ", text).split())
    html = Fragment(edition, "").block(text)
    return " ".join(Markup(_MARKUP.sub(" ", str(html))).unescape().split())

"""The slides of the core → those of an edition: its words, its accent, its principles, and whose they are."""

import re
from collections.abc import Iterator
from html import escape

from leidraad.model.use.addresses import address
from leidraad.model.use.framework import Edition, Framework
from leidraad.model.use.markup import PLACEHOLDER
from leidraad.model.use.names import capital
from leidraad.model.use.once import once
from leidraad.model.use.version import Version
from leidraad.outputs.dias.inhoud import BRONNEN, EDITIE, HOE_VER, PRINCIPES, UITGAVE, ZO_HIER, decks
from leidraad.outputs.dias.vorm import ACCENT, DAY, FOOT, MAKER, members
from leidraad.outputs.zips.zipped import zipped
from leidraad.render.block.fragment import Fragment, own_word
from leidraad.render.block.herkomst import WORDS
from leidraad.render.cursus.bronnen import regels
from leidraad.render.gemeente.gemeente import disclaimer, imprint, living, same_remark

_MANY = 7  # lines that fit on the slide of the principles
# A paragraph that becomes several, or a word; one look at a file, so that what is filled in is never taken for a gap.
_GAP = re.compile(
    rf"<a:p>(?:(?!</a:p>).)*?(?P<lines>{PRINCIPES}|{HOE_VER}|{BRONNEN}|{UITGAVE}).*?</a:p>"
    rf"|{PLACEHOLDER.pattern}|{EDITIE}|{ZO_HIER}|{FOOT}|{ACCENT}|{DAY.isoformat()}Z",
    re.S,
)
Deck = tuple[str, list[tuple[str, str | bytes]]]


def files(edition: Edition, version: Version) -> Iterator[tuple[str, bytes]]:
    """Yield the slides of every meeting."""
    said = {UITGAVE: _imprint(edition, version), PRINCIPES: _principles(edition)}
    said[HOE_VER], said[BRONNEN] = _how_far(edition)
    gemeente = edition.gemeente
    words = {
        EDITIE: f"{MAKER}, {gemeente.naam} {gemeente.editie}",
        ZO_HIER: f"{_heading(edition)} {gemeente.naam}",
        FOOT: f"{gemeente.naam} {gemeente.editie} · {disclaimer(gemeente)}",
        ACCENT: gemeente.stijl.accent.removeprefix("#").upper(),
        f"{DAY.isoformat()}Z": f"{version.datum.isoformat()}T00:00:00Z",
    }

    def filled(match: re.Match[str]) -> str:
        if gap := match["lines"]:
            return "".join(match[0].replace(gap, escape(one)) for one in said[gap])
        return escape(own_word(edition, match[2]) if match[2] else words[match[0]])

    for id_, held in made(edition.framework):
        yield (
            address("dias", id_),
            zipped((name, _GAP.sub(filled, text) if isinstance(text, str) else text) for name, text in held),
        )


@once()  # making them takes a while, and editions differ in words alone
def made(framework: Framework) -> list[Deck]:
    """Return the slides of every meeting, with gaps for what an edition says itself."""
    return [(dek.id, [(name, _open(content)) for name, content in members(dek)]) for dek in decks(framework)]


def _open(content: bytes) -> str | bytes:
    """Return a file as text where an edition fills something in."""
    text = content.decode("utf-8", "replace")
    return text if _GAP.search(text) else content


def _imprint(edition: Edition, version: Version) -> list[str]:
    url = version.newest_url()
    return [*imprint(edition), "Tekst: CC BY 4.0.", *([f"De nieuwste versie: {url}"] if url else [])]


def _heading(edition: Edition) -> str:
    """Return what stands before the name: that it is done here is said where all of it was adopted."""
    chosen = living(edition)
    if not edition.gemeente.spreekt_zelf:
        return "Over"
    return "Zo doen we dat in" if chosen and all(one.is_adopted for one in chosen) else "Zo willen we werken in"


def _how_far(edition: Edition) -> tuple[list[str], list[str]]:
    """Return what the status of the principles means, what is to be said of them and by which source; then for notes.

    What differs between principles is for who leads, unless it is all that says whose word they are.
    """
    fragment, chosen = Fragment(edition, ""), living(edition)
    meanings = {principe.status: principe.status_betekent for principe in chosen}
    slide = [capital("; ".join(f"{status}: {means}" for status, means in meanings.items())) + "."] if chosen else []
    remarks = {one.titel: one.status_toelichting for one in chosen if one.status_toelichting}
    each = [f"{fragment.said(title).unescape()}: {fragment.plain(said).unescape()}" for title, said in remarks.items()]
    if same := same_remark(chosen):
        slide, each = [*slide, fragment.plain(same).unescape()], []
    elif not edition.gemeente.spreekt_zelf:
        slide, each = [*slide, *each], []
    named = regels(edition.framework, [id_ for one in chosen for id_ in one.bronnen])
    if named:
        slide.append(f"{WORDS[None]} {'; '.join(one.kort for one in named)}")
    return slide, [*each, *(f"{WORDS[None]} {one.plain}" for one in named)]


def _principles(edition: Edition) -> list[str]:
    """Return the principles in force as lines, as many as fit; and what is to be done when there are none."""
    fragment, lines = Fragment(edition, ""), list[str]()
    chosen = living(edition)
    for number, principe in enumerate(chosen):
        if sum(-(-len(line) // 60) for line in lines) >= _MANY:
            where = capital(edition.gemeente.woorden.principe.meervoud)
            return [*lines, f"En nog {len(chosen) - number}, bij {where} in de leidraad"]
        lines.append(f"{fragment.said(principe.titel).unescape()} ({principe.status})")
    return lines or ["Hier zijn er nog geen. Neem een zin waar het team achter staat."]

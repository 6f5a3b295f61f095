"""What a package cites → a short list of its own: who reads it elsewhere finds each source by title and address."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from markupsafe import Markup

from leidraad.model.types.bronnen import Bron
from leidraad.model.use.framework import Framework
from leidraad.model.use.names import sort_key
from leidraad.render.block.fragment import LINK_SCHEME, foreign, render_page

_CITED = re.compile(rf'href="{LINK_SCHEME}bron/([^"]+)"')
_NOT_THE_PAGE, _NOWHERE = "Alleen de site; de bladzijde zelf vonden wij niet terug.", "Een adres vonden wij niet."
_SELLS = "Wie dit uitgeeft, biedt zelf aan wat hier beschreven staat."


class Regel(NamedTuple):
    """One source: what a text calls it, its title, where and when it came out, its address, and what to know of it."""

    id: str
    kort: str
    titel: Markup
    waar: str
    adres: str
    opmerking: str

    @property
    def plain(self) -> str:
        """All of it as text on one line."""
        title = Markup(self.titel).striptags()
        return " ".join(filter(None, (f"{self.kort}: {_stopped(title)}", self.waar, self.adres, self.opmerking)))


def cited(html: str) -> list[str]:
    """Return the sources that a text with neutral links cites, each once."""
    return list(dict.fromkeys(_CITED.findall(html)))


def regels(framework: Framework, ids: Iterable[str]) -> list[Regel]:
    """Return sources as lines, in the order of what a text calls them."""
    chosen = [framework.bronnen[id_] for id_ in dict.fromkeys(ids)]
    return [_regel(bron) for bron in sorted(chosen, key=lambda bron: sort_key(bron.kort))]


def bronnenlijst(framework: Framework, ids: Iterable[str], level: int) -> Markup:
    """Return the list as a section under a heading of that level; nothing where nothing is cited."""
    rows = regels(framework, ids)
    return Markup(render_page("render/cursus/bronnen.html", regels=rows, kop=level)) if rows else Markup("")


def _regel(bron: Bron) -> Regel:
    who = bron.uitgever or bron.auteurs or ""
    parts = (bron.vindplaats, who if who not in bron.kort else "", bron.jaar if bron.jaar not in bron.kort else "")
    where = ", ".join(part for part in parts if part)
    remarks = (_NOT_THE_PAGE if bron.only_the_site else "", "" if bron.address else _NOWHERE)
    said = " ".join(filter(None, (*remarks, _SELLS if bron.verkoopt else "")))
    title = foreign(bron.titel, bron.taal, "cite")
    return Regel(bron.id, bron.kort, title, _stopped(where) if where else "", bron.address or "", said)


def _stopped(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."

"""A page → its foot: how to refer to it, where to say that something is wrong, and whose it is."""

import html
import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from leidraad.model.use.framework import Edition
from leidraad.model.use.version import Version
from leidraad.render.block.fragment import Fragment
from leidraad.render.block.items import Item
from leidraad.render.cursus.cursus import cite, cite_page
from leidraad.render.gemeente.gemeente import imprint

_H1 = re.compile(r"<h1[^>]*>(.*?)</h1>", re.S)
_TAGS = re.compile(r"<[^>]+>")


class _Melding(NamedTuple):
    """How one says that something is wrong, in the words of who reads the page."""

    vraag: str
    onderwerp: str
    geen_adres: str
    vooraf: str
    wat: str


_AAN_WIE_WERKT = _Melding(
    "Iets klopt niet?",
    "Iets klopt niet",
    "Er is nog geen adres om dit aan te melden. Kopieer deze regels, vul ze aan en bewaar ze tot het er is. "
    "Zet er geen gegevens van inwoners bij.",
    "Zet geen gegevens van inwoners in deze mail.",
    "Wat klopt er niet?",
)
# Who has a conversation of her own may take it for the place to say that something of that is wrong.
_AAN_DE_INWONER = _Melding(
    "Fout op deze website?",
    "Fout op de website",
    "Er is nog geen adres om dit te melden. U kunt deze regels bewaren tot het er is. Zet er niets over uzelf bij.",
    "Zet niets over uzelf in deze mail. Deze mail gaat naar de makers van de website.",
    "Wat klopt er niet op de website?",
)


def footer(edition: Edition, path: Path, text: str) -> str:
    """Return «Iets klopt niet?» about a page, and the lines of who made the edition."""
    gemeente, title = edition.gemeente, _title(text)
    version = f"{gemeente.naam} {gemeente.editie}"
    about = f"Pagina: {title} (/{path.parent.as_posix().removeprefix('.')})", f"Editie: {version}"
    told = _AAN_DE_INWONER if path.parts[0] == "inwoner" else _AAN_WIE_WERKT
    report = _report(edition, title, told, [*about, f"Kern: {edition.framework.kern.versie}"])
    return report + edition.remembered("uitgave", None, lambda: _lines(imprint(edition)))


def _lines(texts: Iterable[str]) -> str:
    return "".join(f"<p>{html.escape(text)}</p>" for text in texts)


def _report(edition: Edition, title: str, told: _Melding, about: list[str]) -> str:
    """Return «Iets klopt niet?»: a mail about this page (RFC 6068), or where nobody has an address, what to copy."""
    receiver = edition.meldpunt
    if not receiver:
        lines = "<br>".join(map(Fragment(edition, "").spoken, [*about, told.wat.replace("?", ":")]))
        asked = f'<details class="voet__meld"><summary>{told.vraag}</summary>'
        return f"{asked}<p>{told.geen_adres}</p><p>{lines}</p></details>"
    parts = [told.vooraf, "", *about, "", told.wat, ""]
    subject, body = quote(f"{told.onderwerp}: {title}", safe=""), quote("\r\n".join(parts), safe="")
    mail = html.escape(f"mailto:{receiver}?subject={subject}&body={body}")
    return f'<p class="voet__meld"><a href="{mail}">{told.vraag}</a></p>'


def citation(edition: Edition, version: Version, page: str, text: str, item: Item | None) -> str:
    """Return how to refer to a page: to the version that stays as it is, whichever copy is read."""
    cited = html.escape(cite(edition, version, item) if item else cite_page(edition, version, _title(text), page))
    remains = f"Dit is versie {version.number}; die blijft zoals die is."
    where = remains if version.adres else "Zet erbij waar je dit las, want deze editie heeft nog geen openbaar adres."
    return (
        '<details class="voet__meld"><summary>Verwijs naar deze pagina</summary>'
        f"<p>{cited}</p><p>Bronvermelding volgens APA. {where}</p></details>"
    )


def _title(text: str) -> str:
    heading = _H1.search(text)
    return html.unescape(_TAGS.sub("", heading[1])).strip() if heading else "onbekende pagina"

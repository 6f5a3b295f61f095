"""The pages of what a municipality writes → their HTML with marks, which the form fills beside its fields."""

from typing import Any

from leidraad.model.types.base import LONGEST_TEASER
from leidraad.model.use.framework import Edition
from leidraad.render.block.fragment import LINK_SCHEME, Fragment
from leidraad.render.block.marks import Marked, Slot, principe_slots
from leidraad.render.block.pictogrammen import with_sprite
from leidraad.render.gemeente.gemeente import principe_in

PREVIEW_FILE = "voorbeelden.json"
LEADS_TO = "naar:"  # what a link names: in a preview it leads nowhere, so it is not made relative
_STYLES = ("tokens.css", "onderdelen.css", "leidraad.css", "gemeente.css", "inhoud/inhoud.css")
_LINKS = "".join(f'<link rel="stylesheet" href="../../assets/{name}">' for name in _STYLES)
# The page around a block, as far as its look comes from it.
_SHELL = (
    '<!doctype html><html lang="nl"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark">'
    f'<title>Voorbeeld</title>{_LINKS}</head><body><main class="md-main"><div class="md-main__inner">'
    '<div class="pagina"><article></article></div></div></main></body></html>'
)


def voorbeelden(edition: Edition) -> dict[str, Any]:
    """Return every block that has a preview, and what its texts need: words to explain, English words, sources."""
    blokken = {"gedragsprincipe": _principe(edition)}
    drawn = "".join(blok["html"] for blok in blokken.values())
    begrippen = edition.framework.begrippen.values()
    explained = [begrip for begrip in begrippen if begrip.markeren]
    plain = Fragment(edition, str(Slot("b/sectie")))
    forms = [(form, begrip.id) for begrip in explained for form in begrip.forms]
    return {
        "schil": with_sprite(_SHELL + drawn)[: -len(drawn)],
        "blokken": blokken,
        "begrippen": sorted(forms, key=lambda pair: len(pair[0]), reverse=True),
        "uitleg": {
            begrip.id: _leading_nowhere(plain.explanation(str(Slot("b/geschreven", "engels")), begrip))
            for begrip in explained
        },
        "engels": sorted((form for begrip in begrippen for form in begrip.engels), key=len, reverse=True),
        "bronnen": {id_: _leading_nowhere(plain.cite(id_)) for id_ in edition.framework.bronnen},
        "langste": LONGEST_TEASER,
    }


def _principe(edition: Edition) -> dict[str, Any]:
    slots = principe_slots(edition)
    sectie = f"principe-{slots.id}"
    return {"sectie": sectie, "html": _leading_nowhere(principe_in(Marked(edition, sectie), slots, ""))}


def _leading_nowhere(html: str) -> str:
    return str(html).replace(f'"{LINK_SCHEME}', f'"{LEADS_TO}')

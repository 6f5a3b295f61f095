"""Name of a pictogram → its drawing on a page, by reference; a page → the same page with the drawings it refers to.

Drawn by ourselves on a grid of 24 px: one line of 1.75, round ends, no fill. A pictogram never stands without its word.
"""

import re
from functools import cache

from markupsafe import Markup

from leidraad.render.block.between import without

PADEN: dict[str, str] = {
    "bron": "M4 5c3-1 6-1 8 1 2-2 5-2 8-1v13c-3-1-6-1-8 1-2-2-5-2-8-1zm8 1v13",
    "cursus": "M2 9l10-5 10 5-10 5zm4 2.2V17c3.5 2.5 8.5 2.5 12 0v-5.8M22 9v5",
    "doel": "M6 21V4m0 0h11l-2.5 4L17 12H6",
    "doelgedrag": "M3 20h5v-5h5v-5h5V5h3",
    "download": "M12 4v11m-4.5-4.5L12 15l4.5-4.5M5 20h14",
    "geen": "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM5.6 5.6l12.8 12.8",
    "geloof-in-eigen-kunnen": "M2.5 20 10 8l7.5 12zM10 8V3l4 1.6L10 6.2M15.5 16.5l2-3 4 6.5h-4",
    "gemeente": "M3 20h18M5 20v-9m4.7 9v-9m4.6 9v-9M19 20v-9M3 11l9-7 9 7z",
    "gesprek": "M4 5h16v11h-9l-5 4v-4H4zm4 4h8m-8 3.5h5",
    "hand": (
        "M8 13V6a1.5 1.5 0 0 1 3 0v5m0-6a1.5 1.5 0 0 1 3 0v6m0-4.5a1.5 1.5 0 0 1 3 0V15c0 3.5-2 6-5.5 6-2.6 "
        "0-4-1.2-5.3-3.3L4 14.5c-1-1.7 1-2.9 2.2-1.5L8 15"
    ),
    "houding": "M12 4v16m-5 0h10M5 7h14M5 7l-2.5 6h5zm14 0-2.5 6h5z",
    "huis": "M4 20V9l8-5 8 5v11zm6 0v-6h4v6",
    "hulp": "M12 4a8 8 0 0 0-8 8v4h4v-5H4m16 0h-4v5h4v-4a8 8 0 0 0-8-8zM18 16c0 3-2 4-5 4",
    "info": "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v5.5M12 7.5v.2",
    "ja": "M5 12.5 10 17.5 19.5 7",
    "kennis": "M9 18h6m-5 3h4M12 3a6 6 0 0 0-3.5 10.9V15h7v-1.1A6 6 0 0 0 12 3z",
    "keuze": "M12 21v-7M12 14c0-5-6-4-6-10m6 10c0-5 6-4 6-10M3.5 6.5 6 4l2.5 2.5m7 0L18 4l2.5 2.5",
    "klok": "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zm0 4v5l3.5 2",
    "kopie": "M8 8h12v12H8zM16 8V4H4v12h4",
    "kruimel": "M9 6l6 6-6 6",
    "lastige-situaties": "M12 3a9 9 0 0 1 9 9H3a9 9 0 0 1 9-9zm0 9v6.5a2.2 2.2 0 0 0 4.4 0M12 3V1.8",
    "let": "M12 3 2.5 20h19zM12 10v4.5M12 17.3v.2",
    "lijst": "M9 6h11M9 12h11M9 18h11M4.5 6v.2M4.5 12v.2M4.5 18v.2",
    "min": "M5 12h14",
    "mond": "M4 5h16v11h-9l-5 4v-4H4z",
    "nee": "M6 6l12 12M18 6 6 18",
    "oog": (
        "M2.5 12c2.5-4.5 5.7-6.5 9.5-6.5s7 2 9.5 6.5c-2.5 4.5-5.7 6.5-9.5 6.5S5 16.5 2.5 12zM12 9a3 3 0 1 0 "
        "0 6 3 3 0 0 0 0-6z"
    ),
    "oor": "M7 10a5 5 0 1 1 10 0c0 4-4 4.5-4 8a2.5 2.5 0 0 1-4.8 1M10 10a2 2 0 1 1 4 0",
    "papier": "M6 3h9l4 4v14H6zM14 3v5h5M9 12h7M9 16h7",
    "pen": "M4 20l1-4L16 5l3 3L8 19zm9.5-12.5l3 3",
    "pijl": "M5 12h14M13 6l6 6-6 6",
    "plus": "M12 5v14M5 12h14",
    "praktische-belemmeringen": "M3 8h18v5H3zm3 5v7m12-7v7M7 8l4 5m2-5 4 5",
    "print": "M7 8V3h10v5M5 8h14v8h-3v5H8v-5H5z",
    "samen": (
        "M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zm6.5-.5a2.5 2.5 0 1 0 0-5M3.5 19c.5-3.5 2.5-5 5.5-5s5 1.5 5.5 "
        "5M16.5 14c2.5.2 3.7 1.7 4 4.5"
    ),
    "scherm": "M3 5h18v11H3zm5 15h8m-4-4v4",
    "schuurt": "M2.5 12h7.5M7 8.5 10.5 12 7 15.5M21.5 12H14M17 8.5 13.5 12 17 15.5",
    "slot": "M6 11h12v9H6zm2.5 0V8a3.5 3.5 0 0 1 7 0v3",
    "sociale-norm": (
        "M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zm8.5 0a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM2.5 19c.6-3.5 2.8-5 "
        "5.5-5s4.9 1.5 5.5 5M16 14c2.7-.2 4.9 1.4 5.5 4.5"
    ),
    "team": (
        "M12 10a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM5 13a2.3 2.3 0 1 0 0-4.6A2.3 2.3 0 0 0 5 13zm14 0a2.3 2.3 0 1 0 "
        "0-4.6A2.3 2.3 0 0 0 19 13zM7 20c.4-4 2-6 5-6s4.6 2 5 6M2 18c.2-2 1-3 3-3m17 3c-.2-2-1-3-3-3"
    ),
    "terug": "M4 12a8 8 0 1 0 2.5-5.8M4 4v4h4m4 0v4.5l3 2",
    "vaardigheden": "M15 4a5 5 0 0 0-4.6 6.8L4 17.2 6.8 20l6.4-6.4A5 5 0 0 0 20 9l-3 3-3-1-1-3z",
    "vast": "M3.5 12c0-5 5-5 8.5 0s8.5 5 8.5 0-5-5-8.5 0-8.5 5-8.5 0z",
    "vergelijk": "M4 4h6v16H4zm10 0h6v16h-6z",
    "vraag": "M9 9a3 3 0 1 1 4.2 2.7c-.8.4-1.2 1-1.2 2.3M12 17v.2M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z",
    "werk": "M4 8h16v11H4zm5 0V5h6v3M4 13h16",
    "wis": "M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13",
    "zoek": "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5 20 20",
}
_SPRITE = '\n<svg class="sprite"'
_USED = re.compile(r'href="#p-([a-z-]+)"')
_BODY = re.compile(r"<body[^>]*>")


@cache
def pictogram(naam: str) -> Markup:
    """Return a drawing that a screen reader passes over; `with_sprite` puts its lines in the page."""
    if naam not in PADEN:
        raise KeyError(f"pictogram «{naam}» bestaat niet; kies uit {', '.join(PADEN)}")
    return Markup('<svg class="pictogram" width="24" height="24" aria-hidden="true"><use href="#p-{}"/></svg>').format(
        naam
    )


def with_sprite(text: str) -> str:
    """Return a page with the drawings that it refers to, each once; doing it again changes nothing."""
    text = without(text, _SPRITE, "</svg>")
    names = sorted(set(_USED.findall(text)) & PADEN.keys())
    if not names:
        return text
    symbols = "".join(f'<symbol id="p-{n}" viewBox="0 0 24 24"><path d="{PADEN[n]}"/></symbol>' for n in names)
    sprite = f'{_SPRITE} width="0" height="0" aria-hidden="true">{symbols}</svg>'
    return _BODY.sub(lambda match: match[0] + sprite, text, count=1)

"""A step to an edition of one's own → its picture: a screen drawn from the lines that a test plays on the real page."""

from collections.abc import Iterator

from leidraad.model.use.framework import Edition
from leidraad.render.block.fragment import Fragment
from leidraad.render.stapbeeld.beelden import BEELDEN, Beeld, Regel

_NAMES = {
    "kop": "kop",
    "tab": "tabblad",
    "lade": "lade",
    "veld": "veld",
    "lang": "veld",
    "kies": "keuzelijst",
    "knop": "knop",
    "rij": "regel",
    "kolom": "kolom",
    "tekst": "tekst",
}


def stapbeeld(edition: Edition, naam: str) -> str:
    """Return the picture of a step, with its words for who cannot see it and a caption for who can."""
    beeld = BEELDEN[naam]
    return Fragment(edition, f"stapbeeld-{naam}").render(
        "render/stapbeeld/stapbeeld.html", naam=naam, beeld=beeld, in_woorden=in_words(beeld)
    )


def in_words(beeld: Beeld) -> str:
    """Return what a picture shows, as one text."""
    kind = "Beeld" if beeld.pagina else "Tekening"
    return f"{kind} van het scherm «{beeld.waar}». {' '.join(_sentences(beeld.regels))}"


def _sentences(regels: tuple[Regel, ...]) -> Iterator[str]:
    for regel in regels:
        held = regel.waarde.replace("\t", ", ").replace("\n", " / ").removesuffix(".")
        value = f"; daarin: {held}" if held else ""
        press = f" (druk hier, {regel.hier})" if regel.hier else ""
        told = f"{_NAMES[regel.soort].capitalize()}: {regel.tekst}{press}{value}"
        yield told if told.endswith("?") else f"{told}."

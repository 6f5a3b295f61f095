"""The storage keys that the scripts use → the list on the privacy page; a test holds the two together."""

from typing import NamedTuple

from leidraad.model.use.framework import Edition
from leidraad.render.block.fragment import Fragment


class StorageKey(NamedTuple):
    """What one key in the browser's storage is for."""

    sleutel: str
    plaats: str
    waarvoor: str
    hoe_lang: str


_BEURT = (
    "Een willekeurig teken, waaraan een ander tabblad merkt dat je gewist hebt. Er staat niets in van wat je invult."
)

STORAGE_KEYS = (
    StorageKey(
        "leidraad.palet",
        "localStorage",
        "Of je licht of donker koos; het staat er alleen als je zelf koos.",
        "tot je het wist.",
    ),
    StorageKey(
        "leidraad.sneltoets",
        "localStorage",
        "Of je de sneltoets / van het zoeken uitzette; het staat er alleen als je dat deed.",
        "tot je hem weer aanzet of het wist.",
    ),
    StorageKey(
        "leidraad.beurt",
        "localStorage",
        f"{_BEURT} Het staat er alleen als er iets ingevuld, gekozen of gezocht is.",
        "tot je wist.",
    ),
    StorageKey(
        "leidraad.beurt",
        "sessionStorage",
        f"{_BEURT} Het is hetzelfde teken, voor dit tabblad.",
        "tot je wist of dit tabblad sluit.",
    ),
    StorageKey(
        "leidraad.casus",
        "sessionStorage",
        "De casus waar je over nadenkt; die staat er alleen als je iets invult.",
        "tot je het wist of dit tabblad sluit. Een tabblad dat je heropent, kan het terugbrengen.",
    ),
    *(
        StorageKey(
            f"leidraad.{naam}",
            "sessionStorage",
            f"Wat je invult bij {titel}, alleen in dit tabblad.",
            "tot je het wist of het tabblad sluit. Een browser kan een tabblad dat je net sloot, nog terughalen.",
        )
        for naam, titel in (
            ("teamoogst", "de teamoogst"),
            ("zelfscan", "de zelfscan"),
            ("principe-maker", "«Uw leidraad invullen»"),
        )
    ),
)


def opslag(edition: Edition) -> str:
    """Return the list of everything that the site keeps in the browser."""
    return Fragment(edition, "opslag").render("render/page/opslag.html", opslag=STORAGE_KEYS)

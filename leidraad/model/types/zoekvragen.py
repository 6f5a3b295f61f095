"""framework/zoekvragen.yaml: what people type, and what they should find."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from leidraad.model.types.base import Blok, Naar, Regel

Groep = Literal[
    "verbuiging",
    "zonder-accenten",
    "deel-van-woord",
    "samenstelling",
    "synoniem",
    "tikfout",
    "eigen-woord",
    "gewoon",
]
Vondst = Annotated[str, StringConstraints(pattern=r"^([a-z]+):([a-z0-9/-]+)$")]


class Zoekvraag(Blok):
    """Words that a professional types, and the item or page that should come first."""

    vraag: Regel = Field(title="Vraag", description="Wat iemand intypt.")
    groep: Groep = Field(
        "eigen-woord", title="Soort", description="Voor wie het zoeken test: wat er lastig aan is, zoals een tikfout."
    )
    vindt: Annotated[Vondst, Naar(heel=True)] = Field(
        title="Vindt", description="Wat bovenaan hoort: factor:kennis, of pagina:over/privacy."
    )

"""framework/instrumenten/: worksheets, to read on screen and fill in on paper."""

from typing import Annotated, Literal

from pydantic import Field

from leidraad.model.types.base import Blok, Cel, Id, Naar, Onderdelen, Puntenblok, Regel, Tekst, Tekstblok
from leidraad.model.types.igm import Kop
from leidraad.model.types.onderzoeken import Bewijspunt, WatWetenWe

# The fields of a principle that a group can fill in together.
Oogstveld = Literal[
    "titel",
    "betekent_wel",
    "betekent_niet",
    "waarom",
    "spanning_met",
    "raakt_factoren",
    "stappen",
    "onderbouwing",
    "getoetst_met",
    "geleerd",
    "status",
    "door",
    "op",
    "herzien_voor",
]


class Tabel(Blok):
    """A table; an empty cell is a place to write."""

    kolommen: tuple[Regel, ...] = Field(min_length=1, title="Kolommen", description="De koppen.")
    rijen: tuple[tuple[Cel, ...], ...] = Field(min_length=1, title="Rijen", description="Elke rij is een lijst.")

    @property
    def genummerd(self) -> bool:
        """Return whether each row begins with no more than a number."""
        return 0 < max(len(rij[0]) for rij in self.rijen) < 4

    @property
    def op_kaart(self) -> tuple[tuple[str, ...], ...]:
        """Return the head and the rows as a card has room for them: beside three columns to read, none to write in."""
        columns = list(zip(self.kolommen, *self.rijen, strict=True))
        read = [column for column in columns if any(column[1:])]
        return tuple(zip(*(read if len(read) > 2 else columns), strict=True))


class Ronde(Blok):
    """A round of a meeting: how long, what happens, who begins, and the part of the worksheet that goes with it."""

    minuten: int = Field(ge=1, le=240, title="Minuten", description="Hoe lang de ronde duurt.")
    titel: Regel = Field(title="Titel", description="Wat er gebeurt.")
    wie: Regel | None = Field(None, title="Wie", description="Wie begint.")
    deel: Id | None = Field(None, title="Deel", description="De id van het deel van dit werkblad dat erbij hoort.")


class Bijeenkomst(Blok):
    """What comes with a meeting of the development group, besides its aim, agenda, questions and harvest."""

    uitnodiging: Tekstblok = Field(title="Uitnodiging", description="Wat de leden van tevoren lezen.")
    oogst: tuple[Oogstveld, ...] = Field(
        (), title="Oogst", description="Welke velden van een principe deze bijeenkomst oogst."
    )
    begeleiders: Puntenblok = Field(title="Begeleiders", description="Een briefje voor de twee begeleiders.")
    kennis: tuple[Bewijspunt, ...] = Field(min_length=1, title="Kennis", description="Wat we weten over wat werkt.")


class InstrumentDeel(Blok):
    """A part of a worksheet."""

    id: Id = Field(title="Id", description="Korte naam; wordt een adres op de pagina.")
    titel: Regel = Field(title="Titel", description="De kop die de lezer ziet.")
    tekst: Tekstblok | None = Field(None, title="Tekst", description="Uitleg bij dit deel.")
    punten: Puntenblok | None = Field(None, title="Punten", description="Vragen of aanwijzingen.")
    velden: tuple[Regel, ...] = Field((), title="Velden", description="Wat iemand op papier invult.")
    tabel: Tabel | None = Field(None, title="Tabel", description="Een tabel om in te vullen.")
    rondes: tuple[Ronde, ...] = Field((), title="Rondes", description="Het draaiboek van een bijeenkomst.")
    bijeenkomst: Bijeenkomst | None = Field(
        None, title="Bijeenkomst", description="Bij een bijeenkomst van de ontwikkelgroep: wat erbij hoort."
    )


class Instrument(Kop):
    """A worksheet: for whom, when, what it is not, and its parts in order."""

    soort: Literal["instrument"] = Field(title="Soort", description="instrument")
    voor_wie: Tekst = Field(title="Voor wie", description="Wie dit gebruikt.")
    wanneer: Tekst = Field(title="Wanneer", description="Op welk moment.")
    duur: Tekstblok | None = Field(None, title="Duur", description="Hoe lang het duurt.")
    wat_is_het: Tekstblok = Field(title="Wat is het", description="Wat je ermee doet.")
    let_op: tuple[Tekstblok, ...] = Field(min_length=1, title="Let op", description="Wat het niet is.")
    onderdelen: tuple[InstrumentDeel, ...] = Field(
        min_length=1, title="Onderdelen", description="De delen, op volgorde."
    )
    casus: Annotated[Id, Naar("casus")] | None = Field(
        None, title="Casus", description="De verzonnen casus waarmee een groep oefent."
    )
    wat_weten_we: WatWetenWe | None = Field(None, title="Wat weten we", description="Het bewijs, ook het tegenbewijs.")
    naar: Onderdelen = Field((), title="Naar", description="Onderdelen om verder te lezen.")

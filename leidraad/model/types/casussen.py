"""framework/casussen/: invented cases, for a walk, a case meeting, a course and the development group."""

from typing import Annotated, Literal

from pydantic import Field

from leidraad.model.types.base import LONGEST_TEASER, TEASER, Blok, Id, Naar, Regel, Stappen, Tekst


class Casus(Blok):
    """An invented case; nobody in it exists."""

    id: Id = Field(title="Id", description="Gelijk aan de bestandsnaam.")
    titel: Regel = Field(title="Titel", description="De naam die de lezer ziet.")
    verzonnen: Literal["ja"] = Field(title="Verzonnen", description="Altijd ja: een casus is verzonnen.")
    zoekwoorden: tuple[Regel, ...] = Field((), title="Zoekwoorden", description="Woorden waarmee iemand dit zoekt.")
    verhaal: Tekst = Field(title="Verhaal", description="Wat er speelt, zonder naam of herkenbare details.")
    doelgedrag: Tekst = Field(title="Doelgedrag", description="Om welk gedrag het gaat.")
    zegt: tuple[Tekst, ...] = Field((), title="Zegt", description="Wat de inwoner zegt, tussen « en ».")
    gezien: tuple[Tekst, ...] = Field((), title="Gezien", description="Wat de professional zag.")
    vermoed: tuple[Tekst, ...] = Field((), title="Vermoed", description="Wat de professional denkt, maar niet vroeg.")
    nog_onbekend: tuple[Tekst, ...] = Field(min_length=1, title="Nog onbekend", description="Wat nog gevraagd moet.")
    factoren: tuple[Annotated[Id, Naar("factor")], ...] = Field(
        min_length=1, title="Factoren", description="Factoren die kunnen meespelen."
    )
    stappen: Stappen = Field(min_length=1, title="Stappen", description="Stappen waar de casus bij past.")
    ligt_het_aan_ons: tuple[Tekst, ...] = Field((), title="Ligt het aan ons?", description="Ons deel, werk en regels.")
    om_te_bespreken: tuple[Tekst, ...] = Field(
        min_length=1, title="Om te bespreken", description="Vragen voor een groep."
    )
    teaser: Regel | None = Field(None, max_length=LONGEST_TEASER, title="Teaser", description=TEASER)
    let_op: Tekst | None = Field(None, title="Let op", description="Een kanttekening.")

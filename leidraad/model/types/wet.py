"""framework/wet.yaml: what the law changes in weighing, dated, until a municipality says it in words of its own."""

from typing import Literal

from pydantic import Field

from leidraad.model.types.base import Blok, Datum, Id, JaNee, Puntenblok, Regel, Tekstblok


class Wetspunt(Blok):
    """A rule that changes what one weighs, with the day it was looked up and the day it must be looked up again."""

    id: Id = Field(title="Id", description="Korte naam; wordt een adres op de pagina.")
    titel: Regel = Field(title="Titel", description="Waar de regel over gaat.")
    zoekwoorden: tuple[Regel, ...] = Field((), title="Zoekwoorden", description="Woorden waarmee iemand dit zoekt.")
    stand: Literal["geldt", "gedoogd", "aangekondigd", "verandert"] = Field(
        title="Stand", description="geldt, gedoogd (vooruitlopen mag), aangekondigd, of verandert."
    )
    vanaf: Regel = Field(title="Vanaf", description="Vanaf of tot wanneer, in woorden.")
    regel: Tekstblok = Field(title="Regel", description="Wat de regel is, in een paar zinnen.")
    wegen: Puntenblok = Field(title="Wegen", description="Wat je hierdoor anders weegt, als vraag of als afspraak.")
    per_gemeente: JaNee = Field(title="Per gemeente", description="ja = gemeenten verschillen hierin.")
    nagekeken_op: Datum = Field(title="Nagekeken op", description="Datum waarop wij dit opzochten.")
    herzien_voor: Datum = Field(title="Herzien voor", description="Datum waarvoor iemand dit opnieuw opzoekt.")

"""framework/afwegingskader/: the four steps of working methodically."""

from typing import Literal

from pydantic import Field

from leidraad.model.types.base import Onderdelen, Puntenblok, Regel, Tekstblok
from leidraad.model.types.igm import Onderdeel


class Product(Tekstblok):
    """What there is after a step."""

    onderdelen: tuple[Regel, ...] = Field((), title="Onderdelen", description="Wat er op papier staat.")


class Stap(Onderdeel):
    """A step of the afwegingskader: what it is for, what one weighs, what comes of it."""

    soort: Literal["stap"] = Field(title="Soort", description="stap")
    waarvoor: Tekstblok = Field(title="Waarvoor", description="Waar deze stap voor is.")
    igm_vraag: Tekstblok = Field(title="Vraag aan het IGM", description="Wat het model in deze stap vraagt.")
    wat_doe_je: Puntenblok = Field(title="Wat doe je", description="Wat je in deze stap doet.")
    overwegingen: Puntenblok = Field(title="Overwegingen", description="Wat je afweegt, en waarom.")
    vragen_aan_jezelf: Puntenblok = Field(title="Vragen aan jezelf", description="Vragen voor de professional.")
    vragen_samen: Puntenblok = Field(title="Vragen samen", description="Vragen aan de inwoner, met u.")
    principe_vraag: Tekstblok = Field(title="Vraag van het principe", description="Wat ons principe hier vraagt.")
    product: Product = Field(title="Product", description="Wat er na deze stap is.")
    naar: Onderdelen = Field((), title="Naar", description="Onderdelen om verder te lezen.")

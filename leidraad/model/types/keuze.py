"""framework/gemeenten/<slug>/keuze.yaml: what of the core a municipality uses, where, and in which order."""

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from leidraad.model.types.base import Blok, EigenBestand, Id, Naar

Plek = Literal["gesprek", "poster", "rapportage"]
Vraagplek = Literal["gesprek", "poster"]  # where questions are asked
_NIETS = ""  # no other name: it never did anything there


class KeuzeOpPlek(Blok):
    """What is used in one place; a list that is empty or absent chooses nothing, so everything is used."""

    factoren: tuple[Annotated[Id, Naar("factor", volgorde=True)], ...] = Field(
        (), title="Factoren", description="Ids van factoren, op uw volgorde."
    )


class KeuzeOpPoster(KeuzeOpPlek):
    """What is asked on the wall."""

    VERVALLEN: ClassVar[Mapping[str, str]] = dict.fromkeys(("routes", "activiteiten"), _NIETS)

    vragen: tuple[Annotated[Id, Naar("vraag", volgorde=True)], ...] = Field(
        (), title="Vragen", description="Ids van open vragen van de kern, op uw volgorde. Ze staan bij «open_vragen»."
    )


class KeuzeInGesprek(KeuzeOpPoster):
    """What stands in front in conversation."""

    VERVALLEN: ClassVar[Mapping[str, str]] = {}

    routes: tuple[Annotated[Id, Naar("route", volgorde=True)], ...] = Field(
        (), title="Routes", description="Ids van routes, op uw volgorde."
    )
    activiteiten: tuple[Annotated[Id, Naar("activiteit", volgorde=True)], ...] = Field(
        (), title="Activiteiten", description="Ids van activiteiten van de kern en van uzelf, op uw volgorde."
    )


class KeuzeInRapportage(KeuzeOpPlek):
    """What stands in front in a report."""

    VERVALLEN: ClassVar[Mapping[str, str]] = dict.fromkeys(("vragen", "routes", "activiteiten"), _NIETS)


class Keuze(EigenBestand):
    """What a municipality uses in conversation, on the wall and in its report; the rest stays readable."""

    principes: tuple[Annotated[Id, Naar("principe", volgorde=True)], ...] = Field(
        (),
        title="Volgorde van principes",
        description="Ids van uw eigen principes, op uw volgorde. Wat u niet noemt, volgt op status en dan op alfabet.",
    )
    gesprek: KeuzeInGesprek = Field(
        default_factory=KeuzeInGesprek,
        title="Gesprek",
        description="Wat in gesprekken vooraan staat. Alle factoren blijven bij elk gesprek, want het model "
        "heeft ze alle nodig; van de rest blijft alles te kiezen.",
    )
    poster: KeuzeOpPoster = Field(
        default_factory=KeuzeOpPoster,
        title="Poster",
        description="Welke factoren er een hele vraag hebben; de andere de korte van de kaart. Leeg = alles.",
    )
    rapportage: KeuzeInRapportage = Field(
        default_factory=KeuzeInRapportage,
        title="Rapportage",
        description="Welke factoren vooraan staan in de tekst voor het cliëntsysteem; de andere volgen.",
    )

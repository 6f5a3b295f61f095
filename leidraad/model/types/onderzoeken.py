"""framework/onderzoeken/ and zoekverantwoording.yaml: what was found by research, and what was searched for."""

from typing import Annotated, Any, Literal, Self

from pydantic import Field, ModelWrapValidatorHandler, model_validator

from leidraad.model.types.base import Blok, Bronnen, Datum, Herkomst, Id, JaNee, Naar, Regel, Tekst, Tekstblok

Opzet = Literal["loting", "vergelijking", "samenhang", "voor-en-na", "beschrijving", "theorie", "ervaring"]
Groep = Literal["bijstand-nederland", "bijstand-elders", "anderen"]
Richting = Literal["gunstig", "geen-verschil", "geen-nadeel", "ongunstig", "wisselend"]


class Onderzoek(Blok):
    """A study, told once: how it was done, with whom, what came out and what it does not show."""

    id: Id = Field(title="Id", description="Dezelfde id als de bron in bronnen.yaml; gelijk aan de bestandsnaam.")
    ook_in: Bronnen = Field((), title="Ook in", description="Andere bronnen over hetzelfde onderzoek.")
    opzet: Opzet = Field(
        title="Opzet",
        description="loting (ook een overzicht van studies met loting), vergelijking (zonder loting, of een overzicht "
        "van uiteenlopend onderzoek), samenhang, voor-en-na, beschrijving, theorie of ervaring.",
    )
    groep: Groep = Field(
        title="Groep", description="Bij wie: mensen in de bijstand in Nederland of elders, of anderen."
    )
    aanpak: Tekst = Field(title="Aanpak", description="De opzet in gewone woorden.")
    bij_wie: Tekst = Field(title="Bij wie", description="Welke mensen, en waar.")
    aantal: Regel | None = Field(None, title="Aantal", description="Hoeveel mensen of studies; leeg = niet gezien.")
    vergeleken_met: Tekst | None = Field(None, title="Vergeleken met", description="Wat de anderen kregen.")
    uitkomst: Tekst = Field(title="Uitkomst", description="Wat eruit kwam, in de maat van het onderzoek.")
    interval: Regel | None = Field(
        None, title="Interval", description="Het betrouwbaarheidsinterval, of «niet gezien»."
    )
    interval_gezocht_op: Datum | None = Field(
        None, title="Interval gezocht op", description="De dag waarop iemand naar het interval zocht."
    )
    interval_gezocht_in: Regel | None = Field(
        None, title="Interval gezocht in", description="Waar iemand keek, zoals «de samenvatting bij de uitgever»."
    )
    laat_niet_zien: Tekst = Field(title="Laat niet zien", description="Wat je hier niet uit mag afleiden.")
    let_op: Tekst | None = Field(None, title="Let op", description="Een kanttekening.")
    beoordeeld_op: Datum = Field(title="Beoordeeld op", description="Datum, zoals «2026-11-28».")
    herzien_voor: Datum = Field(title="Herzien voor", description="Datum waarvoor iemand dit opnieuw bekijkt.")


class Koppeling(Blok):
    """How a claim rests on a study."""

    naar: Annotated[Id, Naar("onderzoek")] = Field(title="Naar", description="De id van het onderzoek.")
    past_op: Literal["onderdeel", "geheel"] = Field(
        title="Past op",
        description="onderdeel = dit is zelf onderzocht; geheel = dit was een deel van wat onderzocht is.",
    )
    richting: Richting | None = Field(
        None, title="Richting", description="Wat het onderzoek hierover zegt: gunstig, geen-verschil, …"
    )
    bij: Regel | None = Field(None, title="Bij", description="Waarop, of bij wie, die richting slaat.")
    # What a study only tells (how often, what people said) is not its outcome; so it can only lower the label.
    als: Literal["beschrijving", "ervaring"] | None = Field(
        None, title="Als", description="Als het niet de uitkomst is: een beschrijving, of de ervaring van betrokkenen."
    )


class Zoekactie(Blok):
    """A question that was searched: where, with which words, when, and what came of it."""

    id: Id = Field(title="Id", description="z1, z2, …: uitspraken zonder vondst wijzen ernaar.")
    vraag: Regel = Field(title="Vraag", description="De vraag waarmee gezocht is.")
    waar: Tekst = Field(title="Waar", description="Waar gezocht is.")
    zoekwoorden: tuple[Regel, ...] = Field(min_length=1, title="Zoekwoorden", description="Met welke woorden.")
    gezocht_op: Datum = Field(title="Gezocht op", description="De dag van het zoeken.")
    gevonden: tuple[Annotated[Id, Naar("onderzoek")], ...] = Field(
        (), title="Gevonden", description="De ids van de onderzoeken die dit opleverde."
    )
    niet_gevonden: tuple[Tekst, ...] = Field((), title="Niet gevonden", description="Wat niet te vinden was.")
    herzien_voor: Datum = Field(title="Herzien voor", description="Datum waarvoor iemand opnieuw zoekt.")


class Bewijspunt(Herkomst):
    """A claim about what works; its label follows from the studies that it rests on (model/use/bewijs.py)."""

    bewering: Tekst = Field(title="Bewering", description="Wat er gevonden is.")
    onderzoek: tuple[Koppeling, ...] = Field((), title="Onderzoek", description="De onderzoeken onder deze bewering.")
    gezocht: Annotated[Id, Naar("zoekactie")] | None = Field(
        None, title="Gezocht", description="De zoekactie die niets opleverde, zoals «z6». Leeg = niet gezocht."
    )
    ernaast: JaNee = Field(
        False, title="Ernaast", description="ja = dit gaat over iets ernaast, en telt niet mee voor het geheel."
    )
    wie: Regel | None = Field(None, title="Wie", description="Zonder onderzoek: wie dit zegt of meemaakte, en waar.")
    let_op: Tekstblok | None = Field(None, title="Let op", description="Een kanttekening.")

    @model_validator(mode="wrap")
    @classmethod
    def _cite_the_studies(cls, value: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        """A study has the id of its source, so what it supports cites that source."""
        punt = handler(value)
        return punt.model_copy(update={"bronnen": tuple(dict.fromkeys((*punt.studied, *punt.bronnen)))})

    @property
    def studied(self) -> tuple[str, ...]:
        """The ids of the studies, each of which is also that of its source."""
        return tuple(koppeling.naar for koppeling in self.onderzoek)


class WatWetenWe(Blok):
    """What is known, counter-evidence beside evidence."""

    samenvatting: Tekstblok = Field(title="Samenvatting", description="De hoofdlijn, eerlijk.")
    punten: tuple[Bewijspunt, ...] = Field(min_length=1, title="Punten", description="De losse beweringen.")

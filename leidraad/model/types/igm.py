"""framework/igm/: the two starting points and the factors of the Integratief Gedragsmodel."""

from typing import Annotated, Literal

from pydantic import Field

from leidraad.model.types.base import (
    Blok,
    Datum,
    Herkomst,
    Icoon,
    Id,
    JaNee,
    Naar,
    Puntenblok,
    Regel,
    Tekst,
    Tekstblok,
)
from leidraad.model.types.onderzoeken import WatWetenWe

GEDRAG = "((gedrag))"  # in the sentence of a scale: the behaviour that is looked at


class Naam(Herkomst):
    """Another name for the same thing, and who uses it."""

    term: Regel = Field(title="Term", description="De andere naam.")
    toelichting: Tekst | None = Field(None, title="Toelichting", description="Wat er anders is aan deze naam.")


class Aspect(Herkomst):
    """A side of a factor."""

    id: Id = Field(title="Id", description="Korte naam, voor de open vragen.")
    titel: Regel = Field(title="Titel", description="De naam van dit aspect.")
    vraag: Regel = Field(title="Vraag", description="De vraag die bij dit aspect hoort.")
    let_op: Tekstblok | None = Field(None, title="Let op", description="Een kanttekening.")


class OpenVraag(Herkomst):
    """A question to put to the resident."""

    id: Id | None = Field(
        None, title="Id", description="Korte naam waarmee een gemeente deze vraag kiest, zoals «kennis-gehoord»."
    )
    vraag: Tekst = Field(title="Vraag", description="Een open vraag, met u.")
    aspect: Id | None = Field(
        None, title="Aspect", description="Het aspect waar de vraag bij hoort: daar staat hij op de pagina ook bij."
    )


class OpenVragen(Herkomst):
    """The open questions of a factor."""

    punten: tuple[OpenVraag, ...] = Field(min_length=1, title="Punten", description="De vragen.")


class Signalen(Herkomst):
    """What one may see or hear; a reason to ask, never a conclusion."""

    let_op: Tekst = Field(title="Let op", description="Dat een signaal aanleiding is voor een vraag.")
    helpt: tuple[Tekst, ...] = Field(min_length=1, title="Helpt", description="Wat kan helpen.")
    hindert: tuple[Tekst, ...] = Field(min_length=1, title="Hindert", description="Wat kan hinderen.")


class Relatie(Herkomst):
    """How this factor bears on another."""

    factor: Annotated[Id, Naar("factor", "startpunt")] = Field(
        title="Factor", description="De id van de andere factor."
    )
    tekst: Tekst = Field(title="Tekst", description="Hoe de twee samenhangen.")


class Schaalpunt(Blok):
    """A point on the scale, in words."""

    woord: Regel = Field(title="Woord", description="Het woord bij dit punt.")
    betekent: Regel = Field(title="Betekent", description="Wat het betekent, in de ik-vorm.")


class Schaal(Herkomst):
    """Five points in words for talking together; never added up or compared."""

    gevalideerd: JaNee = Field(title="Gevalideerd", description="ja of nee.")
    wie_kiest: Tekst = Field(title="Wie kiest", description="Wie als eerste kiest.")
    uitspraak: Regel = Field(title="Uitspraak", description="De zin waarover het gaat, met ((gedrag)).")
    punten: tuple[Schaalpunt, ...] = Field(min_length=5, max_length=5, title="Punten", description="Vijf punten.")
    buiten_de_schaal: tuple[Regel, ...] = Field(
        min_length=2, title="Buiten de schaal", description="Antwoorden die altijd mogen."
    )
    daarna: tuple[Regel, ...] = Field(min_length=1, title="Daarna", description="Wat u daarna samen bespreekt.")
    let_op: Tekst = Field(title="Let op", description="Wat u niet met de antwoorden doet.")

    @property
    def stelling(self) -> str:
        """The sentence that a word is chosen for, without the behaviour: that has its own part."""
        return self.uitspraak.partition(GEDRAG)[0].rstrip(" —")


class ZoNoteerJe(Herkomst):
    """How to write it down so that the resident recognises it."""

    liever_niet: Tekst = Field(title="Liever niet", description="Een oordeel over een persoon.")
    wel: Tekst = Field(title="Wel", description="Wat er gezegd of gezien is.")
    waarom: Tekst = Field(title="Waarom", description="Waarom dat beter is.")


class VoorDeInwoner(Tekstblok):
    """An item in plain words, with a heading that a resident understands."""

    titel: Regel = Field(title="Titel", description="Een kop die een inwoner meteen begrijpt, met u.")


class Kop(Blok):
    """What every item of the core has: a name, other names, a core message and its review dates."""

    id: Id = Field(title="Id", description="Gelijk aan de bestandsnaam.")
    titel: Regel = Field(title="Titel", description="De naam die de lezer ziet.")
    ook_wel: tuple[Naam, ...] = Field((), title="Ook wel", description="Andere namen, met hun bron.")
    zoekwoorden: tuple[Regel, ...] = Field((), title="Zoekwoorden", description="Woorden waarmee iemand dit zoekt.")
    kern: Tekstblok = Field(title="Kern", description="Twee zinnen: ook op kaarten en in de zoekresultaten.")
    beoordeeld_op: Datum = Field(title="Beoordeeld op", description="Datum, zoals «2026-11-21».")
    herzien_voor: Datum = Field(title="Herzien voor", description="Datum waarvoor iemand dit opnieuw bekijkt.")


class Onderdeel(Kop):
    """What starting points, factors and steps have in common."""

    wat_weten_we: WatWetenWe = Field(title="Wat weten we", description="Het bewijs, ook het tegenbewijs.")
    valkuilen: tuple[Tekstblok, ...] = Field(min_length=1, title="Valkuilen", description="Waar het misgaat.")
    zo_noteer_je: ZoNoteerJe = Field(title="Zo noteer je", description="Liever niet, wel, waarom.")
    voor_de_inwoner: VoorDeInwoner = Field(title="Voor de inwoner", description="In heel eenvoudige taal, met u.")
    reflectievragen: Puntenblok = Field(title="Reflectievragen", description="Vragen aan de professional zelf.")
    ligt_het_aan_ons: Puntenblok = Field(
        title="Ligt het aan ons?", description="Vragen over ons, de werkgever en de regels."
    )


class Startpunt(Onderdeel):
    """Where the weighing starts: the goal, or the behaviour that matters now."""

    soort: Literal["startpunt"] = Field(title="Soort", description="startpunt")
    icoon: Icoon = Field(title="Icoon", description="De naam van het pictogram op de kaart.")
    korte_vraag: Regel = Field(title="Korte vraag", description="De vraag op de kaart, in drie of vier woorden.")
    definitie: Tekstblok = Field(title="Definitie", description="Wat het is.")
    kernvraag: Tekstblok = Field(title="Kernvraag", description="De ene vraag waar het om gaat.")
    plaats_in_model: Tekstblok | None = Field(None, title="Plaats in het model", description="Waarom het hier staat.")
    aspecten: tuple[Aspect, ...] = Field((), title="Aspecten", description="Kanten van dit onderdeel.")
    luister_naar: Puntenblok = Field(title="Luister naar", description="Waar je op let in een gesprek.")
    open_vragen: OpenVragen = Field(title="Open vragen", description="Vragen aan de inwoner, met u.")
    signalen: Signalen = Field(title="Signalen", description="Wat helpt en wat hindert.")
    relaties: tuple[Relatie, ...] = Field(min_length=1, title="Relaties", description="Verband met andere onderdelen.")


class Factor(Startpunt):
    """A factor of willen or kunnen."""

    soort: Literal["factor"] = Field(title="Soort", description="factor")  # type: ignore[assignment]  # narrows
    schaal: Schaal = Field(title="Schaal", description="Vijf punten in woorden, om samen te bespreken.")

"""framework/gemeenten/<slug>/: what a municipality writes itself."""

import re
from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field, field_validator

from leidraad.model.types.base import (
    AANVULBAAR,
    Blok,
    Bronnen,
    Datum,
    EigenBestand,
    Factoren,
    Id,
    JaNee,
    Kleur,
    Mailadres,
    Naar,
    Regel,
    Siteadres,
    Stappen,
    Tekst,
    Tekstblok,
    Versie,
    Verwijzing,
    Webadres,
    Woordregel,
)
from leidraad.model.types.kern import Vervallen

Status = Literal["voorbeeld", "concept", "getoetst", "vastgesteld", "vervallen", "gepubliceerd"]
# What each says, for who reads the word somewhere else than here.
STATUS_BETEKENT: Mapping[Status, str] = {
    "voorbeeld": "verzonnen",
    "concept": "er wordt nog aan gewerkt",
    "getoetst": "voorgelegd en bijgesteld, en nog niet vastgesteld",
    "vastgesteld": "besloten om zo te werken",
    "vervallen": "geldt niet meer",
    "gepubliceerd": "overgenomen uit een openbare bron",
}


class Woord(Blok):
    """A word of one's own, in singular and plural (a de-word)."""

    enkelvoud: Woordregel = Field(title="Enkelvoud", description="Bijvoorbeeld «deelnemer».")
    meervoud: Woordregel = Field(title="Meervoud", description="Bijvoorbeeld «deelnemers».")


class Principewoord(Woord):
    """The word for a principle, which in Dutch is a de-word or a het-word."""

    lidwoord: Literal["de", "het"] | None = Field(
        None,
        title="Lidwoord",
        description="«de» (zoals de vuistregel) of «het» (zoals het uitgangspunt). Leeg: het bij een woord op "
        "«principe» of «punt», en anders de.",
    )

    @property
    def has_het(self) -> bool:
        """Return whether it is a het-word; where nothing is said, its end tells."""
        return self.lidwoord == "het" if self.lidwoord else self.enkelvoud.lower().endswith(("principe", "punt"))


class Woorden(Blok):
    """The municipality's own words."""

    inwoner: Woord = Field(title="Inwoner", description="Hoe u een inwoner noemt: een de-woord, zonder hoofdletter.")
    professional: Woord = Field(
        title="Professional", description="Hoe u een professional noemt: een de-woord, zonder hoofdletter."
    )
    principe: Principewoord = Field(
        title="Principe",
        description="Hoe u een gedragsprincipe noemt. Zo heet het in het hele menu, in de routes, op papier en in "
        "cursussen. Alleen waar de methode zelf wordt beschreven, blijft «leidend gedragsprincipe» staan.",
    )


class Stijl(Blok):
    """One accent colour, for light and for dark."""

    accent: Kleur = Field(title="Accent", description="Kleur op wit; het contrast wordt nagerekend.")
    accent_donker: Kleur = Field(title="Accent in het donker", description="Kleur op een donkere achtergrond.")
    logo: Regel | None = Field(
        None,
        title="Logo",
        description="Bestandsnaam in de map beeld/, .svg of .png. Een .png staat ook bij een link die iemand deelt.",
    )
    logo_tekst: Regel | None = Field(None, title="Tekst bij het logo", description="Wat een schermlezer voorleest.")


class Afspraken(Blok):
    """What is fixed, what teams choose, and what is free."""

    vast: tuple[Regel, ...] = Field((), title="Vast", description="Wat voor iedereen geldt.")
    per_team: tuple[Regel, ...] = Field((), title="Per team", description="Wat elk team zelf kiest.")
    vrij: tuple[Regel, ...] = Field((), title="Vrij", description="Wat elke professional zelf kiest.")


class Koppen(Blok):
    """The headings of the text that a professional pastes in the client system; empty ones are ours."""

    begin: Regel = Field("Doel en gedrag", title="Begin", description="Kop boven het doel en het gedrag.")
    willen: Regel = Field("Willen", title="Willen", description="Kop boven wat bij willen hoort.")
    kunnen: Regel = Field("Kunnen", title="Kunnen", description="Kop boven wat bij kunnen hoort.")
    verder: Regel = Field("Afwegen en afspreken", title="Verder", description="Kop boven de andere antwoorden.")
    bespreken: Regel = Field("Om te bespreken", title="Bespreken", description="Kop boven de bespreekpunten.")


DISCLAIMERS = {
    "verzonnen": "{naam} bestaat niet. Alles van deze gemeente is een verzonnen voorbeeld.",
    "uit-publicatie": "Niet uitgegeven door de gemeente {naam}.",
    "eigen": "Uitgegeven door de gemeente {naam}.",
}


def name_alone(name: str) -> str:
    """Return the name of a municipality without «Gemeente» before it."""
    return re.sub(r"^(de )?gemeente\s+(?=\S)", "", name, flags=re.IGNORECASE)


def speaks_itself(soort: str) -> bool:
    """Return False for the kind of which only a publication is known."""
    return soort != "uit-publicatie"


class EigenVervallen(Vervallen):
    """An own activity or principle that was published and is no longer used: its address leads on."""

    oud: Verwijzing = Field(
        title="Oud", description="Wat weg is uit deze map, zoals activiteit:fietsles of principe:kort."
    )
    nieuw: Annotated[Verwijzing, Naar(heel=True)] = Field(
        title="Nieuw",
        description="Waar een oude link heen leidt, zoals activiteit:jobcoach. Is er geen opvolger, noem dan waar het "
        "over ging, zoals factor:kennis, of pagina:activiteiten.",
    )


class Gemeente(EigenBestand):
    """A municipality: its name, words, colours and the places a resident can turn to."""

    id: Id = Field(title="Id", description="Gelijk aan de naam van de map.")
    naam: Regel = Field(
        title="Naam", description="De naam, zonder «gemeente» ervoor: die zetten de pagina's er zelf bij."
    )
    andere_namen: tuple[Regel, ...] = Field(
        (), title="Andere namen", description="Hoe de gemeente ook heet; zo vindt een lezer haar ook."
    )
    soort: Literal["verzonnen", "uit-publicatie", "eigen"] = Field(
        title="Soort",
        description="verzonnen = bestaat niet; uit-publicatie = niet door de gemeente uitgegeven; eigen = wel.",
    )
    editie: Versie = Field(title="Editie", description="Het nummer van deze versie, tussen aanhalingstekens: «2026.1».")
    datum: Datum = Field(title="Datum", description="De datum van deze editie.")
    woorden: Woorden = Field(
        title="Woorden",
        description="Uw eigen woorden, zonder lidwoord ervoor. Voor inwoner en professional een de-woord. Bij principe "
        "zegt «lidwoord» of het «de» of «het» is.",
    )
    stijl: Stijl = Field(title="Stijl", description="Eén kleur en eventueel een logo.")
    koppen: Koppen = Field(
        default_factory=Koppen, title="Koppen", description="Eigen koppen in de tekst voor het cliëntsysteem."
    )
    adres: Siteadres | None = Field(None, title="Adres", description="Het openbare adres van de publicatie.")
    contact: Mailadres | None = Field(None, title="Contact", description="Waar lezers een fout melden.")
    toegankelijkheidsverklaring: Webadres | None = Field(
        None, title="Toegankelijkheidsverklaring", description="Het adres ervan."
    )
    privacyverklaring: Webadres | None = Field(None, title="Privacyverklaring", description="Het adres ervan.")
    clientenraad: Tekst | None = Field(None, title="Cliëntenraad", description="Hoe de cliëntenraad te vinden is.")
    clientondersteuning: Tekst | None = Field(
        None, title="Cliëntondersteuning", description="Waar een inwoner gratis hulp bij een gesprek krijgt."
    )
    inzage: Tekst | None = Field(None, title="Inzage", description="Hoe een inwoner ziet wat er is opgeschreven.")
    klacht: Tekst | None = Field(None, title="Klacht", description="Waar een inwoner een klacht meldt.")
    bezwaar: Tekst | None = Field(None, title="Bezwaar", description="Hoe een inwoner bezwaar maakt.")
    wet_herzien_voor: Datum | None = Field(
        None,
        title="Wet herzien voor",
        description="Schrijft u zelf over de wet (teksten/wet.md)? De dag waarvoor u opnieuw kijkt wat er geldt.",
    )
    deelt_principes: JaNee = Field(
        False,
        title="Deelt principes",
        description="ja = uw principes mogen naast die van andere gemeenten staan, op de pagina «Leren van elkaar».",
    )
    vervallen: tuple[EigenVervallen, ...] = Field(
        (),
        title="Vervallen",
        description="Eigen activiteiten en principes die u publiceerde en wegnam of anders noemde.",
    )
    afspraken: Afspraken = Field(
        default_factory=Afspraken, title="Afspraken", description="Wat vast is, wat per team en wat vrij."
    )

    @field_validator("naam")
    @classmethod
    def _without_gemeente(cls, value: str) -> str:
        """Leave out «Gemeente» before the name: the pages put it there themselves."""
        return name_alone(value)

    @property
    def spreekt_zelf(self) -> bool:
        """False when only a publication is known: the edition then describes, and promises nothing."""
        return speaks_itself(self.soort)

    @property
    def uitgave(self) -> str:
        """The sentence that says whose word this edition is."""
        return DISCLAIMERS[self.soort].format(naam=self.naam)

    @property
    def auteur(self) -> str:
        """Who is named where this edition is quoted; a municipality that did not publish it is no author of it."""
        return f"Gemeente {self.naam}" if self.soort == "eigen" else f"{self.naam} (verzonnen gemeente)"

    def aangehaald(self, uitspraak: str) -> str:
        """Return a statement of this municipality: what only a publication says of it is a quotation."""
        return uitspraak if self.spreekt_zelf else f"«{uitspraak}»"


class Spanning(Blok):
    """Two principles that can pull apart."""

    principe: Annotated[Id, Naar("principe")] = Field(title="Principe", description="De id van het andere principe.")
    tekst: Tekst = Field(title="Tekst", description="Waar de twee kunnen schuren.")


class Onderbouwing(Blok):
    """The three sources of knowledge under a principle."""

    praktijk: Tekstblok | None = Field(None, title="Praktijk", description="Wat jullie zelf zagen werken.")
    wetenschap: Tekstblok | None = Field(None, title="Wetenschap", description="Wat onderzoek zegt, met bron.")
    client: Tekstblok | None = Field(None, title="Inwoners", description="Wat inwoners ervan zeggen.")


class Toets(Blok):
    """With whom a principle was tried."""

    groep: Literal["professionals", "management", "inwoners"] = Field(title="Groep", description="Met wie.")
    doelgroep: Regel | None = Field(None, title="Doelgroep", description="Voor welke doelgroep zij werken.")
    toelichting: Tekst | None = Field(None, title="Toelichting", description="Hoe het ging.")


class Gedragsprincipe(EigenBestand):
    """A guiding principle: what it means, what it does not, why, and how far it has come."""

    id: Id = Field(title="Id", description="Gelijk aan de bestandsnaam.")
    titel: Regel = Field(title="Titel", description="Het principe in één zin.")
    kern: Tekst | None = Field(None, title="Kern", description="Eén of twee zinnen.")
    betekent_wel: tuple[Tekst, ...] = Field((), title="Betekent wel", description="Wat je dan doet.")
    betekent_niet: tuple[Tekst, ...] = Field((), title="Betekent niet", description="Wat het niet betekent.")
    waarom: Tekst | None = Field(None, title="Waarom", description="Waarom jullie dit zo willen.")
    spanning_met: tuple[Spanning, ...] = Field((), title="Spanning met", description="Waar het schuurt.")
    raakt_factoren: Factoren = Field((), title="Raakt factoren", description="Ids van factoren.")
    stappen: Stappen = Field((), title="Stappen", description="Ids van stappen.")
    voorbeeldcasus: Tekst | None = Field(
        None, title="Voorbeeldcasus", description="Een situatie, zonder dat iemand te herkennen is."
    )
    onderbouwing: Onderbouwing = Field(
        default_factory=Onderbouwing, title="Onderbouwing", description="Praktijk, wetenschap en inwoners."
    )
    getoetst_met: tuple[Toets, ...] = Field((), title="Getoetst met", description="Met wie het getoetst is.")
    geleerd: tuple[Tekst, ...] = Field((), title="Geleerd", description="Wat er geprobeerd is en wat dat opleverde.")
    status: Status = Field(title="Status", description="Hoe ver dit principe is.")
    status_toelichting: Tekst | None = Field(None, title="Toelichting bij de status", description="In een zin.")
    door: Regel | None = Field(None, title="Door", description="Welke groep of rol; geen naam van een persoon.")
    op: Datum | None = Field(None, title="Op", description="Wanneer deze status is bereikt.")
    herzien_voor: Datum | None = Field(None, title="Herzien voor", description="Wanneer jullie opnieuw kijken.")
    bronnen: Bronnen = Field((), title="Bronnen", description="De ids uit bronnen.yaml.")

    @property
    def in_force(self) -> bool:
        """False for one that was retired: it stays on its own page, and counts nowhere."""
        return self.status != "vervallen"

    @property
    def is_adopted(self) -> bool:
        """Whether it was decided to work like this."""
        return self.status == "vastgesteld"

    @property
    def status_betekent(self) -> str:
        """What its status says, in words."""
        return STATUS_BETEKENT[self.status]


class Aanvulling(EigenBestand):
    """What a municipality adds to an item of the core; it never rewrites it."""

    id: Id = Field(title="Id", description="Gelijk aan de bestandsnaam.")
    bij: Annotated[Verwijzing, Naar(AANVULBAAR, heel=True, kern=True)] = Field(
        title="Bij", description="Het onderdeel, zoals factor:kennis."
    )
    kern_versie: Versie = Field(title="Kernversie", description="De versie van de kern waarop u dit schreef.")
    titel: Regel = Field(title="Titel", description="Waar het over gaat.")
    toelichting: Tekst | None = Field(None, title="Toelichting", description="Een paar zinnen.")
    luister_naar: tuple[Tekst, ...] = Field((), title="Luister naar", description="Extra luisterpunten.")
    open_vragen: tuple[Tekst, ...] = Field((), title="Open vragen", description="Extra vragen, met u.")
    let_op: tuple[Tekst, ...] = Field((), title="Let op", description="Kanttekeningen.")

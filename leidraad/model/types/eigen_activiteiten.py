"""framework/gemeenten/<slug>/activiteiten/: what is on offer in this municipality."""

from typing import Annotated

from pydantic import Field

from leidraad.model.types.base import Datum, EigenBestand, Factoren, Id, JaNee, Naar, Regel, Stappen, Tekst, Tekstblok


class EigenActiviteit(EigenBestand):
    """An activity of the municipality's own: for whom it is and how to get in; it rewrites none of the core."""

    id: Id = Field(
        title="Id", description="Gelijk aan de bestandsnaam; een id die de kern nog niet heeft. Daarna vast."
    )
    titel: Regel = Field(title="Titel", description="Hoe het bij u heet.")
    kern: Tekstblok = Field(title="Kern", description="Wat het is, in twee zinnen.")
    in_gewone_woorden: Tekstblok | None = Field(
        None,
        title="In gewone woorden",
        description="Wat het is voor wie het doet, in één of twee zinnen met u. Staat op «Wat is afgesproken».",
    )
    zoekwoorden: tuple[Regel, ...] = Field((), title="Zoekwoorden", description="Woorden waarmee iemand dit zoekt.")
    voor_factoren: Factoren = Field(
        min_length=1, title="Voor factoren", description="Ids van factoren waar het bij helpt."
    )
    stappen: Stappen = Field(min_length=1, title="Stappen", description="Ids van stappen waarin het past.")
    hoort_bij: Annotated[Id, Naar("activiteit", kern=True)] | None = Field(
        None,
        title="Hoort bij",
        description="De id van een activiteit van de kern die hierop lijkt. Daar staat wat erover bekend is.",
    )
    werkgever: JaNee = Field(False, title="Werkgever", description="ja = er doet een werkgever mee.")
    voor_wie: Tekst | None = Field(None, title="Voor wie", description="Voor wie is het, en voor wie niet?")
    zo_kom_je_binnen: Tekst | None = Field(
        None, title="Zo kom je binnen", description="Hoe meldt een professional iemand aan, en hoe snel kan het?"
    )
    wie_doet_het: Regel | None = Field(
        None, title="Wie doet het", description="Welke organisatie of rol; geen naam van een persoon."
    )
    wanneer_wel: tuple[Tekst, ...] = Field((), title="Wanneer wel", description="Wanneer past dit?")
    wanneer_niet: tuple[Tekst, ...] = Field((), title="Wanneer niet", description="Wanneer past dit niet?")
    zo_doe_je_het: tuple[Tekst, ...] = Field((), title="Zo doe je het", description="In een paar handelingen.")
    let_op: tuple[Tekst, ...] = Field((), title="Let op", description="Kanttekeningen.")
    geleerd: Tekstblok | None = Field(
        None, title="Geleerd", description="Wat zagen jullie hiervan? Wat helpt het, en wat niet?"
    )
    herzien_voor: Datum | None = Field(
        None, title="Herzien voor", description="Voor wanneer kijkt iemand of dit nog klopt?"
    )

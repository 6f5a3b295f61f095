"""framework/bronnen.yaml: what the content stands on."""

from typing import Literal
from urllib.parse import urlsplit

from pydantic import Field

from leidraad.model.types.base import Blok, Doi, Id, JaNee, Nummer, Regel, Tekstblok, Webadres

Gelezen = Literal["volledig", "fragment", "samenvatting", "niet"]
BronSoort = Literal["wetenschap", "praktijk", "ervaring", "beleid"]
Taal = Literal["nl", "fy", "en", "de", "fr"]


class Bron(Blok):
    """A source, and how far it was read."""

    id: Id = Field(title="Id", description="Korte naam waarmee teksten naar deze bron wijzen.")
    kort: Regel = Field(title="Kort", description="Zo staat de bron in de tekst: «Liu e.a. 2014».")
    auteurs: Regel | None = Field(None, title="Auteurs", description="Namen, of de organisatie.")
    titel: Regel = Field(title="Titel", description="De titel zoals die bij de bron staat.")
    taal: Taal = Field(
        "nl", title="Taal", description="De taal van de titel, voor wie laat voorlezen; leeg is Nederlands."
    )
    uitgever: Regel | None = Field(None, title="Uitgever", description="Uitgever of organisatie.")
    jaar: Nummer = Field(title="Jaar", description="Het jaar, of «z.j.» als het niet te zien is.")
    vindplaats: Regel | None = Field(None, title="Vindplaats", description="Tijdschrift en nummer, rapportnummer.")
    doi: Doi | None = Field(None, title="DOI", description="Bijvoorbeeld 10.1037/a0035923.")
    adres: Webadres | None = Field(
        None, title="Webadres", description="Van uitgever, auteur of instelling; geen deelsite."
    )
    soort: BronSoort = Field(title="Soort", description="Uit welke bron van kennis dit komt.")
    gelezen: Gelezen = Field(title="Gelezen", description="Hoe ver wij de bron lazen.")
    verkoopt: JaNee = Field(
        False, title="Verkoopt", description="ja = wie dit uitgeeft, verkoopt wat het beschrijft; een lezer ziet dat."
    )
    let_op: Tekstblok | None = Field(None, title="Let op", description="Wat een lezer over deze bron moet weten.")

    @property
    def address(self) -> str | None:
        """The address for a reader: the DOI where there is one, else the web address."""
        return f"https://doi.org/{self.doi}" if self.doi else self.adres

    @property
    def only_the_site(self) -> bool:
        """Whether the address leads to the front page of a site, where a reader still has to look for this source."""
        return bool(self.address) and urlsplit(self.address or "").path.strip("/") == ""

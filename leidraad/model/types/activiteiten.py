"""framework/afwegingskader/activiteiten/: what one can do, for which factor, and what is known of it."""

from typing import Literal

from pydantic import Field

from leidraad.model.types.base import Factoren, JaNee, Puntenblok, Stappen, Tekstblok
from leidraad.model.types.igm import Kop
from leidraad.model.types.onderzoeken import WatWetenWe


class Activiteit(Kop):
    """Something to choose and do together, to help one factor along."""

    soort: Literal["activiteit"] = Field(title="Soort", description="activiteit")
    wat_is_het: Tekstblok = Field(title="Wat is het", description="Wat je doet, in een paar zinnen.")
    in_gewone_woorden: Tekstblok | None = Field(
        None,
        title="In gewone woorden",
        description="Wat het is voor wie het doet, in één of twee zinnen met u. Staat op «Wat is afgesproken».",
    )
    voor_factoren: Factoren = Field(min_length=1, title="Voor factoren", description="Ids van factoren.")
    stappen: Stappen = Field(min_length=1, title="Stappen", description="Ids van stappen.")
    werkgever: JaNee = Field(title="Werkgever", description="ja = er doet een werkgever mee.")
    voorwaarden: Puntenblok | None = Field(
        None, title="Voorwaarden", description="Wat een wet, regeling of verordening eraan verbindt; elk met zijn bron."
    )
    wanneer_wel: Puntenblok = Field(title="Wanneer wel", description="Wanneer dit past.")
    wanneer_niet: Puntenblok = Field(title="Wanneer niet", description="Wanneer dit niet past.")
    zo_doe_je_het: Puntenblok = Field(title="Zo doe je het", description="In een paar handelingen.")
    bespreek_vooraf: Puntenblok = Field(title="Bespreek vooraf", description="Vragen aan de inwoner, met u.")
    ligt_het_aan_ons: Puntenblok = Field(title="Ligt het aan ons?", description="Ons deel, het werk en de regels.")
    wat_weten_we: WatWetenWe = Field(title="Wat weten we", description="Het bewijs, ook het tegenbewijs.")
    valkuilen: tuple[Tekstblok, ...] = Field((), title="Valkuilen", description="Waar het misgaat.")

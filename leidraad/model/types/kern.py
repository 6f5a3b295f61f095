"""framework/kern.yaml: the version of the shared core, its order, and what was retired."""

from typing import Annotated

from pydantic import Field

from leidraad.model.types.base import Blok, Id, Mailadres, Naar, Regel, Stappen, Tekstblok, Versie, Verwijzing
from leidraad.model.yaml.problem import Place


class Groep(Blok):
    """A side of the model: willen or kunnen, with its factors in order."""

    id: Id = Field(title="Id", description="willen of kunnen.")
    titel: Regel = Field(title="Titel", description="De naam die de lezer ziet.")
    kern: Tekstblok = Field(title="Kern", description="Wat deze kant is, in een of twee zinnen.")
    factoren: tuple[Annotated[Id, Naar("factor")], ...] = Field(
        min_length=1, title="Factoren", description="De factoren, op volgorde."
    )


class Vervallen(Blok):
    """An id that was published and is no longer used."""

    oud: Verwijzing = Field(title="Oud", description="De oude verwijzing, zoals factor:oude-id.")
    nieuw: Annotated[Verwijzing, Naar(heel=True)] = Field(title="Nieuw", description="De opvolger.")
    titel: Regel | None = Field(None, title="Titel", description="Hoe het heette, voor wie een oude link volgt.")


class Kern(Blok):
    """The shared core as a whole."""

    versie: Versie = Field(title="Versie", description="De versie van de gedeelde kern, zoals «2026.1».")
    contact: Mailadres | None = Field(None, title="Contact", description="Mailadres van het project, als het er is.")
    stappen: Stappen = Field(min_length=1, title="Stappen", description="De stappen, op volgorde.")
    startpunten: tuple[Annotated[Id, Naar("startpunt")], ...] = Field(
        min_length=1, title="Startpunten", description="De startpunten, op volgorde."
    )
    groepen: tuple[Groep, ...] = Field(min_length=1, title="Groepen", description="Willen en kunnen.")
    routes: tuple[Annotated[Id, Naar("route")], ...] = Field((), title="Routes", description="De routes, op volgorde.")
    vervallen: tuple[Vervallen, ...] = Field((), title="Vervallen", description="Oude ids en hun opvolgers.")

    @property
    def factoren(self) -> tuple[str, ...]:
        """The ids of all factors, in the order of the groups."""
        return tuple(factor for groep in self.groepen for factor in groep.factoren)

    def listed(self, order: str) -> list[tuple[str, Place]]:
        """Return the ids of an order, each with its place; that of the factors is spread over the groups."""
        if order != "factoren":
            return [(id_, self.place(order, index)) for index, id_ in enumerate(getattr(self, order))]
        return [
            (id_, self.place("groepen", number, "factoren", index))
            for number, groep in enumerate(self.groepen)
            for index, id_ in enumerate(groep.factoren)
        ]

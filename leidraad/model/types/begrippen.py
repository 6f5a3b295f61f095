"""framework/begrippen.yaml: the words of the field."""

from typing import Annotated

from pydantic import Field

from leidraad.model.types.base import Blok, Id, JaNee, Naar, Regel, Tekstblok, Verwijzing


class Begrip(Blok):
    """A word of the field, with what professionals call it and what it means."""

    id: Id = Field(title="Id", description="Korte naam; wordt het adres begrippen/#id.")
    term: Regel = Field(title="Term", description="Het woord zelf.")
    meervoud: Regel | None = Field(None, title="Meervoud", description="De meervoudsvorm.")
    synoniemen: tuple[Regel, ...] = Field((), title="Synoniemen", description="Andere woorden die mensen gebruiken.")
    spelling: tuple[Regel, ...] = Field((), title="Spelling", description="Andere schrijfwijzen en buigingen.")
    engels: tuple[Regel, ...] = Field(
        (), title="Engels", description="Wat hiervan Engels is; een voorleesstem leest het dan zo voor."
    )
    definitie: Tekstblok = Field(title="Definitie", description="Eén of twee korte zinnen.")
    zie: Annotated[Verwijzing, Naar(heel=True)] | None = Field(
        None, title="Zie", description="Het onderdeel waar meer staat, zoals factor:houding."
    )
    markeren: JaNee = Field(
        True, title="Markeren", description="nee = niet uitleggen waar het in een tekst staat (te gewoon woord)."
    )

    @property
    def forms(self) -> tuple[str, ...]:
        """Every way of writing that stands for exactly this word (synonyms feed the search only)."""
        return tuple(form for form in (self.term, self.meervoud, *self.spelling) if form)

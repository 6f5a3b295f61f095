"""The case of a tab → one sheet in plain words for the resident; without a script a form to fill in by hand."""

from leidraad.model.use.framework import Edition
from leidraad.render.block.fragment import Fragment, link
from leidraad.render.gemeente.gemeente import places_to_turn


def inwonerpapier(edition: Edition) -> str:
    """Return the sheet, with the names of what may have been chosen."""
    return Fragment(edition, "").render(
        "render/inwonerpapier/inwonerpapier.html",
        activiteiten=edition.activiteiten.alle,
        zinnen=[(factor.id, factor.schaal.stelling) for factor in edition.factoren_in("gesprek").alle],
        link=link,
        plekken=any(plek for _, plek in places_to_turn(edition.gemeente)),
    )

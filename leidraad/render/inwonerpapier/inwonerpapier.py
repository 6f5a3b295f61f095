"""The case of a tab → one sheet in plain words for the resident; without a script a form to fill in by hand."""

from leidraad.model.types.igm import Factor
from leidraad.model.use.framework import Edition
from leidraad.render.block.fragment import Fragment, link
from leidraad.render.gemeente.gemeente import places_to_turn
from leidraad.render.instrumenten.evaluatie import GEDRAG


def inwonerpapier(edition: Edition) -> str:
    """Return the sheet, with the names of what may have been chosen."""
    return Fragment(edition, "").render(
        "render/inwonerpapier/inwonerpapier.html",
        activiteiten=edition.activiteiten.alle,
        zinnen=[(factor.id, _statement(factor)) for factor in edition.factoren_in("gesprek").alle],
        link=link,
        plekken=any(plek for _, plek in places_to_turn(edition.gemeente)),
    )


def _statement(factor: Factor) -> str:
    """Return the sentence of a factor that a word is chosen for, without the behaviour: that has its own part."""
    return factor.schaal.uitspraak.partition(GEDRAG)[0].rstrip(" —")

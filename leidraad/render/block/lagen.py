"""What stands folded or counted on a page → the words that say so: a teaser, a tally of claims."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from leidraad.model.types.base import LONGEST_TEASER, Tekstblok
from leidraad.model.types.onderzoeken import Bewijspunt
from leidraad.model.use.bewijs import SPORTEN, WOORDEN, label_of
from leidraad.model.use.framework import Edition
from leidraad.render.block.items import plain_text

_SENTENCE = re.compile(r".+?[.?!][»”)]*(?=\s|$)")


class Tel(NamedTuple):
    """How many claims there are of one kind: `soort` names the shape, `woorden` say it."""

    aantal: int
    soort: str
    woorden: str


def first_sentence(edition: Edition, text: str) -> str:
    """Return the first sentence of an authored text, whole, as plain text."""
    return opening(plain_text(edition, text))


def opening(plain: str) -> str:
    """Return the first sentence of a plain text, or all of it where none ends."""
    found = _SENTENCE.match(plain)
    return found[0] if found else plain


def teaser(edition: Edition, text: str | Tekstblok) -> str:
    """Return what its author wrote for beside a title, else the first sentence where it fits; none is ever cut."""
    if isinstance(text, Tekstblok):
        if text.teaser:
            return plain_text(edition, text.teaser)
        text = text.tekst
    sentence = first_sentence(edition, text)
    return sentence if edition.fits(sentence, LONGEST_TEASER) else ""


def tally(edition: Edition, punten: Sequence[Bewijspunt]) -> list[Tel]:
    """Return how many claims there are on each rung of the scale, from strong to weak, for what there is any of."""
    counted = Counter(label_of(edition.framework.onderzoeken, punt).sport for punt in punten)
    return [Tel(counted[sport], sport, WOORDEN[sport]) for sport in SPORTEN if counted[sport]]

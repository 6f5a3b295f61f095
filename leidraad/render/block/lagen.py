"""What stands folded or counted on a page → the words that say so: a teaser, a tally of claims."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from leidraad.model.types.igm import Bewijspunt
from leidraad.model.use.framework import Edition
from leidraad.render.block.items import plain_text

LONGEST_TEASER = 88
_SENTENCE = re.compile(r".+?[.?!][»”)]*(?=\s|$)")
# What is counted is said by one shape and one word each; what speaks against it stands apart.
_AGAINST = "spreekt tegen"
_KINDS = {"sterk": "sterk bewijs", "beperkt": "beperkt bewijs", "praktijk": "uit de praktijk", "geen": "niet gevonden"}


class Tel(NamedTuple):
    """How many claims there are of one kind: `soort` names the shape, `woorden` say it."""

    aantal: int
    soort: str
    woorden: str


def first_sentence(edition: Edition, text: str) -> str:
    """Return the first sentence of an authored text, whole, as plain text."""
    plain = plain_text(edition, text)
    found = _SENTENCE.match(plain)
    return found[0] if found else plain


def teaser(edition: Edition, text: str) -> str:
    """Return the first sentence where it fits beside a title; a sentence is never cut."""
    sentence = first_sentence(edition, text)
    return sentence if len(sentence) <= LONGEST_TEASER else ""


def tally(punten: Sequence[Bewijspunt]) -> list[Tel]:
    """Return how many claims there are of each kind, and how many speak against it, for what there is any of."""
    counted = Counter("tegen" if punt.richting == "tegen" else punt.sterkte for punt in punten)
    words = {**_KINDS, "tegen": _AGAINST}
    return [Tel(counted[kind], kind, text) for kind, text in words.items() if counted[kind]]

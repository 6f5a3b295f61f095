"""What is called an open question cannot be answered with yes or no."""

import re
from collections.abc import Iterator

from leidraad.checks._through import through
from leidraad.model.use.framework import Framework
from leidraad.model.yaml.problem import Problem

ID = "gesloten-vraag"
UITLEG = (
    "Onder «Open vragen» staat een vraag waar ja of nee geen antwoord op is: hij heeft een vraagwoord, zoals wie, wat, "
    "waar, wanneer, welke of hoe. In de map van een gemeente is dit een hint."
)
FOUT = "  - Is het al geregeld?"
GOED = "  - Wat is er al geregeld?"
# The form says these too, with the values in the places of {}.
MELDING = "«{}» is met ja of nee te beantwoorden; begin met wat, wie, waar, wanneer, welke of hoe"
ASKS = re.compile(r"\b(?:wie|wiens|wat|waar\w*|wanneer|welke?|hoe\w*|waarom)\b", re.IGNORECASE)


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a problem for every open question whose first sentence that asks has no word to ask with."""
    for text in through(framework).texts:
        if "open_vragen" not in text.path or "?" not in text.text:
            continue
        first = re.split(r"(?<=[.!?])\s+", text.text[: text.text.index("?") + 1])[-1]
        if not ASKS.search(first):
            yield Problem(text.place(), MELDING.format(first), ID, "let-op" if text.lokaal else "fout")

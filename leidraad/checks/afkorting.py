"""An abbreviation that is used is explained."""

import re
from collections.abc import Iterator

from leidraad.model.framework import Framework
from leidraad.model.markup import texts
from leidraad.model.problem import Problem

ID = "afkorting"
UITLEG = (
    "Een afkorting in een tekst staat in begrippen.yaml, als term, spelling of synoniem. "
    "Namen van organisaties die bij een bron staan, hoeven dat niet."
)
_ABBREVIATION = re.compile(r"\b(?!A\d\b)[A-Z][A-Z0-9]{1,5}\b")  # not a size of paper


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a problem for the first use of every abbreviation that nobody explains."""
    known = {
        word
        for begrip in framework.begrippen.values()
        for form in (*begrip.forms, *begrip.synoniemen)
        for word in _ABBREVIATION.findall(form)
    }
    for bron in framework.bronnen.values():
        known.update(*(_ABBREVIATION.findall(text) for _, text, _ in texts(bron)))
    for block in framework.core_blocks:
        for _, text, place in texts(block):
            for word in _ABBREVIATION.findall(text):
                if word not in known:
                    known.add(word)
                    yield Problem(place, f"afkorting «{word}» staat niet in begrippen.yaml; leg haar daar uit", ID)

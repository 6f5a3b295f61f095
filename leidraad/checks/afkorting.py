"""An abbreviation that is used is explained."""

import re
from collections.abc import Iterator

from leidraad.checks._through import through
from leidraad.model.reading.files import Everything
from leidraad.model.types.bronnen import Bron
from leidraad.model.types.onderzoeken import Zoekactie
from leidraad.model.use.framework import Framework
from leidraad.model.yaml.problem import NOWHERE, Problem

ID = "afkorting"
ALLEEN_KERN = True
UITLEG = (
    "Een afkorting in een tekst staat in begrippen.yaml, als term, spelling of synoniem. "
    "Namen van organisaties die bij een bron staan, hoeven dat niet."
)
FOUT = "- De brief gaat over de WIA."
GOED = "- De brief is niet te begrijpen."
_ABBREVIATION = re.compile(r"\b(?!A\d\b)[A-Z][A-Z0-9]{1,5}\b")  # not a size of paper


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a problem for the first use of every abbreviation that nobody explains."""
    begrippen = framework.begrippen.values()
    forms = ("term", "meervoud", "spelling", "synoniemen")
    unread = any(isinstance(framework.known[kind], Everything) for kind in ("begrip", "bron"))
    if unread or NOWHERE in {begrip.place(form) for begrip in begrippen for form in forms}:
        return  # what could not be read may explain it
    known = {
        word
        for begrip in framework.begrippen.values()
        for form in (*begrip.forms, *begrip.synoniemen)
        for word in _ABBREVIATION.findall(form)
    }
    texts = [text for text in through(framework).texts if not text.lokaal]
    known.update(*(_ABBREVIATION.findall(text.text) for text in texts if isinstance(text.item, Bron)))
    for text in texts:
        for word in _ABBREVIATION.findall(text.text):
            if word not in known and not (text.key == "zoekwoorden" and isinstance(text.item, Zoekactie)):
                known.add(word)
                message = f"afkorting «{word}» staat niet in begrippen.yaml; leg die daar uit"
                yield Problem(text.place(), message, ID)

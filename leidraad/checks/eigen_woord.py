"""Where a municipality has a word of its own, that word stands."""

import re
from collections.abc import Iterator

from leidraad.checks._through import through
from leidraad.model.types.begrippen import Begrip
from leidraad.model.types.bronnen import Bron
from leidraad.model.use.framework import Framework
from leidraad.model.yaml.problem import Problem

ID = "eigen-woord"
UITLEG = (
    "Elke gemeente noemt wie begeleid wordt op haar eigen manier. Schrijf in de kern daarom ((inwoner)) of "
    "((inwoners)), tussen dubbele haakjes. Heeft uw gemeente een eigen woord, schrijf dan in uw eigen map dat woord."
)
FOUT = "- Vraag het aan de inwoner."
GOED = "- Vraag het aan de ((inwoner))."
# The form says these too, with the values in the places of {}.
ANDERS = "hier staat «{}»; bij u heet dat «{}»"
NOG_HIER = "bij «Enkelvoud» staat «{}» en hier nog «{}»; vul ook hier uw eigen woord in"
BARE = re.compile(r"(?<!\(\()(?<!\{ )(?<!\{)\b(inwoners?)\b(?!\)\))", re.IGNORECASE)
WORDS = frozenset({"zoekwoorden", "synoniemen", "spelling"})  # these are there to be found by any word


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a problem for every «inwoner» of the core that nobody replaces, and a hint where another word is used."""
    for text in through(framework).texts:
        # The glossary explains the word itself, and a title is what its source calls itself.
        if isinstance(text.item, Begrip | Bron) or not WORDS.isdisjoint(text.path):
            continue
        found = BARE.search(text.text)
        own = text.lokaal.gemeente.woorden.inwoner if text.lokaal else None
        if not found or (own and own.enkelvoud == "inwoner"):
            continue
        if not own:
            message = f"hier staat «{found[0]}»; schrijf (({found[0].lower()})), dan staat er het woord van de gemeente"
            yield Problem(text.place(found.start()), message, ID)
        else:
            word = own.meervoud if found[0].lower().endswith("s") else own.enkelvoud
            message = ANDERS.format(found[0], word)
            if word == found[0].lower():  # the plural of a new folder beside a singular of one's own
                if text.path[0] != "woorden":
                    continue
                message = NOG_HIER.format(own.enkelvoud, word)
            yield Problem(text.place(found.start()), message, ID, "let-op")

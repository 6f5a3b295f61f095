"""A file has a key by its old name, or one that does nothing: it is read as is meant, and here it is said."""

from collections.abc import Iterator

from leidraad.checks._through import through
from leidraad.model.types.base import Blok
from leidraad.model.use.framework import Framework
from leidraad.model.yaml.problem import NOWHERE, Problem

ID = "vervallen-sleutel"
UITLEG = (
    "Een sleutel heeft in de kern een andere naam gekregen, of doet op deze plek niets. De leidraad leest de oude "
    "naam ook, en slaat over wat niets doet. Er gaat niets stuk; zet de nieuwe naam erin, of haal de sleutel weg, "
    "als u het bestand toch bewerkt. Het formulier doet dat zelf."
)
FOUT = "oude-naam: We zeggen het helder"
GOED = "nieuwe-naam: We zeggen het helder"
# A hint about one place, and not about the whole: it is said also while there are mistakes.
OOK_BIJ_FOUTEN = True


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a hint for every key that is written with its old name, or that does nothing."""
    blocks = (block for _, owner, _, value, _ in through(framework).values for block in (owner, value))
    for block in blocks:
        for old, new, place in block.retired_keys if isinstance(block, Blok) and block.VERVALLEN else ():
            if place != NOWHERE:
                now = f"heet nu «{new}»; de leidraad leest beide, neem de nieuwe over"
                yield Problem(place, f"«{old}» {now if new else 'doet hier niets; haal die weg'}", ID, "let-op")

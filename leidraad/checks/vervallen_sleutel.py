"""A file names a key by its old name: it is read as the new one, and here it is said."""

from collections.abc import Iterator

from leidraad.checks._through import through
from leidraad.model.use.framework import Framework
from leidraad.model.yaml.problem import NOWHERE, Problem

ID = "vervallen-sleutel"
UITLEG = (
    "Een sleutel heeft in de kern een andere naam gekregen. De leidraad leest de oude naam ook. "
    "Er gaat niets stuk; zet de nieuwe naam erin als u het bestand toch bewerkt."
)
FOUT = "oude-naam: We zeggen het helder"
GOED = "nieuwe-naam: We zeggen het helder"
# A hint about one place, and not about the whole: it is said also while there are mistakes.
OOK_BIJ_FOUTEN = True


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a hint for every key that is written with its old name."""
    for value in through(framework).values:
        for old, new, place in value.owner.retired_keys if value.owner.VERVALLEN else ():
            if place != NOWHERE:
                yield Problem(
                    place, f"«{old}» heet nu «{new}»; de leidraad leest beide, neem de nieuwe over", ID, "let-op"
                )

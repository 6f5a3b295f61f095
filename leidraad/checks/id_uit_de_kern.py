"""A municipality adds and chooses; it never takes the id of something in the core."""

from collections.abc import Iterator

from leidraad.model.use.framework import Framework
from leidraad.model.yaml.problem import NOWHERE, Problem

ID = "id-uit-de-kern"
UITLEG = (
    "Een eigen activiteit heeft dezelfde id als een activiteit van de kern. U voegt toe en kiest; u herschrijft niet. "
    "Geef uw activiteit een andere id, of schrijf een aanvulling bij die van de kern."
)
FOUT = "activiteiten/samen-gaan.yaml, een kopie van de kern"
GOED = """\
aanvullingen/samen-gaan.yaml, met daarin
bij: activiteit:samen-gaan
"""


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a problem for every own activity with the id of an activity of the core."""
    for lokaal in framework.gemeenten.values():
        for id_, item in lokaal.activiteiten.items():
            if id_ in set(framework.known["activiteit"]) and item.place("id") != NOWHERE:
                message = (
                    f"«{id_}» is al een activiteit van de kern; kies een andere id, "
                    f"of schrijf een aanvulling met «bij: activiteit:{id_}»"
                )
                yield Problem(item.place("id"), message, ID)

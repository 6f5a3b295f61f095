"""No edition is older than what was reviewed in it."""

from collections.abc import Iterator

from leidraad.model.use.framework import Framework
from leidraad.model.yaml.problem import Problem

ID = "beoordeling"
UITLEG = (
    "Op een pagina staat wanneer iets is beoordeeld of nagekeken, en van welke datum de editie is. "
    "Ligt het eerste na het tweede, dan kan dat niet kloppen. Zet in gemeente.yaml bij `datum` de dag van de nieuwe "
    "editie. Of herstel de dag van de beoordeling in het bestand dat de melding noemt."
)
FOUT = 'datum: "2026-11-20"'
GOED = 'datum: "2026-11-21"'


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a hint for every edition of an earlier day than that on which something of the core was reviewed."""
    said = [
        (day, block.place(key))
        for block in framework.core_blocks
        for key in ("beoordeeld_op", "nagekeken_op")
        if (day := getattr(block, key, None))
    ]
    if not said:
        return
    day, place = max(said)
    for lokaal in framework.gemeenten.values():
        gemeente = lokaal.gemeente
        if gemeente.datum < day:
            message = f"de editie is van {gemeente.datum}, en {place.file} regel {place.line} is beoordeeld op {day}; "
            message += f"zet hier «{day}» of later"
            yield Problem(gemeente.place("datum"), message, ID, "let-op")

"""Every item to discuss appears in at least one combination of answers."""

from collections.abc import Iterator

from leidraad.checks._explore import explored, why_never
from leidraad.model.use.framework import Framework
from leidraad.model.yaml.problem import Problem

ID = "nooit-in-uitkomst"
ALLEEN_KERN = True
UITLEG = "Een bespreekpunt dat bij geen enkele combinatie van antwoorden verschijnt, staat er voor niets."


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a problem for every item that never appears; where two conditions clash, that is said instead."""
    for route, seen in explored(framework):
        for index, punt in enumerate(route.bespreken):
            if seen.complete and punt.id not in seen.shown and (why := why_never(route, "bespreken", index, seen)):
                yield Problem(why[0], f"bespreekpunt «{punt.id}» verschijnt nooit; {why[1]}", ID)


FOUT = """\
geen:
  - vraag: moet-het
    is: [duidelijk, nee, weet-niet]
"""
GOED = """\
geen:
  - vraag: moet-het
    is: [duidelijk, nee]
"""

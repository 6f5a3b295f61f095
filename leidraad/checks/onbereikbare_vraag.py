"""Every question of a route is asked in at least one combination of answers."""

from collections.abc import Iterator

from leidraad.checks._explore import explored, why_never
from leidraad.model.use.framework import Framework
from leidraad.model.yaml.problem import Problem

ID = "onbereikbare-vraag"
ALLEEN_KERN = True
UITLEG = "Een vraag die bij geen enkele combinatie van antwoorden gesteld wordt, ziet niemand ooit."


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a problem for every question that nobody can come to; where two conditions clash, that is said instead."""
    for route, seen in explored(framework):
        for index, vraag in enumerate(route.vragen):
            if seen.complete and vraag.id not in seen.asked and (why := why_never(route, "vragen", index, seen)):
                yield Problem(why[0], f"vraag «{vraag.id}» wordt nooit gesteld; {why[1]}", ID)


FOUT = """\
toon_als:
  geen:
    - vraag: moet-het
      is: [duidelijk, nee, weet-niet]
"""
GOED = """\
toon_als:
  geen:
    - vraag: moet-het
      is: [nee]
"""

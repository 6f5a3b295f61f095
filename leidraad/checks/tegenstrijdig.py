"""No two conditions of one question or item exclude each other."""

from collections.abc import Iterator

from leidraad.checks._explore import clash, explored, placed_conditions
from leidraad.model.types.routes import Route
from leidraad.model.use.framework import Framework
from leidraad.model.yaml.problem import Problem

ID = "tegenstrijdig"
ALLEEN_KERN = True
UITLEG = (
    "Twee voorwaarden bij dezelfde vraag of hetzelfde bespreekpunt kunnen nooit tegelijk kloppen: "
    "de ene sluit de andere uit, of de vraag waar die naar kijkt."
)
FOUT = """\
alle:
  - vraag: moet-het
    is: [weet-niet]
  - vraag: moet-het
    is: [nee]
"""
GOED = """\
alle:
  - vraag: moet-het
    is: [weet-niet, nee]
"""


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a problem for the second of two conditions that exclude each other."""
    for route, seen in explored(framework):
        if not seen.complete:
            continue
        for index, vraag in enumerate(route.vragen):
            if vraag.id not in seen.asked and (pair := clash(vraag, seen)):
                yield _problem(route, ("vragen", index), pair)
        for index, punt in enumerate(route.bespreken):
            if punt.id not in seen.shown and (pair := clash(punt, seen)):
                yield _problem(route, ("bespreken", index), pair)


def _problem(route: Route, path: tuple[str, int], pair: tuple[int, int]) -> Problem:
    block = getattr(route, path[0])[path[1]]
    conditions = placed_conditions(block.toon_als)
    first, second = (route.place(*path, "toon_als", *conditions[number][:2], "vraag") for number in pair)
    message = f"deze voorwaarde bij «{block.id}» kan nooit samen met die op regel {first.line}; verander er één"
    return Problem(second, message, ID)

"""What must not stand together in an outcome never does."""

from collections.abc import Iterator

from leidraad.checks._explore import explored, in_words
from leidraad.model.use.framework import Framework
from leidraad.model.yaml.problem import Problem

ID = "niet-samen"
ALLEEN_KERN = True
UITLEG = "Twee punten die volgens `niet_samen_met` nooit naast elkaar staan, komen bij sommige antwoorden toch samen."


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a problem for every such pair, with answers that bring the two together."""
    for route, seen in explored(framework):
        for index, punt in enumerate(route.bespreken):
            for number, other in enumerate(punt.niet_samen_met):
                if answers := seen.together.get((punt.id, other)):
                    both = [one for one in route.bespreken if one.id in (punt.id, other)]
                    message = f"«{punt.id}» en «{other}» staan samen in de uitkomst bij {in_words(answers, both)}"
                    place = route.place("bespreken", index, "niet_samen_met", number)
                    yield Problem(place, message + "; sluit bij één van de twee het antwoord uit onder «geen»", ID)


FOUT = "niet_samen_met: [uitleggen]"
GOED = "niet_samen_met: [samen-oefenen]"

"""A round of a meeting goes with a part of the same worksheet."""

from collections.abc import Iterator

from leidraad.model.use.framework import Framework
from leidraad.model.yaml.problem import Problem, did_you_mean

ID = "ronde"
UITLEG = "Bij een ronde noemt «deel» de id van een deel van hetzelfde werkblad, zodat de vragen en velden erbij staan."


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a problem for every round whose part is not in its worksheet."""
    for item in framework.instrumenten.values():
        known = [deel.id for deel in item.onderdelen]
        for number, deel in enumerate(item.onderdelen):
            for index, ronde in enumerate(deel.rondes):
                if ronde.deel and ronde.deel not in known:
                    place = item.place("onderdelen", number, "rondes", index, "deel")
                    yield Problem(
                        place, f"deel «{ronde.deel}» staat niet in dit werkblad{did_you_mean(ronde.deel, known)}", ID
                    )


FOUT = "deel: voraf"
GOED = "deel: vooraf"

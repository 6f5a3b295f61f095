"""A route is simple enough to try every combination of its answers."""

from collections.abc import Iterator

from leidraad.checks._explore import LIMIT, explored
from leidraad.model.use.framework import Framework
from leidraad.model.yaml.problem import Problem

ID = "te-veel-combinaties"
ALLEEN_KERN = True
UITLEG = (
    f"Van een route worden alle combinaties van antwoorden geprobeerd waar voorwaarden naar kijken, tot {LIMIT}. "
    "Daarboven is niet meer na te gaan of elke vraag en elk punt te bereiken is."
)
FOUT = "Twaalf vragen, elk met een «toon_als» op een andere vraag."
GOED = "Vier vragen met een «toon_als»; de rest staat er altijd."


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a problem for every route with too many combinations."""
    for route, seen in explored(framework):
        if not seen.complete:
            message = f"deze route heeft meer dan {LIMIT} combinaties van antwoorden om na te gaan; "
            remedy = "laat minder voorwaarden naar verschillende antwoorden kijken, of maak er twee routes van"
            yield Problem(route.place_of_key("vragen"), message + remedy, ID)

"""Every way through a route ends with something to discuss."""

from collections.abc import Iterator

from leidraad.checks._explore import explored, in_words
from leidraad.model.use.framework import Framework
from leidraad.model.yaml.problem import Problem

ID = "lege-uitkomst"
ALLEEN_KERN = True
UITLEG = "Bij sommige antwoorden blijft er niets over om te bespreken: de route loopt dood."


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a problem for every route with a combination of answers that leaves nothing."""
    for route, seen in explored(framework):
        if seen.empty is not None:
            answers = in_words(seen.empty, route.bespreken)
            message = f"de uitkomst is leeg bij {answers}; zet er een punt bij zonder «toon_als», of voor dit geval"
            yield Problem(route.place_of_key("bespreken"), message, ID)
        elif seen.empty_unsure:
            message = "elk punt heeft voorwaarden, te veel om na te gaan of er altijd iets overblijft; "
            remedy = "zet er een punt bij zonder «toon_als»"
            yield Problem(route.place_of_key("bespreken"), message + remedy, ID)


FOUT = "Alle punten onder «bespreken» hebben een «toon_als»."
GOED = "Eén punt onder «bespreken» heeft geen «toon_als»."

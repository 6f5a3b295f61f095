"""A route is short enough to walk beside a conversation."""

from collections.abc import Iterator

from leidraad.checks._explore import explored, unknown_throughout
from leidraad.model.types.routes import Route
from leidraad.model.use.framework import Framework
from leidraad.model.use.replay import Counted
from leidraad.model.yaml.problem import Problem

ID = "te-veel-schermen"
ALLEEN_KERN = True
MOST, MOST_UNKNOWN = 7, 5
UITLEG = (
    f"Een weg door een route telt hoogstens {MOST} schermen. "
    f"Wie overal «dat weten we nog niet» kiest, is na hoogstens {MOST_UNKNOWN} schermen klaar."
)
FOUT = "Een weg van «scherm: 1» tot en met «scherm: 8», elk met een vraag."
GOED = "Een weg tot en met «scherm: 7»; vragen die bij elkaar horen, staan op één scherm."


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a problem for the longest way when it is too long, and for the way of whoever knows nothing yet."""
    for route, seen in explored(framework):
        longest = max(seen.screens, default=0)
        if longest > MOST:
            message = f"een weg door deze route telt {longest} schermen; hoogstens {MOST}: "
            yield _problem(route, seen.screens[longest], message + "voeg schermen samen of haal een vraag weg")
        unknown = unknown_throughout(route)
        if len(unknown) > MOST_UNKNOWN:
            message = f"wie overal «dat weten we nog niet» kiest, ziet {len(unknown)} schermen; hoogstens "
            remedy = f"{MOST_UNKNOWN}: stel een vraag pas als er iets bekend is"
            last = tuple(vraag.id for vraag in route.vragen if vraag.scherm == unknown[-1])
            yield _problem(route, last, message + remedy)


def _problem(route: Route, asked: Counted, message: str) -> Problem:
    index = next(number for number, vraag in enumerate(route.vragen) if vraag.id == asked[-1])
    return Problem(route.place("vragen", index, "scherm"), message, ID)

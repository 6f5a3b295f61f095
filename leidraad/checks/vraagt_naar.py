"""Every way through a route asks what lies with us, and whether an obligation plays a part."""

from collections.abc import Iterator

from leidraad.checks._explore import explored
from leidraad.model.use.framework import Framework
from leidraad.model.yaml.problem import Problem

ID = "vraagt-naar"
ALLEEN_KERN = True
UITLEG = (
    "Elke weg door een route stelt ten minste één vraag met `vraagt_naar: [ons-deel]`: wat bij ons, bij het werk of "
    "bij de regels ligt. En één met `vraagt_naar: [verplichting]`: of er een meespeelt, en of die duidelijk is."
)
FOUT = "vraagt_naar: []"
GOED = "vraagt_naar: [ons-deel]"
_ABOUT = {
    "ons-deel": "wat er bij ons, bij het werk of bij de regels ligt",
    "verplichting": "of er een verplichting meespeelt en of die duidelijk is",
}


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a problem for each of the two that a way through the route does not ask about."""
    for route, seen in explored(framework):
        for mark, asked in sorted(seen.without.items()):
            anywhere = any(mark in vraag.vraagt_naar for vraag in route.vragen)
            way = f" op de weg {' → '.join(asked)}" if anywhere else ""
            message = f"deze route vraagt{way} niet {_ABOUT[mark]}; zet «vraagt_naar: [{mark}]» bij een vraag "
            yield Problem(route.place_of_key("vragen"), message + "die altijd gesteld wordt", ID)

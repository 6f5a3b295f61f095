"""A word means one thing."""

from collections.abc import Iterator

from leidraad.model.types.begrippen import Begrip
from leidraad.model.use.framework import Framework
from leidraad.model.yaml.problem import Place, Problem

ID = "dubbel-begrip"
ALLEEN_KERN = True
UITLEG = "Hetzelfde woord (term, meervoud of spelling) staat bij twee begrippen; de uitleg zou dan willekeurig zijn."


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a problem for every form that already belongs to another word."""
    owners: dict[str, str] = {}
    for begrip in framework.begrippen.values():
        for form, place in _forms(begrip):
            owner = owners.setdefault(form.casefold(), begrip.id)
            if owner != begrip.id:
                yield Problem(place, f"«{form}» hoort al bij het begrip «{owner}»; kies één van de twee", ID)


def _forms(begrip: Begrip) -> Iterator[tuple[str, Place]]:
    """Yield what `begrip.forms` holds, each with its place."""
    yield begrip.term, begrip.place("term")
    if begrip.meervoud:
        yield begrip.meervoud, begrip.place("meervoud")
    for index, form in enumerate(begrip.spelling):
        yield form, begrip.place("spelling", index)


FOUT = "spelling: [Factor]"
GOED = "spelling: [doeltje]"

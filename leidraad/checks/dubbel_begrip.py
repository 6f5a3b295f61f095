"""A word means one thing."""

from collections.abc import Iterator

from leidraad.model.framework import Framework
from leidraad.model.problem import Problem

ID = "dubbel-begrip"
UITLEG = "Hetzelfde woord (term, meervoud of spelling) staat bij twee begrippen; de uitleg zou dan willekeurig zijn."


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a problem for every form that already belongs to another word."""
    owners: dict[str, str] = {}
    for begrip in framework.begrippen.values():
        for form in begrip.forms:
            owner = owners.setdefault(form.casefold(), begrip.id)
            if owner != begrip.id:
                message = f"«{form}» hoort al bij het begrip «{owner}»; kies één van de twee"
                yield Problem(begrip.place("id"), message, ID)

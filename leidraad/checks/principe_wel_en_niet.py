"""A principle says what one then does, and what it does not mean."""

from collections.abc import Iterator

from leidraad.checks._principes import principes
from leidraad.model.use.framework import Framework
from leidraad.model.yaml.problem import Problem

ID = "principe-wel-en-niet"
UITLEG = (
    "Bij een principe hoort minstens één voorbeeld van wat je dan doet (`betekent_wel`) en één van wat het niet "
    "betekent (`betekent_niet`). Anders leest ieder er iets anders in."
)
FOUT = "betekent_niet:"
GOED = """\
betekent_niet:
  - Zwijgen.
"""


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a hint for every principle without an example of what one does, or of what it does not mean."""
    for principe in principes(framework):
        missing = [f"«{key}»" for key in ("betekent_wel", "betekent_niet") if not getattr(principe, key)]
        if missing:
            message = f"{' en '.join(missing)} is nog leeg; schrijf er een voorbeeld uit een gesprek bij"
            yield Problem(principe.place("id"), message, ID, "let-op")

"""A principle says what one then does, and what it does not mean."""

from collections.abc import Iterator, Sequence

from leidraad.checks._principes import principes
from leidraad.model.types.gemeente import Gedragsprincipe
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

WEL_EN_NIET = ("betekent_wel", "betekent_niet")


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a hint for every principle without an example of what one does, or of what it does not mean."""
    for principe in principes(framework):
        missing = [key for key in WEL_EN_NIET if not getattr(principe, key)]
        if missing:
            yield Problem(principe.place("id"), melding(missing), ID, "let-op")


def melding(missing: Sequence[str]) -> str:
    """Return what is said of what is not filled in; the form says it too."""
    named = " en ".join(f"«{Gedragsprincipe.model_fields[key].title}»" for key in missing)
    verb = "is" if len(missing) == 1 else "zijn"
    return f"{named} {verb} nog leeg; schrijf er een voorbeeld uit een gesprek bij"

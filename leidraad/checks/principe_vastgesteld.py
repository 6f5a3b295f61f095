"""Of a principle that was adopted it is known by whom, and when."""

from collections.abc import Iterator

from leidraad.checks._principes import principes
from leidraad.model.use.framework import Framework
from leidraad.model.yaml.problem import Problem

ID = "principe-vastgesteld"
UITLEG = (
    "Op de pagina van een vastgesteld principe staat «vastgesteld» met daarachter door wie en op welke dag. "
    "Zonder die twee weet een lezer niet of er echt over besloten is."
)
FOUT = "status: vastgesteld"
GOED = """\
status: vastgesteld
door: het managementteam
op: "2026-09-15"
"""

# The form says these too, with the values in the places of {}.
MELDING = "dit is vastgesteld; schrijf erbij door wie («Door») en wanneer («Op»)"


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a hint for every adopted principle of which it is not said by whom, or when."""
    for principe in principes(framework):
        if principe.is_adopted and not (principe.door and principe.op):
            yield Problem(principe.place("status"), MELDING, ID, "let-op")

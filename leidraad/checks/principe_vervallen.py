"""Of a principle that no longer holds it is known since when, why, and what came in its place."""

from collections.abc import Iterator

from leidraad.checks._principes import own_folders
from leidraad.model.use.framework import Framework
from leidraad.model.yaml.problem import Problem

ID = "principe-vervallen"
UITLEG = (
    "De pagina van een vervallen principe blijft bestaan, want wie een oude link volgt komt daar. Die lezer wil weten "
    "sinds wanneer het niet meer geldt, waarom, en wat ervoor in de plaats kwam. Naar dat andere principe kunt u "
    "linken, zoals hieronder."
)
FOUT = "status: vervallen"
GOED = """\
status: vervallen
op: "2026-09-15"
status_toelichting: Het bleek hetzelfde als [Snel beginnen](principe:snel-beginnen).
"""

# The form says these too, with the values in the places of {}.
MELDING = (
    "dit is vervallen; schrijf erbij sinds wanneer («Op»), en waarom en wat ervoor kwam («Toelichting bij de status»)"
)


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a hint for every retired principle of which it is not said since when, or why."""
    for lokaal in own_folders(framework):
        for principe in lokaal.gedragsprincipes.values():
            if not principe.in_force and not (principe.op and principe.status_toelichting):
                yield Problem(principe.place("status"), MELDING, ID, "let-op")

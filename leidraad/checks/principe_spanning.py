"""A principle that never pulls against another one decides nothing."""

from collections.abc import Iterator

from leidraad.checks._principes import in_force, own_folders
from leidraad.model.use.framework import Framework
from leidraad.model.yaml.problem import Problem

ID = "principe-spanning"
UITLEG = (
    "Een principe helpt kiezen als duidelijk is waar het schuurt. "
    "Noem bij `spanning_met` een ander principe, en zeg wat er dan gebeurt. Eén van de twee noemen is genoeg."
)
FOUT = "spanning_met:"
GOED = """\
spanning_met:
  - principe: snel-beginnen
    tekst: Dat kost tijd.
"""

# The form says these too, with the values in the places of {}.
MELDING = "er is geen spanning genoemd; met welk ander principe kan dit botsen? («Spanning met»)"


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a hint for every principle that names no tension and that no other names."""
    for lokaal in own_folders(framework):
        principes = in_force(lokaal)
        named = {spanning.principe for principe in principes for spanning in principe.spanning_met}
        for principe in principes:
            if not principe.spanning_met and principe.id not in named:
                yield Problem(principe.place("id"), MELDING, ID, "let-op")

"""A study that compares says with what."""

from collections.abc import Iterator

from leidraad.model.use.framework import Framework
from leidraad.model.yaml.problem import Problem

ID = "vergeleken-met"
UITLEG = (
    "Meer, vaker of beter: dan wie? Bij een onderzoek met loting of een vergelijking staat in `vergeleken_met` "
    "wat de anderen kregen. Zegt de bron dat niet, schrijf dan dat u het niet zag."
)
FOUT = """\
opzet: loting
uitkomst: Samen gaan hielp.
"""
GOED = """\
opzet: loting
vergeleken_met: alleen gaan
uitkomst: Samen gaan hielp.
"""


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a problem for every comparing study that does not say with what it compared."""
    for onderzoek in framework.onderzoeken.values():
        if onderzoek.opzet in ("loting", "vergelijking") and not onderzoek.vergeleken_met:
            message = "waarmee is vergeleken? Vul «vergeleken_met» in, of schrijf daar dat de bron het niet zegt"
            yield Problem(onderzoek.place("opzet"), message, ID)

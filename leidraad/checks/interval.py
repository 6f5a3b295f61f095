"""A study that compares gives its interval, or says that it was not seen."""

from collections.abc import Iterator

from leidraad.model.use.framework import Framework
from leidraad.model.yaml.problem import Problem

ID = "interval"
UITLEG = (
    "Bij een onderzoek met loting of een vergelijking hoort het interval: het laat zien hoe onzeker de uitkomst is. "
    "Staat het er niet in, schrijf dan `interval: niet gezien`."
)
FOUT = "opzet: loting"
GOED = """\
opzet: loting
interval: niet gezien
"""


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a hint for every comparing study without an interval."""
    for onderzoek in framework.onderzoeken.values():
        if onderzoek.opzet in ("loting", "vergelijking") and not onderzoek.interval:
            message = "het interval ontbreekt; vul het in, of schrijf «niet gezien»"
            yield Problem(onderzoek.place("opzet"), message, ID, "let-op")

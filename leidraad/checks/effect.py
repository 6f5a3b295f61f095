"""A difference before and after, or an association, is no effect."""

import re
from collections.abc import Iterator

from leidraad.checks._through import through
from leidraad.model.types.onderzoeken import Bewijspunt
from leidraad.model.use.bewijs import label_of
from leidraad.model.use.framework import Framework
from leidraad.model.yaml.problem import Problem

ID = "effect"
UITLEG = (
    "Een meting vóór en na, of een samenhang, laat geen effect zien: er is niet vergeleken met mensen bij wie het niet "
    "gebeurde. Schrijf «verandering», «verschil» of «hing samen»."
)
FOUT = "    - bewering: Het grootste effect was dat collega's anders gingen werken."
GOED = "    - bewering: De grootste verandering was dat collega's anders gingen werken."
_EFFECT = re.compile(r"\beffect(?:en|ief|ieve)?\b", re.IGNORECASE)


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a problem for every claim or outcome of such a study that speaks of an effect."""
    message = "hier is niet vergeleken, dus dit is geen effect; schrijf «verandering», «verschil» of «hing samen»"
    for onderzoek in framework.onderzoeken.values():
        if onderzoek.opzet in ("samenhang", "voor-en-na") and _EFFECT.search(onderzoek.uitkomst):
            yield Problem(onderzoek.place("uitkomst"), message, ID)
    for value in through(framework).values:
        punt = value.owner
        if value.key != "bewering" or not isinstance(punt, Bewijspunt):
            continue
        if label_of(framework.onderzoeken, punt).sport == "d" and _EFFECT.search(punt.bewering):
            yield Problem(punt.place("bewering"), message, ID)

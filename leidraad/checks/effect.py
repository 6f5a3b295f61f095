"""A difference before and after, or an association, is no effect, and no cause."""

import re
from collections.abc import Iterator

from leidraad.checks._through import through
from leidraad.model.types.base import Blok
from leidraad.model.types.onderzoeken import Bewijspunt
from leidraad.model.use.bewijs import label_of
from leidraad.model.use.framework import Framework
from leidraad.model.yaml.problem import Problem

ID = "effect"
UITLEG = (
    "Een meting vóór en na, of een samenhang, laat geen effect zien: er is niet vergeleken met mensen bij wie het niet "
    "gebeurde. Schrijf «verandering», «verschil» of «hing samen», en dus ook niet «schakel», «dankzij» of «leidde tot»."
)
FOUT = "    - bewering: Het grootste effect was dat collega's anders gingen werken."
GOED = "    - bewering: De grootste verandering was dat collega's anders gingen werken."
_EFFECT = re.compile(
    r"\b(?:effect(?:en|ief|ieve)?|schakel|dankzij|daardoor|vergroot(?:te|ten)?|leid(?:t|de|den) tot"
    r"|zorg(?:t|de|den) (?:er)?voor)\b",
    re.IGNORECASE,
)


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a problem for every claim or outcome of such a study that speaks of an effect."""
    message = "hier is niet vergeleken, dus dit is geen effect; schrijf «verandering», «verschil» of «hing samen»"
    for onderzoek in framework.onderzoeken.values():
        if onderzoek.opzet in ("samenhang", "voor-en-na") and _EFFECT.search(onderzoek.uitkomst):
            yield Problem(onderzoek.place("uitkomst"), message, ID)
    for value in through(framework).values:
        said = value.key in ("bewering", "tekst") and _EFFECT.search(str(value.value))
        if said and _stands_on(framework, value.owner):
            yield Problem(value.place(), message, ID)


def _stands_on(framework: Framework, owner: Blok) -> bool:
    if isinstance(owner, Bewijspunt):
        return label_of(framework.onderzoeken, owner).sport == "d"
    opzet = {one.opzet for each in getattr(owner, "bronnen", ()) if (one := framework.onderzoeken.get(each))}
    return opzet == {"samenhang"}

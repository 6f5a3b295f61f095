"""A figure in a claim stands in a study that the claim rests on."""

import re
from collections.abc import Iterator

from leidraad.checks._through import through
from leidraad.model.types.onderzoeken import Bewijspunt, Onderzoek
from leidraad.model.use.framework import Framework
from leidraad.model.yaml.problem import Problem

ID = "cijfer"
UITLEG = (
    "Een cijfer in een bewering staat ook in het onderzoek eronder, bij de uitkomst, het aantal of het interval. "
    "Zo vertelt elke pagina hetzelfde getal, en hoeft u een verbetering maar op één plek na te kijken. "
    "Rondt u af of telt u op, doe dat dan ook bij het onderzoek."
)
FOUT = "    - bewering: Samen gaan hielp bij 12 mensen."
GOED = "    - bewering: Samen gaan hielp."
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a problem for every figure of a claim that is in none of its studies."""
    for value in through(framework).values:
        punt = value.owner
        if value.key != "bewering" or not isinstance(punt, Bewijspunt) or punt.bronnen != punt.studied:
            continue
        studies = [framework.onderzoeken[id] for id in punt.studied if id in framework.onderzoeken]
        told = {figure for onderzoek in studies for figure in _told(onderzoek)}
        for figure in _FIGURE.findall(punt.bewering) if studies else ():
            if figure not in told:
                which = f"«{figure}» staat niet in onderzoek «{studies[0].id}»"
                message = f"{which}; zet het daar bij de uitkomst, of haal het hier weg"
                yield Problem(punt.place("bewering"), message, ID)


def _told(onderzoek: Onderzoek) -> list[str]:
    """Return every figure that a study tells."""
    fields = (
        onderzoek.aanpak,
        onderzoek.bij_wie,
        onderzoek.aantal,
        onderzoek.vergeleken_met,
        onderzoek.uitkomst,
        onderzoek.interval,
        onderzoek.laat_niet_zien,
        onderzoek.let_op,
    )
    return [figure for text in fields if text for figure in _FIGURE.findall(text)]

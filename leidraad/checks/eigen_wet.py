"""What a municipality writes about the law itself has a day on which it looks again."""

from collections.abc import Iterator

from leidraad.model.use.day import build_day
from leidraad.model.use.framework import Framework
from leidraad.model.yaml.problem import Problem

ID = "eigen-wet"
UITLEG = (
    "Schrijft u `teksten/wet.md`, dan staat uw tekst boven wat de kern over de wet zegt. Regels veranderen: zet daarom "
    "in gemeente.yaml bij `wet_herzien_voor` de dag waarvoor u opnieuw kijkt. Is die dag voorbij, dan staat dat hier."
)
FOUT = "naam: Fabeldam"
GOED = """\
naam: Fabeldam
wet_herzien_voor: "2027-02-01"
"""

# The form says these too, with the values in the places of {}.
GEEN_DAG = "de tekst over de wet heeft geen dag van herziening; vul bij uw gemeente «Wet herzien voor» in"
VOORBIJ = "de tekst over de wet zou vóór {} opnieuw bekeken worden; kijk wat er nu geldt"


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a hint for an own text about the law without such a day, or whose day has passed."""
    for lokaal in framework.gemeenten.values():
        if "wet" not in lokaal.gezegd:
            continue
        due = lokaal.gemeente.wet_herzien_voor
        if due is None:
            yield Problem(lokaal.teksten["wet"].place, GEEN_DAG, ID, "let-op")
        elif due < build_day():
            yield Problem(lokaal.gemeente.place("wet_herzien_voor"), VOORBIJ.format(due), ID, "let-op")

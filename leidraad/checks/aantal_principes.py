"""A handful of principles is remembered; a few more is a list."""

from collections.abc import Iterator

from leidraad.checks._principes import in_force, own_folders
from leidraad.model.use.framework import Framework
from leidraad.model.yaml.problem import Problem

ID = "aantal-principes"
UITLEG = (
    "Met vijf tot acht principes is er genoeg om op te sturen, en onthoudt iedereen ze. "
    "Hebt u er minder, dan is het werk misschien nog niet af. Hebt u er meer, voeg er dan samen."
)
FOUT = "gedragsprincipes/ met één bestand, en vier met status: vervallen"
GOED = "gedragsprincipes/ met vijf tot acht bestanden die gelden"
FEWEST, MOST = 5, 8


def melding(number: int | str) -> str | None:
    """Return what is said of a number of principles, the form's too; a text stands for any number that is too large."""
    if isinstance(number, int) and FEWEST <= number <= MOST:
        return None
    few = isinstance(number, int) and number < FEWEST
    remedy = "kijk wat er nog ontbreekt" if few else "kijk wat u kunt samenvoegen"
    there_are = f"er zijn {number or 'geen'} principes" if number != 1 else "er is 1 principe"
    return f"{there_are}; vijf tot acht werkt beter: {remedy}"


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a hint for every municipality with fewer than five or more than eight principles in force."""
    for lokaal in own_folders(framework):
        if message := melding(len(in_force(lokaal))):
            yield Problem(lokaal.gemeente.place("id"), message, ID, "let-op")

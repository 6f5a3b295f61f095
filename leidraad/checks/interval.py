"""A study that compares gives its interval, and says when and where that was looked for."""

from collections.abc import Iterator

from leidraad.model.use.framework import Framework
from leidraad.model.yaml.problem import Problem

ID = "interval"
UITLEG = (
    "Bij een onderzoek met loting of een vergelijking hoort het interval: het laat zien hoe onzeker de uitkomst is. "
    "Zoek ernaar, en schrijf erbij wanneer en waar u keek. Staat het er niet in, schrijf dan `interval: niet gezien`."
)
FOUT = """\
opzet: loting
interval: niet gezien
"""
GOED = """\
opzet: loting
interval: niet gezien
interval_gezocht_op: "2026-11-29"
interval_gezocht_in: de samenvatting bij de uitgever
"""
NOT_SEEN = "niet gezien"


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a hint for every comparing study without an interval, or whose interval nobody looked for."""
    for onderzoek in framework.onderzoeken.values():
        if bool(onderzoek.interval_gezocht_op) != bool(onderzoek.interval_gezocht_in):
            message = "interval_gezocht_op en interval_gezocht_in horen bij elkaar: de dag, en waar gekeken is"
            key = "interval_gezocht_op" if onderzoek.interval_gezocht_op else "interval_gezocht_in"
            yield Problem(onderzoek.place(key), message, ID)
        if onderzoek.opzet not in ("loting", "vergelijking"):
            continue
        if not onderzoek.interval:
            message = "het interval ontbreekt; zoek ernaar en vul het in, of schrijf «niet gezien»"
            yield Problem(onderzoek.place("opzet"), message, ID, "let-op")
        elif onderzoek.interval == NOT_SEEN and not onderzoek.interval_gezocht_op:
            message = "naar het interval is nog niet gezocht; zoek ernaar, en schrijf erbij wanneer en waar"
            yield Problem(onderzoek.place("interval"), message, ID, "let-op")

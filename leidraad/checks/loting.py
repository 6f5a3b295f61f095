"""A study is called one by lot only where somebody read that there was a lot."""

import re
from collections.abc import Iterator

from leidraad.model.use.framework import Framework
from leidraad.model.yaml.problem import Problem

ID = "loting"
UITLEG = (
    "De hoogste labels zijn er alleen voor onderzoek met loting. Zeg daarom in `aanpak` wat door loting verdeeld is, "
    "ook bij een overzicht. Las u dat niet, of niet van alle studies, kies dan `opzet: vergelijking`."
)
FOUT = """\
opzet: loting
aanpak: Een overzicht van zeven studies.
"""
GOED = """\
opzet: vergelijking
aanpak: Een overzicht van zeven studies.
"""
_LOT = re.compile(r"\b(?:loting|(?:ver|in)?geloot|verloot|lot)\b", re.IGNORECASE)


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a problem for every study by lot whose approach does not speak of one."""
    for onderzoek in framework.onderzoeken.values():
        if onderzoek.opzet == "loting" and not _LOT.search(onderzoek.aanpak):
            message = "zeg in «aanpak» wat door loting verdeeld is, of kies «opzet: vergelijking»"
            yield Problem(onderzoek.place("opzet"), message, ID)

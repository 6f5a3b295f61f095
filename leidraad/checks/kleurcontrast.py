"""The accent colour can be read on every field where it stands."""

from collections.abc import Iterator

from leidraad.model.use.framework import Framework
from leidraad.model.use.kleur import FIELDS_DARK, FIELDS_LIGHT, contrast, luminance
from leidraad.model.yaml.problem import Problem

ID = "kleurcontrast"
UITLEG = (
    "De accentkleur heeft genoeg contrast: ten minste 4,5 op 1 (WCAG 2.2, criterium 1.4.3). Dat geldt op elke "
    "achtergrond met tekst en links, ook op de vlakken van start, willen en kunnen en op haar eigen lichte vlak."
)
FOUT = 'accent: "#e8c400"'
GOED = 'accent: "#0b5351"'
# What is readable on these is readable on the others, and on the accent's own field.
LIGHT, DARK = min(FIELDS_LIGHT, key=luminance), max(FIELDS_DARK, key=luminance)
MINIMUM = 4.5


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a problem for every accent colour with too little contrast."""
    for lokaal in framework.gemeenten.values():
        stijl = lokaal.gemeente.stijl
        for key, colour, field, remedy in (
            ("accent", stijl.accent, LIGHT, "donkerdere"),
            ("accent_donker", stijl.accent_donker, DARK, "lichtere"),
        ):
            ratio = contrast(colour, field)
            if ratio < MINIMUM:
                shown = f"{ratio:.1f}".replace(".", ",")
                message = f"kleur «{colour}» heeft contrast {shown}; nodig is 4,5: kies een {remedy} kleur"
                yield Problem(lokaal.gemeente.place("stijl", key), message, ID)

"""The accent colour can be read on the backgrounds where it stands."""

from collections.abc import Iterator

from leidraad.model.use.framework import Framework
from leidraad.model.yaml.problem import Problem

ID = "kleurcontrast"
UITLEG = (
    "De accentkleur heeft genoeg contrast: ten minste 4,5 op 1 (WCAG 2.2, criterium 1.4.3) op de lichtste "
    "en de donkerste achtergrond waarop tekst en links staan."
)
LIGHT, DARK = "#f4f6f8", "#23282f"  # the tinted panels of docs/assets/leidraad.css, the least favourable ones
MINIMUM = 4.5


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a problem for every accent colour with too little contrast."""
    for lokaal in framework.gemeenten.values():
        stijl = lokaal.gemeente.stijl
        for key, colour, background, remedy in (
            ("accent", stijl.accent, LIGHT, "donkerdere"),
            ("accent_donker", stijl.accent_donker, DARK, "lichtere"),
        ):
            ratio = contrast(colour, background)
            if ratio < MINIMUM:
                shown = f"{ratio:.1f}".replace(".", ",")
                message = f"kleur «{colour}» heeft contrast {shown}; nodig is 4,5: kies een {remedy} kleur"
                yield Problem(lokaal.gemeente.place("stijl", key), message, ID)


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two #rrggbb colours, 1 to 21 (WCAG 2.2, definition of contrast ratio)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

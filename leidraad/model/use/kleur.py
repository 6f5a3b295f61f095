"""A colour #rrggbb → mixtures and contrasts (WCAG 2.2, definition of contrast ratio), and the fields it stands on."""

# The grounds of docs/assets/tokens.css, and the fields of the panels and the three lanes on them.
LIGHT, DARK = "#ffffff", "#14191d"
FIELDS_LIGHT = (LIGHT, "#f3f5f5", "#eceff0", "#fbf1e2", "#e8f1fb")
FIELDS_DARK = (DARK, "#1c2328", "#232b30", "#2a2316", "#182535")
# How much of the accent is in its own field, and in its line.
FIELD_LIGHT, FIELD_DARK, LINE = 0.08, 0.12, 0.35


def mixed(colour: str, ground: str, part: float) -> str:
    """Return the colour of which `part` is `colour` and the rest `ground`."""
    pairs = zip(_channels(colour), _channels(ground), strict=True)
    return "#" + "".join(f"{round(one * part + other * (1 - part)):02x}" for one, other in pairs)


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """Return how light a colour is, 0 to 1."""
    channels = [channel / 255 for channel in _channels(colour)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _channels(colour: str) -> list[int]:
    return [int(colour[start : start + 2], 16) for start in (1, 3, 5)]

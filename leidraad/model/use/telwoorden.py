"""A number → as a text says it: 7 is «zeven»."""

WOORDEN = (
    *("nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"),
    *("dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien", "twintig"),
)


def in_words(number: int) -> str:
    """Return a number in words, as far as these are short."""
    return WOORDEN[number] if number < len(WOORDEN) else str(number)

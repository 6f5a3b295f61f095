"""A sign that something is still to be filled in is no text for a reader."""

import re
from collections.abc import Iterator

from leidraad.checks._through import Text, through
from leidraad.model.use.framework import Framework
from leidraad.model.yaml.problem import Problem, quoted

ID = "nog-in-te-vullen"
UITLEG = (
    "Hier staat een teken dat er nog iets moet komen, zoals ..., XXX of TODO. Een lezer ziet dat. "
    "Vul de tekst in, of haal de regel weg: wat leeg is, staat op de site als open vraag."
)
FOUT = "waarom: ..."
GOED = "waarom: Wie luistert, hoort meer."
# The form knows the first too.
PATTERN = (
    r"(?!-{3,}$|_{3,}$)[.…?_\-–—\/\s]+|[xX]{2,}|[nN]\.?[nNtT]\.?[bB]\.?|TODO|[Tt]odo|TBD|tbd|[Ll]orem ipsum[\s\S]*"
)
# The form says these too, with the values in the places of {}.
MELDING = "bij {} moet nog iets komen"
_WHOLE = re.compile(PATTERN)
WITHIN = re.compile(r"\b(?:X{3,}|x{3,}|TODO|TBD|[Ll]orem ipsum)\b")


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a problem for every text that is no text yet, and a hint for one with a gap in it."""
    for text in through(framework).texts:
        if _is_cell(text):
            continue  # an empty one is a place to write
        if _WHOLE.fullmatch(text.text.strip()):
            message = f"{quoted(text.text)} is nog geen tekst; vul die in, of haal de regel weg"
            yield Problem(text.place(), message, ID)
        elif match := WITHIN.search(text.text):
            yield Problem(text.place(match.start()), MELDING.format(quoted(match[0])), ID, "let-op")


def _is_cell(text: Text) -> bool:
    """True for a cell of a table."""
    return len(text.path) > 1 and isinstance(text.path[-1], int) and isinstance(text.path[-2], int)

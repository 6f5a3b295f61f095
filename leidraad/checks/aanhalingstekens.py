"""Quotes of a word processor are signs of the text: to YAML they close nothing off."""

import re
from collections.abc import Iterator

from leidraad.checks._through import through
from leidraad.model.use.framework import Framework
from leidraad.model.yaml.problem import Problem, quoted

ID = "aanhalingstekens"
UITLEG = (
    "Gekrulde aanhalingstekens (“ ”) uit een tekstverwerker komen op de site mee, en een komma of dubbele punt "
    'ertussen telt gewoon. Bedoelde u YAML? Typ dan rechte ("). Bedoelde u een uitspraak? Schrijf « ».'
)
FOUT = "titel: “We luisteren eerst”"
GOED = "titel: We luisteren eerst"
# The form says these too, with the values in the places of {}.
OM_DE_TEKST = "de aanhalingstekens om {} komen op de site; haal ze weg, of schrijf « »"
AFGEBROKEN = "hier is een tekst met een komma afgebroken; zet rechte aanhalingstekens om de hele tekst"
OPEN, CLOSED = "“„‟″", "“”″"
SINGLE = re.compile(r"[‘‚](?![dkmnrst]\b).*’", re.DOTALL)


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a hint for every text that stands between such quotes, or in a list begins or ends with one alone."""
    for text in through(framework).texts:
        if text.own or not text.text:
            continue  # no YAML, or an empty cell of a table
        begins, ends = text.text[:1] in OPEN, text.text[-1:] in CLOSED
        in_list = isinstance(text.path[-1], int)
        if (begins and ends) or SINGLE.fullmatch(text.text):
            yield Problem(text.place(), OM_DE_TEKST.format(quoted(text.text[1:-1])), ID, "let-op")
        elif in_list and begins != ends and not any(sign in text.text[1:-1] for sign in OPEN + CLOSED):
            yield Problem(text.place(), AFGEBROKEN, ID, "let-op")

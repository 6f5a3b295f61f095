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
_OPEN, _CLOSED = "“„‟″", "“”″"
_SINGLE = re.compile(r"[‘‚](?![dkmnrst]\b).*’", re.DOTALL)


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a hint for every text that stands between such quotes, or in a list begins or ends with one alone."""
    for text in through(framework).texts:
        if text.own or not text.text:
            continue  # no YAML, or an empty cell of a table
        begins, ends = text.text[:1] in _OPEN, text.text[-1:] in _CLOSED
        in_list = isinstance(text.path[-1], int)
        if (begins and ends) or _SINGLE.fullmatch(text.text):
            message = f"de aanhalingstekens om {quoted(text.text[1:-1])} komen op de site; haal ze weg, of schrijf « »"
            yield Problem(text.place(), message, ID, "let-op")
        elif in_list and begins != ends and not any(sign in text.text[1:-1] for sign in _OPEN + _CLOSED):
            message = "hier is een tekst met een komma afgebroken; zet rechte aanhalingstekens om de hele tekst"
            yield Problem(text.place(), message, ID, "let-op")

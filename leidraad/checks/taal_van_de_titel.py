"""A title in another language says so."""

import re
from collections.abc import Iterator

from leidraad.model.use.framework import Framework
from leidraad.model.use.names import words
from leidraad.model.yaml.problem import Problem

ID = "taal-van-de-titel"
ALLEEN_KERN = True
UITLEG = (
    "Een titel in een andere taal krijgt `taal`, bijvoorbeeld `taal: en`. "
    "Dan leest een voorleesstem hem goed voor (WCAG 3.1.2). Zonder `taal` is een titel Nederlands."
)
FOUT = "titel: The effects of work"
GOED = """\
titel: The effects of work
taal: en
"""
# Words that a title in one of these languages nearly always has, and a Dutch one does not.
_TELLING = {
    "en": """the and to from with among between for their its how why what returning return effect effects program
        programs programme job work working goal self search behavior behaviour unemployed employment
        intervention interventions study needs mobility motivational interviewing mentoring scaling efficacy""",
    "de": "der das und für fur ein eine zur zum mit arbeit wirkung",
    "fr": "les du et dans pour une sur travail emploi",
    "nl": "de het een van met voor bij zoals waarom hoe wat niet op je aan is zijn gemeente gemeenten werk",
}
_WORDS = {taal: frozenset(telling.split()) for taal, telling in _TELLING.items()}
_ENGLISH_END = re.compile(r"(ness|tions?|ity|acy|ship)$")
_NAMES = {"de": "Duits", "en": "Engels", "fr": "Frans", "nl": "Nederlands"}


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a hint for every title of a source that looks like another language than it says."""
    for bron in framework.bronnen.values():
        seems = looks_like(bron.titel)
        if seems and bron.taal == "nl" and seems != "nl":
            message = f"de titel lijkt {_NAMES[seems]}; zet er «taal: {seems}» bij"
            yield Problem(bron.place("titel"), message, ID, "let-op")
        elif seems == "nl" and bron.taal != "nl":
            message = f"de titel lijkt Nederlands, maar «taal» is «{bron.taal}»; haal «taal» weg"
            yield Problem(bron.place("taal"), message, ID, "let-op")


def looks_like(title: str) -> str | None:
    """Return the language whose telling words a title has most of, or None when nothing tells."""
    found = words(title)
    counts = {taal: sum(word in telling for word in found) for taal, telling in _WORDS.items()}
    counts["en"] += sum(bool(_ENGLISH_END.search(word)) for word in found)
    best = max(counts, key=lambda taal: counts[taal])
    return best if counts[best] and list(counts.values()).count(counts[best]) == 1 else None

"""A principle rests on practice, on research and on what residents say."""

from collections.abc import Iterator, Sequence

from leidraad.checks._principes import principes
from leidraad.model.types.gemeente import Onderbouwing
from leidraad.model.use.framework import Framework
from leidraad.model.use.questions import KENNISBRONNEN
from leidraad.model.yaml.problem import Problem

ID = "principe-onderbouwing"
UITLEG = (
    "Een principe steunt op drie bronnen van kennis: wat u zelf zag werken, wat onderzoek zegt, en wat inwoners "
    "zeggen. Vond u niets, schrijf dat dan op: ook dat is een antwoord."
)
FOUT = """\
onderbouwing:
  client: De dammers vroegen erom.
"""
GOED = """\
onderbouwing:
  praktijk: De gids zag het werken.
  wetenschap: Wij vonden niets.
  client: De dammers vroegen erom.
"""


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a hint for every principle that does not rest on all three."""
    for principe in principes(framework):
        missing = [key for key in KENNISBRONNEN if not getattr(principe.onderbouwing, key)]
        if missing:
            yield Problem(principe.place("id"), melding(missing), ID, "let-op")


def melding(missing: Sequence[str]) -> str:
    """Return what is said of what is not filled in; the form says it too."""
    named = [f"«{Onderbouwing.model_fields[key].title}»" for key in missing]
    listed = named[0] if len(named) == 1 else f"{', '.join(named[:-1])} en {named[-1]}"
    verb = "is" if len(named) == 1 else "zijn"
    return f"bij «Onderbouwing» {verb} {listed} nog leeg; vul in wat u weet, ook als dat «niets» is"

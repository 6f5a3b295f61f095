"""A principle rests on practice, on research and on what residents say."""

from collections.abc import Iterator

from leidraad.checks._principes import principes
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
        missing = [f"«{key}»" for key in KENNISBRONNEN if not getattr(principe.onderbouwing, key)]
        if missing:
            listed = missing[0] if len(missing) == 1 else f"{', '.join(missing[:-1])} en {missing[-1]}"
            message = f"bij «onderbouwing» is {listed} nog leeg; vul in wat u weet, ook als dat «niets» is"
            yield Problem(principe.place("id"), message, ID, "let-op")

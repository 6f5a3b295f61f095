"""How many questions a route says it asks is how many it asks."""

import re

import pytest

from leidraad.checks._explore import explore
from tests.frameworks import REAL

WORDS = ["nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"]


@pytest.mark.parametrize("id_", REAL.routes)
def test_the_number_of_questions_is_right(id_: str) -> None:
    """The fewest and the most over all ways through it, in the sentence about how long it takes."""
    route = REAL.routes[id_]
    numbers = explore(route).numbers
    found = re.search(r"voor (\w+)(?: (?:tot|of) (\w+))? vragen", route.duur.tekst)
    assert found, route.duur.tekst
    assert [WORDS.index(one) for one in found.groups() if one] == sorted({min(numbers), max(numbers)})

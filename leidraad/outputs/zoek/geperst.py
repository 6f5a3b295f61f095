"""The index → what it is found by, in few bytes; docs/assets/zoek/zoeker.js takes it apart."""

import string
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any

_LETTERS = string.digits + string.ascii_lowercase


def pressed(whole: Mapping[str, Any]) -> list[str]:
    """Return what is found by, in four texts: stop words, forms, the term of each form, where each term leads.

    A form is how many letters it shares with the one before it, and the rest. A term that was not met before is
    nothing, another its number. What a term leads to are pairs of signs: steps from entry to entry, and weights.
    """
    forms = [_after(before, form) for before, form in pairwise(["", *whole["vormen"].split(" ")])]
    numbers: dict[int, int] = {}
    terms = [_numeral(numbers[term]) if term in numbers else _new(numbers, term) for term in whole["termen"]]
    leads = [_signs(whole["gewichten"][term]) for term in numbers]
    return [whole["stop"], *(" ".join(row) for row in (forms, terms, leads))]


@lru_cache(maxsize=65536)  # editions share most words, and so what comes after what
def _after(before: str, form: str) -> str:
    """Return how many letters a form shares with the one before it, and the rest."""
    most = min(len(form), len(before), len(_LETTERS) - 1)
    shared = next((place for place in range(most) if form[place] != before[place]), most)
    return _LETTERS[shared] + form[shared:]


def _new(numbers: dict[int, int], term: int) -> str:
    numbers[term] = len(numbers)
    return ""


def _numeral(number: int) -> str:
    """Return a number in base 36."""
    return (_numeral(number // 36) if number >= 36 else "") + _LETTERS[number % 36]


def _signs(leads: Sequence[int]) -> str:
    """Return the sign of each number: no space, and of one byte as far as those go."""
    signs, before = [number + 35 for number in leads], 0
    for place in range(0, len(leads), 2):
        signs[place] -= before
        before = leads[place]
    return "".join(map(chr, signs))

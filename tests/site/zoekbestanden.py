"""The two files of the search → the index that they were made of, read as the browser reads them."""

import json
from itertools import accumulate
from pathlib import Path
from typing import Any


def index_in(edition: Path) -> dict[str, Any]:
    """Return the index of a built edition."""
    shown = json.loads((edition / "zoekindex.json").read_text("utf-8"))
    stop, forms, terms, leads = json.loads((edition / "zoekwoorden.json").read_text("utf-8"))
    whole = list[str]()
    for piece in forms.split(" "):
        whole.append((whole[-1] if whole else "")[: int(piece[0], 36)] + piece[1:])
    numbers, known = list[int](), 0
    for number in terms.split(" "):
        numbers.append(int(number, 36) if number else known)
        known += not number
    return {
        "vondsten": shown,
        "stop": stop,
        "vormen": " ".join(whole),
        "termen": numbers,
        "gewichten": [_leads([ord(sign) - 35 for sign in one]) for one in leads.split(" ")],
    }


def _leads(numbers: list[int]) -> list[int]:
    pairs = zip(accumulate(numbers[::2]), numbers[1::2], strict=True)
    return [number for pair in pairs for number in pair]

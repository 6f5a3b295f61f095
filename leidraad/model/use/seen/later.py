"""An edition → the values that are filled in where a text is written, each by its name."""

import re
from collections.abc import Callable
from typing import Any, TypeVar

from leidraad.model.use.dates import day_and_month, dutch_date
from leidraad.model.use.framework import Edition
from leidraad.model.use.marks import CLOSE, OPEN
from leidraad.model.use.version import Version

W = TypeVar("W", bound=Callable[..., Any])

_PLACES = re.compile(rf"\(\(|\)\)|[{OPEN}{CLOSE}]")  # of own words, and of marks
_ENDS = re.compile("[.!?]")  # of a sentence, of which the first is shown alone
_IN_TEXTS = ("inwoner", "inwoners", "professional", "professionals")


def values(edition: Edition, version: Version) -> dict[str, str]:
    """Return each value by its name."""
    gemeente, woorden = edition.gemeente, edition.gemeente.woorden
    return {
        "naam": gemeente.naam,
        "id": gemeente.id,
        "editie": gemeente.editie,
        "uitgave": gemeente.uitgave,
        "contact": gemeente.contact or "",
        "meldpunt": edition.meldpunt or "",
        "auteur": gemeente.auteur,
        "datum": dutch_date(gemeente.datum),
        "dag": day_and_month(gemeente.datum),
        "jaar": str(gemeente.datum.year),
        "inwoner": woorden.inwoner.enkelvoud,
        "inwoners": woorden.inwoner.meervoud,
        "professional": woorden.professional.enkelvoud,
        "professionals": woorden.professional.meervoud,
        "principe": woorden.principe.enkelvoud,
        "principes": woorden.principe.meervoud,
        "adres": version.adres,
        "kopie": version.name,
    }


NAMES: dict[tuple[str, ...], str] = {
    **{("gemeente", name): name for name in ("naam", "id", "editie", "uitgave", "contact", "auteur")},
    **{("gemeente", "woorden", name, "enkelvoud"): name for name in ("inwoner", "professional", "principe")},
    **{("gemeente", "woorden", name, "meervoud"): f"{name}s" for name in ("inwoner", "professional", "principe")},
}


def is_plain(name: str, value: str) -> bool:
    """Return whether a value stays as it is but for what a mark tells of."""
    is_one_line = value.isprintable() and value == " ".join(value.split()) and not _PLACES.search(value)
    return bool(value) and is_one_line and not (name in _IN_TEXTS and _ENDS.search(value))


LATER: dict[str, Callable[[str], str]] = {}  # what is made of an address, once that is known


def of_an_address(function: W) -> W:
    """Let a function make what a mark of an address stands for, also in what was kept."""
    LATER[function.__name__] = function
    return function

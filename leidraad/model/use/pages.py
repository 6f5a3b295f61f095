"""The pages (docs/ and mkdocs.yml): what they call and link to, what each call names, and their text for the checks."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from leidraad.model.types.base import Naar
from leidraad.model.yaml.problem import Place

SLOT = "tekst"  # in Naar: a text slot of a municipality (teksten/), which is no kind

_ROUTE, _INSTRUMENT, _BRON = Naar("route"), Naar("instrument"), Naar("bron")
# What the words of a call name: every word, or the first where the others say something else.
CALLS: Mapping[str, Naar] = {
    **dict.fromkeys(("route", "route_lead", "route_meer", "route_plaat"), _ROUTE),
    **dict.fromkeys(("instrument", "instrument_lead", "instrument_meer", "bespreking"), _INSTRUMENT),
    "bijeenkomst": Naar("bijeenkomst"),
    "bron": _BRON,
    "eigen_tekst": Naar(SLOT),
    "factor": Naar("factor"),
    "gebruik": Naar(heel=True),
    "igm_kaart": Naar("factor", "startpunt"),
    "lezing": _BRON,
    "oefencasus": Naar("casus"),
    "stap": Naar("stap"),
    "startpunt": Naar("startpunt"),
}
EVERY_WORD = ("bron", "lezing")
# The calls that show a text slot without naming it.
SHOWS: Mapping[str, str] = {"wet": "wet"}


class Called(NamedTuple):
    """A word in a page that names something, and what such words name."""

    word: str
    naar: Naar
    place: Place


@dataclass(frozen=True)
class Pages:
    """The pages below docs/, those in the menu (None where no menu could be read), and what they name."""

    files: frozenset[str]
    menu: frozenset[str] | None
    called: tuple[Called, ...]
    texts: Mapping[str, str]  # file, as in «docs/wet.md» → what stands in it

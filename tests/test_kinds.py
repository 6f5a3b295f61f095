"""The table of kinds → it is whole, and the miniature, which most tests look at, holds every kind."""

from collections import Counter
from inspect import signature
from pathlib import Path
from typing import Any

import pytest

from leidraad.model import kinds as table
from leidraad.model.kinds import KINDS, Kind, listed
from leidraad.model.types.base import naar_of
from leidraad.model.types.keuze import Keuze
from leidraad.model.use.framework import Framework
from leidraad.model.use.pages import CALLS
from leidraad.render.registry import FRAGMENTS, VALUES
from tests.frameworks import SMALL
from tests.probe import ROOT
from tests.verwachting import KEPT, kinds


def _held(framework: Framework, kind: Kind) -> bool:
    """Return whether a framework has something of a kind; what is one file is there, or its folder is not read."""
    if not (kind.is_folder or kind.list_key):
        return True
    return any(owner.of(kind.name) for owner in ([framework] if kind.of == "kern" else framework.gemeenten.values()))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: f"{kind.of}-{kind.name}")
def test_the_miniature_holds_every_kind(kind: Kind) -> None:
    """A kind that the miniature does not have would be looked at by no test of expected output."""
    assert _held(SMALL, kind)


def test_a_kind_has_one_row_for_each_that_it_is_of() -> None:
    """No two rows say something about the same thing, and a file is read once."""
    assert max(Counter((kind.name, kind.of) for kind in KINDS).values()) == 1


@pytest.mark.parametrize("kind", listed(), ids=lambda kind: kind.name)
def test_what_readers_find_has_an_address_and_texts(kind: Kind) -> None:
    """The keys that a row names are keys of its type, so that a name that changes is seen here."""
    keys = kind.type.model_fields
    assert kind.address and kind.title in keys and kind.summary in keys
    assert not kind.words or kind.words in keys
    assert not kind.card or (ROOT / "leidraad/render/kaarten" / f"kaart_{kind.card}.html").is_file()
    assert bool(kind.card) == bool(kind.height)
    assert not kind.order or hasattr(SMALL.kern, kind.order)
    assert not kind.chosen or hasattr(Keuze().gesprek, kind.chosen)


def test_every_kind_that_is_named_is_in_the_table() -> None:
    """An id in a type names kinds that there are; an open question is chosen, and has no row."""
    named = {
        name
        for kind in KINDS
        for key in kind.type.model_fields
        if (naar := naar_of(kind.type, key))
        for name in naar.soorten
    }
    assert named <= {kind.name for kind in KINDS} | {"vraag", "aanvulbaar"}


def test_what_a_page_may_name_in_a_call_is_held_to_what_there_is() -> None:
    """A call whose first word is an id, a reference or a slot says which, so that the check can look it up."""
    names = ("id_", "ids", "reference", "plek", "current", "stap")
    calls = {**FRAGMENTS, **VALUES}
    asked = {name for name, call in calls.items() if list(signature(call).parameters)[1:2] in ([one] for one in names)}
    assert asked == CALLS.keys()


def test_no_line_of_the_table_can_go_unseen() -> None:
    """Without any one line the table cannot be read, or it is not the one that was kept."""
    lines = Path(table.__file__).read_text("utf-8").splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith("KINDS:"))
    end = lines.index(")", start)
    kept = (KEPT / "soorten.json").read_text("utf-8")
    assert kinds(KINDS) == kept, "Wilde u dit? Vernieuw met: make verwacht"
    for number in range(start, end + 1):
        assert _without(lines, number) != kept, lines[number]


def _without(lines: list[str], number: int) -> str:
    """Return the table as it would be kept without a line."""
    held: dict[str, Any] = {"__name__": table.__name__}
    try:
        exec(compile("\n".join([*lines[:number], *lines[number + 1 :]]), "kinds.py", "exec"), held)  # noqa: S102
        return kinds(held["KINDS"])
    except (SyntaxError, TypeError, NameError) as error:
        return str(error)

"""The table of kinds → it is whole, and the miniature, which most tests look at, holds every kind."""

from collections import Counter
from dataclasses import replace
from inspect import signature
from pathlib import Path
from typing import Any

import pytest

from leidraad.model import kinds as table
from leidraad.model.kinds import KINDS, Kind, kind_of
from leidraad.model.types.base import naar_of
from leidraad.model.types.begrippen import Begrip
from leidraad.model.use.framework import Framework
from leidraad.model.use.pages import CALLS
from leidraad.outputs.promised import unkept
from leidraad.render.registry import CHOICES, FRAGMENTS, VALUES, refused
from tests.frameworks import SMALL
from tests.machine import leidraad, with_machine
from tests.verwachting import KEPT, SLUG, kinds


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


def test_the_table_promises_only_what_is_there() -> None:
    """Templates, keys, parts of a lesson and questions that a row names are there: a name that changes is seen here."""
    told = "\n".join(map(str, unkept()))
    assert not told, told


def _promising(name: str, **row: object) -> str:
    kinds = [replace(kind, **row) if kind is kind_of(name) else kind for kind in KINDS]  # type: ignore[arg-type]
    return "\n".join(map(str, unkept(kinds)))


@pytest.mark.parametrize(
    ("name", "row", "told"),
    [
        ("stap", {"card": "stp"}, "kaart_stp.html is er niet; maak dat sjabloon; bedoelde u «stap»?"),
        ("stap", {"card": "", "height": 0}, "belooft een pakket van de kaart (package), maar noemt geen kaart"),
        ("stap", {"height": 0}, "noemt van kaart (card) en hoogte (height) maar één"),
        ("stap", {"address": "stappen/"}, "heeft een adres zonder «{id}»"),
        ("stap", {"address": ""}, "is voor lezers (plural, height), maar heeft geen adres"),
        ("stap", {"plural": ""}, "geen naam voor allemaal samen (plural)"),
        ("stap", {"place": "stappen/#{id}"}, "geeft elk een eigen pagina naast de lijst (place)"),
        ("stap", {"title": "titl"}, "neemt «titl» (title), maar Stap heeft die sleutel niet; bedoelde u «titel»?"),
        ("stap", {"summary": "weg"}, "neemt «weg» (summary)"),
        ("stap", {"words": "weg"}, "neemt «weg» (words)"),
        ("stap", {"also": ("weg",)}, "neemt «weg» (also)"),
        ("stap", {"order": "weg"}, "neemt de volgorde uit «weg» (order)"),
        ("route", {"lesson": True}, "belooft een les (lesson), maar PARTS in leidraad/render/cursus/les.py"),
        ("casus", {"type": Begrip}, "belooft een les met «verhaal»"),
        ("route", {"chosen": "weg"}, "laat kiezen met «weg» (chosen)"),
        ("begrip", {"list_key": "weg"}, "neemt «weg» (list_key)"),
        ("principe", {"asks": "weg"}, "neemt de vragen van «weg» (asks)"),
        ("principe", {"asks": ""}, "is in te vullen in het formulier (form), maar heeft geen vragen"),
        ("principe", {"opens": ""}, "geen eerste zin voor een nieuw bestand (opens)"),
    ],
)  # fmt: skip
def test_what_a_row_promises_and_is_not_there_is_said(name: str, row: dict[str, object], told: str) -> None:
    """In words, with the row; it would fail deep in a build."""
    assert told in _promising(name, **row)
    assert f"de regel van «{name}»" in _promising(name, **row)


def test_a_promise_is_told_with_its_row() -> None:
    """The first line of a row that says of what type its kind is."""
    lines = Path(table.__file__).read_text("utf-8").splitlines()
    assert f"leidraad/model/kinds.py:{lines.index('        type=Stap,') + 1}:1: " in _promising("stap", card="weg")


def test_a_card_that_is_not_there_is_said_before_anything_is_built(tmp_path: Path) -> None:
    """Not after all pages were made, and not as an error of the machine."""
    folder = with_machine(tmp_path)
    (folder / "leidraad/render/kaarten/kaart_stap.html").unlink()
    with pytest.raises(AssertionError) as caught:
        leidraad(folder, "build", SLUG)
    assert "kaart_stap.html is er niet; maak dat sjabloon" in str(caught.value)
    assert "Er is niets gebouwd" in str(caught.value) and "Traceback" not in str(caught.value)
    assert "worden gemaakt" not in str(caught.value)


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
    worded = {name for name, call in calls.items() if len(signature(call).parameters) > 1}
    assert worded - asked == CHOICES.keys(), "wat een pagina hier mag zeggen, hoort in CHOICES"
    for name in CHOICES:
        assert refused(name, ("zoiets is er niet",), {}).startswith(f"{name} «zoiets is er niet» bestaat niet")


def test_no_line_of_the_table_can_go_unseen() -> None:
    """Without any one line the table cannot be read, or it is not the one that was kept."""
    lines = Path(table.__file__).read_text("utf-8").splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith("KINDS:"))
    end = lines.index(")", start)
    kept = (KEPT / "soorten.json").read_text("utf-8")
    assert kinds(KINDS) == kept, "Wilde u dit? Vernieuw met: make verwacht"
    for number in range(start, end + 1):
        assert _without(lines, number) != kept, f"zonder deze regel is er niets anders: {number + 1}: {lines[number]}"


def _without(lines: list[str], number: int) -> str:
    """Return the table as it would be kept without a line."""
    held: dict[str, Any] = {"__name__": table.__name__}
    try:
        exec(compile("\n".join([*lines[:number], *lines[number + 1 :]]), "kinds.py", "exec"), held)  # noqa: S102
        return kinds(held["KINDS"])
    except (SyntaxError, TypeError, NameError) as error:
        return str(error)

"""The reader and what stands behind it: the same with the slower parser, and sound in its smallest parts."""

from pathlib import Path

import pytest
import yaml

from leidraad.model.reading.item import read_item, stand_in
from leidraad.model.reading.loader import load
from leidraad.model.types.base import Blok
from leidraad.model.types.gemeente import Gemeente
from leidraad.model.writing.schema import items, lists
from leidraad.model.yaml import reader, yaml_faults
from leidraad.model.yaml.problem import NOWHERE, Place, did_you_mean, nearest, quoted
from leidraad.model.yaml.reader import Mapping, Reader, Scalar, Sequence
from tests.fouten import CASES, MINIATURE, Case, copy_with

BROKEN = {"yaml-kapot", "yaml-anker", "leeg-bestand"}
UNREADABLE = [
    name
    for name, case in CASES.items()
    if case.get("bestand", "").endswith(".yaml") and {expected["controle"] for expected in case["verwacht"]} & BROKEN
]


def read(text: str) -> tuple[object, list[str]]:
    """Return what a text holds, and its problems as line:column message."""
    found = Reader("a.yaml")
    value = found.read(text.encode())
    return value, [f"{p.place.line}:{p.place.column} {p.message}" for p in found.problems]


def reported_lines(case: Case, folder: Path) -> set[tuple[int, str]]:
    """Return the line and check of every problem with the one file that a case breaks."""
    found = Reader("a.yaml")
    found.read((copy_with(case, folder) / case["bestand"]).read_bytes())
    return {(problem.place.line, problem.check) for problem in found.problems}


@pytest.mark.parametrize("name", UNREADABLE)
def test_the_slower_parser_reports_the_same(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A Python without the C parser finds the same mistakes on the same lines."""
    fast = reported_lines(CASES[name], tmp_path / "fast")
    monkeypatch.setattr(reader, "LOADER", yaml.SafeLoader)
    monkeypatch.setattr(yaml_faults, "LOADER", yaml.SafeLoader)
    assert reported_lines(CASES[name], tmp_path / "slow") == fast


def test_every_value_stays_text_and_knows_its_place() -> None:
    """YAML's own guesses (1.10 is a number, nee is no) never reach the model."""
    value, problems = read("versie: 2026.10\nja: nee\nlijst: [012, 12:30, no]\n")
    assert value == {"versie": "2026.10", "ja": "nee", "lijst": ["012", "12:30", "no"]}
    assert problems == []
    assert isinstance(value, Mapping)
    assert (value.place_of("versie"), value.keys_at["ja"]) == (Place("a.yaml", 1, 9), Place("a.yaml", 2, 1))
    assert value["lijst"].items_at == [Place("a.yaml", 3, column) for column in (9, 14, 21)]


@pytest.mark.parametrize(
    "text",
    [
        "waarom: >-\n  Wij stellen steeds dezelfde\n  vraag: wat wilt u zelf?\n",
        "waarom: >-\n  Wij luisteren.\n  Vraag: wat wilt u zelf?\n",
        "waarom: |\n  Wij luisteren.\n  zomaar: dat is geen sleutel.\n",
        "waarom: |\n  Wij luisteren.\n  vraag: wat wilt u zelf?\n",
        "waarom: >-\n  Wij luisteren.\nvraag: Wat wilt u zelf?\n",
    ],
    ids=["midden-in-een-zin", "hoofdletter", "geen-sleutel", "regel-voor-regel", "op-zijn-plaats"],
)
def test_a_word_with_a_colon_may_stand_in_a_text(text: str) -> None:
    """Only a key that begins a line after a whole sentence was meant to be one."""
    found = Reader("a.yaml", keys=frozenset({"waarom", "vraag"}))
    found.read(text.encode())
    assert found.problems == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("punten:\n  - >-\n    Een zin.\n    vraag: Wat wilt u?\n", 4),
        ("waarom: >-\r\n  Een zin.\r\n  vraag:\r\n    - Wat wilt u?\r\n", 3),
        ("waarom: >\n\n  Een zin\n\n  vraag: Wat wilt u?\n", 5),
        ("waarom: >2-\n   Een zin.\n   - vraag: Wat wilt u?\n", 3),
    ],
    ids=["in-een-lijst", "regeleinden-van-windows", "na-een-lege-regel", "in-een-punt"],
)
def test_a_key_in_a_text_is_told_once(text: str, line: int) -> None:
    """Where it stands, and not also as the point or the list that comes with it."""
    found = Reader("a.yaml", keys=frozenset({"waarom", "punten", "vraag"}))
    found.read(text.encode())
    assert [(one.place.line, one.message.partition(" ")[0]) for one in found.problems] == [(line, "«vraag:»")]


def test_a_sound_framework_is_read_whole() -> None:
    """Every file of the miniature becomes an object under its own id."""
    framework, problems = load(MINIATURE / "framework")
    assert problems == []
    assert [*framework.onderdelen] == ["stap:kijken", "startpunt:doel", "factor:durven", "factor:weten"]
    assert {slug: [*lokaal.gedragsprincipes] for slug, lokaal in framework.gemeenten.items()} == {
        "fabeldam": ["dam-dicht", "draak-eerst", "eerst-luisteren", "samen-eten", "snel-beginnen"],
        "nergenshuizen": ["niemand-wacht"],
    }


@pytest.mark.parametrize("written", ["Fabeldam", "Gemeente Fabeldam", "de gemeente  Fabeldam"])
def test_a_municipality_is_named_without_gemeente_before_it(written: str) -> None:
    """The pages say «de gemeente …» themselves."""
    text = (MINIATURE / "framework/gemeenten/fabeldam/gemeente.yaml").read_text("utf-8")
    raw, _ = read(text.replace("naam: Fabeldam", f"naam: {written}"))
    assert isinstance(raw, Mapping)
    gemeente, _ = read_item(raw, items()["gemeente"])
    assert isinstance(gemeente, Gemeente)
    assert gemeente.naam == "Fabeldam"


def _blocks(kind: type[Blok]) -> set[type[Blok]]:
    return {kind, *(one for sub in kind.__subclasses__() for one in _blocks(sub))}


@pytest.mark.parametrize("kind", sorted(_blocks(Blok) - {Blok}, key=str))
def test_a_value_can_stand_in_for_every_type(kind: type[Blok]) -> None:
    """Whatever is missing, something valid without a place can take its place, and hides nothing else."""
    value = stand_in(kind)
    assert value.place == NOWHERE
    assert kind.model_validate(value).place() == NOWHERE


@pytest.mark.parametrize("name", sorted({*items(), *lists()}))
def test_an_empty_block_is_understood(name: str) -> None:
    """An item of which nothing is filled in gives a problem for each key, and still an item to check further."""
    raw = Mapping(x=Scalar("y"))
    raw.place, raw.keys_at = Place("a.yaml"), {"x": Place("a.yaml")}
    raw["x"].place = Place("a.yaml", 1, 4)
    item, problems = read_item(raw, (items() | lists())[name])
    assert item is not None
    needed = {"ontbreekt"} if name != "keuze" else set()  # a choice need not be made
    assert {problem.check for problem in problems} == {"onbekende-sleutel", *needed}


def test_a_list_is_no_item() -> None:
    """A list where keys are expected is read, with the places of its points."""
    value, _ = read("- een\n-\n- drie\n")
    assert isinstance(value, Sequence)
    assert value.items_at[1].line == 2


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("kort", "«kort»"),
        ("twee\nregels", "«twee regels»"),
        ("\x1b[31mrood\x07", "«[31mrood»"),
        ("a" * 80, "«" + "a" * 59 + "…»"),
        (["een"], "«['een']»"),
    ],
)
def test_a_quotation_is_one_short_line(text: object, shown: str) -> None:
    """What an author wrote never breaks the list of problems or steers a terminal."""
    assert quoted(text) == shown


def test_the_nearest_word_is_found() -> None:
    """Case does not count; what looks like nothing gives no guess, but the choice where that is short."""
    assert nearest("TITEL", ["titel", "kern"]) == "titel"
    assert nearest("xyz", ["titel", "kern"]) is None
    assert did_you_mean("titl", ["titel", "kern"]) == "; bedoelde u «titel»?"
    assert did_you_mean("xyz", {"titel", "kern"}) == "; kies uit «kern», «titel»"
    assert did_you_mean("xyz", ["titel", "kern"]) == "; kies uit «titel», «kern»"
    assert did_you_mean("xyz", map(str, range(100))) == ""

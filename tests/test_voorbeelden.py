"""The examples of the manual, really tried: what fails gives its message, and what it was mended to does not."""

import textwrap
from pathlib import Path
from typing import Any

import pytest
import yaml

from leidraad.checks import HANDLEIDING, check_framework
from tests.fouten import CASES, copy_with

TABLE = yaml.safe_load((Path(__file__).parent / "tabellen" / "voorbeelden.yaml").read_text("utf-8"))
PLACED: dict[str, dict[str, Any]] = TABLE["voorbeelden"]
IN_CASES = {
    expected["controle"]
    for case in CASES.values()
    for change in [case, *case.get("wijzig", [])]
    for expected in case["verwacht"]
    if "vervang" in change
    and HANDLEIDING[expected["controle"]].fout.strip() in change["vervang"]["door"]
    and HANDLEIDING[expected["controle"]].goed.strip() in change["vervang"]["van"]
}


def test_every_example_is_tried_or_said_to_be_in_words() -> None:
    """In a case, by its place in the table, or with the reason why it is no line to put somewhere: one of them."""
    assert HANDLEIDING.keys() == IN_CASES | PLACED.keys() | TABLE["in_woorden"].keys()
    assert len(IN_CASES) + len(PLACED) + len(TABLE["in_woorden"]) == len(HANDLEIDING)


def _found(root: Path, place: dict[str, Any], example: str) -> set[str]:
    """Return the ids of what is said with an example in its place, at the depth of what stood there."""
    path = root / place["bestand"]
    before = text = path.read_text("utf-8")
    for gone in place.get("weg", ()):
        assert text.count(gone) == 1, gone
        text = text.replace(gone, "")
    assert text.count(place["van"]) == 1, place["van"]
    depth = place["van"][: len(place["van"]) - len(place["van"].lstrip())]
    put = textwrap.indent(textwrap.dedent(example).strip("\n"), depth)
    path.write_text(text.replace(place["van"], put), "utf-8")
    try:
        return {problem.check for problem in check_framework(root / "framework")[1]}
    finally:
        path.write_text(before, "utf-8")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the miniature, in which each example has its turn."""
    return copy_with({}, tmp_path_factory.mktemp("voorbeelden"))


@pytest.mark.parametrize("id_", PLACED)
def test_an_example_gives_its_message_and_mended_it_does_not(
    id_: str, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who copies it from the manual sees what the manual says."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1798675200")
    told = HANDLEIDING[id_]
    assert id_ in _found(root, PLACED[id_], told.fout)
    assert id_ not in _found(root, PLACED[id_], told.goed)

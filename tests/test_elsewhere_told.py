"""What a municipality names and is not there: what is said keeps it in its own folder, and out of the core."""

import re
from pathlib import Path

import pytest

from leidraad.checks import check_framework
from tests.fouten import copy_with

OWN = "framework/gemeenten/fabeldam"
CHOSEN = f"{OWN}/keuze.yaml"
CORE = "framework/afwegingskader/activiteiten/"

# the file, what it says now, and what is said of a name that is like none of many
NAMED = [
    (CHOSEN, "[drakenrit, samen-gaan]", "[zeepkist]", "zet die eerst in activiteiten/"),
    (f"{OWN}/activiteiten/drakenrit.yaml", "hoort_bij: samen-gaan", "hoort_bij: zeepkist", f"de kern, uit {CORE}"),
    (f"{OWN}/teksten/welkom.md", "", "\n\n[x](activiteit:zeepkist)\n", "zet die eerst in activiteiten/"),
    (f"{OWN}/teksten/welkom.md", "", "\n\n[x](bron:zeepkist)\n", "noem een eigen bron in de tekst, met een link"),
    ("framework/instrumenten/vragenblad.yaml", "activiteit:samen-gaan", "activiteit:zeepkist", "afwegingskader/act"),
]


@pytest.mark.parametrize(("file", "old", "new", "said"), NAMED)
def test_a_municipality_is_sent_to_its_own_folder(file: str, old: str, new: str, said: str, tmp_path: Path) -> None:
    """What it put in the core would stand in the way of the next one."""
    root = copy_with({}, tmp_path)
    some = (root / CORE / "samen-gaan.yaml").read_text("utf-8")
    sources = (root / "framework/bronnen.yaml").read_text("utf-8")
    for letter in "abcdefghijklm":
        (root / CORE / f"{letter * 9}.yaml").write_text(some.replace("id: samen-gaan", f"id: {letter * 9}"), "utf-8")
        source = sources[sources.index("  - id: praatje") :].partition("\n\n")[0]
        with (root / "framework/bronnen.yaml").open("a", encoding="utf-8") as file_:
            file_.write(source.replace("id: praatje", f"id: {letter * 9}") + "\n")
    text = (root / file).read_text("utf-8")
    (root / file).write_text(text.replace(old, new) if old else text + new, "utf-8")
    _, problems = check_framework(root / "framework")
    told = [problem.message for problem in problems if problem.place.file == file]
    assert any(said in message for message in told), told


def test_a_folder_between_the_principles_is_no_principle(tmp_path: Path) -> None:
    """What stands in it is in the wrong place, and still there."""
    root = copy_with({}, tmp_path)
    folder = root / OWN / "gedragsprincipes"
    (folder / "oud").mkdir()
    (folder / "eerst-luisteren.yaml").rename(folder / "oud/eerst-luisteren.yaml")
    _, problems = check_framework(root / "framework")
    told = [problem.message for problem in problems if problem.check == "onbekende-verwijzing"]
    assert told == []


def test_an_edition_older_than_its_core_is_mended_at_home(tmp_path: Path) -> None:
    """The day on which the core was looked at is not the municipality's to change."""
    root = copy_with({}, tmp_path)
    path = root / OWN / "gemeente.yaml"
    path.write_text(re.sub(r'datum: "\d+', 'datum: "2020', path.read_text("utf-8")), "utf-8")
    _, problems = check_framework(root / "framework")
    (told,) = [one.message for one in problems if one.check == "beoordeling" and one.place.file.startswith(OWN)]
    assert re.search(r"; zet hier «\d{4}-\d\d-\d\d» of later$", told)

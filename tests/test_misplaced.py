"""A file or folder of a municipality in a wrong place, or under a wrong name: what is said is where it belongs."""

from pathlib import Path

import pytest

from leidraad.checks import check_framework
from tests.fouten import copy_with

OWN = "framework/gemeenten/fabeldam"
FOLDER = f"{OWN}/gedragsprincipes"
PRINCIPE = f"{FOLDER}/eerst-luisteren.yaml"
CORE = "hoort in een map; zet het in"

# what is moved, where to, and what is said of which place
MOVED = [
    (OWN, "gemeenten/fabeldam", "gemeenten/fabeldam", "hoort in framework/gemeenten/; zet die daar"),
    (OWN, "fabeldam", "fabeldam", "hoort in framework/gemeenten/; zet die daar"),
    (OWN, "docs/fabeldam", "docs/fabeldam", "hoort in framework/gemeenten/; zet die daar"),
    (OWN, "framework/fabeldam", "framework/fabeldam", "hoort in gemeenten/; zet die daar"),
    (OWN, "framework/gemeente/fabeldam", "framework/gemeente", "bedoelde u «gemeenten»?"),
    (OWN, "framework/gemeenten/Fabeldam", "framework/gemeenten/Fabeldam/gemeente.yaml", "de map tot «fabeldam»"),
    (PRINCIPE, f"{OWN}/eerst.yaml", f"{OWN}/eerst.yaml", f"{CORE} gedragsprincipes/"),
    (PRINCIPE, "framework/e.yaml", "framework/e.yaml", f"{CORE} gemeenten/<uw-gemeente>/gedragsprincipes/"),
    (PRINCIPE, "framework/gemeenten/e.yaml", "framework/gemeenten/e.yaml", "een gemeente, in gedragsprincipes/"),
    (PRINCIPE, f"{FOLDER}/e.yml", f"{FOLDER}/e.yml", "hernoem het tot «e.yaml»"),
    (
        PRINCIPE,
        f"{FOLDER}/Eerst Dit.yaml",
        f"{FOLDER}/Eerst Dit.yaml",
        "hernoem het bestand tot «eerst-luisteren.yaml»",
    ),
    (PRINCIPE, f"{OWN}/teksten/e.yaml", f"{OWN}/teksten/e.yaml", "niet bij de teksten; zet het in gedragsprincipes/"),
    (FOLDER, "framework/gedragsprincipes", "framework/gedragsprincipes", "gemeenten/<uw-gemeente>/gedragsprincipes"),
    (FOLDER, f"{OWN}/principes", f"{OWN}/principes", "bedoelde u «gedragsprincipes»?"),
    (f"{OWN}/keuze.yaml", f"{FOLDER}/keuze.yaml", f"{FOLDER}/keuze.yaml", "een map hoger, in «fabeldam»"),
    (f"{OWN}/keuze.yaml", f"{OWN}/teksten/keuze.yaml", f"{OWN}/teksten/keuze.yaml", "zet het een map hoger"),
    (f"{OWN}/gemeente.yaml", f"{FOLDER}/gemeente.yaml", f"{FOLDER}/gemeente.yaml", "een map hoger, als gemeente.yaml"),
    (f"{OWN}/gemeente.yaml", f"{OWN}/gemeente.yml", f"{OWN}/gemeente.yml", "bedoelde u «gemeente.yaml»?"),
    (f"{OWN}/teksten/welkom.md", f"{OWN}/welkom.md", f"{OWN}/welkom.md", "zet die in teksten/"),
    (f"{OWN}/beeld/draak.svg", f"{OWN}/draak.svg", f"{OWN}/draak.svg", "zet het in beeld/"),
    (f"{OWN}/beeld/draak.svg", f"{OWN}/teksten/draak.svg", f"{OWN}/teksten/draak.svg", "zet het in beeld/"),
    ("framework/igm/durven.yaml", "framework/durven.yaml", "framework/durven.yaml", f"{CORE} igm/"),
]


@pytest.mark.parametrize(("old", "new", "file", "said"), MOVED)
def test_what_stands_in_a_wrong_place_is_told_where_it_belongs(
    old: str, new: str, file: str, said: str, tmp_path: Path
) -> None:
    """Whoever put it there need not look it up."""
    root = copy_with({}, tmp_path)
    (root / new).parent.mkdir(parents=True, exist_ok=True)
    (root / old).rename(root / new)
    _, problems = check_framework(root / "framework")
    told = [problem.message for problem in problems if problem.place.file == file]
    assert any(said in message for message in told), told


def test_a_name_that_is_no_id_is_told_what_to_be_called(tmp_path: Path) -> None:
    """The file and the id in it, at once."""
    path = copy_with({}, tmp_path) / PRINCIPE
    renamed = path.with_name("Tijd nemen.yaml")
    renamed.write_text(path.read_text("utf-8").replace("id: eerst-luisteren", "id: Tijd nemen"), "utf-8")
    _, problems = check_framework(path.parents[3])
    told = " ".join(problem.message for problem in problems if problem.place.file.endswith(renamed.name))
    assert "hernoem het tot «tijd-nemen.yaml»" in told
    assert "Hier past «tijd-nemen»" in told


def test_a_factor_in_the_folder_of_a_municipality_is_no_copy_of_its_search_questions(tmp_path: Path) -> None:
    """Two names that share their ending are not alike."""
    root = copy_with({}, tmp_path)
    (root / OWN / "durven.yaml").write_bytes((root / "framework/igm/durven.yaml").read_bytes())
    _, problems = check_framework(root / "framework")
    assert [problem for problem in problems if "kopie" in problem.message] == []

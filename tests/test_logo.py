"""How heavy a logo may be, as the check says it."""

import shutil
from pathlib import Path

import pytest

from leidraad.checks import check_framework
from leidraad.checks.logo import HEAVY, ID, LARGEST
from tests.fouten import MINIATURE

LOGO = "framework/gemeenten/fabeldam/beeld/draak.svg"


@pytest.mark.parametrize(("weight", "level"), [(HEAVY, None), (HEAVY + 1, "let-op"), (LARGEST + 1, "fout")])
def test_a_heavy_logo_is_said_with_its_weight_and_the_bar(tmp_path: Path, weight: int, level: str | None) -> None:
    """Heavier than the page is a hint, ten times that a mistake; both say what to do."""
    shutil.copytree(MINIATURE, tmp_path, dirs_exist_ok=True)
    logo = tmp_path / LOGO
    logo.write_bytes(logo.read_bytes().ljust(weight * 1000))
    found = [one for one in check_framework(tmp_path / "framework")[1] if one.check == ID]
    assert [one.level for one in found] == ([level] if level else [])
    assert all(f"weegt {weight} kB" in one.message and "bewaar een kleiner" in one.message for one in found)

"""The table of the ideas of the source texts (besluiten/0020) → each stands where it says."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TABLE = (ROOT / "besluiten/0020-where-the-ideas-of-the-sources-stand.md").read_text("utf-8")
ROWS = re.findall(r"^\| ([^|]+) \| ([a-z][a-z-]+) \| ([^|]+) \|$", TABLE, re.MULTILINE)


def test_no_idea_was_left_out() -> None:
    """Sixteen were missing, three distorted, seven thin; one came with another source."""
    assert len(ROWS) == 16 + 3 + 7 + 1


@pytest.mark.parametrize(("idea", "source", "place"), ROWS, ids=[row[0] for row in ROWS])
def test_an_idea_stands_where_the_table_says(idea: str, source: str, place: str) -> None:
    """The heading is there with the source under it, or the words are in the file that names the source."""
    found = re.fullmatch(r"([^#\s]+)(?:#(\S+)| «(.+)»)", place)
    assert found
    path, heading, words = found.groups()
    text = " ".join((ROOT / path).read_text("utf-8").split())
    if heading:
        text = text.split(f"{{#{heading}}}", 1)[1].split(" {#", 1)[0]
    else:
        assert words in text
    assert source in text

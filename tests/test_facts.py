"""The table of the facts of the sources (besluiten/0027) → each stands where it says, with its source."""

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TABLE = (ROOT / "besluiten/0027-where-the-facts-of-the-sources-stand.md").read_text("utf-8")
ROWS = re.findall(r"^\| ([\d.]+) \| ([^|]+) \| ([a-z][a-z0-9-]+) \| (\S+) «(.+)» \|$", TABLE, re.MULTILINE)


@cache
def words_of(path: str) -> str:
    """Return the text of a file, with its lines made one."""
    return " ".join((ROOT / path).read_text("utf-8").split())


def test_every_part_is_there() -> None:
    """Eleven parts, the factors in nine of their own; no line of the table is left unread."""
    parts = Counter(part.split(".")[0] for part, *_ in ROWS)
    assert set(parts) == {str(number) for number in range(1, 12)}
    assert len(ROWS) == TABLE.count("\n| ") - 2


@pytest.mark.parametrize(("part", "fact", "source", "path", "words"), ROWS, ids=[f"{row[0]} {row[1]}" for row in ROWS])
def test_a_fact_stands_where_the_table_says(part: str, fact: str, source: str, path: str, words: str) -> None:
    """The words are in the file, and the file names the source or is the study itself."""
    assert words in words_of(path)
    assert source in words_of(path) or Path(path).stem == source

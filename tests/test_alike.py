"""A test that compares large values says in a few lines what differs and where, wherever it runs."""

from typing import Any

import pytest

ROWS = [f"regel {number} van iets" for number in range(300)]
OTHER = [*ROWS[:200], "iets anders", *ROWS[201:]]
LINE = "x" * 900


@pytest.mark.parametrize(
    ("left", "right", "said"),
    [
        ("\n".join(OTHER), "\n".join(ROWS), ["regel 201:", "- regel 200 van iets", "+ iets anders"]),
        (OTHER, ROWS, ["regel 201:", "- 'regel 200 van iets'", "+ 'iets anders'"]),
        (dict.fromkeys(ROWS, 1), dict.fromkeys(ROWS[1:], 1), ["+ 'regel 0 van iets': 1"]),
        ({*ROWS}, {*ROWS, "nieuw"}, ["- 'nieuw'"]),
        (dict.fromkeys(ROWS).keys(), {*ROWS[1:]}, ["+ 'regel 0 van iets'"]),
        (f"{LINE}a{LINE}".encode(), f"{LINE}b{LINE}".encode(), ["regel 1:", "…xxx", "xbx", "xax"]),
        (ROWS, [], ["links (+) 300 regels", "… en nog 289 regels die anders zijn"]),
    ],
    ids=["tekst", "lijst", "woordenboek", "verzameling", "sleutels", "lange-regel", "alles"],
)
def test_what_differs_is_told_in_a_few_lines(
    left: Any, right: Any, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where pytest would show all, as it does for a machine that builds."""
    monkeypatch.setenv("CI", "true")
    with pytest.raises(AssertionError) as caught:
        assert left == right
    told = str(caught.value)
    assert [one for one in said if one not in told] == []
    assert len(told.splitlines()) < 16 and len(told) < 2500


def test_what_should_differ_or_be_away_is_told_shortly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two that are the same, and a word that stands in a large text."""
    monkeypatch.setenv("CI", "true")
    text = "\n".join(ROWS)
    with pytest.raises(AssertionError) as caught:
        assert text != "\n".join(ROWS)
    assert len(str(caught.value)) < 300
    with pytest.raises(AssertionError) as caught:
        assert "200 van" not in text
    assert "regel 200 van iets" in str(caught.value) and len(str(caught.value)) < 300


def test_what_is_small_is_told_as_ever() -> None:
    """Nothing is lost of what pytest says."""
    with pytest.raises(AssertionError, match=r"At index 1 diff"):
        assert [1, 2] == [1, 3]

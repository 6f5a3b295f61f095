"""The checks in software of others: what is not there is never counted as tried."""

from pathlib import Path

import pytest

from tests.outside import __main__ as outside
from tests.outside import dialog_cards, moodle, viewer
from tests.outside.common import AbsentError, packages


@pytest.mark.parametrize("check", outside.CHECKS, ids=lambda check: check.__name__.rpartition(".")[2])
def test_every_check_says_what_it_does(check: object) -> None:
    """One line that is printed over what it found."""
    assert (check.__doc__ or "").splitlines()[0].endswith(".")


@pytest.mark.parametrize("check", [moodle, viewer, dialog_cards])
def test_without_its_software_nothing_is_tried(check: object, tmp_path: Path) -> None:
    """An empty folder of sources is no success."""
    with pytest.raises(AbsentError, match="there is no"):
        list(check.run(tmp_path, tmp_path))  # type: ignore[attr-defined]


def test_no_packages_is_no_success(tmp_path: Path) -> None:
    """A folder that is no built site shows nothing."""
    with pytest.raises(AssertionError, match="holds no"):
        packages(tmp_path, "*.zip")


def test_what_is_absent_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """As not tried, and it is not counted as wrong."""
    monkeypatch.setattr("sys.argv", ["outside", str(tmp_path), str(tmp_path), "moodle"])
    assert outside.main() == 0
    assert "NOT TRIED: Moodle: there is no" in capsys.readouterr().out

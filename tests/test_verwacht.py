"""What the machine makes of the miniature, in two versions, is to the letter what was looked at and kept."""

import difflib

import pytest

from tests.verwachting import KEPT, expectations, publication, renew, without_pages


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> dict[str, str]:
    """What the machine makes today, by name; with --vernieuw that is what is kept from now on."""
    folder = tmp_path_factory.mktemp("verwacht")
    if request.config.getoption("--vernieuw"):
        renew(folder)
        folder = tmp_path_factory.mktemp("nog-eens")
    return {**dict(expectations(publication(folder))), **dict(without_pages())}


def test_what_is_made_is_what_was_kept(made: dict[str, str]) -> None:
    """Articles of every kind, cards, courses, menu and footer, feed, sitemap, what changed: read the difference."""
    kept = {path.relative_to(KEPT).as_posix(): path.read_text("utf-8") for path in KEPT.rglob("*.*")}
    different = [name for name in sorted(kept.keys() | made.keys()) if kept.get(name) != made.get(name)]
    assert different == [], _as_diff(kept, made, different)


def _as_diff(kept: dict[str, str], made: dict[str, str], names: list[str]) -> str:
    texts = [(name, kept.get(name, "").splitlines(), made.get(name, "").splitlines()) for name in names]
    rows = [row for name, old, new in texts for row in difflib.unified_diff(old, new, name, "nu", n=1, lineterm="")]
    return "\n".join(["Wilde u dit? Vernieuw met: make verwacht", *rows[:200]])

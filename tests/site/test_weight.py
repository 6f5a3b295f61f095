"""Our own JavaScript is light; what a page weighs is asked where each page is opened (test_silence)."""

from pathlib import Path

from tests.site.pages import EDITIONS
from tests.site.weight import over_the_wire

ALL_SCRIPTS = 90_000


def test_all_scripts_together_weigh_little(site: Path) -> None:
    """All our own JavaScript is at most 90 kB (gzip), and there is no other."""
    for edition in EDITIONS:
        sizes = {str(path): over_the_wire(path) for path in (site / edition).rglob("*.js")}
        assert 0 < sum(sizes.values()) <= ALL_SCRIPTS, sizes

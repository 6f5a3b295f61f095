"""The first view of a page is light, and so is our own JavaScript."""

from pathlib import Path

from tests.site.browser import OpenPage
from tests.site.pages import EDITIONS, EVERY, ONCE
from tests.site.server import Server
from tests.site.weight import over_the_wire

VIEW, PAGE_SCRIPTS, MAKER_SCRIPTS, ALL_SCRIPTS = 75_000, 15_000, 40_000, 90_000


def _file(site: Path, asked: str) -> Path:
    path = site / asked.lstrip("/")
    return path / "index.html" if path.is_dir() else path


def test_the_first_view_weighs_little(open_page: OpenPage, server: Server, site: Path, full_size: bool) -> None:
    """Everything a page asks for on an empty cache is at most 75 kB, its scripts 15 kB (gzip), the maker's 40."""
    page, views, scripts = open_page(EVERY[0]), {}, {}
    for address in EVERY if full_size else ONCE:
        start = len(server.requested)
        page.goto(address)
        files = {_file(site, asked) for asked in server.requested[start:]}
        views[address] = sum(map(over_the_wire, files))
        scripts[address] = sum(over_the_wire(file) for file in files if file.suffix == ".js")
    heaviest = max(views, key=views.__getitem__)
    print(f"\ngewicht: pagina's van {min(views.values())} tot {views[heaviest]} bytes ({heaviest})")
    print(f"gewicht: scripts van een pagina hoogstens {max(scripts.values())} bytes")
    assert views[heaviest] <= VIEW, views
    assert min(scripts.values()) > 0
    allowed = {address: MAKER_SCRIPTS if "principe-maker" in address else PAGE_SCRIPTS for address in scripts}
    assert {address: weight for address, weight in scripts.items() if weight > allowed[address]} == {}


def test_all_scripts_together_weigh_little(site: Path) -> None:
    """All our own JavaScript is at most 90 kB (gzip), and there is no other."""
    for edition in EDITIONS:
        sizes = {str(path): over_the_wire(path) for path in (site / edition).rglob("*.js")}
        print(f"\ngewicht: alle scripts {sum(sizes.values())} bytes in {len(sizes)} bestanden")
        assert 0 < sum(sizes.values()) <= ALL_SCRIPTS, sizes

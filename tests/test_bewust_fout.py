"""The deliberate faults of tests/bewuste_fouten.yaml can still be made, and the tests that must see them are there.

The run that makes them (`make fouten`) takes long, so it is made before a release; this is asked every time.
"""

from collections import Counter
from pathlib import Path

import pytest

from leidraad.editions.exchange import differences, link_tree, write_anew
from tests.bewust_fout import Fault, faults, renewed
from tests.probe import ROOT


@pytest.mark.parametrize("fault", faults(), ids=lambda fault: fault.naam)
def test_a_fault_has_one_place_and_somebody_who_looks(fault: Fault) -> None:
    """Its text stands once in what it names and changes; each test that must see it is there, by file and by name."""
    fault.place(ROOT)
    assert fault.wordt != fault.zoek
    for test in fault.gezien:
        file, _, name = test.partition("[")[0].partition("::")
        text = (ROOT / file).read_text("utf-8")
        assert not name or f"\ndef {name}(" in text, test
    assert fault.gezien


def test_every_fault_has_a_name_of_its_own() -> None:
    """`make fouten` is told by name which faults to make, and says by name which were not seen."""
    assert max(Counter(fault.naam for fault in faults()).values()) == 1


def test_a_script_or_a_style_is_put_where_a_build_puts_it(site: Path, tmp_path: Path) -> None:
    """A fault in one needs no build: what stands in the site is what a build makes of it, also where it is held."""
    link_tree(site, tmp_path)
    places = {fault.place(ROOT) for fault in faults() if fault.bestand.startswith("docs/assets/")}
    for place in [*places, ROOT / "docs/assets/voordeur/niet-gevonden.js"]:
        for old in tmp_path.glob(f"*/*/{place.relative_to(ROOT / 'docs')}"):
            write_anew(old, b"")
        assert renewed(tmp_path, ROOT, place), place
    assert [*differences(site, tmp_path)] == []
    assert not renewed(tmp_path, ROOT, ROOT / "docs" / "index.md")

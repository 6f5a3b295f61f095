"""Moodle's own reader of cartridges and question banks, outside Moodle, under PHP."""

import json
import re
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from tests.outside.common import name, needs, packages, program, said, unpacked

HERE = Path(__file__).parent
RESOURCE = "{http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1}resource"


def run(site: Path, sources: Path) -> Iterator[str]:
    """Validate and convert every cartridge, and read every question bank."""
    moodle, php = needs(sources / "moodle", "Moodle"), program("php")
    release = re.search(r"\$release += '([^']+)'", (moodle / "version.php").read_text("utf-8"))
    assert release, "which Moodle is this?"
    yield f"Moodle {release[1]}, {said([php, '-v']).split('(')[0].strip()}"
    with tempfile.TemporaryDirectory() as folder:
        for package in packages(site, "*.imscc"):
            place = unpacked(package, Path(folder))
            made = json.loads(
                said([php, str(HERE / "moodle_cartridge.php"), str(moodle), str(place)], moodle / "backup")
            )
            assert made["valid"], f"{name(package)}: {made['said']}"
            with zipfile.ZipFile(package) as archive:
                resources = ElementTree.fromstring(archive.read("imsmanifest.xml")).iter(RESOURCE)  # noqa: S314
            assert sum(made["activities"].values()) == len(list(resources)), (name(package), made["activities"])
            yield f"{name(package)}: valid, becomes {_listed(made['activities'])}"
    for bank in packages(site, "*.gift.txt"):
        made = json.loads(said([php, str(HERE / "moodle_questions.php"), str(moodle), str(bank)]))
        assert not made["errors"], f"{name(bank)}: {made['errors']}"
        assert made["kinds"]["description"] == bank.read_text("utf-8").count("Aan jezelf, zonder vak")
        yield f"{name(bank)}: read as {_listed(made['kinds'])}"


def _listed(counts: dict[str, int]) -> str:
    return ", ".join(f"{number} {kind}" for kind, number in sorted(counts.items()))

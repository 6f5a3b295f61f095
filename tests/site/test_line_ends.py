"""Sources that were saved on Windows → the same site, byte for byte, the archives included."""

import subprocess
import sys
from pathlib import Path

import pytest

from leidraad.editions.exchange import differences
from leidraad.model.reading.files import unix
from tests.forked import leidraad
from tests.machine import with_machine
from tests.sources import copy_sources
from tests.verwachting import SLUG, ready

TEXT = {".md", ".yaml", ".yml", ".css", ".js", ".html", ".xml", ".svg", ".py"}
BUILD = [sys.executable, "-c", "from leidraad.command import main; main()", "build"]


def _built_on_windows(project: Path, slug: str) -> Path:
    """Give every text of pages, data, theme and machine CRLF, build an edition, and return its folder."""
    for path in project.rglob("*"):
        if path.suffix in TEXT:
            path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    subprocess.run([*BUILD, slug], cwd=project, check=True)
    return project / "site" / slug


def test_line_ends_of_windows_change_nothing(tmp_path: Path) -> None:
    """The miniature has every kind of text: its edition is the same."""
    ours = ready(tmp_path / "hier")
    leidraad(ours, "build", SLUG, check=True)
    theirs = _built_on_windows(with_machine(tmp_path / "daar"), SLUG)
    assert list(differences(ours / "site" / SLUG, theirs)) == []


@pytest.mark.alles
def test_line_ends_of_windows_change_nothing_in_a_real_edition(site: Path, tmp_path: Path) -> None:
    """Nor is one with all our content another."""
    theirs = _built_on_windows(copy_sources(tmp_path), "voorbeeldstad")
    assert list(differences(site / "voorbeeldstad", theirs)) == []


def test_an_image_that_is_no_text_stays_as_it_is() -> None:
    """Only pairs of carriage return and line feed are touched."""
    assert unix(b"<svg>\r\n\r</svg>\n") == b"<svg>\n\r</svg>\n"


def test_no_empty_folder_is_published(site: Path) -> None:
    """What the theme brings and the site does not use leaves no folder behind."""
    assert [path for path in site.rglob("*") if path.is_dir() and not any(path.iterdir())] == []

"""Sources that were saved on Windows → the same site, byte for byte, the archives included."""

import shutil
import subprocess
import sys
from pathlib import Path

from leidraad.editions.exchange import differences
from leidraad.model.reading.files import unix
from tests.site.pages import ROOT

TEXT = {".md", ".yaml", ".yml", ".css", ".js", ".html", ".xml", ".svg", ".py"}
BUILD = [sys.executable, "-c", "from leidraad.command import main; main()", "build", "voorbeeldstad"]


def test_line_ends_of_windows_change_nothing(site: Path, tmp_path: Path) -> None:
    """With CRLF in every text of pages, data, theme and machine, the edition is the same."""
    for name in ("docs", "framework", "thema", "leidraad"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("macros.py", "mkdocs.yml"):
        shutil.copy(ROOT / name, tmp_path / name)
    for path in tmp_path.rglob("*"):
        if path.suffix in TEXT:
            path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    subprocess.run(BUILD, cwd=tmp_path, check=True)
    assert list(differences(site / "voorbeeldstad", tmp_path / "site" / "voorbeeldstad")) == []


def test_an_image_that_is_no_text_stays_as_it_is() -> None:
    """Only pairs of carriage return and line feed are touched."""
    assert unix(b"<svg>\r\n\r</svg>\n") == b"<svg>\n\r</svg>\n"


def test_no_empty_folder_is_published(site: Path) -> None:
    """What the theme brings and the site does not use leaves no folder behind."""
    assert [path for path in site.rglob("*") if path.is_dir() and not any(path.iterdir())] == []

"""Every presentation in LibreOffice: as many pages as slides, and pictures of all to look at."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from pptx import Presentation

from tests.outside.common import name, packages, program, said


def run(site: Path, sources: Path) -> Iterator[str]:
    """Turn each into a PDF, and that into small pictures in SOURCES/dias."""
    soffice, pdftoppm = program("soffice"), program("pdftoppm")
    yield said([soffice, "--version"]).strip()
    target = sources / "dias"
    for package in packages(site, "*.pptx"):
        pictures = target / package.parts[-4]
        pictures.mkdir(parents=True, exist_ok=True)
        for old in pictures.glob(f"{package.stem}-*.png"):
            old.unlink()
        with tempfile.TemporaryDirectory() as folder:
            said([soffice, "--headless", "--convert-to", "pdf", "--outdir", folder, str(package)])
            words = [pdftoppm, "-r", "40", "-png", f"{folder}/{package.stem}.pdf", str(pictures / package.stem)]
            said(words)
        number, slides = len(list(pictures.glob(f"{package.stem}-*.png"))), len(Presentation(str(package)).slides)
        assert number == slides, f"{name(package)}: {slides} slides became {number} pages"
        yield f"{name(package)}: {slides} slides, {slides} pages"
    yield f"look at them: {target}"

"""Every QR code, read by zxing-cpp as a browser shows it and from paper."""

import importlib
import io
import re
import tempfile
from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from PIL import Image

from tests.outside.common import AbsentError, chromium, program, said
from tests.site.server import serve

CODE = re.compile(r'<img class="qr" src="data:image/png;base64,([^"]+)" alt="QR-code naar ([^"]+)"')
PAPER = ("cursus/factor-kennis/", "factoren/kennis/")


def run(site: Path, _: Path) -> Iterator[str]:
    """Compare what is read with the address that stands beside it."""
    try:
        zxing: Any = importlib.import_module("zxingcpp")
    except ImportError:
        raise AbsentError("zxing-cpp is not installed") from None
    for edition in sorted(site.glob("*/nieuwste")):
        found = [match for page in edition.rglob("index.html") for match in CODE.findall(page.read_text("utf-8"))]
        for picture, address in set(found):
            image = Image.open(io.BytesIO(b64decode(picture))).convert("L")
            read = zxing.read_barcodes(image.resize([4 * side for side in image.size], Image.Resampling.NEAREST))
            assert [code.text for code in read] == [address], address
        yield f"{edition.parent.name}: {len(set(found))} codes, each gives its address"
        if found:
            yield from _printed(site, edition, zxing)


def _printed(site: Path, edition: Path, zxing: Any) -> Iterator[str]:
    pdftoppm = program("pdftoppm")
    with serve(site) as server, chromium() as browser, tempfile.TemporaryDirectory() as folder:
        for place in PAPER:
            page = browser.new_page()
            page.goto(f"{server.address}{edition.relative_to(site).as_posix()}/{place}")
            pdf = Path(folder) / "blad.pdf"
            page.pdf(path=pdf, format="A4")
            said([pdftoppm, "-r", "150", "-gray", str(pdf), f"{folder}/blad"])
            read = {
                code.text for sheet in Path(folder).glob("*.pgm") for code in zxing.read_barcodes(Image.open(sheet))
            }
            assert any(text.endswith("/factoren/kennis/") for text in read), (place, read)
            for sheet in Path(folder).glob("*.pgm"):
                sheet.unlink()
            page.close()
        yield f"printed on A4, 150 dots an inch: {len(PAPER)} pages read"

"""How heavy a logo may be, as the check says it."""

import shutil
import zlib
from pathlib import Path

import pytest

from leidraad.checks import check_framework
from leidraad.checks.logo import HEAVY, ID, LARGEST
from tests.fouten import MINIATURE

LOGO = "framework/gemeenten/fabeldam/beeld/draak.svg"


@pytest.mark.parametrize(("weight", "level"), [(HEAVY, None), (HEAVY + 1, "let-op"), (LARGEST + 1, "fout")])
def test_a_heavy_logo_is_said_with_its_weight_and_the_bar(tmp_path: Path, weight: int, level: str | None) -> None:
    """Heavier than the page is a hint, ten times that a mistake; both say what to do."""
    shutil.copytree(MINIATURE, tmp_path, dirs_exist_ok=True)
    logo = tmp_path / LOGO
    logo.write_bytes(logo.read_bytes().ljust(weight * 1000))
    found = [one for one in check_framework(tmp_path / "framework")[1] if one.check == ID]
    assert [one.level for one in found] == ([level] if level else [])
    assert all(f"weegt {weight} kB" in one.message and "bewaar een kleiner" in one.message for one in found)


def _png(*kinds: bytes) -> bytes:
    held = {b"IHDR": b"\0\0\0\x02\0\0\0\x02\x08\0\0\0\0", b"IDAT": zlib.compress(bytes(6))}
    pieces = [kind + held.get(kind, b"") for kind in kinds]
    made = (len(one[4:]).to_bytes(4) + one + zlib.crc32(one).to_bytes(4) for one in pieces)
    return b"\x89PNG\r\n\x1a\n" + b"".join(made)


WHOLE = _png(b"IHDR", b"IDAT", b"IEND")
SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink">{}</svg>'
PICTURES = [
    ("a.png", WHOLE, ""),
    ("a.png", WHOLE[:8], "niet heel"),
    ("a.png", WHOLE[:-9], "niet heel"),
    ("a.png", _png(b"IHDR", b"IEND"), "niet heel"),
    ("a.svg", SVG.format('<style>a{fill:url("#b")}</style><rect fill="url(#b)"/>').encode(), ""),
    ("a.svg", SVG.format('<image href="data:image/png;base64,AA=="/><use x:href="#b"/>').encode(), ""),
    ("a.svg", SVG.format("").encode(), "tekent niets"),
    ("a.svg", SVG.format('<image x:href="C:/logo.png"/>').encode(), "«C:/logo.png»"),
    ("a.svg", SVG.format("<style>@import url(https://x.example/a.css);</style><path/>").encode(), "x.example/a.css»"),
]


@pytest.mark.parametrize(("name", "content", "said"), PICTURES)
def test_a_picture_that_would_show_nothing_is_told(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    """It begins as a picture does, and a reader would see an empty place in the bar of every page, for good."""
    shutil.copytree(MINIATURE, tmp_path, dirs_exist_ok=True)
    (tmp_path / LOGO).with_name(name).write_bytes(content)
    path = tmp_path / "framework/gemeenten/fabeldam/gemeente.yaml"
    path.write_text(path.read_text("utf-8").replace("logo: draak.svg", f"logo: {name}"), "utf-8")
    found = [one.message for one in check_framework(tmp_path / "framework")[1] if one.check == ID]
    assert [said in one for one in found if name in one] == [True] * bool(said)

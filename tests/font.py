# /// script
# requires-python = ">=3.11"
# dependencies = ["fonttools==4.68.0", "brotli==1.2.0"]
# ///
"""Public Sans from its npm package → docs/assets/letter/public-sans.woff2, the one font of the site.

Run `uv run tests/font.py` (npm on the path) after a change of this file; a test compares the digest of the result.
Kept are the letters and marks of Dutch and of the names of its neighbours, and the weights 400 to 700.
"""

import hashlib
import subprocess
import tarfile
import tempfile
from pathlib import Path

PACKAGE, SHA256 = (
    "@fontsource-variable/public-sans@5.3.0",
    "bf6187114c40190dab8a429eb90ddc44c0ef0b731ec3ea868cecea1d7f9179bd",
)
SOURCE = "package/files/public-sans-latin-wght-normal.woff2"
FONT = Path(__file__).parents[1] / "docs" / "assets" / "letter" / "public-sans.woff2"
LETTERS = (
    "".join(map(chr, range(0x20, 0x7F))) + "ÀÁÄÈÉÊËÍÏÓÖÜàáâäçèéêëíîïñóôöúûüÿ" + "\N{NO-BREAK SPACE}«»‘’“”„–—…·•°×©®€½"
)
WEIGHTS = (400, 700)
DIGEST = Path(__file__).with_suffix(".sha256")


def digest() -> str:
    """Return the digest of this recipe and of the font that it made."""
    return hashlib.sha256(Path(__file__).read_bytes() + FONT.read_bytes()).hexdigest()


def main() -> None:
    """Fetch the package, check it, and write the subset."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["npm", "pack", "--silent", PACKAGE], check=True, cwd=folder)
        (archive,) = Path(folder).glob("*.tgz")
        if (found := hashlib.sha256(archive.read_bytes()).hexdigest()) != SHA256:
            raise SystemExit(f"{PACKAGE} is niet het pakket van toen: {found}")
        with tarfile.open(archive) as files:
            files.extract(SOURCE, folder, filter="data")
        _subset(Path(folder) / SOURCE)
    DIGEST.write_text(digest() + "\n", "utf-8")
    print(FONT, FONT.stat().st_size, "bytes")


def _subset(source: Path) -> None:
    from fontTools.subset import Options, Subsetter  # type: ignore[import-not-found,unused-ignore]
    from fontTools.ttLib import TTFont  # type: ignore[import-not-found,unused-ignore]
    from fontTools.varLib.instancer import instantiateVariableFont  # type: ignore[import-not-found,unused-ignore]

    font = TTFont(source, recalcTimestamp=False)
    options = Options(layout_features=["kern"], hinting=False, notdef_outline=True)
    subsetter = Subsetter(options)
    subsetter.populate(text=LETTERS)
    subsetter.subset(font)
    instantiateVariableFont(font, {"wght": WEIGHTS}, inplace=True)
    for record in font["name"].names:
        if record.nameID in (1, 4):  # the package calls the whole family after its thinnest weight
            record.string = "Public Sans"
    font.flavor = "woff2"
    font.save(FONT)


if __name__ == "__main__":
    main()

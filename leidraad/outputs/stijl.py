"""A municipality's accent colour and logo → assets/gemeente.css and assets/logo."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from leidraad.model.reading.files import unix
from leidraad.model.types.gemeente import Stijl
from leidraad.model.use.framework import Edition
from leidraad.model.use.kleur import DARK, FIELD_DARK, FIELD_LIGHT, LIGHT, LINE, mixed
from leidraad.model.use.version import Version
from leidraad.render.gemeente.gemeente import imprint

_NO_FIXED_LINE = ".kop__vast{display:none}\n"


def files(edition: Edition, version: Version) -> Iterator[tuple[str, bytes]]:
    """Yield the style sheet, which tells the two copies of a version apart, and, where there is one, the logo."""
    stijl = edition.gemeente.stijl
    colours = ";".join(f"{name}:{colour}" for name, colour in accents(stijl).items())
    newest = "" if version.fixed else _NO_FIXED_LINE
    yield "assets/gemeente.css", f":root{{{colours}}}\n{_paper(edition)}{newest}".encode()
    path = edition.lokaal.beeld.get(stijl.logo or "")
    if path and path.is_file():  # of one that is away a check tells, and the preview goes on
        image = path.read_bytes()
        yield logo_path(path.name), unix(image) if path.suffix == ".svg" else image


def accents(stijl: Stijl) -> dict[str, str]:
    """Return the accent of an edition for light and dark, with its field and its line, worked out beforehand."""
    return {
        "--accent-licht": stijl.accent,
        "--accent-vlak-licht": mixed(stijl.accent, LIGHT, FIELD_LIGHT),
        "--accent-lijn-licht": mixed(stijl.accent, LIGHT, LINE),
        "--accent-donker": stijl.accent_donker,
        "--accent-vlak-donker": mixed(stijl.accent_donker, DARK, FIELD_DARK),
        "--accent-lijn-donker": mixed(stijl.accent_donker, DARK, LINE),
    }


def logo_path(logo: str) -> str:
    """Return where the logo stands within the edition."""
    return f"assets/logo{PurePosixPath(logo).suffix}"


def _paper(edition: Edition) -> str:
    """What stands at the foot of every sheet of paper: the edition; on sheets that are handed out alone, all of it."""
    version, *others = imprint(edition)
    font = "font:7pt system-ui,sans-serif;color:#333"
    return (
        f'@page{{@bottom-left{{content:"{css_text(version)}";{font}}}@bottom-right{{content:counter(page);{font}}}}}\n'
        f'@page uitdelen{{@bottom-left{{content:"{css_text(" ".join([version, *others]))}";{font};width:100%}}'
        "@bottom-right{content:none}}\n"
    )


def css_text(text: str) -> str:
    """Return a text for between quotes in a style sheet, with nothing in it that a browser could act on.

    An escape takes the one space that follows it along, so each brings its own.
    """
    return "".join(letter if letter.isalnum() or letter == " " else f"\\{ord(letter):06x} " for letter in text)


def shared_image(edition: Edition) -> str:
    """Return where the picture for a shared link stands: the logo when it is a .png, for others show no .svg."""
    logo = edition.gemeente.stijl.logo or ""
    return logo_path(logo) if logo.endswith(".png") else ""

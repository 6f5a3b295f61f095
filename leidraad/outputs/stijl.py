"""A municipality's accent colour and logo → assets/gemeente.css and assets/logo."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from leidraad.model.framework import Edition
from leidraad.model.version import Version


def files(edition: Edition, _: Version) -> Iterator[tuple[str, bytes]]:
    """Yield the style sheet and, where there is one, the logo."""
    stijl = edition.gemeente.stijl
    yield (
        "assets/gemeente.css",
        (f":root{{--accent-licht:{stijl.accent};--accent-donker:{stijl.accent_donker}}}\n".encode()),
    )
    if stijl.logo:
        yield logo_path(stijl.logo), edition.lokaal.beeld[stijl.logo].read_bytes()


def logo_path(logo: str) -> str:
    """Return where the logo stands within the edition."""
    return f"assets/logo{PurePosixPath(logo).suffix}"

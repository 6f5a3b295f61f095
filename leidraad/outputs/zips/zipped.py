"""Files → one archive whose bytes depend on them alone: fixed dates, nothing compressed, the order as given."""

import io
import zipfile
from collections.abc import Iterable

from leidraad.outputs.well_formed import well_formed


def zipped(files: Iterable[tuple[str, str | bytes]]) -> bytes:
    """Return the archive of (name, content); compression would make the bytes depend on a library's version."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_STORED) as archive:
        for name, content in files:
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            archive.writestr(entry, well_formed(name, content))
    return held.getvalue()

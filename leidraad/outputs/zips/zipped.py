"""Files → one archive: fixed dates, the order as given, compressed; two with the same files are called the same."""

import io
import zipfile
from collections.abc import Iterable
from pathlib import Path

from leidraad.outputs.well_formed import well_formed

_SMALLEST = 9
_ARCHIVES = (".zip", ".imscc", ".h5p", ".pptx")


def zipped(files: Iterable[tuple[str, str | bytes]]) -> bytes:
    """Return the archive of (name, content)."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, compresslevel=_SMALLEST) as archive:
        for name, content in files:
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.create_system, entry.external_attr, entry.compress_type = 3, 0o644 << 16, zipfile.ZIP_DEFLATED
            archive.writestr(entry, well_formed(name, content))
    return held.getvalue()


def holds_the_same(one: Path, other: Path) -> bool:
    """Return whether two archives hold the same files in the same order; how they were pressed is the machine's."""
    try:
        return one.suffix in _ARCHIVES and _held(one) == _held(other)
    except zipfile.BadZipFile:  # half an archive is no archive
        return False


def _held(path: Path) -> list[tuple[str, bytes]]:
    with zipfile.ZipFile(path) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]

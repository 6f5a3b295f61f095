"""Files → one archive: fixed dates, the order as given, compressed; two with the same files are called the same."""

import datetime
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from leidraad.outputs.made import Package
from leidraad.outputs.well_formed import well_formed

_SMALLEST = 9
_ARCHIVES = (".zip", ".imscc", ".h5p", ".pptx")


_DAY = datetime.date(1980, 1, 1)
_LOCAL, _CENTRAL, _END = struct.Struct("<4s5H3L2H"), struct.Struct("<4s6H3L5H2L"), struct.Struct("<4s4H2LH")
_VERSION, _UNIX, _UTF_8, _READABLE = 20, 3 << 8, 0x800, 0o644 << 16
_KEPT = 4096  # members that come back, in other packages or in those of another edition


def zipped(files: Iterable[tuple[str, str | bytes]]) -> bytes:
    """Return the archive of (name, content)."""
    return joined(((name, well_formed(name, content)) for name, content in files), _DAY, _SMALLEST)


def pressed(packages: Iterable[Package]) -> Iterator[tuple[str, bytes]]:
    """Yield (path, archive) of packages."""
    for package in packages:
        yield package.path, zipped((name, made.make()) for name, made in package.members)


def joined(files: Iterable[tuple[str, bytes]], day: datetime.date, level: int) -> bytes:
    """Return the archive of (name, content), all of one day, as zipfile writes it; a known member is pressed once."""
    date, parts, listed, at = max(day.year - 1980, 0) << 9 | day.month << 5 | day.day, list[bytes](), list[bytes](), 0
    for name, content in files:
        pressed, check = _pressed(content, level)
        named = name.encode()
        flags = 0 if name.isascii() else _UTF_8
        told = (flags, zipfile.ZIP_DEFLATED, 0, date, check, len(pressed), len(content), len(named), 0)
        parts += (_LOCAL.pack(b"PK\3\4", _VERSION, *told), named, pressed)
        listed += (_CENTRAL.pack(b"PK\1\2", _VERSION | _UNIX, _VERSION, *told, 0, 0, 0, _READABLE, at), named)
        at += _LOCAL.size + len(named) + len(pressed)
    number = len(listed) // 2
    end = _END.pack(b"PK\5\6", 0, 0, number, number, sum(map(len, listed)), at, 0)
    return b"".join([*parts, *listed, end])


@lru_cache(maxsize=_KEPT)
def _pressed(content: bytes, level: int) -> tuple[bytes, int]:
    press = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
    return press.compress(content) + press.flush(), zlib.crc32(content)


def holds_the_same(one: Path, other: Path) -> bool:
    """Return whether two archives hold the same files in the same order; how they were pressed is the machine's."""
    try:
        return one.suffix in _ARCHIVES and _held(one) == _held(other)
    except zipfile.BadZipFile:  # half an archive is no archive
        return False


def _held(path: Path) -> list[tuple[str, bytes]]:
    with zipfile.ZipFile(path) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]

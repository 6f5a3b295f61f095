"""An archive of ours is the one that zipfile writes."""

import datetime
import io
import zipfile

from leidraad.outputs.zips.zipped import joined

FILES = [("a.html", b"<p>tekst</p>" * 100), ("map/s\u00fad.xml", b""), ("map/b.bin", bytes(range(256)))]


def test_an_archive_is_the_one_of_zipfile() -> None:
    """The same bytes, with names that are no ASCII, an empty file and one that does not get smaller."""
    for day, level in ((datetime.date(1980, 1, 1), 9), (datetime.date(2026, 11, 21), 6)):
        held = io.BytesIO()
        with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as archive:
            for name, content in FILES:
                entry = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
                entry.create_system, entry.external_attr, entry.compress_type = 3, 0o644 << 16, zipfile.ZIP_DEFLATED
                archive.writestr(entry, content)
        assert joined(FILES, day, level) == held.getvalue()
        with zipfile.ZipFile(io.BytesIO(joined(FILES, day, level))) as read:
            assert [(name, read.read(name)) for name in read.namelist()] == FILES

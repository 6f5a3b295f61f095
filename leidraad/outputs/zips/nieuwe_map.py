"""The empty folder of a new municipality → a zip, for who works without a code host."""

from collections.abc import Iterator

from leidraad.model.use.addresses import address
from leidraad.model.use.framework import Edition
from leidraad.model.use.version import Version
from leidraad.model.writing.new_folder import new_folder
from leidraad.outputs.zips.zipped import zipped

_EMPTY = "uw-gemeente"


def files(edition: Edition, version: Version) -> Iterator[tuple[str, bytes]]:
    """Yield the empty folder as a zip."""
    folder = new_folder(_EMPTY, "Uw gemeente", version.datum)
    yield address("bestand", "eigen-leidraad.zip"), zipped((f"{_EMPTY}/{name}", text) for name, text in folder)

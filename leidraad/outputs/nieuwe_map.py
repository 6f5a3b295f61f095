"""The empty folder of a new municipality → a zip, for who works without a code host."""

from collections.abc import Iterator

from leidraad.model.addresses import address
from leidraad.model.framework import Edition
from leidraad.model.new_folder import new_folder
from leidraad.model.version import Version
from leidraad.outputs.zipped import zipped

_EMPTY = "uw-gemeente"


def files(edition: Edition, version: Version) -> Iterator[tuple[str, bytes]]:
    """Yield the empty folder as a zip."""
    folder = new_folder(_EMPTY, "Uw gemeente", version.datum)
    yield address("bestand", "eigen-leidraad.zip"), zipped((f"{_EMPTY}/{name}", text) for name, text in folder)

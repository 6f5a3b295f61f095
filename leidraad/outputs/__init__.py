"""Edition → files beside the pages: one module per kind, each a generator of (path, bytes) that writes nothing."""

from collections.abc import Iterator, Sequence

from leidraad.model.framework import Edition
from leidraad.model.version import Version
from leidraad.outputs import cartridge, cursus, kaarten, leidraad_json, nieuwe_map, scorm, stijl, vervallen, zoekindex
from leidraad.outputs.paginas import Page

_KINDS = (stijl, kaarten, cursus, cartridge, scorm, leidraad_json, nieuwe_map, vervallen)


def outputs(edition: Edition, version: Version, pages: Sequence[Page] = ()) -> Iterator[tuple[str, bytes]]:
    """Yield (path within the version, content) of every file beside the pages; `pages` are the built ones."""
    for kind in _KINDS:
        yield from kind.files(edition, version)
    yield from zoekindex.files(edition, pages)

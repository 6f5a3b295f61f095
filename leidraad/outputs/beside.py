"""Edition → all files beside its pages, of every kind."""

from collections.abc import Iterator, Sequence

from leidraad.model.use.framework import Edition
from leidraad.model.use.version import Version
from leidraad.outputs import cursus, formulier, gift, kaarten, leidraad_json, oembed, stijl, vervallen
from leidraad.outputs.dias import dias
from leidraad.outputs.made import Made
from leidraad.outputs.zips import cartridge, h5p, lessen, nieuwe_map, scorm
from leidraad.outputs.zoek import zoekindex
from leidraad.outputs.zoek.paginas import Page

# These may say in which copy of the version they stand; the others are the same in both.
_PAGES = (kaarten, cursus, oembed, vervallen)
_SAME_IN_BOTH = (stijl, cartridge, lessen, gift, h5p, scorm, dias, leidraad_json, nieuwe_map, formulier)


def outputs(edition: Edition, version: Version, pages: Sequence[Page] = ()) -> Iterator[tuple[str, bytes]]:
    """Yield (path within the version, content) of every file beside the pages; `pages` are the built ones."""
    yield from zoekindex.files(edition, pages)
    yield from outputs_without_pages(edition, version)


def outputs_without_pages(edition: Edition, version: Version) -> Iterator[tuple[str, bytes]]:
    """Yield those that need no page to be built: all but the search index."""
    yield from outputs_of_both(edition, version)
    yield from outputs_of_a_copy(edition, version)


def outputs_of_both(edition: Edition, version: Version) -> Iterator[tuple[str, bytes]]:
    """Yield those of them that are the same in both copies."""
    for kind in _SAME_IN_BOTH:
        yield from kind.files(edition, version)


def outputs_of_a_copy(edition: Edition, version: Version) -> Iterator[tuple[str, bytes]]:
    """Yield those that a copy of a finished version, under its other name, has to have anew."""
    for made in each_page(edition, version):
        yield made.path, made.make().encode()


def each_page(edition: Edition, version: Version) -> Iterator[Made]:
    """Yield the same, each to be made when it is asked for."""
    for kind in _PAGES:
        yield from kind.each(edition, version)

"""Edition → all files beside its pages, of every kind."""

from collections.abc import Iterator, Sequence

from leidraad.model.use.framework import Edition
from leidraad.model.use.version import Version
from leidraad.outputs import cursus, formulier, gift, kaarten, leidraad_json, oembed, stijl, vervallen
from leidraad.outputs.dias import dias
from leidraad.outputs.made import Made, Package
from leidraad.outputs.zips import cartridge, h5p, lessen, nieuwe_map, scorm
from leidraad.outputs.zips.zipped import pressed
from leidraad.outputs.zoek import zoekindex
from leidraad.outputs.zoek.paginas import Page

_PAGES = (kaarten, cursus, vervallen)
_PACKAGES = (cartridge, lessen, scorm)
_FILES = (gift, h5p, dias, leidraad_json, nieuwe_map)
_TEXTS = (leidraad_json, formulier)


def outputs(edition: Edition, version: Version, pages: Sequence[Page] = ()) -> Iterator[tuple[str, bytes]]:
    """Yield (path within the version, content) of every file beside the pages; `pages` are the built ones."""
    yield from zoekindex.files(edition, pages)
    yield from outputs_without_pages(edition, version)


def outputs_without_pages(edition: Edition, version: Version) -> Iterator[tuple[str, bytes]]:
    """Yield those that need no page to be built: all but the search index."""
    yield from files(edition, version)
    yield from ((path, text.encode()) for path, text in texts(edition, version))
    yield from pressed(each_package(edition, version))
    for made in each_page(edition, version):
        yield made.path, made.make().encode()
    yield from outputs_of_a_copy(edition, version)


def files(edition: Edition, version: Version) -> Iterator[tuple[str, bytes]]:
    """Yield those of them that are no page and hold much of an edition; they are the same in both copies."""
    for kind in _FILES:
        yield from kind.files(edition, version)


def texts(edition: Edition, version: Version) -> Iterator[tuple[str, str]]:
    """Yield those of which the parts are made for many editions at once; they are the same in both copies too."""
    for kind in _TEXTS:
        yield from kind.texts(edition, version)


def each_package(edition: Edition, version: Version) -> Iterator[Package]:
    """Yield the packages of which each file can be made when it is asked for; they are the same in both copies too."""
    for kind in _PACKAGES:
        yield from kind.packages(edition, version)


def each_page(edition: Edition, version: Version) -> Iterator[Made]:
    """Yield the pages, each to be made when it is asked for; they are the same in both copies too."""
    for kind in _PAGES:
        yield from kind.each(edition, version)


def outputs_of_a_copy(edition: Edition, version: Version) -> Iterator[tuple[str, bytes]]:
    """Yield the files that say in which copy of the version they stand: all that differs between the two."""
    yield from stijl.files(edition, version)
    for made in oembed.each(edition, version):
        yield made.path, made.make().encode()

"""Every step, starting point, factor and principle, and all of them together → packages for SCORM 1.2.

A package holds no content. It frames the card of the fixed version, always offers to open it in a window of its own,
and tells the learning system that it was read when the reader says so and the card was there to be read.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from leidraad.model.reading.files import unix
from leidraad.model.use.addresses import PACKAGE_KINDS, address, card
from leidraad.model.use.framework import Edition
from leidraad.model.use.version import Version
from leidraad.outputs.zips.zipped import zipped
from leidraad.render.block.fragment import render_page
from leidraad.render.block.items import Item, items
from leidraad.render.cursus.cursus import SITE, in_folders, title_of
from leidraad.render.gemeente.gemeente import NOT_BY, disclaimer

WHOLE = "alles"
_ASSETS = Path(__file__).parents[3] / "docs" / "assets" / "scorm"
_SHARED = ("gelezen.css", "gelezen.js")


def files(edition: Edition, version: Version) -> Iterator[tuple[str, bytes]]:
    """Yield a package for each card and one for the whole, or nothing where the publication has no address."""
    if not version.adres:
        return
    chosen = [item for item in items(edition) if item.soort in PACKAGE_KINDS]
    shared = [(name, unix((_ASSETS / name).read_bytes())) for name in _SHARED]
    for item in chosen:
        id_ = card(item.soort, item.id)
        yield address("scorm", id_), _package(edition, version, (id_, title_of(edition, item)), [item], shared)
    title = f"{SITE}, {edition.gemeente.naam} {version.number}"
    yield address("scorm", WHOLE), _package(edition, version, (WHOLE, title), chosen, shared)


def _package(
    edition: Edition, version: Version, name: tuple[str, str], chosen: Sequence[Item], shared: list[tuple[str, bytes]]
) -> bytes:
    id_, title = name
    folders = [
        (soort, folder, [(card(soort, item.id), titel) for item, titel in group])
        for soort, folder, group in in_folders(edition, chosen)
    ]
    manifest = render_page(
        "outputs/zips/scorm.xml",
        slug=version.slug,
        pakket=id_,
        nummer=version.number,
        titel=title,
        mappen=folders,
        gedeeld=_SHARED,
    )
    pages = [(f"{card(item.soort, item.id)}.html", _page(edition, version, item)) for item in chosen]
    return zipped([("imsmanifest.xml", manifest), *pages, *shared])


def _page(edition: Edition, version: Version, item: Item) -> str:
    gemeente = edition.gemeente
    return render_page(
        "outputs/zips/scorm.html",
        titel=title_of(edition, item),
        kaart=version.fixed_url(address("kaart", card(item.soort, item.id))),
        uitgave=f"{gemeente.naam} {version.number}. {disclaimer(gemeente)} {NOT_BY}",
    )

"""Every item in force as a link in titled folders → Common Cartridge 1.1, for a learning system to import in one go.

Two of them: links to the newest version, and links to the fixed one. An identifier says whose it is, in which of the
two and of what, so that systems that go by identifiers keep two municipalities apart and know an item again in the
next version. The root element names its namespace first of all and nothing stands
before it: some systems look at the first bytes only.
"""

from collections.abc import Callable, Iterator

from leidraad.model.use.addresses import address, card
from leidraad.model.use.framework import Edition
from leidraad.model.use.version import Version
from leidraad.outputs.zips.zipped import zipped
from leidraad.render.block.fragment import render_page
from leidraad.render.block.items import offered
from leidraad.render.cursus.cursus import in_folders


def files(edition: Edition, version: Version) -> Iterator[tuple[str, bytes]]:
    """Yield both cartridges, or nothing where the publication has no address."""
    if version.adres:
        yield (
            address("links", "nieuwste"),
            _cartridge(edition, "nieuwste", f"nieuwste versie, gemaakt bij {version.number}", version.newest_url),
        )
        yield address("links", "vast"), _cartridge(edition, "vast", f"versie {version.number}", version.fixed_url)


def _cartridge(edition: Edition, which: str, said: str, url: Callable[[str], str]) -> bytes:
    folders = [
        (soort, name, [(card(soort, item.id), title, url(address(soort, item.id))) for item, title in group])
        for soort, name, group in in_folders(edition, offered(edition))
    ]
    title = f"Leidraad Gewogen Maatwerk, {edition.gemeente.naam} ({said})"
    manifest = render_page(
        "outputs/zips/cartridge.xml", naam=f"leidraad-{edition.gemeente.id}-links-{which}", titel=title, mappen=folders
    )
    links = [link for _, _, group in folders for link in group]
    pages = [
        (f"{id_}.xml", render_page("outputs/zips/cartridge_link.xml", titel=name, adres=to)) for id_, name, to in links
    ]
    return zipped([("imsmanifest.xml", manifest), *pages])

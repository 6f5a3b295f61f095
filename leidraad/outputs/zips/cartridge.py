"""Every item in force as a link in titled folders → Common Cartridge 1.1, for a learning system to import in one go.

Two of them: links to the newest version, and links to the fixed one. An identifier says whose it is, in which of the
two and of what, so that systems that go by identifiers keep two municipalities apart and know an item again in the
next version. The root element names its namespace first of all and nothing stands
before it: some systems look at the first bytes only.
"""

from collections.abc import Callable, Iterator
from functools import partial

from leidraad.model.use.addresses import address, card
from leidraad.model.use.framework import Edition
from leidraad.model.use.version import Version
from leidraad.outputs.made import Made, Package
from leidraad.outputs.zips.zipped import pressed
from leidraad.render.block.fragment import render_page
from leidraad.render.block.items import offered
from leidraad.render.cursus.cursus import in_folders

Folders = list[tuple[str, str, list[tuple[str, str, str]]]]


def files(edition: Edition, version: Version) -> Iterator[tuple[str, bytes]]:
    """Yield both cartridges, or nothing where the publication has no address."""
    yield from pressed(packages(edition, version))


def packages(edition: Edition, version: Version) -> Iterator[Package]:
    """Yield the same, to be made when they are asked for."""
    if version.adres:
        yield _cartridge(edition, "nieuwste", f"nieuwste versie, gemaakt bij {version.number}", version.newest_url)
        yield _cartridge(edition, "vast", f"versie {version.number}", version.fixed_url)


def _cartridge(edition: Edition, which: str, said: str, url: Callable[[str], str]) -> Package:
    folders = [
        (soort, name, [(card(soort, item.id), title, url(address(soort, item.id))) for item, title in group])
        for soort, name, group in in_folders(edition, offered(edition))
    ]
    values = (
        f"leidraad-{edition.gemeente.id}-links-{which}",
        f"Leidraad Gewogen Maatwerk, {edition.gemeente.naam} ({said})",
        folders,
    )
    links = [
        (f"{id_}.xml", Made(f"pakket/links/{id_}.xml", (name, to), partial(_link, name, to)))
        for _, _, group in folders
        for id_, name, to in group
    ]
    manifest = Made("pakket/links/imsmanifest.xml", values, partial(_manifest, *values))
    return Package(address("links", which), [("imsmanifest.xml", manifest), *links])


def _manifest(name: str, title: str, folders: Folders) -> str:
    return render_page("outputs/zips/cartridge.xml", naam=name, titel=title, mappen=folders)


def _link(title: str, to: str) -> str:
    return render_page("outputs/zips/cartridge_link.xml", titel=title, adres=to)

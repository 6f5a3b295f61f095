"""Items → packages for SCORM 1.2, in two forms: a card in a frame, and a lesson with its content in it.

A card is that of the fixed version, so it needs the address of the publication; it always offers to open in a window of
its own. A lesson can be read offline and asks for nothing. Both tell the learning system that they were read when the
reader says so and they were there to be read.
"""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cache, partial
from pathlib import Path
from typing import Any

from leidraad.model.reading.files import unix
from leidraad.model.use.addresses import LESSON_KINDS, PACKAGE_KINDS, address, card
from leidraad.model.use.framework import Edition
from leidraad.model.use.retired import successors
from leidraad.model.use.version import Version
from leidraad.outputs.made import Made, Package
from leidraad.outputs.zips.zipped import pressed
from leidraad.render.block.fragment import render_page
from leidraad.render.block.items import Item, items
from leidraad.render.cursus.cursus import SITE, in_folders, newer, of_edition, title_of, titled
from leidraad.render.cursus.les import COURSE, course, lesson_alone, lessons_together, minutes, unwritten
from leidraad.render.gemeente.gemeente import imprint

WHOLE = "alles"
_ASSETS = Path(__file__).parents[3] / "docs" / "assets" / "scorm"
_SHARED, _OF_A_LESSON = ("gelezen.css", "gelezen.js"), "les.css"
_SPARE = re.compile(r"^ *//.*\n|^ +|^/\*.*\*/\n| // .*$", re.M)
_SPACE = {  # that means nothing in a style, and in a script: there it means something in a text and a pattern
    ".css": re.compile(r"()\s*([{};:,])\s*"),
    ".js": re.compile(r"""("[^"]*"|`[^`]*`|/\^[^/]*/)|(?:;\s*(?=}))?\s*([{};:,=?<>&|+()!\[\]])\s*"""),
}
_LICENCE = "Tekst: CC BY 4.0."


def files(edition: Edition, version: Version) -> Iterator[tuple[str, bytes]]:
    """Yield the lessons, and where the publication has an address, the cards."""
    yield from pressed(packages(edition, version))


def packages(edition: Edition, version: Version) -> Iterator[Package]:
    """Yield the same, to be made when they are asked for."""
    yield from _lessons(edition, version)
    if version.adres:
        yield from _cards(edition, version)


def _cards(edition: Edition, version: Version) -> Iterator[Package]:
    chosen = [item for item in items(edition) if item.soort in PACKAGE_KINDS]
    pages = {item.reference: _page_of("kaart", item, cache(partial(_card, edition, version, item))) for item in chosen}
    before = _names_before(edition, PACKAGE_KINDS)
    for item in chosen:
        manifest = _manifest_of_one(edition, "kaart", item)
        for name in (card(item.soort, item.id), *before.get(item.reference, ())):
            yield _package(edition, "scorm", name, manifest, [pages[item.reference]])
    living = [item for item in chosen if item.in_force]
    manifest = Made("pakket/scorm/alles.xml", None, partial(_manifest_of_all, edition))
    yield _package(edition, "scorm", WHOLE, manifest, [pages[item.reference] for item in living])


def _lessons(edition: Edition, version: Version) -> Iterator[Package]:
    """Yield a package per lesson, and the course: steps, factors and principles as one thing to read."""
    before = _names_before(edition, LESSON_KINDS)
    for item in items(edition):
        if item.soort in LESSON_KINDS:
            page = _page_of("les", item, partial(_lesson, edition, version, item))
            manifest = _manifest_of_one(edition, "les", item)
            for name in (card(item.soort, item.id), *before.get(item.reference, ())):
                yield _package(edition, "les", name, manifest, [page])
    manifest = Made("pakket/les/cursus.xml", None, partial(_manifest_of_course, edition))
    page = f"{COURSE}.html", Made("pakket/les/cursus.html", None, partial(_course, edition, version))
    yield _package(edition, "les", COURSE, manifest, [page])


def _names_before(edition: Edition, kinds: Collection[str]) -> dict[str, list[str]]:
    """Return the names of packages that retired, by what came in their place: a host sends no zip on to another."""
    found = dict[str, list[str]]()
    for old, new in successors(edition.framework.kern, edition.gemeente.vervallen).items():
        kind, _, id_ = old.partition(":")
        if kind in kinds:
            found.setdefault(new, []).append(card(kind, id_))
    return found


def _page_of(form: str, item: Item, make: Callable[[], str]) -> tuple[str, Made]:
    name = f"{card(item.soort, item.id)}.html"
    return name, Made(f"pakket/{form}/{name}", item, make)


def _manifest_of_one(edition: Edition, form: str, item: Item) -> Made:
    id_ = card(item.soort, item.id)
    return Made(f"pakket/{form}/{id_}.xml", item, partial(_told_of_one, edition, form, item))


def _told_of_one(edition: Edition, form: str, item: Item) -> str:
    title = titled(edition, item)
    named = (form, card(item.soort, item.id)), f"Kaart: {title}" if form == "kaart" else title
    return _manifest(edition, *named, _listed(edition, [item]))


def _manifest_of_all(edition: Edition) -> str:
    living = [item for item in items(edition) if item.soort in PACKAGE_KINDS and item.in_force]
    return _manifest(edition, ("kaart", WHOLE), "Alle kaarten", _listed(edition, living))


def _manifest_of_course(edition: Edition) -> str:
    return _manifest(edition, ("les", COURSE), "", [(COURSE, "", [(COURSE, of_edition(edition))])])


Folders = list[tuple[str, str, list[tuple[str, str]]]]


def _listed(edition: Edition, chosen: Sequence[Item]) -> Folders:
    return [
        (soort, folder, [(card(item.soort, item.id), titel) for item, titel in group])
        for soort, folder, group in in_folders(edition, chosen)
    ]


def _manifest(edition: Edition, name: tuple[str, str], title: str, folders: Folders) -> str:
    """Return the manifest; its title says the version, its identifiers say of whom, in which form and of what alone."""
    form, id_ = name
    return render_page(
        "outputs/zips/scorm.xml",
        naam=f"leidraad-{edition.gemeente.id}-{form}-{id_}",
        nummer=edition.gemeente.editie,
        titel=of_edition(edition, title),
        mappen=folders,
        gedeeld=_SHARED,
    )


def _package(edition: Edition, form: str, id_: str, manifest: Made, pages: Sequence[tuple[str, Made]]) -> Package:
    style, script = (
        Made(f"pakket/{form}/{name}", None, partial(make, edition, form))
        for name, make in zip(_SHARED, (_style, _script), strict=True)
    )
    return Package(
        address(form, id_), [("imsmanifest.xml", manifest), *pages, (_SHARED[0], style), (_SHARED[1], script)]
    )


def _style(edition: Edition, form: str) -> str:
    stijl = edition.gemeente.stijl
    accent = f":root{{--accent-licht:{stijl.accent};--accent-donker:{stijl.accent_donker}}}\n"
    return _shared(_SHARED[0]) + (_shared(_OF_A_LESSON) if form == "les" else "") + accent


def _script(_: Edition, __: str) -> str:
    return _shared(_SHARED[1])


@cache
def _shared(name: str) -> str:
    """Return a file of ours without its remarks, its indents and its spaces: it stands in every package."""
    text = _SPARE.sub("", unix((_ASSETS / name).read_bytes()).decode())
    return _SPACE[Path(name).suffix].sub(r"\1\2", text).replace(";}", "}")


def _card(edition: Edition, version: Version, item: Item) -> str:
    url = version.fixed_url(address("kaart", card(item.soort, item.id)))
    return _page(edition, version, item, wat="deze kaart", kaart=url, delen=())


def _lesson(edition: Edition, version: Version, item: Item) -> str:
    title, name = title_of(edition, item), card(item.soort, item.id)
    return _page(edition, version, item, wat="dit", delen=[(name, title, lesson_alone(edition, version, item))])


def _course(edition: Edition, version: Version) -> str:
    chosen = course(edition)
    within = {item.reference: f"#{card(item.soort, item.id)}" for item in chosen}
    names = [(card(item.soort, item.id), titled(edition, item)) for item in chosen]
    told, bronnen = lessons_together(edition, version, chosen, within)
    parts = [(name, title, text) for (name, title), text in zip(names, told, strict=True)]
    about = {"minuten": minutes(edition), "onaf": sum(map(unwritten, chosen))}
    return _page(edition, version, None, wat="deze cursus", delen=parts, bronnen=bronnen, **about)


def _page(edition: Edition, version: Version, item: Item | None, **values: Any) -> str:
    """Return a page of a package; of the whole course there is no item."""
    title = (title_of if item.in_force else titled)(edition, item) if item else ""
    return render_page(
        "outputs/zips/scorm.html",
        **{"kaart": "", "bronnen": "", **values},
        titel=title or SITE,
        woord=edition.gemeente.woorden.principe,
        venster=of_edition(edition, title),
        uitgave=[*imprint(edition), _LICENCE],
        nieuwer=newer(version, address(item.soort, item.id) if item else ""),
    )

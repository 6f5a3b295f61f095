"""The miniature framework → small built versions without an engine: real data, pages of a few lines."""

from dataclasses import replace
from html import escape
from pathlib import Path
from urllib.parse import urldefrag

from leidraad.editions.exchange import write_anew
from leidraad.model.types.gemeente import EigenVervallen
from leidraad.model.types.kern import Vervallen
from leidraad.model.use.addresses import CARD_KINDS, address, card
from leidraad.model.use.framework import Edition, Framework
from leidraad.model.use.version import NEWEST, version_at
from leidraad.outputs.leidraad_json import as_json, data
from leidraad.outputs.vervallen import each as redirects
from leidraad.render.block.items import items
from tests.frameworks import SMALL

SLUGS = tuple(sorted(SMALL.gemeenten))
_PAGE = '<!doctype html>\n<html lang="nl"><head><title>{title}</title></head><body><main>{text}</main></body></html>\n'
_CHANGES = '<div class="veranderd"><!--veranderd--><p>niets</p><!--/veranderd--></div>'


def edition(slug: str, number: str, framework: Framework = SMALL) -> Edition:
    """Return a miniature edition under another number."""
    lokaal = framework.gemeenten[slug]
    return Edition(framework, replace(lokaal, gemeente=lokaal.gemeente.model_copy(update={"editie": number})))


def without_the_activity(*, successor: str | None) -> Framework:
    """Return the miniature core without its one activity; `successor` is what kern.yaml says came in its place."""
    (id_,) = SMALL.activiteiten
    gone = (Vervallen(oud=f"activiteit:{id_}", nieuw=successor),) if successor else ()
    kern = SMALL.kern.model_copy(update={"vervallen": (*SMALL.kern.vervallen, *gone)})
    return replace(SMALL.having("activiteit", {}), kern=kern)


def without_its_own(slug: str, number: str, kind: str, id_: str, *vervallen: EigenVervallen) -> Edition:
    """Return an edition of which the municipality took something of its own away, and what it says of that."""
    whole = edition(slug, number)
    items = {key: held for key, held in whole.lokaal.of(kind).items() if key != id_}
    assert len(items) < len(whole.lokaal.of(kind))
    led = [one for one in whole.gemeente.vervallen if vervallen or one.nieuw != f"{kind}:{id_}"]
    gemeente = whole.gemeente.model_copy(update={"vervallen": (*led, *vervallen)})
    known = {**whole.lokaal.known, kind: whole.lokaal.known[kind] - {id_}}
    lokaal = replace(whole.lokaal, gemeente=gemeente, items={**whole.lokaal.items, kind: items}, known=known)
    return Edition(SMALL, lokaal)


def build(site: Path, built: Edition, text: str = "") -> None:
    """Write an edition as `leidraad build` would, with pages of a few lines; `text` stands on its home page."""
    slug, number = built.gemeente.id, built.gemeente.editie
    for name in (number, NEWEST):
        folder = site / slug / name
        version = version_at(built, folder)
        pages = {urldefrag(address(item.soort, item.id))[0] for item in items(built)} | {""}
        names = [(item.soort, card(item.soort, item.id)) for item in items(built)]
        pages |= {address("cursus", name) for _, name in names}
        pages |= {address("kaart", name) for soort, name in names if soort in CARD_KINDS}
        for page in pages:
            write_anew(folder / page / "index.html", _PAGE.format(title=page, text=escape(text)).encode())
        write_anew(folder / "veranderd" / "index.html", _PAGE.format(title="", text=_CHANGES).encode())
        write_anew(folder / "assets" / "leidraad.css", b"body { margin: 0 }\n" * 200)
        write_anew(folder / "leidraad.json", as_json(data(built, version)))
        for made in redirects(built, version):
            write_anew(folder / made.path, made.make().encode())


def content(folder: Path) -> dict[str, bytes]:
    """Return every file of a publication that a host would serve, by its path."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}

"""The engine's built folder → the edition: its pages finished, what stands beside them, no leftovers of the theme."""

import re
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

from leidraad.editions.bijwerken import update_report
from leidraad.editions.current import load_current, serving
from leidraad.editions.exchange import write_anew
from leidraad.editions.here import framework_folder, public_address
from leidraad.editions.mistakes import with_mistakes
from leidraad.model.reading.files import unix
from leidraad.model.use.addresses import address, card
from leidraad.model.use.framework import Edition
from leidraad.model.use.version import Version, version_at
from leidraad.outputs.beeld.platen import SIZE, picture, plates
from leidraad.outputs.beside import outputs
from leidraad.outputs.eigen_paginas import own_pages
from leidraad.outputs.lean import lean_script, lean_style
from leidraad.outputs.oembed import item_of_page
from leidraad.outputs.sitemap import sitemap
from leidraad.outputs.stijl import logo_path, shared_image
from leidraad.outputs.vervallen import retired_lines
from leidraad.outputs.zoek.paginas import read_pages
from leidraad.render.block.between import filled, without
from leidraad.render.block.fragment import LINK_SCHEME, Fragment, in_own_words
from leidraad.render.block.items import Item
from leidraad.render.block.pictogrammen import with_sprite
from leidraad.render.changes.bijwerken import as_html
from leidraad.render.cursus.cursus import with_panels
from leidraad.render.gemeente.gemeente import brand
from leidraad.render.page.bronnummers import with_numbers
from leidraad.render.page.head import address_tags, fixed_line, version_link
from leidraad.render.page.op_papier import with_words
from leidraad.render.page.opengraph import Picture, with_sharing
from leidraad.render.page.policy import policy
from leidraad.render.page.voet import citation, footer

_NEUTRAL_LINK = re.compile(rf'href="{LINK_SCHEME}([a-z]+)/([a-z0-9./-]+)(#[^"]*)?"')
_POLICY = '\n<meta http-equiv="Content-Security-Policy"'
_NOT_LISTED = ('<meta name="robots" content="noindex">', 'http-equiv="refresh"')
_ROOM = re.compile(r"\n\s+")
# What the theme leaves outside every block, for scripts of its own that these pages do not load.
_LEFTOVERS = re.compile(
    r'<input class="md-toggle"[^>]*>\s*|<label class="md-overlay"[^>]*></label>\s*'
    r'|<div data-md-component="announce">\s*</div>\s*'
    r'|<div data-md-component="skip">(?:\s*<a [^>]*>[^<]*</a>)?\s*</div>\s*'
    r'|<div class="md-dialog" data-md-component="dialog">\s*<div class="md-dialog__inner md-typeset"></div>\s*</div>\s*'
    r'|<meta name="generator"[^>]*>\s*|<link rel="(?:prev|next)"[^>]*>\s*'  # our own foot says what comes next
)
_UNUSED = ("assets/javascripts", "assets/images", "assets/stylesheets", "assets/scorm")
_OF_THE_ENGINE = ("sitemap.xml", "sitemap.xml.gz")


def finish(site_dir: Path) -> None:
    """Make a folder that the engine built into the whole edition, in place; doing it again changes nothing.

    The folder says which version it becomes: <slug>/2026.1 is fixed, <slug>/nieuwste or any other the newest.
    Under `mkdocs serve`, every page shows the mistakes of the framework, beside what could be made of it.
    """
    edition, problems = load_current()
    prepare(site_dir)
    version = version_at(edition, site_dir.absolute(), public_address()) if edition else None
    sound = edition if version and not problems else None
    for path, content in (
        outputs(sound, version, read_pages(site_dir, partial(in_own_words, sound))) if sound and version else ()
    ):
        _write(site_dir / path, content)
    for path, content in own_pages(sound, _reader(site_dir)) if sound else ():
        _write(site_dir / path, content)
    for page in sorted(site_dir.rglob("*.html")):
        text, within = page.read_text("utf-8"), page.relative_to(site_dir)
        text = (
            finished(edition, version, within, text, has_policy=not serving())
            if edition and version
            else in_own_words(None, text)
        )
        _write(page, (with_mistakes(text, problems, manual(within) if edition else "") if problems else text).encode())
    if sound and serving():
        made = update_report(sound.framework, sound.gemeente.id, framework_folder().parent / "site")
        _write(site_dir / "bijwerken" / "index.html", as_html(made).encode())
    if version and version.adres:
        _write(site_dir / "sitemap.xml", sitemap(version, _to_be_found(site_dir)))


def manual(within: Path) -> str:
    """Return where the page of all messages is, as seen from a page."""
    return f"{'../' * (len(within.parts) - 1)}{address('pagina', 'eigen-leidraad/meldingen')}"


def _reader(site_dir: Path) -> Callable[[str], str]:
    return lambda address: (site_dir / address / "index.html").read_text("utf-8")


def prepare(site_dir: Path) -> None:
    """Do what is the same for every edition: leave out what the engine adds, make the rest lean, line ends ours."""
    _remove_unused(site_dir)
    for path in (*site_dir.glob("assets/*/*.js"), *site_dir.rglob("*.css"), *site_dir.rglob("*.svg")):
        _write(path, prepared(path))


def is_prepared(site_dir: Path) -> bool:
    """Return whether what the engine adds was left out before."""
    return not any((site_dir / folder).exists() for folder in _UNUSED)


def prepared(path: Path) -> bytes:
    """Return what a file beside the pages holds when it is built."""
    if path.suffix == ".js":
        return lean_script(unix(path.read_bytes()))
    if path.suffix == ".css":
        return lean_style(unix(path.read_bytes()))
    return unix(path.read_bytes()) if path.suffix == ".svg" else path.read_bytes()


def finished(edition: Edition, version: Version, path: Path, text: str, *, has_policy: bool = True) -> str:
    """Return a page as it is built; a preview of the engine's own has a script that no policy knows."""
    root = "../" * (len(path.parts) - 1)
    text = in_own_words(edition, _LEFTOVERS.sub("", text))
    text = with_panels(edition, version, text)
    text = with_numbers(edition, text)
    text = with_words(edition, text)
    text = _NEUTRAL_LINK.sub(lambda match: f'href="{root}{address(match[1], match[2])}{match[3] or ""}"', text)
    text = with_sprite(text)
    text = _retired_sections(edition, text, path, root)
    page = path.as_posix().removesuffix("index.html")
    text = filled(text, "gemeente", brand_at(edition, root))
    text = filled(text, "voet", footer(edition, path, text))
    text = without(text, _POLICY, ">")
    if path.name != "404.html":
        item = item_of_page(edition, page)
        text = filled(text, "verwijs", citation(edition, version, page, text, item))
        embed = version.newest_url(address("oembed", card(item.soort, item.id))) if item else ""
        text = filled(text, "adres", address_tags(version, page))
        text = with_sharing(edition, version, page, _picture(edition, version, item), text, embed)
    text = filled(text, "vast", fixed_line(version, page, root))
    text = _without_room(filled(text, "versie", version_link(version, page, root)))
    return text.replace('<meta charset="utf-8">', f'<meta charset="utf-8">\n{policy(text)}', 1) if has_policy else text


def _without_room(text: str) -> str:
    """Return a page without the empty lines and the indents that templates leave around the article."""
    before, begins, rest = text.partition("<article")
    article, ends, after = rest.rpartition("</article>")
    return _ROOM.sub("\n", before).lstrip() + begins + article + ends + _ROOM.sub("\n", after)


def _picture(edition: Edition, version: Version, item: Item | None) -> Picture | None:
    """Return what others show of a page: the picture of its item, else a logo that they can show, else the general."""
    logo = shared_image(edition)
    if not version.adres:
        return None
    if logo and (item is None or item.reference not in plates(edition.framework)):
        return Picture(version.url(logo))
    plate = picture(edition, item.reference if item else "")
    return Picture(f"{version.adres}/{plate.path}", SIZE, f"{plate.titel}. {plate.zin}".strip())


def _retired_sections(edition: Edition, text: str, path: Path, root: str) -> str:
    """Put a line for each retired section at the end of its page, under the id that old links lead to."""
    page = path.as_posix().removesuffix("index.html")
    lines = retired_lines(edition, page, root)
    text = without(text, "<!--vervallen-->", "<!--/vervallen-->")
    return text.replace("</article>", f"{lines}</article>", 1) if lines else text


def brand_at(edition: Edition, root: str) -> str:
    """Return what the bar shows of a municipality, on a page from where the edition begins at `root`."""
    logo = edition.gemeente.stijl.logo
    src = f"{root}{logo_path(logo)}" if logo else ""
    return edition.remembered("merk", src, lambda: brand(Fragment(edition, ""), src))


def _remove_unused(site_dir: Path) -> None:
    for folder in _UNUSED:
        shutil.rmtree(site_dir / folder, ignore_errors=True)
    for name in _OF_THE_ENGINE:
        (site_dir / name).unlink(missing_ok=True)
    for path in site_dir.rglob("*.map"):
        path.unlink()
    for path in sorted((site_dir / "assets").rglob("*"), reverse=True):
        if path.is_dir() and not any(path.iterdir()):
            path.rmdir()


def _to_be_found(site_dir: Path) -> list[str]:
    """The addresses that search engines may list."""
    pages = sorted(site_dir.rglob("index.html"))
    return [
        page.relative_to(site_dir).as_posix().removesuffix("index.html")
        for page in pages
        if is_listed(page.read_text("utf-8"))
    ]


def is_listed(text: str) -> bool:
    """Return whether search engines may list a page."""
    return not any(sign in text for sign in _NOT_LISTED)


def _write(path: Path, content: bytes) -> None:
    if not path.exists() or path.read_bytes() != content:
        write_anew(path, content)

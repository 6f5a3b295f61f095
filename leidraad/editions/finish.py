"""The engine's built folder → the edition: links, footer, policy, style, without the theme's leftovers."""

import hashlib
import html
import re
import shutil
from base64 import b64encode
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from urllib.parse import quote

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
from leidraad.render.cursus.cursus import cite, cite_page, with_panels
from leidraad.render.gemeente.gemeente import brand, imprint
from leidraad.render.page.bronnummers import with_numbers
from leidraad.render.page.head import address_tags, fixed_line, version_link
from leidraad.render.page.op_papier import with_words
from leidraad.render.page.opengraph import Picture, with_sharing

_NEUTRAL_LINK = re.compile(rf'href="{LINK_SCHEME}([a-z]+)/([a-z0-9./-]+)(#[^"]*)?"')
_INLINE_SCRIPT = re.compile(r"<script(?![^>]*\ssrc=)(?![^>]*application/json)[^>]*>(.*?)</script>", re.S)
_POLICY = '\n<meta http-equiv="Content-Security-Policy"'
_NOT_LISTED = ('<meta name="robots" content="noindex">', 'http-equiv="refresh"')
_H1 = re.compile(r"<h1[^>]*>(.*?)</h1>", re.S)
_COMMENT = re.compile(rb"""("[^"\n]*"|'[^'\n]*')|/\*.*?\*/""", re.S)
_IMPORTS = re.compile(r"(?:import[^;(]+;)+")  # at the start of a module
_EXPORT = re.compile(r"export (?=(?:async function|function|class|const) (\w+))")
_A_NAME = 30  # signs that a short way out must save for each name that goes out: packed, what is less costs more
_INDENT = re.compile(rb"\n\s*")
_TAGS = re.compile(r"<[^>]+>")
_ROOM = re.compile(r"\n\s+")
# What the theme leaves outside every block, for scripts of its own that these pages do not load.
_LEFTOVERS = re.compile(
    r'<input class="md-toggle"[^>]*>\s*|<label class="md-overlay"[^>]*></label>\s*'
    r'|<div data-md-component="announce">\s*</div>\s*'
    r'|<div data-md-component="skip">(?:\s*<a [^>]*>[^<]*</a>)?\s*</div>\s*'
    r'|<div class="md-dialog" data-md-component="dialog">\s*<div class="md-dialog__inner md-typeset"></div>\s*</div>\s*'
    r'|<meta name="generator"[^>]*>\s*'
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
        return _lean(path.read_text("utf-8")).encode()
    if path.suffix == ".css":
        return lean_style(unix(path.read_bytes()))
    return unix(path.read_bytes()) if path.suffix == ".svg" else path.read_bytes()


def lean_style(style: bytes) -> bytes:
    """Return a style sheet without what it tells who edits it: comments, but not in a string, and indents."""
    without = _COMMENT.sub(lambda match: match[1] or b"", style)
    return _INDENT.sub(b"\n", without).lstrip()


def _lean(script: str) -> str:
    """Return a script of ours as small as it gets; it starts with a line that says what it is for, until it is lean."""
    if not script.startswith("//"):
        return script
    from minify import string  # its runtime does not survive a fork, and a build forks before this

    lean = str(string("application/javascript", script))
    imports = _IMPORTS.match(lean)
    if not imports and "export" not in lean:
        return lean  # no module
    # nothing outside uses the names of a module but those it exports: in a block the others get short too
    end = imports.end() if imports else 0
    names = {chr(ord("A") + at): name for at, name in enumerate(_EXPORT.findall(lean))}
    given = "".join(f";{short}={name}" for short, name in names.items())
    out = ",".join(f"{short} as {name}" for short, name in names.items())
    block = f"{{{_EXPORT.sub('', lean[end:])}{given}}}"
    within = f"let {','.join(names)};{block}export{{{out}}}" if names else block
    short = str(string("application/javascript", lean[:end] + within))
    return short if len(short) + _A_NAME * len(names) < len(lean) or not names else lean


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
    text = filled(text, "voet", _footer(edition, path, text))
    text = without(text, _POLICY, ">")
    if path.name != "404.html":
        item = item_of_page(edition, page)
        text = filled(text, "verwijs", _citation(edition, version, page, text, item))
        embed = root + address("oembed", card(item.soort, item.id)) if item and version.adres else ""
        text = filled(text, "adres", address_tags(version, page))
        text = with_sharing(edition, version, page, _picture(edition, version, item), text, embed)
    text = filled(text, "vast", fixed_line(version, page, root))
    text = _without_room(filled(text, "versie", version_link(version, page, root)))
    return text.replace('<meta charset="utf-8">', f'<meta charset="utf-8">\n{_policy(text)}', 1) if has_policy else text


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


def _title(text: str) -> str:
    heading = _H1.search(text)
    return html.unescape(_TAGS.sub("", heading[1])).strip() if heading else "onbekende pagina"


def _citation(edition: Edition, version: Version, page: str, text: str, item: Item | None) -> str:
    """Return how to refer to a page: to the version that stays as it is, whichever copy is read."""
    cited = html.escape(cite(edition, version, item) if item else cite_page(edition, version, _title(text), page))
    remains = f"Dit is versie {version.number}; die blijft zoals die is."
    where = remains if version.adres else "Zet erbij waar je dit las, want deze editie heeft nog geen openbaar adres."
    return (
        '<details class="voet__meld"><summary>Verwijs naar deze pagina</summary>'
        f"<p>{cited}</p><p>Bronvermelding volgens APA. {where}</p></details>"
    )


def _footer(edition: Edition, path: Path, text: str) -> str:
    gemeente, title = edition.gemeente, _title(text)
    version = f"{gemeente.naam} {gemeente.editie}"
    about = f"Pagina: {title} (/{path.parent.as_posix().removeprefix('.')})", f"Editie: {version}"
    report = _report(edition, title, [*about, f"Kern: {edition.framework.kern.versie}"])
    return report + edition.remembered("uitgave", None, lambda: _lines(imprint(edition)))


def _lines(texts: Iterable[str]) -> str:
    return "".join(f"<p>{html.escape(text)}</p>" for text in texts)


def _report(edition: Edition, title: str, about: list[str]) -> str:
    """Return «Iets klopt niet?»: a mail about this page (RFC 6068), or where nobody has an address, what to copy."""
    receiver = edition.meldpunt
    if not receiver:
        lines = "<br>".join(map(Fragment(edition, "").spoken, [*about, "Wat klopt er niet:"]))
        return (
            '<details class="voet__meld"><summary>Iets klopt niet?</summary>'
            "<p>Er is nog geen adres om dit aan te melden. Kopieer deze regels, vul ze aan en bewaar ze tot het er is. "
            f"Zet er geen gegevens van inwoners bij.</p><p>{lines}</p></details>"
        )
    parts = ["Zet geen gegevens van inwoners in deze mail.", "", *about, "", "Wat klopt er niet?", ""]
    subject, body = quote(f"Iets klopt niet: {title}", safe=""), quote("\r\n".join(parts), safe="")
    mail = html.escape(f"mailto:{receiver}?subject={subject}&body={body}")
    return f'<p class="voet__meld"><a href="{mail}">Iets klopt niet?</a></p>'


def _policy(text: str) -> str:
    scripts = sorted({_hash(match) for match in _INLINE_SCRIPT.findall(text)})
    policy = "; ".join([
        "default-src 'none'",
        " ".join(["script-src 'self'", *scripts]),
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        *(["frame-src 'self'"] if "<iframe " in text else []),
        "base-uri 'none'",
        "form-action 'none'",
    ])  # fmt: skip
    return f'<meta http-equiv="Content-Security-Policy" content="{policy}">'


def _hash(script: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


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

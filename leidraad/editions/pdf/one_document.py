"""The built pages of an edition → one HTML document: the whole handbook, a poster, or a set of cards."""

import html
import posixpath
import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from leidraad.model.use.addresses import PLACES, address
from leidraad.model.use.framework import Edition
from leidraad.outputs.stijl import css_text
from leidraad.render.block.items import items
from leidraad.render.block.pictogrammen import with_sprite
from leidraad.render.cursus.cursus import PANEL
from leidraad.render.gemeente.gemeente import imprint

# All pages; the six words that stand before them in the menu name some of these again.
_MENU = re.compile(r'<ul class="menu__alles">.*?</nav>', re.S)
_ENTRY = re.compile(r'<summary>(.*?)</summary>|<a href="([^"]*)"[^>]*>(.*?)</a>', re.S)
_ARTICLE = re.compile(r"<article[^>]*>(.*)</article>", re.S)
_H1 = re.compile(r"<h1[^>]*>(.*?)</h1>", re.S)
_TAGS = re.compile(r"<[^>]+>")
_FONT = "letter/public-sans.woff2"
_STYLE = re.compile(r'<link rel="stylesheet" href="([^"]*)">')
# What opens on a screen at a word: the glossary is a chapter of its own here. Links for a course are for who builds
# one on a screen, scripts have nothing to do on paper.
_FOR_SCREENS = re.compile(
    r'<span class="uitleg".*?</span>|<section class="op-papier">.*?</section>|<details class="gebruik".*?</details>'
    r"|<script.*?</script>",
    re.S,
)
_WORD = re.compile(r'<button type="button" class="begrip"[^>]*>(.*?)</button>', re.S)
_HEADING = re.compile(r"<(/?)h([1-5])\b")
_ID = re.compile(r'\b(id|for|name|aria-labelledby|aria-describedby)="([^"]*)"')
_HREF = re.compile(r'href="(?!#p-)([^"]*)"')  # but not the drawing of a pictogram
_SHEETS = ("poster/", "kaarten/")  # these are files of their own
_OWN_PAPER = (
    "papier",
    "poster",
    "kaarten",
    "inwoner",
    "ontwikkelgroep",
    "uitdelen",
    "kopieer-knop",
)  # styles that give a page a paper of its own


@dataclass(frozen=True)
class Chapter:
    """A page of the menu: the group it stands in, its address within the edition, and its name there."""

    group: str
    address: str
    title: str


def chapters(site: Path) -> Iterator[Chapter]:
    """Yield the pages of a built edition in the order of its menu."""
    menu = _MENU.search((site / "index.html").read_text("utf-8"))
    group = ""
    for summary, href, title in _ENTRY.findall(menu[0] if menu else ""):
        if summary:
            group = summary
            continue
        address = posixpath.normpath(href)
        yield Chapter(group, "" if address == "." else f"{address}/", title)


def whole_document(edition: Edition, site: Path) -> str:
    """Return all pages as one document, in which every link within the edition leads to its place in it."""
    pages = [chapter for chapter in _with_own(edition, chapters(site)) if chapter.address not in _SHEETS]
    styles: dict[str, None] = {}  # in the order of the pages, without doubles
    body, contents, group = [], [], ""
    for chapter in pages:
        page = (site / chapter.address / "index.html").read_text("utf-8")
        styles |= dict.fromkeys(_within(chapter.address, href) for href in _STYLE.findall(page))
        if chapter.group != group:
            group = chapter.group
            body.append(f'<h1 class="deel">{group}</h1>')
            contents.append(f'<li class="deel">{group}</li>')
        heading = _H1.search(page)
        title = _TAGS.sub("", heading[1]) if heading else chapter.title
        contents.append(f'<li><a href="#{_key(chapter.address)}">{title}</a></li>')
        body.append(_chapter(chapter, page, {other.address for other in pages}))
    front = "".join(f"<p>{html.escape(line)}</p>" for line in imprint(edition))
    gemeente = html.escape(edition.gemeente.naam)
    cover = (
        f'<section class="omslag"><h1>Leidraad Gewogen Maatwerk</h1><p class="intro">{gemeente}</p>{front}</section>'
    )
    entries = f'<h1 id="inhoud">Inhoud</h1><ul>{"".join(contents)}</ul>'
    index = f'<nav class="inhoudsopgave" aria-labelledby="inhoud">{entries}</nav>'
    used = [name for name in styles if name.split("/")[1] not in _OWN_PAPER]
    css = _styles(site, used) + _book(edition)
    return document(_title(edition), css, cover + index + "".join(body))


def _with_own(edition: Edition, listed: Iterable[Chapter]) -> Iterator[Chapter]:
    """Yield the pages of the menu, and after a list the pages of the items that it leads to."""
    for chapter in listed:
        yield chapter
        for item in items(edition):
            if item.soort in PLACES and PLACES[item.soort].partition("#")[0] == chapter.address:
                yield Chapter(chapter.group, address(item.soort, item.id), item.titel)


def sheet_document(edition: Edition, site: Path, address: str, chosen: str) -> str:
    """Return a page that is a sheet of its own (poster/, kaarten/) with one choice of paper made."""
    page = (site / address / "index.html").read_text("utf-8")
    css = _styles(site, [_within(address, href) for href in _STYLE.findall(page)])
    article = _ARTICLE.search(page)
    body = re.sub(r"<script.*?</script>", "", article[1] if article else "", flags=re.S)
    body = re.sub(r'(name="papier" id="[^"]*")(?: checked)?(?:="")?', r"\1", body)
    body = body.replace(f'id="{chosen}"', f'id="{chosen}" checked')
    name = address.strip("/").capitalize()
    return document(f"{name} – {_title(edition)}", css, f"<main><article>{_HREF.sub('', body)}</article></main>")


def document(title: str, css: str, body: str) -> str:
    """Return a Dutch page that needs no other file."""
    return with_sprite(
        f'<!doctype html>\n<html lang="nl"><head><meta charset="utf-8"><title>{title}</title>'
        f"<style>{css}</style></head><body>{body}</body></html>"
    )


def _styles(site: Path, names: Iterable[str]) -> str:
    """Return style sheets as one text, with the font in it."""
    css = "\n".join((site / name).read_text("utf-8") for name in names)
    font = b64encode((site / "assets" / _FONT).read_bytes()).decode()
    return css.replace(_FONT, f"data:font/woff2;base64,{font}")


def _title(edition: Edition) -> str:
    gemeente = edition.gemeente
    return html.escape(f"Leidraad Gewogen Maatwerk {gemeente.naam} {gemeente.editie}")


def _chapter(chapter: Chapter, page: str, known: set[str]) -> str:
    """One article with its headings a level lower, its ids its own, and its links within the document."""
    key = _key(chapter.address)
    article = _ARTICLE.search(page)
    text = _WORD.sub(r"\1", _FOR_SCREENS.sub("", article[1] if article else ""))
    text = _HEADING.sub(lambda match: f"<{match[1]}h{int(match[2]) + 1}", text)
    text = _ID.sub(lambda match: f'{match[1]}="{" ".join(f"{key}--{id_}" for id_ in match[2].split())}"', text)
    text = _HREF.sub(lambda match: _link(match[1], chapter, known), text)
    return f'<section class="hoofdstuk" id="{key}">{text}</section>'


def _link(href: str, chapter: Chapter, known: set[str]) -> str:
    """A link to another page becomes one to its place in the document; one to what is not in it, no link.

    Nor to a panel for a course: that is for a screen, and left out of each article.
    """
    parts = urlsplit(html.unescape(href))
    if parts.scheme or parts.netloc:
        return f'href="{href}"'
    address = _within(chapter.address, parts.path) if parts.path else chapter.address.rstrip("/")
    address = "" if address in (".", "") else f"{address}/"
    anchor = unquote(parts.fragment)
    if address not in known or anchor == PANEL:
        return ""
    place = f"{_key(address)}--{anchor}" if anchor and "=" not in anchor else _key(address)
    return f'href="#{html.escape(place)}"'


def _within(address: str, href: str) -> str:
    return posixpath.normpath(posixpath.join(address, href))


def _key(address: str) -> str:
    return "pagina-" + (address.strip("/").replace("/", "-") or "start")


def _book(edition: Edition) -> str:
    """The style of the whole as a book; each sheet says edition, version and date."""
    line = css_text(imprint(edition)[0])
    return f"""
@page {{ size: A4; margin: 18mm 17mm 20mm;
  @bottom-left {{ content: "{line}"; font: 8pt system-ui, sans-serif; color: #333; }}
  @bottom-right {{ content: counter(page); font: 8pt system-ui, sans-serif; color: #333; }} }}
@page :first {{ @bottom-left {{ content: none; }} @bottom-right {{ content: none; }} }}
.omslag {{ padding-top: 70mm; }}
.omslag h1 {{ font-size: 30pt; }}
.inhoudsopgave, h1.deel, .hoofdstuk {{ break-before: page; }}
h1.deel + .hoofdstuk {{ break-before: auto; }}
.inhoudsopgave ul {{ list-style: none; padding: 0; columns: 2; }}
.inhoudsopgave li {{ margin-bottom: .1rem; }}
.inhoudsopgave .deel {{ font-weight: 650; margin-top: .6rem; break-after: avoid; }}
h1.deel {{ font-size: 20pt; border-bottom: 1pt solid #999; padding-bottom: 3mm; }}
.hoofdstuk > h2:first-child, .hoofdstuk > div:first-child > h2 {{ font-size: 17pt; margin: 0 0 3mm; }}
h3 {{ font-size: 13pt; margin-top: 7mm; break-after: avoid; }}
h4, h5, h6 {{ font-size: 11pt; margin: 4mm 0 1mm; break-after: avoid; }}
"""

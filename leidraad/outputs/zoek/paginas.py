"""The built pages → their titles, headings and texts, for what is made from them."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple

from leidraad.render.page.bronnummers import without_list

_SKIPPED_TAGS = {"script", "style", "svg", "nav", "form"}
_SKIPPED_CLASSES = {
    *("bronnr", "bronnen", "merkregel", "op-papier", "uitleg", "herkomst", "herkomst-regel", "alles-op-een-rij"),
    *("gebruik-plek", "vervallen", "veranderd", "gesprek__deel", "stapbeeld__scherm"),
}
_HEADINGS = frozenset({"h1", "h2"})
_VOID = {"br", "img", "input", "hr", "meta", "link", "wbr"}
_ARTICLE = re.compile(r'<article id="artikel"[^>]*>(.*)</article>', re.S)
# HTML as we write it: a text, an end, a start with attributes between double quotes, or a comment.
_TOKEN = re.compile(
    r"([^<]+)|</([a-zA-Z][\w-]*)\s*>"
    r"""|<([a-zA-Z][\w-]*)((?:\s+[\w:.-]+(?:="[^"]*"|(?=[\s/>])))*)\s*(/?)>"""
    r"|<!--(?!-?>)(?s:.*?)-->",
    re.ASCII,
)
_ATTRIBUTE = re.compile(r'([\w:.-]+)="([^"]*)"', re.ASCII)
_RAW = {"script", "style"}
_DESCRIPTION = re.compile(r'<meta name="description" content="([^"]*)"')


class Page(NamedTuple):
    """A built page: its address in the edition, and its texts, each with the ids of the elements around it."""

    adres: str
    titel: str
    omschrijving: str
    koppen: tuple[str, ...]
    teksten: tuple[tuple[frozenset[str], str], ...]


@dataclass(frozen=True)
class Gap:
    """The place of a block that is read by itself."""

    call: str
    ids: frozenset[str]
    is_skipped: bool


@dataclass
class Read:
    """What was read of HTML: its texts and its headings, each a level and its text; both with gaps for blocks."""

    texts: list[tuple[frozenset[str], str] | Gap]
    headings: list[list[str] | Gap]

    def filled(self, read: "Callable[[str], Read]") -> "Read":
        """Return the same with what was read of each block in its place."""
        texts: list[tuple[frozenset[str], str] | Gap] = []
        for text in self.texts:
            if not isinstance(text, Gap):
                texts.append(text)
            elif not text.is_skipped:
                held = (one for one in read(text.call).texts if not isinstance(one, Gap))
                texts += [(text.ids | ids, one) for ids, one in held] if text.ids else held
        headings: list[list[str] | Gap] = []
        for heading in self.headings:
            if isinstance(heading, Gap):
                inner = (one for one in read(heading.call).headings if not isinstance(one, Gap))
                headings += [[one[0], ""] if heading.is_skipped else one for one in inner]
            else:
                headings.append(heading)
        return Read(texts, headings)


class _Article:
    """Reads the text of an article, without what is repeated in it from elsewhere."""

    def __init__(self, gap: str) -> None:
        self.read = Read([], [])
        self._gap = gap
        # what is open: the tag, the ids of it and what is around it, and whether it is skipped
        self._open: list[tuple[str, frozenset[str], bool]] = [("", frozenset(), False)]

    @property
    def passes_over(self) -> bool:
        """Whether nothing is kept of what is open but its headings."""
        return not self._gap and self._open[-1][2]

    def start(self, tag: str, given: Mapping[str, str | None]) -> None:
        """Enter an element."""
        _, ids, skipped = self._open[-1]
        if self._gap and (call := given.get(self._gap)):
            self.read.texts.append(Gap(call, ids, skipped))
            self.read.headings.append(Gap(call, ids, skipped))
        if tag in _HEADINGS:
            self.read.headings.append([tag, ""])
        if tag in _VOID:
            return
        if id_ := given.get("id"):
            ids |= {id_}
        skipped = skipped or tag in _SKIPPED_TAGS or not _SKIPPED_CLASSES.isdisjoint((given.get("class") or "").split())
        self._open.append((tag, ids, skipped))

    def end(self, tag: str) -> None:
        """Leave an element, and what was left open in it."""
        for place in range(len(self._open) - 1, 0, -1):
            if self._open[place][0] == tag:
                del self._open[place:]
                return

    def data(self, data: str) -> None:
        """Keep a text that is the article's own."""
        _, ids, skipped = self._open[-1]
        if skipped or not (text := " ".join(data.split())):
            return
        for tag in _HEADINGS.intersection(tag for tag, _, _ in self._open):
            last = next(one for one in reversed(self.read.headings) if isinstance(one, list) and one[0] == tag)
            last[1] += data
        self.read.texts.append((ids, text))


class _Tolerant(HTMLParser):
    """Reads HTML as it comes."""

    def __init__(self, article: _Article, html: str) -> None:
        super().__init__()
        self._article = article
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Enter an element."""
        self._article.start(tag, dict(attrs))

    def handle_endtag(self, tag: str) -> None:
        """Leave an element."""
        self._article.end(tag)

    def handle_data(self, data: str) -> None:
        """Read a text."""
        self._article.data(data)


class _UnusualError(ValueError):
    """HTML is not as we write it."""


def _read_usual(article: _Article, html: str) -> None:
    """Read HTML as we write it, six times as quick; _UnusualError where it is not."""
    place = 0
    while place < len(html):
        if not (match := _TOKEN.match(html, place)):
            raise _UnusualError(html[place : place + 80])
        place = match.end()
        text, closing, tag, attributes, alone = match.groups()
        if text:
            article.data(unescape(text))
        elif closing:
            article.end(closing.lower())
        elif tag:
            article.start(tag := tag.lower(), _given(attributes) if attributes else {})
            if alone:
                article.end(tag)
            elif tag not in _VOID and article.passes_over:
                place = _end_of(tag, html, place, article)
            elif tag in _RAW and (place := html.find(f"</{tag}>", place)) < 0:
                raise _UnusualError(tag)


def _end_of(tag: str, html: str, place: int, article: _Article) -> int:
    """Return where an element ends of which only the headings count."""
    depth = 1
    for match in _ends_and_headings(tag).finditer(html, place):
        if heading := match[2]:
            article.read.headings.append([heading.lower(), ""])
        depth += 0 if heading else -1 if match[1] else 1
        if not depth:
            return match.start()
    raise _UnusualError(tag)


@cache
def _ends_and_headings(tag: str) -> re.Pattern[str]:
    return re.compile(rf"<(?:(/?){tag}|(h[12]))(?=[\s/>])", re.ASCII | re.IGNORECASE)


def _given(attributes: str) -> dict[str, str | None]:
    return {name.lower(): unescape(value) for name, value in _ATTRIBUTE.findall(attributes)}


def read_pages(site_dir: Path, told: Callable[[str], str]) -> list[Page]:
    """Return every page that the engine built, by address; what stands beside the pages (cards) is not read.

    `told` fills in what differs per edition.
    """
    return pages_in(
        (path.relative_to(site_dir), told(path.read_text("utf-8"))) for path in sorted(site_dir.rglob("index.html"))
    )


def pages_in(texts: Iterable[tuple[Path, str]]) -> list[Page]:
    """Return what is an article among (path in the edition, HTML)."""
    found = ((path, frame_of(path, html)) for path, html in texts)
    return [page_of(path, *frame) for path, frame in found if frame]


def frame_of(path: Path, html: str, gap: str = "") -> tuple[str, Read] | None:
    """Return the description of a page and what is read of its article, if it has one; `gap` marks a block in it."""
    if not (article := _ARTICLE.search(html)):
        return None
    description = _DESCRIPTION.search(html)
    return description[1] if description else "", read_block(without_list(article[1]), gap)


def read_block(html: str, gap: str = "") -> Read:
    """Return what is read of a piece of HTML."""
    article = _Article(gap)
    try:
        _read_usual(article, html)
    except _UnusualError:
        article = _Article(gap)
        _Tolerant(article, html)
    return article.read


def page_of(path: Path, description: str, read: Read) -> Page:
    """Return a page of which all was read."""
    headings = [one for one in read.headings if isinstance(one, list)]
    titles = [text for tag, text in headings if tag == "h1"] or [""]
    folder = path.parent.as_posix()
    return Page(
        adres="" if folder == "." else f"{folder}/",
        titel=" ".join(titles[0].split()),
        omschrijving=description,
        koppen=tuple(" ".join(text.split()) for tag, text in headings if tag == "h2"),
        teksten=tuple(one for one in read.texts if not isinstance(one, Gap)),
    )

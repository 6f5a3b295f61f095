"""The built pages → their titles, headings and texts, for what is made from them."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple, cast

from leidraad.render.page.bronnummers import without_list

_SKIPPED_TAGS = {"script", "style", "svg", "nav", "form", "pre"}  # what stands in code is an example, with its mistakes
_SKIPPED_CLASSES = {
    *("bronnr", "bronnen", "merkregel", "op-papier", "uitleg", "herkomst", "herkomst-regel", "alles-op-een-rij"),
    *("gebruik-plek", "vervallen", "veranderd", "gesprek__deel", "stapbeeld__scherm"),
}
_HEADINGS = frozenset({"h1", "h2"})
_SEEN_ALWAYS = [f"<{tag}" for tag in _HEADINGS]
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


class _Start(NamedTuple):
    """An element that begins: its id, whether to pass over it, and the call of which it is the place."""

    tag: str
    id: str
    is_skipped: bool
    call: str


class _Text(NamedTuple):
    """A text, as it is found and as it is written."""

    text: str
    written: str


_Event = _Start | _Text | str  # an element that ends is its tag


def _begun(tag: str, given: Mapping[str, str | None], gap: str) -> _Start:
    skipped = tag in _SKIPPED_TAGS or not _SKIPPED_CLASSES.isdisjoint((given.get("class") or "").split())
    return _Start(tag, given.get("id") or "", skipped, given.get(gap) or "")


class _Article:
    """Reads the text of an article, without what is repeated in it from elsewhere."""

    def __init__(self) -> None:
        self.read = Read([], [])
        # what is open: the tag, the ids of it and what is around it, the tag that is passed over, the headings
        self._open: list[tuple[str, frozenset[str], str, tuple[str, ...]]] = [("", frozenset(), "", ())]

    def passes_over(self, html: str) -> bool:
        """Return whether nothing in a piece of HTML counts, for it stands within an element that is passed over."""
        if not (over := self._open[-1][2]):
            return False
        plain = html.lower()
        return not any(sign in plain for sign in (f"<{over}", f"</{over}", *_SEEN_ALWAYS))

    def take(self, events: Iterable[_Event]) -> None:
        """Take what comes next."""
        for event in events:
            if type(event) is _Start:
                self._start(event)
            elif type(event) is _Text:
                self._say(event)
            else:
                self._end(cast("str", event))

    def _start(self, one: _Start) -> None:
        tag, id_, is_skipped, call = one
        _, ids, over, headings = self._open[-1]
        if call:
            self.read.texts.append(Gap(call, ids, bool(over)))
            self.read.headings.append(Gap(call, ids, bool(over)))
        if tag in _HEADINGS:
            self.read.headings.append([tag, ""])
            headings = (*headings, tag)
        if tag not in _VOID:
            over = over or (tag if is_skipped else "")
            self._open.append((tag, ids | {id_} if id_ else ids, over, headings))

    def _end(self, tag: str) -> None:
        """Leave an element, and what was left open in it."""
        for place in range(len(self._open) - 1, 0, -1):
            if self._open[place][0] == tag:
                del self._open[place:]
                return

    def _say(self, one: _Text) -> None:
        """Keep a text that is the article's own."""
        _, ids, over, headings = self._open[-1]
        if over:
            return
        for tag in {*headings} if headings else ():
            last = next(one for one in reversed(self.read.headings) if isinstance(one, list) and one[0] == tag)
            last[1] += one.written
        self.read.texts.append((ids, one.text))


class _Tolerant(HTMLParser):
    """Reads HTML as it comes."""

    def __init__(self, article: _Article, html: str, gap: str) -> None:
        super().__init__()
        self._article, self._gap = article, gap
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Enter an element."""
        self._article.take([_begun(tag, dict(attrs), self._gap)])

    def handle_endtag(self, tag: str) -> None:
        """Leave an element."""
        self._article.take([tag])

    def handle_data(self, data: str) -> None:
        """Read a text."""
        if text := " ".join(data.split()):
            self._article.take([_Text(text, data)])


class _UnusualError(ValueError):
    """HTML is not as we write it."""


@lru_cache(maxsize=16384)  # a block that is made anew is mostly the same lines
def _events(html: str, gap: str) -> list[_Event]:
    """Return what is met in HTML as we write it, six times as quick; _UnusualError where it is not."""
    place, found = 0, list[_Event]()
    while place < len(html):
        if not (match := _TOKEN.match(html, place)):
            raise _UnusualError(html[place : place + 80])
        place = match.end()
        written, closing, tag, attributes, alone = match.groups()
        if written:
            written = unescape(written)
            if text := " ".join(written.split()):
                found.append(_Text(text, written))
        elif closing:
            found.append(closing.lower())
        elif tag:
            tag = tag.lower()
            found.append(_begun(tag, _given(attributes), gap))
            if alone and tag not in _VOID:
                found.append(tag)
            elif tag in _RAW and (place := html.find(f"</{tag}>", place)) < 0:
                raise _UnusualError(tag)
    return found


def _given(attributes: str) -> dict[str, str | None]:
    return {name.lower(): unescape(value) for name, value in _ATTRIBUTE.findall(attributes)}


def _lines(html: str) -> Iterator[str]:
    """Yield HTML in pieces that begin with an element at the start of a line."""
    *lines, last = html.split("\n<")
    for number, line in enumerate(lines):
        yield f"{'<' if number else ''}{line}\n"
    yield f"{'<' if lines else ''}{last}"


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
    for pieces in (_lines(html), [html]):  # a tag or a script may go on in the next line
        with suppress(_UnusualError):
            return _read_usual(pieces, gap)
    return _read_tolerant(html, gap)


def _read_usual(pieces: Iterable[str], gap: str) -> Read:
    article = _Article()
    for piece in pieces:
        if gap or not article.passes_over(piece):
            article.take(_events(piece, gap))
    return article.read


def _read_tolerant(html: str, gap: str) -> Read:
    article = _Article()
    _Tolerant(article, html, gap)
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

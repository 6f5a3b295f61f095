"""The built pages → their titles, headings and texts, for what is made from them."""

import re
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple

_SKIPPED_TAGS = {"script", "style", "svg", "nav", "form"}
_SKIPPED_CLASSES = {
    *("op-papier", "uitleg", "herkomst", "herkomst-regel", "alles-op-een-rij"),
    *("gebruik-plek", "vervallen", "veranderd"),
}
_VOID = {"br", "img", "input", "hr", "meta", "link", "wbr"}
_ARTICLE = re.compile(r'<article id="artikel"[^>]*>(.*)</article>', re.S)
_DESCRIPTION = re.compile(r'<meta name="description" content="([^"]*)"')


class Page(NamedTuple):
    """A built page: its address in the edition, and its texts, each with the ids of the elements around it."""

    adres: str
    titel: str
    omschrijving: str
    koppen: tuple[str, ...]
    teksten: tuple[tuple[frozenset[str], str], ...]


class _Article(HTMLParser):
    """Reads the text of an article, without what is repeated in it from elsewhere."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.texts: list[tuple[frozenset[str], str]] = []
        self.headings: dict[str, list[str]] = {"h1": [], "h2": []}
        self._open: list[tuple[str, str, bool]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Enter an element."""
        given = dict(attrs)
        skipped = tag in _SKIPPED_TAGS or bool(_SKIPPED_CLASSES & set((given.get("class") or "").split()))
        if tag not in _VOID:
            self._open.append((tag, given.get("id") or "", skipped))
        if tag in self.headings:
            self.headings[tag].append("")

    def handle_endtag(self, tag: str) -> None:
        """Leave an element, and what was left open in it."""
        while any(open_[0] == tag for open_ in self._open) and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        """Keep a text that is the article's own."""
        if not data.strip() or any(skipped for _, _, skipped in self._open):
            return
        for tag in {tag for tag, _, _ in self._open} & self.headings.keys():
            self.headings[tag][-1] += data
        self.texts.append((frozenset(id_ for _, id_, _ in self._open if id_), " ".join(data.split())))


def read_pages(site_dir: Path) -> list[Page]:
    """Return every page that the engine built, by address; what stands beside the pages (cards) is not read."""
    read = ((path, path.read_text("utf-8")) for path in sorted(site_dir.rglob("index.html")))
    return [
        _page(path.parent.relative_to(site_dir).as_posix(), html, found[1])
        for path, html in read
        if (found := _ARTICLE.search(html))
    ]


def _page(folder: str, html: str, text: str) -> Page:
    article = _Article(text)
    description = _DESCRIPTION.search(html)
    titles = article.headings["h1"] or [""]
    return Page(
        adres="" if folder == "." else f"{folder}/",
        titel=" ".join(titles[0].split()),
        omschrijving=description[1] if description else "",
        koppen=tuple(" ".join(text.split()) for text in article.headings["h2"]),
        teksten=tuple(article.texts),
    )

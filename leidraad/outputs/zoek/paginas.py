"""The built pages → their titles, headings and texts, for what is made from them."""

import re
from collections.abc import Iterable
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple

from leidraad.render.page.bronnummers import without_list

_SKIPPED_TAGS = {"script", "style", "svg", "nav", "form"}
_SKIPPED_CLASSES = {
    *("bronnr", "bronnen", "merkregel", "op-papier", "uitleg", "herkomst", "herkomst-regel", "alles-op-een-rij"),
    *("gebruik-plek", "vervallen", "veranderd", "gesprek__deel", "stapbeeld__scherm"),
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
        # what is open: the tag, the ids of it and what is around it, and whether it is skipped
        self._open: list[tuple[str, frozenset[str], bool]] = [("", frozenset(), False)]
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Enter an element."""
        if tag in self.headings:
            self.headings[tag].append("")
        if tag in _VOID:
            return
        given = dict(attrs)
        _, ids, skipped = self._open[-1]
        if id_ := given.get("id"):
            ids |= {id_}
        skipped = skipped or tag in _SKIPPED_TAGS or not _SKIPPED_CLASSES.isdisjoint((given.get("class") or "").split())
        self._open.append((tag, ids, skipped))

    def handle_endtag(self, tag: str) -> None:
        """Leave an element, and what was left open in it."""
        for place in range(len(self._open) - 1, 0, -1):
            if self._open[place][0] == tag:
                del self._open[place:]
                return

    def handle_data(self, data: str) -> None:
        """Keep a text that is the article's own."""
        _, ids, skipped = self._open[-1]
        if skipped or not (text := " ".join(data.split())):
            return
        for tag in {tag for tag, _, _ in self._open} & self.headings.keys():
            self.headings[tag][-1] += data
        self.texts.append((ids, text))


def read_pages(site_dir: Path) -> list[Page]:
    """Return every page that the engine built, by address; what stands beside the pages (cards) is not read."""
    return pages_in(
        (path.relative_to(site_dir), path.read_text("utf-8")) for path in sorted(site_dir.rglob("index.html"))
    )


def pages_in(texts: Iterable[tuple[Path, str]]) -> list[Page]:
    """Return what is an article among (path in the edition, HTML)."""
    return [_page(path.parent.as_posix(), html, found[1]) for path, html in texts if (found := _ARTICLE.search(html))]


def _page(folder: str, html: str, text: str) -> Page:
    article = _Article(without_list(text))
    description = _DESCRIPTION.search(html)
    titles = article.headings["h1"] or [""]
    return Page(
        adres="" if folder == "." else f"{folder}/",
        titel=" ".join(titles[0].split()),
        omschrijving=description[1] if description else "",
        koppen=tuple(" ".join(text.split()) for text in article.headings["h2"]),
        teksten=tuple(article.texts),
    )

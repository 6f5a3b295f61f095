"""A built page → its ids, its links and its text, as an HTML parser reads them."""

from collections import defaultdict
from functools import cache, cached_property
from html.parser import HTMLParser
from pathlib import Path


class Built(HTMLParser):
    """What stands in one built page: `attributes` by tag, `text` by the element around it."""

    def __init__(self, html: str) -> None:
        """Parse a page."""
        super().__init__()
        self.html = html
        self.attributes: dict[str, list[dict[str, str]]] = defaultdict(list)
        self.text: dict[str, list[str]] = defaultdict(list)
        self._open: list[str] = []
        self.feed(self.html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element with its attributes."""
        self.attributes[tag].append({name: value or "" for name, value in attrs})
        if tag not in ("meta", "link", "br", "img", "input", "hr", "rect", "path"):
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Leave an element."""
        if tag in self._open:
            del self._open[len(self._open) - 1 - self._open[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        """Note a text under every element that it stands in."""
        for tag in set(self._open):
            self.text[tag].append(data)

    def text_of(self, tag: str) -> str:
        """Return the text in all elements of a kind, with single spaces."""
        return " ".join(" ".join(self.text[tag]).split())

    @cached_property
    def ids(self) -> list[str]:
        """Every id on the page, in order."""
        return [attributes["id"] for found in self.attributes.values() for attributes in found if "id" in attributes]

    @property
    def links(self) -> list[str]:
        """Every href and src on the page: of links, in drawings too, of styles, scripts and images."""
        found = [attributes for group in self.attributes.values() for attributes in group]
        return [attributes[key] for attributes in found for key in ("href", "src") if key in attributes]


@cache
def built(path: Path) -> Built:
    """Return a parsed page; each is read once per run, and two that are the same are parsed once."""
    return _parsed(path.read_text("utf-8"))


@cache
def _parsed(html: str) -> Built:
    return Built(html)

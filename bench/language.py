"""How the pages read: mean sentence in words (bars 9 to 14, for residents 12), its spread, longest, Flesch-Douma."""

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from statistics import mean, pstdev

import textstat

from leidraad.checks.zinslengte import sentences, word_count

ROOT = Path(__file__).parents[1]
_BLOCKS = {"p", "pre", "li", "dd", "dt", "td", "th", "div", "section", "h1", "h2", "h3", "h4", "ul", "ol", "dl", "br"}
_SKIPPED_CLASSES = {
    "bronnr",
    "merkregel",
    "herkomst",
    "herkomst-regel",
    "uitleg",
    "gelezen",
    "beoordeeld",
    "synoniemen",
    "op-papier",
}
_SKIPPED_TAGS = {
    "script",
    "pre",
    "style",
    "svg",
    "form",
    "select",
    "nav",
    "cite",
    "h1",
    "h2",
    "h3",
    "h4",
    "dt",
    "th",
    "summary",
}
_SENTENCE = re.compile(r"[.!?…][»”’)]*$")
RESIDENT_CLASSES = frozenset({"voor-de-inwoner"})
_VOID = {"br", "img", "input", "hr", "meta", "link", "path", "rect", "option"}


class Prose(HTMLParser):
    """The running text of an article, block by block, without headings, marks and explanations."""

    def __init__(self, page: str, only: frozenset[str] | None = None) -> None:
        """Read the article of a page, or only what stands in elements of these classes."""
        super().__init__()
        self.blocks: list[str] = [""]
        self._only = only
        self._stack: list[tuple[str, bool, bool]] = []
        self.feed(page[page.index("<article") : page.index("</article>")])

    def updatepos(self, i: int, j: int) -> int:
        """Count no lines: nobody asks where something stands, and it is a tenth of the reading."""
        return j

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note where text is skipped, and where a block begins."""
        classes = set((dict(attrs).get("class") or "").split())
        skipped = bool(classes & _SKIPPED_CLASSES) or tag in _SKIPPED_TAGS
        inside = not self._only or bool(classes & self._only)
        if tag in _BLOCKS:
            self.blocks.append("")
        if tag not in _VOID:
            above = self._stack[-1] if self._stack else ("", False, not self._only)
            self._stack.append((tag, skipped or above[1], inside or above[2]))

    def handle_endtag(self, tag: str) -> None:
        """Leave an element."""
        if tag in _VOID:
            return
        if tag in _BLOCKS:
            self.blocks.append("")
        while self._stack and self._stack.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        """Keep the text that counts."""
        if self._stack and self._stack[-1][2] and not self._stack[-1][1]:
            self.blocks[-1] += data


def pages_with_text(edition: Path) -> dict[str, str]:
    """Return every page with a text of its own by its address; a page that only leads on has none."""
    pages = ((path, path.read_text("utf-8")) for path in sorted(edition.rglob("index.html")))
    return {path.relative_to(edition).parent.as_posix(): page for path, page in pages if "<article" in page}


@cache
def _parts(page: str, only: frozenset[str] | None = None) -> list[str]:
    return [part for block in Prose(page, only).blocks for part in sentences(" ".join(block.split()))]


def lengths(page: str, only: frozenset[str] | None = None) -> list[int]:
    """Return the number of words of every sentence in a page; lists of words shorter than four are left out."""
    found = [word_count(part) for part in _parts(page, only)]
    return [number for number in found if number > 3]


def whole_sentences(page: str) -> list[str]:
    """Return what ends with a mark of its own: no label («Liu e.a. 2014:»), no button, no code."""
    parts = (part.strip() for part in _parts(page))
    return [part for part in parts if _SENTENCE.search(part)]


def short_share(pages: Iterable[str]) -> tuple[float, float]:
    """Return the mean length of the different sentences of these pages, and the share of at most five words.

    A sentence on many pages counts once.
    """
    every = {part for page in pages for part in whole_sentences(page)}
    found = [word_count(part) for part in every]
    return mean(found), sum(number <= 5 for number in found) / len(found)


def measure() -> Iterator[str]:
    """Yield a line per page of one edition, and one for all pages together."""
    textstat.set_lang("nl")
    with tempfile.TemporaryDirectory() as folder:
        leidraad = Path(sys.executable).with_name("leidraad")
        words = [str(leidraad), "build", "voorbeeldstad", "--doel", folder]
        subprocess.run(words, check=True, cwd=ROOT, capture_output=True)
        site = Path(folder) / "voorbeeldstad" / "nieuwste"
        pages = pages_with_text(site)
        yield from (_row(name, page) for name, page in pages.items())
        average, short = short_share(pages.values())
        yield f"{'all pages, every sentence once':40} mean {average:4.1f}, of at most five words {short:.0%}"


def _row(name: str, page: str) -> str:
    found = lengths(page)
    residents = lengths(page, RESIDENT_CLASSES) if "voor-de-inwoner" in page else []
    whole = [word_count(part) for part in whole_sentences(page)]
    spread = f"whole sentences {mean(whole):4.1f} ± {pstdev(whole):.1f}, " if whole else ""
    text = ". ".join(block.strip(" .") for block in Prose(page).blocks if word_count(block) > 3)
    douma = textstat.flesch_reading_ease(text)
    more = f", for residents mean {mean(residents):.1f}, longest {max(residents)}" if residents else ""
    return f"{name:40} mean {mean(found):4.1f}, {spread}longest {max(found):2}, Flesch-Douma {douma:3.0f}{more}"

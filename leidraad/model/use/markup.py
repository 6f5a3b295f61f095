"""The little Markdown that authors may use in texts: one parser for the checks and the renderer.

Emphasis, links and lists; everything else (HTML, images, headings, code) stays text.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import get_args, get_type_hints

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, list_block
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Delimiter
from markdown_it.token import Token

from leidraad.model.types.base import Blok, Cel, Regel, Tekst, Woordregel

# What stands before the own word for a principle, and before a de-word.
WITH_DE = {
    "het": "de",
    "dit": "deze",
    "dat": "die",
    "elk": "elke",
    "welk": "welke",
    "ons": "onze",
    "ander": "andere",
    "welk ander": "welke andere",
    "mooi": "mooie",
}
PLACEHOLDER = re.compile(r"\(\(([A-Za-z]+(?: [a-z]+){0,2})\)\)")
PLACEHOLDERS = (
    *("inwoner", "inwoners", "professional", "professionals", "principe", "principes"),
    *(f"{words} principe" for words in WITH_DE),
)
ITEM_LINK = re.compile(r"^([a-z]+):([a-z0-9-]+)$")
_NO_POINT = re.compile(r"\d+\)|\+")
WEB_LINK = re.compile(r"^https?://")


@cache
def parser() -> MarkdownIt:
    """Return the parser: CommonMark's rules for paragraphs, lists, emphasis and links, and no others.

    What has another use in a text stays what was typed: 5*3*2, __x__, C:\\map, 1) and a star within a word.
    """
    rules = ["paragraph", "list", "text", "newline", "emphasis", "link", "balance_pairs", "fragments_join"]
    markdown = MarkdownIt("zero", {"html": False, "linkify": False}).enable(rules, ignoreInvalid=True)
    markdown.inline.ruler.at("emphasis", _stars)
    markdown.block.ruler.at("list", _list, {"alt": ["paragraph", "reference", "blockquote"]})
    return markdown


def _stars(state: StateInline, silent: bool) -> bool:  # as the parser calls it
    """Take a star at the edge of a word for emphasis; one within it, and every underscore, is a sign."""
    if silent or state.src[state.pos] != "*":
        return False
    scanned = state.scanDelims(state.pos, canSplitWord=False)
    for _ in range(scanned.length):
        token = state.push("text", "", 0)
        token.content = "*"
        at = len(state.tokens) - 1
        state.delimiters.append(Delimiter(ord("*"), scanned.length, at, -1, scanned.can_open, scanned.can_close))
    state.pos += scanned.length
    return True


def _list(state: StateBlock, line: int, end: int, silent: bool) -> bool:  # as the parser calls it
    """Read a list as the parser does, but for 1) and +, which would show as 1. and as a point."""
    start = state.bMarks[line] + state.tShift[line]
    return not _NO_POINT.match(state.src, start) and list_block(state, line, end, silent)


def links(text: str) -> Iterator[str]:
    """Yield the address of every link in a text."""
    for token in inline_tokens(text):
        if token.type == "link_open":
            yield str(token.attrs["href"])


def inline_tokens(text: str) -> Iterator[Token]:
    """Yield the tokens inside the paragraphs and list items of a text."""
    for token in parser().parse(text):
        yield from token.children or ()


@cache
def text_fields(model: type[Blok]) -> frozenset[str]:
    """Return the names of the fields of a type that hold text for a reader (not ids, dates or choices)."""
    hints = get_type_hints(model, include_extras=True)
    return frozenset(name for name in model.model_fields if _holds_text(hints[name]))


def _holds_text(hint: object) -> bool:
    return hint in (Tekst, Regel, Woordregel, Cel) or any(_holds_text(part) for part in get_args(hint))


def texts(block: Blok) -> Iterator[str]:
    """Yield every text for a reader in a block and in the blocks inside it."""
    for key, is_text in _keys(type(block)):
        value = getattr(block, key)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, str):
                if is_text:
                    yield one
            elif isinstance(one, Blok):
                yield from texts(one)


@cache
def _keys(model: type[Blok]) -> tuple[tuple[str, bool], ...]:
    """Return the names of the fields of a type, each with whether it holds text."""
    return tuple((key, key in text_fields(model)) for key in model.model_fields)

"""A value of an edition → a mark that stands for it in a text until it is filled in; it knows how it was escaped.

A mark holds every sign that some language escapes. So its form in a text tells what was done to it on the way, and the
same is done to the value. A form that is not known is an error: nothing is guessed.
"""

import html
import json
import re
from collections.abc import Callable
from functools import cache, lru_cache
from itertools import product
from urllib.parse import quote

from markupsafe import escape

OPEN, CLOSE = "\uf8f0", "\uf8f1"
_SIGNS = "&>\"'{}\\<"  # in this order no pattern takes them for a tag
_CAPITAL = "kapitaal"
_LATER = "~"  # before what something is made of
_ENDS = ((OPEN, CLOSE), (quote(OPEN), quote(CLOSE)), (f"&#{ord(OPEN)};", f"&#{ord(CLOSE)};"))
_USUAL = re.compile(f"({OPEN}[a-z]+[^{OPEN}{CLOSE}]*{CLOSE})")  # begins with one sign, which is quickly found
_OTHER = re.compile(f"({'|'.join(f'{begin}[a-z]+[^ ]*?{end}' for begin, end in _ENDS[1:])})")
_NAMED = re.compile("|".join(f"{begin}([a-z]+)(.*){end}" for begin, end in _ENDS), re.S)
# What else a mark, or what is left of one, begins with.
_UNUSUAL = (quote(OPEN)[:-1], "\\uf8f", f"&#{ord(OPEN)}", "&#xf8", "&#xF8")
_STRAY = re.compile(rf"{OPEN}|{CLOSE}|{quote(OPEN)[:-1]}|\\uf8f[01][a-z]|&#(?:x[fF]8[fF]|{ord(OPEN)})")

Chain = tuple[Callable[[str], str], ...]
Mark = tuple[str, str, Chain]  # its name, its path, what was done to it


class StrayMarkError(ValueError):
    """A text holds a mark in a form that is not known: it cannot be filled in."""


def mark(name: str) -> str:
    """Return the mark of a value."""
    return f"{OPEN}{name}{_SIGNS}{CLOSE}"


def later(name: str, path: str) -> str:
    """Return the mark of what is made of a path or a text, once the edition is known; it stands in HTML as it is."""
    return f"{OPEN}{name}{_LATER}{path}{CLOSE}"


def with_capital(text: str) -> str:
    """Return a text that begins with a mark, with a capital for its value."""
    return re.sub(f"^{OPEN}([a-z]+)", rf"{OPEN}\1{_CAPITAL}", text)


def cut(text: str) -> tuple[list[str], list[Mark]]:
    """Return what stands in a text around its marks, and for each mark its name, its path and what was done to it.

    StrayMarkError when something is left of a mark.
    """
    parts = _USUAL.split(text)
    is_stray = text.count(OPEN) + text.count(CLOSE) != len(parts) - 1
    if is_stray or any(sign in text for sign in _UNUSUAL):
        parts = [one for place, part in enumerate(parts) for one in ((part,) if place % 2 else _others(part))]
    return parts[::2], [*map(_read, parts[1::2])]


def _others(part: str) -> list[str]:
    """Return what stands between two marks, cut at those that are quoted or in numbers."""
    if not any(sign in part for sign in (OPEN, CLOSE, *_UNUSUAL)):
        return [part]
    found = _OTHER.split(part)
    for text in found[::2]:
        if stray := _STRAY.search(text):
            raise StrayMarkError(text[max(0, stray.start() - 80) : stray.end() + 80])
    return found


@lru_cache(maxsize=16384)  # a text holds few that are not in others
def _read(written: str) -> Mark:
    """Return what a mark says, and its form of what was done to it."""
    match = _NAMED.fullmatch(written)
    name, tail = (group for group in match.groups() if group is not None) if match else (written, "")
    if tail.startswith(_LATER):
        return name, tail[1:], ()
    if (chain := _FORMS.get(written.replace(name, "", 1))) is None:
        raise StrayMarkError(f"{name}: {tail}")
    return name, "", chain


def is_capital(name: str) -> tuple[str, bool]:
    """Return the name of a value, and whether it begins with a capital."""
    plain = name.removesuffix(_CAPITAL)
    return plain, plain != name


def _json(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)[1:-1]


def _no_tag(text: str) -> str:
    return text.replace("<", "\\u003c")


def _no_braces(text: str) -> str:
    return text.replace("{", "&#123;").replace("}", "&#125;")


def _escaped(text: str) -> str:
    return str(escape(text))


def _all_quote(text: str) -> str:
    return quote(text, safe="")


def escape_markdown(text: str) -> str:
    """Return a text of one line in which no Markdown or HTML engine finds anything to act on."""
    return re.sub(r"[^\w\s]|_", lambda match: f"&#{ord(match[0])};", text).replace("\n", " ")


def _forms() -> dict[str, Chain]:
    """Return what can have been done to a mark, by what it looks like afterwards."""
    done: Chain = (_escaped, html.escape, _json, _no_tag, _no_braces, _all_quote, escape_markdown)
    found: dict[str, Chain] = {}
    for steps in range(4):
        for chain in product(done, repeat=steps):
            found.setdefault(through(chain, mark("")), chain)
    return found


def through(chain: Chain, text: str) -> str:
    """Return a text after each step of a chain."""
    for step in chain:
        text = step(text)
    return text


_FORMS = _forms()


@cache
def form_of(chain: Chain) -> str:
    """Return what a mark looks like after a chain: another way to say what was done."""
    return through(chain, mark(""))


def chain_of(form: str) -> Chain:
    """Return what was done to a mark that looks like this; KeyError where nothing known does."""
    return _FORMS[form]

"""A value of an edition → a mark that stands for it in a text until it is filled in; it knows how it was escaped.

A mark holds every sign that some language escapes. So its form in a text tells what was done to it on the way, and the
same is done to the value. A form that is not known is an error: nothing is guessed.
"""

import html
import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import product
from urllib.parse import quote

from markupsafe import escape

OPEN, CLOSE = "\uf8f0", "\uf8f1"
_SIGNS = "&>\"'{}\\<"  # in this order no pattern takes them for a tag
_CAPITAL = "kapitaal"
_LATER = "~"  # before what something is made of
_PLAIN = rf"{OPEN}([a-z]+)([^{OPEN}{CLOSE}]*){CLOSE}"
_MARK = re.compile(
    rf"{_PLAIN}|{quote(OPEN)}([a-z]+)([^ ]*?){quote(CLOSE)}|&#{ord(OPEN)};([a-z]+)([^ ]*?)&#{ord(CLOSE)};"
)
_USUAL = re.compile(_PLAIN)  # begins with one sign, which is quickly found
_UNUSUAL = (
    quote(OPEN)[:-1],
    "\\uf8f",
    f"&#{ord(OPEN)}",
    "&#x",
)  # what else a mark, or what is left of one, begins with
_STRAY = re.compile(rf"{OPEN}|{CLOSE}|{quote(OPEN)[:-1]}|\\uf8f[01][a-z]|&#(?:x[fF]8[fF]|{ord(OPEN)})")

Chain = tuple[Callable[[str], str], ...]


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


def cut(text: str) -> Iterator[str | tuple[str, str, Chain]]:
    """Yield the parts of a text in turn: what stands in it, and for a mark its name, its path and what was done to it.

    StrayMarkError when something is left of a mark.
    """
    end, is_usual = 0, not any(sign in text for sign in _UNUSUAL)
    for match in (_USUAL if is_usual else _MARK).finditer(text):
        yield _without(text[end : match.start()], is_usual=is_usual)
        name, tail = (group for group in match.groups() if group is not None)
        if tail.startswith(_LATER):
            yield name, tail[1:], ()
        elif match[0].replace(name, "", 1) in _FORMS:
            yield name, "", _FORMS[match[0].replace(name, "", 1)]
        else:
            raise StrayMarkError(f"{name}: {tail}")
        end = match.end()
    yield _without(text[end:], is_usual=is_usual)


def _without(part: str, *, is_usual: bool) -> str:
    if is_usual and OPEN not in part and CLOSE not in part:
        return part
    if stray := _STRAY.search(part):
        raise StrayMarkError(part[max(0, stray.start() - 80) : stray.end() + 80])
    return part


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

"""A text that was saved in one encoding and opened in another → where it went wrong, and what it probably said."""

import re
from collections.abc import Iterable
from typing import NamedTuple

# How programs open a file that is UTF-8 as what it is not: Windows, an old Mac, the command line of Windows.
_CODECS = ("cp1252", "mac_roman", "cp850", "cp437")


def _seen(code: int, codec: str) -> str:
    """Return the sign that a byte is taken for; some bytes have none, and stay a control sign."""
    try:
        return bytes([code]).decode(codec)
    except UnicodeDecodeError:
        return chr(code)


_BYTE = {codec: {_seen(code, codec): code for code in range(0x80, 0x100)} for codec in _CODECS}


def _any(codec: str, codes: Iterable[int]) -> str:
    return f"[{''.join(re.escape(_seen(code, codec)) for code in codes)}]"


def _pattern(codec: str) -> str:
    """Match what is left of é, «, – or € and the like: UTF-8 writes each as two or three bytes."""
    late, later = range(0x80, 0xC0), range(0xA0, 0xC0)
    small, sign, quote, mark = (_seen(code, codec) for code in (0xC3, 0xC2, 0xE2, 0xEF))
    return (
        f"{small}{_any(codec, late)}|{sign}{_any(codec, later)}"
        f"|{quote}{_any(codec, (0x80, 0x82, 0x84))}{_any(codec, late)}"
        f"|{mark}{_seen(0xBB, codec)}{_seen(0xBF, codec)}"
    )


# The form knows the first: what is pasted there comes from a browser or from Windows.
PATTERN = _pattern("cp1252")
_MISREAD = {codec: re.compile(f"(?:{_pattern(codec)})+") for codec in _CODECS}
_FIRST = re.compile(f"[{''.join(_seen(code, codec) for code in (0xC2, 0xC3, 0xE2, 0xEF) for codec in _CODECS)}]")
_REST_OF_WORD = re.compile(r"[^ \n]*")


class Misread(NamedTuple):
    """Where a text first went wrong, the words there, what they probably said, and on how many lines it did."""

    offset: int
    words: str
    probably: str
    lines: int


def misread(text: str) -> Misread | None:
    """Return what went wrong with a text, or None when nothing did."""
    if text.isascii() or not _FIRST.search(text):
        return None
    found = next((found for pattern in _MISREAD.values() if (found := [*pattern.finditer(text)])), None)
    if not found:
        return None
    at = found[0].start()
    begin = max(text.rfind(" ", 0, at), text.rfind("\n", 0, at)) + 1
    rest = _REST_OF_WORD.match(text, at)
    words = text[begin : rest.end() if rest else at]
    return Misread(at, words, mended(words), len({text.count("\n", 0, match.start()) for match in found}))


def mended(text: str) -> str:
    """Return what a text probably said; one that went wrong twice is mended twice."""
    for codec, pattern in _MISREAD.items():
        while (better := pattern.sub(lambda match, codec=codec: _read(match[0], codec), text)) != text:  # type: ignore[misc]
            text = better
    return text.removeprefix("\ufeff")


def _read(text: str, codec: str) -> str:
    return bytes(_BYTE[codec][sign] for sign in text).decode(errors="replace")

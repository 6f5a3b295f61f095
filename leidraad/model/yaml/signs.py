"""Signs that nobody sees, or that show as a box: which they are, and what to do about them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

# No Dutch text needs any of them. A joiner within a picture sign, and the mark that gives it its colour, may stay.
_PICTURE = "\u00a9\u00ae\u203c-\u2049\u2122-\u21ff\u2300-\u2bff\ufe0f\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
_KINDS = {
    "stuurteken": r"\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f",
    "regeleinde": "\x85\u2028\u2029",
    "afbreekteken": "\u00ad",
    "leesrichting": "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069",
    "breedteloos": "\u034f\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200c"
    "\u2060-\u2065\u206a-\u206f\u2800\u3164\ufe00-\ufe0d\ufeff\uffa0\ufff9-\ufffb\U000110bd\U000110cd"
    "\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff",
    "geen_teken": "\ufdd0-\ufdef\ufffe\uffff"
    + "".join(chr((plane << 16) + last) for plane in range(1, 17) for last in (0xFFFE, 0xFFFF)),
    "half": "\ud800-\udfff",
    "eigen_lettertype": "\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd",
    "verloren": "\ufffd",
    "voorwerp": "\ufffc",
}
_NATIONS = ("gbeng", "gbsct", "gbwls")
_JOINER = rf"(?<![{_PICTURE}])\u200d|\u200d(?![{_PICTURE}])|(?<![{_PICTURE}#*0-9])[\ufe0e\ufe0f]"
# The flags of England, Scotland and Wales: a black flag and letters that nobody sees. Behind any other flag they hide.
_FLAGS = [f"\U0001f3f4{''.join(chr(0xE0000 + ord(letter)) for letter in name)}\U000e007f" for name in _NATIONS]
_IN_A_FLAG = "|".join(f"(?<={flag[:at]}){flag[at:]}" for flag in _FLAGS for at in range(1, len(flag)))
# The form knows this pattern too, in a browser with the flags «gu».
PATTERN = rf"(?!{_IN_A_FLAG})[{''.join(_KINDS.values())}]|{_JOINER}"
_UNSEEN = re.compile(PATTERN)
_SUSPECT = re.compile("[^\\t\\n -~\\xa0-\\xac\\xae-\\u024f\\u2013-\\u2026\\u20ac]")  # most texts hold none of these
_OF_KIND = {kind: re.compile(f"[{signs}]") for kind, signs in _KINDS.items()}
# What is gone when it is taken away, and what only looks like something else.
_MEANINGS = {
    "stuurteken": "een onzichtbaar stuurteken",
    "regeleinde": "een onzichtbaar regeleinde",
    "afbreekteken": "een onzichtbaar afbreekteken",
    "leesrichting": "een onzichtbaar teken dat de leesrichting verandert",
    "breedteloos": "een onzichtbaar teken zonder breedte",
    "geen_teken": "een code die geen teken is",
    "half": "een half teken",
    "eigen_lettertype": "een teken uit het lettertype van een ander programma",
    "verloren": "een teken voor een letter die verloren ging",
    "voorwerp": "een teken voor een plaatje dat verloren ging",
}
_REMEDIES = {
    "regeleinde": "verwijder het en begin een gewone nieuwe regel",
    "eigen_lettertype": "vervang het door een gewoon teken",
    "verloren": "typ die letter opnieuw",
}


class Sign(NamedTuple):
    """A sign that may not be in a text: where it begins, what it is and what to do."""

    offset: int
    meaning: str
    remedy: str


def unseen(text: str) -> Iterator[Sign]:
    """Yield every sign that nobody sees or that is no sign."""
    for match in _UNSEEN.finditer(text) if _SUSPECT.search(text) else ():
        kind = next((kind for kind, signs in _OF_KIND.items() if signs.match(match[0])), "breedteloos")
        code = f"U+{ord(match[0]):04X}"
        yield Sign(match.start(), f"{_MEANINGS[kind]} ({code})", _REMEDIES.get(kind, "verwijder het"))


def without_unseen(text: str) -> str:
    """Return a text without the signs that nobody sees."""
    return _UNSEEN.sub("", text) if _SUSPECT.search(text) else text

"""The names and texts of what can be found → what each word in them says: its form, its term, its weight."""

import math
import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Any

from leidraad.model.use.names import fold, words

# How much a word says about what is found, by where it stands; a whole name counts more than a word of it.
NAME, OTHER_NAME, KEYWORD = 120, 100, 65
IN_NAME, IN_OTHER_NAME, IN_KEYWORD, IN_HEADING, IN_SUMMARY, IN_TEXT = 100, 50, 28, 28, 12, 3
USUAL_LENGTH = 500  # a text of so many words; in a shorter one a word says more
SHORTEST_PART = 4
# Words that say nothing about what is looked for; as a part of a whole name they still count.
_STOP = """
aan al als bij daar dan dat de der deze die dit door een en er ge geen had heb hebben heeft hem het hier hij hoe hun ik
in is ja je jij jouw kan kun me meer met mijn naar nee niet nog nu of om ons ook op over te tot u uit uw van voor waar
was wat we wel wie wij word wordt worden zich zij zijn zo zou
"""
STOP = frozenset(_STOP.split())
_WORD = re.compile(r"[^\W_]+")
_DOUBLE = re.compile(r"([aeou])\1([^aeiou])$")  # motiveer and motiver, of motivatie and motiveren, are one
_LAW = {"wet", "wetten"}  # the stemmer brings them together with weten, weet
Names = tuple[tuple[str, float, float], ...]
Texts = tuple[tuple[str, int], ...]
Said = tuple[str, str, float]  # a form, the term that is its own unless another text gave it one, a weight


class _Stems(dict[str, str]):
    """What words have in common with their other forms; the stemmer is slow, also to import, and texts share words."""

    def __missing__(self, word: str) -> str:
        if fold(word) in _LAW:
            found = "wetten"
        else:
            found = fold(str(_stemmer().stemWord(word)))
            found = _DOUBLE.sub(r"\1\2", found) if len(found) > SHORTEST_PART else found
        self[word] = found
        return found


@cache
def _stemmer() -> Any:
    import snowballstemmer

    return snowballstemmer.stemmer("dutch")


stems = _Stems()


def stem(word: str) -> str:
    """Return what a word has in common with its other forms."""
    return stems[word]


@lru_cache(maxsize=4096)  # editions share most of what can be found
def said_by(names: Names, texts: Texts) -> tuple[Said, ...]:
    """Return every form in the names and texts of an entry once, with its greatest weight."""
    found: dict[str, tuple[str, float]] = {}
    for form, term, weight in (*_in_names(names), *_in_texts(texts)):
        first, most = found.get(form, (term, 0.0))
        found[form] = first, max(most, weight)
    return tuple((form, term, weight) for form, (term, weight) in found.items())


def _in_names(names: Iterable[tuple[str, float, float]]) -> Iterator[Said]:
    for text, whole, part in names:
        pairs = pairs_in(text, all_words=True)
        if len(pairs) == 1:
            yield pairs[0][0], stem(pairs[0][1]), whole
        elif pairs:
            joined = "".join(word for word, _ in pairs)
            yield joined, f"={joined}", whole
            telling = [pair for pair in pairs if pair[0] not in STOP]
            yield from ((word, stem(original), part / math.sqrt(len(telling))) for word, original in telling)


def _in_texts(texts: Iterable[tuple[str, int]]) -> Iterator[Said]:
    for text, weight in texts:
        pairs = [pair for line in text.split("\n") for pair in pairs_in(line)]
        shorter = min(2, max(1, math.sqrt(USUAL_LENGTH / (len(pairs) or 1)))) if weight == IN_TEXT else 1
        first = dict(reversed(pairs))
        yield from ((word, stem(original), weight * shorter) for word, original in first.items())


@lru_cache(maxsize=16384)  # of a page that is another, most lines are not
def pairs_in(text: str, *, all_words: bool = False) -> tuple[tuple[str, str], ...]:
    """Return (folded, as written) for every word that says something."""
    chosen = _forms if all_words else _telling
    return tuple(pair for word in _WORD.findall(unicodedata.normalize("NFC", text)) for pair in chosen(word))


@cache
def _forms(word: str) -> tuple[tuple[str, str], ...]:
    """Return (folded, as written) for a word, which may hold more than one; texts share most words."""
    return tuple((form, word.lower()) for form in words(word))


@cache
def _telling(word: str) -> tuple[tuple[str, str], ...]:
    return tuple(pair for pair in _forms(word) if pair[0] not in STOP and len(pair[0]) > 1)

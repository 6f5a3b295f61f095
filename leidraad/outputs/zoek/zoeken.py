"""What somebody types → what is found in the index: docs/assets/zoek/zoeker.js in Python, held to it by a test."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

from leidraad.model.use.names import words

PREFIX, PART, MISTAKE, ANOTHER_END = 0.9, 0.6, 0.6, 0.5
WHOLE = 1.5  # all words together, as a name
FEW = 2  # found by the word itself: what its parts lead to stands below that, and of more it is left out
LONGEST_NAME = 5
SHORTEST_PART, SHORTEST_MISTAKE, SHORTEST_INSIDE = 4, 5, 6  # shorter is often an abbreviation: found as it is


@dataclass
class Searcher:
    """An index, ready to search."""

    data: dict[str, Any]
    forms: list[str] = field(init=False)
    stop: set[str] = field(init=False)

    def __post_init__(self) -> None:
        """Unpack the lists of words."""
        self.forms = self.data["vormen"].split(" ")
        self.stop = set(self.data["stop"].split(" "))

    def search(self, text: str) -> list[int]:
        """Return the numbers of what is found, the best first."""
        typed = words(text)
        telling = [word for word in typed if word not in self.stop] or typed
        scores: dict[int, float] = {}
        for word in telling:
            for entry, weight in self._weights(word).items():
                # Whoever types more words wants them together: twice what is found by two of them, and so on.
                scores[entry] = scores.get(entry, 0) + weight / len(telling)
        counts = self._counts(telling)
        scores = {entry: score * counts[entry] / len(telling) for entry, score in scores.items()}
        for run, share in self._runs(typed):
            for entry, weight in self._weights(run, whole=True).items():
                scores[entry] = scores.get(entry, 0) + WHOLE * share * weight
        return sorted(scores, key=lambda entry: (-scores[entry], entry))

    def _runs(self, typed: list[str]) -> Iterator[tuple[str, float]]:
        """Yield all words as one name, and each name among them («komt niet» in «hij komt niet») with its share."""
        for begin, end in combinations(range(len(typed) + 1), 2):
            is_whole = end - begin == len(typed)
            if end - begin > 1 and (is_whole or end - begin <= LONGEST_NAME):
                run = "".join(typed[begin:end])
                if is_whole or self._own(run):
                    yield run, (end - begin) / len(typed)

    def _counts(self, telling: list[str]) -> dict[int, int]:
        counts: dict[int, int] = {}
        for word in telling:
            for entry in self._weights(word):
                counts[entry] = counts.get(entry, 0) + 1
        return counts

    def _weights(self, word: str, *, whole: bool = False) -> dict[int, float]:
        best: dict[int, float] = {}
        for term, quality in self._terms(word, whole).items():
            leads: Sequence[int] = self.data["gewichten"][term]
            for entry, weight in zip(leads[::2], leads[1::2], strict=True):
                best[entry] = max(best.get(entry, 0), weight * quality)
        own = self._own(word)
        if (
            len(word) > 1 and len(own) <= 2 * FEW
        ):  # where the word itself stands, comes before all else it may stand for
            most = max(best.values(), default=0)
            best |= {entry: best[entry] + most for entry in own[::2]}
        return best

    def _own(self, word: str) -> Sequence[int]:
        """Return what a word leads to by itself: entry, weight, entry, weight …"""
        place = bisect_left(self.forms, word)
        is_known = place < len(self.forms) and self.forms[place] == word
        leads: Sequence[int] = self.data["gewichten"][self.data["termen"][place]] if is_known else ()
        return leads

    def _terms(self, word: str, whole: bool) -> dict[int, float]:
        """Return the terms that a word may stand for, with how sure that is."""
        found: dict[int, float] = {}

        def add(number: int, quality: float) -> None:
            term = self.data["termen"][number]
            found[term] = max(found.get(term, 0), quality)

        own = self._own(word)
        number = bisect_left(self.forms, word)
        while len(word) > 1 and number < len(self.forms) and self.forms[number].startswith(word):
            add(number, 1 if self.forms[number] == word else PREFIX * len(word) / len(self.forms[number]))
            if own and len(word) < SHORTEST_PART:  # «wet» is not the beginning of «weten»
                break
            number += 1
        if whole and len(word) >= SHORTEST_INSIDE:
            for form in re.findall(f"[^ ]*{re.escape(word)}[^ ]*", self.data["vormen"]):
                add(bisect_left(self.forms, form), PREFIX * len(word) / len(form))
        if len(own) > 2 * FEW:
            return found
        before = len(found)
        for cut in range(SHORTEST_PART, len(word)) if not whole else ():
            parts = [piece for piece in (word[:cut], word[cut:]) if len(piece) >= SHORTEST_PART and self._own(piece)]
            for piece in parts:  # a short one says little, unless the rest is known too
                if len(parts) > 1 or len(piece) >= SHORTEST_INSIDE:
                    add(bisect_left(self.forms, piece), PART * len(piece) / len(word))
        if not before and len(word) >= SHORTEST_MISTAKE:
            start_of = word[: max(5, len(word) - 2)]
            for form in self._alike(word):
                number = bisect_left(self.forms, form)
                if form.endswith(word):
                    add(number, PREFIX * len(word) / len(form))
                elif distance(word, form, 1) <= 1:
                    add(number, MISTAKE)
                elif form.startswith(start_of) and len(form) <= len(word) + 3:
                    add(number, ANOTHER_END)
        return found

    def _alike(self, word: str) -> Iterator[str]:
        """Yield the forms that share the first or the last half of a word: no other is one mistake away, or ends so."""
        half = (len(word) - 1) // 2
        begin, tail = word[:half], word[-half:]
        for number in range(bisect_left(self.forms, begin), len(self.forms)):
            if not self.forms[number].startswith(begin):
                break
            yield self.forms[number]
        yield from (form for form in self.forms if form.endswith(tail))


def distance(one: str, other: str, most: int) -> int:
    """Return how many letters must be added, left out, changed or swapped; more than `most` is most + 1."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i in range(1, len(one) + 1):
        older, before, row = before, row, [i] + [0] * len(other)
        for j in range(1, len(other) + 1):
            cost = one[i - 1] != other[j - 1]
            row[j] = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + cost)
            if i > 1 and j > 1 and one[i - 1] == other[j - 2] and one[i - 2] == other[j - 1]:
                row[j] = min(row[j], older[j - 2] + 1)
        if min(row) > most:
            return most + 1
    return row[-1]

"""Edition and its pages → the search: every word with where it leads, inflection and compounds worked out.

Three files: zoekvenster.json is what opens, zoekindex.json what can be found, and zoekwoorden.json what it is found by,
in the few bytes that the searcher in the browser takes apart (docs/assets/zoek/zoeker.js).
"""

import json
import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from leidraad.model.kinds import listed
from leidraad.model.use.framework import Edition
from leidraad.model.use.names import words
from leidraad.model.use.once import once
from leidraad.outputs.zoek.geperst import pressed
from leidraad.outputs.zoek.paginas import Page
from leidraad.outputs.zoek.venster import window
from leidraad.outputs.zoek.vondsten import Entry, entries
from leidraad.outputs.zoek.woorden import KEYWORD, SHORTEST_PART, STOP, Names, Said, Texts, said_by, stem

WINDOW_PATH, PATH, WORDS_PATH = "zoekvenster.json", "zoekindex.json", "zoekwoorden.json"
WEIGHTS = {kind.name: kind.weight for kind in listed()} | {
    "begrip met meer": 0.5,
    "pagina": 0.55,
    "loop": 0.4,
    "pagina voor makers": 0.3,
}
SHORTEST_NEW_PART = 6
EVERYWHERE = 0.3  # of all that can be found
SaidBy = Callable[[Names, Texts], Sequence[Said]]


def files(edition: Edition, pages: Sequence[Page], said: SaidBy | None = None) -> Iterator[tuple[str, bytes]]:
    """Yield the index; `said` may stand in for `said_by`, and remember what that gave."""
    whole = index(edition, pages, said)
    opens = window(edition, whole["vondsten"])
    for path, held in ((WINDOW_PATH, opens), (PATH, whole["vondsten"]), (WORDS_PATH, pressed(whole))):
        yield path, json.dumps(held, ensure_ascii=False, separators=(",", ":")).encode()


def index(edition: Edition, pages: Sequence[Page] = (), said: SaidBy | None = None) -> dict[str, Any]:
    """Return the index: what can be found, every known form, the term of each, and where each term leads.

    Without pages it holds the items alone, with the same weights.
    """
    return _Index([*entries(edition, pages)], said or said_by).as_data()


def to_ask(edition: Edition, said: SaidBy | None = None) -> dict[str, Any]:
    """Return the same without pages, for who asks a few questions: where a term leads is worked out when it is met.

    `said` may stand in for `said_by`, and remember what that gave.
    """
    found = _Index([*entries(edition, ())], said or said_by)
    return {**found.words(), "gewichten": _WhenMet(found)}


class _Index:
    """Collects forms (what is typed), terms (what forms have in common) and how much a term says about an entry."""

    def __init__(self, entries: list[Entry], said: SaidBy) -> None:
        self.entries = entries
        self.terms: dict[str, str] = {}  # form → term
        self.weights: dict[str, dict[int, float]] = defaultdict(dict)  # term → entry → weight
        self._kinds = [WEIGHTS.get(entry.soort, 1) for entry in entries]
        told = [said((*entry.names,), (*entry.texts,)) for entry in entries]
        for one in reversed(told):  # the first that gives a form its term is the one that counts
            self.terms.update(_by_form(one))
        for number, one in enumerate(told):
            is_own = _by_form(one).items() <= self.terms.items()
            found = _by_term(one) if is_own else _greatest((self.terms[form], weight) for form, _, weight in one)
            for term, weight in found.items():
                self.weights[term][number] = weight
        self._split_compounds()

    def _split_compounds(self) -> None:
        """Let a part of a compound lead to where the compound leads, for half its weight."""
        known = {form for form, term in self.terms.items() if len(form) >= SHORTEST_PART and term[0] != "="}
        changed = set[str]()
        for form in sorted(form for form in known if not _splits(form)[1].isdisjoint(known)):  # few of them
            whole = self.terms[form]
            for part in _parts(form, known):
                if (term := self.terms.setdefault(part, stem(part))) == whole:
                    continue
                leads = self.weights[term]
                changed.add(term)
                for number, weight in self.weights[whole].items():
                    if leads.get(number, 0) < weight / 2:
                        leads[number] = weight / 2
        for term in changed:
            self.weights[term] = dict(sorted(self.weights[term].items()))

    def _everywhere(self) -> Iterator[str]:
        """Yield the forms of words that tell nothing: the names of whom all is about, and what stands in many texts.

        A word of the second kind is nobody's name.
        """
        many = EVERYWHERE * len(self.entries)
        terms = {term for term, leads in self.weights.items() if len(leads) > many and max(leads.values()) < KEYWORD}
        whom = (name for entry in self.entries if entry.is_whom for name, whole, _ in entry.names if whole >= KEYWORD)
        terms |= {self.terms[word] for name in whom if len(of_one := words(name)) == 1 for word in of_one}
        yield from (form for form, term in self.terms.items() if term in terms)

    def as_data(self) -> dict[str, Any]:
        return {**self.words(), "gewichten": [self.leads(term) for term in self.numbered()]}

    def numbered(self) -> list[str]:
        """Return every term; its place in the list is its number."""
        return sorted(set(self.terms.values()))

    def words(self) -> dict[str, Any]:
        """Return the index but for where the terms lead."""
        numbers = {term: number for number, term in enumerate(self.numbered())}
        forms = sorted(self.terms)
        return {
            "stop": " ".join(sorted(STOP.union(self._everywhere()))),
            "vondsten": [[e.naam, e.titel, e.adres, e.zin, *filter(None, [e.taal])] for e in self.entries],
            "vormen": " ".join(forms),
            "termen": [numbers[self.terms[form]] for form in forms],
        }

    def leads(self, term: str) -> list[int]:
        """Return entry, weight, entry, weight …: a word that stands everywhere says less."""
        leads = self.weights[term]
        rare = math.log(1 + len(self.entries) / len(leads)) / math.log(1 + len(self.entries))
        factor = 1 if term.startswith("=") else rare
        found, kinds = list[int](), self._kinds
        for n, weight in leads.items():
            scaled = weight * (factor + 1) / 2 if weight >= KEYWORD else weight * factor
            if kept := round(10 * scaled * kinds[n]):
                found += (n, kept)
        return found


class _WhenMet(dict[int, list[int]]):
    """Where each term leads, by its number, once somebody asks."""

    def __init__(self, found: _Index) -> None:
        super().__init__()
        self._found, self._terms = found, found.numbered()

    def __missing__(self, number: int) -> list[int]:
        self[number] = leads = self._found.leads(self._terms[number])
        return leads


@once(size=1024)  # of an edition some three hundred; each takes some fifteen kB
def _by_form(said: Sequence[Said]) -> dict[str, str]:
    """Return the term of each form."""
    return {form: term for form, term, _ in said}


@once(size=1024)  # of an edition some three hundred; each takes some fifteen kB
def _by_term(said: Sequence[Said]) -> dict[str, float]:
    """Return the greatest weight of each term, where no other text gave a form another."""
    return _greatest((term, weight) for _, term, weight in said)


def _greatest(pairs: Iterable[tuple[str, float]]) -> dict[str, float]:
    found: dict[str, float] = {}
    for term, weight in pairs:
        if found.get(term, 0) < weight:
            found[term] = weight
    return found


def _parts(form: str, known: set[str]) -> tuple[str, ...]:
    """Return the parts of a compound: the longest end, when that or a long rest after a beginning is a known word."""
    ends, begins = tuple[str, ...](), tuple[str, ...]()
    for split in _splits(form)[0]:
        begin, end = split
        if end in known:
            if begin in known:
                return split
            if not ends and len(end) > SHORTEST_PART:
                ends = (end,)
        elif begin in known and len(end) >= SHORTEST_NEW_PART:
            begins = split
    return ends or begins


@cache
def _splits(form: str) -> tuple[list[tuple[str, str]], frozenset[str]]:
    """Return the ways to take a word apart in two, with or without an s between them, and all that comes of it."""
    cuts = range(SHORTEST_PART, len(form) - SHORTEST_PART + 1)
    splits = [(form[: cut - link], form[cut:]) for cut in cuts for link in (0, 1) if not link or form[cut - 1] == "s"]
    return splits, frozenset(piece for split in splits for piece in split)

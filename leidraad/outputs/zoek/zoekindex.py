"""Edition and its pages → the search: every word with where it leads, inflection and compounds worked out.

Three files: zoekvenster.json is what opens, zoekindex.json what can be found, and zoekwoorden.json what it is found by,
in the few bytes that the searcher in the browser takes apart (docs/assets/zoek/zoeker.js).
"""

import json
import math
import re
import string
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from itertools import accumulate, pairwise
from typing import Any

from leidraad.model.kinds import kind_of, listed
from leidraad.model.types.base import Blok
from leidraad.model.types.begrippen import Begrip
from leidraad.model.use.addresses import address, places
from leidraad.model.use.framework import Edition
from leidraad.model.use.markup import PLACEHOLDER, texts
from leidraad.model.use.names import fold, words
from leidraad.model.use.once import once
from leidraad.outputs.zoek.paginas import Page
from leidraad.render.block.fragment import Fragment, own_word, render_page
from leidraad.render.block.items import Item, item_of, items

WINDOW_PATH, PATH, WORDS_PATH = "zoekvenster.json", "zoekindex.json", "zoekwoorden.json"
# What is offered before anything is typed, by its address, where it is there.
OFFERED = {
    "Nu doen": (
        "afwegen/eerste-gesprek/",
        "afwegen/casus-zit-vast/",
        "afwegen/plan-kiezen/",
        "afwegen/terugblik/",
        "afwegen/verkennen/",
    ),
    "Samen en met het team": (
        "instrumenten/samen-kijken/",
        "instrumenten/zelfscan/",
        "bespreken/",
        "poster/",
        "begrippen/",
    ),
}
# How much a word says about what is found, by where it stands; a whole name counts more than a word of it.
NAME, OTHER_NAME, KEYWORD = 120, 100, 65
IN_NAME, IN_OTHER_NAME, IN_KEYWORD, IN_HEADING, IN_SUMMARY, IN_TEXT = 100, 50, 28, 28, 12, 3
INHERITED, SAME_NAME = 0.65, 0.8  # what a glossary word says of an item where there is more, or that it is a name of
USUAL_LENGTH = 500  # a text of so many words; in a shorter one a word says more
WEIGHTS = {kind.name: kind.weight for kind in listed()} | {
    "begrip met meer": 0.5,
    "pagina": 0.55,
    "pagina voor makers": 0.3,
}
OF_MAKERS = "eigen-leidraad/"  # what stands there speaks of everything, to who writes it
WHOM = "begrip:inwoner"  # nearly every question is about them: their names tell nothing beside another word
SHORTEST_PART, SHORTEST_NEW_PART = 4, 6
EVERYWHERE = 0.3  # of all that can be found
# Words that say nothing about what is looked for; as a part of a whole name they still count.
_STOP = """
aan al als bij daar dan dat de der deze die dit door een en er ge geen had heb hebben heeft hem het hier hij hoe hun ik
in is ja je jij jouw kan kun me meer met mijn naar nee niet nog nu of om ons ook op over te tot u uit uw van voor waar
was wat we wel wie wij word wordt worden zich zij zijn zo zou
"""
STOP = frozenset(_STOP.split())
_WORD = re.compile(r"[^\W_]+")
_LETTERS = string.digits + string.ascii_lowercase
_LINK_TARGET = re.compile(r"\]\([^)]*\)")
_DOUBLE = re.compile(r"([aeou])\1([^aeiou])$")  # motiveer and motiver, of motivatie and motiveren, are one
_LAW = {"wet", "wetten"}  # the stemmer brings them together with weten, weet
Names = tuple[tuple[str, float, float], ...]
Texts = tuple[tuple[str, int], ...]
Said = tuple[str, str, float]  # a form, the term that is its own unless another text gave it one, a weight
SaidBy = Callable[[Names, Texts], Sequence[Said]]


@dataclass
class Entry:
    """What can be found: how it is shown, and its words by weight."""

    soort: str
    naam: str
    titel: str
    adres: str
    kern: str
    names: list[tuple[str, float, float]] = field(default_factory=list)
    texts: list[tuple[str, int]] = field(default_factory=list)
    taal: str = ""
    is_whom: bool = False


def files(edition: Edition, pages: Sequence[Page], said: SaidBy | None = None) -> Iterator[tuple[str, bytes]]:
    """Yield the index; `said` may stand in for `said_by`, and remember what that gave."""
    whole = index(edition, pages, said)
    shown = {name: whole[name] for name in ("soorten", "vondsten")}
    window = _window(edition, whole["vondsten"])
    for path, held in ((WINDOW_PATH, window), (PATH, shown), (WORDS_PATH, pressed(whole))):
        yield path, json.dumps(held, ensure_ascii=False, separators=(",", ":")).encode()


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


def index(edition: Edition, pages: Sequence[Page] = (), said: SaidBy | None = None) -> dict[str, Any]:
    """Return the index: what can be found, every known form, the term of each, and where each term leads.

    Without pages it holds the items alone, with the same weights.
    """
    return _Index([*_entries(edition, pages)], said or said_by).as_data()


def to_ask(edition: Edition, said: SaidBy | None = None) -> dict[str, Any]:
    """Return the same without pages, for who asks a few questions: where a term leads is worked out when it is met.

    `said` may stand in for `said_by`, and remember what that gave.
    """
    found = _Index([*_entries(edition, ())], said or said_by)
    return {**found.words(), "gewichten": _WhenMet(found)}


def _window(edition: Edition, vondsten: Iterable[Sequence[Any]]) -> str:
    """Return the window of the search, with what is offered to who has not typed anything yet."""
    titles = {adres: titel for _, titel, adres, *_ in vondsten}
    offered = {
        heading: [(one, titles[one], "") for one in addresses if one in titles]
        for heading, addresses in OFFERED.items()
    }
    return render_page("outputs/zoek/venster.html", groepen=offered | {"Factoren": _parts_of_the_map(edition)})


def _parts_of_the_map(edition: Edition) -> list[tuple[str, str, str]]:
    """Return every starting point and factor: its address, its title, and the lane that gives it a colour."""
    f, kern = Fragment(edition, ""), edition.framework.kern
    ids = (*kern.startpunten, *kern.factoren)
    return [(address(f.kind_of(id_), id_), f.part(id_).titel, f.lane(id_)) for id_ in ids]


def pressed(whole: Mapping[str, Any]) -> list[str]:
    """Return what is found by, in four texts: stop words, forms, the term of each form, where each term leads.

    A form is how many letters it shares with the one before it, and the rest. A term that was not met before is
    nothing, another its number. What a term leads to are pairs of signs: steps from entry to entry, and weights.
    """
    forms = [_after(before, form) for before, form in pairwise(["", *whole["vormen"].split(" ")])]
    numbers: dict[int, int] = {}
    terms = [_numeral(numbers[term]) if term in numbers else _new(numbers, term) for term in whole["termen"]]
    leads = [_signs(whole["gewichten"][term]) for term in numbers]
    return [whole["stop"], *(" ".join(row) for row in (forms, terms, leads))]


@lru_cache(maxsize=65536)  # editions share most words, and so what comes after what
def _after(before: str, form: str) -> str:
    """Return how many letters a form shares with the one before it, and the rest."""
    most = min(len(form), len(before), len(_LETTERS) - 1)
    shared = next((place for place in range(most) if form[place] != before[place]), most)
    return _LETTERS[shared] + form[shared:]


def _new(numbers: dict[int, int], term: int) -> str:
    numbers[term] = len(numbers)
    return ""


def _numeral(number: int) -> str:
    """Return a number in base 36."""
    return (_numeral(number // 36) if number >= 36 else "") + _LETTERS[number % 36]


def _signs(leads: Sequence[int]) -> str:
    """Return the sign of each number: no space, and of one byte as far as those go."""
    signs, before = [number + 35 for number in leads], 0
    for place in range(0, len(leads), 2):
        signs[place] -= before
        before = leads[place]
    return "".join(map(chr, signs))


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
        kinds = sorted({entry.naam for entry in self.entries})
        return {
            "soorten": kinds,
            "stop": " ".join(sorted(STOP.union(self._everywhere()))),
            "vondsten": [
                [kinds.index(e.naam), e.titel, e.adres, e.kern, *filter(None, [e.taal])] for e in self.entries
            ],
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


@lru_cache(maxsize=4096)  # editions share most of what can be found
def said_by(names: Names, texts: Texts) -> tuple[Said, ...]:
    """Return every form in the names and texts of an entry once, with its greatest weight."""
    found: dict[str, tuple[str, float]] = {}
    for form, term, weight in (*_in_names(names), *_in_texts(texts)):
        first, most = found.get(form, (term, 0.0))
        found[form] = first, max(most, weight)
    return tuple((form, term, weight) for form, (term, weight) in found.items())


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


def _in_names(names: Iterable[tuple[str, float, float]]) -> Iterator[Said]:
    for text, whole, part in names:
        pairs = _pairs(text, all_words=True)
        if len(pairs) == 1:
            yield pairs[0][0], stem(pairs[0][1]), whole
        elif pairs:
            joined = "".join(word for word, _ in pairs)
            yield joined, f"={joined}", whole
            telling = [pair for pair in pairs if pair[0] not in STOP]
            yield from ((word, stem(original), part / math.sqrt(len(telling))) for word, original in telling)


def _in_texts(texts: Iterable[tuple[str, int]]) -> Iterator[Said]:
    for text, weight in texts:
        pairs = [pair for line in text.split("\n") for pair in _pairs(line)]
        shorter = min(2, max(1, math.sqrt(USUAL_LENGTH / (len(pairs) or 1)))) if weight == IN_TEXT else 1
        first = dict(reversed(pairs))
        yield from ((word, stem(original), weight * shorter) for word, original in first.items())


@lru_cache(maxsize=16384)  # of a page that is another, most lines are not
def _pairs(text: str, *, all_words: bool = False) -> tuple[tuple[str, str], ...]:
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


def _entries(edition: Edition, pages: Sequence[Page]) -> Iterator[Entry]:
    found = {item.reference: item for item in items(edition)}
    there = {page.adres for page in pages}
    for route in edition.framework.routes.values():
        if not pages or address("route", route.id) in there:
            item = item_of(edition, kind_of("route"), route)
            found.setdefault(item.reference, item)
    for punt in edition.framework.of("wetspunt").values():
        if not pages or address("wetspunt", punt.id).partition("#")[0] in there:
            item = item_of(edition, kind_of("wetspunt"), punt)
            found[item.reference] = item
    extra: dict[str, list[tuple[str, float, float]]] = defaultdict(list)
    folded: set[str] = set()
    linked: set[str] = set()
    for (ref, target), part in sorted(_same(edition, found).items()):
        item = found[ref]
        same = _stems(item.titel) == _stems(found[target].titel)
        part = 1 if same else part
        extra[target] += [(name, OTHER_NAME * part, IN_OTHER_NAME * part) for name in (item.titel, *item.ook)]
        extra[target] += [(name, KEYWORD * part, IN_KEYWORD * part) for name in item.zoekwoorden]
        (folded if same else linked).add(ref)
    for ref, item in found.items():
        if ref not in folded:
            entry = _entry(edition, item, extra[ref])
            yield replace(entry, soort="begrip met meer") if ref in linked else entry
    yield from _pages(pages, list(found.values()))


def _same(edition: Edition, found: Mapping[str, Item]) -> dict[tuple[str, str], float]:
    """Return how much the words of a glossary word say of an item: where it is a name of it, or says there is more."""
    named: dict[str, list[str]] = defaultdict(list)
    for ref, item in found.items():
        word = kind_of(item.soort).word
        for name in (item.titel, *item.ook) if word else ():
            named[_stems(name)].append(ref)
        begins = accumulate(_stems(item.titel).split(" "), "{} {}".format)
        for begin in begins if word == "beginning" else ():
            named[begin].append(ref)
    links: dict[tuple[str, str], float] = {}
    for begrip in edition.framework.begrippen.values():
        ref = f"begrip:{begrip.id}"
        if begrip.zie and begrip.zie in found:
            links[ref, begrip.zie] = INHERITED
        links |= {(ref, item): SAME_NAME for item in named[_stems(begrip.term)]}
    return links


@lru_cache(maxsize=4096)
def _stems(text: str) -> str:
    return " ".join(stem(original) for _, original in _pairs(text, all_words=True))


def _entry(edition: Edition, item: Item, extra: list[tuple[str, float, float]]) -> Entry:
    names = [(item.titel, NAME, IN_NAME)]
    names += [(name, OTHER_NAME, IN_OTHER_NAME) for name in (*item.ook, *_own_words(edition, item.reference))]
    names += [(name, KEYWORD, IN_KEYWORD) for name in item.zoekwoorden]
    entry = Entry(item.soort, item.naam, item.titel, address(item.soort, item.id), item.samenvatting)
    entry.names += names + extra
    entry.is_whom = WHOM in (item.reference, getattr(item.blok, "zie", None))
    if isinstance(item.blok, Begrip) and item.titel in item.blok.engels:
        entry.taal = "en"
    entry.texts.append((item.samenvatting, IN_SUMMARY))
    for aanvulling in edition.aanvullingen_bij(item.reference):
        entry.names.append((aanvulling.titel, KEYWORD, IN_KEYWORD))
        entry.texts.append((_text(edition, aanvulling), IN_TEXT))
    if item.blok is not None:
        entry.texts.append((_text(edition, item.blok), IN_TEXT))
    return entry


def _own_words(edition: Edition, reference: str) -> tuple[str, ...]:
    woorden = edition.gemeente.woorden
    own = {
        "begrip:inwoner": woorden.inwoner,
        "begrip:professional": woorden.professional,
        "begrip:leidend-gedragsprincipe": woorden.principe,
    }
    return (own[reference].enkelvoud, own[reference].meervoud) if reference in own else ()


@once(size=2048)  # the blocks of the core, and those of some editions
def _joined(block: Blok) -> str:
    return _LINK_TARGET.sub("]", " ".join(texts(block)))


def _text(edition: Edition, block: Blok) -> str:
    joined = _joined(block)
    return joined if "((" not in joined else PLACEHOLDER.sub(lambda match: own_word(edition, match[1]), joined)


def _pages(pages: Iterable[Page], found: list[Item]) -> Iterator[Entry]:
    """Yield the pages that are no item themselves; what they show of an item is the item's."""
    addresses = {place for item in found for place in places(item.soort, item.id)}
    for page in pages:
        if page.adres in addresses:
            continue
        of_an_item = {
            ids: any(f"{page.adres}#{id_}" in addresses for id_ in ids) for ids in {ids for ids, _ in page.teksten}
        }
        own = (text for ids, text in page.teksten if not of_an_item[ids])
        soort = "pagina voor makers" if page.adres.startswith(OF_MAKERS) else "pagina"
        entry = Entry(soort, "pagina", page.titel, page.adres, page.omschrijving, [(page.titel, NAME, IN_NAME)])
        entry.names += [(kop, KEYWORD, IN_HEADING) for kop in page.koppen]
        entry.texts += [(page.omschrijving, IN_KEYWORD), ("\n".join(own), IN_TEXT)]
        yield entry

"""The search, over all that a reader can read: each thing is found by the words that it alone has."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from leidraad.model.kinds import KINDS
from leidraad.model.types.base import Blok
from leidraad.model.types.gemeente import Aanvulling
from leidraad.model.types.routes import Voorbeeldloop
from leidraad.model.use.addresses import address
from leidraad.model.use.framework import Edition
from leidraad.outputs.zoek.vondsten import _joined, _same
from leidraad.outputs.zoek.woorden import pairs_in, stem
from leidraad.outputs.zoek.zoeken import Searcher
from leidraad.render.block.items import items
from tests.site.pages import EDITIONS, FRAMEWORK
from tests.site.zoekbestanden import index_in

SHORTEST = 4
FIRST = 3
READ = {kind.name for kind in KINDS if kind.address} | {"loop", "aanvulling"}


def read_in(edition: Edition) -> dict[tuple[str, str], Blok]:
    """Return everything with a text for a reader, by kind and id."""
    held = (FRAMEWORK.items, edition.lokaal.items)
    return {(kind, id_): one for of in held for kind in READ for id_, one in of.get(kind, {}).items()}


def alone(blocks: dict[tuple[str, str], Blok]) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield each word that stands in one thing, in whatever form, and in no other."""
    holders = defaultdict[str, dict[tuple[str, str], str]](dict)
    for key, block in blocks.items():
        for form, original in pairs_in(_joined(block)):
            holders[stem(original)].setdefault(key, form)
    for held in holders.values():
        for key, form in held.items():
            if len(held) == 1 and len(form) >= SHORTEST and not form.isdigit():
                yield key, form


def leads_to(key: tuple[str, str], block: Blok, same: dict[str, set[str]]) -> set[str]:
    """Return the addresses where a thing is read: what has no entry of its own in the search, by its page."""
    kind, id_ = key
    if isinstance(block, Voorbeeldloop):
        return {f"{address('route', block.route)}#{id_}"}
    if isinstance(block, Aanvulling):
        return {address(*block.bij.split(":"))}
    place = address(kind, id_)
    page = {place.partition("#")[0]} if kind in ("bron", "onderzoek", "zoekactie") else set[str]()
    return {place} | page | {address(*ref.split(":")) for ref in same[f"{kind}:{id_}"]}


@pytest.mark.parametrize("edition", EDITIONS)
def test_each_thing_is_found_by_its_own_words(site: Path, edition: str) -> None:
    """Of every kind, the worked walks too: among the first three, but for one word in twenty."""
    whole = Edition(FRAMEWORK, FRAMEWORK.gemeenten[EDITIONS[edition].id])
    same = defaultdict[str, set[str]](set)
    for ref, other in _same(whole, {item.reference: item for item in items(whole)}):
        same[ref].add(other)
    blocks, index = read_in(whole), index_in(site / edition)
    searcher, asked, missed = Searcher(index), Counter[str](), defaultdict[str, list[str]](list)
    for key, word in alone(blocks):
        asked[key[0]] += 1
        found = [index["vondsten"][number][2] for number in searcher.search(word)[:FIRST]]
        if leads_to(key, blocks[key], same).isdisjoint(found):
            missed[key[0]].append(f"«{word}» → {':'.join(key)}; wel: {found}")
    print(f"\nzoeken: {edition} {sum(asked.values())} eigen woorden, {sum(map(len, missed.values()))} niet vooraan")
    assert READ - asked.keys() <= {"aanvulling", "principe"}
    assert {kind: words for kind, words in missed.items() if len(words) > 1 + asked[kind] / 20} == {}

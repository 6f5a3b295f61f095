"""What is remembered of editions is let go in time, however much was read to make it."""

import random
import time
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from markupsafe import escape

from leidraad.model.types.keuze import KeuzeInGesprek
from leidraad.model.use import marks
from leidraad.model.use.framework import Edition, OwnText
from leidraad.model.use.seen.answers import ANSWERS
from leidraad.model.use.seen.memory import Memory
from leidraad.model.use.seen.reader import Reader
from leidraad.model.use.version import version_at
from leidraad.model.yaml.problem import NOWHERE
from leidraad.render.activiteiten.activiteiten import naast_elkaar
from leidraad.render.block.fragment import Fragment
from leidraad.render.gemeente.gemeente import wet
from leidraad.render.onderdelen.onderdelen import factor, stap
from leidraad.render.routes.gids import route
from tests.frameworks import REAL, SMALL

QUESTIONS = 3000


class _Saying(Reader):
    """A reader that answers the last of many questions with a number."""

    says = 0


def _reader(memory: Memory) -> _Saying:
    edition = Edition(SMALL, next(iter(SMALL.gemeenten.values())))
    return _Saying(edition, version_at(edition, Path("x")), memory)


def _made_of_much(reader: _Saying) -> str:
    for number in range(QUESTIONS):
        reader.ask("vraag", number)
    return f"antwoord {reader.says}"


def test_what_is_used_again_stays_and_the_rest_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    """A long way to what was made is kept and let go as quickly as a short one."""
    monkeypatch.setitem(ANSWERS, "vraag", lambda reader, number: reader.says if number == QUESTIONS - 1 else 0)
    memory, made = Memory(), list[int]()

    def recalled(answer: int) -> str:
        reader = _reader(memory)

        def make() -> str:
            made.append(answer)
            return _made_of_much(reader)

        reader.says = answer
        return reader.recall("tekst", make)

    start = time.process_time()
    for turn in range(2 * Memory.SWEPT + Memory.ONCE + 1):
        memory.next_turn()
        assert recalled(0) == "antwoord 0"
        if turn == 1:
            assert recalled(1) == "antwoord 1"
    assert made == [0, 1]
    recalled(1)
    assert made == [0, 1, 1]
    recalled(0)
    assert made == [0, 1, 1]
    for _ in range(Memory.SHARED + Memory.SWEPT + 1):
        memory.next_turn()
    assert memory.roots == {}
    assert time.process_time() - start < 5


def test_an_own_text_on_the_law_is_the_same_from_the_stencil_and_from_the_engine() -> None:
    """An engine begins each block of HTML on a line of its own, so a fragment does so itself."""
    lokaal = next(iter(SMALL.gemeenten.values()))
    texts = {**lokaal.teksten, "wet": OwnText("wet", "Eigen tekst.", NOWHERE)}
    assert "</div>\n<details>" in wet(Edition(SMALL, replace(lokaal, teksten=texts)))


def test_words_are_counted_as_they_are_filled_in() -> None:
    """A word of a municipality's own may be several, whoever reads the edition."""
    (lokaal, *_) = SMALL.gemeenten.values()
    woorden = lokaal.gemeente.woorden
    own = woorden.model_copy(update={"inwoner": woorden.inwoner.model_copy(update={"enkelvoud": "mens < & co"})})
    edition = Edition(SMALL, replace(lokaal, gemeente=lokaal.gemeente.model_copy(update={"woorden": own})))
    read = Reader(edition, version_at(edition, Path("x")), Memory()).edition

    def html(one: Edition) -> str:
        return f'<p title="{escape(one.gemeente.naam)}">Een {escape(one.gemeente.woorden.inwoner.enkelvoud)} leest.</p>'

    assert html(read) != html(edition)
    assert read.words(html(read)) == edition.words(html(edition)) == 6


def test_a_text_is_cut_quickly_as_it_is_cut_with_care(monkeypatch: pytest.MonkeyPatch) -> None:
    """A mark that looks otherwise, or what is left of one, is passed by in no text."""
    made = random.Random(19)  # noqa: S311  # the same ones each time
    left = (
        marks.OPEN,
        marks.CLOSE,
        "%EF%A3%B0",
        "%EF%A3",
        "\\uf8f0a",
        "&#63728;",
        "&#xF8F0;",
        "&#39;",
        "tekst",
        "naam",
    )
    forms = [marks.through(chain, marks.mark("naam")) for chain in marks._FORMS.values()]
    texts = ["".join(made.choices([*left, *made.sample(forms, 4)], k=made.randint(1, 5))) for _ in range(5000)]

    def cut() -> list[object]:
        found = list[object]()
        for text in texts:
            try:
                found.append(marks.cut(text))
            except marks.StrayMarkError:
                found.append(None)
        return found

    quick = cut()
    monkeypatch.setattr(marks, "_UNUSUAL", ("",))
    assert quick == cut()
    assert 500 < quick.count(None) < 4500


@pytest.mark.parametrize("left", [marks.OPEN, marks.CLOSE, "%EF%A3%B", "\\uf8f0a", "&#xF8F0;", "&#63728;"])
def test_what_is_left_of_a_mark_is_an_error(left: str) -> None:
    """Nothing of a mark may end up in a page."""
    with pytest.raises(marks.StrayMarkError):
        marks.cut(f"een {left} twee {marks.mark('naam')}")


def test_what_is_asked_again_counts_as_read() -> None:
    """What was made of something that was remembered in the same edition, read what that read."""
    memory = Memory()
    edition = Edition(SMALL, next(iter(SMALL.gemeenten.values())))
    readers = [Reader(edition, version_at(edition, Path("x")), memory) for _ in range(2)]
    for one in readers:
        one.recall("binnen", partial(one.ask, "number", "of", "principe"))
        one.recall("buiten", partial(one.recall, "binnen", str))
    asked = {key: [query[0] for query, _ in found[1].values()] for key, found in readers[1]._recalled.items()}
    assert asked["buiten"] == asked["binnen"] != []


def test_a_piece_follows_what_was_explained_before_it() -> None:
    """A glossary word is explained once in a section, also where its second place stands in what is remembered."""
    word = next(begrip.term for begrip in SMALL.begrippen.values() if begrip.markeren)
    memory, made = Memory(), list[str]()

    def told(edition: Edition, before: str) -> str:
        f = Fragment(edition, "proef")

        def piece() -> str:
            made.append(before)
            return str(f.inline(f"Over {word}."))

        return f"{f.inline(before)}{f.piece('stuk', 'een', piece)}{f.inline(f'Weer {word}.')}"

    befores = ["Niets.", f"Eerst {word}."] * 4
    remembered = [told(_reader(memory).edition, before) for before in befores]
    assert len(made) == 3  # the first time it is not known which words are in it
    assert remembered == [told(_reader(memory).real, before) for before in befores]


def test_what_is_remembered_is_not_of_another_choice() -> None:
    """What others made before is what nobody made: a piece reads what it shows, or is made of it."""
    lokaal = REAL.gemeenten["voorbeeldstad"]
    gesprek = lokaal.keuze.gesprek
    other = gesprek.model_copy(
        update={key: tuple(reversed(getattr(gesprek, key))) for key in type(gesprek).model_fields}
    )

    def pages(memory: Memory, chosen: KeuzeInGesprek) -> list[str]:
        edition = Edition(REAL, replace(lokaal, keuze=lokaal.keuze.model_copy(update={"gesprek": chosen})))
        read = Reader(edition, version_at(edition, Path("x")), memory).edition
        shown = [factor(read, id_) for id_ in REAL.factoren] + [stap(read, id_) for id_ in REAL.stappen]
        return [*shown, *(route(read, id_) for id_ in REAL.routes), naast_elkaar(read)]

    shared = Memory()
    for _ in range(3):  # the first time it is not known which words are in a piece
        pages(shared, gesprek)
    assert pages(shared, other) == pages(Memory(), other)

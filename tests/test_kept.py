"""What an earlier run kept of an edition is taken when it would be made of the same, and is never more than texts."""

import os
import pickle
import zlib
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from leidraad.editions import kept
from leidraad.editions.kept import Kept
from leidraad.model.reading import memory
from leidraad.model.use.framework import Edition
from leidraad.model.use.marks import later
from leidraad.model.use.seen import later as filled_later
from leidraad.model.use.seen.pieces import Pieces
from leidraad.model.use.seen.reader import Reader
from leidraad.model.use.version import version_at
from leidraad.outputs import leidraad_json
from leidraad.outputs.zoek import woorden
from leidraad.outputs.zoek.woorden import said_by
from leidraad.render.block import fragment
from leidraad.render.block.fragment import Fragment
from leidraad.render.routes.gids import route_meer
from tests.frameworks import SMALL

KEY, OTHER = b"a" * 32, b"b" * 32
LOKAAL = next(iter(SMALL.gemeenten.values()))
EDITION = Edition(SMALL, LOKAAL)
SLUG = LOKAAL.gemeente.id
NEWEST = version_at(EDITION, Path("x"))
NAMES, TEXTS = (("Samen kijken", 1.0, 1.0),), (("Wat je samen ziet", 3),)


class _Harm:
    """Asks to have something done."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, ("kwaad",)


def _run(shelf: Path, key: bytes, edition: Edition) -> tuple[bytes, bool]:
    """Make a text of the name and the principles of an edition, as a run of a build does; was it made anew?"""
    made, held = list[str](), Kept()
    held.next_turn()
    held.take(edition, shelf, key)
    reader = Reader(edition, version_at(edition, Path("x")), held.memory)

    def make() -> Pieces:
        made.append("nu")
        titles = [item.titel for item in reader.edition.principes_bij(stap="kijken")]
        return Pieces(f"{reader.edition.gemeente.naam}: {titles}, {len(reader.edition.lokaal.gedragsprincipes)}")

    text = reader.recall(("bladzijde", 1), make).filled(reader)
    assert [*map(tuple, held.said_by(NAMES, TEXTS))] == [*said_by(NAMES, TEXTS)]
    held.keep(edition, shelf, key)
    return text, bool(made)


@pytest.fixture(autouse=True)
def _all_is_kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(kept, "MANY", 0)
    monkeypatch.chdir(tmp_path)


def test_what_reads_the_same_is_taken(tmp_path: Path) -> None:
    """Another name is filled in; another principle is read, and so it is made anew."""
    text, is_new = _run(tmp_path, KEY, EDITION)
    assert is_new
    assert _run(tmp_path, KEY, EDITION) == (text, False)
    gemeente = LOKAAL.gemeente.model_copy(update={"naam": "Elders"})
    assert _run(tmp_path, KEY, Edition(SMALL, replace(LOKAAL, gemeente=gemeente))) == (
        text.replace(LOKAAL.gemeente.naam.encode(), b"Elders"),
        False,
    )
    fewer = dict([*LOKAAL.gedragsprincipes.items()][1:])
    assert _run(tmp_path, KEY, Edition(SMALL, LOKAAL.having("principe", fewer)))[1]
    assert _run(tmp_path, OTHER, EDITION) == (text, True)


@pytest.mark.parametrize("name", [f"{SLUG}.onthouden", ".kern.onthouden"])
def test_a_file_that_is_wrong_is_the_same_as_none(tmp_path: Path, name: str) -> None:
    """Cut off, turned, empty, of something else, or made to do harm: the text is what it is, and nothing is done."""
    text, _ = _run(tmp_path, KEY, EDITION)
    file = tmp_path / name
    whole = file.read_bytes()
    wrong = [b"", whole[:-9], whole[:80] + bytes([whole[80] ^ 1]) + whole[81:]]
    for held in wrong:
        file.write_bytes(held)
        assert _run(tmp_path, KEY, EDITION)[0] == text
    core, _ = kept._read(tmp_path / ".kern.onthouden", KEY)
    page = ("bladzijde", 1)
    others: list[object] = [_Harm(), [_Harm()], ([], [(page, [], 3)], _Harm()), 3, ([], [], {})]
    others += [
        ([], {}, 3, {}),
        ([], {}, {}, {page: 3}),
        ([], {page: 3}, {}, {}),
        ([], {page: [([(9, 9)], b"")]}, {}, {}),
    ]
    for other in (*others, (core, {"bladzijden": 3})):
        memory.keep(file, KEY, zlib.compress(pickle.dumps(other)))
        assert _run(tmp_path, KEY, EDITION)[0] == text
        assert [type(content) for _, content in leidraad_json.files(EDITION, NEWEST)] == [bytes, bytes]
        assert woorden.stem("bladzijden") == "bladzijd"
    assert not (tmp_path / "kwaad").exists()


def _named(reader: Reader) -> Pieces:
    return Pieces(reader.edition.gemeente.naam)


def test_of_two_editions_each_keeps_what_was_of_use_to_it(tmp_path: Path) -> None:
    """What was made for the one before it too, but nothing that was only of use there."""
    held = Kept()
    for page in (1, 2), (1, 3):
        held.next_turn()
        held.take(EDITION, tmp_path, KEY)
        reader = Reader(EDITION, version_at(EDITION, Path("x")), held.memory)
        make = partial(_named, reader)
        for number in page:
            reader.recall(("bladzijde", number), make)
        held.keep(EDITION, tmp_path, KEY)
    _, made, *_ = kept._read(tmp_path / f"{SLUG}.onthouden", KEY)
    assert sorted(made) == [("bladzijde", 1), ("bladzijde", 3)]
    assert [len(ways) for ways in made.values()] == [1, 1]


def test_what_was_read_in_a_file_is_kept_as_text(tmp_path: Path) -> None:
    """A question that names what the author wrote, such as an answer of a worked walk, is taken by the next run."""
    made, (id_, *_) = list[str](), SMALL.routes

    def run(held: Kept) -> None:
        held.take(EDITION, tmp_path, KEY)
        reader = Reader(EDITION, version_at(EDITION, Path("x")), held.memory)

        def make() -> Pieces:
            made.append(id_)
            return Pieces(route_meer(reader.edition, id_))

        reader.recall(("route", id_), make)
        held.keep(EDITION, tmp_path, KEY)

    run(Kept())
    run(Kept())
    assert made == [id_]


def test_what_a_page_is_made_of_is_kept_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that changed takes its pieces from the run before, also where glossary words are explained in them."""
    made = list[str]()

    def run(title: str) -> str:
        monkeypatch.setattr(fragment, "words_in", {})  # as another run begins
        held = Kept()
        held.next_turn()
        held.take(EDITION, tmp_path, KEY)
        reader = Reader(EDITION, version_at(EDITION, Path("x")), held.memory)

        def noted(name: str, text: str) -> str:
            made.append(name)
            return text

        def make() -> Pieces:
            made.append(title)
            f = Fragment(reader.edition, "proef")
            row = reader.edition.remembered("rij", (), lambda: noted("rij", "Rij."))
            piece = f.piece("stuk", "een", lambda: noted("stuk", f.inline("Over maatwerk.")))
            return Pieces(f"{title} {row} {piece} {f.inline('Weer maatwerk.')}")

        text = reader.recall(("bladzijde", title), make).filled(reader).decode()
        held.keep(EDITION, tmp_path, KEY)
        return text

    first = run("Een")
    assert run("Twee") == first.replace("Een", "Twee", 1)
    assert run("Drie") == first.replace("Een", "Drie", 1)
    assert made == [
        "Een",
        "rij",
        "stuk",
        "Twee",
        "stuk",
        "Drie",
    ]  # the first time it is not known which words are in it


def test_what_cannot_be_taken_is_made_anew(tmp_path: Path) -> None:
    """One thing in a file that is no text says nothing of the rest; nothing is done for it."""
    text, _ = _run(tmp_path, KEY, EDITION)
    file = tmp_path / f"{SLUG}.onthouden"
    things, made, *rest = kept._read(file, KEY)
    wrong = {key: [(asked, pickle.dumps(_Harm())) for asked, _ in ways] for key, ways in made.items()}
    memory.keep(file, KEY, zlib.compress(pickle.dumps((things, wrong, *rest))))
    assert _run(tmp_path, KEY, EDITION) == (text, True)
    assert not (tmp_path / "kwaad").exists()


def test_what_is_made_of_an_address_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A QR code is drawn once for its address; another address has another."""
    made = list[str]()

    def draw(url: str) -> str:
        made.append(url)
        return f"[{url}]"

    def run(key: bytes, path: str) -> bytes:
        held = Kept()
        held.next_turn()
        held.take(EDITION, tmp_path, key)
        text = Pieces(later("qr", path)).filled(Reader(EDITION, NEWEST, held.memory))
        held.keep(EDITION, tmp_path, key)
        return text

    monkeypatch.setitem(filled_later.LATER, "qr", draw)
    first = run(KEY, "een/")
    assert run(KEY, "een/") == first
    assert run(KEY, "twee/") != first
    assert run(OTHER, "een/") == first
    assert made == [NEWEST.newest_url(path) for path in ("een/", "twee/", "een/")]


def test_no_word_is_taken_apart_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a word has in common with its other forms is kept with what is the core's."""
    woorden.stem("bladzijden")
    _run(tmp_path, KEY, EDITION)
    monkeypatch.setattr(woorden, "stems", woorden._Stems())
    Kept().take(EDITION, tmp_path, KEY)
    monkeypatch.setattr(woorden, "_stemmer", lambda: pytest.fail("asked again"))
    assert woorden.stem("bladzijden") == "bladzijd"


def test_little_that_was_made_anew_is_kept_the_first_time_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Beside others an edition makes little itself; the next build would still have to make all of it."""
    monkeypatch.setattr(kept, "MANY", 500)
    _run(tmp_path, KEY, EDITION)
    file = tmp_path / f"{SLUG}.onthouden"
    first = file.stat().st_mtime_ns
    assert not _run(tmp_path, KEY, EDITION)[1]
    assert file.stat().st_mtime_ns == first

"""What was made of an edition → a file of its own, from which the next run takes what would be made of the same.

A file stands for all of the core, the pages, the machine and how it was asked. Of what it holds nothing is made but
texts, whoever wrote it; one that is old, broken or of something else is the same as none.
"""

import io
import pickle
import zlib
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from markupsafe import Markup
from pydantic import TypeAdapter

from leidraad.model.reading import memory
from leidraad.model.use.framework import Edition
from leidraad.model.use.seen.memory import Memory, things
from leidraad.model.use.seen.pieces import Pieces
from leidraad.outputs import leidraad_json
from leidraad.outputs.dias import dias
from leidraad.outputs.zoek import woorden
from leidraad.outputs.zoek.paginas import Gap, Read
from leidraad.outputs.zoek.woorden import Names, Said, Texts, said_by
from leidraad.render.block import fragment

_CORE = ".kern.onthouden"
_OF_THE_CORE: Sequence[Any] = (dias.made, leidraad_json.core_text, leidraad_json.schema_text)  # each is made `once`
_SHAPE = TypeAdapter(tuple[tuple[list[dias.Deck], bytes, bytes], dict[str, str]])  # what they make, and the stems
MANY = 500  # that were made anew since they were taken: fewer are not worth writing all of it
_MADE = {(kind.__module__, kind.__qualname__): kind for kind in (Pieces, Read, Gap, Markup, date, fragment.Piece)}
_PATHS = ("PosixPath", "WindowsPath")


class _Texts(pickle.Unpickler):
    """Makes texts, and nothing else: no file can have anything done."""

    def find_class(self, module: str, name: str) -> Any:
        """Return what holds texts."""
        if (module, name) in {("pathlib", path) for path in _PATHS}:
            return type(Path())
        if (module, name) not in _MADE:
            raise pickle.UnpicklingError(f"{module}.{name}")
        return _MADE[module, name]


class Kept:
    """What is remembered of the editions of this run, what texts say to the search, and what is the core's."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self.memory = Memory()
        self._said: dict[bytes, Sequence[Said]] = {}
        self._met: list[tuple[Names, Texts, Sequence[Said]]] = []
        self._plain: dict[int, Any] = {}  # what has a number, in texts alone
        self._is_begun = self._is_taken = False

    def next_turn(self) -> None:
        """Begin another edition."""
        self.memory.next_turn()
        self._met = []

    def said_by(self, names: Names, texts: Texts) -> Sequence[Said]:
        """Return what the search's own gives, remembered from an earlier run."""
        found = (self._said and self._said.get(_of(names, texts))) or said_by(names, texts)
        self._met.append((names, texts, found))
        return found

    def take(self, edition: Edition, shelf: Path, key: bytes) -> None:
        """Remember what an earlier run kept of an edition and of the core, if it was made of the same."""
        self._said, self._is_taken = {}, False
        with suppress(Exception):  # none, or one of somebody else: then it is made
            if not self._is_begun:
                self._is_begun = True
                held, stems = _SHAPE.validate_python(_read(shelf / _CORE, key), strict=True)
                for make, made in zip(_OF_THE_CORE, held, strict=True):
                    make.hold(edition.framework, made)
                woorden.stems.update(stems)
        with suppress(Exception):
            held, made, said, words = _read(_file(shelf, edition), key)
            words_in, said_by_texts = {piece: frozenset(ones) for piece, ones in words.items()}, dict(said)
            self.memory.take(held, made, _loaded)
            fragment.words_in.update(words_in)
            self._said, self._is_taken = said_by_texts, True
        self.memory.made = 0

    def keep(self, edition: Edition, shelf: Path, key: bytes) -> None:
        """Keep what was of use for the edition that was made last, unless nearly all of it was taken from there."""
        if not memory.kept(shelf / _CORE, key):
            held = tuple(make(edition.framework) for make in _OF_THE_CORE)
            _write(shelf / _CORE, key, (held, dict(woorden.stems)))
        if self._is_taken and self.memory.made <= MANY:
            return
        places = _Places()
        made: dict[Any, list[Any]] = {}
        for one, asked, value in self.memory.used:
            if isinstance(one, tuple):  # a page, a part of one, or what is read of a block
                steps = [(places[query], places[answer]) for query, (_, answer) in asked.items()]
                made.setdefault(_plain(one), []).append((steps, pickle.dumps(value, pickle.HIGHEST_PROTOCOL)))
        known = things()
        self._plain |= {number: _plain(known[number]) for number in places.keys() - self._plain.keys()}
        said = {_of(names, texts): found for names, texts, found in self._met}
        words = {_plain(piece): held for piece, held in fragment.words_in.items()}
        _write(_file(shelf, edition), key, ([self._plain[number] for number in places], made, said, words))


class _Places(dict[int, int]):
    """Where the file says what has a number."""

    def __missing__(self, number: int) -> int:
        self[number] = place = len(self)
        return place


def _of(names: Names, texts: Texts) -> bytes:
    return sha256(repr((names, texts)).encode()).digest()


def _plain(thing: Any) -> Any:
    """Return it in texts alone: one that was read from a file knows its place there, and cannot be taken again."""
    if isinstance(thing, tuple | frozenset):
        return (tuple if isinstance(thing, tuple) else frozenset)(map(_plain, thing))
    return str(thing) if isinstance(thing, str) else thing


def _file(shelf: Path, edition: Edition) -> Path:
    return shelf / f"{edition.gemeente.id}.onthouden"


def _read(file: Path, key: bytes) -> Any:
    return _loaded(zlib.decompress(memory.kept(file, key) or b""))


def _loaded(held: bytes) -> Any:
    return _Texts(io.BytesIO(held)).load()


def _write(file: Path, key: bytes, held: Any) -> None:
    memory.keep(file, key, zlib.compress(pickle.dumps(held, pickle.HIGHEST_PROTOCOL), 1))

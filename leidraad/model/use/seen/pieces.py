"""A text with marks → its pieces, to be filled in for one edition after another."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from leidraad.model.use.marks import Mark, chain_of, cut, form_of

if TYPE_CHECKING:
    from leidraad.model.use.seen.reader import Reader

marks_met: list[Mark] = []  # every mark that was met
_numbers: dict[Mark, int] = {}


def numbered(found: Mark) -> int:
    """Return the number of a mark."""
    number = _numbers.setdefault(found, len(marks_met))
    if number == len(marks_met):
        marks_met.append(found)
    return number


class Pieces:
    """A text cut at its marks."""

    def __init__(self, text: str) -> None:
        """Cut the text; StrayMarkError when something is left of a mark."""
        texts, marks = cut(text)
        self._set([part.encode() for part in texts], marks)

    def _set(self, texts: list[bytes], marks: Iterable[Mark]) -> None:
        self._marks = [numbered(found) for found in marks]
        self._parts = [b""] * (2 * len(texts) - 1)
        self._parts[::2] = texts

    def __getstate__(self) -> tuple[list[bytes], list[tuple[str, str, str]]]:
        """Return it in words alone, so that it can be kept in a file."""
        held = (marks_met[number] for number in self._marks)
        return self._parts[::2], [(name, path, form_of(chain)) for name, path, chain in held]

    def __setstate__(self, state: tuple[list[bytes], list[tuple[str, str, str]]]) -> None:
        """Take what was kept."""
        self._set(state[0], [(name, path, chain_of(form)) for name, path, form in state[1]])

    def filled(self, reader: "Reader") -> bytes:
        """Return the bytes with every mark filled in as it is for an edition."""
        if not self._marks:
            return self._parts[0]
        parts = self._parts.copy()
        parts[1::2] = [reader.filling[number] for number in self._marks]
        return b"".join(parts)


class Filling(dict[int, bytes]):
    """What is filled in for each mark by its number, worked out when it is met."""

    def __init__(self, fill_in: Callable[[Mark], bytes]) -> None:
        """Hold how a mark is filled in."""
        super().__init__()
        self._fill_in = fill_in

    def __missing__(self, number: int) -> bytes:
        """Fill it in, and know it from now on."""
        self[number] = found = self._fill_in(marks_met[number])
        return found

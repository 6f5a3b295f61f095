"""An address → its QR code as a picture in the page itself.

A code is linear: what its dots owe to a codeword is the same whatever else it says. So segno draws one code of each
size, and another address of that length changes the dots that its codewords change. A test holds each to segno.
"""

import struct
import zlib
from base64 import b64encode
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from leidraad.model.use.seen.later import of_an_address

if TYPE_CHECKING:
    from segno import QRCode

_MASK = 3  # any of the eight can be read; trying them all to find the finest takes most of the time
_QUIET = 4  # dots that stay white around it
_PNG = b"\x89PNG\r\n\x1a\n"
_LONG = 10  # from this version on, a length takes two bytes
_FIELD = 0x11D  # the polynomial of the field in which a code corrects errors


@of_an_address
@lru_cache(maxsize=1024)
def qr(url: str) -> str:
    """Return the code of an address, on its own white ground, so that it can be read in the dark too.

    A dot is one pixel, and nothing is compressed: a compressor differs between machines, and a page may not.
    """
    rows = dots(url)
    wide = len(rows) + 2 * _QUIET
    full = -(-wide // 8) * 8
    white = b"\0" + b"\xff" * (full // 8)
    shift, all_white = full - wide + _QUIET, (1 << full) - 1
    lines = white * _QUIET
    lines += b"".join(b"\0" + ((row << shift) ^ all_white).to_bytes(full // 8, "big") for row in rows) + white * _QUIET
    stored = struct.pack("<BHH", 1, len(lines), len(lines) ^ 0xFFFF) + lines + struct.pack(">I", zlib.adler32(lines))
    head = struct.pack(">IIBBBBB", wide, wide, 1, 0, 0, 0, 0)
    parts = [_part(b"IHDR", head), _part(b"IDAT", b"\x78\x01" + stored), _part(b"IEND", b"")]
    return f"data:image/png;base64,{b64encode(_PNG + b''.join(parts)).decode()}"


def _part(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def dots(url: str) -> list[int]:
    """Return the rows of a code, each as a number whose bits are its dots."""
    if not url.isascii() or not any("a" <= letter <= "z" for letter in url):  # segno writes those in another way
        return _rows(_drawn(url))
    size = _size(len(url))
    whole = size.ground
    for place, word in enumerate(size.codewords(url.encode())):
        whole ^= size.changes[place][word]
    wide = size.wide
    return [whole >> wide * (wide - 1 - row) & (1 << wide) - 1 for row in range(wide)]


def _drawn(text: str) -> "QRCode":
    import segno  # a tenth of all that a build imports, and mostly no code is new

    return segno.make(text, error="m", micro=False, mask=_MASK)


def _rows(code: "QRCode") -> list[int]:
    return [int("".join(map(str, row)), 2) for row in cast("Iterator[bytes]", code.matrix_iter(border=0))]


class _Size(NamedTuple):
    """What codes of one length have in common: `changes` says by place and word which dots a codeword turns."""

    wide: int
    ground: int
    capacity: int
    is_long: bool
    blocks: tuple[tuple[int, int], ...]
    changes: list["_Turned"]

    def codewords(self, text: bytes) -> list[int]:
        """Return the data and then what corrects it, block after block, interleaved."""
        length = len(text).to_bytes(2 if self.is_long else 1, "big")
        said = 4 << 8 * (len(length) + len(text)) | int.from_bytes(length + text, "big")
        bits, most = 4 + 8 * (len(length) + len(text)), 8 * self.capacity
        closed = min(4, most - bits)
        said, bits = said << closed, bits + closed
        data = (said << -bits % 8).to_bytes(-(-bits // 8), "big")
        data += (b"\xec\x11" * self.capacity)[: self.capacity - len(data)]
        parts, fixes, start = [], [], 0
        for held, correcting in self.blocks:
            parts.append(data[start : start + held])
            fixes.append(_correction(parts[-1], correcting))
            start += held
        return [*_interleaved(parts), *_interleaved(fixes)]


def _interleaved(parts: list[bytes]) -> Iterator[int]:
    for place in range(max(map(len, parts))):
        yield from (part[place] for part in parts if place < len(part))


class _Turned(dict[int, int]):
    """The dots that a codeword turns, by its value, each worked out when it is asked for."""

    def __init__(self, bits: list[int]) -> None:
        super().__init__()
        self._bits = bits

    def __missing__(self, word: int) -> int:
        turned = 0
        for place, bit in enumerate(self._bits):
            if word >> 7 - place & 1:
                turned ^= bit
        self[word] = turned
        return turned


@cache
def _size(length: int) -> _Size:
    from segno import consts

    example = "a" * length
    code = _drawn(example)
    version = int(code.version)
    level = {name: getattr(consts, f"ERROR_LEVEL_{name}") for name in "LMQH"}
    blocks = tuple(
        (group.num_data, group.num_total - group.num_data)
        for group in cast("Any", consts.ECC)[version][level[code.error]]
        for _ in range(group.num_blocks)
    )
    rows = _rows(code)
    wide = len(rows)
    order = _order(version, wide)
    words = sum(held + correcting for held, correcting in blocks)
    changes = [_Turned(order[8 * word : 8 * word + 8]) for word in range(words)]
    size = _Size(wide, 0, sum(held for held, _ in blocks), version >= _LONG, blocks, changes)
    ground = 0
    for row in rows:
        ground = ground << wide | row
    for place, word in enumerate(size.codewords(example.encode())):
        ground ^= changes[place][word]
    return size._replace(ground=ground)


@cache
def _order(version: int, wide: int) -> list[int]:
    """Return the dots that hold data, in the order in which they are filled: up and down in pairs of columns."""
    taken = _taken(version, wide)
    found, columns = list[int](), [*range(wide - 1, 6, -2), 5, 3, 1]
    for number, right in enumerate(columns):
        rows = range(wide) if number % 2 else range(wide - 1, -1, -1)
        for row in rows:
            for column in (right, right - 1):
                if (row, column) not in taken:
                    found.append(1 << wide * (wide - 1 - row) + (wide - 1 - column))
    return found


def _taken(version: int, wide: int) -> set[tuple[int, int]]:
    """Return the dots that hold no data: corners, lines between them, the small squares, what tells the version."""
    from segno import consts

    taken = {(6, place) for place in range(wide)} | {(place, 6) for place in range(wide)}
    corner = [(row, column) for row in range(9) for column in range(9)]
    taken |= set(corner)
    taken |= {(row, wide - 1 - column) for row, column in corner if column < 8}
    taken |= {(wide - 1 - row, column) for row, column in corner if row < 8}
    places = consts.ALIGNMENT_POS[version - 2] if version > 1 else ()
    ends = {(6, 6), (6, wide - 7), (wide - 7, 6)}
    for middle in {(row, column) for row in places for column in places} - ends:
        taken |= {(middle[0] + down, middle[1] + right) for down in range(-2, 3) for right in range(-2, 3)}
    if version >= 7:
        for one in range(6):
            taken |= {(one, wide - 9 - other) for other in range(3)} | {(wide - 9 - other, one) for other in range(3)}
    return taken


def _correction(data: bytes, number: int) -> bytes:
    """Return the codewords that correct a block: what is left of it after a division in the field."""
    table, top, keep = _division(number), 8 * (number - 1), (1 << 8 * (number - 1)) - 1
    left = 0
    for word in data:
        left = (left & keep) << 8 ^ table[left >> top ^ word]
    return left.to_bytes(number, "big")


@cache
def _division(number: int) -> list[int]:
    """Return what each first word leaves when it is divided away."""
    powers = [1]
    for _ in range(254):
        powers.append(powers[-1] << 1 ^ (_FIELD if powers[-1] & 128 else 0))
    logarithms = {power: place for place, power in enumerate(powers)}

    def times(one: int, other: int) -> int:
        return powers[(logarithms[one] + logarithms[other]) % 255] if one and other else 0

    divisor = [1]
    for place in range(number):
        divisor = [one ^ times(powers[place], other) for one, other in zip([*divisor, 0], [0, *divisor], strict=True)]
    return [int.from_bytes(bytes(times(first, word) for word in divisor[1:]), "big") for first in range(256)]

"""Two large values that should have been the same → a few lines that say what differs, and where."""

import difflib
from collections.abc import Iterator, Mapping, Sequence, Set
from typing import Any

LARGE, ROWS, WIDTH = 600, 12, 160  # signs of what is said as pytest does; lines that are shown of the rest, and signs


def told(operator: str, left: Any, right: Any) -> list[str] | None:
    """Return what to say of a comparison that failed; nothing of small values, or of those that are of two kinds."""
    if operator == "!=" and _is_large(left):
        return [f"tweemaal hetzelfde: {_short(repr(left))}"]
    if operator == "not in" and isinstance(left, str) and isinstance(right, str) and len(right) > LARGE:
        return [f"{left!r} staat er wel", *(_short(line) for line in right.splitlines() if left in line)][:ROWS]
    one, other = _rows(left), _rows(right)
    if operator != "==" or one is None or other is None or not (_is_large(left) or _is_large(right)):
        return None
    found = [*_differing(one, other)]
    more = [f"… en nog {len(found) - ROWS} regels die anders zijn"] if len(found) > ROWS else []
    return [f"niet hetzelfde: links (+) {len(one)} regels, rechts (-) {len(other)}", *found[:ROWS], *more]


def _is_large(value: Any) -> bool:
    return len(repr(value)) > LARGE


def _rows(value: Any) -> list[str] | None:
    """Return a value as lines that can be compared."""
    if isinstance(value, bytes):
        value = value.decode("utf-8", "replace")
    if isinstance(value, str):
        return value.splitlines()
    if isinstance(value, Mapping):
        return [f"{key!r}: {value[key]!r}" for key in sorted(value, key=repr)]
    if isinstance(value, Set):
        return sorted(map(repr, value))
    return [*map(repr, value)] if isinstance(value, Sequence) else None


def _differing(left: list[str], right: list[str]) -> Iterator[str]:
    """Yield the lines that only one has, with the number of the first of each that stand together."""
    matcher = difflib.SequenceMatcher(None, right, left, autojunk=len(right) > 2000)
    for tag, start, end, other_start, other_end in matcher.get_opcodes():
        if tag != "equal":
            gone, come = right[start:end], left[other_start:other_end]
            at = _first_difference(gone[0], come[0]) if gone and come else 0
            yield f"regel {other_start + 1}:"
            yield from (f"- {_short(line, at)}" for line in gone)
            yield from (f"+ {_short(line, at)}" for line in come)


def _first_difference(one: str, other: str) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (left, right) in pairs if left != right), min(len(one), len(other)))


def _short(line: str, at: int = 0) -> str:
    """Return a line, or of a long one the part around a place."""
    start = max(0, at - WIDTH // 2) if len(line) > WIDTH else 0
    end = start + WIDTH
    return f"{'…' if start else ''}{line[start:end]}{'…' if end < len(line) else ''}"

"""tests/fouten/*.yaml → cases, and a copy of the miniature framework with the mistakes of a case in it."""

import re
import shutil
from collections.abc import Iterator
from functools import cache
from itertools import zip_longest
from pathlib import Path
from typing import Any, NamedTuple

import yaml

MINIATURE = Path(__file__).parents[1] / "miniatuur"
_LINE = re.compile(r"(?P<place>.+?:\d+:\d+): (?P<message>.*) \[(?P<check>[a-z0-9-]+)\]")

Case = dict[str, Any]


class Reported(NamedTuple):
    """A problem as `leidraad check` prints it."""

    place: str
    check: str
    message: str

    @property
    def level(self) -> str:
        """«let-op» for a hint, else «fout»."""
        return "let-op" if self.message.startswith("let op: ") else "fout"


def cases() -> Iterator[tuple[str, Case]]:
    """Yield the name of every case, with its file, and the case."""
    for path in sorted(Path(__file__).parent.glob("*.yaml")):
        for case in yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader):
            yield f"{path.stem}: {case['naam']}", case


CASES = dict(cases())


def copy_with(case: Case, folder: Path, part: str = "") -> Path:
    """Return a copy of the miniature framework, or of a part of it, with the mistakes of a case that lie in it."""
    root = folder / "miniatuur"
    for path, content in _files():
        if path.is_relative_to(part):
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(content)
    for change in [case, *case.get("wijzig", [])]:
        placed = {"bestand": case.get("bestand"), **change}
        if Path(placed["bestand"] or "").is_relative_to(part):
            _change(root, placed)
    return root


@cache
def _files() -> list[tuple[Path, bytes]]:
    """Return the files of the miniature, read once for all that are made of it."""
    return [(path.relative_to(MINIATURE), path.read_bytes()) for path in sorted(MINIATURE.rglob("*")) if path.is_file()]


def _change(root: Path, change: Case) -> None:
    path = root / (change["bestand"] or "")
    if "kopie" in change:
        shutil.copy(MINIATURE / change["kopie"], path)
    if "vervang" in change:
        old, new = change["vervang"]["van"], change["vervang"]["door"]
        text = path.read_bytes().decode()
        assert text.count(old) == 1, f"«{old}» must stand in {path} once"
        path.write_bytes(text.replace(old, new).encode())
    if content := _content(change):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content[0])
    if "link" in change:
        path.symlink_to(change["link"])
    if "hernoem" in change:
        path.rename(root / change["hernoem"])
    if "verwijder" in change:
        shutil.rmtree(path) if path.is_dir() else path.unlink()


def _content(change: Case) -> list[bytes]:
    """Return the whole content that a change gives to a file, if it does."""
    if "herhaal" in change:
        return [change["herhaal"]["tekst"].encode() * change["herhaal"]["keer"]]
    if "hex" in change:
        return [bytes.fromhex(change["hex"])]
    return [change["inhoud"].encode()] if "inhoud" in change else []


def reported(output: str) -> list[Reported]:
    """Return the problems in what `leidraad check` printed; its last line counts them."""
    lines = output.splitlines()[:-1]
    matches = [_LINE.fullmatch(line) for line in lines]
    assert all(matches), f"not a problem: {[line for line, match in zip(lines, matches, strict=True) if not match]}"
    return [Reported(match["place"], match["check"], match["message"]) for match in matches if match]


def differences(case: Case, problems: list[Reported]) -> list[str]:
    """Return how what was reported differs from what the case expects; mistakes come first, each kind by place."""
    expected = sorted(case["verwacht"], key=lambda one: (_position(one["plaats"]), one["controle"], one["melding"]))
    found = sorted(problems, key=lambda problem: (_position(problem.place), problem.check, problem.message))
    pairs = zip_longest(expected, found)
    wrong = [f"verwacht: {one}; gemeld: {problem}" for one, problem in pairs if not _agree(one, problem)]
    order = [(problem.message.startswith("let op: "), _position(problem.place)) for problem in problems]
    return wrong + (["niet op volgorde"] if order != sorted(order) else [])


def _agree(expected: Case | None, problem: Reported | None) -> bool:
    if not expected or not problem:
        return False
    same = (expected["plaats"], expected["controle"]) == (problem.place, problem.check)
    return same and expected["melding"] in problem.message


def _position(place: str) -> tuple[str, int, int]:
    file, line, column = place.rsplit(":", 2)
    return file, int(line), int(column)

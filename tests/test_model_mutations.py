"""Every YAML file of the miniature, broken in many ways → a problem at that line of that file, never a traceback."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from leidraad.checks import check_framework
from tests.fouten import MINIATURE

FILES = sorted((MINIATURE / "framework").rglob("*.yaml"))
_LINE = re.compile(r"(?P<before>\s*(?:- )?)(?P<key>[a-z_]+):(?P<value>(?: .+)?)")
Break = Callable[[str, str, str], str]  # what stands before the key, the key, the value with its space → a broken line

VALUE_BREAKS: dict[str, Break] = {
    "no space after the colon": lambda before, key, value: f"{before}{key}:{value.strip()}",
    "an open quote": lambda before, key, value: f'{before}{key}: "{value.strip()}',
    "an open single quote": lambda before, key, value: f"{before}{key}: '{value.strip()}",
    "an open bracket": lambda before, key, value: f"{before}{key}: [{value.strip()}",
    "an open brace": lambda before, key, value: f"{before}{key}: {{{value.strip()}",
    "a sign that may not start": lambda before, key, value: f"{before}{key}: @{value.strip()}",
    "an anchor": lambda before, key, value: f"{before}{key}: &anker {value.strip()}",
    "a colon in the text": lambda before, key, value: f"{before}{key}:{value} en: dan",
}
KEY_BREAKS: dict[str, Break] = {
    "no colon": lambda before, key, value: f"{before}{key}{value}",
    "an unknown key": lambda before, key, value: f"{before}x{key}:{value}",
    "a control character": lambda before, key, value: f"{before}{key}\x07:{value}",
    "a byte that is no UTF-8": lambda before, key, value: f"{before}{key}\udce9:{value}",
    "a no-break space": lambda before, key, value: f"{before}\xa0{key}:{value}",
}
INNER_BREAKS: dict[str, Break] = {
    "a tab": lambda before, key, value: f"\t{key}:{value}",
    "a space too many": lambda before, key, value: f"{before}   {key}:{value}",
}

BREAKS = [*(KEY_BREAKS | VALUE_BREAKS | INNER_BREAKS).values()]
TURNS = 4  # prime to the number of breaks, so that neighbours of a kind differ in what they get


def _broken(make: Break, line: str) -> str:
    """Return the line with one thing wrong, or nothing where this cannot go wrong in it."""
    match = _LINE.fullmatch(line)
    if not match:
        return ""
    before, key, value = match["before"], match["key"], match["value"]
    plain = value.strip() and value.strip()[0] not in "\"'[>|"
    inner = before and "-" not in before and value
    fits = make in KEY_BREAKS.values() or (plain if make in VALUE_BREAKS.values() else inner)
    return make(before, key, value) if fits else ""


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(MINIATURE).as_posix())
def test_a_broken_line_is_found(path: Path, tmp_path: Path, full_size: bool) -> None:
    """Whatever goes wrong in a line, the report names that line, and no other file.

    The files take turns with the ways in which a line breaks; under --alles each is broken in every way.
    """
    root = tmp_path / "framework"
    shutil.copytree(MINIATURE / "framework", root)
    file = path.relative_to(MINIATURE).as_posix()
    lines = path.read_text("utf-8").split("\n")
    for make in BREAKS if full_size else BREAKS[FILES.index(path) % TURNS :: TURNS]:
        is_moved = make is INNER_BREAKS["a space too many"]  # which the first of a block may have
        fitting = [
            number
            for number, line in enumerate(lines)
            if _broken(make, line) and not (is_moved and lines[number - 1].endswith(":"))
        ]
        for number in {fitting[len(fitting) // 2], fitting[-1]} if fitting else ():
            broken = _broken(make, lines[number])
            text = "\n".join([*lines[:number], broken, *lines[number + 1 :]])
            (tmp_path / file).write_bytes(text.encode("utf-8", "surrogateescape"))
            _, problems = check_framework(root)
            assert {p.place.file for p in problems} == {file}, (broken, problems)
            assert number + 1 in {p.place.line for p in problems}, (broken, problems)

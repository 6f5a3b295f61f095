"""docs/ and thema/ → what does not parse in the files beside the pages: style sheets, scripts, drawings and data.

An engine hands them out as they are, and a browser leaves out what it cannot read without a word (besluiten/0059).
"""

import json
import subprocess
import sys
from collections.abc import Iterable, Iterator
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

from leidraad.model.reading import memory
from leidraad.model.yaml.problem import Place, Problem
from leidraad.outputs import syntax

ID = "uiterlijk-kapot"
FOLDERS = ("docs", "thema")
_NAME = "bestanden"


def is_looked_at(name: str) -> bool:
    """True for the path, from the project, of a file that this looks at."""
    return name.endswith(syntax.KINDS) and name.startswith(tuple(f"{folder}/" for folder in FOLDERS))


def wrong_files(project: Path, folder: Path | None = None, *, apart: bool = False) -> list[Problem]:
    """Return what is wrong in the files of a project; what was found in the same ones is remembered in a `folder`.

    `apart` looks in another process: what takes a script apart does not survive a fork, and a build forks after this.
    """
    files = {name: path.read_bytes() for name, path in _files(project) if path.is_file()}
    states = {name: sha256(content).hexdigest() for name, content in files.items()}
    key = _key() if folder else b""
    before: dict[str, list[Any]] = json.loads(memory.kept(folder / _NAME, key) or b"{}") if folder else {}
    new = [name for name, state in states.items() if before.get(name, [""])[0] != state]
    told = _apart(project, new) if apart and new else {name: wrong_file(name, files[name]) for name in new}
    rows = {name: [state, *_rows(told[name])] if name in told else before[name] for name, state in states.items()}
    if folder and rows != before:
        memory.keep(folder / _NAME, key, json.dumps(rows).encode())
    return [Problem(Place(name, *at), message, ID) for name, (_, *found) in rows.items() for *at, message in found]


def wrong_file(name: str, content: bytes) -> list[Problem]:
    """Return what is wrong in one file, by its path from the project."""
    return [Problem(Place(name, line, column), said, ID) for line, column, said in syntax.wrong_in(name, content)]


def _rows(problems: Iterable[Problem]) -> Iterator[list[Any]]:
    return ([one.place.line, one.place.column, one.message] for one in problems)


def _files(project: Path) -> Iterator[tuple[str, Path]]:
    for folder in FOLDERS:
        for path in sorted((project / folder).rglob("*.*")):
            if is_looked_at(name := path.relative_to(project).as_posix()):
                yield name, path


def _key() -> bytes:
    return memory.digest([Path(syntax.__file__)], *(version(name) for name in ("minify-go", "tinycss2")))


def _apart(project: Path, names: list[str]) -> dict[str, list[Problem]]:
    code = f"from {__name__} import _say; _say()"
    call = [sys.executable, "-c", code]
    done = subprocess.run(call, cwd=project, input=json.dumps(names).encode(), stdout=subprocess.PIPE, check=True)  # noqa: S603  # our own interpreter
    found = json.loads(done.stdout)
    return {name: [Problem(Place(name, *at), message, ID) for *at, message in found[name]] for name in names}


def _say() -> None:
    names: list[str] = json.load(sys.stdin)
    json.dump({name: [*_rows(wrong_file(name, Path(name).read_bytes()))] for name in names}, sys.stdout)

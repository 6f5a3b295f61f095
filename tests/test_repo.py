"""The repository keeps its promises: what is generated is held to its source, nothing of a machine stands in it."""

import re
import subprocess
import tomllib
from pathlib import Path

from tests.frameworks import REAL_PROBLEMS
from tests.picture import PICTURE
from tests.probe import ROOT

_TEXT = {".md", ".py", ".yaml", ".yml", ".toml", ".html", ".css", ".js", ".json", ".lock", ".sh", ""}
_OF_A_MACHINE = re.compile(
    r"(?<![\w.])/(?:root|home|work|tmp|Users)/\w|--index-url|--find-links|file://", re.IGNORECASE
)


def _tracked() -> list[Path]:
    words = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(words, cwd=ROOT, capture_output=True, check=True).stdout.decode().split("\0")
    return [path for name in names if name and (path := ROOT / name).is_file()]


def test_nothing_of_a_machine_is_kept() -> None:
    """No path of somebody's computer and no address of a package index stands in a file."""
    own = Path(__file__)
    files = [path for path in _tracked() if path.suffix in _TEXT and path != own]
    assert len(files) > 100
    found = [
        f"{path.relative_to(ROOT)}: {hit[0]}"
        for path in files
        if (hit := _OF_A_MACHINE.search(path.read_text("utf-8")))
    ]
    assert found == []


def test_nothing_generated_or_downloaded_is_kept() -> None:
    """No built site, cache or archive is under version control; the one picture is the README's."""
    kept = [path.relative_to(ROOT).as_posix() for path in _tracked()]
    wrong = re.compile(r"^(site|\.cache|\.bouw|\.venv)/|\.(zip|gz|whl|pdf|jar|mo|pyc)$")
    assert [name for name in kept if wrong.search(name)] == []
    assert [name for name in kept if name.endswith((".png", ".jpg"))] == [PICTURE.relative_to(ROOT).as_posix()]


def test_the_lock_pins_everything_with_hashes() -> None:
    """Every requirement has a version and a hash, and every direct dependency is in it."""
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    pinned = re.findall(r"^([a-z0-9._-]+)==", lock, re.MULTILINE)
    assert len(pinned) == len(re.findall(r"^[a-z0-9._-]+==[^\n]*\\\n    --hash", lock, re.MULTILINE)) > 30
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    names = [re.split(r"[ =<>![]", name)[0].lower().replace("_", "-") for name in wanted]
    assert [name for name in names if name not in pinned] == []


def test_every_command_of_the_makefile_is_in_the_readme() -> None:
    """README names every target that the Makefile explains, and no other."""
    targets = set(re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)) - {"help"}
    named = set(re.findall(r"`make ([a-z-]+)`", (ROOT / "README.md").read_text("utf-8")))
    assert targets == named


def test_the_changelog_counts_in_versions_of_the_core() -> None:
    """What is not released stands on top; every other heading is a version of the core, the present one included."""
    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    first, *others = re.findall(r"^## (.*)", text, re.MULTILINE)
    present = re.search(r'^versie: "(.*)"', (ROOT / "framework" / "kern.yaml").read_text("utf-8"), re.MULTILINE)
    assert first == "Nog niet uitgebracht"
    assert present and f"Kern {present[1]}" in others
    assert all(re.fullmatch(r"Kern \d{4}\.\d+", heading) for heading in others)


def test_every_decision_is_numbered_once() -> None:
    """Decision records count up without a gap."""
    numbers = [int(path.name[:4]) for path in sorted((ROOT / "besluiten").glob("[0-9]*.md"))]
    assert numbers == list(range(1, len(numbers) + 1))


def test_a_form_and_a_sheet_have_one_word_each() -> None:
    """A form is a formulier and a sheet is papier: no file, element or class is called vel or blad.

    An address and the id of a walk stay as they were given out.
    """
    kept = {"docs/inwoner/uw-blad.md", "framework/afwegingskader/lopen/eerste-gesprek-leeg-blad.yaml"}
    word = re.compile(
        r"(?:^|[-_/])(?:vel|blad)(?:[-_.]|$)|(?<=[.#])(?:vel|blad)(?=[ ,:>[{])|\b(?:vel|blad)(?:__|--|-[a-z])"
    )
    paths = {path.relative_to(ROOT).as_posix(): path for path in _tracked()}
    wrong = [name for name in paths if word.search(name) and name not in kept]
    code = {name: path for name, path in paths.items() if name.startswith(("leidraad/", "docs/assets/", "thema/"))}
    for name, path in code.items():
        if path.suffix in _TEXT:
            text = path.read_text("utf-8").replace("inwoner/uw-blad", "")
            wrong += [f"{name}: {hit[0]}" for hit in word.finditer(text)]
            wrong += [f"{name}: {hit}" for hit in re.findall(r'class="(?:[^"]* )?((?:vel|blad)\b[^"]*)"', text)]
    assert wrong == []


def test_every_file_has_a_licence() -> None:
    """REUSE.toml covers every file that is kept."""
    annotations = tomllib.loads((ROOT / "REUSE.toml").read_text("utf-8"))["annotations"]
    patterns = [
        path for one in annotations for path in ([one["path"]] if isinstance(one["path"], str) else one["path"])
    ]
    covered = [re.compile(re.escape(p).replace(r"\*\*", ".*").replace(r"\*", "[^/]*") + "$") for p in patterns]
    names = [path.relative_to(ROOT).as_posix() for path in _tracked()]
    loose = [name for name in names if not name.startswith("LICENSES/") and not any(p.match(name) for p in covered)]
    assert loose == []


def test_no_test_imports_another_test() -> None:
    """What several tests share stands in a module of its own, so that a test can be changed or go by itself."""
    files = [path for folder in ("tests", "bench") for path in (ROOT / folder).rglob("*.py")]
    shared = re.compile(r"^\s*(?:from|import) [\w.]*\b(?:test_\w+|conftest)\b", re.MULTILINE)
    assert [path.name for path in files if shared.search(path.read_text("utf-8"))] == []


def test_what_a_test_waits_for_is_a_function() -> None:
    """A page's policy lets an expression be evaluated once only; a function is asked until it says yes."""
    files = [path for folder in ("tests", "bench") for path in (ROOT / folder).rglob("*.py")]
    waits = [wait for path in files for wait in re.findall(r"wait_for_function\(f?[\"'](.*)", path.read_text("utf-8"))]
    assert waits
    assert [wait for wait in waits if not re.match(r"(?:\(\)|\w+) => ", wait)] == []


def test_the_days_and_numbers_of_our_own_framework_are_right() -> None:
    """What the core says of days and numbers is right; `leidraad check` and this name the file."""
    assert [str(problem) for problem in REAL_PROBLEMS if problem.check in ("beoordeling", "telwoord")] == []

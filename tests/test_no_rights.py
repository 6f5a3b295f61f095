"""A command in a place where it may not read or write: it says so in Dutch, with the place, and leaves no half."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.verwachting import SLUG, ready

LEIDRAAD = Path(sys.executable).with_name("leidraad")
# root may do anything until it gives that up
WITHOUT = ["setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-all"] if not os.geteuid() else []


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The miniature with its machine, of which nothing belongs to who runs the command."""
    project = ready(tmp_path / "project")
    for path in (project, *project.rglob("*")):
        if WITHOUT:
            os.chown(path, 65534, 65534, follow_symlinks=False)
        elif path.is_dir():
            path.chmod(0o555)
    return project


def _said(project: Path, *words: str) -> str:
    whole = [*WITHOUT, str(LEIDRAAD), *words]
    done = subprocess.run(whole, cwd=project, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, "Traceback" in done.stderr) == (1, False), done.stderr
    return done.stdout + done.stderr


@pytest.mark.parametrize(
    ("words", "place"),
    [
        (["new", "Testdorp"], f"framework{os.sep}gemeenten{os.sep}testdorp"),
        (["build", SLUG], ".cache"),
        (["schema"], ".vscode"),
        (["publish", SLUG, "--publicatie", "webmap"], ".webmap.slot"),
    ],
)
def test_where_nothing_may_be_written_that_is_said(project: Path, words: list[str], place: str) -> None:
    """Every command that writes, with the place and what to do."""
    said = _said(project, *words)
    assert "u mag daar niet lezen of schrijven; vraag dat recht, of kies een andere map. Het gaat om " in said
    assert place in said.partition("Het gaat om ")[2]


def test_a_folder_that_may_not_be_looked_into_is_a_mistake(project: Path) -> None:
    """The check names it, and goes on."""
    folder = project / "framework" / "gemeenten" / SLUG / "teksten"
    folder.chmod(0o700 if WITHOUT else 0)
    said = _said(project, "check", SLUG)
    folder.chmod(0o755)
    assert f"framework/gemeenten/{SLUG}/teksten:1:1: in deze map mag u niet kijken" in said


def test_a_folder_beside_the_framework_that_may_not_be_looked_into_stops_nothing(project: Path) -> None:
    """It is nobody's but its owner's; who names it is told why it will not do."""
    closed = project / "van-een-ander"
    closed.mkdir()
    if WITHOUT:
        os.chown(closed, 65534, 65534)
    closed.chmod(0o700 if WITHOUT else 0)
    checked = subprocess.run([*WITHOUT, str(LEIDRAAD), "check", SLUG], cwd=project, capture_output=True, check=False)
    named = [*WITHOUT, str(LEIDRAAD), "check", closed.name]
    said = subprocess.run(named, cwd=project, capture_output=True, encoding="utf-8", check=False).stderr
    closed.chmod(0o755)
    assert checked.returncode == 0
    assert said.startswith("In de map «van-een-ander» mag u niet kijken; vraag dat recht, of noem een andere")

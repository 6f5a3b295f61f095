"""The command in a fork, which most tests use, does what the real one does."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.forked import SCRIPT, WHERE, leidraad, listening
from tests.fouten import copy_with

LEIDRAAD = Path(sys.executable).with_name("leidraad")


@pytest.mark.parametrize("words", [["check", "fabeldam"], ["check", "fabeldom"], ["report", "--vorm", "é"]])
def test_it_says_what_the_real_command_says(words: list[str], tmp_path: Path) -> None:
    """On both outputs, with the same end; asked by a test, and by a script in the place of the command."""
    script = tmp_path / "leidraad"
    script.write_text(SCRIPT, "utf-8")
    script.chmod(0o755)
    project = copy_with({}, tmp_path)
    env = {**os.environ, "SOURCE_DATE_EPOCH": "1798675200", WHERE: listening()}
    real, asked = (
        subprocess.run([one, *words], cwd=project, env=env, capture_output=True, encoding="utf-8", check=False)
        for one in (LEIDRAAD, script)
    )
    ours = leidraad(project, *words, env=env)
    assert real.stdout + real.stderr
    for one in (asked, ours):
        assert (one.returncode, one.stdout, one.stderr) == (real.returncode, real.stdout, real.stderr)


def test_what_goes_wrong_in_it_is_told(tmp_path: Path) -> None:
    """No folder to work in is no silence, and the next command is served."""
    assert leidraad(tmp_path / "weg", "check").returncode != 0
    assert leidraad(tmp_path, "--help").stdout.startswith("Gebruik")

"""A miniature project with a machine of its own → what that machine says, so that a test can change both."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests import forked
from tests.probe import ROOT
from tests.verwachting import project


def with_machine(folder: Path) -> Path:
    """Write the miniature project, with a copy of the machine in the place of the link to it."""
    project(folder)
    (folder / "leidraad").unlink()
    shutil.copytree(ROOT / "leidraad", folder / "leidraad")  # with what Python made of the modules that stay
    return folder


def run(folder: Path, *words: str) -> str:
    """Run Python in a project with its own machine; it has to succeed, and what it printed comes back."""
    call = [sys.executable, *words]
    done = subprocess.run(
        call, cwd=folder, env=_before_ours(folder), capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def _before_ours(folder: Path) -> dict[str, str]:
    """Return variables with which a project's machine comes before the one that is installed."""
    return {**os.environ, "PYTHONPATH": str(folder)}


def leidraad(folder: Path, *words: str) -> str:
    """Run the command of a project's own machine, which stays as it is from then on."""
    return forked.leidraad(folder, *words, env=_before_ours(folder), check=True, machine=folder).stdout

"""A miniature project with a machine of its own → what that machine says, so that a test can change both."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.probe import ROOT
from tests.verwachting import project


def with_machine(folder: Path) -> Path:
    """Write the miniature project, with a copy of the machine in the place of the link to it."""
    project(folder)
    (folder / "leidraad").unlink()
    shutil.copytree(ROOT / "leidraad", folder / "leidraad", ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def run(folder: Path, *words: str) -> str:
    """Run Python in a project with its own machine; it has to succeed, and what it printed comes back."""
    environment = {**os.environ, "PYTHONPATH": str(folder)}  # before the machine that is installed
    call = [sys.executable, *words]
    done = subprocess.run(call, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def leidraad(folder: Path, *words: str) -> str:
    """Run the command of a project's own machine."""
    return run(folder, "-c", "from leidraad.command import main; main()", *words)

"""The engine, MkDocs or Zensical, in a process of its own: docs/ → a folder of pages."""

import os
import subprocess
import sys
from pathlib import Path

from leidraad.editions.engine.engine_log import explain
from leidraad.editions.exchange import REFUSALS, number_in

_ALWAYS = {"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}  # without the latter Windows reads and prints as cp1252


class EngineFailedError(Exception):
    """The engine could not make the pages; the message says what it said, in Dutch."""


def run_engine(project: Path, engine: str, folder: Path, whose: str, **variables: str) -> None:
    """Let `engine` (mkdocs or zensical) build the pages into `folder`, with these variables in its environment.

    EngineFailedError says what is wrong in which page, and of `whose` pages; OSError when the system refused.
    """
    environment = {**os.environ, **variables, "SITE_DIR": str(folder), **_ALWAYS}
    words = ["zensical", "build", "--clean"] if engine == "zensical" else ["mkdocs", "build", "--strict"]
    done = subprocess.run(  # noqa: S603  # our own interpreter with fixed words
        [sys.executable, "-m", *words],
        cwd=project,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode or not (folder / "index.html").exists():
        if (refused := number_in(done.stderr)) in REFUSALS:
            raise OSError(refused, os.strerror(refused))
        said = "\n".join(explain(done.stdout + done.stderr, project))
        raise EngineFailedError(f"{said}\n{failed(whose)}")


def failed(whose: str) -> str:
    """Return what the state is after pages of an edition, or of all, could not be made."""
    return f"De pagina's van {whose} konden niet gebouwd worden; niets is overschreven."

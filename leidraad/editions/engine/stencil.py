"""One run of the engine → the pages of every edition: what differs per edition is a gap, filled per edition.

No word of the framework is in a stencil: it serves until a page, the theme or the machine changes (besluiten/0010).
"""

import os
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from leidraad.editions.engine import digest, gaps
from leidraad.editions.engine.engine import run_engine

_A_DAY = 24 * 3600


def stencil(project: Path, engine: str, shelf: Path, say: Callable[[str], None]) -> Path:
    """Return the folder of the stencil of the project's pages, made now or before.

    `shelf` is where it is kept, below the project; EngineFailedError when the pages could not be made.
    """
    kept = shelf / f"stencil-{digest.sources(project, engine)[:16]}"
    if not kept.is_dir():
        say("De pagina's worden gemaakt, één keer voor alle gemeenten …")
        work = Path(tempfile.mkdtemp(dir=shelf))
        try:
            run_engine(project, engine, work / "stencil", "alle gemeenten", **{gaps.VARIABLE: "1"})
            if not kept.is_dir():
                (work / "stencil").rename(kept)
        finally:
            shutil.rmtree(work, ignore_errors=True)
    os.utime(kept)
    return kept


def tidy(shelf: Path) -> None:
    """Remove the stencils that nobody used for a day, and what builds that were killed left."""
    for path in shelf.iterdir():
        if path.is_dir() and time.time() - path.stat().st_mtime > _A_DAY:
            shutil.rmtree(path, ignore_errors=True)

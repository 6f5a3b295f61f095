"""The command: `--help` at most 0.15 s, `check` of one municipality at most 0.6 s, of 342 at most 15 s.

The municipalities are copies of the example with titles and words of their own; one in three asks search questions.
A search index is made for each of those, so they are counted once more with all of them asking.
"""

import os
import re
import resource
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from bench.editions import ALL, LEIDRAAD, project_of

ROUNDS = 5


def measure() -> Iterator[str]:
    """Yield the CPU seconds of each, imports and start of Python counted."""
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        slugs = project_of(project, ALL)
        gemeenten = project / "framework" / "gemeenten"
        questions = (gemeenten / slugs[0] / "zoekvragen.yaml").read_text("utf-8")
        for number, slug in enumerate(slugs):
            _vary(gemeenten / slug, number)
            if number % 3:
                (gemeenten / slug / "zoekvragen.yaml").unlink()
        yield f"leidraad --help: {_times(project, ['--help'])}"
        asking, silent = slugs[0], slugs[1]
        own = gemeenten / asking / "gedragsprincipes" / "elke-week-bellen.yaml"
        core, memory = project / "framework" / "igm" / "kennis.yaml", project / ".cache"
        for told, slug, before in (
            ("nothing known", asking, lambda: shutil.rmtree(memory, ignore_errors=True)),
            ("the core changed", asking, lambda: _touch(core)),
            ("its own file changed", asking, lambda: _touch(own)),
            ("nothing changed", asking, lambda: None),
            ("nothing changed, no questions", silent, lambda: None),
        ):
            yield f"check of one among {ALL}, {told}: {_times(project, ['check', slug], before)}"
        yield f"check of {ALL}: {_cpu(project, ['check']):.1f} s CPU"
        for slug in slugs:
            (gemeenten / slug / "zoekvragen.yaml").write_text(questions, "utf-8", newline="\n")
        yield f"check of {ALL} that all ask search questions: {_cpu(project, ['check']):.1f} s CPU"


def _vary(folder: Path, number: int) -> None:
    """Give a municipality titles and words of its own."""
    for path in (folder / "gedragsprincipes").glob("*.yaml"):
        text = re.sub("^titel: ", f"titel: Bij ons in wijk {number} ", path.read_text("utf-8"), flags=re.M)
        path.write_text(text, "utf-8", newline="\n")
    path = folder / "gemeente.yaml"
    path.write_text(path.read_text("utf-8").replace("deelnemer", f"deelnemer{number}"), "utf-8", newline="\n")


def _touch(path: Path) -> None:
    path.write_text(path.read_text("utf-8") + "\n", "utf-8", newline="\n")


def _times(project: Path, words: list[str], before: Callable[[], object] = lambda: None) -> str:
    times = []
    for _ in range(ROUNDS):
        before()
        times.append(_cpu(project, words))
    return f"{median(times):.2f} s CPU (median of {ROUNDS}, worst {max(times):.2f})"


def _cpu(project: Path, words: list[str]) -> float:
    start = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1798675200"}
    subprocess.run([LEIDRAAD, *words], cwd=project, env=environment, capture_output=True, check=True)
    end = resource.getrusage(resource.RUSAGE_CHILDREN)
    return end.ru_utime + end.ru_stime - start.ru_utime - start.ru_stime

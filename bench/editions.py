"""Many editions in one `leidraad build` against as many separate `mkdocs build` runs; aim: at most 0.6 of their CPU.

Both on one core: two processes that share one take more of its time for the same work.
"""

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
LEIDRAAD = str(Path(sys.executable).with_name("leidraad"))
EXAMPLE, EDITIONS, ALL = "voorbeeldstad", 20, 342


def measure() -> Iterator[str]:
    """Yield both costs and their ratio, what one more edition adds, and how long one change takes."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        slugs = project_of(root, EDITIONS)
        cores = os.sched_getaffinity(0)
        os.sched_setaffinity(0, {min(cores)})
        ours = _cpu(lambda: _run([LEIDRAAD, "build"], root))
        theirs = _cpu(lambda: _separately(root, slugs))
        os.sched_setaffinity(0, cores)
        yield f"{EDITIONS} editions, each written twice, in one build: {ours:.1f} s CPU"
        yield f"{EDITIONS} separate builds, each written once: {theirs:.1f} s CPU"
        yield f"ratio: {ours / theirs:.2f}; {ALL} editions would take {ours / EDITIONS * ALL / 60:.1f} min CPU"
        sizes = _sizes(root / "site" / slugs[0])
        yield "one more edition adds: " + ", ".join(f"{kind} {size // 1000} kB" for kind, size in sizes.most_common(6))
        yield f"rebuilt after one principle changed: {_after_a_change(root, slugs[0]):.1f} s"


def project_of(folder: Path, number: int) -> list[str]:
    """Copy the sources, with as many municipalities as asked, each with a name of its own."""
    return _copies(sources_in(folder), number)


def sources_in(folder: Path) -> Path:
    """Copy the sources into a folder, to build there."""
    for name in ("docs", "framework", "thema"):
        shutil.copytree(ROOT / name, folder / name)
    for name in ("macros.py", "mkdocs.yml"):
        shutil.copy(ROOT / name, folder / name)
    (folder / "leidraad").symlink_to(ROOT / "leidraad")
    return folder


def _copies(project: Path, number: int) -> list[str]:
    """Make as many municipalities as asked, each with a name of its own."""
    gemeenten = project / "framework" / "gemeenten"
    example = gemeenten / EXAMPLE
    for other in [path for path in gemeenten.iterdir() if path != example]:
        shutil.rmtree(other)
    slugs = [f"{EXAMPLE}-{count}" for count in range(1, number + 1)]
    for count, slug in enumerate(slugs, 1):
        shutil.copytree(example, gemeenten / slug)
        path = gemeenten / slug / "gemeente.yaml"
        text = path.read_text("utf-8").replace(f"id: {EXAMPLE}", f"id: {slug}", 1)
        path.write_text(text.replace("naam: Voorbeeldstad", f"naam: Voorbeeldstad {count}", 1), "utf-8", newline="\n")
    shutil.rmtree(example)
    return slugs


def _separately(project: Path, slugs: list[str]) -> None:
    for slug in slugs:
        words = [sys.executable, "-m", "mkdocs", "build", "--strict"]
        _run(words, project, GEMEENTE=slug, SITE_DIR=str(project / "los" / slug))


def _run(words: list[str], project: Path, **variables: str) -> None:
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **variables}
    subprocess.run(words, cwd=project, env=environment, check=True, capture_output=True)


def _cpu(work: Callable[[], None]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    work()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _sizes(folder: Path) -> Counter[str]:
    """Return the bytes on the disk per kind of file; what is stored once counts once."""
    sizes: Counter[str] = Counter()
    files = {path.stat().st_ino: path for path in folder.rglob("*") if path.is_file()}
    for path in files.values():
        sizes[path.suffix or path.name] += path.stat().st_size
    return sizes


def _after_a_change(project: Path, slug: str) -> float:
    folder = project / "framework" / "gemeenten" / slug / "gedragsprincipes"
    path = min(folder.glob("*.yaml"))
    path.write_text(path.read_text("utf-8").replace("titel: ", "titel: Voortaan ", 1), "utf-8", newline="\n")
    start = time.perf_counter()
    _run([LEIDRAAD, "build"], project)
    return time.perf_counter() - start

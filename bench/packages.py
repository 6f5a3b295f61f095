"""Packages for courses: their bytes per kind, and their share of an edition's time; aim: at most 10 % of its CPU.

One edition is built in a process of its own, from a stencil that is there, and the time that went to what is made for a
learning system, a meeting or a frame elsewhere is kept apart: both are of the same run, whatever else the machine does.
Bytes are counted once: the fixed version and nieuwste hold the same files.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from types import ModuleType

from leidraad.checks import check_framework
from leidraad.editions.build import build_editions
from leidraad.model.use.framework import Edition, Framework
from leidraad.model.use.version import Version, version_at
from leidraad.outputs import gift, oembed
from leidraad.outputs.beeld.platen import plates
from leidraad.outputs.beeld.tekenen import draw
from leidraad.outputs.dias import dias
from leidraad.outputs.zips import cartridge, h5p, lessen, scorm

ROOT = Path(__file__).parents[1]
Files = Callable[[Edition, Version], Iterator[tuple[str, bytes]]]
SLUG, ROUNDS, AIM = "voorbeeldstad", 5, 10
KINDS = {
    "links (Common Cartridge)": cartridge,
    "lessons (Common Cartridge)": lessen,
    "lessons and cards (SCORM 1.2)": scorm,
    "question bank (GIFT)": gift,
    "dialog cards (H5P)": h5p,
    "slides (pptx)": dias,
    "answers for a frame (oEmbed)": oembed,
}


def measure() -> Iterator[str]:
    """Yield the bytes and CPU seconds of each kind, what all pictures cost once, and the share of a whole build."""
    framework, _ = check_framework(ROOT / "framework")
    yield from _kinds(framework)
    yield from _pictures(framework)
    runs = [_child() for _ in range(ROUNDS + 1)][1:]  # the first makes the stencil
    yield f"an edition: {median(whole for whole, _ in runs):.2f} s CPU (median of {ROUNDS})"
    shares = [100 * spent / whole for whole, spent in runs]
    yield f"share of the packages: {median(shares):.1f} % ({min(shares):.1f} to {max(shares):.1f}; aim {AIM})"


def _kinds(framework: Framework) -> Iterator[str]:
    edition = Edition(framework, framework.gemeenten[SLUG])
    version = version_at(edition, Path(SLUG) / "nieuwste")
    total = 0
    for name, kind in KINDS.items():
        start = time.process_time()
        made = [len(content) for content in _contents(kind, edition, version)]
        first = time.process_time() - start
        list(_contents(kind, edition, version))
        again = time.process_time() - start - first
        total += sum(made)
        yield f"{name}: {sum(made) / 1000:.0f} kB in {len(made)} files, {first:.2f} s CPU, {again:.2f} once more"
    yield f"all of them: {total / 1000:.0f} kB"


def _contents(kind: ModuleType, edition: Edition, version: Version) -> Iterator[bytes]:
    if kind is oembed:
        yield from (made.make().encode() for made in oembed.each(edition, version))
    else:
        yield from (content for _, content in kind.files(edition, version))


def _pictures(framework: Framework) -> Iterator[str]:
    start = time.process_time()
    made = [len(draw(plate)) for plate in plates(framework).values()]
    spent = time.process_time() - start
    yield f"pictures, once per publication: {sum(made) / 1000:.0f} kB in {len(made)} files, {spent:.2f} s CPU"


def _child() -> tuple[float, float]:
    """Return the CPU seconds of a process that builds one edition, and those that went to its packages."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    words = [sys.executable, "-c", "from bench.packages import build; build()"]
    said = subprocess.run(words, check=True, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8").stdout
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, float(said)


def build() -> None:
    """Build one edition, and print how many CPU seconds its packages took."""
    spent: list[float] = []
    for kind in KINDS.values():
        if kind is not oembed:  # it is made page by page, and takes 0.01 second
            vars(kind).update(files=_timed(kind.files, spent))
    framework, _ = check_framework(ROOT / "framework")
    with tempfile.TemporaryDirectory() as folder:
        build_editions(ROOT, framework, [SLUG], Path(folder), "mkdocs", lambda _: None)
    print(sum(spent))


def _timed(files: Files, spent: list[float]) -> Files:
    def timed(edition: Edition, version: Version) -> Iterator[tuple[str, bytes]]:
        start = time.process_time()
        made = list(files(edition, version))
        spent.append(time.process_time() - start)
        return iter(made)

    return timed

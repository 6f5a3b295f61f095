"""Packages for courses: their bytes per kind, and their share of an edition's time; aim: at most 10 % of its CPU.

Two builds of one edition take turns in processes of their own, from the same stencil: whole, and without what is made
for a learning system, a meeting or a frame elsewhere. Bytes are counted once: the fixed version and nieuwste hold the
same files.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from types import ModuleType
from typing import Never

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
    times: dict[str, list[float]] = {"whole": [], "without": []}
    for turn in range(ROUNDS + 1):
        for which, held in times.items():
            spent = _child(which)
            if turn:  # the first makes the stencil
                held.append(spent)
    for which, held in times.items():
        yield f"an edition, {which}: {median(held):.2f} s CPU (median of {ROUNDS}, lowest {min(held):.2f})"
    shares = [100 * (all_ - less) / all_ for all_, less in zip(times["whole"], times["without"], strict=True)]
    yield f"share of the packages: {median(shares):.1f} % ({min(shares):.1f} to {max(shares):.1f}; aim {AIM})"


def _kinds(framework: Framework) -> Iterator[str]:
    edition = Edition(framework, framework.gemeenten[SLUG])
    version = version_at(edition, Path(SLUG) / "nieuwste")
    total = 0
    for name, kind in KINDS.items():
        start = time.process_time()
        made = [len(content) for content in _contents(kind, edition, version)]
        total += sum(made)
        spent = time.process_time() - start
        yield f"{name}: {sum(made) / 1000:.0f} kB in {len(made)} files, {spent:.2f} s CPU the first time"
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


def _child(which: str) -> float:
    """Return the CPU seconds of a process that builds one edition."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    words = [sys.executable, "-c", f"from bench.packages import build; build(whole={which == 'whole'})"]
    subprocess.run(words, check=True, cwd=ROOT, env=environment, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _nothing(_: Edition, __: Version) -> Iterator[Never]:
    return iter(())


def build(*, whole: bool) -> None:
    """Build one edition; not whole, it has no package."""
    for kind in () if whole else KINDS.values():
        vars(kind).update(files=_nothing, each=_nothing)
    framework, _ = check_framework(ROOT / "framework")
    with tempfile.TemporaryDirectory() as folder:
        build_editions(ROOT, framework, [SLUG], Path(folder), "mkdocs", lambda _: None)

"""The build with macros against a plain build of the already rendered Markdown; aim: at most 1.35 times its CPU.

Three builds take turns: the pages alone, with their macros; the same pages already rendered; and the whole edition,
with what stands beside the pages (cards, search index, packages) and no plain build makes. Of what the macros
cost, the parts are shown that are paid once in a run, whatever the number of pages.
"""

import os
import re
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config

ROOT = Path(__file__).parents[1]
ROUNDS = 5
PARTS = {
    "importing the plug-in": "import mkdocs_macros.plugin",
    "importing pydantic and the model": "import leidraad.checks",
    "importing it, then reading and checking": (
        "from pathlib import Path; from leidraad.checks import check_framework; check_framework(Path('framework'))"
    ),
}


def measure() -> Iterator[str]:
    """Yield the CPU seconds of both builds, turn by turn, and their ratio."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        plain, pages = plain_sources(work), _pages_alone(work)
        times: dict[str, list[float]] = {"with macros": [], "plain": [], "whole edition": []}
        for _ in range(ROUNDS):
            times["with macros"].append(_cpu(pages, work / "a"))
            times["plain"].append(_cpu(plain, work / "b"))
            times["whole edition"].append(_cpu(ROOT / "mkdocs.yml", work / "c"))
        for name, values in times.items():
            yield f"{name}: {median(values):.2f} s CPU (median of {ROUNDS}, lowest {min(values):.2f})"
        ratios = [ours / theirs for ours, theirs in zip(times["with macros"], times["plain"], strict=True)]
        yield f"ratio: {median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f})"
        nothing = _process("pass")
        for name, statement in PARTS.items():
            yield f"  of which {name}: {_process(statement) - nothing:.2f} s CPU"


def plain_sources(work: Path, plugins: str = "plugins: []") -> Path:
    """Write every page as the macros made it, and a configuration that only lacks the macros."""
    docs = work / "docs"

    def keep(markdown: str, page: Any, **_: Any) -> str:
        head = yaml.safe_dump(dict(page.meta), allow_unicode=True)
        path = docs / page.file.src_uri
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"---\n{head}---\n{markdown}", "utf-8", newline="\n")
        return markdown

    config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(work / "site"))
    config.plugins.events["page_markdown"].append(keep)
    build(config)
    shell = (ROOT / "mkdocs.yml").read_text("utf-8")
    start, end = shell.index("plugins:"), shell.index("markdown_extensions:")
    path = work / "mkdocs.yml"
    shell = re.sub(r"^watch:.*\n", "", f"{shell[:start]}{plugins}\n{shell[end:]}", flags=re.M)
    path.write_text(shell.replace("custom_dir: thema", f"custom_dir: {ROOT / 'thema'}"), "utf-8", newline="\n")
    (docs / "assets").symlink_to(ROOT / "docs" / "assets")
    return path


def _pages_alone(work: Path) -> Path:
    """Write a configuration that is ours, but for what happens after the pages are built."""
    (work / "alleen_paginas.py").write_text("from macros import define_env\n", "utf-8", newline="\n")
    shell = (ROOT / "mkdocs.yml").read_text("utf-8").replace("module_name: macros", "module_name: alleen_paginas")
    for key, name in (("docs_dir", "docs"), ("custom_dir", "thema"), ("include_dir", "docs/_vormen")):
        shell = shell.replace(f"{key}: {name}", f"{key}: {ROOT / name}")
    path = work / "paginas.yml"
    path.write_text(re.sub(r"^watch:.*\n", "", shell, flags=re.M), "utf-8", newline="\n")
    return path


def _process(statement: str) -> float:
    """Return the CPU seconds of a Python of its own that does one thing; the lowest of some rounds."""
    return min(_children([sys.executable, "-c", statement]) for _ in range(ROUNDS))


def _cpu(config: Path, site: Path) -> float:
    return _children([sys.executable, "-m", "mkdocs", "build", "-f", str(config), "-d", str(site)])


def _children(words: list[str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT)}
    subprocess.run(words, check=True, cwd=ROOT, env=environment, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

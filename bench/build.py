"""The build with macros against a plain build of the already rendered Markdown; aim: at most 1.35 times its CPU."""

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


def measure() -> Iterator[str]:
    """Yield the CPU seconds of both builds, turn by turn, and their ratio."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        plain = plain_sources(work)
        times: dict[str, list[float]] = {"with macros": [], "plain": []}
        for _ in range(ROUNDS):
            times["with macros"].append(_cpu(ROOT / "mkdocs.yml", work / "a"))
            times["plain"].append(_cpu(plain, work / "b"))
        for name, values in times.items():
            yield f"{name}: {median(values):.2f} s CPU (median of {ROUNDS})"
        ratios = [ours / theirs for ours, theirs in zip(times["with macros"], times["plain"], strict=True)]
        yield f"ratio: {median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f})"


def plain_sources(work: Path, plugins: str = "plugins: []") -> Path:
    """Write every page as the macros made it, and a configuration that only lacks the macros."""
    docs = work / "docs"

    def keep(markdown: str, page: Any, **_: Any) -> str:
        head = yaml.safe_dump(dict(page.meta), allow_unicode=True)
        path = docs / page.file.src_uri
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"---\n{head}---\n{markdown}", "utf-8")
        return markdown

    config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(work / "site"))
    config.plugins.events["page_markdown"].append(keep)
    build(config)
    shell = (ROOT / "mkdocs.yml").read_text("utf-8")
    start, end = shell.index("plugins:"), shell.index("markdown_extensions:")
    path = work / "mkdocs.yml"
    shell = re.sub(r"^watch:.*\n", "", f"{shell[:start]}{plugins}\n{shell[end:]}", flags=re.M)
    path.write_text(shell.replace("custom_dir: thema", f"custom_dir: {ROOT / 'thema'}"), "utf-8")
    (docs / "assets").symlink_to(ROOT / "docs" / "assets")
    return path


def _cpu(config: Path, site: Path) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    words = [sys.executable, "-m", "mkdocs", "build", "-f", str(config), "-d", str(site)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(words, check=True, cwd=ROOT, env=environment, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

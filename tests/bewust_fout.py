"""tests/bewuste_fouten.yaml → each fault made in a copy of the project, and whether the tests that should see it do.

Run `python -m tests.bewust_fout [word …]` before a release, with words for the faults whose name holds one of them.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from tests.probe import ROOT

CASES = ROOT / "tests" / "bewuste_fouten.yaml"


@dataclass(frozen=True)
class Fault:
    """One small fault: where it is made, what stands there, what comes there, and the tests that must see it."""

    naam: str
    bestand: str
    zoek: str
    wordt: str
    gezien: tuple[str, ...]

    def place(self, root: Path) -> Path:
        """Return the one file that holds the text, once; ValueError says what is wrong where there is none."""
        counts = {path: path.read_text("utf-8").count(self.zoek) for path in root.glob(self.bestand) if path.is_file()}
        found = [path for path, count in counts.items() if count]
        if len(found) != 1 or counts[found[0]] != 1:
            raise ValueError(f"«{self.naam}»: de tekst staat {sum(counts.values())} keer in {self.bestand}")
        return found[0]


def faults(words: Sequence[str] = ()) -> list[Fault]:
    """Return the faults whose name holds one of the words, or all."""
    held = [Fault(**{**case, "gezien": tuple(case["gezien"])}) for case in yaml.safe_load(CASES.read_text("utf-8"))]
    return [fault for fault in held if not words or any(word in fault.naam for word in words)]


def copy(folder: Path) -> Path:
    """Copy everything under version control, with what is not committed yet."""
    words = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    for name in subprocess.run(words, cwd=ROOT, capture_output=True, check=True).stdout.decode().split("\0"):
        if name and (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)
    subprocess.run(["git", "init", "-q"], cwd=folder, check=True)
    return folder


def first_failure(project: Path, tests: Sequence[str]) -> str:
    """Return the first of these tests that fails on the project, or nothing; another end is an error of the run."""
    words = [sys.executable, "-m", "pytest", "-q", "-x", "-rfE", "--tb=no", "-p", "no:cacheprovider", *tests]
    done = subprocess.run(
        words,
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(project)},  # before the project that is installed
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode not in (0, 1):
        raise RuntimeError(done.stdout + done.stderr)
    failed = re.search(r"^(?:FAILED|ERROR) (\S+)", done.stdout, re.M)
    return failed[1] if failed else "?" * done.returncode


def main(words: Sequence[str]) -> int:
    """Make every fault, say what became of it, and return 1 when one was not seen."""
    chosen, unseen = faults(words), []
    with tempfile.TemporaryDirectory() as folder:
        project = copy(Path(folder) / "project")
        places = [fault.place(project) for fault in chosen]
        if failed := first_failure(project, sorted({test for fault in chosen for test in fault.gezien})):
            raise SystemExit(f"Zonder fout slaagt {failed} al niet; er is niets geprobeerd.")
        for fault, place in zip(chosen, places, strict=True):
            good = place.read_text("utf-8")
            place.write_text(good.replace(fault.zoek, fault.wordt), "utf-8", newline="\n")
            failed = first_failure(project, fault.gezien)
            place.write_text(good, "utf-8", newline="\n")
            print(f"gezien      {fault.naam}: {failed}" if failed else f"NIET GEZIEN {fault.naam}", flush=True)
            unseen += [] if failed else [fault.naam]
    print(f"{len(chosen) - len(unseen)} van de {len(chosen)} bewuste fouten zijn gezien.")
    return int(bool(unseen))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

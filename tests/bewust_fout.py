"""tests/bewuste_fouten.yaml → each fault made in a copy of the project, and whether the tests that should see it do.

Run `python -m tests.bewust_fout [word …]` before a release, with words for the faults whose name holds one of them.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import yaml

from leidraad.editions.exchange import write_anew
from leidraad.editions.finish import prepared
from leidraad.editions.publication import listing
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

    @contextmanager
    def made_in(self, project: Path) -> Iterator[None]:
        """Make it in a project, and mend it again."""
        place = self.place(project)
        good = place.read_text("utf-8")
        place.write_text(good.replace(self.zoek, self.wordt), "utf-8", newline="\n")
        try:
            yield
        finally:
            place.write_text(good, "utf-8", newline="\n")


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


def _python(project: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *words],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(project), "COLUMNS": "240"},  # before the project that is installed
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def failures(project: Path, tests: Sequence[str], *words: str) -> dict[str, str]:
    """Return the tests of these that fail on a project, each with why; another end is an error of the run."""
    noted = project / ".cache" / "gevallen"
    shutil.rmtree(noted, ignore_errors=True)
    options = ("-q", "-rfE", "--tb=no", "-o", f"cache_dir={noted}", *words)
    done = _python(project, "-m", "pytest", *options, *tests)
    held = noted / "v" / "cache" / "lastfailed"
    failed = list(json.loads(held.read_text("utf-8"))) if held.exists() else []
    if done.returncode not in (0, 1) or bool(failed) != bool(done.returncode):
        raise RuntimeError(done.stdout + done.stderr)
    told = [line.partition(" ")[2] for line in done.stdout.splitlines() if line.startswith(("FAILED ", "ERROR "))]
    return {test: next((line for line in told if line.startswith(test)), test) for test in failed}


def build(project: Path) -> None:
    """Build all editions of a project."""
    done = _python(project, "-c", "from leidraad.command import main; main()", "build")
    if done.returncode:
        raise RuntimeError(done.stdout + done.stderr)


def renewed(site: Path, project: Path, place: Path) -> bool:
    """Put a script or a style of the project in every edition, as a build would; False where a build does more."""
    folder, *within = place.relative_to(project).parts
    editions = [path for path in site.glob("*/*") if path.joinpath(*within).is_file()] if folder == "docs" else []
    for edition in editions:
        write_anew(edition.joinpath(*within), prepared(place))
    if editions:
        listing.write_root(site)  # its page for what is not found holds scripts and styles
    return bool(editions)


def tried(fault: Fault, project: Path, site: Path) -> dict[str, str]:
    """Make a fault, and return which of the tests that must see it fails first, with why; none when nobody saw it."""
    place = fault.place(project)
    try:
        with fault.made_in(project):
            there = ("--site", str(site)) if renewed(site, project, place) else ()
            return failures(project, fault.gezien, "-x", *there)
    finally:
        renewed(site, project, place)


def main(words: Sequence[str]) -> int:
    """Make every fault, say what became of it, and return 1 when one was not seen.

    What fell has to stand without the faults: that is asked at the end, of those tests alone and in one run.
    """
    chosen, fell = faults(words), dict[str, str]()
    with tempfile.TemporaryDirectory() as folder:
        project = copy(Path(folder) / "project")
        for fault in chosen:
            fault.place(project)
        _say(f"{len(chosen)} bewuste fouten.")
        site = project / "site"
        if any(fault.bestand.startswith("docs/") for fault in chosen):
            _say("Eerst wordt de site gebouwd.")
            build(project)
        for number, fault in enumerate(chosen, 1):
            begun, told = time.monotonic(), "NIET GEZIEN"
            try:
                for test, why in tried(fault, project, site).items():
                    fell[fault.naam], told = test, f"gezien: {why}"
            except RuntimeError as error:  # no test came so far as to fail: that proves nothing
                told = f"GING NIET: {str(error).strip().splitlines()[-1]}"
            _say(f"[{number}/{len(chosen)}] {time.monotonic() - begun:.0f} s  {fault.naam}  {told}")
        there = ("--site", str(site)) if site.is_dir() else ()
        red = failures(project, sorted({*fell.values()}), *there) if fell else {}
    seen = [naam for naam, test in fell.items() if test not in red]
    _say(f"{len(seen)} van de {len(chosen)} bewuste fouten zijn gezien, door tests die zonder fout slagen.")
    for fault in chosen:
        if fault.naam not in seen:
            why = f"ook zonder fout faalt {fell[fault.naam]}" if fault.naam in fell else "geen test faalde"
            _say(f"NIET GEZIEN  {fault.naam}: {why}")
    return int(len(seen) < len(chosen))


def _say(line: str) -> None:
    print(line, flush=True)  # into a file, too, while it runs


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

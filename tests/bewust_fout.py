"""tests/bewuste_fouten.yaml → each fault made in a copy of the project, and whether the tests that should see it do.

Run `python -m tests.bewust_fout [word …]` before a release, with words for the faults whose name holds one of them.
"""

import os
import re
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


def failures(project: Path, tests: Sequence[str], *words: str) -> list[str]:
    """Return the tests of these that fail on a project, each with why; another end is an error of the run."""
    options = ("-q", "-rfE", "--tb=no", "-p", "no:cacheprovider", *words)
    done = _python(project, "-m", "pytest", *options, *tests)
    failed = re.findall(r"^(?:FAILED|ERROR) (.+)", done.stdout, re.M)
    if done.returncode not in (0, 1) or bool(failed) != bool(done.returncode):
        raise RuntimeError(done.stdout + done.stderr)
    return failed


def built(project: Path) -> Path:
    """Build all editions of a project."""
    done = _python(project, "-c", "from leidraad.command import main; main()", "build")
    if done.returncode:
        raise RuntimeError(done.stdout + done.stderr)
    return project / "site"


def renewed(site: Path, project: Path, place: Path) -> bool:
    """Put a script or a style of the project in every edition, as a build would; False where a build does more."""
    folder, *within = place.relative_to(project).parts
    editions = [path for path in site.glob("*/*") if path.joinpath(*within).is_file()] if folder == "docs" else []
    for edition in editions:
        write_anew(edition.joinpath(*within), prepared(place))
    if editions:
        listing.write_root(site)  # its page for what is not found holds scripts and styles
    return bool(editions)


def tried(fault: Fault, project: Path, site: Path) -> list[str]:
    """Make a fault, and return which of the tests that must see it fails first; none when nobody saw it."""
    place = fault.place(project)
    try:
        with fault.made_in(project):
            there = ("--site", str(site)) if renewed(site, project, place) else ()
            return failures(project, fault.gezien, "-x", *there)
    finally:
        renewed(site, project, place)


def main(words: Sequence[str]) -> int:
    """Make every fault, say what became of it, and return 1 when one was not seen."""
    chosen, unseen = faults(words), list[str]()
    with tempfile.TemporaryDirectory() as folder:
        project = copy(Path(folder) / "project")
        for fault in chosen:
            fault.place(project)
        _say(f"{len(chosen)} bewuste fouten. Eerst zonder fout: de site, en elke test die er een moet zien …")
        site = built(project)
        red = failures(project, sorted({test for fault in chosen for test in fault.gezien}), "--site", str(site))
        if red:
            raise SystemExit("\n".join(["Zonder fout slaagt dit al niet; er is niets geprobeerd.", *red]))
        for number, fault in enumerate(chosen, 1):
            begun = time.monotonic()
            try:
                told = "".join(f"gezien      {fault.naam}: {one}" for one in tried(fault, project, site)[:1])
            except RuntimeError as error:  # no test came so far as to fail: that proves nothing
                told = f"GING NIET   {fault.naam}: {str(error).strip().splitlines()[-1]}"
            _say(f"[{number}/{len(chosen)}] {time.monotonic() - begun:3.0f} s {told or f'NIET GEZIEN {fault.naam}'}")
            unseen += [] if told.startswith("gezien") else [fault.naam]
    _say(f"{len(chosen) - len(unseen)} van de {len(chosen)} bewuste fouten zijn gezien.")
    for naam in unseen:
        _say(f"NIET GEZIEN {naam}")
    return int(bool(unseen))


def _say(line: str) -> None:
    print(line, flush=True)  # into a file, too, while it runs


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

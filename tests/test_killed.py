"""A build that is killed, or finds no room: what stood there stays whole, and the next run completes it."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from filelock import FileLock, Timeout

from leidraad.editions.exchange import one_at_a_time
from tests.core import change
from tests.editions.tiny import content
from tests.forked import leidraad
from tests.sources import SHELF
from tests.verwachting import SLUG, ready

LEIDRAAD = Path(sys.executable).with_name("leidraad")
OTHER = "nergenshuizen"
WITH_WORKERS = pytest.mark.skipif(
    not Path("/proc/self/stat").exists() or (os.cpu_count() or 1) < 2, reason="één kern, of geen /proc"
)
PRINCIPE = f"framework/gemeenten/{SLUG}/gedragsprincipes/eerst-luisteren.yaml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The miniature with the real machine, of which the pages were made."""
    return ready(tmp_path / "project")


def _start(project: Path, *slugs: str) -> subprocess.Popen[str]:
    words = [str(LEIDRAAD), "build", *slugs, "--doel", "site"]
    pipe = subprocess.PIPE
    return subprocess.Popen(words, cwd=project, stdout=pipe, stderr=pipe, encoding="utf-8", start_new_session=True)


def _built(project: Path, *slugs: str) -> str:
    return leidraad(project, "build", *slugs, "--doel", "site", check=True).stdout


def _held(project: Path) -> dict[str, dict[str, bytes]]:
    return {slug: content(project / "site" / slug) for slug in (SLUG, OTHER)}


@pytest.mark.parametrize("system", ["with fcntl", "without"])
def test_one_build_at_a_time_puts_its_editions_in_place(
    system: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who comes second waits, on Windows too."""
    lock = tmp_path / "site.slot"
    if system == "without":
        monkeypatch.setitem(sys.modules, "fcntl", None)
    for _ in range(2):
        with one_at_a_time(lock), pytest.raises(Timeout):
            FileLock(lock).acquire(timeout=0)


def test_killed_at_any_moment_each_edition_is_the_old_one_or_the_new_one(project: Path, full_size: bool) -> None:
    """SIGKILL to the real command and all that it started: no edition is half, nothing stays that is in the way."""
    _built(project)
    old, site, kept = _held(project), project / "site", project / "bewaard"
    shutil.copytree(site, kept)
    change(project, PRINCIPE, "titel: We luisteren eerst", "titel: We luisteren het eerst")
    begin = time.monotonic()
    _built(project)
    took, new = time.monotonic() - begin, _held(project)
    assert old[SLUG] != new[SLUG]
    chance, moments, outcomes = random.Random(19), 30 if full_size else 2, []  # noqa: S311  # moments, no secrets
    for number in range(moments):
        shutil.rmtree(site)
        shutil.copytree(kept, site)
        build = _start(project)
        time.sleep(took * (number + chance.random()) / moments)
        os.killpg(build.pid, signal.SIGKILL)
        build.communicate()
        found = _held(project)
        assert all(found[slug] in (old[slug], new[slug]) for slug in found)
        outcomes.append(found == new)
        _built(project)
        assert _held(project) == new
        assert [path.name for path in site.iterdir() if path.name.endswith((".bouw", ".nieuw", ".oud"))] == []
    print(f"\n{outcomes.count(False)} keer de oude, {outcomes.count(True)} keer de nieuwe")
    assert False in outcomes


def _children(pid: int) -> list[int]:
    found = list[int]()
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):  # it ended meanwhile
            if int(path.read_text("utf-8").rpartition(")")[2].split()[1]) == pid:
                found.append(int(path.parent.name))
    return found


@WITH_WORKERS
def test_a_killed_command_leaves_no_worker(project: Path) -> None:
    """Killed alone, as by a system without memory: its workers end by themselves, and the next build goes well."""
    change(project, f"framework/gemeenten/{OTHER}/gemeente.yaml", "naam: ", "naam: Oud-")
    build = _start(project)
    while build.poll() is None and len(_children(build.pid)) < 2:
        time.sleep(0.01)
    assert build.poll() is None
    build.kill()
    build.communicate(timeout=120)  # the end of what it says comes with the last that could say something
    assert "Klaar" in _built(project)


@WITH_WORKERS
def test_who_stops_a_build_hears_what_is_there_now(project: Path) -> None:
    """Ctrl-C goes to all that was started: no traceback, each edition the old or the new one, and what to do."""
    _built(project)
    old = _held(project)
    for slug in (SLUG, OTHER):
        change(project, f"framework/gemeenten/{slug}/gemeente.yaml", "naam: ", "naam: Oud-")
    build = _start(project)
    while build.poll() is None and not _children(build.pid):
        time.sleep(0.01)
    os.killpg(build.pid, signal.SIGINT)
    said, wrong = build.communicate(timeout=120)
    assert (build.returncode, "Traceback" in said + wrong) == (130, False), wrong
    assert wrong.strip().endswith(
        "Gestopt. Niets is half: wat er stond, staat er nog of is al nieuw. Draai de opdracht weer om alles te maken."
    )
    assert _held(project) == old


@WITH_WORKERS
def test_a_killed_worker_is_told(project: Path) -> None:
    """A system without memory kills one: no traceback, what stood there stays, and what may be the matter is said."""
    _built(project)
    old = _held(project)
    change(project, PRINCIPE, "titel: We luisteren eerst", "titel: Wij luisteren eerst")
    change(project, f"framework/gemeenten/{OTHER}/gemeente.yaml", "naam: ", "naam: Oud-")
    build = _start(project)
    while build.poll() is None and not (workers := _children(build.pid)):
        time.sleep(0.01)
    os.kill(workers[0], signal.SIGKILL)
    said, wrong = build.communicate(timeout=120)
    assert (build.returncode, "Traceback" in said + wrong) == (1, False)
    assert "misschien was het geheugen vol" in wrong
    assert "Elke gemeente die er stond, staat er nog, en heel." in wrong
    assert _held(project) == old


def _mounted(folder: Path, size: str) -> Iterator[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    words = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
    done = subprocess.run(words, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        pytest.skip(f"geen recht om een schijf aan te koppelen: {done.stderr.strip()}")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


@pytest.fixture(params=["site", ".cache"])
def small_disk(request: pytest.FixtureRequest, project: Path) -> Iterator[Path]:
    """A real file system that is nearly full, where the site stands or where it is put together."""
    yield from _mounted(project / request.param, "64m")


def test_a_full_disk_says_so_and_loses_nothing(small_disk: Path, project: Path) -> None:
    """In Dutch, without a traceback; with room again the same command completes it."""
    (project / SHELF).mkdir(parents=True, exist_ok=True)
    _built(project, SLUG)
    old = content(project / "site" / SLUG)
    change(project, PRINCIPE, "titel: We luisteren eerst", "titel: We luisteren het eerst")
    filler = small_disk / "vol"
    room = os.statvfs(small_disk)
    filler.write_bytes(b"x" * max(0, room.f_bavail * room.f_frsize - 300_000))
    build = _start(project, SLUG)
    said, wrong = build.communicate(timeout=120)
    assert (build.returncode, "Traceback" in said + wrong) == (1, False), said + wrong
    assert "Bouwen in site/ lukt niet: de schijf is vol; maak ruimte." in wrong
    assert content(project / "site" / SLUG) == old
    filler.unlink()
    _built(project, SLUG)
    assert content(project / "site" / SLUG) != old

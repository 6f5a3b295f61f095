"""What the checks share: what they open, who is not there, and a browser."""

import os
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.site.browser import FLAGS, chromium_path

ROOT = Path(__file__).parents[2]
Check = Callable[[Path, Path], Iterator[str]]


class AbsentError(Exception):
    """The software is not here, so nothing was tried."""


def needs(path: Path, what: str) -> Path:
    """Return a path in the folder of sources; who has not put it there has not tried it."""
    if not path.exists():
        raise AbsentError(f"{what}: there is no {path}")
    return path


def program(name: str) -> str:
    """Return the path of a program of this machine."""
    found = shutil.which(name)
    if not found:
        raise AbsentError(f"{name} is not installed")
    return found


def said(words: list[str], folder: Path | None = None) -> str:
    """Return what a program says; what it says against us stops the check."""
    done = subprocess.run(words, cwd=folder, capture_output=True, encoding="utf-8", timeout=300)
    assert not done.returncode, f"{words[0]}: {done.stdout[-500:]}{done.stderr[-500:]}"
    return done.stdout


def from_npm(sources: Path, *packages: str) -> Path:
    """Return the folder of modules with the packages in it, fetched once by npm itself."""
    folder = sources / "node"
    if any(not (folder / "node_modules" / name.rpartition("@")[0]).exists() for name in packages):
        words = [program("npm"), "install", "--silent", "--no-audit", "--no-fund", "--ignore-scripts"]
        said([*words, "--prefix", str(folder), *packages])
    return folder / "node_modules"


def packages(site: Path, pattern: str) -> list[Path]:
    """Return the packages of the newest version of every municipality; there are some, or nothing was shown."""
    found = sorted(site.glob(f"*/nieuwste/cursus/{pattern}"))
    assert found, f"{site} holds no {pattern}"
    return found


def name(package: Path) -> str:
    """Return the municipality and the file."""
    return f"{package.parts[-4]} {package.name}"


def unpacked(package: Path, folder: Path) -> Path:
    """Unpack a package into a folder of its own."""
    target = folder / f"{package.parts[-4]}-{package.name}"
    with zipfile.ZipFile(package) as archive:
        assert archive.testzip() is None
        archive.extractall(target)
    return target


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser of the tests."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=FLAGS)
        yield browser
        browser.close()


def environment(**more: str) -> dict[str, str]:
    """Return what a process of ours needs to know."""
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1", **more}

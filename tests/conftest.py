"""What all tests share: the options, the site as it is built, and which tests begin first."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock

from tests.probe import ROOT
from tests.sources import LOCK


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add --alles, for everything at full size instead of one page of each kind, and --vernieuw."""
    parser.addoption("--vernieuw", action="store_true", help="bewaar wat de machine nu van de miniatuur maakt")
    parser.addoption("--alles", action="store_true", help="alles op volle grootte: elke pagina, in elke toestand")


@pytest.fixture(scope="session")
def full_size(request: pytest.FixtureRequest) -> bool:
    """True under --alles."""
    return bool(request.config.getoption("--alles"))


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All editions, built once by the real command, for every worker of a run; no test may write in it."""
    worker = "PYTEST_XDIST_WORKER" in os.environ
    own = tmp_path_factory.getbasetemp()
    folder = (own.parent if worker else own) / "site"
    LOCK.parent.mkdir(exist_ok=True)
    with FileLock(LOCK):
        if not folder.exists():
            started = folder.with_suffix(".begonnen")
            command = [str(Path(sys.executable).with_name("leidraad")), "build", "--doel", str(started)]
            subprocess.run(command, cwd=ROOT, check=True)
            started.rename(folder)  # so what another worker finds is whole
    return folder


# What takes longest alone begins first, so that no worker is left with it when the others are done.
FIRST = ("test_engines", "test_editions", "test_fork", "test_print", "test_principe_maker", "test_keyboard")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the modules with long tests first; within a module the order stays."""
    items.sort(key=lambda item: FIRST.index(item.path.stem) if item.path.stem in FIRST else len(FIRST))

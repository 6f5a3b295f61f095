"""What all tests share: the options, the site as it is built, and the order of the tests."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from tests import alike
from tests.order import dealt
from tests.probe import ROOT
from tests.sources import LOCK

# Where Python is told to keep nothing that it compiled, each worker and each command compiles all modules again.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add --alles, for everything at full size instead of one page of each kind, --vernieuw, and --site."""
    parser.addoption("--vernieuw", action="store_true", help="bewaar wat de machine nu van de miniatuur maakt")
    parser.addoption("--alles", action="store_true", help="alles op volle grootte: elke pagina, in elke toestand")
    parser.addoption("--site", type=Path, help="een site die er al staat, in plaats van een die nu gebouwd wordt")


def pytest_assertrepr_compare(op: str, left: Any, right: Any) -> list[str] | None:
    """Say of large values what differs: pytest shows all of them where CI is set, and else the first lines."""
    return alike.told(op, left, right)


@pytest.fixture(scope="session")
def full_size(request: pytest.FixtureRequest) -> bool:
    """True under --alles."""
    return bool(request.config.getoption("--alles"))


@pytest.fixture(scope="session")
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All editions, built once by the real command, for every worker of a run; no test may write in it."""
    if there := request.config.getoption("--site"):
        return Path(there).absolute()
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


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave to --alles what only it asks; deal the modules with long tests out to the workers, each in its order."""
    if not config.getoption("--alles") and (later := [item for item in items if item.get_closest_marker("alles")]):
        config.hook.pytest_deselected(items=later)
        items[:] = [item for item in items if not item.get_closest_marker("alles")]
    workers = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
    items[:] = dealt(items, lambda item: item.path.stem, workers)

"""What all tests share: the options, and which tests begin first."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add --alles, for everything at full size instead of one page of each kind, and --vernieuw."""
    parser.addoption("--vernieuw", action="store_true", help="bewaar wat de machine nu van de miniatuur maakt")
    parser.addoption("--alles", action="store_true", help="alles op volle grootte: elke pagina, in elke toestand")


@pytest.fixture(scope="session")
def full_size(request: pytest.FixtureRequest) -> bool:
    """True under --alles."""
    return bool(request.config.getoption("--alles"))


# What takes longest alone begins first, so that no worker is left with it when the others are done.
FIRST = ("test_engines", "test_editions", "test_fork", "test_print", "test_principe_maker", "test_keyboard")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the modules with long tests first; within a module the order stays."""
    items.sort(key=lambda item: FIRST.index(item.path.stem) if item.path.stem in FIRST else len(FIRST))

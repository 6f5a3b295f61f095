"""What all tests share: the option for the full size."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add --alles: everything at full size, instead of one page of each kind."""
    parser.addoption("--alles", action="store_true", help="alles op volle grootte: elke pagina, in elke toestand")


@pytest.fixture(scope="session")
def full_size(request: pytest.FixtureRequest) -> bool:
    """True under --alles."""
    return bool(request.config.getoption("--alles"))

"""The worked walks → `replay` gives what their files say: in the framework itself and in the miniature."""

from pathlib import Path

import pytest

from leidraad.model.loader import load
from leidraad.model.replay import replay
from tests.fouten import MINIATURE

ROOT = Path(__file__).parents[1]
FRAMEWORKS = [load(root / "framework")[0] for root in (ROOT, MINIATURE)]
WALKS = [(framework.routes[loop.route], loop) for framework in FRAMEWORKS for loop in framework.lopen.values()]


@pytest.mark.parametrize(("route", "loop"), WALKS, ids=[loop.id for _, loop in WALKS])
def test_a_worked_walk_runs_as_written(route, loop):  # type: ignore[no-untyped-def]
    """The questions asked and the items to discuss are those of the walk's own file."""
    found = replay(route, loop.antwoorden)
    assert (found.gevraagd, tuple(punt.id for punt in found.bespreken)) == (loop.gestelde_vragen, loop.bespreken)

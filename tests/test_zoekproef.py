"""The questions of `leidraad check` are asked of the same index that a reader searches."""

from leidraad.model.use.framework import Edition
from leidraad.outputs.zoek.zoekindex import index, to_ask
from tests.frameworks import REAL, SMALL


def test_what_is_worked_out_when_asked_is_what_the_index_holds() -> None:
    """Every word and every weight."""
    asked = 0
    for framework in (REAL, SMALL):
        for lokaal in framework.gemeenten.values():
            edition = Edition(framework, lokaal)
            whole, found = index(edition), to_ask(edition)
            assert {**found, "gewichten": []} == {**whole, "gewichten": []}
            for number, leads in enumerate(whole["gewichten"]):
                assert found["gewichten"][number] == leads
                asked += 1
    assert asked > 5_000

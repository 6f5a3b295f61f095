"""An activity that a law or a scheme allows: its conditions stand on its page, each with its source."""

import pytest

from leidraad.model.use.framework import Edition
from leidraad.render.activiteiten.activiteiten import activiteit
from tests.frameworks import REAL

EDITION = Edition(REAL, REAL.gemeenten["voorbeeldstad"])
WITH = [id_ for id_, item in REAL.activiteiten.items() if item.voorwaarden]


def test_the_options_at_work_have_conditions() -> None:
    """A trial place, a wage subsidy, the register, the sickness scheme, a job coach and IPS each say what is asked."""
    options = {"proefplaatsing", "loonkostensubsidie", "praktijkroute", "no-riskpolis", "jobcoach"}
    assert options | {"individuele-plaatsing-en-begeleiding"} <= set(WITH)


@pytest.mark.parametrize("id_", WITH)
def test_conditions_lead_to_the_leaf_about_the_law(id_: str) -> None:
    """Whether it is allowed is a matter of law and policy: the page says so and leads there; an option has a source."""
    item = REAL.activiteiten[id_]
    block = activiteit(EDITION, id_).split('<h2 id="voorwaarden">', 1)[1].split("</section>", 1)[0]
    assert "leidraad:pagina/wet" in block
    assert item.voorwaarden and any(punt.bronnen for punt in item.voorwaarden.punten)


def test_without_conditions_there_is_no_heading() -> None:
    """What one simply does together has none."""
    assert 'id="voorwaarden"' not in activiteit(EDITION, "meelopen-met-werk")

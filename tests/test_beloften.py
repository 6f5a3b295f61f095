"""What a page says holds in every state: of who filled in nothing, and of a municipality that left something empty."""

import pytest

from leidraad.model.use.framework import Edition
from leidraad.render.inwonerpapier.inwonerpapier import inwonerpapier
from tests.frameworks import REAL


@pytest.mark.parametrize(("slug", "says"), [("voorbeeldstad", True), ("den-haag", False)])
def test_the_sheet_promises_a_place_to_turn_to_where_one_is_known(slug: str, says: bool) -> None:
    """Where all five are empty, the page that it leads to tells only more."""
    assert ("terechtkunt" in inwonerpapier(Edition(REAL, REAL.gemeenten[slug]))) == says

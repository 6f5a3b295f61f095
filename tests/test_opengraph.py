"""What others show of a shared address: title, description, and a picture only where they can show it."""

from dataclasses import replace
from pathlib import Path

import pytest

from leidraad.model.use.framework import Edition
from leidraad.model.use.version import version_at
from leidraad.outputs.stijl import shared_image
from leidraad.render.page.opengraph import with_sharing
from tests.frameworks import REAL

PAGE = (
    "<title>Vis - &amp; vlees - Leidraad Gewogen Maatwerk</title>"
    '<meta name="description" content="A &lt;b&gt;"><!--delen-->oud<!--/delen-->'
)


def _edition(logo: str | None) -> Edition:
    lokaal = REAL.gemeenten["voorbeeldstad"]
    stijl = lokaal.gemeente.stijl.model_copy(update={"logo": logo})
    return Edition(REAL, replace(lokaal, gemeente=lokaal.gemeente.model_copy(update={"stijl": stijl})))


@pytest.mark.parametrize(("logo", "shown"), [("draak.png", True), ("draak.svg", False), (None, False)])
def test_the_picture_is_a_logo_that_others_can_show(logo: str | None, shown: bool) -> None:
    """A .png with its whole address; a drawing in .svg is shown by hardly anyone, so it is not offered."""
    edition = _edition(logo)
    version = version_at(edition, Path("voorbeeldstad/nieuwste"))
    page = with_sharing(edition, version, "bronnen/", shared_image(edition), PAGE)
    image = f'<meta property="og:image" content="{edition.gemeente.adres}/voorbeeldstad/nieuwste/assets/logo.png">'
    assert (image in page) == shown
    assert ("og:image" in page) == shown


def test_title_and_description_are_those_of_the_page() -> None:
    """The name of the site goes, a dash in the title stays, nothing is escaped twice, and a second run is the same."""
    edition = _edition(None)
    version = version_at(edition, Path("voorbeeldstad/nieuwste"))
    page = with_sharing(edition, version, "bronnen/", "", PAGE)
    assert '<meta property="og:title" content="Vis - &amp; vlees">' in page
    assert '<meta property="og:description" content="A &lt;b&gt;">' in page
    assert "oud" not in page
    assert with_sharing(edition, version, "bronnen/", "", page) == page

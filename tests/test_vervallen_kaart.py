"""A card in somebody's course, of an item that is gone → it says so, and names what took its place."""

from dataclasses import replace
from pathlib import Path

from leidraad.model.types.kern import Vervallen
from leidraad.model.use.framework import Edition
from leidraad.model.use.version import version_at
from leidraad.outputs import vervallen
from tests.frameworks import SMALL


def test_a_card_of_a_retired_item_says_what_followed() -> None:
    """It does not become another card by itself; the page of the item leads on as before."""
    part = next(iter(SMALL.factoren.values()))
    gone = Vervallen(oud="factor:oud", nieuw=f"factor:{part.id}", titel="Hoe het heette")
    framework = replace(SMALL, kern=SMALL.kern.model_copy(update={"vervallen": (gone,)}))
    edition = Edition(framework, next(iter(framework.gemeenten.values())))
    pages = {one.path: one.make() for one in vervallen.each(edition, version_at(edition, Path("x")))}
    card = pages["kaart/factor-oud/index.html"]
    assert f"In de plaats kwam: {part.titel}." in card
    assert f'href="../../factoren/{part.id}/"' in card
    assert "refresh" not in card
    assert "refresh" in pages["factoren/oud/index.html"]

"""kern.yaml and the factors → the map of willen and kunnen: one list in HTML, in four forms and one of two."""

from collections.abc import Mapping
from typing import Any

from leidraad.model.use.framework import Edition
from leidraad.render.block.fragment import Fragment

FORMS = ("groot", "mini", "filter", "live", "groot-live")


def igm_kaart(edition: Edition, current: str = "", vorm: str = "groot", vragen: Mapping[str, str] | None = None) -> str:
    """Return the map; `current` is the id of the part the reader is looking at.

    groot has a question in every box, the short one of the part or what `vragen` has for its id;
    mini says where one is; in filter a script lets a box choose;
    in live a script lights up what was noted: data-genoteerd on the item with that data-deel; groot-live is both.
    """
    if vorm not in FORMS:
        raise KeyError(f"vorm «{vorm}» ken ik niet; kies uit {', '.join(FORMS)}")
    return igm_kaart_in(Fragment(edition, ""), current, vorm, vragen)


def igm_kaart_in(fragment: Fragment, current: str, vorm: str, vragen: Mapping[str, Any] | None) -> str:
    """Return the map in a block that is begun for it."""
    return fragment.render("render/block/igm_kaart.html", nu=current, vorm=vorm, vragen=vragen or {})

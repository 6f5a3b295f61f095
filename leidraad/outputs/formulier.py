"""An edition → files for the form with which a municipality writes its folder: what it needs, and what is there now."""

import json
from collections.abc import Iterator
from typing import Any

from leidraad.model.use.addresses import address
from leidraad.model.use.framework import Edition
from leidraad.model.use.version import Version
from leidraad.render.principe_maker.principe_maker import FORM_FILE, OWN_FILE, form_data, own
from leidraad.render.principe_maker.voorbeelden import PREVIEW_FILE, voorbeelden


def texts(edition: Edition, _: Version) -> Iterator[tuple[str, str]]:
    """Yield what it needs to make files, and its rows for this edition, without what authors wrote for authors."""
    yield address("bestand", FORM_FILE), _json(form_data(edition))
    yield address("bestand", OWN_FILE), _json(own(edition))
    yield address("bestand", PREVIEW_FILE), edition.remembered("voorbeelden", None, lambda: _json(voorbeelden(edition)))


def _json(held: Any) -> str:
    return json.dumps(held, ensure_ascii=False, separators=(",", ":"))

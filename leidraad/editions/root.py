"""The built editions → the page at the root that lists the municipalities."""

from collections.abc import Sequence

from leidraad.model.framework import Edition
from leidraad.render.fragment import render_page
from leidraad.render.gemeente import disclaimer


def root_page(editions: Sequence[Edition]) -> str:
    """Return the page with a link to the newest version of every municipality, in alphabetical order."""
    gemeenten = sorted((edition.gemeente for edition in editions), key=lambda gemeente: gemeente.naam)
    return render_page("gemeenten.html", rijen=[(gemeente, disclaimer(gemeente)) for gemeente in gemeenten])

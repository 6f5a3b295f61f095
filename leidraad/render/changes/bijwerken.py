"""The report on a new core → a page of its own, to print."""

from leidraad.model.compare import bericht
from leidraad.model.compare.bijwerken import HEADINGS, Rapport
from leidraad.render.block.fragment import render_page
from leidraad.render.gemeente.gemeente import CLOSING, disclaimer


def as_html(rapport: Rapport) -> str:
    """Return the report as a page of its own, to print: the first sheet is for who decides."""
    groepen = [(HEADINGS[stand], regels) for stand in HEADINGS if (regels := rapport.met(stand))]
    uitgave = f"{disclaimer(rapport.gemeente)} {CLOSING}"
    return render_page(
        "render/changes/bijwerken.html", rapport=rapport, groepen=groepen, bericht=bericht, uitgave=uitgave
    )

"""The words that a page explains on a screen → the same as a list at its end, for paper."""

import re

from markupsafe import Markup

from leidraad.model.use.framework import Edition
from leidraad.model.use.names import sort_key
from leidraad.model.use.once import once
from leidraad.render.block.between import without
from leidraad.render.block.fragment import Fragment

_EXPLAINED = re.compile(r'class="uitleg" data-begrip="([a-z0-9-]+)"')
_LIST = '<section class="op-papier">'


def with_words(edition: Edition, page: str) -> str:
    """Return the page with the list, each word once; a list from an earlier run is replaced."""
    page = without(page, _LIST, "</section>\n")
    explained = set(_EXPLAINED.findall(page))
    if not explained:
        return page
    rows = "".join(row for id_, row in _rows(edition).items() if id_ in explained)
    section = f"{_LIST}<h2>Woorden op deze pagina</h2><dl>{rows}</dl></section>\n"
    return page.replace("</article>", f"{section}</article>", 1)


@once()
def _rows(edition: Edition) -> dict[str, str]:
    """Return every word of the glossary as a row, from A to Z."""
    f, row = Fragment(edition, ""), Markup("<div><dt>{}</dt><dd>{}</dd></div>")
    words = sorted(edition.framework.begrippen.values(), key=lambda begrip: sort_key(begrip.term))
    return {begrip.id: row.format(f.spoken(begrip.term), f.inline(begrip.definitie.tekst)) for begrip in words}

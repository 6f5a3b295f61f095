"""Activities and principles → a page of their own each, in the frame of the page that lists their kind.

The engine cannot make them: docs/ is the same for every edition, and these differ in number and name. So the built page
of the list lends everything around its article, one folder deeper.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from markupsafe import escape

from leidraad.model.kinds import KINDS
from leidraad.model.use.addresses import address
from leidraad.model.use.framework import Edition
from leidraad.render.activiteiten.activiteiten import activiteit
from leidraad.render.block.items import Item, items
from leidraad.render.cursus.cursus import title_of
from leidraad.render.gemeente.gemeente import principe

PAGES: dict[str, tuple[str, Callable[[Edition, str], str]]] = {
    "activiteit": ("activiteiten/", activiteit),
    "principe": ("principes/", principe),
}
_PLURALS = {kind.name: kind.plural for kind in KINDS if kind.plural}
_ARTICLE = re.compile(r"(<article\b[^>]*>).*(</article>)", re.S)
_TITLE = re.compile(r"<title>[^<]*</title>")
_DESCRIPTION = re.compile(r'<meta name="description" content="[^"]*">')
_CRUMBS = re.compile(r'(<nav class="kruimels"[^>]*><ol>).*?(</ol></nav>)', re.S)
# Of the list alone: what stands on it, what comes before and after it, and the scripts of its elements.
_OF_THE_LIST = re.compile(
    r'<button type="button" class="knop inhoud__knop"[^>]*>[^<]*</button>\s*|<nav class="inhoud"[^>]*>.*?</nav>\s*'
    r'|<nav class="voet__verder"[^>]*>.*?</nav>\s*'
    r'|<script type="module" src="[^"]*assets/(?!schil/)[^"]*"></script>\s*',
    re.S,
)
_BESIDE = re.compile(r'\b(href|src)="(?![a-z][a-z0-9+.-]*:|[#/])')
_OWN_ELEMENT = '<script type="module" src="../../assets/kopieer-knop/kopieer-knop.js"></script>\n'
_OWN_STYLE = '<link rel="stylesheet" href="../../assets/kopieer-knop/kopieer-knop.css">\n'


def _made(block: Callable[..., str], *of: object) -> str:
    return block(*of)


def own_pages(edition: Edition, read: Callable[[str], str]) -> Iterator[tuple[str, bytes]]:
    """Yield the page of every activity and principle; `read` gives the built page at an address of the edition."""
    frames = {soort: _frame(read(listed)) for soort, (listed, _) in PAGES.items()}
    for path, item in items_with_a_page(edition).items():
        yield path, _page(edition, frames[item.soort], item).encode()


def own_page(edition: Edition, item: Item, read: Callable[[str], str], make: Callable[..., str] = _made) -> str:
    """Return one of them; `make` calls what makes its article, and may do so as far as it goes."""
    return _page(edition, _frame(read(PAGES[item.soort][0])), item, make)


def items_with_a_page(edition: Edition) -> dict[str, Item]:
    """Return the items that have one, by its path."""
    return {f"{address(item.soort, item.id)}index.html": item for item in items(edition) if item.soort in PAGES}


@lru_cache(maxsize=8)
def _frame(listed: str) -> str:
    """Return a page of a list as a frame for what is one folder deeper."""
    text = _OF_THE_LIST.sub("", listed)
    text = _BESIDE.sub(r'\1="../', text).replace(' aria-current="page"', ' aria-current="true"')
    return text.replace("</head>", f"{_OWN_STYLE}{_OWN_ELEMENT}</head>", 1)


def _page(edition: Edition, frame: str, item: Item, make: Callable[..., str] = _made) -> str:
    article = make(PAGES[item.soort][1], edition, item.id)
    title = str(escape(title_of(edition, item)))
    text = _ARTICLE.sub(lambda match: f"{match[1]}\n{article}\n{match[2]}", frame)
    above = '<li><a href="../">{}</a></li><li><span aria-current="page">{}</span></li>'
    listed = _PLURALS[item.soort]
    text = _CRUMBS.sub(lambda match: match[1] + above.format(listed, title) + match[2], text)
    text = _TITLE.sub(lambda _: f"<title>{title} - Leidraad Gewogen Maatwerk</title>", text, count=1)
    summary = str(escape(item.samenvatting or title_of(edition, item)))
    return _DESCRIPTION.sub(lambda _: f'<meta name="description" content="{summary}">', text, count=1)

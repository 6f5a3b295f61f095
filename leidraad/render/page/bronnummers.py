"""A page → the same page with its sources numbered in order of first use, and their list (besluiten/0023).

A number needs the whole page, and a page is made of blocks that are rendered each by itself: so the blocks hold places
(`Fragment.origin` of a quiet block), and editions.finish lets them be filled in here, again and again the same.
"""

import re
from functools import lru_cache

from markupsafe import Markup

from leidraad.model.types.bronnen import Bron
from leidraad.model.use.framework import Edition
from leidraad.render.block.between import filled
from leidraad.render.block.fragment import Fragment, link

_NUMBER = re.compile(r'<a class="bronnr" data-bron="([a-z0-9-]+)"( data-lezing)?[^>]*>[^<]*</a>')
_IN_WORDS = re.compile(r'<a class="bron" href="[^"]*?bron(?:/|nen/#)([a-z0-9-]+)"')
PLACE = "<!--bronnen--><!--/bronnen-->"
_ARTICLE = re.compile(r"<article\b[^>]*>(.*)</article>", re.S)


def with_numbers(edition: Edition, text: str) -> str:
    """Return a page with every number in its place, and the list of what it uses; a page without any as it is.

    What is told in words alone comes after what has a number.
    """
    if not (found := _ARTICLE.search(text)):
        return text
    article = without_list(found[1])
    if not _NUMBER.search(article) and PLACE not in article:
        return text
    used = list(dict.fromkeys([match[1] for match in _NUMBER.finditer(article)] + _IN_WORDS.findall(article)))
    numbers, bronnen = {id_: number for number, id_ in enumerate(used, 1)}, edition.framework.bronnen
    article = _NUMBER.sub(lambda match: _number(bronnen[match[1]], numbers[match[1]], bool(match[2])), article)
    if PLACE not in article:
        article += PLACE
    is_known = 'id="bronnen"' in article
    listed = edition.remembered("bronnen", (*used, is_known), lambda: _list(edition, used, is_known=is_known))
    article = filled(article, "bronnen", listed)
    return text[: found.start(1)] + article + text[found.end(1) :]


def without_list(text: str) -> str:
    """Return a page without the list that `with_numbers` made: as the engine built it."""
    return filled(text, "bronnen", "")


def _number(bron: Bron, number: int, is_reading: bool) -> str:
    return _link(bron.id, bron.kort, number, is_reading)


@lru_cache(maxsize=4096)
def _link(id_: str, kort: str, number: int, is_reading: bool) -> str:
    name = f"Bron {number}: {kort}{', onze lezing' if is_reading else ''}"
    reading, sign = (Markup(" data-lezing"), "*") if is_reading else (Markup(""), "")
    return Markup('<a class="bronnr" data-bron="{}"{} href="#b-{}" aria-label="{}">{}{}</a>').format(
        id_, reading, id_, name, number, sign
    )


def _list(edition: Edition, used: list[str], *, is_known: bool) -> str:
    """Return the list; a page may have a part of its own that is called bronnen."""
    bronnen: list[Bron] = [edition.framework.bronnen[id_] for id_ in used]
    return Fragment(edition, "").render(
        "render/page/bronnen_hier.html", bronnen=bronnen, id="bronnen-hier" if is_known else "bronnen", link=link
    )

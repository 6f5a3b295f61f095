"""While an author writes: mistakes → shown on each page of the preview, beside what could be made of it."""

import html
import re
from collections.abc import Callable, Sequence
from typing import Any

from leidraad.checks import HANDLEIDING
from leidraad.model.use.framework import Edition
from leidraad.model.yaml.problem import Problem

UNREADABLE = '<div data-niet-te-maken=""></div>'
_ARTICLE = re.compile(r"(<article[^>]*>)(.*)(</article>)", re.S)


def as_far_as_it_goes(function: Callable[..., str], edition: Edition | None, *args: Any, **values: Any) -> str:
    """Return a block made of what could be read, or a mark that the page needs what could not."""
    if edition is None:
        return UNREADABLE
    try:
        return function(edition, *args, **values)
    except Exception:  # whatever could not be read may be missing here; the list of mistakes says what
        return UNREADABLE


_REST = "Zoeken, kaarten en pakketten zijn er weer als alles klopt."


def with_mistakes(text: str, problems: Sequence[Problem], manual: str, rest: str = _REST) -> str:
    """Return a page with the list of mistakes: folded away above it, or in the place of an article that needs them.

    `manual` is where the page of all messages is, or nothing where it could not be made; `rest` says what of the
    edition is not as it was saved.
    """
    rows = "".join(
        f"<li><p><strong>{html.escape(problem.message)}</strong></p><p><code>{html.escape(str(problem.place))}</code> "
        f"{_manual(problem.check, manual)}</p></li>"
        for problem in problems
    )
    told = "<p>Verbeter het bestand en bewaar het. Deze pagina ververst vanzelf.</p>"
    heading = f"Nog niet goed: {len(problems)} {'fout' if len(problems) == 1 else 'fouten'}"

    def place(match: re.Match[str]) -> str:
        opening, article, closing = match.groups()
        if UNREADABLE in article:
            return f"{opening}<h1>{heading}</h1>{told}<ol>{rows}</ol>{closing}"
        folded = f"<details open><summary>{heading}</summary>{told}<p>{rest}</p><ol>{rows}</ol></details>"
        return f"{opening}{folded}{article}{closing}"

    return _ARTICLE.sub(place, text, count=1)


def _manual(check: str, manual: str) -> str:
    if check not in HANDLEIDING:
        return ""
    if manual:
        return f'<a href="{manual}#{check}">Uitleg: {check}</a>'
    return f"[{check}] Uitleg: <code>leidraad check --uitleg {check}</code>"

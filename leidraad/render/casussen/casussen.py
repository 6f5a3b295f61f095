"""Invented cases → one page."""

from functools import partial

from leidraad.model.types.casussen import Casus
from leidraad.model.use.framework import Edition
from leidraad.render.block.fragment import Fragment, link
from leidraad.render.block.lagen import teaser
from leidraad.render.cursus.cursus import course_link


def casussen(edition: Edition) -> str:
    """Return all cases, one press away each, marked as invented; what was said, seen and suspected stand apart."""
    items = list(edition.framework.casussen.values())
    return Fragment(edition, "casussen").render(
        "render/casussen/casussen.html",
        casussen=items,
        delen_van=_parts,
        zin=partial(teaser, edition),
        link=link,
        in_cursus=course_link,
    )


def oefencasus(edition: Edition, id_: str) -> str:
    """Return one case, to practise with."""
    cases = edition.framework.casussen
    if id_ not in cases:
        raise KeyError(f"casus «{id_}» bestaat niet; kies uit: {', '.join(cases)}")
    return Fragment(edition, "oefencasus").render(
        "render/casussen/oefencasus.html", casus=cases[id_], delen_van=_parts, link=link, in_cursus=course_link
    )


def _parts(casus: Casus) -> list[tuple[str, str, tuple[str, ...]]]:
    return [
        ("Gezegd", "mond", casus.zegt),
        ("Gezien", "oog", casus.gezien),
        ("Vermoed, nog niet gevraagd", "vraag", casus.vermoed),
        ("Nog onbekend", "info", casus.nog_onbekend),
    ]

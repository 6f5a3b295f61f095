"""Invented cases → one page."""

from leidraad.model.types.casussen import Casus
from leidraad.model.use.framework import Edition
from leidraad.render.block.fragment import Fragment, link


def casussen(edition: Edition) -> str:
    """Return all cases, each marked as invented; what was said, seen and suspected stand apart."""
    items = list(edition.framework.casussen.values())
    return Fragment(edition, "casussen").render(
        "render/casussen/casussen.html", casussen=items, delen_van=_parts, link=link
    )


def oefencasus(edition: Edition, id_: str) -> str:
    """Return one case, to practise with."""
    cases = edition.framework.casussen
    if id_ not in cases:
        raise KeyError(f"casus «{id_}» bestaat niet; kies uit: {', '.join(cases)}")
    return Fragment(edition, "oefencasus").render(
        "render/casussen/oefencasus.html", casus=cases[id_], delen_van=_parts, link=link
    )


def _parts(casus: Casus) -> list[tuple[str, tuple[str, ...]]]:
    return [
        ("Gezegd", casus.zegt),
        ("Gezien", casus.gezien),
        ("Vermoed, nog niet gevraagd", casus.vermoed),
        ("Nog onbekend", casus.nog_onbekend),
    ]

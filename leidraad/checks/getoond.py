"""What is declared is shown: an item has its page, a page its place in the menu, a text slot its page."""

import re
from collections.abc import Iterator

from leidraad.model.kinds import KINDS
from leidraad.model.reading.files import Everything
from leidraad.model.reading.loader import SLOTS
from leidraad.model.use.framework import Framework
from leidraad.model.use.pages import SLOT, Called, Pages
from leidraad.model.yaml.problem import NOWHERE, Place, Problem, did_you_mean, one_of, place_in

ID = "getoond"
ALLEEN_KERN = True
UITLEG = (
    "Wat er is, is ook te vinden. Een factor, stap, route of werkblad heeft een bestand in docs/. Elke pagina staat "
    "in het menu (nav in mkdocs.yml). Elke eigen tekst van een gemeente heeft een plek op een pagina. "
    "En een pagina noemt alleen wat er is."
)
FOUT = '{{ oefencasus("de-burg") }}'
GOED = '{{ oefencasus("de-brug") }}'
_NAMES = "|".join(["pagina", *dict.fromkeys(kind.name for kind in KINDS)])
_LINK = re.compile(rf"\]\(({_NAMES}):([a-z0-9-]+)")  # as in framework/


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a problem for what no reader could find, and for what a page names and is not there."""
    pages = framework.pages
    if pages is None:
        return
    yield from _without_page(framework, pages)
    yield from _without_entry(pages)
    shown = {called.word for called in pages.called if SLOT in called.naar.soorten}
    for slot in SLOTS:
        if slot not in shown:
            message = (
                f'de tekst «{slot}» van een gemeente komt op geen enkele pagina; roep eigen_tekst("{slot}", …) aan'
            )
            yield Problem(Place("docs"), message, ID)
    for called in pages.called:
        yield from _dangling(called, framework)
    for file, text in pages.texts.items():
        for match in _LINK.finditer(text):
            message = f"link «{match[1]}:{match[2]}» gaat niet op een pagina; schrijf «leidraad:{match[1]}/{match[2]}»"
            yield Problem(place_in(file, text, match.start(1)), message, ID)


def _without_page(framework: Framework, pages: Pages) -> Iterator[Problem]:
    """Yield a problem for an item whose page is not there, with the menu where that does not wait for it."""
    for kind in KINDS:
        for id_, item in framework.of(kind.name).items() if kind.of == "kern" else ():
            page = kind.page(id_)
            if page and page not in pages.files and item.id == id_ and item.place("id") != NOWHERE:
                menu = "" if pages.menu is None or page in pages.menu else ", en zet die onder «nav» in mkdocs.yml"
                yield Problem(item.place("id"), f"{kind.name} «{id_}» heeft geen pagina; maak docs/{page}{menu}", ID)


def _without_entry(pages: Pages) -> Iterator[Problem]:
    for page in sorted(pages.files - pages.menu) if pages.menu is not None else ():
        yield Problem(
            Place(f"docs/{page}"), "deze pagina staat niet in het menu; zet die onder «nav» in mkdocs.yml", ID
        )


def _dangling(called: Called, framework: Framework) -> Iterator[Problem]:
    kinds, word = called.naar.soorten, called.word
    if called.naar.heel:
        kind, _, word = word.partition(":")
        kinds = (kind,)
    known = {**framework.known, SLOT: frozenset(SLOTS), "bijeenkomst": _bijeenkomsten(framework)}
    choices = [known[kind] for kind in kinds if kind in known]
    if not choices:
        yield Problem(called.place, f"soort «{kinds[0]}» ken ik niet{one_of(kinds[0], sorted(known))}", ID)
    elif not any(word in ids for ids in choices):
        hint = did_you_mean(word, {id_ for ids in choices for id_ in ids})
        yield Problem(called.place, f"{kinds[0]} «{word}» bestaat niet{hint}", ID)


def _bijeenkomsten(framework: Framework) -> frozenset[str]:
    """Return the meetings of the development group; any, where a worksheet could not be read."""
    instrumenten = framework.instrumenten
    if isinstance(framework.known["instrument"], Everything) or framework.known["instrument"] - instrumenten.keys():
        return Everything()
    return frozenset(deel.id for item in instrumenten.values() for deel in item.onderdelen if deel.bijeenkomst)

"""Every id that is named exists."""

from collections.abc import Iterable, Iterator

from leidraad.model.base import Blok, walk
from leidraad.model.framework import Framework, Lokaal
from leidraad.model.igm import Startpunt
from leidraad.model.markup import ITEM_LINK, WEB_LINK, links, texts
from leidraad.model.problem import Place, Problem, did_you_mean

ID = "onbekende-verwijzing"
UITLEG = (
    "Een id wijst naar iets dat niet bestaat: een bron, een factor, een stap, een begrip of een principe. "
    "Meestal is het een tikfout; de melding noemt de id die er het meest op lijkt."
)

# key → the kind of thing its ids name
_KEYS = {
    "bronnen": ("bron",),
    "factor": ("factor", "startpunt"),
    "factoren": ("factor",),
    "raakt_factoren": ("factor", "startpunt"),
    "stappen": ("stap",),
    "startpunten": ("startpunt",),
}
_REFERENCES = ("zie", "bij", "naar", "nieuw")


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a problem for every id and link that points at nothing."""
    core: list[Blok] = [framework.kern, *framework.begrippen.values(), *framework.bronnen.values()]
    core += framework.onderdelen_unordered
    for block in core:
        yield from _in_block(framework, block)
    for item in framework.onderdelen_unordered:
        if isinstance(item, Startpunt):
            yield from _aspects(item)
    for lokaal in framework.gemeenten.values():
        yield from _in_gemeente(framework, lokaal)


def _in_gemeente(framework: Framework, lokaal: Lokaal) -> Iterator[Problem]:
    for block in (lokaal.gemeente, *lokaal.gedragsprincipes.values(), *lokaal.aanvullingen.values()):
        yield from _in_block(framework, block, lokaal.known_principes)
    for principe in lokaal.gedragsprincipes.values():
        for index, spanning in enumerate(principe.spanning_met):
            place = principe.place("spanning_met", index, "principe")
            yield from _known(spanning.principe, lokaal.known_principes, "principe", place)
    for own in lokaal.teksten.values():
        for href in links(own.text):
            yield from _link(framework, href, own.place, lokaal.known_principes)


def _in_block(framework: Framework, block: Blok, principes: Iterable[str] = ()) -> Iterator[Problem]:
    for _, path, key, value in walk(block):
        if key in _KEYS and value:
            known = [id_ for kind in _KEYS[key] for id_ in framework.known[kind]]
            ids = enumerate(value) if isinstance(value, tuple) else [(None, value)]
            for index, id_ in ids:
                place = block.place(*path, key) if index is None else block.place(*path, key, index)
                yield from _known(id_, known, _KEYS[key][0], place)
        elif key in _REFERENCES and value:
            references = value if isinstance(value, tuple) else (value,)
            for index, reference in enumerate(references):
                place = block.place(*path, key, index) if isinstance(value, tuple) else block.place(*path, key)
                yield from _reference(framework, reference, place, principes)
    for _, text, place in texts(block):
        for href in links(text) if "](" in text else ():
            yield from _link(framework, href, place, principes)


def _link(framework: Framework, href: str, place: Place, principes: Iterable[str]) -> Iterator[Problem]:
    if WEB_LINK.match(href):
        return
    if ITEM_LINK.match(href):
        yield from _reference(framework, href, place, principes)
    else:
        message = f"de link «{href}» kan ik niet volgen; schrijf soort:id, zoals factor:kennis, of een https-adres"
        yield Problem(place, message, ID)


def _reference(framework: Framework, reference: str, place: Place, principes: Iterable[str]) -> Iterator[Problem]:
    kind, _, id_ = reference.partition(":")
    known = {**framework.known, "principe": frozenset(principes)}
    if kind in known:
        yield from _known(id_, known[kind], kind, place)
    else:
        yield Problem(place, f"soort «{kind}» ken ik niet{did_you_mean(kind, known)}", ID)


def _known(id_: str, known: Iterable[str], kind: str, place: Place) -> Iterator[Problem]:
    if id_ not in known:
        yield Problem(place, f"{kind} «{id_}» bestaat niet{did_you_mean(id_, known)}", ID)


def _aspects(item: Startpunt) -> Iterator[Problem]:
    known = [aspect.id for aspect in item.aspecten]
    for index, vraag in enumerate(item.open_vragen.punten):
        if vraag.aspect is not None:
            place = item.place("open_vragen", "punten", index, "aspect")
            yield from _known(vraag.aspect, known, "aspect", place)

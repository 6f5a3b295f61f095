"""Every id that is named exists."""

from collections.abc import Iterator, Mapping

from leidraad.checks._texts import Text, all_texts
from leidraad.model.base import Blok, walk
from leidraad.model.framework import Framework
from leidraad.model.igm import Startpunt
from leidraad.model.markup import ITEM_LINK, WEB_LINK, links
from leidraad.model.problem import NOWHERE, Place, Problem, did_you_mean, nearest, quoted

ID = "onbekende-verwijzing"
UITLEG = (
    "Een id wijst naar iets dat niet bestaat: een bron, een factor, een stap, een begrip of een principe. "
    "Meestal is het een tikfout; de melding noemt de id die er het meest op lijkt."
)

# key → the kinds of thing its ids name
_KEYS = {
    "bronnen": ("bron",),
    "factor": ("factor", "startpunt"),
    "factoren": ("factor",),
    "voor_factoren": ("factor", "startpunt"),
    "raakt_factoren": ("factor", "startpunt"),
    "stappen": ("stap",),
    "startpunten": ("startpunt",),
    "principe": ("principe",),
}
_REFERENCES = ("zie", "bij", "naar", "nieuw")
_WITH_ADDITIONS = ("stap", "startpunt", "factor")
_WHERE = {
    "bron": "; zet haar eerst in bronnen.yaml",
    "begrip": "; zet het eerst in begrippen.yaml",
    "principe": "; een principe noem je alleen in de map van de eigen gemeente",
}

Known = Mapping[str, frozenset[str]]


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a problem for every id and link that points at nothing."""
    core = {**framework.known, "principe": frozenset[str]()}
    retired = frozenset(item.oud for item in framework.kern.vervallen)
    for block in framework.core_blocks:
        yield from _in_block(block, core, retired)
        if isinstance(block, Startpunt):
            yield from _aspects(block)
    for lokaal in framework.gemeenten.values():
        known = {**framework.known, "principe": lokaal.known_principes}
        for block in (lokaal.gemeente, *lokaal.gedragsprincipes.values(), *lokaal.aanvullingen.values()):
            yield from _in_block(block, known)
    for text in all_texts(framework):
        for href in links(text.text) if "](" in text.text else ():
            yield from _link(href, text, {**framework.known, "principe": text.principes})


def _in_block(block: Blok, known: Known, retired: frozenset[str] = frozenset()) -> Iterator[Problem]:
    for _, path, key, value in walk(block):
        if key not in _KEYS and key not in _REFERENCES:
            continue
        for index, id_ in enumerate(value) if isinstance(value, tuple) else [(None, value)]:
            if not isinstance(id_, str) or (key == "nieuw" and id_ in retired):
                continue  # left open, or a successor that has a successor itself
            place = block.place(*path, key) if index is None else block.place(*path, key, index)
            if key in _KEYS:
                yield from _known(id_, _KEYS[key], known, place)
            else:
                yield from _reference(id_, known, place, key)


def _link(href: str, text: Text, known: Known) -> Iterator[Problem]:
    place = text.place_at(max(text.text.find(f"]({href}"), 0))
    if ITEM_LINK.match(href):
        yield from _reference(href, known, place)
    elif not WEB_LINK.match(href):
        message = f"link {quoted(href)} kan ik niet volgen; schrijf soort:id, zoals factor:kennis, of een https-adres"
        yield Problem(place, message, ID)


def _reference(reference: str, known: Known, place: Place, key: str = "") -> Iterator[Problem]:
    kind, _, id_ = reference.partition(":")
    if kind not in known:
        yield Problem(place, f"soort «{kind}» ken ik niet{did_you_mean(kind, known)}", ID)
    elif key == "bij" and kind not in _WITH_ADDITIONS:
        yield Problem(place, f"bij een {kind} kan geen aanvulling; kies een stap, startpunt of factor", ID)
    else:
        yield from _known(id_, (kind,), known, place)


def _known(id_: str, kinds: tuple[str, ...], known: Known, place: Place) -> Iterator[Problem]:
    if any(id_ in known[kind] for kind in kinds):
        return
    choices = {choice for kind in kinds for choice in known[kind]}
    others = [f"{kind}:{id_}" for kind in known if id_ in set(known[kind])]
    if others and not nearest(id_, choices):
        hint = f"; {quoted(others[0])} wel"
    else:
        hint = did_you_mean(id_, choices) or _WHERE.get(kinds[0], "")
    yield Problem(place, f"{kinds[0]} «{id_}» bestaat niet{hint}", ID)


def _aspects(item: Startpunt) -> Iterator[Problem]:
    known = [aspect.id for aspect in item.aspecten]
    places = [item.place("aspecten", index, "id") for index in range(len(known))]
    for index, vraag in enumerate(item.open_vragen.punten):
        if vraag.aspect is not None and vraag.aspect not in known and NOWHERE not in places:
            place = item.place("open_vragen", "punten", index, "aspect")
            message = f"aspect «{vraag.aspect}» bestaat niet{did_you_mean(vraag.aspect, known)}"
            yield Problem(place, message if known else message + "; zet het eerst onder «aspecten»", ID)

"""Every id that is named exists."""

from collections.abc import Iterator, Mapping

from leidraad.checks._through import Text, Value, through
from leidraad.model.files import Everything
from leidraad.model.framework import Framework, Lokaal
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
    "route": ("route",),
    "routes": ("route",),
    "casus": ("casus",),
}
_REFERENCES = ("zie", "bij", "naar", "nieuw")
_WITH_ADDITIONS = ("stap", "startpunt", "factor")
_WHERE = {
    "bron": "; zet die eerst in bronnen.yaml",
    "begrip": "; zet het eerst in begrippen.yaml",
    "factor": "; zet die eerst in igm/",
    "startpunt": "; zet het eerst in igm/",
    "stap": "; zet die eerst in afwegingskader/stappen/",
    "activiteit": "; zet die eerst in afwegingskader/activiteiten/",
    "instrument": "; zet het eerst in instrumenten/",
    "casus": "; zet die eerst in casussen/",
    "route": "; zet die eerst in afwegingskader/routes/",
    "principe": "; een principe noem je alleen in de map van de eigen gemeente",
}

Known = Mapping[str, frozenset[str]]


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a problem for every id and link that points at nothing."""
    retired = frozenset(item.oud for item in framework.kern.vervallen)
    if any(framework.kern.place("vervallen", index, "oud") == NOWHERE for index in range(len(retired))):
        retired = Everything()
    for value in through(framework).values:
        if value.key in _KEYS or value.key in _REFERENCES:
            yield from _in_value(value, _known_to(framework, value.lokaal), retired)
    for item in framework.core_blocks:
        if isinstance(item, Startpunt):
            yield from _aspects(item)
    for text in through(framework).texts:
        for href in links(text.text) if "](" in text.text else ():
            yield from _link(href, text, _known_to(framework, text.lokaal))


def _known_to(framework: Framework, lokaal: Lokaal | None) -> Known:
    """Return what may be named: a municipality also knows its own principles."""
    return {**framework.known, "principe": lokaal.known_principes if lokaal else frozenset()}


def _in_value(value: Value, known: Known, retired: frozenset[str]) -> Iterator[Problem]:
    several = isinstance(value.value, tuple)
    for index, id_ in enumerate(value.value if several else (value.value,)):
        if not isinstance(id_, str) or (value.key == "nieuw" and id_ in retired):
            continue  # a successor may have a successor itself
        place = value.place(index) if several else value.place()
        if value.key in _KEYS:
            yield from _known(id_, _KEYS[value.key], known, place)
        else:
            yield from _reference(id_, known, place, value.key)


def _link(href: str, text: Text, known: Known) -> Iterator[Problem]:
    place = text.place(max(text.text.find(f"]({href}"), 0))
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
    places = [item.place("aspecten"), *(item.place("aspecten", index, "id") for index in range(len(known)))]
    for index, vraag in enumerate(item.open_vragen.punten):
        if vraag.aspect is not None and vraag.aspect not in known and NOWHERE not in places:
            place = item.place("open_vragen", "punten", index, "aspect")
            message = f"aspect «{vraag.aspect}» bestaat niet{did_you_mean(vraag.aspect, known)}"
            yield Problem(place, message if known else message + "; zet het eerst onder «aspecten»", ID)

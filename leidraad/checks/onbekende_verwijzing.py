"""Every id that is named exists."""

from collections.abc import Iterator, Mapping

from leidraad.checks._through import Text, Value, through
from leidraad.model.reading.files import Everything, plus
from leidraad.model.types.igm import Startpunt
from leidraad.model.use.framework import Framework, Lokaal
from leidraad.model.use.markup import ITEM_LINK, WEB_LINK, links
from leidraad.model.use.retired import Successors, successor_of, successors
from leidraad.model.yaml.problem import NOWHERE, Place, Problem, did_you_mean, nearest, quoted

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
    "hoort_bij": ("activiteit",),
    "vragen": ("vraag",),
    "activiteiten": ("activiteit",),
}
_REFERENCES = ("zie", "bij", "naar", "nieuw", "vindt")
_WITH_ADDITIONS = ("stap", "startpunt", "factor", "activiteit")
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
    followed = successors(framework.kern)
    for value in through(framework).values:
        if value.path[-1] in _KEYS or value.path[-1] in _REFERENCES:
            yield from _in_value(value, _known_to(framework, value.lokaal, value.key), retired, followed)
    for item in framework.core_blocks:
        if isinstance(item, Startpunt):
            yield from _aspects(item)
    for text in through(framework).texts:
        for href in links(text.text) if "](" in text.text else ():
            if text.lokaal and href in followed:
                continue  # said by vervallen-id
            yield from _link(href, text, _known_to(framework, text.lokaal))


def _known_to(framework: Framework, lokaal: Lokaal | None, key: str = "") -> Known:
    """Return what may be named: a municipality also knows its own principles and activities.

    What it adds to is of the core; a question has an id to be chosen by, but no address to link to.
    """
    known = {**framework.known, "principe": lokaal.known_principes if lokaal else frozenset()}
    if key in ("vragen", "nieuw"):
        known["vraag"] = _known_vragen(framework)
    if lokaal and key not in ("bij", "hoort_bij"):
        known["activiteit"] = plus(known["activiteit"], lokaal.known_activiteiten)
    return known


def _known_vragen(framework: Framework) -> frozenset[str]:
    """Return the ids of all open questions; any, when some could not be read."""
    items = {**framework.startpunten, **framework.factoren}
    unread = [framework.known[kind] for kind in ("startpunt", "factor")]
    places = [
        item.place("open_vragen", "punten", index, "id")
        for item in items.values()
        for index in range(len(item.open_vragen.punten))
    ]
    if NOWHERE in places or any(isinstance(known, Everything) or known - items.keys() for known in unread):
        return Everything()
    return frozenset(framework.vragen)


def _in_value(value: Value, known: Known, retired: frozenset[str], followed: Successors) -> Iterator[Problem]:
    several = isinstance(value.value, tuple)
    for index, id_ in enumerate(value.value if several else (value.value,)):
        if not isinstance(id_, str) or (value.key == "nieuw" and id_ in retired):
            continue  # a successor may have a successor itself
        if value.lokaal and successor_of(value.key, id_, followed):
            continue  # said by vervallen-id
        place = value.place(index) if several else value.place()
        if value.key == "vindt" and id_.startswith("pagina:"):
            continue  # pages are no part of the framework; the search itself finds out
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
        yield Problem(place, f"bij een {kind} kan geen aanvulling; kies een stap, startpunt, factor of activiteit", ID)
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

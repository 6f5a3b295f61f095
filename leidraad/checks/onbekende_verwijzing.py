"""Every id that is named exists."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from leidraad.checks._through import Text, Value, through
from leidraad.model.kinds import KINDS, named_by
from leidraad.model.reading.files import Everything, plus
from leidraad.model.types.base import Naar
from leidraad.model.types.igm import Startpunt
from leidraad.model.types.kern import Vervallen
from leidraad.model.types.onderzoeken import Bewijspunt
from leidraad.model.types.zoekvragen import Zoekvraag
from leidraad.model.use.framework import Framework, Lokaal
from leidraad.model.use.markup import ITEM_LINK, WEB_LINK, links
from leidraad.model.use.retired import Successors, successor_of, successors
from leidraad.model.yaml.problem import NOWHERE, Place, Problem, did_you_mean, nearest, one_of, quoted

ID = "onbekende-verwijzing"
UITLEG = (
    "Een id wijst naar iets dat niet bestaat: een bron, een factor, een stap, een begrip of een principe. "
    "Meestal is het een tikfout; de melding noemt de id die er het meest op lijkt."
)
FOUT = "casus:brug"
GOED = "casus:de-brug"

Known = Mapping[str, frozenset[str]]


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a problem for every id and link that points at nothing."""
    retired = frozenset(item.oud for item in framework.kern.vervallen)
    if any(framework.kern.place("vervallen", index, "oud") == NOWHERE for index in range(len(retired))):
        retired = Everything()
    followed = successors(framework.kern)
    moved = {
        id(lokaal): successors(framework.kern, lokaal.gemeente.vervallen) for lokaal in framework.gemeenten.values()
    }
    for value in through(framework).values:
        if naar := value.naar:
            own = moved.get(id(value.lokaal), {})
            yield from _in_value(value, naar, _known_to(framework, value, naar), retired, followed, own)
    for item in framework.core_blocks:
        if isinstance(item, Startpunt):
            yield from _aspects(item)
    for text in through(framework).texts:
        for href in links(text.text) if "](" in text.text else ():
            if text.lokaal and href in followed:
                continue  # said by vervallen-id
            yield from _link(href, text, _known_by(framework, text.lokaal), moved.get(id(text.lokaal), {}))


class _Owner(NamedTuple):
    """Whose words name something, and whether only what the core has may be named there."""

    lokaal: Lokaal | None
    kern: bool = False

    def has(self, kind: str, id_: str) -> bool:
        """True for something of a municipality itself, which cannot be named here."""
        return self.kern and self.lokaal is not None and id_ in set(self.lokaal.known.get(kind, ()))


def _known_by(framework: Framework, lokaal: Lokaal | None) -> dict[str, frozenset[str]]:
    """Return what may be named: a municipality also knows its own principles and activities."""
    local = {kind.name for kind in KINDS if kind.of == "gemeente" and kind.name not in framework.known and kind.address}
    known = {**framework.known, **dict.fromkeys(local, frozenset[str]())}
    for kind, ids in lokaal.known.items() if lokaal else ():
        if kind in known:
            known[kind] = plus(known[kind], ids)
    return known


def _known_to(framework: Framework, value: Value, naar: Naar) -> Known:
    """Return what may be named here; a question has an id to be chosen by, but no address to link to."""
    known = _known_by(framework, None if naar.kern else value.lokaal)
    if "vraag" in naar.soorten or isinstance(value.owner, Vervallen):
        known["vraag"] = _known_vragen(framework)
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


def _in_value(
    value: Value, naar: Naar, known: Known, retired: frozenset[str], followed: Successors, moved: Successors
) -> Iterator[Problem]:
    several = isinstance(value.value, tuple)
    for index, id_ in enumerate(value.value if several else (value.value,)):
        if not isinstance(id_, str) or (isinstance(value.owner, Vervallen) and _is_retired(id_, value, retired)):
            continue  # a successor may have a successor itself
        if value.lokaal and successor_of(naar, id_, followed):
            continue  # said by vervallen-id
        if value.key == "bronnen" and isinstance(value.owner, Bewijspunt) and id_ in value.owner.studied:
            continue  # said of «onderzoek», which it comes from
        place = value.place(index) if several else value.place()
        if isinstance(value.owner, Zoekvraag) and id_.startswith("pagina:"):
            continue  # pages are no part of the framework; the search itself finds out
        owner = _Owner(value.lokaal, naar.kern)
        if naar.heel:
            yield from _reference(id_, known, place, moved, owner, named_by(naar))
        else:
            yield from _known(id_, named_by(naar), known, place, moved, owner)


def _is_retired(id_: str, value: Value, retired: frozenset[str]) -> bool:
    own = value.lokaal.gemeente.vervallen if value.lokaal else ()
    return id_ in retired or any(id_ == item.oud for item in own)


def _link(href: str, text: Text, known: Known, moved: Successors) -> Iterator[Problem]:
    place = text.place(max(text.text.find(f"]({href}"), 0))
    if ITEM_LINK.match(href):
        yield from _reference(href, known, place, moved, _Owner(text.lokaal))
    elif not WEB_LINK.match(href):
        message = f"link {quoted(href)} kan ik niet volgen; schrijf soort:id, zoals factor:kennis, of een https-adres"
        yield Problem(place, message, ID)


def _reference(
    reference: str, known: Known, place: Place, moved: Successors, owner: _Owner, kinds: Sequence[str] = ()
) -> Iterator[Problem]:
    kind, _, id_ = reference.partition(":")
    if kind not in known:
        yield Problem(place, f"soort «{kind}» ken ik niet{one_of(kind, sorted(known))}", ID)
    elif kinds and kind not in kinds:
        choices = f"{', '.join(kinds[:-1])} of {kinds[-1]}"
        yield Problem(place, f"bij een {kind} kan geen aanvulling; kies een {choices}", ID)
    else:
        yield from _known(id_, (kind,), known, place, moved, owner)


def _where(name: str, owner: _Owner) -> str:
    """Return where to put something of a kind that is missing; a municipality puts nothing in the core."""
    kinds = [kind for kind in KINDS if kind.name == name]
    if not kinds:
        return ""
    own = next((kind for kind in kinds if kind.of == "gemeente"), None)
    if own and not owner.lokaal and own is kinds[0]:
        return f"; een {name} noem je alleen in de map van de eigen gemeente"
    if owner.lokaal and name == "bron":
        return "; dit zijn de bronnen van de kern: noem een eigen bron in de tekst, met een link"
    if owner.lokaal and (owner.kern or not own):
        return f"; kies hier er een van de kern, uit framework/{kinds[0].where}"
    where = own.where if own and owner.lokaal else kinds[0].where
    return f"; zet {'die' if kinds[0].article == 'de' else 'het'} eerst in {where}"


def _known(
    id_: str, kinds: tuple[str, ...], known: Known, place: Place, moved: Successors, owner: _Owner
) -> Iterator[Problem]:
    if any(id_ in known[kind] for kind in kinds):
        return
    if any(owner.has(kind, id_) for kind in kinds):
        yield Problem(place, f"{kinds[0]} «{id_}» is van u{_where(kinds[0], owner)}", ID)
        return
    choices = {choice for kind in kinds for choice in known[kind]}
    others = [f"{kind}:{id_}" for kind in known if id_ in set(known[kind])]
    if now := next((moved[old] for kind in kinds if (old := f"{kind}:{id_}") in moved), ""):
        hint = f"; onder «vervallen» in gemeente.yaml staat wat ervoor kwam: {quoted(now)}"
    elif others and not nearest(id_, choices):
        hint = f"; {quoted(others[0])} wel"
    else:
        hint = did_you_mean(id_, choices) or _where(kinds[0], owner) or f"; kies uit {', '.join(sorted(choices))}"
    yield Problem(place, f"{kinds[0]} «{id_}» bestaat niet{hint}", ID)


def _aspects(item: Startpunt) -> Iterator[Problem]:
    known = [aspect.id for aspect in item.aspecten]
    places = [item.place("aspecten"), *(item.place("aspecten", index, "id") for index in range(len(known)))]
    for index, vraag in enumerate(item.open_vragen.punten):
        if vraag.aspect is not None and vraag.aspect not in known and NOWHERE not in places:
            place = item.place("open_vragen", "punten", index, "aspect")
            message = f"aspect «{vraag.aspect}» bestaat niet{did_you_mean(vraag.aspect, known)}"
            yield Problem(place, message if known else message + "; zet het eerst onder «aspecten»", ID)

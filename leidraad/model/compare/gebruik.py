"""A municipality's folder → every item of the core that it uses, where, and what of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from leidraad.model.types.base import Blok, walk
from leidraad.model.types.keuze import Plek
from leidraad.model.use.framework import Framework, Lokaal
from leidraad.model.use.markup import ITEM_LINK, links

Waar = Literal["gesprek", "poster", "rapportage", "principe", "activiteit", "aanvulling", "tekst"]
# What tells how well something is known, or who looked at it: no conversation changes by it.
BACKGROUND = frozenset(
    {"wat_weten_we", "bronnen", "herkomst", "teaser", "let_op", "valkuilen", "reflectievragen", "icoon"}
)
_KINDS = (("factoren", "factor"), ("routes", "route"), ("activiteiten", "activiteit"))
_PLACES: dict[Plek, str] = {"gesprek": "in gesprekken", "poster": "op de poster", "rapportage": "in de rapportage"}


@dataclass(frozen=True)
class Gebruik:
    """One use of an item: where, in words, and the keys of it that count there; without keys all of them do."""

    verwijzing: str
    waar: Waar
    hoe: str
    keys: frozenset[str] = frozenset()


def gebruik(framework: Framework, lokaal: Lokaal) -> Iterator[Gebruik]:
    """Yield every use, with ids as they were written: one that the core retired is followed by who compares."""
    yield from _chosen(framework, lokaal)
    yield from _poster(framework, lokaal)
    for _, principe in sorted(lokaal.gedragsprincipes.items()):
        if principe.in_force:
            whose = f"uw {lokaal.gemeente.woorden.principe.enkelvoud} «{principe.titel}»"
            yield from _named(framework, principe.raakt_factoren, "principe", whose)
            yield from _steps(principe.stappen, "principe", whose)
            yield from _linked(principe, "principe", whose)
    for _, item in sorted(lokaal.activiteiten.items()):
        whose = f"uw activiteit «{item.titel}»"
        if item.hoort_bij:
            yield Gebruik(f"activiteit:{item.hoort_bij}", "activiteit", whose)
        yield from _named(framework, item.voor_factoren, "activiteit", whose)
        yield from _steps(item.stappen, "activiteit", whose)
        yield from _linked(item, "activiteit", whose)
    for _, addition in sorted(lokaal.aanvullingen.items()):
        yield from _linked(addition, "aanvulling", f"uw aanvulling «{addition.titel}»")
    for slot, own in sorted(lokaal.teksten.items()):
        yield from _in_text(own.text, "tekst", f"uw tekst «{slot}»")


def _chosen(framework: Framework, lokaal: Lokaal) -> Iterator[Gebruik]:
    """Yield what is chosen for a place; in conversation who chose nothing uses all of it, and all use every factor."""
    keuze = lokaal.keuze.gesprek
    for listed, kind in _KINDS:
        ids = getattr(keuze, listed)
        everything = framework.of(kind) if not ids or kind == "factor" else ()
        for id_ in dict.fromkeys((*ids, *everything)):
            if id_ not in lokaal.of(kind):
                yield Gebruik(f"{kind}:{id_}", "gesprek", _PLACES["gesprek"])
    for id_ in keuze.vragen or framework.vragen:
        yield Gebruik(f"vraag:{id_}", "gesprek", _PLACES["gesprek"])
    for id_ in lokaal.keuze.rapportage.factoren:
        yield Gebruik(f"factor:{id_}", "rapportage", _PLACES["rapportage"], frozenset({"titel"}))


def _poster(framework: Framework, lokaal: Lokaal) -> Iterator[Gebruik]:
    """Yield what stands on the poster: a whole question for what was chosen there, else the short one of the map."""
    keuze = lokaal.keuze_op("poster")
    for id_ in keuze.vragen:
        yield Gebruik(f"vraag:{id_}", "poster", _PLACES["poster"])
    for kind in ("startpunt", "factor"):
        for id_, item in framework.in_order(kind).items():
            has_own = any(vraag.id in keuze.vragen for vraag in item.open_vragen.punten)
            is_whole = kind == "startpunt" or not keuze.factoren or id_ in keuze.factoren
            keys = {"titel"} | (set() if is_whole and has_own else {"kernvraag"} if is_whole else {"korte_vraag"})
            yield Gebruik(f"{kind}:{id_}", "poster", _PLACES["poster"], frozenset(keys))


def _named(framework: Framework, ids: tuple[str, ...], waar: Waar, hoe: str) -> Iterator[Gebruik]:
    for id_ in ids:
        kind = "startpunt" if id_ in framework.startpunten else "factor"
        yield Gebruik(f"{kind}:{id_}", waar, hoe)


def _steps(ids: tuple[str, ...], waar: Waar, hoe: str) -> Iterator[Gebruik]:
    for id_ in ids:
        yield Gebruik(f"stap:{id_}", waar, hoe)


def _linked(block: Blok, waar: Waar, hoe: str) -> Iterator[Gebruik]:
    for _, _, _, value in walk(block):
        for text in value if isinstance(value, tuple) else (value,):
            if isinstance(text, str):
                yield from _in_text(text, waar, hoe)


def _in_text(text: str, waar: Waar, hoe: str) -> Iterator[Gebruik]:
    for reference in dict.fromkeys(links(text)):
        if ITEM_LINK.match(reference):
            yield Gebruik(reference, waar, hoe)

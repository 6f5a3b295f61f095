"""Everything that was authored, as frozen objects that find each other by kind and id."""

import re
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

from leidraad.model.kinds import KINDS, kind_of
from leidraad.model.types.activiteiten import Activiteit
from leidraad.model.types.afwegingskader import Stap
from leidraad.model.types.base import Blok
from leidraad.model.types.begrippen import Begrip
from leidraad.model.types.bronnen import Bron
from leidraad.model.types.casussen import Casus
from leidraad.model.types.eigen_activiteiten import EigenActiviteit
from leidraad.model.types.gemeente import Aanvulling, Gedragsprincipe, Gemeente
from leidraad.model.types.igm import Factor, Onderdeel, OpenVraag, Startpunt
from leidraad.model.types.instrumenten import Instrument
from leidraad.model.types.kern import Groep, Kern
from leidraad.model.types.keuze import Keuze, KeuzeOpPoster, Plek, Vraagplek
from leidraad.model.types.onderzoeken import Onderzoek, Zoekactie
from leidraad.model.types.routes import Route, Voorbeeldloop
from leidraad.model.types.zoekvragen import Zoekvraag
from leidraad.model.use.chosen import Gekozen, choose
from leidraad.model.use.names import sort_key
from leidraad.model.use.pages import Pages
from leidraad.model.use.questions import only_asks
from leidraad.model.use.retired import Successors, follow, follow_text, successors
from leidraad.model.yaml.problem import Place

_BY_STATUS = ("vastgesteld", "getoetst", "gepubliceerd", "concept", "voorbeeld", "vervallen")
TAG = re.compile(r"<[^>]+>")

R = TypeVar("R")
Items = Mapping[str, Mapping[str, Blok]]  # by kind, then by id


@dataclass(frozen=True)
class OwnText:
    """A Markdown text of a municipality for a named place in the pages."""

    slot: str
    text: str
    place: Place


@dataclass(frozen=True)
class Lokaal:
    """What one municipality wrote: its folder under framework/gemeenten/; `items` and `known` go by kind."""

    gemeente: Gemeente
    items: Items = field(default_factory=dict)
    teksten: Mapping[str, OwnText] = field(default_factory=dict)
    beeld: Mapping[str, Path] = field(default_factory=dict)
    known: Mapping[str, frozenset[str]] = field(default_factory=dict)
    keuze: Keuze = field(default_factory=Keuze)
    onaf: tuple[str, ...] = ()  # activities that still lack something, by name

    def of(self, kind: str) -> Mapping[str, Any]:
        """Return what this municipality wrote of a kind, by id."""
        return self.items.get(kind, {})

    def having(self, kind: str, items: Mapping[str, Blok]) -> "Lokaal":
        """Return the same with other items of a kind."""
        return replace(self, items={**self.items, kind: items})

    @property
    def gedragsprincipes(self) -> Mapping[str, Gedragsprincipe]:
        """The guiding principles."""
        return self.of("principe")

    @property
    def activiteiten(self) -> Mapping[str, EigenActiviteit]:
        """The activities of its own."""
        return self.of("activiteit")

    @property
    def aanvullingen(self) -> Mapping[str, Aanvulling]:
        """What it adds to items of the core."""
        return self.of("aanvulling")

    @property
    def zoekvragen(self) -> Mapping[str, Zoekvraag]:
        """What people type there, and should find."""
        return self.of("zoekvraag")

    @property
    def gezegd(self) -> Mapping[str, OwnText]:
        """The own texts for a reader: not those that still only ask."""
        return {slot: own for slot, own in self.teksten.items() if not only_asks(slot, own.text)}

    def following(self, retired: Successors) -> "Lokaal":
        """Return the same folder with the successors of retired ids."""
        return replace(
            self,
            items={
                kind: {id_: follow(item, retired) for id_, item in items.items()} for kind, items in self.items.items()
            },
            teksten={slot: replace(own, text=follow_text(own.text, retired)) for slot, own in self.teksten.items()},
            keuze=follow(self.keuze, retired),
        )

    def keuze_op(self, plek: Vraagplek) -> KeuzeOpPoster:
        """Return what was chosen for a place where questions are asked: gesprek or poster."""
        chosen: KeuzeOpPoster = getattr(self.keuze, plek)
        return chosen


@dataclass(frozen=True)
class Framework:
    """The shared core and the folders of all municipalities; `items` holds those of each kind by id.

    `known` holds, per kind, every id that has a file or an entry, also when that file could not be read:
    so one mistake is reported once, and not again at every place that refers to it.
    """

    kern: Kern
    items: Items
    gemeenten: Mapping[str, Lokaal]
    known: Mapping[str, frozenset[str]]
    pages: Pages | None = None

    def of(self, kind: str) -> Mapping[str, Any]:
        """Return what the core has of a kind, by id."""
        return self.items.get(kind, {})

    def having(self, kind: str, items: Mapping[str, Blok]) -> "Framework":
        """Return the same with other items of a kind."""
        return replace(self, items={**self.items, kind: items})

    def in_order(self, kind: str) -> dict[str, Any]:
        """Return what the core has of a kind, in the order of kern.yaml where that gives one."""
        items, order = self.of(kind), kind_of(kind).order
        return {id_: items[id_] for id_ in getattr(self.kern, order) if id_ in items} if order else dict(items)

    @property
    def bronnen(self) -> Mapping[str, Bron]:
        """The sources."""
        return self.of("bron")

    @property
    def onderzoeken(self) -> Mapping[str, Onderzoek]:
        """The studies; each has the id of its source."""
        return self.of("onderzoek")

    @property
    def zoekacties(self) -> Mapping[str, Zoekactie]:
        """What was searched for, and what came of it."""
        return self.of("zoekactie")

    @property
    def begrippen(self) -> Mapping[str, Begrip]:
        """The glossary."""
        return self.of("begrip")

    @property
    def startpunten(self) -> Mapping[str, Startpunt]:
        """The two starting points."""
        return self.of("startpunt")

    @property
    def factoren(self) -> Mapping[str, Factor]:
        """The factors of willen and kunnen."""
        return self.of("factor")

    @property
    def stappen(self) -> Mapping[str, Stap]:
        """The steps."""
        return self.of("stap")

    @property
    def activiteiten(self) -> Mapping[str, Activiteit]:
        """The activities of the core."""
        return self.of("activiteit")

    @property
    def instrumenten(self) -> Mapping[str, Instrument]:
        """The worksheets."""
        return self.of("instrument")

    @property
    def casussen(self) -> Mapping[str, Casus]:
        """The invented cases."""
        return self.of("casus")

    @property
    def routes(self) -> Mapping[str, Route]:
        """The guided routes."""
        return self.of("route")

    @property
    def lopen(self) -> Mapping[str, Voorbeeldloop]:
        """The worked walks."""
        return self.of("loop")

    @property
    def zoekvragen(self) -> Mapping[str, Zoekvraag]:
        """What people type, and should find."""
        return self.of("zoekvraag")

    @property
    def vragen(self) -> dict[str, OpenVraag]:
        """Every open question that can be chosen, by its id."""
        items = [*self.startpunten.values(), *self.factoren.values()]
        return {vraag.id: vraag for item in items for vraag in item.open_vragen.punten if vraag.id}

    def groep_of(self, factor: str) -> Groep:
        """Return the side of the model (willen or kunnen) that holds this factor; KeyError if none does."""
        for groep in self.kern.groepen:
            if factor in groep.factoren:
                return groep
        raise KeyError(factor)

    @property
    def core_blocks(self) -> list[Blok]:
        """Everything of the core that could be read, as the checks go through it."""
        return [self.kern, *(item for items in self.items.values() for item in items.values())]

    def lopen_bij(self, route: str) -> list[Voorbeeldloop]:
        """Return the worked walks through a route, in the order of their ids."""
        return [loop for _, loop in sorted(self.lopen.items()) if loop.route == route]

    @property
    def onderdelen(self) -> dict[str, Onderdeel]:
        """Every step, starting point and factor by its reference (stap:plan), in reading order."""
        kinds = [kind.name for kind in KINDS if issubclass(kind.type, Onderdeel)]
        return {f"{kind}:{id_}": item for kind in kinds for id_, item in self.in_order(kind).items()}


@dataclass(frozen=True)
class Edition:
    """The core as one municipality publishes it: what every page is rendered from."""

    framework: Framework
    lokaal: Lokaal

    def __post_init__(self) -> None:
        """Let what the municipality wrote against an older core name the successors of retired ids."""
        retired = successors(self.framework.kern)
        if retired:
            object.__setattr__(self, "lokaal", self.lokaal.following(retired))

    @property
    def gemeente(self) -> Gemeente:
        """The municipality's own data."""
        return self.lokaal.gemeente

    @property
    def meldpunt(self) -> str | None:
        """Where a reader reports a mistake; in an edition that the municipality did not publish, at the project."""
        return self.gemeente.contact if self.gemeente.spreekt_zelf else self.framework.kern.contact

    def told(self, work_out: "Callable[[Edition, str], R]", of: str) -> R:
        """Return what is worked out of much of an edition; who remembers what was read, reads the answer alone."""
        return work_out(self, of)

    def remembered(self, name: str, of: Hashable, make: "Callable[[], R]") -> "R":
        """Return what is made of this edition and of that; who remembers what was read, makes it once for many."""
        return make()

    def fits(self, text: str, most: int) -> bool:
        """Return whether a text of this edition is no longer than that."""
        return len(text) <= most

    def words(self, html: str) -> int:
        """Return how many words there are in HTML of this edition."""
        return len(TAG.sub(" ", html).split())

    @property
    def activiteiten(self) -> Gekozen[Activiteit | EigenActiviteit]:
        """The activities in conversation: what was chosen, then what else there is."""
        return self.of("activiteit")

    @property
    def routes(self) -> Gekozen[Route]:
        """The guided routes; those that were not chosen in the order of the core."""
        return self.of("route")

    def factoren_in(self, plek: Plek) -> Gekozen[Factor]:
        """Return the factors of a place; those that were not chosen in the order of the core."""
        return choose(self.framework.in_order("factor"), getattr(self.lokaal.keuze, plek).factoren)

    def of(self, name: str) -> Gekozen[Any]:
        """Return everything of a kind: what was chosen for conversation, then the rest, its own before the core's."""
        chosen = kind_of(name).chosen
        there_is = {**self.lokaal.of(name), **self.framework.in_order(name)}
        return choose(there_is, getattr(self.lokaal.keuze.gesprek, chosen) if chosen else ())

    def vragen_bij(self, item: Startpunt, plek: Vraagplek = "gesprek") -> Gekozen[OpenVraag]:
        """Return the open questions of a factor or starting point in a place."""
        there_is = {vraag.id or f"({number})": vraag for number, vraag in enumerate(item.open_vragen.punten)}
        return choose(there_is, self.lokaal.keuze_op(plek).vragen)

    def aanvullingen_bij(self, reference: str) -> list[Aanvulling]:
        """Return what the municipality adds to an item such as factor:kennis, in the order of their ids."""
        return [item for _, item in sorted(self.lokaal.aanvullingen.items()) if item.bij == reference]

    @property
    def principes(self) -> list[Gedragsprincipe]:
        """All principles in its own order, then how far they are; what is retired comes last."""
        own = self.lokaal.keuze.principes
        return sorted(
            self.lokaal.gedragsprincipes.values(),
            key=lambda item: (
                not item.in_force,
                own.index(item.id) if item.id in own else len(own),
                _BY_STATUS.index(item.status),
                sort_key(item.titel),
            ),
        )

    def principes_bij(self, stap: str = "", factor: str = "") -> list[Gedragsprincipe]:
        """Return the principles in force that touch a step or a factor."""
        living = [item for item in self.principes if item.in_force]
        return [item for item in living if stap in item.stappen or factor in item.raakt_factoren]

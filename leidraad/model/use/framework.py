"""Everything that was authored, as frozen objects that find each other by kind and id."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

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
from leidraad.model.types.keuze import Keuze, KeuzeOpPlek, Plek
from leidraad.model.types.routes import Route, Voorbeeldloop
from leidraad.model.types.zoekvragen import Zoekvraag
from leidraad.model.use.chosen import Gekozen, choose
from leidraad.model.use.retired import Successors, follow, follow_text, successors
from leidraad.model.yaml.problem import Place


@dataclass(frozen=True)
class OwnText:
    """A Markdown text of a municipality for a named place in the pages."""

    slot: str
    text: str
    place: Place


@dataclass(frozen=True)
class Lokaal:
    """What one municipality wrote: its folder under framework/gemeenten/."""

    gemeente: Gemeente
    gedragsprincipes: Mapping[str, Gedragsprincipe] = field(default_factory=dict)
    aanvullingen: Mapping[str, Aanvulling] = field(default_factory=dict)
    teksten: Mapping[str, OwnText] = field(default_factory=dict)
    beeld: Mapping[str, Path] = field(default_factory=dict)
    known_principes: frozenset[str] = frozenset()
    activiteiten: Mapping[str, EigenActiviteit] = field(default_factory=dict)
    known_activiteiten: frozenset[str] = frozenset()
    keuze: Keuze = field(default_factory=Keuze)
    zoekvragen: Mapping[str, Zoekvraag] = field(default_factory=dict)

    def following(self, retired: Successors) -> "Lokaal":
        """Return the same folder with the successors of retired ids."""
        return replace(
            self,
            gedragsprincipes={id_: follow(item, retired) for id_, item in self.gedragsprincipes.items()},
            activiteiten={id_: follow(item, retired) for id_, item in self.activiteiten.items()},
            aanvullingen={id_: follow(item, retired) for id_, item in self.aanvullingen.items()},
            teksten={slot: replace(own, text=follow_text(own.text, retired)) for slot, own in self.teksten.items()},
            keuze=follow(self.keuze, retired),
            zoekvragen={text: follow(item, retired) for text, item in self.zoekvragen.items()},
        )

    def keuze_op(self, plek: Plek) -> KeuzeOpPlek:
        """Return what was chosen for a place: gesprek, poster or rapportage."""
        chosen: KeuzeOpPlek = getattr(self.keuze, plek)
        return chosen


@dataclass(frozen=True)
class Framework:
    """The shared core and the folders of all municipalities.

    `known` holds, per kind, every id that has a file or an entry, also when that file could not be read:
    so one mistake is reported once, and not again at every place that refers to it.
    """

    kern: Kern
    bronnen: Mapping[str, Bron]
    begrippen: Mapping[str, Begrip]
    startpunten: Mapping[str, Startpunt]
    factoren: Mapping[str, Factor]
    stappen: Mapping[str, Stap]
    activiteiten: Mapping[str, Activiteit]
    instrumenten: Mapping[str, Instrument]
    casussen: Mapping[str, Casus]
    routes: Mapping[str, Route]
    lopen: Mapping[str, Voorbeeldloop]
    gemeenten: Mapping[str, Lokaal]
    known: Mapping[str, frozenset[str]]
    zoekvragen: Mapping[str, Zoekvraag] = field(default_factory=dict)

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
    def onderdelen_unordered(self) -> list[Onderdeel]:
        """Every step, starting point and factor that could be read, also when kern.yaml does not name it."""
        return [*self.stappen.values(), *self.startpunten.values(), *self.factoren.values()]

    @property
    def core_blocks(self) -> list[Blok]:
        """Everything of the core that could be read, as the checks go through it."""
        lists = (
            self.bronnen,
            self.begrippen,
            self.activiteiten,
            self.instrumenten,
            self.casussen,
            self.routes,
            self.lopen,
            self.zoekvragen,
        )
        return [self.kern, *self.onderdelen_unordered, *(item for items in lists for item in items.values())]

    def lopen_bij(self, route: str) -> list[Voorbeeldloop]:
        """Return the worked walks through a route, in the order of their ids."""
        return [loop for _, loop in sorted(self.lopen.items()) if loop.route == route]

    @property
    def onderdelen(self) -> dict[str, Onderdeel]:
        """Every step, starting point and factor by its reference (stap:plan), in reading order."""
        kern = self.kern
        parts: list[tuple[str, Mapping[str, Onderdeel], tuple[str, ...]]] = [
            ("stap", self.stappen, kern.stappen),
            ("startpunt", self.startpunten, kern.startpunten),
            ("factor", self.factoren, kern.factoren),
        ]
        return {f"{kind}:{id_}": items[id_] for kind, items, order in parts for id_ in order if id_ in items}


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
    def activiteiten(self) -> Gekozen[Activiteit | EigenActiviteit]:
        """The activities in conversation: what was chosen, then what else there is."""
        return self.activiteiten_in("gesprek")

    def activiteiten_in(self, plek: Plek) -> Gekozen[Activiteit | EigenActiviteit]:
        """Return the activities of a place, the municipality's own before those of the core."""
        there_is: dict[str, Activiteit | EigenActiviteit] = {**self.lokaal.activiteiten, **self.framework.activiteiten}
        return choose(there_is, self.lokaal.keuze_op(plek).activiteiten)

    def factoren_in(self, plek: Plek) -> Gekozen[Factor]:
        """Return the factors of a place; those that were not chosen in the order of the core."""
        factoren = self.framework.factoren
        there_is = {id_: factoren[id_] for id_ in self.framework.kern.factoren if id_ in factoren}
        return choose(there_is, self.lokaal.keuze_op(plek).factoren)

    def routes_in(self, plek: Plek) -> Gekozen[Route]:
        """Return the guided routes of a place; those that were not chosen in the order of the core."""
        routes = self.framework.routes
        there_is = {id_: routes[id_] for id_ in self.framework.kern.routes if id_ in routes}
        return choose(there_is, self.lokaal.keuze_op(plek).routes)

    def vragen_bij(self, item: Startpunt, plek: Plek = "gesprek") -> Gekozen[OpenVraag]:
        """Return the open questions of a factor or starting point in a place."""
        there_is = {vraag.id or f"({number})": vraag for number, vraag in enumerate(item.open_vragen.punten)}
        return choose(there_is, self.lokaal.keuze_op(plek).vragen)

    def aanvullingen_bij(self, reference: str) -> list[Aanvulling]:
        """Return what the municipality adds to an item such as factor:kennis, in the order of their ids."""
        return [item for _, item in sorted(self.lokaal.aanvullingen.items()) if item.bij == reference]

    def principes_bij(self, stap: str = "", factor: str = "") -> list[Gedragsprincipe]:
        """Return the principles in force that touch a step or a factor."""
        principes = self.lokaal.gedragsprincipes.values()
        living = [item for item in principes if item.status != "vervallen"]
        return [item for item in living if stap in item.stappen or factor in item.raakt_factoren]

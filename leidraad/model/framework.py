"""Everything that was authored, as frozen objects that find each other by kind and id."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from leidraad.model.activiteiten import Activiteit
from leidraad.model.afwegingskader import Stap
from leidraad.model.base import Blok
from leidraad.model.begrippen import Begrip
from leidraad.model.bronnen import Bron
from leidraad.model.casussen import Casus
from leidraad.model.gemeente import Aanvulling, Gedragsprincipe, Gemeente
from leidraad.model.igm import Factor, Onderdeel, Startpunt
from leidraad.model.instrumenten import Instrument
from leidraad.model.kern import Groep, Kern
from leidraad.model.problem import Place
from leidraad.model.routes import Route, Voorbeeldloop


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

    @property
    def gemeente(self) -> Gemeente:
        """The municipality's own data."""
        return self.lokaal.gemeente

    def aanvullingen_bij(self, reference: str) -> list[Aanvulling]:
        """Return what the municipality adds to an item such as factor:kennis, in the order of their ids."""
        return [item for _, item in sorted(self.lokaal.aanvullingen.items()) if item.bij == reference]

    def principes_bij(self, stap: str = "", factor: str = "") -> list[Gedragsprincipe]:
        """Return the principles in force that touch a step or a factor."""
        principes = self.lokaal.gedragsprincipes.values()
        living = [item for item in principes if item.status != "vervallen"]
        return [item for item in living if stap in item.stappen or factor in item.raakt_factoren]

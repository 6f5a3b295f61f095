"""The one table of what kinds of things there are: a row says all that differs between them.

A new kind is its type (model/types/), its template, its page in docs/ and its row here. Addresses are frozen once
published. Rows of one place (igm/) share it; the kind `activiteit` has a row for the core and one for a municipality.
"""

from dataclasses import dataclass
from functools import cache, reduce
from operator import or_
from typing import Annotated, Any, Literal

from pydantic import Field, TypeAdapter

from leidraad.model.types.activiteiten import Activiteit
from leidraad.model.types.afwegingskader import Stap
from leidraad.model.types.base import AANVULBAAR, Blok, Naar
from leidraad.model.types.begrippen import Begrip
from leidraad.model.types.bronnen import Bron
from leidraad.model.types.casussen import Casus
from leidraad.model.types.eigen_activiteiten import EigenActiviteit
from leidraad.model.types.gemeente import Aanvulling, Gedragsprincipe, Gemeente
from leidraad.model.types.igm import Factor, Startpunt
from leidraad.model.types.instrumenten import Instrument
from leidraad.model.types.kern import Kern
from leidraad.model.types.keuze import Keuze
from leidraad.model.types.onderzoeken import Onderzoek, Zoekactie
from leidraad.model.types.routes import Route, Voorbeeldloop
from leidraad.model.types.wet import Wetspunt
from leidraad.model.types.zoekvragen import Zoekvraag

Whose = Literal["kern", "gemeente"]


@dataclass(frozen=True, kw_only=True)
class Kind:
    """One kind of thing. What is left empty, it does not have."""

    name: str  # as in a reference: factor:kennis
    type: type[Blok]
    where: str  # igm/ is a folder of files, bronnen.yaml a file; in framework/ or in a municipality's folder
    of: Whose = "kern"
    schema: str = ""  # the editor's schema; of a file that is one list also the key of that list
    list_key: str = ""  # the key that names an entry, where a file is one list
    needed: bool = False  # without the folder there is no leidraad
    article: str = "de"
    # where readers find it
    address: str = ""
    place: str = ""  # in the list that leads to its page; that was its address once, and still leads there
    plural: str = ""  # the heading over all of them; with it they stand in A to Z, search, JSON and courses
    label: str = ""  # what readers call one, where that is not its name
    title: str = "titel"
    summary: str = "kern"
    also: tuple[str, ...] = ("ook_wel",)  # the keys of its other names
    words: str = "zoekwoorden"
    order: str = ""  # the key of kern.yaml that gives the order
    chosen: str = ""  # the key of keuze.yaml by which a municipality chooses
    weight: float = 1  # in the search
    word: Literal["name", "beginning", ""] = "name"  # of what a glossary word may be: its name, or also how that begins
    # what it has beside its page
    card: str = ""  # the template of its card: render/kaarten/kaart_<card>.html
    height: int = 0  # of a frame of 640 pixels wide that shows the card whole; the rest can be scrolled
    package: bool = False  # a SCORM package of its card
    lesson: bool = False  # a SCORM package with its content: render/cursus/les.py says which parts
    additions: bool = False  # a municipality can add to it
    # what a writer is asked
    asks: str = ""  # the questions in model/use/questions.py
    opens: str = ""  # the first sentence of a new file
    form: bool = False  # the principe-maker writes it

    @property
    def is_folder(self) -> bool:
        """True for one thing a file, false for what stands in a file of a fixed name."""
        return self.where.endswith("/")

    def page(self, id_: str) -> str | None:
        """Return the file in docs/ that is the page of an item, where each has a page that is made by hand."""
        of_its_own = self.of == "kern" and self.address.endswith("/") and not self.place
        return f"{self.address.rstrip('/').format(id=id_)}.md" if of_its_own else None


KINDS: tuple[Kind, ...] = (
    Kind(name="kern", type=Kern, where="kern.yaml"),
    Kind(
        name="gemeente",
        type=Gemeente,
        where="gemeente.yaml",
        of="gemeente",
        asks="gemeente",
        opens="Vul in wat u weet. Wat leeg blijft, staat op de site als open vraag. Begin bij naam en woorden.",
        form=True,
    ),
    Kind(
        name="stap",
        type=Stap,
        where="afwegingskader/stappen/",
        needed=True,
        address="stappen/{id}/",
        plural="Stappen",
        order="stappen",
        card="stap",
        height=1600,
        package=True,
        lesson=True,
        additions=True,
    ),
    Kind(
        name="startpunt",
        type=Startpunt,
        where="igm/",
        schema="igm",
        needed=True,
        article="het",
        address="factoren/{id}/",
        plural="Doel en doelgedrag",
        order="startpunten",
        card="factor",
        height=1700,
        package=True,
        lesson=True,
        additions=True,
    ),
    Kind(
        name="factor",
        type=Factor,
        where="igm/",
        schema="igm",
        needed=True,
        address="factoren/{id}/",
        plural="Factoren",
        order="factoren",
        card="factor",
        height=1700,
        package=True,
        lesson=True,
        additions=True,
    ),
    Kind(
        name="activiteit",
        type=Activiteit,
        where="afwegingskader/activiteiten/",
        address="activiteiten/{id}/",
        place="activiteiten/#{id}",
        plural="Activiteiten",
        chosen="activiteiten",
        word="beginning",
        card="activiteit",
        height=1400,
        additions=True,
    ),
    Kind(
        name="activiteit",
        type=EigenActiviteit,
        where="activiteiten/",
        of="gemeente",
        schema="eigen-activiteit",
        card="eigen_activiteit",
        asks="activiteit",
        opens="Eén bestand is één activiteit die er bij u is.",
        form=True,
    ),
    Kind(
        name="route",
        type=Route,
        where="afwegingskader/routes/",
        address="afwegen/{id}/",
        plural="Routes",
        order="routes",
        chosen="routes",
        word="beginning",
        card="route",
        height=3000,
    ),
    Kind(
        name="principe",
        type=Gedragsprincipe,
        where="gedragsprincipes/",
        of="gemeente",
        schema="gedragsprincipe",
        article="het",
        address="principes/{id}/",
        place="principes/#{id}",
        plural="((Principes))",
        also=(),
        words="",
        word="",
        card="principe",
        height=1400,
        package=True,
        lesson=True,
        asks="gedragsprincipe",
        opens="Eén bestand is één principe. Hernoem het bestand en de id naar het principe, en vul in.",
        form=True,
    ),
    Kind(
        name="instrument",
        type=Instrument,
        where="instrumenten/",
        article="het",
        address="instrumenten/{id}/",
        plural="Werkbladen",
        label="werkblad",
        word="beginning",
        lesson=True,
        card="instrument",
        height=4000,
    ),
    Kind(
        name="casus",
        type=Casus,
        where="casussen/",
        address="casussen/#{id}",
        plural="Casussen",
        card="casus",
        height=1450,
        lesson=True,
        summary="verhaal",
        also=(),
        weight=0.8,
        word="",
    ),
    Kind(
        name="begrip",
        type=Begrip,
        where="begrippen.yaml",
        schema="begrippen",
        list_key="id",
        article="het",
        address="begrippen/#{id}",
        plural="Begrippen",
        title="term",
        summary="definitie",
        also=("meervoud", "spelling"),
        words="synoniemen",
        weight=0.85,
        word="",
        card="begrip",
        height=700,
    ),
    Kind(name="bron", type=Bron, where="bronnen.yaml", schema="bronnen", list_key="id", address="bronnen/#{id}"),
    Kind(
        name="wetspunt",
        type=Wetspunt,
        summary="regel",
        where="wet.yaml",
        schema="wet",
        list_key="id",
        article="het",
        address="wet/#{id}",
    ),
    Kind(name="onderzoek", type=Onderzoek, where="onderzoeken/", article="het", address="onderzoeken/#{id}"),
    Kind(
        name="zoekactie",
        type=Zoekactie,
        where="zoekverantwoording.yaml",
        schema="zoekverantwoording",
        list_key="id",
        address="zoekverantwoording/#{id}",
    ),
    Kind(name="loop", type=Voorbeeldloop, where="afwegingskader/lopen/"),
    Kind(name="zoekvraag", type=Zoekvraag, where="zoekvragen.yaml", schema="zoekvragen", list_key="vraag"),
    Kind(
        name="zoekvraag",
        type=Zoekvraag,
        where="zoekvragen.yaml",
        of="gemeente",
        schema="zoekvragen",
        list_key="vraag",
        asks="zoekvraag",
        form=True,
    ),
    Kind(
        name="keuze",
        type=Keuze,
        where="keuze.yaml",
        of="gemeente",
        asks="keuze",
        opens="Zet in elke lijst de ids die u gebruikt, op uw volgorde. Een lege lijst betekent: alles.",
        form=True,
    ),
    Kind(
        name="aanvulling",
        type=Aanvulling,
        where="aanvullingen/",
        of="gemeente",
        asks="aanvulling",
        opens="Eén bestand is één aanvulling bij een onderdeel van de kern.",
        form=True,
    ),
)


def kind_of(name: str, of: Whose | None = None) -> Kind:
    """Return the row of a kind, that of the core first; KeyError for an unknown kind."""
    for kind in KINDS:
        if kind.name == name and of in (None, kind.of):
            return kind
    raise KeyError(name)


def row_of(name: str, block: object) -> Kind:
    """Return the row of an item: of a kind that both the core and a municipality have, the one of its type."""
    return next((kind for kind in KINDS if kind.name == name and kind.type is type(block)), kind_of(name))


def listed() -> tuple[Kind, ...]:
    """Return the kinds that readers find in A to Z and in the search, one row each, in the order of the table."""
    return tuple(kind for kind in KINDS if kind.plural)


def places(of: Whose) -> dict[str, list[Kind]]:
    """Return where the files are, and the kinds that stand there."""
    found: dict[str, list[Kind]] = {}
    for kind in KINDS:
        if kind.of == of:
            found.setdefault(kind.where, []).append(kind)
    return found


@cache
def adapter(of: Whose, where: str) -> TypeAdapter[Any]:
    """Return what understands a file of a place: the type of its kind, or the choice between several by `soort`."""
    types: list[Any] = [kind.type for kind in places(of)[where]]
    choice: Any = Annotated[reduce(or_, types), Field(discriminator="soort")] if types[1:] else types[0]
    return TypeAdapter(choice)


def with_additions() -> tuple[str, ...]:
    """Return the kinds that a municipality can add to."""
    return tuple(kind.name for kind in KINDS if kind.additions)


def named_by(naar: Naar) -> tuple[str, ...]:
    """Return the kinds that a field may name; none for a field that may name any."""
    return with_additions() if AANVULBAAR in naar.soorten else naar.soorten

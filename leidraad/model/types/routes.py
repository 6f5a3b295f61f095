"""framework/afwegingskader/routes/ and lopen/: guided routes, and worked walks through them."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, ClassVar, Literal, cast

from pydantic import BeforeValidator, Field, WithJsonSchema, create_model
from pydantic_core import PydanticCustomError

from leidraad.model.types.base import Blok, Id, JaNee, Naar, Puntenblok, Regel, Stappen, Tekst, Tekstblok, Verwijzing
from leidraad.model.types.igm import Kop

WEET_NIET = "weet-niet"
EXPLORE = "verkennen"  # the id under which notes without a route go
UITSPRAKEN = "uitspraken"  # the key under which answers hold the statements of a case
RICHTINGEN = ("helpt", "hindert", "allebei", "weten-we-niet")
BRONNEN = ("gezegd", "gezien", "vermoed")

Vraagsoort = Literal["keuze", "meerkeuze", "kies-uit-eerder", "wegen", "activiteiten", "tekst", "datum"]
Met = Literal["alleen", "met-inwoner", "met-collega's"]
VraagtNaar = Literal["ons-deel", "verplichting"]
Casusveld = Literal[
    "moment",
    "gedrag",
    "gedrag-soort",
    "doel",
    "doel-van",
    "verplichting",
    "verplichting-woorden",
    "ons-deel",
    "ons-deel-woorden",
    "belofte",
    "vragen-naar",
    "factoren",
    "principe",
    "vergeleken",
    "activiteiten",
    "reden",
    "stap",
    "stap-wie",
    "stap-datum",
    "afspraken",
    "anders",
    "kijken-op",
    "leerpunt",
]
Getal = Annotated[int, Field(ge=1)]


def _answers(value: Any) -> Any:
    if not isinstance(value, dict):
        raise PydanticCustomError("dict_type", "sleutels")
    return value


# Which keys and values fit depends on the route; the check `voorbeeldloop` says so.
Antwoorden = Annotated[
    dict[str, Any], BeforeValidator(_answers), WithJsonSchema({"type": "object", "additionalProperties": True})
]

# «is» is a word of Python, so it cannot be written as a field.
_IS: Any = Field((), title="Is", description="Klopt als minstens één van deze antwoorden is gekozen.")
_FIELDS: Any = {"is": (tuple[Id, ...], _IS)}
_MetIs: type[Blok] = create_model("_MetIs", __base__=Blok, **_FIELDS)


class Voorwaarde(_MetIs):
    """Looks at one earlier answer: at what was chosen (is), or only whether something is known (bekend)."""

    vraag: Id = Field(title="Vraag", description="De id van een vraag op een eerder scherm.")
    bekend: Literal["ja"] | None = Field(
        None,
        title="Bekend",
        description="ja = er is iets anders gekozen dan «dat weten we nog niet»; bij een tekst: er is iets ingevuld.",
    )

    @property
    def keuzes(self) -> tuple[str, ...]:
        """The answers under `is`."""
        return cast(tuple[str, ...], getattr(self, "is"))


class ToonAls(Blok):
    """When something is shown: every condition of `alle` is true, and none of `geen`."""

    alle: tuple[Voorwaarde, ...] = Field((), title="Alle", description="Al deze voorwaarden kloppen.")
    geen: tuple[Voorwaarde, ...] = Field((), title="Geen", description="Niet één van deze voorwaarden klopt.")

    def placed(self) -> Iterator[tuple[str, int, Voorwaarde]]:
        """Yield (alle or geen, position, condition) of every condition."""
        for key in ("alle", "geen"):
            for index, voorwaarde in enumerate(getattr(self, key)):
                yield key, index, voorwaarde


class Optie(Blok):
    """An answer to choose; «dat weten we nog niet» is always there and never written."""

    id: Id = Field(title="Id", description="Korte naam, voor de voorwaarden.")
    tekst: Regel = Field(title="Tekst", description="Het antwoord dat de lezer kiest.")
    factor: Annotated[Id, Naar("factor", "startpunt")] | None = Field(
        None, title="Factor", description="De factor waar dit antwoord bij hoort."
    )
    zin: Regel | None = Field(
        None, title="Zin", description="De zin die met dit antwoord in de tekst komt. Zonder zin staat het er niet in."
    )
    casus: Id | None = Field(
        None, title="Casus", description="Hoe dit antwoord in de casus heet, als dat anders is dan de id."
    )
    heette: tuple[Id, ...] = Field(
        (), title="Heette", description="Eerdere ids; een bestand van een oudere uitgave wordt er goed mee gelezen."
    )


class Tekstveld(Blok):
    """A field for a text beside a choice; what stands in it never steers."""

    label: Regel = Field(title="Label", description="De naam van het veld.")
    casus: Casusveld | None = Field(None, title="Casus", description="Het deel van de casus waar deze tekst in komt.")
    hulp: Regel | None = Field(None, title="Hulp", description="Een voorbeeld, zonder naam of herkenbare details.")
    keuze: Id | None = Field(
        None,
        title="Keuze",
        description="De optie die aangevinkt staat zodra hier iets geschreven is, zolang er niets anders gekozen is.",
    )


class AndereWoorden(Blok):
    """How a question sounds at another moment; the answers stay the same."""

    toon_als: ToonAls = Field(title="Toon als", description="Wanneer de vraag zo klinkt.")
    vraag: Regel = Field(title="Vraag", description="De vraag in die woorden.")


class Vraag(Blok):
    """A question of a route; which keys belong to which kind is held by the check `vraagsoort`."""

    VERVALLEN: ClassVar[Mapping[str, str]] = {"over": ""}  # what lights up on the map follows from the case

    id: Id = Field(title="Id", description="Korte naam, voor de voorwaarden.")
    scherm: Getal = Field(title="Scherm", description="Het nummer van het scherm; schermen lopen op.")
    soort: Vraagsoort = Field(
        title="Soort",
        description="keuze, meerkeuze, kies-uit-eerder, wegen, activiteiten, tekst of datum.",
    )
    vraag: Regel = Field(title="Vraag", description="De vraag die de lezer ziet.")
    andere_woorden: tuple[AndereWoorden, ...] = Field(
        (), title="Andere woorden", description="Hoe de vraag op een ander moment klinkt; de eerste die past, geldt."
    )
    waarom: Tekstblok = Field(title="Waarom", description="Waarom deze vraag helpt.")
    casus: Casusveld | None = Field(
        None, title="Casus", description="Het deel van de casus waar dit antwoord in komt, en vandaan komt."
    )
    heette: tuple[Id, ...] = Field(
        (), title="Heette", description="Eerdere ids; een bestand van een oudere uitgave wordt er goed mee gelezen."
    )
    uitspraken: JaNee = Field(
        False,
        title="Uitspraken",
        description="ja = bij een antwoord met een factor staat wat er gezegd, gezien of vermoed is.",
    )
    bron: Literal["gezegd", "gezien"] | None = Field(
        None,
        title="Bron",
        description="Wat bij een uitspraak al gekozen staat, als de vraag het zelf zegt: gezegd of gezien.",
    )
    vraagt_naar: tuple[VraagtNaar, ...] = Field(
        (),
        title="Vraagt naar",
        description="ons-deel = wat bij ons, bij het werk of bij de regels ligt; verplichting = of er een meespeelt "
        "en duidelijk is. Elke route vraagt naar allebei.",
    )
    opties: tuple[Optie, ...] = Field((), title="Opties", description="Bij keuze en meerkeuze: de antwoorden.")
    uit: Id | None = Field(
        None, title="Uit", description="Bij kies-uit-eerder en activiteiten: de vraag waar de keuze uit komt."
    )
    hoogstens: Getal | None = Field(None, title="Hoogstens", description="Hoeveel er gekozen mogen worden.")
    factoren: tuple[Annotated[Id, Naar("factor")], ...] = Field(
        (), title="Factoren", description="Bij wegen: de factoren, op volgorde."
    )
    overwegingen: Puntenblok | None = Field(
        None, title="Overwegingen", description="Wat je naast elkaar legt voordat je kiest."
    )
    toont: Literal["gedragsprincipes"] | None = Field(
        None, title="Toont", description="gedragsprincipes = toon hier de principes van de gemeente."
    )
    toont_beeld: JaNee = Field(
        False,
        title="Toont beeld",
        description="ja = bij de vraag staat wat er tot nu toe genoteerd is, om op te lezen en na te vragen.",
    )
    toont_inzet: JaNee = Field(
        False,
        title="Toont inzet",
        description="ja = bij de vraag staat waar jullie op inzetten en wat is afgesproken, uit de casus.",
    )
    zonder_principes: Regel | None = Field(
        None, title="Zonder principes", description="De vraag als de gemeente nog geen principes heeft."
    )
    tekstveld: Tekstveld | None = Field(None, title="Tekstveld", description="Een veld voor eigen woorden erbij.")
    toon_als: ToonAls | None = Field(None, title="Toon als", description="Wanneer deze vraag gesteld wordt.")

    @property
    def is_beeld(self) -> bool:
        """Return whether its answers are what was said, seen or suspected about a factor."""
        return self.soort == "wegen" or bool(self.uitspraken)


class Bespreekpunt(Blok):
    """Something to discuss, and why."""

    id: Id = Field(title="Id", description="Korte naam.")
    tekst: Tekst = Field(title="Tekst", description="Wat er te bespreken is.")
    waarom: Tekstblok = Field(title="Waarom", description="Waarom dit er staat.")
    naar: Annotated[Verwijzing, Naar(heel=True)] | None = Field(
        None, title="Naar", description="Waar je verder leest, zoals factor:kennis."
    )
    niet_samen_met: tuple[Id, ...] = Field(
        (), title="Niet samen met", description="Punten die hier nooit naast mogen staan."
    )
    per_keuze: Id | None = Field(
        None, title="Per keuze", description="De vraag waarvan elke keuze hier een eigen regel krijgt."
    )
    toon_als: ToonAls | None = Field(None, title="Toon als", description="Wanneer dit punt in de uitkomst staat.")


class Route(Kop):
    """A guided route: questions in order, and what there is to discuss afterwards."""

    soort: Literal["route"] = Field(title="Soort", description="route")
    waarom_deze_route: Tekstblok = Field(title="Waarom deze route", description="Waar deze route goed voor is.")
    voor: tuple[Met, ...] = Field(
        min_length=1, title="Voor", description="alleen, met-inwoner of met-collega's: met wie je de route loopt."
    )
    stappen: Stappen = Field(min_length=1, title="Stappen", description="De stappen waar de route bij hoort.")
    duur: Tekstblok = Field(title="Duur", description="Hoeveel minuten de route kost.")
    volgorde: Tekstblok = Field(title="Volgorde", description="Dat de volgorde een hulp is, geen voorschrift.")
    grens: Tekstblok = Field(title="Grens", description="Waar de route niet voor is.")
    stem_van_de_inwoner: Puntenblok = Field(
        title="Stem van de inwoner", description="Vragen die de inwoner in beeld houden."
    )
    vragen: tuple[Vraag, ...] = Field(min_length=1, title="Vragen", description="De vragen, op volgorde.")
    bespreken: tuple[Bespreekpunt, ...] = Field(
        min_length=1, title="Bespreken", description="Wat er te bespreken is, op volgorde."
    )

    def vraag(self, id_: str) -> Vraag | None:
        """Return the question with this id, if there is one."""
        return next((vraag for vraag in self.vragen if vraag.id == id_), None)


class Voorbeeldloop(Blok):
    """A worked walk through a route: it explains the route, and it is a test of it."""

    id: Id = Field(title="Id", description="Gelijk aan de bestandsnaam.")
    route: Annotated[Id, Naar("route")] = Field(title="Route", description="De id van de route.")
    titel: Regel = Field(title="Titel", description="De naam die de lezer ziet.")
    verzonnen: Literal["ja"] = Field(title="Verzonnen", description="Altijd ja: een loop is verzonnen.")
    casus: Annotated[Id, Naar("casus")] | None = Field(
        None, title="Casus", description="De casus waar de loop bij hoort, als die er is."
    )
    situatie: Tekst = Field(title="Situatie", description="Wat er speelt als de route begint.")
    met: Met = Field(title="Met", description="Met wie de route gelopen wordt.")
    antwoorden: Antwoorden = Field(
        title="Antwoorden",
        description="Per vraag het antwoord: een lijst met opties, een tekst of een datum. Onder `uitspraken`: wat er "
        "per factor gezegd, gezien of vermoed is, met factor, bron, richting en woorden.",
    )
    gestelde_vragen: tuple[Id, ...] = Field(
        min_length=1, title="Gestelde vragen", description="De vragen die dan gesteld worden, op volgorde."
    )
    bespreken: tuple[Id, ...] = Field(
        min_length=1, title="Bespreken", description="De punten die dan in de uitkomst staan, op volgorde."
    )
    wat_dit_laat_zien: Tekst = Field(title="Wat dit laat zien", description="Wat een lezer aan deze loop ziet.")

"""What every authored type shares: frozen, no unknown keys, and it knows its place."""

import datetime
import re
from collections.abc import Iterator
from collections.abc import Mapping as AnyMapping
from functools import cache
from typing import Annotated, Any, ClassVar, Literal, Self, get_args, get_type_hints
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    ModelWrapValidatorHandler,
    PrivateAttr,
    StringConstraints,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import CoreSchema, PydanticCustomError

from leidraad.model.yaml.problem import NOWHERE, Place
from leidraad.model.yaml.reader import Mapping, Sequence

Path = tuple[str | int, ...]
ID_PATTERN = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
LONGEST_LINE = 200  # a title, a name or a label; what is longer is a text
LONGEST_ID = 80  # it is part of the names of files and of addresses
VERSION_PATTERN = r"^\d{4}\.(0|[1-9]\d*)$"  # 2026.01 would be another number for 2026.1
# What an editor or a form can tell without parsing an address; _web_address has the last word.
_HOST = r"""https?://([^\s<>"'/?#@]*@)?[^\s<>"'/?#@.:\[\]]+(\.[^\s<>"'/?#@.:\[\]]+)+(:[0-9]{1,5})?"""
WEB_PATTERN = rf"""^{_HOST}([/?#][^\s<>"']*)?$"""
# Folders are set behind it: no question, no place on a page, no file, no version, and not this very computer.
_NO_SITE = r"https?://127\.|.*(\.(html?|php|aspx?)|/nieuwste|/\d{4}\.\d+)/*$"
SITE_PATTERN = rf"""^(?!{_NO_SITE}){_HOST}(/[^\s<>"'?#]*)?$"""
NO_ARTICLE = r"^(?!([Dd]e|[Hh]et|[Ee]en)\s)"  # pages set it before the word themselves
REFERENCE = re.compile(r"^([a-z]+):([a-z0-9-]+)$")


class Blok(BaseModel):
    """A block of keys in an authored file."""

    # In a schema pydantic drops the title of a field that equals the name of its type: «Schaal», «Stijl».
    # What reads a type is made when one is read: a run that takes the core from memory needs a handful.
    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        defer_build=True,
        model_title_generator=lambda model: f"Blok {model.__name__}",
    )

    # Keys that were published and are none now: the old key → what it is called now, or "" where it does nothing.
    # Old files keep working.
    VERVALLEN: ClassVar[AnyMapping[str, str]] = {}

    _raw: Any = PrivateAttr(default=None)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Return the schema for an editor, which takes a retired key and says what it is called now."""
        made = handler(schema)
        if cls.VERVALLEN:
            _with_retired_keys(handler.resolve_ref_schema(made), cls.VERVALLEN)
        return made

    @model_validator(mode="wrap")
    @classmethod
    def _remember_place(cls, value: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        data = value
        if isinstance(value, Mapping):
            value.model = cls
            value.renew(cls.VERVALLEN)
            # An optional key that was left empty is the same as no key: its question stays open.
            data = {key: item for key, item in value.items() if item is not None or cls._is_required(key)}
        result = handler(data)
        result._raw = value
        return result

    @classmethod
    def _is_required(cls, key: str) -> bool:
        known = cls.model_fields.get(key)
        return known is None or known.is_required()

    def place(self, *path: str | int) -> Place:
        """Return where this block stands, or where the value at `path` (keys and positions) within it stands."""
        return locate(self._raw, path)

    @property
    def retired_keys(self) -> tuple[tuple[str, str, Place], ...]:
        """Every (old key, new key or nothing, place) that was written here and is retired."""
        return self._raw.retired if isinstance(self._raw, Mapping) else ()

    def place_of_key(self, *path: str) -> Place:
        """Return where the last key of `path` itself is written."""
        raw = self._raw
        for step in path[:-1]:
            raw = raw.get(step) if isinstance(raw, Mapping) else None
        return raw.keys_at.get(path[-1], raw.place) if isinstance(raw, Mapping) else self.place(*path)

    @property
    def is_whole(self) -> bool:
        """False when something in this block could not be read and another value stands in for it."""
        return not any(
            owner.place(key) == NOWHERE or _has_stand_in(value) for owner, _, key, value in walk(self) if value
        )


@cache
def every_key() -> frozenset[str]:
    """Return each key that a file of any type that was defined can hold."""
    found, kinds = set[str](), [Blok]
    while kinds:
        kind = kinds.pop()
        found |= kind.model_fields.keys()
        kinds += kind.__subclasses__()
    return frozenset(found)


def _with_retired_keys(schema: dict[str, Any], retired: AnyMapping[str, str]) -> None:
    """Let a schema take an old key in the place of a new one, and one that does nothing."""
    properties, needed = schema["properties"], schema.get("required", [])
    for old, new in retired.items():
        said = f"Heet nu «{new}»." if new else "Doet hier niets; haal die weg."
        was = properties[new] if new else {"title": old.capitalize(), "description": said}
        properties[old] = {**was, "deprecated": True, "deprecationMessage": said}
        if new in needed:
            needed.remove(new)
            schema.setdefault("allOf", []).append({"anyOf": [{"required": [new]}, {"required": [old]}]})


def block_in(hint: Any) -> type[Blok] | None:
    """Return the type of block that a type such as `tuple[Relatie, ...] | None` holds."""
    if isinstance(hint, type) and issubclass(hint, Blok):
        return hint
    return next((found for part in get_args(hint) if (found := block_in(part))), None)


def renewed(model: type[Blok], held: AnyMapping[str, Any]) -> dict[str, Any]:
    """Return data of a type, as it was published once, with the keys as they are called now; what did nothing goes."""
    found = {}
    for key, value in held.items():
        if not (now := model.VERVALLEN.get(key, key)):
            continue
        block = block_in(model.model_fields[now].annotation) if now in model.model_fields else None
        found[now] = _renewed_in(block, value) if block else value
    return found


def _renewed_in(block: type[Blok], value: Any) -> Any:
    if isinstance(value, dict):
        return renewed(block, value)
    return [_renewed_in(block, one) for one in value] if isinstance(value, list) else value


def _has_stand_in(value: Any) -> bool:
    return isinstance(value, tuple) and any(getattr(item, "place", None) == NOWHERE for item in value)


def locate(raw: Any, path: Path) -> Place:
    """Walk `path` through what was read, as far as it goes, and return the place reached."""
    place = getattr(raw, "place", Place("?"))
    for step in path:
        if isinstance(raw, Mapping) and isinstance(step, str):
            if step in raw.keys_at:
                place, raw = raw.place_of(step), raw.get(step)
        elif isinstance(raw, Sequence) and isinstance(step, int) and step < len(raw):
            place, raw = raw.items_at[step], raw[step]
    return place


def walk(block: Blok, path: Path = ()) -> Iterator[tuple[Blok, Path, str, Any]]:
    """Yield every (owner, path to the owner, key, value) of a block and of the blocks inside it."""
    for key in type(block).model_fields:
        value = getattr(block, key)
        yield block, path, key, value
        if isinstance(value, Blok):
            yield from walk(value, (*path, key))
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                if isinstance(item, Blok):
                    yield from walk(item, (*path, key, index))


def _ja_nee(value: Any) -> Any:
    if value in ("ja", "nee"):
        return value == "ja"
    if isinstance(value, bool):
        return value
    raise PydanticCustomError("ja_nee", "ja of nee")


def _one_line(value: str) -> str:
    if "\n" in value.strip():
        raise PydanticCustomError("one_line", "één regel")
    return value.strip()


def _web_address(value: str) -> str:
    if not re.fullmatch(r"https?://[^\s<>\"']+", value) or not _has_host(value):
        raise PydanticCustomError("web_address", "webadres")
    return value


def site_address(value: str) -> str:
    """Return the address of a publication; raise PydanticCustomError for what a leidraad cannot stand at."""
    if not re.fullmatch(SITE_PATTERN, _web_address(value)):
        raise PydanticCustomError("site_address", "adres van een site")
    return value


def _word_alone(value: str) -> str:
    if not re.match(NO_ARTICLE, value):
        raise PydanticCustomError("article", "lidwoord")
    return value


def _has_host(address: str) -> bool:
    try:
        parts = urlsplit(address)
        return bool(re.fullmatch(r"[^.\s]+(\.[^.\s]+)+", parts.hostname or "")) and (parts.port or 1) > 0
    except ValueError:  # brackets or a port that make no address
        return False


def _day(value: Any) -> Any:
    # Left to itself pydantic also takes «20261121» and «1», as seconds since 1970.
    if isinstance(value, str) and value.strip() and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        raise PydanticCustomError("date_form", "datum")
    return value


def _version(value: str) -> str:
    if not re.match(VERSION_PATTERN, value):
        raise PydanticCustomError("version", "versie")
    return value


def _filled(value: str) -> str:
    if not value.strip():
        raise PydanticCustomError("empty", "leeg")
    return str(value)


def _number_or_text(schema: dict[str, Any]) -> None:
    # An editor parses 2026.1 as a number and 2026-11-21 as a date; the reader keeps both as text.
    schema.pop("format", None)
    schema["type"] = ["string", "number"]


def _version_or_number(schema: dict[str, Any]) -> None:
    _number_or_text(schema)
    schema["pattern"] = VERSION_PATTERN


Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=LONGEST_ID)]
Regel = Annotated[str, StringConstraints(max_length=LONGEST_LINE), AfterValidator(_filled), AfterValidator(_one_line)]
Woordregel = Annotated[Regel, AfterValidator(_word_alone), Field(json_schema_extra={"pattern": NO_ARTICLE})]
Tekst = Annotated[str, AfterValidator(_filled)]
Cel = Annotated[str, AfterValidator(_one_line)]  # of a table; an empty one is a place to write
Nummer = Annotated[Regel, Field(json_schema_extra=_number_or_text)]
Versie = Annotated[Regel, AfterValidator(_version), Field(json_schema_extra=_version_or_number)]
Datum = Annotated[datetime.date, BeforeValidator(_day), Field(json_schema_extra=_number_or_text)]
JaNee = Annotated[bool, BeforeValidator(_ja_nee), WithJsonSchema({"enum": ["ja", "nee", True, False]})]
Webadres = Annotated[str, AfterValidator(_web_address), Field(json_schema_extra={"pattern": WEB_PATTERN})]
Siteadres = Annotated[str, AfterValidator(site_address), Field(json_schema_extra={"pattern": SITE_PATTERN})]
Kleur = Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$")]
Doi = Annotated[str, StringConstraints(pattern=r"^10\.\d{4,9}/\S+$")]
Mailadres = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$")]
Verwijzing = Annotated[str, StringConstraints(pattern=REFERENCE.pattern)]
AANVULBAAR = "aanvulbaar"  # in Naar: every kind that a municipality can add to, as leidraad/model/kinds.py says


class Naar:
    """Says in the type of a field which kinds of things its ids name.

    `heel`: it holds whole references, such as factor:kennis; without kinds these may be of any kind.
    `kern`: it names what the core has, and not what a municipality adds. `volgorde`: their order says something.
    """

    def __init__(self, *soorten: str, heel: bool = False, kern: bool = False, volgorde: bool = False) -> None:
        """Keep the kinds."""
        self.soorten, self.heel, self.kern, self.volgorde = soorten, heel, kern, volgorde

    def __get_pydantic_json_schema__(self, schema: Any, handler: Any) -> dict[str, Any]:
        """Say in the JSON Schema, in words that no validator acts on, what an id names."""
        held: dict[str, Any] = handler(schema)
        return {**held, "$comment": f"naar: {', '.join(self.soorten) or 'elk soort onderdeel'}"}


@cache
def naar_of(model: type[BaseModel], key: str) -> Naar | None:
    """Return what the ids under a key of a type name, when it holds ids of things that have a kind."""
    return _naar_in(get_type_hints(model, include_extras=True).get(key))


def _naar_in(hint: Any) -> Naar | None:
    for part in get_args(hint):
        if isinstance(part, Naar):
            return part
        if found := _naar_in(part):
            return found
    return None


Bronnen = tuple[Annotated[Id, Naar("bron")], ...]
Factoren = tuple[Annotated[Id, Naar("factor", "startpunt")], ...]
Stappen = tuple[Annotated[Id, Naar("stap")], ...]
Onderdelen = tuple[Annotated[Verwijzing, Naar(heel=True)], ...]

HerkomstSoort = Literal["eigen", "afgeleid"]
# The pictograms that leidraad/render/block/pictogrammen.py can draw.
Icoon = Literal[
    "bron",
    "cursus",
    "doel",
    "doelgedrag",
    "download",
    "geen",
    "geloof-in-eigen-kunnen",
    "gemeente",
    "gesprek",
    "hand",
    "houding",
    "huis",
    "hulp",
    "info",
    "ja",
    "kennis",
    "keuze",
    "klok",
    "kopie",
    "kruimel",
    "lastige-situaties",
    "let",
    "lijst",
    "min",
    "mond",
    "nee",
    "oog",
    "oor",
    "papier",
    "pen",
    "pijl",
    "plus",
    "praktische-belemmeringen",
    "print",
    "samen",
    "scherm",
    "schuurt",
    "slot",
    "sociale-norm",
    "team",
    "terug",
    "vaardigheden",
    "vast",
    "vergelijk",
    "vraag",
    "werk",
    "wis",
    "zoek",
]


class EigenBestand(Blok):
    """A file of a municipality's own: it may say to whoever edits it what belongs in it; no reader sees that."""

    uitleg: str | None = Field(
        None,
        title="Uitleg",
        description="Wat er in dit bestand hoort, voor wie het bewerkt. Lezers zien dit niet; het mag weg.",
        exclude=True,
    )


class Herkomst(Blok):
    """Where something comes from: a source, our reading of one (afgeleid) or our own design (eigen)."""

    herkomst: HerkomstSoort | None = Field(
        None,
        title="Herkomst",
        description="eigen = ons eigen ontwerp; afgeleid = onze lezing van de genoemde bron. "
        "Leeg = het staat zo in de genoemde bron.",
    )
    bronnen: Bronnen = Field((), title="Bronnen", description="De ids uit bronnen.yaml.")

    @property
    def has_origin(self) -> bool:
        """True when a source or a mark of origin is given here."""
        return bool(self.herkomst or self.bronnen)


LONGEST_TEASER = 88
TEASER = "Wat er naast de titel staat zolang deze tekst dicht is; anders de eerste zin, als die niet langer is dan dit."


class Tekstblok(Herkomst):
    """A text with its origin; authors may write a plain text where the block around it has an origin."""

    tekst: Tekst = Field(title="Tekst", description="Gewone tekst; nadruk en links mogen, HTML niet.")
    teaser: Regel | None = Field(None, max_length=LONGEST_TEASER, title="Teaser", description=TEASER)
    let_op: "Tekstblok | None" = Field(None, title="Let op", description="Een kanttekening bij deze tekst.")

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        return {"tekst": value} if isinstance(value, str) else value

    @model_validator(mode="wrap")
    @classmethod
    def _remember_text(cls, value: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        result = handler(value)
        result._raw = value
        return result

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Return the schema for an editor: the block, or a plain text."""
        return {"anyOf": [{"type": "string"}, super().__get_pydantic_json_schema__(schema, handler)]}


class Puntenblok(Herkomst):
    """A list of texts under one origin."""

    punten: tuple[Tekstblok, ...] = Field(min_length=1, title="Punten", description="Elk punt begint met een streepje.")

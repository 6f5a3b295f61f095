"""Edition → leidraad.json: everything in it, each item with its address; and the JSON Schema that describes it.

What was authored of the core stands in kern.json beside it, the same in every edition with that core (besluiten/0052).
Others build on it: courses that link, the list of changes between two versions, the report on a new core.
The file is the same in the fixed version and in nieuwste. Authored texts stand in it as they were written, with
((inwoner)) and Markdown; titles and summaries are plain and filled in, and `tekst` is what a reader sees, as HTML.
"""

import errno
import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from leidraad.model.compare.wijzigingen import as_now
from leidraad.model.kinds import listed
from leidraad.model.types.base import Blok
from leidraad.model.types.instrumenten import Instrument
from leidraad.model.use.addresses import (
    ADDRESSES,
    CARD_KINDS,
    COURSE_ITEM_KINDS,
    LESSON_KINDS,
    PACKAGE_KINDS,
    address,
    card,
)
from leidraad.model.use.agenda import slides_of
from leidraad.model.use.framework import Edition, Framework
from leidraad.model.use.once import once
from leidraad.model.use.version import Version
from leidraad.model.writing.schema import published_schema
from leidraad.render.block.items import Item, items, plain_text
from leidraad.render.cursus.cursus import cite, frame
from leidraad.render.cursus.les import lesson
from leidraad.render.gemeente.gemeente import CLOSING, NOT_BY, disclaimer

NAME, CORE_NAME, SCHEMA_NAME = "leidraad.json", "kern.json", "leidraad.schema.json"
APART = "kerngegevens"  # names the file with what was authored of the core
_ITEM = b'{"verwijzing":"'  # how the line of an item begins
FORM = 3  # raised when a reader of the file would have to change
LICENCE = {"naam": "CC BY 4.0", "adres": "https://creativecommons.org/licenses/by/4.0/deed.nl"}


def files(edition: Edition, _: Version) -> Iterator[tuple[str, bytes]]:
    """Yield what was authored of the core, and the schema of it and of leidraad.json."""
    yield CORE_NAME, core_text(edition.framework)
    yield SCHEMA_NAME, schema_text(edition.framework)


def texts(edition: Edition, version: Version) -> Iterator[tuple[str, str]]:
    """Yield leidraad.json."""
    rows = [
        _Row(edition.remembered("onderdeel", item, partial(_row, edition, version, item))) for item in items(edition)
    ]
    held = _without(_around(edition, version), "bronnen") | {APART: CORE_NAME, "onderdelen": rows}
    yield NAME, as_json(held).decode()


class _Row(str):
    """An entry as it is written."""

    __slots__ = ()


def _row(edition: Edition, version: Version, item: Item) -> str:
    """Return an item as it is written, without what stands in kern.json."""
    row, core_of_it = _item(edition, version, item), edition.framework.of(item.soort).get(item.id)
    is_apart = core_of_it is not None and plain_and_told(core_of_it)[0] == row["gegevens"]
    return _compact(_without(row, "gegevens") if is_apart else row)


class DamagedError(OSError):
    """A version is not what was built: cut off, copied in part or changed; `filename` is the file that shows it."""

    def __init__(self, path: Path) -> None:
        """Name the file."""
        super().__init__(errno.EBADMSG, "not what was built", path.as_posix())


def read(folder: Path) -> dict[str, Any]:
    """Return what a version holds, whole; DamagedError where it is not whole, OSError where it cannot be read."""
    held = own(folder)
    try:
        return whole(held, partial(_read, folder / CORE_NAME))
    except (LookupError, TypeError) as error:
        raise DamagedError(folder / CORE_NAME) from error


def own(folder: Path) -> dict[str, Any]:
    """Return what a version holds without what was authored of the core, which is most of it; errors as of `read`."""
    return _sound(_read(folder / NAME), folder)


def own_of(folder: Path, kinds: Iterable[str]) -> dict[str, Any]:
    """Return the same with the items of these kinds alone: each is a line, and the others are not taken apart."""
    lines = (folder / NAME).read_bytes().split(b"\n")  # it is there: it makes a folder a version
    first = next((at for at, line in enumerate(lines) if line.startswith(_ITEM)), 0)
    last = next((at for at, line in enumerate(lines[first:], first) if line.startswith(b"]")), 0)
    if not all(line.startswith(_ITEM) for line in lines[first:last]):
        return own(folder)  # of another form
    wanted = tuple(_ITEM + f"{kind}:".encode() for kind in kinds)
    items = b",".join(line.removesuffix(b",") for line in lines[first:last] if line.startswith(wanted))
    try:
        held = json.loads(b"\n".join([*lines[:first], items, *lines[last:]]))
    except ValueError as error:
        raise DamagedError(folder / NAME) from error
    return _sound(held, folder)


def _sound(held: Any, folder: Path) -> dict[str, Any]:
    if not (isinstance(held, dict) and isinstance(held.get("editie"), str) and "onderdelen" in held):
        raise DamagedError(folder / NAME)
    return held


def _read(path: Path) -> Any:
    try:
        return json.loads(path.read_bytes())
    except (ValueError, FileNotFoundError, IsADirectoryError, NotADirectoryError) as error:
        raise DamagedError(path) from error


def whole(held: dict[str, Any], core_of_it: Callable[[], Mapping[str, Any]]) -> dict[str, Any]:
    """Return what leidraad.json holds with what stands apart from it in its place; before form 3 it held all."""
    if APART not in held:
        return held
    beside = core_of_it()
    known = {one["verwijzing"]: one["gegevens"] for one in beside["onderdelen"]}
    items = [one if "gegevens" in one else {**one, "gegevens": known[one["verwijzing"]]} for one in held["onderdelen"]]
    return {**_without(held, APART), "onderdelen": items, "bronnen": beside["bronnen"]}


def _without(held: Mapping[str, Any], key: str) -> dict[str, Any]:
    return {name: value for name, value in held.items() if name != key}


@once()
def core(framework: Framework) -> dict[str, Any]:
    """Return what was authored of the core: nothing of an edition is in it, so that it stands once."""
    return {
        "$schema": f"{SCHEMA_NAME}#/$defs/Kern",
        "vorm": FORM,
        "kern": framework.kern.versie,
        "onderdelen": [
            {"verwijzing": f"{kind.name}:{id_}", "soort": kind.name, "gegevens": plain_and_told(blok)[0]}
            for kind in listed()
            if kind.of == "kern"
            for id_, blok in framework.of(kind.name).items()
        ],
        "bronnen": _sources(framework),
    }


@once()
def core_text(framework: Framework) -> bytes:
    """Return what was authored of the core, as it is written."""
    return as_json(core(framework))


def _sources(framework: Framework) -> list[dict[str, Any]]:
    return [
        {"id": id_, "adres": address("bron", id_), "gegevens": plain(bron)}
        for id_, bron in sorted(framework.bronnen.items())
    ]


def data(edition: Edition, version: Version) -> dict[str, Any]:
    """Return the whole edition as plain data: items in reading order, then sources and what was added locally."""
    rows = [_item(edition, version, item) for item in items(edition)]
    return _around(edition, version) | {"onderdelen": rows, "bronnen": _sources(edition.framework)}


def _around(edition: Edition, version: Version) -> dict[str, Any]:
    """Return the same with the places of items and sources empty."""
    gemeente, framework = edition.gemeente, edition.framework
    return {
        "$schema": SCHEMA_NAME,
        "vorm": FORM,
        "editie": version.number,
        "datum": version.datum.isoformat(),
        "kern": version.kern,
        "adres": {"vast": version.fixed_url() or None, "nieuwste": version.newest_url() or None},
        "licentie": LICENCE,
        "uitgave": [disclaimer(gemeente), NOT_BY, CLOSING],
        "gemeente": plain(gemeente),
        "onderdelen": [],
        "bronnen": [],
        "aanvullingen": [plain(item) for _, item in sorted(edition.lokaal.aanvullingen.items())],
        "keuze": plain(edition.lokaal.keuze),
        "koppen": gemeente.koppen.model_dump(),
        "teksten": {slot: own.text for slot, own in sorted(edition.lokaal.gezegd.items())},
        "vervallen": [plain(item) for item in (*framework.kern.vervallen, *gemeente.vervallen)],
    }


def version_of(held: Mapping[str, Any], name: str | None = None) -> Version:
    """Return the version that a leidraad.json came from: the fixed one, or the one of that name."""
    slug, number = held["gemeente"]["id"], held["editie"]
    adres = (held["adres"]["vast"] or "").removesuffix(f"/{slug}/{number}/")
    return Version(slug, number, name or number, date.fromisoformat(held["datum"]), held["kern"], adres)


def _item(edition: Edition, version: Version, item: Item) -> dict[str, Any]:
    (held, told), small = (
        plain_and_told(item.blok) if item.blok else ({}, "{}"),
        address("kaart", card(item.soort, item.id)),
    )
    return {
        "verwijzing": item.reference,
        "soort": item.soort,
        "id": item.id,
        "naam": item.naam,
        "titel": plain_text(edition, item.titel),
        "samenvatting": item.samenvatting,
        "status": item.status or None,
        "van_kracht": item.in_force,
        "ook": list(item.ook),
        "zoekwoorden": list(item.zoekwoorden),
        "adres": address(item.soort, item.id),
        "kaart": address("kaart", card(item.soort, item.id)) if item.soort in CARD_KINDS else None,
        "cursus": address("cursus", card(item.soort, item.id)),
        "insluiten": frame(edition, item, version.fixed_url(small))
        if version.adres and item.soort in CARD_KINDS
        else None,
        "bronvermelding": cite(edition, version, item),
        "pakketten": _packages(version, item),
        "tekst": lesson(edition, version, item) if item.soort in COURSE_ITEM_KINDS else None,
        "gegevens": held,
        "afdruk": hashlib.sha256(f"[{_compact(item.titel)},{told}]".encode()).hexdigest()[:16],
        "gewijzigd": version.number,
    }


def dated(
    data: dict[str, Any], before: Mapping[str, Any] | None, held: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """Return the data with, for each item, the version in which it last changed; `before` is the version before it.

    `held` is the data with what stands apart from it in its place, where some does.
    """
    known = {item["verwijzing"]: item for item in (before or {}).get("onderdelen", ())}
    told = {item["verwijzing"]: item["gegevens"] for item in (held or data)["onderdelen"]}

    def since(item: dict[str, Any]) -> dict[str, Any]:
        was = known.get(item["verwijzing"], {})
        is_same = "gewijzigd" in was and (
            item["afdruk"] == was.get("afdruk")  # else it may be that the core gave a key another name
            or (item["titel"], told[item["verwijzing"]]) == (was["titel"], as_now(was["soort"], was["gegevens"]))
        )
        return {**item, "gewijzigd": was["gewijzigd"]} if is_same else item

    return {**data, "onderdelen": [since(item) for item in data["onderdelen"]]}


def _packages(version: Version, item: Item) -> list[str]:
    """Return the addresses of the packages of an item, as far as there are."""
    name = card(item.soort, item.id)
    lesson_of_it = [address("les", name)] if item.soort in LESSON_KINDS else []
    card_of_it = [address("scorm", name)] if version.adres and item.soort in PACKAGE_KINDS else []
    slides = [address("dias", id_) for id_, _ in slides_of(item.blok)] if isinstance(item.blok, Instrument) else []
    return [*lesson_of_it, *card_of_it, *slides]


def plain(blok: Blok) -> dict[str, Any]:
    """Return a block as plain data; what was left empty is left out."""
    return blok.model_dump(mode="json", exclude_none=True, exclude_defaults=True)


@once(size=2048)  # the blocks of the core, and those of some editions
def plain_and_told(blok: Blok) -> tuple[dict[str, Any], str]:
    """Return the same, not to be changed, and its JSON."""
    held = plain(blok)
    return held, _compact(held)


def schema() -> dict[str, Any]:
    """Return the JSON Schema of leidraad.json; what a kind holds is described by the model itself."""
    kinds, definitions = published_schema(ADDRESSES)
    text, texts = {"type": "string"}, {"type": "array", "items": {"type": "string"}}
    where = {"type": ["string", "null"]}
    item = {
        "verwijzing": {"type": "string", "pattern": "^[a-z]+:[a-z0-9-]+$"},
        "soort": {"enum": sorted(kinds.keys() - {"bron"})},
        "id": text,
        "naam": text,
        "titel": text,
        "samenvatting": text,
        "status": where,
        "van_kracht": {"type": "boolean"},
        "ook": texts,
        "zoekwoorden": texts,
        "adres": text,
        "kaart": where,
        "cursus": text,
        "insluiten": where,
        "bronvermelding": text,
        "pakketten": texts,
        "tekst": where,
        "gegevens": {"type": "object"},
        "afdruk": {"type": "string", "pattern": "^[0-9a-f]{16}$"},
        "gewijzigd": text,
    }
    authored = {key: item[key] for key in ("verwijzing", "soort", "gegevens")}
    by_kind = [
        {"if": {"properties": {"soort": {"const": kind}}}, "then": {"properties": {"gegevens": held}}}
        for kind, held in sorted(kinds.items())
    ]
    whole = {
        "$schema": text,
        "vorm": {"const": FORM},
        "editie": text,
        "datum": {"type": "string", "format": "date"},
        "kern": text,
        "adres": _object({"vast": where, "nieuwste": where}),
        "licentie": _object({"naam": text, "adres": text}),
        "uitgave": texts,
        "gemeente": {"$ref": "#/$defs/Gemeente"},
        APART: {"const": CORE_NAME},
        "onderdelen": {"type": "array", "items": {**_object(item, free="gegevens"), "allOf": by_kind}},
        "aanvullingen": {"type": "array", "items": {"$ref": "#/$defs/Aanvulling"}},
        "keuze": {"$ref": "#/$defs/Keuze"},
        "koppen": {"type": "object", "additionalProperties": text},
        "teksten": {"type": "object", "additionalProperties": text},
        "vervallen": {"type": "array", "items": {"type": "object", "required": ["oud", "nieuw"]}},
    }
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": NAME}
    of_the_core = {
        **{key: whole[key] for key in ("$schema", "vorm", "kern")},
        "onderdelen": {"type": "array", "items": {**_object(authored), "allOf": by_kind}},
        "bronnen": {"type": "array", "items": _object({"id": text, "adres": text, "gegevens": kinds["bron"]})},
    }
    return {**head, **_object(whole), "$defs": {**definitions, "Kern": _object(of_the_core)}}


@once()
def schema_text(_: Framework) -> bytes:
    """Return the schema as it is written."""
    return as_json(schema())


def _object(properties: dict[str, Any], free: str = "") -> dict[str, Any]:
    """Return the schema of an object that has all these properties and no other; what is `free` may be left out."""
    required = [name for name in properties if name != free]
    return {"type": "object", "additionalProperties": False, "required": required, "properties": properties}


def as_json(value: dict[str, Any]) -> bytes:
    """Return data as stable JSON: a line per key and per entry of a list, so that two can be laid together."""
    lines = [
        f"{_compact(key)}:{_list(held) if isinstance(held, list) else _compact(held)}" for key, held in value.items()
    ]
    return ("{\n" + ",\n".join(lines) + "\n}\n").encode()


def _list(entries: list[Any]) -> str:
    rows = (one if isinstance(one, _Row) else _compact(one) for one in entries)
    return "[\n" + ",\n".join(rows) + "\n]" if entries else "[]"


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

"""The model → what a form has to know to write a municipality's files: keys in order, choices, patterns, questions."""

from collections.abc import Mapping
from functools import cache
from types import NoneType
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

from leidraad.model.kinds import KINDS, listed, named_by
from leidraad.model.reading.messages import MEANING
from leidraad.model.types.base import (
    Blok,
    Datum,
    Id,
    Kleur,
    Mailadres,
    Naar,
    Regel,
    Siteadres,
    Tekst,
    Tekstblok,
    Versie,
    Verwijzing,
    Webadres,
    Woordregel,
    block_in,
    naar_of,
)
from leidraad.model.use.questions import VRAGEN
from leidraad.model.writing.schema import items, lists, without_docstrings

_ASKED = {kind.schema or kind.name: kind for kind in KINDS if kind.asks}
MODELS: Mapping[str, type[Blok]] = {name: kind.type for name, kind in _ASKED.items()}
# What a JSON Schema does not tell apart: one line or more, an address, a day.
_VALUES: tuple[tuple[Any, str], ...] = (
    (Id, "id"),
    (Versie, "versie"),
    (Datum, "datum"),
    (Webadres, "webadres"),
    (Siteadres, "siteadres"),
    (Mailadres, "mailadres"),
    (Kleur, "kleur"),
    (Verwijzing, "verwijzing"),
    (Woordregel, "woord"),
    (Regel, "regel"),
    (Tekst, "tekst"),
    (Tekstblok, "tekstblok"),
)


@cache  # it depends on the model alone, and a page asks for it some times
def form_rules() -> Mapping[str, Any]:
    """Return, per kind of file, its JSON Schema (properties in the order of the model) and the question per key.

    `$defs` holds the blocks that the schemas refer to as #/$defs/…; a key that is not in `required` may stay empty.
    Each property says with `waarde` what is written there; `waarden` says what such a value looks like.
    """
    kinds: dict[str, Any] = {}
    definitions: dict[str, Any] = {}
    for kind, model in MODELS.items():
        schema = without_docstrings((items() | lists())[kind].json_schema(ref_template="#/$defs/{model}"))
        definitions.update(schema.pop("$defs", {}))
        questions: Mapping[str, str] = VRAGEN.get(_ASKED[kind].asks, {})
        kinds[kind] = {**schema, "vragen": dict(questions)}
        _tell_values(model, kinds[kind], definitions)
    return {"soorten": kinds, "$defs": definitions, "waarden": dict(MEANING)}


def _tell_values(model: type[Blok], schema: dict[str, Any], definitions: dict[str, Any]) -> None:
    hints = get_type_hints(model, include_extras=True)
    schema["properties"] = {key: held for key, held in schema["properties"].items() if key not in model.VERVALLEN}
    for key, property_ in schema["properties"].items():
        property_["waarde"] = _value(hints[key])
        naar = naar_of(model, key)
        property_["naar"] = [kind.name for kind in listed() if naar and kind.name in named_by(naar)]
        # what is picked one by one, by name: their order counts, or there are too many for boxes
        property_["kiest"] = list(named_by(naar)) if naar and (naar.volgorde or "bron" in naar.soorten) else []
        property_["noemt"] = naar is not None
        block = block_in(hints[key])
        held = definitions.get(block.__name__, {}) if block else {}
        if block and block is not Tekstblok and "waarde" not in str(held):
            _tell_values(block, held, definitions)


def _value(hint: Any) -> str:
    """Return what is written at a key: the name of a value, keuze, blok, or lijst."""
    for known, name in _VALUES:
        if _without_naar(hint) == known:
            return name
    origin, parts = get_origin(hint), [part for part in get_args(hint) if part is not NoneType]
    if origin is tuple:
        return "lijst"
    if origin is Literal:
        return "keuze"
    if isinstance(hint, type) and issubclass(hint, Blok):
        return "blok"
    return _value(parts[0]) if len(parts) == 1 else "ander"


def _without_naar(hint: Any) -> Any:
    """Return the type of a value without what it says about the things that it names."""
    if get_origin(hint) is not Annotated:
        return hint
    base, *marks = get_args(hint)
    return Annotated[(base, *(mark for mark in marks if not isinstance(mark, Naar)))]


def earlier_names(row: str, model: type[Blok]) -> dict[str, dict[str, str]]:
    """Return, per kind of row of the form, its retired fields: the old path → the path now, or nothing."""
    paths, rows = _paths(model, ())
    found = {row: {old: new for old, new in paths if old != new}}
    for key, block in rows:
        found |= earlier_names(key, block)
    return {name: paths for name, paths in found.items() if paths}


def _paths(
    model: type[Blok], above: tuple[type[Blok], ...]
) -> tuple[list[tuple[str, str]], list[tuple[str, type[Blok]]]]:
    """Return (every path to a value as it was and as it is called, every list of blocks) of a type."""
    paths: list[tuple[str, str]] = [(old, new) for old, new in model.VERVALLEN.items() if not new]
    rows = []
    for key, field in model.model_fields.items():
        block = block_in(field.annotation)
        inside = [("", key)]
        if block and block is not Tekstblok and _value(field.annotation) == "lijst":
            rows.append((key, block))
        elif block and block not in above:
            inner, more = _paths(block, (*above, model))
            inside = [(f".{old}", new and f"{key}.{new}") for old, new in inner]
            rows += more
        names = [key, *(old for old, new in model.VERVALLEN.items() if new == key)]
        paths += [(name + old, new) for name in names for old, new in inside]
    return paths, rows

"""The model → JSON Schemas, so that an editor completes the Dutch keys and explains them."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from leidraad.model.reading import loader

SCHEMAS: dict[str, TypeAdapter[Any]] = {
    "kern": loader.KERN,
    "igm": loader.IGM,
    "stap": loader.STAP,
    "activiteit": loader.ACTIVITEIT,
    "instrument": loader.INSTRUMENT,
    "casus": loader.CASUS,
    "route": loader.ROUTE,
    "loop": loader.LOOP,
    "gemeente": loader.GEMEENTE,
    "gedragsprincipe": loader.GEDRAGSPRINCIPE,
    "aanvulling": loader.AANVULLING,
    "eigen-activiteit": loader.EIGEN_ACTIVITEIT,
    "keuze": loader.KEUZE,
}
LISTS: dict[str, TypeAdapter[Any]] = {
    "begrippen": loader.BEGRIP,
    "bronnen": loader.BRON,
    "zoekvragen": loader.ZOEKVRAAG,
}
# kind of item → the schema that describes it, where the names differ
_OF_KIND = {
    "factor": "igm",
    "startpunt": "igm",
    "principe": "gedragsprincipe",
    "begrip": "begrippen",
    "bron": "bronnen",
}
# kind of item → the schema of those that a municipality adds
_OWN = {"activiteit": "eigen-activiteit"}
_LOCAL = ("gemeente", "aanvulling", "keuze")


def schemas() -> Iterator[tuple[str, str]]:
    """Yield (file name, text) of every schema; LISTS are files with one list under their own name."""
    for name, adapter in SCHEMAS.items():
        yield f"{name}.schema.json", _text(name, adapter.json_schema())
    for name, adapter in LISTS.items():
        entry = adapter.json_schema()
        definitions = entry.pop("$defs", {})
        whole = {
            "type": "object",
            "additionalProperties": False,
            "required": [name],
            "properties": {
                name: {
                    "title": name.capitalize(),
                    "description": "De lijst; elk punt begint met een streepje.",
                    "type": "array",
                    "items": entry,
                }
            },
            "$defs": definitions,
        }
        yield f"{name}.schema.json", _text(name, whole)


def published_schema(kinds: Iterable[str]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return (kind → schema of what an item of that kind holds, the definitions that those refer to)."""
    adapters = {**SCHEMAS, **LISTS}
    held, definitions = {}, {}
    for kind in sorted({*kinds, *_LOCAL}):
        entries = []
        for name in (_OF_KIND.get(kind, kind), _OWN.get(kind, "")):
            if name in adapters:
                entry = without_docstrings(adapters[name].json_schema(ref_template="#/$defs/{model}"))
                definitions.update(entry.pop("$defs", {}))
                entries.append(entry)
        if entries:
            held[kind] = {"anyOf": entries} if entries[1:] else entries[0]
    for kind in _LOCAL:
        definitions[kind.capitalize()] = held.pop(kind)
    return held, dict(sorted(definitions.items()))


def without_docstrings(schema: Any) -> Any:
    """Drop what pydantic takes from class names and docstrings: those are English, and no author needs them."""
    if isinstance(schema, list):
        return [without_docstrings(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    names = ("title", "description") if "properties" in schema else ()
    return {key: without_docstrings(value) for key, value in schema.items() if key not in names}


def _text(name: str, schema: dict[str, Any]) -> str:
    schema = without_docstrings(schema)
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": name}
    return json.dumps({**head, **schema, "title": name}, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def write_schemas(folder: Path) -> list[Path]:
    """Write every schema into `folder` and return the paths written."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, text in schemas():
        path = folder / name
        path.write_text(text, "utf-8", newline="\n")
        written.append(path)
    return written

"""The model → JSON Schemas, so that an editor completes the Dutch keys and explains them."""

import json
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from leidraad.model.kinds import KINDS, adapter

# What a municipality writes that is no item with an address.
_LOCAL = tuple(kind.name for kind in KINDS if kind.of == "gemeente" and not kind.address and not kind.schema)


@cache
def items() -> dict[str, TypeAdapter[Any]]:
    """Return the type of each file with one item; made when it is asked for, since that takes a while."""
    return {kind.schema or kind.name: adapter(kind.of, kind.where) for kind in KINDS if not kind.list_key}


@cache
def lists() -> dict[str, TypeAdapter[Any]]:
    """Return the type of an entry in each file with one list, under its own name."""
    return {kind.schema: adapter(kind.of, kind.where) for kind in KINDS if kind.list_key}


def schemas() -> Iterator[tuple[str, str]]:
    """Yield (file name, text) of every schema."""
    for name, understood in items().items():
        yield f"{name}.schema.json", _text(name, understood.json_schema())
    for name, understood in lists().items():
        entry = understood.json_schema()
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


def settings() -> dict[str, Any]:
    """Return the editor's settings: which files each schema is for."""
    found: dict[str, list[str]] = {}
    for kind in KINDS:
        folder = "framework/" if kind.of == "kern" else "framework/gemeenten/*/"
        files = f"{folder}{kind.where}{'*.yaml' if kind.is_folder else ''}"
        globs = found.setdefault(f".vscode/schemas/{kind.schema or kind.name}.schema.json", [])
        globs += [] if files in globs else [files]
    return {"yaml.schemas": found}


def published_schema(kinds: Iterable[str]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return (kind → schema of what an item of that kind holds, the definitions that those refer to)."""
    adapters = {**items(), **lists()}
    held, definitions = {}, {}
    for name in sorted({*kinds, *_LOCAL}):
        entries = []
        for kind in (kind for kind in KINDS if kind.name == name):
            entry = without_docstrings(adapters[kind.schema or name].json_schema(ref_template="#/$defs/{model}"))
            definitions.update(entry.pop("$defs", {}))
            entries.append(entry)
        if entries:
            held[name] = {"anyOf": entries} if entries[1:] else entries[0]
    for name in _LOCAL:
        definitions[name.capitalize()] = held.pop(name)
    return held, dict(sorted(definitions.items()))


def without_docstrings(schema: Any) -> Any:
    """Drop what pydantic takes from class names and docstrings: those are English, and no author needs them.

    A discriminator is a word of OpenAPI: a strict validator of JSON Schema refuses the whole schema for it.
    """
    if isinstance(schema, list):
        return [without_docstrings(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    names = ("title", "description") if "properties" in schema else ("discriminator",) if "oneOf" in schema else ()
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
    path = folder.parent / "settings.json"
    path.write_text(json.dumps(settings(), indent=2) + "\n", "utf-8", newline="\n")
    return [*written, path]

"""The JSON Schemas in .vscode/ → they are those of the model, fit every authored file, and explain every key."""

import json
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from leidraad.model.kinds import KINDS, Kind
from leidraad.model.types.base import naar_of
from leidraad.model.writing.schema import schemas, settings
from tests.fouten import MINIATURE

ROOT = Path(__file__).parents[1]
EDITOR = ROOT / ".vscode"
SCHEMAS = dict(schemas())
MAPPING: dict[str, str | list[str]] = json.loads((EDITOR / "settings.json").read_text("utf-8"))["yaml.schemas"]
FILES = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "framework").rglob("*.yaml"))
SMALL_FILES = sorted(path.relative_to(MINIATURE).as_posix() for path in (MINIATURE / "framework").rglob("*.yaml"))


class EditorLoader(yaml.SafeLoader):
    """Reads as an editor does, by YAML 1.2: 2026.1 is a number, «nee» and dates are text."""


EditorLoader.yaml_implicit_resolvers = {
    sign: [(tag, pattern) for tag, pattern in pairs if tag.rsplit(":", 1)[-1] not in ("bool", "timestamp")]
    for sign, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def schemas_for(file: str) -> list[str]:
    """Return the schemas that the editor's settings give to a file."""
    depth = len(PurePosixPath(file).parts)
    return [
        schema
        for schema, globs in MAPPING.items()
        for glob in ([globs] if isinstance(globs, str) else globs)
        if PurePosixPath(file).match(glob) and depth == len(PurePosixPath(glob).parts)
    ]


def misfits(root: Path, file: str) -> list[str]:
    """Return what the editor would underline in a file."""
    value = yaml.load((root / file).read_text("utf-8"), Loader=EditorLoader)  # noqa: S506 - a subclass of SafeLoader
    schema = json.loads((ROOT / schemas_for(file)[0]).read_text("utf-8"))
    return [f"{list(error.path)}: {error.message}" for error in Draft202012Validator(schema).iter_errors(value)]


def properties(schema: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every key that a schema knows, however deep."""
    for value in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        yield from properties(value)
    if isinstance(schema, dict) and isinstance(schema.get("properties"), dict):
        yield from schema["properties"].items()


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_schemas_are_those_of_the_model(name: str) -> None:
    """After a change in the model `leidraad schema` writes them again."""
    kept = (EDITOR / "schemas" / name).read_text("utf-8")
    assert kept == SCHEMAS[name], "vernieuw met: leidraad schema"


def test_the_settings_are_those_of_the_table_of_kinds() -> None:
    """A new kind has its schema in the editor after `leidraad schema`."""
    assert settings()["yaml.schemas"] == MAPPING


def test_no_schema_is_left_over() -> None:
    """A kind of file that is gone leaves no schema behind, and every schema is given to some file."""
    assert {path.name for path in (EDITOR / "schemas").iterdir()} == SCHEMAS.keys()
    assert {PurePosixPath(path).name for path in MAPPING} == SCHEMAS.keys()


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_key_is_explained(name: str) -> None:
    """An author sees a Dutch title and a sentence at every key; a type's English docstring is not shown."""
    schema = json.loads(SCHEMAS[name])
    Draft202012Validator.check_schema(schema)
    found = [*properties(schema)]
    assert found
    assert [key for key, value in found if not value.get("title") or not value.get("description")] == []
    assert [key for key, value in found if value["title"].startswith("Blok ")] == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: f"{kind.of}-{kind.name}")
def test_an_id_says_in_the_schema_what_it_names(kind: Kind) -> None:
    """A program that reads the schema knows what to look an id up in; no validator acts on it."""
    text = SCHEMAS[f"{kind.schema or kind.name}.schema.json"]
    for key in kind.type.model_fields:
        if naar := naar_of(kind.type, key):
            assert f'"$comment": "naar: {", ".join(naar.soorten)}' in text, key


@pytest.mark.parametrize("file", sorted({*FILES, *SMALL_FILES}))
def test_every_authored_file_has_one_schema(file: str) -> None:
    """The editor knows what a file is from its folder, without a line in the file."""
    assert len(schemas_for(file)) == 1


@pytest.mark.parametrize("file", FILES)
def test_an_authored_file_fits_its_schema(file: str) -> None:
    """What `leidraad check` accepts, the editor does not underline."""
    assert misfits(ROOT, file) == []


@pytest.mark.parametrize("file", SMALL_FILES)
def test_the_miniature_fits_its_schemas(file: str) -> None:
    """The miniature framework is valid for the editor too."""
    assert misfits(MINIATURE, file) == []


def test_the_editor_suggests_the_extension() -> None:
    """Without the YAML extension the schemas do nothing."""
    recommended = json.loads((EDITOR / "extensions.json").read_text("utf-8"))["recommendations"]
    assert recommended == ["redhat.vscode-yaml"]

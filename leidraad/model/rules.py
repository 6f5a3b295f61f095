"""The model → what a form has to know to write a municipality's files: keys in order, choices, patterns, questions."""

from collections.abc import Mapping
from typing import Any

from leidraad.model.questions import VRAGEN
from leidraad.model.schema import SCHEMAS, without_docstrings

KINDS = ("gemeente", "gedragsprincipe", "eigen-activiteit", "aanvulling", "keuze")
_QUESTIONS = {"eigen-activiteit": "activiteit"}


def rules() -> dict[str, Any]:
    """Return, per kind of file, its JSON Schema (properties in the order of the model) and the question per key.

    `$defs` holds the blocks that the schemas refer to as #/$defs/…; a key that is not in `required` may stay empty.
    """
    kinds: dict[str, Any] = {}
    definitions: dict[str, Any] = {}
    for kind in KINDS:
        schema = without_docstrings(SCHEMAS[kind].json_schema(ref_template="#/$defs/{model}"))
        definitions.update(schema.pop("$defs", {}))
        questions: Mapping[str, str] = VRAGEN.get(_QUESTIONS.get(kind, kind), {})
        kinds[kind] = {**schema, "vragen": dict(questions)}
    return {"soorten": kinds, "$defs": definitions}

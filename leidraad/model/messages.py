"""What the model refuses → what an author reads, in Dutch."""

from collections.abc import Mapping as AnyMapping
from typing import Any

from leidraad.model.base import Blok, locate
from leidraad.model.problem import Place, Problem, did_you_mean
from leidraad.model.reader import Mapping, Sequence

_PATTERNS = {
    "^[a-z][a-z0-9]*(-": "een id bestaat uit kleine letters, cijfers en streepjes, zoals «sociale-norm»",
    "^#": "een kleur is # met zes tekens, zoals «#0b6b6b»",
    "^[A-Za-z0-9._+-]+@": "een mailadres is naam@domein, zoals «leidraad@voorbeeldstad.example»",
    "^([a-z]+):": "een verwijzing is soort:id, zoals «factor:kennis»",
}


def problems_of(raw: Any, errors: list[Any]) -> list[Problem]:
    """Turn the errors of pydantic about one file into problems, each at its own line."""
    return [_problem(raw, error) for error in errors]


def _problem(raw: Any, error: AnyMapping[str, Any]) -> Problem:
    path = tuple(error["loc"])
    key = next((step for step in reversed(path) if isinstance(step, str)), "")
    kind = str(error["type"])
    place = _place(raw, path, kind)
    value = error.get("input")
    if kind == "extra_forbidden":
        return Problem(_key_place(raw, path, place), _unknown_key(raw, path, key), "onbekende-sleutel")
    if kind == "missing":
        return Problem(place, f"«{key}» ontbreekt; vul het in", "ontbreekt")
    if value is None or kind in ("empty", "too_short") or value == "":
        return Problem(place, f"«{key}» is leeg; vul het in", "leeg")
    return Problem(place, _wrong_value(kind, key, value, error.get("ctx", {})), "verkeerde-waarde")


def _wrong_value(kind: str, key: str, value: Any, context: AnyMapping[str, Any]) -> str:
    shown = f"«{value}»" if isinstance(value, str) and len(value) <= 60 else _shape(value)
    if kind in ("literal_error", "union_tag_invalid"):
        expected = str(context.get("expected") or context.get("expected_tags"))
        choices = [part.strip(" '") for part in expected.replace(" or ", ",").split(",")]
        tag = str(context.get("tag") or value)
        return f"«{tag}» mag hier niet{did_you_mean(tag, choices)}"
    if kind == "string_pattern_mismatch":
        rule = next((text for start, text in _PATTERNS.items() if context["pattern"].startswith(start)), "")
        return f"{shown} mag hier niet; {rule}"
    remedies = {
        "ja_nee": f"{shown} mag hier niet; schrijf «ja» of «nee»",
        "one_line": f"«{key}» is één regel; maak er één regel van",
        "web_address": f"{shown} is geen webadres; schrijf het voluit, met https://",
        "string_type": f"bij «{key}» hoort tekst, maar hier staat {_shape(value)}",
        "tuple_type": f"bij «{key}» hoort een lijst; zet voor elk punt een streepje",
        "dict_type": f"bij «{key}» horen sleutels, maar hier staat {_shape(value)}",
        "model_type": f"bij «{key}» horen sleutels, maar hier staat {_shape(value)}",
        "model_attributes_type": f"bij «{key}» horen sleutels, maar hier staat {_shape(value)}",
        "union_tag_not_found": "«soort» ontbreekt; vul het in",
        "too_long": f"«{key}» is te lang; hoogstens {context.get('max_length')} punten",
    }
    if kind in remedies:
        return remedies[kind]
    if kind.startswith("date"):
        return f"{shown} is geen bestaande datum; schrijf jaar-maand-dag, zoals «2026-11-21»"
    if kind.startswith("int"):
        return f"{shown} is geen heel getal"
    if kind.startswith(("greater_than", "less_than")):
        return f"{shown} is te klein of te groot"
    return f"{shown} past hier niet"


def _shape(value: Any) -> str:
    if isinstance(value, Mapping | dict):
        return "een blok met sleutels"
    if isinstance(value, Sequence | list):
        return "een lijst"
    if isinstance(value, str):
        return "gewone tekst"
    return "niets"


def _place(raw: Any, path: tuple[str | int, ...], kind: str) -> Place:
    return locate(raw, path[:-1] if kind == "missing" else path)


def _walk(raw: Any, path: tuple[str | int, ...]) -> Any:
    """Follow the path, passing over what pydantic adds to it (the tag of a choice between types)."""
    for step in path:
        if isinstance(raw, Mapping) and step in raw.keys_at:
            raw = raw.get(str(step))
        elif isinstance(raw, Sequence) and isinstance(step, int) and step < len(raw):
            raw = raw[step]
    return raw


def _key_place(raw: Any, path: tuple[str | int, ...], otherwise: Place) -> Place:
    parent = _walk(raw, path[:-1])
    return parent.keys_at.get(str(path[-1]), otherwise) if isinstance(parent, Mapping) else otherwise


def _unknown_key(raw: Any, path: tuple[str | int, ...], key: str) -> str:
    parent = _walk(raw, path[:-1])
    model: type[Blok] | None = getattr(parent, "model", None)
    free = [name for name in (model.model_fields if model else ()) if name not in parent]
    return f"sleutel «{key}» ken ik niet{did_you_mean(key, free) or '; verwijder haar'}"

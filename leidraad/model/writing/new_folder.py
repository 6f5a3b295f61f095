"""A name → a municipality's folder full of questions: every answer is left to the municipality."""

import datetime
import re
from collections.abc import Iterator, Mapping
from types import NoneType
from typing import Annotated, Any, Literal, get_args, get_origin

import yaml

from leidraad.model.kinds import KINDS, Kind
from leidraad.model.types.base import Blok
from leidraad.model.use.names import capital
from leidraad.model.use.questions import VRAGEN

# What a new file starts with: no answer, only what every municipality needs to begin.
STARTS: Mapping[str, Mapping[str, Any]] = {
    "gemeente": {
        "soort": "eigen",
        "woorden": {
            "inwoner": {"enkelvoud": "inwoner", "meervoud": "inwoners"},
            "professional": {"enkelvoud": "professional", "meervoud": "professionals"},
            "principe": {"enkelvoud": "principe", "meervoud": "principes", "lidwoord": None},
        },
        "stijl": {"accent": "#33475b", "accent_donker": "#c5ccd4"},
    },
    "gedragsprincipe": {"status": "concept"},
}
_FIRST = "ons-eerste-principe"
_EXAMPLE_DAY = "2027-03-31"


def new_folder(slug: str, name: str, today: datetime.date) -> Iterator[tuple[str, str]]:
    """Yield (path within the folder, text) of every file of a new municipality."""
    gemeente = {
        "id": slug,
        "naam": name,
        "editie": f"{today.year}.1",
        "datum": today.isoformat(),
        **STARTS["gemeente"],
    }
    titel = capital(VRAGEN["gedragsprincipe"]["titel"])
    principe = {"id": _FIRST, "titel": titel, **STARTS["gedragsprincipe"]}
    yield "LEES-MIJ.md", _readme(slug, name)
    for asks, filled in (("gemeente", gemeente), ("keuze", {}), ("gedragsprincipe", principe)):
        kind = asked(asks)
        yield f"{kind.where}{_FIRST}.yaml" if kind.is_folder else kind.where, form(kind, filled)
    for slot, question in VRAGEN["teksten"].items():
        yield f"teksten/{slot}.md", f"{question}\n"


def asked(asks: str) -> Kind:
    """Return the kind whose file a writer is asked for under this name."""
    return next(kind for kind in KINDS if kind.asks == asks)


def form(kind: Kind, filled: Mapping[str, Any]) -> str:
    """Return a file in which every key stands, empty but for `filled`, after an explanation of all keys."""
    lines = ["uitleg: |", *(f"  {line}" if line else "" for line in explanation(kind))]
    for key in _keys(kind.type):
        lines += _lines(kind.type, key, filled.get(key), "")
    return "\n".join(lines) + "\n"


def explanation(kind: Kind) -> list[str]:
    """Return what stands in front of a file: what it is, and what every key asks."""
    lines = [kind.opens, "Deze uitleg mag u weghalen; lezers zien die niet.", ""]
    return lines + [f"«{key}»: {_explained(kind, key)}" for key in _keys(kind.type)]


def _keys(model: type[Blok]) -> list[str]:
    return [key for key in model.model_fields if key != "uitleg"]


def _explained(kind: Kind, key: str) -> str:
    question = VRAGEN[kind.asks].get(key, "")
    field = kind.type.model_fields[key]
    described = capital(question) or field.description or ""
    if question and "ids" in (field.description or "").casefold().split():
        described += f" {field.description}"
    return f"{described} {_shape(field.annotation)}".strip()


def _shape(kind: Any) -> str:
    """Return how a value is written, where that is not simply a text."""
    origin, parts = get_origin(kind), [part for part in get_args(kind) if part is not NoneType]
    if origin is Literal:
        return f"Kies uit: {', '.join(parts)}."
    if origin is tuple and isinstance(parts[0], type) and issubclass(parts[0], Blok):
        return f"Een lijst; elk punt begint met een streepje en heeft: {', '.join(_keys(parts[0]))}."
    if origin is tuple:
        return "Een lijst; elk punt begint met een streepje."
    if origin is Annotated:
        return _shape(parts[0])
    if kind is datetime.date:
        return f'Schrijf een datum zo: "{_EXAMPLE_DAY}".'
    return _shape(parts[0]) if len(parts) == 1 else ""


def _lines(model: type[Blok], key: str, value: Any, indent: str) -> Iterator[str]:
    inner = _block_of(model, key)
    if inner and value is None and not model.model_fields[key].is_required():
        yield f"{indent}{key}:"
        for part in _keys(inner):
            yield from _lines(inner, part, None, indent + "  ")
    elif isinstance(value, Mapping):
        yield f"{indent}{key}:"
        for part, held in value.items():
            yield from _lines(Blok, part, held, indent + "  ")
    else:
        yield f"{indent}{key}:{f' {_quoted(value)}' if value else ''}"


def _block_of(model: type[Blok], key: str) -> type[Blok] | None:
    """Return the type of a key that holds one block with keys of its own, such as «onderbouwing»."""
    field = model.model_fields.get(key)
    annotation = field.annotation if field else None
    return annotation if isinstance(annotation, type) and issubclass(annotation, Blok) else None


def _quoted(value: str) -> str:
    """Return a value as YAML: between quotes where it would not be read as this text."""
    plain = re.fullmatch(r"[A-Za-zÀ-ÿ][\wÀ-ÿ ,.?'-]*", value) and yaml.safe_load(value) == value
    return value if plain else '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _readme(slug: str, name: str) -> str:
    empty = [kind for kind in KINDS if kind.asks and kind.is_folder and kind.asks not in STARTS]
    forms = "\n".join(
        f"## Leeg formulier voor `{kind.where}`\n\nZet dit in een nieuw bestand, zoals `{kind.where}een-naam.yaml`. "
        f"De id is gelijk aan de bestandsnaam: `een-naam`.\n\n```yaml\n{form(kind, {})}```\n"
        for kind in empty
    )
    return f"""# De leidraad van {name}

Alles in deze map is van u. De rest van de leidraad is de gedeelde kern; die verandert u hier niet.
Er staan vragen in, geen antwoorden. Neem geen antwoorden over van een andere gemeente: zoek ze samen uit.

| Bestand of map | De vraag |
|---|---|
| `gemeente.yaml` | Wie zijn wij, welke woorden gebruiken we, en waar kan een inwoner terecht? |
| `gedragsprincipes/` | Wat vinden wij belangrijk, en wat doen we dan? Eén bestand per principe. |
| `keuze.yaml` | Wat uit de kern gebruiken wij in het gesprek, op de poster en in de rapportage? |
| `activiteiten/` | Wat is er bij ons te doen, voor wie, en hoe kom je binnen? |
| `aanvullingen/` | Wat is er bij ons anders of extra bij een onderdeel van de kern? |
| `teksten/` | Wat willen we op deze plekken zelf zeggen? |
| `beeld/` | Het logo, als er een is (`.svg` of `.png`). |

In elk bestand staat bovenaan bij `uitleg` wat elke sleutel vraagt.
Laat leeg wat u nog niet weet. De site toont het dan als open vraag.

## Kijken of het klopt

Bewaart u een bestand in de browser van een codehost, dan kijkt die vanzelf: een groen vinkje of een lijst met fouten.
Op een eigen computer doet `.venv/bin/leidraad check {slug}` hetzelfde.

Een fout moet u herstellen. Een regel met «let op» is een hint: iets om over na te denken.

{forms}"""

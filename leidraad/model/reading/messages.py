"""What the model refuses → what an author reads, in Dutch."""

import datetime
import re
from collections.abc import Mapping as AnyMapping
from typing import Any

from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError

from leidraad.model.types.base import LONGEST_LINE, Blok, block_in, locate, site_address
from leidraad.model.types.gemeente import EigenVervallen
from leidraad.model.use.names import slug_of
from leidraad.model.yaml.problem import Place, Problem, did_you_mean, nearest, one_of, quoted
from leidraad.model.yaml.reader import Mapping, Sequence

MONTHS = ("jan", "feb", "maa", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_LOOSE_DAY = re.compile(r"(?P<year>\d{4})[-/. ](?P<month>\d{1,2})[-/. ](?P<day>\d{1,2})(?:[T ][\d:.]+Z?)?")
_DUTCH_DAY = re.compile(r"(?P<day>\d{1,2})[-/. ]+(?P<month>\d{1,2}|[a-z]{3,9})[-/. ]+(?P<year>\d{4})")
CURLY = "“”„‟‘’‚‛″"
KeyPath = tuple[str | int, ...]

AN_ID = "een id bestaat uit kleine letters, cijfers en streepjes, zoals «sociale-norm»"
_A_COLOUR = 'een kleur is # met zes tekens, tussen aanhalingstekens, zoals «"#0b6b6b"»'
_A_MAIL_ADDRESS = "een mailadres is naam@domein, zoals «leidraad@gemeente.example»"
A_REFERENCE = "een verwijzing is soort:id, zoals «factor:kennis»"
_A_VERSION = "schrijf een jaar, een punt en een nummer, zoals «2026.1»"
_A_WEB_ADDRESS = "schrijf het voluit, zoals «https://www.gemeente.example»"
_A_SITE = (
    "schrijf waar de leidraad komt te staan, zonder pagina erachter, zoals «https://www.gemeente.example/leidraad»"
)
_NO_ARTICLE = "schrijf alleen het woord, want de pagina's zetten het lidwoord er zelf voor"
_A_DAY = "schrijf jaar-maand-dag, zoals «2026-11-21»"
_PATTERNS = {
    "^[a-z][a-z0-9]*(-": AN_ID,
    "^#": _A_COLOUR,
    "^[A-Za-z0-9._+-]+@": _A_MAIL_ADDRESS,
    "^([a-z]+):": A_REFERENCE,
    "^10": "een DOI begint met 10, zoals «10.1037/a0035923»; een adres hoort bij «adres»",
}
# What a form says where a value does not fit; there is no line of YAML to point at.
MEANING = {
    "id": AN_ID,
    "kleur": _A_COLOUR.replace(', tussen aanhalingstekens, zoals «"#0b6b6b"»', ", zoals «#0b6b6b»"),
    "mailadres": _A_MAIL_ADDRESS,
    "verwijzing": A_REFERENCE,
    "regel": f"dit is te lang voor één regel; houd het op {LONGEST_LINE} tekens",
    "lijst": f"een van deze punten is te lang; houd elk punt op {LONGEST_LINE} tekens",
    "versie": f"dit is geen versie; {_A_VERSION}",
    "webadres": f"dit is geen webadres; {_A_WEB_ADDRESS}",
    "woord": f"dit woord begint met een lidwoord, of is te lang; {_NO_ARTICLE}",
    "siteadres": f"op dit adres kan geen leidraad staan; {_A_SITE}",
    "datum": f"deze datum bestaat niet; {_A_DAY}",
}


def wrong_site(value: str) -> str:
    """Return what is wrong with an address that does not come from a file; nothing for a good one and for none."""
    try:
        site_address(value)
    except PydanticCustomError:
        return f"op {quoted(value)} kan geen leidraad staan; {_A_SITE}" if value else ""
    return ""


def problem_of(raw: Any, error: AnyMapping[str, Any]) -> Problem:
    """Turn an error of pydantic about what was read from one file into a problem at its own line."""
    path, kind = error_path(raw, error), str(error["type"])
    key = next((step for step in reversed(path) if isinstance(step, str)), "")
    value = walk_raw(raw, path) if kind.startswith("union_tag") else error.get("input")
    if kind == "extra_forbidden":
        return Problem(_key_place(raw, path), _unknown_key(raw, path, key), "onbekende-sleutel")
    if kind == "union_tag_not_found" and (typed := mistyped_tag(raw)):
        message = f"sleutel {quoted(typed)} ken ik niet; bedoelde u «soort»?"
        return Problem(raw.keys_at[typed], message, "onbekende-sleutel")
    if kind == "missing" and path != tuple(error["loc"]):
        message = _wrong_value(raw, path, "model_type", key, walk_raw(raw, path), {})
        return Problem(locate(raw, path), message, "verkeerde-waarde")
    if kind in ("missing", "union_tag_not_found"):
        place = locate(raw, path[:-1])
        return Problem(place, f"«{key}» ontbreekt; zet er een regel «{key}: …» bij", "ontbreekt")
    place = locate(raw, path)
    context = error.get("ctx", {})
    if value is None and isinstance(path[-1], int):
        return Problem(place, f"dit punt onder «{key}» is leeg; vul het in, of haal het weg", "leeg")
    if value is None or kind == "empty" or (isinstance(value, str) and not value.strip()):
        return Problem(place, f"«{key}» is leeg; vul het in", "leeg")
    if kind == "too_short" and not context["actual_length"]:
        return Problem(place, f"«{key}» is leeg; vul het in", "leeg")
    return Problem(place, _wrong_value(raw, path, kind, key, value, context), "verkeerde-waarde")


def error_path(raw: Any, error: AnyMapping[str, Any]) -> KeyPath:
    """Return where an error is, as far as the author wrote it.

    An error about the choice between types is about the key that chooses; a plain text may stand for a block.
    """
    path: KeyPath = tuple(error["loc"])
    if str(error["type"]).startswith("union_tag"):
        return (*path, "soort")
    while len(path) > 1 and not isinstance(walk_raw(raw, path[:-1]), Mapping | Sequence):
        path = path[:-1]
    return path


def mistyped_tag(raw: Mapping) -> str | None:
    """Return the key that looks like `soort`, where `soort` is missing."""
    return nearest("soort", raw)


def walk_raw(raw: Any, path: KeyPath) -> Any:
    """Follow the path, passing over what pydantic adds to it (the tag of a choice between types)."""
    for step in path:
        if isinstance(raw, Mapping) and step in raw.keys_at:
            raw = raw.get(str(step))
        elif isinstance(raw, Sequence) and isinstance(step, int) and step < len(raw):
            raw = raw[step]
    return raw


def meant_key(raw: Any, path: KeyPath) -> str | None:
    """Return the key that an unknown key was probably meant for: one like it, or the only one that is missing."""
    if _there_already(raw, path):
        return None
    free = _free_keys(raw, path)
    missing = [name for name, field in free.items() if field.is_required()]
    if is_text_with_colon(raw, path):
        missing = []
    return nearest(str(path[-1]), free) or (missing[0] if len(missing) == 1 and _is_the_only_one(raw, path) else None)


def _is_the_only_one(raw: Any, path: KeyPath) -> bool:
    """True when no other unknown key beside this one can be what is missing."""
    parent = walk_raw(raw, path[:-1])
    return not any(key != path[-1] and key not in parent.model.model_fields for key in parent)


def _there_already(raw: Any, path: KeyPath) -> str | None:
    """Return the key that an unknown one is nearest to, where that is written already."""
    parent = walk_raw(raw, path[:-1])
    match = nearest(str(path[-1]), parent.model.model_fields)
    return match if match in parent else None


def is_text_with_colon(raw: Any, path: KeyPath) -> bool:
    """True when a key is alone in a point of a list: `- Let op: dit` reads as a key with a value."""
    return len(path) > 1 and isinstance(path[-2], int) and len(walk_raw(raw, path[:-1])) == 1


def _free_keys(raw: Any, path: KeyPath) -> dict[str, FieldInfo]:
    parent = walk_raw(raw, path[:-1])
    return {name: field for name, field in parent.model.model_fields.items() if name not in parent}


def field_at(raw: Any, path: KeyPath) -> FieldInfo | None:
    """Return the field of the model that a path ends in, if its type is known."""
    parent = walk_raw(raw, path[:-1])
    model: type[Blok] | None = getattr(parent, "model", None)
    return model.model_fields.get(str(path[-1])) if model else None


def _wrong_value(raw: Any, path: KeyPath, kind: str, key: str, value: Any, context: AnyMapping[str, Any]) -> str:
    shown = quoted(value) if isinstance(value, str) else _shape(value)
    if isinstance(value, str) and value[:1] in CURLY and value[-1:] in CURLY and not kind.startswith("string_too"):
        return f'{shown} staat tussen aanhalingstekens uit een tekstverwerker; maak er rechte van: "{value[1:-1]}"'
    where = f"bij elk punt onder «{key}»" if isinstance(path[-1], int) else f"bij «{key}»"
    if kind in ("literal_error", "union_tag_invalid"):
        expected = str(context.get("expected") or context.get("expected_tags"))
        choices = [part.strip(" '") for part in expected.replace(" or ", ",").split(",")]
        return f"{shown} mag hier niet{one_of(str(value), choices)}"
    if kind == "string_pattern_mismatch":
        rule = next((text for start, text in _PATTERNS.items() if context["pattern"].startswith(start)), "")
        is_gone = key == "oud" and walk_raw(raw, path[:-1]).model is EigenVervallen  # so no name that is there is meant
        if is_gone and (id_ := slug_of(value)):
            return f"{shown} mag hier niet; noem wat het was: «activiteit:{id_}» of «principe:{id_}»"
        if key == "id" and (id_ := slug_of(value)):
            return f"{shown} kan geen id zijn; {rule}. Hier past «{id_}»"
        return f"{shown} {'kan geen id zijn' if key == 'id' else 'mag hier niet'}; {rule}"
    remedies = {
        "string_too_long": f"{shown} heeft {len(str(value))} tekens; hoogstens {context.get('max_length')} mag",
        "ja_nee": f"{shown} mag hier niet; schrijf «ja» of «nee»",
        "one_line": f"«{key}» is één regel; maak er één regel van",
        "version": f"{shown} is geen versie; {_A_VERSION}",
        "web_address": f"{shown} is geen webadres; {_A_WEB_ADDRESS}",
        "site_address": f"op {shown} kan geen leidraad staan; {_A_SITE}",
        "article": f"{shown} begint met een lidwoord; {_NO_ARTICLE}",
        "int_parsing": f"{shown} is geen getal; schrijf een heel getal, zoals «2»",
        "greater_than_equal": f"{shown} is te klein; schrijf «{context.get('ge')}» of meer",
        "string_type": f"{where} hoort tekst, maar hier staat {_shape(value)}; {_to_text(value)}",
        "tuple_type": f"bij «{key}» hoort een lijst; zet elk punt op een eigen regel, met een streepje en een spatie"
        + _odd_bullet(value),
        "too_short": f"«{key}» heeft {_count(context.get('actual_length'))}; "
        f"er horen er ten minste {context.get('min_length')} te staan",
        "too_long": f"«{key}» heeft {_count(context.get('actual_length'))}; "
        f"er horen er hoogstens {context.get('max_length')} te staan",
    }
    if kind in remedies:
        return remedies[kind]
    if kind in ("dict_type", "model_type", "model_attributes_type"):
        return f"{where} horen sleutels{_own_keys(raw, path)}, maar hier staat {_shape(value)}"
    if kind.startswith("date"):
        return _wrong_day(str(value), shown)
    return f"{shown} past hier niet"


def _wrong_day(value: str, shown: str) -> str:
    """A day as the Dutch or a program write it is known, and given as it is written here."""
    if match := _DUTCH_DAY.fullmatch(value.strip().lower()) or _LOOSE_DAY.fullmatch(value.strip()):
        day, month, year = match["day"], match["month"].replace("mrt", "maa"), match["year"]
        number = MONTHS.index(month[:3]) + 1 if month[:3] in MONTHS else int(month) if month.isdigit() else 0
        try:
            return f"schrijf {shown} als jaar-maand-dag: «{datetime.date(int(year), number, int(day)).isoformat()}»"
        except ValueError:
            pass  # 31 februari
    return f"{shown} is geen bestaande datum; {_A_DAY}"


def _odd_bullet(value: Any) -> str:
    """Return what to make of the sign that Word sets before a point: it looks like the right one."""
    match = isinstance(value, str) and re.match(r"[–—•·▪◦*] ", value)
    return f"; maak van {quoted(match[0].strip())} een «-»" if match else ""


def _count(number: Any) -> str:
    return "1 punt" if number == 1 else f"{number} punten"


def _shape(value: Any) -> str:
    if isinstance(value, Mapping | dict):
        return "een blok met sleutels"
    if isinstance(value, Sequence | list):
        return "een lijst"
    return "gewone tekst"


def _to_text(value: Any) -> str:
    if isinstance(value, Mapping | dict):
        return "zet tekst met een dubbele punt tussen aanhalingstekens"
    return "haal de streepjes of de haken [ ] weg"


def _own_keys(raw: Any, path: KeyPath) -> str:
    field = field_at(raw, tuple(step for step in path if isinstance(step, str)))
    model = block_in(field.annotation) if field else None
    return f" ({', '.join(f'«{name}»' for name in model.model_fields)})" if model else ""


def _key_place(raw: Any, path: KeyPath) -> Place:
    parent = walk_raw(raw, path[:-1])
    place = parent.keys_at.get(str(path[-1])) if isinstance(parent, Mapping) else None
    return place or locate(raw, path)


def _unknown_key(raw: Any, path: KeyPath, key: str) -> str:
    model: type[Blok] | None = walk_raw(raw, path[:-1]).model
    if model and (new := model.VERVALLEN.get(key)):
        return f"sleutel {quoted(key)} heet nu «{new}», en die staat er ook; verwijder «{key}»"
    message = f"sleutel {quoted(key)} ken ik niet"
    if there := _there_already(raw, path):
        line = walk_raw(raw, path[:-1]).keys_at[there].line
        return f"{message}; bedoelde u «{there}»? Die staat er al op regel {line}: voeg ze samen of verwijder er één"
    if meant := meant_key(raw, path):
        return f"{message}; bedoelde u «{meant}»?"
    if is_text_with_colon(raw, path):
        return f"{message}; zet tekst met een dubbele punt tussen aanhalingstekens"
    if meant := did_you_mean(key, _free_keys(raw, path)):
        return message + meant
    is_empty = walk_raw(raw, path) is None
    return message + (
        "; verwijder die" if is_empty else "; zet wat erbij staat onder een andere sleutel, of verwijder die"
    )

"""Two versions (leidraad.json) → what changed between them, item by item."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from leidraad.model.kinds import KINDS, named_by
from leidraad.model.types.base import Blok, Naar, block_in, naar_of, renewed
from leidraad.model.use.addresses import PAGINAS, address
from leidraad.model.use.markup import PLACEHOLDER, PLACEHOLDERS
from leidraad.model.use.names import capital
from leidraad.model.use.own_words import own_word, woorden_in

Data = Mapping[str, Any]
FIRST = (
    "Dit is de eerste versie van deze editie. Er is nog niets om mee te vergelijken. "
    "Vanaf de volgende versie staat hier per onderdeel wat nieuw is, wat anders werd en wat verviel. "
    "Bij wat anders werd, staan de oude en de nieuwe tekst onder elkaar."
)
NEW, CHANGED, RETIRED = "nieuw", "veranderd", "vervallen"


@dataclass(frozen=True)
class Part:
    """Something that a version holds: an item, a source, an addition, a text of the municipality's own."""

    verwijzing: str
    naam: str
    titel: str
    adres: str
    gegevens: Mapping[str, Any]


@dataclass(frozen=True)
class Field:
    """A field that changed: the lines that went and the lines that came, each in the language they are in."""

    naam: str
    voor: tuple[str, ...]
    na: tuple[str, ...]
    talen: tuple[str, str] = ("nl", "nl")


@dataclass(frozen=True)
class Change:
    """One part that is new, changed or retired; `opvolger` is what came in its place."""

    soort: str
    part: Part
    velden: tuple[Field, ...] = ()
    opvolger: Part | None = None


def parts(data: Data) -> dict[str, Part]:
    """Return everything in a version by its reference, in the order of the file."""
    found = [
        Part(item["verwijzing"], item["naam"], item["titel"], item["adres"], as_now(item["soort"], item["gegevens"]))
        for item in data["onderdelen"]
    ]
    found += [_source(item) for item in data["bronnen"]]
    found += [
        Part(f"aanvulling:{item['id']}", "aanvulling", item["titel"], "", as_now("aanvulling", item))
        for item in data["aanvullingen"]
    ]
    found += [Part(f"tekst:{slot}", "eigen tekst", slot, "", {"tekst": text}) for slot, text in data["teksten"].items()]
    held = as_now("gemeente", data["gemeente"])
    gemeente = {key: value for key, value in held.items() if key not in ("editie", "datum", "vervallen")}
    found.append(
        Part(
            "gemeente:keuze", "keuze uit de kern", data["gemeente"]["naam"], "", as_now("keuze", data.get("keuze", {}))
        )
    )
    found.append(Part("gemeente:gegevens", "gegevens van de gemeente", data["gemeente"]["naam"], "", gemeente))
    return {part.verwijzing: part for part in found}


def as_now(soort: str, held: Data) -> Data:
    """Return what a version holds of something with the keys as they are called now: a new name is no new text."""
    for kind in KINDS:
        if kind.name == soort:
            held = renewed(kind.type, held)
    return held


def _source(item: Mapping[str, Any]) -> Part:
    # a file of form 1 held it flat, with its page for an address where it had none on the web
    flat = {key: value for key, value in item.items() if key != "adres" or value.startswith("http")}
    held = as_now("bron", item.get("gegevens", flat))
    return Part(f"bron:{item['id']}", "bron", held["kort"], address("bron", item["id"]), held)


def successor(reference: str, data: Data) -> str:
    """Return what a retired reference became in the end, or nothing; circles are refused before this."""
    after = {item["oud"]: item["nieuw"] for item in data["vervallen"]}
    seen = {reference}
    while reference in after and after[reference] not in seen:
        reference = after[reference]
        seen.add(reference)
    return reference if len(seen) > 1 else ""


def in_its_place(reference: str, data: Data, held: Mapping[str, Part]) -> Part | None:
    """Return what took the place of a retired reference in a version that holds these parts: one of them, or a page."""
    now = successor(reference, data)
    kind, _, id_ = now.partition(":")
    if kind == "pagina" and id_ in PAGINAS:
        return Part(now, kind, PAGINAS[id_], address(kind, id_), {})
    return held.get(now)


def changes(before: Data, after: Data) -> list[Change]:
    """Return what is new, what changed and what was retired, in that order.

    What names something else says its title; that it is named by its successor is no change, and another id neither.
    What stays to be read and no longer holds, is retired as well.
    """
    old, new = parts(before), parts(after)
    renamed = _renamed(old, new, after)
    old = {renamed.get(reference, reference): part for reference, part in old.items()}
    added = [Change(NEW, part) for reference, part in new.items() if reference not in old]
    words, title = words_of(after), _titles(before, after)
    both = {
        reference: tuple(_told(reference, one.gegevens, title) for one in (old[reference], part))
        for reference, part in new.items()
        if reference in old and old[reference].gegevens != part.gegevens
    }
    changed = [
        Change(_stays(old[reference], new[reference]), new[reference], tuple(fields(was, now, words)))
        for reference, (was, now) in both.items()
        if was != now
    ]
    gone = [
        Change(RETIRED, part, opvolger=in_its_place(reference, after, new))
        for reference, part in old.items()
        if reference not in new
    ]
    held = [change for change in changed if change.soort == CHANGED]
    withdrawn = [change for change in changed if change.soort == RETIRED]
    return added + held + withdrawn + gone


def _renamed(old: Mapping[str, Part], new: Mapping[str, Part], after: Data) -> dict[str, str]:
    """Return, by what it was called, what got another id: of the same kind and title, and new in its place."""
    found = dict[str, str]()
    for reference, part in old.items():
        now = new.get(successor(reference, after))
        is_new = now and reference not in new and now.verwijzing not in {*old, *found.values()}
        if now and is_new and (now.naam, now.titel) == (part.naam, part.titel):
            found[reference] = now.verwijzing
    return found


def _stays(was: Part, now: Part) -> str:
    """Return what became of a part that both versions hold: a principle may be withdrawn, and stays to be read."""
    states = [part.gegevens.get("status") for part in (was, now)]
    return RETIRED if states[1] == RETIRED != states[0] else CHANGED


_TYPES: Mapping[str, type[Blok]] = {kind.name: kind.type for kind in KINDS}
_WHOSE = {"gemeente:keuze": "keuze", "gemeente:gegevens": "gemeente"}


def _titles(before: Data, after: Data) -> Callable[[str], str]:
    """Return what a reference is called, by that of its successor; nothing for what neither version holds."""
    names = dict[str, str]()
    for part in (part for data in (before, after) for part in parts(data).values()):
        names[part.verwijzing] = part.titel
        asked = part.gegevens.get("open_vragen", ())
        asked = asked["punten"] if isinstance(asked, Mapping) else asked
        names |= {f"vraag:{one['id']}": one["vraag"] for one in asked if isinstance(one, Mapping) and one.get("id")}
    return lambda reference: names.get(successor(reference, after) or reference, "")


def _told(reference: str, held: Data, title: Callable[[str], str]) -> Data:
    held = {key: value for key, value in held.items() if key != "id"}
    model = _TYPES.get(_WHOSE.get(reference, reference.partition(":")[0]))
    return _with_titles(model, held, title) if model else held


def _with_titles(model: type[Blok], held: Data, title: Callable[[str], str]) -> Data:
    """Return data of a type with the titles of what its ids name."""
    found = {}
    for key, value in held.items():
        field = model.model_fields.get(key)
        naar, block = (naar_of(model, key), block_in(field.annotation)) if field else (None, None)
        found[key] = _named(naar, value, title) if naar else _in_block(block, value, title) if block else value
    return found


def _in_block(block: type[Blok], value: Any, title: Callable[[str], str]) -> Any:
    if isinstance(value, Mapping):
        return _with_titles(block, value, title)
    return [_in_block(block, one, title) for one in value] if isinstance(value, list) else value


def _named(naar: Naar, value: Any, title: Callable[[str], str]) -> Any:
    if isinstance(value, list):
        return list(dict.fromkeys(_named(naar, one, title) for one in value))
    if not isinstance(value, str):
        return value
    references = [value] if naar.heel else [f"{kind}:{value}" for kind in named_by(naar)]
    return next(filter(None, map(title, references)), value)


def words_of(data: Data) -> dict[str, str]:
    """Return the own words of the municipality in a version, by the placeholder they stand for."""
    woorden = woorden_in(data["gemeente"]["woorden"])
    placeholders = (*PLACEHOLDERS, *map(capital, PLACEHOLDERS))
    return {placeholder: own_word(woorden, placeholder) or "" for placeholder in placeholders}


def fields(before: Mapping[str, Any], after: Mapping[str, Any], words: Mapping[str, str]) -> Iterator[Field]:
    """Yield the fields that differ in two states of one part, with its texts in the own words."""
    for key in dict.fromkeys([*after, *before]):
        if before.get(key) != after.get(key):
            voor, na = (
                [PLACEHOLDER.sub(lambda match: words.get(match[1], match[0]), line) for line in _lines(held.get(key))]
                for held in (before, after)
            )
            matcher = SequenceMatcher(None, voor, na, autojunk=False)
            steps = [step for step in matcher.get_opcodes() if step[0] != "equal"]
            went = tuple(line for _, start, end, _, _ in steps for line in voor[start:end])
            came = tuple(line for _, _, _, start, end in steps for line in na[start:end])
            talen = (before.get("taal", "nl"), after.get("taal", "nl")) if key == "titel" else ("nl", "nl")
            yield Field(key.replace("_", " "), went, came, talen)


def _lines(value: Any, label: str = "") -> Iterator[str]:
    """Every text in a value on a line of its own; what is not a text itself is named."""
    if isinstance(value, Mapping):
        for key, held in value.items():
            yield from _lines(held, "" if key == "tekst" else key.replace("_", " "))
    elif isinstance(value, list):
        for held in value:
            yield from _lines(held, label)
    elif value is not None:
        text = {True: "ja", False: "nee"}.get(value, value) if isinstance(value, bool) else value
        yield f"{label}: {text}" if label else str(text)


def summary(before: Data | None, after: Data) -> str:
    """Return the same in a few lines of text: how many, and their titles."""
    if before is None:
        return FIRST
    found = changes(before, after)
    lines = [
        f"{soort.capitalize()}: {', '.join(titles)}."
        for soort in (NEW, CHANGED, RETIRED)
        if (titles := [change.part.titel for change in found if change.soort == soort])
    ]
    return "\n".join(lines) or "Er is geen tekst veranderd."

"""What was read of one item → the item, also when there are mistakes in it, plus problems.

A key that was mistyped is taken as it was probably meant, and a value that cannot be right is replaced by one that
could be. So one mistake is reported once, and what else is wrong with the item is found in the same run.
What stands in has no place (NOWHERE); `check_framework` drops what the checks say about it.
"""

from collections.abc import Iterator
from collections.abc import Mapping as AnyMapping
from itertools import count
from types import NoneType
from typing import Annotated, Any, Literal, TypeVar, get_args, get_origin

from pydantic import TypeAdapter, ValidationError

from leidraad.model.reading.messages import KeyPath, error_path, meant_key, mistyped_tag, problem_of, walk_raw
from leidraad.model.types.base import Blok, Herkomst
from leidraad.model.yaml.problem import NOWHERE, Problem
from leidraad.model.yaml.reader import Mapping, Reported, Scalar, Sequence

B = TypeVar("B", bound=Blok)
_ROUNDS = 9  # each round mends one depth of mistakes; nothing that authors write is deeper
_NUMBERS = count(1)
_SAMPLES = ("nee", "2026-11-21", "2026.1", "x:x", "x@x.example", "https://x.example", "#000000", "10.1000/x", "1")


def read_item(raw: Mapping, kind: TypeAdapter[B]) -> tuple[B | None, list[Problem]]:
    """Return the item as far as it can be understood, and what is wrong with it; `raw` is mended on the way."""
    problems: list[Problem] = []
    for _ in range(_ROUNDS):
        try:
            return kind.validate_python(raw), problems
        except ValidationError as error:
            errors = [*_causes(error)]
            # A mistyped key makes the right one seem to be missing, so those come first.
            errors = [one for one in errors if one["type"] == "extra_forbidden"] or errors
            errors = [one for one in errors if not _trim(raw, error_path(raw, one))]
            problems += _told(raw, errors)
            for path, one in [(error_path(raw, one), one) for one in errors]:
                _mend(raw, path, one, kind)
    return None, problems


def _trim(raw: Any, path: KeyPath) -> bool:
    """Take the spaces at the ends of a value that was refused, and say whether there were any: nobody sees them."""
    parent, step, value = walk_raw(raw, path[:-1]), path[-1], walk_raw(raw, path)
    if not isinstance(value, Scalar) or value == value.strip():
        return False
    trimmed = Scalar(value.strip())
    trimmed.place = value.place
    if isinstance(parent, Sequence) and isinstance(step, int):
        parent[step] = trimmed
    elif isinstance(parent, Mapping):
        parent[str(step)] = trimmed
    return isinstance(parent, Mapping | Sequence)


def _told(raw: Any, errors: list[AnyMapping[str, Any]]) -> Iterator[Problem]:
    """Yield a problem for each error, but one for what was reported already, and one for a text that is no block."""
    paths: set[KeyPath] = set()
    for error in errors:
        path = error_path(raw, error)
        if not isinstance(error["input"], Reported) and path not in paths:
            yield problem_of(raw, error)
        if error["type"] not in ("missing", "extra_forbidden") or path != tuple(error["loc"]):
            paths.add(path)


def _causes(error: ValidationError) -> Iterator[AnyMapping[str, Any]]:
    """Yield the errors, without «too short» for a list whose items were refused."""
    errors = error.errors(include_url=False)
    parents = {one["loc"][:length] for one in errors for length in range(len(one["loc"]))}
    yield from (one for one in errors if one["type"] != "too_short" or one["loc"] not in parents)


def _mend(raw: Any, path: KeyPath, error: AnyMapping[str, Any], kind: TypeAdapter[B]) -> None:
    if error["type"] == "union_tag_not_found" and (key := mistyped_tag(raw)):
        raw["soort"], raw.keys_at["soort"] = raw.pop(key), raw.keys_at.pop(key)
        return
    if error["type"] == "extra_forbidden":
        _mend_key(raw, path)
        return
    if str(error["type"]).startswith("union_tag"):
        _put(raw, path, _best_tag(raw, kind))
        return
    owner, steps = _owner(raw, path)
    if owner is None:
        return
    field = owner.model.model_fields[steps[0]]
    if steps[0] in ("herkomst", "bronnen") and issubclass(owner.model, Herkomst):
        _put(owner, ("herkomst",), _text("eigen"))
    metadata = () if len(steps) > 1 else tuple(field.metadata)
    _put(raw, path, stand_in(_item(field.annotation, len(steps) - 1), metadata))


def _mend_key(raw: Any, path: KeyPath) -> None:
    """Take an unknown key for the one it was meant for; a block with nothing else in it was no block."""
    parent, key = walk_raw(raw, path[:-1]), str(path[-1])
    meant = meant_key(raw, path)
    value, place = parent.pop(key), parent.keys_at.pop(key)
    if meant:
        parent[meant], parent.keys_at[meant] = value, place
    elif len(path) > 1 and not parent:
        _put(raw, path[:-1], stand_in(parent.model))
    elif issubclass(parent.model, Herkomst):
        _put(parent, ("herkomst",), _text("eigen"))


def _owner(raw: Any, path: KeyPath) -> tuple[Any, KeyPath]:
    """Return the block that holds the key of a path, and the steps from there."""
    for index in reversed(range(len(path))):
        owner, key = walk_raw(raw, path[:index]), path[index]
        if isinstance(owner, Mapping) and owner.model and key in owner.model.model_fields:
            return owner, path[index:]
    return None, ()


def _put(raw: Any, path: KeyPath, value: Any) -> None:
    parent, step = walk_raw(raw, path[:-1]), path[-1]
    if isinstance(parent, Sequence) and isinstance(step, int):
        parent[step], parent.items_at[step] = value, NOWHERE
    elif isinstance(parent, Mapping):
        parent[str(step)], parent.keys_at[str(step)] = value, NOWHERE


def _best_tag(raw: Any, kind: TypeAdapter[B]) -> Scalar:
    """Return the type that the rest of the item fits best."""
    tags: list[str] = sorted(kind.json_schema()["discriminator"]["mapping"])

    def misfits(tag: str) -> int:
        try:
            kind.validate_python({**raw, "soort": tag})
        except ValidationError as misfit:
            return misfit.error_count()
        return 0

    return _text(min(tags, key=misfits))


def stand_in(kind: Any, metadata: tuple[Any, ...] = ()) -> Any:
    """Return the plainest value of a type, without a place."""
    origin, parts = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return stand_in(parts[0], parts[1:])
    if origin is Literal:
        return _text(parts[0])
    if NoneType in parts:
        return stand_in(parts[0], metadata)
    if origin is tuple:
        number = max([0, *(getattr(mark, "min_length", 0) or 0 for mark in metadata)])
        return _list([stand_in(parts[0]) for _ in range(number)])
    if isinstance(kind, type) and issubclass(kind, Blok):
        return _block(kind)
    if origin is dict:
        return _empty()
    adapter = TypeAdapter(Annotated[kind, *metadata] if metadata else kind)
    return next(_text(sample) for sample in (f"x{next(_NUMBERS)}", *_SAMPLES) if _fits(adapter, sample))


def _fits(adapter: TypeAdapter[Any], sample: str) -> bool:
    try:
        adapter.validate_python(sample)
    except ValidationError:
        return False
    return True


def _block(kind: type[Blok]) -> Mapping:
    fields = {name: field for name, field in kind.model_fields.items() if field.is_required()}
    block = Mapping({name: stand_in(field.annotation, tuple(field.metadata)) for name, field in fields.items()})
    if issubclass(kind, Herkomst):
        block["herkomst"] = _text("eigen")
    block.place, block.keys_at = NOWHERE, dict.fromkeys(block, NOWHERE)
    return block


def _empty() -> Mapping:
    block = Mapping()
    block.place, block.keys_at = NOWHERE, {}
    return block


def _list(items: list[Any]) -> Sequence:
    result = Sequence(items)
    result.place, result.items_at = NOWHERE, [NOWHERE] * len(items)
    return result


def _text(text: str) -> Scalar:
    scalar = Scalar(text)
    scalar.place = NOWHERE
    return scalar


def _item(annotation: Any, depth: int) -> Any:
    """Return the type of what is `depth` lists deep in an annotation."""
    if depth == 0:
        return annotation
    if get_origin(annotation) is tuple:
        return _item(get_args(annotation)[0], depth - 1)
    return next((_item(part, depth) for part in get_args(annotation) if part is not NoneType), annotation)

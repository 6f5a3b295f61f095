"""A question about an edition, in words → its answer."""

from collections.abc import Callable, Mapping
from functools import reduce
from typing import TYPE_CHECKING, Any, TypeVar, cast

from leidraad.model.types.igm import OpenVraag
from leidraad.model.types.keuze import Vraagplek
from leidraad.model.use.chosen import Gekozen
from leidraad.model.use.framework import Edition
from leidraad.model.use.marks import mark

if TYPE_CHECKING:
    from leidraad.model.use.seen.reader import Reader


def _items(reader: "Reader", where: str, *kind: str) -> Mapping[str, Any]:
    lokaal = reader.real.lokaal
    return lokaal.of(*kind) if kind else cast("Mapping[str, Any]", getattr(lokaal, where))


def _questions(reader: "Reader", id_: str, plek: Vraagplek) -> Gekozen[OpenVraag]:
    framework = reader.real.framework
    return reader.real.vragen_bij(framework.startpunten.get(id_) or framework.factoren[id_], plek)


# How each question is answered. A question is no more than words, so that it can be kept in a file.
ANSWERS: dict[str, Callable[..., Any]] = {
    "mark": lambda reader, name: mark(name) if reader.has_mark(name) else "",
    "value": lambda reader, *path: reduce(getattr, path, reader.real),
    "item": lambda reader, id_, *path: _items(reader, *path).get(id_),
    "has": lambda reader, id_, *path: id_ in _items(reader, *path),
    "ids": lambda reader, *path: tuple(_items(reader, *path)),
    "number": lambda reader, *path: len(_items(reader, *path)),
    "any": lambda reader, *path: bool(_items(reader, *path)),
    "keuze_op": lambda reader, plek: reader.real.lokaal.keuze_op(plek),
    "told": lambda reader, name, of: _WORKED_OUT[name](reader.edition, of),
    "fits": lambda reader, text, most: reader.real.fits(reader.told(text), most),
    "factoren_in": lambda reader, plek: reader.real.factoren_in(plek),
    "of": lambda reader, name: reader.real.of(name),
    "vragen_bij": _questions,
    "aanvullingen_bij": lambda reader, reference: reader.real.aanvullingen_bij(reference),
    "principes_bij": lambda reader, stap, factor: reader.real.principes_bij(stap, factor),
    "adres": lambda reader: reader.real_version.adres,
    "fixed": lambda reader: reader.real_version.fixed,
}
_WORKED_OUT: dict[str, Callable[[Edition, str], Any]] = {}
W = TypeVar("W", bound=Callable[..., Any])


def worked_out(function: W) -> W:
    """Let a function be one that `Edition.told` asks, also of what was kept before anybody called it."""
    _WORKED_OUT[name_of(function)] = function
    return function


def name_of(function: Callable[..., Any]) -> str:
    """Return the name by which a function is asked."""
    return f"{function.__module__}.{function.__qualname__}"

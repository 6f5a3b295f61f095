"""What a file of a municipality holds → whether it is another kind of thing: one message, and not one for each key."""

from collections.abc import Collection, Mapping

from leidraad.model.kinds import KINDS, with_additions
from leidraad.model.types.base import Blok
from leidraad.model.yaml.problem import quoted

_OF_THE_CORE = {kind.name: kind.type for kind in KINDS if kind.of == "kern" and kind.is_folder and kind.address}
_OWN = {kind.where: kind.type for kind in KINDS if kind.of == "gemeente" and not kind.list_key}
_MANY = 3  # a mistyped key or two are no sign of another kind


def elsewhere(
    model: type[Blok], raw: Mapping[str, object], *, activiteiten: Collection[str] = ()
) -> tuple[str, str] | None:
    """Return what to do with a file that is not of this type but wholly of another, and the id of the check."""
    if len(raw.keys() - model.model_fields.keys() - model.VERVALLEN.keys()) < _MANY:
        return None
    for where, other in _OWN.items():
        if _fits(raw, other):
            place = f"verplaats het naar {where}" if where.endswith("/") else f"zet het een map hoger, als {where}"
            return f"dit hoort niet in deze map; {place}", "bestand"
    kind = next((kind for kind, other in _OF_THE_CORE.items() if _fits(raw, other)), None)
    if kind is None:
        return None
    id_ = str(raw.get("id", ""))
    if kind == "activiteit" and id_ not in set(activiteiten):
        message = "dit is ingevuld als een activiteit van de kern; een eigen activiteit heeft andere sleutels: "
        return message + "neem het lege formulier uit LEES-MIJ.md", "bestand"
    message = f"{quoted(id_)} is een {kind} van de kern en staat al in uw leidraad; haal dit bestand weg"
    if kind in with_additions():
        message += f". Wilt u er iets bij zetten, schrijf dan een aanvulling met «bij: {kind}:{id_}»"
    return message, "id-uit-de-kern"


def of_which_folder(raw: Mapping[str, object]) -> str:
    """Return the folder of a municipality in which a file that holds this belongs, or nothing."""
    return next((where for where, model in _OWN.items() if where.endswith("/") and _fits(raw, model)), "")


def of_which_core_folder(raw: Mapping[str, object]) -> str:
    """Return the folder of the core in which a file that holds this belongs, or nothing."""
    return next((kind.where for kind in KINDS if kind.type in _OF_THE_CORE.values() and _fits(raw, kind.type)), "")


def _fits(raw: Mapping[str, object], model: type[Blok]) -> bool:
    """True when every key is one of the type's, and more than half of what it asks is there."""
    needed = {key for key, field in model.model_fields.items() if field.is_required()}
    return raw.keys() <= model.model_fields.keys() | model.VERVALLEN.keys() and len(needed & raw.keys()) * 2 > len(
        needed
    )

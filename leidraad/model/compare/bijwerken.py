"""A municipality's additions and what the core was when they were written → what to look at again, item by item."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from leidraad.model.compare.wijzigingen import Field, as_now, fields, words_of
from leidraad.model.types.gemeente import Aanvulling, Gemeente
from leidraad.model.use.framework import Framework, Lokaal
from leidraad.model.use.retired import successors
from leidraad.model.yaml.problem import Problem

Data = Mapping[str, Any]  # what a published leidraad.json holds
Stand = Literal["vervallen", "veranderd", "onbekend", "gelijk"]
HEADINGS: Mapping[Stand, str] = {
    "vervallen": "Hoort bij iets dat vervallen is",
    "veranderd": "Hoort bij iets dat veranderd is",
    "onbekend": "Kunnen we niet vergelijken",
    "gelijk": "Niets aan te doen",
}
_NOT_READ = ("id", "beoordeeld_op", "herzien_voor", "zoekwoorden")


@dataclass(frozen=True)
class Regel:
    """One addition: the file, the item it stands on, how that is now, and in plain words what to do."""

    titel: str
    bestand: str
    bij: str
    nu: str
    kern_versie: str
    stand: Stand
    wat_te_doen: str
    verschillen: tuple[Field, ...] = ()


@dataclass(frozen=True)
class Rapport:
    """The report for one municipality, and the other places where it names something retired."""

    gemeente: Gemeente
    kern_versie: str
    regels: tuple[Regel, ...]
    elders: tuple[Problem, ...]

    def met(self, stand: Stand) -> list[Regel]:
        """Return the additions of which the core item is retired, changed, unknown or the same."""
        return [regel for regel in self.regels if regel.stand == stand]


def rapport(framework: Framework, lokaal: Lokaal, earlier: Mapping[str, Data], problems: Sequence[Problem]) -> Rapport:
    """Return the report; `earlier` holds, by version of the core, a leidraad.json that was published with it.

    `problems` are the hints about retired ids.
    """
    retired = successors(framework.kern)
    words = words_of({"gemeente": lokaal.gemeente.model_dump()})
    regels = [_regel(framework, item, retired, earlier, words) for _, item in sorted(lokaal.aanvullingen.items())]
    folder = f"/gemeenten/{lokaal.gemeente.id}/"
    own = sorted(item for item in problems if folder in item.place.file)
    elders = tuple(item for item in own if "/aanvullingen/" not in item.place.file)
    return Rapport(lokaal.gemeente, framework.kern.versie, tuple(regels), elders)


def _regel(
    framework: Framework,
    item: Aanvulling,
    retired: Mapping[str, str],
    earlier: Mapping[str, Data],
    words: Mapping[str, str],
) -> Regel:
    now = retired.get(item.bij, item.bij)
    current = _current(framework, now)
    before = _item(earlier.get(item.kern_versie), item.bij)
    verschillen = tuple(fields(before, current, words)) if before is not None else ()
    if item.bij != now:
        stand: Stand = "vervallen"
        do = f"{item.bij} is vervallen; de opvolger is {now}. Lees die, en zet «bij: {now}» in het bestand."
    elif item.kern_versie == framework.kern.versie and not verschillen:
        stand, do = "gelijk", "Deze aanvulling is bij de huidige kern geschreven."
    elif before is None:
        stand = "onbekend"
        do = f"Van kernversie {item.kern_versie} is geen gepubliceerde leidraad gevonden. Lees het onderdeel opnieuw."
    elif verschillen:
        stand, do = "veranderd", "Klopt uw aanvulling nog met de nieuwe tekst?"
    else:
        stand, do = "gelijk", "Het onderdeel is sindsdien niet veranderd."
    if stand in ("vervallen", "veranderd"):
        do += f' Past alles nog, zet dan «kern_versie: "{framework.kern.versie}"» in het bestand.'
    file = item.place("id").file
    return Regel(item.titel, file, item.bij, now, item.kern_versie, stand, do, verschillen)


def _current(framework: Framework, reference: str) -> dict[str, Any]:
    kind, _, id_ = reference.partition(":")
    found = framework.of(kind).get(id_)
    return _read(found.model_dump(mode="json", exclude_none=True, exclude_defaults=True)) if found else {}


def _item(data: Data | None, reference: str) -> dict[str, Any] | None:
    found = [item for item in data["onderdelen"] if item["verwijzing"] == reference] if data else []
    return _read(as_now(found[0]["soort"], found[0]["gegevens"])) if found else None


def _read(held: Mapping[str, Any]) -> dict[str, Any]:
    """Return what of an item a reader reads; that somebody looked at it again is no change."""
    return {key: value for key, value in held.items() if key not in _NOT_READ}


def as_text(rapport: Rapport) -> str:
    """Return the report as plain text."""
    lines = [f"Bijwerken: {rapport.gemeente.naam}, gedeelde kern {rapport.kern_versie}", "", summary(rapport)]
    for stand, heading in HEADINGS.items():
        regels = rapport.met(stand)
        lines += ["", f"{heading} ({len(regels)})"] if regels else []
        for regel in regels:
            lines += ["", f"- {regel.titel}", f"  {regel.bestand} (bij {regel.bij}, kern {regel.kern_versie})"]
            lines += [f"  {regel.wat_te_doen}"]
            for verschil in regel.verschillen:
                lines += [f"  {verschil.naam}:"]
                lines += [f"    was: {_one_line(text)}" for text in verschil.voor]
                lines += [f"    nu:  {_one_line(text)}" for text in verschil.na]
    if rapport.elders:
        lines += ["", "Andere plekken waar iets vervallens staat"]
        lines += [f"- {item.place}: {item.message}" for item in rapport.elders]
    return "\n".join(lines) + "\n"


def summary(rapport: Rapport) -> str:
    """Return in a sentence how much there is to do."""
    todo = len(rapport.regels) - len(rapport.met("gelijk"))
    if not rapport.regels:
        start = "Deze gemeente heeft geen aanvullingen."
    elif not todo:
        start = "Alle aanvullingen passen bij deze kern."
    else:
        start = f"{todo} van de {len(rapport.regels)} aanvullingen vragen aandacht."
    places = len(rapport.elders)
    more = (
        f" Op {places} andere {'plek' if places == 1 else 'plekken'} staat een id die vervallen is." if places else ""
    )
    return f"{start}{more} Er gaat niets stuk: de site gebruikt overal de opvolger."


def _one_line(text: str) -> str:
    return " ".join(text.split())

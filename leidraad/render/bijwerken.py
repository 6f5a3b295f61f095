"""A municipality's additions and what the core was when they were written → what to look at again, item by item."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Literal

from leidraad.model.framework import Framework, Lokaal
from leidraad.model.gemeente import Aanvulling, Gemeente
from leidraad.model.problem import Problem
from leidraad.model.retired import successors
from leidraad.render.fragment import render_page
from leidraad.render.gemeente import CLOSING, disclaimer

Data = Mapping[str, Any]  # what a published leidraad.json holds
Stand = Literal["vervallen", "veranderd", "onbekend", "gelijk"]
HEADINGS: Mapping[Stand, str] = {
    "vervallen": "Hoort bij iets dat vervallen is",
    "veranderd": "Hoort bij iets dat veranderd is",
    "onbekend": "Kunnen we niet vergelijken",
    "gelijk": "Niets aan te doen",
}
_NOT_READ = ("id", "herkomst", "bronnen", "beoordeeld_op", "herzien_voor", "zoekwoorden", "aspect", "markeren")


@dataclass(frozen=True)
class Verschil:
    """A field of a core item that changed: the texts that went and the texts that came."""

    veld: str
    was: tuple[str, ...]
    wordt: tuple[str, ...]


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
    verschillen: tuple[Verschil, ...] = ()


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
    regels = [_regel(framework, item, retired, earlier) for _, item in sorted(lokaal.aanvullingen.items())]
    folder = f"/gemeenten/{lokaal.gemeente.id}/"
    own = sorted(item for item in problems if folder in item.place.file)
    elders = tuple(item for item in own if "/aanvullingen/" not in item.place.file)
    return Rapport(lokaal.gemeente, framework.kern.versie, tuple(regels), elders)


def _regel(framework: Framework, item: Aanvulling, retired: Mapping[str, str], earlier: Mapping[str, Data]) -> Regel:
    now = retired.get(item.bij, item.bij)
    current = _current(framework, now)
    before = _item(earlier.get(item.kern_versie), item.bij)
    verschillen = tuple(_differences(before, current)) if before is not None else ()
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
    found = framework.activiteiten.get(id_) if kind == "activiteit" else framework.onderdelen.get(reference)
    return found.model_dump(mode="json", exclude_none=True, exclude_defaults=True) if found else {}


def _item(data: Data | None, reference: str) -> dict[str, Any] | None:
    found = [item for item in data["onderdelen"] if item["verwijzing"] == reference] if data else []
    return found[0]["gegevens"] if found else None


def _differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Verschil]:
    for key in dict.fromkeys([*after, *before]):
        was, now = list(_texts(before.get(key), key)), list(_texts(after.get(key), key))
        steps = SequenceMatcher(None, was, now, autojunk=False).get_opcodes()
        went = tuple(text for kind, start, end, _, _ in steps if kind != "equal" for text in was[start:end])
        came = tuple(text for kind, _, _, start, end in steps if kind != "equal" for text in now[start:end])
        if went or came:
            yield Verschil(key.replace("_", " "), went, came)


def _texts(value: Any, key: str) -> Iterator[str]:
    """Yield every text in a value that a reader sees."""
    if key in _NOT_READ or value is None:
        return
    if isinstance(value, Mapping):
        for inner, held in value.items():
            yield from _texts(held, inner)
    elif isinstance(value, list):
        for held in value:
            yield from _texts(held, key)
    else:
        yield {True: "ja", False: "nee"}.get(value, str(value)) if isinstance(value, bool) else str(value)


def as_html(rapport: Rapport) -> str:
    """Return the report as a page of its own, to print."""
    groepen = [(HEADINGS[stand], regels) for stand in HEADINGS if (regels := rapport.met(stand))]
    uitgave = f"{disclaimer(rapport.gemeente)} {CLOSING}"
    return render_page("bijwerken.html", rapport=rapport, groepen=groepen, samengevat=summary(rapport), uitgave=uitgave)


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
                lines += [f"  {verschil.veld}:"]
                lines += [f"    was: {_one_line(text)}" for text in verschil.was]
                lines += [f"    nu:  {_one_line(text)}" for text in verschil.wordt]
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

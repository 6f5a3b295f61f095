"""A municipality and what the core was when it wrote and published → what to look at again, item by item.

Two measures: an addition is held against the core that it says it was written with, everything else that the
municipality uses against the core of its last publication.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from leidraad.model.compare.gebruik import BACKGROUND, Gebruik, Waar, gebruik
from leidraad.model.compare.wijzigingen import Field, as_now, fields, words_of
from leidraad.model.kinds import kind_of, listed
from leidraad.model.types.gemeente import Aanvulling, Gemeente, Koppen
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
_IN_TALK: tuple[Waar, ...] = ("gesprek", "poster", "rapportage")
_OWN = ("activiteit", "principe")  # what a municipality writes that has an address
_QUESTIONS = "open_vragen"  # each of them is chosen by itself


@dataclass(frozen=True)
class Regel:
    """One addition: the file, the item it stands on, how that is now, and in plain words what to do."""

    titel: str
    bestand: str
    bij: str
    nu: str
    nu_heet: str
    kern_versie: str
    stand: Stand
    wat_te_doen: str
    verschillen: tuple[Field, ...] = ()


@dataclass(frozen=True)
class Geraakt:
    """Something of the core that the municipality uses and that changed or went: what differs, and who uses it."""

    naam: str  # factor, vraag, kop …
    titel: str
    stand: Stand
    gebruik: tuple[Gebruik, ...]
    verschillen: tuple[Field, ...] = ()
    opvolger: str = ""

    @property
    def can_wait(self) -> bool:
        """True when only what is known of it changed, or who looked at it: no conversation does."""
        return self.stand == "veranderd" and {one.naam.replace(" ", "_") for one in self.verschillen} <= BACKGROUND

    @property
    def in_talk(self) -> list[Gebruik]:
        """Return where professionals meet it."""
        return [one for one in self.gebruik if one.waar in _IN_TALK]

    @property
    def in_own_texts(self) -> list[Gebruik]:
        """Return what the municipality wrote that leans on it."""
        return [one for one in self.gebruik if one.waar not in _IN_TALK]


@dataclass(frozen=True)
class Rapport:
    """The report for one municipality.

    `vergeleken_met` is the core of its last publication, or nothing; `rest` is what else changed in the core, and
    `weg` what the municipality itself took away without a successor, `weg_uit_kern` what the core did.
    """

    gemeente: Gemeente
    kern_versie: str
    regels: tuple[Regel, ...]
    elders: tuple[Problem, ...]
    vergeleken_met: str = ""
    geraakt: tuple[Geraakt, ...] = ()
    rest: tuple[str, ...] = ()
    weg: tuple[str, ...] = ()
    weg_uit_kern: tuple[str, ...] = ()

    def met(self, stand: Stand) -> list[Regel]:
        """Return the additions of which the core item is retired, changed, unknown or the same."""
        return [regel for regel in self.regels if regel.stand == stand]

    @property
    def now(self) -> list[Geraakt]:
        """Return what changes something in a conversation or in a text of the municipality."""
        return [item for item in self.geraakt if not item.can_wait]

    @property
    def later(self) -> list[Geraakt]:
        """Return what can be read when there is time."""
        return [item for item in self.geraakt if item.can_wait]


def rapport(
    framework: Framework,
    lokaal: Lokaal,
    earlier: Mapping[str, Data],
    problems: Sequence[Problem],
    last: Data | None = None,
) -> Rapport:
    """Return the report; `earlier` holds, by version of the core, a leidraad.json that was published with it.

    `last` is the last one of this municipality; `problems` are the hints about retired ids.
    """
    retired = successors(framework.kern)
    words = words_of({"gemeente": lokaal.gemeente.model_dump()})
    regels = [_regel(framework, item, retired, earlier, words) for _, item in sorted(lokaal.aanvullingen.items())]
    folder = f"/gemeenten/{lokaal.gemeente.id}/"
    own = sorted(item for item in problems if folder in item.place.file)
    elders = tuple(item for item in own if "/aanvullingen/" not in item.place.file)
    if last is None:
        return Rapport(lokaal.gemeente, framework.kern.versie, tuple(regels), elders)
    compared = _Compared(framework, lokaal, last, retired, words)
    return Rapport(
        lokaal.gemeente,
        framework.kern.versie,
        tuple(regels),
        elders,
        str(last["kern"]),
        (*compared.used(), *compared.headings()),
        tuple(compared.rest()),
        tuple(compared.gone(own=True)),
        tuple(compared.gone(own=False)),
    )


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
    if stand in ("vervallen", "veranderd") and item.kern_versie != framework.kern.versie:
        do += f' Past alles nog, zet dan «kern_versie: "{framework.kern.versie}"» in het bestand.'
    elif stand == "veranderd":  # a core that changed and kept its number
        do += " Past alles nog, dan hoeft u niets te doen: na uw volgende editie vraagt het rapport er niet meer naar."
    file = item.place("id").file
    return Regel(item.titel, file, item.bij, now, _called(framework, now), item.kern_versie, stand, do, verschillen)


def _called(framework: Framework, reference: str) -> str:
    """Return what an item is called: de factor «Kennis»."""
    name, _, id_ = reference.partition(":")
    kind = kind_of(name)
    return f"{kind.article} {kind.label or name} «{getattr(framework.of(name).get(id_), kind.title, id_)}»"


class _Compared:
    """The core of the last publication beside that of now, for what one municipality uses."""

    def __init__(
        self, framework: Framework, lokaal: Lokaal, last: Data, retired: Mapping[str, str], words: Mapping[str, str]
    ) -> None:
        self.framework, self.lokaal, self.last, self.retired, self.words = framework, lokaal, last, retired, words
        self.before = {
            item["verwijzing"]: _read(as_now(item["soort"], item["gegevens"])) for item in last["onderdelen"]
        }
        self.titles = {item["verwijzing"]: item["titel"] for item in last["onderdelen"]}
        self.core = {item["verwijzing"] for item in last["onderdelen"] if item["soort"] in _OWN and not _was_own(item)}
        self.added_to = {item.bij for item in lokaal.aanvullingen.values()}
        self.mentioned: set[str] = set()

    def used(self) -> Iterator[Geraakt]:
        """Yield what is used and changed or went, in the order in which the municipality uses it."""
        uses: dict[str, list[Gebruik]] = {}
        for use in gebruik(self.framework, self.lokaal):
            if self._is_own(use.verwijzing):
                continue
            held = uses.setdefault(use.verwijzing, [])
            if use not in held:
                held.append(use)
        for reference, found in uses.items():
            kind = reference.partition(":")[0]
            if item := self._question(reference, found) if kind == "vraag" else self._item(reference, found):
                self.mentioned.add(reference)
                yield item

    def _is_own(self, reference: str) -> bool:
        """Return whether the municipality wrote what is named itself: then it is no part of the core that changed."""
        soort, _, id_ = reference.partition(":")
        is_gone = reference not in self.retired and id_ not in self.framework.of(soort) and reference not in self.core
        return soort in _OWN and (id_ in self.lokaal.of(soort) or is_gone)

    def _item(self, reference: str, uses: Sequence[Gebruik]) -> Geraakt | None:
        now = self.retired.get(reference, reference)
        before = self.before.get(reference)
        if before is None:
            return None
        kind = kind_of(reference.partition(":")[0])
        naam = kind.label or kind.name
        if now != reference:
            new = self.framework.of(now.partition(":")[0]).get(now.partition(":")[2])
            opvolger = str(getattr(new, kind.title, now))
            return Geraakt(naam, self.titles[reference], "vervallen", tuple(uses), opvolger=opvolger)
        after = _current(self.framework, reference)
        differing = list(fields(_without_questions(before), _without_questions(after), self.words))
        keys = {one.naam.replace(" ", "_") for one in differing}
        touching = tuple(one for one in uses if (one.keys or keys) & keys)
        told = frozenset().union(*(one.keys or keys for one in touching)) if touching else frozenset()
        shown = tuple(one for one in differing if one.naam.replace(" ", "_") in told)
        return Geraakt(naam, self.titles[reference], "veranderd", touching, shown) if shown else None

    def _question(self, reference: str, uses: Sequence[Gebruik]) -> Geraakt | None:
        id_ = reference.partition(":")[2]
        was, whose = next(
            ((one, held) for held in self.before.values() for one in _questions(held) if one.get("id") == id_),
            ({}, {}),
        )
        now = self.framework.vragen.get(id_)
        if not was or (now and now.vraag == was["vraag"]):
            return None
        titel = f"Vraag bij {whose['titel']}"
        if now is None:
            return Geraakt("vraag", f"{titel}: {was['vraag']}", "vervallen", tuple(uses))
        text = Field("vraag", (self._said(was["vraag"]),), (self._said(now.vraag),))
        return Geraakt("vraag", titel, "veranderd", tuple(uses), (text,))

    def _said(self, text: str) -> str:
        return next(iter(fields({"t": ""}, {"t": text}, self.words))).na[0]

    def headings(self) -> Iterator[Geraakt]:
        """Yield the headings of the text for the client system that the core gives, where those changed."""
        koppen = self.lokaal.gemeente.koppen
        for key, was in self.last.get("koppen", {}).items():
            now = getattr(koppen, key, was)
            if now != was and now == Koppen.model_fields[key].default:
                use = Gebruik(f"kop:{key}", "rapportage", "in de tekst voor het cliëntsysteem")
                yield Geraakt("kop", was, "veranderd", (use,), (Field("kop", (was,), (now,)),))

    def _untold(self, held: Mapping[str, Any]) -> dict[str, Any]:
        """Return an item without the questions that were gone into."""
        points = [one for one in _questions(held) if f"vraag:{one.get('id')}" not in self.mentioned]
        return {**held, _QUESTIONS: points} if _questions(held) else dict(held)

    def gone(self, *, own: bool) -> Iterator[str]:
        """Yield what was taken away, by who wrote it, of which nothing says what came in its place."""
        led_on = successors(self.framework.kern, self.lokaal.gemeente.vervallen)
        for item in self.last["onderdelen"]:
            reference, soort, id_ = item["verwijzing"], item["soort"], item["verwijzing"].partition(":")[2]
            there = {*self.lokaal.known.get(soort, ()), *self.framework.of(soort)}
            if soort in _OWN and id_ not in there and reference not in led_on and own == _was_own(item):
                kind = kind_of(soort)
                yield f"{kind.label or kind.name} «{item['titel']}» ({reference})"

    def rest(self) -> Iterator[str]:
        """Yield, in a few words each, what else changed in the core."""
        for kind in listed():
            if kind.of != "kern":
                continue
            there = self.framework.of(kind.name)
            for id_, item in self.framework.in_order(kind.name).items():
                reference = f"{kind.name}:{id_}"
                if reference in self.mentioned | self.added_to:
                    continue
                name, title = kind.label or kind.name, getattr(item, kind.title)
                before = self.before.get(reference)
                if before is None:
                    yield f"nieuw: {name} «{title}»"
                elif self._untold(before) != self._untold(_current(self.framework, reference)):
                    yield f"veranderd: {name} «{title}»"
            for reference, title in self.titles.items():
                soort, _, id_ = reference.partition(":")
                is_told = reference in self.mentioned or self._is_own(reference)
                if soort == kind.name and id_ not in there and not is_told:
                    yield f"vervallen: {kind.label or kind.name} «{title}»"


def _was_own(item: Data) -> bool:
    """Return whether a municipality wrote it: its own activity is called so, «activiteit van Voorbeeldstad»."""
    kind = kind_of(item["soort"])
    name = kind.label or kind.name
    return kind.of == "gemeente" or item.get("naam", name) != name


def _questions(held: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    points = held.get(_QUESTIONS, {})
    return [one for one in points.get("punten", []) if isinstance(one, Mapping)] if isinstance(points, Mapping) else []


def _without_questions(held: Mapping[str, Any]) -> dict[str, Any]:
    """Return an item without the questions that can be chosen: those are compared one by one."""
    if _QUESTIONS not in held or not any("id" in one for one in _questions(held)):
        return dict(held)
    points = [one for one in held[_QUESTIONS]["punten"] if "id" not in one]
    return {**held, _QUESTIONS: {**held[_QUESTIONS], "punten": points}}


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

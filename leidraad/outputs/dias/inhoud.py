"""A meeting with an agenda → its slides as data, in the words of the core: a municipality's own words come in later.

What the group sees stands on the slide; what is for who leads it, in the notes. A text that does not fit goes on, on a
next slide of the same title.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from leidraad.model.types.base import Herkomst, Puntenblok
from leidraad.model.types.casussen import Casus
from leidraad.model.types.instrumenten import Instrument, InstrumentDeel
from leidraad.model.types.onderzoeken import Bewijspunt
from leidraad.model.use.agenda import by_minute, has_agenda, meetings_of
from leidraad.model.use.bewijs import label_of
from leidraad.model.use.framework import Framework
from leidraad.model.use.markup import parser
from leidraad.model.use.names import capital

# What each edition fills in; of the first two, a line becomes as many lines as there are.
PRINCIPES, UITGAVE, EDITIE, ZO_HIER = "⟦principes⟧", "⟦uitgave⟧", "⟦editie⟧", "⟦zo-hier⟧"
_NEXT = re.compile(r"\s*(Tot de volgende keer|Daarna):\s*")
_ROOM, _WIDE, _NARROW, _GAP = 11.0, 70, 96, 0.4  # lines on a slide; letters on a line; lines between two points
_CLOSER, _FEW = 1.55, 4.0  # how much more fits when it is set smaller; what can be set larger
_FOR_LEADERS, _BEFOREHAND = ("klaarleggen", "begeleiders"), "voorbereiding"
_EMPTY = ("", "–")
Vorm = Literal["titel", "tekst", "onderdeel", "tabel", "kaart"]


@dataclass(frozen=True)
class Regel:
    """A line of a slide: a point, running text, or what is said small about the point before it."""

    tekst: str
    soort: Literal["punt", "tekst", "klein", "kop"] = "punt"

    @property
    def lines(self) -> float:
        """How much room it takes."""
        small = self.soort == "klein"
        return -(-len(self.tekst) // (_NARROW if small else _WIDE)) * (0.75 if small else 1) + _GAP


@dataclass(frozen=True)
class Dia:
    """A slide: its title, how it is laid out, a small line under the title, its lines or table, and the notes."""

    titel: str
    vorm: Vorm = "tekst"
    onder: str = ""
    regels: tuple[Regel, ...] = ()
    tabel: tuple[tuple[str, ...], ...] = ()
    notities: tuple[str, ...] = ()

    @property
    def maat(self) -> int:
        """The size of its letters, in points."""
        if any(line.tekst in (PRINCIPES, UITGAVE) for line in self.regels):
            return 22  # how much it becomes differs
        lines = sum(line.lines for line in self.regels)
        return 30 if lines <= _FEW else 24 if lines <= _ROOM - bool(self.onder) else 20


@dataclass(frozen=True)
class Dek:
    """The slides of one meeting."""

    id: str
    titel: str
    dias: tuple[Dia, ...]


def decks(framework: Framework) -> Iterator[Dek]:
    """Yield the slides of every meeting of the core."""
    for item in framework.instrumenten.values():
        if has_agenda(item):
            told = _by_minute(framework, item) if by_minute(item) else _by_round(framework, item)
            yield _deck(item.id, item.titel, told)
        for deel in meetings_of(item):
            yield _deck(deel.id, deel.titel, _meeting(framework, item, deel))


def _deck(id_: str, title: str, told: Iterable[Dia]) -> Dek:
    return Dek(id_, plain(title), tuple(part for dia in (*told, _end()) for part in _in_parts(dia)))


def plain(text: str) -> str:
    """Return an authored text without its markup, on one line; a municipality's words come in later."""
    blocks = (
        "".join(
            token.content if token.type == "text" else " " * token.type.endswith("break") for token in block.children
        )
        for block in parser().parse(text)
        if block.children
    )
    return " ".join(" ".join(blocks).split())


# ---- the three kinds of meeting ----


def _by_minute(framework: Framework, item: Instrument) -> Iterator[Dia]:
    """An agenda minute by minute: each row a slide, with its exercise and what to say then."""
    agenda, *scripts = by_minute(item)
    assert agenda.tabel  # noqa: S101  # by_minute() chose it
    parts = [deel for deel in item.onderdelen if deel not in (agenda, *scripts)]
    leaders = [deel for deel in parts if deel.id in _FOR_LEADERS]
    yield _first(item.titel, item, [line for deel in leaders for line in (f"{plain(deel.titel)}:", *_points(deel))])
    yield _table("Agenda", agenda)
    extras = _Extras(framework, item)
    used: list[InstrumentDeel] = [*leaders]
    for minutes, what, beside in (row[:3] for row in agenda.tabel.rijen):
        exercise = [deel for deel in parts if beside not in _EMPTY and deel.titel.startswith(beside)]
        exercise += [deel for deel in parts if exercise and deel.id == f"{exercise[0].id}-vervolg"]
        used += exercise
        notes = [*_script(scripts, minutes), *_about(leaders, beside)]
        under = " · ".join([f"Minuut {minutes}", *(() if beside in _EMPTY else (plain(beside),))])
        more = list(extras.at(what, exercise))
        if exercise:
            yield from more
            yield from _exercise(exercise, under, notes)
        else:
            asked = _column(scripts, minutes, "Vraag")
            yield Dia(
                plain(what), "onderdeel", under, tuple(Regel(line, "tekst") for line in asked), notities=tuple(notes)
            )
            yield from more
    yield from (_list(framework, deel) for deel in parts if deel.punten and deel not in used)


def _by_round(framework: Framework, item: Instrument) -> Iterator[Dia]:
    """Rounds, each with the part that belongs to it."""
    parts = {deel.id: deel for deel in item.onderdelen}
    rounds = [ronde for deel in item.onderdelen for ronde in deel.rondes]
    of_a_round = {ronde.deel for ronde in rounds} | {deel.id for deel in item.onderdelen if deel.rondes}
    loose = [deel for deel in item.onderdelen if deel.id not in of_a_round]
    yield _first(item.titel, item, [])
    for deel in loose:
        if deel.tabel:
            yield _table(plain(deel.titel), deel)
    yield Dia(
        "De rondes",
        "tabel",
        tabel=(
            ("Minuten", "Ronde", "Wie begint"),
            *((str(r.minuten), plain(r.titel), plain(r.wie or "")) for r in rounds),
        ),
    )
    extras = _Extras(framework, item, with_case=False)
    for number, ronde in enumerate(rounds, 1):
        under = f"Ronde {number} van {len(rounds)} · {ronde.minuten} minuten"
        under += f" · begint: {plain(ronde.wie)}" if ronde.wie else ""
        with_it = parts.get(ronde.deel or "")
        notes = [plain(with_it.tekst.tekst)] if with_it and with_it.tekst else []
        lines = [*map(Regel, _points(with_it)), *_to_write(with_it)] if with_it else []
        if with_it and with_it.id == _BEFOREHAND:
            notes, lines = [*notes, *_points(with_it)], _to_write(with_it)
        yield _working(plain(ronde.titel), under, lines, notes)
        yield from extras.at(ronde.titel, [with_it] if with_it else [])
    yield from (
        _list(framework, deel) for deel in loose if deel.punten and deel.id not in _FOR_LEADERS and not deel.tabel
    )
    if casus := _case_of(framework, item):
        yield from _case(casus)


def _meeting(framework: Framework, item: Instrument, deel: InstrumentDeel) -> Iterator[Dia]:
    """A meeting of the development group: aim, agenda, questions, its rows, what is known, the harvest."""
    held = deel.bijeenkomst
    assert held  # noqa: S101  # meetings_of() chose it
    rows = deel.tabel.rijen if deel.tabel else ()
    aim, *after = _NEXT.split(plain(deel.tekst.tekst) if deel.tekst else "", maxsplit=1)
    leaders = [f"{plain(punt.tekst)}" for punt in held.begeleiders.punten]
    yield _first(
        deel.titel, item, ["Voor de twee begeleiders:", *leaders], f"{sum(int(row[0]) for row in rows)} minuten"
    )
    yield Dia("Doel van vandaag", regels=(Regel(capital(aim.removeprefix("Doel: ")), "tekst"),))
    yield _table("Agenda", deel)
    if deel.punten:
        yield Dia("De vragen van vandaag", regels=_sourced(framework, deel.punten))
    extras = _Extras(framework, item)
    for number, (minutes, what) in enumerate((row[:2] for row in rows), 1):
        yield _working(plain(what), f"{minutes} minuten · onderdeel {number} van {len(rows)}", [], [])
        yield from extras.at(what, [])
    yield Dia("Wat weten we?", regels=tuple(line for punt in held.kennis for line in _claim(framework, punt)))
    yield Dia(
        "Wat schrijven we op?",
        regels=tuple(Regel(capital(plain(veld).removeprefix("Oogst: "))) for veld in deel.velden),
    )
    if after:
        yield Dia(after[0], regels=(Regel(capital(after[1]), "tekst"),))


# ---- what comes once, where it is first spoken of ----


class _Extras:
    """The case, the map and the principles, each once: at the first part that names it."""

    def __init__(self, framework: Framework, item: Instrument, *, with_case: bool = True) -> None:
        """Put ready what a meeting can show."""
        casus = _case_of(framework, item) if with_case else None
        self._left = {
            r"\bcasus\b": list(_case(casus)) if casus else [],
            r"\b(?:kaart|poster|model)\b": [_map(framework)],
            r"\bprincipe\b": [_principles()],
        }

    def at(self, what: str, parts: Sequence[InstrumentDeel]) -> Iterator[Dia]:
        """Yield what is named here for the first time."""
        said = " ".join([what, *(f"{deel.titel} {deel.tekst.tekst if deel.tekst else ''}" for deel in parts)])
        for word in [word for word in self._left if re.search(word, said, re.IGNORECASE)]:
            yield from self._left.pop(word)


def _case_of(framework: Framework, item: Instrument) -> Casus | None:
    return framework.casussen[item.casus] if item.casus else None


def _case(casus: Casus) -> Iterator[Dia]:
    notes = [
        f"Het gedrag waar het om gaat: {plain(casus.doelgedrag)}",
        "Ligt het aan ons?",
        *map(plain, casus.ligt_het_aan_ons),
    ]
    notes += ["Om te bespreken:", *map(plain, casus.om_te_bespreken), *([plain(casus.let_op)] if casus.let_op else [])]
    under = "Om te oefenen. Deze casus is verzonnen; niemand erin bestaat."
    yield Dia(
        f"Casus: {plain(casus.titel)}",
        onder=under,
        regels=(Regel(plain(casus.verhaal), "tekst"),),
        notities=tuple(notes),
    )
    for title, groups in (
        ("De casus: gezegd en gezien", (("Gezegd", casus.zegt), ("Gezien", casus.gezien))),
        (
            "De casus: vermoed en nog onbekend",
            (("Vermoed, nog niet gevraagd", casus.vermoed), ("Nog onbekend", casus.nog_onbekend)),
        ),
    ):
        lines = [
            line for name, said in groups if said for line in (Regel(name, "kop"), *(Regel(plain(one)) for one in said))
        ]
        yield Dia(title, onder=under, regels=tuple(lines))


def _map(framework: Framework) -> Dia:
    """The map: a row is the id and name of the side, the title and the short question of a part."""
    kern = framework.kern
    start = [("start", "Begin", framework.startpunten[id_]) for id_ in kern.startpunten if id_ in framework.startpunten]
    sides = [
        (groep.id, plain(groep.titel), framework.factoren[id_])
        for groep in kern.groepen
        for id_ in groep.factoren
        if id_ in framework.factoren
    ]
    return Dia(
        "De kaart van willen en kunnen",
        "kaart",
        tabel=tuple((side, name, plain(part.titel), plain(part.korte_vraag)) for side, name, part in (*start, *sides)),
        notities=("Kies eerst één gedrag, en kijk dan pas naar de factoren. Ga dieper in op een of twee.",),
    )


def _principles() -> Dia:
    return Dia(
        ZO_HIER,
        regels=(Regel(PRINCIPES),),
        notities=("Neem er één. Staat er niets, neem dan een zin waar het team achter staat.",),
    )


# ---- slides ----


def _first(title: str, item: Instrument, more: Sequence[str], under: str = "") -> Dia:
    facts = [("Voor wie", item.voor_wie), ("Wanneer", item.wanneer), ("Hoe lang", item.duur.tekst if item.duur else "")]
    notes = [f"{name}: {plain(text)}" for name, text in facts if text]
    notes += ["Let op:", *(plain(punt.tekst) for punt in item.let_op), *more]
    return Dia(plain(title), "titel", onder=under, regels=(Regel(EDITIE),), notities=tuple(notes))


def _end() -> Dia:
    where = "Niet elke bron staat op een dia. De leidraad zegt bij elk onderdeel waar het vandaan komt."
    lines = (where, "Wat daar geen bron heeft, is ons eigen ontwerp.", UITGAVE)
    return Dia("Waar dit vandaan komt", regels=tuple(Regel(line, "tekst") for line in lines))


def _working(title: str, under: str, lines: Sequence[Regel], notes: Sequence[str]) -> Dia:
    """A slide to stay on while the group works: large where there is nothing to read."""
    return Dia(title, "tekst" if lines else "onderdeel", under, tuple(lines), notities=tuple(notes))


def _exercise(parts: Sequence[InstrumentDeel], under: str, notes: Sequence[str]) -> Iterator[Dia]:
    first = parts[0]
    told = [Regel(plain(first.tekst.tekst), "tekst")] if first.tekst else []
    yield _working(plain(first.titel), under, [*told, *map(Regel, _points(first))], notes)
    write = [line for deel in parts for line in _to_write(deel)]
    if write:
        yield Dia(f"{plain(first.titel).partition(':')[0]}: schrijf op", onder=under, regels=tuple(write))


def _list(framework: Framework, deel: InstrumentDeel) -> Dia:
    lines = _sourced(framework, deel.punten) if deel.punten else ()
    return Dia(plain(deel.titel), regels=lines, notities=(plain(deel.tekst.tekst),) if deel.tekst else ())


def _table(title: str, deel: InstrumentDeel) -> Dia:
    assert deel.tabel  # noqa: S101  # who calls it looked
    rows = (deel.tabel.kolommen, *deel.tabel.rijen)
    notes = (plain(deel.tekst.tekst),) if deel.tekst and title == "Agenda" and not deel.bijeenkomst else ()
    return Dia(title, "tabel", tabel=tuple(tuple(map(plain, row)) for row in rows), notities=notes)


# ---- lines ----


def _points(deel: InstrumentDeel) -> list[str]:
    return [plain(punt.tekst) for punt in deel.punten.punten] if deel.punten else []


def _to_write(deel: InstrumentDeel) -> list[Regel]:
    """What a group writes down: the fields, or the heads of an empty table."""
    lines = [Regel(plain(veld)) for veld in deel.velden]
    if deel.tabel and not any(all(row) for row in deel.tabel.rijen):
        *heads, last = (f"«{plain(name)}»" for name in deel.tabel.kolommen)
        lines += [Regel(f"Een tabel met de kolommen {', '.join(heads)} en {last}")]
    return lines


def _sourced(framework: Framework, block: Puntenblok) -> tuple[Regel, ...]:
    return tuple(line for punt in block.punten for line in (Regel(plain(punt.tekst)), *_source(framework, punt)))


def _source(framework: Framework, block: Herkomst) -> list[Regel]:
    if not block.bronnen:
        return []
    named = "; ".join(plain(framework.bronnen[id_].kort) for id_ in block.bronnen)
    said = {"eigen": "Eigen ontwerp, gevoed door", "afgeleid": "Onze lezing van", None: "Bron:"}[block.herkomst]
    return [Regel(f"{said} {named}", "klein")]


def _claim(framework: Framework, punt: Bewijspunt) -> Iterator[Regel]:
    """A claim with how it was studied, by whom, and what to heed: none of it goes without the others."""
    yield Regel(plain(punt.bewering))
    ids = dict.fromkeys([*punt.bronnen, *punt.studied])
    named = "; ".join(plain(framework.bronnen[id_].kort) for id_ in ids)
    said = [
        label_of(framework.onderzoeken, punt).tekst,
        *([plain(punt.wie)] if punt.wie else []),
        *([named] if named else []),
    ]
    heed = f" Let op: {plain(punt.let_op.tekst)}" if punt.let_op else ""
    yield Regel(f"{' · '.join(said).rstrip('.')}.{heed}", "klein")


def _script(scripts: Sequence[InstrumentDeel], minutes: str) -> list[str]:
    """What to say and to beware of at a moment."""
    found = []
    for deel in scripts:
        assert deel.tabel  # noqa: S101  # by_minute() chose it
        for row in deel.tabel.rijen:
            if row[0] == minutes:
                found += [
                    f"{plain(name)}: {plain(cell)}" for name, cell in zip(deel.tabel.kolommen[1:], row[1:], strict=True)
                ]
    return found


def _column(scripts: Sequence[InstrumentDeel], minutes: str, start: str) -> list[str]:
    said = (line for line in _script(scripts, minutes) if line.startswith(start))
    return [line.partition(": ")[2] for line in said]


def _about(leaders: Sequence[InstrumentDeel], beside: str) -> list[str]:
    lines = [line for deel in leaders for line in _points(deel)]
    return [line for line in lines if beside not in _EMPTY and beside.casefold() in line.casefold()]


def _in_parts(dia: Dia) -> Iterator[Dia]:
    """Yield a slide, or several of one length when its lines do not fit; what is small stays with its point."""
    room = (_ROOM - bool(dia.onder)) * _CLOSER
    needed = sum(line.lines for line in dia.regels)
    if needed <= room:
        yield dia
        return
    count = int(-(-needed // room))
    pages: list[list[Regel]] = [[]]
    for group in _together(dia.regels):
        if pages[-1] and sum(line.lines for line in (*pages[-1], *group)) > needed / count + 1:
            pages.append([])
        pages[-1] += group
    for number, page in enumerate(pages, 1):
        title = f"{dia.titel} ({number} van {len(pages)})"
        yield replace(dia, titel=title, regels=tuple(page), notities=dia.notities if number == 1 else ())


def _together(lines: Sequence[Regel]) -> Iterator[list[Regel]]:
    group: list[Regel] = []
    for line in lines:
        if group and line.soort != "klein" and group[-1].soort != "kop":
            yield group
            group = []
        group.append(line)
    if group:
        yield group

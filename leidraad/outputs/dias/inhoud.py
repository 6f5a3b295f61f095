"""A meeting with an agenda → its slides as data, in the words of the core: a municipality's own words come in later.

What the group sees stands on the slide; what is for who leads it, in the notes. A text that does not fit goes on, on a
next slide of the same title.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from leidraad.model.types.base import Blok, Herkomst, Puntenblok
from leidraad.model.types.casussen import Casus
from leidraad.model.types.instrumenten import Instrument, InstrumentDeel
from leidraad.model.types.onderzoeken import Bewijspunt
from leidraad.model.use.agenda import by_minute, has_agenda, meetings_of
from leidraad.model.use.bewijs import label_of
from leidraad.model.use.framework import Framework
from leidraad.model.use.markup import parser
from leidraad.model.use.names import capital
from leidraad.render.block.herkomst import WORDS
from leidraad.render.cursus.bronnen import regels

# What each edition fills in; of the first four, a line becomes as many lines as there are.
PRINCIPES, HOE_VER, BRONNEN, UITGAVE = "⟦principes⟧", "⟦hoe-ver⟧", "⟦bronnen⟧", "⟦uitgave⟧"
EDITIE, ZO_HIER = "⟦editie⟧", "⟦zo-hier⟧"
_NEXT = re.compile(r"\s*(Tot de volgende keer|Daarna):\s*")
_ROOM, _WIDE, _NARROW, _GAP = 11.0, 70, 96, 0.4  # lines on a slide; letters on a line; lines between two points
_CLOSER, _FEW = 1.55, 4.0  # how much more fits when it is set smaller; what can be set larger
_FOR_LEADERS, _BEFOREHAND = ("klaarleggen", "begeleiders"), "voorbereiding"
_EMPTY, _TO_WRITE = ("", "–"), 6  # a cell that says nothing; rows of a table to write in
_REST = "De bronnen staan op de dia hiervoor. Wat geen bron heeft, is ons eigen ontwerp."
Vorm = Literal["titel", "tekst", "onderdeel", "tabel", "kaart"]


@dataclass(frozen=True)
class Regel:
    """A line of a slide: a point, running text, or what is said small about the point before it."""

    tekst: str
    soort: Literal["punt", "tekst", "klein", "kop", "bron"] = "punt"

    @property
    def lines(self) -> float:
        """How much room it takes."""
        small = self.soort in ("klein", "bron")
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
        return 26 if lines <= _FEW else 24 if lines <= _ROOM - bool(self.onder) else 20


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
            yield _deck(framework, item, item, told)
        for deel in meetings_of(item):
            yield _deck(framework, item, deel, _meeting(framework, item, deel))


def _deck(framework: Framework, item: Instrument, of: Instrument | InstrumentDeel, told: Iterable[Dia]) -> Dek:
    """Return the slides of a meeting, and after them where they come from."""
    shown = [*told]
    own = (of,) if isinstance(of, InstrumentDeel) else (of.onderdelen, of.let_op)
    has_map = any(dia.vorm == "kaart" for dia in shown)
    ids = _cited((item.wat_is_het, *own, *(groep.kern for groep in framework.kern.groepen if has_map)))
    dias = (*shown, *_end(framework, item, [*ids]))
    return Dek(of.id, plain(of.titel), tuple(part for dia in dias for part in _in_parts(dia)))


def _cited(held: Any) -> Iterator[str]:
    """Yield every source that is named in a block, or in what is in it."""
    if isinstance(held, tuple):
        for one in held:
            yield from _cited(one)
    elif isinstance(held, Blok):
        yield from held.bronnen if isinstance(held, Herkomst) else ()
        yield from held.studied if isinstance(held, Bewijspunt) else ()
        for _, one in held:
            yield from _cited(one)


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
            yield from _exercise(framework, exercise, under, notes)
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
    extras = _Extras(framework, item)
    for number, ronde in enumerate(rounds, 1):
        under = f"Ronde {number} van {len(rounds)} · {ronde.minuten} minuten"
        under += f" · begint: {plain(ronde.wie)}" if ronde.wie else ""
        with_it = parts.get(ronde.deel or "")
        notes = [plain(with_it.tekst.tekst), *_named(framework, with_it.tekst)] if with_it and with_it.tekst else []
        lines = [*_sourced(framework, with_it.punten), *_to_write(with_it)] if with_it else []
        if with_it and with_it.id == _BEFOREHAND:
            notes, lines = [*notes, *_points(with_it)], _to_write(with_it)
        yield _working(plain(ronde.titel), under, lines, notes)
        yield from _to_fill_in(with_it, plain(ronde.titel)) if with_it else ()
        yield from extras.at(ronde.titel, [with_it] if with_it else [])
    yield from (
        _list(framework, deel) for deel in loose if deel.punten and deel.id not in _FOR_LEADERS and not deel.tabel
    )


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
        yield Dia("De vragen van vandaag", regels=tuple(_sourced(framework, deel.punten)))
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

    def __init__(self, framework: Framework, item: Instrument) -> None:
        """Put ready what a meeting can show."""
        casus = _case_of(framework, item)
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
    ids = tuple(dict.fromkeys(id_ for groep in kern.groepen for id_ in groep.kern.bronnen))
    return Dia(
        "De kaart van willen en kunnen",
        "kaart",
        f"Het model: {_short(framework, ids)}. De vragen zijn ons eigen ontwerp.",
        tabel=tuple((side, name, plain(part.titel), plain(part.korte_vraag)) for side, name, part in (*start, *sides)),
        notities=("Kies eerst één gedrag, en kijk dan pas naar de factoren. Ga dieper in op een of twee.",),
    )


def _principles() -> Dia:
    return Dia(
        ZO_HIER,
        regels=(Regel(PRINCIPES), Regel(HOE_VER, "klein")),
        notities=("Neem er één. Staat er niets, neem dan een zin waar het team achter staat.", BRONNEN),
    )


# ---- slides ----


def _first(title: str, item: Instrument, more: Sequence[str], under: str = "") -> Dia:
    facts = [("Voor wie", item.voor_wie), ("Wanneer", item.wanneer), ("Hoe lang", item.duur.tekst if item.duur else "")]
    notes = [f"{name}: {plain(text)}" for name, text in facts if text]
    notes += ["Let op:", *(plain(punt.tekst) for punt in item.let_op), *more]
    return Dia(plain(title), "titel", onder=under, regels=(Regel(EDITIE),), notities=tuple(notes))


def _end(framework: Framework, item: Instrument, ids: Sequence[str]) -> Iterator[Dia]:
    """The list of sources, and what is to be said of the rest, of the edition and of the version."""
    yield Dia("Bronnen", regels=tuple(Regel(regel.plain, "bron") for regel in regels(framework, ids)))
    told = _named(framework, item.wat_is_het)
    lines = [*(f"Deze opzet: {line[0].lower()}{line[1:]}." for line in told), _REST, UITGAVE]
    yield Dia("Waar dit vandaan komt", regels=tuple(Regel(line, "tekst") for line in lines))


def _working(title: str, under: str, lines: Sequence[Regel], notes: Sequence[str]) -> Dia:
    """A slide to stay on while the group works: large where there is nothing to read."""
    return Dia(title, "tekst" if lines else "onderdeel", under, tuple(lines), notities=tuple(notes))


def _exercise(framework: Framework, parts: Sequence[InstrumentDeel], under: str, notes: Sequence[str]) -> Iterator[Dia]:
    first = parts[0]
    told = [Regel(plain(first.tekst.tekst), "tekst"), *_source(framework, first.tekst)] if first.tekst else []
    yield _working(plain(first.titel), under, [*told, *_sourced(framework, first.punten)], notes)
    write = [line for deel in parts for line in _to_write(deel)]
    name = plain(first.titel).partition(":")[0]
    if write:
        yield Dia(f"{name}: schrijf op", onder=under, regels=tuple(write))
    for deel in parts:
        yield from _to_fill_in(deel, name)


def _to_fill_in(deel: InstrumentDeel, name: str) -> Iterator[Dia]:
    """A table with room to write, as it lies before the group on paper."""
    if deel.tabel and not any(all(row) for row in deel.tabel.rijen):
        rows = (deel.tabel.kolommen, *deel.tabel.rijen[:_TO_WRITE])
        yield Dia(f"{name}: vul in", "tabel", tabel=tuple(tuple(map(plain, row)) for row in rows))


def _list(framework: Framework, deel: InstrumentDeel) -> Dia:
    lines = tuple(_sourced(framework, deel.punten))
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
    """What a group writes down beside a table."""
    return [Regel(plain(veld)) for veld in deel.velden]


def _sourced(framework: Framework, block: Puntenblok | None) -> list[Regel]:
    """Points, each with its sources under it, and last those of all of them."""
    if block is None:
        return []
    lines = [line for punt in block.punten for line in (Regel(plain(punt.tekst)), *_source(framework, punt))]
    return [*lines, *_source(framework, block)]


def _source(framework: Framework, block: Herkomst) -> list[Regel]:
    return [Regel(line, "klein") for line in _named(framework, block)]


def _named(framework: Framework, block: Herkomst) -> list[str]:
    """The sources of a block in words, where it names any."""
    return [f"{WORDS[block.herkomst]} {_short(framework, block.bronnen)}"] if block.bronnen else []


def _short(framework: Framework, ids: Iterable[str]) -> str:
    return "; ".join(plain(framework.bronnen[id_].kort) for id_ in ids)


def _claim(framework: Framework, punt: Bewijspunt) -> Iterator[Regel]:
    """A claim with how it was studied, by whom, and what to heed: none of it goes without the others."""
    yield Regel(plain(punt.bewering))
    ids = dict.fromkeys([*punt.bronnen, *punt.studied])
    named = _short(framework, ids)
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

"""The report on a new core → sentences: first for who decides, then item by item; the same as text and on a page."""

import re
from collections.abc import Iterable, Iterator

from leidraad.model.compare.bijwerken import HEADINGS, Geraakt, Rapport
from leidraad.model.compare.wijzigingen import Field
from leidraad.model.kinds import KINDS
from leidraad.model.use.names import capital

GESPREK, BEKIJKEN, WACHTEN = "Wat er verandert in onze gesprekken", "Wat wij opnieuw bekijken", "Wat kan wachten"
PER_ONDERDEEL = "Wat u gebruikt, en wat er anders is"
ELDERS = "Andere plekken waar iets vervallens staat"
REST = "Wat verder veranderde in de kern, en u niet koos of noemde"
_ROOM = 8  # sentences in a list of the first page
_LINK = re.compile(r"\[([^\]]*)\]\([^()]*\)")
_ARTICLES = {kind.label or kind.name: kind.article for kind in KINDS}


def voor_de_leiding(rapport: Rapport) -> list[tuple[str, list[str]]]:
    """Return one page in words: what changes in conversations, what to look at, and what can wait."""
    told = [(GESPREK, [*_talk(rapport)]), (BEKIJKEN, [*_look(rapport)]), (WACHTEN, [*_wait(rapport)])]
    nothing = "Niets." if rapport.vergeleken_met else "Nog niet te zeggen: er is geen editie om mee te vergelijken."
    return [(heading, _that_fit(sentences) or [nothing]) for heading, sentences in told]


def _that_fit(sentences: list[str]) -> list[str]:
    """Return the first ones, so that all three lists stay on a sheet; what is left out is told per item."""
    rest = len(sentences) - _ROOM
    return sentences if rest <= 0 else [*sentences[: _ROOM - 1], f"En nog {rest + 1}; die staan hieronder."]


def _talk(rapport: Rapport) -> Iterator[str]:
    for item in rapport.now:
        if item.in_talk:
            where = ", ".join(dict.fromkeys(use.hoe for use in item.in_talk))
            yield f"{capital(_of(item))} {_what(item)} Dat merkt u {where}."


def _what(item: Geraakt) -> str:
    if item.stand == "vervallen":
        return f"is vervallen; de opvolger is «{item.opvolger}»." if item.opvolger else "is vervallen."
    if item.naam in ("vraag", "kop"):
        return f"verandert. Eerst stond er «{item.verschillen[0].voor[0]}», nu «{item.verschillen[0].na[0]}»."
    return f"verandert: {_and(one.naam for one in item.verschillen)}."


def _look(rapport: Rapport) -> Iterator[str]:
    for stand in ("vervallen", "veranderd", "onbekend"):
        for regel in rapport.met(stand):
            yield f"Lees uw aanvulling «{regel.titel}» opnieuw naast {regel.nu_heet}."
    beside: dict[str, list[str]] = {}
    for item in rapport.now:
        for use in item.in_own_texts:
            held = beside.setdefault(use.hoe, [])
            held += [] if _of(item) in held else [_of(item)]
    for whose, items in beside.items():
        yield f"Lees {whose} opnieuw naast {_and(items)}."
    if rapport.elders:
        places = "één plek" if len(rapport.elders) == 1 else f"{len(rapport.elders)} plekken"
        yield f"Neem op {places} in uw bestanden de opvolger over van wat vervallen is; hieronder staat waar."


def _wait(rapport: Rapport) -> Iterator[str]:
    for item in rapport.later:
        yield f"Bij {_of(item)} is bijgewerkt wat erover bekend is. Geen gesprek verandert daardoor."
    if same := len(rapport.met("gelijk")):
        yield f"{_additions(same)} nog, want het onderdeel veranderde niet."
    if number := len(rapport.rest):
        yield f"Verder is er {_times(number)} iets veranderd in de kern dat u niet koos of noemde; onderaan staat wat."


def _additions(number: int) -> str:
    return "Eén aanvulling past" if number == 1 else f"{number} aanvullingen passen"


def _times(number: int) -> str:
    return "één keer" if number == 1 else f"{number} keer"


def _of(item: Geraakt) -> str:
    if item.naam == "vraag":
        return f"de {item.titel[:1].lower()}{item.titel[1:]}"
    return f"{_ARTICLES.get(item.naam, 'de')} {item.naam} «{item.titel}»"


def _and(words: Iterable[str]) -> str:
    *first, last = words
    return f"{', '.join(first)} en {last}" if first else last


def uses(item: Geraakt) -> str:
    """Return in a sentence who uses it."""
    return f"U gebruikt dit: {', '.join(dict.fromkeys(use.hoe for use in item.gebruik))}."


def heading_of(item: Geraakt) -> str:
    """Return the heading of an item: what it is, and that it went."""
    return capital(_of(item).partition(" ")[2]) + (" (vervallen)" if item.stand == "vervallen" else "")


def before_and_after(field: Field) -> list[tuple[str, str]]:
    """Return what was there and what is there now: (how that is said, the text)."""
    was, now = ("Eerst stond er", "Nu staat er") if field.voor and field.na else ("Weg is", "Erbij kwam")
    return [(was, _one_line(text)) for text in field.voor] + [(now, _one_line(text)) for text in field.na]


def summary(rapport: Rapport) -> str:
    """Return in a few sentences how much there is to do."""
    todo, only = len(rapport.regels) - len(rapport.met("gelijk")), len(rapport.regels) == 1
    if not rapport.regels:
        additions = "Deze gemeente heeft geen aanvullingen."
    elif not todo:
        additions = f"{'De enige aanvulling past' if only else 'Alle aanvullingen passen'} bij deze kern."
    elif only:
        additions = "De enige aanvulling vraagt aandacht."
    else:
        additions = f"{todo} van de {len(rapport.regels)} aanvullingen {'vraagt' if todo == 1 else 'vragen'} aandacht."
    return f"{_compared(rapport)} {additions} {_end(rapport)}"


def _end(rapport: Rapport) -> str:
    if not (rapport.weg or rapport.weg_uit_kern):
        return "Er gaat niets stuk: de site gebruikt overal de opvolger."
    said = []
    if rapport.weg:
        said.append(
            f"Weg uit uw map, en in uw laatste editie nog wel: {_and(rapport.weg)}. Noem in gemeente.yaml onder "
            "«vervallen» wat ervoor in de plaats kwam."
        )
    if rapport.weg_uit_kern:
        said.append(
            f"Weg uit de kern, zonder opvolger: {_and(rapport.weg_uit_kern)}. Wie de kern beheert, noemt die in "
            "kern.yaml onder «vervallen»."
        )
    return f"{' '.join(said)} Tot dan weigert `leidraad publish` uw editie, als die laatste gepubliceerd is."


def _compared(rapport: Rapport) -> str:
    if not rapport.vergeleken_met:
        return (
            "Van deze gemeente is geen gepubliceerde editie gevonden. Wat u koos en waar uw "
            f"{rapport.gemeente.woorden.principe.meervoud} en activiteiten over gaan, kan ik daarom niet vergelijken."
        )
    number = len(rapport.geraakt)
    start = f"Vergeleken met uw laatste editie, die bij kern {rapport.vergeleken_met} hoorde:"
    if not number:
        return f"{start} niets van wat u gebruikt, veranderde."
    return f"{start} van wat u gebruikt, {'veranderde één ding' if number == 1 else f'veranderden {number} dingen'}."


def as_text(rapport: Rapport) -> str:
    """Return the report as plain text."""
    lines = [f"Bijwerken: {rapport.gemeente.naam}, gedeelde kern {rapport.kern_versie}", "", summary(rapport)]
    lines += ["", "VOOR DE LEIDING"]
    for heading, sentences in voor_de_leiding(rapport):
        lines += ["", heading, *(f"- {sentence}" for sentence in sentences)]
    lines += ["", "PER ONDERDEEL"]
    if rapport.geraakt:
        lines += ["", f"{PER_ONDERDEEL} ({len(rapport.geraakt)})"]
    for item in rapport.geraakt:
        lines += ["", f"- {heading_of(item)}", f"  {uses(item)}"]
        lines += [f"  De opvolger is «{item.opvolger}»."] if item.opvolger else []
        lines += _fields(item.verschillen)
    for stand, heading in HEADINGS.items():
        regels = rapport.met(stand)
        lines += ["", f"{heading} ({len(regels)})"] if regels else []
        for regel in regels:
            lines += ["", f"- {regel.titel}"]
            lines += [f"  {regel.bestand} (bij {regel.bij}, kern {regel.kern_versie})", f"  {regel.wat_te_doen}"]
            lines += _fields(regel.verschillen)
    if rapport.elders:
        lines += ["", ELDERS, *(f"- {item.place}: {item.message}" for item in rapport.elders)]
    if rapport.rest:
        lines += ["", REST, *(f"- {line}" for line in rapport.rest)]
    return "\n".join(lines) + "\n"


def _fields(found: tuple[Field, ...]) -> Iterator[str]:
    for field in found:
        yield f"  {capital(field.naam)}:"
        for said, text in before_and_after(field):
            yield f"    {said}: {text}"


def _one_line(text: str) -> str:
    return _LINK.sub(r"\1", " ".join(text.split()))

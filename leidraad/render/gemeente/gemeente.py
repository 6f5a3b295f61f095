"""What a municipality fills in → the blocks of its pages."""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from markupsafe import Markup

from leidraad.model.compare.wijzigingen import FIRST
from leidraad.model.types.gemeente import DISCLAIMERS, STATUS_BETEKENT, Gedragsprincipe, Gemeente, Status, Toets
from leidraad.model.use.dates import dutch_date
from leidraad.model.use.framework import Edition
from leidraad.model.use.names import capital
from leidraad.model.use.questions import asked_of_readers, open_punten
from leidraad.render.block.fragment import Fragment, link
from leidraad.render.block.lagen import teaser
from leidraad.render.cursus.cursus import gebruik

_ON_HOME = 3  # so many principles stand on the home page
CLOSING = (
    "Hulp bij een gesprek. Geen oordeel over een persoon en geen grond voor een besluit over uitkering of maatregel."
)
NOT_BY = "Niet gemaakt of goedgekeurd door TNO, Tilburg University, ZINZIZ of Divosa."


def disclaimer(gemeente: Gemeente) -> str:
    """Return the sentence that says whose word this edition is."""
    return gemeente.uitgave


def disclaimer_of(soort: str, naam: str) -> str:
    """Return that sentence for a kind of municipality."""
    return DISCLAIMERS[soort].format(naam=naam)


def brand(fragment: Fragment, src: str) -> str:
    """Return what stands in the head of every page: the name, and before it the logo where there is one."""
    return fragment.render("render/gemeente/merk.html", src=src)


def imprint(edition: Edition) -> list[str]:
    """Return the lines at the end of everything that is printed: edition, version, date, disclaimers, closing."""
    gemeente = edition.gemeente
    version = f"{gemeente.naam} {gemeente.editie}, {dutch_date(gemeente.datum)}."
    return [f"{version} Gedeelde kern {edition.framework.kern.versie}.", disclaimer(gemeente), NOT_BY, CLOSING]


class Halte(NamedTuple):
    """One point of the way of a principle: its name, what it says, and whether it is past, now or still to come."""

    naam: str
    betekent: str
    stand: str


_WAY = {
    "concept": "Er wordt aan gewerkt",
    "getoetst": "Voorgelegd en bijgesteld",
    "vastgesteld": "Wij werken zo",
}


def halten(status: Status) -> list[Halte]:
    """Return the way of a principle from concept to adopted; what is only published or retired has one point."""
    if status not in _WAY:
        return [Halte(status, capital(STATUS_BETEKENT[status]), "nu")]
    names = list(_WAY)
    now = names.index(status)
    stand = ["geweest" if place < now else "nu" if place == now else "straks" for place in range(len(names))]
    return [Halte(name, _WAY[name], stand[place]) for place, name in enumerate(names)]


def living(edition: Edition) -> list[Gedragsprincipe]:
    """Return the principles in force, in that order: what a reader is offered."""
    return [item for item in edition.principes if item.in_force]


def principes(edition: Edition) -> str:
    """Return all principles in short, each leading to its page; what is retired stands last."""
    return Fragment(edition, "principes").render(
        "render/gemeente/principes.html", principes=edition.principes, vragen_open=_count_open, link=link
    )


def principes_kort(edition: Edition) -> str:
    """Return the first principles in force with how far each is, for the home page, and the way to all of them."""
    items = living(edition)
    return Fragment(edition, "").render(
        "render/gemeente/principes_kort.html",
        principes=items[:_ON_HOME],
        aantal=len(items),
        opmerking=same_remark(items[:_ON_HOME]),
        link=link,
    )


def same_remark(items: Sequence[Gedragsprincipe]) -> str | None:
    """Return what is said beside the status of all these principles alike, if anything is."""
    remarks = {item.status_toelichting for item in items}
    return remarks.pop() if len(remarks) == 1 else None


def _count_open(principe: Gedragsprincipe) -> int:
    """Of a retired principle nothing is asked any more."""
    return len(list(open_punten(principe))) if principe.in_force else 0


def principe(edition: Edition, id_: str) -> str:
    """Return the page of one principle; what is empty stands there as a question."""
    found = edition.lokaal.gedragsprincipes[id_]
    return principe_in(Fragment(edition, f"principe-{id_}"), found, gebruik(edition, f"principe:{id_}"))


def principe_in(fragment: Fragment, item: Any, panel: str) -> str:
    """Return the page of a principle in a block that was begun for it."""
    return fragment.render(
        "render/gemeente/principe.html",
        principe=item,
        halten=halten,
        onderbouwing=_onderbouwing,
        vragen=asked_of_readers("gedragsprincipe"),
        **{function.__name__: function for function in MADE},
        gebruik=Markup(panel),
        link=link,
    )


def _onderbouwing(principe: Any) -> list[tuple[str, Any, str]]:
    onderbouwing, vragen = principe.onderbouwing, asked_of_readers("gedragsprincipe")
    return [
        ("Praktijk", onderbouwing.praktijk, vragen["praktijk"]),
        ("Wetenschap", onderbouwing.wetenschap, vragen["wetenschap"]),
        ("((Inwoners))", onderbouwing.client, vragen["client"]),
    ]


# What is made of more than one key, or of a part of a text; docs/assets/lib/vullen.js makes the same for the preview.


def wie_en_wanneer(edition: Edition, principe: Gedragsprincipe) -> str:
    """Return who decided on a principle, when, and when it is looked at again."""
    parts = [
        "door " + Fragment(edition, "").plain(principe.door) if principe.door else "",
        dutch_date(principe.op) if principe.op else "",
        f"opnieuw bekijken voor {dutch_date(principe.herzien_voor)}" if principe.herzien_voor else "",
    ]
    return Markup(" · ").join(filter(None, parts))


def steunt_op(edition: Edition, principe: Gedragsprincipe) -> str:
    """Return the kinds of knowledge that a principle rests on."""
    return Fragment(edition, "").plain(", ".join(titel.lower() for titel, block, _ in _onderbouwing(principe) if block))


def met_wie(edition: Edition, toetsen: Sequence[Toets]) -> str:
    """Return the groups with whom a principle was tried, each once."""
    return Markup(", ").join(map(Fragment(edition, "").group, dict.fromkeys(toets.groep for toets in toetsen)))


def zin_of_niets(edition: Edition, text: str) -> str:
    """Return the first sentence of a text, where it fits beside a title."""
    return teaser(edition, text)


def eerste_zin_of_niets(edition: Edition, points: Sequence[str]) -> str:
    """Return the same of the first of some points."""
    return teaser(edition, points[0])


def hoeveel_bronnen(_: Edition, bronnen: Sequence[str]) -> str:
    """Return how many sources there are."""
    return f"{len(bronnen)} {'bron' if len(bronnen) == 1 else 'bronnen'}"


MADE = (wie_en_wanneer, steunt_op, met_wie, zin_of_niets, eerste_zin_of_niets, hoeveel_bronnen)


def van_wie(edition: Edition) -> str:
    """Return whose word a page is, at its top: where something is promised, and where somebody could be meant by we."""
    return Fragment(edition, "").render("render/gemeente/van_wie.html", zin=disclaimer(edition.gemeente))


def vaststelstuk(edition: Edition) -> str:
    """Return all principles in force with their status and open questions: one print to decide on."""
    items = living(edition)
    rijen = [(item, list(open_punten(item))) for item in items]
    return Fragment(edition, "vaststelstuk").render(
        "render/gemeente/vaststelstuk.html",
        rijen=rijen,
        onbekend="" if edition.gemeente.spreekt_zelf else "niet nagegaan",
        link=link,
    )


def eigen_tekst(edition: Edition, plek: str, anders: str) -> str:
    """Return the municipality's own text for a place in the pages, or what to say where there is none."""
    said = edition.lokaal.gezegd.get(plek)
    return eigen_tekst_in(Fragment(edition, f"eigen-tekst-{plek}"), said.text if said else "", anders)


def eigen_tekst_in(fragment: Fragment, tekst: str, anders: str) -> str:
    """Return an own text in a block that was begun for it, or what to say where there is none."""
    return fragment.render("render/gemeente/eigen_tekst.html", tekst=tekst, anders=anders)


def eigen_wet_in(fragment: Fragment, tekst: str, herzien_voor: date | None) -> str:
    """Return what a municipality itself says of the law, in a block that was begun for it."""
    return fragment.render("render/gemeente/eigen_wet.html", tekst=tekst, herzien_voor=herzien_voor)


def aanbod_met_werkgever(edition: Edition) -> str:
    """Return what is on offer in the municipality itself with an employer in it, or the question what that is."""
    aanbod = [item for item in edition.lokaal.activiteiten.values() if item.werkgever]
    return Fragment(edition, "aanbod-met-werkgever").render(
        "render/gemeente/aanbod_met_werkgever.html", aanbod=aanbod, link=link
    )


def wet(edition: Edition) -> str:
    """Return what the law changes in weighing; a municipality's own text comes first, and folds the core's away."""
    return Fragment(edition, "wet", quiet=True).render(
        "render/gemeente/wet.html",
        punten=edition.framework.of("wetspunt").values(),
        tekst=said.text if (said := edition.lokaal.gezegd.get("wet")) else "",
        herzien_voor=edition.gemeente.wet_herzien_voor,
    )


def colofon(edition: Edition) -> str:
    """Return edition, version of the core, publisher and contact."""
    return colofon_in(Fragment(edition, "colofon"))


def colofon_in(fragment: Fragment) -> str:
    """Return the same in a block that was begun for it."""
    return fragment.render("render/gemeente/colofon.html", disclaimer=disclaimer_of, niet_van=NOT_BY)


def rechten(edition: Edition) -> str:
    """Return where a resident can turn to; what the municipality left empty is shown as empty."""
    return rechten_in(Fragment(edition, "rechten"))


def rechten_in(fragment: Fragment) -> str:
    """Return the same in a block that was begun for it."""
    return fragment.render("render/gemeente/voor_inwoners.html", rechten=places_to_turn(fragment.edition.gemeente))


def places_to_turn(gemeente: Gemeente) -> list[tuple[str, str | None]]:
    """Return for what a resident can turn to somebody, with what the municipality says of it."""
    return [
        ("Hulp bij een gesprek", gemeente.clientondersteuning),
        ("Zien wat er is opgeschreven", gemeente.inzage),
        ("Een klacht", gemeente.klacht),
        ("Bezwaar", gemeente.bezwaar),
        ("De cliëntenraad", gemeente.clientenraad),
    ]


def afspraken(edition: Edition) -> str:
    """Return what is fixed, what each team chooses and what is free."""
    return afspraken_in(Fragment(edition, "afspraken"))


def afspraken_in(fragment: Fragment) -> str:
    """Return the same in a block that was begun for it."""
    afspraken = fragment.edition.gemeente.afspraken
    rows = [
        ("Vast voor iedereen", afspraken.vast),
        ("Elk team kiest", afspraken.per_team),
        ("Vrij", afspraken.vrij),
    ]
    return fragment.render("render/gemeente/afspraken.html", afspraken=rows)


def veranderd(_: Edition) -> str:
    """Return that this is the first version; a build that knows an earlier one puts the changes in its place."""
    return f'<div class="veranderd">\n<!--veranderd-->\n<p>{FIRST}</p>\n<!--/veranderd-->\n</div>'


def verklaring(edition: Edition, soort: str) -> str:
    """Return the link to a statement of the municipality: toegankelijkheidsverklaring or privacyverklaring."""
    return verklaring_in(Fragment(edition, soort), soort)


def verklaring_in(fragment: Fragment, soort: str) -> str:
    """Return the same in a block that was begun for it."""
    adres = getattr(fragment.edition.gemeente, soort)
    name = soort.capitalize()
    return fragment.render("render/gemeente/verklaring.html", adres=adres, naam=name)

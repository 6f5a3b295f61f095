"""The one case of a tab → its page: the lines that may go along, the text, the sheet and the file.

The names and sentences stand in the page, so that they are the edition's; lib/casus-tekst.js puts them together.
"""

from collections.abc import Iterator
from typing import NamedTuple

from leidraad.model.types.routes import EXPLORE, Route
from leidraad.model.use.dates import dutch_date
from leidraad.model.use.framework import Edition
from leidraad.model.use.retired import successors
from leidraad.render.block.fragment import Fragment, link
from leidraad.render.block.items import plain_text
from leidraad.render.gemeente.gemeente import CLOSING, NOT_BY, disclaimer

# Every sentence of the text; … is filled in. field=word: what was chosen; field: what stands before own words.
ZINNEN = {
    "gedrag": "Het gaat nu om dit gedrag",
    "gedrag-soort=te-groot": "Wat we nu noemen, is nog een uitkomst of een eigenschap, en geen gedrag.",
    "gedrag-soort=meer": "Het gaat nog om meer dan één gedrag.",
    "doel": "Het doel",
    "doel-van=inwoner": "De ((inwoner)) noemt zelf een doel.",
    "doel-van=samen": "Het doel is samen gekozen.",
    "doel-van=ons": "Het doel komt nu vooral van ons.",
    "doel-van=uiteen": "De ((inwoner)) en wij hebben ieder een ander doel.",
    "doel-ander": "De ((inwoner)) en wij hebben ieder een ander doel. Dat van de ((inwoner))",
    "gezegd": "De ((inwoner)) zei",
    "gezegd-kort": "De ((inwoner)) vertelde over ….",
    "gezegd-eerder": "De ((inwoner)) zei eerder",
    "gezien": "Wij zagen",
    "gezien-eerder": "Wij zagen eerder",
    "gezien-kort": "Wij zagen iets over ….",
    "richting=helpt": "Wij denken dat dit helpt.",
    "richting=hindert": "Wij denken dat dit hindert.",
    "richting=allebei": "Wij denken dat dit helpt en hindert.",
    "richting=weten-we-niet": "Of dat helpt of hindert, weten we nog niet.",
    "vragen": "Nog te vragen over …:",
    "koos": "De ((inwoner)) koos op … bij … het woord ….",
    "koos=weet-niet": "De ((inwoner)) zei op … over …: «Dat weet ik nog niet.»",
    "koos=zeg-niet": "De ((inwoner)) zei op … over …: «Dat zeg ik liever niet.»",
    "woord=zelfde": "Eerst en nu hetzelfde woord.",
    "woord=anders": "Van … naar …; dat kan veel oorzaken hebben.",
    "ander": "Het ging toen om",
    "momenten.merkt": "Waaraan de ((inwoner)) iets merkt",
    "momenten.hielp": "Wat hielp",
    "momenten.gezien": "De ((professional)) zag",
    "momenten.anders": "Waar we het anders zien",
    "momenten.stap": "De volgende kleine stap",
    "verplichting": "De verplichting",
    "verplichting=duidelijk": "Er speelt een verplichting mee, en die is duidelijk.",
    "verplichting=onduidelijk": "Er speelt een verplichting mee, en die is nog niet duidelijk.",
    "verplichting=speelt-niet": "Er speelt geen verplichting mee.",
    "deel": "Een deel ligt",
    "ons-deel=ons": "bij ons",
    "ons-deel=werk": "bij het werk",
    "ons-deel=regels": "bij de regels",
    "ons-deel": "Wat bij ons, bij het werk of bij de regels ligt",
    "vragen-naar": "We gaan vragen naar",
    "factoren": "We beginnen bij",
    "factoren=eerste-gesprek.waar-dieper": "We gaan dieper in op",
    "principes": "We leggen de casus naast ((het principe))",
    "principes=meer": "We leggen de casus naast de ((principes))",
    "principe": "Zo komt ((het principe)) hier terug",
    "activiteiten": "We kozen voor",
    "reden": "De reden",
    "vergeleken": "We bekeken ook",
    "stap": "De eerste stap",
    "stap-datum": "De eerste stap is afgesproken voor ….",
    "stap-wie": "Wie de eerste stap doet",
    "belofte": "Wie doet wat, en wanneer",
    "inzet=vooruit": "Verandering na inzet: vooruit.",
    "inzet=gelijk": "Verandering na inzet: gelijk gebleven.",
    "inzet=terug": "Verandering na inzet: terug.",
    "inzet=weten-niet": "Of er daarna iets veranderde, weten we niet.",
    "vaak=een-keer": "Dat gebeurde één keer.",
    "vaak=paar-keer": "Dat gebeurde een paar keer.",
    "vaak=vaker": "Dat gebeurde vaker.",
    "inzet.weten": "Hoe we dat weten",
    "inzet.leerde": "Geleerd",
    "inzet.anders": "Wat ook kan hebben meegespeeld",
    "afspraken": "Afgesproken",
    "kijken-op": "Afgesproken is om op … samen te kijken hoe het gaat.",
    "laten-liggen": "Wat we nu laten liggen",
    "doorgeven": "Wat we doorgeven over aanbod, werkgevers of regels",
    "vorige": "De vorige keer spraken we af",
    "ervan": "Wat ervan kwam",
    "anders": "Wat nu anders is",
    "opnieuw": "We kijken opnieuw naar",
}


class Papier(NamedTuple):
    """A sheet of the case: its title, what it says of itself, two captions, and what it leaves out."""

    titel: str
    wat: str
    datum: str
    ruimte: str
    soort: str


# What «Begin opnieuw» takes away, where it is filled in.
DELEN = {
    "gedrag": "het gedrag",
    "doel": "het doel",
    "uitspraken": "wat gezegd, gezien of vermoed is",
    "ons-deel": "wat bij ons of anderen ligt",
    "vragen-naar": "waar je naar gaat vragen",
    "factoren": "waar jullie beginnen",
    "principe": "de afweging met wat leidend is",
    "activiteiten": "het plan",
    "stap": "de eerste stap",
    "belofte": "wie wat doet",
    "afspraken": "de afspraken",
    "laten-liggen": "wat jullie laten liggen",
    "doorgeven": "wat jullie doorgeven",
    "leerpunt": "je leerpunt",
    "vorige": "wat jullie de vorige keer afspraken",
    "ervan": "wat ervan kwam",
    "anders": "wat nu anders is",
    "antwoorden": "de antwoorden in de routes",
    "vellen": "Samen kijken en de terugblik",
    "tekst": "de tekst die je aanpaste",
}
# What a sheet is called on paper, for whom it is and what is not in it, and what there is room to write for.
PAPIEREN = {
    "gesprek": Papier(
        "Het blad voor het gesprek",
        "Voor de ((professional)), bij het gesprek. Geen verslag. Wat alleen vermoed is, staat er hooguit als vraag.",
        "Datum van het gesprek",
        "Ruimte om samen te schrijven",
        "",
    ),
    "verslag": Papier(
        "Wat er staat, om samen na te lezen",
        "Voor de ((professional)) die de voortgang vastlegt, en voor de ((inwoner)) die wil zien wat er staat. "
        "Alleen wat is aangevinkt, staat erin. Wat alleen vermoed is, staat er hooguit als vraag.",
        "Datum",
        "Wat klopt er niet, en wat staat er liever niet in? In de woorden van de ((inwoner))",
        "verslag",
    ),
}
_FIRST = 2  # open questions of a chosen factor that stand on the sheet


class Naam(NamedTuple):
    """What something is called on the page of the case: factor:kennis, zin:doel, punt:<route>.<punt> …"""

    naam: str
    tekst: str
    groep: str = ""
    open: str = ""
    naar: str = ""
    biedt: str = ""


def jullie_casus(edition: Edition, papier: str = "gesprek") -> str:
    """Return the page of the case: what may go along, the text, the sheet, and the file.

    The sheet is for a conversation (`gesprek`), or what was noted, to be read together (`verslag`).
    """
    gemeente = edition.gemeente
    return Fragment(edition, "").render(
        "render/casus/casusformulier.html",
        papier=PAPIEREN[papier],
        namen=[*_namen(edition)],
        koppen=gemeente.koppen.model_dump(),
        editie=f"{gemeente.naam} {gemeente.editie} ({dutch_date(gemeente.datum)}), "
        f"gedeelde kern {edition.framework.kern.versie}",
        uitgave=f"{disclaimer(gemeente)} {NOT_BY}",
        slot=CLOSING,
        routes=edition.routes.alle,
        link=link,
    )


def _namen(edition: Edition) -> Iterator[Naam]:
    yield from (Naam(f"zin:{key}", tekst) for key, tekst in ZINNEN.items())
    yield from (Naam(f"deel:{key}", tekst) for key, tekst in DELEN.items())
    framework = edition.framework
    for one in edition.factoren_in("gesprek").alle:
        yield Naam(f"schaal:{one.id}", f"{one.titel[0].lower()}{one.titel[1:]} («{one.schaal.stelling}»)")
    for factor in [*framework.startpunten.values(), *edition.factoren_in("rapportage").alle]:
        groep = "begin" if factor.id in framework.startpunten else framework.groep_of(factor.id).id
        vragen = [plain_text(edition, one.vraag) for one in edition.vragen_bij(factor).alle[:_FIRST]]
        yield Naam(f"factor:{factor.id}", factor.titel, groep, "\n".join(vragen))
    yield from (Naam(f"activiteit:{one.id}", one.titel) for one in edition.activiteiten.alle)
    quoted = edition.gemeente.aangehaald
    yield from (Naam(f"principe:{id_}", quoted(one.titel)) for id_, one in edition.lokaal.gedragsprincipes.items())
    for route in edition.routes.alle:
        yield Naam(f"route:{route.id}", route.titel, naar=link("route", route.id), biedt=" ".join(_antwoorden(route)))
        yield from (Naam(f"punt:{route.id}.{punt.id}", plain_text(edition, punt.tekst)) for punt in route.bespreken)
        yield from _zinnen(route)
    yield Naam(f"route:{EXPLORE}", "Verkennen", naar=link("route", EXPLORE))
    for id_, part in (("samen-kijken", "momenten"), ("inzet-terugblik", "inzet")):
        if instrument := framework.instrumenten.get(id_):  # by its own name, and by that of its lines
            naar = link("instrument", id_)
            yield from (Naam(f"route:{naam}", instrument.titel, naar=naar) for naam in (id_, part))
    yield Naam("velden", "", biedt=" ".join(dict.fromkeys(_woorden(edition))))
    retired = successors(framework.kern, edition.gemeente.vervallen)
    yield from (Naam(f"vervallen:{old}", new) for old, new in retired.items())


def _antwoorden(route: Route) -> Iterator[str]:
    """Yield what a case may hold of a route: question.answer, or question. where any text or day will do."""
    for vraag in route.vragen:
        if vraag.tekstveld and not vraag.tekstveld.casus:
            yield f"{vraag.id}.tekst."
        if vraag.casus:
            continue
        for name in (vraag.id, *vraag.heette):
            if not vraag.opties:
                yield f"{name}."
            yield from (f"{name}.{id_}" for optie in vraag.opties for id_ in (optie.id, *optie.heette))


def _woorden(edition: Edition) -> Iterator[str]:
    """Yield every word that a route may put in a field of the case."""
    for vraag in (vraag for route in edition.routes.alle for vraag in route.vragen):
        yield from (
            f"{vraag.casus}.{word}"
            for optie in vraag.opties
            if vraag.casus and not optie.factor
            for word in (optie.casus or optie.id, optie.id, *optie.heette)
        )


def _zinnen(route: Route) -> Iterator[Naam]:
    """Yield the sentence of every option that has one: of a question before what was heard it stands first."""
    heard = next((vraag.scherm for vraag in route.vragen if vraag.is_beeld), 0)
    for vraag in route.vragen:
        groep = "eerst" if vraag.scherm < heard else "verder"
        yield from (
            Naam(f"zin:{route.id}.{vraag.id}.{optie.id}", optie.zin, groep) for optie in vraag.opties if optie.zin
        )

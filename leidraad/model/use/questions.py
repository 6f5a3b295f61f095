"""What a municipality left empty → the question it asks: on the page, in a new folder, in the form and in the print."""

import re
from collections.abc import Iterator, Mapping

from leidraad.model.types.gemeente import Gedragsprincipe

VRAGEN: Mapping[str, Mapping[str, str]] = {
    "gemeente": {
        "andere_namen": "hoe heet de gemeente nog meer?",
        "adres": "op welk webadres komt deze leidraad te staan?",
        "contact": "waar meldt een lezer een fout?",
        "clientenraad": "hoe vindt een inwoner de cliëntenraad?",
        "clientondersteuning": "wie helpt een inwoner gratis bij een gesprek?",
        "inzage": "hoe ziet een inwoner wat er is opgeschreven?",
        "klacht": "waar meldt een inwoner een klacht?",
        "bezwaar": "hoe maakt een inwoner bezwaar, en vóór welke dag?",
        "toegankelijkheidsverklaring": "waar staat de toegankelijkheidsverklaring?",
        "privacyverklaring": "waar staat de privacyverklaring?",
        "deelt_principes": "mogen andere gemeenten lezen wat wij met onze principes probeerden en leerden?",
        "afspraken": "wat ligt vast, wat kiest elk team, en wat is vrij?",
    },
    "gedragsprincipe": {
        "titel": "wat is het principe, in één zin?",
        "kern": "wat bedoelen jullie, in twee zinnen?",
        "betekent_wel": "wat doe je dan, morgen, in een gesprek?",
        "betekent_niet": "wat betekent het nadrukkelijk niet?",
        "waarom": "waarom is dit zo gekozen?",
        "spanning_met": "met welk ander principe kan dit botsen, en wat gaat dan voor?",
        "raakt_factoren": "over welke factoren van willen en kunnen gaat dit?",
        "stappen": "bij welke stappen speelt dit?",
        "voorbeeldcasus": "in welke situatie zag je dit, zonder dat iemand te herkennen is?",
        "onderbouwing": "waar steunt het op: praktijk, wetenschap, inwoners?",
        "praktijk": "wat zagen jullie zelf werken, en wat niet?",
        "wetenschap": "wat zegt onderzoek, en bij wie is dat onderzocht?",
        "client": "wat zeggen de mensen om wie het gaat?",
        "getoetst_met": "met wie is dit naast echte situaties gelegd: professionals, management, inwoners?",
        "geleerd": "wat is er geprobeerd, en wat kwam daarvan?",
        "status": "hoe ver is dit principe?",
        "door": "welke groep of rol besloot dit?",
        "op": "op welke dag?",
        "herzien_voor": "vóór welke dag kijken jullie opnieuw?",
    },
    "activiteit": {
        "kern": "wat is het, in twee zinnen?",
        "voor_factoren": "waar helpt het bij?",
        "stappen": "in welke stappen past het?",
        "voor_wie": "voor wie is dit, en voor wie niet?",
        "zo_kom_je_binnen": "hoe meld je iemand aan, en hoe snel kan het?",
        "geleerd": "wat zagen we hiervan, en wat helpt het?",
    },
    "aanvulling": {
        "bij": "bij welk onderdeel van de kern hoort dit?",
        "titel": "waar gaat het over?",
        "toelichting": "wat is er bij ons anders of extra?",
    },
    "keuze": {
        "gesprek": (
            "welke factoren, vragen, routes en activiteiten staan vooraan, en in welke volgorde? "
            "De rest blijft te kiezen."
        ),
        "poster": "welke vragen willen we elke dag zien hangen?",
        "rapportage": "welke factoren staan vooraan in de tekst voor het cliëntsysteem? De rest volgt.",
    },
    "zoekvraag": {
        "vraag": "welk woord typt een collega bij jullie?",
        "vindt": "wat hoort dan bovenaan te staan?",
    },
    "teksten": {
        "welkom": "Voor wie is deze leidraad bij ons, en wat verandert er morgen?",
        "principes": "Hoe zijn onze principes ontstaan, en wie dacht er mee?",
        "colofon": "Wie maakte deze editie, en wie houdt die bij?",
        "wet": "Welke wet en regels gelden er nu bij ons, wie beslist, en wanneer kijken we dat opnieuw na?",
    },
}
_OWN = re.compile(r"\b(?:(?:(?:[Ww]elk ander|[Hh]et|[Dd]it) )?principes?|[Ii]nwoners?|[Pp]rofessionals?)\b")
KENNISBRONNEN = ("praktijk", "wetenschap", "client")


def asked_of_readers(kind: str) -> dict[str, str]:
    """Return the questions of a kind as they stand on pages: with the municipality's own words."""
    return {key: for_readers(question) for key, question in VRAGEN[kind].items()}


def for_readers(text: str) -> str:
    """Return what we say to who writes as it is said to who reads: with the municipality's own words."""
    return _OWN.sub(r"((\g<0>))", text)


def open_punten(principe: Gedragsprincipe) -> Iterator[tuple[str, str]]:
    """Yield (key, question) for all that a principle still leaves open, in the order of its page."""
    vragen = asked_of_readers("gedragsprincipe")
    for key in ("betekent_wel", "betekent_niet", "waarom", "spanning_met"):
        if not getattr(principe, key):
            yield key, vragen[key]
    for key in KENNISBRONNEN:
        if not getattr(principe.onderbouwing, key):
            yield key, vragen[key]
    if not principe.getoetst_met:
        yield "getoetst_met", vragen["getoetst_met"]
    elif not any(toets.groep == "inwoners" for toets in principe.getoetst_met):
        yield "getoetst_met", "wanneer leggen we dit ook voor aan ((inwoners))?"
    for key in ("geleerd", "herzien_voor"):
        if not getattr(principe, key):
            yield key, vragen[key]


def only_asks(slot: str, text: str) -> bool:
    """True for an own text that still holds the question of a new folder, and so says nothing yet."""
    return " ".join(text.split()) == VRAGEN["teksten"].get(slot)


def still_a_question(text: str) -> bool:
    """True for a text that ends with a question mark: in a new folder a question holds the place of the answer."""
    return text.rstrip().endswith("?")

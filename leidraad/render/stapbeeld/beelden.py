"""What each picture of a step shows: the lines of a screen in their order, which a test plays on the real page."""

from dataclasses import dataclass
from typing import Literal

Soort = Literal["kop", "tab", "lade", "veld", "lang", "kies", "knop", "rij", "kolom", "tekst"]
VOORBEELD = "Voorbeelddam"  # a municipality that there is not
EDITIE = "2026.1"


@dataclass(frozen=True)
class Regel:
    """One thing on a screen; `hier` is the place where one presses, in order."""

    soort: Soort
    tekst: str
    waarde: str = ""
    hier: int = 0
    taal: str = "nl"


@dataclass(frozen=True)
class Beeld:
    """A screen: what stands in its bar, its lines; `pagina` is the address of a page of ours, empty for a host's."""

    waar: str
    regels: tuple[Regel, ...]
    onderschrift: str
    pagina: str = ""


def _en(soort: Soort, tekst: str, waarde: str = "", hier: int = 0) -> Regel:
    return Regel(soort, tekst, waarde, hier, "en")


_PRINCIPE = "Hier staat uw principe in één zin"
_FORMULIER = "eigen-leidraad/principe-maker/"
_INVULLEN = "Uw leidraad invullen"
_TABEL = "Naam\tVoor wie\tZo kom je binnen\nLoket werk\tiedereen die zoekt\tbel het loket"
_ACTIONS = (_en("tab", "Code"), _en("tab", "Pull requests"), _en("tab", "Actions", hier=1), _en("tab", "Settings"))
_SETTINGS = (_en("tab", "Code"), _en("tab", "Pull requests"), _en("tab", "Actions"), _en("tab", "Settings", hier=1))

BEELDEN = {
    # ---- the form ----
    "gemeente": Beeld(
        _INVULLEN,
        (
            Regel("kop", "Uw gemeente"),
            Regel("veld", "Naam", VOORBEELD),
            Regel("lade", "Kleur en logo"),
            Regel("lade", "Woorden"),
            Regel("veld", "Contact", "leidraad@voorbeelddam.example"),
        ),
        "De gemeente: naam en contact zijn velden, uw woorden, kleur en logo zitten in een lade.",
        _FORMULIER,
    ),
    "principe": Beeld(
        _INVULLEN,
        (
            Regel("kop", "Principes"),
            Regel("veld", "Titel", _PRINCIPE),
            Regel("lang", "Betekent wel", "Hier staat wat je dan doet, morgen, in een gesprek."),
            Regel("lang", "Betekent niet", "Hier staat wat het nadrukkelijk niet betekent."),
            Regel("lade", "Waarom, en waar het op steunt"),
            Regel("lade", "Hoe ver het is"),
            Regel("knop", "Nog een principe"),
        ),
        "Een principe: alleen de titel moet. Wat later kan, zit in een lade, en staat op de site als open vraag.",
        _FORMULIER,
    ),
    "tabel": Beeld(
        _INVULLEN,
        (
            Regel("kop", "Wat er bij u te doen is"),
            Regel("lade", "Plak een tabel uit een rekenblad", hier=1),
            Regel("lang", "De tabel", _TABEL),
            Regel("knop", "Lees de tabel", hier=2),
            Regel("kop", "Wat staat er in elke kolom?"),
            Regel("kies", "«Naam», zoals: Loket werk", "Naam van de activiteit"),
            Regel("kies", "«Voor wie», zoals: iedereen die zoekt", "Voor wie"),
            Regel("kies", "«Zo kom je binnen», zoals: bel het loket", "Zo kom je binnen"),
            Regel("knop", "Maak er activiteiten van", hier=3),
        ),
        "Uw aanbod: u plakt de rijen, kijkt na wat er in elke kolom staat, en elke rij wordt een activiteit.",
        _FORMULIER,
    ),
    "bestanden": Beeld(
        _INVULLEN,
        (
            Regel("kop", "Klaar?"),
            Regel("knop", "Controleer en maak de bestanden", hier=1),
            Regel("kop", "Uw bestanden"),
            Regel("knop", "Download de hele map (zip)", hier=2),
            Regel("rij", "gemeente.yaml"),
            Regel("rij", "gedragsprincipes/hier-staat-uw-principe-in-een-zin.yaml"),
        ),
        "Klaar: klopt er iets niet, dan staat dat bij het veld. Klopt alles, dan krijgt u de map als zip.",
        _FORMULIER,
    ),
    # ---- pages ----
    "vaststelstuk": Beeld(
        "Vaststelstuk",
        (
            Regel("kop", "Vaststelstuk"),
            Regel("kolom", "Principe", _PRINCIPE),
            Regel("kolom", "Status", "concept"),
            Regel("kolom", "Door en op", "nog niet"),
            Regel("tekst", "Besluit: ☐ vaststellen ☐ nog niet, want: ……………………………………"),
        ),
        "Het vaststelstuk: alle principes op papier, met hun status en ruimte voor het besluit.",
        "vaststelstuk/",
    ),
    "versies": Beeld(
        f"Versies van {VOORBEELD}",
        (
            Regel("kop", f"Versies van {VOORBEELD}"),
            Regel("knop", f"Nieuwste versie ({EDITIE})"),
            Regel("kop", "Vaste versies"),
            Regel("rij", f"Versie {EDITIE}"),
        ),
        "Gepubliceerd: de nieuwste versie vooraan, en elke vaste versie houdt haar adres.",
        "../",
    ),
    # ---- screens of a host ----
    "fork": Beeld(
        "GitHub: het project",
        (
            _en("knop", "Fork", hier=1),
            _en("kop", "Create a new fork"),
            _en("veld", "Owner", "uw-organisatie"),
            _en("knop", "Create fork", hier=2),
        ),
        "De knop Fork staat rechtsboven bij het project; daarna kiest u uw organisatie.",
    ),
    "actions": Beeld(
        "GitHub: uw kopie",
        (*_ACTIONS, _en("knop", "I understand my workflows, go ahead and enable them", hier=2)),
        "Het tabblad Actions van een nieuwe fork, met de knop die alles aanzet.",
    ),
    "nieuwe-gemeente": Beeld(
        "GitHub: uw kopie",
        (
            *_ACTIONS,
            Regel("rij", "Controle"),
            Regel("rij", "Nieuwe gemeente", hier=2),
            Regel("rij", "Publiceren"),
            Regel("rij", "Voorbeeld"),
            _en("knop", "Run workflow", hier=3),
            Regel("veld", "De naam van uw gemeente, zoals lezers die zien", VOORBEELD),
            _en("knop", "Run workflow", hier=4),
        ),
        "Op het scherm staat de lijst links en de knop rechts. Na de naam drukt u nog eens op de groene knop.",
    ),
    "variabele": Beeld(
        "GitHub: uw kopie",
        (
            *_SETTINGS,
            _en("rij", "Secrets and variables"),
            _en("rij", "Actions", hier=2),
            _en("tab", "Secrets"),
            _en("tab", "Variables", hier=3),
            _en("knop", "New repository variable", hier=4),
            _en("veld", "Name", "GEMEENTE"),
            _en("veld", "Value", VOORBEELD.lower()),
            _en("knop", "Add variable", hier=5),
        ),
        "Bij Settings staat de lijst links; de waarde is de naam van uw map.",
    ),
    "upload": Beeld(
        "GitHub: framework/gemeenten",
        (
            _en("knop", "Add file", hier=1),
            _en("rij", "Create new file"),
            _en("rij", "Upload files", hier=2),
            Regel("tekst", "Sleep hier de map uit uw uitgepakte zip naartoe"),
            _en("knop", "Commit changes", hier=3),
        ),
        "De map uit het formulier komt naast die van de andere gemeenten, of over wat er van u al stond.",
    ),
    "controle": Beeld(
        "GitHub: uw voorstel",
        (
            _en("kop", "Pull request"),
            Regel("rij", "✓ Controle"),
            Regel("rij", "✓ Voorbeeld"),
            _en("rij", "Details", hier=1),
            _en("rij", "Summary", hier=2),
            Regel("rij", "voorbeeld", hier=3),
            _en("knop", "Merge pull request", hier=4),
        ),
        "Een vinkje bij elke controle, en onder Summary het voorbeeld om te lezen. Dan pas voegt u samen.",
    ),
    "publiceren": Beeld(
        "GitHub: uw kopie",
        (
            *_ACTIONS,
            Regel("rij", "Controle"),
            Regel("rij", "Nieuwe gemeente"),
            Regel("rij", "Publiceren", hier=2),
            Regel("rij", "Voorbeeld"),
            _en("knop", "Run workflow", hier=3),
            _en("knop", "Run workflow", hier=4),
        ),
        "Publiceren gebeurt alleen als u dat start.",
    ),
    "pages": Beeld(
        "GitHub: uw kopie",
        (
            *_SETTINGS,
            _en("rij", "Pages", hier=2),
            _en("kies", "Source", "Deploy from a branch"),
            _en("kies", "Branch", "gh-pages"),
            _en("knop", "Save", hier=3),
        ),
        "Alleen de eerste keer: zeg waar de site vandaan komt.",
    ),
    "sync": Beeld(
        "GitHub: uw kopie",
        (_en("knop", "Sync fork", hier=1), _en("knop", "Update branch", hier=2)),
        "Zo haalt u een nieuwe kern op; uw eigen map blijft zoals die was.",
    ),
    "rapport": Beeld(
        "Bijwerken na een nieuwe kern",
        (
            Regel("kop", "Bijwerken na een nieuwe kern"),
            Regel("kop", "Wat er verandert in onze gesprekken"),
            Regel("kop", "Wat wij opnieuw bekijken"),
            Regel("kop", "Wat kan wachten"),
        ),
        "De eerste bladzijde van het rapport: drie lijstjes voor de leiding.",
    ),
}

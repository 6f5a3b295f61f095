"""The rules of the model → the principe-maker: a form for the files of a municipality, empty or with what is there."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from leidraad.checks import (
    dubbele_id,
    id_uit_de_kern,
    invulwoord,
    kleurcontrast,
    logo,
    nog_in_te_vullen,
    onbekende_verwijzing,
    oordeelwoord,
    opmaak,
    vervallen_sleutel,
)
from leidraad.model.kinds import Kind, kind_of, listed
from leidraad.model.reading.names import LEFT_BEHIND, RESERVED
from leidraad.model.types.base import Blok
from leidraad.model.use.addresses import PAGINAS
from leidraad.model.use.dates import dutch_date
from leidraad.model.use.framework import Edition
from leidraad.model.use.markup import PLACEHOLDERS
from leidraad.model.use.names import capital, fold
from leidraad.model.use.questions import VRAGEN
from leidraad.model.use.retired import successors
from leidraad.model.writing.form import earlier_names, form_rules
from leidraad.model.writing.new_folder import STARTS, asked, explanation, new_folder
from leidraad.model.yaml import misread, signs
from leidraad.render.block.fragment import Fragment, link
from leidraad.render.gemeente.gemeente import CLOSING, NOT_BY, disclaimer
from leidraad.render.principe_maker.wenken import wenken

_DATA = "@@gegevens@@"
# Files beside the page, for the form: it asks for them when somebody begins.
OWN_FILE, FORM_FILE = "eigen-bestanden.json", "formulier.json"
# what it writes, in the order of the form
_ORDER = ("gemeente", "gedragsprincipe", "activiteit", "keuze", "aanvulling", "zoekvraag")
FILES = {asks: asked(asks) for asks in _ORDER}
_LONG = ("tekst", "tekstblok", "lijst")
_TEXTS = ("regel", "woord", "tekst", "tekstblok", "lijst")
_LOGO = "stijl.logo"
# What is asked at once, and what may wait in a drawer with a name; the id follows from the first.
_FIRST = {
    "gemeente": ("naam", "stijl", "woorden", "contact"),
    "gedragsprincipe": ("titel", "kern", "betekent_wel", "betekent_niet", "raakt_factoren", "stappen"),
    "activiteit": ("titel", "kern", "voor_factoren", "stappen", "voor_wie", "zo_kom_je_binnen"),
    "aanvulling": ("titel", "bij", "toelichting", "luister_naar", "open_vragen", "let_op", "kern_versie", "id"),
}
_LATER = {
    "gemeente": (
        (
            "Waar een inwoner terechtkan",
            ("clientenraad", "clientondersteuning", "inzage", "klacht", "bezwaar", "afspraken"),
        ),
        (
            "Over deze uitgave",
            (
                *("soort", "editie", "datum", "adres", "deelt_principes", "andere_namen", "koppen"),
                *("toegankelijkheidsverklaring", "privacyverklaring", "wet_herzien_voor", "id"),
            ),
        ),
    ),
    "gedragsprincipe": (
        (
            "Waarom, en waar het op steunt",
            (
                *("waarom", "spanning_met", "voorbeeldcasus", "onderbouwing"),
                *("getoetst_met", "geleerd", "bronnen"),
            ),
        ),
        ("Hoe ver het is", ("status", "status_toelichting", "door", "op", "herzien_voor", "id")),
    ),
    "activiteit": (
        (
            "Hoe het gaat, en wat het opleverde",
            (
                *("wie_doet_het", "werkgever", "in_gewone_woorden", "wanneer_wel", "wanneer_niet", "zo_doe_je_het"),
                *("let_op", "geleerd", "hoort_bij", "zoekwoorden", "herzien_voor", "id"),
            ),
        ),
    ),
}
_KAN_LATER = "Dit kan later: wat leeg blijft, staat op de site als open vraag of staat er niet."
_CLOSED = ("woorden", "koppen", "stijl", "afspraken", "poster", "rapportage")
_HELP = {
    "datum": "Zoals 2027-03-31 of 31-3-2027.",
    "lijst": "Elke regel is één punt.",
    "bronnen": "Kies op naam; de bronnenlijst staat op de site.",
}
# Where the model speaks of YAML, or of a file that the form makes itself.
_HELP_OF_KEY = {
    "id": "Die vult zichzelf in; verander die niet meer na publicatie.",
    "editie": "Een jaar, een punt en een nummer, zoals 2026.1.",
    "contact": "Waar meldt een lezer een fout? Een mailadres, zoals leidraad@gemeente.example.",
    "accent": "Voor links en knoppen op wit; kies er een, of schrijf haar zoals #0b6b6b.",
    "accent_donker": "Dezelfde, lichter, voor wie een donker scherm heeft; die volgt de eerste, tot u hier zelf kiest.",
    "werkgever": "Doet er een werkgever mee?",
    "raakt_factoren": "Over welke factoren van willen en kunnen gaat dit? Doel en Doelgedrag mogen ook.",
    "voor_factoren": "Waar helpt het bij? Doel en Doelgedrag mogen ook.",
    "wet_herzien_voor": "Schrijft u zelf over de wet? De dag waarvoor u opnieuw kijkt wat er geldt.",
    "logo": f"Een .svg of .png, hoogstens {logo.LARGEST} kB; een .png staat ook bij een link die iemand deelt.",
    "hoort_bij": "Een activiteit uit de leidraad die hierop lijkt: daar staat wat erover bekend is.",
    "bronnen": _HELP["bronnen"],
}
# What the model has for who builds.
_TITLES = {
    "id": "Naam van het bestand of de map",
    "stijl": "Kleur en logo",
    "accent": "Kleur",
    "accent_donker": "Kleur op een donker scherm",
    "koppen": "Koppen in de tekst voor het cliëntsysteem",
}
_IN_FRONT = "Wat u aanvinkt, staat vooraan, in uw volgorde, en de rest blijft te kiezen."
# The same word helps at three places, and means something else at each.
_HELP_OF_PATH = {
    "naam": "Zonder «gemeente» ervoor: die zet de site er zelf bij.",
    "stijl.logo_tekst": "Wat een schermlezer voorleest; verplicht als er een logo is.",
    "soort": "Van wie is deze leidraad?",
    "principe": "Kies het andere principe.",
    "woorden.professional.enkelvoud": "Bijvoorbeeld «klantmanager».",
    "woorden.professional.meervoud": "Bijvoorbeeld «klantmanagers».",
    "principes": "Vink aan en zet op volgorde; wat u niet aanvinkt, komt daarna.",
    "gesprek.factoren": "Wat u aanvinkt, staat vooraan, maar de andere horen ook bij elk gesprek: het model heeft ze "
    "allemaal nodig.",
    **{f"gesprek.{key}": _IN_FRONT for key in ("vragen", "routes", "activiteiten")},
    "woorden.principe.enkelvoud": "Bijvoorbeeld «uitgangspunt»; het staat ook in het menu, in titels en in routes.",
    "woorden.principe.meervoud": "Bijvoorbeeld «uitgangspunten».",
}
# What a choice says to who makes it; the file has the word of the model.
_CHOICES = {
    "soort": {
        "eigen": "Wij geven deze leidraad zelf uit",
        "verzonnen": "Een verzonnen gemeente, als voorbeeld",
        "uit-publicatie": "Beschreven uit een publicatie; niet door de gemeente uitgegeven",
    }
}
# What a text may hold, where there are texts to write.
_OPMAAK = (
    "In een groot veld mag dit: **vet**, *nadruk*, een link, zoals [onze site](https://www.gemeente.example), en een "
    "lijst: begin elke regel met «- ». Staat er «Elke regel is één punt», dan zet de site het streepje zelf."
)
_PICKED = "Vink aan, en zet op volgorde; vinkt u niets aan, dan geldt alles."
# What is said of a field, and the check whose manual goes with it.
_FOUTEN = {
    "leeg": ("vul dit in", "leeg"),
    "weg": ("dit bestaat niet meer; kies opnieuw", onbekende_verwijzing.ID),
    "vinkje": ("dit bestaat niet meer; haal het vinkje weg en kies iets anders", onbekende_verwijzing.ID),
    "sleutel": ("neem elders over wat u wilt houden, en haal dan het vinkje weg", "onbekende-sleutel"),
    "teken": ("Er stond een teken in dat niemand ziet of dat geen letter is. Het is weggehaald.", "onzichtbaar-teken"),
    "tekens": ("Weggehaald: tekens die niemand ziet of die geen letter zijn, in", "onzichtbaar-teken"),
    "niets": ("Weggehaald, want dit doet op die plek niets:", vervallen_sleutel.ID),
    "naam": ("Windows houdt deze naam voor zichzelf; kies een andere", "bestand"),
    "dubbel": ("«{}» heet ook zo; geef een van de twee een andere titel, of hier een andere naam", dubbele_id.ID),
    "gekozen": ("staat in deze lijst en bestaat niet meer; haal het weg", onbekende_verwijzing.ID),
    "vraag": ("dit woord staat er al; haal er één weg", dubbele_id.ID),
    "kern": ("dit is al een activiteit van de kern; kies een andere id, of schrijf een aanvulling", id_uit_de_kern.ID),
    "punten": ("kies er ten minste één", "leeg"),
    "logo": ("dit is geen .svg of .png, of het heet naar de verkeerde soort; bewaar het plaatje opnieuw", logo.ID),
    "te_groot": (logo.TE_GROOT.format("{}", "{}", logo.LARGEST), logo.ID),
    "script": ("in dit plaatje zit een script; bewaar het opnieuw als gewone SVG, of als .png", logo.ID),
    "logo_tekst": ("bij een logo hoort een tekst: wat een schermlezer voorleest", logo.ID),
}
_CAN_BE_OPENED = "Openen kan: wat u hier bewaarde, de zip van uw map, of een .yaml, .md, .svg of .png daaruit."
# What is said of files that cannot be opened; of what does not fit in them behind «regel 2: bij «titel» hoort».
_LEZEN = {
    "te_groot": "Dit is te groot om een map van een gemeente te zijn.",
    "zip": "Deze zip is beschadigd of van een soort die ik niet open. Pak hem uit en kies de map.",
    "geen": f"Hierin staan geen bestanden van een gemeente. {_CAN_BE_OPENED}",
    "onleesbaar": "Dit kan ik niet lezen:",
    "niets_veranderd": "Er is niets veranderd.",
    "tweede": "waarvan er al een is; kies er één, en noem die",
    "past_niet": "dat niet in dit formulier past",
    "niet_utf8": "dat niet als UTF-8 is opgeslagen; sla het opnieuw op als UTF-8",
    "beschadigd": "dat beschadigd is",
    "onbekend": "waarvan ik niet weet wat het is",
    "vreemd": f"waarin niets van een gemeente staat. {_CAN_BE_OPENED[:-1]}",
    "lijst": "een lijst; zet elk punt op een eigen regel, met een streepje en een spatie",
    "tekst": "alleen tekst",
    "sleutels": "bij elk punt een sleutel, zoals",
    "punten": "bij elk punt alleen tekst",
    "structuur": "deze regel begrijp ik hier niet; kijk naar inspringing en aanhalingstekens",
    "tab": "hier staat een tab; spring in met spaties",
    "opmerking": "telt hier niet mee als tekst; zet de tekst tussen aanhalingstekens, of zet een opmerking op een "
    "eigen regel",
    "aanhaling": "zet deze tekst tussen aanhalingstekens",
    "open_aanhaling": "dit aanhalingsteken wordt niet gesloten",
    "open_haken": "hier gaan haken open die niet gesloten worden",
    "komma": "zet komma's tussen wat hier tussen haken staat",
    "geen_sleutel": "tussen { } staat achter elke sleutel een dubbele punt en een spatie; staat hier tekst, zet die "
    "dan tussen aanhalingstekens",
    "na_pijl": "na > of | hoort niets meer op de regel",
}
# What is said of a table from a spreadsheet.
_TABEL = {
    "rijen": "{} rijen werden een activiteit.",
    "zonder": "Zonder naam, dus niet meegenomen: de rij met {}.",
    "optelling": "Een optelling, dus niet meegenomen: {}.",
    "onbekend": "Niet herkend als factor of stap: {}. Kies zelf wat erbij hoort.",
    "dubbel": "Meer dan eens dezelfde naam: {}. Kijk wat er weg kan.",
    "persoon": "Een mailadres of telefoonnummer staat bij {}. Is dat van één persoon, zet er dan een balie of een rol.",
}
# The sentences of a form, to who writes for a municipality.
_ZINNEN = {
    "gekopieerd": "Gekopieerd naar het klembord van dit apparaat. Verandert u de tekst hierna, kopieer die dan "
    "opnieuw.",
    "niet_bewaard": "Uw browser bewaart niet wat u nu invult: zijn opslag is dicht of vol. Het is weg zodra u deze "
    "pagina verlaat of ververst.",
    "bewaard": "Uw browser krijgt nu een bestand om te bewaren. Kijk bij uw downloads of het er staat, vóór u hier "
    "iets wist. Staat het er niet? Dan mag opslaan hier niet: maak de bestanden, en kopieer ze een voor een.",
    "geen_bestand": "Deze browser maakt hier geen bestand. Dit is wat erin hoort. Kopieer het zelf (Ctrl+C), zet het "
    "in een leeg tekstbestand en bewaar dat, vóór u hier iets wist, als",
    "geen_zip": "Deze browser maakt hier geen bestand. Kopieer de bestanden hieronder een voor een.",
    "geen_verbinding": "Dat lukt nu niet: er is geen verbinding met deze site. Er is niets veranderd. Maak de "
    "bestanden, en kopieer ze een voor een.",
    "druk_zelf": "Ziet u geen afdrukvenster? Dan mag deze knop hier niet afdrukken. Gebruik het afdrukken van uw "
    "browser (Ctrl+P, op een telefoon in het menu).",
    "leeg": "Leeg. Terugzetten kan nog, tot u verder invult of deze pagina verlaat. Met «Wis alles» is het meteen weg.",
    "weg": "Weggehaald.",
    "tabel": "De activiteiten staan in het formulier. Erbij staat wat nog open is.",
    "geen_tabel": "Hier staat nog geen tabel. Kopieer de rijen in uw rekenblad, en plak ze hier.",
    "erbij": "Gekozen bij",
    "kies_eerst": "Vink eerst activiteiten aan, en daaronder factoren of stappen.",
    "geen_naam": "Kies eerst in welke kolom de naam van de activiteit staat.",
    "laat_zo": "Er is niets veranderd.",
    "zo_groot": "Zo groot staat het boven elke pagina.",
    "geen_veld": "Dit stond in uw bestand, en dit formulier heeft er geen veld voor",
    "logo_weg": "Haal het logo weg",
    "logo_elders": "dat al in de map beeld/ moet staan",
    "geen_kleur": "Dit is nog geen kleur: kies er een.",
    "niet_gedownload": "De laatste verandering is nog niet gedownload.",
    "eigen": "Wat deze editie nu heeft, staat in het formulier. Wat nog niet af was, staat alleen in uw eigen zip.",
}


@dataclass(frozen=True)
class Veld:
    """One field: `pad` is the key it writes, within its row; a hidden one only carries what was there."""

    pad: str
    waarde: str
    titel: str
    hulp: str = ""
    nodig: bool = False
    patroon: str = ""
    keuzes: tuple[tuple[str, str], ...] = ()
    uit: str = ""
    standaard: str = ""
    bij: str = ""

    @property
    def vorm(self) -> str:
        """How it is filled in: verborgen, logo, gekozen, vakjes, kiezer, lang or kort."""
        if self.waarde in ("verborgen", "logo", "gekozen"):
            return self.waarde
        if self.keuzes or self.uit:
            return "vakjes" if self.waarde == "vakjes" else "kiezer"
        return "lang" if self.waarde in _LONG else "kort"

    @property
    def is_text(self) -> bool:
        """True for a text for a reader: it is held to the rules for texts."""
        return self.waarde in _TEXTS


@dataclass(frozen=True)
class Groep:
    """Fields that belong together, or, with `rijen`, a list of points that each have these fields."""

    titel: str
    hulp: str
    delen: tuple[Any, ...]
    rijen: str = ""
    open: bool = True

    @property
    def is_one_text(self) -> bool:
        """True for a text with its origin: the group and the text in it have one name."""
        return getattr(self.delen[0], "bij", "") != ""


def principe_maker(edition: Edition) -> str:
    """Return the form, which its element shows; without a script, the questions on the same page are the form."""
    gemeente = edition.gemeente
    html = Fragment(edition, "").render(
        "render/principe_maker/principe_maker.html",
        id="principe-maker",
        titel="Uw leidraad invullen",
        editie=f"{gemeente.naam} {gemeente.editie} ({dutch_date(gemeente.datum)}), "
        f"gedeelde kern {edition.framework.kern.versie}",
        uitgave=f"{disclaimer(gemeente)} {NOT_BY}",
        slot=CLOSING,
        link=link,
        soorten={kind: tuple(_fields(edition, kind)) for kind in FILES},
        teksten=tuple(_texts()),
        data=_DATA,
        opmaak=_OPMAAK,
        zinnen=_ZINNEN,
    )
    script = json.dumps(_data(edition), ensure_ascii=True, separators=(",", ":")).replace("<", "\\u003c")
    return html.replace(_DATA, f'<script type="application/json">{script}</script>')


def maker_vragen(edition: Edition) -> str:
    """Return all questions of the form, to read, to print and to answer without a script."""
    vragen = {
        kind: [
            (property_["title"], capital(question))
            for key, property_ in _told(kind)["properties"].items()
            if (question := _told(kind)["vragen"].get(key))
        ]
        for kind in FILES
    }
    return Fragment(edition, "maker-vragen").render("render/principe_maker/maker_vragen.html", vragen=vragen)


def _data(edition: Edition) -> dict[str, Any]:
    """What the script needs at once besides the fields: what is said when something is wrong."""
    told = form_rules()
    earlier = {row: names for name, kind in FILES.items() for row, names in earlier_names(name, kind.type).items()}
    return {
        "fouten": {name: (text, "verkeerde-waarde") for name, text in told["waarden"].items()} | _FOUTEN,
        "namen": RESERVED,
        "kleuren": {
            "stijl.accent": [
                kleurcontrast.LIGHT,
                "deze kleur is te licht om te lezen; kies een donkerdere",
                kleurcontrast.ID,
            ],
            "stijl.accent_donker": [
                kleurcontrast.DARK,
                "deze kleur is te donker om te lezen; kies een lichtere",
                kleurcontrast.ID,
            ],
        },
        "tekens": signs.PATTERN,
        "logo_grens": logo.LARGEST,
        "plakken": {"punt": opmaak.POINT, "regel": opmaak.BULLET},
        "eerder": earlier,
    }


def form_data(edition: Edition) -> dict[str, Any]:
    """Return what the form needs to make files: their heads, what may be named, what a text may not hold."""
    folder = dict(new_folder("uw-gemeente", "Uw gemeente", edition.gemeente.datum))
    return {
        "soorten": {
            name: {
                "map": kind.where.rstrip("/") if kind.is_folder else "",
                "bestand": kind.where,
                "kop": [] if kind.list_key else explanation(kind),
            }
            for name, kind in FILES.items()
        },
        "bestanden": {name: text for name, text in folder.items() if not name.startswith(("ge", "teksten/"))},
        "namen_van": _names(edition),
        "achter": LEFT_BEHIND.pattern,
        "lezen": _LEZEN,
        "tabel": _TABEL,
        "teksten": [*_text_rules(edition)],
        "wenken": wenken(FILES),
    }


def _text_rules(edition: Edition) -> Iterator[tuple[str, str, str, int]]:
    """Yield (what a text may not hold, what is said then, the check that says so, 1 where a quotation may).

    In the place of {} comes what was found: for markup also what kind it is, by the name of its group.
    """
    yield (
        opmaak.PATTERN.replace("(?P<HTML>", "(?<HTML>(?<!</?[a-zA-Z!].*)").replace("(?P<", "(?<"),  # one a line
        "{} werkt hier niet; schrijf het als gewone tekst",
        opmaak.ID,
        0,
    )
    words = "|".join(f"[{word[0]}{word[0].upper()}]{word[1:]}" for word in PLACEHOLDERS)
    yield (
        rf"\(\((?!(?:{words})\)\))[^()]*\)*|(?<!\()\((?:{words})\)\)",
        "invulwoord {} bestaat niet; schrijf ((inwoner)) of ((professional))",
        invulwoord.ID,
        0,
    )
    known = {**edition.framework.known, "activiteit": [*edition.framework.activiteiten, *edition.lokaal.activiteiten]}
    items = "|".join(
        f"{kind}:(?:{'|'.join(sorted(ids))})" for kind, ids in sorted(known.items()) if kind != "principe" and [*ids]
    )
    yield (
        rf"\]\((?!(?:https?://[^\s()]+|{items}|principe:(?:@@))\))[^)]*\)?",
        "deze link werkt niet ({}); schrijf [tekst](factor:kennis) of een https-adres",
        onbekende_verwijzing.ID,
        0,
    )
    yield opmaak.LOOSE_BOLD, "«**» staat los en komt zo op de site; zet het voor en achter wat vet moet", opmaak.ID, 0
    yield (
        rf"(?<![\s\S])(?:{nog_in_te_vullen.PATTERN})(?![\s\S])",
        "dit is nog geen tekst; vul die in, of laat het veld leeg",
        nog_in_te_vullen.ID,
        0,
    )
    yield (
        misread.PATTERN,
        "hier staan verhaspelde letters, zoals «Ã©» voor «é»; kopieer de tekst opnieuw uit het origineel",
        "niet-utf8",
        0,
    )
    yield r"\[\]\(", "deze link heeft geen tekst; zet tussen [ ] waar hij heen gaat", opmaak.ID, 0
    yield (
        oordeelwoord.PATTERN,
        "{} oordeelt over een persoon; schrijf wat er gezegd of gezien is",
        oordeelwoord.ID,
        1,
    )


# ---- what there is to fill in ----


def _fields(edition: Edition, kind: str) -> Iterator[Veld | Groep]:
    told, schema = form_rules(), _told(kind)
    found = dict(_of_block(edition, schema, told, schema["vragen"], ""))
    if list_name := FILES[kind].list_key and FILES[kind].schema:
        parts = tuple(found[key] for key in sorted(found, key="groep".__eq__))  # what is for a test comes last
        yield Groep("Zoekwoorden", "Wat iemand intypt, en wat dan bovenaan hoort.", parts, rijen=list_name)
        return
    yield from [found.pop(key) for key in _FIRST.get(kind, ())]
    later = [(titel, [found.pop(key) for key in keys]) for titel, keys in _LATER.get(kind, ())]
    if later:
        later[-1][1].extend(found.values())  # what has no place yet
    else:
        yield from found.values()
    yield from (Groep(titel, _KAN_LATER, tuple(parts), open=False) for titel, parts in later)


def _of_block(
    edition: Edition, schema: Mapping[str, Any], told: Mapping[str, Any], vragen: Mapping[str, str], before: str
) -> Iterator[tuple[str, Veld | Groep]]:
    for key, property_ in schema["properties"].items():
        if key != "uitleg":
            needed = key in schema.get("required", ())
            yield key, _of_key(edition, key, property_, told, vragen, before, needed=needed)


def _of_key(
    edition: Edition,
    key: str,
    property_: Mapping[str, Any],
    told: Mapping[str, Any],
    vragen: Mapping[str, str],
    before: str,
    *,
    needed: bool,
) -> Veld | Groep:
    path, waarde = before + key, property_["waarde"]
    question = vragen.get(key, "")
    hulp = capital(question) or property_["description"]
    defaults = {"kern_versie": edition.framework.kern.versie, **_starts()}
    standaard = defaults.get(path, property_.get("default") or ("nee" if property_.get("default") is False else ""))
    if standaard and waarde in _TEXTS and path not in defaults:  # a word of ours may change; nobody chose to keep it
        hulp, standaard = f"{hulp} Blijft dit leeg, dan is dat «{standaard}».", ""
    if waarde == "blok":
        block = _definition(told, property_)
        delen = tuple(dict(_of_block(edition, block, told, vragen, f"{path}.")).values())
        return Groep(_TITLES.get(key, property_["title"]), hulp, delen, open=path not in _CLOSED)
    if waarde == "lijst" and "$ref" in property_["items"]:
        delen = tuple(dict(_of_block(edition, _definition(told, property_["items"]), told, {}, "")).values())
        return Groep(property_["title"], hulp, delen, rijen=key)
    if waarde == "tekstblok":
        return _with_origin(path, property_["title"], hulp, needed=needed)
    keuzes = _choices(edition, property_, _CHOICES.get(path, {}))
    uit = " ".join(property_["kiest"])
    if uit:
        waarde, keuzes = "gekozen", ()
    elif keuzes and waarde == "lijst":
        waarde = "vakjes"
    elif path == _LOGO:
        waarde = "logo"
    elif not keuzes and property_["noemt"]:
        uit = "principe" if key == "principe" else "alles"
    return Veld(
        pad=path,
        waarde=waarde,
        titel=_TITLES.get(key, property_["title"]),
        hulp=_HELP_OF_PATH.get(path)
        or _HELP_OF_KEY.get(key)
        or (_PICKED if uit and waarde == "gekozen" else f"{hulp} {_HELP.get(waarde, '')}".strip()),
        nodig=needed,
        patroon=_pattern(property_) if waarde not in ("vakjes", "gekozen", "logo") else "",
        keuzes=keuzes,
        uit=uit,
        standaard=standaard,
    )


@cache
def _starts() -> dict[str, Any]:
    """What a new file starts with, by the path of its key."""
    return {path: value for start in STARTS.values() for path, value in _flat(start, "")}


def _with_origin(path: str, titel: str, hulp: str, *, needed: bool) -> Groep:
    """A text with where it comes from; the origin of its caveat is carried along, not shown."""
    origin = (("", "Het staat zo in de bron"), ("eigen", "Ons eigen inzicht"), ("afgeleid", "Onze lezing van de bron"))
    more = (
        Veld(f"{path}.herkomst", "keuze", "Herkomst", keuzes=origin),
        Veld(f"{path}.bronnen", "gekozen", "Bronnen", _HELP["bronnen"], uit="bron"),
        Veld(f"{path}.teaser", "verborgen", ""),
        Veld(f"{path}.let_op.herkomst", "verborgen", ""),
        Veld(f"{path}.let_op.bronnen", "verborgen", ""),
        Veld(f"{path}.let_op.tekst", "tekst", "Let op", "Een kanttekening bij deze tekst."),
    )
    delen = (
        Veld(f"{path}.tekst", "tekst", titel, hulp, nodig=needed, bij=f"{path}."),
        Groep(f"Bronnen bij «{titel}»", "Waar komt deze tekst vandaan?", more, open=False),
    )
    return Groep(titel, hulp, delen, open=needed)


def _definition(told: Mapping[str, Any], reference: Mapping[str, Any]) -> Mapping[str, Any]:
    block: Mapping[str, Any] = told["$defs"][str(reference["$ref"]).rpartition("/")[2]]
    return block


def _pattern(property_: Mapping[str, Any]) -> str:
    if "items" in property_:
        longest_point = property_["items"].get("maxLength")
        return rf"^(?![^]*\S.{{{longest_point - 1},}}\S)" if longest_point else ""
    found: Mapping[str, Any] = next((one for one in _shapes(property_) if "pattern" in one or "maxLength" in one), {})
    longest = f"^(?=.{{1,{found['maxLength']}}}$)" if "maxLength" in found else ""
    return longest + str(found.get("pattern", ""))


def _choices(edition: Edition, property_: Mapping[str, Any], said: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    named = [kind_of(name) for name in property_["naar"]]
    if any(kind.of == "gemeente" for kind in named):
        return ()  # the form knows best which there are
    found = [
        (kind.name, id_, item.titel) for kind in named for id_, item in edition.framework.in_order(kind.name).items()
    ]
    if found:
        whole = property_["waarde"] == "verwijzing"
        return tuple((f"{name}:{id_}" if whole else id_, titel) for name, id_, titel in found)
    values = (value for one in _shapes(property_) for value in one.get("enum", ()))
    return tuple((value, said.get(value, value)) for value in values if isinstance(value, str))


def _shapes(property_: Mapping[str, Any]) -> tuple[Mapping[str, Any], ...]:
    """Return the shapes that a value may have; what may be left out has its own within it."""
    return property_, *property_.get("anyOf", ())


def _told(kind: str) -> Mapping[str, Any]:
    """Return what the rules say of a kind of file."""
    told: Mapping[str, Any] = form_rules()["soorten"][FILES[kind].schema or FILES[kind].name]
    return told


def _texts() -> Iterator[Veld]:
    """Yield a field for each place where a municipality says something itself."""
    for slot, question in VRAGEN["teksten"].items():
        yield Veld(slot, "tekst", capital(slot), question)


def _names(edition: Edition) -> dict[str, list[tuple[str, str]]]:
    """Return what can be picked by name, by kind: (id, name); of a question also whose it is."""
    framework = edition.framework
    found = {kind.name: _named(kind, framework.in_order(kind.name)) for kind in listed() if kind.of == "kern"}
    items = (*framework.startpunten.values(), *framework.factoren.values())
    found["vraag"] = [
        (vraag.id, f"{item.titel}: {vraag.vraag}") for item in items for vraag in item.open_vragen.punten if vraag.id
    ]
    found["bron"] = sorted(((id_, bron.kort) for id_, bron in framework.bronnen.items()), key=lambda one: fold(one[1]))
    found["pagina"] = list(PAGINAS.items())
    for old, new in successors(framework.kern).items():  # works still: the site uses what came in its place
        kind, _, id_ = old.partition(":")
        found.setdefault(kind, []).append((id_, f"{id_}, dat nu {new.partition(':')[2]} is"))
    return found


def _named(kind: Kind, items: Mapping[str, Any]) -> list[tuple[str, str]]:
    return [(id_, getattr(item, kind.title)) for id_, item in items.items()]


# ---- what is there ----


def own(edition: Edition) -> dict[str, Any]:
    """Return the municipality's own files, as the form holds them."""
    lokaal = edition.lokaal
    asked_at = {"gedragsprincipe": "principe"}
    held = {
        name: [_row(item) for item in lokaal.of(asked_at.get(name, name)).values()]
        for name, kind in FILES.items()
        if kind.is_folder
    }
    unfinished = "; ".join(lokaal.onaf)
    said = f"Nog niet af, en dus niet op de site: {unfinished}. Open daarvoor uw zip of uw map."
    return {
        **held,
        **({"onaf": said} if unfinished else {}),
        "gemeente": [_row(lokaal.gemeente)],
        "keuze": [_row(lokaal.keuze)],
        "zoekvraag": [{"zoekvragen": [_row(item) for item in lokaal.zoekvragen.values()]}],
        "teksten": [{slot: text.text.strip() for slot, text in lokaal.teksten.items()}],
    }


def _row(block: Blok) -> dict[str, Any]:
    return dict(_flat(block.model_dump(mode="json"), ""))


def _flat(held: Mapping[str, Any], before: str) -> Iterator[tuple[str, Any]]:
    for key, value in held.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{before}{key}.")
        elif isinstance(value, list):
            points = [dict(_flat(one, "")) if isinstance(one, Mapping) else " ".join(one.split()) for one in value]
            yield before + key, points
        else:
            yield before + key, {True: "ja", False: "nee"}[value] if isinstance(value, bool) else value or ""

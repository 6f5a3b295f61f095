"""The checks and what reading refuses → their manual: what each means, an example that fails, and its repair."""

from typing import NamedTuple


class Uitleg(NamedTuple):
    """What a message means, what gives it, and what it is when it has been mended."""

    uitleg: str
    fout: str
    goed: str


# What the reader and the model refuse before any check runs, and what is said after all of them: of the pages, which no
# check can make, and by the search.
BIJ_HET_LEZEN = {
    "bestand": Uitleg(
        "Een bestand ontbreekt, heeft een onbekende naam of staat in de verkeerde map.",
        "gemeente.yml",
        "gemeente.yaml",
    ),
    "leeg-bestand": Uitleg(
        "In het bestand staat niets.",
        "welkom.md, met niets erin",
        "welkom.md, met een zin erin",
    ),
    "niet-utf8": Uitleg(
        "Het bestand is niet als UTF-8 opgeslagen; letters met accenten gaan dan stuk. Of het is een keer als iets "
        "anders geopend en toen bewaard: dan staat er «Ã©» waar «é» stond.",
        "titel: Idee�n, opgeslagen als «Windows-1252» of «ANSI»",
        "titel: Ideeën, opgeslagen als «UTF-8»",
    ),
    "twee-versies": Uitleg(
        "In het bestand staan twee versies onder elkaar, die git niet zelf kon samenvoegen.",
        """\
<<<<<<< HEAD
Hier helpt
=======
Daar helpt
>>>>>>> kern
""",
        "Hier helpt",
    ),
    "onzichtbaar-teken": Uitleg(
        "Er staat een teken dat u niet ziet, of dat alleen in een ander programma een teken is.",
        'titel: "D\\u0007oel"',
        "titel: Doel",
    ),
    "yaml-kapot": Uitleg(
        "De YAML is niet te lezen: inspringing, aanhalingstekens, dubbele punten of haken.",
        'titel: "Doel',
        "titel: Doel",
    ),
    "yaml-anker": Uitleg(
        "Ankers (&) en verwijzingen (*) verbergen waar een tekst vandaan komt; schrijf de tekst uit.",
        """\
afspraken:
  <<: {vrij: [tempo]}
""",
        """\
afspraken:
  vrij: [tempo]
""",
    ),
    "dubbele-sleutel": Uitleg(
        "Dezelfde sleutel staat twee keer; YAML zou de eerste stil weggooien.",
        """\
titel: Doel
titel: Einddoel
""",
        "titel: Doel",
    ),
    "tekst-tussen-accolades": Uitleg(
        "Tussen { } breekt een komma een zin af, zonder foutmelding.",
        "definitie: {tekst: Waar jullie naartoe werken, samen dus, bronnen: [praatje]}",
        """\
definitie:
  tekst: Waar jullie naartoe werken, samen dus.
  bronnen: [praatje]
""",
    ),
    "onbekende-sleutel": Uitleg(
        "Deze sleutel bestaat niet; meestal een tikfout.",
        "title: Doel",
        "titel: Doel",
    ),
    "ontbreekt": Uitleg(
        "Een verplichte sleutel ontbreekt.",
        "id: helder",
        """\
id: helder
titel: We zeggen het helder
""",
    ),
    "leeg": Uitleg(
        "Een verplichte sleutel is leeg.",
        "titel:",
        "titel: Doel",
    ),
    "verkeerde-waarde": Uitleg(
        "De waarde past niet: een datum die niet bestaat, een woord dat niet in de lijst staat.",
        "op: 2026",
        'op: "2026-09-15"',
    ),
    "id-is-bestandsnaam": Uitleg(
        "De id is gelijk aan de naam van het bestand of de map.",
        """\
durven.yaml, met daarin
id: durf
""",
        """\
durven.yaml, met daarin
id: durven
""",
    ),
}
BIJ_DE_PAGINAS = {
    "pagina": Uitleg(
        "Een pagina van docs/ of het menu in mkdocs.yml klopt niet. Een aanroep tussen accolades is er niet, of hoort "
        "andere woorden te krijgen. Of een accolade is niet gesloten. Of een link of het menu noemt een pagina of kop "
        "die er niet is.",
        "{{ gesprekskaard() }}",
        "{{ gesprekskaart() }}",
    ),
    "uiterlijk-kapot": Uitleg(
        "Een stijlblad (.css), script (.js) of tekening (.svg) in docs/ of thema/ is zo niet te lezen. Een browser "
        "slaat dan een deel over zonder iets te zeggen. Een bestand op .min.js of .min.css, zoals van een ander, wordt "
        "niet bekeken.",
        ".kop { color: #154273",
        ".kop { color: #154273 }",
    ),
}
BIJ_HET_ZOEKEN = {
    "zoekvraag": Uitleg(
        "Een vraag uit zoekvragen.yaml vindt niet wat erbij staat onder de eerste drie. "
        "Zet het woord bij de «zoekwoorden» of «synoniemen» van wat gevonden moet worden, of pas de vraag aan.",
        "zoekwoorden: [oversteken]",
        "zoekwoorden: [oversteken, opvang]",
    ),
}

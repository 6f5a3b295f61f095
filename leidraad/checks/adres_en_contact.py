"""A municipality says where its leidraad stands and where a reader reports a mistake."""

from collections.abc import Iterator

from leidraad.model.use.framework import Framework
from leidraad.model.yaml.problem import Problem

ID = "adres-en-contact"
UITLEG = (
    "Zonder `adres` blijven onderdelen weg die een vast webadres nodig hebben. "
    "Eindigt het op de naam van uw map, dan staat die twee keer in elk vast adres. "
    "Zonder `contact` weet een lezer niet waar een fout gemeld kan worden."
)
FOUT = "contact:"
GOED = "contact: leidraad@fabeldam.example"

# The form says these too, with the values in the places of {}.
EIGEN_NAAM = (
    "dit adres eindigt op «{}», en de leidraad zet die er zelf achter; "
    "laat die hier weg, tenzij die er echt twee keer staat"
)
GEEN_ADRES = (
    "«Adres» is nog leeg; zonder webadres zijn er geen pakketten met kaarten en met alle links, "
    "en kan niemand wijzigingen volgen"
)
GEEN_CONTACT = "«Contact» is nog leeg; «Iets klopt niet?» geeft dan alleen tekst om te kopiëren"


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a hint for every municipality without a public address or a contact."""
    for lokaal in framework.gemeenten.values():
        gemeente = lokaal.gemeente
        if not gemeente.adres:
            yield Problem(gemeente.place("id"), GEEN_ADRES, ID, "let-op")
        elif gemeente.adres.rstrip("/").endswith(f"/{gemeente.id}"):
            yield Problem(gemeente.place("adres"), EIGEN_NAAM.format(gemeente.id), ID, "let-op")
        if not gemeente.contact and gemeente.spreekt_zelf:  # for those the project is asked
            yield Problem(gemeente.place("id"), GEEN_CONTACT, ID, "let-op")

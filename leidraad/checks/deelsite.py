"""Sources are linked at their publisher, author or institution."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from leidraad.model.use.framework import Framework
from leidraad.model.yaml.problem import Problem

ID = "deelsite"
UITLEG = (
    "Het adres van een bron is een DOI, of het adres van uitgever, auteur of instelling. "
    "Sites waar mensen andermans documenten delen, noemen we niet: liever geen link."
)
FOUT = "adres: https://nl.scribd.com/document/1"
GOED = "adres: https://www.uitgever.example/proef"
_SHARING = (
    "scribd",
    "5dok",
    "docplayer",
    "docslib",
    "coconote",
    "studylib",
    "expydoc",
    "adoc",
    "fdocuments",
    "pdfslide",
)


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a problem for every source with an address on a site for sharing documents."""
    for bron in framework.bronnen.values():
        host = urlsplit(bron.adres or "").hostname or ""
        if any(part in _SHARING for part in host.split(".")):
            message = f"{host} is een deelsite; noem het adres van de uitgever of instelling, of laat «adres» weg"
            yield Problem(bron.place("adres"), message, ID)

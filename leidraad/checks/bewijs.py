"""A claim rests on what gives it its label: studies with a direction, a search that found nothing, or a source."""

from collections.abc import Iterator

from leidraad.checks._through import through
from leidraad.model.types.onderzoeken import Bewijspunt, Onderzoek
from leidraad.model.use.bewijs import WITH_DIRECTION, sport_of
from leidraad.model.use.framework import Framework
from leidraad.model.yaml.problem import Problem

ID = "bewijs"
UITLEG = (
    "Hoe sterk het bewijs is, volgt uit de onderzoeken onder een bewering. Bij elk onderzoek dat iets vond, staat een "
    "`richting`. Een bewering waarbij niets gevonden is (`gezocht`), noemt geen onderzoek. "
    "Een onderzoek heeft de id van zijn bron in bronnen.yaml."
)
FOUT = "        - {naar: proef, past_op: onderdeel}"
GOED = "        - {naar: proef, past_op: onderdeel, richting: gunstig}"


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a problem for every claim from which no label follows, and for every study without its source."""
    for block in framework.core_blocks:
        if isinstance(block, Onderzoek) and block.id not in framework.known["bron"]:
            message = f"onderzoek «{block.id}» heeft geen bron; zet een bron met die id in bronnen.yaml"
            yield Problem(block.place("id"), message, ID)
    for value in through(framework).values:
        if isinstance(value.owner, Bewijspunt) and value.key == "bewering":
            yield from _claim(framework, value.owner)


def _claim(framework: Framework, punt: Bewijspunt) -> Iterator[Problem]:
    if punt.gezocht and punt.onderzoek:
        message = "«gezocht» zegt dat niets gevonden is, maar hier staat ook «onderzoek»; haal een van de twee weg"
        yield Problem(punt.place("gezocht"), message, ID)
    for index, koppeling in enumerate(punt.onderzoek):
        onderzoek = framework.onderzoeken.get(koppeling.naar)
        if onderzoek is None:
            continue  # said by onbekende-verwijzing
        directed = sport_of(onderzoek, koppeling) in WITH_DIRECTION
        if directed and koppeling.richting is None:
            message = f"zeg welke kant onderzoek «{koppeling.naar}» hier op wijst: vul «richting» in"
            yield Problem(punt.place("onderzoek", index), message, ID)
        elif koppeling.richting and not directed:
            message = f"onderzoek «{koppeling.naar}» heeft hier geen uitkomst; haal «richting» weg"
            yield Problem(punt.place("onderzoek", index), message, ID)

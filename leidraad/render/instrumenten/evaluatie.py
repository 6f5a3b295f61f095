"""The evaluation instrument on the screen → forms: samen kijken, inzet, teamoogst and zelfscan.

Each form is shown by its element only; without a script, the worksheet on the same page is the form.
"""

from typing import Any

from leidraad.model.types.igm import GEDRAG, Factor
from leidraad.model.types.instrumenten import Instrument, InstrumentDeel
from leidraad.model.use.dates import dutch_date
from leidraad.model.use.framework import Edition
from leidraad.model.use.names import slug_of
from leidraad.render.block.fragment import Fragment, link
from leidraad.render.gemeente.gemeente import CLOSING, NOT_BY, disclaimer

# Nothing about health: what happened besides, from a list that is fixed (domein §8: no more than is needed).
GEBEURD = (
    ("training", "Training of cursus"),
    ("ander-werk", "Ander werk of een andere plek"),
    ("thuis", "Thuis iets veranderd"),
    ("onderbreking", "Onderbreking"),
)
BUITEN_DE_SCHAAL = ("weet-niet", "zeg-niet")
RICHTINGEN = (("vooruit", "Vooruit"), ("gelijk", "Gelijk"), ("terug", "Terug"), ("weten-niet", "Weten we niet"))
HOE_VAAK = (("een-keer", "Eén keer"), ("paar-keer", "Een paar keer"), ("vaker", "Vaker"))
# What a form says of itself on paper, where its page is not: whose it is, and what is not in it.
VAN_WIE = {
    "samen-kijken": "Van een ((inwoner)) en een ((professional)) samen: wat de ((inwoner)) bij één gedrag zelf koos. "
    "Er staat geen cijfer in, en geen vergelijking met anderen.",
    "inzet-terugblik": "Van een ((professional)) en een ((inwoner)) bij één casus: wat er is gedaan, en wat er daarna "
    "veranderde. Of dat door de inzet kwam, staat er niet.",
    "teamoogst": "Van een team: wat het leerde van wat er is ingezet. "
    "Over één ((inwoner)) of één collega hoort er niets in te staan.",
    "zelfscan": "Van wie dit invulde, over het eigen werk. Het is niet voor een leidinggevende over een medewerker.",
}
_UITSPRAAK = "Uitspraak"  # the first column of a table that asks for a word per statement


def samen_kijken(edition: Edition) -> str:
    """Return the form for looking together: behaviour, factors, and a word per factor at each moment."""
    return _form(edition, "samen-kijken", "Samen kijken", factoren=_factoren(edition), gebeurd=GEBEURD)


def inzet(edition: Edition) -> str:
    """Return the form for looking back at activities: for which factor, how often, what changed, what was learnt."""
    return _form(edition, "inzet-terugblik", "Wat is er gedaan, en hielp het?", **_choices(edition), vaak=HOE_VAAK)


def teamoogst(edition: Edition) -> str:
    """Return the tally sheet of a team: activity and factor, what changed, what the team learnt."""
    return _form(edition, "teamoogst", "Teamoogst", **_choices(edition))


def zelfscan(edition: Edition) -> str:
    """Return the statements of the self-scan, a word for each, before and after."""
    item = edition.framework.instrumenten["zelfscan"]
    return _form(edition, "zelfscan", item.titel, delen=_constructen(item), woorden=_woorden(item))


def _form(edition: Edition, id_: str, titel: str, **values: Any) -> str:
    gemeente = edition.gemeente
    kern = edition.framework.kern.versie
    return Fragment(edition, "").render(
        f"render/instrumenten/formulier_{id_.replace('-', '_')}.html",
        id=id_,
        titel=titel,
        van_wie=VAN_WIE[id_],
        editie=f"{gemeente.naam} {gemeente.editie} ({dutch_date(gemeente.datum)}), gedeelde kern {kern}",
        uitgave=f"{disclaimer(gemeente)} {NOT_BY}",
        slot=CLOSING,
        koppen=gemeente.koppen.model_dump(),
        link=link,
        **values,
    )


def _factoren(edition: Edition) -> list[dict[str, Any]]:
    chosen = edition.factoren_in("gesprek").alle
    return [
        {
            "id": item.id,
            "titel": item.titel,
            "kort": item.schaal.stelling,
            "uitspraak": _statement(item),
            "woorden": _scale(item),
        }
        for item in chosen
    ]


def _statement(item: Factor) -> tuple[str, str]:
    before, _, after = item.schaal.uitspraak.partition(GEDRAG)
    return before, after


def _scale(item: Factor) -> list[tuple[str, str, str]]:
    schaal = item.schaal
    points = [(slug_of(punt.woord), punt.woord, punt.betekent) for punt in schaal.punten]
    return points + [(id_, text, "") for id_, text in zip(BUITEN_DE_SCHAAL, schaal.buiten_de_schaal, strict=True)]


def _choices(edition: Edition) -> dict[str, Any]:
    return {
        "activiteiten": [(item.id, item.titel) for item in edition.activiteiten.alle],
        "factoren": [(item.id, item.titel) for item in edition.factoren_in("gesprek").alle],
        "richtingen": RICHTINGEN,
    }


def _constructen(item: Instrument) -> list[tuple[InstrumentDeel, list[str]]]:
    delen = [deel for deel in item.onderdelen if deel.tabel and deel.tabel.kolommen[0] == _UITSPRAAK]
    return [(deel, [row[0] for row in deel.tabel.rijen]) for deel in delen if deel.tabel]


def _woorden(item: Instrument) -> list[tuple[str, str]]:
    first, _ = _constructen(item)[0]
    return [(slug_of(word), word) for word in (first.tabel.kolommen[1:] if first.tabel else ())]

"""Factors and the glossary → dialog cards for H5P: the content alone, for a system that has H5P.Dialogcards 1.9."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from markupsafe import escape

from leidraad.model.types.begrippen import Begrip
from leidraad.model.types.igm import Startpunt
from leidraad.model.use.addresses import address
from leidraad.model.use.framework import Edition
from leidraad.model.use.version import Version
from leidraad.outputs.zips.zipped import zipped
from leidraad.render.block.herkomst import WORDS
from leidraad.render.block.items import Item, plain_text
from leidraad.render.cursus.bronnen import regels
from leidraad.render.cursus.cursus import newest, of_edition, title_of
from leidraad.render.cursus.kaartjes import kaartjes
from leidraad.render.gemeente.gemeente import imprint

_OWN = "Waar geen bron bij staat, is de tekst ons eigen ontwerp."
_LIBRARY = {"machineName": "H5P.Dialogcards", "majorVersion": 1, "minorVersion": 9}
_WORDS = {
    "answer": "Draai om",
    "next": "Volgende",
    "prev": "Vorige",
    "retry": "Opnieuw",
    "correctAnswer": "Dit wist ik",
    "incorrectAnswer": "Dit wist ik niet",
    "round": "Ronde @round",
    "cardsLeft": "Nog @number kaarten",
    "nextRound": "Naar ronde @round",
    "startOver": "Begin opnieuw",
    "showSummary": "Volgende",
    "summary": "Overzicht",
    "summaryCardsRight": "Kaarten die je wist:",
    "summaryCardsWrong": "Kaarten die je niet wist:",
    "summaryCardsNotShown": "Kaarten die niet zijn getoond:",
    "summaryOverallScore": "Alles samen",
    "summaryCardsCompleted": "Kaarten die je kent:",
    "summaryCompletedRounds": "Gedane rondes:",
    "summaryAllDone": "Je hebt alle @cards kaarten gehad.",
    "progressText": "Kaart @card van @total",
    "cardFrontLabel": "Voorkant",
    "cardBackLabel": "Achterkant",
    "tipButtonLabel": "Toon tip",
    "audioNotSupported": "Je browser kan dit geluid niet afspelen",
    "confirmStartingOver": {
        "header": "Opnieuw beginnen?",
        "body": "Dan begint alles vooraan.",
        "cancelLabel": "Annuleer",
        "confirmLabel": "Begin opnieuw",
    },
}
_BEHAVIOUR = {
    "enableRetry": True,
    "disableBackwardsNavigation": False,
    "scaleTextNotCard": True,
    "randomCards": False,
    "maxProficiency": 5,
    "quickProgression": False,
}


def files(edition: Edition, version: Version) -> Iterator[tuple[str, bytes]]:
    """Yield the cards of doel, doelgedrag and the factors, and those of the glossary by letter."""
    for one in kaartjes(edition):
        yield address("kaartjes", one.id), _cards(edition, version, one.titel, one.items)


def _cards(edition: Edition, version: Version, what: str, chosen: Sequence[Item]) -> bytes:
    """Return the cards; above them stands their page as text, since this kind of content takes no links."""
    title = of_edition(edition, f"Kaartjes: {what}")
    page = address("pagina", "begrippen" if isinstance(chosen[0].blok, Begrip) else "factoren")
    back = newest(version, page)
    head = {
        "title": title,
        "language": "nl",
        "mainLibrary": _LIBRARY["machineName"],
        "embedTypes": ["iframe"],
        "license": "CC BY",
        "licenseVersion": "4.0",
        "licenseExtras": " ".join(imprint(edition)),
        **({"source": version.newest_url(page)} if back else {}),
        "preloadedDependencies": [_LIBRARY],
    }
    content = {
        "title": f"<p>{escape(title)}</p>",
        "mode": "normal",
        "description": f"<p>{escape(' '.join([*imprint(edition), _OWN, *([back] if back else [])]))}</p>",
        "dialogs": [_card(edition, item) for item in chosen],
        "behaviour": _BEHAVIOUR,
        **_WORDS,
    }
    return zipped([("h5p.json", _json(head)), ("content/content.json", _json(content))])


def _card(edition: Edition, item: Item) -> dict[str, Any]:
    asked = plain_text(edition, item.blok.kernvraag.tekst) if isinstance(item.blok, Startpunt) else ""
    back = f"<p>{escape(item.samenvatting)}</p>" + (f"<p>{escape(asked)}</p>" if asked else "")
    back += "".join(f"<p><em>{escape(line)}</em></p>" for line in _sources(edition, item))
    return {"text": f"<p>{escape(title_of(edition, item))}</p>", "answer": back, "tips": {}}


def _sources(edition: Edition, item: Item) -> Iterator[str]:
    """Yield where the text on the back comes from, with what one needs to find it."""
    blok = item.blok
    blocks = [blok.definitie] if isinstance(blok, Begrip) else []
    blocks += [blok.kern, blok.kernvraag] if isinstance(blok, Startpunt) else []
    for block in blocks:
        if block.bronnen:
            told = " ".join(regel.plain for regel in regels(edition.framework, block.bronnen))
            yield f"{WORDS[block.herkomst]} {told}"


def _json(held: dict[str, Any]) -> str:
    return json.dumps(held, ensure_ascii=False, separators=(",", ":"))

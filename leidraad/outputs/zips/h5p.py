"""Factors and the glossary → dialog cards for H5P: the content alone, for a system that has H5P.Dialogcards 1.9."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from markupsafe import escape

from leidraad.model.types.igm import Startpunt
from leidraad.model.use.addresses import address
from leidraad.model.use.framework import Edition
from leidraad.model.use.version import Version
from leidraad.outputs.zips.zipped import zipped
from leidraad.render.block.items import Item, items, plain_text
from leidraad.render.cursus.cursus import SITE, title_of
from leidraad.render.gemeente.gemeente import imprint

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


def files(edition: Edition, _: Version) -> Iterator[tuple[str, bytes]]:
    """Yield the cards of doel, doelgedrag and the factors, and those of the glossary."""
    factors = [item for item in items(edition) if isinstance(item.blok, Startpunt)]
    terms = [item for item in items(edition) if item.soort == "begrip"]
    yield address("kaartjes", "factoren"), _cards(edition, "doel, doelgedrag en factoren", factors)
    if terms:
        yield address("kaartjes", "begrippen"), _cards(edition, "begrippen", terms)


def _cards(edition: Edition, what: str, chosen: Sequence[Item]) -> bytes:
    title = f"{SITE}, {edition.gemeente.naam}: {what}"
    head = {
        "title": title,
        "language": "nl",
        "mainLibrary": _LIBRARY["machineName"],
        "embedTypes": ["iframe"],
        "license": "CC BY",
        "licenseVersion": "4.0",
        "licenseExtras": " ".join(imprint(edition)),
        "preloadedDependencies": [_LIBRARY],
    }
    content = {
        "title": f"<p>{escape(title)}</p>",
        "mode": "normal",
        "description": f"<p>{escape(' '.join(imprint(edition)))}</p>",
        "dialogs": [_card(edition, item) for item in chosen],
        "behaviour": _BEHAVIOUR,
        **_WORDS,
    }
    return zipped([("h5p.json", _json(head)), ("content/content.json", _json(content))])


def _card(edition: Edition, item: Item) -> dict[str, Any]:
    asked = plain_text(edition, item.blok.kernvraag.tekst) if isinstance(item.blok, Startpunt) else ""
    back = f"<p>{escape(item.samenvatting)}</p>" + (f"<p>{escape(asked)}</p>" if asked else "")
    return {"text": f"<p>{escape(title_of(edition, item))}</p>", "answer": back, "tips": {}}


def _json(held: dict[str, Any]) -> str:
    return json.dumps(held, ensure_ascii=False, separators=(",", ":"))

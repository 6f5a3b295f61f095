"""What the newest versions hold (leidraad.json) → the page on which municipalities read each other's principles."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from leidraad.model.compare.wijzigingen import words_of
from leidraad.model.use.markup import PLACEHOLDER
from leidraad.model.use.names import sort_key
from leidraad.render.block.fragment import render_page

Data = Mapping[str, Any]
FOLDER = "leren-van-elkaar"
_LINK = re.compile(r"\[([^\]]*)\]\([^()]*\)")
_KINDS = (
    ("Per onderdeel van willen en kunnen", ("startpunt", "factor"), "raakt_factoren"),
    ("Per stap", ("stap",), "stappen"),
)
TOLD = ("principe", *(kind for _, kinds, _ in _KINDS for kind in kinds))  # of which kinds it tells
_STATUS = ("vastgesteld", "getoetst", "concept", "voorbeeld", "gepubliceerd", "vervallen")


def sharing(newest: Mapping[str, Data]) -> dict[str, Data]:
    """Return the editions that say they may be read beside others, and have something to read."""
    return {
        slug: data
        for slug, data in newest.items()
        if data["gemeente"].get("deelt_principes") and data["gemeente"].get("soort") != "uit-publicatie" and _own(data)
    }


def learning_page(newest: Mapping[str, Data]) -> str:
    """Return the page, by subject and then each principle once; nothing when no edition shares."""
    shared = sharing(newest)
    if not shared:
        return ""
    principes = sorted(
        (_principe(slug, data, item) for slug, data in shared.items() for item in _own(data)),
        key=lambda one: (_STATUS.index(one["status"]), sort_key(one["titel"])),
    )
    groepen = [(kop, [*_by_subject(shared, principes, kinds, key)]) for kop, kinds, key in _KINDS]
    return render_page(
        "render/page/leren.html",
        principes=principes,
        groepen=groepen,
        gemeenten=sorted((data["gemeente"]["naam"] for data in shared.values()), key=sort_key),
        eerste=min(newest),
    )


def _own(data: Data) -> list[Data]:
    return [item for item in data["onderdelen"] if item["soort"] == "principe"]


def _principe(slug: str, data: Data, item: Data) -> dict[str, Any]:
    held, words = item["gegevens"], words_of(data)
    tested = [
        f"{one['groep']} ({one['doelgroep']})" if "doelgroep" in one else one["groep"]
        for one in held.get("getoetst_met", ())
    ]
    return {
        "plek": f"{slug}-{item['id']}",
        "titel": item["titel"],
        "adres": f"{slug}/nieuwste/{item['adres']}",
        "gemeente": data["gemeente"]["naam"],
        "verzonnen": data["gemeente"]["soort"] == "verzonnen",
        "status": held["status"],
        "getoetst": list(dict.fromkeys(tested)),
        "geleerd": [plain(text, words) for text in held.get("geleerd", ())],
        "onderdelen": {key: held.get(key, ()) for _, _, key in _KINDS},
    }


def _by_subject(
    shared: Mapping[str, Data], principes: Iterable[Mapping[str, Any]], kinds: tuple[str, ...], key: str
) -> Iterable[tuple[str, list[Mapping[str, Any]]]]:
    """Yield (title of an item of the core, the principles about it); what nobody wrote about is there too."""
    titles = {
        item["id"]: item["titel"] for data in shared.values() for item in data["onderdelen"] if item["soort"] in kinds
    }
    for id_, title in titles.items():
        yield title, [one for one in principes if id_ in one["onderdelen"][key]]


def plain(text: str, words: Mapping[str, str]) -> str:
    """Return a text without links and emphasis, in the own words of its municipality."""
    said = PLACEHOLDER.sub(lambda match: words.get(match[1], match[0]), _LINK.sub(r"\1", text))
    return " ".join(re.sub(r"(?<!\w)\*+|\*+(?!\w)", "", said).split())

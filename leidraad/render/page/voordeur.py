"""What the versions hold (leidraad.json) → the pages in front of them: the root, a municipality, the 404 page."""

import hashlib
import json
from base64 import b64encode
from collections.abc import Container, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from leidraad.model.use.dates import dutch_date
from leidraad.model.use.names import letter, sort_key
from leidraad.render.block.fragment import render_page
from leidraad.render.page.leren import FOLDER, sharing

Data = Mapping[str, Any]


def root_page(newest: Mapping[str, Data]) -> str:
    """Return the page of all municipalities, by letter; `newest` holds what the newest version of each slug holds."""
    rows = sorted((_row(slug, data) for slug, data in newest.items()), key=lambda row: sort_key(row["naam"]))
    groups = [(first, list(found)) for first, found in groupby(rows, key=lambda row: letter(row["naam"]))]
    return render_page(
        "render/page/gemeenten.html",
        groepen=groups,
        aantal=len(rows),
        eerste=min(newest, default=""),
        voorbeeld=_example(newest),
        leren=FOLDER if sharing(newest) else "",
    )


def municipality_page(slug: str, versions: Sequence[Data], archives: Container[str]) -> str:
    """Return the page of all versions of a municipality, the newest first; `archives` are those with a zip to read."""
    rows = [_row(slug, data) | {"zip": data["editie"] in archives} for data in versions]
    return render_page("render/page/versies.html", rijen=rows, nieuwste=rows[0], uitgave=versions[0]["uitgave"])


def _example(newest: Mapping[str, Data]) -> str:
    """Return the edition in which who has none yet reads on: an invented one, where there is one."""
    invented = [slug for slug, data in newest.items() if data["gemeente"].get("soort") == "verzonnen"]
    return min(invented or newest, default="")


def not_found_page(newest: Mapping[str, Data], style: str, script: str) -> str:
    """Return the page for an address that leads nowhere; it works at any depth, below any base path."""
    roots = {data["adres"]["nieuwste"].rsplit("/", 3)[0] + "/" for data in newest.values() if data["adres"]["nieuwste"]}
    return render_page(
        "render/page/niet-gevonden.html",
        style=style,
        script=script,
        style_hash=_hash(style),
        script_hash=_hash(script),
        slugs=json.dumps({slug: newest[slug]["gemeente"]["naam"] for slug in sorted(newest)}).replace("<", "\\u003c"),
        adres=roots.pop() if len(roots) == 1 else "",
    )


def _row(slug: str, data: Data) -> dict[str, Any]:
    return {
        "id": slug,
        "naam": data["gemeente"]["naam"],
        "ook": data["gemeente"].get("andere_namen", ()),
        "editie": data["editie"],
        "datum": dutch_date(date.fromisoformat(data["datum"])),
        "kern": data["kern"],
        "uitgave": data["uitgave"][0],
        "eigen": data["gemeente"].get("soort") == "eigen",
        "feed": bool(data["adres"]["nieuwste"]),
    }


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"

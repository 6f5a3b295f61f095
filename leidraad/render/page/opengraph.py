"""A page → what others show when someone shares its address: OpenGraph title, description and image."""

import re
from dataclasses import dataclass

from markupsafe import Markup, escape

from leidraad.model.use.framework import Edition
from leidraad.model.use.version import Version
from leidraad.render.block.between import filled

_TITLE = re.compile(r"<title>(.*?)(?: - (?:Kaart uit de )?Leidraad Gewogen Maatwerk)?</title>", re.S)
_DESCRIPTION = re.compile(r'<meta name="description" content="([^"]*)">')


@dataclass(frozen=True)
class Picture:
    """A picture: its whole address; of one that we drew also its size in pixels, and what is on it in words."""

    address: str
    size: tuple[int, int] | None = None
    words: str = ""


def with_sharing(
    edition: Edition, version: Version, address: str, picture: Picture | None, text: str, embed: str = ""
) -> str:
    """Return a page with its OpenGraph tags, and where it says how it is shown elsewhere (`embed`: oEmbed).

    Addresses in them are whole, so they are left out where the publication has none; in both copies under nieuwste.
    """
    title, description = _TITLE.search(text), _DESCRIPTION.search(text)
    values = {
        "og:type": "article",
        "og:locale": "nl_NL",
        "og:site_name": f"Leidraad Gewogen Maatwerk, {edition.gemeente.naam}",
        "og:title": Markup(title[1]) if title else "",  # stands escaped in the page
        "og:description": Markup(description[1]) if description else "",
        "og:url": version.newest_url(address),
        "og:image": picture.address if picture else "",
        "og:image:width": str(picture.size[0]) if picture and picture.size else "",
        "og:image:height": str(picture.size[1]) if picture and picture.size else "",
        "og:image:alt": picture.words if picture else "",
    }
    tags = [f'\n<meta property="{name}" content="{escape(value)}">' for name, value in values.items() if value]
    if embed:
        tags.append(f'\n<link rel="alternate" type="application/json+oembed" href="{escape(embed)}">')
    return filled(text, "delen", "".join(tags))

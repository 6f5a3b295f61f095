"""A page → what others show when someone shares its address: OpenGraph title, description and image."""

import re

from markupsafe import Markup

from leidraad.model.use.framework import Edition
from leidraad.model.use.version import Version

_PLACE = re.compile(r"<!--delen-->.*?<!--/delen-->", re.S)
_TITLE = re.compile(r"<title>(.*?)(?: - (?:Kaart uit de )?Leidraad Gewogen Maatwerk)?</title>", re.S)
_DESCRIPTION = re.compile(r'<meta name="description" content="([^"]*)">')


def with_sharing(edition: Edition, version: Version, address: str, image: str, text: str) -> str:
    """Return a page with its OpenGraph tags; `image` is the path of the municipality's picture, or nothing.

    Addresses in them are whole, so they are left out where the publication has none.
    """
    title, description = _TITLE.search(text), _DESCRIPTION.search(text)
    values = {
        "og:type": Markup("article"),
        "og:locale": Markup("nl_NL"),
        "og:site_name": Markup("Leidraad Gewogen Maatwerk, {}").format(edition.gemeente.naam),
        "og:title": Markup(title[1]) if title else "",  # stands escaped in the page
        "og:description": Markup(description[1]) if description else "",
        "og:url": version.newest_url(address),
        "og:image": version.url(image) if image else "",
    }
    tags = [
        Markup('\n<meta property="{}" content="{}">').format(name, value) for name, value in values.items() if value
    ]
    return _PLACE.sub(lambda _: f"<!--delen-->{''.join(tags)}<!--/delen-->", text)

"""The pages of nieuwste → sitemap.xml (sitemaps.org), dated by the edition; only where the public address is known."""

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from leidraad.model.use.version import Version


def sitemap(version: Version, pages: Sequence[str]) -> bytes:
    """Return the sitemap of these addresses, in their order."""
    root = Element("urlset", {"xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9"})
    for page in pages:
        entry = SubElement(root, "url")
        SubElement(entry, "loc").text = version.newest_url(page)
        SubElement(entry, "lastmod").text = version.datum.isoformat()
    indent(root, " ")
    return bytes(tostring(root, "utf-8", xml_declaration=True)) + b"\n"

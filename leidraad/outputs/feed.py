"""The versions of a municipality (leidraad.json) → an Atom feed of what changed (RFC 4287)."""

from collections.abc import Mapping, Sequence
from typing import Any
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from leidraad.model.compare.wijzigingen import summary
from leidraad.model.yaml.signs import without_unseen

Data = Mapping[str, Any]
_NAMESPACE = "http://www.w3.org/2005/Atom"


def feed(versions: Sequence[Data]) -> bytes:
    """Return the feed; `versions` come newest first, and the newest one's public address is known."""
    newest = versions[0]
    name = newest["gemeente"]["naam"]
    home = newest["adres"]["nieuwste"].removesuffix("nieuwste/")
    root = Element("feed", {"xmlns": _NAMESPACE, "xml:lang": "nl"})
    _text(root, "id", home)
    _text(root, "title", f"Leidraad Gewogen Maatwerk, {name}: wat is er veranderd")
    _text(root, "subtitle", newest["uitgave"][0])
    _text(root, "updated", _moment(newest))
    _text(root, "rights", newest["licentie"]["naam"])
    _text(SubElement(root, "author"), "name", f"Leidraad Gewogen Maatwerk, {name}")
    SubElement(root, "link", {"rel": "self", "href": f"{home}feed.xml"})
    SubElement(root, "link", {"rel": "alternate", "href": home})
    for number, data in enumerate(versions):
        before = versions[number + 1] if number + 1 < len(versions) else None
        _entry(root, f"{home}{data['editie']}/", before, data)
    indent(root, " ")
    return bytes(tostring(root, "utf-8", xml_declaration=True)) + b"\n"


def _entry(root: Element, address: str, before: Data | None, data: Data) -> None:
    entry = SubElement(root, "entry")
    _text(entry, "id", address)
    _text(entry, "title", f"Versie {data['editie']}")
    _text(entry, "updated", _moment(data))
    SubElement(entry, "link", {"rel": "alternate", "href": f"{address}veranderd/" if before else address})
    _text(entry, "summary", summary(before, data))


def _text(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = without_unseen(text)  # an older version may hold what XML cannot


def _moment(data: Data) -> str:
    return f"{data['datum']}T00:00:00Z"

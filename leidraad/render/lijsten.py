"""Everything of one kind → a list: the glossary, the sources, A to Z."""

import unicodedata
from collections.abc import Callable, Iterable
from itertools import groupby
from typing import TypeVar

from leidraad.model.framework import Edition
from leidraad.render.fragment import Fragment, link

Row = tuple[str, str, str, str]
Item = TypeVar("Item")


def sort_key(text: str) -> str:
    """Return the text as Dutch sorts it: without accents, capitals and marks in front."""
    plain = unicodedata.normalize("NFD", text.casefold())
    return "".join(letter for letter in plain if letter.isalnum() or letter == " ").strip()


def begrippen(edition: Edition) -> str:
    """Return the glossary, in alphabetical order."""
    items = sorted(edition.framework.begrippen.values(), key=lambda begrip: sort_key(begrip.term))
    return Fragment(edition, "").render("begrippen.html", groepen=_by_letter(items, lambda begrip: begrip.term))


def bronnen(edition: Edition) -> str:
    """Return the sources, in alphabetical order, with how far each was read."""
    items = sorted(edition.framework.bronnen.values(), key=lambda bron: sort_key(bron.kort))
    return Fragment(edition, "").render("bronnen.html", bronnen=items)


def alles(edition: Edition) -> str:
    """Return every item and glossary word with its other names, A to Z."""
    rows = sorted(set(_rows(edition)), key=lambda row: (sort_key(row[0]), row[1]))
    return Fragment(edition, "").render("alles.html", groepen=_by_letter(rows, lambda row: row[0]))


def _by_letter(items: Iterable[Item], name: Callable[[Item], str]) -> list[tuple[str, list[Item]]]:
    groups = groupby(items, key=lambda item: sort_key(name(item))[:1].upper())
    return [(letter, list(group)) for letter, group in groups]


def _rows(edition: Edition) -> list[Row]:
    rows: list[Row] = []
    framework = edition.framework
    for reference, item in framework.onderdelen.items():
        kind, _, id_ = reference.partition(":")
        rows.append((item.titel, kind, link(kind, id_), ""))
        rows += [(_capital(naam.term), kind, link(kind, id_), item.titel) for naam in item.ook_wel]
    for activiteit in framework.activiteiten.values():
        href = link("activiteit", activiteit.id)
        rows.append((activiteit.titel, "activiteit", href, ""))
        rows += [(_capital(naam.term), "activiteit", href, activiteit.titel) for naam in activiteit.ook_wel]
    rows += [(item.titel, "werkblad", link("instrument", item.id), "") for item in framework.instrumenten.values()]
    rows += [(item.titel, "casus", link("casus", item.id), "") for item in framework.casussen.values()]
    for principe in edition.lokaal.gedragsprincipes.values():
        kind = edition.gemeente.woorden.principe.enkelvoud
        rows.append((principe.titel, kind, link("principe", principe.id), ""))
    titles = {sort_key(row[0]) for row in rows}
    for begrip in framework.begrippen.values():
        if sort_key(begrip.term) not in titles:
            rows.append((_capital(begrip.term), "begrip", link("begrip", begrip.id), ""))
    return rows


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]

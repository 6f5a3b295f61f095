"""Kind and id of an item → its address within an edition (ids are frozen once published)."""

from leidraad.model.kinds import KINDS, kind_of

ADDRESSES = {kind.name: kind.address for kind in KINDS if kind.address} | {
    "bijeenkomst": "ontwikkelgroep/{id}/",
    "kaart": "kaart/{id}/",
    "cursus": "cursus/{id}/",
    "scorm": "cursus/scorm-{id}.zip",
    "les": "cursus/les-{id}.zip",
    "cartridge": "cursus/{id}.imscc",
    "vragen": "cursus/{id}.gift.txt",
    "kaartjes": "cursus/kaartjes-{id}.h5p",
    "dias": "cursus/dias-{id}.pptx",
    "oembed": "cursus/{id}/oembed.json",
    "links": "cursus/links-{id}.imscc",
    "pagina": "{id}/",
    "gesprekskaart": "gesprekskaart/#factor={id}",
    "noteren": "afwegen/verkennen/#factor={id}",
    "bestand": "{id}",
}

CARD_KINDS = frozenset(kind.name for kind in KINDS if kind.card)
COURSE_KINDS = frozenset(kind.name for kind in KINDS if kind.plural)
PACKAGE_KINDS = frozenset(kind.name for kind in KINDS if kind.package)
LESSON_KINDS = frozenset(kind.name for kind in KINDS if kind.lesson)
# What one whole course is made of, as a single thing to read.
COURSE_ITEM_KINDS = frozenset(kind.name for kind in KINDS if kind.lesson and kind.package)
# The place of an item in the list that leads to its page: until 2026 that was its address, so it stays alive.
PLACES = {kind.name: kind.place for kind in KINDS if kind.place}
# The pages that a text may link to (pagina:factoren), and what such a link is called.
PAGINAS = {
    "factoren": "De kaart van willen en kunnen",
    "activiteiten": "Activiteiten",
    "principes": "((Principes))",
    "stappen": "De vier stappen",
    "instrumenten": "Werkbladen",
    "afspraken": "Afspraken",
    "wet": "Wat de wet zegt: Participatiewet in balans",
    "blijven-werken": "Van plan naar blijven werken",
    "groepen": "Een groep is een vraag",
    "poster": "Poster",
    "kaarten": "Kaarten op papier",
    "bespreken": "Casus bespreken op het scherm",
    "gesprekskaart": "Gesprekskaart",
}


def address(kind: str, id_: str) -> str:
    """Return the address of an item relative to the edition's root; KeyError for an unknown kind."""
    return ADDRESSES[kind].format(id=id_)


def places(kind: str, id_: str) -> tuple[str, ...]:
    """Return every address that leads to an item: its own, and its place in the list of its kind where it has one."""
    return (address(kind, id_), PLACES[kind].format(id=id_)) if kind in PLACES else (address(kind, id_),)


def card(soort: str, id_: str) -> str:
    """Return the name of an item's card: a starting point has its page among the factors, and its card too."""
    return f"{kind_of(soort).card or soort}-{id_}"

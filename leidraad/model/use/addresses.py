"""Kind and id of an item → its address within an edition (design: ids are frozen once published)."""

ADDRESSES = {
    "stap": "stappen/{id}/",
    "startpunt": "factoren/{id}/",
    "factor": "factoren/{id}/",
    "activiteit": "activiteiten/#{id}",
    "instrument": "instrumenten/{id}/",
    "casus": "casussen/#{id}",
    "bijeenkomst": "ontwikkelgroep/{id}/",
    "route": "afwegen/{id}/",
    "principe": "principes/#{id}",
    "begrip": "begrippen/#{id}",
    "bron": "bronnen/#{id}",
    "kaart": "kaart/{id}/",
    "cursus": "cursus/{id}/",
    "scorm": "cursus/scorm-{id}.zip",
    "links": "cursus/links-{id}.imscc",
    "pagina": "{id}/",
    "bestand": "{id}",
}

CARD_KINDS = frozenset({"stap", "startpunt", "factor", "activiteit", "principe", "begrip"})
COURSE_KINDS = CARD_KINDS | {"instrument", "casus", "route"}
# The pages that a text may link to (pagina:factoren), and what such a link is called.
PAGINAS = {
    "factoren": "De kaart van het IGM",
    "activiteiten": "Activiteiten",
    "principes": "Principes",
    "stappen": "De vier stappen",
    "instrumenten": "Werkbladen",
    "afspraken": "Afspraken",
    "poster": "Poster",
    "kaarten": "Kaarten op papier",
    "bespreken": "Casus bespreken op het scherm",
}
PACKAGE_KINDS = frozenset({"stap", "startpunt", "factor", "principe"})


def address(kind: str, id_: str) -> str:
    """Return the address of an item relative to the edition's root; KeyError for an unknown kind."""
    return ADDRESSES[kind].format(id=id_)


def card(soort: str, id_: str) -> str:
    """Return the name of an item's card: a starting point has its page among the factors, and its card too."""
    return f"{'factor' if soort == 'startpunt' else soort}-{id_}"

"""Kind and id of an item → its address within an edition (design: ids are frozen once published)."""

ADDRESSES = {
    "stap": "stappen/{id}/",
    "startpunt": "factoren/{id}/",
    "factor": "factoren/{id}/",
    "activiteit": "activiteiten/#{id}",
    "instrument": "instrumenten/{id}/",
    "casus": "casussen/#{id}",
    "principe": "principes/#{id}",
    "begrip": "begrippen/#{id}",
    "bron": "bronnen/#{id}",
    "pagina": "{id}/",
}


def address(kind: str, id_: str) -> str:
    """Return the address of an item relative to the edition's root; KeyError for an unknown kind."""
    return ADDRESSES[kind].format(id=id_)

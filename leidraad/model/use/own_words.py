"""A placeholder such as ((inwoner)) or ((het principe)) → the municipality's own word, with what stands before it."""

from collections.abc import Mapping
from typing import Any

from leidraad.model.types.gemeente import Principewoord, Woord, Woorden
from leidraad.model.use.markup import PLACEHOLDERS, WITH_DE
from leidraad.model.use.names import capital

IN_PAGES = ("voor inwoners", "voor professionals")  # in a menu or a description, which no call can fill in


def own_word(woorden: Woorden, placeholder: str) -> str | None:
    """Return the words for a placeholder; a capital stays a capital. Nothing for one that is not known."""
    small = placeholder[:1].lower() + placeholder[1:]
    if small not in PLACEHOLDERS and small not in IN_PAGES:
        return None
    before, _, last = small.rpartition(" ")
    name = last.removesuffix("s")
    own = getattr(woorden, name)
    word: str = own.meervoud if last != name else own.enkelvoud
    if before in WITH_DE and not woorden.principe.has_het:
        before = WITH_DE[before]
    said = f"{before} {word}" if before else word
    return said if small == placeholder else capital(said)


def woorden_in(held: Mapping[str, Mapping[str, Any]]) -> Woorden:
    """Return the own words that a published edition holds."""
    types: Mapping[str, Any] = {"inwoner": Woord, "professional": Woord, "principe": Principewoord}
    words: Any = {name: kind.model_construct(**held[name]) for name, kind in types.items() if name in held}
    return Woorden.model_construct(**words)

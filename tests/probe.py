"""An edition or a framework in which every text is a given string: where it comes out wrong, escaping failed."""

from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from itertools import count
from pathlib import Path
from typing import TypeVar

from mkdocs.commands.build import build
from mkdocs.config import load_config

from leidraad.editions import current
from leidraad.model.types.base import Blok
from leidraad.model.use.framework import Edition, Framework, Items, Lokaal, OwnText
from leidraad.model.use.markup import text_fields

ROOT = Path(__file__).parents[1]
B = TypeVar("B", bound=Blok)
Texts = Callable[[str], str]  # the key of a field → the text to put there


def with_texts(block: B, texts: Texts) -> B:
    """Return a copy of a block in which every text for a reader is replaced."""
    changed: dict[str, object] = {}
    for key in type(block).model_fields:
        value = getattr(block, key)
        is_text = key in text_fields(type(block))
        if isinstance(value, str) and is_text:
            changed[key] = texts(key)
        elif isinstance(value, Blok):
            changed[key] = with_texts(value, texts)
        elif isinstance(value, tuple):
            changed[key] = tuple(
                with_texts(item, texts) if isinstance(item, Blok) else texts(key) if is_text else item for item in value
            )
    return block.model_copy(update=changed)


def items_with_texts(items: Items, texts: Texts, kinds: tuple[str, ...]) -> Items:
    """Return the items by kind, those of some kinds with every text replaced."""
    replaced = {kind: {id_: with_texts(item, texts) for id_, item in items[kind].items()} for kind in kinds}
    return {**items, **replaced}


def lokaal_with_texts(lokaal: Lokaal, texts: Texts) -> Lokaal:
    """Return a municipality in which every text is replaced."""
    return replace(
        lokaal,
        gemeente=with_texts(lokaal.gemeente, texts),
        items=items_with_texts(lokaal.items, texts, ("principe", "activiteit", "aanvulling")),
        teksten={slot: OwnText(slot, texts("text"), own.place) for slot, own in lokaal.teksten.items()},
    )


def framework_with_texts(framework: Framework, texts: Texts) -> Framework:
    """Return a core in which every text is replaced."""
    return replace(
        framework,
        kern=with_texts(framework.kern, texts),
        items=items_with_texts(framework.items, texts, ("bron", "begrip", "startpunt", "factor", "stap")),
    )


def numbered(text: str, given: list[str]) -> Texts:
    """Return a source of texts that each end in a number of their own; every text for a page is noted in `given`."""
    numbers = count()

    def next_text(key: str) -> str:
        numbered_text = f"{text}{next(numbers)}§"
        if key != "zoekwoorden":  # these are for the search alone
            given.append(numbered_text)
        return numbered_text

    return next_text


def build_edition(edition: Edition, site: Path, project: Path = ROOT) -> Path:
    """Build an edition with the real engine and macros.py, and the real pages or those of another project."""
    current.use(edition)
    try:
        build(load_config(str(project / "mkdocs.yml"), site_dir=str(site), strict=True))
    finally:
        current.use(None)
    return site


class Seen(HTMLParser):
    """What a browser would make of a page: its texts, its elements and their attributes."""

    def __init__(self, html: str) -> None:
        """Parse a page."""
        super().__init__()
        self.html = html
        self.texts: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        """Note a text."""
        self.texts.append(data)

    @property
    def all_text(self) -> str:
        """Every text and every value of an attribute."""
        values = [value or "" for _, attributes in self.elements for value in attributes.values()]
        return "\n".join([*self.texts, *values])

"""An edition at one moment → what stands at each of its addresses, made when it is asked for, as a build makes it."""

from collections.abc import Callable, Iterable
from functools import cached_property
from pathlib import Path

from leidraad.editions.bijwerken import update_report
from leidraad.editions.engine import gaps
from leidraad.editions.finish import finished
from leidraad.editions.here import framework_folder
from leidraad.editions.mistakes import as_far_as_it_goes
from leidraad.model.use.framework import Edition
from leidraad.model.use.version import Version
from leidraad.outputs import stijl
from leidraad.outputs.beside import outputs_without_pages
from leidraad.outputs.eigen_paginas import items_with_a_page, own_page
from leidraad.outputs.zoek import zoekindex
from leidraad.outputs.zoek.paginas import pages_in
from leidraad.render.block.fragment import in_own_words
from leidraad.render.block.items import Item
from leidraad.render.changes.bijwerken import as_html

REPORT = "bijwerken/index.html"  # an address that only the preview has
INDEX = (zoekindex.WINDOW_PATH, zoekindex.PATH, zoekindex.WORDS_PATH)


class Shown:
    """One edition, with the pages of the engine that it fills in."""

    def __init__(
        self, edition: Edition, version: Version, pages: Iterable[str], read: Callable[[str], str], *, partly: bool
    ) -> None:
        """Hold what to show: `pages` are the paths of the engine's pages, `read` gives one with its gaps.

        `partly` makes each block as far as it goes, where a part of the framework could not be read.
        """
        self.edition, self.version = edition, version
        self._pages, self._read = frozenset(pages), read
        self._filled: dict[str, str] = {}
        self._answers: dict[str, str] = {}
        self.style = dict(stijl.files(edition, version))  # in the place of a file of docs/
        self._made: dict[str, bytes] = {}
        self._to_make = outputs_without_pages(edition, version)
        self._partly = partly

    def page(self, path: str) -> str | None:
        """Return a page, of the engine or beside its pages, or nothing where there is none."""
        text = self._raw(path)
        return None if text is None else finished(self.edition, self.version, Path(path), text)

    def _raw(self, path: str) -> str | None:
        if path in self._pages:
            return self._of_the_engine(path)
        if item := self._own.get(path):
            make = {"make": as_far_as_it_goes} if self._partly else {}
            return own_page(self.edition, item, lambda adres: self._of_the_engine(f"{adres}index.html"), **make)
        if path == REPORT:
            publication = framework_folder().parent / "site"
            return as_html(update_report(self.edition.framework, self.edition.gemeente.id, publication))
        content = self._beside(path)
        return None if content is None else content.decode()

    def file(self, path: str) -> bytes | None:
        """Return another file that is made of the edition, or nothing where there is none."""
        if path in INDEX and path not in self._made:
            pages = sorted(Path(page) for page in self._pages if page.endswith("index.html"))
            texts = ((page, in_own_words(self.edition, self._of_the_engine(page.as_posix()))) for page in pages)
            self._made |= zoekindex.files(self.edition, pages_in(texts))
        return self._beside(path)

    def _beside(self, path: str) -> bytes | None:
        while path not in self._made and (made := next(self._to_make, None)):
            self._made[made[0]] = made[1]
        return self._made.get(path)

    @cached_property
    def _own(self) -> dict[str, Item]:
        return items_with_a_page(self.edition)

    def _of_the_engine(self, path: str) -> str:
        if path not in self._filled:
            self._filled[path] = gaps.filled(self._read(path), self._answer)
        return self._filled[path]

    def _answer(self, call: str) -> str:
        if call not in self._answers:
            function, args, values = gaps.call_of(call)
            self._answers[call] = (
                as_far_as_it_goes(function, self.edition, *args, **values)
                if self._partly
                else function(self.edition, *args, **values)
            )
        return self._answers[call]

"""The stencil → one edition in both its copies, from what is remembered of the editions made before it.

A page is filled in, finished and cut at what differs per edition once for all editions of which the same was read
(leidraad/model/use/seen.py). Nothing that was just written is read again.
"""

import shutil
import tempfile
from collections.abc import Iterable, Iterator
from functools import cache, partial
from pathlib import Path

from leidraad.editions.engine import gaps
from leidraad.editions.exchange import link_or_copy
from leidraad.editions.finish import finished_in_both, in_its_copy, is_listed, prepare
from leidraad.editions.here import public_address
from leidraad.model.use.framework import Edition
from leidraad.model.use.seen import Memory, Pieces, Reader, Remembered, fingerprint
from leidraad.model.use.version import NEWEST, version_at
from leidraad.outputs.beside import each_page, outputs_of_both
from leidraad.outputs.eigen_paginas import items_with_a_page, own_page
from leidraad.outputs.made import Made
from leidraad.outputs.sitemap import sitemap
from leidraad.outputs.well_formed import well_formed
from leidraad.outputs.zoek import zoekindex
from leidraad.outputs.zoek.paginas import Page, pages_in
from leidraad.render.block.fragment import glossary
from leidraad.render.block.items import Item

_OF_THE_PUBLICATION = "404.html"  # there is one for all editions


class Leaves:
    """The pages of a stencil, and what was made of them."""

    def __init__(self, stencil: Path) -> None:
        """Read the stencil, and prepare what is the same in every edition."""
        self._memory = Memory()
        pages = sorted(path for path in stencil.rglob("*.html") if path.name != _OF_THE_PUBLICATION)
        self._pages = {path.relative_to(stencil).as_posix(): path.read_text("utf-8") for path in pages}
        with tempfile.TemporaryDirectory() as beside:
            shutil.copytree(stencil, beside, ignore=shutil.ignore_patterns("*.html"), dirs_exist_ok=True)
            prepare(Path(beside))
            files = sorted(path for path in Path(beside).rglob("*") if path.is_file())
            self._files = {path.relative_to(beside).as_posix(): path.read_bytes() for path in files}

    def write(self, edition: Edition, folder: Path) -> None:
        """Write an edition to `folder`: nieuwste, and its fixed copy under its number.

        LookupError, TypeError or ValueError when a page calls for something that is not there.
        """
        self._memory.next_turn()
        newest, fixed = copies = folder / NEWEST, folder / edition.gemeente.editie
        is_free = partial(_is_free, edition)
        one, other = (
            Reader(edition, version_at(edition, copy, public_address()), self._memory, is_free) for copy in copies
        )
        listed = list[Path]()
        for at_newest, at_fixed in zip(self._made(one).values(), self._made(other).values(), strict=True):
            path, made = at_newest.path, _finished(one, at_newest)
            again = _finished(other, at_fixed) if made.is_of_one_copy else made
            pieces, can_be_found = made.value
            _write(newest / path, pieces.filled(one))
            if made is again and not pieces.says_which_copy:
                _link(newest / path, fixed / path)
            else:
                _write(fixed / path, again.value[0].filled(other))
            if can_be_found:
                listed.append(Path(path))
        own = {
            path: well_formed(path, content)
            for path, content in (
                *zoekindex.files(edition, [*self._read(one)]),
                *outputs_of_both(edition, one.real_version),
            )
        }
        for path, content in {**self._files, **own}.items():
            _write(newest / path, content)
            _link(newest / path, fixed / path)
        if one.real_version.adres:
            _write(newest / "sitemap.xml", sitemap(one.real_version, _addresses(listed)))

    def _made(self, reader: Reader) -> dict[str, Made]:
        """Return every page of an edition, to be made when it is asked for."""
        pages = [Made(path, None, partial(self._filled, reader, text)) for path, text in self._pages.items()]
        own = [
            Made(path, item, partial(self._own, reader, item))
            for path, item in items_with_a_page(reader.edition).items()
        ]
        return {made.path: made for made in (*pages, *each_page(reader.edition, reader.version), *own)}

    def _own(self, reader: Reader, item: Item) -> str:
        return self._filled(reader, own_page(reader.edition, item, self._listed))

    def _listed(self, address: str) -> str:
        return self._pages[f"{address}index.html"]

    def _filled(self, reader: Reader, text: str) -> str:
        def answer(call: str) -> str:
            function, args, values = gaps.call_of(call)
            return reader.recall(call, lambda: function(reader.edition, *args, **values))

        return gaps.filled(text, answer)

    def _read(self, reader: Reader) -> Iterator[Page]:
        """Yield what the search finds on the pages of the engine."""
        for path in (Path(path) for path in self._pages if path.endswith("index.html")):
            read = partial(self._texts, reader, path)
            yield from (_told(page, reader) for page in reader.recall(("gelezen", path), read))

    def _texts(self, reader: Reader, path: Path) -> list[Page]:
        return pages_in([(path, self._filled(reader, self._pages[path.as_posix()]))])


def _addresses(pages: Iterable[Path]) -> list[str]:
    return [page.as_posix().removesuffix("index.html") for page in sorted(pages) if page.name == "index.html"]


def _is_free(edition: Edition, value: str) -> bool:
    """Return whether nothing is done to a value in a text: no English word of the glossary is in it."""
    return not glossary(edition).english.search(value)


def _told(page: Page, reader: Reader) -> Page:
    """Return what was read of a page, with what differs per edition filled in."""
    tell = reader.told
    return Page(
        page.adres,
        tell(page.titel),
        tell(page.omschrijving),
        tuple(map(tell, page.koppen)),
        tuple((ids, tell(text)) for ids, text in page.teksten),
    )


def _finished(reader: Reader, made: Made) -> Remembered:
    key, path = (made.path, fingerprint(made.of)), Path(made.path)

    def whole() -> tuple[Pieces, bool]:
        if path.suffix != ".html":
            return Pieces(made.make()), False
        both = reader.recall(
            ("beide", *key), lambda: finished_in_both(reader.edition, reader.version, path, made.make())
        )
        return Pieces(in_its_copy(reader.version, path, both)), is_listed(reader.told(both))

    return reader.recalled(key, whole)


@cache
def leaves(stencil: Path) -> Leaves:
    """Return what is remembered of the editions that this process made of a stencil."""
    return Leaves(stencil)


def _write(path: Path, content: bytes) -> None:
    try:
        path.write_bytes(content)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _link(source: Path, target: Path) -> None:
    try:
        link_or_copy(source, target)
    except FileNotFoundError:
        target.parent.mkdir(parents=True, exist_ok=True)
        link_or_copy(source, target)

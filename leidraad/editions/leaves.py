"""The stencil → one edition in both its copies, from what is remembered of the editions made before it.

A page is filled in, finished and cut at what differs per edition once for all editions of which the same was read
(leidraad/model/use/seen/). Nothing that was just written is read again.
"""

import json
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path

from leidraad.editions.engine import gaps
from leidraad.editions.exchange import is_linked, link_or_copy, make_folders, write_new
from leidraad.editions.finish import finished, is_listed, is_prepared, prepare
from leidraad.editions.here import public_address
from leidraad.editions.kept import Kept
from leidraad.editions.publication import listing
from leidraad.editions.publication.fixed import CHANGES_PAGE, with_changes
from leidraad.model.use.collector import nothing_to_collect, pass_over
from leidraad.model.use.framework import Edition
from leidraad.model.use.seen.fingerprint import fingerprint
from leidraad.model.use.seen.pieces import Pieces
from leidraad.model.use.seen.reader import Reader
from leidraad.model.use.version import NEWEST, version_at
from leidraad.outputs import leidraad_json, oembed, stijl
from leidraad.outputs.beside import each_package, each_page
from leidraad.outputs.beside import files as files_beside
from leidraad.outputs.beside import texts as texts_beside
from leidraad.outputs.eigen_paginas import items_with_a_page, own_page
from leidraad.outputs.made import Made
from leidraad.outputs.sitemap import sitemap
from leidraad.outputs.well_formed import well_formed
from leidraad.outputs.zips.zipped import zipped
from leidraad.outputs.zoek import zoekindex
from leidraad.outputs.zoek.paginas import Page, Read, frame_of, page_of, read_block
from leidraad.render.block.fragment import glossary, in_own_words, templates_stay
from leidraad.render.block.items import Item
from leidraad.render.changes.veranderd import changes_block

_OF_THE_PUBLICATION = "404.html"  # there is one for all editions


class Leaves:
    """The pages of a stencil, and what was made of them."""

    def __init__(self, stencil: Path) -> None:
        """Read the stencil, and prepare what is the same in every edition."""
        templates_stay()
        self.kept = Kept()
        self._written: dict[int, tuple[bytes, str]] = {}  # what the last edition holds, and where
        pages = sorted(path for path in stencil.rglob("*.html") if path.name != _OF_THE_PUBLICATION)
        self._pages = {path.relative_to(stencil).as_posix(): path.read_text("utf-8") for path in pages}
        with _prepared(stencil) as beside:
            files = sorted(path for path in beside.rglob("*") if path.is_file() and path.suffix != ".html")
            self._files = {path.relative_to(beside).as_posix(): path.read_bytes() for path in files}

    def write(self, edition: Edition, folder: Path, before: listing.Data | None = None) -> None:
        """Write an edition to `folder`: nieuwste, and its fixed copy under its number.

        `before` is what the version published before this one holds. LookupError, TypeError or ValueError when a page
        calls for something that is not there.
        """
        with nothing_to_collect():
            self.kept.next_turn()
            self._write(edition, folder, before)
            pass_over()

    def _write(self, edition: Edition, folder: Path, before: listing.Data | None) -> None:
        newest, fixed = copies = folder / NEWEST, folder / edition.gemeente.editie
        is_free = partial(_is_free, edition)
        one, other = (
            Reader(edition, version_at(edition, copy, public_address()), self.kept.memory, is_free) for copy in copies
        )
        own = {path: well_formed(path, content) for path, content in self._beside(one)}
        own[leidraad_json.NAME], block = _changes(own, before)
        files, of_a_copy = {**self._files, **own}, _of_a_copy(other)
        listed = list[Path]()
        for path, page in self._made(one).items():
            pieces, can_be_found = _finished(one, page)
            files[path] = pieces.filled(one)
            if can_be_found:
                listed.append(Path(path))
        if (changes := CHANGES_PAGE.as_posix()) in files:
            files[changes] = with_changes(files[changes].decode(), block).encode()
        self._put(newest, files | _of_a_copy(one))
        make_folders(fixed, files)
        for path in files.keys() - of_a_copy.keys():
            link_or_copy(f"{newest}/{path}", f"{fixed}/{path}")
        _write(fixed, of_a_copy)
        if one.real_version.adres:
            _write(newest, {"sitemap.xml": sitemap(one.real_version, _addresses(listed))})
        for reader in (one, other):
            reader.close()

    def _put(self, folder: Path, files: Mapping[str, bytes]) -> None:
        """Write files; what the edition before holds as the same object is that same file."""
        make_folders(folder, files)
        before, self._written = self._written, {}
        for name, content in files.items():
            path, held = f"{folder}/{name}", before.get(id(content))
            if not (held and is_linked(held[1], path)):
                write_new(path, content)
            self._written[id(content)] = content, path

    def _beside(self, reader: Reader) -> Iterator[tuple[str, bytes]]:
        yield from zoekindex.files(reader.real, [*self._read(reader)], self.kept.said_by)
        yield from files_beside(reader.real, reader.real_version)
        for path, text in texts_beside(reader.edition, reader.version):
            yield path, Pieces(text).filled(reader)
        for package in each_package(reader.edition, reader.version):
            yield package.path, zipped((name, _told_in(reader, made)) for name, made in package.members)

    def _made(self, reader: Reader) -> dict[str, Made]:
        """Return every page of an edition by its path, to be made when it is asked for."""
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
        return gaps.filled(text, partial(self._answer, reader))

    def _answer(self, reader: Reader, call: str) -> str:
        function, args, values = gaps.call_of(call)
        return reader.recall(call, lambda: function(reader.edition, *args, **values))

    def _read(self, reader: Reader) -> Iterator[Page]:
        """Yield what the search finds on the pages of the engine."""

        def block(call: str) -> Read:
            return reader.recall(("gelezen", call), lambda: read_block(self._answer(reader, call)))

        for path in (Path(path) for path in self._pages if path.endswith("index.html")):
            if frame := reader.recall(("gelezen", path), partial(self._frame, reader, path)):
                description, read = frame
                yield _told(page_of(path, description, read.filled(block)), reader)

    def _frame(self, reader: Reader, path: Path) -> tuple[str, Read] | None:
        text = gaps.with_values(self._pages[path.as_posix()], partial(self._answer, reader))
        return frame_of(path, in_own_words(reader.edition, text), gaps.BLOCK)


@contextmanager
def _prepared(stencil: Path) -> Iterator[Path]:
    """Give a stencil in which the engine's own is left out: MkDocs had that done itself."""
    if is_prepared(stencil):
        yield stencil
        return
    with tempfile.TemporaryDirectory() as beside:
        shutil.copytree(stencil, beside, dirs_exist_ok=True)
        prepare(Path(beside))
        yield Path(beside)


def _changes(own: Mapping[str, bytes], before: listing.Data | None) -> tuple[bytes, str]:
    """Return leidraad.json with the version in which each item last changed, and the block of what changed."""
    data = own[leidraad_json.NAME]
    if before is None:
        return data, changes_block(None, {})
    held, core = json.loads(data), json.loads(own[leidraad_json.CORE_NAME])
    after = leidraad_json.dated(held, before, leidraad_json.whole(held, lambda: core))
    whole = leidraad_json.whole(after, lambda: core)
    return leidraad_json.as_json(after), changes_block(before, whole)


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


def _finished(reader: Reader, made: Made) -> tuple[Pieces, bool]:
    def whole() -> tuple[Pieces, bool]:
        text = finished(reader.edition, reader.version, Path(made.path), made.make())
        return Pieces(text), is_listed(text)

    return reader.recall((made.path, fingerprint(made.of)), whole)


def _of_a_copy(reader: Reader) -> dict[str, bytes]:
    """Return the files that are another in each of the two copies."""
    answers = {made.path: _told_in(reader, made) for made in oembed.each(reader.edition, reader.version)}
    return dict(stijl.files(reader.real, reader.real_version)) | answers


def _told_in(reader: Reader, made: Made) -> bytes:
    """Return what a file in a package says."""
    return reader.recall((made.path, fingerprint(made.of)), partial(_pieces, made)).filled(reader)


def _pieces(made: Made) -> Pieces:
    return Pieces(made.make())


@cache
def leaves(stencil: Path) -> Leaves:
    """Return what is remembered of the editions that this process made of a stencil."""
    return Leaves(stencil)


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    make_folders(folder, files)
    for name, content in files.items():
        write_new(f"{folder}/{name}", content)

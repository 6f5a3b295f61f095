"""A finished nieuwste → its fixed copy, and what changed since the version before."""

import json
import re
from pathlib import Path

from leidraad.editions.exchange import link_tree, write_anew
from leidraad.editions.here import public_address
from leidraad.editions.publication import listing
from leidraad.model.use.framework import Edition
from leidraad.model.use.version import NEWEST, version_at
from leidraad.outputs.beside import outputs_of_a_copy
from leidraad.outputs.leidraad_json import NAME, as_json, dated
from leidraad.render.changes.veranderd import changes_block

_ONLY_NEWEST = ("404.html", "sitemap.xml", "sitemap.xml.gz")
_CHANGES = re.compile(r'<div class="veranderd">\s*<!--veranderd-->.*?<!--/veranderd-->\s*</div>', re.S)
CHANGES_PAGE = Path("veranderd") / "index.html"


def complete(edition: Edition, folder: Path, before: listing.Data | None) -> None:
    """Make the municipality's folder whole: `folder` holds nieuwste, finished; the edition is the current one.

    `before` is what the version published before this one holds.
    """
    newest, number = folder / NEWEST, edition.gemeente.editie
    (newest / "404.html").unlink(missing_ok=True)  # there is one for the whole publication, at its root
    link_tree(newest, folder / number)  # stored once; what differs is written anew
    for name in _ONLY_NEWEST:
        (folder / number / name).unlink(missing_ok=True)
    version = version_at(edition, (folder / number).absolute(), public_address())
    for path, content in outputs_of_a_copy(edition, version):
        write_anew(folder / number / path, content)
    fill_changes(folder, version.number, before)


def fill_changes(folder: Path, number: str, before: listing.Data | None) -> None:
    """Write in both copies what changed since `before`, and since when."""
    held = json.loads((folder / number / NAME).read_text("utf-8"))
    whole = listing.read(folder / number)
    after, block = dated(held, before, whole), changes_block(before, whole)
    for copy in (NEWEST, number):
        if after != held:
            write_anew(folder / copy / NAME, as_json(after))
        path = folder / copy / CHANGES_PAGE
        if path.is_file():
            write_anew(path, with_changes(path.read_text("utf-8"), block).encode())


def with_changes(text: str, block: str) -> str:
    """Return the page of what changed with the block in its place."""
    return _CHANGES.sub(lambda _: block, text)

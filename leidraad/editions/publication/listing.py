"""A tree of editions → its front pages: the root, a page and versions.json per municipality, the feed, one 404."""

import json
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from leidraad.editions.exchange import write_anew
from leidraad.editions.publication.reading_copy import name as archive
from leidraad.model.types.base import VERSION_PATTERN
from leidraad.model.use.version import NEWEST
from leidraad.outputs import leidraad_json, security_txt
from leidraad.outputs.feed import feed
from leidraad.outputs.leidraad_json import NAME
from leidraad.render.page.leren import FOLDER as LEARNING
from leidraad.render.page.leren import TOLD, learning_page
from leidraad.render.page.voordeur import municipality_page, not_found_page, root_page

_MODULE = re.compile(r"\bexport (?=const|function)|\bimport\s*\{[^}]*\}\s*from\s*\"[^\"]*\";\s*")

# what may stand in a tree without editions
_KNOWN = ("index.html", "404.html", "CNAME", "README.md", "robots.txt", "web.config")
_FRONT = ("index.html", "404.html", f"{LEARNING}/index.html")  # what is written anew beside the editions
_OF_ONE = ("index.html", "versions.json", "feed.xml")  # and beside the versions of one municipality
_OURS = "Leidraad Gewogen Maatwerk"  # in the title of each of them, since the first that was built

Data = dict[str, Any]


@dataclass(frozen=True)
class Built:
    """One fixed version in a tree: its number, what it holds but for its items, and the addresses of its pages."""

    number: str
    data: Data
    pages: frozenset[str]


def order(number: str) -> tuple[int, ...]:
    """Return what version numbers are sorted by: 2026.10 comes after 2026.9."""
    return tuple(int(part) for part in number.split("."))


def numbers(folder: Path) -> list[str]:
    """Return the numbers of the fixed versions in a municipality's folder, the newest first."""
    found = [path.name for path in _versions(folder) if (path / NAME).is_file()]
    return sorted(found, key=order, reverse=True)


def _versions(folder: Path) -> Iterator[Path]:
    return (path for path in folder.glob("[!.]*") if re.match(VERSION_PATTERN, path.name))


def read(folder: Path) -> Data:
    """Return what the leidraad.json of a version holds, and kern.json beside it."""
    return leidraad_json.read(folder)


def pages(folder: Path) -> frozenset[str]:
    """Return the addresses of all pages of a version, relative to it."""
    start = len(str(folder)) + 1
    found = (f"{inside}/"[start:] for inside, _, names in os.walk(folder) if "index.html" in names)
    return frozenset(path.replace(os.sep, "/") for path in found)


def versions(folder: Path) -> list[Built]:
    """Return the fixed versions of a municipality, the newest first."""
    return [
        Built(number, leidraad_json.own_of(folder / number, ()), pages(folder / number)) for number in numbers(folder)
    ]


def before(folder: Path, number: str) -> Data | None:
    """Return what the last version before `number` holds, or nothing when there is none.

    DamagedError where a version lost what it holds: it would no longer be listed.
    """
    for path in _versions(folder):
        if not (path / NAME).is_file():
            raise leidraad_json.DamagedError(path / NAME)
    earlier = [found for found in numbers(folder) if order(found) < order(number)]
    return read(folder / earlier[0]) if earlier else None


def municipalities(tree: Path) -> list[str]:
    """Return the slugs of the municipalities in a tree."""
    return sorted(path.name for path in tree.glob("[!.]*") if path.is_dir() and numbers(path))


def strange(folder: Path, slugs: Iterable[str] = ()) -> str:
    """Return the name of something that is not ours, and would stand among ours or go, or nothing where all is well.

    In a folder without editions that is whatever stands there; else a page in the place of one of ours, or what stands
    in a municipality's folder (of `slugs`, which are built again) beside its versions.
    """
    names = sorted(path.name for path in folder.glob("[!.]*") if path.name not in _KNOWN)
    if names and not any(folder.glob(f"*/{NEWEST}")):
        return names[0]
    for name in _FRONT:
        if (folder / name).exists() and not _is_ours(folder / name):
            return name
    return next((name for slug in slugs for name in _strange_of(folder / slug)), "")


def _is_ours(page: Path) -> bool:
    return page.is_file() and _OURS in page.read_text("utf-8", errors="replace")


def _strange_of(folder: Path) -> Iterator[str]:
    """Yield what stands in a municipality's folder and is no version of it, nor about them."""
    if not folder.is_dir():
        yield from [folder.name] if folder.exists() else ()
        return
    versions = {NEWEST, *(path.name for path in _versions(folder))}
    names = sorted(path.name for path in folder.glob("[!.]*") if path.name not in versions)
    is_built = versions - {NEWEST} or (folder / NEWEST).is_dir()
    is_other = (folder / _OF_ONE[0]).exists() and not _is_ours(folder / _OF_ONE[0])
    ours = _OF_ONE[is_other:] if is_built else ()
    yield from (f"{folder.name}/{name}" for name in names if name not in ours)


def unknown_newest(folder: Path, slugs: Iterable[str]) -> str:
    """Return the folder that has the name of our newest version beside no version of ours, or nothing."""
    newest = (folder / slug / NEWEST for slug in slugs if not any(_versions(folder / slug)))
    return next((path.relative_to(folder).as_posix() for path in newest if path.exists()), "")


def write_municipality(folder: Path) -> None:
    """Write the page of all versions, versions.json and, where the public address is known, the feed."""
    found = versions(folder)
    slug = found[0].data["gemeente"]["id"]
    archives = {built.number for built in found if (folder / built.number / archive(slug, built.number)).is_file()}
    page = municipality_page(slug, [built.data for built in found], archives)
    write_anew(folder / "index.html", page.encode())
    write_anew(folder / "versions.json", (json.dumps(_for_selectors(found), indent=1) + "\n").encode())
    (folder / "feed.xml").unlink(missing_ok=True)
    if found[0].data["adres"]["nieuwste"]:
        write_anew(folder / "feed.xml", feed([read(folder / built.number) for built in found]))


def _for_selectors(found: list[Built]) -> list[Data]:
    """The form that Material and mike read; `zonder` names the pages that other versions have and this one has not."""
    every = frozenset[str]().union(*(built.pages for built in found))
    return [
        {
            "version": built.number,
            "title": built.number,
            "aliases": [NEWEST] if built is found[0] else [],
            "properties": {"zonder": sorted(every - built.pages)},
        }
        for built in found
    ]


def front(tree: Path) -> list[bytes]:
    """Return the pages that name every municipality, as far as they are there."""
    return [path.read_bytes() for path in (tree / "index.html", tree / "404.html") if path.is_file()]


def write_root(tree: Path) -> bool:
    """Write the page that lists the municipalities, the one page for an address that leads nowhere, security.txt.

    Returns whether any of them has an address, so that pages name pictures.
    """
    slugs = municipalities(tree)
    newest = {slug: leidraad_json.own_of(tree / slug / numbers(tree / slug)[0], TOLD) for slug in slugs}
    write_anew(tree / "index.html", root_page(newest).encode())
    write_anew(tree / "404.html", not_found_page(newest, *_own_files(tree, slugs)).encode())
    _write_learning(tree / LEARNING / "index.html", learning_page(newest))
    _write_security(tree / security_txt.PATH, security_txt.security_txt(newest))
    return any(data["adres"]["nieuwste"] for data in newest.values())


def _write_learning(path: Path, page: str) -> None:
    """Write the page on which municipalities read each other; it goes when nobody shares any more."""
    if page:
        path.parent.mkdir(exist_ok=True)
        write_anew(path, page.encode())
    elif path.exists():
        path.unlink()
        path.parent.rmdir()


def _write_security(path: Path, text: str) -> None:
    """Write security.txt; one that somebody else put there stays."""
    if path.exists() and not path.read_text("utf-8", errors="replace").startswith(security_txt.OURS):
        return
    if text:
        write_anew(path, text.encode())
    else:
        path.unlink(missing_ok=True)


def _own_files(tree: Path, slugs: Iterable[str]) -> tuple[str, str]:
    """The 404 page may appear at any depth: it holds its style and scripts, which the editions carry as files."""
    for slug in slugs:
        assets = tree / slug / NEWEST / "assets"
        names = ("voordeur/niet-gevonden.css", "schil/in-de-hoek.css", "lib/namen.js", "voordeur/niet-gevonden.js")
        if all((assets / name).is_file() for name in names):
            style, corner, names_script, script = ((assets / name).read_text("utf-8") for name in names)
            return style + corner, "{\n" + _MODULE.sub("", names_script) + "\n" + _MODULE.sub("", script) + "\n}"
    return "", ""

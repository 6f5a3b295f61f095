"""A published version → one zip to read and print from the disk, where scripts and links to a folder do not work."""

import posixpath
import re
from collections.abc import Container, Iterator
from html import escape
from pathlib import Path
from urllib.parse import urldefrag

from leidraad.editions.exchange import write_anew
from leidraad.model.use.version import Version
from leidraad.outputs.zips.zipped import joined

_SCRIPT = re.compile(r"<script[^>]*>.*?</script>\s*", re.S)
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>\s*')
_LINK = re.compile(r'(<(?:a|link|img|image|use|iframe)\b[^>]*?\s(?:xlink:)?(?:href|src)=")([^"#][^"]*)(")')
_REFRESH = re.compile(r'(?:<noscript>)?(<meta http-equiv="refresh" content="0; url=)([^"]*)(">)(?:</noscript>)?')
_OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|//")
_BODY = re.compile(r"<body[^>]*>")
_LEVEL = 6  # smaller takes longer than it is worth
_READ = (".html", ".css", ".svg", ".png", ".jpg", ".webp", ".woff2")


def name(slug: str, number: str) -> str:
    """Return the name of the zip of a version."""
    return f"leidraad-{slug}-{number}.zip"


def write(folder: Path, version: Version) -> None:
    """Write the zip of a built version into its folder; the same bytes for the same version."""
    archive = name(version.slug, version.number)
    write_anew(folder / archive, joined(_files(folder, version, archive.removesuffix(".zip")), version.datum, _LEVEL))


def _files(folder: Path, version: Version, within: str) -> Iterator[tuple[str, bytes]]:
    """Yield its pages, styles and images."""
    files = sorted(path for path in folder.rglob("*") if path.suffix in _READ and path.is_file())
    disk = Disk(frozenset(path.relative_to(folder).as_posix() for path in files), version)
    for path in files:
        place, content = path.relative_to(folder).as_posix(), path.read_bytes()
        yield f"{within}/{place}", page(content.decode(), place, disk).encode() if path.suffix == ".html" else content


class Disk:
    """The zip of a version, unpacked: where a link on a page of it leads to from there."""

    def __init__(self, names: Container[str], version: Version) -> None:
        """Hold the names of the files in the zip."""
        self._names, self.version = names, version
        self._found: dict[tuple[str, str], str] = {}  # pages link to the same pages again and again

    def place(self, link: str, beside: str) -> str:
        """Return what a link in the folder `beside` leads to.

        A link to a folder names its index.html; what is not in the zip is on the website, or this page when unknown.
        """
        if (link, beside) not in self._found:
            self._found[link, beside] = self._place(link, beside)
        return self._found[link, beside]

    def _place(self, link: str, beside: str) -> str:
        if _OUTSIDE.match(link):
            return link
        target, anchor = urldefrag(link)
        asked = posixpath.normpath(posixpath.join(beside, target))
        folder = target.endswith(("/", "..")) or target in ("", ".")
        wanted = posixpath.normpath(posixpath.join(asked, "index.html")) if folder else asked
        if wanted in self._names:
            found = posixpath.relpath(wanted, beside or ".")
            return f"{found}#{anchor}" if anchor else found
        version = self.version
        away = posixpath.normpath(posixpath.join(version.slug, version.number, asked))
        return f"{version.adres}/{away}{'/' if folder else ''}" if version.adres else "#"


def page(text: str, within: str, disk: Disk) -> str:
    """Return a page for reading from the disk."""
    beside = posixpath.dirname(within)
    text = _POLICY.sub("", _SCRIPT.sub("", text))
    text = _REFRESH.sub(lambda match: match[1] + disk.place(match[2], beside) + match[3], text)
    text = _LINK.sub(lambda match: match[1] + disk.place(match[2], beside) + match[3], text)
    return _BODY.sub(lambda match: f"{match[0]}\n{_line(disk.version)}", text, count=1)


def _line(version: Version) -> str:
    where = f' op <a href="{escape(version.newest_url())}">de website</a>' if version.adres else " op de website"
    return f'<p class="kop__vast">Kopie om te lezen en af te drukken. De gids en het zoeken werken alleen{where}.</p>'

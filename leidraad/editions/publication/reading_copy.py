"""A built version → one zip to read and print from the disk, where scripts and links to a folder do not work."""

import posixpath
import re
import zipfile
from functools import lru_cache
from html import escape
from io import BytesIO
from pathlib import Path
from urllib.parse import urldefrag

from leidraad.model.use.version import Version

_SCRIPT = re.compile(r"<script[^>]*>.*?</script>\s*", re.S)
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>\s*')
_LINK = re.compile(r'(<(?:a|link|img|image|use|iframe)\b[^>]*?\s(?:xlink:)?(?:href|src)=")([^"#][^"]*)(")')
_REFRESH = re.compile(r'<noscript>(<meta http-equiv="refresh" content="0; url=)([^"]*)(">)</noscript>')
_OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|//")
_BODY = re.compile(r"<body[^>]*>")
_READ = (".html", ".css", ".svg", ".png", ".jpg", ".webp", ".woff2")


def name(version: Version) -> str:
    """Return the name of the zip of a version."""
    return f"leidraad-{version.slug}-{version.number}.zip"


def reading_copy(folder: Path, version: Version) -> bytes:
    """Return the zip of a built version: its pages, styles and images, the same bytes for the same version."""
    held = BytesIO()
    files = sorted(path for path in folder.rglob("*") if path.suffix in _READ and path.is_file())
    names = frozenset(path.relative_to(folder).as_posix() for path in files)
    with zipfile.ZipFile(held, "w") as archive:
        for path in files:
            within = path.relative_to(folder).as_posix()
            content = path.read_bytes()
            if path.suffix == ".html":
                content = page(content.decode(), within, names, version).encode()
            _add(archive, f"leidraad-{version.slug}-{version.number}/{within}", content, version)
    return held.getvalue()


def _add(archive: zipfile.ZipFile, name: str, content: bytes, version: Version) -> None:
    day = version.datum
    info = zipfile.ZipInfo(name, (max(day.year, 1980), day.month, day.day, 0, 0, 0))
    info.external_attr = 0o644 << 16
    info.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(info, content)


def page(text: str, within: str, names: frozenset[str], version: Version) -> str:
    """Return a page for reading from the disk; `names` are the files in the zip."""
    beside = posixpath.dirname(within)
    text = _POLICY.sub("", _SCRIPT.sub("", text))
    text = _REFRESH.sub(lambda match: match[1] + _on_disk(match[2], beside, names, version) + match[3], text)
    text = _LINK.sub(lambda match: match[1] + _on_disk(match[2], beside, names, version) + match[3], text)
    return _BODY.sub(lambda match: f"{match[0]}\n{_line(version)}", text, count=1)


@lru_cache(maxsize=20_000)  # pages link to the same pages again and again
def _on_disk(link: str, beside: str, names: frozenset[str], version: Version) -> str:
    """Return what a link in the folder `beside` leads to from the disk.

    A link to a folder names its index.html; what is not in the zip is on the website, or this page when unknown.
    """
    if _OUTSIDE.match(link):
        return link
    target, anchor = urldefrag(link)
    asked = posixpath.normpath(posixpath.join(beside, target))
    folder = target.endswith(("/", "..")) or target in ("", ".")
    wanted = posixpath.normpath(posixpath.join(asked, "index.html")) if folder else asked
    if wanted in names:
        found = posixpath.relpath(wanted, beside or ".")
        return f"{found}#{anchor}" if anchor else found
    away = posixpath.normpath(posixpath.join(version.slug, version.number, asked))
    return f"{version.adres}/{away}{'/' if folder else ''}" if version.adres else "#"


def _line(version: Version) -> str:
    where = f' op <a href="{escape(version.newest_url())}">de website</a>' if version.adres else " op de website"
    return f'<p class="kop__vast">Kopie om te lezen en af te drukken. De gids en het zoeken werken alleen{where}.</p>'

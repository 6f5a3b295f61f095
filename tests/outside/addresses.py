"""Every address in every package, asked for of a host: at its root, and below a path."""

import html
import re
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urldefrag

from tests.outside.common import ROOT, environment, packages
from tests.site.server import serve

HOST = "https://gastheer.example"
KINDS = ("*.zip", "*.imscc", "*.pptx", "*.h5p", "*.txt", "*/oembed.json")
URL = re.compile(rf"{HOST}/[^\s\"'<>\\)]+")


def run(_: Path, __: Path) -> Iterator[str]:
    """Build for a host without and with a path, and ask for whatever a package names there."""
    for path in ("", "/pad"):
        with tempfile.TemporaryDirectory() as folder:
            words = [str(Path(sys.executable).with_name("leidraad")), "build", "--doel", f"{folder}{path}"]
            subprocess.run(words, cwd=ROOT, env=environment(SITE_URL=HOST + path), check=True, capture_output=True)
            found = {
                url for kind in KINDS for package in packages(Path(f"{folder}{path}"), kind) for url in _in(package)
            }
            with serve(Path(folder)) as server:
                dead = sorted(url for url in found if not _is_alive(url, server.address))
        assert not dead, dead[:9]
        assert all(url.startswith(f"{HOST}{path}/") for url in found)
        yield f"{HOST}{path}/: {len(found)} addresses, all alive"


def _in(package: Path) -> set[str]:
    if not zipfile.is_zipfile(package):
        texts = [package.read_text("utf-8").replace("\\:", ":")]
    else:
        with zipfile.ZipFile(package) as archive:
            texts = [archive.read(name).decode("utf-8", "ignore") for name in archive.namelist()]
    return {html.unescape(url).rstrip(".,") for text in texts for url in URL.findall(html.unescape(text))}


def _is_alive(url: str, server: str) -> bool:
    """Whether the page is there, and in it the place that the address names."""
    place, anchor = urldefrag(url.replace(f"{HOST}/", server, 1))
    try:
        with urllib.request.urlopen(place) as answer:  # noqa: S310  # a server of our own
            return not anchor or f'id="{anchor}"' in answer.read().decode("utf-8", "ignore")
    except urllib.error.HTTPError:
        return False

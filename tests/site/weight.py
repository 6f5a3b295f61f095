"""A file → its size as a host sends it."""

import gzip
from functools import cache
from pathlib import Path


@cache
def over_the_wire(path: Path) -> int:
    """Return the size of a file as a host sends it."""
    content = path.read_bytes()
    return len(content) if path.suffix in (".png", ".woff2") else len(gzip.compress(content, 6))


def asked_file(site: Path, asked: str) -> Path:
    """Return the file that a server gives for a path."""
    path = site / asked.lstrip("/")
    return path / "index.html" if path.is_dir() else path

"""What was worked out once → a file from which the next run takes it, while what it was made of is the same.

A file that is old, broken or made of something else is the same as none; so is a folder that cannot be written in.
"""

import hashlib
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

_SIZE = hashlib.sha256().digest_size


def kept(file: Path, key: bytes) -> bytes | None:
    """Return what was kept for this key, or None; no key stands for nothing."""
    try:
        found = file.read_bytes()
    except OSError:
        return None
    head, content = found[: 2 * _SIZE], found[2 * _SIZE :]
    return content if key and head == key + hashlib.sha256(content).digest() else None


def keep(file: Path, key: bytes, content: bytes) -> None:
    """Keep it in place of what was kept there, whole or not at all."""
    beside = file.with_name(f"{file.name}.{os.getpid()}")
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        try:
            beside.write_bytes(key + hashlib.sha256(content).digest() + content)
            beside.replace(file)
        finally:
            beside.unlink(missing_ok=True)


def digest(paths: Iterable[Path], *more: object) -> bytes:
    """Return what stands for the names and contents of files and folders, and for `more`; nothing if one is unread."""
    made = hashlib.sha256(repr(more).encode())
    try:
        for path in paths:
            content = path.read_bytes() if path.is_file() else b"-" if path.is_dir() else None
            if content is None:
                return b""  # a link to nothing, or what cannot be read twice
            made.update(repr((os.fspath(path), len(content))).encode("utf-8", "surrogateescape"))
            made.update(content)
    except OSError:
        return b""
    return made.digest()

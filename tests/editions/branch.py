"""A repository → what its branch of publications holds."""

import subprocess
import tarfile
from io import BytesIO
from pathlib import Path


def git(repository: Path, *words: str) -> bytes:
    """Run git, which has to succeed, and return what it printed."""
    return subprocess.run(["git", *words], cwd=repository, capture_output=True, check=True).stdout


def branch_content(repository: Path) -> dict[str, bytes]:
    """Return every file on the branch gh-pages of a repository, by its path."""
    with tarfile.open(fileobj=BytesIO(git(repository, "archive", "gh-pages"))) as archive:
        files = [(entry.name, archive.extractfile(entry)) for entry in archive]
        return {name: held.read() for name, held in files if held and name != ".nojekyll"}

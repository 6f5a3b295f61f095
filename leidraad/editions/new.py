"""The files of a new municipality → its folder under framework/gemeenten/."""

import shutil
from collections.abc import Iterator
from pathlib import Path


def write_folder(folder: Path, files: Iterator[tuple[str, str]]) -> list[Path]:
    """Write the files of a new folder, all or none, and return their paths; FileExistsError when it is there."""
    folder.mkdir(parents=True)
    written = []
    try:
        for name, text in files:
            path = folder / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, "utf-8", newline="\n")
            written.append(path)
    except OSError:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return written

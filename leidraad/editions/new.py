"""The files of a new municipality → its folder under framework/gemeenten/."""

from collections.abc import Iterator
from pathlib import Path


def write_folder(folder: Path, files: Iterator[tuple[str, str]]) -> list[Path]:
    """Write the files of a new folder and return their paths; FileExistsError when the folder is there."""
    folder.mkdir(parents=True)
    written = []
    for name, text in files:
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")
        written.append(path)
    return written

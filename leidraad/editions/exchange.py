"""A new folder → in the place of an old one, in one step where the system can, else in two that `repair` finishes."""

import ctypes
import errno
import filecmp
import os
import re
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from leidraad.outputs.well_formed import well_formed
from leidraad.outputs.zips.zipped import holds_the_same

_AT_FDCWD, _RENAME_EXCHANGE = -100, 2
_NO_LINKS = (errno.EPERM, errno.EMLINK, errno.EXDEV, errno.ENOSYS, errno.EOPNOTSUPP)


REFUSALS = {
    errno.ENOSPC: "de schijf is vol; maak ruimte",
    errno.EDQUOT: "uw ruimte op de schijf is op; maak ruimte",
    errno.EFBIG: "een bestand mag daar niet zo groot zijn",
    errno.EROFS: "daar mag alleen gelezen worden",
    errno.EACCES: "u mag daar niet lezen of schrijven; vraag dat recht, of kies een andere map",
    errno.EPERM: "u mag daar niet schrijven; vraag dat recht, of kies een andere map",
    errno.EBADMSG: "dat bestand is er niet, of is niet wat er gebouwd is; zet het terug uit een kopie",
}
_OF_A_PLACE = {  # what an engine meets in its own work too
    errno.ENOENT: "daar is niets, of er kan niets gemaakt worden; kies een andere map",
    errno.ENOTDIR: "daar staat een bestand waar een map hoort; kies een andere map",
    errno.EISDIR: "daar staat een map waar een bestand hoort; haal die weg of kies een andere map",
    errno.EEXIST: "daar staat al iets met die naam; haal dat weg of kies een andere map",
    errno.ENOTEMPTY: "daar staat al iets met die naam; haal dat weg of kies een andere map",
    errno.ELOOP: "dat is een link die nergens heen leidt; haal die weg",
    errno.ENAMETOOLONG: "de naam is te lang; kies een kortere",
    errno.EBUSY: "een ander programma of een koppeling houdt die map vast; kies een map daarin",
    errno.EXDEV: "die map kan niet verplaatst worden; kies een map daarin",
}


def refusal(error: OSError) -> str:
    """Return why the system did not read or write, and what to do about it."""
    number = error.errno or number_in(str(error))  # copying a tree collects what went wrong as text
    unknown = f"het systeem weigert dat, met nummer {number} ({errno.errorcode.get(number, 'onbekend')})"
    return {**_OF_A_PLACE, **REFUSALS}.get(number, unknown)


def refused_at(error: OSError) -> str:
    """Return a sentence with the place where the system refused, or nothing where it did not say."""
    return f" Het gaat om {error.filename}." if error.filename else ""


def number_in(text: str) -> int:
    """Return the number of what the system refused, from what a program printed of it, or 0."""
    found = re.search(r"\[Errno (\d+)\]", text)
    return int(found[1]) if found else 0


def staging(target: Path) -> Path:
    """Return the folder beside the target in which the new content is put together."""
    return target.with_name(f".{target.name}.bouw")


def _ready(target: Path) -> Path:
    return target.with_name(f".{target.name}.nieuw")


def _old(target: Path) -> Path:
    return target.with_name(f".{target.name}.oud")


def repair(target: Path) -> None:
    """Finish or undo what an earlier run left: afterwards the target is whole, and nothing lies beside it."""
    if not target.exists():
        for whole in (_ready(target), _old(target)):  # a folder has these names only when it is complete
            if whole.exists():
                whole.rename(target)
                break
    for leftover in (staging(target), _ready(target), _old(target)):
        shutil.rmtree(leftover, ignore_errors=True)


def put_in_place(target: Path) -> None:
    """Exchange the target for what stands in its staging folder; whoever looks sees the old one or the new one."""
    ready, old = _ready(target), _old(target)
    staging(target).rename(ready)
    if not target.exists():
        ready.rename(target)
    elif not _swapped(ready, target):
        target.rename(old)
        ready.rename(target)
    for leftover in (ready, old):
        shutil.rmtree(leftover, ignore_errors=True)


def can_be_exchanged(target: Path) -> bool:
    """False for a folder that cannot get another name: where a disk is coupled, or in a lower layer of a container.

    Something must stand in the staging folder. A rename onto that is always refused: only how says which it is.
    """
    try:
        target.rename(staging(target))
    except OSError as error:
        return error.errno not in (errno.EBUSY, errno.EXDEV)
    return True


def _swapped(one: Path, other: Path) -> bool:
    """Swap two folders in one step (Linux: renameat2); False where the system or the file system cannot."""
    if not sys.platform.startswith("linux"):
        return False
    swap = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    names = os.fsencode(one), os.fsencode(other)
    return swap is not None and swap(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE) == 0


@contextmanager
def one_at_a_time(lock: Path) -> Iterator[None]:
    """Let one process in at a time; what does that on every system is a tenth of all that a build imports."""
    try:
        from fcntl import LOCK_EX, flock
    except ImportError:  # Windows
        from filelock import FileLock

        with FileLock(lock):
            yield
    else:
        with lock.open("ab") as file:
            flock(file, LOCK_EX)
            yield


def differences(one: Path, other: Path) -> Iterator[str]:
    """Yield the path of every file that is not the same in two folders, in order."""
    names = {path.relative_to(folder) for folder in (one, other) for path in folder.rglob("*") if path.is_file()}
    for name in sorted(names):
        both = (one / name).is_file() and (other / name).is_file()
        if not both or not _same(one / name, other / name):
            yield name.as_posix()


def _same(one: Path, other: Path) -> bool:
    return filecmp.cmp(one, other, shallow=False) or holds_the_same(one, other)


def link_tree(source: Path, target: Path) -> None:
    """Make `target` hold the same files as `source`, as hard links where the file system has them."""
    shutil.copytree(source, target, copy_function=link_or_copy, symlinks=True, dirs_exist_ok=True)


def link_or_copy(source: str | Path, target: str | Path) -> None:
    """Make one file the same as another without using space, or copy it where that cannot be."""
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        shutil.copy2(source, target, follow_symlinks=False)


def is_linked(source: str, target: str) -> bool:
    """Make one file the same as another without using space; False where that cannot be."""
    try:
        os.link(source, target)
    except OSError:
        return False
    return True


def make_folders(folder: Path, names: Iterable[str]) -> None:
    """Make a folder, and those in it that files of these names stand in; a Path for each takes most of the time."""
    folder.mkdir(parents=True, exist_ok=True)
    inside, made = {name.rpartition("/")[0] for name in names}, {""}
    for one in sorted(inside):
        parts = one.split("/")
        for number in range(1, len(parts) + 1):
            if (within := "/".join(parts[:number])) not in made:
                made.add(within)
                with suppress(FileExistsError):
                    os.mkdir(f"{folder}/{within}")  # noqa: PTH102


def write_new(path: str, content: bytes) -> None:
    """Write a file in a folder that is there; a Path and a buffer for each take most of the time."""
    with open(path, "wb", buffering=0) as file:  # noqa: PTH123
        rest = memoryview(content)
        while rest:  # a disk that is nearly full takes a part, and refuses the next
            rest = rest[file.write(rest) :]


def write_anew(path: Path, content: bytes) -> None:
    """Write a file in one step; where it was a hard link, the other names of the old content keep it."""
    content = well_formed(path.name, content)
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.nieuw")
    beside.write_bytes(content)
    beside.replace(path)

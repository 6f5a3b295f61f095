"""Folders → what changed in them, as soon as the system tells it, and by looking now and then where it does not."""

import os
import threading
import warnings
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from threading import Event
from typing import Any, NamedTuple

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

WATCHED = ("framework", "docs", "thema", "leidraad", "macros.py", "mkdocs.yml")
_TELLING = ("created", "modified", "moved", "deleted")
_QUIET = 0.02  # an editor that writes beside and renames, or a tool that writes many files, is done when it is silent
_PATIENCE = 1.0  # a share on a network, or a folder of another system, tells nothing
_SKIPPED = ("__pycache__",)

Seen = dict[str, tuple[int, int, int]]


class Changes(NamedTuple):
    """The files that are new or other, and those that are gone, as paths from the project."""

    other: tuple[str, ...]
    gone: tuple[str, ...]
    is_new: bool = False  # whether one of them was not there before


class _Bell(FileSystemEventHandler):
    """Rings when a file was written, not when it was read."""

    def __init__(self) -> None:
        self.rung = Event()

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type in _TELLING:
            self.rung.set()


def changes(project: Path) -> Iterator[Changes]:
    """Look at the sources of a project from now on, and yield what changed in them, for ever.

    What the system tells is looked up, never believed.
    """
    warnings.filterwarnings("ignore", module=r"watchdog\.")  # about a folder that comes back; it is looked up anyway
    threading.excepthook = _unless_of_watchdog(threading.excepthook)
    bell, observer = _Bell(), Observer()
    for name in WATCHED:
        if (project / name).is_dir():
            observer.schedule(bell, str((project / name).resolve()), recursive=True)
    observer.schedule(bell, str(project), recursive=False)
    observer.daemon = True
    try:
        observer.start()
        patience = _PATIENCE
    except OSError:  # the system has no more watchers to give
        patience = _PATIENCE / 4
    return _followed(project, bell, _files(project), patience)


def _unless_of_watchdog(hook: Callable[[threading.ExceptHookArgs], Any]) -> Callable[[threading.ExceptHookArgs], Any]:
    """Return a hook that is silent about a thread of watchdog, which stops on a folder that goes and comes back.

    What it would have told is looked up a second later; an author has nothing to do.
    """

    def told(thread: threading.ExceptHookArgs) -> None:
        at = thread.exc_traceback
        while at and at.tb_next:
            at = at.tb_next
        if not at or not at.tb_frame.f_globals["__name__"].startswith("watchdog."):
            hook(thread)

    return told


def _followed(project: Path, bell: _Bell, seen: Seen, patience: float) -> Iterator[Changes]:
    while True:
        bell.rung.wait(patience)
        while bell.rung.is_set():
            bell.rung.clear()
            bell.rung.wait(_QUIET)
        now = _files(project)
        if now != seen:
            yield _between(seen, now)
        seen = now


def _between(before: Seen, now: Seen) -> Changes:
    other = tuple(sorted(name for name in now if now[name] != before.get(name)))
    return Changes(other, tuple(sorted(before.keys() - now.keys())), bool(now.keys() - before.keys()))


def _files(project: Path) -> Seen:
    found: Seen = {}
    for name in WATCHED:
        path = str(project / name)
        if os.path.isdir(path):  # noqa: PTH112  # what may not be looked at is not there; so below
            _below(path, name, found)
        else:
            with suppress(OSError):
                found[name] = _state(os.stat(path))  # noqa: PTH116
    return found


def _below(folder: str, name: str, found: Seen) -> None:
    """Note what is in a folder; what goes while it is looked at, or may not be looked at, is not there."""
    with suppress(OSError), os.scandir(folder) as entries:  # a Path for each file takes most of the time
        for entry in entries:
            inside = f"{name}/{entry.name}"
            with suppress(OSError):
                if entry.is_dir():
                    if entry.name not in _SKIPPED:
                        _below(entry.path, inside, found)
                elif entry.is_file():
                    found[inside] = _state(entry.stat())


def _state(stat: os.stat_result) -> tuple[int, int, int]:
    return stat.st_mtime_ns, stat.st_size, stat.st_mode

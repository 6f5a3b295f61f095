"""`leidraad serve`: the engine's own preview, in a process beside this one → what it says, short and in Dutch."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from leidraad.editions.engine.engine_log import explain, mistakes

WATCHED = ("framework", "docs", "thema", "leidraad", "macros.py", "mkdocs.yml")
NAMED = 3  # changed files in one line
_BUILT = re.compile(r"Documentation built in ([\d.]+) seconds")
_OF_THE_CHECKS = re.compile(r"^\S.* \[[a-z-]+\]$")

Seen = dict[str, int]


def is_free(port: int) -> bool:
    """True when the preview can listen there."""
    with socket.socket() as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, os.name != "nt")
        try:
            trial.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def busy(port: int) -> str:
    """Return what to say when something else has this port."""
    return (
        f"Op poort {port} draait al iets, misschien een ander voorbeeld. "
        f"Stop dat, of kies een andere poort, zoals: make serve PORT={port + 1}"
    )


def serve(project: Path, slug: str, port: int, say: Callable[[str], None]) -> int:
    """Show the edition of a municipality until it is stopped; return the exit code."""
    words = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    environment = {**os.environ, "GEMEENTE": slug, "HARD": "false", "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    signal.signal(signal.SIGTERM, _stop)
    engine = subprocess.Popen(  # noqa: S603  # our own interpreter with fixed words
        words, cwd=project, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8"
    )
    say(f"De site van {slug} wordt gemaakt …")
    try:
        for line in _told(engine, project, port):
            say(line)
        return engine.wait()
    except KeyboardInterrupt:
        say("\nGestopt.")
        return 0
    finally:
        engine.terminate()
        engine.wait()


def _stop(*_: Any) -> None:
    raise KeyboardInterrupt


def _told(engine: subprocess.Popen[str], project: Path, port: int) -> Iterator[str]:
    """Yield what an author wants to know of what the engine prints, and why it ended when it did so by itself.

    That another took the port while the first pages were made shows only then: the engine listens after building.
    """
    said: list[str] = []
    seen = _files(project)
    address = f"http://127.0.0.1:{port}/"
    for line in map(str.rstrip, engine.stdout or ()):
        if _OF_THE_CHECKS.match(line):
            yield line
        elif built := _BUILT.search(line):
            yield from mistakes("\n".join(said))
            yield f"Klaar in {float(built[1]):.1f} s.".replace(".", ",", 1)
            said.clear()
        elif "Serving on" in line:
            yield f"Te zien op {address} – wat u na een nieuwe kern opnieuw bekijkt op {address}bijwerken/"
            yield "Bewaar een bestand en de pagina ververst vanzelf. Stoppen: Ctrl+C."
        elif "Detected file changes" in line:
            now = _files(project)
            yield f"\n{time.strftime('%H:%M:%S')}  {_changed(seen, now)}"
            seen = now
            said.clear()
        else:
            said.append(line)
    engine.wait()
    if said:
        yield from explain("\n".join(said)) if is_free(port) else [busy(port)]


def _files(project: Path) -> Seen:
    found: Seen = {}
    for name in WATCHED:
        path = project / name
        for file in [path] if path.is_file() else path.rglob("*"):
            if "__pycache__" not in file.parts and file.is_file():
                found[file.relative_to(project).as_posix()] = file.stat().st_mtime_ns
    return found


def _changed(before: Seen, now: Seen) -> str:
    gone = [f"{name} is weg" for name in sorted(before.keys() - now.keys())]
    other = [name for name in sorted(now) if now[name] != before.get(name)]
    named = [*other, *gone]
    more = f" en nog {len(named) - NAMED}" if len(named) > NAMED else ""
    return f"Veranderd: {', '.join(named[:NAMED])}{more}" if named else "Er is iets veranderd"

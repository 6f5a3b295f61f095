"""The command, in a fork of a process that has read the machine: what `leidraad` does, without half a second of Python.

For tests that need what a command makes. What asks of the command itself, or kills it, starts the real one.
"""

import atexit
import gc
import json
import os
import select
import signal
import socket
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

from tests.probe import ROOT

WHERE = "LEIDRAAD_VORK"  # the variable that tells a script where the process listens
# What stands for the command in a script: Python without what it need not read, which hands on words and outputs.
SCRIPT = f"""#!{sys.executable} -ISE
import json, os, socket, sys
with socket.socket(socket.AF_UNIX) as there:
    there.connect(os.environ["{WHERE}"])
    asked = json.dumps([sys.argv[1:], os.getcwd(), dict(os.environ)]).encode()
    there.sendall(asked[socket.send_fds(there, [asked], [1, 2]):])
    there.shutdown(socket.SHUT_WR)
    sys.exit(int(there.recv(8) or -9))
"""


def leidraad(
    cwd: Path,
    *words: str | Path,
    env: Mapping[str, str] | None = None,
    check: bool = False,
    machine: Path = ROOT,
) -> subprocess.CompletedProcess[str]:
    """Run the command in a folder; that of another machine as it is when first asked for."""
    asked = json.dumps([[*map(str, words)], str(cwd), dict(os.environ if env is None else env)]).encode()
    with socket.socket(socket.AF_UNIX) as there, tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        there.connect(listening(machine))
        there.sendall(asked[socket.send_fds(there, [asked], [out.fileno(), err.fileno()]) :])
        there.shutdown(socket.SHUT_WR)
        code = int(there.recv(8) or -signal.SIGKILL)
        said, wrong = ((file.seek(0), file.read().decode())[1] for file in (out, err))
    assert not (check and code), said + wrong
    return subprocess.CompletedProcess(words, code, said, wrong)


@cache
def listening(machine: Path = ROOT) -> str:
    """Start the process of a machine, once for all tests of this one, and return where it listens."""
    folder = tempfile.TemporaryDirectory(prefix="leidraad-")
    where = f"{folder.name}/vork"
    start = [sys.executable, "-c", "from tests.forked import serve; serve()", where]
    env = {**os.environ, "PYTHONPATH": f"{machine}{os.pathsep}{ROOT}"}  # its own first, and these tests
    process = subprocess.Popen(start, cwd=machine, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    atexit.register(folder.cleanup)
    atexit.register(process.communicate)  # at the end of its input it ends
    assert process.stdout and process.stdout.readline()
    return where


def serve() -> None:
    """Read the machine, and run each command that is asked for in a fork, until nobody is there to ask."""
    for module in [*walk_packages([str(Path.cwd() / "leidraad")], "leidraad.")]:
        import_module(module.name)
    gc.freeze()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for them
    with socket.socket(socket.AF_UNIX) as here:
        here.bind(sys.argv[1])
        here.listen()
        print("klaar", flush=True)
        while here in select.select([here, sys.stdin], [], [])[0]:
            there, _ = here.accept()
            with there:
                if not os.fork():
                    here.close()
                    _become(there)


def _become(there: socket.socket) -> None:
    """Be the command that is asked for: its words, its folder, its variables and its outputs."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    asked, outputs, _, _ = socket.recv_fds(there, 1 << 16, 2)
    while more := there.recv(1 << 16):
        asked += more
    words, folder, variables = json.loads(asked)
    with Path(os.devnull).open("rb") as nothing:
        for number, stream in enumerate([nothing.fileno(), *outputs]):
            os.dup2(stream, number)
    sys.stdout = os.fdopen(1, "w", encoding="utf-8")
    sys.stderr = os.fdopen(2, "w", encoding="utf-8", errors="backslashreplace")
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(variables)
    sys.argv[:] = ["leidraad", *words]
    code = _run(words)
    sys.stdout.flush()
    sys.stderr.flush()
    there.sendall(b"%d" % code)
    os._exit(code)


def _run(words: Sequence[str]) -> int:
    from leidraad.command import main

    try:
        main(words)
    except SystemExit as end:
        if isinstance(end.code, str):
            print(end.code, file=sys.stderr)
        return int(end.code or 0) if not isinstance(end.code, str) else 1
    except BaseException:
        traceback.print_exc()
        return 1
    return 0

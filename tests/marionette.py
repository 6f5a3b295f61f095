"""Firefox without a window, asked by its own protocol (Marionette): a length, a colon, and a list in JSON each way."""

import base64
import json
import os
import re
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

_WAIT = 60  # seconds, for Firefox to start and for what a page is waited for
_PREFERENCES = {
    "marionette.port": 0,  # any free one; Firefox writes which into its profile
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "app.update.disabledForTesting": True,
    "network.captive-portal-service.enabled": False,
    "intl.accept_languages": "nl",
}


class Firefox:
    """A Firefox that opens a page, runs a script in it, and prints it."""

    name = "Firefox"

    def __init__(self, port: int) -> None:
        """Take a session of the Firefox that listens on a port."""
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=_WAIT)
        self._stream = self._socket.makefile("rb")
        self._last = 0
        self._read()
        self.version: str = self._ask("WebDriver:NewSession")["capabilities"]["browserVersion"]

    def visit(self, address: str) -> None:
        """Open a page, also when only what stands after # differs from the page that is open."""
        for url in ("about:blank", address):
            self._ask("WebDriver:Navigate", url=url)

    def run(self, script: str) -> Any:
        """Run a script in the page and return what it returns."""
        return self._ask("WebDriver:ExecuteScript", script=script, args=[], sandbox=None, newSandbox=True)["value"]

    def wait(self, condition: str) -> bool:
        """Wait until an expression holds in the page, and return whether it came to that."""
        end = time.monotonic() + _WAIT / 4
        while not (held := self.run(f"return !!({condition})")) and time.monotonic() < end:
            time.sleep(0.05)
        return bool(held)

    def pdf(self) -> bytes:
        """Return the page as it is printed on A4."""
        page = {"width": 21.0, "height": 29.7}
        return base64.b64decode(self._ask("WebDriver:Print", page=page, background=False)["value"])

    def _ask(self, command: str, **parameters: Any) -> Any:
        self._last += 1
        message = json.dumps([0, self._last, command, parameters]).encode()
        self._socket.sendall(b"%d:%s" % (len(message), message))
        _, _, error, result = self._read()
        if error:
            raise RuntimeError(f"{command}: {error['message']}")
        return result

    def _read(self) -> Any:
        length = b""
        while not length.endswith(b":"):
            length += self._stream.read(1)
        return json.loads(self._stream.read(int(length[:-1])))


def program() -> str | None:
    """Return the Firefox of this machine: $FIREFOX, else Debian's ESR, else another."""
    return os.environ.get("FIREFOX") or shutil.which("firefox-esr") or shutil.which("firefox")


@contextmanager
def firefox(command: str) -> Iterator[Firefox]:
    """Start Firefox with a new, empty profile, and end it afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        lines = [f'user_pref("{name}", {json.dumps(value)});\n' for name, value in _PREFERENCES.items()]
        (Path(folder) / "user.js").write_text("".join(lines), "utf-8")
        arguments = [command, "--headless", "--marionette", "--no-remote", "--profile", folder]
        quiet = subprocess.DEVNULL
        process = subprocess.Popen(arguments, stdout=quiet, stderr=quiet, env={**os.environ, "HOME": folder})
        try:
            yield Firefox(_port(Path(folder)))
        finally:
            process.terminate()
            process.wait(30)


def _port(folder: Path) -> int:
    """Wait for the file in which Firefox says where it listens, and read it."""
    end = time.monotonic() + _WAIT
    while time.monotonic() < end:
        named = folder / "MarionetteActivePort"
        if named.exists() and (found := re.fullmatch(r"\d+", named.read_text("utf-8").strip())):
            return int(found[0])
        time.sleep(0.1)
    raise TimeoutError("Firefox zegt niet waar het luistert")

"""WebKit, the engine of Safari, on a screen that nobody sees: asked by the protocol of WebDriver."""

import http.client
import json
import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

_WAIT = 20  # seconds: who gets no answer for so long has a page that stands still
_DRIVER, _SCREEN = "WebKitWebDriver", "Xvfb"


class WebKit:
    """A WebKit that opens a page and runs a script in it; WebDriver of WebKitGTK prints nothing."""

    name = "WebKit"

    def __init__(self, port: int) -> None:
        """Begin a session with the driver that listens on a port."""
        self._at = ("127.0.0.1", port)
        self._session = ""
        begun = self._ask("/session", {"capabilities": {}})
        self._session = f"/session/{begun['sessionId']}"
        self.version: str = begun["capabilities"]["browserVersion"]

    def visit(self, address: str) -> None:
        """Open a page, also when only what stands after # differs from the page that is open."""
        for url in ("about:blank", address):
            self._ask("/url", {"url": url})
        self.wait("document.readyState === 'complete'")

    def run(self, script: str) -> Any:
        """Run a script in the page and return what it returns; TimeoutError where the page stands still."""
        return self._ask("/execute/sync", {"script": script, "args": []})

    def wait(self, condition: str) -> bool:
        """Wait until an expression holds in the page, and return whether it came to that."""
        end = time.monotonic() + _WAIT
        while not (held := self.run(f"return !!({condition})")) and time.monotonic() < end:
            time.sleep(0.05)
        return bool(held)

    def pdf(self) -> None:
        """Return nothing: it cannot be asked to print."""

    def _ask(self, command: str, held: dict[str, Any]) -> Any:
        connection = http.client.HTTPConnection(*self._at, timeout=_WAIT)
        try:
            connection.request("POST", self._session + command, json.dumps(held))
            answer = json.loads(connection.getresponse().read())["value"]
        finally:
            connection.close()
        if isinstance(answer, dict) and "error" in answer:
            raise RuntimeError(f"{command}: {answer['message']}")
        return answer


def program() -> str | None:
    """Return the driver of this machine, where there is a screen for it too."""
    return shutil.which(_DRIVER) if shutil.which(_SCREEN) else None


@contextmanager
def webkit(command: str) -> Iterator[WebKit]:
    """Start WebKit with a new, empty home, and end it afterwards, also where a page stands still."""
    quiet = subprocess.DEVNULL
    with ExitStack() as stack:
        home = stack.enter_context(tempfile.TemporaryDirectory(ignore_cleanup_errors=True))
        words = [_SCREEN, "-displayfd", "1", "-screen", "0", "1400x1000x24"]
        screen = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=quiet, encoding="utf-8")
        stack.callback(_end, screen)
        assert screen.stdout
        display = f":{screen.stdout.readline().strip()}"
        port = _free_port()
        alone = {"WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1", "LIBGL_ALWAYS_SOFTWARE": "1", "GDK_BACKEND": "x11"}
        environment = {**os.environ, "HOME": home, "XDG_RUNTIME_DIR": home, "DISPLAY": display, **alone}
        driver = subprocess.Popen(
            [command, f"--port={port}"], stdout=quiet, stderr=quiet, env=environment, start_new_session=True
        )
        stack.callback(_end, driver)
        _await(port)
        yield WebKit(port)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        port: int = found.getsockname()[1]
    return port


def _await(port: int) -> None:
    end = time.monotonic() + _WAIT
    while time.monotonic() < end:
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except ConnectionRefusedError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError("WebKitWebDriver luistert niet")


def _end(process: subprocess.Popen[Any]) -> None:
    """End a process, and what it began: the page may stand still and hear nothing."""
    if os.getpgid(process.pid) == process.pid:
        os.killpg(process.pid, 9)
    else:
        process.kill()
    process.wait(30)

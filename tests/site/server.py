"""A folder → a small web server in a thread, as a municipality's host would serve it."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path, PurePosixPath
from threading import Thread
from urllib.parse import urlsplit

import axe_playwright_python  # type: ignore[import-untyped]

# What is the same on every page, and what a browser so keeps between two pages of one reader.
ASSETS = frozenset({".js", ".css", ".woff2", ".svg", ".png"})
EMPTY = "leeg"  # an address of every server: a page without anything in it
AXE = "/axe.min.js"  # another, of the host itself: what a test brings into a page (tests/site/axe.py)
AXE_FILE = Path(axe_playwright_python.__file__).parent / "axe.min.js"


class _Handler(SimpleHTTPRequestHandler):
    extensions_map = {  # noqa: RUF012  # the base class declares it so
        ".html": "text/html; charset=utf-8",
        ".js": "text/javascript",
        ".css": "text/css",
        ".svg": "image/svg+xml",
        ".png": "image/png",
        ".xml": "application/xml",
        ".json": "application/json",
        "": "application/octet-stream",
    }

    def __init__(
        self, *arguments: object, prefix: str, requested: list[str], kept: frozenset[str], **values: object
    ) -> None:
        self.prefix, self.requested, self.kept = prefix, requested, kept
        super().__init__(*arguments, **values)  # type: ignore[arg-type]

    def translate_path(self, path: str) -> str:
        """A path outside the prefix leads nowhere."""
        inside = path.startswith(self.prefix)
        return super().translate_path("/" + path.removeprefix(self.prefix) if inside else "/nergens")

    def do_GET(self) -> None:
        if self.path == self.prefix + EMPTY:
            self._send(200, b"<!doctype html><link rel=icon href=data:,>")
            return
        if self.path == AXE:
            self._send(200, AXE_FILE.read_bytes(), "text/javascript")
            return
        self.requested.append(self.path)
        with suppress(BrokenPipeError, ConnectionResetError):  # the browser went to another page
            super().do_GET()

    def end_headers(self) -> None:
        """Say what a browser may keep, and let a sandboxed frame fetch our modules, as GitHub Pages does."""
        kept = self.path == AXE or PurePosixPath(urlsplit(self.path).path).suffix in self.kept
        self.send_header("Cache-Control", "max-age=600" if kept else "no-store")
        self.send_header("Access-Control-Allow-Origin", "*")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """A path that does not exist gets the edition's own page, as hosts do."""
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.exists():
            return super().send_error(code, message, explain)
        return self._send(404, page.read_bytes())

    def _send(self, code: int, body: bytes, kind: str = "text/html; charset=utf-8") -> None:
        self.send_response(code)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class Server:
    """A running server: its address, which ends in /, and every path that was asked of it."""

    def __init__(self, address: str, requested: list[str]) -> None:
        """Hold the two."""
        self.address, self.requested = address, requested
        self.origin = address[: address.index("/", len("http://")) + 1]


@contextmanager
def serve(folder: Path, prefix: str = "/", kept: frozenset[str] = frozenset()) -> Iterator[Server]:
    """Serve a folder under a prefix such as /pad/ until the block ends; a browser keeps files of the suffixes kept."""
    requested: list[str] = []
    handler = partial(_Handler, directory=str(folder), prefix=prefix, requested=requested, kept=kept)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield Server(f"http://127.0.0.1:{server.server_port}{prefix}", requested)
    finally:
        server.shutdown()
        server.server_close()

"""Addresses → answers, on this computer alone; and a question that is answered when there is something new."""

import os
import posixpath
import socket
from collections.abc import Callable
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple
from urllib.parse import parse_qs, unquote, urlsplit

LAST_PORT = 65535
_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
    ".json": "application/json",
    ".zip": "application/zip",
    ".txt": "text/plain; charset=utf-8",
}


class Answer(NamedTuple):
    """What an address gives: a status, its content, and where it is instead."""

    status: int
    content: bytes = b""
    to: str = ""


class Server(ThreadingHTTPServer):
    """Answers each address with what `answer` gives for its path and what is asked of it."""

    allow_reuse_address = os.name != "nt"  # there it would let two listen at one port
    daemon_threads = True

    def __init__(self, port: int, answer: Callable[[str, dict[str, list[str]]], Answer]) -> None:
        """Take the port; OSError when another has it."""
        self.answer = answer
        super().__init__(("127.0.0.1", port), _Handler)


class _Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:  # as the base class calls it
        with suppress(ConnectionError):  # the browser went to another page
            self._send(has_body=True)

    def do_HEAD(self) -> None:  # idem
        with suppress(ConnectionError):
            self._send(has_body=False)

    def _send(self, *, has_body: bool) -> None:
        asked = urlsplit(self.path)
        path = unquote(asked.path)
        inside = posixpath.normpath(f"/{path.strip('/')}").strip("/")
        path = inside + "/" if inside and path.endswith("/") else inside
        answer = self.server.answer(path, parse_qs(asked.query))
        self.send_response(answer.status)
        if answer.to:
            self.send_header("Location", answer.to)
        kind = ".html" if answer.status == 404 else posixpath.splitext(path)[1] or ".html"
        self.send_header("Content-Type", _TYPES.get(kind, "application/octet-stream"))
        self.send_header("Content-Length", str(len(answer.content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if has_body:
            self.wfile.write(answer.content)

    def log_message(self, *_: object) -> None:
        """Say nothing: the terminal is for what an author does."""


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
    other = port + 1 if port < LAST_PORT else port - 1
    return (
        f"Op poort {port} draait al iets, misschien een ander voorbeeld. Stop dat, of kies een andere poort, "
        f"zoals: make serve PORT={other} (zonder make: leidraad serve --poort {other})"
    )

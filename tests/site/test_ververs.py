"""Pages of `leidraad serve` in a browser, which has six connections for a host: many tabs and frames are shown."""

from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser

from leidraad.editions.preview.preview import NEWS, SCRIPT, Preview
from leidraad.editions.preview.server import Answer, Server

TABS = 8
PAGE = '<!doctype html><title>{stand}</title>{frames}<script src="/{script}" data-stand="{stand}"></script>'
FRAME = '<iframe src="/"></iframe>'


class _Served:
    """Pages that follow what is saved, one with more frames than a browser has connections."""

    def __init__(self, project: Path) -> None:
        self.preview = Preview(project, "fabeldam", lambda _: None)
        self.server = Server(0, self._answer)
        self.address = f"http://127.0.0.1:{self.server.server_port}/"
        Thread(target=self.server.serve_forever, args=(0.05,), daemon=True).start()

    def _answer(self, path: str, asked: dict[str, list[str]]) -> Answer:
        if path in (NEWS, SCRIPT):
            return self.preview.answer(path, asked)
        frames = FRAME * TABS if path == "kaders/" else ""
        return Answer(200, PAGE.format(stand=self.preview.stand, script=SCRIPT, frames=frames).encode())

    def save(self) -> None:
        """What an author does."""
        self.preview._tell()


@pytest.fixture
def served(tmp_path: Path) -> Iterator[_Served]:
    """The server, until the test ends."""
    served = _Served(tmp_path)
    yield served
    served.server.shutdown()
    served.server.server_close()


def test_many_tabs_are_shown_and_follow(browser: Browser, served: _Served) -> None:
    """Each of eight tabs is there, also one of frames, and each shows what is saved, twice."""
    context = browser.new_context()
    tabs = [context.new_page() for _ in range(TABS)]
    for number, tab in enumerate(tabs):
        tab.goto(served.address + ("kaders/" if number == TABS - 1 else ""))
    assert len(tabs[-1].frames) == TABS + 1
    for _ in range(2):
        served.save()
        for tab in tabs:
            tab.wait_for_function("stand => document.title === stand", arg=served.preview.stand)
        assert {frame.title() for frame in tabs[-1].frames} == {served.preview.stand}
    context.close()

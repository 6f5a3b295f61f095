"""What a watched page says, misses or asks of another host, fails the test that opened it."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.site.browser import watched_page
from tests.site.server import serve

PAGE = '<!doctype html><html lang="nl"><title>Proef</title><link rel="icon" href="data:,"><p>Tekst</p>'
WRONG = {
    "zegt iets": "<script>console.log('iets')</script>",
    "gaat stuk": "<script>throw new Error('stuk')</script>",
    "mist een beeld": '<img src="/weg.png" alt="">',
    "mist een stijl": '<link rel="stylesheet" href="/weg.css">',
    "mist een module": '<script type="module" src="/weg.js"></script>',
    "mist een kader": '<iframe src="/weg/" title="Weg"></iframe>',
    "vraagt vergeefs": "<script>fetch('/weg.json').then((one) => one.text())</script>",
    "beeld van elders": '<img src="https://elders.example/p.png" alt="">',
    "script van elders": '<script src="//elders.example/s.js"></script>',
    "kader van elders": '<iframe src="https://elders.example/" title="Elders"></iframe>',
    "vraagt een adres": "<script>fetch('http://10.0.0.1/').catch(() => 0)</script>",
    "seint": "<script>navigator.sendBeacon('https://elders.example/', 'x')</script>",
    "meldt een klik": '<a href="#" ping="https://elders.example/">x</a><script>document.links[0].click()</script>',
}


def _seen(browser: Browser, folder: Path, more: str) -> list[str]:
    """Return what the watch of a page with this in it fails with."""
    (folder / "index.html").write_text(PAGE + more, "utf-8")
    with serve(folder) as server:
        try:
            with watched_page(browser, server, 800, 600) as page:
                page.goto("")
                page.wait_for_load_state("networkidle")
        except AssertionError as failed:
            return [str(failed)]
    return []


@pytest.mark.parametrize("wrong", WRONG)
def test_what_is_wrong_fails_the_test(browser: Browser, tmp_path: Path, wrong: str) -> None:
    """Whatever kind of thing it is, and wherever it goes."""
    assert _seen(browser, tmp_path, WRONG[wrong])


def test_a_sound_page_fails_nothing(browser: Browser, tmp_path: Path) -> None:
    """A picture and a request of its own are no reason."""
    (tmp_path / "er.json").write_text("{}", "utf-8")
    own = "<script>fetch('/er.json').then((one) => one.text())</script>"
    picture = '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="">'
    assert _seen(browser, tmp_path, own + picture) == []

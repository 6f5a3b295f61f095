"""The author's loop in a real browser: what is saved stands on the open page, which keeps its address and its place."""

import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.sources import copy_sources, lend_stencil

PRINCIPE = Path("framework/gemeenten/voorbeeldstad/gedragsprincipes/elke-week-bellen.yaml")


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A copy of the sources and the address of its preview, in a process of its own as `make serve` starts it."""
    project = lend_stencil(copy_sources(tmp_path))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words = [str(Path(sys.executable).with_name("leidraad")), "serve", "--poort", str(port)]
    process = subprocess.Popen(words, cwd=project, stdout=subprocess.PIPE, encoding="utf-8")
    assert process.stdout
    for line in process.stdout:
        if "Te zien op" in line:
            break
    yield project, f"http://127.0.0.1:{port}/"
    process.terminate()
    assert process.wait(20) == 0


def test_a_saved_file_stands_on_the_open_page(preview: tuple[Path, str], browser: Browser) -> None:
    """A principle and a mistake in it show on the page that is open, without a hand; mended, the list is gone."""
    project, address = preview
    path = project / PRINCIPE
    good = path.read_text("utf-8")
    with browser.new_context() as context:
        page = context.new_page()
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        page.goto(f"{address}principes/elke-week-bellen/")
        path.write_text(good.replace("titel: ", "titel: Voortaan ", 1), "utf-8")
        expect(page.get_by_role("heading", name="Voortaan ").first).to_be_visible()
        path.write_text(good.replace("waarom: ", "warom: ", 1), "utf-8")
        expect(page.get_by_text("bedoelde u «waarom»")).to_be_visible()
        path.write_text(good, "utf-8")
        expect(page.get_by_text("bedoelde u «waarom»")).to_have_count(0)
        assert page.url == f"{address}principes/elke-week-bellen/"
        assert said == []  # the policy of the page lets the script in

"""The settings for a host of one's own → the same headers everywhere, the commands that there are, and no promise."""

import re
from datetime import date
from xml.etree import ElementTree

import pytest

from leidraad.command import leidraad
from leidraad.outputs.security_txt import PATH, security_txt
from tests.probe import ROOT

HOSTING = ROOT / "hosting"
OWN = {"gemeente": {"contact": "meld@x.example", "soort": "eigen"}}
PAGE = (ROOT / "docs/eigen-leidraad/voor-uw-ict.md").read_text("utf-8")
HEADERS = {
    "nginx.conf": r'add_header ([A-Za-z-]+) "([^"]+)" always;',
    "htaccess.txt": r'Header always set ([A-Za-z-]+) "([^"]+)"',
    "web.config": r'<add name="([A-Za-z-]+)" value="([^"]+)" />',
}

# By hand, with the servers of Debian 12: headers, types, the page for a wrong address, a search and the form.
TRIED = {
    "nginx.conf": "Tried with nginx 1.22.",
    "htaccess.txt": "Tried with Apache 2.4.",
    "web.config": "Not tried here.",
}


def _headers(name: str) -> dict[str, str]:
    lines = [line for line in (HOSTING / name).read_text("utf-8").splitlines() if not line.lstrip().startswith("# add")]
    return dict(re.findall(HEADERS[name], "\n".join(lines)))


@pytest.mark.parametrize("name", HEADERS)
def test_each_server_sends_what_the_page_names(name: str) -> None:
    """The table of the page and the three files say the same; each file says whether it was tried."""
    told = dict(re.findall(r"^\| `([A-Za-z-]+)` \| `([^`]+)` \|", PAGE, re.MULTILINE))
    assert len(told) == 5
    assert _headers(name) == told
    assert TRIED[name] in (HOSTING / name).read_text("utf-8")
    assert f"hosting/{name}" in PAGE


@pytest.mark.parametrize("name", HEADERS)
def test_each_server_says_what_changes_in_a_folder_of_a_site(name: str) -> None:
    """The page for a wrong address stands beside the editions: in a folder the root of the server has none."""
    text = (HOSTING / name).read_text("utf-8")
    assert "/404.html" in text.replace("/leidraad/404.html", "")
    assert "in a folder of the site: /leidraad/404.html" in text
    assert "`/leidraad/404.html`" in PAGE


def test_an_address_without_its_last_stroke_stays_on_the_address_of_the_reader() -> None:
    """Behind a proxy nginx would send a reader to http and to the port that only it listens to."""
    assert "    absolute_redirect off;" in (HOSTING / "nginx.conf").read_text("utf-8")


def test_the_settings_of_iis_are_xml() -> None:
    """A server that cannot read its settings shows nothing at all."""
    assert ElementTree.parse(HOSTING / "web.config").getroot().tag == "configuration"  # noqa: S314 - our own file


def test_the_container_runs_commands_that_there_are() -> None:
    """Each call has options of the command line; without a municipality it stops with a sentence."""
    text = (HOSTING / "Containerfile").read_text("utf-8")
    calls = re.findall(r"\.venv/bin/leidraad (\w+)([^\n]*)", text)
    assert [command for command, _ in calls] == ["check", "build", "publish"]
    for command, rest in calls:
        options = {name for param in leidraad.commands[command].params for name in param.opts}
        assert {word for word in rest.split() if word.startswith("--")} <= options
    assert 0 < text.index("mkdir -p webmap && cp -r webmap publicatie") < text.index("leidraad build")
    assert {rest.rpartition("--publicatie ")[2].strip(" \\") for _, rest in calls[1:]} == {"publicatie"}
    assert 'test -n "$GEMEENTE" || { echo "Geef --build-arg' in text
    assert "hosting/nginx.conf" in text and (HOSTING / "nginx.conf").is_file()


def test_the_container_takes_nothing_that_was_made_on_this_computer() -> None:
    """A .venv with its note that all is ready would stand in the way of the container's own."""
    made = {line.strip("/").removeprefix("**/") for line in (ROOT / ".gitignore").read_text("utf-8").splitlines()}
    left_out = (ROOT / ".dockerignore").read_text("utf-8").splitlines()
    assert {line.removeprefix("**/") for line in left_out if not line.startswith("#")} == {*made, ".git"}


def test_who_hosts_reads_what_must_be_kept_and_what_expires() -> None:
    """Old editions stand in the publication alone; security.txt ends some time after the newest edition."""
    assert "Maak een reservekopie van de webmap" in PAGE
    text = security_txt({"x": {"datum": "2026-01-01", "adres": {"nieuwste": "https://x.example/x/nieuwste/"}, **OWN}})
    (until,) = re.findall(r"^Expires: (\d{4}-\d\d-\d\d)T", text, re.MULTILINE)
    days = (date.fromisoformat(until) - date(2026, 1, 1)).days
    assert f"`{PATH}`. Die geldt tot {days} dagen na de datum van de nieuwste editie." in PAGE

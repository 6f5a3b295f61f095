"""What an engine prints about pages → Dutch, with the page; what says nothing to an author is left out."""

import re
import traceback
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page
from mkdocs.utils.meta import get_data
from mkdocs_macros.errors import format_error

from leidraad.editions.engine.engine_log import explain
from leidraad.model.use.addresses import address

NOISE = "INFO    -  Building documentation...\nINFO    -  [macros] - Found local Python module 'macros' in: /x\n"


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        (
            "WARNING -  A reference to 'wet.md' is included in the 'nav' configuration, which is not found in the "
            "documentation files.",
            "mkdocs.yml:1:1: het menu noemt «wet.md», maar docs/wet.md is er niet [pagina]",
        ),
        (
            "WARNING -  Doc file 'over/privacy.md' contains a link '../wat.md', but the target 'wat.md' is not found.",
            "docs/over/privacy.md:1:1: de link «../wat.md» leidt nergens heen [pagina]",
        ),
        ("ERROR   -  Something that nobody foresaw", "Something that nobody foresaw"),
        ("OSError: no space left", "OSError: no space left"),
    ],
)
def test_what_an_engine_says_is_told_without_its_noise(printed: str, told: str) -> None:
    """A page that the menu names and that is gone, a link that leads nowhere, and what is not recognised as it was."""
    assert explain(f"{NOISE}{printed}\n", Path()) == [told]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{% if x %}", "«{% if %}» is niet gesloten; dat doet «{% endif %}»"),
        ("{% for a in 'b' %}{% if a %}{% endfor %}", "«{% endfor %}» kan hier niet: «{% if %}» is nog niet gesloten"),
        ("{% endif %}", "«{% endif %}» ken ik niet, of er is niets om te sluiten"),
        ("{% foo %}", "«{% foo %}» ken ik niet, of er is niets om te sluiten"),
        ("{{ a b }}", "tussen de accolades kan «b» hier niet; kijk ook of ervóór alles gesloten is"),
        ("{{ lijst( }}", "tussen de accolades kan «}» hier niet; kijk ook of ervóór alles gesloten is"),
        ("{{ 'a }}", "tussen de accolades kan «'» hier niet; kijk ook of ervóór alles gesloten is"),
        ("{{ }}", "tussen de accolades ontbreekt iets"),
        ("{% raw %}", "wat met een accolade begint, is niet gesloten"),
        ("{{ 'a' | foo }}", "«foo» ken ik niet achter «|» of «is»"),
        ("{{ cursuspaketten() }}", "«cursuspaketten» ken ik niet; bedoelde u «cursuspakketten»?"),
        ("{% include 'weg.md' %}", "«weg.md» is er niet in docs/_vormen"),
    ],
)
@pytest.mark.parametrize("above", ["---\ntitle: Een\ndescription: Een pagina.\n---\n\n", ""])
def test_what_jinja_says_of_a_page_is_told_in_its_own_line(tmp_path: Path, text: str, told: str, above: str) -> None:
    """In Dutch, without a word of Jinja; the line counts from the top of the file."""
    page = tmp_path / "docs" / "een.md"
    page.parent.mkdir()
    page.write_text(f"{above}# Een\n\nTekst.\n\n{text}\n\nEn meer.\n", "utf-8")
    body, _ = get_data(page.read_text("utf-8"))
    try:
        Environment(loader=FileSystemLoader(tmp_path), undefined=StrictUndefined).from_string(body).render()  # noqa: S701
    except TemplateError as error:
        printed = format_error(error, body, Page(None, File("een.md", "", "", use_directory_urls=True), MkDocsConfig()))
    line = page.read_text("utf-8").splitlines().index(text) + 1
    assert explain(f"WARNING -  [macros] - ERROR {printed}\n", tmp_path) == [f"docs/een.md:{line}:1: {told} [pagina]"]


def test_a_fault_of_the_machine_is_told_with_its_place(tmp_path: Path) -> None:
    """A word that is not in a table says nothing by itself: who writes the machine reads in which file and line."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "een.md").write_text("{{ teken() }}\n", "utf-8")
    page = Page(None, File("een.md", "", "", use_directory_urls=True), MkDocsConfig())
    try:
        Environment().from_string("{{ teken() }}").render(teken=lambda: address("weg", "x"))  # noqa: S701
    except KeyError as error:
        printed = format_error(error, "{{ teken() }}", page)
    (told,) = explain(f"WARNING -  [macros] - ERROR {printed}\n", tmp_path)
    where = r"op leidraad/[\w/]+\.py:\d+ \(KeyError: 'weg'\)"
    assert re.fullmatch(rf"docs/een\.md:1:1: de aanroep tussen accolades stopt met een fout {where} \[pagina\]", told)


def test_a_link_that_leads_nowhere_is_told_in_its_line(tmp_path: Path) -> None:
    """Where the author wrote it."""
    page = tmp_path / "docs" / "een.md"
    page.parent.mkdir()
    page.write_text("# Een\n\nZie [daar](wat.md).\n", "utf-8")
    printed = "WARNING -  Doc file 'een.md' contains a link 'wat.md', but the target 'wat.md' is not found."
    assert explain(printed, tmp_path) == ["docs/een.md:3:1: de link «wat.md» leidt nergens heen [pagina]"]


@pytest.mark.parametrize("is_far_down", [False, True])
def test_what_is_written_wrong_in_a_part_is_told_there(tmp_path: Path, is_far_down: bool) -> None:
    """A part that pages take in has its own place, also where the page that takes it in has no line so far down."""
    part = tmp_path / "docs" / "_vormen" / "deel.md"
    part.parent.mkdir(parents=True)
    part.write_text("Tekst.\n" * (30 if is_far_down else 1) + "\n{## uitleg ##}\n{{ route(id }}\n", "utf-8")
    body = 'Een.\n\nTwee.\n\n{% include "deel.md" %}\n'
    (tmp_path / "docs" / "een.md").write_text(f"# Een\n{body}", "utf-8")
    pages = Environment(loader=FileSystemLoader(part.parent), comment_start_string="{##", comment_end_string="##}")  # noqa: S701
    page = Page(None, File("een.md", "", "", use_directory_urls=True), MkDocsConfig())
    try:
        pages.from_string(body).render()
    except TemplateError as error:
        try:
            printed = f"WARNING -  [macros] - ERROR {format_error(error, body, page)}\n"
        except IndexError:
            printed = traceback.format_exc()
    line = 33 if is_far_down else 4
    told = (
        f"docs/_vormen/deel.md:{line}:1: tussen de accolades kan «}}» hier niet; kijk ook of ervóór alles gesloten is"
    )
    assert explain(printed, tmp_path) == [f"{told} [pagina]"]

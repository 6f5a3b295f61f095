"""`leidraad pdf`: tagged files with a title, in Dutch, with an outline; the whole edition in one, links and all."""

import os
import re
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader

from leidraad.editions.pdf.one_document import chapters, whole_document
from leidraad.editions.pdf.pdf import documents, print_pdf
from leidraad.model.use.framework import Edition
from leidraad.render.gemeente.gemeente import imprint
from tests.site.browser import chromium_path
from tests.site.pages import EDITIONS, FRAMEWORK, OWN, ROOT
from tests.site.paper import squeezed

SLUG = "voorbeeldstad"
EDITION = Edition(FRAMEWORK, FRAMEWORK.gemeenten[SLUG])


@pytest.fixture
def built(site: Path) -> Path:
    """One edition as it was built."""
    return site / SLUG / "nieuwste"


@pytest.fixture
def path_of_browser(browser: Browser) -> str:
    """The Chromium that all tests use."""
    return chromium_path() or browser.browser_type.executable_path


class Ids(HTMLParser):
    """Every id of a document, and every place in it that a link leads to."""

    def __init__(self, html: str) -> None:
        """Parse a document."""
        super().__init__()
        self.ids: list[str] = []
        self.hrefs: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what an element is called and where it leads."""
        named = dict(attrs)
        self.ids += [named["id"] or ""] if "id" in named else []
        self.hrefs += [named["href"] or ""] if "href" in named else []


def entries(outline: Any) -> list[str]:
    """Return every title of an outline, at all levels."""
    return [title for item in outline for title in (entries(item) if isinstance(item, list) else [item.title])]


def assert_accessible(reader: PdfReader, *titles: str) -> None:
    """The file is tagged, in Dutch, with a title that says the edition, and its outline holds these titles."""
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/StructTreeRoot"]["/K"]
    assert root["/Lang"] == "nl"
    assert reader.metadata
    assert str(reader.metadata.title).endswith(
        f"Leidraad Gewogen Maatwerk {EDITION.gemeente.naam} {EDITION.gemeente.editie}"
    )
    assert [title for title in titles if title not in entries(reader.outline)] == []


def test_sheets_become_accessible_files(built: Path, path_of_browser: str, tmp_path: Path) -> None:
    """A poster of one page and the cards, with edition, date and disclaimers."""
    pages = dict(documents(EDITION, built, ["poster", "kaarten"]))
    assert len(pages) == 6
    for name, heading in (("poster-a2", "Wat heeft iemand nodig om dit te doen?"), ("kaarten-vier", "Houding")):
        (file,) = [file for file in pages if file.startswith(name)]
        print_pdf(path_of_browser, pages[file], tmp_path / file)
        reader = PdfReader(tmp_path / file)
        assert_accessible(reader, heading)
        text = squeezed(reader.pages[0].extract_text())
        assert [line for line in imprint(EDITION) if squeezed(line) not in text] == []
        assert name != "poster-a2" or len(reader.pages) == 1


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_whole_edition_holds_every_page_and_its_links_lead_somewhere(site: Path, edition: str) -> None:
    """Every page of the menu but the sheets, and that of each activity and principle; ids are unique, links lead in."""
    folder = site / edition
    gemeente = EDITIONS[edition]
    html = whole_document(Edition(FRAMEWORK, FRAMEWORK.gemeenten[gemeente.id]), folder)
    seen = Ids(html)
    listed = [chapter for chapter in chapters(folder) if chapter.address not in ("poster/", "kaarten/")]
    assert len(listed) > 40
    assert len({chapter.address for chapter in listed}) == len(listed)
    own = {f"pagina-{page.strip('/').replace('/', '-')}" for page in OWN[edition]}
    assert own <= set(seen.ids)
    assert html.count('<section class="hoofdstuk"') == len(listed) + len(own)
    assert len(seen.ids) == len(set(seen.ids))
    known = {f"#{id_}" for id_ in seen.ids}
    outside = re.compile(r"https?:|mailto:")
    assert [href for href in seen.hrefs if href not in known and not outside.match(href)] == []
    assert "<script" not in html
    assert 'class="gebruik"' not in html  # links for a course
    assert "page: uitdelen" not in html  # the paper of sheets that are handed out alone


def test_a_whole_edition_is_one_accessible_file(
    built: Path, path_of_browser: str, tmp_path: Path, full_size: bool
) -> None:
    """Cover, contents and chapters with an outline; on every sheet the edition. Under --alles all pages, else three."""
    folder = built
    if not full_size:
        folder = tmp_path / "site"
        shutil.copytree(built / "assets", folder / "assets")
        for address in ("", "factoren/kennis", "inwoner"):
            (folder / address).mkdir(parents=True, exist_ok=True)
            shutil.copy(built / address / "index.html", folder / address)
        home = (folder / "index.html").read_text("utf-8")
        short = re.sub(
            r'<li><a href="(?!\.?"|(?:\./)?factoren/kennis/"|(?:\./)?inwoner/")[^"]*"[^>]*>.*?</a></li>', "", home
        )
        (folder / "index.html").write_text(short, "utf-8")
    print_pdf(path_of_browser, whole_document(EDITION, folder), tmp_path / "heel.pdf")
    reader = PdfReader(tmp_path / "heel.pdf")
    assert_accessible(reader, "Inhoud", "Willen en kunnen", "Kennis", "In het gesprek", "Uw gesprek over werk")
    texts = [sheet.extract_text() for sheet in reader.pages]
    sheets = [squeezed(text) for text in texts]
    assert (200 if full_size else 5) < len(sheets) < 450
    narrow = [len(line) <= 2 for text in texts for line in text.splitlines()]
    assert sum(narrow) < len(narrow) / 10  # a column too narrow breaks within every word
    first, *others = imprint(EDITION)
    assert all(squeezed(line) in sheets[0] for line in (first, *others))
    assert [number for number, text in enumerate(sheets, 1) if squeezed(first) not in text] == []


def test_without_a_browser_it_says_what_to_do(tmp_path: Path) -> None:
    """No Chromium: one Dutch sentence, exit 1, nothing written."""
    leidraad = str(Path(sys.executable).with_name("leidraad"))
    words = [leidraad, "pdf", SLUG, "--doel", str(tmp_path / "pdf")]
    environment = {**os.environ, "PATH": str(tmp_path), "CHROMIUM": ""}
    done = subprocess.run(words, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("Voor PDF is Chromium nodig")
    assert not (tmp_path / "pdf").exists()


def test_a_browser_that_fails_leaves_the_file_that_was_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A browser that prints nothing: exit 1, its name in the message, the earlier file untouched."""
    kept = tmp_path / "poster.pdf"
    kept.write_text("goed", "utf-8")
    with pytest.raises(SystemExit):
        print_pdf(sys.executable, "<p>tekst</p>", kept)
    assert kept.read_text("utf-8") == "goed"
    assert "Chromium maakte geen PDF van poster.pdf" in capsys.readouterr().err

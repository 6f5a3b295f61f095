"""What `leidraad serve` shows is what a build makes; what is saved shows, and a mistake keeps what was good."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from leidraad.editions.engine import gaps
from leidraad.editions.preview.preview import NOT_HERE, ONLY_HERE, SCRIPT, Preview
from leidraad.editions.preview.watch import Changes, changes
from tests.probe import ROOT
from tests.sources import copy_sources, lend_stencil

_OURS = re.compile(rf'<script src="/{re.escape(SCRIPT)}" data-stand="[^"]*"></script>\n')
Begun = Callable[[Path], Preview]
NOTHING = Changes((), ())


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> Iterator[Begun]:
    """Return the function that begins a preview of a project, without its server."""
    previews: list[Preview] = []

    def begin(project: Path, say: Callable[[str], None] = lambda _: None) -> Preview:
        for name, value in {gaps.VARIABLE: "1", "HARD": "false", "NO_MKDOCS_2_WARNING": "1"}.items():
            monkeypatch.setenv(name, value)
        monkeypatch.chdir(project)
        preview = Preview(project, "voorbeeldstad", say)
        previews.append(preview)
        assert preview.begin()
        preview.asked.set()  # nobody asks here
        return preview

    yield begin
    for preview in previews:
        preview.end()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the sources with the stencil of what they are."""
    return lend_stencil(copy_sources(tmp_path))


def _save(project: Path, name: str, old: str, new: str) -> Changes:
    path = project / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    return Changes((name,), ())


def _shown(preview: Preview, path: str) -> bytes | None:
    if path.endswith(".html"):
        page = preview.page(path)
        return None if page is None else _OURS.sub("", page).encode()
    return preview.file(path)


@pytest.mark.parametrize("is_warm", [False, True], ids=["een-eerdere-bouw", "de-motor-hier"])
def test_what_is_shown_equals_what_is_built(site: Path, begun: Begun, is_warm: bool) -> None:
    """Every file of a build is there, the same to the byte; from a kept stencil, and from the engine in the process."""
    preview, built = begun(ROOT), site / "voorbeeldstad" / "nieuwste"
    if is_warm:
        preview.warm()
    preview.place = built
    preview.follow(NOTHING)
    files = sorted(path.relative_to(built).as_posix() for path in built.rglob("*") if path.is_file())
    other = [name for name in files if _shown(preview, name) != (built / name).read_bytes()]
    assert len(files) > 500
    assert other == [*NOT_HERE]
    assert all(not (built / name).exists() for name in ONLY_HERE)


PRINCIPE = "framework/gemeenten/voorbeeldstad/gedragsprincipes/eerst-vragen-dan-raad-geven.yaml"


@pytest.mark.parametrize(
    ("name", "old", "new", "path"),
    [
        (PRINCIPE, "titel: ", "titel: Voortaan ", "principes/index.html"),
        ("framework/igm/kennis.yaml", "titel: Kennis", "titel: Kennis voortaan", "factoren/kennis/index.html"),
        ("docs/bronnen.md", "{{ bronnen() }}", "Voortaan zo.\n\n{{ bronnen() }}", "bronnen/index.html"),
        ("thema/main.html", "</article>", "<p>Voortaan zo.</p></article>", "bronnen/index.html"),
        ("docs/assets/leidraad.css", "{", "{--voortaan: 1;", "assets/leidraad.css"),
    ],
)
def test_what_is_saved_shows(project: Path, begun: Begun, name: str, old: str, new: str, path: str) -> None:
    """A principle, a factor, a page, the theme and a style: once saved it is what the page shows."""
    preview = begun(project)
    before, stand = _shown(preview, path), preview.stand
    preview.follow(_save(project, name, old, new))
    after = _shown(preview, path)
    assert preview.problems == []
    assert preview.stand != stand
    assert b"oortaan" not in (before or b"")
    assert b"oortaan" in (after or b"")


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        (PRINCIPE, "titel: ", "titel: [", "raad-geven.yaml"),
        (PRINCIPE, "waarom: ", "warom: ", "bedoelde u «waarom»?"),
        ("docs/principes.md", "{{ principes() }}", "{{ princpes() }}", "bedoelde u «principes»?"),
        ("docs/principes.md", "{{ principes() }}", "{{ principes(3, 4) }}", "deze pagina is zo niet te maken"),
    ],
)
def test_a_mistake_keeps_the_page_that_was_good(
    project: Path, begun: Begun, name: str, old: str, new: str, said: str
) -> None:
    """What is wrong stands above the page, in Dutch; below it what was good; mended, it is gone."""
    preview = begun(project)
    preview.warm()
    good = _shown(preview, "principes/index.html")
    preview.follow(_save(project, name, old, new))
    wrong = _shown(preview, "principes/index.html") or b""
    assert b"Nog niet goed: 1 fout" in wrong
    assert said in wrong.decode()
    assert b'id="eerst-vragen-dan-raad-geven"' in wrong
    preview.follow(_save(project, name, new, old))
    assert _shown(preview, "principes/index.html") == good


def test_a_new_page_and_one_that_is_gone_are_followed(project: Path, begun: Begun) -> None:
    """The engine begins anew where there are other pages; what is wrong with the menu is told."""
    preview = begun(project)
    page = project / "docs" / "bronnen.md"
    page.rename(page.with_name("weg.md"))
    preview.follow(Changes(("docs/weg.md",), ("docs/bronnen.md",), is_new=True))
    assert preview.page("weg/index.html")
    assert preview.page("bronnen/index.html") is None
    assert "mkdocs.yml: het menu noemt «bronnen.md»" in "\n".join(map(str, preview.problems)).replace(":1:1", "")


def test_changes_are_seen_as_they_come(tmp_path: Path) -> None:
    """A file that is new, other or gone, and one that an editor writes beside and renames; reading is no change."""
    folder = tmp_path / "framework"
    folder.mkdir()
    one, other = folder / "een.yaml", folder / "twee.yaml"
    one.write_text("a", "utf-8")
    seen = changes(tmp_path)
    one.read_text("utf-8")
    (folder / "tijdelijk").write_text("ab", "utf-8")
    (folder / "tijdelijk").replace(one)
    assert next(seen) == (("framework/een.yaml",), (), False)
    other.write_text("b", "utf-8")
    assert next(seen) == (("framework/twee.yaml",), (), True)
    other.unlink()
    assert next(seen) == ((), ("framework/twee.yaml",), False)


def test_an_address_outside_the_sources_leads_nowhere(begun: Begun) -> None:
    """Nothing beside the pages is handed out, and an unknown address gives the edition's own page for that."""
    preview = begun(ROOT)
    for path in ("../pyproject.toml", "assets/../../mkdocs.yml", ".git/config", "bronnen.md", "/etc/passwd"):
        answer = preview.answer(path, {})
        assert answer.status == 404
        assert b"<h1" in answer.content
    assert preview.answer("factoren/kennis", {}) == (301, b"", "/factoren/kennis/")

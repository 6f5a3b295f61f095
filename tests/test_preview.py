"""What `leidraad serve` shows is what a build makes; what is saved shows, and a mistake keeps what was good."""

import re
import shutil
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from types import SimpleNamespace

import pytest
from watchdog.observers import Observer
from watchdog.observers.api import ObservedWatch

from leidraad.editions.engine import gaps
from leidraad.editions.preview import preview as of_preview
from leidraad.editions.preview.preview import NOT_HERE, ONLY_HERE, SCRIPT, Preview
from leidraad.editions.preview.server import busy
from leidraad.editions.preview.watch import Changes, changes
from tests.forked import leidraad
from tests.probe import ROOT
from tests.turns import ALLES
from tests.verwachting import SLUG, ready

_OURS = re.compile(rf'<script src="/{re.escape(SCRIPT)}" data-stand="[^"]*"></script>\n')
NOTHING = Changes((), ())
DURVEN = "framework/igm/durven.yaml"


@contextmanager
def _begun(project: Path, slug: str = SLUG, say: Callable[[str], None] = lambda _: None) -> Iterator[Preview]:
    """A preview of a municipality of a project, begun, without its server."""
    with pytest.MonkeyPatch.context() as patch:
        for name, value in {gaps.VARIABLE: "1", "HARD": "false", "NO_MKDOCS_2_WARNING": "1"}.items():
            patch.setenv(name, value)
        patch.chdir(project)
        preview = Preview(project, slug, say)
        assert preview.begin()
        preview.asked.set()  # nobody asks here
        yield preview
        preview.end()


TOLD: list[str] = []  # what the one below said


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """A preview of the miniature, with every kind of page and the engine ready; who changes a file puts it back."""
    project = ready(tmp_path_factory.mktemp("voorbeeld"))
    with _begun(project, say=TOLD.append) as preview:
        preview.warm()
        yield preview


def _save(preview: Preview, name: str, old: str, new: str) -> Changes:
    path = preview.project / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    return Changes((name,), ())


def _shown(preview: Preview, path: str) -> bytes | None:
    if path.endswith(".html"):
        page = preview.page(path)
        return None if page is None else _OURS.sub("", page).encode()
    return preview.file(path)


def test_what_the_engine_shows_equals_what_is_built(tmp_path: Path) -> None:
    """Of the miniature every file of a build is there, the same to the byte, from the engine in the process."""
    project = ready(tmp_path)
    leidraad(project, "build", SLUG, check=True)
    _is_shown_as_built(project, SLUG, project / "site", is_warm=True)


@pytest.mark.parametrize("is_warm", [False, pytest.param(True, marks=ALLES)], ids=["een-eerdere-bouw", "de-motor-hier"])
def test_what_is_shown_equals_what_is_built(site: Path, is_warm: bool) -> None:
    """Of a real edition too, from a kept stencil; under --alles from the engine as well."""
    _is_shown_as_built(ROOT, "voorbeeldstad", site, is_warm=is_warm)


def _is_shown_as_built(project: Path, slug: str, site: Path, *, is_warm: bool) -> None:
    built = site / slug / "nieuwste"
    files = sorted(path.relative_to(built).as_posix() for path in built.rglob("*") if path.is_file())
    with _begun(project, slug) as preview:
        if is_warm:
            preview.warm()
        preview.place = built
        preview.follow(NOTHING)
        other = [name for name in files if _shown(preview, name) != (built / name).read_bytes()]
    assert len(files) > 100
    assert other == [*NOT_HERE]
    assert all(not (built / name).exists() for name in ONLY_HERE)


PRINCIPE = "framework/gemeenten/fabeldam/gedragsprincipes/eerst-luisteren.yaml"


@pytest.mark.parametrize(
    ("name", "old", "new", "path"),
    [
        (PRINCIPE, "titel: ", "titel: Voortaan ", "principes/index.html"),
        (DURVEN, "titel: Durven", "titel: Durven voortaan", "factoren/durven/index.html"),
        ("docs/bronnen.md", "{{ bronnen() }}", "Voortaan zo.\n\n{{ bronnen() }}", "bronnen/index.html"),
        ("thema/main.html", "</article>", "<p>Voortaan zo.</p></article>", "bronnen/index.html"),
        ("docs/assets/leidraad.css", "{", "{--voortaan: 1;", "assets/leidraad.css"),
    ],
)
def test_what_is_saved_shows(preview: Preview, name: str, old: str, new: str, path: str) -> None:
    """A principle, a factor, a page, the theme and a style: once saved it is what the page shows."""
    before, stand = _shown(preview, path), preview.stand
    preview.follow(_save(preview, name, old, new))
    after = _shown(preview, path)
    assert preview.problems == []
    assert preview.stand != stand
    assert b"oortaan" not in (before or b"")
    assert b"oortaan" in (after or b"")
    preview.follow(_save(preview, name, new, old))
    assert _shown(preview, path) == before


SAVES = [
    (PRINCIPE, "titel: ", "titel: Voortaan "),
    (DURVEN, "titel: Durven", "titel: Durven voortaan"),
    ("docs/bronnen.md", "{{ bronnen() }}", "Voortaan zo.\n\n{{ bronnen() }}"),
    ("docs/assets/leidraad.css", "{", "{--voortaan: 1;"),
]


def test_after_some_saves_all_is_as_in_a_new_preview(preview: Preview) -> None:
    """What is kept of before is only what did not change: every page and the search are what one that begins shows."""
    for save in SAVES:
        preview.follow(_save(preview, *save))
    paths = [path.relative_to(preview._folder).as_posix() for path in preview._folder.rglob("*.html")]
    paths += ["assets/leidraad.css", "leidraad.json", "kern.json", "zoekindex.json", "zoekvenster.json"]
    with _begun(preview.project) as other:
        other.warm()  # a kept stencil is told apart by the sources as this process saw them first
        assert [path for path in paths if _shown(preview, path) != _shown(other, path)] == []
    for name, old, new in reversed(SAVES):
        preview.follow(_save(preview, name, new, old))


def test_checks_that_were_cut_short_are_made_up_for(preview: Preview) -> None:
    """Who saves a style right after a mistake that only a check finds, is told of it; once."""
    name, wrong, style = DURVEN, ("bronnen: [praatje]", "bronnen: [praatjes]"), SAVES[-1]
    turn = preview.show(_save(preview, name, *wrong))
    preview.follow(_save(preview, *style))
    assert "praatjes" in "".join(map(str, preview.problems))
    TOLD.clear()
    preview.look(turn)
    assert TOLD == []
    preview.follow(_save(preview, name, *reversed(wrong)))
    preview.follow(_save(preview, style[0], style[2], style[1]))
    assert preview.problems == []


def test_a_check_that_fails_is_told_beside_what_is_shown(preview: Preview, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was saved shows, and nothing else is claimed: not that it could not be read, nor that all is well."""

    def wrong(_: object) -> list[object]:
        raise ZeroDivisionError("deling door nul")

    told: list[str] = []
    monkeypatch.setattr(of_preview, "_REST", 0)
    with monkeypatch.context() as broken:
        broken.setattr(of_preview, "CHECKS", (SimpleNamespace(ID="deling", check=wrong),))
        turn = preview.show(_save(preview, DURVEN, "titel: Durven", "titel: Durft u"))
        TOLD.clear()
        of_preview.look(preview, turn, told.append)
        assert "Durft u" in (preview.page("factoren/durven/index.html") or "")
    assert told == [
        "De controle van wat u bewaarde stopte zelf met een fout (deling door nul). De site toont wel wat u bewaarde."
    ]
    assert not any(line.startswith("Klaar") for line in TOLD)
    preview.follow(_save(preview, DURVEN, "titel: Durft u", "titel: Durven"))


@pytest.mark.parametrize(("name", "old", "new"), SAVES)
def test_a_mistake_is_told_until_it_is_mended(preview: Preview, name: str, old: str, new: str) -> None:
    """Whatever else is saved meanwhile, read again or not."""
    wrong = (DURVEN, "korte_vraag: ", "korte_vrag: ")
    preview.follow(_save(preview, *wrong))
    told = preview.problems
    assert "bedoelde u «korte_vraag»?" in "".join(map(str, told))
    for turn in ((name, old, new), (name, new, old)):
        preview.follow(_save(preview, *turn))
        assert preview.problems == told
    preview.follow(_save(preview, wrong[0], wrong[2], wrong[1]))
    assert preview.problems == []


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        (PRINCIPE, "titel: ", "titel: [", "eerst-luisteren.yaml"),
        (PRINCIPE, "waarom: ", "warom: ", "bedoelde u «waarom»?"),
        ("docs/principes.md", "{{ principes() }}", "{{ princpes() }}", "bedoelde u «principes»?"),
        ("docs/principes.md", "{{ principes() }}", "{{ principes(3, 4) }}", "bij «principes» staat niets tussen"),
    ],
)
def test_a_mistake_keeps_the_page_that_was_good(preview: Preview, name: str, old: str, new: str, said: str) -> None:
    """What is wrong stands above the page, in Dutch; below it what was good; mended, it is gone."""
    good = _shown(preview, "principes/index.html")
    preview.follow(_save(preview, name, old, new))
    wrong = _shown(preview, "principes/index.html") or b""
    assert b"Nog niet goed: 1 fout" in wrong
    assert said in wrong.decode()
    assert b'id="eerst-luisteren"' in wrong
    preview.follow(_save(preview, name, new, old))
    assert _shown(preview, "principes/index.html") == good


BROKEN = [
    ("mkdocs.yml", "site_dir:", "rommel: [\nsite_dir:", "mkdocs.yml:"),
    ("mkdocs.yml", "language: nl", "langage: [nl", "mkdocs.yml:"),
    ("mkdocs.yml", "name: material", "name: materiaal", "mkdocs.yml"),
    ("docs/bronnen.md", "{{ bronnen() }}", "{{ bronnen( }}", "docs/bronnen.md:"),
    ("docs/bronnen.md", "{{ bronnen() }}", "{% if %}", "docs/bronnen.md:"),
    ("docs/bronnen.md", "# ", "[weg](weg.md)\n\n# ", "«weg.md» leidt nergens heen"),
    ("thema/main.html", "{% block", "{% blok %}{% block", "«{% blok %}» ken ik niet"),
    ("thema/main.html", "{{ page.content", "{{ page.titel }}{{ page.content", "«Page» heeft geen «titel»; bedoelde u"),
    ("thema/partials/kop.html", "<header", "{{ koptekst }}<header", "«koptekst» ken ik hier niet"),
    ("docs/assets/leidraad.css", "{", "{ color red; ", "docs/assets/leidraad.css:"),
    ("framework/kern.yaml", "versie:", "versie: [", "framework/kern.yaml:"),
    ("framework/gemeenten/fabeldam/gemeente.yaml", "naam:", "naam", "gemeente.yaml:"),
]


@pytest.mark.parametrize(("name", "old", "new", "said"), BROKEN)
def test_whatever_is_broken_is_named_and_mended(preview: Preview, name: str, old: str, new: str, said: str) -> None:
    """Each kind of file: what is wrong stands on the page with its place, in the terminal too; the page is kept."""
    TOLD.clear()
    good = _shown(preview, "bronnen/index.html")
    preview.follow(_save(preview, name, old, new))
    wrong = (_shown(preview, "bronnen/index.html") or b"").decode()
    assert "Nog niet goed" in wrong
    assert said in wrong
    assert 'id="artikel"' in wrong
    assert said in "\n".join(TOLD)
    assert "Traceback" not in "\n".join(TOLD)
    preview.follow(_save(preview, name, new, old))
    assert _shown(preview, "bronnen/index.html") == good


@pytest.mark.parametrize("name", ["durven, doel", "snel-beginnen", "kijken", "proef"])
def test_a_preview_that_begins_with_a_wrong_name_shows_that_page_too(tmp_path: Path, name: str) -> None:
    """There is no good one of before: the page of the principle itself then says what is wrong."""
    project = ready(tmp_path)
    path = project / PRINCIPE
    text = path.read_text("utf-8")
    assert name in text
    path.write_text(text.replace(name, "bestaat-niet"), "utf-8")
    with _begun(project, say=TOLD.append) as preview:
        assert "bestaat-niet" in (preview.page("principes/eerst-luisteren/index.html") or "")


LOGO = f"framework/gemeenten/{SLUG}/beeld/draak.svg"


@pytest.mark.parametrize("gone", [DURVEN, "framework/igm", f"framework/gemeenten/{SLUG}", LOGO])
def test_what_is_away_is_named_and_comes_back(preview: Preview, gone: str) -> None:
    """A file or a folder that was removed or renamed: the site stays as it was, and is whole when it is back."""
    project = preview.project
    good = _shown(preview, "factoren/durven/index.html")
    (project / gone).rename(project / "elders")
    preview.follow(Changes((), (gone,)))
    assert b"Nog niet goed" in (_shown(preview, "factoren/durven/index.html") or b"")
    assert (preview.file("assets/logo.svg") is None) is (gone == LOGO)
    (project / "elders").rename(project / gone)
    preview.follow(Changes((gone,), ()))
    assert _shown(preview, "factoren/durven/index.html") == good


def test_a_new_page_and_one_that_is_gone_are_followed(preview: Preview) -> None:
    """The engine begins anew where there are other pages; what is wrong with the menu is told."""
    page = preview.project / "docs" / "bronnen.md"
    other = page.rename(page.with_name("weg.md"))
    preview.follow(Changes(("docs/weg.md",), ("docs/bronnen.md",), is_new=True))
    assert preview.page("weg/index.html")
    assert preview.page("bronnen/index.html") is None
    assert "mkdocs.yml: het menu noemt «bronnen.md»" in "\n".join(map(str, preview.problems)).replace(":1:1", "")
    other.rename(page)
    preview.follow(Changes(("docs/bronnen.md",), ("docs/weg.md",), is_new=True))
    assert preview.problems == []


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


def test_what_cannot_be_looked_at_stops_no_preview(tmp_path: Path) -> None:
    """A link to itself or to nothing, and a folder that is away and back again and again, while it is looked at."""
    folder = tmp_path / "framework"
    folder.mkdir()
    seen = changes(tmp_path)
    (folder / "lus").symlink_to("lus")
    (folder / "weg.yaml").symlink_to("nergens")
    (folder / "een.yaml").write_text("a", "utf-8")
    assert next(seen) == (("framework/een.yaml",), (), True)
    with ThreadPoolExecutor() as other:
        coming = other.submit(_comes_and_goes, folder / "map", 300)
        while "framework/map" not in next(seen).other:
            continue
        coming.result()
    (folder / "een.yaml").chmod(0o600)
    while "framework/een.yaml" not in next(seen).other:
        continue


def test_a_watcher_that_stops_says_nothing_to_who_writes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What it missed is looked up; a thread of ours that stops is told, as before."""
    told: list[type[BaseException]] = []
    monkeypatch.setattr(threading, "excepthook", lambda thread: told.append(thread.exc_type))
    changes(tmp_path)
    for stops in (partial(Observer().unschedule, ObservedWatch("nergens", recursive=False)), partial(int, "x")):
        thread = threading.Thread(target=stops)
        thread.start()
        thread.join()
    assert told == [ValueError]


def _comes_and_goes(folder: Path, times: int) -> None:
    for _ in range(times):
        for name in "abcdef":
            (folder / name).mkdir(parents=True)
            (folder / name / "x.yaml").write_text("x", "utf-8")
        shutil.rmtree(folder)
    folder.write_text("nu een bestand", "utf-8")


def test_what_could_not_be_read_is_read_with_the_next_change(preview: Preview) -> None:
    """Whatever stops the reading halfway, what was saved is not forgotten."""
    link = preview.project / "docs" / "weg.md"
    link.symlink_to("nergens")
    saved = _save(preview, DURVEN, "titel: Durven", "titel: Durven voortaan")
    with pytest.raises(FileNotFoundError):
        preview.show(saved)
    link.unlink()
    preview.follow(Changes(("thema/main.html",), ()))
    assert b"Durven voortaan" in (_shown(preview, "factoren/durven/index.html") or b"")
    preview.follow(_save(preview, DURVEN, "titel: Durven voortaan", "titel: Durven"))
    assert preview.problems == []


def test_an_address_outside_the_sources_leads_nowhere(preview: Preview) -> None:
    """Nothing beside the pages is handed out, and an unknown address gives the edition's own page for that."""
    for path in ("../pyproject.toml", "assets/../../mkdocs.yml", ".git/config", "bronnen.md", "/etc/passwd"):
        answer = preview.answer(path, {})
        assert answer.status == 404
        assert b"<h1" in answer.content
    assert preview.answer("factoren/durven", {}) == (301, b"", "/factoren/durven/")


def test_a_port_that_is_named_exists() -> None:
    """What is proposed in the place of a port that is taken is a port, also after the last one."""
    assert "serve PORT=8001 (zonder make: leidraad serve --poort 8001)" in busy(8000)
    assert "PORT=65534 " in busy(65535)

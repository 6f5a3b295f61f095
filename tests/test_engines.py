"""The real engines on the real sources: both give the same articles, a failure leaves what was there."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

from leidraad import checks
from leidraad.checks import check_framework
from leidraad.command import main
from leidraad.editions import current
from leidraad.editions.build import COMPARED, ENOUGH_TO_COMPARE, Job, compare, compared_note, with_stencil
from leidraad.editions.engine import digest
from leidraad.editions.engine.engine import EngineFailedError
from leidraad.editions.engine.stencil import stencil
from leidraad.editions.finish import finish
from leidraad.editions.leaves import leaves
from leidraad.editions.preview.server import is_free
from leidraad.model.reading.loader import Core, load
from leidraad.model.use.framework import Edition, Framework
from leidraad.model.yaml.problem import Problem
from tests.editions.tiny import content
from tests.forked import leidraad
from tests.probe import ROOT, Seen
from tests.sources import SHELF, copy_sources
from tests.verwachting import SLUG, ready

LEIDRAAD = Path(sys.executable).with_name("leidraad")
OF_SMALL = {**os.environ, "GEMEENTE": SLUG}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the sources, to break."""
    return copy_sources(tmp_path)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """The miniature, which holds every kind of page, with the real machine."""
    return ready(tmp_path)


def _build(cwd: Path, target: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return leidraad(cwd, "build", *words, "--doel", target)


def _article(path: Path) -> str:
    article = re.search(r"<article[^>]*>(.*)</article>", path.read_text("utf-8"), re.S)
    assert article, path
    return article[1]


def _told(article: str) -> tuple[str, list[str]]:
    seen = Seen(article)
    links = [attributes["href"] or "" for _, attributes in seen.elements if "href" in attributes]
    return " ".join(" ".join(seen.texts).split()), links


def _menu(path: Path) -> list[str]:
    menu = re.search(r'<ul class="menu__alles">(.*?)</nav>', path.read_text("utf-8"), re.S)
    assert menu, path
    return re.findall(r"<(?:summary|a )[^>]*>([^<]*)", menu[1])


def test_both_engines_give_the_same_articles(site: Path, tmp_path: Path) -> None:
    """MkDocs and Zensical read the same sources; texts and links of articles and menus are equal."""
    done = _build(ROOT, tmp_path, "voorbeeldstad", "--motor", "zensical")
    assert done.returncode == 0, done.stderr
    ours, theirs = (built / "voorbeeldstad" / "nieuwste" for built in (site, tmp_path))
    assert (ours / "zoekindex.json").read_bytes() == (theirs / "zoekindex.json").read_bytes()
    built = sorted(ours.rglob("*.html"))
    pages = [page for page in built if "<article" in page.read_text("utf-8")]  # cards are no pages of the engine
    assert len(pages) > 50
    for page in pages:
        one, other = _article(page), _article(theirs / page.relative_to(ours))
        assert one == other or _told(one) == _told(other), page
    for page in (ours / "index.html", ours / "factoren" / "kennis" / "index.html"):
        assert _menu(page) == _menu(theirs / page.relative_to(ours)), page


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The miniature with its first edition built, to look at."""
    folder = tmp_path_factory.mktemp("gebouwd")
    done = _build(ready(folder), folder / "site", SLUG)
    assert done.returncode == 0, done.stderr
    return folder


def test_finishing_twice_changes_nothing(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest, full_size: bool
) -> None:
    """editions.finish is idempotent: the second run leaves every byte; under --alles of a real edition too."""
    root, slug = (ROOT, "voorbeeldstad") if full_size else (made, SLUG)
    built = request.getfixturevalue("site") if full_size else made / "site"
    again = shutil.copytree(built / slug / "nieuwste", tmp_path / slug / "nieuwste")
    before = content(again)
    monkeypatch.chdir(root)
    framework, _ = check_framework(root / "framework")
    current.use(Edition(framework, framework.gemeenten[slug]))
    try:
        finish(again)
    finally:
        current.use(None)
    assert content(again) == before


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("framework/igm/durven.yaml", "id: durven", "id: durfen", "durven.yaml:1:5"),
        ("docs/factoren/durven.md", 'factor("durven")', 'factor("durfen")', "durfen"),
        ("docs/index.md", "{{ igm_kaart() }}", "{{ igm_kart() }}", "igm_kart"),
        ("docs/bronnen.md", "{{ bronnen() }}", "[weg](weg.md)", "weg.md"),
    ],
)
def test_a_mistake_stops_the_build_and_keeps_the_site(small: Path, file: str, old: str, new: str, said: str) -> None:
    """A mistake in YAML, a macro or a link: exit 1, its name in the message, the good site untouched, no traceback."""
    kept = small / "site" / SLUG / "nieuwste" / "index.html"
    kept.parent.mkdir(parents=True)
    kept.write_text("goed", "utf-8")
    path = small / file
    assert old in path.read_text("utf-8")
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    done = _build(small, small / "site", SLUG)
    assert (done.returncode, kept.read_text("utf-8")) == (1, "goed")
    assert said in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr


def test_a_broken_municipality_stops_only_itself(small: Path) -> None:
    """It is named with its mistakes and what stood there stays; the others are built; the run fails."""
    kept = small / "site" / "nergenshuizen" / "nieuwste" / "index.html"
    kept.parent.mkdir(parents=True)
    kept.write_text("goed", "utf-8")
    path = small / "framework" / "gemeenten" / "nergenshuizen" / "gemeente.yaml"
    path.write_text(path.read_text("utf-8").replace("naam:", "nam:", 1), "utf-8")
    done = _build(small, small / "site")
    assert (done.returncode, kept.read_text("utf-8")) == (1, "goed")
    assert "framework/gemeenten/nergenshuizen/gemeente.yaml:" in done.stdout
    assert "fabeldam: gebouwd" in done.stdout
    assert "niets van overschreven: nergenshuizen." in done.stderr
    assert (small / "site" / "fabeldam" / "nieuwste" / "index.html").is_file()


def test_what_did_not_change_is_not_read_again(
    small: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of two municipalities the one that changed, or that was damaged where it stands; one when nothing changed."""
    read = list[object]()

    def noted(root: Path, only: Collection[str] = (), core: Core | None = None) -> tuple[Framework, list[Problem]]:
        read.append(only)
        return load(root, only, core)

    monkeypatch.setattr(checks, "load", noted)
    monkeypatch.chdir(small)

    def built() -> tuple[str, object]:
        main(["build"])
        return capsys.readouterr().out, read[-1]

    assert built()[1] == ()
    assert ("nergenshuizen: niets veranderd." in (again := built())[0], again[1]) == (True, (SLUG,))
    welkom = small / "framework" / "gemeenten" / SLUG / "teksten" / "welkom.md"
    welkom.write_text("Nieuw welkom.", "utf-8")
    said, only = built()
    assert ("[1/2] nergenshuizen: niets veranderd." in said, f"[2/2] {SLUG}: gebouwd." in said) == (True, True)
    assert only == (SLUG,)
    assert "Nieuw welkom." in (small / "site" / SLUG / "nieuwste" / "index.html").read_text("utf-8")
    (small / "site" / "nergenshuizen" / "nieuwste" / "index.html").unlink()
    assert built()[1] == ("nergenshuizen",)
    welkom.write_text("Nog nieuwer.", "utf-8")
    (small / "framework" / "gemeenten" / "nergenshuizen" / "leeg").mkdir()
    with pytest.raises(SystemExit):
        main(["build"])
    assert "framework/gemeenten/nergenshuizen/leeg" in capsys.readouterr().out


def test_a_built_folder_is_known_by_every_file(tmp_path: Path) -> None:
    """Changed in its place, taken away or added, in either of the copies that share their files: it is another."""
    folder = tmp_path / "stad"
    (folder / "nieuwste" / "bronnen").mkdir(parents=True)
    (folder / "2026.1").mkdir()
    page = folder / "nieuwste" / "bronnen" / "index.html"
    page.write_text("x", "utf-8")
    other = folder / "2026.1" / "index.html"
    other.hardlink_to(page)
    elsewhere = folder / "nieuwste" / "feed.xml"
    elsewhere.touch()
    changes: list[Callable[[], object]] = [
        lambda: page.write_text("xy", "utf-8"),
        lambda: (folder / "2026.1" / "los.txt").touch(),
        lambda: (folder / "2026.1" / "leeg").mkdir(),
        other.unlink,
        lambda: (folder / "2026.1" / "los.txt").rename(other),
        lambda: elsewhere.replace(other),
        page.unlink,
        lambda: shutil.rmtree(folder),
    ]
    for number, change in enumerate(changes):
        known = digest.outputs(folder)
        assert digest.stands(folder, known)
        change()
        assert not digest.stands(folder, known), number
    for wrong in ("", "\0", known[:-3], "x" * 99):
        assert not digest.stands(tmp_path, wrong)


def test_where_nothing_can_be_written_the_build_says_so(small: Path) -> None:
    """A full disk, seen at the first large file: why in Dutch, no traceback, and the site that stood there stays."""
    kept = small / "site" / SLUG / "nieuwste" / "index.html"
    kept.parent.mkdir(parents=True)
    kept.write_text("goed", "utf-8")
    words = ["build", SLUG, "--doel", str(small / "site")]
    code = (  # a limit on the size of a file is what a test can set without a disk of its own
        "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000));"
        f"from leidraad.command import main; main({words!r})"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=small, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, kept.read_text("utf-8")) == (1, "goed")
    assert f"Bouwen in {small}/site/ lukt niet: " in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("command", ["build", "pdf"])
def test_a_folder_that_cannot_be_made_is_said_before_anything_is_built(small: Path, command: str) -> None:
    """With the path as it was typed, and without a word of an edition."""
    (small / "een-bestand").write_text("goed", "utf-8")
    where = str(small / "een-bestand" / "site")
    done = leidraad(small, command, SLUG, "--doel", where, env={**os.environ, "CHROMIUM": sys.executable})
    assert (done.returncode, done.stdout) == (1, "")
    assert "daar staat een bestand waar een map hoort; kies een andere map." in done.stderr
    assert done.stderr.startswith(f"Bouwen in {where}/ lukt niet: " if command == "build" else "Dit lukt niet: ")
    if command == "build":  # nothing that it would put there, and nothing of what never stood there
        assert done.stderr.endswith(f"Het gaat om {where}. Er is niets gebouwd.\n")


def test_what_differs_from_a_direct_build_stops_the_build(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that came out otherwise is named, in both copies: it is one file; all else is equal to the byte."""
    monkeypatch.chdir(small)
    framework, _ = check_framework(small / "framework")
    edition = Edition(framework, framework.gemeenten[SLUG])
    shelf = small / SHELF
    job = Job(small, SLUG, "mkdocs", shelf / "werk" / SLUG)
    made = stencil(small, "mkdocs", shelf, lambda _: None)
    current.use(edition)
    try:
        leaves(made).write(edition, job.work)
        page = job.work / "nieuwste" / "bronnen" / "index.html"
        page.write_text(page.read_text("utf-8").replace("</main>", "x</main>"), "utf-8")
        with pytest.raises(EngineFailedError) as refused:
            compare(job, edition)
    finally:
        current.use(None)
    places = ", ".join(f"{copy}/bronnen/index.html" for copy in (edition.gemeente.editie, "nieuwste"))
    assert f"is dit anders: {places}." in str(refused.value)
    assert "--direct" in str(refused.value)


def test_a_stencil_for_many_is_compared_until_it_was(tmp_path: Path) -> None:
    """A few of many editions; again after a run that did not get so far; never for a few editions."""
    made = tmp_path / "stencil"
    jobs = [Job(tmp_path, f"gemeente-{number}", "mkdocs", tmp_path) for number in range(ENOUGH_TO_COMPARE)]

    def compared(jobs: list[Job]) -> int:
        return sum(job.is_compared for job in with_stencil(jobs, made))

    assert [compared(jobs), compared(jobs), compared(jobs[1:])] == [COMPARED, COMPARED, 0]
    compared_note(made).touch()
    assert compared(jobs) == 0


def test_many_editions_are_compared_and_the_same(project: Path, full_size: bool) -> None:
    """One run for as many editions as are compared: nothing differs, and the stencil is known to be good."""
    if not full_size:
        pytest.skip("alleen bij --alles wordt een bouw van veel edities vergeleken")
    gemeenten = project / "framework" / "gemeenten"
    example = gemeenten / "voorbeeldstad"
    for number in range(ENOUGH_TO_COMPARE):
        own = shutil.copytree(example, gemeenten / f"stad-{number}") / "gemeente.yaml"
        text = own.read_text("utf-8").replace("id: voorbeeldstad", f"id: stad-{number}", 1)
        own.write_text(text.replace("naam: Voorbeeldstad", f"naam: Stad {number}", 1), "utf-8")
    done = _build(project, project / "site")
    assert done.returncode == 0, done.stdout + done.stderr
    assert len([*(project / ".cache" / "bouw").glob("stencil-*.vergeleken")]) == 1


def test_the_stencil_serves_until_a_page_changes(small: Path) -> None:
    """After a change in YAML no engine runs; after a change in a page it does, and each time the change is seen."""
    (small / "framework" / "gemeenten" / SLUG / "teksten" / "welkom.md").write_text("Nieuw welkom.", "utf-8")
    first = _build(small, small / "site", SLUG)
    home = small / "docs" / "index.md"
    home.write_text(home.read_text("utf-8") + "\nNieuw op deze pagina.\n", "utf-8")
    second = _build(small, small / "site", SLUG)
    assert ["één keer" in run.stdout for run in (first, second)] == [False, True]
    page = (small / "site" / SLUG / "nieuwste" / "index.html").read_text("utf-8")
    assert "Nieuw welkom." in page
    assert "Nieuw op deze pagina." in page


def test_mkdocs_alone_refuses_a_broken_framework(small: Path) -> None:
    """`mkdocs build --strict` by itself prints the problems, exits 1 and leaves site/ alone."""
    (small / "site").mkdir()
    (small / "site" / "index.html").write_text("goed", "utf-8")
    (small / "framework" / "igm" / "durven.yaml").write_text("id: durven\n", "utf-8")
    words = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    done = subprocess.run(words, cwd=small, env=OF_SMALL, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 1
    assert "framework/igm/durven.yaml:1:1" in done.stderr
    assert "Traceback" not in done.stderr
    assert (small / "site" / "index.html").read_text("utf-8") == "goed"


@pytest.fixture
def preview(small: Path) -> Iterator[str]:
    """The real preview, as `make serve` starts it, on a free port; with the page that explains each message."""
    folder = small / "docs" / "eigen-leidraad"
    folder.mkdir()
    shutil.copy(ROOT / "docs" / "eigen-leidraad" / "meldingen.md", folder)
    with (small / "mkdocs.yml").open("a", encoding="utf-8") as menu:
        menu.write("      - eigen-leidraad/meldingen.md\n")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with (small / "serve.log").open("w", encoding="utf-8") as log:
        words = [str(LEIDRAAD), "serve", "--poort", str(port)]
        process = subprocess.Popen(words, cwd=small, env=OF_SMALL, stdout=log, stderr=log)
        yield f"http://127.0.0.1:{port}/"
        process.terminate()
        assert process.wait(20) == 0
    assert is_free(port)


def _wait_for(address: str, text: str, *, without: str = "") -> str:
    end = time.monotonic() + 60
    page = ""
    while time.monotonic() < end:
        try:
            page = urlopen(address, timeout=5).read().decode()  # noqa: S310  # our own preview
        except OSError:
            page = ""
        if text in page and not (without and without in page):
            return page
        time.sleep(0.3)
    raise AssertionError(f"{text!r} did not appear at {address}; last: {page[:500]}")


def test_two_previews_on_one_port_are_told_apart(small: Path) -> None:
    """Started while the other still makes its pages, one of the two says that the port is taken and how to go on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words = [str(LEIDRAAD), "serve", "--poort", str(port)]
    both = []
    for _ in range(2):
        time.sleep(0.3)  # both find the port free, and do not read the same file at once
        both.append(
            subprocess.Popen(
                words, cwd=small, env=OF_SMALL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8"
            )
        )
    try:
        end = time.monotonic() + 120
        while all(one.poll() is None for one in both) and time.monotonic() < end:
            time.sleep(0.2)
        ended, running = sorted(both, key=lambda one: one.poll() is None)
        said = ended.communicate(timeout=1)[0]
        assert running.poll() is None
        assert f"Op poort {port} draait al iets" in said
        assert f"PORT={port + 1}" in said
        assert "Traceback" not in said and "Error" not in said
    finally:
        for one in both:
            one.terminate()
            one.wait(20)


def test_the_preview_shows_mistakes_and_comes_back(small: Path, preview: str) -> None:
    """A mistake shows in the terminal and on each page, beside what can be made; mended, the preview is whole."""
    address = preview + "factoren/durven/"
    _wait_for(address, "</h1>")
    path = small / "framework" / "igm" / "durven.yaml"
    good = path.read_text("utf-8")
    path.write_text(good.replace("soort: factor", "soort: factr", 1), "utf-8")
    page = _wait_for(address, "framework/igm/durven.yaml:2:8")
    assert "bedoelde u «factor»?" in page
    other = _wait_for(preview + "factoren/weten/", "Nog niet goed: 1 fout")
    assert "<nav" in other
    assert 'id="open-vragen"' in other
    told = re.search(r'href="(\.\./\.\./eigen-leidraad/meldingen/)#([a-z-]+)"', other)
    assert told
    assert f'<section id="{told[2]}"' in _wait_for(preview + "factoren/weten/" + told[1], "Nog niet goed: 1 fout")
    path.write_text(good, "utf-8")
    assert "Bijwerken na een nieuwe kern" in _wait_for(preview + "bijwerken/", "Spreekuur van de draak")
    _wait_for(address, 'id="open-vragen"', without="Nog niet goed")
    said = (small / "serve.log").read_text("utf-8")
    assert "Veranderd: framework/igm/durven.yaml\nframework/igm/durven.yaml:2:8: «factr» mag hier niet" in said
    assert re.search(r"^Klaar in \d+,\d s\.$", said, re.M)
    assert not re.search(r"^(INFO|WARNING|ERROR)", said, re.M)


def test_the_preview_stays_while_its_municipality_is_away(small: Path, preview: str) -> None:
    """A folder that is renamed, or not on another branch: said on each page and in the terminal, until it is back."""
    _wait_for(preview, "</h1>")
    folder = small / "framework" / "gemeenten" / SLUG
    folder.rename(small / "elders")
    page = _wait_for(preview + "factoren/durven/", "heeft hier geen map; kies uit: nergenshuizen")
    assert "<nav" in page
    (small / "elders").rename(folder)
    _wait_for(preview + "factoren/durven/", 'id="open-vragen"', without="Nog niet goed")
    said = (small / "serve.log").read_text("utf-8")
    assert "gemeente «fabeldam» (uit GEMEENTE) heeft hier geen map" in said
    assert not re.search(r"^(INFO|WARNING|ERROR|Traceback)", said, re.M)


def test_a_preview_that_cannot_start_says_why(small: Path) -> None:
    """An unknown municipality is answered with those there are, a taken port with the way out; neither starts."""
    words = [str(LEIDRAAD), "serve", "--poort"]
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        busy = subprocess.run(
            [*words, port], cwd=small, env=OF_SMALL, capture_output=True, encoding="utf-8", check=False
        )
        environment = {**os.environ, "GEMEENTE": "fabeldom"}
        wrong = subprocess.run(
            [*words, port], cwd=small, env=environment, capture_output=True, encoding="utf-8", check=False
        )
    assert (busy.returncode, wrong.returncode) == (2, 2)
    assert f"Op poort {port} draait al iets" in busy.stderr
    assert "make serve PORT=" in busy.stderr
    assert "«fabeldom» ken ik niet; bedoelde u «fabeldam»?" in wrong.stderr


def test_the_engine_s_own_preview_stops_for_an_unknown_municipality(small: Path) -> None:
    """`mkdocs serve` alone does not start in silence either."""
    words = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", "127.0.0.1:0"]
    environment = {**os.environ, "GEMEENTE": "fabeldom", "HARD": "false"}
    done = subprocess.run(
        words, cwd=small, env=environment, capture_output=True, encoding="utf-8", check=False, timeout=60
    )
    assert done.returncode == 1
    assert "kies uit: fabeldam, nergenshuizen" in done.stderr


# What only `mkdocs serve` has, or lacks: it stands in no publication, and its script is an inline one.
_RELOAD = re.compile(r"<script>\s*var livereload = .*?</script>\s*", re.S)
_ONLY_SERVED = (
    re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>'),
    re.compile(r'<link rel="canonical"[^>]*>'),
    re.compile(r"<!--versie-->.*?<!--/versie-->", re.S),
    re.compile(r"<!--vast-->.*?<!--/vast-->", re.S),  # the way from a fixed version: no other one is served
)


def test_mkdocs_serve_shows_what_is_built(made: Path) -> None:
    """Every page and file of a build, to the sign, but for the script that reloads and four named pieces."""
    built = made / "site" / SLUG / "nieuwste"
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    server = subprocess.Popen(words, cwd=made, env=OF_SMALL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_for(f"http://127.0.0.1:{port}/", "</html>")
        other, pages = [], 0
        for path in sorted(path for path in built.rglob("*") if path.is_file()):
            name = path.relative_to(built).as_posix()
            with urlopen(f"http://127.0.0.1:{port}/{name}") as answer:
                shown = answer.read()
            held = path.read_bytes()
            if name.endswith(".html"):
                pages += 1
                held, shown = _compared(held), _compared(shown)
            if shown != held:
                other.append(name)
    finally:
        server.terminate()
        server.wait()
    assert other == []
    assert pages > 50


def _compared(page: bytes) -> bytes:
    """Return a page without these pieces, and without the space around them."""
    text = page.decode()
    for piece in (_RELOAD, *_ONLY_SERVED):
        text = piece.sub("", text)
    return "\n".join(line.strip() for line in text.splitlines() if line.strip()).encode()

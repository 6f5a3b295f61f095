"""`leidraad check` of one municipality takes the core from memory, and finds what it finds without."""

import os
import pickle
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from leidraad.checks import CHECKS, check_framework, check_some
from leidraad.checks import _remembered as remembered
from leidraad.command import main
from leidraad.editions import current, here
from leidraad.model.reading import loader, memory
from leidraad.model.yaml.problem import Problem
from leidraad.outputs.zoek import woorden, zoekproef
from tests.fouten import CASES, MINIATURE, copy_with
from tests.probe import ROOT
from tests.turns import ALLES

SLUG = "fabeldam"
# Of the mistakes that authors make one of each kind, which is a file of cases; at full size all.
OF_EACH_KIND = [*{name.partition(":")[0]: case for name, case in CASES.items()}.values()]


@pytest.fixture(autouse=True)
def _the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1798675200")


def told(root: Path, slug: str, folder: Path | None = None) -> list[Problem]:
    """Return everything that a check of one municipality finds, from memory or as it always did."""
    framework, problems = check_some(root, (slug,), folder) if folder else check_framework(root, (slug,))
    return [*problems, *zoekproef.hints(framework, (slug,), folder)]


def recalls(root: Path, folder: Path) -> bool:
    """Say whether the core as it stands there now comes from memory."""
    return remembered.recalled(folder, remembered.digest(root)) is not None


@pytest.mark.parametrize(
    ("slug", "root"), [("voorbeeldstad", ROOT), pytest.param("den-haag", ROOT, marks=ALLES), (SLUG, MINIATURE)]
)
def test_it_finds_the_same(slug: str, root: Path, tmp_path: Path) -> None:
    """The first time, when it is kept, and the next, when it is taken from there; also what is said only then."""
    framework = root / "framework"
    plain = told(framework, slug)
    assert told(framework, slug, tmp_path) == plain
    assert recalls(framework, tmp_path)
    assert told(framework, slug, tmp_path) == plain


def test_it_finds_every_mistake(tmp_path: Path, *, full_size: bool) -> None:
    """Whatever is wrong, in the core or in the municipality: memory changes no word of it.

    The municipalities take turns; under --alles each of them in each case.
    """
    kept = 0
    for number, case in enumerate(CASES.values() if full_size else OF_EACH_KIND):
        folder = tmp_path / str(number)
        root = copy_with(case, folder) / "framework"
        slugs = [path.name for path in sorted((root / "gemeenten").glob("*")) if path.is_dir()] or [SLUG]
        for slug in slugs if full_size else slugs[number % len(slugs) :][:1]:
            plain = told(root, slug)
            assert told(root, slug, folder / "geheugen") == plain, case
            assert told(root, slug, folder / "geheugen") == plain, case
        kept += recalls(root, folder / "geheugen")
        shutil.rmtree(folder)
    assert kept > 5


def test_what_a_municipality_cites_is_no_unused_source(tmp_path: Path) -> None:
    """The one thing of the core that depends on who uses it: kept as unused, and taken back."""
    root = shutil.copytree(MINIATURE, tmp_path / "m") / "framework"
    bronnen = root / "bronnen.yaml"
    text = bronnen.read_text("utf-8")
    block = text[text.index("  - id: ") :].split("\n  - id: ")[0]
    first = block.split()[2]
    bronnen.write_text(text.rstrip("\n") + "\n" + block.replace(f"id: {first}", "id: nergens") + "\n", "utf-8")
    folder = tmp_path / "geheugen"
    unused = [one for one in told(root, SLUG, folder) if one.check == "ongebruikte-bron" and "nergens" in one.message]
    assert len(unused) == 1
    principe = next((root / "gemeenten" / SLUG / "gedragsprincipes").glob("*.yaml"))
    assert "bronnen:" not in principe.read_text("utf-8")
    principe.write_text(principe.read_text("utf-8") + "bronnen: [nergens]\n", "utf-8")
    assert recalls(root, folder)
    assert told(root, SLUG, folder) == told(root, SLUG)
    assert [one for one in told(root, SLUG, folder) if one.level == "fout" or "nergens" in one.message] == []


class _Harm:
    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[Callable[[str], None], tuple[str]]:
        return os.mkdir, (str(self.path),)


def test_a_memory_that_is_wrong_old_or_broken_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Cut off, a bit turned, empty, a folder in its place, of other contents, with other things in it."""
    root = shutil.copytree(MINIATURE, tmp_path / "m") / "framework"
    questions = "zoekvragen:\n  - {vraag: schatkist, groep: eigen-woord, vindt: principe:draak-eerst}\n"
    (root / "gemeenten" / SLUG / "zoekvragen.yaml").write_text(questions, "utf-8")
    monkeypatch.setattr(zoekproef, "_MANY", 0)
    plain = told(root, SLUG)
    assert [one.check for one in plain if one.check == "zoekvraag"]
    folder = tmp_path / "geheugen"
    told(root, SLUG, folder)
    good = {path: path.read_bytes() for path in folder.iterdir()}
    assert {path.name for path in good} == {"kern", "woorden"}
    for path, held in good.items():
        middle = len(held) // 2
        turned = held[:middle] + bytes([held[middle] ^ 1]) + held[middle + 1 :]
        for content in (b"", held[:40], held[:-1], held + b"x", turned, os.urandom(len(held))):
            path.write_bytes(content)
            assert told(root, SLUG, folder) == plain
        path.unlink(missing_ok=True)
        path.mkdir()
        assert told(root, SLUG, folder) == plain
        path.rmdir()
    key, harm = remembered.digest(root), tmp_path / "schade"
    wrong: list[object] = [_Harm(harm), (_Harm(harm), {}), ((1, 2, 3), {}), "?", os.system]
    for core in wrong:
        memory.keep(folder / "kern", key, pickle.dumps(core))
        assert not recalls(root, folder)
        assert told(root, SLUG, folder) == plain
    assert not harm.exists()


def test_no_word_is_taken_apart_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What its stem is, is kept with what texts say; the stemmer is not even imported."""
    monkeypatch.setattr(zoekproef, "_MANY", 0)
    plain = told(ROOT / "framework", "voorbeeldstad", tmp_path)
    woorden.stems.clear()
    monkeypatch.setattr(woorden, "_stemmer", lambda: pytest.fail("asked again"))
    assert told(ROOT / "framework", "voorbeeldstad", tmp_path) == plain
    assert woorden.stems


@pytest.mark.skipif(os.geteuid() == 0 if hasattr(os, "geteuid") else True, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_in_holds_nothing(tmp_path: Path) -> None:
    """It is read each time then, without a word."""
    folder = tmp_path / "geheugen"
    folder.mkdir(mode=0o500)
    assert told(MINIATURE / "framework", SLUG, folder) == told(MINIATURE / "framework", SLUG)


@pytest.mark.parametrize(
    "change",
    [
        lambda root: (root / "igm" / "houding.yaml").write_text("x", "utf-8"),
        lambda root: (root / "igm" / "leeg").mkdir(),
        lambda root: (root / "los.txt").write_text("", "utf-8"),
        lambda root: (root.parent / "mkdocs.yml").unlink(),
        lambda root: next((root.parent / "docs").rglob("*.md")).unlink(),
        lambda root: next((root / "casussen").glob("*.yaml")).rename(root / "casussen" / "anders.yaml"),
    ],
)
def test_another_core_is_read_anew(change: Callable[[Path], object], tmp_path: Path) -> None:
    """A file more, less, changed or renamed, also an empty folder or a page, is another core."""
    root = shutil.copytree(MINIATURE, tmp_path / "m") / "framework"
    folder = tmp_path / "geheugen"
    told(root, SLUG, folder)
    key = remembered.digest(root)
    change(root)
    assert remembered.digest(root) != key
    assert told(root, SLUG, folder) == told(root, SLUG)


def test_another_day_is_another_check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Dates pass: what was found yesterday need not be so today."""
    root = MINIATURE / "framework"
    told(root, SLUG, tmp_path)
    assert recalls(root, tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(1798675200 + 86_400))
    assert not recalls(root, tmp_path)


def test_what_is_saved_while_it_is_read_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else the old bytes would stand for what was made of the new."""
    moments = iter([b"before", b"after"])
    monkeypatch.setattr("leidraad.checks.digest", lambda _: next(moments))
    check_some(MINIATURE / "framework", (SLUG,), tmp_path)
    assert [*tmp_path.iterdir()] == []


def test_the_command_remembers_for_one_and_not_for_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`leidraad check SLUG` keeps it beside the framework, in a folder that git does not see."""
    root = shutil.copytree(MINIATURE, tmp_path / "m")
    monkeypatch.chdir(root)
    for words, there in ((["check"], False), (["check", SLUG], True)):
        with pytest.raises(SystemExit) as end:
            main(words)
        assert end.value.code is False
        assert (root / ".cache" / "gelezen").is_dir() is there
    assert ".cache/" in (ROOT / ".gitignore").read_text("utf-8").splitlines()


def test_the_engine_takes_the_core_from_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build by the engine alone reads the municipalities, all of them, and the core once; a preview reads all."""
    root = shutil.copytree(MINIATURE, tmp_path / "m")
    monkeypatch.chdir(root)
    monkeypatch.setenv("GEMEENTE", SLUG)
    edition, problems = current._load(root / "framework", SLUG)
    assert edition and not problems
    assert recalls(root / "framework", here.reading_memory(root / "framework"))
    with monkeypatch.context() as patched:
        patched.setattr(loader.Loader, "_read_core", lambda _: pytest.fail("read again"))
        again, problems = current._load(root / "framework", SLUG)
        assert again and not problems
        assert (again.framework.items, again.lokaal) == (edition.framework.items, edition.lokaal)
        patched.setattr("sys.argv", ["mkdocs", "serve"])
        with pytest.raises(pytest.fail.Exception):
            current._load(root / "framework", SLUG)


def test_a_check_of_the_core_alone_finds_nothing_in_a_municipality() -> None:
    """What is marked so is not asked again of a municipality; nothing else may be."""
    marked = {check.id for check in CHECKS if check.alleen_kern}
    where = {e["controle"]: e["plaats"] for case in CASES.values() for e in case.get("verwacht", [])}
    assert len(marked) > 10
    assert [id_ for id_ in marked if where.get(id_, "").startswith("framework/gemeenten")] == []


def test_reading_twice_the_same_takes_a_part_of_the_time(tmp_path: Path) -> None:
    """It is there to be quick: on the real core at most two thirds of the work."""

    def took(folder: Path | None) -> float:
        start = time.process_time()
        told(ROOT / "framework", "voorbeeldstad", folder)
        return time.process_time() - start

    took(tmp_path)
    assert min(took(tmp_path) for _ in range(2)) < min(took(None) for _ in range(2)) * 2 / 3

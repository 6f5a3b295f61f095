"""Publishing adds, never changes, and is whole at any moment."""

import datetime
import json
import multiprocessing
import os
import random
import re
import shutil
import subprocess
import time
import zipfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from dataclasses import replace
from functools import partial
from itertools import product
from pathlib import Path

import pytest

from leidraad.editions.publication import listing
from leidraad.editions.publication.branch import publish_branch
from leidraad.editions.publication.publish import NotPublishedError, publish_folder, would_lose
from leidraad.model.compare.bericht import summary
from leidraad.model.compare.bijwerken import rapport
from leidraad.model.kinds import kind_of
from leidraad.model.types.gemeente import EigenVervallen
from leidraad.model.use.addresses import address
from tests.editions.branch import branch_content, git
from tests.editions.tiny import SLUGS, build, content, edition, without_its_own, without_the_activity
from tests.forked import leidraad
from tests.frameworks import SMALL

Publish = Callable[[Path], bool]
Held = Callable[[], dict[str, bytes]]


def _silent(_: str) -> None:
    pass


def _site(folder: Path, number: str, text: str = "") -> Path:
    for slug in SLUGS:
        build(folder, edition(slug, number), text)
    return folder


@pytest.fixture(params=["map", "tak"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Publish, Held, Path]:
    """A publication in a folder, and one on a branch: how to publish, what it holds, and the folder of it."""
    target = tmp_path / "publicatie"
    if request.param == "map":
        return lambda site: publish_folder(site, SLUGS, target, _silent), lambda: content(target), target
    target.mkdir()
    git(target, "init", "-q")
    git(target, "-c", "user.name=x", "-c", "user.email=x@y.example", "commit", "-q", "--allow-empty", "-m", "x")
    return (
        lambda site: publish_branch(site, SLUGS, target, "gh-pages", _silent),
        lambda: branch_content(target),
        target,
    )


def _make_a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


DAMAGES: dict[str, Callable[[Path], int | None]] = {
    "afgebroken": lambda path: path.write_bytes(path.read_bytes()[: path.stat().st_size // 2]),
    "leeg": lambda path: path.write_bytes(b""),
    "geen tekst": lambda path: path.write_bytes(b"\xff\xfe" + path.read_bytes()[:-20]),
    "iets anders": lambda path: path.write_bytes(b"[]"),
    "een object": lambda path: path.write_bytes(b"{}"),
    "weg": Path.unlink,
    "een map": _make_a_folder,
}


def _damaged(folder: Path, name: str, damage: str, work: Path) -> Path:
    """Return a copy of a folder in which one file is damaged."""
    copy = work / f"{damage}-{name.replace('/', '-')}"
    shutil.copytree(folder, copy)
    DAMAGES[damage](copy / name)
    return copy


def test_a_build_that_is_not_whole_is_not_published(tmp_path: Path) -> None:
    """Cut off, empty, no text, something else or gone: it says which file, and what to do; what stood, stands."""
    target, slug = tmp_path / "publicatie", SLUGS[1]
    for number in ("2026.1", "2026.2"):
        build(tmp_path / number, edition(slug, number))
    publish_folder(tmp_path / "2026.1", [slug], target, _silent)
    before = content(target)
    names = ("leidraad.json", "index.html", "veranderd/index.html")
    for name, damage in product([f"{copy}/{name}" for copy in ("2026.2", "nieuwste") for name in names], DAMAGES):
        site = _damaged(tmp_path / "2026.2", f"{slug}/{name}", damage, tmp_path)
        said = f"^De bouw van {slug} is niet heel: {name} .* Haal {site}/{slug} weg, en doe «leidraad build {slug} "
        with pytest.raises(NotPublishedError, match=said):
            publish_folder(site, [slug], target, _silent)
        assert content(target) == before


def test_a_publication_that_is_not_whole_is_not_added_to(tmp_path: Path) -> None:
    """Where a version of it cannot be read it says which file, and nothing changes: of who publishes, and of others."""
    site = _site(tmp_path / "twee", "2026.2", "nieuw")
    publish_folder(_site(tmp_path / "een", "2026.1"), SLUGS, tmp_path / "publicatie", _silent)
    name = f"{SLUGS[0]}/2026.1/leidraad.json"
    for damage in DAMAGES:
        target = _damaged(tmp_path / "publicatie", name, damage, tmp_path)
        before = content(target)
        for slugs in (SLUGS, SLUGS[1:]) if (target / name).is_file() else (SLUGS,):  # else the other is none
            with pytest.raises(NotPublishedError, match=f"^De publicatie is niet heel: {name} "):
                publish_folder(site, slugs, target, _silent)
            assert content(target) == before


def test_a_version_is_added_and_what_was_there_stays(where: tuple[Publish, Held, Path], tmp_path: Path) -> None:
    """Both versions are there in full, nieuwste is the second; the same again changes nothing."""
    publish, held, _ = where
    assert publish(_site(tmp_path / "een", "2026.1"))
    first = held()
    assert publish(_site(tmp_path / "twee", "2026.10", "nieuw"))
    second = held()
    assert not publish(tmp_path / "twee")
    assert held() == second
    for slug in SLUGS:
        fixed = {name: found for name, found in first.items() if name.startswith(f"{slug}/2026.1/")}
        assert len(fixed) > 5
        assert fixed.items() <= second.items()
        assert (
            second[f"{slug}/nieuwste/index.html"]
            == second[f"{slug}/2026.10/index.html"]
            != first[f"{slug}/2026.1/index.html"]
        )
        assert b'"2026.10"' in second[f"{slug}/versions.json"]
        for copy in ("2026.10", "nieuwste"):
            items = json.loads(second[f"{slug}/{copy}/leidraad.json"])["onderdelen"]
            assert {item["gewijzigd"] for item in items} == {"2026.1"}  # only the home page is another


def test_other_content_under_the_same_number_is_refused(where: tuple[Publish, Held, Path], tmp_path: Path) -> None:
    """With the remedy; nothing changes, not even for the municipality that was right."""
    publish, held, _ = where
    publish(_site(tmp_path / "een", "2026.1"))
    before = held()
    build(tmp_path / "een", edition(SLUGS[0], "2026.2"))
    build(tmp_path / "een", edition(SLUGS[1], "2026.1"), "anders")
    with pytest.raises(NotPublishedError, match=f"{SLUGS[1]} 2026.1 is al gepubliceerd.*Verhoog «editie»"):
        publish(tmp_path / "een")
    assert held() == before


def _with_a_package(site: Path, pressed: int, text: str) -> Path:
    for name in ("2026.1", "nieuwste"):
        package = site / SLUGS[0] / name / "cursus" / "les-factor-durven.zip"
        package.parent.mkdir(exist_ok=True)
        with zipfile.ZipFile(package, "w", pressed) as archive:
            archive.writestr(zipfile.ZipInfo("les.html"), text, pressed)  # of itself it would not be pressed
    return site


def test_a_package_that_another_machine_pressed_otherwise_is_the_same(
    where: tuple[Publish, Held, Path], tmp_path: Path
) -> None:
    """What stood there stays, to the byte; another word in a package is another content."""
    publish, held, _ = where
    publish(_with_a_package(_site(tmp_path / "een", "2026.1"), zipfile.ZIP_DEFLATED, "kennis"))
    before = held()
    assert not publish(_with_a_package(tmp_path / "een", zipfile.ZIP_STORED, "kennis"))
    assert held() == before
    with pytest.raises(NotPublishedError, match=r"cursus/les-factor-durven\.zip"):
        publish(_with_a_package(tmp_path / "een", zipfile.ZIP_STORED, "kunnen"))
    assert held() == before


def test_an_older_number_is_refused(where: tuple[Publish, Held, Path], tmp_path: Path) -> None:
    """Nieuwste never goes back."""
    publish, held, _ = where
    publish(_site(tmp_path / "een", "2026.10"))
    before = held()
    with pytest.raises(NotPublishedError, match=r"2026\.9 is lager dan 2026\.10"):
        publish(_site(tmp_path / "twee", "2026.9"))
    assert held() == before


@pytest.mark.parametrize(("days", "may"), [(0, True), (1, False)])
def test_an_edition_of_a_day_to_come_is_refused(
    where: tuple[Publish, Held, Path], tmp_path: Path, days: int, *, may: bool
) -> None:
    """The day stands in every citation and never changes; of today it is published."""
    publish, held, _ = where
    publish(_site(tmp_path / "een", "2026.1"))
    before, day = held(), datetime.datetime.now().astimezone().date() + datetime.timedelta(days)
    for slug in SLUGS:
        made = edition(slug, "2026.2")
        gemeente = made.gemeente.model_copy(update={"datum": day})
        build(tmp_path / "twee", replace(made, lokaal=replace(made.lokaal, gemeente=gemeente)))
    with nullcontext() if may else pytest.raises(NotPublishedError, match=f"van {day}, en die dag komt nog"):
        publish(tmp_path / "twee")
    assert (held() == before) is not may


def test_no_published_address_disappears(tmp_path: Path) -> None:
    """An item that is gone is refused by name, unless kern.yaml names what came in its place."""
    target, slug = tmp_path / "publicatie", SLUGS[0]
    publish_folder(_site(tmp_path / "een", "2026.1"), SLUGS, target, _silent)
    before = content(target)
    build(tmp_path / "twee", edition(slug, "2026.2", without_the_activity(successor=None)))
    said = r": activiteit:samen-gaan\. .*«vervallen».* in framework/kern\.yaml"
    assert re.search(said, would_lose(tmp_path / "twee", slug, target))  # a build that knows the publication says it
    assert would_lose(_site(tmp_path / "vier", "2026.2"), slug, target) == ""
    with pytest.raises(NotPublishedError, match=said):
        publish_folder(tmp_path / "twee", [slug], target, _silent)
    assert content(target) == before
    less = without_the_activity(successor=None)
    last = json.loads((target / slug / "nieuwste" / "leidraad.json").read_text("utf-8"))
    said = summary(rapport(less, less.gemeenten[slug], {}, [], last))
    assert "Weg uit de kern, zonder opvolger: activiteit «" in said
    assert "(activiteit:samen-gaan)." in said
    assert "uw map" not in said
    build(tmp_path / "drie", edition(slug, "2026.2", without_the_activity(successor="factor:durven")))
    assert publish_folder(tmp_path / "drie", [slug], target, _silent)
    changed = (target / slug / "2026.2" / "veranderd" / "index.html").read_text("utf-8")
    assert "Vervallen (1)" in changed
    assert 'href="../factoren/durven/"' in changed
    course = (target / slug / "nieuwste" / "cursus" / "activiteit-samen-gaan" / "index.html").read_text("utf-8")
    assert "../../factoren/durven/#gebruik" in course


@pytest.mark.parametrize(
    ("reference", "nieuw"),
    [
        ("activiteit:drakenrit", "factor:durven"),
        ("activiteit:drakenrit", "pagina:activiteiten"),
        ("principe:samen-eten", "principe:dam-dicht"),
    ],
)
def test_what_a_municipality_took_away_leads_on(tmp_path: Path, reference: str, nieuw: str) -> None:
    """An own activity or principle that is gone is refused, unless gemeente.yaml says what came in its place."""
    target, slug = tmp_path / "publicatie", "fabeldam"
    kind, _, id_ = reference.partition(":")
    build(tmp_path / "een", edition(slug, "2026.1"))
    publish_folder(tmp_path / "een", [slug], target, _silent)
    gone = without_its_own(slug, "2026.2", kind, id_)
    build(tmp_path / "twee", gone)
    with pytest.raises(NotPublishedError, match=f": .*{reference}.*framework/gemeenten/{slug}/gemeente.yaml"):
        publish_folder(tmp_path / "twee", [slug], target, _silent)
    last = json.loads((target / slug / "nieuwste" / "leidraad.json").read_text("utf-8"))
    (title,) = (one["titel"] for one in last["onderdelen"] if one["verwijzing"] == reference)
    said = summary(rapport(SMALL, gone.lokaal, {}, [], last))
    name = f"{kind_of(kind).label or kind} «{title}» ({reference})"
    assert f"Weg uit uw map, en in uw laatste editie nog wel: {name}. Noem in gemeente.yaml" in said
    led = without_its_own(slug, "2026.2", kind, id_, EigenVervallen(oud=reference, nieuw=nieuw))
    build(tmp_path / "drie", led)
    assert publish_folder(tmp_path / "drie", [slug], target, _silent)
    changed = (target / slug / "2026.2" / "veranderd" / "index.html").read_text("utf-8")
    new = address(*nieuw.split(":"))
    assert f'href="../{new}"' in changed
    assert new in (target / slug / "nieuwste" / address(kind, id_) / "index.html").read_text("utf-8")
    assert "niets stuk" in summary(rapport(SMALL, led.lokaal, {}, [], last))


def test_a_municipality_that_was_taken_away_is_named_nowhere(tmp_path: Path) -> None:
    """The lists are made again though nothing was added, and the one without a folder here does not come back."""
    gone, stays = SLUGS[:2]
    site, target = _site(tmp_path / "site", "2026.1"), tmp_path / "webmap"
    publish_folder(site, SLUGS, target, _silent)
    shutil.rmtree(target / gone)
    for slug in SLUGS[1:]:
        (tmp_path / "framework/gemeenten" / slug).mkdir(parents=True)
    done = [leidraad(tmp_path, "publish", "--publicatie", target) for _ in range(2)]
    assert f"{gone} heeft geen map meer in framework/gemeenten" in done[0].stdout
    assert [one.stdout.splitlines()[-1] for one in done] == [
        f"Klaar: gepubliceerd in {target.as_posix()}.",
        f"Klaar: {target.as_posix()} was al bij.",
    ]
    pages = [(target / name).read_text("utf-8") for name in ("index.html", "404.html")]
    assert [(gone in page, stays in page) for page in pages] == [(False, True)] * 2
    assert not (target / gone).exists()


def test_what_is_the_same_is_stored_once(tmp_path: Path) -> None:
    """A style sheet of two municipalities and three versions is one file on the disk."""
    target = tmp_path / "publicatie"
    for number in ("2026.1", "2026.2", "2026.3"):
        publish_folder(_site(tmp_path / number, number), SLUGS, target, _silent)
    files = list(target.rglob("leidraad.css"))
    assert len(files) == 2 * 4
    assert len({path.stat().st_ino for path in files}) == 1


def test_nothing_else_is_overwritten(tmp_path: Path) -> None:
    """A folder with other things in it is no publication; an own CNAME in a publication stays."""
    (tmp_path / "documenten").mkdir()
    (tmp_path / "documenten" / "brief.txt").write_text("brief", "utf-8")
    with pytest.raises(NotPublishedError, match=r"^In de map .* staat al iets anders \(brief.txt\)\. Kies "):
        publish_folder(_site(tmp_path / "een", "2026.1"), SLUGS, tmp_path / "documenten", _silent)
    assert [path.name for path in (tmp_path / "documenten").iterdir()] == ["brief.txt"]
    target = tmp_path / "publicatie"
    target.mkdir()
    (target / "CNAME").write_text("leidraad.gastheer.example", "utf-8")
    publish_folder(tmp_path / "een", SLUGS, target, _silent)
    assert (target / "CNAME").read_text("utf-8") == "leidraad.gastheer.example"


# What somebody else put where nothing was published yet, or among what was → what is named of it.
STRANGE = [
    ({"brief.txt": ""}, "brief.txt"),
    ({"index.html": "<title>Van mij</title>"}, "index.html"),
    ({SLUGS[0]: ""}, SLUGS[0]),
    ({f"{SLUGS[1]}/notities/x": ""}, SLUGS[1]),
    ({f"{SLUGS[1]}/nieuwste/x": ""}, f"{SLUGS[1]}/nieuwste"),
    ({"elders/nieuwste/x": "", f"{SLUGS[1]}/brief.txt": ""}, f"{SLUGS[1]}/brief.txt"),
]
AMONG = [
    (f"{SLUGS[1]}/notities/x", f"{SLUGS[1]}/notities"),
    (f"{SLUGS[0]}/brief.txt", f"{SLUGS[0]}/brief.txt"),
    (f"{SLUGS[0]}/index.html", f"{SLUGS[0]}/index.html"),
    ("index.html", "index.html"),
    ("404.html", "404.html"),
    ("leren-van-elkaar/index.html", "leren-van-elkaar/index.html"),
]


def _put(target: Path, files: dict[str, str]) -> None:
    """Let somebody else write files into a publication: in its folder, or in a commit on its branch."""
    folder = target
    if (target / ".git").exists():
        folder = target.with_name("van-een-ander")
        git(
            target,
            "worktree",
            "add",
            "--detach",
            str(folder),
            git(target, "branch", "-l", "gh-pages", "--format=%(refname)").decode().strip() or "HEAD",
        )
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    if folder != target:
        git(folder, "add", "-A")
        git(folder, "-c", "user.name=x", "-c", "user.email=x@y.example", "commit", "-q", "-m", "x")
        git(folder, "branch", "-f", "gh-pages")
        git(target, "worktree", "remove", str(folder))


@pytest.mark.parametrize(("files", "named"), STRANGE)
def test_what_others_put_there_is_not_published_over(
    where: tuple[Publish, Held, Path], tmp_path: Path, files: dict[str, str], named: str
) -> None:
    """In a folder or on a branch it is named, in the words of a build, and stays as it is."""
    publish, held, target = where
    _put(target, files)
    before = held()
    with pytest.raises(
        NotPublishedError, match=rf"^(In de map|Op de tak) «.* staat al iets anders \({named}\)\. Kies "
    ):
        publish(_site(tmp_path / "een", "2026.1"))
    assert held() == before


@pytest.mark.parametrize(("file", "named"), AMONG)
def test_what_others_put_among_what_was_published_stays(
    where: tuple[Publish, Held, Path], tmp_path: Path, file: str, named: str
) -> None:
    """Before a next version, and before the same one again."""
    publish, held, target = where
    publish(_site(tmp_path / "een", "2026.1"))
    _put(target, {file: "<title>Van mij</title>"})
    before = held()
    for number in ("2026.1", "2026.2"):
        with pytest.raises(NotPublishedError, match=rf"staat al iets anders \({named}\)\. Kies "):
            publish(_site(tmp_path / number, number))
        assert held() == before


def test_what_may_stand_beside_the_municipalities_stays(where: tuple[Publish, Held, Path], tmp_path: Path) -> None:
    """What a host asks for, what is hidden, and what is of nobody who is published now."""
    publish, held, target = where
    beside = {"CNAME": "x", "README.md": "x", "robots.txt": "x", ".github/x": "x"}
    _put(target, beside)
    publish(_site(tmp_path / "een", "2026.1"))
    _put(target, {"elders/brief.txt": "x", "brief.txt": "x"})
    publish(_site(tmp_path / "twee", "2026.2"))
    assert {name: held()[name] for name in (*beside, "elders/brief.txt", "brief.txt")} == dict.fromkeys(
        (*beside, "elders/brief.txt", "brief.txt"), b"x"
    )


def _tree(repository: Path) -> dict[str, bytes]:
    """Return what stands for everything that the branch holds, when all that it names is there."""
    git(repository, "fsck", "--connectivity-only", "gh-pages")
    return {"": git(repository, "rev-parse", "gh-pages^{tree}")}


def _put_back(target: Path, kept: Path) -> None:
    """Make the publication what it was when `kept` was made, whatever a killed publisher left."""
    if (target / ".git").exists():
        git(target, "update-ref", "refs/heads/gh-pages", "kept")
    else:
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(kept, target)


def test_killed_at_any_moment_it_is_the_old_one_or_the_new_one(
    where: tuple[Publish, Held, Path], tmp_path: Path, full_size: bool
) -> None:
    """SIGKILL at random moments: every look finds a whole publication, and the next run completes it."""
    publish, held, target = where
    publish(_site(tmp_path / "een", "2026.1"))
    if (target / ".git").exists():
        held = partial(_tree, target)
    old, kept, site = held(), tmp_path / "bewaard", _site(tmp_path / "twee", "2026.2")
    if (target / ".git").exists():
        git(target, "tag", "kept", "gh-pages")
    else:
        shutil.copytree(target, kept)
    begin = time.monotonic()
    publish(site)
    takes, chance, outcomes = time.monotonic() - begin, random.Random(6), []  # noqa: S311  # moments, no secrets
    new = held()
    for _ in range(100 if full_size else 6):
        _put_back(target, kept)
        publisher = multiprocessing.get_context("fork").Process(target=publish, args=(site,))
        publisher.start()
        publisher.join(chance.uniform(0, 1.2 * takes))
        publisher.kill()
        publisher.join()
        found = held()
        assert found in (old, new)
        outcomes.append(found == new)
        publish(site)
        assert held() == new
    print(f"\n{outcomes.count(False)} keer de oude, {outcomes.count(True)} keer de nieuwe")
    assert False in outcomes


def test_two_renames_that_were_cut_off_are_repaired(tmp_path: Path) -> None:
    """Where a system cannot exchange folders in one step, the next run finishes what the last one began."""
    target = tmp_path / "publicatie"
    publish_folder(_site(tmp_path / "een", "2026.1"), SLUGS, target, _silent)
    before = content(target)
    target.rename(tmp_path / ".publicatie.oud")
    assert not publish_folder(tmp_path / "een", SLUGS, target, _silent)
    assert content(target) == before
    target.rename(tmp_path / ".publicatie.nieuw")
    assert not publish_folder(tmp_path / "een", SLUGS, target, _silent)
    assert content(target) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == [".publicatie.slot", "een", "publicatie"]


def test_two_at_once_both_arrive(where: tuple[Publish, Held, Path], tmp_path: Path) -> None:
    """The second waits for the first: both versions are there, whole."""
    publish, held, target = where
    sites = [tmp_path / "een", tmp_path / "twee"]
    for site, slug in zip(sites, SLUGS, strict=True):
        build(site, edition(slug, "2026.1"))
    words = ["--publicatie", str(target)] if not (target / ".git").exists() else ["--tak", "gh-pages"]
    folder = target if target.exists() else tmp_path

    def publish_one(site: Path, slug: str) -> None:
        leidraad(folder, "publish", slug, "--site", site, *words, check=True)

    with ThreadPoolExecutor() as both:
        list(both.map(publish_one, sites, SLUGS))
    assert {name.split("/")[0] for name in held() if "/2026.1/" in name} == set(SLUGS)
    assert publish is not None


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A real file system of 1 MB."""
    folder = tmp_path / "schijf"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if mounted.returncode:
        pytest.skip(f"geen recht om een schijf aan te koppelen: {mounted.stderr.strip()}")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def _publish_by_command(site: Path, target: Path, *slugs: str) -> subprocess.CompletedProcess[str]:
    return leidraad(site.parent, "publish", *slugs, "--site", site, "--publicatie", target)


def test_a_full_disk_loses_nothing(small_disk: Path, tmp_path: Path) -> None:
    """It says so in Dutch, exits with 1, leaves what stood there and nothing beside it."""
    target = small_disk / "publicatie"
    publish_folder(_site(tmp_path / "een", "2026.1"), SLUGS, target, _silent)
    before = content(target)
    done = _publish_by_command(_site(tmp_path / "twee", "2026.2", os.urandom(600_000).hex()), target)
    assert (done.returncode, "de schijf is vol" in done.stderr, "Traceback" in done.stderr) == (1, True, False)
    assert content(target) == before
    assert sorted(path.name for path in small_disk.iterdir() if path.is_dir()) == ["publicatie"]


def test_a_place_to_read_only_loses_nothing(small_disk: Path, tmp_path: Path) -> None:
    """It says so in Dutch and exits with 1."""
    target = small_disk / "publicatie"
    publish_folder(_site(tmp_path / "een", "2026.1"), SLUGS, target, _silent)
    before = content(target)
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    done = _publish_by_command(_site(tmp_path / "twee", "2026.2"), target)
    assert (done.returncode, "alleen gelezen" in done.stderr, "Traceback" in done.stderr) == (1, True, False), (
        done.stderr
    )
    assert content(target) == before


def test_a_place_that_stays_where_it_is_is_refused_at_once(small_disk: Path, tmp_path: Path) -> None:
    """A coupled disk, and a folder that is coupled as one: the way out is said, and nothing is called published."""
    target = tmp_path / "gekoppeld"
    target.mkdir()
    subprocess.run(["mount", "--bind", str(tmp_path / "gekoppeld"), str(target)], check=True)
    site = _site(tmp_path / "een", "2026.1")
    done = [_publish_by_command(site, place) for place in (small_disk, target)]
    subprocess.run(["umount", str(target)], check=True)
    for one, place in zip(done, (small_disk, target), strict=True):
        assert (one.returncode, one.stdout) == (1, "")
        assert f"Kies een map daarin, zoals {place / 'webmap'}. Er is niets gepubliceerd." in one.stderr
        assert list(place.iterdir()) == []


@pytest.mark.parametrize("number", ["", "2026.1"])
def test_nothing_is_said_to_have_come_before_all_can(number: str, tmp_path: Path) -> None:
    """Of two municipalities the second is not built, or was published otherwise: of neither is said that it came."""
    site, target = _site(tmp_path / "een", "2026.1"), tmp_path / "publicatie"
    publish_folder(site, SLUGS[1:], target, _silent)
    shutil.rmtree(site / SLUGS[1])
    (tmp_path / "framework/gemeenten" / SLUGS[1]).mkdir(parents=True)
    if number:
        build(site, edition(SLUGS[1], number), "anders")
    done = _publish_by_command(site, target, *SLUGS)
    ready = f"[1/2] {SLUGS[0]} 2026.1: staat klaar.\n"  # the second is looked at after it
    assert (done.returncode, done.stdout) == (1, ready if number else "")
    assert done.stderr.endswith("Er is niets gepubliceerd.\n")
    assert number or f"«leidraad build {SLUGS[1]} --doel {site.as_posix()}»" in done.stderr


def test_a_raised_number_that_was_not_built_is_told(tmp_path: Path) -> None:
    """Beside what was published, with the command; where the number is the one that was built, nothing is said."""
    slug = SLUGS[0]
    _site(tmp_path / "site", "2026.1")
    source = tmp_path / "framework/gemeenten" / slug / "gemeente.yaml"
    source.parent.mkdir(parents=True)
    said = []
    for number in ("2026.1", "2026.5"):
        source.write_text(f'id: {slug}\neditie: "{number}"\n', "utf-8")
        done = leidraad(tmp_path, "publish", slug, "--publicatie", tmp_path / "webmap", check=True)
        said.append([line for line in done.stdout.splitlines() if line.startswith("let op: ")])
    assert said[0] == []
    assert "2026.5" in said[1][0]
    assert f"«leidraad build {slug}»" in said[1][0]


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="geen /proc")
def test_where_nothing_can_be_made_nobody_waits(tmp_path: Path) -> None:
    """No other publisher is waited for where there can be none."""
    said = list[str]()
    with pytest.raises(NotPublishedError, match=r"kies een andere map. Het gaat om /proc/.x.slot"):
        publish_folder(_site(tmp_path / "een", "2026.1"), SLUGS, Path("/proc/x"), said.append)
    assert said == []


def test_the_command_says_what_is_missing(tmp_path: Path) -> None:
    """No place named: exit 2; nothing built: exit 1 and the command that builds."""
    nowhere = leidraad(tmp_path, "publish", "--site", tmp_path)
    assert (nowhere.returncode, "--publicatie MAP" in nowhere.stderr) == (2, True)
    nothing = _publish_by_command(tmp_path / "leeg", tmp_path / "publicatie")
    assert (nothing.returncode, f"«leidraad build --doel {tmp_path / 'leeg'}»" in nothing.stderr) == (1, True)


def test_versions_are_sorted_as_numbers() -> None:
    """2026.10 is newer than 2026.9."""
    assert sorted(["2026.10", "2026.9", "2027.1"], key=listing.order) == ["2026.9", "2026.10", "2027.1"]

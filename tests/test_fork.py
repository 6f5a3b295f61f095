"""A fork with a municipality of its own takes over seven changes of the core: no conflict, a report, a green build."""

import json
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from leidraad.checks import check_framework
from leidraad.model.use.framework import Edition
from leidraad.model.use.version import version_at
from leidraad.outputs.leidraad_json import as_json, data
from tests.core import change, rename, rename_key
from tests.forked import leidraad
from tests.probe import ROOT
from tests.sources import SOURCES, copy_sources

GIT = {**os.environ, "SOURCE_DATE_EPOCH": "1798675200", "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
GIT |= {f"GIT_{who}_{what}": "proef@voorbeeld.example" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}

OWN = {
    "keuze.yaml": """gesprek:
  factoren: [kennis, houding]
  vragen: [kennis-gehoord, houding-wordt-beter]
  activiteiten: [onze-markt, meelopen-met-werk, warme-overdracht]
poster:
  vragen: [kennis-gehoord]
""",
    "activiteiten/onze-markt.yaml": """id: onze-markt
titel: Onze banenmarkt
kern: Een ochtend kijken.
voor_factoren: [kennis]
stappen: [plan]
hoort_bij: meelopen-met-werk
zo_kom_je_binnen: Bel de balie.
""",
    "aanvullingen/bij-kennis.yaml": """id: bij-kennis
bij: factor:kennis
kern_versie: "2026.1"
titel: Inloop bij ons
toelichting: Elke dinsdag.
""",
    "aanvullingen/bij-plan.yaml": """id: bij-plan
bij: stap:plan
kern_versie: "2026.1"
titel: Ons formulier
toelichting: Eén blad.
""",
    "aanvullingen/bij-meelopen.yaml": """id: bij-meelopen
bij: activiteit:meelopen-met-werk
kern_versie: "2026.1"
titel: Onze verzekering
toelichting: Meld het vooraf.
""",
    "teksten/welkom.md": "Lees eerst over [meelopen](activiteit:meelopen-met-werk).\n",
    "beeld/logo.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>\n',
}


@dataclass(frozen=True)
class Forked:
    """The fork after the merge: its folder, what git said, and the publication from before."""

    folder: Path
    merge: subprocess.CompletedProcess[str]
    publication: Path


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run a command in a folder."""
    return subprocess.run(words, cwd=folder, env=GIT, capture_output=True, encoding="utf-8", check=False)


def its_own(fork: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run the command as it is in the fork: the merge brought in another machine than the one that tests it."""
    return leidraad(fork, *words, env={**GIT, "PYTHONPATH": str(fork)}, machine=fork)


def git(folder: Path, *words: str) -> None:
    """Run git, which has to succeed."""
    done = run(folder, "git", *words)
    assert done.returncode == 0, done.stderr


def core_changes(core: Path) -> None:
    """Make seven releases' worth of changes, a commit each."""
    change(core, "framework/igm/kennis.yaml", "Wat heeft u hierover gehoord, en van wie?", "Wat hoorde u hierover?")
    git(core, "commit", "-qam", "Change a text")
    change(
        core,
        "framework/igm/houding.yaml",
        "    - id: houding-raakt-kwijt",
        "    - vraag: Wat vindt u?\n    - id: houding-raakt-kwijt",
    )
    git(core, "commit", "-qam", "Change a factor")
    change(core, "mkdocs.yml", "      - De kaart: factoren/index.md", "      - De plaat: factoren/index.md")
    git(core, "commit", "-qam", "Change the navigation")
    (core / "requirements.lock").write_text("# vernieuwd\n" + (core / "requirements.lock").read_text("utf-8"), "utf-8")
    git(core, "commit", "-qam", "Change the dependencies")
    rename(core, "meelopen-met-werk", "meelopen")
    git(core, "add", "-A")
    git(core, "commit", "-qam", "Rename an activity")
    rename(core, "warme-overdracht", "steunpersoon-betrekken")
    git(core, "add", "-A")
    git(core, "commit", "-qam", "Retire an activity")
    rename_key(core, "EigenActiviteit", "zo_kom_je_binnen", "aanmelden")
    git(core, "commit", "-qam", "Rename a key")


def publish_as_it_is(fork: Path, publication: Path) -> None:
    """Put what the edition holds now in a publication."""
    framework, problems = check_framework(fork / "framework")
    assert [problem for problem in problems if problem.level == "fout"] == []
    edition = Edition(framework, framework.gemeenten["forkdam"])
    folder = publication / "forkdam" / "2026.1"
    folder.mkdir(parents=True)
    (folder / "leidraad.json").write_bytes(as_json(data(edition, version_at(edition, folder))))


@pytest.fixture(scope="module")
def forked(tmp_path_factory: pytest.TempPathFactory) -> Forked:
    """Fork, write, publish, and take over what the core changed since."""
    base = tmp_path_factory.mktemp("fork")
    core, fork = base / "kern", base / "fork"
    copy_sources(core, (*SOURCES, ".gitignore", "pyproject.toml", "requirements.lock"))
    git(core, "init", "-q", "-b", "main")
    git(core, "add", "-A")
    git(core, "commit", "-qm", "The core")
    git(base, "clone", "-q", str(core), str(fork))
    leidraad(fork, "new", "Forkdam", env=GIT, check=True)
    own = fork / "framework" / "gemeenten" / "forkdam"
    for name, text in OWN.items():
        (own / name).parent.mkdir(exist_ok=True)
        (own / name).write_text(text, "utf-8")
    change(own, "gedragsprincipes/ons-eerste-principe.yaml", "\nraakt_factoren:\n", "\nraakt_factoren: [kennis]\n")
    change(own, "gemeente.yaml", '"#c5ccd4"\n', '"#c5ccd4"\n  logo: logo.svg\n  logo_tekst: Het logo\n')
    git(fork, "add", "-A")
    git(fork, "commit", "-qm", "Our municipality")
    publish_as_it_is(fork, base / "publicatie")
    core_changes(core)
    merge = run(fork, "git", "pull", "-q", "--no-rebase", "--no-edit", "origin", "main")
    return Forked(fork, merge, base / "publicatie")


def test_taking_over_the_core_gives_no_conflict(forked: Forked) -> None:
    """Seven changes come in by one merge, and the folder of the municipality is as it was."""
    assert forked.merge.returncode == 0, forked.merge.stdout + forked.merge.stderr
    assert run(forked.folder, "git", "status", "--porcelain").stdout == ""
    assert (forked.folder / "framework/afwegingskader/activiteiten/meelopen.yaml").exists()
    assert (forked.folder / "framework/gemeenten/forkdam/keuze.yaml").read_text("utf-8") == OWN["keuze.yaml"]


def test_after_the_merge_there_are_hints_and_no_mistakes(forked: Forked) -> None:
    """What the core retired is said, per place, and is no mistake."""
    done = its_own(forked.folder, "check", "forkdam", "--vorm", "json")
    assert done.returncode == 0, done.stdout + done.stderr
    rows = [row for row in json.loads(done.stdout) if row["controle"] == "vervallen-id"]
    places = {row["bestand"].partition("/forkdam/")[2] for row in rows}
    assert places == {
        "aanvullingen/bij-meelopen.yaml",
        "activiteiten/onze-markt.yaml",
        "keuze.yaml",
        "teksten/welkom.md",
    }


def test_a_key_that_the_core_renamed_is_read_by_its_old_name(forked: Forked) -> None:
    """The folder of the municipality is as it was; a hint says where, and both names."""
    done = its_own(forked.folder, "check", "forkdam", "--vorm", "json")
    rows = [row for row in json.loads(done.stdout) if row["controle"] == "vervallen-sleutel"]
    assert [(row["bestand"].rpartition("/")[2], row["regel"], row["soort"]) for row in rows] == [
        ("onze-markt.yaml", 7, "let-op")
    ]
    assert "«zo_kom_je_binnen» heet nu «aanmelden»" in rows[0]["melding"]
    assert its_own(forked.folder, "report", "forkdam", "--publicatie", str(forked.publication)).returncode == 0


def test_the_report_says_what_to_look_at_again(forked: Forked) -> None:
    """A changed text with both versions, a retired id with its successor, and nothing about what stayed."""
    done = leidraad(forked.folder, "report", "forkdam", "--publicatie", forked.publication, env=GIT)
    _, _, items = done.stdout.partition("PER ONDERDEEL")
    retired, changed, same = (
        done.stdout.find(title, done.stdout.index(items))
        for title in ("Onze verzekering", "Inloop bij ons", "Ons formulier")
    )
    assert done.returncode == 0
    assert 0 < retired < changed < same, done.stdout
    assert (
        "activiteit:meelopen-met-werk is vervallen; de opvolger is activiteit:meelopen" in done.stdout[retired:changed]
    )
    assert (
        "Eerst stond er: vraag: Wat heeft u hierover gehoord, en van wie?\n"
        "    Nu staat er: vraag: Wat hoorde u hierover?" in done.stdout[changed:same]
    )
    assert "niet veranderd" in done.stdout[same:]
    assert "2 van de 3 aanvullingen vragen aandacht." in done.stdout
    assert "keuze.yaml:4:" in done.stdout


def test_the_report_can_be_printed(forked: Forked) -> None:
    """The page holds the same sentences, as text."""
    words = ("report", "forkdam", "--publicatie", str(forked.publication), "--vorm", "html")
    page = leidraad(forked.folder, *words, env=GIT).stdout
    assert page.startswith("<!doctype html>")
    assert "<dd>vraag: Wat hoorde u hierover?</dd>" in page


def test_without_a_publication_the_report_says_so(forked: Forked, tmp_path: Path) -> None:
    """Nothing to compare with is no reason to say that nothing changed."""
    done = leidraad(forked.folder, "report", "forkdam", "--publicatie", tmp_path, env=GIT)
    assert "Van kernversie 2026.1 is geen gepubliceerde leidraad gevonden." in done.stdout
    assert "Niets aan te doen" not in done.stdout


def test_who_follows_the_page_for_ict_ends_with_a_published_edition(forked: Forked) -> None:
    """The commands as the page gives them: the merged fork is checked, built and published in a folder of a host."""
    page = (ROOT / "docs/eigen-leidraad/voor-uw-ict.md").read_text("utf-8")
    lines = page.partition("```\n")[2].partition("```")[0].splitlines()
    calls = [line for line in lines if line.startswith(".venv/bin/leidraad ")]
    assert [line.split()[1] for line in calls] == ["check", "build", "publish"]
    for line in calls:
        done = its_own(forked.folder, *line.replace("$GEMEENTE", "forkdam").split()[1:])
        assert done.returncode == 0, done.stdout + done.stderr
    host = forked.folder.parent / "webmap" / "forkdam"
    assert (host / "2026.1" / "index.html").is_file()
    shown = (host / "nieuwste" / "activiteiten" / "index.html").read_text("utf-8")
    assert shown.index('id="onze-markt"') < shown.index('id="meelopen"') < shown.index('id="steunpersoon-betrekken"')
    own, renamed = (
        (host / "nieuwste" / "activiteiten" / name / "index.html").read_text("utf-8")
        for name in ("onze-markt", "meelopen")
    )
    assert "Bel de balie." in own
    assert "Meld het vooraf." in renamed
    assert "Onze verzekering" in shown[shown.index('id="meelopen"') : shown.index('id="steunpersoon-betrekken"')]
    assert 'href="../activiteiten/meelopen/"' in (host / "nieuwste" / "index.html").read_text("utf-8").replace(
        'href="activiteiten/', 'href="../activiteiten/'
    )

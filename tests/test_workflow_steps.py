"""The steps of the workflows as bash runs them, from a bare clone: a fork from its first folder to a second edition.

The fork is one of the miniature: what a step does is the same, and its editions are small.
"""

import io
import os
import re
import shutil
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.forked import SCRIPT, WHERE, listening
from tests.probe import ROOT
from tests.sources import SHELF
from tests.verwachting import ready
from tests.workflows import read

REPOSITORY = "Gemeente-Stapdam/leidraad"
OURS = {"CI": "true", "GITHUB_REPOSITORY": REPOSITORY, "GIT_CONFIG_NOSYSTEM": "1", "SOURCE_DATE_EPOCH": "1798675200"}
GITLAB = {
    "GITLAB_CI": "true",
    "CI_PAGES_URL": "https://stapdam.pages.example/leidraad",
    "CI_SERVER_HOST": "git.example",
    "CI_SERVER_URL": "https://git.example:8443/gitlab",  # a host may have a port, and stand in a folder
    "CI_PROJECT_PATH": "stapdam/leidraad",
    "GITHUB_REPOSITORY": "",
}
RED = "\033[31mFOUT "
OF_THE_HOST = (".github", ".gitlab-ci.yml", ".gitignore", "Makefile", "pyproject.toml", "requirements.lock")
WHO = ("-c", "user.name=proef", "-c", "user.email=proef@voorbeeld.example")
IN_A_FORK = {None: True, "vars.GEMEENTE != '' || github.event.repository.fork": True}


@dataclass
class Done:
    """What a job left: did every step succeed, what was said, what stands in the summary, and the runner's folder."""

    green: bool
    said: str
    summary: str
    folder: Path


class Fork:
    """A bare clone that stands for a fork on the host; every job gets a clone of its own, as a runner does."""

    def __init__(self, folder: Path) -> None:
        """Make the bare clone of the miniature, with what a host reads."""
        self.folder, self.bare, self.jobs = folder, folder / "fork.git", 0
        self.command = folder / "leidraad"
        self.command.write_text(SCRIPT, "utf-8")
        self.command.chmod(0o755)
        self.home = {
            **os.environ,
            **OURS,
            WHERE: listening(),
            "HOME": str(folder),
            "GIT_CONFIG_GLOBAL": str(folder / "gitconfig"),
        }
        core = ready(folder / "kern", folder / SHELF)
        for name in OF_THE_HOST:
            copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
            copy(ROOT / name, core / name)
        self.git(core, "init", "--quiet", "--initial-branch=hoofd")
        self.git(core, "add", "--all")
        self.git(core, *WHO, "commit", "--quiet", "--message=The core")
        self.git(folder, "clone", "--quiet", "--bare", str(core), str(self.bare))

    def git(self, folder: Path, *words: str) -> str:
        """Run git, which has to succeed, and return what it said."""
        done = subprocess.run(
            ["git", *words], cwd=folder, env=self.home, capture_output=True, encoding="utf-8", check=True
        )
        return done.stdout

    def runner(self) -> Path:
        """Return a fresh clone in which everything is set up already."""
        self.jobs += 1
        work = self.folder / f"runner-{self.jobs}"
        self.git(self.folder, "clone", "--quiet", str(self.bare), str(work))
        (work / ".venv" / "bin").mkdir(parents=True)
        (work / ".venv" / "bin" / "python").symlink_to(sys.executable)
        (work / ".venv" / "bin" / "leidraad").symlink_to(self.command)
        (work / ".venv" / ".klaar").touch()
        (work / ".cache").mkdir()
        (work / SHELF).symlink_to(self.folder / SHELF)  # the pages of the core are made once for all
        return work

    def run(self, workflow: str, job: str, **variables: str) -> Done:
        """Run the steps of a job one after another, until one fails."""
        work = self.runner()
        summary = self.folder / f"summary-{self.jobs}"
        summary.touch()
        handed = self.folder / f"env-{self.jobs}"  # what a step leaves for the next ones
        handed.touch()
        runs = {**IN_A_FORK, "vars.GEMEENTE != ''": bool(variables.get("GEMEENTE"))}
        env = {**self.home, "GITHUB_STEP_SUMMARY": str(summary), "GITHUB_ENV": str(handed), **variables}
        steps = read(ROOT / ".github" / "workflows" / f"{workflow}.yml")["jobs"][job]["steps"]
        said, green = "", True
        for script in (step["run"] for step in steps if "run" in step and runs[step.get("if")]):
            words = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
            done = subprocess.run(words, cwd=work, env=env, capture_output=True, encoding="utf-8", check=False)
            said += done.stdout + done.stderr
            env |= dict(line.split("=", 1) for line in handed.read_text("utf-8").splitlines())
            if done.returncode:
                green = False
                break
        return Done(green, said, summary.read_text("utf-8"), work)

    def pipeline(self, job: str, **variables: str) -> Done:
        """Run the script of a job of GitLab: its lines are one shell."""
        work = self.runner()
        script = "\n".join(read(ROOT / ".gitlab-ci.yml")[job]["script"])
        env = {**self.home, **GITLAB, **variables}
        words = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
        done = subprocess.run(words, cwd=work, env=env, capture_output=True, encoding="utf-8", check=False)
        return Done(done.returncode == 0, done.stdout + done.stderr, "", work)

    def edit(self, name: str, old: str, new: str) -> None:
        """Change a file of the municipality and push it, as an author does in the browser."""
        work = self.runner()
        path = work / "framework" / "gemeenten" / "stapdam" / name
        text = path.read_text("utf-8")
        assert re.search(old, text, re.M)
        path.write_text(re.sub(old, new, text, count=1, flags=re.M), "utf-8")
        self.git(work, *WHO, "commit", "-qam", "Change the folder")
        self.git(work, "push", "--quiet")

    def shown(self, path: str) -> bytes:
        """Return a file on the branch that the host shows."""
        words = ["git", "show", f"gh-pages:{path}"]
        return subprocess.run(words, cwd=self.bare, env=self.home, capture_output=True, check=True).stdout

    def published(self) -> list[str]:
        """Return the files on the branch that the host shows."""
        branches = self.git(self.bare, "branch", "--list", "gh-pages")
        return self.git(self.bare, "ls-tree", "-r", "--name-only", "gh-pages").splitlines() if branches else []


@pytest.fixture(scope="module")
def fork(tmp_path_factory: pytest.TempPathFactory) -> Fork:
    """A fork in which a municipality has made its folder with the workflow."""
    fork = Fork(tmp_path_factory.mktemp("werkstromen"))
    done = fork.run("nieuwe-gemeente", "map", NAAM="Stapdam")
    assert done.green, done.said
    assert "leidraad check stapdam" in done.summary
    return fork


def test_without_the_variable_every_workflow_says_so_in_red(fork: Fork) -> None:
    """No job is skipped in silence: what is missing is named, with where to set it and which folders there are."""
    for workflow, job in (("controle", "inhoud"), ("voorbeeld", "voorbeeld"), ("publiceren", "publiceren")):
        done = fork.run(workflow, job, GEMEENTE="")
        assert not done.green
        assert re.search(r"^::error title=GEMEENTE ontbreekt::.*Variables.*stapdam", done.said, re.M), done.said
    wrong = fork.run("publiceren", "publiceren", GEMEENTE="stapdom")
    assert not wrong.green
    assert "::error title=GEMEENTE klopt niet::Voor «stapdom»" in wrong.said


def test_a_mistake_is_an_error_at_its_line(fork: Fork) -> None:
    """What a reviewer sees beside the line is the mistake of the check."""
    fork.edit("gemeente.yaml", "^soort: eigen", "soort: eigne")
    wrong = fork.run("controle", "inhoud", GEMEENTE="stapdam")
    fork.edit("gemeente.yaml", "^soort: eigne", "soort: eigen")
    assert not wrong.green
    assert re.search(r"^::error file=framework/gemeenten/stapdam/gemeente.yaml,line=\d+.*«eigen»", wrong.said, re.M)
    assert fork.run("controle", "inhoud", GEMEENTE="stapdam").green


def test_from_a_first_edition_to_a_second(fork: Fork) -> None:
    """Where `adres` is empty that of the host is passed on, to packages too; editions are added, earlier ones stay."""
    elsewhere = fork.run("publiceren", "publiceren", GEMEENTE="stapdam", GITHUB_SERVER_URL="https://git.example")
    assert not elsewhere.green
    assert "::error title=adres ontbreekt::" in elsewhere.said
    assert fork.published() == []
    first = fork.run("publiceren", "publiceren", GEMEENTE="stapdam")
    assert first.green, first.said
    assert "https://gemeente-stapdam.github.io/leidraad" in first.said
    package = zipfile.ZipFile(io.BytesIO(fork.shown("stapdam/2026.1/cursus/links-vast.imscc")))
    held_there = b"".join(package.read(name) for name in package.namelist())
    assert b"https://gemeente-stapdam.github.io/leidraad/stapdam/2026.1/" in held_there
    held = fork.published()
    assert "stapdam/2026.1/index.html" in held
    fork.edit("gemeente.yaml", "^editie:.*", 'editie: "2026.2"')
    second = fork.run("publiceren", "publiceren", GEMEENTE="stapdam")
    assert second.green, second.said
    assert {"stapdam/2026.1/index.html", "stapdam/2026.2/index.html"} <= set(fork.published())


def test_a_reviewer_gets_pages_that_open_from_the_disk(fork: Fork) -> None:
    """What is handed over is the copy to read, without scripts and with links to files, and the report."""
    done = fork.run("voorbeeld", "voorbeeld", GEMEENTE="stapdam")
    assert done.green, done.said
    (copy,) = done.folder.glob("voorbeeld/leidraad-stapdam-*")
    home = (copy / "index.html").read_text("utf-8")
    assert "<script" not in home
    assert 'href="factoren/durven/index.html"' in home
    assert "<h1" in (done.folder / "voorbeeld" / "rapport.html").read_text("utf-8")
    assert "```text" in done.summary


def test_a_publication_that_cannot_be_read_is_no_empty_one(fork: Fork, tmp_path: Path) -> None:
    """When the host does not answer, the job stops in red instead of starting anew."""
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    subprocess.run(["git", "remote", "add", "origin", str(tmp_path / "weg")], cwd=tmp_path, check=True)
    words = ["sh", str(ROOT / ".github" / "gepubliceerd.sh")]
    done = subprocess.run(words, cwd=tmp_path, env=fork.home, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 1
    assert "::error title=Niet te lezen::" in done.stdout


def test_on_gitlab_what_is_missing_is_said_in_red_before_anything_is_published(fork: Fork) -> None:
    """The municipality, its folder, and the token with which a job may write."""
    for job in ("controle", "voorbeeld", "pages"):
        done = fork.pipeline(job, GEMEENTE="")
        assert not done.green
        assert f"{RED}GEMEENTE ontbreekt" in done.said and "Settings, CI/CD, Variables" in done.said
    before = fork.published()
    done = fork.pipeline("pages", GEMEENTE="stapdam", LEIDRAAD_TOKEN="")
    assert not done.green
    assert f"{RED}LEIDRAAD_TOKEN ontbreekt" in done.said
    assert "write_repository en de rol Maintainer" in done.said
    assert fork.published() == before


def test_on_gitlab_a_proposal_has_its_copy_and_an_edition_is_added(fork: Fork) -> None:
    """The steps of the pipeline from the same bare clone; what was published stays, and is what Pages shows."""
    assert fork.pipeline("controle", GEMEENTE="stapdam").green
    seen = fork.pipeline("voorbeeld", GEMEENTE="stapdam")
    assert seen.green, seen.said
    assert [*seen.folder.glob("voorbeeld/leidraad-stapdam-*/index.html")]
    assert "VOOR DE LEIDING" in seen.said
    fork.edit("gemeente.yaml", "^editie:.*", 'editie: "2026.7"')
    before = set(fork.published())
    key = "geheim"
    target = f"https://oauth2:{key}@git.example:8443/gitlab/stapdam/leidraad.git"
    fork.git(fork.folder, "config", "--global", f"url.{fork.bare}.insteadOf", target)
    done = fork.pipeline("pages", GEMEENTE="stapdam", LEIDRAAD_TOKEN=key)
    assert done.green, done.said
    assert key not in done.said
    assert "Let op: «adres» is leeg. Links en pakketten krijgen https://stapdam.pages.example/leidraad" in done.said
    assert "stapdam/2026.7/index.html" in set(fork.published()) - before
    assert {name for name in before if "/2026." in name} <= set(fork.published())
    assert (done.folder / "public" / "stapdam" / "2026.7" / "index.html").is_file()

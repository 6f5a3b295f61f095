"""Built versions → a branch of a git repository, in one commit: no checkout, and the working tree stays as it is."""

import os
import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from ghp_import import GhpError, ghp_import  # type: ignore[import-untyped]

from leidraad.editions.publication.publish import NotPublishedError, add, alone, in_dutch, refuse_what_is_strange
from leidraad.model.yaml.problem import quoted

_BESIDE = "leidraad-publicatie-in-wording"  # the branch that a commit is made on before the real one moves
_COMMITTER = {"GIT_COMMITTER_NAME": "user.name", "GIT_COMMITTER_EMAIL": "user.email"}


def publish_branch(site: Path, slugs: Sequence[str], repository: Path, branch: str, say: Callable[[str], None]) -> bool:
    """Add the built versions of `slugs` to a branch; return False when they all stood there already."""
    git_dir = _check(repository, branch)
    with in_dutch(git_dir), alone(git_dir / "leidraad-publicatie.slot", say), tempfile.TemporaryDirectory() as folder:
        start = _start(repository, branch)
        old = _content(repository, branch, start, Path(folder) / "oud") if start else None
        if old:
            refuse_what_is_strange(
                old, slugs, f"Op de tak {quoted(branch)} bij «--tak»", "een nieuwe tak, of een waarop"
            )
        new = Path(folder) / "nieuw"
        changed = add(site, slugs, old, new, say)
        if changed:
            _commit(repository, new, branch, start, f"Publish {', '.join(slugs)}")
    return changed


def _check(repository: Path, branch: str) -> Path:
    """Return the folder of git; NotPublishedError where a branch of that name cannot be written."""
    if not shutil.which("git"):
        raise NotPublishedError(
            "Het programma git staat niet op deze computer. Publiceer in een map: --publicatie MAP."
        )
    found = _git(repository, "rev-parse", "--absolute-git-dir")
    if found.returncode:
        raise NotPublishedError("Deze map hoort niet bij git. Publiceer in een map met --publicatie MAP.")
    if _git(repository, "check-ref-format", "--branch", branch).returncode:
        raise NotPublishedError(f"«{branch}» kan geen naam van een tak zijn.")
    if _said(_git(repository, "symbolic-ref", "--quiet", "HEAD")) == f"refs/heads/{branch}":
        raise NotPublishedError(f"Op «{branch}» werkt u zelf. Kies een andere tak, zoals gh-pages.")
    return Path(_said(found))


def _start(repository: Path, branch: str) -> str:
    """Return the commit to add to: the branch's own, or what origin has when that is further; nothing when new."""
    own, theirs = (
        _said(_git(repository, "rev-parse", "--verify", "--quiet", ref))
        for ref in (f"refs/heads/{branch}", f"refs/remotes/origin/{branch}")
    )
    if own and theirs and _git(repository, "merge-base", "--is-ancestor", own, theirs).returncode:
        return own
    return theirs or own


def _content(repository: Path, branch: str, commit: str, folder: Path) -> Path:
    """Write what a commit holds into a folder."""
    held = _git(repository, "archive", commit)
    if held.returncode:
        raise NotPublishedError(f"De tak «{branch}» is niet te lezen: {held.stderr.decode(errors='replace').strip()}")
    with tarfile.open(fileobj=BytesIO(held.stdout)) as archive:
        archive.extractall(folder, filter="data")
    return folder


def _commit(repository: Path, tree: Path, branch: str, start: str, message: str) -> None:
    """Make one commit beside the branch and move the branch to it in one step.

    `git fast-import`, which ghp-import feeds, takes the end of its input for the end of the commit: were the real
    branch written to, a publisher that was killed halfway would leave half a publication on it.
    """
    beside = f"refs/heads/{_BESIDE}"
    was = _said(_git(repository, "rev-parse", "--verify", "--quiet", f"refs/heads/{branch}"))
    _git(repository, "update-ref", *([beside, start] if start else ["-d", beside]))
    try:
        with _inside(repository):
            ghp_import(str(tree), branch=_BESIDE, mesg=message, nojekyll=True)
        made = _said(_git(repository, "rev-parse", "--verify", "--quiet", beside))
        if not made or made == start:
            raise GhpError("geen nieuwe commit")
        moved = _git(repository, "update-ref", f"refs/heads/{branch}", made, was or "0" * len(made))
        if moved.returncode:
            raise GhpError(moved.stderr.decode(errors="replace").strip())
    except (GhpError, TypeError, BrokenPipeError) as error:  # it says TypeError where git refused its commit
        message = f"git kon de tak «{branch}» niet bijwerken ({error}). Wat er stond, staat er nog."
        raise NotPublishedError(message) from error
    finally:
        _git(repository, "update-ref", "-d", beside)


@contextmanager
def _inside(repository: Path) -> Iterator[None]:
    """Work in a repository, as ghp-import does; a committer without a name gets ours."""
    here = Path.cwd()
    for variable, setting in _COMMITTER.items():
        if not os.environ.get(variable) and not _said(_git(repository, "config", setting)):
            os.environ[variable] = "leidraad" if setting == "user.name" else "leidraad@localhost"
    os.chdir(repository)
    try:
        yield
    finally:
        os.chdir(here)


def _said(done: subprocess.CompletedProcess[bytes]) -> str:
    return done.stdout.decode().strip() if not done.returncode else ""


def _git(repository: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(["git", *words], cwd=repository, capture_output=True, check=False)  # noqa: S603, S607

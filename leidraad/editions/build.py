"""Editions → built folders, beside their target and exchanged when all went well; on all cores.

The engine runs once, for a stencil that every edition fills in (besluiten/0010). With `direct` it runs per edition.
"""

import hashlib
import os
import random
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Thread, current_thread, main_thread

from leidraad.checks import check_framework
from leidraad.editions import current
from leidraad.editions.engine import digest, stencil
from leidraad.editions.engine.engine import EngineFailedError, failed, run_engine
from leidraad.editions.engine.jinja_log import in_template
from leidraad.editions.exchange import (
    differences,
    link_tree,
    one_at_a_time,
    put_in_place,
    refusal,
    refused_at,
    repair,
    staging,
)
from leidraad.editions.finish import finish
from leidraad.editions.here import framework_folder, public_address
from leidraad.editions.leaves import leaves
from leidraad.editions.publication import listing, pictures, reading_copy
from leidraad.editions.publication.fixed import complete
from leidraad.model.use.framework import Edition, Framework
from leidraad.model.use.version import NEWEST, version_at

# A stencil for this many editions or more is held, once, against a few of them that are built directly.
ENOUGH_TO_COMPARE, COMPARED = 8, 2
KEPT = 40  # of more editions in one build nothing is kept for the next: it takes two megabytes for each
NAMED = 5  # files in the message when they differ
_NOTHING = "Er is niets gebouwd."
_ONE_STOPPED = "het systeem heeft een van de processen gestopt; misschien was het geheugen vol"

_framework: Framework | None = None  # what the workers of a pool inherit, so that they need not read it again


@dataclass(frozen=True)
class Job:
    """One edition to build: where from, with what, into which folder, and what was published before it."""

    project: Path
    slug: str
    engine: str
    work: Path
    before: listing.Data | None = None
    has_archive: bool = False
    kept: tuple[Path, bytes] | None = None
    stencil: Path | None = None
    is_compared: bool = False


def build_editions(
    project: Path,
    framework: Framework,
    slugs: Sequence[str],
    target: Path,
    engine: str,
    say: Callable[[str], None],
    publication: Path | None = None,
    *,
    direct: bool = False,
    archives: bool = False,
) -> None:
    """Build the editions of `slugs` into target/<slug>/{<number>,nieuwste}/, and the pages in front of them.

    `engine` is mkdocs or zensical; `say` gets a line of progress per edition; `publication` is where earlier versions
    are read; `direct` runs the engine for every edition; `archives` writes the zips to read that a publication has.
    What `unchanged` named need not be in the framework. A failing engine ends the run with SystemExit(1), prints what
    it said, and leaves the target as it was.
    """
    global _framework  # a pool hands nothing to its workers but what they inherit
    _framework = framework
    named = target.as_posix()
    project, target = project.absolute(), target.absolute()
    shelf = project / ".cache" / "bouw"  # Zensical writes only below the project
    work = None
    try:
        shelf.mkdir(parents=True, exist_ok=True)
        stencil.tidy(shelf)
        work = Path(tempfile.mkdtemp(dir=shelf))
        jobs = [
            Job(
                project,
                slug,
                engine,
                work / slug,
                _before(publication, slug, framework.gemeenten[slug].gemeente.editie),
                archives,
            )
            for slug in slugs
            if slug in framework.gemeenten
        ]
        inputs = {job.slug: _inputs(job) for job in jobs}
        new = [job for job in jobs if not _is_built(shelf, target / job.slug, inputs[job.slug])]
        making = {job.slug for job in new}
        old = [slug for slug in slugs if slug not in making]
        slot = shelf / f"{_name(target)}.slot"
        if new:
            with one_at_a_time(slot):
                _try(target, new[0].slug)
        for number, slug in enumerate(old, 1):
            say(f"[{number}/{len(slugs)}] {slug}: niets veranderd.")
        if new and not direct:
            new = with_stencil(new, stencil.stencil(project, engine, shelf, say))
        if len(new) <= KEPT:
            key = digest.shared(project, framework_folder(), engine)
            new = [replace(job, kept=(shelf, key)) for job in new]
        for number, slug in enumerate(_run_all(new), len(old) + 1):
            say(f"[{number}/{len(slugs)}] {slug}: gebouwd.")
        for job in new:
            if job.stencil and job.is_compared:
                compared_note(job.stencil).touch()
        with one_at_a_time(slot):
            for job in new:
                _put(job.work, target / job.slug)
                _note(shelf, target / job.slug, inputs[job.slug])
            if listing.write_root(target):
                pictures.write(target, framework, shelf)  # else no page names one
    except EngineFailedError as error:
        sys.stderr.write(f"{error}\n")
        raise SystemExit(1) from None
    except (OSError, BrokenExecutor) as error:
        reason = f"{refusal(error)}.{refused_at(error)}" if isinstance(error, OSError) else f"{_ONE_STOPPED}."
        told = f"Bouwen in {named}/ lukt niet: {reason}"
        held = "Elke gemeente die er stond, staat er nog, en heel." if any(target.glob(f"*/{NEWEST}")) else _NOTHING
        sys.stderr.write(f"{told} {held}\n")
        raise SystemExit(1) from None
    finally:
        if work:
            shutil.rmtree(work, ignore_errors=True)
    say(f"Klaar: {len(slugs)} editie(s) in {named}/.")


def unchanged(project: Path, slugs: Sequence[str], target: Path, engine: str, *, archives: bool) -> frozenset[str]:
    """Return of which municipalities nothing changed since they were built, with no publication before: all was well.

    What is wrong among them shows in their names, which are read of all (`load`), or in what they are made of.
    """
    project, target = project.absolute(), target.absolute()
    shelf = project / ".cache" / "bouw"
    jobs = (Job(project, slug, engine, shelf, has_archive=archives) for slug in slugs)
    try:
        return frozenset(job.slug for job in jobs if _is_built(shelf, target / job.slug, _inputs(job)))
    except OSError:  # a file that cannot be read is a mistake, and what reads it says so
        return frozenset()


def _before(publication: Path | None, slug: str, number: str) -> listing.Data | None:
    return listing.before(publication / slug, number) if publication else None


def with_stencil(jobs: list[Job], made: Path) -> list[Job]:
    """Return the jobs with the stencil to fill in, and which of them are to be compared."""
    is_needed = len(jobs) >= ENOUGH_TO_COMPARE and not compared_note(made).exists()
    chosen = random.sample(jobs, COMPARED) if is_needed else []
    return [replace(job, stencil=made, is_compared=job in chosen) for job in jobs]


def compared_note(made: Path) -> Path:
    """The note that a stencil was compared, and nothing differed."""
    return made.with_name(f"{made.name}.vergeleken")


def _run_all(jobs: Sequence[Job]) -> Iterator[str]:
    """Build every job, on as many cores as there are, and yield its slug when it is done."""
    workers = min(_cores(), len(jobs))
    if workers <= 1:
        yield from map(_build, jobs)
        return
    from concurrent.futures import ProcessPoolExecutor, as_completed

    with _interrupts() as interrupts, ProcessPoolExecutor(workers, initializer=_end_with_its_parent) as pool:
        try:
            for future in as_completed([pool.submit(_build, job) for job in jobs]):
                yield future.result()
                if interrupts:
                    raise KeyboardInterrupt
        except BaseException as error:
            pool.shutdown(cancel_futures=True)
            if interrupts and isinstance(error, BrokenExecutor):
                raise KeyboardInterrupt from None
            raise


@contextmanager
def _interrupts() -> Iterator[list[int]]:
    """Note each Ctrl-C, which ends every worker from its first moment and without a word: the command itself says it.

    Nothing is raised where it is heard: that may be while a worker is begun, where an error is printed and lost.
    """
    heard = list[int]()
    if current_thread() is not main_thread():  # nobody else may say what a signal does
        yield heard
        return
    command = os.getpid()

    def hear(number: int, _: object) -> None:
        if os.getpid() != command:
            os._exit(1)
        heard.append(number)

    before = signal.signal(signal.SIGINT, hear)
    try:
        yield heard
    finally:
        signal.signal(signal.SIGINT, before)


def _end_with_its_parent() -> None:
    """Let a worker end when the command that began it was killed: nobody else would ever end it."""
    from multiprocessing import parent_process

    def wait() -> None:
        if parent := parent_process():
            parent.join()
            os._exit(1)

    Thread(target=wait, daemon=True).start()


def _cores() -> int:
    """Return how many cores this process may use; in a container that can be fewer than there are."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _build(job: Job) -> str:
    """Build one edition into its work folder; EngineFailedError when the pages could not be made."""
    framework = _framework or check_framework(framework_folder())[0]
    edition = Edition(framework, framework.gemeenten[job.slug])
    current.use(edition)
    try:
        if not _from_leaves(job, edition):
            _directly(job, edition, job.work)
        elif job.is_compared:
            compare(job, edition)
        if job.has_archive:
            folder = job.work / edition.gemeente.editie
            reading_copy.write(folder, version_at(edition, folder, public_address()))
    except Exception as error:
        if told := in_template(error):
            raise EngineFailedError(f"{told}\n{failed(edition.gemeente.naam)}") from error
        raise
    finally:
        current.use(None)
    return job.slug


def _from_leaves(job: Job, edition: Edition) -> bool:
    """Make an edition from the stencil; False where it takes the engine, which says in which line a mistake is."""
    if not job.stencil:
        return False
    try:
        made = leaves(job.stencil)
        if job.kept:
            made.kept.take(edition, *job.kept)
        made.write(edition, job.work, job.before)
        if job.kept:
            made.kept.keep(edition, *job.kept)
    except (LookupError, TypeError, ValueError, AttributeError):
        shutil.rmtree(job.work, ignore_errors=True)
        return False
    return True


def _directly(job: Job, edition: Edition, folder: Path) -> None:
    """Make an edition by the engine alone."""
    run_engine(job.project, job.engine, folder / NEWEST, edition.gemeente.naam, GEMEENTE=job.slug)
    finish(folder / NEWEST)
    complete(edition, folder, job.before)


def compare(job: Job, edition: Edition) -> None:
    """Build an edition directly as well; EngineFailedError names files that differ from what the stencil gave."""
    direct = job.work.with_name("direct") / job.slug  # its name says of whom it is
    _directly(job, edition, direct)
    if different := [*differences(job.work, direct)]:
        first = ", ".join(different[:NAMED]) + (f" en nog {more}" if (more := len(different) - NAMED) > 0 else "")
        raise EngineFailedError(
            f"{edition.gemeente.naam}: bij een directe bouw is dit anders: {first}. "
            "Er is niets overschreven. Bouw met --direct, en meld dit."
        )
    shutil.rmtree(direct)


def _try(target: Path, slug: str) -> None:
    """Raise OSError where an edition cannot be put, before it is built; leave the target as it was."""
    beside, is_new = staging(target / slug), not target.exists()
    try:
        beside.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        error.filename = target  # what was typed, and not what we would put there
        raise
    shutil.rmtree(beside)
    if is_new:
        target.rmdir()


def _put(built: Path, target: Path) -> None:
    """Exchange a municipality's folder; fixed versions with another number that stood there stay."""
    target.parent.mkdir(parents=True, exist_ok=True)
    repair(target)
    beside = staging(target)
    shutil.move(built, beside)
    for number in listing.numbers(target):
        if not (beside / number).exists():
            link_tree(target / number, beside / number)
    listing.write_municipality(beside)
    put_in_place(target)


def _inputs(job: Job) -> str:
    before = str((job.before or {}).get("editie", ""))
    return digest.inputs(job.project, framework_folder(), job.slug, job.engine, before, str(job.has_archive))


def _name(target: Path) -> str:
    return hashlib.sha256(str(target).encode()).hexdigest()[:16]


def _is_built(shelf: Path, target: Path, inputs: str) -> bool:
    try:
        made_of, _, held = os.fsdecode((shelf / f"{_name(target)}.gemaakt").read_bytes()).partition(" ")
    except FileNotFoundError:
        return False
    return made_of == inputs and digest.stands(target, held)


def _note(shelf: Path, target: Path, inputs: str) -> None:
    (shelf / f"{_name(target)}.gemaakt").write_bytes(os.fsencode(f"{inputs} {digest.outputs(target)}"))

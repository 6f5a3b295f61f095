"""Edition → a built folder: the engine runs beside the target, and is exchanged when all went well."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from leidraad.model.framework import Edition, Framework


def build_editions(
    project: Path, framework: Framework, slugs: Sequence[str], target: Path, engine: str, say: Callable[[str], None]
) -> None:
    """Build the editions of `slugs` into target/<slug>/nieuwste/.

    `engine` is mkdocs or zensical; `say` gets a line of progress per edition. A failing engine ends the run
    with SystemExit(1), prints what the engine said, and leaves the target as it was.
    """
    for number, slug in enumerate(slugs, 1):
        say(f"[{number}/{len(slugs)}] {slug} …")
        edition = Edition(framework, framework.gemeenten[slug])
        work = target.parent / f".{target.name}.nieuw"
        shutil.rmtree(work, ignore_errors=True)
        _run(project, edition, work.absolute(), engine)
        _exchange(work, target / slug / "nieuwste")
    say(f"Klaar: {len(slugs)} editie(s) in {target.as_posix()}/.")


def _run(project: Path, edition: Edition, work: Path, engine: str) -> None:
    gemeente = edition.gemeente
    environment = {**os.environ, "GEMEENTE": gemeente.id, "SITE_DIR": str(work), "NO_MKDOCS_2_WARNING": "1"}
    environment.setdefault("SITE_URL", f"{gemeente.adres}/{gemeente.id}/nieuwste/" if gemeente.adres else "")
    arguments = ["-m", "mkdocs", "build", "--strict"] if engine == "mkdocs" else ["-m", "zensical", "build", "--clean"]
    done = subprocess.run(  # noqa: S603  # our own interpreter with fixed words
        [sys.executable, *arguments], cwd=project, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode or not (work / "index.html").exists():
        sys.stderr.write(done.stdout + done.stderr)
        sys.stderr.write(f"De pagina's van {gemeente.naam} konden niet gebouwd worden; niets is overschreven.\n")
        raise SystemExit(1)
    if engine == "zensical":
        _finish(edition, work)


def _finish(edition: Edition, work: Path) -> None:
    """Do what macros.py asks for under MkDocs; Zensical has no moment after the build."""
    from leidraad.editions.finish import finish

    os.environ["GEMEENTE"] = edition.gemeente.id
    finish(work)


def _exchange(new: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    old = target.with_name(f".{target.name}.oud")
    shutil.rmtree(old, ignore_errors=True)
    if target.exists():
        target.rename(old)
    new.rename(target)
    shutil.rmtree(old, ignore_errors=True)

"""Edition → a built folder: the engine runs beside the target, and is exchanged when all went well."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from leidraad.editions import current
from leidraad.editions.engine_log import explain
from leidraad.editions.finish import finish
from leidraad.editions.root import root_page
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
        # Zensical writes only below the project, and empties .cache/ under the feet of another build
        work = project / ".bouw" / f"{slug}-{os.getpid()}"
        shutil.rmtree(work, ignore_errors=True)
        _run(project, edition, work, engine)
        _exchange(work, target / slug / "nieuwste")
    built = [slug for slug in framework.gemeenten if (target / slug / "nieuwste").is_dir()]
    page = root_page([Edition(framework, framework.gemeenten[slug]) for slug in built])
    (target / "index.html").write_text(page, "utf-8")
    say(f"Klaar: {len(slugs)} editie(s) in {target.as_posix()}/.")


def _run(project: Path, edition: Edition, work: Path, engine: str) -> None:
    gemeente = edition.gemeente
    environment = {**os.environ, "GEMEENTE": gemeente.id, "SITE_DIR": str(work), "NO_MKDOCS_2_WARNING": "1"}
    arguments = ["-m", "mkdocs", "build", "--strict"] if engine == "mkdocs" else ["-m", "zensical", "build", "--clean"]
    done = subprocess.run(  # noqa: S603  # our own interpreter with fixed words
        [sys.executable, *arguments], cwd=project, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode or not (work / "index.html").exists():
        sys.stderr.write("\n".join(explain(done.stdout + done.stderr)))
        sys.stderr.write(f"\nDe pagina's van {gemeente.naam} konden niet gebouwd worden; niets is overschreven.\n")
        raise SystemExit(1)
    if engine == "zensical":  # it has no moment after the build at which macros.py could do this
        current.use(edition)
        finish(work)


def _exchange(new: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    beside, old = target.with_name(f".{target.name}.nieuw"), target.with_name(f".{target.name}.oud")
    for leftover in (beside, old):
        shutil.rmtree(leftover, ignore_errors=True)
    shutil.move(new, beside)
    if target.exists():
        target.rename(old)
    beside.rename(target)
    shutil.rmtree(old, ignore_errors=True)

"""A built edition → tagged PDF files with an outline, printed by headless Chromium."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from leidraad.editions.build import build_editions
from leidraad.editions.pdf.one_document import sheet_document, whole_document
from leidraad.model.use.framework import Edition, Framework

NO_CHROMIUM = (
    "Voor PDF is Chromium nodig, en die vond ik niet. "
    "Installeer Chromium (of Chrome), of zet het pad ernaartoe in de variabele CHROMIUM."
)
NAMES = ("chromium", "chromium-browser", "google-chrome", "chromium-headless-shell")
KINDS = ("leidraad", "poster", "kaarten")
_SHEETS = {
    "poster": ("poster/", {"a4": "papier-a4", "a3": "papier-a3", "a2": "papier-a2", "a1": "papier-a1"}),
    "kaarten": ("kaarten/", {"vier-op-a4": "papier-vier", "een-op-a4": "papier-een"}),
}
_TIMEOUT = 600


def chromium() -> str | None:
    """Return the browser of $CHROMIUM, else an installed one; None when there is none."""
    given = os.environ.get("CHROMIUM")
    return shutil.which(given) if given else next(filter(None, map(shutil.which, NAMES)), None)


def print_editions(
    project: Path,
    framework: Framework,
    slugs: Sequence[str],
    kinds: Sequence[str],
    target: Path,
    say: Callable[[str], None],
) -> None:
    """Build the editions of `slugs` and print them into target/<slug>/; `kinds` is any of KINDS.

    Without a browser, or when it fails, the run ends with SystemExit(1) and leaves the files that were there.
    """
    browser = chromium()
    if browser is None:
        sys.stderr.write(f"{NO_CHROMIUM}\n")
        raise SystemExit(1)
    target.mkdir(parents=True, exist_ok=True)  # where that cannot be, nothing is built first
    with tempfile.TemporaryDirectory() as folder:
        for number, slug in enumerate(slugs, 1):
            say(f"[{number}/{len(slugs)}] {slug}: de pagina's …")
            build_editions(project, framework, [slug], Path(folder), "mkdocs", lambda _: None)
            edition = Edition(framework, framework.gemeenten[slug])
            for name, page in documents(edition, Path(folder) / slug / "nieuwste", kinds):
                path = target / slug / name
                say(f"  {path.as_posix()} …")
                print_pdf(browser, page, path)


def documents(edition: Edition, site: Path, kinds: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield (file name, page) of everything to print."""
    gemeente = edition.gemeente
    ending = f"{gemeente.id}-{gemeente.editie}.pdf"
    if "leidraad" in kinds:
        yield f"leidraad-{ending}", whole_document(edition, site)
    for kind, (address, choices) in _SHEETS.items():
        if kind in kinds:
            for name, chosen in choices.items():
                yield f"{kind}-{name}-{ending}", sheet_document(edition, site, address, chosen)


def print_pdf(browser: str, page: str, path: Path) -> None:
    """Print a page that needs no other file; the file appears when it is whole."""
    with tempfile.TemporaryDirectory() as folder:
        source, printed = Path(folder) / "pagina.html", Path(folder) / "pagina.pdf"
        source.write_text(page, "utf-8", newline="\n")
        words = [
            browser,
            "--headless",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--host-resolver-rules=MAP * ~NOTFOUND",  # nothing is asked of a network
            f"--user-data-dir={folder}/profiel",
            "--no-pdf-header-footer",
            "--generate-pdf-document-outline",
            f"--print-to-pdf={printed}",
            source.as_uri(),
        ]
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            words.insert(1, "--no-sandbox")  # Chromium does not start as root without it
        said = _run(words)
        if not printed.exists():
            sys.stderr.write(f"{said}\nChromium maakte geen PDF van {path.name}; wat er stond, is gebleven.\n")
            raise SystemExit(1)
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(f".{path.name}.nieuw")
        shutil.copyfile(printed, beside)
        beside.replace(path)


def _run(words: Sequence[str]) -> str:
    try:
        done = subprocess.run(  # noqa: S603  # the browser that was found, with words of ours
            words, capture_output=True, encoding="utf-8", errors="replace", check=False, timeout=_TIMEOUT
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error)
    return "\n".join(done.stderr.splitlines()[-5:])

"""`leidraad serve`: saved files → the page that is open, made from the stencil at once; its mistakes after it.

What is shown equals what a build makes, but for one line with a script, and the addresses in `ONLY_HERE`.
"""

import gc
import os
import shutil
import signal
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import chain
from pathlib import Path, PurePosixPath
from threading import Condition, Event, RLock, Thread
from typing import Any, NamedTuple

from leidraad.checks import CHECKS, checked, read_framework
from leidraad.editions.current import mistakes_of, without_folder
from leidraad.editions.engine import digest, gaps
from leidraad.editions.engine.engine_log import as_problem
from leidraad.editions.engine.jinja_log import in_template
from leidraad.editions.engine.wrong_files import is_looked_at, wrong_file, wrong_files
from leidraad.editions.exchange import refusal
from leidraad.editions.finish import manual, prepared
from leidraad.editions.here import framework_folder, public_address, reading_memory
from leidraad.editions.mistakes import with_mistakes
from leidraad.editions.preview.server import Answer, Server, busy
from leidraad.editions.preview.shown import REPORT, Shown
from leidraad.editions.preview.watch import Changes, changes
from leidraad.editions.preview.workshop import NotMadeError, Workshop
from leidraad.model.reading.files import Earlier
from leidraad.model.reading.pages import pages_beside
from leidraad.model.use.framework import Edition, Framework
from leidraad.model.use.version import version_at
from leidraad.model.yaml.problem import Place, Problem

SCRIPT, NEWS = "ververs.js", "ververs"
ONLY_HERE = (SCRIPT, NEWS, REPORT)
NOT_HERE = ("sitemap.xml",)  # for who looks from outside
NAMED = 3  # changed files in one line
_LONGEST_WAIT = 25  # seconds; then a page asks again
_SOON = 0.5  # seconds in which a browser asks for what is new, before the checks take the time
_QUIET, _LONGEST_LOAD = 0.25, 3.0  # seconds without a question: a page is there; and the most to wait for that
_REST = 2.0  # seconds in which an author saves again, before what is no longer used is collected
_LOOKS = "docs/assets/"  # handed out as it is, and told in no page
_SCRIPT_OF_OURS = Path(__file__).with_name(SCRIPT)
_OLD = "Hieronder staat de pagina zoals die was toen alles nog klopte."
_NEW = "Hieronder staat de pagina zoals die nu is."
_UNREADABLE = "Dit kan zo niet gelezen worden ({}). De site blijft zoals die was, tot u weer bewaart."
_PARTLY = "Hieronder staat wat er al van te maken is."
_UNCHECKED = "De controle van wat u bewaarde stopte zelf met een fout ({}). De site toont wel wat u bewaarde."


class Turn(NamedTuple):
    """A change that was shown: its number, and the seconds that it took."""

    number: int
    took: float = 0.0


class Preview:
    """What is shown of a project now, and how it follows what is saved."""

    _shown: Shown

    def __init__(self, project: Path, slug: str, say: Callable[[str], None]) -> None:
        """Look at a municipality of a project."""
        self.project, self._slug, self._say = project, slug, say
        self._making, self._news, self.asked = RLock(), Condition(), Event()
        self._number, self._turn, self._rest, self._answered = 0, 0, "", 0.0
        self._is_checked = False  # whether what is shown was: a style needs none, but what was saved just before it may
        self._is_unread = False  # whether reading what changed before was cut off
        self._earlier: Earlier = {}
        self.problems: list[Problem] = []
        self._said: list[Problem] = []  # of the last change, in the terminal
        self._of_pages: dict[str, list[Problem]] = {}
        self._of_files: dict[str, list[Problem]] = {}
        self._last: dict[str, str] = {}  # the pages as they were last shown without a mistake
        self._good: Shown | None = None
        self._workshop: Workshop | None = None
        self._is_behind = False  # whether the engine could not make the pages as they are now
        self._told: set[Problem] = set()  # of pages that could not be made, since the last change
        self._folder = project
        self.place = project  # the folder that the edition is taken to stand in: outside a publication
        self._shelf = project / ".cache" / "bouw"

    @property
    def stand(self) -> str:
        """What a page tells apart by: another after each change, and in another run."""
        return f"{os.getpid()}-{self._number}"

    def begin(self) -> bool:
        """Make ready to show, from the pages of an earlier build where these are right; False when it cannot be."""
        for problem in wrong_files(self.project, reading_memory(framework_folder())):
            self._of_files.setdefault(problem.place.file, []).append(problem)
        kept = self._shelf / f"stencil-{digest.sources(self.project, 'mkdocs')[:16]}"
        if kept.is_dir():
            os.utime(kept)
            self._folder = kept
        else:
            self._say("De pagina's worden gemaakt …")
            self._new_workshop()
            if self._workshop is None:
                self.problems = [*self._wrong_pages()]
                return False
        framework, problems = self._load()
        if self._slug not in framework.gemeenten:  # its folder is taken for a copy of another
            self.problems = mistakes_of(problems)
            return False
        self._take(framework, problems)
        self._check(Turn(self._turn))
        return True

    def follow(self, changed: Changes) -> None:
        """Show what changed, tell the pages that are open, and then look what is wrong with it."""
        self.look(self.show(changed))

    def show(self, changed: Changes) -> Turn:
        """Show what changed, and tell the pages that are open; what is wrong with it is for `look`."""
        start = time.perf_counter()
        names = {*changed.other, *changed.gone}
        self._turn += 1
        with self._making:
            self._look_at_files(names)
            if not names or not all(name.startswith(_LOOKS) for name in names):
                self._is_checked = False
                self._renew_pages(changed)
                is_other, self._is_unread = self._is_unread or any(map(_is_read, names)), True
                self._take(*(self._load() if is_other else self._with_pages()))
                self._is_unread = False
            else:
                others = [problem for problem in self.problems if not is_looked_at(problem.place.file)]
                self.problems = [*others, *chain(*self._of_files.values())]
        self._tell()
        self._said = list(self.problems)  # what reading finds is told at once; the checks may be stopped by the next
        for problem in self._said:
            self._say(str(problem))
        return Turn(self._turn, time.perf_counter() - start)

    def look(self, turn: Turn) -> None:
        """Look what is wrong with what was shown, once it is there, and tell it; stop where something changes again."""
        if not self._is_checked:
            self._wait_until_shown()
            before = self.problems
            if self.is_now(turn):
                self._check(turn)
            if self.problems != before and self.is_now(turn):
                self._tell()
        if self.is_now(turn):
            for problem in self.problems:
                if problem not in self._said:
                    self._say(str(problem))
            self._say(f"Klaar in {turn.took:.1f} s.".replace(".", ",", 1))

    def is_now(self, turn: Turn) -> bool:
        """True while nothing changed since."""
        return turn.number == self._turn

    def _wait_until_shown(self) -> None:
        """Wait until what is open was loaded again: the checks would take the time that this needs."""
        self.asked.wait(_SOON)
        until = time.monotonic() + _LONGEST_LOAD
        while (left := min(until, self._answered + _QUIET) - time.monotonic()) > 0:
            time.sleep(left)

    def _tell(self) -> None:
        with self._news:
            self._number += 1
            self._told.clear()
            self.asked.clear()
            self._news.notify_all()

    def _load(self) -> tuple[Framework, list[Problem]]:
        return read_framework(framework_folder(), earlier=self._earlier)

    def _with_pages(self) -> tuple[Framework, list[Problem]]:
        """Return the framework as it was read, with what the pages beside it say now."""
        return replace(self._framework, pages=pages_beside(framework_folder())), self._read

    def _take(self, framework: Framework, problems: list[Problem]) -> None:
        """Show what was read; where it could not be read whole, what there was before stays."""
        self._framework, self._read = framework, problems
        self._away = list(without_folder(framework, framework_folder(), self._slug))
        wrong = [*mistakes_of(problems), *self._away]
        self.problems = [*wrong, *self._wrong_pages()]
        local = framework.gemeenten.get(self._slug)
        if local is None or (wrong and self._good):
            self._shown, self._rest = self._renewed(self._good or self._shown), _OLD
            return
        self._shown = self._show(Edition(framework, local), partly=bool(wrong))
        self._rest = _PARTLY if wrong else _NEW

    def _renewed(self, shown: Shown) -> Shown:
        renewed = self._show(shown.edition, partly=False)
        renewed.style = {**shown.style, **renewed.style}  # its logo may be away
        return renewed

    def _show(self, edition: Edition, *, partly: bool) -> Shown:
        version = version_at(edition, self.place, public_address())
        paths = (path.relative_to(self._folder).as_posix() for path in self._folder.rglob("*.html"))
        return Shown(edition, version, paths, self._as_built if partly else self._with_gaps, partly=partly)

    def _with_gaps(self, path: str) -> str:
        made = self._workshop.html(path) if self._workshop else None
        return self._as_built(path) if made is None else made

    def _as_built(self, path: str) -> str:
        return (self._folder / path).read_text("utf-8")

    def _check(self, turn: Turn) -> None:
        """Look for all that is wrong; what is right is what stays when something is not."""
        checks = (check for check in CHECKS if self.is_now(turn))
        wrong = [*mistakes_of(checked(self._framework, self._read, checks)), *self._away]
        with self._making:
            if self.is_now(turn):
                self.problems = [*wrong, *self._wrong_pages()]
                self._good = self._good if wrong else self._shown
                self._is_checked = True

    def _wrong_pages(self) -> Iterator[Problem]:
        return chain(*self._of_pages.values(), *self._of_files.values())

    def _look_at_files(self, names: set[str]) -> None:
        """Look again at those of them that stand beside the pages."""
        for name in sorted(filter(is_looked_at, names)):
            path = self.project / name
            self._of_files[name] = wrong_file(name, path.read_bytes()) if path.is_file() else []

    def _renew_pages(self, changed: Changes) -> None:
        """Let the engine look again at the pages that changed."""
        names = {*changed.other, *changed.gone}
        for name in sorted(names):
            if name.endswith(".py"):
                self._say(f"{name} is van de machine zelf: stop met Ctrl+C en begin opnieuw, dan doet dit mee.")
        sources = [name.removeprefix("docs/") for name in names if name.startswith("docs/") and name.endswith(".md")]
        shell = "mkdocs.yml" in names or any(name.startswith("thema/") for name in names)
        if not sources and not shell:
            return
        is_other = changed.gone or changed.is_new or "mkdocs.yml" in names
        if self._workshop is None or is_other or self._is_behind:
            self._new_workshop()
            return
        forms = [source for source in sources if not self._workshop.knows(source)]  # parts of several pages
        for source in sources if not forms else self._workshop.sources():
            self._of_pages[source] = [*map(as_problem, self._workshop.read_again(source))]

    def _new_workshop(self) -> None:
        self._shelf.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix="voorbeeld-", dir=self._shelf))
        try:
            made = Workshop(self.project, folder)
        except NotMadeError as error:
            shutil.rmtree(folder)
            self._is_behind = True
            self._of_pages = {"": [*map(as_problem, str(error).splitlines())]}
            return
        self.end()
        self._workshop, self._folder, self._is_behind = made, folder, False
        self._of_pages = {"": [*map(as_problem, made.told)]}

    def end(self) -> None:
        """Leave nothing behind."""
        if self._workshop:
            shutil.rmtree(self._workshop.folder, ignore_errors=True)

    def warm(self) -> None:
        """Make the engine ready for a page that will change, after the first page was shown."""
        self.asked.wait()
        time.sleep(_SOON)
        with self._making:
            if self._workshop is None:
                self._new_workshop()
                self._shown = self._renewed(self._shown)

    def answer(self, path: str, asked: dict[str, list[str]]) -> Answer:
        """Return what stands at a path."""
        if path == NEWS:
            return Answer(200, self._when_there_is_news(asked.get("na", [""])[0]).encode())
        if path == SCRIPT:
            return Answer(200, _SCRIPT_OF_OURS.read_bytes())
        try:
            with self._making:
                return self._found(f"{path}index.html" if path.endswith("/") or not path else path)
        finally:
            self._answered = time.monotonic()

    def _when_there_is_news(self, known: str) -> str:
        with self._news:
            if known == self.stand:
                self._news.wait(_LONGEST_WAIT)
            return self.stand

    def _found(self, path: str) -> Answer:
        if path.endswith(".html"):
            text = self.page(path)
            status = 200 if text else 404
            return Answer(status, (text or self.page("404.html") or "").encode())
        content = self.file(path)
        if content is not None:
            return Answer(200, content)
        if self.page(f"{path}/index.html"):
            return Answer(301, to=f"/{path}/")
        return Answer(404, (self.page("404.html") or "").encode())

    def page(self, path: str) -> str | None:
        """Return a page as it is shown; where it cannot be made, as it was, with what is wrong."""
        problems, rest = self.problems, self._rest
        try:
            text = self._shown.page(path)
            if text and not problems:
                self._last[path] = text
        except Exception as error:  # whatever an unfinished text makes of a page: the author must see where
            problems = problems or [self._cause(path, error)]
            text, rest = self._last.get(path) or self._partly(path), _OLD
        if text is None:
            return None
        text = with_mistakes(text, problems, manual(Path(path)), rest) if problems else text
        self.asked.set()
        return text.replace("</body>", f'<script src="/{SCRIPT}" data-stand="{self.stand}"></script>\n</body>', 1)

    def _cause(self, path: str, error: Exception) -> Problem:
        """Return why a page cannot be made, with the template or the page that it stands in; say it once."""
        if told := in_template(error):
            cause = as_problem(told)
        else:
            source = path.removesuffix("index.html").rstrip("/") or "index"
            cause = Problem(Place(f"docs/{source}.md"), f"deze pagina is zo niet te maken ({_why(error)})", "pagina")
        if cause not in self._told:
            self._told.add(cause)
            self._say(str(cause))
        return cause

    def _partly(self, path: str) -> str | None:
        """Return a page as far as it goes, as the engine made it when it last made all of them."""
        return self._show(self._shown.edition, partly=True).page(path)

    def file(self, path: str) -> bytes | None:
        """Return a file that is no page."""
        inside = PurePosixPath(path)
        if any(part.startswith(".") for part in inside.parts) or inside.is_absolute():
            return None
        if path in self._shown.style:
            return self._shown.style[path]
        for folder in (self.project / "docs", self._folder):
            found = folder / inside
            if found.is_file() and found.suffix != ".md":
                return _ready(found, found.stat().st_mtime_ns)
        return self._shown.file(path)


@lru_cache(maxsize=500)
def _ready(path: Path, _: int) -> bytes:
    return prepared(path)


def _is_read(name: str) -> bool:
    """True for what the framework is read of."""
    return name.startswith("framework")


def serve(project: Path, slug: str, port: int, say: Callable[[str], None]) -> int:
    """Show the edition of a municipality until it is stopped; return the exit code."""
    signal.signal(signal.SIGTERM, _stop)
    os.environ.update({gaps.VARIABLE: "1", "HARD": "false", "NO_MKDOCS_2_WARNING": "1"})
    preview = Preview(project, slug, say)
    try:
        server = Server(port, preview.answer)
    except OSError:
        say(busy(port))
        return 1
    gc.disable()  # it would stop a page for a quarter of a second; after a save there is time
    try:
        say(f"De site van {slug} wordt gemaakt …")
        watched = changes(project)
        start = time.perf_counter()
        begun = preview.begin()
        for problem in preview.problems:
            say(str(problem))
        if not begun:
            return 1
        Thread(target=server.serve_forever, daemon=True).start()
        say(f"Klaar in {time.perf_counter() - start:.1f} s.".replace(".", ",", 1))
        address = f"http://127.0.0.1:{port}/"
        say(f"Te zien op {address} – wat u na een nieuwe kern opnieuw bekijkt op {address}bijwerken/")
        say("Bewaar een bestand en de pagina ververst vanzelf. Stoppen: Ctrl+C.")
        Thread(target=preview.warm, daemon=True).start()
        for changed in watched:
            say(f"\n{time.strftime('%H:%M:%S')}  {_told(changed)}")
            try:
                turn = preview.show(changed)
                Thread(target=look, args=(preview, turn, say), daemon=True).start()
            except Exception as error:  # whatever is half written or half gone: what was good stays, and is followed
                say(_UNREADABLE.format(_why(error)))
    except KeyboardInterrupt:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        say("\nGestopt.")
    finally:
        server.server_close()
        preview.end()
    return 0


def look(preview: Preview, turn: Turn, say: Callable[[str], None]) -> None:
    """Look what is wrong with what was shown; a check that fails stops no preview. Then clear away, at rest."""
    try:
        preview.look(turn)
    except Exception as error:  # whatever a check makes of an unfinished text
        if preview.is_now(turn):
            say(_UNCHECKED.format(_why(error)))
    time.sleep(_REST)
    if preview.is_now(turn):
        gc.collect()


def _why(error: Exception) -> str:
    return f"{refusal(error)}; {error.filename}" if isinstance(error, OSError) else str(error)


def _stop(*_: Any) -> None:
    raise KeyboardInterrupt


def _told(changed: Changes) -> str:
    named = [*changed.other, *(f"{name} is weg" for name in changed.gone)]
    more = f" en nog {len(named) - NAMED}" if len(named) > NAMED else ""
    return f"Veranderd: {', '.join(named[:NAMED])}{more}"

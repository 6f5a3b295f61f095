"""Zoekvragen → hints for those that do not find what they should, with what was found instead."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path

from leidraad.model.reading import memory
from leidraad.model.types.zoekvragen import Zoekvraag
from leidraad.model.use import names
from leidraad.model.use.addresses import address
from leidraad.model.use.framework import Edition, Framework
from leidraad.model.yaml.problem import Problem, quoted
from leidraad.outputs.zoek import woorden
from leidraad.outputs.zoek.woorden import Names, Said, Texts, said_by, stems
from leidraad.outputs.zoek.zoeken import Searcher
from leidraad.outputs.zoek.zoekindex import to_ask

ID = "zoekvraag"
FIRST = 3
_NAME, _MANY = "woorden", 20


def hints(framework: Framework, slugs: Sequence[str] = (), folder: Path | None = None) -> Iterator[Problem]:
    """Yield a hint for every question that fails: the core's in one edition, those of `slugs` (all) in their own.

    A municipality asks what its readers type; the core's questions are about the core, which editions share, so they
    are asked once, and not when only municipalities are looked at. Pages are left out: they exist only after a build.
    The tests of the site search them too. What the texts of the core say is remembered in a `folder`.
    """
    core = () if slugs else framework.zoekvragen.values()
    said = _Remembered(folder) if folder else None
    for slug, lokaal in framework.gemeenten.items():
        looked_at = not slugs or slug in slugs
        if not core and not (looked_at and lokaal.zoekvragen):
            continue
        edition = Edition(framework, lokaal)
        searcher = Searcher(to_ask(edition, said))
        for vraag in (*core, *(edition.lokaal.zoekvragen.values() if looked_at else ())):
            if message := _failure(searcher, vraag):
                where = f" (in {edition.gemeente.naam})" if vraag in core else ""
                yield Problem(vraag.place("vraag"), f"{message}{where}", ID, "let-op")
        core = ()
    if said:
        said.keep()


class _Remembered:
    """What names, texts and words say, which depends on nothing else: taken from a file of an earlier run."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / _NAME
        self._key = _machine()
        content = memory.kept(self._file, self._key)
        held, known = json.loads(content) if content else ({}, {})
        self._held: dict[str, list[Said]] = held
        stems.update(known)
        self._met: dict[str, Sequence[Said]] = {}
        self._new = 0

    def __call__(self, said: Names, texts: Texts) -> Sequence[Said]:
        key = hashlib.sha256(repr((said, texts)).encode()).hexdigest()
        if key not in self._held:
            self._new += 1
            self._met[key] = said_by(said, texts)
        else:
            self._met[key] = self._held[key]
        return self._met[key]

    def keep(self) -> None:
        """Keep what was met, unless only some texts of one municipality are new."""
        if self._new > _MANY:
            memory.keep(self._file, self._key, json.dumps((self._met, stems)).encode())


def _machine() -> bytes:
    """Return what stands for all that words are taken apart with; the stemmer itself is imported for a new word."""
    found = find_spec("snowballstemmer")
    stemmers = Path(str(found and found.origin)).parent.glob("[bd]*stemmer.py")  # the Dutch one, and what it rests on
    faster = find_spec("Stemmer")  # which it uses where that is installed
    modules = [Path(str(module.__file__)) for module in (woorden, names)]
    return memory.digest([*sorted(stemmers), *modules], faster and faster.origin)


def _failure(searcher: Searcher, vraag: Zoekvraag) -> str:
    """Return what a question found instead of what it should, or nothing when it found it in time."""
    kind, _, id_ = vraag.vindt.partition(":")
    if kind == "pagina":
        return ""
    entries = [searcher.data["vondsten"][number] for number in searcher.search(vraag.vraag)[:FIRST]]
    if address(kind, id_) in [adres for _, _, adres, *_ in entries]:
        return ""
    titles = ", ".join(quoted(titel) for _, titel, *_ in entries)
    return f"{quoted(vraag.vraag)} vindt niet eerst {vraag.vindt}, maar {titles or 'niets'}"

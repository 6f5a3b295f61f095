"""Zoekvragen → hints for those that do not find what they should, with what was found instead."""

from collections.abc import Iterator, Sequence

from leidraad.model.types.zoekvragen import Zoekvraag
from leidraad.model.use.addresses import address
from leidraad.model.use.framework import Edition, Framework
from leidraad.model.yaml.problem import Problem, quoted
from leidraad.outputs.zoek.zoeken import Searcher
from leidraad.outputs.zoek.zoekindex import to_ask

ID = "zoekvraag"
FIRST = 3


def hints(framework: Framework, slugs: Sequence[str] = ()) -> Iterator[Problem]:
    """Yield a hint for every question that fails: the core's in one edition, those of `slugs` (all) in their own.

    A municipality asks what its readers type; the core's questions are about the core, which editions share, so they
    are asked once, and not when only municipalities are looked at. Pages are left out: they exist only after a build.
    The tests of the site search them too.
    """
    core = () if slugs else framework.zoekvragen.values()
    for slug, lokaal in framework.gemeenten.items():
        looked_at = not slugs or slug in slugs
        if not core and not (looked_at and lokaal.zoekvragen):
            continue
        edition = Edition(framework, lokaal)
        searcher = Searcher(to_ask(edition))
        for vraag in (*core, *(edition.lokaal.zoekvragen.values() if looked_at else ())):
            if message := _failure(searcher, vraag):
                where = f" (in {edition.gemeente.naam})" if vraag in core else ""
                yield Problem(vraag.place("vraag"), f"{message}{where}", ID, "let-op")
        core = ()


def _failure(searcher: Searcher, vraag: Zoekvraag) -> str:
    """Return what a question found instead of what it should, or nothing when it found it in time."""
    kind, _, id_ = vraag.vindt.partition(":")
    if kind == "pagina":
        return ""
    entries = [searcher.data["vondsten"][number] for number in searcher.search(vraag.vraag)[:FIRST]]
    if address(kind, id_) in [adres for _, _, adres, _ in entries]:
        return ""
    titles = ", ".join(quoted(titel) for _, titel, _, _ in entries)
    return f"{quoted(vraag.vraag)} vindt niet eerst {vraag.vindt}, maar {titles or 'niets'}"

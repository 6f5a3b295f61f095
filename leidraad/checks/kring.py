"""A retired id is no longer in use, and leads to something that is."""

from collections.abc import Iterator

from leidraad.model.types.gemeente import Gemeente
from leidraad.model.types.kern import Kern
from leidraad.model.use.framework import Framework, Lokaal
from leidraad.model.yaml.problem import Problem, one_of

ID = "kring"
UITLEG = (
    "Een vervallen id is niet meer in gebruik en verwijst naar een opvolger: uiteindelijk naar iets dat bestaat, "
    "en niet in een kring."
)
FOUT = "  - oud: faktor:kunde"
GOED = "  - oud: factor:kunde"


_OWN = ("activiteit", "principe")


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a problem for every circle of successors, and for every retired id that is not really retired."""
    yield from _circles(framework.kern)
    for index, item in enumerate(framework.kern.vervallen):
        place = framework.kern.place("vervallen", index, "oud")
        kind, _, id_ = item.oud.partition(":")
        if kind == "vraag":
            if id_ in framework.vragen:
                yield Problem(place, f"«{item.oud}» bestaat nog; haal hem hier weg, of verwijder de vraag", ID)
        elif kind not in framework.known:
            yield Problem(place, f"soort «{kind}» ken ik niet{one_of(kind, sorted(framework.known))}", ID)
        elif id_ in set(framework.known[kind]):
            yield Problem(place, f"«{item.oud}» bestaat nog; haal hem hier weg, of verwijder het onderdeel", ID)
    for lokaal in framework.gemeenten.values():
        yield from _circles(lokaal.gemeente)
        yield from _own(framework, lokaal)


def _own(framework: Framework, lokaal: Lokaal) -> Iterator[Problem]:
    retired = {item.oud for item in framework.kern.vervallen}
    for index, item in enumerate(lokaal.gemeente.vervallen):
        place = lokaal.gemeente.place("vervallen", index, "oud")
        kind, _, id_ = item.oud.partition(":")
        if kind not in _OWN:
            message = f"«{item.oud}» is niet van u; noem alleen een eigen activiteit of een eigen principe"
            yield Problem(place, f"{message}, zoals activiteit:fietsles", ID)
        elif id_ in lokaal.known[kind]:
            yield Problem(place, f"«{item.oud}» bestaat nog; haal hem hier weg, of verwijder het bestand", ID)
        elif id_ in framework.known.get(kind, ()) or item.oud in retired:
            yield Problem(place, f"«{item.oud}» staat in de kern en is niet van u; haal hem hier weg", ID)


def _circles(block: Kern | Gemeente) -> Iterator[Problem]:
    successor = {item.oud: item.nieuw for item in block.vervallen}
    reported: set[str] = set()
    first: dict[str, int] = {}
    for index, item in enumerate(block.vervallen):
        place = block.place("vervallen", index, "oud")
        if item.oud in first:
            message = f"«{item.oud}» staat er al op regel {first[item.oud]}; verwijder er één"
            yield Problem(place, message, ID)
        first.setdefault(item.oud, place.line)
        if item.nieuw.startswith("vraag:") and not item.oud.startswith("vraag:"):
            message = f"«{item.nieuw}» is een vraag en heeft geen eigen pagina; noem het onderdeel waar zij bij staat"
            yield Problem(block.place("vervallen", index, "nieuw"), message, ID)
        circle = _circle(item.oud, successor)
        if circle and not reported & circle:
            message = f"de opvolgers van «{item.oud}» lopen in een kring; wijs naar een onderdeel dat bestaat"
            yield Problem(block.place("vervallen", index, "nieuw"), message, ID)
        reported |= circle


def _circle(start: str, successor: dict[str, str]) -> set[str]:
    """Return the ids from `start` on when they never end, else nothing."""
    seen = {start}
    following = successor[start]
    while following in successor and following not in seen:
        seen.add(following)
        following = successor[following]
    return seen if following in seen else set()

"""A municipality names what the core retired: the successor is used, and here it is said."""

from collections.abc import Iterator

from leidraad.checks._through import through
from leidraad.model.use.framework import Framework
from leidraad.model.use.retired import fits, retired_links, successor_of, successors
from leidraad.model.yaml.problem import Place, Problem

ID = "vervallen-id"
UITLEG = (
    "In de map van een gemeente staat een id die in de kern is vervallen. De leidraad gebruikt de opvolger. "
    "Er gaat niets stuk; zet de nieuwe id erin als u het bestand toch bewerkt."
)
FOUT = "raakt_factoren: [kunde]"
GOED = "raakt_factoren: [weten]"
# A hint about one place, and not about the whole: it is said also while there are mistakes.
OOK_BIJ_FOUTEN = True


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a hint for every retired id or link in the folder of a municipality."""
    known = framework.known
    retired = {
        old: new
        for old, new in successors(framework.kern).items()
        if old.partition(":")[2]
        not in known.get(old.partition(":")[0], ())  # else kern.yaml is wrong, and that is said
    }
    for value in through(framework).values if retired else ():
        if not value.lokaal or not (naar := value.naar):
            continue
        several = isinstance(value.value, tuple)
        for index, id_ in enumerate(value.value if several else (value.value,)):
            found = successor_of(naar, id_, retired) if isinstance(id_, str) else None
            if found:
                yield _problem(value.place(index) if several else value.place(), *found, used=fits(naar, found[1]))
    for text in through(framework).texts if retired else ():
        for old, new in retired_links(text.text, retired) if text.lokaal else ():
            yield _problem(text.place(text.text.find(old)), old, new, used=True)


def _problem(place: Place, old: str, new: str, *, used: bool) -> Problem:
    remedy = "die gebruiken we nu; neem hem over" if used else "die past hier niet; kies zelf iets anders"
    return Problem(place, f"{old} is vervallen in de kern; de opvolger is {new}: {remedy}", ID, "let-op")

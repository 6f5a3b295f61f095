"""A new folder holds questions; what a reader sees should be the answers."""

from collections.abc import Iterator

from leidraad.checks._principes import in_force, own_folders
from leidraad.model.use.framework import Framework
from leidraad.model.use.questions import only_asks, still_a_question
from leidraad.model.yaml.problem import Problem

ID = "nog-een-vraag"
UITLEG = (
    "Op deze plek staat nog een vraag waar een antwoord hoort. In een titel ziet een lezer die vraag; een tekst die "
    "alleen de vraag is, komt niet op de site. Vul uw antwoord in, of verwijder het bestand."
)
FOUT = "titel: Wat is het principe, in één zin?"
GOED = "titel: We luisteren eerst"

_REMEDY = "vul uw antwoord in, of haal het weg"
# The form says these too, with the values in the places of {}.
IN_TITEL = f"hier staat nog een vraag, want de titel eindigt op een vraagteken; {_REMEDY}"


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a hint for every title or own text that is still a question."""
    message = f"hier staat nog een vraag, dus deze tekst komt nog niet op de site; {_REMEDY}"
    for lokaal in own_folders(framework):
        for principe in in_force(lokaal):
            if still_a_question(principe.titel):
                yield Problem(principe.place("titel"), IN_TITEL, ID, "let-op")
        for own in lokaal.teksten.values():
            if only_asks(own.slot, own.text):
                yield Problem(own.place, message, ID, "let-op")

"""A logo that is named is there, can be shown, and has a text."""

from collections.abc import Iterator

from leidraad.model.use.framework import Framework
from leidraad.model.yaml.problem import Problem, did_you_mean, quoted

ID = "logo"
UITLEG = "Het logo staat in de map beeld/ van de gemeente (.svg of .png) en heeft een tekst voor schermlezers."


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a problem for a logo that is missing, of another kind, or without a text."""
    for lokaal in framework.gemeenten.values():
        stijl = lokaal.gemeente.stijl
        if stijl.logo is None:
            continue
        place = lokaal.gemeente.place("stijl", "logo")
        if stijl.logo not in lokaal.beeld:
            hint = did_you_mean(stijl.logo, lokaal.beeld) or "; zet het daar neer"
            yield Problem(place, f"{quoted(stijl.logo)} staat niet in beeld/{hint}", ID)
        elif not stijl.logo.endswith((".svg", ".png")):
            yield Problem(place, f"{quoted(stijl.logo)} kan ik niet tonen; gebruik .svg of .png", ID)
        if not stijl.logo_tekst:
            yield Problem(place, "bij een logo hoort «logo_tekst»: wat een schermlezer voorleest", ID)

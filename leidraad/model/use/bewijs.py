"""A claim and the studies that it rests on → its label: how it was studied, and which way that points.

The rule stands for readers on the page «De onderzoeken» (docs/onderzoeken.md#regel). Equal records give equal labels:
only the design of a study, its group, whether the thing itself was tested, and the direction count.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from leidraad.model.types.onderzoeken import Bewijspunt, Koppeling, Onderzoek, Richting, WatWetenWe
from leidraad.model.use.names import capital

Sport = Literal["a-nl", "a-elders", "b", "c", "d", "e", "f", "beschrijving", "g", "niet-gezocht"]

# From strong to weak, each with the words that a reader gets. The page of the rule gives each a letter, for its rules
# to name; elsewhere a letter would stand without what it means.
WOORDEN: Mapping[Sport, str] = {
    "a-nl": "met loting onderzocht in de bijstand, in Nederland",
    "a-elders": "met loting onderzocht in de bijstand, elders",
    "b": "met loting onderzocht bij anderen",
    "c": "vergeleken, niet (zeker) met loting, of als deel van een geheel",
    "d": "samenhang, of voor en na",
    "e": "theorie",
    "f": "ervaring",
    "beschrijving": "alleen beschreven of geteld",
    "g": "gezocht, niets gevonden",
    "niet-gezocht": "niet gezocht",
}
RICHTINGEN: Mapping[Richting, str] = {
    "gunstig": "gunstig",
    "geen-verschil": "geen verschil",
    "geen-nadeel": "geen nadeel gezien",
    "ongunstig": "ongunstig",
    "wisselend": "wisselend",
}
SPORTEN: tuple[Sport, ...] = tuple(WOORDEN)
# A theory, an experience or a count has no outcome, so it points no way.
WITH_DIRECTION: tuple[Sport, ...] = SPORTEN[:5]
_BY_DESIGN: Mapping[str, Sport] = {
    "vergelijking": "c",
    "samenhang": "d",
    "voor-en-na": "d",
    "theorie": "e",
    "ervaring": "f",
    "beschrijving": "beschrijving",
}
_BY_GROUP: Mapping[str, Sport] = {"bijstand-nederland": "a-nl", "bijstand-elders": "a-elders", "anderen": "b"}


@dataclass(frozen=True)
class Label:
    """What is said of a claim: its rung, which way it points, and which studies lower down say otherwise."""

    sport: Sport
    richting: Richting | None = None
    tegenspraak: tuple[str, ...] = ()
    geheel: bool = False  # what was tested is a whole, and this a part of it

    @property
    def tekst(self) -> str:
        """The label as a reader sees it: which way it points, and how that was studied."""
        words = WOORDEN[self.sport]
        if self.sport == "c":
            words = "deel van een onderzocht geheel" if self.geheel else "vergeleken, niet (zeker) met loting"
        return capital(f"{RICHTINGEN[self.richting]}: {words}" if self.richting else words)

    @property
    def voluit(self) -> str:
        """The label of an item that has several claims: with a word on studies lower down that say otherwise."""
        return f"{self.tekst}. Ander onderzoek vond iets anders." if self.tegenspraak else self.tekst


def own_sport(onderzoek: Onderzoek) -> Sport:
    """Return the rung of a study for what it tested itself."""
    return _BY_DESIGN.get(onderzoek.opzet) or _BY_GROUP[onderzoek.groep]


def sport_of(onderzoek: Onderzoek, koppeling: Koppeling) -> Sport:
    """Return the rung that one study gives to a claim."""
    if koppeling.als:
        return _BY_DESIGN[koppeling.als]
    sport = own_sport(onderzoek)
    # The whole was tested and not this part of it: no higher than a comparison.
    return max(sport, "c", key=SPORTEN.index) if koppeling.past_op == "geheel" else sport


def label_of(onderzoeken: Mapping[str, Onderzoek], punt: Bewijspunt) -> Label:
    """Return the label of one claim."""
    return _label(onderzoeken, (punt,))


def label_of_whole(onderzoeken: Mapping[str, Onderzoek], block: WatWetenWe) -> Label:
    """Return the label of an item: that of its claims together, without those about something beside it."""
    return _label(onderzoeken, [punt for punt in block.punten if not punt.ernaast])


def _label(onderzoeken: Mapping[str, Onderzoek], punten: Iterable[Bewijspunt]) -> Label:
    punten = tuple(punten)
    rungs = [
        (sport_of(onderzoeken[koppeling.naar], koppeling), koppeling)
        for punt in punten
        for koppeling in punt.onderzoek
        if koppeling.naar in onderzoeken
    ]
    found: set[Sport] = {sport for sport, _ in rungs}
    if any(set(punt.bronnen) - set(punt.studied) for punt in punten):
        found.add("f")
    if not found:
        return Label("g" if any(punt.gezocht for punt in punten) else "niet-gezocht")
    highest = min(found, key=SPORTEN.index)
    if highest not in WITH_DIRECTION:
        return Label(highest)
    on_top = [koppeling for sport, koppeling in rungs if sport == highest]
    richting = together(koppeling.richting for koppeling in on_top)
    below = (koppeling for sport, koppeling in rungs if sport != highest and sport in WITH_DIRECTION)
    against = {one.naar for one in below if together((richting, one.richting)) != richting}
    return Label(highest, richting, tuple(sorted(against)), all(one.past_op == "geheel" for one in on_top))


def together(richtingen: Iterable[Richting | None]) -> Richting | None:
    """Return the direction of several: their own when they agree, else «wisselend».

    «Geen nadeel» answers whether something harms; it goes with whatever is not worse.
    """
    found = {richting for richting in richtingen if richting}
    if "geen-nadeel" in found and found <= {"geen-nadeel", "gunstig", "geen-verschil"}:
        return "geen-nadeel"
    return found.pop() if len(found) == 1 else "wisselend" if found else None

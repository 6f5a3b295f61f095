"""Six updates of the core → what the report on a new core says to a municipality, and what it keeps silent about."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from leidraad.model.compare.bericht import BEKIJKEN, GESPREK, WACHTEN, as_text, summary, voor_de_leiding
from leidraad.model.compare.bijwerken import Rapport, Regel, Stand, rapport
from leidraad.model.types.kern import Vervallen
from leidraad.model.use.framework import Edition, Framework
from leidraad.model.use.version import version_at
from leidraad.outputs.leidraad_json import as_json, data
from leidraad.render.changes.bijwerken import as_html
from tests.frameworks import REAL

SLUG = "voorbeeldstad"  # it chose factors, questions and activities, and not all of them
LOKAAL = REAL.gemeenten[SLUG]
EDITION = Edition(REAL, LOKAAL)
Update = Callable[[Framework], Framework]


@cache
def published() -> dict[str, Any]:
    """Return what was published before the update."""
    held: dict[str, Any] = json.loads(as_json(data(EDITION, version_at(EDITION, Path("x")))))
    return held


def changed(kind: str, id_: str, **update: Any) -> Update:
    """Return an update that changes keys of an item; what it makes of a value may depend on that."""

    def apply(core: Framework) -> Framework:
        item = core.of(kind)[id_]
        new = {key: value(getattr(item, key)) if callable(value) else value for key, value in update.items()}
        return core.having(kind, {**core.of(kind), id_: item.model_copy(update=new)})

    return apply


def asked(id_: str, vraag: str) -> Callable[[Any], Any]:
    """Return what gives one question other words."""

    def apply(held: Any) -> Any:
        points = [one.model_copy(update={"vraag": vraag}) if one.id == id_ else one for one in held.punten]
        return held.model_copy(update={"punten": tuple(points)})

    return apply


def says(text: str) -> Callable[[Any], Any]:
    """Return what gives a text with its origin other words."""
    return lambda held: held.model_copy(update={"tekst": text})


def retired(id_: str, successor: str) -> Update:
    """Return an update in which an activity goes, and another comes in its place."""

    def apply(core: Framework) -> Framework:
        left = {name: item for name, item in core.activiteiten.items() if name != id_}
        gone = Vervallen(oud=f"activiteit:{id_}", nieuw=f"activiteit:{successor}")
        kern = core.kern.model_copy(update={"vervallen": (*core.kern.vervallen, gone)})
        return replace(core.having("activiteit", left), kern=kern)

    return apply


def _evidence(held: Any) -> Any:
    return held.model_copy(update={"samengevat": "Anders samengevat."}) if hasattr(held, "samengevat") else held


# What changes → what is mentioned by it (kind, words of its title), and where. What is not used is in the rest alone.
UPDATES: dict[str, tuple[Update, tuple[str, str], str]] = {
    "een gekozen factor": (
        changed("factor", "kennis", kern=says("Anders gezegd.")),
        ("factor", "Kennis"),
        GESPREK,
    ),
    "een gekozen vraag": (
        changed("factor", "houding", open_vragen=asked("houding-wordt-beter", "Wat wint u erbij?")),
        ("vraag", "Vraag bij Houding"),
        GESPREK,
    ),
    "de korte vraag van een factor op de poster": (
        changed("factor", "vaardigheden", korte_vraag="lukt het al?"),
        ("factor", "Vaardigheden"),
        GESPREK,
    ),
    "een gekozen activiteit vervalt": (
        retired("meelopen-met-werk", "bedrijfsbezoek"),
        ("activiteit", "Meelopen met werk"),
        GESPREK,
    ),
    "een stap waar principes over gaan": (
        changed("stap", "uitvoering", kern=says("Anders gezegd.")),
        ("stap", REAL.stappen["uitvoering"].titel),
        BEKIJKEN,
    ),
    "waar een eigen activiteit bij hoort": (
        changed("activiteit", "bedrijfsbezoek", wat_is_het=says("Anders gezegd.")),
        ("activiteit", "Bedrijfsbezoek"),
        BEKIJKEN,
    ),
}
UNUSED: Update = changed("activiteit", "groepsaanbod", wat_is_het=says("Anders gezegd."))
NOT_CHOSEN: Update = changed("factor", "houding", open_vragen=asked("houding-hoe-voelt", "Wat nog meer?"))


def report(*updates: Update) -> Rapport:
    """Return the report after some updates of the core."""
    core = REAL
    for update in updates:
        core = update(core)
    return rapport(core, core.gemeenten[SLUG], {published()["kern"]: published()}, [], published())


def mentioned(found: Rapport) -> set[tuple[str, str]]:
    """Return (kind, title) of everything that the report goes into."""
    return {(item.naam, item.titel) for item in found.geraakt}


def test_what_the_report_says_to_write_does_not_stand_there_yet() -> None:
    """A core may change and keep its number; then there is nothing to write, and the next edition ends the question."""
    update = changed("factor", "kennis", kern=says("Anders gezegd."))
    said = " ".join(regel.wat_te_doen for regel in report(update).regels if regel.bij == "factor:kennis")
    assert "dan hoeft u niets te doen" in said and "kern_versie" not in said


@pytest.mark.parametrize("name", UPDATES)
def test_an_update_mentions_what_it_changed_and_nothing_else(name: str) -> None:
    """Each by itself: one thing is gone into, and it stands on the first page under its heading."""
    update, expected, heading = UPDATES[name]
    found = report(update)
    assert mentioned(found) == {expected}
    assert expected[1].casefold() in " ".join(dict(voor_de_leiding(found))[heading]).casefold()


def test_after_six_updates_all_is_mentioned_and_nothing_else() -> None:
    """Six updates and one of something that is not used: that one is named at the end, as text and on the page."""
    found = report(*(update for update, _, _ in UPDATES.values()), UNUSED)
    assert mentioned(found) == {expected for _, expected, _ in UPDATES.values()}
    assert found.rest == (f"veranderd: activiteit «{REAL.activiteiten['groepsaanbod'].titel}»",)
    text, page = as_text(found), as_html(found)
    for _, title in mentioned(found):
        assert title in text and title in page
    order = ("VOOR DE LEIDING", GESPREK, BEKIJKEN, WACHTEN, "PER ONDERDEEL", "Factor «Kennis»", "veranderd: activiteit")
    places = [text.rindex(one) for one in order]
    assert sorted(places) == places
    assert "Eerst stond er: " in text and "Nu staat er: Anders gezegd." in text
    assert "Nu staat er:</dt><dd>Anders gezegd.</dd>" in page


def test_a_question_that_was_not_chosen_is_named_at_the_end() -> None:
    """It changes no conversation here: its factor is one of what else changed."""
    found = report(NOT_CHOSEN)
    assert (mentioned(found), found.rest) == (set(), ("veranderd: factor «Houding»",))


def test_nothing_changed_is_said_so() -> None:
    """The same core: no item, no rest, and one sentence that says that it was looked at."""
    found = report()
    assert (found.geraakt, found.rest) == ((), ())
    assert "niets van wat u gebruikt, veranderde" in as_text(found)


def test_what_is_known_of_something_can_wait() -> None:
    """Other evidence for a chosen activity changes no conversation."""
    update = changed("activiteit", "direct-regelen", valkuilen=())
    found = report(update)
    assert [item.titel for item in found.later] == [REAL.activiteiten["direct-regelen"].titel]
    told = dict(voor_de_leiding(found))
    assert REAL.activiteiten["direct-regelen"].titel in " ".join(told[WACHTEN])
    assert told[GESPREK] == ["Niets."]


def test_the_first_page_stays_a_page_when_everything_changed() -> None:
    """Of a long list the first sentences stand there, and how many more there are; per item all of it follows."""
    updates = [changed("factor", id_, kern=says("Anders gezegd.")) for id_ in REAL.factoren]
    updates += [changed("activiteit", id_, wat_is_het=says("Anders gezegd.")) for id_ in REAL.activiteiten]
    found = report(*updates)
    told = dict(voor_de_leiding(found))
    assert max(map(len, told.values())) == 8
    assert re.fullmatch(r"En nog \d+; die staan hieronder\.", told[GESPREK][-1])
    assert len(found.geraakt) > 8 and all(item.titel in as_text(found) for item in found.geraakt)


@pytest.mark.parametrize("own", ["principe:elke-week-bellen", "activiteit:brieventafel"])
def test_what_one_wrote_oneself_is_no_part_of_a_core_that_changed(own: str) -> None:
    """A text that leads to an own principle or activity: nothing of it is gone, also where it reads otherwise now."""
    welkom = replace(LOKAAL.teksten["welkom"], text=f"Lees [dit]({own}) eens.")
    told = replace(LOKAAL, teksten={**LOKAAL.teksten, "welkom": welkom})
    soort, _, id_ = own.partition(":")
    other = told.of(soort)[id_].model_copy(update={"titel": "Heel anders"})
    for lokaal in (told, told.having(soort, {**told.of(soort), id_: other})):
        found = rapport(REAL, lokaal, {}, [], published())
        assert (found.geraakt, found.rest) == ((), ())


def test_a_heading_of_the_core_that_changed_is_said() -> None:
    """Who uses the headings of the core finds another one in the text for the client system."""
    before = {**published(), "koppen": {**published()["koppen"], "willen": "Wil"}}
    found = rapport(REAL, LOKAAL, {}, [], before)
    assert mentioned(found) == {("kop", "Wil")}
    assert "Eerst stond er «Wil», nu «Willen»" in as_text(found)


def test_without_a_publication_it_is_said_that_nothing_could_be_compared() -> None:
    """Silence would be taken for «all is well»."""
    found = rapport(REAL, LOKAAL, {}, [])
    assert "geen gepubliceerde editie gevonden" in as_text(found)
    assert "geen gepubliceerde editie gevonden" in as_html(found)
    assert "Niets." not in as_text(found)  # what was not compared may have changed


@pytest.mark.parametrize(
    ("stands", "said"),
    [
        (["veranderd"], "De enige aanvulling vraagt aandacht."),
        (["gelijk"], "De enige aanvulling past bij deze kern."),
        (["veranderd", "gelijk"], "1 van de 2 aanvullingen vraagt aandacht."),
        (["veranderd", "onbekend"], "2 van de 2 aanvullingen vragen aandacht."),
    ],
)
def test_one_addition_is_not_several(stands: list[Stand], said: str) -> None:
    """The sentence fits the number."""
    regels = tuple(Regel("x", "x.yaml", "factor:x", "x", "x", "2026.1", stand, "x") for stand in stands)
    assert said in summary(replace(rapport(REAL, LOKAAL, {}, []), regels=regels))

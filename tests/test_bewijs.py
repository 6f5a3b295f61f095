"""The rule of evidence: studies → label (model/use/bewijs.py), on the labels that the file of studies must give."""

import re
from dataclasses import replace
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from leidraad.model.types.onderzoeken import Bewijspunt, Onderzoek
from leidraad.model.use.bewijs import SPORTEN, Label, label_of, label_of_whole, sport_of
from leidraad.model.use.framework import Edition, Framework
from leidraad.render.block.fragment import Fragment
from tests.frameworks import REAL

Link = tuple[str, ...]  # study, part or whole, direction


@pytest.fixture(scope="module")
def framework() -> Framework:
    """The core as it is."""
    return REAL


def claim(*links: Link, **more: Any) -> Bewijspunt:
    """Return a claim that rests on these studies."""
    named = [dict(zip(("naar", "past_op", "richting", "als"), link, strict=False)) for link in links]
    return Bewijspunt.model_validate({"bewering": "Iets.", "onderzoek": named, **more})


# What each subject must be called: another label asks for another record, not for another opinion.
LABELS: dict[str, tuple[Bewijspunt, str, str | None]] = {
    "intensiever en op maat": (
        claim(
            ("exp-pw", "onderdeel", "geen-verschil"),
            ("exp-pw", "onderdeel", "gunstig"),
            ("cpb-2022", "onderdeel", "wisselend"),
        ),
        "a-nl",
        "wisselend",
    ),
    "tijdelijk ontheffen": (
        claim(("cpb-2022", "onderdeel", "geen-nadeel"), ("utrecht-rct", "onderdeel", "gunstig")),
        "a-nl",
        "geen-nadeel",
    ),
    "ruimer bijverdienen": (claim(("cpb-2022", "onderdeel", "wisselend")), "a-nl", "wisselend"),
    "vertellen wat werkt": (claim(("bolhaar-2020", "onderdeel", "geen-verschil")), "d", "geen-verschil"),
    "gesystematiseerde begeleiding": (claim(("noorwegen-hpmt", "onderdeel", "gunstig")), "a-elders", "gunstig"),
    "een stap daarvan": (claim(("noorwegen-hpmt", "geheel", "gunstig")), "c", "gunstig"),
    "motiverend gesprek": (
        claim(
            ("srdc-mi-2014", "onderdeel", "gunstig"),
            ("cfee-mi", "onderdeel", "geen-verschil"),
            ("aasdahl-2023", "onderdeel", "geen-verschil"),
        ),
        "a-elders",
        "wisselend",
    ),
    "motiverend gesprek bij ziek gemelden": (
        claim(("aasdahl-2023", "onderdeel", "geen-verschil")),
        "b",
        "geen-verschil",
    ),
    "JOBS": (claim(("brenninkmeijer-2012", "onderdeel", "gunstig")), "b", "gunstig"),
    "geloof in eigen kunnen apart": (claim(("brenninkmeijer-2012", "geheel", "gunstig")), "c", "gunstig"),
    "zelf gekozen doel": (
        claim(("utrecht-rct", "geheel", "wisselend"), ("groningen", "geheel", "gunstig")),
        "c",
        "wisselend",
    ),
    "nut van het aanbod": (claim(("koen-2015", "onderdeel", "gunstig")), "d", "gunstig"),
    "zoekplan": (claim(("abel-2019", "onderdeel", "gunstig")), "b", "gunstig"),
    "als-danzin": (claim(("sheeran-2024", "onderdeel", "gunstig")), "c", "gunstig"),
    "maatje boven op een zoekplan": (claim(("abel-2019", "onderdeel", "geen-verschil")), "b", "geen-verschil"),
    "wegen bij twijfel": (claim(("miller-rose", "onderdeel", "ongunstig")), "c", "ongunstig"),
    "IPS": (claim(("ips-2021", "onderdeel", "gunstig"), ("scion", "onderdeel", "gunstig")), "b", "gunstig"),
    "vaste klantcontacten": (claim(("fip-brabantsewal", "onderdeel", "wisselend")), "c", "wisselend"),
    "kleinere caseload met activering": (claim(("ravn-nielsen-2019", "geheel", "gunstig")), "c", "gunstig"),
    "maatregel": (
        claim(("sancties-2004", "onderdeel", "gunstig"), ("pattaro-2022", "onderdeel", "ongunstig")),
        "c",
        "wisselend",
    ),
    "minder meegaande begeleider": (claim(("behncke", "onderdeel", "gunstig")), "c", "gunstig"),
    "ervaringsdeskundige coach": (claim(("groningen", "geheel", "gunstig")), "c", "gunstig"),
    "ontmoeting apart": (claim(gezocht="z8"), "g", None),
    "jobcoach": (claim(("jobcoach-2020", "onderdeel")), "beschrijving", None),
    "afweging per factor": (claim(("zinziz-model", "onderdeel")), "e", None),
    "warme overdracht": (claim(), "niet-gezocht", None),
}


@pytest.mark.parametrize("subject", LABELS)
def test_the_records_give_the_label(framework: Framework, subject: str) -> None:
    """Each subject gets the rung and the direction that its studies give."""
    punt, sport, richting = LABELS[subject]
    label = label_of(framework.onderzoeken, punt)
    assert (label.sport, label.richting) == (sport, richting)


def test_equal_records_give_equal_labels(framework: Framework) -> None:
    """Every claim of the core that rests on the same studies in the same way has the same label."""
    labels: dict[object, set[Label]] = {}
    blocks = [item.wat_weten_we for item in framework.onderdelen.values()]
    blocks += [item.wat_weten_we for item in framework.activiteiten.values()]
    blocks += [item.wat_weten_we for item in framework.instrumenten.values() if item.wat_weten_we]
    for block in blocks:
        for punt in block.punten:
            links = frozenset((one.naar, one.past_op, one.richting, one.als) for one in punt.onderzoek)
            key = (links, bool(set(punt.bronnen) - set(punt.studied)), bool(punt.gezocht))
            labels.setdefault(key, set()).add(label_of(framework.onderzoeken, punt))
    assert [key for key, found in labels.items() if len(found) > 1] == []


def test_order_and_reading_make_no_difference(framework: Framework) -> None:
    """The order of studies, what is told of them, and how far they were read leave the label as it is."""
    links = [
        ("srdc-mi-2014", "onderdeel", "gunstig"),
        ("britt-2018", "onderdeel", "wisselend"),
        ("bandura-1977", "geheel"),
    ]
    told = {id_: one.model_copy(update={"uitkomst": "Anders verteld."}) for id_, one in framework.onderzoeken.items()}
    found = {label_of(told, claim(*order)) for order in permutations(links)}
    assert found == {label_of(framework.onderzoeken, claim(*links))}


@pytest.mark.parametrize(
    "opzet", ["loting", "vergelijking", "samenhang", "voor-en-na", "theorie", "ervaring", "beschrijving"]
)
@pytest.mark.parametrize("groep", ["bijstand-nederland", "bijstand-elders", "anderen"])
def test_a_part_of_a_whole_is_no_higher_than_a_comparison(framework: Framework, opzet: str, groep: str) -> None:
    """Whatever the study, what was not tested itself stands at C or lower, and theory never above E."""
    study: Onderzoek = framework.onderzoeken["exp-pw"].model_copy(update={"opzet": opzet, "groep": groep})
    part, whole = (sport_of(study, claim(("exp-pw", past)).onderzoek[0]) for past in ("onderdeel", "geheel"))
    assert SPORTEN.index(whole) >= SPORTEN.index("c")
    assert SPORTEN.index(part) <= SPORTEN.index(whole)
    assert opzet != "theorie" or {part, whole} == {"e"}


def test_what_speaks_against_is_named(framework: Framework) -> None:
    """A study lower down that points another way is named with the label."""
    punt = claim(("liu-2014", "geheel", "gunstig"), ("van-hooft-2004", "onderdeel", "geen-verschil"))
    label = label_of(framework.onderzoeken, punt)
    assert label.tegenspraak == ("van-hooft-2004",)
    assert label.voluit == f"{label.tekst}. Ander onderzoek vond iets anders."
    alone = label_of(framework.onderzoeken, claim(("liu-2014", "geheel", "gunstig")))
    assert alone.voluit == alone.tekst


def test_a_factor_and_its_lesson_say_that_others_found_otherwise(framework: Framework) -> None:
    """«Gunstig» never stands alone above a picture that is mixed."""
    weten = framework.factoren["sociale-norm"].wat_weten_we
    assert label_of_whole(framework.onderzoeken, weten).voluit.endswith("vond iets anders.")


def test_no_difference_speaks_against_too(framework: Framework) -> None:
    """Beside other activities, a claim that found no difference counts against, as a worse outcome does."""
    kinds = ("vertellen wat werkt", "wegen bij twijfel", "JOBS", "maatregel")
    block = next(iter(framework.activiteiten.values())).wat_weten_we
    block = block.model_copy(update={"punten": tuple(LABELS[kind][0] for kind in kinds)})
    edition = Edition(framework, next(iter(framework.gemeenten.values())))
    assert Fragment(edition, "").against(block) == list(block.punten[:2])


def test_what_stands_beside_it_does_not_count(framework: Framework) -> None:
    """A claim about something beside the item leaves the label of the whole alone."""
    block = framework.activiteiten["ervaringsdeskundige-ontmoeten"].wat_weten_we
    assert label_of_whole(framework.onderzoeken, block).sport == "e"
    only = block.model_copy(update={"punten": tuple(punt for punt in block.punten if not punt.ernaast)})
    assert label_of_whole(framework.onderzoeken, only) == label_of_whole(framework.onderzoeken, block)


def test_a_label_always_says_which_way(framework: Framework) -> None:
    """Every label from A to D has a direction, in its words too."""
    for punt, _, _ in LABELS.values():
        label = label_of(framework.onderzoeken, punt)
        assert (label.sport in SPORTEN[:5]) == (label.richting is not None) == (":" in label.tekst)
    assert replace(Label("c", "gunstig"), geheel=True).tekst.startswith("Gunstig: deel van")


TABLE = (Path(__file__).parents[1] / "besluiten/0025-evidence-from-records.md").read_text("utf-8")
ROWS = re.findall(r"^\| ([a-z][a-z-]+) \| [^|]+ \| ([^|]+) \| ([^|]*)\|$", TABLE, re.MULTILINE)


def test_the_table_of_labels_is_what_the_rule_gives(framework: Framework) -> None:
    """Besluiten/0025 names each item with evidence, its label (then with a letter), and what its claims rest on."""
    named = {
        item: (re.sub(r" \([A-G]\)", "", label.strip()), set(by.replace(",", " ").split())) for item, label, by in ROWS
    }
    blocks: list[Any] = [block for block in framework.core_blocks if getattr(block, "wat_weten_we", None)]
    found = {block.id: block.wat_weten_we for block in blocks}
    assert set(found) == set(named)
    for name, (label, records) in named.items():
        weten = found[name]
        assert label_of_whole(framework.onderzoeken, weten).tekst == label, name
        rests_on = {link.naar for punt in weten.punten for link in punt.onderzoek}
        rests_on |= {one for punt in weten.punten for one in (punt.gezocht, *punt.bronnen) if one}
        assert records <= rests_on, name

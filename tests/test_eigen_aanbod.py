"""What a municipality offers itself → the page about staying at work, and the offer as one picture."""

import re
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

from leidraad.model.reading.loader import load
from leidraad.model.use.framework import Edition
from leidraad.render.activiteiten.activiteiten import aanbod
from leidraad.render.gemeente.gemeente import aanbod_met_werkgever
from leidraad.render.routes.gids import _fitting
from tests.frameworks import REAL
from tests.probe import ROOT

LOKAAL = REAL.gemeenten["voorbeeldstad"]


def test_only_what_an_employer_takes_part_in_is_named() -> None:
    """An activity of the municipality without an employer stays away from here."""
    html = aanbod_met_werkgever(Edition(REAL, LOKAAL))
    assert [id_ in html for id_ in LOKAAL.activiteiten] == [item.werkgever for item in LOKAAL.activiteiten.values()]


def test_a_municipality_without_any_is_asked_for_it() -> None:
    """Nothing is invented for it: the gap is a question."""
    none = LOKAAL.having("activiteit", {})
    assert "wat bieden wij zelf" in aanbod_met_werkgever(Edition(REAL, none))


def test_every_part_of_the_map_shows_what_is_on_offer_or_that_nothing_is() -> None:
    """A row for each, with the municipality's own activities that name it and the number of the core's."""
    html = aanbod(Edition(REAL, LOKAAL))
    rows = re.findall(r'<li><p class="aanbod__deel">.*?in de leidraad</a></p></li>', html, re.S)
    parts = [*REAL.kern.startpunten, *REAL.kern.factoren]
    assert len(rows) == len(parts)
    for id_, row in zip(parts, rows, strict=True):
        own = {item.id for item in LOKAAL.activiteiten.values() if id_ in item.voor_factoren}
        assert set(re.findall(r"leidraad:activiteit/([\w-]+)", row)) == own
        assert ("nog geen eigen aanbod" in row) == (not own)
        number = sum(id_ in item.voor_factoren for item in REAL.activiteiten.values())
        assert f">{number} {'activiteit' if number == 1 else 'activiteiten'} in de leidraad</a>" in row


def test_what_is_due_first_comes_first_and_what_is_open_is_asked() -> None:
    """One without a day is last; of each the empty fields are questions, and nothing is said of evidence of its own."""
    first, last = list(LOKAAL.activiteiten.values())[:2]
    due = first.model_copy(update={"herzien_voor": date(2026, 12, 1), "zo_kom_je_binnen": None, "hoort_bij": None})
    never = last.model_copy(update={"herzien_voor": None})
    html = aanbod(Edition(REAL, LOKAAL.having("activiteit", {never.id: never, due.id: due})))
    _, one, other = re.split(r'<section aria-labelledby="eigen-', html)
    assert one.startswith(due.id) and "1 december 2026" in one
    assert "Hoe meld je iemand aan, en hoe snel kan het?" in one and "Lijkt op niets uit de leidraad" in one
    assert other.startswith(never.id) and "geen dag afgesproken" in other


def test_without_any_the_offer_is_a_question() -> None:
    """The list still shows what there is in the core."""
    html = aanbod(Edition(REAL, LOKAAL.having("activiteit", {})))
    assert "welk eigen aanbod is er?" in html and "stuk voor stuk" not in html
    assert html.count("nog geen eigen aanbod") == len(REAL.kern.startpunten) + len(REAL.kern.factoren)


def test_what_is_not_finished_is_named(tmp_path: Path) -> None:
    """The names of rows that the form still asks something of; a file that is broken is a problem with its remedy."""
    folder = shutil.copytree(ROOT / "tests" / "miniatuur" / "framework", tmp_path / "framework")
    left = folder / "gemeenten" / "fabeldam" / "nog-niet-af.json"
    left.write_text('{"activiteit": [{"titel": "Taal &\\n café", "contact": "x"}, {"titel": "Markt"}]}', "utf-8")
    framework, problems = load(folder)
    assert (problems, framework.gemeenten["fabeldam"].onaf) == ([], ("Taal & café", "Markt"))
    html = aanbod(Edition(REAL, replace(LOKAAL, onaf=("Taal & café", "Markt"))))
    assert "nog niet op de site: Taal &amp; café; Markt." in html
    for broken in ("{", "[]", '{"activiteit": [1]}', '{"activiteit": 3}', "[" * 100_000):
        left.write_text(broken, "utf-8")
        (problem,) = load(folder)[1]
        assert "beschadigd" in str(problem) and "fabeldam/nog-niet-af.json" in str(problem)


def test_its_own_offer_in_the_outcome_of_a_route_leaves_room_for_the_core() -> None:
    """Of the three at a chosen factor its own come first, and one of the core is always among them."""
    one = next(iter(LOKAAL.activiteiten.values())).model_copy(update={"voor_factoren": ("kennis",)})
    many = {f"eigen-{at}": one.model_copy(update={"id": f"eigen-{at}"}) for at in range(5)}
    edition = Edition(REAL, LOKAAL.having("activiteit", many))
    first, second, third = _fitting(edition, "kennis")
    assert [first.id in many, second.id in many, third.id in many] == [True, True, False]

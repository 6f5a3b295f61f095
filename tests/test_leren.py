"""The page on which municipalities read each other: only who says so, every subject, and what was learnt."""

import json
from pathlib import Path
from typing import Any

import pytest

from leidraad.editions.publication.listing import write_municipality, write_root
from leidraad.model.use.framework import Edition
from leidraad.model.use.version import version_at
from leidraad.outputs.leidraad_json import as_json, core, data, own_of
from leidraad.render.page.leren import FOLDER, TOLD, learning_page
from leidraad.render.page.voordeur import root_page
from tests.core import apart
from tests.frameworks import REAL


def held(slug: str, **gemeente: Any) -> dict[str, Any]:
    """Return what the newest version of a municipality holds, with other data of the municipality."""
    edition = Edition(REAL, REAL.gemeenten[slug])
    found: dict[str, Any] = json.loads(as_json(data(edition, version_at(edition, Path("x")))))
    return {**found, "gemeente": {**found["gemeente"], **gemeente}}


ONE, OTHER = held("voorbeeldstad"), held("den-haag")


def test_of_an_edition_only_what_the_page_tells_is_taken_apart(tmp_path: Path) -> None:
    """Of the kinds that are asked for all is read, and no other item; a file of another form is read whole."""
    path = tmp_path / "leidraad.json"
    path.write_bytes(as_json(ONE))
    known = [item for item in ONE["onderdelen"] if item["soort"] in TOLD]
    assert own_of(tmp_path, TOLD) == {**ONE, "onderdelen": known}
    assert own_of(tmp_path, ()) == {**ONE, "onderdelen": []}
    for other in (
        json.dumps(ONE),
        json.dumps(ONE, indent=1),
        as_json({**ONE, "onderdelen": [dict(sorted(item.items())) for item in ONE["onderdelen"]]}).decode(),
    ):
        path.write_text(other, "utf-8", newline="\n")
        assert own_of(tmp_path, TOLD) == ONE


def test_one_edition_is_enough() -> None:
    """Every part and step is there, with who wrote about it or that nobody did; what was learnt stands in full."""
    page = learning_page({"voorbeeldstad": ONE, "den-haag": OTHER})
    for part in (*REAL.startpunten.values(), *REAL.factoren.values(), *REAL.stappen.values()):
        assert f"<dt>{part.titel}</dt>" in page
    assert page.count("<article") == len(REAL.gemeenten["voorbeeldstad"].gedragsprincipes)
    assert "Hier schreef nog niemand over." in page
    assert "Met een tolk erbij werkten korte vragen beter dan lange." in page
    assert "professionals (deelnemers tot 27 jaar)" in page
    assert 'href="../voorbeeldstad/nieuwste/principes/wie-denkt-er-mee/"' in page
    assert page.index("Neem geen principe over.") < page.index("<dl>")


def test_nothing_of_the_core_is_read_for_it(tmp_path: Path) -> None:
    """What stands in kern.json is most of a version; of the pages in front only the feed tells of it."""
    whole, own = tmp_path / "heel", tmp_path / "eigen"
    for number in ("2025.1", "2026.1"):
        version = {**ONE, "editie": number}
        for tree, held_by_it in ((whole, version), (own, apart(version, core(REAL)))):
            (tree / "voorbeeldstad" / number).mkdir(parents=True)
            (tree / "voorbeeldstad" / number / "leidraad.json").write_bytes(as_json(held_by_it))
    write_root(whole)
    write_root(own)
    for number in ("2025.1", "2026.1"):
        (own / "voorbeeldstad" / number / "kern.json").write_bytes(as_json(core(REAL)))
    write_municipality(whole / "voorbeeldstad")
    write_municipality(own / "voorbeeldstad")
    pages = [path.relative_to(whole) for path in whole.rglob("*") if path.suffix in (".html", ".xml", ".txt")]
    assert Path("voorbeeldstad/feed.xml") in pages
    assert [path for path in pages if (whole / path).read_bytes() != (own / path).read_bytes()] == []


def test_only_who_says_so_is_on_it() -> None:
    """A municipality of which only a publication is known says nothing, so nothing of it is shown."""
    page = learning_page({"voorbeeldstad": ONE, "den-haag": held("den-haag", deelt_principes=True)})
    assert "den-haag/nieuwste/principes" not in page and "Den Haag" not in page
    silent = {"voorbeeldstad": held("voorbeeldstad", deelt_principes=False), "den-haag": OTHER}
    assert learning_page(silent) == ""
    assert FOLDER not in root_page(silent) and f'href="{FOLDER}/"' in root_page({"voorbeeldstad": ONE})


def test_several_stand_beside_each_other_each_in_its_own_words() -> None:
    """Two municipalities with the same id: two entries; text is text, also where somebody writes markup."""
    woorden = {**ONE["gemeente"]["woorden"], "inwoner": {"enkelvoud": "klant", "meervoud": "klanten"}}
    other = held("voorbeeldstad", naam="Elders <b>", soort="eigen", woorden=woorden)
    other = json.loads(json.dumps(other))
    for item in other["onderdelen"]:
        if item["soort"] == "principe":
            item["gegevens"]["geleerd"] = ["De ((inwoner)) las [kennis](factor:kennis) *zelf*. <script>"]
    page = learning_page({"voorbeeldstad": ONE, "elders": other})
    assert page.count("<article") == 2 * len(REAL.gemeenten["voorbeeldstad"].gedragsprincipes)
    assert "De klant las kennis zelf. &lt;script&gt;" in page and "Elders &lt;b&gt;" in page
    assert page.count('id="elders-wie-denkt-er-mee"') == page.count('id="voorbeeldstad-wie-denkt-er-mee"') == 1


@pytest.mark.parametrize("shares", [True, False])
def test_it_stands_at_the_root_as_long_as_somebody_shares(tmp_path: Path, shares: bool) -> None:
    """Written with the list of municipalities, and gone when nobody shares any more."""
    folder = tmp_path / "voorbeeldstad" / "2026.1"
    folder.mkdir(parents=True)
    (folder / "leidraad.json").write_bytes(as_json(ONE))
    write_root(tmp_path)
    assert (tmp_path / FOLDER / "index.html").is_file()
    (folder / "leidraad.json").write_bytes(as_json({**ONE, "gemeente": {**ONE["gemeente"], "deelt_principes": shares}}))
    write_root(tmp_path)
    assert (tmp_path / FOLDER).exists() == shares

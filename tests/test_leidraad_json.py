"""leidraad.json holds a whole edition, as its own schema says, in an order that stays.

By hand, in November 2026: ajv 8 (JSON Schema 2020-12, with its formats) and check-jsonschema took the schema, and the
file of both municipalities by it.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from leidraad.model.compare.wijzigingen import changes, summary
from leidraad.model.types.igm import Factor
from leidraad.model.use.addresses import address
from leidraad.model.use.framework import Edition
from leidraad.model.use.seen.memory import Memory
from leidraad.model.use.seen.pieces import Pieces
from leidraad.model.use.seen.reader import Reader
from leidraad.model.use.version import NEWEST, version_at
from leidraad.outputs import beside as all_beside
from leidraad.outputs.leidraad_json import as_json, core, data, dated, files, read, schema, texts
from leidraad.render.block.items import items
from leidraad.render.changes.veranderd import changes_block
from tests.core import apart
from tests.frameworks import REAL, SMALL
from tests.probe import ROOT

EDITIONS = [Edition(framework, lokaal) for framework in (REAL, SMALL) for lokaal in framework.gemeenten.values()]


def _data(edition: Edition, adres: str = "") -> dict[str, Any]:
    return data(edition, version_at(edition, Path(edition.gemeente.id) / NEWEST, adres))


@pytest.fixture(params=EDITIONS, ids=lambda edition: edition.gemeente.id)
def edition(request: pytest.FixtureRequest) -> Edition:
    """Each edition in turn."""
    return request.param  # type: ignore[no-any-return]


def test_it_is_what_its_schema_says(edition: Edition) -> None:
    """The published schema takes it, every kind of item is described, and a wrong value is refused."""
    validator = jsonschema.Draft202012Validator(schema())
    held = json.loads(as_json(apart(_data(edition), core(edition.framework))))
    assert [error.message for error in validator.iter_errors(held)] == []
    of_the_core = {**schema()["$defs"]["Kern"], "$defs": schema()["$defs"]}
    beside = json.loads(as_json(core(edition.framework)))
    assert [error.message for error in jsonschema.Draft202012Validator(of_the_core).iter_errors(beside)] == []
    described = {
        rule["if"]["properties"]["soort"]["const"] for rule in schema()["properties"]["onderdelen"]["items"]["allOf"]
    }
    assert {item["soort"] for item in held["onderdelen"]} <= described
    held["onderdelen"][0]["gegevens"] = {"onbekend": "?"}
    assert list(validator.iter_errors(held))


def test_what_was_authored_of_the_core_stands_apart_and_loses_nothing(edition: Edition, tmp_path: Path) -> None:
    """The same bytes in every edition with that core; together they are the whole, as a file of form 2 is alone."""
    given = _data(edition)
    version = version_at(edition, Path(edition.gemeente.id) / NEWEST)
    for path, content in (*files(edition, version), *((path, text.encode()) for path, text in texts(edition, version))):
        (tmp_path / path).write_bytes(content)
    assert (tmp_path / "leidraad.json").read_bytes() == as_json(apart(given, core(edition.framework)))
    assert read(tmp_path) == json.loads(as_json(given))
    small = json.loads((tmp_path / "leidraad.json").read_bytes())
    own = {item["verwijzing"] for item in small["onderdelen"] if "gegevens" in item}
    assert {reference.split(":")[0] for reference in own} <= {"activiteit", "principe"}
    assert {f"principe:{id_}" for id_ in edition.lokaal.gedragsprincipes} == {
        r for r in own if r.startswith("principe:")
    }
    other = replace(edition.lokaal, gemeente=edition.gemeente.model_copy(update={"naam": "Elders", "editie": "2030.1"}))
    elsewhere = Edition(edition.framework, other)
    beside = dict(files(elsewhere, version_at(elsewhere, Path(edition.gemeente.id) / NEWEST)))
    assert beside["kern.json"] == (tmp_path / "kern.json").read_bytes()
    (tmp_path / "leidraad.json").write_bytes(as_json({**given, "vorm": 2}))
    (tmp_path / "kern.json").unlink()
    assert read(tmp_path)["onderdelen"] == json.loads(as_json(given))["onderdelen"]


def test_it_holds_every_item_with_what_was_authored(edition: Edition) -> None:
    """Nothing of the edition is missing, and nothing stands in it twice."""
    held = _data(edition)["onderdelen"]
    assert [item["verwijzing"] for item in held] == [item.reference for item in items(edition)]
    assert [item["verwijzing"] for item in held if not item["gegevens"]] == []
    assert len({item["adres"] for item in held}) == len(held) > 5


def test_a_source_has_its_page_and_beside_it_its_place_on_the_web(edition: Edition) -> None:
    """The address within the edition is one thing for every source, whatever the source says of itself."""
    held = {source["id"]: source for source in _data(edition)["bronnen"]}
    for id_, bron in edition.framework.bronnen.items():
        assert held[id_]["adres"] == address("bron", id_)
        assert held[id_]["gegevens"].get("adres") == bron.adres


def test_a_file_of_form_1_compares_with_one_of_now(edition: Edition) -> None:
    """A source was flat then; nothing of it is called changed for that alone, and a new place on the web is."""
    now = _data(edition)
    flat = [{"adres": source["adres"], **source["gegevens"]} for source in now["bronnen"]]
    assert list(changes({**now, "bronnen": flat}, now)) == []
    id_ = next(id_ for id_, bron in edition.framework.bronnen.items() if bron.adres)
    moved = [{**source, "adres": "https://elders.example/"} if source["id"] == id_ else source for source in flat]
    assert [change.part.verwijzing for change in changes({**now, "bronnen": moved}, now)] == [f"bron:{id_}"]


def test_what_changed_says_titles_and_follows_what_retired() -> None:
    """A choice of other things is told in their titles; that the core let one go is no choice of the municipality."""
    now = _data(Edition(SMALL, SMALL.gemeenten["fabeldam"]))
    before = json.loads(json.dumps(now))
    before["keuze"]["gesprek"] |= {"vragen": [], "activiteiten": ["oude-rit", "samen-gaan"]}
    before["keuze"]["gesprek"]["factoren"] = ["durven"]
    retired = {"oud": "activiteit:oude-rit", "nieuw": "activiteit:drakenrit"}
    (found,) = changes(before, {**now, "vervallen": [retired]})
    (gesprek,) = found.velden
    factoren, (vraag,) = (
        SMALL.factoren,
        [v for v in SMALL.factoren["weten"].open_vragen.punten if v.id == "weten-eerst"],
    )
    assert (gesprek.voor, gesprek.na) == (
        (f"factoren: {factoren['durven'].titel}",),
        (f"factoren: {factoren['weten'].titel}", f"vragen: {vraag.vraag}"),
    )
    before["keuze"] = {
        **now["keuze"],
        "gesprek": {**now["keuze"]["gesprek"], "activiteiten": ["oude-rit", "samen-gaan"]},
    }
    assert changes(before, {**now, "vervallen": [retired]}) == []


def test_another_id_is_no_other_text() -> None:
    """A principle under another id is said to have changed by what it says alone; what leads on is for the machine."""
    now = _data(Edition(SMALL, SMALL.gemeenten["fabeldam"]))
    before = json.loads(json.dumps(now))
    old = next(item for item in before["onderdelen"] if item["verwijzing"] == "principe:eerst-luisteren")
    old["verwijzing"], old["id"], old["gegevens"]["id"] = "principe:oor", "oor", "oor"
    led = {"oud": "principe:oor", "nieuw": "principe:eerst-luisteren"}
    after = {**now, "vervallen": [led], "gemeente": {**now["gemeente"], "vervallen": [led]}}
    assert changes(before, after) == []
    old["gegevens"]["kern"] = "Heel anders."
    (found,) = changes(before, after)
    assert (found.soort, found.part.verwijzing) == ("veranderd", "principe:eerst-luisteren")
    assert [field.naam for field in found.velden] == ["kern"]
    old["titel"] = "Een oor"
    assert [(change.soort, change.part.titel) for change in changes(before, after)] == [
        ("nieuw", SMALL.gemeenten["fabeldam"].gedragsprincipes["eerst-luisteren"].titel),
        ("vervallen", "Een oor"),
    ]


def test_a_principle_that_was_withdrawn_is_retired() -> None:
    """It stays to be read, so it keeps its address and says what became of its status; page and feed agree."""
    now = _data(Edition(SMALL, SMALL.gemeenten["fabeldam"]))
    before, after = (json.loads(json.dumps(now)) for _ in range(2))
    principle = next(item for item in after["onderdelen"] if item["verwijzing"] == "principe:eerst-luisteren")
    principle["gegevens"] |= {"status": "vervallen", "status_toelichting": "Samen eten kwam ervoor in de plaats."}
    (found,) = changes(before, after)
    assert (found.soort, found.part.adres) == ("vervallen", principle["adres"])
    assert summary(before, after) == f"Vervallen: {principle['titel']}."
    page = changes_block(before, after)
    assert 'id="veranderd-vervallen"' in page and f'href="../{principle["adres"]}"' in page
    assert "Samen eten kwam ervoor in de plaats." in page
    later = json.loads(json.dumps(after).replace("kwam ervoor", "kwam er later"))
    assert [change.soort for change in changes(after, later)] == ["veranderd"]


def test_the_order_of_reading_does_not_change_it(edition: Edition) -> None:
    """What has no order of its own is sorted, so two computers write the same bytes."""
    turned = dict(reversed(list(edition.framework.bronnen.items())))
    added = dict(reversed(list(edition.lokaal.aanvullingen.items())))
    framework, lokaal = edition.framework.having("bron", turned), edition.lokaal.having("aanvulling", added)
    assert as_json(_data(edition)) == as_json(_data(Edition(framework, lokaal)))


def test_an_address_of_the_publication_gives_full_addresses(edition: Edition) -> None:
    """The fixed and the newest address stand in it, and are null where nobody knows them."""
    slug, number = edition.gemeente.id, edition.gemeente.editie
    given = _data(edition, "https://gastheer.example/pad/")["adres"]
    assert given == {
        "vast": f"https://gastheer.example/pad/{slug}/{number}/",
        "nieuwste": f"https://gastheer.example/pad/{slug}/nieuwste/",
    }
    assert bool(_data(edition)["adres"]["vast"]) == bool(edition.gemeente.adres)


def test_a_strict_validator_knows_every_word_of_the_schema() -> None:
    """One word of another standard, and it refuses the whole (ajv does, unless it is told not to)."""
    assert '"discriminator"' not in json.dumps(schema())


def _patterns(held: Any) -> Iterator[str]:
    for key, value in held.items() if isinstance(held, dict) else enumerate(held) if isinstance(held, list) else ():
        if key == "pattern" and isinstance(value, str):
            yield value
        yield from _patterns(value)


def test_other_languages_take_the_patterns_of_the_schemas() -> None:
    """ECMA-262 with the u flag refuses an escape of a sign that needs none, and with it a whole schema."""
    held = [schema(), *(json.loads(path.read_text("utf-8")) for path in (ROOT / ".vscode" / "schemas").glob("*.json"))]
    patterns = {pattern for one in held for pattern in _patterns(one)}
    assert len(patterns) > 5
    assert [pattern for pattern in patterns if re.search(r"\\[^sSdDwWbB^$\\.*+?()\[\]{}|/]", pattern)] == []


def test_an_item_says_how_to_use_it_elsewhere(edition: Edition) -> None:
    """Its citation, its packages, what a reader sees, and the code of its card where there is an address."""
    for adres in ("", "https://gastheer.example"):
        held = {item["verwijzing"]: item for item in _data(edition, adres)["onderdelen"]}
        known = bool(adres or edition.gemeente.adres)
        assert all(bool(item["insluiten"]) == (known and bool(item["kaart"])) for item in held.values())
        assert all(edition.gemeente.naam in item["bronvermelding"] for item in held.values())
        part = next(item for item in held.values() if item["soort"] == "factor")
        assert f"cursus/les-factor-{part['id']}.zip" in part["pakketten"]
        assert part["titel"] in part["tekst"]
        assert "((inwoner" not in part["tekst"]


def test_an_item_knows_in_which_version_it_last_changed(edition: Edition) -> None:
    """What stayed keeps the version it had, what became different or is new has this one; so through every version."""
    first = dated(_data(edition), None)
    assert {item["gewijzigd"] for item in first["onderdelen"]} == {edition.gemeente.editie}
    later = {**_data(edition), "editie": "2027.3"}
    later["onderdelen"] = [{**item, "gewijzigd": "2027.3"} for item in later["onderdelen"]]
    later["onderdelen"][0] |= {"afdruk": "0" * 16, "gegevens": {"titel": "Anders"}}
    gone = {**first, "onderdelen": [item for item in first["onderdelen"] if item != first["onderdelen"][1]]}
    since = [item["gewijzigd"] for item in dated(later, gone)["onderdelen"]]
    assert since[:2] == ["2027.3"] * 2
    assert set(since[2:]) == {edition.gemeente.editie}


def test_another_name_of_a_key_is_no_change(edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the core calls otherwise says the same; what it says otherwise too, has changed."""
    later = {**_data(edition), "editie": "2027.3"}
    later["onderdelen"] = [{**item, "gewijzigd": "2027.3"} for item in later["onderdelen"] if item["soort"] == "factor"]
    monkeypatch.setattr(Factor, "VERVALLEN", {"luisteren": "luister_naar"})
    was = [
        {**item, "afdruk": "0" * 16, "gewijzigd": "2026.1", "gegevens": _called(item["gegevens"])}
        for item in later["onderdelen"]
    ]
    was[0]["gegevens"] = {**was[0]["gegevens"], "luisteren": ["Iets anders."]}
    del was[-1]["afdruk"]  # one of before there was any
    since = [item["gewijzigd"] for item in dated(later, {"onderdelen": was})["onderdelen"]]
    assert (since[0], {*since[1:]}) == ("2027.3", {"2026.1"})


def _called(held: dict[str, Any]) -> dict[str, Any]:
    return {"luisteren" if key == "luister_naar" else key: value for key, value in held.items()}


def test_the_print_of_an_item_changes_with_what_it_says_alone() -> None:
    """Another number of the edition leaves it, another word in the item does not."""
    edition = EDITIONS[0]
    later = replace(edition.lokaal, gemeente=edition.gemeente.model_copy(update={"editie": "2027.3"}))
    now, then = (
        {item["verwijzing"]: item["afdruk"] for item in _data(one)["onderdelen"]}
        for one in (edition, Edition(edition.framework, later))
    )
    assert now == then
    factor = next(iter(edition.framework.factoren.values()))
    other = edition.framework.having(
        "factor", {**edition.framework.factoren, factor.id: factor.model_copy(update={"titel": "Anders"})}
    )
    changed = {item["verwijzing"]: item["afdruk"] for item in _data(Edition(other, edition.lokaal))["onderdelen"]}
    assert {key for key in now if now[key] != changed[key]} == {f"factor:{factor.id}"}


def test_it_is_made_of_what_is_remembered_as_it_is_of_the_edition(edition: Edition) -> None:
    """With every mark filled in, the data and the files of the form are the bytes that an edition gives itself."""
    version = version_at(edition, Path(edition.gemeente.id) / NEWEST)
    reader = Reader(edition, version, Memory())
    read = {
        path: Pieces(text).filled(reader).decode() for path, text in all_beside.texts(reader.edition, reader.version)
    }
    assert read == dict(all_beside.texts(edition, version))

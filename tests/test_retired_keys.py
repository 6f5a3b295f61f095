"""A key that got another name, or does nothing → old files are read, in the editor, the form and between versions."""

from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from leidraad.checks import check_framework
from leidraad.model.compare.wijzigingen import as_now
from leidraad.model.kinds import KINDS, adapter
from leidraad.model.types.base import Blok, block_in
from leidraad.model.types.gemeente import Gedragsprincipe, Onderbouwing, Toets
from leidraad.model.types.keuze import Keuze
from leidraad.model.writing.form import earlier_names, form_rules
from tests.core import change
from tests.fouten import copy_with

OWN = "framework/gemeenten/fabeldam"


@pytest.fixture(autouse=True)
def renamed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys of a file, of a block in it and of a point of a list have another name than they had."""
    monkeypatch.setattr(Gedragsprincipe, "VERVALLEN", {"naam": "titel", "steun": "onderbouwing"})
    monkeypatch.setattr(Onderbouwing, "VERVALLEN", {"ervaring": "praktijk"})
    monkeypatch.setattr(Toets, "VERVALLEN", {"wie": "groep"})


def _old(folder: Path) -> Path:
    root = copy_with({}, folder)
    principe = f"{OWN}/gedragsprincipes/eerst-luisteren.yaml"
    for old, new in (("titel:", "naam:"), ("onderbouwing:", "steun:"), ("  praktijk:", "  ervaring:")):
        change(root, principe, f"\n{old}", f"\n{new}")
    return root / "framework"


def test_an_old_file_is_read_with_a_hint_for_each_key(tmp_path: Path) -> None:
    """What it says is the same; the hint stands at the old key and names both."""
    good, _ = check_framework(copy_with({}, tmp_path / "goed") / "framework")
    (tmp_path / "oud").mkdir()
    framework, problems = check_framework(_old(tmp_path / "oud"))
    hints = [problem for problem in problems if problem.check == "vervallen-sleutel"]
    assert framework.gemeenten["fabeldam"].gedragsprincipes == good.gemeenten["fabeldam"].gedragsprincipes
    assert {problem.message.split(";")[0] for problem in hints} == {
        "«naam» heet nu «titel»",
        "«steun» heet nu «onderbouwing»",
        "«ervaring» heet nu «praktijk»",
    }
    assert all(problem.level == "let-op" and problem.place.line > 1 for problem in hints)
    assert [problem for problem in problems if problem.level == "fout"] == []


def test_the_old_and_the_new_key_together_are_a_mistake(tmp_path: Path) -> None:
    """Nothing is chosen for the author: one of the two has to go."""
    root = copy_with({}, tmp_path)
    change(root, f"{OWN}/gedragsprincipes/eerst-luisteren.yaml", "\ntitel:", "\nnaam: Luister\ntitel:")
    _, problems = check_framework(root / "framework")
    assert "sleutel «naam» heet nu «titel», en die staat er ook; verwijder «naam»" in [
        problem.message for problem in problems
    ]


def test_the_editor_takes_the_old_key_and_says_so() -> None:
    """Either name will do for a key that is needed; the old one is marked as deprecated."""
    schema = adapter("gemeente", "gedragsprincipes/").json_schema()
    assert schema["properties"]["naam"]["deprecated"] is True
    fits = Draft202012Validator(schema).is_valid
    row = {"id": "a", "status": "concept"}
    assert [fits(row), fits({**row, "naam": "c"}), fits({**row, "titel": "c"})] == [False, True, True]


def test_the_form_is_told_what_a_field_was_called() -> None:
    """Also in a block that had another name itself, and in the rows of a list; it asks for the new names only."""
    form_rules.cache_clear()
    names = earlier_names("gedragsprincipe", Gedragsprincipe)
    assert names["gedragsprincipe"]["steun.ervaring.tekst"] == "onderbouwing.praktijk.tekst"
    assert names["gedragsprincipe"]["naam"] == "titel"
    assert names["getoetst_met"] == {"wie": "groep"}
    assert "naam" not in form_rules()["soorten"]["gedragsprincipe"]["properties"]
    form_rules.cache_clear()


def test_another_name_is_no_change_between_two_versions() -> None:
    """What was published with the old key is compared with what has the new one."""
    held = {"naam": "Luister", "steun": {"ervaring": "Ja."}, "getoetst_met": [{"wie": "inwoners"}]}
    assert as_now("principe", held) == {
        "titel": "Luister",
        "onderbouwing": {"praktijk": "Ja."},
        "getoetst_met": [{"groep": "inwoners"}],
    }


def test_a_key_that_does_nothing_is_passed_by() -> None:
    """The editor takes it with a word, the form takes it out, and that it went is no change between two versions."""
    schema = adapter("gemeente", "keuze.yaml").json_schema()
    held = {"poster": {"vragen": ["een-vraag"], "routes": [{"wat": "ook"}]}, "rapportage": {"activiteiten": ["weg"]}}
    assert Draft202012Validator(schema).is_valid(held)
    assert schema["$defs"]["KeuzeOpPoster"]["properties"]["routes"]["deprecated"] is True
    nothing = {f"rapportage.{key}" for key in ("vragen", "routes", "activiteiten")}
    assert earlier_names("keuze", Keuze) == {
        "keuze": dict.fromkeys({"poster.routes", "poster.activiteiten"} | nothing, "")
    }
    assert as_now("keuze", held) == {"poster": {"vragen": ["een-vraag"]}, "rapportage": {}}


def test_a_retired_key_names_one_that_there_is() -> None:
    """Or none at all. And it is no key itself; else one of the two could never be written."""
    types, seen = [kind.type for kind in KINDS], set[type[Blok]]()
    while types:
        model = types.pop()
        assert set(model.VERVALLEN.values()) - {""} <= model.model_fields.keys()
        assert not model.VERVALLEN.keys() & model.model_fields.keys()
        seen.add(model)
        held = {block_in(field.annotation) for field in model.model_fields.values()}
        types += [block for block in held if block and block not in seen]

"""The rules as data → the same as those of the model, for a form that writes the same files."""

import re
from collections.abc import Iterator

import pytest
from pydantic.fields import FieldInfo

from leidraad.checks import CHECKS, dag_die_nog_komt
from leidraad.model.types.base import Blok
from leidraad.model.types.gemeente import Gedragsprincipe, Koppen
from leidraad.model.use.framework import Edition
from leidraad.model.writing.form import MODELS, form_rules
from leidraad.model.writing.schema import items, lists
from leidraad.outputs.zoek import zoekproef
from leidraad.render.principe_maker.principe_maker import FILES, principe_maker
from leidraad.render.principe_maker.wenken import ONLY_THE_COMMAND, wenken
from tests.frameworks import REAL
from tests.probe import ROOT

RULES = form_rules()


@pytest.mark.parametrize("kind", MODELS)
def test_every_key_of_a_kind_is_told_in_order_with_title_and_description(kind: str) -> None:
    """A form can be drawn from the rules alone."""
    properties = RULES["soorten"][kind]["properties"]
    held = (items() | lists())[kind].json_schema()["properties"]
    assert list(properties) == [key for key in held if key not in MODELS[kind].VERVALLEN]
    assert [key for key, held in properties.items() if not held.get("title") or not held.get("description")] == []


@pytest.mark.parametrize("kind", MODELS)
def test_every_question_is_about_a_key(kind: str) -> None:
    """No question is left behind when a key gets another name; those of «onderbouwing» stand inside it."""
    keys = RULES["soorten"][kind]["properties"].keys() | RULES["$defs"]["Onderbouwing"]["properties"].keys()
    assert RULES["soorten"][kind]["vragen"].keys() <= keys


@pytest.mark.parametrize("id_", ["helder", "eerst-vragen", "Helder", "eerst vragen", "-x", "1x"])
def test_the_pattern_of_an_id_is_the_models(id_: str) -> None:
    """What the pattern lets through, the model takes, and nothing else."""
    told = re.search(RULES["soorten"]["gedragsprincipe"]["properties"]["id"]["pattern"], id_)
    held = {"id": id_, "titel": "X", "status": "concept"}
    try:
        Gedragsprincipe.model_validate(held)
    except ValueError:
        assert not told
    else:
        assert told


def test_the_choices_are_the_models() -> None:
    """The statuses of a principle come as a list to choose from."""
    assert "vastgesteld" in RULES["soorten"]["gedragsprincipe"]["properties"]["status"]["enum"]


def test_every_day_in_a_file_is_one_that_has_been_or_one_to_look_again() -> None:
    """A new key that holds a day is held against today, or is called herzien_voor."""
    days = {key for key, field in _fields() if "datetime.date" in str(field.annotation)}
    assert {key for key in days if not key.endswith("herzien_voor")} == {"datum", *dag_die_nog_komt.GEDAAN}


def _fields() -> Iterator[tuple[str, FieldInfo]]:
    """Yield every key of every block of the model, within another too."""
    seen, new = set[type[Blok]](), {Blok}
    while new:
        new = {one for model in new for one in model.__subclasses__()} - seen
        seen |= new
    for model in seen:
        if model.__module__.startswith("leidraad."):
            yield from model.model_fields.items()


def test_every_check_that_hints_is_known_to_the_form_or_said_to_be_the_commands() -> None:
    """No hint is forgotten: the form gives it, or a list says why only the command can."""
    modules = [ROOT / "leidraad" / "checks" / f"{check.id.replace('-', '_')}.py" for check in CHECKS]
    hinting = {
        check.id for check, path in zip(CHECKS, modules, strict=True) if '"let-op"' in path.read_text("utf-8")
    } | {"leeg", zoekproef.ID}
    given = {check for _, check in wenken(FILES)["zegt"].values()}
    where = "leidraad/render/principe_maker/wenken.py, of daar, in ONLY_THE_COMMAND, waarom het formulier ze niet geeft"
    assert not (untold := hinting - given - ONLY_THE_COMMAND.keys()), f"zeg deze hints in {where}: {untold}"
    assert not (left := (given | ONLY_THE_COMMAND.keys()) - hinting), f"geen hints van een controle meer: {left}"
    assert not (twice := given & ONLY_THE_COMMAND.keys()), f"het formulier zegt ze wel: {twice}"


def test_a_word_of_ours_that_may_change_is_told_and_not_filled_in() -> None:
    """A heading that nobody chose follows the core; the form says which it is."""
    page = principe_maker(Edition(REAL, REAL.gemeenten["voorbeeldstad"]))
    fields = re.findall(r'<input[^>]* data-veld="koppen\.[^>]*>', page)
    assert len(fields) == len(Koppen.model_fields)
    assert [field for field in fields if " value=" in field] == []
    assert all(f"dan is dat «{heading}»" in page for heading in Koppen().model_dump().values())

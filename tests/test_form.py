"""The rules as data → the same as those of the model, for a form that writes the same files."""

import re

import pytest

from leidraad.model.types.gemeente import Gedragsprincipe
from leidraad.model.writing.form import MODELS, form_rules
from leidraad.model.writing.schema import LISTS, SCHEMAS

RULES = form_rules()


@pytest.mark.parametrize("kind", MODELS)
def test_every_key_of_a_kind_is_told_in_order_with_title_and_description(kind: str) -> None:
    """A form can be drawn from the rules alone."""
    properties = RULES["soorten"][kind]["properties"]
    assert list(properties) == list((SCHEMAS | LISTS)[kind].json_schema()["properties"])
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

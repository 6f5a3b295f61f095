"""A style sheet of ours → what is published of it: the same rules, without comments and indents."""

import re

import pytest

from leidraad.outputs.lean import lean_style
from tests.probe import ROOT

STYLES = sorted((ROOT / "docs" / "assets").rglob("*.css"))


def _rules(style: str) -> str:
    return " ".join(re.sub(r"/\*.*?\*/", " ", style, flags=re.S).split())


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.stem)
def test_the_rules_of_a_style_stay_and_its_comments_go(path: object) -> None:
    """Every rule is there, in order; published twice it is the same."""
    style = ROOT.joinpath(str(path)).read_bytes()
    lean = lean_style(style)
    assert b"/*" not in lean
    assert _rules(lean.decode()) == _rules(style.decode())
    assert lean_style(lean) == lean


def test_a_comment_in_a_string_is_no_comment() -> None:
    """What a reader sees stays, and a quote in a comment opens nothing."""
    style = b"""a::after {\n  content: "/* hier */";\n} /* it's */\nb {\n  color: red; /* "x */\n}\n"""
    assert lean_style(style) == b'a::after {\ncontent: "/* hier */";\n} \nb {\ncolor: red; \n}\n'

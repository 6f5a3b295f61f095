"""A text without its markup: most texts hold none, and the parser is not asked; what comes out is the same."""

import random

import pytest
from markupsafe import Markup

from leidraad.checks import check_framework
from leidraad.model.types.base import Blok, walk
from leidraad.model.use.framework import Edition, Framework
from leidraad.model.use.markup import text_fields, texts
from leidraad.render.block import items
from leidraad.render.block.fragment import Fragment
from tests.probe import ROOT

PIECES = ("a", "É", "e\u0301", "ß", "²", "GAS", "case manager", "((inwoner))", "(", ")", " ", " ", "\u00a0", "\n", "\t")
SIGNS = (*"-+*_.,:;!?/%=#~`<>&'\"[]{}\\|0", "1.", "1)", "…", "—", "«", "’", "http://a.nl")


@pytest.fixture(scope="module")
def framework() -> Framework:
    """The real core."""
    return check_framework(ROOT / "framework", ("voorbeeldstad",))[0]


def by_the_parser(edition: Edition, text: str) -> str:
    """Return a text without the tags that the parser and the glossary put in it."""
    html = Fragment(edition, "").block(text)
    return " ".join(Markup(items._MARKUP.sub(" ", str(html))).unescape().split())


def test_it_is_what_the_parser_leaves(framework: Framework) -> None:
    """Of every text of the core, and of lines made of all signs that could be markup."""
    edition = Edition(framework, framework.gemeenten["voorbeeldstad"])
    made = random.Random(19)  # noqa: S311  # the same ones each time
    signs = [PIECES + 6 * (one,) for one in SIGNS] * 200
    lines = ["a" + "".join(made.choices(some, k=made.randint(1, 9))) for some in signs]
    every = [*lines, *(text for block in framework.core_blocks for text in texts(block))]
    assert [text for text in every if items._plain(edition, text) != by_the_parser(edition, text)] == []
    asked = sum(not items._PLAIN.fullmatch(text) for text in every[len(lines) :])
    assert asked < (len(every) - len(lines)) / 10


def test_the_texts_of_a_block_come_in_the_order_of_its_keys(framework: Framework) -> None:
    """Those of the blocks inside it where they stand: as whoever walks through it meets them."""

    def met(block: Blok) -> list[str]:
        found = list[str]()
        for owner, _, key, held in walk(block):
            if key in text_fields(type(owner)):
                found += [one for one in (held if isinstance(held, tuple) else (held,)) if isinstance(one, str)]
        return found

    assert all([*texts(block)] == met(block) for block in framework.core_blocks)

"""The look's own facts agree: colours in the style sheet and in the machine, names and drawings of pictograms."""

import re
from itertools import product
from typing import get_args

import pytest

from leidraad.checks.kleurcontrast import DARK, LIGHT, MINIMUM
from leidraad.model.types.base import Icoon
from leidraad.model.types.gemeente import Stijl
from leidraad.model.use import kleur
from leidraad.outputs.stijl import accents
from leidraad.render.block.pictogrammen import PADEN, pictogram, with_sprite
from tests.site.pages import FRAMEWORK, ROOT

TOKENS = (ROOT / "docs" / "assets" / "tokens.css").read_text("utf-8")
PAIRS = {name: (light, dark) for name, light, dark in re.findall(r"--([\w-]+): light-dark\((#\w+), (#\w+)\)", TOKENS)}
FIELDS = ("grond", "vlak", "start-vlak", "willen-vlak", "kunnen-vlak")


def test_the_fields_of_the_style_sheet_are_those_that_are_reckoned_with() -> None:
    """leidraad/model/kleur.py knows every field that text stands on, in light and in dark."""
    assert {PAIRS[name][0] for name in FIELDS} == set(kleur.FIELDS_LIGHT)
    assert {PAIRS[name][1] for name in FIELDS} == set(kleur.FIELDS_DARK)


def test_the_accent_without_a_municipality_is_mixed_alike() -> None:
    """What tokens.css holds for the root page is what the machine would make of that accent."""
    held = dict(re.findall(r"(--accent-[\w-]+): (#\w+);", TOKENS))
    held = {name: colour for name, colour in held.items() if name.endswith(("-licht", "-donker"))}
    assert held == accents(Stijl(accent=held["--accent-licht"], accent_donker=held["--accent-donker"]))


def test_what_has_a_place_beside_something_is_open() -> None:
    """WebKit, the engine of Safari, never ends where what is closed has such a place within what is being hidden."""
    sheets = [path.read_text("utf-8") for path in sorted((ROOT / "docs" / "assets").rglob("*.css"))]
    placed = [found for sheet in sheets for found in re.findall(r"([^{}]*)\{[^{}]*position-area:", sheet)]
    assert len(placed) > 1
    assert [selector for selector in placed if ":popover-open" not in selector] == []


@pytest.mark.parametrize("lane", ["start", "willen", "kunnen"])
def test_the_ink_of_a_lane_can_be_read(lane: str) -> None:
    """At least 7 to 1 on its own field and on the ground, so that no lane weighs more than another."""
    for side, ground in enumerate((kleur.LIGHT, kleur.DARK)):
        assert kleur.contrast(PAIRS[lane][side], PAIRS[f"{lane}-vlak"][side]) >= 7
        assert kleur.contrast(PAIRS[lane][side], ground) >= 7


def test_an_accent_that_passes_can_be_read_everywhere() -> None:
    """What is readable on the hardest field is readable on the others and on its own field."""
    steps = range(0, 256, 17)
    for colour in (f"#{r:02x}{g:02x}{b:02x}" for r, g, b in product(steps, steps, steps)):
        for hardest, fields, ground, part in (
            (LIGHT, kleur.FIELDS_LIGHT, kleur.LIGHT, kleur.FIELD_LIGHT),
            (DARK, kleur.FIELDS_DARK, kleur.DARK, kleur.FIELD_DARK),
        ):
            away = (kleur.luminance(colour) < kleur.luminance(hardest)) == (ground == kleur.LIGHT)
            if away and kleur.contrast(colour, hardest) >= MINIMUM:
                own = kleur.mixed(colour, ground, part)
                assert min(kleur.contrast(colour, field) for field in (*fields, own)) >= MINIMUM, colour


def test_every_name_of_a_pictogram_has_a_drawing() -> None:
    """What an author may write is what can be drawn."""
    assert set(get_args(Icoon)) == set(PADEN)


def test_a_page_holds_each_drawing_that_it_uses_once() -> None:
    """Twice the same pictogram is one drawing; finishing a page again changes nothing."""
    page = with_sprite(f"<body>{pictogram('oor')}{pictogram('oor')}{pictogram('ja')}</body>")
    assert re.findall(r'<symbol id="p-(\w+)"', page) == ["ja", "oor"]
    assert with_sprite(page) == page
    assert with_sprite("<body>tekst</body>") == "<body>tekst</body>"


def test_a_question_on_the_map_is_short() -> None:
    """At most four words, and a question."""
    parts = {**FRAMEWORK.startpunten, **FRAMEWORK.factoren}.values()
    assert [
        part.korte_vraag for part in parts if not part.korte_vraag.endswith("?") or len(part.korte_vraag.split()) > 4
    ] == []
    assert len({part.icoon for part in parts}) == len(parts)


def _style_sheets() -> str:
    sheets = (path.read_text("utf-8") for path in sorted((ROOT / "docs" / "assets").rglob("*.css")))
    return re.sub(r"/\*.*?\*/", "", "\n".join(sheets), flags=re.DOTALL)


def _sources() -> str:
    """What can put a class on an element: templates, pages, scripts and the machine."""
    kinds = ("*.html", "*.md", "*.js", "*.py")
    folders = (ROOT / name for name in ("leidraad", "docs", "thema"))
    return "\n".join(path.read_text("utf-8") for folder in folders for kind in kinds for path in folder.rglob(kind))


def test_every_class_in_a_style_sheet_is_used() -> None:
    """Somewhere it is written, or made from a beginning such as meter--{{ soort }}; the theme's begin with md-."""
    sources, styles = _sources(), _style_sheets()
    selectors = " ".join(re.findall(r"([^{}]+)\{", styles))
    classes = {name for name in re.findall(r"\.([a-zA-Z_][\w-]*)", selectors) if not name.startswith("md-")}
    written = set(re.findall(r"[a-zA-Z_][\w-]*", sources))
    begun = tuple(re.findall(r"([a-zA-Z_][\w-]*(?:--|__|-))(?:\{|\$\{|[\"'] ~)", sources))
    assert sorted(name for name in classes - written if not name.startswith(begun)) == []


def test_every_value_of_the_style_sheets_has_a_name_that_is_used() -> None:
    """None is set for nothing, and none is asked for that is never set."""
    styles = _style_sheets()
    used = set(re.findall(r"var\((--[\w-]+)", styles))
    set_here = set(re.findall(r"(?<=[{;\s])(--[\w-]+):", styles + _sources()))
    assert (used - set_here, {name for name in set_here - used if f"{name}:" in styles}) == (set(), set())

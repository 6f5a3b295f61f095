"""The one font of the site is what its recipe makes of the package."""

from tests.font import DIGEST, FONT, digest


def test_the_font_is_what_the_recipe_made() -> None:
    """Who changes the recipe or the font runs `uv run tests/font.py`."""
    assert DIGEST.read_text("utf-8").strip() == digest()


def test_the_font_is_light() -> None:
    """A first view carries it, so it stays at some 15 kB."""
    assert FONT.stat().st_size <= 16_000

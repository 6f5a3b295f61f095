"""framework/ → a text is shown on a page, a card, a slide and beside others, so it points at nothing around it."""

import re
from pathlib import Path

FRAMEWORK = Path(__file__).parents[1] / "framework"
POINTS = re.compile(r"\b(?:hieronder|hierboven|hiernaast|(?:op|van|onder aan) deze (?:pagina|kaart))\b", re.IGNORECASE)


def test_no_text_points_at_what_stands_around_it() -> None:
    """Not above, below, beside or on this page: what it means has a name."""
    texts = {path: path.read_text("utf-8") for kind in ("yaml", "md") for path in FRAMEWORK.rglob(f"*.{kind}")}
    assert [(str(path), POINTS.findall(text)) for path, text in texts.items() if POINTS.search(text)] == []

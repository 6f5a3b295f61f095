"""A picture for a shared address → a PNG of 1200 by 630, in our own letter, with the map of the model."""

import io
from functools import cache
from pathlib import Path
from typing import Any

from leidraad.model.use.kleur import LIGHT, mixed
from leidraad.outputs.beeld.platen import SITE, SIZE, Plaat

_LETTER = Path(__file__).parents[3] / "docs" / "assets" / "letter" / "public-sans.woff2"
_SIDES = {"start": ("#3b474f", "#eceff0"), "willen": ("#75430a", "#fbf1e2"), "kunnen": ("#144d86", "#e8f1fb")}
_INK, _SOFT, _STEPS = "#14212a", "#49565f", 4
# Sixteen colours: white, two letters each in steps that soften their edge, and per side of the map its ink and field.
_PALETTE = [
    LIGHT,
    *(mixed(colour, LIGHT, step / _STEPS) for colour in (_INK, _SOFT) for step in range(1, _STEPS + 1)),
    *(colour for pair in _SIDES.values() for colour in pair),
]
_OF_INK, _OF_SOFT, _OF_SIDES = 0, _STEPS, 2 * _STEPS + 1
_EDGE, _SHORT = 72, 34  # of the picture; letters of a title that is set large
_NOTE = "Hulp bij een gesprek. Geen oordeel over een persoon."


def draw(plaat: Plaat) -> bytes:
    """Return the picture; what is drawn are numbers of colours, for so it is small and quick."""
    from PIL import Image, ImageChops, ImageDraw  # only who draws should wait for it

    image, ink, soft = (Image.new("L", SIZE) for _ in range(3))
    _map(ImageDraw.Draw(image), plaat)
    write, whisper = ImageDraw.Draw(ink), ImageDraw.Draw(soft)
    y = _EDGE
    if plaat.soort:
        whisper.text((_EDGE, y), plaat.soort, fill=255, font=_font(30, 400))
        y += 54
    size = 76 if len(plaat.titel) < _SHORT else 60
    for line in _lines(plaat.titel, _font(size, 700), SIZE[0] - 2 * _EDGE)[:3]:
        write.text((_EDGE, y), line, fill=255, font=_font(size, 700))
        y += int(size * 1.16)
    y += 14
    for line in _lines(plaat.zin, _font(36, 400), SIZE[0] - 2 * _EDGE):
        whisper.text((_EDGE, y), line, fill=255, font=_font(36, 400))
        y += 48
    write.text((_EDGE, SIZE[1] - 118), SITE if plaat.soort else "", fill=255, font=_font(30, 700))
    whisper.text((_EDGE, SIZE[1] - 78), _NOTE, fill=255, font=_font(24, 400))
    for mask, first in ((ink, _OF_INK), (soft, _OF_SOFT)):
        steps = [round(value * _STEPS / 255) for value in range(256)]
        image = ImageChops.lighter(image, mask.point([step and first + step for step in steps]))
    image.putpalette([channel for colour in _PALETTE for channel in bytes.fromhex(colour[1:])])
    held = io.BytesIO()
    image.save(held, "PNG", bits=4, compress_level=9)
    return held.getvalue()


def _map(pen: Any, plaat: Plaat) -> None:
    """The bar, and the model in small: a row a side, willen round, kunnen square, the lit part filled."""
    sides = {side: _OF_SIDES + 2 * number for number, side in enumerate(_SIDES)}
    lit = [side for side, boxes in plaat.kaart if any(boxes)]
    pen.rectangle((0, 0, SIZE[0], 15), fill=sides.get(lit[0], _OF_SIDES) if len(lit) == 1 else _OF_INK + _STEPS)
    width, high, gap = 240, 26, 8
    left, top = SIZE[0] - _EDGE - width, SIZE[1] - 46 - len(plaat.kaart) * (high + gap)
    for side, boxes in plaat.kaart:
        ink = sides.get(side, _OF_SIDES)
        wide = (width - gap * (len(boxes) - 1)) // len(boxes)
        for number, is_lit in enumerate(boxes):
            x = left + number * (wide + gap)
            look = {"fill": ink if is_lit else ink + 1, "outline": ink, "width": 2}
            pen.rounded_rectangle((x, top, x + wide, top + high), 13 if side == "willen" else 0, **look)
        top += high + gap


def _lines(text: str, font: Any, width: int) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        if lines and font.getlength(f"{lines[-1]} {word}") <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


@cache
def _font(size: int, weight: int) -> Any:
    from PIL import ImageFont

    font = ImageFont.truetype(_LETTER, size)
    font.set_variation_by_axes([weight])
    return font

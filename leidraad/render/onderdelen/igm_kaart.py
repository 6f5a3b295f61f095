"""kern.yaml and the factors → the IGM as a picture: SVG in which every part is a link."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from markupsafe import Markup

from leidraad.model.use.framework import Edition
from leidraad.render.block.fragment import Fragment, link

_LINE = 20  # height of a line of text, in the picture's own units
_PADDING = 28  # above and below the text of a box together: at 320 px a box is a target of 44 px
_CHARACTER = 10.3  # the widest mean width of a character at 16 units, with a reader's own spacing (WCAG 1.4.12)


@dataclass(frozen=True)
class Box:
    """A rectangle with a text of one or more lines."""

    x: int
    y: int
    width: int
    height: int
    lines: tuple[str, ...]
    kind: str
    id: str = ""


@dataclass(frozen=True)
class Layout:
    """Where things stand: `columns` sides next to each other, each `width` units wide."""

    name: str
    columns: int
    width: int

    @property
    def total(self) -> int:
        """The width of the whole picture in its own units."""
        return self.columns * self.width + (self.columns - 1) * 20


LAYOUTS = (Layout("breed", 2, 350), Layout("smal", 1, 300))


def igm_kaart(edition: Edition, current: str = "") -> str:
    """Return the map as one block of HTML; `current` is the id of the part the reader is looking at.

    The wide and the narrow drawing hold the same links; the style sheet shows one of them.
    """
    fragment = Fragment(edition, "igm-kaart")
    drawings = [_drawing(fragment, layout, current) for layout in LAYOUTS]
    html = Markup('<div class="igm-kaart">{}</div>').format(Markup("").join(drawings))
    return str(html).replace("{", "&#123;").replace("}", "&#125;")


def _drawing(fragment: Fragment, layout: Layout, current: str) -> Markup:
    boxes = list(_boxes(fragment, layout))
    height = max(box.y + box.height for box in boxes) + 2
    return Markup(
        '<svg class="igm-kaart__{name}" viewBox="0 0 {width} {height}" role="group" '
        'aria-label="Kaart van het Integratief Gedragsmodel: doel, doelgedrag, willen en kunnen">{parts}</svg>'
    ).format(
        name=layout.name,
        width=layout.total,
        height=height,
        parts=Markup("").join(_part(box, current) for box in boxes),
    )


def _boxes(fragment: Fragment, layout: Layout) -> Iterator[Box]:
    framework = fragment.edition.framework
    y = 1
    for id_ in framework.kern.startpunten:
        lines = wrap(framework.startpunten[id_].titel, layout.total - 40)
        height = _PADDING + _LINE * len(lines)
        yield Box(1, y, layout.total - 2, height, lines, "startpunt", id_)
        y += height
        yield Box(0, y, layout.total, 18, (), "pijl")
        y += 18
    bottoms: list[int] = []
    sides: list[tuple[Box, list[Box]]] = []
    for index, groep in enumerate(framework.kern.groepen):
        left = (index % layout.columns) * (layout.width + 20)
        top = y if layout.columns > 1 or not bottoms else bottoms[-1] + 14
        inner = list(_factor_boxes(fragment, groep.factoren, left, top + 48, layout.width))
        bottoms.append(inner[-1].y + inner[-1].height + 13)
        sides.append((Box(left + 1, top, layout.width - 2, 0, (groep.titel,), "groep"), inner))
    for (side, inner), bottom in zip(sides, bottoms, strict=True):
        end = max(bottoms) if layout.columns > 1 else bottom
        yield replace(side, height=end - side.y)
        yield from inner
    y = max(bottoms)
    yield Box(0, y, layout.total, 18, (), "pijl")
    lines = wrap("Doen: samen leiden willen en kunnen tot gedrag", layout.total - 40)
    yield Box(1, y + 18, layout.total - 2, _PADDING + _LINE * len(lines), lines, "doen")


def _factor_boxes(fragment: Fragment, ids: tuple[str, ...], left: int, y: int, width: int) -> Iterator[Box]:
    for id_ in ids:
        lines = wrap(fragment.edition.framework.factoren[id_].titel, width - 56)
        height = _PADDING + _LINE * len(lines)
        yield Box(left + 14, y, width - 28, height, lines, "factor", id_)
        y += height + 10


def wrap(text: str, width: int) -> tuple[str, ...]:
    """Return a text in lines that fit a width in the picture's own units."""
    lines, line = [], ""
    for word in text.split():
        if line and (len(line) + 1 + len(word)) * _CHARACTER > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return (*lines, line)


def _part(box: Box, current: str) -> Markup:
    if box.kind == "pijl":
        middle = box.x + box.width // 2
        path = f"M{middle} {box.y + 2}v{box.height - 6}m-5 -5l5 5l5 -5"
        return Markup('<path class="igm-pijl" d="{}"/>').format(path)
    rect = Markup('<rect class="igm-{}" x="{}" y="{}" width="{}" height="{}" rx="6"/>').format(
        box.kind, box.x, box.y, box.width, box.height
    )
    first = box.y + 31 if box.kind == "groep" else box.y + _PADDING // 2 + _LINE - 5
    spans = Markup("").join(
        Markup('<tspan x="{}" y="{}">{}</tspan> ').format(box.x + 16, first + _LINE * number, line)
        for number, line in enumerate(box.lines)
    )
    drawing = rect + Markup('<text class="igm-tekst-{}">{}</text>').format(box.kind, spans)
    if not box.id:
        return drawing
    mark = Markup(' aria-current="page"') if box.id == current else Markup("")
    return Markup('<a href="{}"{}>{}</a>').format(link(box.kind, box.id), mark, drawing)

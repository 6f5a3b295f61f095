"""Slides as data → the files of a .pptx: a title on each slide, what is read first comes first, all of it in Dutch.

The colours stand in the theme, so that an edition changes its accent in one place.
"""

import io
import re
import zipfile
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from leidraad.outputs.dias.inhoud import Dek, Dia, Regel
from leidraad.render.block.fragment import render_page

ACCENT = "ACCE01"  # a colour that stands for the accent of an edition
DAY = datetime(2001, 1, 1)  # stands for the date of an edition; the format has no zone
FOOT, MAKER, DUTCH = "⟦voet⟧", "Leidraad Gewogen Maatwerk", "nl-NL"
_COLOURS = {
    **{"dk1": "14212A", "lt1": "FFFFFF", "dk2": "49565F", "lt2": "F3F5F5", "accent1": ACCENT, "accent2": "75430A"},
    **{"accent3": "144D86", "accent4": "49565F", "accent5": "76828A", "accent6": "3B474F", "hlink": ACCENT},
    **{"folHlink": ACCENT},
}
# Per side of the map: its ink, its field, its line and its shape, as on the site.
_SIDES = {
    "start": ("3B474F", "ECEFF0", "C3CBD0", "snip1Rect"),
    "willen": ("75430A", "FBF1E2", "E3C797", "roundRect"),
    "kunnen": ("144D86", "E8F1FB", "B3CDEA", "rect"),
}
_INCH = 914400
_WIDE, _HIGH, _EDGE = 12192000, 6858000, 685800  # of a slide of 16 by 9, and what stays free at its sides
_INNER, _TOP = _WIDE - 2 * _EDGE, 1600200
_TITLE = ("title", 0, "Titel", _EDGE, 411480, _INNER, 1051560, "b", 0, "")
_BODY = (1, "Tekst", _EDGE, _TOP, _INNER, 4572000, "t", 0, "")
_UNDER = (1, "Ondertitel", _EDGE, 3931920, _INNER, 1371600, "t", 2000, "tx2")
# Which of the layouts that python-pptx brings we keep, and what stands on each.
_LAYOUTS: dict[int, tuple[str, list[tuple[Any, ...]]]] = {
    0: ("Titel", [("ctrTitle", *_TITLE[1:4], 1828800, _INNER, 1920240, "b", 4400, "tx1"), ("subTitle", *_UNDER)]),
    1: ("Tekst", [_TITLE, ("body", *_BODY)]),
    2: ("Onderdeel", [(*_TITLE[:4], 1828800, _INNER, 1920240, "b", 4000, "tx1"), ("body", *_UNDER)]),
    5: ("Alleen titel", [_TITLE]),
}
_LINE = 335280  # a line of small text
_ROW, _MUCH, _MANY = 480060, 620, 9  # of a table; letters, or rows, in one that is set smaller
_LONG, _SMALLER = 96, 28  # letters of a long title, and how large it is then
_INK = "14212A"
# What python-pptx calls a box, and what who looks for it by its name reads.
_BOX = re.compile(rb'(<p:cNvPr id="\d+" name=")(Title|Subtitle|Text|Notes|Slide Image)(?: Placeholder)? \d+"')
_NAMES = {b"Title": "Titel", b"Slide Image": "Dia"}
# What python-pptx brings and no presentation needs: how it was last looked at, a picture, counts that are not so.
_UNUSED = b' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_SPARE, _SPARE_OF_ALL = ("presProps", "viewProps", "printerSettings", "theme"), ("extended-properties", "thumbnail")


# What says nothing and may be left out: that a file stands alone, that the colours are those of the master, no styles
# of its own, no place.
_OPTIONAL = (
    b" standalone='yes'",
    b"<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>",
    b"<a:lstStyle/>",
    b'<a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm>',
)


def members(dek: Dek) -> list[tuple[str, bytes]]:
    """Return every file of the presentation, in order."""
    show = _empty()
    about = show.core_properties
    about.title, about.author, about.language, about.subject = dek.titel, MAKER, DUTCH, FOOT
    about.created = about.modified = DAY
    about.last_modified_by, about.revision, about.keywords, about.comments = MAKER, 1, "", ""
    if any(dia.notities for dia in dek.dias):
        _notes(show)
    layouts = list(show.slide_layouts)
    for dia in dek.dias:
        _add(show.slides, layouts, dia)
    held = io.BytesIO()
    show.save(held)
    with zipfile.ZipFile(held) as archive:
        return [(name, _lean(archive.read(name))) for name in archive.namelist()]


def _lean(content: bytes) -> bytes:
    """Return a file with our names, and without one that it declares and does not use."""
    content = _BOX.sub(lambda match: match[1] + _NAMES.get(match[2], "Tekst").encode() + b'"', content)
    for spare in _OPTIONAL:
        content = content.replace(spare, b"")
    content = content.replace(b"<p:grpSpPr></p:grpSpPr>", b"<p:grpSpPr/>")
    return content if b" r:" in content else content.replace(_UNUSED, b"", 1)


# ---- the empty presentation ----


def _empty() -> Any:
    """Return a wide presentation with our four layouts and colours, a foot, and the number of the slide."""
    from pptx import Presentation  # it takes a fifth of a second, which only who makes slides should wait for

    show: Any = Presentation()
    show.slide_width, show.slide_height = _WIDE, _HIGH
    show.element.sldSz.attrib.pop("type")  # it says 4 by 3
    for index, layout in reversed(list(enumerate(show.slide_layouts))):
        if index not in _LAYOUTS:
            show.slide_layouts.remove(layout)
    for part, kinds in ((show.part.package, _SPARE_OF_ALL), (show.part, _SPARE)):
        for key in [key for key, rel in part._rels.items() if rel.reltype.rsplit("/", 1)[1] in kinds]:
            part._rels.pop(key)
    master = show.slide_master
    _lay(master, "Leidraad", [_TITLE, ("body", *_BODY)], is_master=True)
    _replace(master.element, "txStyles", "outputs/dias/letters.xml")
    _replace(show.element, "defaultTextStyle", "outputs/dias/letter.xml")
    for layout, (name, boxes) in zip(show.slide_layouts, _LAYOUTS.values(), strict=True):
        _lay(layout, name, boxes)
    _coloured(master)
    return show


def _notes(show: Any) -> None:
    """Give the notes a page of ours: the slide, and under it the text."""
    from pptx.oxml import parse_xml

    master = show.notes_master
    for child in list(master.element):
        master.element.remove(child)
    master.element.extend(parse_xml(render_page("outputs/dias/notities.xml")))
    _coloured(master)


def _replace(element: Any, name: str, template: str) -> None:
    from pptx.oxml import parse_xml

    held = element.find(f"{{{element.nsmap['p']}}}{name}")
    held.getparent().replace(held, parse_xml(render_page(template)))


def _lay(sheet: Any, name: str, boxes: list[tuple[Any, ...]], *, is_master: bool = False) -> None:
    """Put our boxes, and on the master what is on every slide, in the place of what was there."""
    from pptx.oxml import parse_xml

    foot_at = 6400800
    foot = [
        ("Editie", _EDGE, foot_at, _INNER - _INCH, 228600, "l", FOOT),
        ("Nummer", _WIDE - _EDGE - _INCH, foot_at, _INCH, 228600, "r", ""),
    ]
    wide = [(0, 0, _WIDE, 109728)] if is_master else [(0, 0, 274320, _HIGH)] if name == "Titel" else []
    values = {
        "naam": name,
        "vakken": boxes,
        "stroken": wide,
        "regels": foot if is_master else [],
        "is_meester": is_master,
    }
    made = parse_xml(render_page("outputs/dias/dia.xml", **values))
    sheet.element.replace(sheet.element.cSld, made)


def _coloured(master: Any) -> None:
    """Give a master our colours and letter; a theme of its own each, as the format asks."""
    from pptx.oxml import parse_xml

    made = render_page("outputs/dias/thema.xml", kleuren=_COLOURS.items()).encode()
    theme = next(rel.target_part for rel in master.part.rels.values() if rel.reltype.endswith("/theme"))
    theme._blob, theme._element = made, parse_xml(made)  # it is held as bytes or as XML


# ---- slides ----


def _add(slides: Any, layouts: Sequence[Any], dia: Dia) -> None:
    index = {"titel": 0, "tekst": 1, "onderdeel": 2, "tabel": 3, "kaart": 3}[dia.vorm]
    slide = slides.add_slide(layouts[index])
    _write(slide.shapes.title.text_frame, [(dia.titel, {"size": _SMALLER} if len(dia.titel) > _LONG else {})])
    if dia.vorm == "tabel":
        _table(slide, dia)
    elif dia.vorm == "kaart":
        _map(slide, dia)
    else:
        _body(slide.placeholders[1].text_frame, dia)
    if dia.notities:
        _write(slide.notes_slide.notes_text_frame, [(line, {}) for line in dia.notities])


def _body(frame: Any, dia: Dia) -> None:
    """The lines of a slide; under a large title what is asked comes before how long it takes."""
    if dia.vorm != "tekst":
        asked = [(line.tekst, {"size": 26, "colour": _INK} if dia.vorm == "onderdeel" else {}) for line in dia.regels]
        _write(frame, [*asked, *([(dia.onder, {})] if dia.onder else [])])
        return
    under = [(dia.onder, {"level": 1, "loose": True})] if dia.onder else []
    told = [(line.tekst, _look(line, dia.maat)) for line in dia.regels]
    _write(frame, [*under, *told])


def _look(line: Regel, size: int) -> dict[str, Any]:
    if line.soort == "klein":
        return {"level": 1}
    if line.soort == "bron":
        return {"size": 14, "loose": True}
    return {"size": size, "bold": line.soort == "kop", "loose": line.soort in ("tekst", "kop")}


def _write(frame: Any, lines: list[tuple[str, dict[str, Any]]]) -> None:
    """Write paragraphs, each in Dutch; loose, it has no bullet."""
    from pptx.util import Pt

    for number, (text, look) in enumerate(lines):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        run = paragraph.add_run()
        run.text = text
        run._r.get_or_add_rPr().set("lang", DUTCH)
        if size := look.get("size"):
            run.font.size = Pt(size)
        if look.get("bold"):
            run.font.bold = True
        if colour := look.get("colour"):
            run.font.color.rgb = _rgb(colour)
        if level := look.get("level"):
            paragraph.level = level
        if look.get("loose"):
            about = paragraph._p.get_or_add_pPr()
            about.set("marL", "0")
            about.set("indent", "0")
            about.insert(0, about.makeelement(f"{{{about.nsmap['a']}}}buNone"))


def _table(slide: Any, dia: Dia) -> None:
    """A real table with a head, so that it can be read cell by cell; its columns as wide as what is in them."""
    from pptx.enum.text import MSO_ANCHOR

    rows, columns = len(dia.tabel), len(dia.tabel[0])
    frame = slide.shapes.add_table(rows, columns, _EDGE, _TOP, _INNER, _ROW * rows)
    frame.name = dia.titel
    frame._element.nvGraphicFramePr.cNvPr.set("descr", f"Tabel: {', '.join(dia.tabel[0])}")
    longest = [max(len(row[column]) for row in dia.tabel) for column in range(columns)]
    parts = [min(max(length, 12), 60) for length in longest]
    for column, part in zip(frame.table.columns, parts, strict=True):
        column.width = _INNER * part // sum(parts)
    size = 18 if rows < _MANY and sum(len(cell) for row in dia.tabel for cell in row) < _MUCH else 16
    for number, (cells, row) in enumerate(zip(frame.table.rows, dia.tabel, strict=True)):
        for cell, text in zip(cells.cells, row, strict=True):
            cell.vertical_anchor = MSO_ANCHOR.MIDDLE
            _write(cell.text_frame, [(text, {"size": size, "bold": number == 0})])


def _map(slide: Any, dia: Dia) -> None:
    """Boxes with text, in the order in which they are read: the start, willen, kunnen, each after its name."""
    gap, high, name_wide, top = 137160, 1325880, 1371600, _TOP
    for side, look in _SIDES.items():
        rows = [row[1:] for row in dia.tabel if row[0] == side]
        if not rows:
            continue
        _box(slide, (_EDGE, top, name_wide, high), rows[0][:1], (look[0], "", "", "rect"))
        left = _EDGE + name_wide + gap
        wide = (_WIDE - _EDGE - left - gap * (len(rows) - 1)) // len(rows)
        for number, (_, *said) in enumerate(rows):
            _box(slide, (left + number * (wide + gap), top, wide, high), said, look)
        top += high + gap
    if dia.onder:
        _box(slide, (_EDGE, top, _INNER, _LINE), (dia.onder,), ("49565F", "", "", "rect"), 14)


def _box(
    slide: Any, where: tuple[int, int, int, int], said: Sequence[str], look: tuple[str, str, str, str], *small: int
) -> None:
    from pptx.enum.shapes import MSO_SHAPE
    from pptx.enum.text import PP_ALIGN

    ink, field, line, shape = look
    box = slide.shapes.add_shape(MSO_SHAPE.from_xml(shape), *where)
    box.name = said[0]
    style = box._element.find(f"{{{box._element.nsmap['p']}}}style")
    box._element.remove(style)  # it brings a shadow and a colour of its own
    if field:
        box.fill.solid()
        box.fill.fore_color.rgb = _rgb(field)
        box.line.color.rgb = _rgb(line)
    else:
        box.fill.background()
        box.line.fill.background()
    box.text_frame.word_wrap = True
    sizes = [{"size": 20, "bold": True, "colour": ink}, {"size": 16, "colour": ink}]
    sizes = [{"size": size, "colour": ink} for size in small] or sizes
    _write(box.text_frame, list(zip(said, sizes, strict=False)))
    for paragraph in box.text_frame.paragraphs:
        paragraph.alignment = PP_ALIGN.LEFT


def _rgb(colour: str) -> Any:
    from pptx.dml.color import RGBColor

    made: Any = RGBColor  # it has no types
    return made(*bytes.fromhex(colour))

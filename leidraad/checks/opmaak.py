"""Texts use only the markup that is shown."""

import html
import re
from collections.abc import Iterator

from leidraad.checks._through import Text, through
from leidraad.model.use.framework import Framework
from leidraad.model.use.markup import inline_tokens
from leidraad.model.yaml.problem import Problem, quoted

ID = "opmaak"
UITLEG = (
    "In teksten mogen *nadruk*, **vet**, lijsten met streepjes en links. HTML, afbeeldingen, koppen, tabellen, "
    "citaten, lijnen, code en sjabloontekens werken niet: ze zouden als losse tekens op de pagina staan."
)
FOUT = '  - "- Zwijgen."'
GOED = "  - Zwijgen."
PATTERN = (
    r"(?P<HTML></?[a-zA-Z!][^\s]*)"
    r"|(?P<een_afbeelding>!\[)"
    r"|(?P<een_kop>^#{1,6} )"
    r"|(?P<een_citaat>^> )"
    r"|(?P<een_lijn>^(?:={3,}|-{3,}|\*{3,}|_{3,})$)"
    r"|(?P<code>`+)"
    r"|(?P<een_sjabloonteken>\{\{|\{%|\{#|\{:)"
    r"|(?P<een_invoegteken>--8<--)"
    r"|(?P<een_tabel>^\|)"
)
_FORBIDDEN = re.compile(PATTERN, re.MULTILINE)
_MAY_BE_FORBIDDEN = re.compile("[<>#=`{|!_*-]")  # most texts hold none of these, and are not gone through
# What other programs put in front of a point; the site has a sign of its own.
BULLET = r"^(?:[•·●▪■◦○‣–—]|o)[ \t]+"
POINT = r"^(?:[-*+•·●▪■◦○‣–—]|o|\d{1,2}[.)])[ \t]+"
# The form says these too, with the values in the places of {}.
ENTITEIT = "{} komt zo op de site; schrijf {}"
TEKEN_ERVOOR = "de \\ voor {} komt op de site; haal hem weg"
STER = "dit sterretje staat los en komt zo op de site; zet er een voor en een achter, of haal het weg"
PUNT = "dit punt begint met {}; dat zet de site er zelf voor: haal het weg"
REGEL = "een regel begint met {}; maak er een streepje van, dan wordt het een lijst"
# In front of a sign that would make markup other programs write a \; in C:\_map it is part of a name.
ESCAPED = re.compile(r"\\(?=\*)|(?<![\w:\\])\\(?=[_#\[\]`~|>+-])|(?<=\d)\\(?=[.)])")
_BULLET, _POINT = re.compile(BULLET, re.MULTILINE), re.compile(POINT)
# Stars at the edge of a word that make nothing of it: 5*3 and 5 * 3 are sums, and a star behind a word is a note.
LOOSE = re.compile(r"(?<![^\s(«])\*(?=[^\s*])")
# The first two stars after all that make something bold; the form knows this too.
_IN = r"(?=[^\s*])(?:(?!\*\*)[\s\S])*?(?<![\s*])"
_BOLD = rf"(?<!\w)(?:\*\*\*{_IN}\*\*\*|\*\*{_IN}\*\*)(?![\w*])"
LOOSE_BOLD = rf"(?<![\s\S])(?:[^*]|{_BOLD}|\*(?!\*))*(?!{_BOLD})\*\*"
_LOOSE_BOLD = re.compile(LOOSE_BOLD)
ENTITY = re.compile(r"&(?:#\d+|#x[0-9a-fA-F]+|[a-zA-Z]+\d?);")
_LINK = re.compile(r"\]\([^)]*\)?")


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a problem at every text with markup that would show as loose characters."""
    for text in through(framework).texts:
        marked = [*_markup(text)] if _MAY_BE_FORBIDDEN.search(text.text) else []
        yield from marked
        if match := ENTITY.search(text.text) if "&" in text.text else None:
            sign = html.unescape(match[0])
            if sign != match[0] and sign.isprintable():
                message = ENTITEIT.format(quoted(match[0]), quoted(sign))
                yield Problem(text.place(match.start()), message, ID, "let-op")
        if "\\" in text.text:
            yield from _escaped(text)
        if "*" in text.text and not marked:  # a line of stars is told already
            yield from _loose_stars(text)
        if "](" in text.text:
            yield from _broken_links(text)
            if (empty := text.text.find("[](")) >= 0:
                yield Problem(text.place(empty), "deze link heeft geen tekst; zet tussen [ ] waar hij heen gaat", ID)
        if isinstance(text.path[-1], int):
            if match := _POINT.match(text.text):
                yield Problem(text.place(), PUNT.format(quoted(match[0].strip())), ID, "let-op")
        elif match := _BULLET.search(text.text):
            yield Problem(text.place(match.start()), REGEL.format(quoted(match[0].strip())), ID, "let-op")


def _markup(text: Text) -> Iterator[Problem]:
    """Yield one problem a line for each kind; the end tag of an element is no second mistake."""
    seen = set()
    for match in _FORBIDDEN.finditer(text.text):
        place, kind = text.place(match.start()), match.lastgroup or ""
        if (place.line, kind) not in seen:
            seen.add((place.line, kind))
            shown = quoted(match.group()[:20])
            message = f"{kind.replace('_', ' ')} ({shown}) werkt hier niet; schrijf het als gewone tekst"
            yield Problem(place, message, ID)


def _escaped(text: Text) -> Iterator[Problem]:
    if match := ESCAPED.search(text.text):
        yield Problem(text.place(match.start()), TEKEN_ERVOOR.format(quoted(text.text[match.end()])), ID, "let-op")


def _loose_stars(text: Text) -> Iterator[Problem]:
    """Yield one problem for the stars that make nothing bold."""
    if match := _LOOSE_BOLD.match(text.text):
        message = "«**» staat los en komt zo op de site; zet het voor en achter wat vet moet"
        yield Problem(text.place(match.end() - 2), message, ID)
        return
    contents = (token.content for token in inline_tokens(text.text) if token.type == "text")
    if match := next(filter(None, map(LOOSE.search, contents)), None):
        yield Problem(text.place(max(text.text.find(match[0]), 0)), STER, ID, "let-op")


def _broken_links(text: Text) -> Iterator[Problem]:
    """Yield a problem for what looks like a link and is none, such as one to a script."""
    for token in inline_tokens(text.text):
        if token.type == "link_open" and "title" in token.attrs:
            message = f"de uitleg {quoted(token.attrs['title'])} in een link komt niet op de site; haal die weg"
            yield Problem(text.place(max(text.text.find(str(token.attrs["href"])), 0)), message, ID)
        for match in _LINK.finditer(token.content) if token.type == "text" else ():
            message = f"deze link werkt niet ({quoted(match[0])}); schrijf [tekst](factor:kennis) of een https-adres"
            yield Problem(text.place(max(text.text.find(match[0]), 0)), message, ID)

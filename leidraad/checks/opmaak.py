"""Texts use only the markup that is shown."""

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
_BULLET, _POINT = re.compile(BULLET, re.MULTILINE), re.compile(POINT)
_LINK = re.compile(r"\]\([^)]*\)?")


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a problem at every text with markup that would show as loose characters."""
    for text in through(framework).texts:
        if _MAY_BE_FORBIDDEN.search(text.text):
            yield from _markup(text)
        if "](" in text.text:
            yield from _broken_links(text)
            if (empty := text.text.find("[](")) >= 0:
                yield Problem(text.place(empty), "deze link heeft geen tekst; zet tussen [ ] waar hij heen gaat", ID)
        if isinstance(text.path[-1], int):
            if match := _POINT.match(text.text):
                message = f"dit punt begint met {quoted(match[0].strip())}; dat zet de site er zelf voor: haal het weg"
                yield Problem(text.place(), message, ID, "let-op")
        elif match := _BULLET.search(text.text):
            message = (
                f"een regel begint met {quoted(match[0].strip())}; maak er een streepje van, dan wordt het een lijst"
            )
            yield Problem(text.place(match.start()), message, ID, "let-op")


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


def _broken_links(text: Text) -> Iterator[Problem]:
    """Yield a problem for what looks like a link and is none, such as one to a script."""
    for token in inline_tokens(text.text):
        if token.type == "link_open" and "title" in token.attrs:
            message = f"de uitleg {quoted(token.attrs['title'])} in een link komt niet op de site; haal haar weg"
            yield Problem(text.place(max(text.text.find(str(token.attrs["href"])), 0)), message, ID)
        for match in _LINK.finditer(token.content) if token.type == "text" else ():
            message = f"deze link werkt niet ({quoted(match[0])}); schrijf [tekst](factor:kennis) of een https-adres"
            yield Problem(text.place(max(text.text.find(match[0]), 0)), message, ID)

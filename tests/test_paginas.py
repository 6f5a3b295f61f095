"""What the search reads of HTML: as quick as it may be, and what the standard library reads."""

import random
from collections.abc import Callable

import pytest

from leidraad.outputs.zoek import paginas

_PARTS = (
    *("<p>", "</p>", "<P>", "</ p>", "</p >", "<p", "<", ">", "<>", "</>", "< p>", "<1>", "<!>", "<!-->", "<!--->"),
    *("<!-- x -->", "<!-- <h1> -->", "<!--", "-->", "<!doctype html>", "<?php ?>", "<![CDATA[x]]>", "&", "&amp;"),
    *("&lt", "&#60;", "&#x", " ", "\n", "\t", "een", "twee  drie", "é", '"', "'", "=", "/", "<br>", "<br/>", "<hr />"),
    *("<h1>", "</h1>", "<h2 id='a'>", '<h2 id="b">', "</h2>", "<nav>", "</nav>", "<svg>", '<use href="#x"/>', "</svg>"),
    *("<script>", "if (a < b) '</p>'", "</script>", "<style>", "</style>", "<script/>", "</SCRIPT>", "<textarea>"),
    *('<a href="a>b">', "<a href=a>", '<a href="x" checked>', "<a checked/>", '<i class="bronnr x">', "</i>", "</a>"),
    *('<li id="x&amp;y"', ' id="a" id="b">', "<x-y data-z>", '<div data-stencil="ff"></div>', '<p id="a"class="b">'),
)


def _as(read: Callable[[paginas._Article, str], object], html: str) -> paginas.Read:
    article = paginas._Article("data-stencil")
    read(article, html)
    return article.read


def test_quick_is_as_tolerant_reads() -> None:
    """Of three thousand heaps of tags, those that are read quickly are read as the standard library does."""
    made, quick = random.Random(19), 0  # noqa: S311  # the same ones each time
    for _ in range(3_000):
        html = "".join(made.choices(_PARTS, k=made.randint(1, 9)))
        try:
            found = _as(paginas._read_usual, html)
        except paginas._UnusualError:
            assert paginas.read_block(html, "data-stencil") == _as(paginas._Tolerant, html), html
            continue
        quick += 1
        assert found == _as(paginas._Tolerant, html), html
    assert quick > 300


def test_a_usual_page_is_read_quickly() -> None:
    """What pages are made of needs no tolerance."""
    html = (
        '<h1 id="a">Een <svg class="pictogram" width="24" aria-hidden="true"><use href="#p-x"/></svg>titel</h1>\n'
        '<p class="uit">Tekst &amp; uitleg<!-- niets --><br>meer</p>'
        '<script type="application/json">{"a": "<p>"}</script>'
        '<input type="checkbox" checked disabled><h2>Kop</h2><div data-stencil="ff"></div>'
    )
    read = _as(paginas._read_usual, html)
    assert [one for one in read.headings if isinstance(one, list)] == [["h1", "Een titel"], ["h2", "Kop"]]
    assert (frozenset(), "Tekst & uitleg") in read.texts


@pytest.mark.parametrize("html", ["<p", "a < b", "<a href=x>", "<!doctype html>", "<script>niet af"])
def test_what_is_unusual_is_left_to_tolerance(html: str) -> None:
    """Anything that we do not write ourselves is said to be so."""
    with pytest.raises(paginas._UnusualError):
        _as(paginas._read_usual, html)

"""What the search reads of HTML: as quick as it may be, and what the standard library reads."""

import random
from collections.abc import Callable, Iterable
from contextlib import suppress

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


def _whole(html: str) -> list[str]:
    return [html]


@pytest.mark.parametrize("taken", [_whole, paginas._lines])
def test_quick_is_as_tolerant_reads(taken: Callable[[str], Iterable[str]]) -> None:
    """Of three thousand heaps of tags, those that are read quickly are read as the standard library does."""
    made, quick = random.Random(19), 0  # noqa: S311  # the same ones each time
    for _ in range(3_000):
        html = "".join(made.choices(_PARTS, k=made.randint(1, 9)))
        tolerant = paginas._read_tolerant(html, "data-stencil")
        assert paginas.read_block(html, "data-stencil") == tolerant, html
        with suppress(paginas._UnusualError):
            assert paginas._read_usual(taken(html), "data-stencil") == tolerant, html
            quick += 1
    assert quick > 300


def test_lines_are_all_of_it() -> None:
    """HTML that is taken line by line loses nothing, and a piece begins where an element does."""
    html = "een\n<p>\n twee\n\n<b>drie</b>\n</p>\n"
    assert [*paginas._lines(html)] == ["een\n", "<p>\n twee\n\n", "<b>drie</b>\n", "</p>\n"]


@pytest.mark.parametrize("between", ["", "\n"])
def test_what_is_passed_over_counts_for_its_headings_alone(between: str) -> None:
    """In a form there is nothing to find, in whatever lines it is written; what comes after it is."""
    parts = ["<form>", '<p id="x">niet</p>', "<FORM>", "</form>", "<h2>leeg</h2>", "</form>", '<p id="y">wel</p>']
    read = paginas.read_block(between.join(parts))
    assert (read.texts, read.headings) == ([(frozenset({"y"}), "wel")], [["h2", ""]])


def test_a_usual_page_is_read_quickly() -> None:
    """What pages are made of needs no tolerance."""
    html = (
        '<h1 id="a">Een <svg class="pictogram" width="24" aria-hidden="true"><use href="#p-x"/></svg>titel</h1>\n'
        '<p class="uit">Tekst &amp; uitleg<!-- niets --><br>meer</p>'
        '<script type="application/json">{"a": "<p>"}</script>'
        '<input type="checkbox" checked disabled><h2>Kop</h2><div data-stencil="ff"></div>'
    )
    read = paginas._read_usual([html], "data-stencil")
    assert [one for one in read.headings if isinstance(one, list)] == [["h1", "Een titel"], ["h2", "Kop"]]
    assert (frozenset(), "Tekst & uitleg") in read.texts


@pytest.mark.parametrize("html", ["<p", "a < b", "<a href=x>", "<!doctype html>", "<script>niet af"])
def test_what_is_unusual_is_left_to_tolerance(html: str) -> None:
    """Anything that we do not write ourselves is said to be so."""
    with pytest.raises(paginas._UnusualError):
        paginas._read_usual([html], "data-stencil")

"""What stands between two signs of a page is filled in, or left out."""

from leidraad.render.block.between import filled, without


def test_a_place_is_filled_again_and_again() -> None:
    """What stood there is replaced, the signs stay, and a page without the place, or half of it, stays as it is."""
    page = filled("a<!--voet--><!--/voet-->b", "voet", "een")
    assert page == "a<!--voet-->een<!--/voet-->b"
    assert filled(page, "voet", "twee") == "a<!--voet-->twee<!--/voet-->b"
    assert [filled(text, "voet", "een") for text in ("b", "<!--voet-->b")] == ["b", "<!--voet-->b"]


def test_what_an_earlier_run_put_there_is_left_out() -> None:
    """From the one sign to the other; without both of them nothing is."""
    assert without('a<svg class="x">c</svg>b</svg>', "<svg", "</svg>") == "ab</svg>"
    assert [without(text, "<svg", "</svg>") for text in ("a</svg>", "a<svg>")] == ["a</svg>", "a<svg>"]

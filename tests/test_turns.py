"""What `make test` leaves to --alles: combinations, and never a value."""

from tests.turns import in_turn, mainly


def test_each_value_is_tried_and_every_combination_waits() -> None:
    """Of each axis; the rest is all that is left of the product."""
    for axes in (("abc", "12"), ("ab", "1234"), ("abc", "123"), ("a", "12"), ("ab", "12", "xyz")):
        every = in_turn(*axes)
        now = [one.values for one in every if not one.marks]
        assert [{*found} for found in zip(*now, strict=True)] == [{*axis} for axis in axes]
        assert len({one.values for one in every}) == len(every) > 1
        assert len(now) == max(map(len, axes))


def test_what_stands_for_others_is_tried() -> None:
    """The others are there under --alles."""
    every = mainly("abc", "b")
    assert [(*one.values, bool(one.marks)) for one in every] == [("a", True), ("b", False), ("c", True)]

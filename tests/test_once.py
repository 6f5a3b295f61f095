"""What is worked out once → for the object itself, and for as many of them as are kept."""

from leidraad.model.use.once import once


def test_it_is_worked_out_once_for_each_object() -> None:
    """An equal object is another one, and the oldest is let go."""
    asked: list[list[int]] = []

    @once(size=2)
    def total(numbers: list[int]) -> int:
        asked.append(numbers)
        return sum(numbers)

    first, same = [1, 2], [1, 2]
    assert [total(first), total(same), total(first), len(asked)] == [3, 3, 3, 2]
    assert [total([4]), total(first), len(asked)] == [4, 3, 4]

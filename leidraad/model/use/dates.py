"""Dates as they are written in a text."""

from typing import Any, NamedTuple

_MONTHS = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
]


class LaterDate(NamedTuple):
    """What stands in a text for a date that is filled in later."""

    dutch: str
    day_and_month: str
    year: str


def dutch_date(value: Any) -> str:
    """Return a date as «21 november 2026»."""
    return _later(value).dutch if hasattr(value, "later") else f"{day_and_month(value)} {value.year}"


def day_and_month(value: Any) -> str:
    """Return the day of a date as «21 november»."""
    return _later(value).day_and_month if hasattr(value, "later") else f"{value.day} {_MONTHS[value.month - 1]}"


def year(value: Any) -> str:
    """Return the year of a date."""
    return _later(value).year if hasattr(value, "later") else str(value.year)


def _later(value: Any) -> LaterDate:
    found: LaterDate = value.later()
    return found

"""A worksheet → what of it is a meeting with an agenda, and so has slides: the whole, or each of its meetings."""

from collections.abc import Iterator

from leidraad.model.types.instrumenten import Instrument, InstrumentDeel
from leidraad.model.use.framework import Framework

MINUTE = "Minuut"  # the first column of an agenda that tells from when until when


def by_minute(item: Instrument) -> list[InstrumentDeel]:
    """Return the parts of a worksheet that go minute by minute: the agenda first, then what is said when."""
    return [deel for deel in item.onderdelen if deel.tabel and deel.tabel.kolommen[0] == MINUTE]


def has_agenda(item: Instrument) -> bool:
    """Return whether a worksheet is itself a meeting: in rounds, or minute by minute."""
    return bool(by_minute(item)) or any(deel.rondes for deel in item.onderdelen)


def meetings_of(item: Instrument) -> list[InstrumentDeel]:
    """Return the meetings that a worksheet consists of."""
    return [deel for deel in item.onderdelen if deel.bijeenkomst]


def slides_of(item: Instrument) -> Iterator[tuple[str, str]]:
    """Yield (id, title) of every meeting of a worksheet that has slides."""
    if has_agenda(item):
        yield item.id, item.titel
    yield from ((deel.id, deel.titel) for deel in meetings_of(item))


def meetings(framework: Framework) -> Iterator[tuple[str, str]]:
    """Yield (id, title) of every meeting that has slides."""
    for item in framework.instrumenten.values():
        yield from slides_of(item)

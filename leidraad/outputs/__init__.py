"""Edition → files beside the pages: one module per kind, each a generator of (path, bytes) that writes nothing."""

from collections.abc import Iterator

from leidraad.model.framework import Edition
from leidraad.outputs import kaarten, stijl

_KINDS = (stijl, kaarten)


def outputs(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Yield (path within the edition, content) of every file beside the pages."""
    for kind in _KINDS:
        yield from kind.files(edition)

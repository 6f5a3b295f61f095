"""Edition and folder → which version is being written there, and the addresses that belong to it."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from leidraad.model.use.framework import Edition

NEWEST = "nieuwste"


@dataclass(frozen=True)
class Version:
    """One copy of an edition: fixed under its number, or the newest.

    `name` is its folder in a publication (2026.1 or nieuwste); `number` the edition's number, the same in both copies.
    `adres` is the public address of the publication without a closing slash, empty when it is not known: then there
    is no canonical address, and whatever needs one is left out. `placed` is False for a folder that an engine built
    on its own, outside a publication: there are no other versions to link to.
    """

    slug: str
    number: str
    name: str
    datum: datetime.date
    kern: str
    adres: str = ""
    placed: bool = True

    @property
    def fixed(self) -> bool:
        """True for the copy that never changes again."""
        return self.name != NEWEST

    def url(self, path: str = "") -> str:
        """Return the full address of a path in this copy, or nothing when the publication has no address."""
        return self._url(self.name, path) if self.adres else ""

    def newest_url(self, path: str = "") -> str:
        """Return the full address under nieuwste: the canonical one."""
        return self._url(NEWEST, path)

    def fixed_url(self, path: str = "") -> str:
        """Return the full address that never changes: for courses and for quoting."""
        return self._url(self.number, path)

    def of_newest_url(self, make: Callable[[str], str], path: str) -> str:
        """Return what is made of the full address under nieuwste."""
        return make(self.newest_url(path))

    def _url(self, name: str, path: str) -> str:
        return f"{self.adres}/{self.slug}/{name}/{path}" if self.adres else ""


def version_at(edition: Edition, folder: Path, adres: str | None = None) -> Version:
    """Return the version that a folder holds: <slug>/<number> is fixed, anything else the newest.

    `adres` takes the place of the one in gemeente.yaml when it is given and not empty.
    """
    gemeente = edition.gemeente
    known = folder.parent.name == gemeente.id and folder.name in (gemeente.editie, NEWEST)
    return Version(
        slug=gemeente.id,
        number=gemeente.editie,
        name=folder.name if known else NEWEST,
        datum=gemeente.datum,
        kern=edition.framework.kern.versie,
        adres=(adres or gemeente.adres or "").rstrip("/"),
        placed=known,
    )

"""The newest editions of a publication → /.well-known/security.txt (RFC 9116), for who finds a weakness."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlsplit

from leidraad.model.types.gemeente import speaks_itself

PATH = ".well-known/security.txt"
OURS = "# Gemaakt door de leidraad\n"
_VALID = timedelta(days=364)  # from the date of the newest edition: the RFC advises less than a year
_POLICY = "over/kwetsbaarheid-melden/"


def security_txt(newest: Mapping[str, Mapping[str, Any]]) -> str:
    """Return the text, or nothing where no municipality has a contact and an address at the root of a host.

    One of which only a publication is known is not asked: it runs nothing here.

    A host looks for it at its root alone: below a path it would not be found. It is dated by the newest edition and
    not by the clock, so the same editions give the same text.
    """
    hosts = {
        slug: urlsplit(held["adres"]["nieuwste"])
        for slug, held in newest.items()
        if held["gemeente"].get("contact")
        and speaks_itself(held["gemeente"]["soort"])
        and urlsplit(held["adres"]["nieuwste"] or "").path == f"/{slug}/nieuwste/"
    }
    if not hosts:
        return ""
    expires = max(date.fromisoformat(newest[slug]["datum"]) for slug in hosts) + _VALID
    contacts = dict.fromkeys(f"Contact: mailto:{newest[slug]['gemeente']['contact']}\n" for slug in hosts)
    canonical = dict.fromkeys(f"Canonical: {host.scheme}://{host.netloc}/{PATH}\n" for host in hosts.values())
    policies = [f"Policy: {newest[slug]['adres']['nieuwste']}{_POLICY}\n" for slug in hosts]
    until = f"Expires: {expires.isoformat()}T00:00:00Z\n"
    return "".join([OURS, *contacts, until, "Preferred-Languages: nl\n", *canonical, *policies])

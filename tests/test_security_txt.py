"""The newest editions → security.txt: who can be told of a weakness, and until when the text holds."""

from pathlib import Path
from typing import Any

from leidraad.editions.publication.listing import write_root
from leidraad.outputs.security_txt import OURS, PATH, security_txt


def held(
    slug: str, host: str, contact: str | None = "meld@fabeldam.example", day: str = "2026-11-21", soort: str = "eigen"
) -> dict[str, Any]:
    """Return what security.txt asks of a leidraad.json."""
    gemeente = {"contact": contact, "soort": soort}
    return {"gemeente": gemeente, "datum": day, "adres": {"nieuwste": host and f"{host}/{slug}/nieuwste/"}}


def test_it_says_whom_until_when_and_where() -> None:
    """Contact and Expires, as RFC 9116 wants; the day follows from the newest edition, not from the clock."""
    assert security_txt({"fabeldam": held("fabeldam", "https://leidraad.fabeldam.example")}) == (
        f"{OURS}Contact: mailto:meld@fabeldam.example\nExpires: 2027-11-20T00:00:00Z\nPreferred-Languages: nl\n"
        "Canonical: https://leidraad.fabeldam.example/.well-known/security.txt\n"
        "Policy: https://leidraad.fabeldam.example/fabeldam/nieuwste/over/kwetsbaarheid-melden/\n"
    )


def test_without_a_contact_or_a_host_of_its_own_there_is_none() -> None:
    """Below a path nobody looks for it, and without a contact it has nothing to say."""
    assert security_txt({"a": held("a", "https://org.example/pad"), "b": held("b", "https://b.example", None)}) == ""
    assert security_txt({"a": held("a", "")}) == ""


def test_a_municipality_that_did_not_publish_is_not_asked() -> None:
    """It is described, and runs nothing on the host; beside it another is asked as ever."""
    described = held("b", "https://org.example", "info@b.example", soort="uit-publicatie")
    assert security_txt({"b": described}) == ""
    both = security_txt({"a": held("a", "https://org.example"), "b": described})
    assert "meld@fabeldam.example" in both
    assert "b.example" not in both
    assert "/b/" not in both


def test_what_somebody_else_put_there_stays(tmp_path: Path) -> None:
    """A host that has its own security.txt keeps it; ours goes when there is nothing to say any more."""
    path = tmp_path / PATH
    path.parent.mkdir()
    path.write_text("Contact: mailto:iemand@anders.example\n", "utf-8")
    write_root(tmp_path)
    assert "anders" in path.read_text("utf-8")
    path.write_text(f"{OURS}Contact: mailto:oud@adres.example\n", "utf-8")
    write_root(tmp_path)
    assert not path.exists()

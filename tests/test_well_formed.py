"""Nothing leaves whose XML does not parse."""

from pathlib import Path

import pytest

from leidraad.editions.exchange import write_anew
from leidraad.outputs.well_formed import NotWellFormedError, well_formed
from leidraad.outputs.zips.zipped import zipped

WRONG = ("<a>\x0b</a>", "<a>&</a>", "<a>", "", "<a>\ud800</a>", "<a>\ufffe</a>")


@pytest.mark.parametrize("text", WRONG)
def test_what_does_not_parse_is_not_written(tmp_path: Path, text: str) -> None:
    """Not in a package, and not beside the pages; the message names the file."""
    with pytest.raises(NotWellFormedError, match=r"imsmanifest\.xml is geen goede XML"):
        zipped([("imsmanifest.xml", text)])
    with pytest.raises(NotWellFormedError):
        write_anew(tmp_path / "feed.xml", text.encode("utf-8", "surrogatepass"))
    assert not (tmp_path / "feed.xml").exists()


def test_what_parses_and_what_is_no_xml_is_written_as_it_is() -> None:
    """Bytes stay the same."""
    assert well_formed("x.svg", "<svg/>") == b"<svg/>"
    assert well_formed("x.html", "<p>") == b"<p>"

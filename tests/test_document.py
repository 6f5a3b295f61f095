"""Every document of its own begins with one and the same head."""

from tests.probe import ROOT

HEAD = "render/block/document.html"


def test_a_document_begins_in_one_place() -> None:
    """No other template writes what each of them says: letters, measure, title, look and icon."""
    folder = ROOT / "leidraad"
    texts = {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in folder.rglob("*.html")}
    assert [name for name, text in texts.items() if "<!doctype" in text.lower()] == [HEAD]
    assert [name for name, text in texts.items() if "<head>" in text] == [HEAD]

"""The README's picture shows today's site."""

from pathlib import Path

from tests.picture import DIGEST, PICTURE, digest_of


def test_the_picture_of_the_readme_shows_todays_site(site: Path) -> None:
    """The digest kept beside the picture is that of the built home page; `python -m tests.picture` renews both."""
    assert PICTURE.is_file()
    assert DIGEST.read_text("utf-8").strip() == digest_of(site / "voorbeeldstad" / "nieuwste")

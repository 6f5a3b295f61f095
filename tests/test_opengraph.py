"""What others show of a shared address: title, description, and a picture only where they can show it."""

import io
import json
import re
from dataclasses import replace
from pathlib import Path

from PIL import Image

from leidraad.editions.finish import finished
from leidraad.editions.publication import pictures
from leidraad.model.use.addresses import address, card
from leidraad.model.use.framework import Edition
from leidraad.model.use.version import version_at
from leidraad.outputs import oembed
from leidraad.outputs.beeld.platen import plates
from leidraad.render.page.opengraph import with_sharing
from tests.frameworks import REAL, SMALL

PAGE = (
    "<title>Vis - &amp; vlees - Leidraad Gewogen Maatwerk</title>"
    '<meta name="description" content="A &lt;b&gt;"><!--delen-->oud<!--/delen-->'
)


def _edition(logo: str | None) -> Edition:
    lokaal = REAL.gemeenten["voorbeeldstad"]
    stijl = lokaal.gemeente.stijl.model_copy(update={"logo": logo})
    return Edition(REAL, replace(lokaal, gemeente=lokaal.gemeente.model_copy(update={"stijl": stijl})))


def test_the_picture_is_that_of_the_item_else_the_logo_else_the_general_one() -> None:
    """With its whole address at the root of the publication, its size and its name; a drawing in .svg is no picture."""
    for logo, wanted in (
        ("draak.png", "https://leidraad.voorbeeldstad.example/voorbeeldstad/nieuwste/assets/logo.png"),
        ("draak.svg", "https://leidraad.voorbeeldstad.example/beeld/leidraad-"),
        (None, "https://leidraad.voorbeeldstad.example/beeld/leidraad-"),
    ):
        edition = _edition(logo)
        version = version_at(edition, Path("voorbeeldstad/nieuwste"))
        general = finished(edition, version, Path("bronnen/index.html"), PAGE)
        assert f'<meta property="og:image" content="{wanted}' in general
        for place in ("factoren/kennis/", "kaart/factor-kennis/"):
            page = finished(edition, version, Path(place) / "index.html", PAGE)
            assert (
                '<meta property="og:image" content="https://leidraad.voorbeeldstad.example/beeld/factor-kennis-' in page
            )
            assert '<meta property="og:image:width" content="1200">' in page
            assert '<meta property="og:image:alt" content="Kennis. Weet iemand hoe?">' in page


def test_every_picture_of_the_core_is_on_a_page() -> None:
    """A case has its own, on its card; principles share one, terms the general one."""
    edition = _edition(None)
    version = version_at(edition, Path("voorbeeldstad/nieuwste"))
    pages = [*oembed.embedded(edition), "begrippen/", address("kaart", "begrip-activiteit")]
    whole = [finished(edition, version, Path(place) / "index.html", PAGE) for place in pages]
    shown = {found[1] for page in whole if (found := re.search(r'og:image" content="[^"]*/(beeld/[^"]+)"', page))}
    assert shown == {plate.path for plate in plates(REAL).values()}
    assert any("/beeld/principe-" in page for page in whole)


def test_a_page_of_an_item_says_how_it_is_shown_elsewhere() -> None:
    """oEmbed: the page names a file by its whole address, and that holds the frame of the card and the picture."""
    edition = _edition(None)
    newest = "https://leidraad.voorbeeldstad.example/voorbeeldstad/nieuwste/"
    for name in ("nieuwste", "2026.1"):
        version = version_at(edition, Path("voorbeeldstad") / name)
        made = {one.path: one.make() for one in oembed.each(edition, version)}
        page = finished(edition, version, Path("factoren/kennis/index.html"), PAGE)
        base = f"https://leidraad.voorbeeldstad.example/voorbeeldstad/{name}/"
        (href,) = re.findall(r'<link rel="alternate" type="application/json\+oembed" href="([^"]+)">', page)
        assert href.startswith(newest)
        answer = json.loads(made[href.removeprefix(newest)])
        assert (answer["version"], answer["type"], answer["title"]) == ("1.0", "rich", "Kennis")
        assert f'src="{base}kaart/factor-kennis/"' in answer["html"]
        assert f'<meta property="og:image" content="{answer["thumbnail_url"]}">' in page
        assert "oembed" not in finished(edition, version, Path("begrippen/index.html"), PAGE)
        assert "oembed" not in finished(edition, version, Path("casussen/index.html"), PAGE)
    assert set(made) == {address("oembed", card(item.soort, item.id)) for item in oembed.embedded(edition).values()}


def test_without_an_address_there_is_no_picture_and_no_embedding() -> None:
    """Both need the whole address of the publication."""
    lokaal = REAL.gemeenten["voorbeeldstad"]
    edition = Edition(REAL, replace(lokaal, gemeente=lokaal.gemeente.model_copy(update={"adres": None})))
    version = version_at(edition, Path("voorbeeldstad/nieuwste"))
    page = finished(edition, version, Path("factoren/kennis/index.html"), PAGE)
    assert "og:image" not in page
    assert "oembed" not in page
    assert [*oembed.each(edition, version)] == []


def test_a_picture_is_drawn_once_and_stays(tmp_path: Path) -> None:
    """A PNG of 1200 by 630 of a few kilobytes, shared by all editions; what stands there is never written again."""
    for tree in ("een", "twee"):
        (tmp_path / tree).mkdir()
        pictures.write(tmp_path / tree, SMALL, tmp_path / "plank")
    (tmp_path / "een" / "beeld" / "oud.png").write_bytes(b"van een eerdere versie")
    pictures.add(tmp_path / "een", tmp_path / "twee")
    names = {plate.name for plate in plates(SMALL).values()}
    assert {path.name for path in (tmp_path / "twee" / "beeld").iterdir()} == {*names, "oud.png"}
    for name in names:
        drawn = (tmp_path / "twee" / "beeld" / name).read_bytes()
        with Image.open(io.BytesIO(drawn)) as image:
            assert (image.format, image.size) == ("PNG", (1200, 630))
        assert len(drawn) < 25_000
        assert (tmp_path / "twee" / "beeld" / name).samefile(tmp_path / "plank" / "beeld" / name)


def test_another_text_is_another_picture() -> None:
    """A fixed version keeps the one that it names."""
    old, factor = plates(REAL), REAL.factoren["kennis"]
    new = plates(REAL.having("factor", {**REAL.factoren, "kennis": factor.model_copy(update={"titel": "Weten"})}))
    assert {ref for ref in old if old[ref].name != new[ref].name} == {"factor:kennis"}


def test_a_shared_picture_holds_no_word_of_a_municipality() -> None:
    """It is the same for all of them."""
    assert not [plate for plate in plates(REAL).values() if "((" in plate.titel + plate.zin]


def test_title_and_description_are_those_of_the_page() -> None:
    """The name of the site goes, a dash in the title stays, nothing is escaped twice, and a second run is the same."""
    edition = _edition(None)
    version = version_at(edition, Path("voorbeeldstad/nieuwste"))
    page = with_sharing(edition, version, "bronnen/", None, PAGE)
    assert '<meta property="og:title" content="Vis - &amp; vlees">' in page
    assert '<meta property="og:description" content="A &lt;b&gt;">' in page
    assert "oud" not in page
    assert with_sharing(edition, version, "bronnen/", None, page) == page

"""An edition with words of its own → nothing that a reader sees says the usual word, but where a reason is given."""

import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from typing import Literal
from zipfile import ZipFile

import pytest

from leidraad.editions.engine.stencil import stencil
from leidraad.editions.leaves import leaves
from leidraad.model.types.gemeente import Principewoord, Woord, Woorden
from leidraad.model.use.framework import Edition
from leidraad.model.use.markup import PLACEHOLDERS, WITH_DE
from leidraad.model.use.own_words import own_word
from tests.frameworks import REAL
from tests.probe import ROOT, lokaal_with_texts

OWN = {"inwoner": ("zwaluw", "zwaluwen"), "professional": ("loods", "loodsen"), "principe": ("boei", "boeien")}
USUAL = re.compile(r"\b\w*(?:principe|inwoner|professional)s?\b", re.IGNORECASE)
URL = re.compile(r"https?://\S+")
LEFT = re.compile(r"\(\([A-Za-z ]+\)\)")
_OF_A_SOURCE = (
    "bronnen gebruiken het woord principe|themagroep over principes"
    "|^Principes worden zichtbaar|maakten principes zichtbaar"
    "|[Pp]rofessionals (?:werkten|herkenden|vroegen|met andere doelgroepen)"
    "|Taal van professionals in één gemeente|(?:bij|ging over) professionals\\b"
    "|bij dezelfde professionals|werkten professionals|factsheet[: ]"
)
_A_SOURCE = r"\(gelezen: |[Oo]nze lezing van|[Bb]ron: |^(?:A&O fonds|M\. Senten|L\. Hollmann|Senten, ZonMw|ZINZIZ)"
# Where the usual word stays: (in which files, in which text, why).
REASONS = (
    (r"^eigen-leidraad/", "", "zo heten de map, de velden en de meldingen van wie een editie maakt"),
    (r"^over/gegevens/", r"inwoner", "een invulwoord, zoals het in de gegevens staat"),
    (r"^over/privacy/|^voor-de-fg/", r"^leidraad\.principe-maker$", "de naam waaronder een browser iets bewaart"),
    (r"", r"[Ll]eidende? (?:gedrags)?principes?", "de naam die de methode eraan geeft"),
    (r"", r"\bIPS\b|\b(?:acht|vier) principes\b", "de principes van IPS, een andere aanpak"),
    (r"^(?:herkomst|verder-lezen|invoering|onderzoek|onderzoeken)/", "", "vertelt wat bronnen zeggen, in hun woorden"),
    (r"^bronnen/", "", "titels van bronnen"),
    (r"", r"\(\d+\); onderzocht", "bij wie een onderzoek was, in de woorden daarvan"),
    (r"^cursus/principe-", r"^0; url=", "een adres"),
    (r"^begrippen/|begrip-|begrippen[-.]", "", "de begrippenlijst verklaart het woord zelf"),
    (
        r"^alles/|^voor-elearningmakers/|imsmanifest\.xml$",
        r"^(?:[Ii]nwoner|[Pp]rofessional)(?: begrip)?$",
        "een woord uit de begrippenlijst",
    ),
    (r"", _OF_A_SOURCE, "een zin van een bron, in haar woorden"),
    (r"", _A_SOURCE, "een bron, of wat die zegt"),
)
BLOCKS = {"p", "li", "dt", "dd", "td", "th", "h1", "h2", "h3", "h4", "summary", "legend", "label", "title", "a:p"}
SAID = ("title", "aria-label", "alt", "content", "placeholder", "data-open")


class Blocks(HTMLParser):
    """The texts of a page by the block that they stand in, and whether a source is named in it."""

    def __init__(self, page: str) -> None:
        """Read a page."""
        super().__init__()
        self.texts: list[str] = []
        self._now, self._has_source, self._is_code = "", False, False
        self.feed(page)
        self._end()

    def _end(self) -> None:
        if not self._has_source:
            self.texts.append(" ".join(self._now.split()))
        self._now, self._has_source = "", False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a block, and read what an attribute says."""
        given = {key: value or "" for key, value in attrs}
        if tag in BLOCKS:
            self._end()
        self._has_source |= bool({"bronnr", "bron"} & set(given.get("class", "").split()))
        self._is_code = tag in ("script", "style")
        self.texts += [given[key] for key in SAID if key in given and "://" not in given[key]]
        self.texts += [value for key, value in given.items() if key.startswith("data-woord")]

    def handle_endtag(self, tag: str) -> None:
        """End a block."""
        self._is_code = False
        if tag in BLOCKS:
            self._end()

    def handle_data(self, data: str) -> None:
        """Keep a text."""
        self._now += "" if self._is_code else data


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An edition with words that nobody uses, in which the municipality's own texts say nothing."""
    shelf = ROOT / ".cache" / "bouw"
    shelf.mkdir(parents=True, exist_ok=True)
    lokaal = lokaal_with_texts(REAL.gemeenten["voorbeeldstad"], lambda _: "Een regel.")
    gemeente = lokaal.gemeente.model_copy(update={"woorden": woorden("de")})
    folder = tmp_path_factory.mktemp("woorden") / "voorbeeldstad"
    leaves(stencil(ROOT, "mkdocs", shelf, lambda _: None)).write(
        Edition(REAL, replace(lokaal, gemeente=gemeente)), folder
    )
    return folder / "nieuwste"


def woorden(lidwoord: Literal["de", "het"]) -> Woorden:
    """Return words that nobody uses."""
    inwoner, professional, (one, more) = OWN.values()
    return Woorden.model_construct(
        inwoner=Woord.model_construct(enkelvoud=inwoner[0], meervoud=inwoner[1]),
        professional=Woord.model_construct(enkelvoud=professional[0], meervoud=professional[1]),
        principe=Principewoord.model_construct(enkelvoud=one, meervoud=more, lidwoord=lidwoord),
    )


def test_the_article_follows_the_word() -> None:
    """What stands before the word is as Dutch has it for a de-word and for a het-word; a capital stays one."""
    assert [own_word(woorden("het"), f"{word} principe") for word in WITH_DE] == [f"{word} boei" for word in WITH_DE]
    assert [own_word(woorden("de"), f"{word} principe") for word in WITH_DE] == [f"{w} boei" for w in WITH_DE.values()]
    assert own_word(woorden("de"), "Welk ander principe") == "Welke andere boei"
    assert all(own_word(woorden("de"), word) for word in PLACEHOLDERS)
    assert own_word(woorden("de"), "gedrag") is None


@pytest.mark.parametrize(
    ("word", "has_het"), [("uitgangspunt", True), ("gedragsprincipe", True), ("vuistregel", False)]
)
def test_without_an_article_the_end_tells(word: str, has_het: bool) -> None:
    """Who says no article gets the one that most words of that end have."""
    assert Principewoord.model_construct(enkelvoud=word, meervoud="x").has_het is has_het


def test_no_reader_meets_the_usual_word(built: Path) -> None:
    """In pages, cards, lessons, slides and packages the own word stands, but where the list gives a reason."""
    found = [
        f"{name}: {text[:160]}"
        for name, text in texts_of(built)
        if (LEFT.search(text) or USUAL.search(URL.sub("", text))) and not _has_reason(name, text)
    ]
    assert found == [], "\n".join(found)


def test_the_own_words_stand_in_menu_title_route_and_slide(built: Path) -> None:
    """The menu, a title, a route, a card, the search and the slides say it."""
    assert "Alle boeien" in (built / "index.html").read_text("utf-8")
    assert "<h1>Boeien</h1>" in re.sub(r"<h1[^>]*>", "<h1>", (built / "principes/index.html").read_text("utf-8"))
    assert "Welke boei leg je ernaast?" in (built / "afwegen/eerste-gesprek/index.html").read_text("utf-8")
    assert "boei" in (built / "zoekindex.json").read_text("utf-8")
    assert "Voor zwaluwen" in (built / "index.html").read_text("utf-8")
    assert any("boei" in text for name, text in texts_of(built) if ".pptx" in name)


def texts_of(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield (file, text) of every block that a reader sees, in packages too."""
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        yield from _texts_in(path.relative_to(folder).as_posix(), path.read_bytes())


def _texts_in(name: str, content: bytes) -> Iterator[tuple[str, str]]:
    if name.endswith((".zip", ".imscc", ".h5p", ".pptx")):
        with ZipFile(BytesIO(content)) as packed:
            for member in packed.namelist():
                yield from _texts_in(f"{name}!{member}", packed.read(member))
    elif name.endswith((".html", ".xml")) and not name.startswith("sitemap"):
        for text in Blocks(content.decode()).texts:
            yield name, text
    elif name.endswith(".txt"):
        for line in content.decode().splitlines():
            yield name, line


def _has_reason(name: str, text: str) -> bool:
    return any(re.search(where, name) and re.search(what, text) for where, what, _ in REASONS)

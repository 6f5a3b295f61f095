"""Text from a municipality or from the core shows as text, in every page and output, and never acts."""

import html
import re
from itertools import cycle
from pathlib import Path
from urllib.parse import unquote

import pytest

from leidraad.checks import check_framework
from leidraad.editions.engine.stencil import stencil
from leidraad.editions.leaves import Leaves, leaves
from leidraad.model.types.base import walk
from leidraad.model.types.gemeente import Koppen
from leidraad.model.types.zoekvragen import Zoekvraag
from leidraad.model.use.addresses import address, card
from leidraad.model.use.framework import Edition
from leidraad.render.block.items import items
from leidraad.render.registry import FRAGMENTS
from tests.editions.tiny import content
from tests.frameworks import REAL, REAL_PROBLEMS
from tests.probe import ROOT, Seen, build_edition, framework_with_texts, lokaal_with_texts, numbered
from tests.read_keys import Keys, all_keys, reading
from tests.sources import SHELF
from tests.verwachting import SLUG, ready

PROBE = "§a&b\"c'd<e>f é*g_h`i|j[k]l#m n"
HOSTILE = (
    "<script>window.kwaad=1</script>",
    '<img src="x" onerror="window.kwaad=1">',
    "[klik](javascript:window.kwaad=1)",
    "[klik](data:text/html,<script>window.kwaad=1</script>)",
    "{{ 7*7 }}{% for x in [1] %}{{ x }}{% endfor %}",
    '--8<-- "mkdocs.yml"',
    "| a | b |",
    "tekst {: onclick=window.kwaad=1 .kwaad }",
    "</div></article><div onclick='window.kwaad=1'",
    "<!-- open",
    "<svg onload=window.kwaad=1>",
    "![](https://elders.example/pixel.png)",
    "&lt;script&gt;window.kwaad=1&lt;/script&gt;",
)


UNREAD = (  # a type and its key
    "Deze sleutels leest geen pagina, kaart of pakket, dus geen lezer ziet ze: {}.\n"
    "Zet ze in het sjabloon van de pagina en van de kaart (leidraad/render/), en vul ze in in "
    "tests/miniatuur/framework/.\nHoort geen lezer ze te zien? Noem ze met de reden in NOT_SHOWN, hier in {file}."
).replace("{file}", Path(__file__).name)
# What no page, card or package reads, and why that is right; whatever else nobody reads, nobody sees.
NOT_SHOWN = {
    "Aanvulling.id": "it names the file; an addition stands within another item and has no address",
    "Aanvulling.kern_versie": "the report on a new core says it, and a check holds it against the core",
    "EigenBestand.uitleg": "for who writes the file",
    "Bespreekpunt.niet_samen_met": "a check holds the paths of a route to it",
    "Vraag.vraagt_naar": "a check holds the paths of a route to it",
    "Gemeente.andere_namen": "the front page of a publication finds it in leidraad.json",
    "Gemeente.deelt_principes": "the page for learning from each other finds it in leidraad.json",
    "Onderzoek.beoordeeld_op": "for who keeps the evidence; a check says when it is old",
    "Onderzoek.herzien_voor": "for who keeps the evidence; a check says when it is old",
    "Vervallen.nieuw": "old links are followed to it (model/use/retired.py)",
    "Voorbeeldloop.gestelde_vragen": "a check walks it",
    "Voorbeeldloop.met": "a check walks it",
    **dict.fromkeys((f"Zoekvraag.{key}" for key in Zoekvraag.model_fields), "a check asks it of the search"),
    **dict.fromkeys((f"Koppen.{key}" for key in Koppen.model_fields), "a sheet takes all of them at once"),
}
OWN_WORDS = set[str]()  # of the probe edition: they stand in titles and in the menu too


def _edition() -> Edition:
    assert [problem for problem in REAL_PROBLEMS if problem.level == "fout"] == []
    return Edition(REAL, REAL.gemeenten["voorbeeldstad"])


@pytest.fixture(scope="module")
def probed() -> tuple[list[str], Edition]:
    """The probe edition, and its values."""
    given: list[str] = []
    edition = _edition()
    lokaal = lokaal_with_texts(edition.lokaal, numbered(PROBE, given))
    OWN_WORDS.update(value for _, _, _, value in walk(lokaal.gemeente.woorden) if isinstance(value, str))
    return given, Edition(edition.framework, lokaal)


@pytest.fixture(scope="module")
def read() -> Keys:
    """The keys that were read while the probe edition was built."""
    return set()


@pytest.fixture(scope="module")
def built(probed: tuple[list[str], Edition], read: Keys, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the real engine made of the probe edition."""
    with reading(read):
        return build_edition(probed[1], tmp_path_factory.mktemp("probe") / "voorbeeldstad" / "nieuwste")


@pytest.fixture(scope="module")
def probe(probed: tuple[list[str], Edition], built: Path) -> tuple[list[str], dict[str, Seen]]:
    """The probe edition's values, and the pages that the real engine made of them."""
    return probed[0], {path.as_posix(): Seen(path.read_text("utf-8")) for path in built.rglob("*.html")}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Seen]:
    """The pages of an edition in which every text, of the core too, tries to act."""
    edition = _edition()
    attacks = cycle(HOSTILE)
    framework = framework_with_texts(edition.framework, lambda _: next(attacks))
    lokaal = lokaal_with_texts(edition.lokaal, lambda _: next(attacks))
    site = build_edition(Edition(framework, lokaal), tmp_path_factory.mktemp("hostile"))
    return {path.relative_to(site).as_posix(): Seen(path.read_text("utf-8")) for path in site.rglob("*.html")}


def test_no_brace_of_a_text_reaches_the_engine() -> None:
    """What a text holds between braces is for no engine: a fragment has none, and shows them all the same."""
    framework = framework_with_texts(REAL, lambda _: "{{ 7*7 }} {: #elders }")
    made = FRAGMENTS["begrippen"](Edition(framework, REAL.gemeenten["voorbeeldstad"]))
    assert not {"{", "}"} & set(made)
    assert "{{ 7*7 }} {: #elders }" in html.unescape(made)


def test_every_value_of_the_probe_edition_is_shown(probe: tuple[list[str], dict[str, Seen]]) -> None:
    """Each name, word, principle, addition and own text comes out to the letter somewhere."""
    given, pages = probe
    shown = "\n".join(page.all_text for page in pages.values())
    assert len(given) > 100
    assert [value for value in given if value not in shown] == []


def test_every_key_is_read_for_a_reader(
    built: Path, read: Keys, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By a page, a card or a package of the real edition or of the miniature; else an author fills it in for nobody."""
    monkeypatch.chdir(ready(tmp_path))
    small = check_framework(tmp_path / "framework")[0]  # not the one of other tests, of which much is remembered
    pages = Leaves(stencil(tmp_path, "mkdocs", tmp_path / SHELF, lambda _: None))
    keys = read.copy()
    with reading(keys):
        pages.write(Edition(small, small.gemeenten[SLUG]), tmp_path / "uit")
    unread = {f"{model.__name__}.{key}" for model, key in all_keys() - keys}
    if told := sorted(unread - NOT_SHOWN.keys()):
        pytest.fail(UNREAD.format(", ".join(told)), pytrace=False)
    if left := sorted(NOT_SHOWN.keys() - unread):
        pytest.fail(f"Haal uit NOT_SHOWN wat er niet meer bij hoort: {', '.join(left)}.", pytrace=False)


def test_the_stencil_gives_the_same_bytes(probed: tuple[list[str], Edition], built: Path, tmp_path: Path) -> None:
    """What is remembered of other editions changes no byte, whatever signs the texts hold; nor does what it made."""
    shelf = ROOT / ".cache" / "bouw"
    shelf.mkdir(parents=True, exist_ok=True)
    made = leaves(stencil(ROOT, "mkdocs", shelf, lambda _: None))
    other = Edition(REAL, REAL.gemeenten["den-haag"])
    for place, edition in (("eerst", other), ("proef", probed[1]), ("daarna", other)):
        made.write(edition, tmp_path / place / edition.gemeente.id)
    found, direct = content(tmp_path / "proef" / "voorbeeldstad" / "nieuwste"), content(built)
    direct.pop("404.html")
    assert found.keys() == direct.keys()
    assert [path for path in found if found[path] != direct[path]] == []
    assert content(tmp_path / "eerst") == content(tmp_path / "daarna")


def test_no_value_of_the_probe_edition_is_cut_or_changed(probe: tuple[list[str], dict[str, Seen]]) -> None:
    """Wherever a value begins, all of it follows; in a mail link it is percent-encoded."""
    _, pages = probe
    for name, page in pages.items():
        # in the code of a frame, which is shown as text, a title is escaped once more
        text = re.sub(r'title="[^"]*"', lambda code: html.unescape(code[0]), unquote(page.all_text))
        broken = [
            text[i.start() : i.start() + 60] for i in re.finditer("§a", text) if not text[i.start() :].startswith(PROBE)
        ]
        assert broken == [], name


def test_no_title_or_navigation_holds_text_of_the_edition(probe: tuple[list[str], dict[str, Seen]]) -> None:
    """H1, title and menu are the same in every edition but for its own words; what is not made by the engine may."""
    given, pages = probe
    for name, page in pages.items():
        if re.search(r"/(kaart|cursus|activiteiten|principes)/[^/]+/index.html$", name):
            continue
        parts = re.findall(r"<title>.*?</title>|<h1.*?</h1>|<nav.*?</nav>", page.html, re.S)
        held = [html.unescape(part) for part in parts if 'aria-label="Letters"' not in part]
        assert not [value for value in given if value not in OWN_WORDS and any(value in part for part in held)], name


def test_hostile_text_adds_no_element_that_acts(hostile: dict[str, Seen]) -> None:
    """No script but our own files and data, no handler, no javascript: or data: link, no image from elsewhere."""
    for name, page in hostile.items():
        for tag, attributes in page.elements:
            assert not any(key.startswith("on") for key in attributes), (name, tag, attributes)
            ours = re.fullmatch(r"[./]*assets/[\w/-]+\.js", attributes.get("src") or "")
            assert tag != "script" or ours or attributes.get("type") == "application/json", (name, tag)
            acts = re.match(r"\s*(javascript|data|vbscript):", attributes.get("href") or "")
            assert tag == "link" or not acts, (name, attributes)
            code = re.fullmatch(r"data:image/png;base64,[A-Za-z0-9+/=]+", attributes.get("src") or "")
            assert tag != "img" or (code and attributes["class"] == "qr"), (name, attributes)


def test_hostile_text_shows_as_text(hostile: dict[str, Seen]) -> None:
    """What was typed is what is read: no template is evaluated, nothing is included, no tag is swallowed."""
    read = hostile["principes/index.html"].all_text + hostile["factoren/kennis/index.html"].all_text
    missing = [attack for attack in HOSTILE if attack not in read and not attack.startswith(("[klik]", "&lt;"))]
    assert missing == []
    assert "49" not in re.sub(r"\d{3,}", "", read)
    assert "site_name:" not in read


def test_hostile_text_does_not_break_out_of_its_page(hostile: dict[str, Seen]) -> None:
    """Every page still has one article, one footer and no comment left open; what leads on, one sentence instead.

    That leads to the panel of its item, whatever the item is called, and nothing else leads anywhere by itself.
    """
    leads = {f"{address('cursus', card(item.soort, item.id))}index.html" for item in items(_edition())}
    assert leads < hostile.keys()
    for name, page in hostile.items():
        tags = [tag for tag, _ in page.elements]
        whole = [tags.count(tag) for tag in ("article", "footer", "main", "h1")]
        led = [(one["content"] or "") for _, one in page.elements if one.get("http-equiv") == "refresh"]
        if name in leads:
            assert [*whole, tags.count("p"), tags.count("a"), len(led)] == [0, 0, 1, 1, 1, 1, 1], name
            place, _, anchor = led[0].removeprefix("0; url=../../").partition("#")
            assert anchor in [one.get("id") for _, one in hostile[f"{place}index.html"].elements], name
        else:
            assert [*whole, len(led)] == [1, 1, 1, 1, 0], name

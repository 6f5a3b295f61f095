"""The principe-maker: the same rules as the command, files that read back to the letter, and nothing that leaves."""

import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import expect

from leidraad.checks import check_framework
from leidraad.checks.kleurcontrast import DARK
from leidraad.model.reading.loader import load
from leidraad.model.types.base import every_key
from leidraad.model.use.framework import Edition
from leidraad.model.use.kleur import contrast, mixed
from leidraad.model.writing.new_folder import new_folder
from leidraad.model.yaml.reader import Mapping, Reader, Sequence
from leidraad.model.yaml.signs import unseen
from leidraad.render.principe_maker.principe_maker import FILES, FORM_FILE, form_data, principe_maker
from tests.fouten import CASES, copy_with
from tests.frameworks import SMALL
from tests.site.axe import Violations
from tests.site.browser import OpenPage, View
from tests.site.maker import (
    EDITION,
    MAKER,
    assert_alike,
    begin,
    begin_with_own,
    download,
    errors,
    fill_in,
    hold,
    judged,
    known,
    make,
    open_all,
    press,
    state_of,
    unpacked,
)
from tests.site.pages import EDITIONS, ROOT
from tests.site.server import Server
from tests.site.storage import MARK, kept, wipe

FABELDAM = "framework/gemeenten/fabeldam/"
FOLDERS = {kind.where.rstrip("/"): name for name, kind in FILES.items() if kind.is_folder}
WHOLE = {kind.where: name for name, kind in FILES.items() if not kind.is_folder}
KEPT = {("sessionStorage", "leidraad.principe-maker"), *MARK}
# What a text may be, and YAML could take for something else.
HOSTILE = (
    "Let op: dit is één zin: met twee dubbele punten",
    "#geen opmerking",
    "wel tekst # en geen opmerking",
    "- geen lijst",
    "2026.1",
    "2026-11-25",
    "nee",
    "null",
    "{ geen: blok, } [geen, lijst]",
    "\"dubbel\" en 'enkel' en \\ schuin",
    ">geen vouw | geen blok",
    "& anker * verwijzing ! type % procent @ apen",
    "emoji 👩🏽\u200d🌾 en é ñ ß 中",
    "harde\u00a0spatie\u00a0en\ttab",
    "\u00a0begint met een harde spatie",
    "een heel lange regel " + "met woorden " * 60 + "tot het eind",
    "eenwoordzonderspatie" * 30,
    "dubbele  spaties  in een lange zin " * 5 + "eind",
    "((inwoner)) en ((Professionals))",
    "=gelijk ? vraag ~ tilde",
    "12:30",
    "0x1F",
)
PARAGRAPHS = (
    "Eerste regel.\nTweede regel: met dubbele punt.",
    "Een alinea.\n\nNog een alinea.\n\n- een punt\n- nog een punt\n  dat inspringt",
    "spatie aan het eind \nen verder",
    "  begint met spaties\nen verder",
)


# ---- what it makes ----


def test_what_it_makes_passes_the_check(open_page: OpenPage, tmp_path: Path) -> None:
    """The least that is filled in gives a whole folder without a mistake; the same again gives the same bytes."""
    page = open_page(MAKER)
    fill_in(page)
    assert page.input_value("[data-rijen=gemeente] [data-veld=id]") == "nieuw-exloo"
    press(page, "nog-een", "aanvulling")
    page.fill("[data-rijen=aanvulling] [data-veld=titel]", "Inloop op woensdag")
    page.select_option("[data-rijen=aanvulling] [data-veld=bij]", "factor:kennis")
    press(page, "maak")
    expect(page.locator(".bestanden h3")).to_be_focused()
    _, problems = check_framework(unpacked(page, tmp_path))
    assert [problem for problem in problems if problem.level == "fout"] == []
    made = tmp_path / "framework/gemeenten/nieuw-exloo"
    names = {path.relative_to(made).as_posix() for path in made.rglob("*.*")}
    assert names == {
        *(
            name
            for name, _ in new_folder("x", "X", EDITIONS[EDITION].datum)
            if not name.startswith(("gedragsp", "teksten"))
        ),
        "gedragsprincipes/wij-vragen-eerst-wat-wilt-u.yaml",
        "aanvullingen/inloop-op-woensdag.yaml",
    }
    assert download(page, "zip", "map") == download(page, "zip", "map")


@pytest.mark.parametrize("edition", EDITIONS)
def test_an_editions_own_files_come_out_as_they_went_in(open_page: OpenPage, tmp_path: Path, edition: str) -> None:
    """Begun with what is there, and taken along unchanged, every file reads as the same objects."""
    page = open_page(MAKER.replace(EDITION, edition))
    begin_with_own(page)
    make(page)
    expect(page.locator(".bestanden h3")).to_be_focused()
    slug = EDITIONS[edition].id
    again = load(unpacked(page, tmp_path, ""))[0].gemeenten[slug]
    before = load(ROOT / "framework")[0].gemeenten[slug]
    assert again.gemeente.model_dump() == before.gemeente.model_dump()
    assert again.keuze.model_dump() == before.keuze.model_dump()
    for kind in ("principe", "activiteit", "aanvulling", "zoekvraag"):
        assert _dumped(again.of(kind)) == _dumped(before.of(kind))
    texts = [{slot: own.text.strip() for slot, own in lokaal.teksten.items()} for lokaal in (again, before)]
    assert texts[0] == texts[1]


def _dumped(items: Any) -> dict[str, Any]:
    """Return items as data; what is chosen with boxes has no order."""
    boxes = ("raakt_factoren", "voor_factoren", "stappen")
    held = {id_: item.model_dump() for id_, item in items.items()}
    return {id_: {**item, **{key: {*item.get(key, ())} for key in boxes}} for id_, item in held.items()}


def test_hostile_text_reads_back_to_the_letter_and_shows_as_text(open_page: OpenPage, tmp_path: Path) -> None:
    """Colons, signs, quotes, emoji and line ends come through YAML as they were typed, in each kind of field.

    A tab, which nobody tells from a space, becomes one.
    """
    page = open_page(MAKER)
    state = state_of(page)
    state["gemeente"][0] |= {"naam": "Proef", "id": "proef"}
    blank = state["gedragsprincipe"][0]
    state["gedragsprincipe"] = [
        {**blank, "id": f"p{number}", "titel": text[:200], "kern": text, "betekent_wel": [text.strip()], "waarom": more}
        for number, text in enumerate(HOSTILE)
        for more in (PARAGRAPHS[number % len(PARAGRAPHS)],)
    ]
    hold(page, state)
    make(page)
    expect(page.locator(".bestanden h3")).to_be_focused()
    framework, problems = load(unpacked(page, tmp_path))
    assert problems == []
    principes = framework.gemeenten["proef"].gedragsprincipes
    for number, text in enumerate(HOSTILE):
        held, text = principes[f"p{number}"], text.replace("\t", " ")
        assert held.titel == text[:200].strip()
        assert (held.kern, held.betekent_wel) == (text, (text.strip(),))
        assert held.waarom == PARAGRAPHS[number % len(PARAGRAPHS)]


def test_a_sign_that_nobody_sees_is_neither_kept_nor_written(open_page: OpenPage) -> None:
    """Typed or pasted it is taken away, and the form says so; from an opened file it does not come in."""
    page = open_page(MAKER)
    fill_in(page)
    page.fill("[data-rijen=gedragsprincipe] [data-veld=titel]", "Wij\u200b vra\u00adgen\u000b\u202e\ufffd eerst")
    expect(page.locator(".melding")).to_contain_text("weggehaald")
    assert page.input_value("[data-rijen=gedragsprincipe] [data-veld=titel]") == "Wij vragen eerst"
    state = state_of(page)
    assert state["gedragsprincipe"][0]["titel"] == "Wij vragen eerst"
    state["gedragsprincipe"][0] |= {"kern": "ke\u200brn", "betekent_wel": ["be\u0007llen"]}
    hold(page, state)
    make(page)
    written = page.locator(".bestanden pre").all_text_contents()
    assert "kern: kern\n" in written[1]
    assert "- bellen\n" in written[1]
    assert [*unseen("".join(written))] == []


def test_a_factor_that_is_gone_is_named_and_kept(open_page: OpenPage, tmp_path: Path) -> None:
    """An opened file with a factor that no longer exists: said on opening, ticked still, refused until it is not."""
    page = open_page(MAKER)
    fill_in(page)
    file = json.loads(download(page, "bewaar"))
    file["inhoud"]["gedragsprincipe"][0] |= {"raakt_factoren": ["kennis", "moed"], "oude_sleutel": "tekst"}
    path = tmp_path / "maker.json"
    path.write_text(json.dumps(file), "utf-8")
    page.set_input_files("#principe-maker-bestand", path)
    expect(page.locator(".melding")).to_contain_text("Niet herkend: oude_sleutel, moed")
    assert state_of(page)["gedragsprincipe"][0]["raakt_factoren"] == ["kennis", "moed"]
    open_all(page)
    page.uncheck("input[data-rest]")
    make(page)
    assert errors(page) == ["raakt_factoren"]
    page.uncheck("input[data-vreemd][data-veld]")
    make(page)
    assert errors(page) == []


def test_what_the_form_has_no_field_for_is_named_kept_and_never_written_over(
    open_page: OpenPage, tmp_path: Path
) -> None:
    """A key of a file, of a point in it, a whole kind: each is saved again, and no file comes until it may go."""
    page = open_page(MAKER)
    fill_in(page)
    file = json.loads(download(page, "bewaar"))
    principe = file["inhoud"]["gedragsprincipe"][0]
    principe |= {"later": {"lijst": ["a <b>", "c"]}, "getoetst_met": [{"groep": "inwoners", "wie_erbij": "twee"}]}
    file["inhoud"]["eigen_kaart"] = [{"id": "x"}]
    path = tmp_path / "maker.json"
    path.write_text(json.dumps(file), "utf-8")
    page.set_input_files("#principe-maker-bestand", path)
    expect(page.locator(".melding")).to_contain_text("Niet herkend: eigen_kaart, later, wie_erbij")
    page.reload()
    page.wait_for_selector("principe-maker:not([hidden])")
    open_all(page)
    page.fill("[data-rijen=gedragsprincipe] [data-veld=waarom]", "Daarom.")
    again = json.loads(download(page, "bewaar"))["inhoud"]
    assert again["eigen_kaart"] == file["inhoud"]["eigen_kaart"]
    assert again["gedragsprincipe"][0]["later"] == principe["later"]
    assert again["gedragsprincipe"][0]["getoetst_met"][0]["wie_erbij"] == "twee"
    make(page)
    expect(page.locator(".bestanden")).to_be_hidden()
    assert page.locator("[data-rest][aria-invalid=true]").count() == 3
    for box in page.locator("[data-rest]").all():
        box.uncheck()
    make(page)
    expect(page.locator(".bestanden")).to_be_visible()
    assert "later" not in "".join(page.locator(".bestanden pre").all_text_contents())


def test_signs_that_are_taken_from_an_opened_file_are_said(open_page: OpenPage, tmp_path: Path) -> None:
    """In which file, and how many; a file without them says nothing of it."""
    page = open_page(MAKER)
    fill_in(page)
    file = json.loads(download(page, "bewaar"))
    path = tmp_path / "maker.json"
    path.write_text(json.dumps(file), "utf-8")
    page.set_input_files("#principe-maker-bestand", path)
    expect(page.locator(".melding")).to_contain_text("Geopend.")
    expect(page.locator(".melding")).not_to_contain_text("Weggehaald")
    file["inhoud"]["gemeente"][0]["naam"] += "\u200b"
    file["inhoud"]["gedragsprincipe"][0] |= {"id": "vra\u00adgen", "betekent_wel": ["be\u0007llen", "\u202eja"]}
    path.write_text(json.dumps(file), "utf-8")
    page.set_input_files("#principe-maker-bestand", path)
    expect(page.locator(".melding")).to_contain_text("gemeente.yaml (1), gedragsprincipes/vragen.yaml (3).")
    assert [*unseen(json.dumps(state_of(page), ensure_ascii=False))] == []


def test_each_message_leads_to_its_page(open_page: OpenPage, site: Path) -> None:
    """What is wrong, a hint, a sign that went: each links to the section of its check on the page of messages."""
    page = open_page(MAKER)
    manual = (site / MAKER).parent / "meldingen" / "index.html"
    known = set(re.findall(r'<section id="([a-z0-9-]+)"', manual.read_text("utf-8")))
    data = json.loads(page.locator("principe-maker > script").text_content() or "")
    rules = json.loads((site / EDITION / FORM_FILE).read_text("utf-8"))
    told = [check for _, check in data["fouten"].values()] + [rule[2] for rule in rules["teksten"]]
    hinted = {check for _, check in rules["wenken"]["zegt"].values()}
    assert {*told, *(colour[2] for colour in data["kleuren"].values()), *hinted} <= known
    make(page)
    assert page.locator(".fout").count() == page.locator(".fout a[href^='../meldingen/#leeg']").count() > 1
    fill_in(page)
    page.fill("[data-rijen=gedragsprincipe] [data-veld=waarom]", "bellen\n· vragen")
    make(page)
    expect(page.locator(".wenken a[href='../meldingen/#opmaak']")).to_have_count(1)
    page.fill("[data-rijen=gedragsprincipe] [data-veld=waarom]", "a\u200b")
    page.locator(".melding a").click()
    expect(page).to_have_url(re.compile("/eigen-leidraad/meldingen/#onzichtbaar-teken$"))


def test_it_says_u_to_who_makes_an_edition(site: Path) -> None:
    """No sentence of the form itself, also of those that come later; the questions under a label are for the group."""
    form = re.search(r"<principe-maker.*?</principe-maker>", (site / MAKER / "index.html").read_text("utf-8"), re.S)
    assert form
    labels = r"<label.*?</label>|<legend.*?</legend>|<(?:input|textarea|select)[^>]*>|<option.*?</option>"
    asked = r'<(span|p) class="hulp".*?</\1>|data-slot="[^"]*"'
    said = re.sub(rf"<script.*?</script>|{labels}|{asked}", "", form[0], flags=re.S)
    assert re.findall(r"[^.\"]*\b(?:je|jij|jou|jouw|jullie)\b[^.\"]*", said, re.I) == []


def test_spaces_alone_ask_for_nothing(open_page: OpenPage, tmp_path: Path) -> None:
    """A space that was left behind in a remark does not make the text needed; the files are right."""
    page = open_page(MAKER)
    fill_in(page)
    page.fill("[data-veld='onderbouwing.client.let_op.tekst']", " ")
    make(page)
    expect(page.locator(".bestanden")).to_be_visible()
    assert [one for one in check_framework(unpacked(page, tmp_path))[1] if one.level == "fout"] == []


def test_pasted_bullets_get_a_hint(open_page: OpenPage) -> None:
    """Signs of other programs before a line are named beside the files, before a point they go; nothing is refused."""
    page = open_page(MAKER)
    fill_in(page)
    page.fill("[data-rijen=gedragsprincipe] [data-veld=betekent_wel]", "bellen\n· vragen")
    page.fill("[data-rijen=gedragsprincipe] [data-veld=waarom]", "Eerst dit:\n• een\n• twee")
    make(page)
    bullets = page.locator(".bestanden .wenken li li").filter(has_text="opmaak")
    expect(bullets).to_have_count(1)
    expect(bullets.first).to_contain_text("«•»")
    assert state_of(page)["gedragsprincipe"][0]["betekent_wel"] == ["bellen", "vragen"]
    page.fill("[data-rijen=gedragsprincipe] [data-veld=betekent_wel]", "bellen\nvragen\nbellen")
    page.fill("[data-rijen=gedragsprincipe] [data-veld=waarom]", "Eerst dit.")
    make(page)
    expect(bullets).to_have_count(0)
    assert state_of(page)["gedragsprincipe"][0]["betekent_wel"] == ["bellen", "vragen", "bellen"]


def test_a_name_that_no_computer_can_hold_is_refused(open_page: OpenPage) -> None:
    """A name of Windows' own, and one that is too long; a long title makes an id that fits."""
    page, said = open_page(MAKER), {}
    fill_in(page)
    page.fill("[data-rijen=gedragsprincipe] [data-veld=titel]", "lang " * 92)
    assert len(page.input_value("[data-rijen=gedragsprincipe] [data-veld=id]")) <= 80
    page.fill("[data-rijen=gedragsprincipe] [data-veld=titel]", "Een titel")
    for id_ in ("con", "een-titel", "x" * 81):
        page.fill("[data-rijen=gedragsprincipe] [data-veld=id]", id_)
        make(page)
        said[id_] = errors(page)
    assert said == {"con": ["id"], "een-titel": [], "x" * 81: ["id"]}


def test_an_id_of_other_signs_is_refused_and_stops_nothing(open_page: OpenPage) -> None:
    """A bracket in an id is a fault at its field, beside those at the others; the form goes on."""
    page, said = open_page(MAKER), {}
    fill_in(page)
    page.fill("[data-rijen=gedragsprincipe] [data-veld=waarom]", "Zie [elders](principe:weg).")
    signs = ("(nieuw", "[", "a\\", "*", "$&", "a|b")
    for wrong, written in [(sign, one) for sign in signs for one in (sign, "goed")]:
        page.fill("[data-rijen=gedragsprincipe] [data-veld=id]", written)
        make(page)
        expect(page.locator(".fouten")).to_be_focused()
        said[wrong, written] = errors(page)
    assert said == {
        **{(wrong, wrong): ["waarom", "id"] for wrong in signs},
        **{(wrong, "goed"): ["waarom"] for wrong in signs},
    }


def test_markup_is_shown_as_text_and_refused(open_page: OpenPage) -> None:
    """A tag that is typed does nothing: not in the form, its headings or its list of mistakes."""
    page = open_page(MAKER)
    fill_in(page)
    page.fill("[data-rijen=gedragsprincipe] [data-veld=titel]", "<img src=x onerror=alert(1)>")
    make(page)
    assert errors(page) == ["titel"]
    assert "<img" in page.locator(".fouten").inner_text()
    assert page.locator("principe-maker img").count() == 0


def test_one_file_can_be_copied_and_downloaded(open_page: OpenPage) -> None:
    """What is shown, copied and downloaded is the same text."""
    page = open_page(MAKER, permissions=["clipboard-read", "clipboard-write"])
    fill_in(page)
    make(page)
    page.locator(".bestanden summary").first.click()
    shown = page.locator(".bestanden pre").first.text_content()
    assert download(page, "download", "gemeente.yaml").decode() == shown
    press(page, "kopieer", "gemeente.yaml")
    expect(page.locator(".melding")).to_contain_text("Gekopieerd")
    assert page.evaluate("navigator.clipboard.readText()") == shown
    assert yaml.safe_load(str(shown))["naam"] == "Nieuw-Èxloo"


# ---- the same rules as the command ----


class Held:
    """The files of Fabeldam as the form holds them, and which key of the form stands at which place in them."""

    def __init__(self, root: Path, blank: dict[str, Any]) -> None:
        """Read every file that the form could write; `fits` is False where one is not what the form can hold."""
        self.keys: dict[str, str] = {}
        self.state: dict[str, list[dict[str, Any]]] = {kind: [] for kind in blank}
        self.fits = True
        paths = [(root / FABELDAM / "gemeente.yaml", "gemeente")]
        for folder, kind in FOLDERS.items():
            paths += [(path, kind) for path in sorted((root / FABELDAM / folder).glob("*.yaml"))]
        paths += [(path, kind) for name, kind in WHOLE.items() if (path := root / FABELDAM / name).is_file()]
        for path, kind in dict.fromkeys(paths):
            reader = Reader(path.relative_to(root).as_posix(), keys=every_key())
            raw = reader.read(path.read_bytes()) if path.is_file() else None
            named = {"id": raw.get("id")} if isinstance(raw, Mapping) else {}
            expected = {"id": path.stem if path.parent.name in FOLDERS else "fabeldam" if kind == "gemeente" else None}
            if reader.problems or not isinstance(raw, Mapping) or named != expected:
                self.fits = False
                continue
            row = dict(self._values(raw, blank[kind]))
            self.state[kind].append(row)
            self.fits &= all(_is_like(key, value, blank[kind].get(key)) for key, value in row.items())
        for kind in ("keuze", "zoekvraag", "teksten"):
            self.state[kind] = self.state[kind] or [blank[kind]]

    def _values(self, raw: Mapping, blank: dict[str, Any], before: str = "") -> Iterator[tuple[str, Any]]:
        for key, value in raw.items():
            path = before + key
            if path not in blank and f"{path}.tekst" in blank and not isinstance(value, Mapping):
                path += ".tekst"
            for place in (raw.keys_at[key], raw.place_of(key), *getattr(value, "items_at", ())):
                self.keys[str(place)] = path
            if isinstance(value, Mapping):
                yield from self._values(value, blank, f"{path}.")
            elif isinstance(value, Sequence):
                blocks = [one for one in value if isinstance(one, Mapping)]
                yield path, [dict(self._values(one, {})) for one in blocks] if blocks else list(value)
            elif value is not None:
                yield path, value


def _is_like(key: str, value: Any, blank: Any) -> bool:
    """True when the form can hold a value: it keeps each point of a list once, and has points with keys in two.

    What is chosen there has no spaces at its ends.
    """
    if key in (*NOT_SHOWN, *PICKED) and any(
        one != one.strip() for one in ([value] if isinstance(value, str) else value)
    ):
        return False
    if isinstance(value, str) or blank is None:
        return isinstance(blank, str)
    kind = dict if key in OF_BLOCKS else str
    fits = isinstance(blank, list) and all(isinstance(one, kind) for one in value)
    return fits and (kind is dict or len({*value}) == len(value))


def _only_what_the_form_writes(case: dict[str, Any]) -> bool:
    changed = [one.get("bestand", case["bestand"]) for one in [case, *case.get("wijzig", [])]]
    written = "|".join([*(f"{folder}/.*\\.yaml" for folder in FOLDERS), *map(re.escape, WHOLE)])
    return all(re.fullmatch(rf"{FABELDAM}({written})", file) for file in changed)


# Boxes offer what there is, so a form cannot hold another id; a logo is carried along unseen.
NOT_SHOWN = ("raakt_factoren", "voor_factoren", "stappen", "stijl.logo", "stijl.logo_tekst")
# What leads on from what was taken away: whether it is gone, and what is there, only the command knows.
OF_THE_COMMAND = ("oud", "nieuw")
OF_BLOCKS = ("spanning_met", "getoetst_met", "zoekvragen", "vervallen")
PICKED = ("status", "groep", "vindt", "hoort_bij", "werkgever")


# The day of the command; the clock of the driver would speak in the sandbox of the preview.
TODAY = """() => {
  globalThis.Date = class extends Date {
    constructor(...one) { super(...(one.length ? one : ["2026-12-31"])); }
  };
}"""


def test_what_knows_a_few_words_offers_them() -> None:
    """A field that takes one of a few words is a list to choose from, also where it may stay empty."""
    form = principe_maker(Edition(SMALL, SMALL.gemeenten["fabeldam"]))
    tags = [tag for tag in re.findall("<[^>]+>", form) if 'data-waarde="keuze"' in tag]
    assert any('data-veld="woorden.principe.lidwoord"' in tag for tag in tags)
    assert [tag for tag in tags if not tag.startswith("<select ")] == []


def test_every_case_that_a_form_can_hold_is_judged_as_the_command_does(
    open_page: OpenPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both accept it, or both refuse it at the same field: the form for Fabeldam, and the check of its files.

    What the check refuses is what stands with each case (tests/test_fouten.py); what it hints at, it is asked here.
    """
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1798675200")
    page = open_page(MAKER, own=True)
    page.evaluate(TODAY)
    edition = Edition(SMALL, SMALL.gemeenten["fabeldam"])
    page.route(f"**/{FORM_FILE}", lambda route: route.fulfill(json=form_data(edition)))
    page.evaluate("form => { document.querySelector('.formulier').outerHTML = form; }", principe_maker(edition))
    blank = page.locator("principe-maker").evaluate(
        """maker => {
          for (const button of document.querySelectorAll('principe-maker [data-doe=nog-een]')) button.click();
          return Object.fromEntries(Object.entries(maker.collect()).map(([kind, rows]) => [kind, rows.at(-1)]));
        }"""
    )
    with_points: dict[str, list[Any]] = {key: [] for key in OF_BLOCKS}
    blank = {
        kind: {**row, **{key: with_points[key] for key in row if key in with_points}}
        for kind, row in blank.items()
        if row is not None
    }
    asked: dict[str, tuple[dict[str, Any], set[str], Any]] = {}
    for number, (name, case) in enumerate(CASES.items()):
        if "bestand" not in case or not _only_what_the_form_writes(case):
            continue
        held = Held(copy_with(case, tmp_path / str(number), FABELDAM), blank)
        if not held.fits:
            continue
        told = [one for one in case["verwacht"] if one["controle"] != "zoekvraag"]  # that one asks the built pages
        faults = [one for one in told if not one["melding"].startswith("let op: ")]
        keys = {held.keys.get(one["plaats"], one["melding"]) for one in faults}
        if keys & {*NOT_SHOWN, *OF_THE_COMMAND} or any(".yaml:" not in one["plaats"] for one in faults):
            continue
        asked[name] = case, keys, held.state
    hinted: set[str] = set()
    said = judged(page, [state for _, _, state in asked.values()])
    for (name, (case, keys, _)), form in zip(asked.items(), said, strict=True):
        assert {*form["refused"]} == keys, name
        assert form["isMade"] == (not keys), name
        if not keys:
            found = check_framework(copy_with(case, tmp_path / name.replace("/", " ")) / "framework")[1]
            files = [one for one in found if one.place.file.endswith(".yaml") and one.check != "logo"]
            hints = known(files, "fabeldam")
            assert_alike(form["hints"], hints)
            hinted |= {one.rpartition("[")[2] for one in hints}
    refused = [name for name, (_, keys, _) in asked.items() if keys]
    print(f"\nprincipe-maker: {len(asked)} gevallen, waarvan {len(refused)} geweigerd")
    assert len(refused) >= 15
    assert len(asked) - len(refused) >= 8
    assert len(hinted) >= 8
    assert {name.split(":")[0] for name in asked} >= {
        "keuze",
        "gemeente",
        "principes",
        "waarden",
        "teksten",
        "verwijzingen",
    }


def test_every_fault_is_told_at_once_at_its_field(open_page: OpenPage) -> None:
    """The list has the focus and links to the fields; each field names its fault; what was filled in stays."""
    page = open_page(MAKER)
    open_all(page)
    page.fill("[data-rijen=gemeente] [data-veld=naam]", "Proef <b>")
    page.fill("[data-rijen=gemeente] [data-veld=datum]", "2026-02-30")
    page.fill("[data-rijen=gemeente] [data-veld=contact]", "geen adres")
    page.fill("[data-veld='stijl.accent']", "#ffee88")
    state = state_of(page)
    state["gedragsprincipe"][0]["bronnen"] = ["abel-2019", "verzonnen-1999"]
    hold(page, state)
    page.evaluate("document.querySelectorAll('principe-maker details').forEach(part => part.open = false)")
    make(page)
    expect(page.locator(".fouten")).to_be_focused()
    assert errors(page) == [
        "naam",
        "stijl.accent",
        "contact",
        "datum",
        "titel",
        "bronnen",
    ]  # the name of the file follows the title
    assert page.title().startswith("Fout: ")
    page.locator(".fouten a").nth(1).click()
    field = page.locator("[data-veld='stijl.accent']")
    expect(field).to_be_focused()
    said = (field.get_attribute("aria-describedby") or "").split()
    assert "donkerdere" in (page.locator(f"[id='{said[0]}']").text_content() or "")
    assert len(said) == 2
    assert page.input_value("[data-rijen=gemeente] [data-veld=contact]") == "geen adres"
    field.fill("#0b5351")
    make(page)
    assert "stijl.accent" not in errors(page)


def test_an_empty_form_asks_for_what_is_on_the_screen(open_page: OpenPage) -> None:
    """The names of files follow what is filled in; these are not asked for beside it."""
    page = open_page(MAKER)
    begin(page)
    make(page)
    assert {"naam", "titel"} <= set(errors(page))
    assert "id" not in errors(page)
    expect(page.locator(".fouten")).not_to_contain_text("Naam van het bestand")


def test_all_that_is_wrong_with_one_text_is_told_at_once(open_page: OpenPage) -> None:
    """As the command does: markup, a link, each judging word; the name of the only municipality adds nothing."""
    page = open_page(MAKER)
    fill_in(page)
    page.fill("[data-rijen=gemeente] [data-veld=contact]", "geen adres")
    text = "<b>Een luie</b> en <i>kansloze</i> [klant](factor:kenis), «lui» en lui.\n<u>Tot slot</u> `x`."
    page.fill("[data-rijen=gedragsprincipe] [data-veld=waarom]", text)
    make(page)
    contact, waarom = page.locator(".fouten li").all_inner_texts()
    assert contact.startswith("Gemeente, Contact: ")
    assert re.findall(r"(.*?) (?:werkt|oordeelt)[^.]*\. ?", waarom.partition(", Waarom: ")[2]) == [
        "HTML («<b>Een»)",
        "HTML («<u>Tot»)",
        "Code («`»)",
        "Deze link",
        "«luie»",
        "«kansloze»",
        "«lui»",
    ]
    assert page.locator(".fout").last.locator("a").all_inner_texts() == [
        f"Uitleg: {check}" for check in ("opmaak", "onbekende-verwijzing", "oordeelwoord")
    ]


def test_a_fault_goes_when_it_is_mended(open_page: OpenPage) -> None:
    """Its message, its mark and its line in the list, as soon as the field is right; the others stay."""
    page = open_page(MAKER)
    begin(page)
    make(page)
    expect(page.locator(".fouten li")).to_have_count(len(errors(page)))
    before = len(errors(page))
    title = page.locator("[data-rijen=gedragsprincipe] [data-veld=titel]")
    expect(title).to_have_attribute("aria-invalid", "true")
    title.fill("Eerst luisteren")
    expect(title).not_to_have_attribute("aria-invalid", "true")
    expect(page.locator(f"[id='{title.get_attribute('id')}--fout']")).to_have_count(0)
    assert before > len(errors(page)) > 0
    expect(page.locator(".fouten li")).to_have_count(len(errors(page)))


def test_a_fault_goes_wherever_it_is_mended(open_page: OpenPage) -> None:
    """Of boxes with any of them, of two that were the same with one of both, of a box that must go without it."""
    page = open_page(MAKER)
    begin(page)
    press(page, "nog-een", "activiteit")
    open_all(page)
    state = state_of(page)
    state["gedragsprincipe"] = [
        {**state["gedragsprincipe"][0], "id": "een", "titel": title} for title in ("Een", "Eén")
    ]
    state["gedragsprincipe"][0]["raakt_factoren"] = ["verzonnen"]
    hold(page, state)
    open_all(page)
    make(page)
    assert {"id", "voor_factoren", "stappen", "raakt_factoren"} <= {*errors(page)}
    for key in ("voor_factoren", "stappen"):
        page.locator(f"[data-rijen=activiteit] [data-veld={key}]").last.check()
        expect(page.locator(f"[data-veld={key}][aria-invalid]")).to_have_count(0)
    page.locator("input[data-vreemd]").uncheck()
    expect(page.locator("[data-veld=raakt_factoren][aria-invalid]")).to_have_count(0)
    page.locator("[data-rijen=gedragsprincipe] [data-veld=id]").last.fill("twee")
    expect(page.locator("[data-rijen=gedragsprincipe] [data-veld=id][aria-invalid]")).to_have_count(0)
    expect(page.locator(".fouten li")).to_have_count(len(errors(page)))


def test_a_colour_is_picked_and_judged_at_once(open_page: OpenPage) -> None:
    """Beside the text stands a picker; what can be read is said in words, as the check judges it."""
    page = open_page(MAKER)
    open_all(page)
    for key, bad, good, remedy in (
        ("stijl.accent", "#ffcc00", "#0b5351", "te licht"),
        ("stijl.accent_donker", "#0b5351", "#ffcc00", "te donker"),
    ):
        field, picker = page.locator(f"[data-veld='{key}']"), page.locator(f"[data-kleur='{key}']")
        said = picker.locator("xpath=following-sibling::output")
        field.fill(bad)
        expect(picker).to_have_value(bad)
        expect(said).to_contain_text(f"Fout: deze kleur is {remedy}")  # a hint holds nothing back, and this does
        picker.fill(good)
        expect(field).to_have_value(good)
        expect(said).to_contain_text("Goed te lezen")
        assert next(value for value in state_of(page)["gemeente"] if value[key] == good)
        field.fill("paars")
        expect(said).to_have_text("Dit is nog geen kleur: kies er een.")
        expect(picker).to_have_value(good)


def test_the_colour_for_the_dark_follows_until_it_is_chosen(open_page: OpenPage) -> None:
    """It is a lighter one of the same, which can be read; one that somebody chose stays."""
    page = open_page(MAKER)
    begin(page)
    open_all(page)
    light, dark = (page.locator(f"[data-veld='stijl.{key}']") for key in ("accent", "accent_donker"))
    for colour in ("#b02060", "#0b5351", "#000000"):
        light.fill(colour)
        expect(dark).not_to_have_value(colour)
        assert contrast(dark.input_value(), DARK) >= 4.5
    light.fill("#ffee88")
    hold(page, state_of(page))  # as on another day
    open_all(page)
    for typed in ("#8a2b", "#8a2be2"):
        light.fill(typed)
    expect(dark).to_have_value(mixed("#8a2be2", "#ffffff", 0.35))
    hold(page, state_of(page))
    open_all(page)
    dark.fill("#ffcc00")
    light.fill("#803060")
    expect(dark).to_have_value("#ffcc00")


def test_who_wipes_is_told_what_would_be_lost(open_page: OpenPage) -> None:
    """The question names what was not downloaded; after a download, and in an empty form, it does not."""
    page = open_page(MAKER)

    def told() -> str | None:
        page.locator("wis-alles > button").first.click()
        question = page.locator(".wisvraag:popover-open")
        expect(question).to_be_visible()
        lost = question.locator(".verlies")
        said = lost.text_content() if lost.count() else None
        question.get_by_role("button", name="Toch niet").click()
        expect(question).to_have_count(0)
        return said

    assert told() is None
    begin(page)
    fill_in(page)
    assert told() == "Hier ingevuld: principes 1, activiteiten 0. De laatste verandering is nog niet gedownload."
    page.reload()
    begin(page)
    assert told() == "Hier ingevuld: principes 1, activiteiten 0."
    make(page)
    download(page, "zip", "map")
    assert told() is None
    open_all(page)
    page.fill("[data-rijen=gedragsprincipe] [data-veld=kern]", "Nog iets.")
    assert "nog niet gedownload" in (told() or "")


def test_two_of_the_same_and_what_is_gone_are_refused(open_page: OpenPage) -> None:
    """Two principles with one id, and a tension with a principle that was taken away."""
    page = open_page(MAKER)
    begin_with_own(page)
    open_all(page)
    ids = page.locator("[data-rijen=gedragsprincipe] > .rij [data-veld=id]")
    ids.nth(2).fill(ids.nth(1).input_value())
    page.locator("[data-rijen=gedragsprincipe] > .rij").last.locator("> p [data-doe=haal-weg]").click()
    make(page)
    assert sorted(errors(page)) == ["id", "principe", "vindt", "vindt"]
    expect(page.locator(".fouten")).to_contain_text("bestaat niet meer")
    titles = [page.locator("[data-rijen=gedragsprincipe] [data-veld=titel]").nth(at).input_value() for at in (1, 2)]
    said = f"Principe «{titles[1]}», Naam van het bestand of de map: «{titles[0]}» heet ook zo; geef een van de twee"
    expect(page.locator(".fouten li").filter(has_text=said)).to_have_count(1)


# ---- keeping, opening, wiping ----


def test_its_file_comes_back_and_a_damaged_one_changes_nothing(open_page: OpenPage, tmp_path: Path) -> None:
    """Saved, emptied and opened it is the same; any other file is refused in plain words."""
    page = open_page(MAKER)
    begin_with_own(page)
    before = state_of(page)
    saved = download(page, "bewaar")
    file = json.loads(saved)
    assert file["soort"] == "principe-maker"
    with page.expect_download() as started:
        press(page, "bewaar")
    assert re.fullmatch(r"leidraad-voorbeeldstad-[\d-]+\.json", started.value.suggested_filename)
    press(page, "leeg")
    assert state_of(page) != before
    path = tmp_path / "maker.json"
    path.write_bytes(saved)
    page.set_input_files("#principe-maker-bestand", path)
    expect(page.locator(".melding")).to_contain_text("Geopend")
    assert state_of(page) == before
    wrong = [
        "{",
        json.dumps({**file, "soort": "zelfscan"}),
        json.dumps({**file, "versie": 2}),
        json.dumps({**file, "inhoud": {**before, "gemeente": []}}),
        json.dumps({**file, "inhoud": {**before, "gedragsprincipe": "x"}}),
        json.dumps({**file, "inhoud": {**before, "gedragsprincipe": [{"titel": {}}]}}),
        json.dumps({**file, "inhoud": {**before, "aanvulling": [{"let_op": [1]}]}}),
        json.dumps({**file, "inhoud": {**before, "gedragsprincipe": [{"spanning_met": ["x"]}]}}),
    ]
    for text in wrong:
        path.write_text(text, "utf-8")
        page.set_input_files("#principe-maker-bestand", path)
        expect(page.locator(".fouten"), text[:80]).to_contain_text("Er is niets veranderd")
        assert state_of(page) == before, text[:80]


def test_nothing_leaves_and_nothing_is_left(open_page: OpenPage, first_view: Server) -> None:
    """No request, nothing in an address or for longer than the tab; it outlives a reload and not a wipe."""
    page = open_page(MAKER, of=first_view)
    assert kept(page) == set()
    begin(page)  # what it needs is asked for then, whatever is filled in
    asked = len(first_view.requested)
    fill_in(page)
    make(page)
    download(page, "zip", "map")
    assert first_view.requested[asked:] == []
    assert "exloo" not in page.url
    assert kept(page) == KEPT
    page.reload()
    assert page.locator("[data-rijen=gemeente] [data-veld=naam]").input_value() == "Nieuw-Èxloo"
    wipe(page)
    assert kept(page) == set()
    assert "xloo" not in page.content()
    assert page.locator("[data-rijen=gemeente] [data-veld=naam]").input_value() == ""
    expect(page.locator(".bestanden")).to_be_hidden()


def test_what_is_taken_away_can_be_put_back(open_page: OpenPage) -> None:
    """A principle that is taken away is back with one button; so is all that «Begin leeg» emptied."""
    page = open_page(MAKER)
    begin_with_own(page)
    before = state_of(page)
    page.locator("[data-rijen=gedragsprincipe] > .rij").first.locator("summary").first.click()
    page.locator("[data-rijen=gedragsprincipe] > .rij").first.locator("> p [data-doe=haal-weg]").click()
    expect(page.locator("[data-doe=nog-een][value=gedragsprincipe]")).to_be_focused()
    press(page, "terug")
    assert state_of(page) == before
    press(page, "leeg")
    press(page, "terug")
    assert state_of(page) == before


# ---- for everybody ----


def test_by_keyboard_alone(open_page: OpenPage) -> None:
    """From the name of the municipality to the zip, with Tab, Enter and typing."""
    page = open_page(MAKER)

    def tab_to(selector: str) -> None:
        for _ in range(120):
            if page.evaluate("selector => document.activeElement.matches(selector)", selector):
                return
            page.keyboard.press("Tab")
        raise AssertionError(f"{selector} is niet te bereiken")

    page.locator("[data-doe=eigen]").focus()
    for selector, text in (("[data-veld=naam]", "Proefdorp"), ("[data-veld=titel]", "Wij bellen terug")):
        tab_to(selector)
        page.keyboard.type(text)
    tab_to("[data-doe=nog-een][value=gedragsprincipe]")
    page.keyboard.press("Enter")
    expect(page.locator("[data-rijen=gedragsprincipe] > .rij").nth(1).locator("[data-veld=titel]")).to_be_focused()
    page.keyboard.type("Wij vragen door")
    tab_to("[data-doe=maak]")
    page.keyboard.press("Enter")
    expect(page.locator(".bestanden h3")).to_be_focused()
    tab_to("[data-doe=zip]")
    with page.expect_download() as started:
        page.keyboard.press("Enter")
    names = zipfile.ZipFile(started.value.path()).namelist()
    assert "proefdorp/gedragsprincipes/wij-vragen-door.yaml" in names


# What a thumb misses (WCAG 2.5.8): of a box its label counts.
UNHIT = """() => [...document.querySelectorAll("principe-maker *")]
  .filter(one => one.matches("button, summary, select, textarea, input, label.knop"))
  .filter(one => one.type !== "hidden" && one.checkVisibility())
  .map(one => /checkbox|radio/.test(one.type) ? one.labels[0] : one)
  .filter(one => Math.min(one.getBoundingClientRect().width, one.getBoundingClientRect().height) < 24)
  .map(one => one.outerHTML.slice(0, 120))"""


def test_no_state_has_a_violation_or_sticks_out(
    open_page: OpenPage, views: tuple[View, ...], violations: Violations
) -> None:
    """Empty, filled, refused, with several principles, with files, and wiped.

    At 320 px nothing sticks out, and all can be hit.
    """
    page = open_page(MAKER)

    def look(found: set[str]) -> set[str]:
        open_all(page)
        found |= violations(page, views, "principe-maker")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        assert page.evaluate(UNHIT) == []
        page.set_viewport_size({"width": 1280, "height": 800})
        return found

    found = look(set())
    make(page)
    found = look(found)
    begin_with_own(page)
    make(page)
    found = look(found)
    wipe(page)
    assert look(found) == set()


def test_without_scripts_the_page_asks_and_shows_the_way(open_page: OpenPage) -> None:
    """The form is not there; all questions are, with the zip and the command."""
    page = open_page(MAKER, java_script_enabled=False)
    expect(page.locator("principe-maker")).to_be_hidden()
    expect(page.locator("#invullen + div noscript .let-op")).to_contain_text(
        "werkt alleen met JavaScript. Beantwoord anders de vragen"
    )
    assert page.locator(".maker-vragen li:visible").count() > 25
    expect(page.locator(".zonder-formulier a")).to_have_attribute("href", "../../eigen-leidraad.zip")
    expect(page.locator(".zonder-formulier code")).to_have_text("leidraad new")

"""The form opens what there is as the machine reads it, takes a table, and lays two versions side by side."""

import io
import json
import re
import zipfile
from operator import add
from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml
from playwright.sync_api import FilePayload, Page, expect

from leidraad.checks import check_framework
from leidraad.checks.logo import LARGEST
from leidraad.model.types.base import every_key
from leidraad.model.use.questions import VRAGEN
from leidraad.model.yaml.reader import Reader
from leidraad.model.yaml.yaml_faults import LOADER
from tests.fouten import CASES, copy_with
from tests.site.browser import OpenPage
from tests.site.maker import (
    EDITION,
    MAKER,
    begin,
    begin_with_own,
    download,
    fill_in,
    make,
    open_all,
    press,
    state_of,
    unpacked,
)
from tests.site.pages import EDITIONS, ROOT
from tests.site.storage import wipe

GEMEENTEN = ROOT / "framework" / "gemeenten"
OPEN = "#principe-maker-bestand"
TABLE = ROOT / "tests" / "tabellen" / "veertig-rijen.txt"
WRITE = """async ([address, texts]) => {
  const { block } = await import(address);
  return texts.map(waarom => block({ waarom }).join("\\n"));
}"""
READ = """async ([address, texts]) => {
  const { Onbegrepen, read, renewed } = await import(address);
  return JSON.stringify(texts.map(text => {  // handed over value by value it takes seconds
    try {
      const { parts } = read(text);
      const values = Object.fromEntries(parts.map(({ key, value }) => [key, value]));
      const [again, other] = [values, { ...values, a: "anders" }].map(held => renewed(text, held, new Set()));
      return { values, again, other };
    } catch (error) {
      if (!(error instanceof Onbegrepen)) throw error;
      return { error: true, said: error.message };
    }
  }));
}"""


def zipped(folder: Path, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a folder as somebody packs it."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", method) as archive:
        for path in sorted(folder.rglob("*")):
            archive.write(path, f"{folder.name}/{path.relative_to(folder).as_posix()}")
    return held.getvalue()


def give(page: Page, *files: tuple[str, bytes]) -> None:
    """Choose files in the form."""
    kind = "application/octet-stream"
    page.set_input_files(OPEN, [FilePayload(name=name, mimeType=kind, buffer=held) for name, held in files])


def opened(page: Page, *files: tuple[str, bytes]) -> None:
    """Choose files, and wait until they are in the form."""
    give(page, *files)
    expect(page.locator(".melding")).to_contain_text("Geopend.")


def in_zip(page: Page, which: str) -> dict[str, bytes]:
    """Return the files of a zip that the form makes, by their names within the folder."""
    with zipfile.ZipFile(io.BytesIO(download(page, "zip", which))) as archive:
        return {name.partition("/")[2]: archive.read(name) for name in archive.namelist()}


def contents(folder: Path) -> dict[str, bytes]:
    """Return the files of a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


# ---- what it reads ----


def _as_text(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _as_text(held) for key, held in value.items()}
    return [_as_text(held) for held in value] if isinstance(value, list) else str(value or "")


def _read(text: str) -> Any:
    try:
        return _as_text(yaml.load(text, LOADER))  # noqa: S506 - texts alone
    except (yaml.YAMLError, RecursionError):
        return None


def test_it_reads_a_file_as_the_machine_does_or_says_where_it_cannot(open_page: OpenPage, tmp_path: Path) -> None:
    """Every file of the framework, and those with faults: the same values, or a sentence with the line."""
    texts = [path.read_text("utf-8") for path in sorted((ROOT / "framework").rglob("*.yaml"))]
    for number, case in enumerate(CASES.values()):
        name = case.get("bestand", "")
        if name.endswith(".yaml") and "gemeenten" in name:
            path = copy_with(case, tmp_path / str(number), "framework/gemeenten") / name
            held = path.read_bytes() if path.is_file() else b""
            texts += [held.decode()] if b"*" not in held and _is_utf8(held) else []
    page = open_page(MAKER)
    found = json.loads(page.evaluate(READ, [f"/{EDITION}assets/lib/yaml.js", texts]))
    understood = 0
    for text, one in zip(texts, found, strict=True):
        if "error" in one:
            assert re.match(r"regel \d+: ", one["said"]), text
            continue
        understood += 1
        expected = _read(text)
        if expected or one["values"]:
            assert expected is None or one["values"] == expected, text
        assert one["again"] == text.removeprefix("\ufeff").replace("\r\n", "\n"), text
    assert understood > len(texts) / 2


# Each: what stands in a file, and the remark that stands above the key when its value is another.
BEHIND = (
    'a: "X"  # eh\n',
    "a: 'X # y' # eh\n",
    "a: [b, c] # eh\n",
    "a: [b, # eh\n  c]\n",
    "a: {b: c} # eh\n",
    "a: # eh\n  b: c\n",
    "a: # eh\n- c\n",
    'a:\n  - "b" # eh\n  - c\n',
    "a:\n  - # eh\n    b: c\n",
    'a: "X\n  y" # eh\n',
)
NO_REMARK = ("a: # eh\n", "a: X # eh\n", "a: X\n  y # eh\n", "a:\n  - b # eh\n", "a: | # eh\n  b\n", 'a: "X"# eh\n')


def test_a_remark_behind_a_value_is_kept_and_one_that_may_be_text_is_refused(open_page: OpenPage) -> None:
    """As the command has it: behind signs or a key it is a remark, behind a text alone it may be a part of that."""
    page = open_page(MAKER)
    texts = [f"z: y\n{text}b: c\n" for text in (*BEHIND, *NO_REMARK)]
    found = json.loads(page.evaluate(READ, [f"/{EDITION}assets/lib/yaml.js", texts]))
    for text, one in zip(texts, found, strict=True):
        reader = Reader("a.yaml")
        value = reader.read(text.encode())
        assert ("error" in one) == bool(reader.problems) == (text[5:-5] in NO_REMARK), text
        if "error" not in one:
            assert (one["values"], one["again"], one["other"]) == (value, text, "z: y\n# eh\na: anders\nb: c\n")


def _is_utf8(held: bytes) -> bool:
    try:
        held.decode()
    except UnicodeDecodeError:
        return False
    return True


ATOMS = (
    "kennis",
    "'het is'",
    '"a: b"',
    "12:30",
    "https://a.nl/b",
    "",
    "~",
    "'it''s'",
    '"\\u00e9"',
    "a b",
    "x#y",
    "[",
    "}",
)


def _short(random: Random, deep: int = 0) -> str:
    """Return a value as YAML writes it between brackets or braces, right and wrong."""
    kind = random.random()
    if deep > 3 or kind < 0.5:
        return random.choice(ATOMS)
    between, end = random.choice((", ", ",\n    ", " , ")), random.choice(("", " ", ",", " # x\n  "))
    held = [_short(random, deep + 1) for _ in range(random.randint(0, 3))]
    if kind < 0.75:
        return f"[{between.join(held)}{end}]"
    keys = (random.choice(("a", "c d", '"q"', "'r'")) + random.choice((": ", " : ", ":", ": \n     ")) for _ in held)
    return f"{{{between.join(map(add, keys, held))}{end}}}"


def test_what_stands_between_brackets_and_braces_is_read_as_the_machine_does(open_page: OpenPage) -> None:
    """Two thousand values, in each other, over lines, with faults: the same, and the same bytes again, or a line."""
    random = Random(22)  # noqa: S311 - no secret
    texts = [f"k: {_short(random)}\nl:\n  - {_short(random)}\n" for _ in range(2000)]
    found = json.loads(open_page(MAKER).evaluate(READ, [f"/{EDITION}assets/lib/yaml.js", texts]))
    understood = 0
    for text, one in zip(texts, found, strict=True):
        if "error" in one:
            assert re.match(r"regel \d+: ", one["said"]), text
            continue
        understood += 1
        assert _read(text) in (None, one["values"]), text
        assert one["again"] == text, text
    assert understood > 500


def test_what_the_form_folds_begins_no_line_with_what_may_be_a_key_or_a_point(open_page: OpenPage) -> None:
    """A long text with «vraag:» and dashes at any place in a line: the command reads the same, and has no objection."""
    random = Random(22)  # noqa: S311 - no secret
    words = ("Ja.", "Wij", "luisteren", "vraag: wat", "- en", "een zin).", "bronnen:", "meedenken")
    texts = [" ".join(random.choices(words, k=random.randint(20, 60))) for _ in range(300)]
    written = open_page(MAKER).evaluate(WRITE, [f"/{EDITION}assets/lib/yaml.js", texts])
    assert sum("waarom: >-" in one for one in written) > 100
    for text, one in zip(texts, written, strict=True):
        reader = Reader("a.yaml", keys=every_key())
        assert reader.read(one.encode()) == {"waarom": text}
        assert reader.problems == []


@pytest.mark.parametrize("slug", [gemeente.id for gemeente in EDITIONS.values()])
def test_a_folder_that_goes_through_the_form_comes_out_to_the_letter(open_page: OpenPage, slug: str) -> None:
    """Packed, opened, made and packed again: every file has the same bytes, and nothing changed is nothing to take."""
    page = open_page(MAKER)
    opened(page, ("map.zip", zipped(GEMEENTEN / slug)))
    expect(page.locator(".melding")).not_to_contain_text("Niet herkend")
    make(page)
    expect(page.locator(".bestanden")).to_be_visible()
    assert in_zip(page, "map") == contents(GEMEENTEN / slug)
    assert in_zip(page, "") == {}


def test_only_the_key_that_changed_is_written_anew(open_page: OpenPage) -> None:
    """A remark stays above its key, a key of its own at its place; the other files are not among what changed."""
    folder = GEMEENTEN / "voorbeeldstad"
    name = "activiteiten/brieventafel.yaml"
    before = "# Nagevraagd in mei.\n" + (folder / name).read_text("utf-8").replace("let_op:\n", "# kort\nlet_op:\n")
    page = open_page(MAKER)
    opened(page, ("map.zip", zipped(folder)))
    opened(page, ("brieventafel.yaml", before.encode()))
    open_all(page)
    page.locator("[data-rijen=activiteit] [data-veld=wie_doet_het]").first.fill("de balie")
    page.locator("[data-rijen=activiteit] [data-veld=let_op]").first.fill("Alles gaat mee naar huis.")
    make(page)
    held = in_zip(page, "")
    assert [*held] == [name]
    expected = re.sub(r"^wie_doet_het: .*$", "wie_doet_het: de balie", before, flags=re.M)
    expected = re.sub(r"^let_op:\n  - .*$", "let_op:\n  - Alles gaat mee naar huis.", expected, flags=re.M)
    assert held[name].decode() == expected


def test_another_name_says_which_file_goes(open_page: OpenPage) -> None:
    """A principle that gets another id is another file; the old one is named, with what to do."""
    page = open_page(MAKER)
    opened(page, ("map.zip", zipped(GEMEENTEN / "voorbeeldstad")))
    open_all(page)
    page.locator("[data-rijen=activiteit] [data-veld=id]").first.fill("post-openen")
    page.evaluate("document.querySelector('[data-rijen=keuze]').replaceChildren()")  # names it no more
    page.evaluate("document.querySelector('principe-maker').update(document.querySelector('[data-veld=naam]'))")
    make(page)
    expect(page.locator(".bestanden .weg")).to_contain_text("activiteiten/brieventafel.yaml")
    assert "activiteiten/post-openen.yaml" in in_zip(page, "")


def packed(files: dict[str, bytes]) -> bytes:
    """Return files as the zip of the folder of Voorbeeldstad."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, content in files.items():
            archive.writestr(f"voorbeeldstad/{name}", content)
    return held.getvalue()


def test_a_file_that_is_not_called_as_its_id_goes(open_page: OpenPage) -> None:
    """Of each kind: what the form writes has the name of the id, so the file of before is named; the rest is right."""
    files, gone = contents(GEMEENTEN / "voorbeeldstad"), {}
    for folder in ("gedragsprincipes", "activiteiten", "aanvullingen"):
        name = min(name for name in files if name.startswith(f"{folder}/"))
        gone[f"{folder}/heette-anders.yaml"] = files.pop(name)
    page = open_page(MAKER)
    opened(page, ("map.zip", packed(files | gone)))
    make(page)
    assert (page.locator(".bestanden .weg span").text_content() or "").split(", ") == [*gone]
    assert in_zip(page, "map") == contents(GEMEENTEN / "voorbeeldstad")


def test_what_was_downloaded_and_is_called_otherwise_goes(open_page: OpenPage) -> None:
    """The file of before a download, and of what the edition had, is named when its id changes."""
    page = open_page(MAKER)
    fill_in(page)
    make(page)
    expect(page.locator(".bestanden")).to_be_visible()
    download(page, "zip", "map")
    page.fill("[data-rijen=gedragsprincipe] [data-veld=id]", "anders")
    make(page)
    expect(page.locator(".bestanden .weg span")).to_have_text("gedragsprincipes/wij-vragen-eerst-wat-wilt-u.yaml")
    expect(page.locator(".bestanden .weg")).to_contain_text(
        "al iets op de site? Noem dan bij «Vervallen», onder «Over deze uitgave», wat ervoor in de plaats kwam."
    )
    begin_with_own(page)
    open_all(page)
    field = page.locator("[data-rijen=aanvulling] [data-veld=id]").first
    before = field.input_value()
    field.fill("anders")
    make(page)
    expect(page.locator(".bestanden .weg span")).to_have_text(f"aanvullingen/{before}.yaml")


def test_what_does_not_belong_in_the_folder_is_said_and_not_put_back(open_page: OpenPage) -> None:
    """A note, a text without a place, a folder of its own; what a system leaves behind is nobody's concern."""
    files = contents(GEMEENTEN / "voorbeeldstad")
    strange = {"notities.txt": b"a", "teksten/ons.md": b"b", "bijlagen/brief.docx": b"c"}
    page = open_page(MAKER)
    opened(page, ("map.zip", packed(files | strange | {"Thumbs.db": b"d", "~$brief.docx": b"e", ".git/x": b"f"})))
    make(page)
    expect(page.locator(".bestanden .weg")).to_have_text(re.compile("horen hier niet: " + ", ".join(strange)))
    assert in_zip(page, "map") == files


@pytest.mark.parametrize(
    ("name", "held", "said"),
    [
        (
            "zoekvragen.yaml",
            "# x\nzoekvragen:\n  - vraag: a\n    vindt: [factor:kennis]\n",
            "regel 2: .*punt 1: bij «vindt» hoort alleen tekst",
        ),
        (
            "zoekvragen.yaml",
            "zoekvragen:\n  - a\n",
            "regel 1: bij «zoekvragen» hoort bij elk punt een sleutel, zoals «vraag: …»",
        ),
        ("zoekvragen.yaml", "zoekvragen: a\n", "regel 1: bij «zoekvragen» hoort een lijst"),
        ("gedragsprincipes/a.yaml", "titel: A\nbetekent_wel: a\n", "regel 2: bij «betekent_wel» hoort een lijst"),
        ("gedragsprincipes/a.yaml", "titel: A\nbetekent_wel: [{b: c}]\n", "regel 2: .*bij elk punt alleen tekst"),
        ("gedragsprincipes/a.yaml", "titel: {a: b}\n", "regel 1: bij «titel» hoort alleen tekst"),
        (
            "gedragsprincipes/a.yaml",
            "titel: A\nonderbouwing:\n  praktijk:\n    bronnen: a\n",
            "regel 2: .*hoort een lijst",
        ),
        ("nog-niet-af.json", '{"activiteit": [{"titel": 5}]}', "dat beschadigd is"),
        ("keuze (1).yaml", "poster: {}\n", "noem die keuze.yaml"),
        ("teksten/welkom.md", "Welkom".encode("utf-16"), "sla het opnieuw op als UTF-8"),
        ("gemeente.yaml", "naam: A".encode("utf-16"), "sla het opnieuw op als UTF-8"),
        ("gemeente.yaml", "naam: A".encode("utf-16-le"), "sla het opnieuw op als UTF-8"),
    ],
)
def test_what_does_not_fit_is_named_with_what_belongs_there(
    open_page: OpenPage, name: str, held: str | bytes, said: str
) -> None:
    """The file, its line where there is one, and what to do; nothing is changed."""
    files = contents(GEMEENTEN / "voorbeeldstad")
    page = open_page(MAKER)
    content = held.encode() if isinstance(held, str) else held
    give(page, ("map.zip", packed(files | {name: content})))
    expect(page.locator(".fouten")).to_contain_text(re.compile(f"{re.escape(name)}, .*{said}.*Er is niets veranderd"))


def test_a_choice_that_does_nothing_is_taken_out_and_said(open_page: OpenPage, tmp_path: Path) -> None:
    """The form does not offer it; of a folder that has it, what is made is right, and the rest is as it was."""
    files = contents(GEMEENTEN / "voorbeeldstad")
    old = files["keuze.yaml"].replace(b"poster:\n", b"poster:\n  routes: [weg]\n") + b"  activiteiten: [brieventafel]\n"
    page = open_page(MAKER)
    opened(page, ("map.zip", packed(files | {"keuze.yaml": old})))
    expect(page.locator(".melding")).to_contain_text("niets: poster.routes, rapportage.activiteiten. ")
    make(page)
    framework = unpacked(page, tmp_path)
    made = (framework / "gemeenten/voorbeeldstad/keuze.yaml").read_text("utf-8")
    assert _read(made) == _read(files["keuze.yaml"].decode())
    assert [one for one in check_framework(framework)[1] if one.check == "vervallen-sleutel"] == []
    give(page, ("keuze.yaml", old))
    expect(page.locator(".melding")).to_contain_text("poster.routes")
    expect(page.locator(".verschillen")).to_be_hidden()


def test_points_have_no_sign_of_their_own(open_page: OpenPage) -> None:
    """It goes when somebody leaves the field, and when a file comes in; a number that counts stays, a text keeps it."""
    page = open_page(MAKER)
    fill_in(page)
    row = page.locator("[data-rijen=gedragsprincipe]")
    field = row.locator("[data-veld=betekent_wel]")
    field.fill("- Je vraagt\n• Je belt\n* Je mailt\n– Je wacht\n1. Je kijkt\n2 keer bellen\n1.5 uur")
    row.locator("[data-veld=waarom]").fill("Dit:\n- een")
    expect(field).to_have_value("Je vraagt\nJe belt\nJe mailt\nJe wacht\nJe kijkt\n2 keer bellen\n1.5 uur")
    row.locator("[data-veld=waarom]").blur()
    assert state_of(page)["gedragsprincipe"][0]["betekent_wel"][:2] == ["Je vraagt", "Je belt"]
    expect(row.locator("[data-veld=waarom]")).to_have_value("Dit:\n- een")
    opened(page, ("a.yaml", b'titel: A\nid: a\nbetekent_wel:\n  - "- Je vraagt"\n  - Je belt\nwaarom: "- een"\n'))
    held = state_of(page)["gedragsprincipe"][-1]
    assert (held["betekent_wel"], held["waarom"]) == (["Je vraagt", "Je belt"], "- een")


@pytest.mark.parametrize(
    "files",
    [
        [("gemeente.yaml", b"id: a\n\tnaam: b\n")],
        [("x.yaml", b"hallo: wereld\n")],
        [("x.yaml", b"titel: \xff\n")],
        [("map.zip", b"PK geen zip")],
        [("map.zip", zipped(GEMEENTEN / "den-haag")[:-40])],
        [("gedragsprincipes/a.yaml", b"titel: A\nbetekent_wel: geen lijst\n")],
        [("a.yaml", b"titel: {a b}\n")],
        [("gemeente.yaml", b"id: a  # niet veranderen\n")],
        [("gemeente.yaml", b"id: a\n"), ("nog-niet-af.json", b"{}")],
    ],
    ids=["tab", "onbekend", "geen-utf8", "geen-zip", "afgebroken", "geen-lijst", "accolades", "opmerking", "niet-af"],
)
def test_what_it_cannot_read_changes_nothing(open_page: OpenPage, files: list[tuple[str, bytes]]) -> None:
    """It says what is wrong, in which file, and the form is as it was."""
    page = open_page(MAKER)
    fill_in(page)
    before = state_of(page)
    give(page, *((name.rpartition("/")[2], held) for name, held in files))
    expect(page.locator(".fouten")).to_contain_text("Er is niets veranderd.")
    assert state_of(page) == before


@pytest.mark.parametrize("beside", [[], [("keuze.yaml", b"poster: {}\n")]], ids=["alone", "beside"])
def test_a_file_of_no_municipality_is_refused_by_its_name(open_page: OpenPage, beside: list[tuple[str, bytes]]) -> None:
    """What can be opened is said, and not what was said before; that can be put back still."""
    page = open_page(MAKER)
    fill_in(page)
    opened(page, ("a.yaml", b"titel: A\nid: a\n"))
    before = state_of(page)
    give(page, ("doc.docx", b"PK\x03\x04"), *beside)
    said = "doc.docx, waarin niets van een gemeente staat. Openen kan: wat u hier bewaarde, de zip van uw map"
    expect(page.locator(".fouten")).to_contain_text(said)
    assert state_of(page) == before
    expect(page.locator(".melding")).to_have_text(re.compile("^ *Zet terug wat er stond *$"))
    press(page, "terug")
    assert len(state_of(page)["gedragsprincipe"]) == 1


def test_a_zip_of_no_municipality_is_refused(open_page: OpenPage) -> None:
    """It holds nothing that the form has a place for."""
    page = open_page(MAKER)
    give(page, ("brieven.zip", packed({"een.docx": b"PK", "twee.docx": b"PK"})))
    expect(page.locator(".fouten")).to_contain_text("geen bestanden van een gemeente. Openen kan: ")


def test_the_whole_folder_has_what_a_new_one_has(open_page: OpenPage) -> None:
    """Also when the form was filled from what was changed alone."""
    page = open_page(MAKER)
    opened(page, ("veranderd.zip", packed({"gedragsprincipes/a.yaml": b"titel: A\nid: a\nstatus: concept\n"})))
    fill_in(page)
    make(page)
    assert {"LEES-MIJ.md", "keuze.yaml", "gemeente.yaml"} <= in_zip(page, "map").keys()


# ---- two versions ----


def test_two_who_changed_the_same_principle_choose_per_question(open_page: OpenPage) -> None:
    """What one of the two changed is kept; what both changed is shown, and stays until somebody chooses."""
    folder = GEMEENTEN / "voorbeeldstad"
    path = next(iter(sorted((folder / "gedragsprincipes").glob("*.yaml"))))
    theirs = re.sub(r"^titel: .*$", "titel: Zo doen we dat", path.read_text("utf-8"), flags=re.M)
    theirs = re.sub(r"^waarom: >-\n(?:  .*\n)+", "waarom: Van een collega.\n", theirs, flags=re.M)
    page = open_page(MAKER)
    opened(page, ("map.zip", zipped(folder)))
    open_all(page)
    first = page.locator("[data-rijen=gedragsprincipe] > .rij").first
    first.locator("[data-veld=waarom]").fill("Van mij.")
    first.locator("[data-veld=voorbeeldcasus]").fill("Mijn casus.")
    give(page, (path.name, theirs.encode()))
    expect(page.locator(".verschillen h3")).to_be_focused()
    assert page.locator(".verschillen fieldset").count() == 1
    expect(page.locator(".verschillen")).to_contain_text("Van mij.")
    expect(page.locator(".verschillen")).to_contain_text("Van een collega.")
    held = state_of(page)["gedragsprincipe"][0]
    assert (held["waarom"], held["voorbeeldcasus"]) == ("Van mij.", "Mijn casus.")
    page.check(".verschillen input[value=bestand]")
    page.click("[data-doe=kies-versie]")
    expect(page.locator(".melding")).to_contain_text(
        "alleen daar veranderd (1): «Zo doen we dat», Titel. Gehouden zoals het hier stond (1): «Zo doen we dat», "
    )
    held = state_of(page)["gedragsprincipe"][0]
    assert (held["titel"], held["waarom"], held["voorbeeldcasus"]) == (
        "Zo doen we dat",
        "Van een collega.",
        "Mijn casus.",
    )
    page.click("[data-doe=terug]")
    assert state_of(page)["gedragsprincipe"][0]["waarom"] == "Van mij."


def test_an_old_zip_takes_nothing_away(open_page: OpenPage) -> None:
    """What is only in the form stays; what differs is asked; leaving it changes nothing."""
    page = open_page(MAKER)
    fill_in(page)
    page.fill("[data-rijen=gemeente] [data-veld=id]", "voorbeeldstad")
    before = state_of(page)
    give(page, ("map.zip", zipped(GEMEENTEN / "voorbeeldstad")))
    expect(page.locator(".verschillen h3")).to_be_focused()
    page.click("[data-doe=laat-zo]")
    expect(page.locator(".verschillen")).to_be_hidden()
    assert state_of(page) == before


def test_a_file_of_another_municipality_is_asked_about_first(open_page: OpenPage) -> None:
    """It says whose it is and whose the form is; nothing happens until somebody chooses, and that can be undone."""
    page = open_page(MAKER)
    opened(page, ("map.zip", zipped(GEMEENTEN / "voorbeeldstad")))
    before = state_of(page)
    for press_, slug in (("laat-zo", "voorbeeldstad"), ("open-andere", "den-haag")):
        give(page, ("map.zip", zipped(GEMEENTEN / "den-haag")))
        expect(page.locator(".andere h3")).to_be_focused()
        expect(page.locator(".andere")).to_contain_text("van «Den Haag». In dit formulier staat «Voorbeeldstad».")
        assert state_of(page) == before
        page.locator(".andere").locator(f"[data-doe={press_}]").click()
        expect(page.locator(".andere")).to_be_hidden()
        expect(page.locator("[data-rijen=gemeente] [data-veld=id]")).to_have_value(slug)
    held = state_of(page)
    assert {one["@van"] for one in held["gedragsprincipe"]} <= contents(GEMEENTEN / "den-haag").keys()
    page.click("[data-doe=terug]")
    assert state_of(page) == before


def test_what_a_file_does_not_name_stays_and_what_is_taken_is_named(open_page: OpenPage) -> None:
    """A shorter gemeente.yaml wipes nothing; a key that stands there empty does, and that is said."""
    folder = GEMEENTEN / "voorbeeldstad"
    whole = yaml.safe_load((folder / "gemeente.yaml").read_text("utf-8"))
    short = {key: whole[key] for key in ("id", "soort", "editie", "datum", "woorden")} | {"naam": "Voorbeelddorp"}
    page = open_page(MAKER)
    opened(page, ("map.zip", zipped(folder)))
    before = state_of(page)["gemeente"][0]
    opened(page, ("gemeente.yaml", yaml.safe_dump(short, allow_unicode=True).encode()))
    expect(page.locator(".melding")).to_contain_text("alleen daar veranderd (1): Naam.")
    assert state_of(page)["gemeente"][0] == before | {"naam": "Voorbeelddorp"}
    page.click("[data-doe=terug]")
    give(page, ("gemeente.yaml", yaml.safe_dump(whole | {"contact": None}, allow_unicode=True).encode()))
    expect(page.locator(".melding")).to_contain_text("alleen daar veranderd (1): Contact, dat nu leeg is.")
    assert state_of(page)["gemeente"][0]["contact"] == ""


def test_a_key_without_a_field_goes_with_its_tick(open_page: OpenPage, tmp_path: Path) -> None:
    """What somebody takes out is not in the file, on whatever level it stood; the command finds nothing."""
    folder = GEMEENTEN / "voorbeeldstad"
    text = (folder / "gemeente.yaml").read_text("utf-8")
    text = re.sub(r"^stijl:\n", "# van ons\nburgemeester: Jansen\nstijl:\n  lettertype: Arial\n", text, flags=re.M)
    page = open_page(MAKER)
    opened(page, ("map.zip", zipped(folder)))
    give(page, ("gemeente.yaml", text.encode()))
    expect(page.locator(".vreemd")).to_have_count(1)
    open_all(page)
    for box in page.locator(".vreemd input").all():
        box.uncheck()
    make(page)
    expect(page.locator(".bestanden")).to_be_visible()
    _, problems = check_framework(unpacked(page, tmp_path))
    assert [problem for problem in problems if problem.level == "fout"] == []
    made = (tmp_path / "framework/gemeenten/voorbeeldstad/gemeente.yaml").read_text("utf-8")
    assert ("burgemeester" in made, "lettertype" in made, "# van ons" in made) == (False, False, True)


def test_a_question_is_no_text_of_the_municipality(open_page: OpenPage) -> None:
    """The whole folder holds no text that only asks: what is not written is not published as said."""
    page = open_page(MAKER)
    fill_in(page)
    make(page)
    expect(page.locator(".bestanden")).to_be_visible()
    held = in_zip(page, "map")
    assert {"LEES-MIJ.md", "gemeente.yaml"} <= held.keys()
    assert [name for name in held if name.startswith("teksten/")] == []
    page = open_page(MAKER)
    asked = f"{VRAGEN['teksten']['welkom']}\n".encode()
    opened(page, ("map.zip", zipped(GEMEENTEN / "den-haag")))
    opened(page, ("welkom.md", asked))
    assert VRAGEN["teksten"]["welkom"] not in str(state_of(page)["teksten"])


# ---- a table from a spreadsheet ----


def test_forty_messy_rows_become_activities_with_what_is_open(open_page: OpenPage, tmp_path: Path) -> None:
    """Columns in any order, cells between quotes, nothing said in many ways; what is missing stays a question."""
    page = open_page(MAKER)
    fill_in(page)
    page.fill(".tabel textarea", TABLE.read_text("utf-8").replace("\n", "\r\n"))
    page.click("[data-doe=lees-tabel]")
    chosen = page.locator(".tabel__uit select")
    expect(chosen).to_have_count(7)
    assert chosen.evaluate_all("all => all.map(one => one.value)") == [
        *("contact", "zo_kom_je_binnen", "titel", "voor_wie", "", "werkgever", "voor_factoren")
    ]
    page.click("[data-doe=maak-activiteiten]")
    expect(page.locator(".melding")).to_contain_text("40 rijen werden een activiteit.")
    expect(page.locator(".melding")).to_contain_text("Zonder naam, dus niet meegenomen: de rij met «balie»")
    held = state_of(page)["activiteit"]
    assert len({one["id"] for one in held}) == len(held) == 40
    assert held[1]["zo_kom_je_binnen"].startswith("Bel de balie;\nof loop binnen\n")
    assert held[1]["voor_wie"] == 'Wie "net" begint'
    assert held[0]["voor_factoren"] == ["houding", "kennis"]
    assert {one["voor_wie"] for one in held[2::5]} == {""}
    row = page.locator("[data-rijen=activiteit] > .rij").first
    expect(row.locator("summary").first).to_contain_text("nog open: wat het is, in welke stappen")
    open_all(page)
    row.locator("[data-veld='kern.tekst']").fill("Samen brieven schrijven.")
    row.locator("[data-veld=stappen]").first.check()
    expect(row.locator("summary").first).not_to_contain_text("nog open")
    make(page)
    expect(page.locator(".bestanden .niet-mee")).to_contain_text("Taalcafé «De Brug»")
    _, problems = check_framework(unpacked(page, tmp_path))
    assert [problem for problem in problems if problem.level == "fout"] == []
    made = tmp_path / "framework/gemeenten/nieuw-exloo/activiteiten"
    assert [path.name for path in made.iterdir()] == ["sollicitatiegroep.yaml"]


def test_what_a_table_says_that_is_unknown_is_named(open_page: OpenPage) -> None:
    """A column is known by the words of the form; what is no factor, and a name in capitals too, is said."""
    page = open_page(MAKER)
    begin(page)
    open_all(page)
    rows = ["Activiteit\tWaar helpt het bij", "Taalmaatje\tkennis, mobiliteit", "TAALMAATJE\thouding"]
    page.fill(".tabel textarea", "\n".join(rows))
    page.click("[data-doe=lees-tabel]")
    expect(page.locator(".tabel__uit select").nth(1)).to_have_value("voor_factoren")
    page.click("[data-doe=maak-activiteiten]")
    said = page.locator(".melding")
    expect(said).to_contain_text("Niet herkend als factor of stap: «mobiliteit».")
    expect(said).to_contain_text("Meer dan eens dezelfde naam: «TAALMAATJE».")
    assert [one["voor_factoren"] for one in state_of(page)["activiteit"]] == [["kennis"], ["houding"]]


def test_what_is_not_finished_travels_in_the_zip(open_page: OpenPage) -> None:
    """Opened again it is all there, with what is open; once it is finished, its file has to go."""
    page = open_page(MAKER)
    fill_in(page)
    page.fill(
        ".tabel textarea", "Activiteit\tVoor wie\nTaalcafé\tIedereen\n•\tTaalcafé\nTotaal\t=SOM(B2:B2)\nMarkt\t#VERW!\n"
    )
    page.click("[data-doe=lees-tabel]")
    page.click("[data-doe=maak-activiteiten]")
    expect(page.locator(".melding")).to_contain_text("Een optelling, dus niet meegenomen: «Totaal»")
    expect(page.locator(".melding")).to_contain_text("Zonder naam, dus niet meegenomen: de rij met «Taalcafé»")
    expect(page.locator("details.tabel + .melding")).to_be_in_viewport()
    make(page)
    expect(page.locator(".bestanden .niet-mee")).to_contain_text(
        "Taalcafé; Markt. Alleen de naam staat bij «Aanbod in beeld»"
    )
    packed = download(page, "zip", "map")
    before = state_of(page)["activiteit"]
    assert [one["voor_wie"] for one in before] == ["Iedereen", ""]
    press(page, "leeg")
    opened(page, ("map.zip", packed))
    assert [one["titel"] for one in state_of(page)["activiteit"]] == ["Taalcafé", "Markt"]
    expect(page.locator("[data-rijen=activiteit] > .rij[data-open]")).to_have_count(2)
    for _ in before:
        page.locator("[data-rijen=activiteit] [data-doe=haal-weg]").first.evaluate("button => button.click()")
    make(page)
    expect(page.locator(".bestanden .weg")).to_contain_text("nog-niet-af.json")


def test_one_choice_for_many_rows(open_page: OpenPage) -> None:
    """What is ticked comes with every ticked activity, beside what it had; a column of the table may say it too."""
    page = open_page(MAKER)
    fill_in(page)
    expect(page.locator(".tegelijk")).to_be_hidden()
    head, *rows = ["Activiteit\tFactor\tContact", *(f"Aanbod {n}\t{'kennis' if n == 1 else ''}\t" for n in range(40))]
    page.fill(".tabel textarea", "\n".join([head, *rows, "Loket\t\t06-12345678"]).replace("Aanbod 39", "Aanbod 38"))
    page.click("[data-doe=lees-tabel]")
    page.click("[data-doe=maak-activiteiten]")
    expect(page.locator(".melding")).to_contain_text("telefoonnummer staat bij «Loket»")
    expect(page.locator(".melding")).to_contain_text("Meer dan eens dezelfde naam: «Aanbod 38»")
    press(page, "zet-erbij")
    expect(page.locator(".fouten")).to_contain_text("Vink eerst activiteiten aan")
    press(page, "vink-open")
    expect(page.locator(".tegelijk__rijen input:checked")).to_have_count(41)
    page.locator(".tegelijk__rijen input").nth(0).uncheck()
    page.check("[data-erbij=voor_factoren][value=houding]")
    page.check("[data-erbij=stappen][value=plan]")
    press(page, "zet-erbij")
    expect(page.locator(".melding")).to_contain_text("Gekozen bij «Aanbod 1», «Aanbod 2»")
    held = state_of(page)["activiteit"]
    assert [(sorted(one["voor_factoren"]), one["stappen"]) for one in held[:3]] == [
        ([], []),
        (["houding", "kennis"], ["plan"]),
        (["houding"], ["plan"]),
    ]
    assert all(one["stappen"] == ["plan"] for one in held[1:])
    press(page, "terug")
    assert [one["stappen"] for one in state_of(page)["activiteit"]] == [[]] * 41


def test_of_many_files_it_says_which_changed(open_page: OpenPage) -> None:
    """What changed stands first, with the names of its fields; the rest is folded, and does not go in the zip of it."""
    page = open_page(MAKER)
    opened(page, ("map.zip", zipped(GEMEENTEN / "voorbeeldstad")))
    open_all(page)
    page.locator("[data-rijen=gedragsprincipe] [data-veld=waarom]").first.fill("Om iets anders.")
    make(page)
    changed = page.locator(".bestanden > ul > li")
    expect(changed).to_have_count(1)
    expect(changed.locator("summary")).to_have_text(re.compile(r"gedragsprincipes/.*\.yaml: veranderd bij «Waarom»$"))
    expect(page.locator(".bestanden .zelfde summary").first).to_have_text(re.compile("^Niet veranderd: [1-9]"))
    with page.expect_download() as started:
        press(page, "zip", "")
    expect(page.locator(".bestanden [data-doe=zip]").first).to_be_in_viewport()
    expect(page.locator(".formulier__knoppen + .melding")).to_be_in_viewport()
    page.locator("[data-rijen=gedragsprincipe] [data-veld=waarom]").first.fill("Om iets anders.\u200b")
    expect(page.locator(".bestanden")).to_be_hidden()
    expect(page.locator(".melding")).to_contain_text("een teken")
    expect(page.locator(".melding")).to_be_visible()
    wipe(page)
    assert "Om iets anders" not in (page.locator("principe-maker").text_content() or "")
    assert page.locator(".bestanden pre, .bestanden li").count() == 0
    assert started.value.suggested_filename == "voorbeeldstad-veranderd.zip"
    with zipfile.ZipFile(started.value.path()) as archive:
        assert [name.split("/")[1] for name in archive.namelist()] == ["gedragsprincipes"]


def test_the_form_stays_where_somebody_was(open_page: OpenPage) -> None:
    """What was open stays open after a row went, and what happened is said beside it."""
    page = open_page(MAKER)
    opened(page, ("map.zip", zipped(GEMEENTEN / "voorbeeldstad")))
    rows = page.locator("[data-rijen=activiteit] > .rij")
    for at in (0, 1):
        rows.nth(at).locator("summary").first.click()
    held = rows.nth(1).locator("[data-veld=titel]").input_value()
    rows.nth(0).locator("[data-doe=haal-weg]").last.click()
    expect(page.locator("[data-rijen=activiteit] + .melding")).to_contain_text("Weggehaald.")
    expect(rows.nth(0).locator("[data-veld=titel]")).to_have_value(held)
    assert rows.nth(0).get_attribute("open") is not None


def test_the_id_follows_the_title_until_somebody_took_it_along(open_page: OpenPage) -> None:
    """Also after the page was read again; after a download it is the address of something, and stays."""
    page = open_page(MAKER)
    fill_in(page)
    page.reload()
    page.wait_for_selector("principe-maker:not([hidden])")
    open_all(page)
    id_ = page.locator("[data-rijen=gedragsprincipe] [data-veld=id]")
    page.fill("[data-rijen=gedragsprincipe] [data-veld=titel]", "Wij luisteren")
    expect(id_).to_have_value("wij-luisteren")
    make(page)
    expect(page.locator(".bestanden")).to_be_visible()
    download(page, "zip", "map")
    page.fill("[data-rijen=gedragsprincipe] [data-veld=titel]", "Wij vragen")
    expect(id_).to_have_value("wij-luisteren")


PASTE = """(field, text) => {
  field.value = text;
  field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
}"""


def test_a_pasted_text_keeps_its_words_apart(open_page: OpenPage) -> None:
    """A soft line end is one, or a space in a field of one line; spaces and bullets become those of the site."""
    page = open_page(MAKER)
    fill_in(page)
    for key, text, expected in (
        (
            "waarom",
            "regel\vmet\u2028nog\fiets\xa0erbij\n·    een\n•\ttwee",
            "regel\nmet\nnog\niets erbij\n- een\n- twee",
        ),
        ("betekent_wel", "·    bellen\n•\xa0vragen", "bellen\nvragen"),
        ("titel", "Wij\vvragen\xa0eerst", "Wij vragen eerst"),
    ):
        field = page.locator(f"[data-rijen=gedragsprincipe] [data-veld={key}]")
        field.evaluate(PASTE, text)
        expect(field).to_have_value(expected)
    expect(page.locator(".melding")).not_to_contain_text("weggehaald")


def test_a_day_may_be_written_as_people_do(open_page: OpenPage) -> None:
    """It becomes the day of the file; what is no day is still refused."""
    page = open_page(MAKER)
    fill_in(page)
    field = page.locator("[data-rijen=gemeente] [data-veld=datum]")
    for typed, held in (("1-12-2026", "2026-12-01"), ("1 december 2026", "2026-12-01"), ("31-2-2026", "31-2-2026")):
        field.fill(typed)
        field.blur()
        expect(field).to_have_value(held)


def test_gemeente_before_a_name_is_left_out(open_page: OpenPage) -> None:
    """Pages put it there themselves; the id follows the name that is left."""
    page = open_page(MAKER)
    fill_in(page)
    field, made = (page.locator(f"[data-rijen=gemeente] [data-veld={key}]") for key in ("naam", "id"))
    for typed, held, slug in (
        ("Gemeente Zand aan Zee", "Zand aan Zee", "zand-aan-zee"),
        ("de gemeente  Zand", "Zand", "zand"),
        ("  Zand", "Zand", "zand"),
        (" gemeente Zand", "Zand", "zand"),
        ("Gemeente", "Gemeente", "gemeente"),
    ):
        made.fill("")
        field.fill(typed)
        field.blur()
        expect(field).to_have_value(held)
        expect(made).to_have_value(slug)


@pytest.mark.parametrize("text", ["", " \n\t\n", "wat losse tekst zonder kop"])
def test_what_is_no_table_says_what_to_do(open_page: OpenPage, text: str) -> None:
    """Nothing at all is refused; one cell is a name, and that is asked."""
    page = open_page(MAKER)
    fill_in(page)
    page.fill(".tabel textarea", text)
    page.click("[data-doe=lees-tabel]")
    if text.strip():
        expect(page.locator(".tabel__uit select")).to_have_value("titel")
    else:
        expect(page.locator(".fouten")).to_contain_text("Hier staat nog geen tabel")


# How high a logo stands in the head of a page.
LOGO_IN_THE_HEAD = """() => {
  const picture = document.querySelector(".kop__gemeente").appendChild(new Image());
  picture.className = "kop__logo";
  const { height } = picture.getBoundingClientRect();
  picture.remove();
  return height;
}"""


def test_a_logo_goes_along(open_page: OpenPage, tmp_path: Path) -> None:
    """Chosen in the form it stands in beeld/ of the zip, and asks for its text; what is no picture is refused."""
    logo = (ROOT / "tests/miniatuur/framework/gemeenten/fabeldam/beeld/draak.svg").read_bytes()
    page = open_page(MAKER)
    fill_in(page)
    field = page.locator("[data-rijen=gemeente] .logo [type=file]")
    field.set_input_files({"name": "brief.png", "mimeType": "image/png", "buffer": b"geen plaatje"})
    expect(page.locator(".fouten")).to_contain_text("geen .svg of .png")
    unsafe = logo.replace(b"</svg>", b"<script>alert(1)</script></svg>")
    field.set_input_files({"name": "Ons Logo.svg", "mimeType": "image/svg+xml", "buffer": unsafe})
    expect(page.locator(".fouten")).to_contain_text("in dit plaatje zit een script")
    heavy = logo + b" " * 5_000_000
    field.set_input_files({"name": "Ons Logo.svg", "mimeType": "image/svg+xml", "buffer": heavy})
    expect(page.locator(".fouten")).to_contain_text(f"«ons-logo.svg» weegt {len(heavy) // 1000 + 1} kB")
    expect(page.locator(".fouten")).to_contain_text(f"hoogstens {LARGEST} kB: bewaar een kleiner .png of .svg")
    assert state_of(page)["bestand"] == []
    field.set_input_files({"name": "Ons Logo.svg", "mimeType": "image/svg+xml", "buffer": logo})
    expect(page.locator(".logo__nu")).to_contain_text(f"ons-logo.svg, {-(-len(logo) // 1000)} kB")
    shown = page.locator(".logo__nu img")
    assert shown.evaluate("image => image.decode().then(() => image.naturalWidth)")
    assert shown.evaluate("image => image.getBoundingClientRect().height") == page.evaluate(LOGO_IN_THE_HEAD)
    make(page)
    expect(page.locator(".fouten")).to_contain_text("wat een schermlezer voorleest")
    page.fill("[data-veld='stijl.logo_tekst']", "Een draak")
    make(page)
    _, problems = check_framework(unpacked(page, tmp_path))
    assert [problem for problem in problems if problem.level == "fout"] == []
    assert (tmp_path / "framework/gemeenten/nieuw-exloo/beeld/ons-logo.svg").read_bytes() == logo

"""A style sheet, script or drawing that does not parse is named by `check`, `build` and `serve`, with its place."""

import subprocess
import sys
from pathlib import Path

import pytest

from leidraad.editions.engine import gaps, wrong_files
from leidraad.editions.preview.preview import Preview
from leidraad.editions.preview.watch import Changes
from leidraad.model.yaml.problem import Problem
from leidraad.outputs.syntax import wrong_in
from tests.forked import leidraad
from tests.probe import ROOT
from tests.verwachting import SLUG, ready

NOT_CLOSED = "wat hier begint, is nergens gesloten"
NO_RULE = "dit is geen regel met een «{» en geen «naam: waarde;»"
MISTAKES = [
    ("a.css", "a{b:c}\n.x {\n  color: red;\n\n.y { color: blue }\n", "2:1", NOT_CLOSED),
    ("a.css", "@media print {\n  a { b: c }\n", "1:1", NOT_CLOSED),
    ("a.css", "a { b: c }\n/* nooit\n", "2:1", NOT_CLOSED),
    ("a.css", "a { b: c }\n}\nd { e: f }\n", "2:1", "«}» sluit hier niets"),
    ("a.css", "a {\n  b: calc(1px;\n}\nc { d: e }\n", "3:1", "«}» sluit hier niets"),
    ("a.css", "a {\n  color red;\n  b: c;\n}\n", "2:12", NO_RULE),
    ("a.css", "a {\n  b: c\n  d: e;\n}\n", "3:3", "vóór «d:» ontbreekt een puntkomma"),
    ("a.css", "a {\n  b: 'x;\n}\n", "2:6", "een tekst tussen aanhalingstekens is niet gesloten"),
    ("a.css", "a {\n  b: url(x y);\n}\n", "2:6", "het adres in url( ) klopt niet"),
    ("a.css", "a { b: c }\nlosse tekst\n", "2:12", NO_RULE),
    ("a.js", "let a = 1;\nif (a) {\n  b();\n", "4:1", "het script is niet af"),
    ("a.js", "let a = 1;\nconst a = 2;\n", "2:7", "«a» is eerder al gemaakt"),
    ("a.js", "let a = {\n  b: 1\n  c: 2\n};\n", "3:3", "«c» kan hier niet"),
    ("a.js", "let a = 'x\n", "1:9", "een tekst tussen aanhalingstekens is niet gesloten"),
    ("a.js", "f(() => {\n}}\n", "2:2", "«}» kan hier niet"),
    ("a.js", "if a {}\n", "1:4", "hier staat «a», en er hoort «(»"),
    ("a.mjs", "a = /x\n", "1:7", "het patroon dat hier staat, is niet gesloten"),
    ("a.js", "/* nooit\n", "2:1", "de opmerking die hier staat, is niet gesloten"),
    ("a.js", "a = 1;\nb = 010;\n", "2:5", "dit script is zo niet te lezen (legacy octal"),
    ("a.svg", "<svg>\n<a></svg>\n", "2:6", "dit is geen goede XML"),
    ("a.json", '{\n"a": 1,\n}\n', "3:1", "dit is geen goede JSON"),
]
RIGHT = {
    "a.css": "@import 'x'; :root { --x:; --y: {a: b} } a { &:hover { b: c } > d { e: f } @media x { g: h } "
    'i: var(--x,) calc(1px + (2 * 3px)) !important; j: url("x y") } @container k (width > 1px) { a:is(b) { c: d } }',
    "b.min.css": "a {",
    "a.js": "export class A extends B { #p = 1; static { c ??= 1_000n } async *e() { for await (const f of g); } }\n"
    "/[\\p{L}--[a]]/v.test(`${await import(`x`)}`); export * as h from 'x'; const { i, ...j } = k;",
    "b.min.js": "dit is van een ander {",
    "a.svg": '<?xml version="1.0" encoding="iso-8859-1"?><svg>\xe9</svg>',
    "a.txt": "}",
}  # what is written today, and is right


@pytest.mark.parametrize(("name", "text", "place", "told"), MISTAKES)
def test_a_mistake_is_told_where_it_is(name: str, text: str, place: str, told: str) -> None:
    """One message for one mistake, in Dutch."""
    found = [*wrong_in(name, text.encode())]
    assert [f"{one.line}:{one.column}" for one in found] == [place]
    assert found[0].message.startswith(told)


@pytest.mark.parametrize("name", RIGHT)
def test_what_is_right_is_left_alone(name: str) -> None:
    """New ways to write too, and what is of others."""
    assert [*wrong_in(name, RIGHT[name].encode("latin-1"))] == []


@pytest.mark.parametrize(("name", "content"), [("a.css", b"a{}\n\xff"), ("a.js", b"a\n\x00"), ("a.json", b"\xff\xfe")])
def test_what_is_no_text_is_told(name: str, content: bytes) -> None:
    """A library would end there, or give up."""
    assert ["UTF-8" in one.message for one in wrong_in(name, content)] == [True]


def test_our_own_files_are_all_right() -> None:
    """What every fork builds."""
    assert wrong_files.wrong_files(ROOT) == []


def _with_mistakes(folder: Path) -> Path:
    project = ready(folder)
    for name, text in {"thema/eigen.css": "a{\n", "docs/assets/kaart/eigen.js": "// x\nlet a b\n"}.items():
        (project / name).write_text(text, "utf-8")
    return project


SAID = (
    "docs/assets/kaart/eigen.js:2:7: «b» kan hier niet",
    "thema/eigen.css:1:1: wat hier begint, is nergens gesloten",
)


@pytest.mark.parametrize("words", [["check"], ["check", SLUG], ["build"], ["build", "--direct"], ["pdf"]])
def test_a_command_says_it_and_makes_nothing(tmp_path: Path, words: list[str]) -> None:
    """Each of them beside what else is wrong; asked again from what was remembered, the same."""
    project = _with_mistakes(tmp_path)
    for _ in range(2):
        done = leidraad(project, *words)
        assert done.returncode == 1
        assert all(said in done.stdout for said in SAID), done.stdout + done.stderr
        assert "Traceback" not in done.stderr
    assert not (project / "site").exists()


def test_what_is_remembered_is_of_the_same_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only what changed is taken apart again; what is mended or gone is forgotten."""
    project, memory = _with_mistakes(tmp_path / "een"), tmp_path / "geheugen"
    first = wrong_files.wrong_files(project, memory)
    looked = list[str]()

    def look(name: str, _: bytes) -> list[Problem]:
        looked.append(name)
        return []

    monkeypatch.setattr(wrong_files, "wrong_file", look)
    (project / "thema" / "eigen.css").write_text("a{}\n", "utf-8")
    assert wrong_files.wrong_files(project, memory) == first[:1]
    (project / "docs" / "assets" / "kaart" / "eigen.js").unlink()
    assert wrong_files.wrong_files(project, memory) == []
    assert looked == ["thema/eigen.css"]


def test_a_preview_says_it_in_the_terminal_and_on_the_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From its start, after a save, and no more once it is mended; the file itself is handed out as it is."""
    for name, value in {gaps.VARIABLE: "1", "HARD": "false", "NO_MKDOCS_2_WARNING": "1"}.items():
        monkeypatch.setenv(name, value)
    project = _with_mistakes(tmp_path)
    monkeypatch.chdir(project)
    said = list[str]()
    preview = Preview(project, SLUG, said.append)
    assert preview.begin()
    preview.asked.set()
    assert all(any(str(one).startswith(told) for one in preview.problems) for told in SAID)
    assert all(told in (preview.page("index.html") or "") for told in ("eigen.js:2:7", "eigen.css:1:1"))
    assert preview.file("assets/kaart/eigen.js") == b"// x\nlet a b\n"
    for name, text, left in (
        ("docs/assets/kaart/eigen.js", "// x\nlet a\n", 1),
        ("thema/eigen.css", "", 0),
        ("docs/assets/leidraad.css", "a } b {", 1),
        ("docs/assets/leidraad.css", "a { }", 0),
    ):
        (project / name).write_text(text, "utf-8")
        said.clear()
        preview.follow(Changes((name,), ()))
        assert [line.partition(":")[0] for line in said[:-1]] == [one.place.file for one in preview.problems]
        assert len(preview.problems) == left
        assert ("Nog niet goed" in (preview.page("index.html") or "")) == bool(left)
    preview.end()


def test_what_a_build_forks_after_is_not_read() -> None:
    """What takes scripts apart does not survive a fork: a build lets another process look."""
    code = (
        "import sys; from pathlib import Path; from leidraad.editions.engine.wrong_files import wrong_files as look; "
    )
    code += "print(look(Path(), apart=True), sorted({'minify', 'tinycss2'} & {*sys.modules}))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    assert done.stdout == "[] []\n"

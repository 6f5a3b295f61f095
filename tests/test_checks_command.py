"""The command line: its forms, its choice of municipalities, and what it says about words it does not know."""

import ast
import json
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from leidraad import checks
from leidraad.checks import HANDLEIDING
from leidraad.command import leidraad as group
from leidraad.command import main
from leidraad.command.told import as_text
from leidraad.model.yaml.problem import NOWHERE, Problem
from tests.fouten import CASES, copy_with
from tests.probe import ROOT

Capture = pytest.CaptureFixture[str]
MANY = CASES["veel: veel fouten in veel bestanden"]
_SAY = ("Problem", "problem", "_problem")  # by its name: what makes or notes one
HINT = CASES["gemeente: geen adres"]
CORE_HINT = CASES["teksten: bron die nergens wordt genoemd"]


def run(capsys: Capture, *words: str) -> tuple[object, str, str]:
    """Run the command in this process; return its exit code, what it printed and what it complained of."""
    code: object = 0
    try:
        main(words)
    except SystemExit as end:
        code = end.code
    printed = capsys.readouterr()
    return code, printed.out, printed.err


@pytest.fixture
def broken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A framework with mistakes in many files, as the working folder."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1798675200")
    root = copy_with(MANY, tmp_path)
    monkeypatch.chdir(root)
    return root


def test_json_holds_every_problem_with_its_place(broken: Path, capsys: Capture) -> None:
    """`--vorm json` gives a list with Dutch keys, in the order of the text form."""
    code, out, _ = run(capsys, "check", "--vorm", "json")
    rows = json.loads(out)
    assert code == 1
    assert [f"{row['bestand']}:{row['regel']}:{row['kolom']}" for row in rows] == [
        e["plaats"] for e in MANY["verwacht"]
    ]
    assert rows[0]["soort"] == "fout"
    assert rows[0]["controle"] == "onbekende-sleutel"
    assert "bedoelde u «igm_vraag»?" in rows[0]["melding"]


def test_json_of_a_sound_framework_is_an_empty_list(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    """Nothing wrong is still JSON."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1798675200")
    monkeypatch.chdir(copy_with({}, tmp_path))
    assert run(capsys, "check", "--vorm", "json") == (False, "[]\n", "")


def test_ci_gives_an_annotation_for_every_problem(broken: Path, capsys: Capture) -> None:
    """`--vorm ci` gives lines that put each problem at its line of a change."""
    code, out, _ = run(capsys, "check", "--vorm", "ci")
    first = "::error file=framework/afwegingskader/stappen/kijken.yaml,line=10,col=1,title=onbekende-sleutel::sleutel"
    assert code == 1
    assert out.startswith(first)
    assert len(out.splitlines()) == len(MANY["verwacht"])


def test_a_hint_is_a_notice_and_fails_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    """A hint (let op) never fails a build."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1798675200")
    monkeypatch.chdir(copy_with(HINT, tmp_path))
    code, out, _ = run(capsys, "check", "--vorm", "ci")
    assert code is False
    assert out.startswith("::notice file=framework/gemeenten/fabeldam/gemeente.yaml,line=1,col=5")


def test_naming_a_municipality_leaves_the_others_out(broken: Path, capsys: Capture) -> None:
    """The core is always checked; of the municipalities only those that are named."""
    _, out, _ = run(capsys, "check", "nergenshuizen")
    assert "framework/gemeenten/nergenshuizen/" in out
    assert "framework/gemeenten/fabeldam/" not in out
    assert "framework/kern.yaml" in out


def test_another_municipality_is_not_even_read(broken: Path) -> None:
    """Who names one is not kept waiting by the others, and gets the same about it as with them."""
    root, slug = broken / "framework", "fabeldam"
    (root / "gemeenten" / "elders").mkdir()
    (root / "gemeenten" / "elders" / "CON.yaml").write_text("x: [", "utf-8")
    framework, alone = checks.check_framework(root, [slug])
    _, together = checks.check_framework(root)
    assert [*framework.gemeenten] == [slug]
    assert any("elders" in problem.place.file for problem in together)
    assert alone == [one for one in together if "gemeenten" not in one.place.file or slug in one.place.file]


@pytest.mark.parametrize("vorm", ["tekst", "ci", "json"])
def test_a_municipality_gets_no_hints_about_the_core(
    vorm: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    """Who may change one folder only hears of that folder, and in words that there are hints beside it."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1798675200")
    monkeypatch.chdir(copy_with(CORE_HINT, tmp_path))
    file = CORE_HINT["verwacht"][0]["plaats"].split(":")[0]
    assert file in run(capsys, "check", "--vorm", vorm)[1]
    code, out, _ = run(capsys, "check", "fabeldam", "--vorm", vorm)
    assert code is False
    assert file not in out
    assert ("Er zijn ook hints over de gedeelde kern" in out) == (vorm == "tekst")


def test_mistakes_do_not_say_that_there_are_no_hints(broken: Path, capsys: Capture) -> None:
    """Hints are looked for when all is sound; until then the list says so."""
    assert "fouten. Hints toont «leidraad check» als er geen fouten meer zijn." in run(capsys, "check")[1]


@pytest.mark.parametrize("words", [["--help"], ["check", "--help"], ["chek"]])
def test_help_and_a_mistyped_word_read_no_framework(tmp_path: Path, words: list[str]) -> None:
    """They are answered at once: neither the model nor the engine is imported for them."""
    code = "import sys, atexit; from leidraad.command import main; "
    code += (
        "atexit.register(lambda: print(sorted({'pydantic', 'yaml', 'jinja2', 'mkdocs'} & set(sys.modules)))); main()"
    )
    done = subprocess.run([sys.executable, "-c", code, *words], cwd=tmp_path, capture_output=True, encoding="utf-8")
    assert done.stdout.rstrip().endswith("[]")


def test_a_command_that_ends_does_not_go_through_its_memory(tmp_path: Path) -> None:
    """What was read is left to the system: nothing is looked through again, which takes a sixth of a check."""
    code = "import atexit, gc; atexit.register(lambda: print(gc.get_freeze_count() > 1000)); "
    code += "from leidraad.command import main; main()"
    done = subprocess.run([sys.executable, "-c", code, "--help"], cwd=tmp_path, capture_output=True, encoding="utf-8")
    assert done.stdout.rstrip().endswith("True")


def test_the_collector_is_still_while_a_build_lasts(tmp_path: Path) -> None:
    """It would go through all that is read, imported and remembered, and find next to nothing: a tenth of a build."""
    code = "import gc; from leidraad.editions import build; from leidraad.command import main; "
    code += "build.build_editions = lambda *_, **__: print(gc.isenabled()); main()"
    words = [sys.executable, "-c", code, "build", "voorbeeldstad", "--doel", str(tmp_path)]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, encoding="utf-8")
    assert done.stdout == "False\n"


@pytest.mark.parametrize("id_", HANDLEIDING)
def test_every_message_has_a_manual(capsys: Capture, id_: str) -> None:
    """`--uitleg` says what a message means, with an example that gives it and another that does not."""
    told = HANDLEIDING[id_]
    code, out, _ = run(capsys, "check", "--uitleg", f"[{id_}]")
    assert code == 0
    assert out.startswith(f"{id_}\n\n{told.uitleg}\n")
    assert told.fout.strip() != told.goed.strip() != ""


def _ids() -> Iterator[tuple[str, str]]:
    """Yield each id that the machine writes down for a message, with its file: in a problem, or between brackets."""
    for path in sorted((ROOT / "leidraad").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in _SAY:
                values = [value for place in node.args[2:3] for value in ast.walk(place)]
                said = [one.value for one in values if isinstance(one, ast.Constant)]
                yield from ((path.name, str(one)) for one in said if " " not in str(one))
            elif isinstance(node, ast.Constant) and isinstance(node.value, str) and "checks" not in path.parts:
                yield from ((path.name, id_) for id_ in re.findall(r" \[([a-z0-9-]+)\]$", node.value))


def test_every_id_that_a_message_shows_is_in_the_manual() -> None:
    """Whoever reads «[pagina]» behind one finds it with `--uitleg`, and on the page of all messages."""
    shown = {*_ids()}
    assert {"pagina", "bestand", "onbekende-sleutel"} <= {id_ for _, id_ in shown}
    assert [one for one in sorted(shown) if one[1] not in HANDLEIDING] == []


def test_a_list_of_problems_leads_to_the_manual(broken: Path, capsys: Capture) -> None:
    """Its last line says how to ask what a message means; an unknown one is answered with the nearest."""
    assert "leidraad check --uitleg onbekende-sleutel" in run(capsys, "check")[1].splitlines()[-1]
    assert "--uitleg a»; zo ook: b." in as_text([Problem(NOWHERE, "x", name) for name in "aba"])
    assert run(capsys, "check", "--uitleg", "opmak")[2].startswith("Melding «opmak» ken ik niet; bedoelde u «opmaak»?")


def test_a_check_is_found_by_its_file() -> None:
    """Every module of the package that does not begin with an underscore is run, under the name of its file."""
    files = {path.stem for path in Path(checks.__file__).parent.glob("[!_]*.py")}
    assert {check.id.replace("-", "_") for check in checks.CHECKS} == files
    assert len(checks.CHECKS) == len(files)


def test_a_check_half_made_says_all_that_it_lacks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No traceback: what is missing in which file, and what to add, of all of them at once."""
    (tmp_path / "half_een.py").write_text('ID = "half-een"\nUITLEG = "x"\n\ndef check(_): yield\n', "utf-8")
    (tmp_path / "half_twee.py").write_text('ID = "half-twee"\nUITLEG = FOUT = GOED = "x"\n', "utf-8")
    monkeypatch.setattr(checks, "__path__", [*checks.__path__, str(tmp_path)])
    with pytest.raises(SystemExit) as end:
        list(checks.rules())
    said = [line.partition(";")[0] for line in str(end.value).splitlines()]
    assert said == [
        "leidraad/checks/half_een.py: «FOUT» ontbreekt",
        "leidraad/checks/half_een.py: «GOED» ontbreekt",
        "leidraad/checks/half_twee.py: «check» ontbreekt",
    ]


def test_a_check_under_the_name_of_another_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two with one id would share an entry of the manual: it says which file, and what the id is to be."""
    copied = f"{(Path(checks.__file__).parent / 'zinslengte.py').read_text('utf-8')}"
    (tmp_path / "uitroepteken.py").write_text(copied, "utf-8")
    monkeypatch.setattr(checks, "__path__", [*checks.__path__, str(tmp_path)])
    with pytest.raises(SystemExit, match=r"uitroepteken\.py: «ID» is zinslengte; .*: uitroepteken$"):
        list(checks.rules())


def test_several_municipalities_may_be_named(broken: Path, capsys: Capture) -> None:
    """Naming all is the same as naming none."""
    assert run(capsys, "check", "nergenshuizen", "fabeldam") == run(capsys, "check")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["check", "fabeldom"], "Gemeente «fabeldom» ken ik niet; bedoelde u «fabeldam»?"),
        (["check", "xyz"], "Gemeente «xyz» ken ik niet; er is een map voor: fabeldam, nergenshuizen."),
        *(
            (
                [command, "xyz"],
                "Gemeente «xyz» ken ik niet; er is een map voor: fabeldam, nergenshuizen. Een nieuwe maakt ",
            )
            for command in ("build", "serve", "report", "pdf")
        ),
        (["publish", "--tak", "x", "xyz"], "Gemeente «xyz» ken ik niet; er is een map voor: fabeldam, nergenshuizen."),
        (["check", "Fabeldam"], "Gemeente «Fabeldam» ken ik niet; bedoelde u «fabeldam»?"),
        (["build", "Fabel dam"], "Gemeente «Fabel dam» ken ik niet; bedoelde u «fabeldam»?"),
        (["check", ""], "Hier staat een lege naam; noem een gemeente. Kies uit: fabeldam, nergenshuizen."),
        (
            ["check", "framework/gemeenten/fabeldam/gemeente.yaml"],
            "«framework/gemeenten/fabeldam/gemeente.yaml» ligt in de map van een gemeente; bedoelde u «fabeldam»?",
        ),
        *(
            (
                [command, folder],
                f"«{folder}» is een map, maar niet van een gemeente; die mappen staan in framework/gemee",
            )
            for command in ("check", "build", "serve", "report", "pdf")
            for folder in ("framework", "framework/gemeenten/", "docs", "igm", "..", "/")
        ),
        (["check", "mkdocs.yml"], "«mkdocs.yml» is een bestand; noem de naam van een gemeente. Kies uit: fabeldam, "),
        (
            ["check", "kern.yaml", "fabeldom", "docs"],
            "«kern.yaml» is een bestand; noem de naam van een gemeente. Gemeente "
            "«fabeldom» ken ik niet; bedoelde u «fabeldam»? «docs» is een map, maar niet van een gemeente; ",
        ),
        (["new", "framework/gemeenten/x"], "«framework/gemeenten/x» is geen naam van een gemeente; schrijf die zoals "),
        (
            ["new", "Den", "Bosch"],
            'Hier staat een woord te veel; zet een naam van meer woorden zo: leidraad new "Den Bo',
        ),
        (["serve", "a", "b"], "Hier staat een woord te veel; noem één gemeente, zoals: leidraad serve voorbeeldstad."),
        (["help"], "Opdracht «help» ken ik niet; bedoelde u «--help»?"),
        (["check", "-h"], "Optie «-h» ken ik niet; bedoelde u «--help»?"),
        (["check", "--vrm", "json"], "Optie «--vrm» ken ik niet; bedoelde u «--vorm»?"),
        (["check", "--hepl"], "Optie «--hepl» ken ik niet; bedoelde u «--help»?"),
        (["publish", "--x"], "Optie «--x» ken ik niet; kies uit «--publicatie», «--site», «--tak»"),
        (
            ["publish", "--doel", "x"],
            "Optie «--doel» hoort bij «leidraad build» en «leidraad pdf»; bedoelde u «--site» of «--publicatie»?",
        ),
        (
            ["build", "--site", "x"],
            "Optie «--site» hoort bij «leidraad publish»; bedoelde u «--doel» of «--publicatie»?",
        ),
        (
            ["pdf", "--publicatie", "x"],
            "Optie «--publicatie» hoort bij «leidraad build», «leidraad publish» en «leidraad report».",
        ),
        (["report", "fabeldam", "--poort", "80"], "Optie «--poort» hoort bij «leidraad serve»."),
        (["check", "--vorm", "xml"], "Deze waarde ken ik niet bij «--vorm»; kies uit tekst, json, ci."),
        (["check", "--vorm"], "Bij optie «--vorm» hoort een waarde."),
        (["check", "--help=ja"], "Bij optie «--help» hoort geen waarde."),
        (["chek"], "Opdracht «chek» ken ik niet; bedoelde u «check»?"),
        (["schema", "alles"], "Hier staat een woord te veel."),
        (["new"], 'Noem de gemeente erbij, zoals: leidraad new "Den Bosch".'),
        (["report"], "Noem de gemeente erbij, zoals: leidraad report voorbeeldstad."),
        (["serve", "--poort", "abc"], "Bij «--poort» hoort een getal van 1 tot en met 65535."),
        (["serve", "--poort", "80000"], "Bij «--poort» hoort een getal van 1 tot en met 65535."),
        (["build", "--publicatie", "webmap"], "De map «webmap» bij «--publicatie» is er niet (gezien vanuit /"),
        (["report", "fabeldam", "--publicatie", "weg"], "De map «weg» bij «--publicatie» is er niet (gezien vanuit /"),
        (["build", "--doel", "framework/kern.yaml"], "«framework/kern.yaml» bij «--doel» is geen map; noem een map."),
        (["build", "--doel", ""], "Bij «--doel» staat geen map; noem een map."),
        (["publish", "--site", " "], "Bij «--site» staat geen map; noem een map."),
        *(
            ([command, option, folder], f"De map «{folder}» bij «{option}» hoort bij de leidraad zelf")
            for command, option in (("build", "--doel"), ("pdf", "--doel"), ("publish", "--publicatie"))
            for folder in (".", "framework", "framework/nieuw", "docs")
        ),
        (["\x1b[31mrood"], "Opdracht «[31mrood» ken ik niet"),
    ],
)
def test_unknown_words_are_refused_in_dutch(broken: Path, capsys: Capture, words: list[str], said: str) -> None:
    """Exit 2 for wrong words on the command line, with what to write instead."""
    code, out, error = run(capsys, *words)
    assert (code, out) == (2, "")
    assert error.startswith(said)
    assert error.endswith(" Zie leidraad --help.\n")


@pytest.mark.parametrize(
    "form", ["{}/", "./{}", " {}", "framework/gemeenten/{}", "framework/gemeenten/{}/", "{here}{}"]
)
def test_the_folder_of_a_municipality_is_its_name(broken: Path, capsys: Capture, form: str) -> None:
    """As a terminal completes it, with a stroke, from here or from the root."""
    typed = form.format("fabeldam", here=f"{broken}/framework/gemeenten/")
    assert run(capsys, "check", typed) == run(capsys, "check", "fabeldam")


def test_a_municipality_in_another_place_is_recognised(broken: Path, capsys: Capture) -> None:
    """It says where to put it, though another name comes near."""
    (broken / "framework" / "gemeenten" / "fabeldam").rename(broken / "nergenshuis")
    said = run(capsys, "check", "nergenshuis")[2]
    assert said.startswith(
        "«nergenshuis» is de map van een gemeente, op een andere plek; zet die in framework/gemeenten"
    )


def test_where_there_is_no_municipality_it_says_how_to_make_one(broken: Path, capsys: Capture) -> None:
    """There is nothing to choose from."""
    shutil.rmtree(broken / "framework" / "gemeenten")
    assert 'Er is nog geen gemeente. Maak er een, zoals: leidraad new "Den Bosch".' in run(capsys, "check", "x")[2]


OURS = "<title>Leidraad Gewogen Maatwerk per gemeente</title>"


@pytest.mark.parametrize(
    ("files", "strange"),
    [
        ({"brief.txt": ""}, "brief.txt"),
        ({"index.html": "<title>Van mij</title>"}, "index.html"),
        ({"404.html": "<title>Weg</title>"}, "404.html"),
        ({"index.html/x": ""}, "index.html"),
        ({"fabeldam/brief.txt": ""}, "fabeldam"),
        ({"fabeldam": ""}, "fabeldam"),
        ({"elders/nieuwste/x": "", "index.html": "<title>Van mij</title>"}, "index.html"),
        ({"elders/nieuwste/x": "", "leren-van-elkaar/index.html": ""}, "leren-van-elkaar/index.html"),
        ({"elders/nieuwste/x": "", "fabeldam/brief.txt": ""}, "fabeldam/brief.txt"),
        ({"elders/nieuwste/x": "", "fabeldam": ""}, "fabeldam"),
        ({"elders/nieuwste/x": "", "fabeldam/index.html": "<title>Van mij</title>"}, "fabeldam/index.html"),
        ({"fabeldam/nieuwste/x": "", "fabeldam/notities/x": ""}, "fabeldam/notities"),
        ({}, ""),
        ({".fabeldam.bouw/x": "", ".git/x": ""}, ""),
        ({"CNAME": "", "robots.txt": "", "README.md": "", "web.config": "", ".htaccess": ""}, ""),
        ({"index.html": OURS, "404.html": OURS, "fabeldam/nieuwste/index.html": "", "x": ""}, ""),
        ({"fabeldam/2026.1/x": "", "fabeldam/nieuwste/x": "", "fabeldam/index.html": OURS}, ""),
        ({"fabeldam/2026.1/x": "", "fabeldam/nieuwste/x": "", "fabeldam/feed.xml": ""}, ""),
        ({"fabeldam/2026.1/x": "", "fabeldam/nieuwste/x": "", "fabeldam/index.html": "x"}, "fabeldam/index.html"),
    ],
)  # fmt: skip
def test_what_others_put_in_a_folder_is_not_built_over(
    broken: Path, capsys: Capture, files: dict[str, str], strange: str
) -> None:
    """It is named; a folder that is new or empty will do, and one in which a build was killed or was whole."""
    for path, text in files.items():
        (broken / "map" / path).parent.mkdir(parents=True, exist_ok=True)
        (broken / "map" / path).write_text(text, "utf-8")
    code, _, said = run(capsys, "build", "--doel", "map")
    told = f"In de map «map» bij «--doel» staat al iets anders ({strange}). Kies een lege of een nieuwe map"
    assert (code, said.startswith(told)) == (2, True) if strange else "--doel" not in said


@pytest.mark.parametrize(
    "words",
    [[], ["--help"], *([name, "--help"] for name in group.commands)],
)
def test_help_is_dutch(capsys: Capture, words: list[str]) -> None:
    """No English heading or word of the library is left in the help."""
    _, out, _ = run(capsys, *words)
    assert out.startswith("Gebruik: leidraad")
    assert not any(
        word in out
        for word in (
            "Usage",
            "Options",
            "OPTIONS",
            "COMMAND",
            "Show this",
            "Commands",
            "ARGS",
            "PATH",
            "rguments",
            "INTEG",
        )
    )


@pytest.mark.parametrize("command", group.commands.values(), ids=lambda one: one.name)
def test_the_help_of_every_command_is_whole(capsys: Capture, command: click.Command) -> None:
    """The list of commands says of each what its own help says, and breaks nothing off."""
    told = " ".join(run(capsys, "--help")[1].split())
    assert command.help and command.help.endswith(".")
    assert f" {command.name} {command.help}" in told


@pytest.mark.parametrize("command", group.commands.values(), ids=lambda one: one.name)
def test_the_help_of_a_command_explains_each_word_and_shows_one_that_works(command: click.Command) -> None:
    """Who reads it with nothing beside it knows what to type; what it shows is taken by the command itself."""
    params = [param for param in command.params if not getattr(param, "help", "")]
    assert params == []
    if command.params:
        words = shlex.split((command.epilog or "").removeprefix("Zoals: ").partition(". ")[0])
        assert words[:2] == ["leidraad", command.name]
        command.make_context(command.name, words[2:])


def test_nothing_is_built_over_a_good_site(broken: Path, capsys: Capture) -> None:
    """A framework with mistakes stops a build before anything is written."""
    before = {path.name for path in broken.iterdir()}
    (broken / "site").mkdir()
    (broken / "site" / "index.html").write_text(OURS, "utf-8")
    code, out, error = run(capsys, "build")
    assert (code, error) == (1, "Er is niets gebouwd en niets overschreven.\n")
    assert out.startswith(MANY["verwacht"][0]["plaats"])
    assert {path.name for path in broken.iterdir()} == before | {"site"}
    assert (broken / "site" / "index.html").read_text("utf-8") == OURS


@pytest.mark.parametrize("words", [("build",), ("serve", "fabeldam"), ("pdf",)], ids=" ".join)
@pytest.mark.parametrize(
    "address", ["https://x.nl/a?b", "https://x.nl/#a", "https://x.nl/index.html", "x.nl", "http://127.0.0.1:8000/"]
)
def test_an_address_from_outside_is_held_to_what_the_file_is(
    broken: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture, address: str, words: tuple[str, ...]
) -> None:
    """SITE_URL stands in every page and package too, for good: what «adres» may not be, it may not be."""
    monkeypatch.setenv("SITE_URL", address)
    code, out, error = run(capsys, *words)
    assert (code, out) == (2, "")
    assert error.startswith(f"In de omgeving staat SITE_URL, en op «{address}» kan geen leidraad staan; schrijf waar")


@pytest.mark.parametrize("address", ["", "https://x.nl", "https://x.nl:8443/leidraad/"])
def test_an_address_where_a_leidraad_can_stand_is_taken(
    broken: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture, address: str
) -> None:
    """Of what is wrong then, the address is no part."""
    monkeypatch.setenv("SITE_URL", address)
    code, out, error = run(capsys, "build")
    assert code == 1
    assert "SITE_URL" not in out + error


def test_it_says_which_leidraad_was_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    """In another folder than that of a leidraad the one beside the command is read; nothing is built of it there."""
    monkeypatch.chdir(tmp_path)
    _, _, error = run(capsys, "check")
    assert error == f"Hier staat geen map «framework»; gelezen wordt {ROOT / 'framework'}\n"
    code, out, error = run(capsys, "build")
    assert (code, out) == (2, "")
    assert error.startswith(f"In {tmp_path} staat geen leidraad.")
    assert list(tmp_path.iterdir()) == []

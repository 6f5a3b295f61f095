"""`leidraad new` → a folder that builds at once, asks everything and answers nothing."""

import shutil
import unicodedata
from pathlib import Path

import pytest
import yaml

from leidraad.checks import check_framework
from leidraad.command import main
from leidraad.model.use.names import id_of
from leidraad.model.yaml.problem import Problem
from tests.forked import leidraad
from tests.fouten import MINIATURE
from tests.probe import ROOT

Capture = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real framework with a new municipality in it, to read."""
    folder = tmp_path_factory.mktemp("nieuw")
    shutil.copytree(ROOT / "framework", folder / "framework")
    leidraad(folder, "new", "Nieuw-Èxloo", check=True)
    return folder / "framework" / "gemeenten" / "nieuw-exloo"


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The miniature with the same municipality in it, and one that goes by two names."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1798675200")
    shutil.copytree(MINIATURE / "framework", tmp_path / "framework")
    monkeypatch.chdir(tmp_path)
    main(["new", "Nieuw-Èxloo"])
    shutil.copytree(ROOT / "framework/gemeenten/den-haag", tmp_path / "framework/gemeenten/den-haag")
    return tmp_path / "framework" / "gemeenten" / "nieuw-exloo"


def problems_in(folder: Path) -> list[Problem]:
    """Return what `leidraad check` says about a municipality's folder."""
    _, problems = check_framework(folder.parents[1], [folder.name])
    return [problem for problem in problems if f"/{folder.name}/" in problem.place.file]


def test_a_new_folder_has_hints_and_no_mistakes(fresh: Path) -> None:
    """It can be built at once; what is still open is said as a hint."""
    problems = problems_in(fresh)
    assert {problem.level for problem in problems} == {"let-op"}
    assert "nog-een-vraag" in {problem.check for problem in problems}


def test_every_file_of_a_new_folder_explains_itself(fresh: Path) -> None:
    """Each YAML file says of every key what it asks, in a key, since editors drop comments."""
    files = sorted(fresh.rglob("*.yaml"))
    assert len(files) == 3
    for path in files:
        held = yaml.safe_load(path.read_text("utf-8"))
        assert [key for key in held if key != "uitleg" and f"«{key}»: " not in held["uitleg"]] == []
        assert "#" not in path.read_text("utf-8").replace('"#', "")


def test_an_editor_that_rewrites_the_yaml_changes_nothing(small: Path) -> None:
    """A git-based editor loads and dumps a file, without its layout; the same is said about it, and it still asks."""
    before = [(problem.check, problem.message) for problem in problems_in(small)]
    for path in small.rglob("*.yaml"):
        held = yaml.safe_load(path.read_text("utf-8"))
        path.write_text(yaml.safe_dump(held, allow_unicode=True, sort_keys=False), "utf-8")
        assert held["uitleg"]
    assert sorted(before) == sorted((problem.check, problem.message) for problem in problems_in(small))


def test_no_answer_of_another_municipality_is_in_a_new_folder(fresh: Path) -> None:
    """No sentence of the two municipalities that come with the project is copied."""
    new = "".join(path.read_text("utf-8") for path in fresh.rglob("*.*"))
    others = [path for slug in ("voorbeeldstad", "den-haag") for path in (fresh.parent / slug).rglob("*.*")]
    lines = {line.strip(" -") for path in others for line in path.read_text("utf-8").splitlines()}
    assert [line for line in lines if len(line) > 40 and line in new] == []


def test_a_new_folder_asks_for_the_article_of_its_own_word(small: Path) -> None:
    """Without it «het kompas» would be «de kompas» on every page."""
    held = yaml.safe_load((small / "gemeente.yaml").read_text("utf-8"))
    assert "lidwoord" in held["woorden"]["principe"]
    assert "een de-woord" in held["uitleg"] and "«lidwoord»" in held["uitleg"]


def test_the_forms_for_more_files_are_in_the_readme(small: Path) -> None:
    """Whoever fills in the empty form for an activity or an addition gets a file that fits."""
    blocks = (small / "LEES-MIJ.md").read_text("utf-8").split("```yaml\n")[1:]
    activiteit, aanvulling = (yaml.safe_load(block.split("```")[0]) for block in blocks)
    activiteit |= {"id": "x", "titel": "X", "kern": "Y.", "voor_factoren": ["weten"], "stappen": ["kijken"]}
    aanvulling |= {"id": "x", "titel": "X", "bij": "activiteit:samen-gaan", "kern_versie": "2026.1"}
    for folder, held in (("activiteiten", activiteit), ("aanvullingen", aanvulling)):
        (small / folder).mkdir()
        (small / folder / "x.yaml").write_text(yaml.safe_dump(held, allow_unicode=True), "utf-8")
    assert {problem.level for problem in problems_in(small)} == {"let-op"}


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("nieuw-exloo", "De map van gemeente «nieuw-exloo» is er al"),
        ("1 & 2", "Van «1 & 2» kan ik geen map maken"),
        ("’s gravenhage", "«’s gravenhage» is er al: de map van die gemeente heet «den-haag»"),
        *(
            (name, "is geen naam van een gemeente")
            for name in ("caf\udce9", "{{ x }}", "werk\u200bzoek", "😀 Zoë", "`x`", "*x*")
        ),
        ("(" * 200 + "a", "is te lang"),
        ("CON", "Windows houdt de naam «con» voor zichzelf"),
        *((name, f"«{name}» is geen naam van een gemeente") for name in ("../x", "/etc/x", "a\\b", "..", "x:y")),
    ],
)
def test_a_name_that_cannot_be_used_is_refused(small: Path, capsys: Capture, name: str, said: str) -> None:
    """Nothing is written over what is there, and the command says why."""
    before = {path: path.read_bytes() for path in small.parent.rglob("*.*")}
    with pytest.raises(SystemExit) as end:
        main(["new", name])
    assert end.value.code == 2
    assert said in capsys.readouterr().err
    assert {path: path.read_bytes() for path in small.parent.rglob("*.*")} == before


@pytest.mark.parametrize("name", ["Null", "Ja", "No", "Su\u0301dwest (NH.), ’t & 'n Hof"])
def test_whatever_a_municipality_is_called_its_folder_has_no_mistakes(small: Path, name: str) -> None:
    """Also where YAML would read something else, and where an accent stands apart: it is written as one sign."""
    before = {*small.parent.iterdir()}
    main(["new", name])
    (made,) = {*small.parent.iterdir()} - before
    assert {problem.level for problem in problems_in(made)} == {"let-op"}
    assert yaml.safe_load((made / "gemeente.yaml").read_text("utf-8"))["naam"] == unicodedata.normalize("NFC", name)


def test_it_says_how_the_folder_and_the_municipality_are_called(small: Path, capsys: Capture) -> None:
    """The folder's name is made of the name, as the form does; spaces too many go, and «Gemeente» before it."""
    main(["new", " Gemeente 2e  Exloërmond "])
    assert "De map heet «e-exloermond». Op de site heet de gemeente «2e Exloërmond»" in capsys.readouterr().out
    long = "'s-Hertogenvliet-" + "Zand aan Zee en Omstreken " * 3
    main(["new", long])
    assert f"De map heet «{id_of(long)}»" in capsys.readouterr().out
    assert '\nnaam: "2e Exloërmond"\n' in (small.parent / "e-exloermond" / "gemeente.yaml").read_text("utf-8")

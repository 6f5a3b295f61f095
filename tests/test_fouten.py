"""tests/fouten/*.yaml: every mistake an author can make → exactly what `leidraad check` says about it."""

from pathlib import Path

import pytest

from leidraad.checks import HANDLEIDING
from leidraad.command import main
from leidraad.model.types.gemeente import Gedragsprincipe
from tests.forked import leidraad
from tests.fouten import CASES, MINIATURE, Case, copy_with, differences, reported

# These go through a process of their own: a crash of the parser, a full memory or a wrong exit code shows only there.
REAL = [name for name, case in CASES.items() if case.get("echt")]
# The core has given no key another name yet, so this case stands apart: its test gives one another name first.
PRINCIPE = "framework/gemeenten/fabeldam/gedragsprincipes/eerst-luisteren.yaml"
RETIRED: Case = {
    "bestand": PRINCIPE,
    "vervang": {"van": "titel: We luisteren eerst", "door": "naam: We luisteren eerst"},
    "verwacht": [
        {
            "plaats": f"{PRINCIPE}:2:1",
            "controle": "vervallen-sleutel",
            "melding": "let op: «naam» heet nu «titel»; de leidraad leest beide, neem de nieuwe over",
        }
    ],
}


@pytest.fixture(autouse=True)
def _the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every run be on 31 December 2026, the real command's too: review dates pass."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1798675200")


def check_here(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[object, str]:
    """Run the command in this process; return its exit code and what it printed."""
    with pytest.raises(SystemExit) as end:
        main(["check", *words])
    return end.value.code, capsys.readouterr().out


@pytest.mark.parametrize("name", CASES)
def test_a_mistake_is_reported_where_it_is(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each case gives its own problems, each at its own place and sorted, and no other."""
    monkeypatch.chdir(copy_with(CASES[name], tmp_path))
    code, output = check_here(capsys)
    assert differences(CASES[name], reported(output)) == []
    assert code == any(problem.level == "fout" for problem in reported(output))


def test_a_key_that_got_another_name_is_reported_where_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A hint at the old key, and no mistake."""
    monkeypatch.setattr(Gedragsprincipe, "VERVALLEN", {"naam": "titel"})
    monkeypatch.chdir(copy_with(RETIRED, tmp_path))
    code, output = check_here(capsys)
    assert (code, differences(RETIRED, reported(output))) == (False, [])


@pytest.mark.parametrize("name", REAL)
def test_the_real_command_says_the_same(name: str, tmp_path: Path) -> None:
    """In a process of its own it gives the same list, exit code 1 where one is no hint, and never a traceback."""
    root = copy_with(CASES[name], tmp_path)
    done = leidraad(root, "check")
    assert done.stderr == ""
    assert differences(CASES[name], reported(done.stdout)) == []
    assert done.returncode == any(problem.level == "fout" for problem in reported(done.stdout))


def test_the_miniature_has_no_mistakes(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The framework that the cases start from passes every check, without a hint."""
    monkeypatch.chdir(MINIATURE)
    assert check_here(capsys) == (False, "geen fouten, geen hints.\n")


def test_every_check_has_a_case_that_fails() -> None:
    """A rule without a case is not proven; what reading refuses counts as a rule too."""
    proven = {expected["controle"] for case in [*CASES.values(), RETIRED] for expected in case["verwacht"]}
    assert proven == HANDLEIDING.keys()


def test_a_file_name_that_is_no_utf8_is_reported(tmp_path: Path) -> None:
    """A name that cannot be printed does not stop the list of problems."""
    root = copy_with({}, tmp_path)
    (root / "framework" / "igm" / "kenn\udce9s.yml").write_text("", "utf-8")
    done = leidraad(root, "check")
    assert (done.returncode, done.stderr) == (1, "")
    assert "framework/igm/kenn\\udce9s.yml:1:1: " in done.stdout

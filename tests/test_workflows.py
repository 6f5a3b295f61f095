"""The workflows of GitHub and the pages that explain them → they run what there is, and ask no more than they need."""

import re
from pathlib import Path

import pytest

from leidraad.command import leidraad
from tests.probe import ROOT
from tests.workflows import WORKFLOWS, read

PAGES = sorted((ROOT / "docs" / "eigen-leidraad").glob("*.md"))
_CALL = re.compile(r"\.venv/bin/leidraad (\w+)([^\n|>;]*)")


@pytest.mark.parametrize("path", [*WORKFLOWS, *PAGES], ids=lambda path: path.name)
def test_every_call_of_the_command_exists(path: Path) -> None:
    """A workflow or a page names only commands and options that the command line has."""
    for command, rest in _CALL.findall(path.read_text("utf-8")):
        options = {name for param in leidraad.commands[command].params for name in param.opts}
        assert {word for word in rest.split() if word.startswith("--")} <= options, (command, rest)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_is_driven_by_one_variable_and_asks_no_more_than_it_needs(path: Path) -> None:
    """Actions are pinned by hash, no secret is used, and no text of a visitor is pasted into a script."""
    workflow = read(path)
    steps = [step for job in workflow["jobs"].values() for step in job["steps"]]
    assert all(re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", step["uses"]) for step in steps if "uses" in step)
    named = re.findall(r"uses: \S+ # v\d+\.\d+\.\d+$", path.read_text("utf-8"), re.MULTILINE)
    assert len(named) == sum("uses" in step for step in steps)
    assert all("timeout-minutes" in job for job in workflow["jobs"].values())
    assert workflow["permissions"]["contents"] == (
        "write" if "".join(workflow["on"]) == "workflow_dispatch" else "read"
    )
    assert not any("${{" in step.get("run", "") for step in steps)
    assert set(re.findall(r"\$\{\{ ([\w.]+)", path.read_text("utf-8"))) <= {
        "vars.GEMEENTE",
        "inputs.naam",
        "github.ref",
    }


def test_the_pages_name_the_buttons_that_the_workflows_have() -> None:
    """What a policy officer is told to click is there under that name."""
    names = {read(path)["name"] for path in WORKFLOWS}
    told = " ".join(path.read_text("utf-8") for path in PAGES)
    assert {"Nieuwe gemeente", "Publiceren", "Voorbeeld"} <= names
    assert all(f"**{name}**" in told for name in ("Nieuwe gemeente", "Publiceren", "Voorbeeld"))
    assert "`GEMEENTE`" in told

"""Hundreds of municipalities are built in parts and joined: the publication is that of one build."""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from leidraad.command import leidraad
from leidraad.editions.publication.publish import publish_folder
from tests.editions.tiny import SLUGS, build, content, edition
from tests.probe import ROOT

WORKFLOW = yaml.safe_load((ROOT / "hosting" / "veel-gemeenten.yml").read_text("utf-8"))
JOBS: dict[str, Any] = WORKFLOW["jobs"]


def _step(job: str, word: str) -> str:
    """Return the commands of the one step of a job that has a word in them."""
    (found,) = [str(step["run"]) for step in JOBS[job]["steps"] if word in step.get("run", "")]
    return found


def _run(command: str, folder: Path, **variables: str) -> None:
    subprocess.run(["bash", "-euo", "pipefail", "-c", command], cwd=folder, check=True, env={**os.environ, **variables})


def _say(_: str) -> None:
    pass


def test_parts_that_are_joined_are_the_whole(tmp_path: Path) -> None:
    """Two versions, packed and joined by the commands of the workflow: not a byte differs, nor a hard link is lost."""
    for number in ("2026.1", "2026.2"):
        whole = tmp_path / number / "heel" / "site"
        for index, slug in enumerate(SLUGS):
            build(whole, edition(slug, number))
            part = tmp_path / number / f"machine-{index}"
            build(part / "site", edition(slug, number))
            _run(_step("bouwen", "tar "), part)
            joined = tmp_path / number / "samen"
            (joined / "delen" / f"deel-{index}").mkdir(parents=True)
            (part / "deel.tar").rename(joined / "delen" / f"deel-{index}" / "deel.tar")
        _run(_step("samenvoegen", "tar "), tmp_path / number / "samen")
        publish_folder(whole, SLUGS, tmp_path / "in-een-keer", _say)
        publish_folder(tmp_path / number / "samen" / "site", SLUGS, tmp_path / "in-delen", _say)
        assert content(tmp_path / "in-delen") == content(tmp_path / "in-een-keer")
    assert len(content(tmp_path / "in-delen")) > 20
    one, other = (
        len({path.stat().st_ino for path in (tmp_path / name).rglob("*")}) for name in ("in-een-keer", "in-delen")
    )
    assert one == other


@pytest.mark.skipif(shutil.which("jq") is None, reason="geen jq")
def test_the_municipalities_are_shared_out_by_sixteen(tmp_path: Path) -> None:
    """Every folder in one group, and no group larger; GitHub takes 256 of them."""
    slugs = [f"gemeente-{number}" for number in range(342)]
    for slug in slugs:
        (tmp_path / "framework" / "gemeenten" / slug).mkdir(parents=True)
    _run(_step("verdelen", "jq"), tmp_path, GITHUB_OUTPUT=str(tmp_path / "uit"))
    groups = json.loads((tmp_path / "uit").read_text("utf-8").removeprefix("groepen="))
    assert sorted(" ".join(groups).split()) == sorted(slugs)
    assert max(len(group.split()) for group in groups) == 16
    assert len(groups) == 22


def test_a_part_that_fails_stops_no_other() -> None:
    """The others are built and joined; what is run are commands that there are, with their options."""
    assert JOBS["bouwen"]["strategy"]["fail-fast"] is False
    kept = [
        step for step in JOBS["bouwen"]["steps"] if "tar " in step.get("run", "") or "artifact" in step.get("uses", "")
    ]
    assert [step["if"] for step in [*kept, JOBS["samenvoegen"]]] == ["${{ !cancelled() }}"] * 3
    assert ".venv/bin/leidraad build $GROEP" in _step("bouwen", "leidraad build")
    for job in ("bouwen", "samenvoegen"):
        for word in ("build", "publish"):
            options = {name for param in leidraad.commands[word].params for name in param.opts}
            for step in JOBS[job]["steps"]:
                for line in str(step.get("run", "")).splitlines():
                    if f"leidraad {word} " in line:
                        assert {part for part in line.split() if part.startswith("--")} <= options


def test_it_uses_what_the_other_workflows_use() -> None:
    """The same steps of others, at the same commits; what each may do is said."""
    held = "".join(path.read_text("utf-8") for path in (ROOT / ".github" / "workflows").glob("*.yml"))
    used = {step["uses"] for job in JOBS.values() for step in job["steps"] if "uses" in step}
    assert len(used) == 3
    assert [one for one in used if one not in held] == []
    assert WORKFLOW["permissions"] == {"contents": "read"}

"""The workflows of GitHub → what they hold."""

from pathlib import Path
from typing import Any

import yaml

from tests.probe import ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


def read(path: Path) -> dict[str, Any]:
    """Return a workflow; «on» stays a text."""
    held: dict[str, Any] = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - texts alone
    return held

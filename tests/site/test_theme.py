"""Our theme overrides what exists, and every item has its page."""

import re
from pathlib import Path

import material  # type: ignore[import-untyped]
import pytest
import yaml

from tests.site.pages import FRAMEWORK, ROOT, SOURCES

THEMA, MATERIAL = ROOT / "thema", Path(material.__file__).parent / "templates"
OURS = sorted(path.relative_to(THEMA) for path in THEMA.rglob("*.html"))
KINDS = {"stap": "stappen", "startpunt": "factoren", "factor": "factoren"}


def _blocks(path: Path) -> set[str]:
    return set(re.findall(r"{%-?\s*block (\w+)", path.read_text("utf-8")))


def _front_matter(address: str) -> dict[str, str]:
    return dict(yaml.safe_load(SOURCES[address].read_text("utf-8").split("---")[1]))


def test_every_block_we_override_exists() -> None:
    """The engine ignores an override of a block that is not there, without a word."""
    known = _blocks(MATERIAL / "base.html")
    assert len(known) > 10
    assert [f"{path}: {name}" for path in OURS for name in _blocks(THEMA / path) if name not in known] == []


@pytest.mark.parametrize("path", OURS, ids=str)
def test_every_template_of_ours_is_used(path: Path) -> None:
    """It takes the place of a file that Material has, or one of our own templates includes it."""
    included = {name for ours in OURS for name in re.findall(r'include "([^"]+)"', (THEMA / ours).read_text("utf-8"))}
    assert (MATERIAL / path).exists() or path.as_posix() in included


def test_every_item_has_a_page_and_every_page_an_item() -> None:
    """A step, starting point or factor has a file in docs/ with its title, and the other way round."""
    items = {
        f"{KINDS[ref.split(':')[0]]}/{item.id}/": item.titel
        for ref, item in FRAMEWORK.onderdelen.items()
        if ref.split(":")[0] in KINDS
    }
    pages = [address for address in SOURCES if re.fullmatch(r"(stappen|factoren)/[\w-]+/", address)]
    assert {address: _front_matter(address)["title"] for address in pages} == items


def test_every_page_describes_itself() -> None:
    """A description is there, is unique, and has the length that search engines show: 50 to 160 characters."""
    texts = {address: _front_matter(address)["description"] for address in SOURCES}
    assert {address: len(text) for address, text in texts.items() if not 50 <= len(text) <= 160} == {}
    assert len(set(texts.values())) == len(texts)

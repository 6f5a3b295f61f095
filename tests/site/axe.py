"""axe in a page → what it finds, as the page stands, in each width and palette."""

from collections.abc import Iterable
from pathlib import Path

import axe_playwright_python  # type: ignore[import-untyped]
from playwright.sync_api import Page

from tests.site.browser import View

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
FIND = """async part => {
  const values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const found = await axe.run(part ?? document, { runOnly: { type: "tag", values }, resultTypes: ["violations"] });
  return found.violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.target} ${node.failureSummary}`));
}"""


def violations(page: Page, views: Iterable[View], part: str | None = None) -> set[str]:
    """Return what axe finds on a page as it stands, or in a part of it, in each width and palette."""
    page.evaluate(AXE)
    found: set[str] = set()
    for width, palette in views:
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme="dark" if palette == "dark" else "light")
        found |= {f"{width} {palette}: {line}" for line in page.evaluate(FIND, part)}
    return found

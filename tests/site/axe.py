"""axe in a page → what it finds, as the page stands, in each width and palette.

Most of its time goes to the contrast of every single text. Texts of one look (the same colour, size and weight, on the
same grounds) have one contrast, so of each look the first is measured; under --alles every text is. Nothing but colour
changes with the palette, so the other rules are asked once a width; under --alles in each palette too. All that is
asked at once is one run: axe first makes a picture of the whole page, and that is half of what a run costs.
"""

from collections.abc import Callable, Iterable

from playwright.sync_api import Frame, Page

from tests.site.browser import View
from tests.site.server import AXE, AXE_FILE

Violations = Callable[..., set[str]]
# A script of the page's own host, which the browser reads once and keeps; as text it would read it anew on each page.
TAG = """address => "axe" in window || location.protocol === "http:" && new Promise((done) => {
  const script = document.createElement("script");
  script.onload = script.onerror = () => {
    script.remove();
    done("axe" in window);
  };
  script.src = address;
  document.head.append(script);
})"""
# axe in the page, whose rule of contrast looks only at the texts that were chosen, where there are.
PUT = """() => {
  if (axe.chosen !== undefined) return;
  axe.chosen = null;
  const contrast = axe._audit.rules.find((rule) => rule.id === "color-contrast"), { matches } = contrast;
  contrast.matches = (node, ...more) => (!axe.chosen || axe.chosen.has(node)) && matches.call(contrast, node, ...more);
}"""
FIND = """async ([part, ask]) => {
  const look = (element) => {
    const text = getComputedStyle(element), grounds = [], off = element.matches(":disabled");
    for (let at = element; at; at = at.parentElement) {
      const { backgroundColor, backgroundImage, opacity, filter, mixBlendMode } = getComputedStyle(at);
      grounds.push([backgroundColor, backgroundImage, opacity, filter, mixBlendMode].join());
    }
    const own = [text.color, text.fontSize, text.fontWeight, text.textShadow, text.position, off];
    return [...own, ...grounds.filter((ground, at) => ground !== grounds[at - 1])].join("|");
  };
  const holdsText = (element) => element.matches("input, select, textarea") ||
    [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  const isText = (element) => element.checkVisibility() && holdsText(element);
  const texts = (root) => [root, ...root.querySelectorAll("*")].filter(isText);
  const root = part ? document.querySelector(part) : document.body;
  const looks = () => new Set([...new Map(texts(root).reverse().map((text) => [look(text), text])).values()]);
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const runOnly = ask === "looks" ? { type: "rule", values: ["color-contrast"] } : { type: "tag", values: tags };
  axe.chosen = ask === "every text" ? null : looks();
  const { violations: found } = await axe.run(part ?? document, { runOnly, resultTypes: ["violations"] });
  return found.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.target} ${node.failureSummary}`));
}"""


def put(page: Page | Frame) -> None:
    """Bring axe into a page, where it is not yet; as text where there is no host, or none of its scripts may come."""
    is_there = "'axe' in window" if isinstance(page, Frame) else TAG
    if not page.evaluate(is_there, AXE):
        page.evaluate(AXE_FILE.read_text("utf-8"))
    page.evaluate(PUT)


def violations(page: Page, views: Iterable[View], part: str | None = None, *, every_text: bool) -> set[str]:
    """Return what axe finds on a page as it stands, or in a part of it, in each width and palette."""
    put(page)
    found, asked = set[str](), set[int]()
    for width, palette in views:
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme="dark" if palette == "dark" else "light")
        page.evaluate("scrollTo(0, 0)")  # anywhere else a bar that stays in sight lies over a part of something
        ask = "every text" if every_text else "looks" if width in asked else "each look"
        asked.add(width)
        found |= {f"{width} {palette}: {line}" for line in page.evaluate(FIND, [part, ask])}
    return found

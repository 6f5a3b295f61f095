"""axe in a page → what it finds, as the page stands, in each width and palette.

Most of its time goes to the contrast of every single text. Texts of one look (the same colour, size and weight, on the
same grounds) have one contrast, so of each look the first is measured; under --alles every text is. Nothing but colour
changes with the palette, so the other rules are asked once a width; under --alles in each palette too. All that is
asked at once is one run: axe first makes a picture of the whole page, and that is half of what a run costs.
"""

import json
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
# axe in the page, whose two rules of colour take of each look that is asked the first element that they can judge.
PUT = """() => {
  if (axe.taken) return;
  axe.taken = new Map();
  for (const rule of axe._audit.rules.filter(({ id }) => ["color-contrast", "link-in-text-block"].includes(id))) {
    const { matches } = rule;
    rule.matches = (node, ...more) => {
      const look = axe.looks && `${rule.id} ${axe.looks.get(node)}`;
      if (look && (!axe.asked.has(look) || axe.taken.has(look))) return false;
      const takes = matches.call(rule, node, ...more);
      if (takes) axe.taken.set(look, node);
      return takes;
    };
  }
}"""
# Every look of a text, and of a link within the text around it, as each of the two rules sees them.
LOOKS = """(part) => {
  const looks = new Map(), grounds = new Map();
  const ground = (element) => {
    if (!element) return "";
    if (!grounds.has(element)) {
      const { backgroundColor, backgroundImage, opacity, filter, mixBlendMode, position } = getComputedStyle(element);
      const own = `${[backgroundColor, backgroundImage, opacity, filter, mixBlendMode, position]}|`;
      const under = ground(element.parentElement);
      grounds.set(element, under.startsWith(own) ? under : own + under);
    }
    return grounds.get(element);
  };
  const look = (element) => {
    const { color, fontSize, fontWeight, textShadow } = getComputedStyle(element);
    return `${[color, fontSize, fontWeight, textShadow, element.matches(":disabled")]}|${ground(element)}`;
  };
  const marks = (element) => {
    const { textDecoration, fontStyle, fontFamily, borderTop, borderBottom, outline } = getComputedStyle(element);
    return `${look(element)} ${[textDecoration, fontStyle, fontFamily, borderTop, borderBottom, outline]}`;
  };
  const block = (element) => getComputedStyle(element).display === "inline" ? block(element.parentElement) : element;
  const isLink = (element) => element.matches("a[href], [role=link]");
  const holdsText = (element) => element.matches("input, select, textarea") ||
    [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  const root = part ? document.querySelector(part) : document.body;
  axe.looks = new Map();
  const found = new Set();
  for (const element of [root, ...root.querySelectorAll("*")]) {
    if (!element.checkVisibility() || !(holdsText(element) || isLink(element))) continue;
    const seen = isLink(element) ? `${marks(element)} in ${marks(block(element.parentElement))}` : look(element);
    axe.looks.set(element, seen);
    found.add(`color-contrast ${seen}`);
    if (isLink(element)) found.add(`link-in-text-block ${seen}`);
  }
  axe.found = [...found];
  return JSON.stringify(axe.found);
}"""
# What axe finds, and which of the looks that it was asked it judged, and found without fault.
FIND = """async ([part, ask, places]) => {
  const colours = ["color-contrast", "link-in-text-block"];
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const runOnly = ask === "looks" ? { type: "rule", values: colours } : { type: "tag", values: tags };
  if (ask === "every text") axe.looks = null;
  axe.asked = new Set(places.map((place) => axe.found[place]));
  axe.taken.clear();
  const options = { runOnly, resultTypes: ["violations", "incomplete"], elementRef: true };
  const { violations, incomplete } = await axe.run(part ?? document, options);
  const doubt = new Set([...violations, ...incomplete].flatMap(({ id, nodes }) =>
    colours.includes(id) ? nodes.map(({ element }) => element) : []));
  const sound = places.filter((place) => {
    const taken = axe.taken.get(axe.found[place]);
    return taken && !doubt.has(taken);
  });
  const lines = violations.flatMap(({ id, nodes }) => nodes.map((one) => `${id}: ${one.target} ${one.failureSummary}`));
  return [lines, sound];
}"""
# What was judged and found without fault, on whatever page of this run: what looks the same has the same result.
_SOUND = set[str]()


def put(page: Page | Frame) -> None:
    """Bring axe into a page, where it is not yet; as text where there is no host, or none of its scripts may come."""
    is_there = "'axe' in window" if isinstance(page, Frame) else TAG
    if not page.evaluate(is_there, AXE):
        page.evaluate(AXE_FILE.read_text("utf-8"))
    page.evaluate(PUT)


def find(page: Page | Frame, ask: str, part: str | None = None) -> list[str]:
    """Return what axe, which was put there, finds in a page, asked of «every text», «each look» or «looks»."""
    looks: list[str] = [] if ask == "every text" else json.loads(page.evaluate(LOOKS, part))
    new = [place for place, look in enumerate(looks) if look not in _SOUND]
    if ask == "looks" and not new:
        return []
    found, sound = page.evaluate(FIND, [part, ask, new])
    _SOUND.update(looks[place] for place in sound)
    return [str(line) for line in found]


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
        found |= {f"{width} {palette}: {line}" for line in find(page, ask, part)}
    return found

"""A reader's hands on a page: by a pointer, as somebody presses, or quick, within the page.

What is on the way to what a test asks goes by quick hands, at half the cost. They wait for what they press, and
refuse what a pointer could not press either: what is not shown, is switched off, or lies under something else.
"""

import asyncio

from playwright.sync_api import Page, expect

from tests.site.pages import GROUPS

_DO = """async (one, [deed, text]) => {
  const pressed = deed !== "fill" && deed !== "select";
  const isOver = (top) => one.contains(top) || [...one.labels ?? []].some((label) => label.contains(top));
  const why = () => {
    if (!one.isConnected) return "weg";
    if (!one.checkVisibility({ visibilityProperty: true })) return "niet te zien";
    if (one.matches(":disabled")) return "uitgezet";
    if (!pressed) return "";
    one.scrollIntoViewIfNeeded();
    const { x, y, width, height } = one.getClientRects()[0] ?? one.getBoundingClientRect();
    return isOver(document.elementFromPoint(x + width / 2, y + height / 2)) ? "" : "er ligt iets over";
  };
  for (let times = 0; why() && times < 600; times++) {
    if (!one.isConnected) return "weg";
    await new Promise((go) => setTimeout(go, 16));
  }
  if (why()) return why();
  one.focus();
  if (deed === "click") one.click();
  else if (deed === "check") one.checked || one.click();
  else {
    one.value = text;
    for (const type of ["input", "change"]) one.dispatchEvent(new Event(type, { bubbles: true }));
  }
  return "";
}"""


class Hands:
    """Hands with a pointer."""

    def __init__(self, page: Page) -> None:
        """Hold the page."""
        self.page = page

    def click(self, selector: str) -> None:
        """Press a button or a link."""
        self.page.click(selector)

    def check(self, selector: str) -> None:
        """Choose."""
        self.page.check(selector)

    def fill(self, selector: str, text: str) -> None:
        """Write."""
        self.page.fill(selector, text)

    def select(self, selector: str, value: str) -> None:
        """Choose from a list."""
        self.page.select_option(selector, value)


class Quick(Hands):
    """Hands within the page."""

    def _do(self, deed: str, selector: str, text: str = "") -> None:
        for _ in range(3):  # what is drawn anew while it is waited for is looked up again
            why = self.page.locator(selector).first.evaluate(_DO, [deed, text])
            if why != "weg":
                break
        assert not why, f"{selector}: {why}"

    def click(self, selector: str) -> None:
        """Press a button or a link."""
        self._do("click", selector)

    def check(self, selector: str) -> None:
        """Choose."""
        self._do("check", selector)

    def fill(self, selector: str, text: str) -> None:
        """Write."""
        self._do("fill", selector, text)

    def select(self, selector: str, value: str) -> None:
        """Choose from a list."""
        self._do("select", selector, value)


def open_menu(page: Page) -> None:
    """Open the menu by its button, and wait for what stands on the home page alone: it comes then."""
    Quick(page).click(".kop__menu")
    expect(page.locator(".menu details")).to_have_count(GROUPS)


def press_many(page: Page, key: str, times: int) -> None:
    """Press a key so many times, as who holds it: the page gets them in order, and the driver waits only for the last.

    To wait for each costs the picture of the page after it, which nobody looks at: two thirds of a key.
    """
    held = page.keyboard

    async def press() -> None:
        await asyncio.gather(*(held._impl_obj.down(key) for _ in range(times)))

    held._sync(press())
    held.up(key)

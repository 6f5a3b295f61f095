"""A page → what the browser keeps of its site, and the way to wipe it."""

from playwright.sync_api import FrameLocator, Page

WIPES = "wis-alles:not(dialog *)"  # the button of the page itself; one more stands in the window of the search

# The mark by which a tab that slept sees that it was wiped.
MARK = {("localStorage", "leidraad.beurt"), ("sessionStorage", "leidraad.beurt")}


def kept(page: Page) -> set[tuple[str, str]]:
    """Return where and under which key the browser keeps something; the publication, after the key, left out."""
    places = page.evaluate("({ localStorage: Object.keys(localStorage), sessionStorage: Object.keys(sessionStorage) })")
    return {(place, key.partition(" ")[0]) for place, keys in places.items() for key in keys} | {
        ("cookie", cookie["name"]) for cookie in page.context.cookies()
    }


def wipe(page: Page | FrameLocator, part: str = WIPES) -> None:
    """Press «Wis alles», and again in what it asks."""
    page.locator(f"{part} > button").first.click()
    page.locator(f"{part} .wisvraag:popover-open button").first.click()

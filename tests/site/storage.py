"""A page → what the browser keeps of its site."""

from playwright.sync_api import Page

# The mark by which a tab that slept sees that it was wiped.
MARK = {("localStorage", "leidraad.beurt"), ("sessionStorage", "leidraad.beurt")}


def kept(page: Page) -> set[tuple[str, str]]:
    """Return where and under which key the browser keeps something; the publication, after the key, left out."""
    places = page.evaluate("({ localStorage: Object.keys(localStorage), sessionStorage: Object.keys(sessionStorage) })")
    return {(place, key.partition(" ")[0]) for place, keys in places.items() for key in keys} | {
        ("cookie", cookie["name"]) for cookie in page.context.cookies()
    }

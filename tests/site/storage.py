"""A page → what the browser keeps of its site."""

from playwright.sync_api import Page


def kept(page: Page) -> set[tuple[str, str]]:
    """Return where and under which key the browser keeps something of this site."""
    places = page.evaluate("({ localStorage: Object.keys(localStorage), sessionStorage: Object.keys(sessionStorage) })")
    return {(place, key) for place, keys in places.items() for key in keys} | {
        ("cookie", cookie["name"]) for cookie in page.context.cookies()
    }

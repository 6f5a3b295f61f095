"""A built site → the links that lead nowhere, wherever it is served."""

from functools import cache
from pathlib import Path
from urllib.parse import urldefrag, urljoin

from tests.site.built import built

HOST = "https://gastheer.example"
# Below the root of a host a link that begins at the root, or climbs out of the site, is dead. What is alive there is
# relative and stays within, so at the root of a host it is alive too.
PLACE = f"{HOST}/pad/"


def dead_links(site: Path, page: Path) -> list[str]:
    """Return the links of a page that lead nowhere, when site/ is served at the root of a host or below it."""
    address = f"{PLACE}{page.relative_to(site).as_posix().removesuffix('index.html')}"
    links = {urljoin(address, link) for link in built(page).links}
    return sorted(link for link in links if link.startswith(HOST) and _is_dead(site, link))


def dead_at_any_place(site: Path, pages: list[Path]) -> dict[str, list[str]]:
    """Return the dead links by page; each page is read once."""
    found = {str(page.relative_to(site)): dead_links(site, page) for page in pages}
    return {page: links for page, links in found.items() if links}


@cache
def _is_dead(site: Path, link: str) -> bool:
    page, anchor = urldefrag(link)
    if not page.startswith(PLACE):
        return True
    path = site / page.removeprefix(PLACE)
    path = path / "index.html" if path.is_dir() else path
    # what a script keeps there, such as #stap=plan, or the palette of a card, is no place on the page
    is_state = "=" in anchor or (anchor in ("licht", "donker") and "/kaart/" in page)
    return not path.is_file() or bool(anchor and not is_state and anchor not in built(path).ids)

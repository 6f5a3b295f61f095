"""A built site → the links that lead nowhere."""

from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit

from tests.site.built import built

HOST = "https://gastheer.example"
PLACES = ("/", "/pad/")


def dead_links(site: Path, page: Path, prefix: str) -> list[str]:
    """Return the links of a page that lead nowhere, when site/ is served under a prefix."""
    address = f"{HOST}{prefix}{page.relative_to(site).as_posix().removesuffix('index.html')}"
    links = {urljoin(address, link) for link in built(page).links}
    return sorted(link for link in links if urlsplit(link).scheme in ("http", "https") and _is_dead(site, prefix, link))


def dead_at_any_place(site: Path, pages: list[Path]) -> dict[str, list[str]]:
    """Return the dead links by page, served at the root of a host and below it; each page is read once."""
    found = {f"{prefix}{page.relative_to(site)}": dead_links(site, page, prefix) for page in pages for prefix in PLACES}
    return {page: links for page, links in found.items() if links}


def _is_dead(site: Path, prefix: str, link: str) -> bool:
    page, anchor = urldefrag(link)
    if not page.startswith(HOST):
        return False
    if not page.startswith(HOST + prefix):
        return True
    path = site / page.removeprefix(HOST + prefix)
    path = path / "index.html" if path.is_dir() else path
    is_state = "=" in anchor  # what a script keeps there, such as #stap=plan, is no place on the page
    return not path.is_file() or bool(anchor and not is_state and anchor not in built(path).ids)

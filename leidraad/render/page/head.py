"""Version and page → what a page says about its version: in its head, above it, and where the others are."""

from markupsafe import escape

from leidraad.model.use.version import NEWEST, Version


def address_tags(version: Version, page: str) -> str:
    """Return the canonical address of a page: under nieuwste, when known."""
    canonical = version.newest_url(page)
    return f'\n<link rel="canonical" href="{escape(canonical)}">' if canonical else ""


def fixed_line(version: Version, page: str, root: str) -> str:
    """Return the plain line above a fixed version, to the same page in nieuwste; there gemeente.css hides it."""
    link = f'<a href="{root}../{NEWEST}/{escape(page)}" data-plek>naar de nieuwste versie</a>'
    line = f'<p class="kop__vast">Dit is versie {escape(version.number)} <span>– {link}</span></p>'
    return line if version.placed else ""


def version_link(version: Version, page: str, root: str) -> str:
    """Return the version as a link to the list of all versions; a script makes it a list that keeps to this page."""
    name = f"Versie {escape(version.number)}"
    if not version.placed:
        return f'<span class="kop__versie">{name}</span>'
    link = f'<a href="{root}../">{name}</a>'
    return f'<versie-keuze class="kop__versie" data-pagina="{escape(page)}">{link}</versie-keuze>'

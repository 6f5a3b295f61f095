"""Version and page → what a page says about its version: in its head, above it, and where the others are."""

from markupsafe import Markup

from leidraad.model.use.version import NEWEST, Version


def address_tags(version: Version, page: str) -> str:
    """Return the canonical address of a page: under nieuwste, when known."""
    canonical = version.newest_url(page)
    return str(Markup('\n<link rel="canonical" href="{}">').format(canonical)) if canonical else ""


def fixed_line(version: Version, page: str, root: str) -> str:
    """Return the plain line above a fixed version, to the same page in nieuwste; there gemeente.css hides it."""
    line = '<p class="kop__vast">Dit is versie {} <span>– {}</span></p>'
    link = Markup('<a href="{}../{}/{}" data-plek>naar de nieuwste versie</a>').format(root, NEWEST, page)
    return str(Markup(line).format(version.number, link)) if version.placed else ""


def version_link(version: Version, page: str, root: str) -> str:
    """Return the version as a link to the list of all versions; a script makes it a list that keeps to this page."""
    if not version.placed:
        return str(Markup('<span class="kop__versie">Versie {}</span>').format(version.number))
    link = '<versie-keuze class="kop__versie" data-pagina="{}"><a href="{}../">Versie {}</a></versie-keuze>'
    return str(Markup(link).format(page, root, version.number))

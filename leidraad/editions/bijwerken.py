"""A municipality and what was published before → the report on what to look at again."""

from pathlib import Path

from leidraad.checks import vervallen_id
from leidraad.model.compare.bijwerken import Data, Rapport, rapport
from leidraad.model.use.framework import Framework
from leidraad.outputs.leidraad_json import NAME, read


def published(folder: Path, slug: str) -> dict[str, Data]:
    """Return, by version of the core, what was published with it: of `slug` where it can be, else of any other.

    What is no leidraad.json is passed over: a publication may hold other folders.
    """
    found: dict[str, Data] = {}
    for path in sorted(folder.glob(f"*/*/{NAME}"), key=lambda path: (path.parts[-3] == slug, path.parts[-2])):
        try:
            data = read(path.parent)
            found[str(data["kern"])] = data
        except (OSError, ValueError, KeyError, TypeError):
            continue
    return found


def last(folder: Path, slug: str) -> Data | None:
    """Return what the newest edition of a municipality held, or nothing."""
    found = []
    for path in folder.glob(f"{slug}/*/{NAME}"):
        year, _, number = path.parts[-2].partition(".")
        if year.isdigit() and number.isdigit():
            found.append(((int(year), int(number)), path))
    for _, path in sorted(found, reverse=True):
        try:
            data = read(path.parent)
            if data["gemeente"]["id"] == slug and data["onderdelen"] and data["kern"]:
                return data
        except (OSError, ValueError, KeyError, TypeError):
            continue
    return None


def update_report(framework: Framework, slug: str, publication: Path) -> Rapport:
    """Return the report for a municipality, from the versions in a publication; the folder may be missing."""
    return rapport(
        framework,
        framework.gemeenten[slug],
        published(publication, slug),
        list(vervallen_id.check(framework)),
        last(publication, slug),
    )

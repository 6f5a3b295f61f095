"""Our own JavaScript is light; what a page weighs is asked where each page is opened (test_silence)."""

import re
from pathlib import Path

from leidraad.editions.finish import prepared
from tests.site.pages import EDITIONS
from tests.site.weight import over_the_wire

ALL_SCRIPTS = 90_000


def test_all_scripts_together_weigh_little(site: Path) -> None:
    """All our own JavaScript is at most 90 kB (gzip), and there is no other."""
    for edition in EDITIONS:
        sizes = {str(path): over_the_wire(path) for path in (site / edition).rglob("*.js")}
        assert 0 < sum(sizes.values()) <= ALL_SCRIPTS, sizes


def test_names_that_nothing_else_uses_are_short(site: Path) -> None:
    """A module that exports nothing is published in a block after its imports: there its names get short too."""
    scripts = [path.read_text("utf-8") for path in (site / next(iter(EDITIONS))).rglob("*.js")]
    alone = [script for script in scripts if script.startswith("import") and "export" not in script]
    assert len(alone) > 10
    assert [script[:80] for script in alone if not re.match(r"(?:import[^;(]+;)+\{", script)] == []


def test_in_a_module_that_gives_little_the_other_names_are_short(tmp_path: Path) -> None:
    """What goes out keeps its name, what stays in gets a short one; a module of many ways out stays as it is."""
    inner = "const languageOfTheReader = () => document.documentElement.lang;\n"
    used = "console.log(languageOfTheReader());\n" * 3
    (tmp_path / "een.js").write_text(f"// one\n{inner}{used}export const one = 1;\n", "utf-8")
    many = "".join(f"export const give{at} = {at};\n" for at in range(9))
    (tmp_path / "veel.js").write_text(f"// many\n{inner}{used}{many}", "utf-8")
    one, other = (prepared(tmp_path / f"{name}.js").decode() for name in ("een", "veel"))
    assert "languageOfTheReader" not in one
    assert re.search(r"export\{\w as one\}", one)
    assert "export const give8=8" in other

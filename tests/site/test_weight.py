"""Our own JavaScript is light; what a page weighs is asked where each page is opened (test_silence)."""

import re
from hashlib import sha256
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


def test_in_a_module_only_what_goes_out_keeps_its_name(tmp_path: Path) -> None:
    """What stays in gets a short name, also beside many ways out, wherever that makes it smaller packed."""
    names = [f"within_{sha256(bytes([at])).hexdigest()[:12]}" for at in range(9)]
    inner = "".join(f"const {name} = () => document.title;\n" for name in names)
    used = "".join(f"console.log({name}());\n" for name in names) * 3
    many = "".join(f"export const give{at} = {at};\n" for at in range(9))
    for name, ways_out in (("een", "export const give8 = 1;\n"), ("veel", many)):
        (tmp_path / f"{name}.js").write_text(f"// what it is for\n{inner}{used}{ways_out}", "utf-8")
        script = prepared(tmp_path / f"{name}.js").decode()
        assert not [one for one in names if one in script]
        assert re.match(r"export const\{.*give8.*\}=\(", script)
    (tmp_path / "klein.js").write_text("// what it is for\nexport const one = 1;\n", "utf-8")
    assert prepared(tmp_path / "klein.js") == b"export const one=1"

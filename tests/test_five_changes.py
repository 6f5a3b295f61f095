"""Five things that this project is asked for again and again → each made on a copy, with the files that it takes.

A kind, the fifth, has a test of its own: tests/test_new_kind.py.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.core import change
from tests.machine import run, with_machine
from tests.verwachting import SLUG

CHECK = '''"""Nobody says hocus."""

from collections.abc import Iterator

from leidraad.checks._through import through
from leidraad.model.use.framework import Framework
from leidraad.model.yaml.problem import Problem

ID = "hocus"
UITLEG = "Hocus legt niets uit."
FOUT = "titel: Hocus"
GOED = "titel: Doel"


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a problem for every hocus."""
    for text in through(framework).texts:
        if "Hocus" in text.text:
            yield Problem(text.place(), "zeg wat je doet", ID)
'''
PAGE = '---\ntitle: Wagen\ndescription: Een factor.\n---\n\n# Wagen\n\n{{ gebruik("factor:wagen") }}\n'


def _factor(folder: Path) -> set[str]:
    text = (folder / "framework/igm/durven.yaml").read_text("utf-8").replace("  - id: ", "  - id: wagen-")
    text = text.replace("aspect: ", "aspect: wagen-").replace("id: durven\n", "id: wagen\n", 1)
    (folder / "framework/igm/wagen.yaml").write_text(text.replace("titel: Durven", "titel: Wagen", 1), "utf-8")
    change(folder, "framework/kern.yaml", "factoren: [durven]", "factoren: [durven, wagen]")
    (folder / "docs/factoren/wagen.md").write_text(PAGE, "utf-8")
    change(
        folder, "mkdocs.yml", "      - factoren/durven.md\n", "      - factoren/durven.md\n      - factoren/wagen.md\n"
    )
    return {"framework/igm/wagen.yaml", "framework/kern.yaml", "docs/factoren/wagen.md", "mkdocs.yml"}


def _check(folder: Path) -> set[str]:
    (folder / "leidraad/checks/hocus.py").write_text(CHECK, "utf-8")
    return {"leidraad/checks/hocus.py"}


def _key(folder: Path) -> set[str]:
    kind, card = "leidraad/model/types/begrippen.py", "leidraad/render/kaarten/kaart_begrip.html"
    line = '    weetje: Regel | None = Field(None, title="Weetje", description="Leuk om te weten.")\n'
    change(folder, kind, '    term: Regel = Field(title="Term"', f'{line}    term: Regel = Field(title="Term"')
    with (folder / card).open("a", encoding="utf-8") as template:
        template.write("{% if item.weetje %}<p>Weetje: {{ item.weetje }}</p>{% endif %}\n")
    change(folder, "framework/begrippen.yaml", "    term: IGM\n", "    term: IGM\n    weetje: Drie letters.\n")
    return {kind, card, "framework/begrippen.yaml"}


def _slot(folder: Path) -> set[str]:
    asked = "leidraad/model/use/questions.py"
    change(folder, asked, '    "teksten": {\n', '    "teksten": {\n        "groet": "Hoe groeten jullie?",\n')
    with (folder / "docs/afspraken.md").open("a", encoding="utf-8") as page:
        page.write('\n{{ eigen_tekst("groet", "Hier groet niemand.") }}\n')
    return {asked, "docs/afspraken.md"}


CHANGES: dict[str, tuple[Callable[[Path], set[str]], str]] = {
    "factor": (
        _factor,
        "from leidraad.render.onderdelen.onderdelen import overzicht; print(overzicht(edition, 'factor'))",
    ),
    "check": (_check, "from leidraad.checks import HANDLEIDING; print(HANDLEIDING['hocus'].uitleg)"),
    "key": (
        _key,
        "from leidraad.outputs.kaarten import each; from leidraad.model.use.version import version_at;"
        "print(*[one.make() for one in each(edition, version_at(edition, Path('x')))])",
    ),
    "slot": (
        _slot,
        "from leidraad.model.writing.new_folder import new_folder; import datetime;"
        "print(*new_folder('a', 'A', datetime.date(2026, 11, 21)))",
    ),
}
SHOWN = {
    "factor": "Wagen",
    "check": "Hocus legt niets uit.",
    "key": "Weetje: Drie letters.",
    "slot": "Hoe groeten jullie?",
}


def _contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


@pytest.mark.parametrize("name", CHANGES)
def test_each_takes_the_files_that_it_is_about_and_no_other(name: str, tmp_path: Path) -> None:
    """A factor four, with its page and its place; a check one; a key two and its data; a text slot two.

    `leidraad schema` writes the editor's schema of a new key, and `make verwacht` what is kept of it.
    """
    folder = with_machine(tmp_path)
    before = _contents(folder)
    apply, show = CHANGES[name]
    expected = apply(folder)
    after = _contents(folder)
    assert {path for path in after if before.get(path) != after[path]} == expected
    head = (
        "from leidraad.command import main\ntry: main(['check'])\nexcept SystemExit as end: assert not end.code\n"
        "from pathlib import Path; from leidraad.checks import check_framework;"
        "from leidraad.model.use.framework import Edition; core = check_framework(Path('framework'))[0];"
        f"edition = Edition(core, core.gemeenten['{SLUG}']);"
    )
    assert SHOWN[name] in run(folder, "-c", head + show)

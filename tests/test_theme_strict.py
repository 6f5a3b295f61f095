"""A slip in a template of thema/ is a mistake with its file and line, in `check`, `build` and `serve`."""

from pathlib import Path

import pytest

from tests.forked import leidraad
from tests.probe import ROOT
from tests.verwachting import SLUG, project, ready

MAIN = "thema/main.html"
ARTICLE = '<article id="artikel" tabindex="-1">'
NAMES = [
    ("{{ koptekst }}", "«koptekst» ken ik hier niet"),
    ("{{ pgae.title }}", "«pgae» ken ik hier niet; bedoelde u «page»?"),
    ("{% if koptekst %}x{% endif %}", "«koptekst» ken ik hier niet"),
    ("{% for regel in koptekst %}x{% endfor %}", "«koptekst» ken ik hier niet"),
    ("{{ page.title | datm }}", "«datm» ken ik niet achter «|» of «is»"),
    ("{% if page %}", "«{% if %}» is nog niet gesloten"),
]
KEYS = [
    ("{{ page.titel }}", "«Page» heeft geen «titel»; bedoelde u «title»?"),
    ("{{ page.meta.breeed if page }}", "«dict» heeft geen «breeed»"),
    ("{{ nav.itms }}", "«Navigation» heeft geen «itms»"),
    ("{% if config.sitenaam %}x{% endif %}", "«MkDocsConfig» heeft geen «sitenaam»"),
]


def _with(project: Path, slip: str) -> Path:
    text = (ROOT / MAIN).read_text("utf-8")
    assert text.count(ARTICLE) == 1
    (project / MAIN).write_text(text.replace(ARTICLE, f"{ARTICLE}{slip}"), "utf-8")
    return project


def _place(slip: str) -> str:
    line = (ROOT / MAIN).read_text("utf-8").partition(ARTICLE)[0].count("\n") + 1
    return f"{MAIN}:{line if slip != '{% if page %}' else ''}"


@pytest.fixture(scope="module")
def miniature(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project, in which each slip has its turn."""
    return project(tmp_path_factory.mktemp("thema"))


@pytest.mark.parametrize(("slip", "told"), NAMES)
def test_a_check_says_it_without_the_engine(miniature: Path, slip: str, told: str) -> None:
    """What is written wrong, and a name that nothing is known of."""
    done = leidraad(_with(miniature, slip), "check", SLUG)
    assert done.returncode == 1
    assert any(line.startswith(_place(slip)) and told in line for line in done.stdout.splitlines()), done.stdout


@pytest.mark.parametrize(("slip", "told"), [NAMES[1], *KEYS])
def test_a_build_says_it_and_makes_nothing(miniature: Path, slip: str, told: str) -> None:
    """Also of what is asked of a page, of the menu or of mkdocs.yml."""
    done = leidraad(_with(miniature, slip), "build", SLUG)
    assert done.returncode == 1
    assert any(line.startswith(_place(slip)) and told in line for line in done.stderr.splitlines()), done.stderr
    assert "Traceback" not in done.stderr and not (miniature / "site").exists()


def test_what_may_be_missing_is_asked_for_as_such(tmp_path: Path) -> None:
    """As Jinja has it: with `default`, or `is defined`; and a name that a template sets itself."""
    own = "{% set eigen = page.meta.breeed | default('zo') %}{{ eigen if page.meta.weg is not defined }}"
    right = f"{{% if page %}}{own}{{% endif %}}"
    folder = _with(ready(tmp_path), right)
    leidraad(folder, "check", SLUG, check=True)
    leidraad(folder, "build", SLUG, check=True)
    assert f"{ARTICLE}zo\n" in (folder / "site" / SLUG / "nieuwste" / "index.html").read_text("utf-8")

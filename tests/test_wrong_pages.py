"""What `leidraad check` says of the pages is what the engine says of them, word for word, without running it."""

from pathlib import Path

import pytest

from leidraad.editions.engine import gaps, wrong_pages
from leidraad.editions.engine.engine_log import as_problem
from leidraad.editions.preview.workshop import Workshop
from leidraad.model.reading.pages import pages_beside
from leidraad.model.use.pages import Pages
from tests.probe import ROOT
from tests.verwachting import ready

WRONG = {
    "poster": "{{ postter() }}",
    "alles": '{{ verklaring("privacy") }}',
    "aanbod": '{{ eigen_tekst("welkom") }}',
    "kaarten": '{% include "weg.md" %}',
    "begrippen": "{% if x %}",
    "activiteiten": "{{ a b }}",
    "veranderd": "{{ page.title }} {{ title }} {% if team is defined %}{{ team }}{% endif %}",
    "afspraken": "[1](weg.md) [2](bronnen.md#weg) [3](#weg) [4](/weg) [5](weg/) [6](bronnen.md#kop) [7](#een-kop)"
    '\n\n## Een kop\n\n<p id="p">`[8](a.md)` [9](#p) <!-- [10](b.md) --></p>'
    "\n\n```\n[11](c.md)\n```\n\n[x]: nergens.md",
    "bronnen": "## Kop\n\nZie [x] en ![beeld](assets/weg.png).\n\n[x]: afspraken.md#weg",
}


def _pages(project: Path) -> Pages:
    pages = pages_beside(project / "framework")
    assert pages
    return pages


def test_a_look_says_what_the_engine_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same list of the same pages: what is wrong in calls, links and the menu, and nothing else."""
    project = ready(tmp_path)
    for name, value in {gaps.VARIABLE: "1", "HARD": "false", "NO_MKDOCS_2_WARNING": "1"}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(project)
    for name, more in WRONG.items():
        path = project / "docs" / f"{name}.md"
        path.write_text(f"{path.read_text('utf-8')}\n{more}\n", "utf-8")
    (project / "docs" / "wet.md").unlink()
    told = [as_problem(line) for line in Workshop(project, tmp_path / "site").told]
    assert sorted(wrong_pages.wrong_pages(project, _pages(project))) == sorted(told)
    assert len(told) > 12


def test_our_own_pages_are_all_right() -> None:
    """What every fork builds."""
    assert wrong_pages.wrong_pages(ROOT, _pages(ROOT)) == []


def test_what_is_remembered_is_of_the_same_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Asked again it makes nothing; a page that changed, or a file that went, is looked at anew."""
    project, memory = ready(tmp_path / "een"), tmp_path / "geheugen"
    page = project / "docs" / "poster.md"
    page.write_text("{{ postter() }} ![x](a.png)\n", "utf-8")
    (project / "docs" / "a.png").touch()
    first = wrong_pages.wrong_pages(project, _pages(project), memory)
    with monkeypatch.context() as patch:
        patch.setattr(wrong_pages, "_pages", None)
        assert wrong_pages.wrong_pages(project, _pages(project), memory) == first
    (project / "docs" / "a.png").unlink()
    assert len(wrong_pages.wrong_pages(project, _pages(project), memory)) == len(first) + 1 == 2

"""A new kind is its type, its template, its page and its row: then it is everywhere, without another line of code."""

import json
import zipfile
from pathlib import Path

import pytest

from tests.core import change
from tests.machine import leidraad, run, with_machine
from tests.verwachting import SLUG

TYPE = '''"""framework/spelvormen/: forms of play."""

from typing import Annotated, Literal

from pydantic import Field

from leidraad.model.types.base import Id, Naar
from leidraad.model.types.igm import Kop


class Spelvorm(Kop):
    """A form of play."""

    soort: Literal["spelvorm"] = Field(title="Soort", description="spelvorm")
    met: tuple[Annotated[Id, Naar("spelvorm")], ...] = Field((), title="Met", description="Andere spelvormen.")
'''
ROW = """    Kind(
        name="spelvorm",
        type=Spelvorm,
        where="spelvormen/",
        address="spelvormen/{id}/",
        plural="Spelvormen",
        card="spelvorm",
        height=700,
        additions=True,
    ),
"""
ITEM = """id: estafette
soort: spelvorm
titel: Estafette
kern:
  tekst: Om de beurt rennen en het stokje doorgeven.
  herkomst: eigen
beoordeeld_op: "2026-11-21"
herzien_voor: "2027-11-21"
"""
ADDITION = """id: stokje-te-leen
bij: spelvorm:estafette
kern_versie: "2026.1"
titel: Stokje te leen
"""
PAGE = """---
title: Estafette
description: Een spelvorm.
---

# Estafette

{{ overzicht("spelvorm") }}

{{ gebruik("spelvorm:estafette") }}
"""
CARD = '<div class="kern">{{ f.block(item.kern.tekst) }}</div>\n'


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with a new kind, and one of it."""
    folder = with_machine(tmp_path_factory.mktemp("soort"))
    types, kinds = folder / "leidraad/model/types", "leidraad/model/kinds.py"
    (types / "spelvormen.py").write_text(TYPE, "utf-8")
    change(folder, kinds, "\nWhose = ", "from leidraad.model.types.spelvormen import Spelvorm\n\nWhose = ")
    change(folder, kinds, '    Kind(name="bron",', f'{ROW}    Kind(name="bron",')
    (folder / "leidraad/render/kaarten/kaart_spelvorm.html").write_text(CARD, "utf-8")
    for path, text in {
        "docs/spelvormen/estafette.md": PAGE,
        "framework/spelvormen/estafette.yaml": ITEM,
        f"framework/gemeenten/{SLUG}/aanvullingen/stokje-te-leen.yaml": ADDITION,
    }.items():
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    with (folder / "mkdocs.yml").open("a", encoding="utf-8") as shell:
        shell.write("  - spelvormen/estafette.md\n")
    return folder


@pytest.fixture(scope="module")
def site(made: Path) -> Path:
    """The newest version of an edition with the new kind; the publication has an address."""
    leidraad(made, "build", SLUG)
    return made / "site" / SLUG / "nieuwste"


def test_it_is_found_framed_and_packed(site: Path) -> None:
    """In the menu, A to Z, search, JSON and its schema, as a card, with a page for a course, and in the cartridge."""
    start = (site / "index.html").read_text("utf-8")
    assert 'href="spelvormen/estafette/"' in start
    assert "../spelvormen/estafette/" in (site / "alles/index.html").read_text("utf-8")
    found = json.loads((site / "zoekindex.json").read_text("utf-8"))
    assert "spelvormen/estafette/" in [adres for _, _, adres, _ in found]
    held = json.loads((site / "leidraad.json").read_text("utf-8"))["onderdelen"]
    assert "spelvorm:estafette" in [item["verwijzing"] for item in held]
    schema = json.loads((site / "leidraad.schema.json").read_text("utf-8"))
    assert "spelvorm" in schema["properties"]["onderdelen"]["items"]["properties"]["soort"]["enum"]
    assert "stokje doorgeven" in (site / "kaart/spelvorm-estafette/index.html").read_text("utf-8")
    assert "Estafette" in (site / "cursus/spelvorm-estafette/index.html").read_text("utf-8")
    with zipfile.ZipFile(site / "cursus/links-nieuwste.imscc") as cartridge:
        assert "spelvorm-estafette.xml" in cartridge.namelist()
        assert "<title>Spelvormen</title>" in cartridge.read("imsmanifest.xml").decode()


def test_editor_form_and_report_know_it(made: Path) -> None:
    """The editor has its schema, the form offers it for an addition, the report speaks of that addition."""
    leidraad(made, "schema")
    assert (made / ".vscode/schemas/spelvorm.schema.json").is_file()
    assert "framework/spelvormen/*.yaml" in (made / ".vscode/settings.json").read_text("utf-8")
    form = (
        "from pathlib import Path; from leidraad.checks import check_framework;"
        "from leidraad.model.use.framework import Edition;"
        "from leidraad.render.principe_maker.principe_maker import principe_maker;"
        "core = check_framework(Path('framework'))[0];"
        f"print(principe_maker(Edition(core, core.gemeenten['{SLUG}'])))"
    )
    assert 'value="spelvorm:estafette"' in run(made, "-c", form)
    assert "bij spelvorm:estafette" in leidraad(made, "report", SLUG)


def test_what_dangles_is_reported(made: Path) -> None:
    """Its ids, and ids that name it, are held to what there is; nothing passes, nothing dies."""
    item = made / "framework/spelvormen/estafette.yaml"
    try:
        item.write_text(f"{ITEM}met: [estafete]\n", "utf-8")
        with pytest.raises(AssertionError, match="spelvorm «estafete» bestaat niet; bedoelde u «estafette»"):
            leidraad(made, "check", SLUG)
    finally:
        item.write_text(ITEM, "utf-8")

"""The picture holds: a stage imports only from stages to its left, a room only from rooms before it in its stage."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).parents[1] / "leidraad"
STAGES = ["model", "checks", "render", "outputs", "editions", "command"]
# A room is a folder in a stage, or a module that stands in the stage itself.
ROOMS = {
    "model": ["yaml", "types", "kinds", "use", "reading", "writing", "compare"],
    "render": [
        *("block", "cursus", "gemeente", "activiteiten", "onderdelen", "casussen", "casus", "routes", "instrumenten"),
        *("lijsten", "kaarten", "papier", "gesprekskaart", "inwonerpapier", "principe_maker", "stapbeeld", "changes"),
        "page",
        "registry",
    ],
    "outputs": [
        *(
            "well_formed",
            "syntax",
            "made",
            "zips",
            "zoek",
            "cursus",
            "feed",
            "gift",
            "dias",
            "beeld",
            "oembed",
            "kaarten",
        ),
        *("eigen_paginas", "leidraad_json", "lean", "sitemap", "stijl", "security_txt", "vervallen", "formulier"),
        "beside",
        "promised",
    ],
    "editions": [
        "here",
        "exchange",
        "engine",
        "mistakes",
        "current",
        "bijwerken",
        "finish",
        "publication",
        "kept",
        "leaves",
        "build",
        "new",
        "pdf",
        "preview",
    ],
}


def _imports(path: Path) -> set[tuple[str, str]]:
    """Return (stage, room) of everything of ours that a module imports."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("leidraad."):
            _, stage, *rest = (node.module or "").split(".")
            found |= {(stage, rest[0])} if rest else {(stage, alias.name) for alias in node.names}
    return found


def _modules() -> Iterator[tuple[Path, str, str]]:
    for path in PACKAGE.rglob("*.py"):
        stage, *rest = path.relative_to(PACKAGE).parts
        yield path, stage.removesuffix(".py"), rest[0].removesuffix(".py") if rest else ""


def test_a_stage_imports_only_from_its_left() -> None:
    """framework/ → model → checks → render → outputs → editions → command; an arrow back is in the wrong place."""
    wrong, seen = [], 0
    for path, own, _ in _modules():
        for other, _ in _imports(path):
            seen += 1
            if own in STAGES and STAGES.index(other) > STAGES.index(own):
                wrong.append(f"{path.name} imports {other}")
    assert seen > 50
    assert wrong == []


def test_a_room_imports_only_from_rooms_before_it() -> None:
    """Within a stage too there is one way to go; every room has its place in the row."""
    wrong, seen = [], 0
    for path, stage, own in _modules():
        rooms = ROOMS.get(stage, [])
        if own == "__init__" or not rooms:
            continue
        assert own in rooms, f"{stage}/{own} has no place in the row yet"
        for other in {room for of, room in _imports(path) if of == stage and room in rooms}:
            seen += 1
            if rooms.index(other) > rooms.index(own):
                wrong.append(f"{path.relative_to(PACKAGE)} imports {stage}/{other}")
    assert seen > 100
    assert wrong == []


def test_a_template_stands_beside_a_module_that_uses_it() -> None:
    """A template lies in a room with modules and is named in the machine by its path; one that nobody names is dead."""
    machine = [path for path in PACKAGE.rglob("*") if path.suffix in (".py", ".html", ".xml")]
    named = set[str]()
    for path in machine:
        named |= set(
            re.findall(r"[\"']((?:render|outputs)/[\w/{}().,'\" -]+\.(?:html|xml))[\"']", path.read_text("utf-8"))
        )
    patterns = [re.sub(r"\\{.*?\\}", "[a-z_]+", re.escape(name)) for name in named]
    templates = [path for path in machine if path.suffix != ".py"]
    assert len(templates) > 50
    for template in templates:
        name = template.relative_to(PACKAGE).as_posix()
        assert any(re.fullmatch(pattern, name) for pattern in patterns), f"{name} is used nowhere"
        assert list(template.parent.glob("[!_]*.py")), f"{name} stands alone"


def test_every_macro_of_a_template_is_called() -> None:
    """By its own template, or under a name by which it is imported; one that nobody calls is dead.

    What is included sees the imports of who includes it, so a name means the same in every template.
    """
    texts = {path.relative_to(PACKAGE).as_posix(): path.read_text("utf-8") for path in PACKAGE.rglob("*.html")}
    imported = {pair for text in texts.values() for pair in re.findall(r'{% import "([^"]+)" as (\w+)', text)}
    macros, called = set[tuple[str, str]](), set[tuple[str, str]]()
    for name, text in texts.items():
        macros |= {(name, macro) for macro in re.findall(r"{%-? macro (\w+)\(", text)}
        called |= {(name, call) for call in re.findall(r"(?<![.\w])(?<!macro )(\w+)\(", text)}
        calls = re.findall(r"(\w+)\.(\w+)\(", text)
        called |= {(path, call) for path, alias in imported for own, call in calls if own == alias}
    assert len(macros) > 40
    assert macros - called == set()

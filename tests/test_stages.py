"""The picture holds: a stage imports only from stages to its left."""

import ast
from pathlib import Path

PACKAGE = Path(__file__).parents[1] / "leidraad"
STAGES = ["model", "checks", "render", "outputs", "editions", "command"]


def _imports(path: Path) -> set[str]:
    nodes = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.ImportFrom)]
    return {(node.module or "").split(".")[1] for node in nodes if (node.module or "").startswith("leidraad.")}


def test_a_stage_imports_only_from_its_left() -> None:
    """framework/ → model → checks → render → outputs → editions → command; an arrow back is in the wrong place."""
    wrong, seen = [], 0
    for path in PACKAGE.rglob("*.py"):
        own = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
        for other in _imports(path):
            seen += 1
            if own in STAGES and STAGES.index(other) > STAGES.index(own):
                wrong.append(f"{path.name} imports {other}")
    assert seen > 50
    assert wrong == []

"""Texts have our line ends and encoding, on every system; tests/site/test_line_ends.py builds from what has not."""

import ast
import subprocess
from collections.abc import Iterator
from pathlib import Path

from tests.probe import ROOT


def _calls(path: Path) -> Iterator[tuple[ast.Call, str, set[str]]]:
    """Yield the calls in a module with their name and the names of their arguments."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            yield node, name, {word.arg or "" for word in node.keywords}


def _left_to_the_system(path: Path) -> Iterator[str]:
    ours = path.parts[len(ROOT.parts)] != "tests"
    for call, name, words in _calls(path):
        encoded = "encoding" in words or len(call.args) >= {"read_text": 1, "write_text": 2}.get(name, 9)
        of = getattr(getattr(call.func, "value", None), "id", "")
        opens = name in ("open", "fdopen") and of not in ("tarfile", "Image")  # no text is read there
        binary = any(isinstance(given, ast.Constant) and "b" in str(given.value) for given in call.args)
        if (
            (name in ("read_text", "write_text") and not encoded)
            or (name == "write_text" and ours and "newline" not in words)
            or (opens and not encoded and not binary)
            or (words & {"text", "universal_newlines"} and name in ("run", "Popen", "check_output"))
        ):
            yield f"{path.relative_to(ROOT)}:{call.lineno} {name}"


def test_no_encoding_or_line_end_is_left_to_the_system() -> None:
    """Every text is read and written as UTF-8, and the machine writes our line ends."""
    modules = [
        ROOT / "macros.py",
        *(path for name in ("leidraad", "bench", "tests") for path in (ROOT / name).rglob("*.py")),
    ]
    assert [fault for path in modules for fault in _left_to_the_system(path)] == []


def test_a_checkout_with_autocrlf_has_our_line_ends(tmp_path: Path) -> None:
    """Git for Windows turns line ends around, unless .gitattributes says that it may not."""
    words = ["git", "clone", "-q", "-c", "core.autocrlf=true", str(ROOT), str(tmp_path / "kloon")]
    subprocess.run(words, check=True)
    names = subprocess.run(
        ["git", "ls-files"], cwd=tmp_path / "kloon", capture_output=True, encoding="utf-8", check=True
    )
    paths = [tmp_path / "kloon" / name for name in names.stdout.splitlines() if not name.endswith(".png")]
    assert len(paths) > 400
    assert [path.name for path in paths if b"\r\n" in path.read_bytes()] == []

"""A script or style sheet of ours as it is written → the same, as small as it gets."""

import re

_COMMENT = re.compile(rb"""("[^"\n]*"|'[^'\n]*')|/\*.*?\*/""", re.S)
_INDENT = re.compile(rb"\n\s*")
_IMPORTS = re.compile(r"(?:import[^;(]+;)+")  # at the start of a module
_EXPORT = re.compile(r"export (?=(?:async function|function|class|const) (\w+))")
_A_NAME = 30  # signs that a short way out must save for each name that goes out: packed, what is less costs more


def lean_style(style: bytes) -> bytes:
    """Return a style sheet without what it tells who edits it: comments, but not in a string, and indents."""
    without = _COMMENT.sub(lambda match: match[1] or b"", style)
    return _INDENT.sub(b"\n", without).lstrip()


def lean_script(script: bytes) -> bytes:
    """Return a script of ours as small as it gets; it starts with a line that says what it is for, until it is lean.

    One that does not parse stays as it is: a build stops before this, and a preview tells what is wrong with it.
    """
    if not script.startswith(b"//"):
        return script
    from minify import MinifyError  # its runtime does not survive a fork, and a build forks before this

    try:
        return _lean(script.decode()).encode()
    except (MinifyError, UnicodeDecodeError):
        return script


def _lean(script: str) -> str:
    from minify import string

    lean = str(string("application/javascript", script))
    imports = _IMPORTS.match(lean)
    if not imports and "export" not in lean:
        return lean  # no module
    # nothing outside uses the names of a module but those it exports: in a block the others get short too
    end = imports.end() if imports else 0
    names = {chr(ord("A") + at): name for at, name in enumerate(_EXPORT.findall(lean))}
    given = "".join(f";{short}={name}" for short, name in names.items())
    out = ",".join(f"{short} as {name}" for short, name in names.items())
    block = f"{{{_EXPORT.sub('', lean[end:])}{given}}}"
    within = f"let {','.join(names)};{block}export{{{out}}}" if names else block
    short = str(string("application/javascript", lean[:end] + within))
    return short if len(short) + _A_NAME * len(names) < len(lean) or not names else lean

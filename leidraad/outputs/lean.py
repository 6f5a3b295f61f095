"""A script or style sheet of ours as it is written → the same, as small as it gets."""

import re
from zlib import compress

_COMMENT = re.compile(rb"""("[^"\n]*"|'[^'\n]*')|/\*.*?\*/""", re.S)
_INDENT = re.compile(rb"\n\s*")
_IMPORTS = re.compile(r"(?:import[^;(]+;)+")  # at the start of a module
_EXPORT = re.compile(r"export (?=(?:async function|function|class|const) (\w+))")


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
    # nothing outside uses the names of a module but those it exports: within a block, or a function that gives these,
    # the others get short too
    end = imports.end() if imports else 0
    names = ",".join(_EXPORT.findall(lean))
    body = _EXPORT.sub("", lean[end:])
    within = f"export const{{{names}}}=(()=>{{{body};return{{{names}}}}})()" if names else f"{{{body}}}"
    short = str(string("application/javascript", lean[:end] + within))
    return min(short, lean, key=_packed)


def _packed(script: str) -> int:
    return len(compress(script.encode()))

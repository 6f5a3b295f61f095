"""A script of ours as written → the same without what only its writer needs: comment lines and indentation."""

import re

_COMMENT = re.compile(r"^\s*//.*\n?", re.M)
_INDENTATION = re.compile(r"^[ \t]+|\n(?=\n)", re.M)


def lean_script(text: str) -> str:
    """Return a script without comment lines, indentation and empty lines; a text over more lines stays as it is."""
    if any(line.count("`") % 2 for line in text.splitlines()):
        return text
    return _INDENTATION.sub("", _COMMENT.sub("", text))

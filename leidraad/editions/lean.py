"""A script of ours as written → the same without what only its writer needs: comment lines and indentation."""


def lean_script(text: str) -> str:
    """Return a script without comment lines, indentation and empty lines; a text over more lines stays as it is."""
    out: list[str] = []
    in_text = False
    for line in text.splitlines():
        bare = line.strip()
        if in_text or (bare and not bare.startswith("//")):
            out.append(line if in_text else line.lstrip())
        in_text ^= bool(line.count("`") % 2) and (in_text or not bare.startswith("//"))
    return "\n".join(out) + "\n"

"""Problems → what `leidraad check` prints of them: for people, for a program, or beside the lines of a proposal."""

import json
from pathlib import Path

from leidraad.model.yaml.problem import Problem, is_core


def concerns(problem: Problem, slugs: tuple[str, ...]) -> bool:
    """When municipalities are named, what is in another's folder is left out, and so are hints about the core.

    They cannot change the core; a mistake in it stops their edition too, so that is always told.
    """
    if not slugs:
        return True
    return problem.level == "fout" if is_core(problem) else Path(problem.place.file).parts[2] in slugs


def as_text(problems: list[Problem]) -> str:
    """Return a line per problem and their number."""
    lines = [str(problem) for problem in problems]
    errors = sum(problem.level == "fout" for problem in problems)
    hints = len(problems) - errors
    total = f"{_count(errors, 'fout', 'fouten')}, {_count(hints, 'hint', 'hints')}."
    if errors and not hints:
        total = f"{_count(errors, 'fout', 'fouten')}. Hints toont «leidraad check» als er geen fouten meer zijn."
    elif errors:
        total += " Andere hints toont «leidraad check» als er geen fouten meer zijn."
    if problems:
        first, *others = dict.fromkeys(problem.check for problem in problems)
        total += f" Wat een melding betekent, zegt «leidraad check --uitleg {first}»"
        total += f"; zo ook: {', '.join(others)}." if others else "."
    return "\n".join([*lines, total]) + "\n"


def _count(number: int, one: str, more: str) -> str:
    return f"{number or 'geen'} {one if number == 1 else more}"


def _as_json(problems: list[Problem]) -> str:
    rows = [
        {
            "bestand": problem.place.file,
            "regel": problem.place.line,
            "kolom": problem.place.column,
            "soort": problem.level,
            "controle": problem.check,
            "melding": problem.message,
        }
        for problem in problems
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def _as_annotations(problems: list[Problem]) -> str:
    return "".join(_annotation(problem) for problem in problems)


def _annotation(problem: Problem) -> str:
    kind = "error" if problem.level == "fout" else "notice"
    place = problem.place
    message = problem.message.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return f"::{kind} file={place.file},line={place.line},col={place.column},title={problem.check}::{message}\n"


FORMS = {"tekst": as_text, "json": _as_json, "ci": _as_annotations}

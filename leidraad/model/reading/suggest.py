"""What stands where an id belongs, written as people say it → the same problem with the id that was probably meant."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from leidraad.model.reading.messages import A_REFERENCE, AN_ID
from leidraad.model.use.addresses import ADDRESSES
from leidraad.model.use.framework import Framework
from leidraad.model.use.names import slug_of
from leidraad.model.yaml.problem import Problem, nearest

_NO_ID = re.compile(
    rf"«(?:(?P<kind>[A-Za-z]+) ?: ?)?(?P<said>[^»…]*)» mag hier niet; (?:{re.escape(AN_ID)}|{re.escape(A_REFERENCE)})"
)


def with_ids(framework: Framework, problems: list[Problem]) -> list[Problem]:
    """Return the problems; one about «Kennis» or «omgaan met lastige situaties» names the id of what is called so."""
    if not any(_NO_ID.match(problem.message) for problem in problems):
        return problems
    ids = dict(_names(framework))
    return [_with_id(problem, ids) for problem in problems]


def _with_id(problem: Problem, ids: Mapping[str, tuple[str, str]]) -> Problem:
    match = _NO_ID.match(problem.message)
    said = slug_of(match["said"]) if match else ""
    found = ids.get(said) or ids.get(nearest(said, ids) or "") if said else None
    if not match or not found:
        return problem
    kind, id_ = found
    whole = f"{(match['kind'] or kind).lower()}:" if A_REFERENCE in problem.message else ""
    start = problem.message.partition(";")[0]
    return replace(problem, message=f"{start}; bedoelde u «{whole}{id_}»?")


def _names(framework: Framework) -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield every name by which something is known, folded as an id, with its kind and id; the last one counts."""
    core = sorted(framework.items.items(), key=lambda kind: kind[0] != "begrip")  # a factor and a word share a name
    local = (kind for lokaal in framework.gemeenten.values() for kind in lokaal.items.items())
    for kind, items in (*core, *local):
        for id_, item in items.items() if kind in ADDRESSES else ():  # nothing else can be named
            for name in (id_, *_said(item)):
                yield slug_of(name), (kind, id_)


def _said(item: Any) -> Iterator[str]:
    yield from (getattr(item, key) for key in ("term", "titel") if isinstance(getattr(item, key, None), str))
    yield from getattr(item, "synoniemen", ())

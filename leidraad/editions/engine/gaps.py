"""The gaps in a stencil: what the engine writes in the place of a page's call, and how each edition fills it."""

import json
import os
import re
from collections.abc import Callable
from functools import cache
from typing import Any

from leidraad.render.registry import FRAGMENTS, VALUES

VARIABLE = "LEIDRAAD_STENCIL"  # set in the run of the engine that makes the stencil
BLOCK = "data-stencil"  # the attribute of a block's gap, which holds its call
_GAP = re.compile(r'<div data-stencil="([0-9a-f]+)"></div>|stencil([0-9a-f]+)licnets')


def wanted() -> bool:
    """True where pages are made with gaps in them, for no edition in particular."""
    return VARIABLE in os.environ


def gap(name: str, args: tuple[Any, ...], values: dict[str, Any]) -> str:
    """Return what stands for a call of a page: a block for a fragment, a word that no engine acts on for a value."""
    call = json.dumps([name, args, values]).encode().hex()
    return f'<div data-stencil="{call}"></div>' if name in FRAGMENTS else f"stencil{call}licnets"


def filled(text: str, answer: Callable[[str], str]) -> str:
    """Return a text with every gap in it filled with the answer to its call."""
    return _GAP.sub(lambda match: answer(match[1] or match[2]), text)


def with_values(text: str, answer: Callable[[str], str]) -> str:
    """Return a text with every word in a sentence filled in, and a gap for each block."""
    return _GAP.sub(lambda match: match[0] if match[1] else answer(match[2]), text)


@cache
def call_of(call: str) -> tuple[Callable[..., str], list[Any], dict[str, Any]]:
    """Return the function that a gap calls, and with what."""
    name, args, values = json.loads(bytes.fromhex(call))
    return {**FRAGMENTS, **VALUES}[name], args, values

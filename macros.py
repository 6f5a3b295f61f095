"""The pages' calls → leidraad/render; a slip in thema/ → a mistake; the built folder → leidraad.editions.finish."""

from pathlib import Path
from typing import Any

from leidraad.editions import current
from leidraad.editions.engine import gaps
from leidraad.editions.engine.strict import make_theme_strict
from leidraad.editions.finish import finish, prepare
from leidraad.render.registry import FRAGMENTS, VALUES


def define_env(env: Any) -> None:
    """Register every name that a page may call; a framework with mistakes stops a build here."""
    if not gaps.wanted():
        current.require_sound()
    make_theme_strict(env.conf["plugins"])
    for name, function in {**FRAGMENTS, **VALUES}.items():
        env.macro(current.for_pages(function), name)


def on_post_build(env: Any) -> None:
    """Hand the built folder over; of a stencil, what is the same for every edition can be done at once."""
    (prepare if gaps.wanted() else finish)(Path(env.conf["site_dir"]))

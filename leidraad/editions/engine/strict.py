"""A name that nothing is known of → in a template of thema/ a mistake; in one of Material nothing, as it expects."""

import sys
from typing import Any

from jinja2 import Environment, StrictUndefined, Undefined


def strict_below(folder: str) -> type[Undefined]:
    """Return what stands for a name that is nowhere: strict where a template below a folder asks, else as Jinja has."""

    class OfOthers(Undefined):
        def __new__(cls, *args: Any, **values: Any) -> Any:
            frame = sys._getframe(1)  # which template asks is in the name of what is running
            while frame.f_back and not frame.f_code.co_filename.endswith(".html"):
                frame = frame.f_back
            is_ours = frame.f_code.co_filename.startswith(folder)
            is_slip = values.get("obj", folder) is not None  # 404.html has no page: what is asked of it is nothing
            return StrictUndefined(*args, **values) if is_ours and is_slip else super().__new__(cls)

    return OfOthers


def strict_in_ours(env: Environment, *, config: Any, **_: Any) -> Environment:
    """Make strict what MkDocs fills in the theme with, where it is about a template of ours."""
    env.undefined = strict_below(str(config.theme.custom_dir))
    return env


def make_theme_strict(plugins: Any) -> None:
    """Let MkDocs do so, once it has that environment; the other engine has no such moment."""
    events = getattr(plugins, "events", {})
    if strict_in_ours not in events.get("env", [strict_in_ours]):
        events["env"].append(strict_in_ours)

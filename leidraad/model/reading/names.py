"""The names in a folder → what systems put there by themselves, what cannot be a name everywhere, what is a copy."""

import os
import re
from collections.abc import Iterable
from pathlib import Path

from leidraad.model.types.base import ID_PATTERN
from leidraad.model.yaml.problem import quoted

# What Windows, macOS and programs that edit leave behind; names that begin with a point are tools' as well.
LEFT_BEHIND = re.compile(
    r"\..*|thumbs\.db|ehthumbs\.db|desktop\.ini|__macosx|\$recycle\.bin|icon\r|~\$.*|~.*\.tmp|#.*#|.*~", re.IGNORECASE
)
RESERVED = "con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]"
_RESERVED = re.compile(rf"({RESERVED})(\..*)?", re.IGNORECASE)
_NOT_ON_WINDOWS = re.compile(r'[<>:"|?*\\]')
LONGEST = 100  # with the folders before it, what Windows can hold
_COPY_OF = re.compile(r"(?:kopie|copy) (?:van|of) (?P<original>.+)", re.IGNORECASE)


def visible(folder: Path) -> list[Path]:
    """Return what is in a folder, by name, but for what systems leave there; nothing when it is no folder to see."""
    if not may_be_seen(folder) or not folder.is_dir():
        return []
    return sorted(path for path in folder.iterdir() if not left_behind(path.name))


def may_be_seen(folder: Path) -> bool:
    """True where this user may look at what is in a folder."""
    return os.access(folder, os.R_OK | os.X_OK)


def leads_nowhere(path: Path) -> bool:
    """True for a link to what is not there, or to a folder that it stands in: who follows that never ends."""
    return path.is_symlink() and (not path.exists() or _leads_back(path))


def _leads_back(link: Path) -> bool:
    return link.is_dir() and link.resolve() in [folder.resolve() for folder in link.absolute().parents]


def said_of_link(path: Path, message: str) -> str:
    """Return what to say of a path; of a link also that it is one, and to what, or what is wrong with that."""
    if not path.is_symlink():
        return message
    what = f"dit is een link naar {quoted(path.readlink().as_posix())}"
    if not path.exists():
        return f"{what}, en daar is niets; zet hier het bestand zelf neer, of haal de link weg"
    if _leads_back(path):
        return f"{what}, een map waar de link zelf in staat; haal de link weg"
    return f"{message} ({what})"


def left_behind(name: str) -> bool:
    """True for what an operating system or a program puts in a folder for itself."""
    return bool(LEFT_BEHIND.fullmatch(name))


def impossible(name: str) -> str | None:
    """Return why a name cannot exist on every computer, or None when it can."""
    if match := _RESERVED.fullmatch(name):
        return f"Windows houdt de naam «{match[1]}» voor zichzelf; geef dit een andere naam"
    if match := _NOT_ON_WINDOWS.search(name):
        return f"Windows kan geen naam met {quoted(match[0])} bewaren; geef dit een andere naam"
    if name.rstrip(". ") != name:
        return "een naam die eindigt op een punt of een spatie gaat op Windows verloren; geef dit een andere naam"
    if len(name) > LONGEST:
        return f"deze naam heeft {len(name)} tekens; gebruik er hoogstens {LONGEST}"
    return None


def original_of(path: Path, names: Iterable[str]) -> str | None:
    """Return the name in the same folder that a name such as «x (1).yaml» or «x - kopie.yaml» is a copy of.

    What is no copy itself goes first: of «x (1) (2)» that is «x» and not «x (1)».
    """
    if re.fullmatch(ID_PATTERN, path.stem) and path.suffix in ("", ".yaml", ".md"):
        return None
    others = {name: Path(name).stem for name in names if name != path.name}
    stem = path.stem
    while named := _COPY_OF.fullmatch(stem):
        stem = named["original"]
    found = [name for name, other in others.items() if stem == other or re.match(rf"{re.escape(other)}[^a-z0-9]", stem)]
    sound = [name for name in found if re.fullmatch(ID_PATTERN, others[name])]
    return max(sound, key=len) if sound else min(found, key=len, default=None)


def is_copy(original: str) -> str:
    """Return what to do about a copy; never to give it the name of what it was copied from."""
    return (
        f"dit lijkt een kopie van {quoted(original)}, dat er ook staat; bewaar wat u wilt houden onder die naam "
        "en haal de kopie weg. Is het iets nieuws, geef het dan een eigen naam en id"
    )

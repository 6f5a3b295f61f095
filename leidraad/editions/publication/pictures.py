"""The pictures for shared addresses → the root of a publication: each once, whatever the number of editions.

A name says what is on a picture, so one that stands there is never written again, and stays for fixed versions.
"""

from collections.abc import Iterable
from pathlib import Path

from leidraad.editions.exchange import link_or_copy, write_anew
from leidraad.model.use.framework import Framework
from leidraad.outputs.beeld.platen import FOLDER, plates
from leidraad.outputs.beeld.tekenen import draw


def write(tree: Path, framework: Framework, shelf: Path) -> None:
    """Put every picture of the core there; what was drawn once lies on the shelf."""
    for plate in plates(framework).values():
        drawn = shelf / FOLDER / plate.name
        if not drawn.exists():
            write_anew(drawn, draw(plate))
    _put(shelf / FOLDER, tree, {plate.name for plate in plates(framework).values()})


def add(site: Path, tree: Path) -> None:
    """Put those of a built site in a publication, beside those of earlier versions."""
    _put(site / FOLDER, tree, {path.name for path in (site / FOLDER).glob("*.png")})


def _put(folder: Path, tree: Path, names: Iterable[str]) -> None:
    for name in sorted(names):
        target = tree / FOLDER / name
        if not target.exists():
            target.parent.mkdir(exist_ok=True)
            link_or_copy(folder / name, target)

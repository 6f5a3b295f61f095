"""Every claim in the core has a source or says that it is ours."""

from collections.abc import Iterator

from leidraad.model.types.base import Blok, Herkomst
from leidraad.model.types.base import Path as KeyPath
from leidraad.model.types.bronnen import Bron
from leidraad.model.use.framework import Framework
from leidraad.model.yaml.problem import Problem

ID = "zonder-herkomst"
ALLEEN_KERN = True
UITLEG = (
    "Bij elke uitspraak in de kern staat een bron (`bronnen`), of `herkomst: eigen` (ons ontwerp), of "
    "`herkomst: afgeleid` met de bron (onze lezing). Een merk op een blok geldt voor alles wat erin staat."
)
FOUT = "  tekst: Weet u hoe dit gaat?"
GOED = """\
  tekst: Weet u hoe dit gaat?
  herkomst: eigen
"""


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a problem for every claim without a source or a mark, and for a reading without its source."""
    for block in framework.core_blocks:
        if not isinstance(block, Bron):
            yield from _in_block(block, block, (), covered=False)


def _in_block(root: Blok, block: Blok, path: KeyPath, *, covered: bool) -> Iterator[Problem]:
    if isinstance(block, Herkomst):
        if block.herkomst == "afgeleid" and not block.bronnen:
            yield Problem(root.place(*path), "«herkomst: afgeleid» vraagt om «bronnen»; noem de bron", ID)
        covered = covered or block.has_origin
        if not covered and _claims(block):
            message = "hier staat geen bron bij; vul «bronnen» in, of schrijf «herkomst: eigen»"
            yield Problem(root.place(*path), message, ID)
            covered = True  # said once, for all that is in it
    for key in type(block).model_fields:
        value = getattr(block, key)
        children = value if isinstance(value, tuple) else (value,)
        for index, child in enumerate(children):
            if isinstance(child, Blok):
                step: KeyPath = (key, index) if isinstance(value, tuple) else (key,)
                yield from _in_block(root, child, (*path, *step), covered=covered)


def _claims(block: Herkomst) -> bool:
    """A list of points makes no claim itself: each point does, unless none of them says where it comes from."""
    own = [key for key in type(block).model_fields if key not in ("herkomst", "bronnen")]
    points = getattr(block, "punten", ())
    return own != ["punten"] or not any(isinstance(point, Herkomst) and point.has_origin for point in points)

"""An addition was written against a version of the core that there is, or was."""

from collections.abc import Iterator

from leidraad.model.use.framework import Framework
from leidraad.model.yaml.problem import Problem

ID = "kern-versie"
UITLEG = (
    "Bij een aanvulling staat op welke versie van de kern u die schreef. Is dat een latere dan de kern die u hebt, dan "
    "kan `leidraad report` niet zeggen wat er sindsdien veranderde."
)
FOUT = 'kern_versie: "2031.1"'
GOED = 'kern_versie: "2026.1"'


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a hint for every addition to a version that is later than the core."""
    now = framework.kern.versie
    for lokaal in framework.gemeenten.values():
        for item in lokaal.aanvullingen.values():
            if _order(item.kern_versie) > _order(now):
                message = f"kern {item.kern_versie} is er nog niet; de kern die u hebt, is «{now}»: schrijf die hier"
                yield Problem(item.place("kern_versie"), message, ID, "let-op")


def _order(version: str) -> list[int]:
    return [int(part) for part in version.split(".")]

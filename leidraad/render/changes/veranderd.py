"""What changed between two versions → the block of «Wat is er veranderd»."""

from leidraad.model.compare.wijzigingen import CHANGED, FIRST, NEW, RETIRED, Data, changes
from leidraad.render.block.fragment import render_page


def changes_block(before: Data | None, after: Data) -> str:
    """Return the block of «Wat is er veranderd»; without an earlier version it says that this is the first."""
    found = changes(before, after) if before else []
    groups = [(soort, [change for change in found if change.soort == soort]) for soort in (NEW, CHANGED, RETIRED)]
    shown = [group for group in groups if group[1]]
    block = render_page(
        "render/changes/veranderd.html", groepen=shown, vorige=before["editie"] if before else "", eerste=FIRST
    )
    lines = [line.strip() for line in block.splitlines() if line.strip()]
    return "\n".join(lines).replace("{", "&#123;").replace("}", "&#125;")

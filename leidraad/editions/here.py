"""Where the run is, and what its environment asks for."""

import os
from pathlib import Path

BESIDE_PACKAGE = Path(__file__).parents[2] / "framework"
DEFAULT = "voorbeeldstad"


def framework_folder() -> Path:
    """Return the folder to read: framework/ below the working folder, else the one beside the package."""
    here = Path("framework").absolute()
    return here if here.is_dir() else BESIDE_PACKAGE


def reading_memory(folder: Path) -> Path:
    """Return where what was read of the core is kept, beside the folder that was read."""
    return folder.parent / ".cache" / "gelezen"


def public_address() -> str:
    """Return the address of the publication that SITE_URL gives in place of the one in gemeente.yaml, or nothing."""
    return os.environ.get("SITE_URL", "")


def wanted_slug() -> str:
    """Return the municipality that GEMEENTE names, or the example."""
    return os.environ.get("GEMEENTE") or DEFAULT

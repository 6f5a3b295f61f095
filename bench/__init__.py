"""Speed and size, measured side by side in one run: ratios, because machines differ and are shared."""

import os

# An author's Python keeps what it compiled; where it is told not to, each command compiles all modules again.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

"""framework/ and the miniature's → what is in them, read and checked once for all tests that only look at it."""

from leidraad.checks import check_framework
from tests.fouten import MINIATURE
from tests.probe import ROOT

REAL, REAL_PROBLEMS = check_framework(ROOT / "framework")
SMALL, SMALL_PROBLEMS = check_framework(MINIATURE / "framework")

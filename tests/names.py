"""namen.yaml → the names that are sorted, written and found in another way."""

from pathlib import Path

import yaml

CASES = yaml.safe_load((Path(__file__).with_name("namen.yaml")).read_text("utf-8"))
GEMEENTEN = CASES["gemeenten"].splitlines()

"""Try the packages of a built site in software of others: `.venv/bin/python -m tests.outside SITE SOURCES [NAME …]`.

SITE is a folder that `leidraad build` wrote. SOURCES is a folder of yours, outside the repository, with what you could
get; what is not in it is said to be not tried. NAME chooses some of the checks.

- moodle/: a copy of Moodle 3.8 (its folders backup, lib, mod and question); PHP with xml and mbstring is needed too.
- h5p/: the library of Dialog Cards 1.9 and those it needs, each in a folder NAME-MAJOR.MINOR, with their dist built.
- viewer/: Instructure's common-cartridge-viewer, built.
- scorm-xsd/: the schemas of SCORM 1.2 (imscp_rootv1p1p2.xsd, adlcp_rootv1p2.xsd, ims_xml.xsd), which parsers accept.
- ooxml/: the schemas of ISO 29500, parts 2 (opc-*.xsd) and 4 (pml.xsd, dml-main.xsd), in any folder below it.

Node, LibreOffice and pdftoppm are those of the machine; npm, where it is, brings ajv, h5p-standalone and scorm-again
into SOURCES/node. zxing-cpp and check-jsonschema are Python packages for the virtual environment. Read beside what is
said here what the page «Een cursus maken» claims: it says no more than this does.
"""

import sys
import time
from pathlib import Path

from tests.outside import addresses, codes, data, dialog_cards, lessons, moodle, runtimes, schemas, slides, viewer
from tests.outside.common import AbsentError

CHECKS = (schemas, data, addresses, codes, slides, lessons, moodle, runtimes, viewer, dialog_cards)


def main() -> int:
    """Run every check that was asked for, and return how many found something wrong."""
    if len(sys.argv) < 3:
        print(__doc__)
        return 2
    site, sources, chosen, wrong = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:], 0
    for check in CHECKS:
        short = check.__name__.rpartition(".")[2]
        if chosen and short not in chosen:
            continue
        print(f"\n{short}: {(check.__doc__ or '').splitlines()[0]}")
        start = time.monotonic()
        try:
            for line in check.run(site.resolve(), sources.resolve()):
                print(f"  {line}", flush=True)
        except AbsentError as absent:
            print(f"  NOT TRIED: {absent}")
        except AssertionError as fault:
            wrong += 1
            print(f"  WRONG: {fault}")
        print(f"  ({time.monotonic() - start:.0f} s)", flush=True)
    return wrong


if __name__ == "__main__":
    sys.exit(main())

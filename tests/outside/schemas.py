"""Published schemas: the manifest of every SCORM package (1.2), and every part of every presentation (ISO 29500)."""

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.outside.common import AbsentError, name, needs, packages

SCORM = """<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema">
<xsd:import namespace="http://www.imsproject.org/xsd/imscp_rootv1p1p2" schemaLocation="imscp_rootv1p1p2.xsd"/>
<xsd:import namespace="http://www.adlnet.org/xsd/adlcp_rootv1p2" schemaLocation="adlcp_rootv1p2.xsd"/></xsd:schema>"""
# Where a part of a presentation stands → the schema that holds for it; the first that fits.
PARTS = (("docProps/", ""), ("ppt/theme/", "dml-main.xsd"), ("ppt/tableStyles", "dml-main.xsd"), ("ppt/", "pml.xsd"))


def run(site: Path, sources: Path) -> Iterator[str]:
    """Validate with libxml2, and name what does not hold."""
    for kind in (_scorm, _slides):
        try:
            yield from kind(site, sources)
        except AbsentError as absent:
            yield f"NOT TRIED: {absent}"


def _scorm(site: Path, sources: Path) -> Iterator[str]:
    etree: Any = __import__("lxml.etree").etree
    place = needs(sources / "scorm-xsd", "the schemas of SCORM 1.2")
    schema = etree.XMLSchema(etree.fromstring(SCORM.encode(), base_url=f"{place}/all.xsd"))
    found = packages(site, "*.zip")
    for package in found:
        with zipfile.ZipFile(package) as archive:
            assert schema.validate(etree.fromstring(archive.read("imsmanifest.xml"))), (name(package), schema.error_log)
    yield f"{len(found)} SCORM manifests: valid"


def _slides(site: Path, sources: Path) -> Iterator[str]:
    etree: Any = __import__("lxml.etree").etree
    place = needs(sources / "ooxml", "the schemas of ISO 29500")
    wanted = ("pml.xsd", "dml-main.xsd", "opc-relationships.xsd", "opc-contentTypes.xsd")
    schemas = {file: etree.XMLSchema(etree.parse(str(next(place.rglob(file))))) for file in wanted}
    number = 0
    for package in packages(site, "*.pptx"):
        with zipfile.ZipFile(package) as archive:
            for part in archive.namelist():
                file = next((file for start, file in PARTS if part.startswith(start)), "opc-contentTypes.xsd")
                schema = schemas.get("opc-relationships.xsd" if part.endswith(".rels") else file)
                if schema:
                    number += 1
                    assert schema.validate(etree.fromstring(archive.read(part))), (
                        name(package),
                        part,
                        schema.error_log,
                    )
    yield f"{number} parts of {len(packages(site, '*.pptx'))} presentations: valid"

"""leidraad.json against its schema, with ajv and check-jsonschema; every item by itself too."""

import sys
from collections.abc import Iterator
from pathlib import Path

from tests.outside.common import AbsentError, from_npm, program, said

AJV = """
const [, modules, folder] = process.argv, fs = require("fs");
const Ajv = require(modules + "/ajv/dist/2020").default, formats = require(modules + "/ajv-formats").default;
const read = (name) => JSON.parse(fs.readFileSync(`${folder}/${name}`));
const schema = read("leidraad.schema.json"), data = read("leidraad.json"), ajv = new Ajv({ strict: false });
formats(ajv);
const whole = ajv.compile(schema);
if (!whole(data)) throw new Error(JSON.stringify(whole.errors.slice(0, 3)));
const beside = ajv.compile({ ...schema.$defs.Kern, $defs: schema.$defs });
if (!beside(read("kern.json"))) throw new Error(JSON.stringify(beside.errors.slice(0, 3)));
const one = ajv.compile({ ...schema.properties.onderdelen.items, $defs: schema.$defs });
for (const item of data.onderdelen) if (!one(item)) throw new Error(item.verwijzing + JSON.stringify(one.errors[0]));
console.log(`valid, and ${data.onderdelen.length} items one by one`);
"""


def run(site: Path, sources: Path) -> Iterator[str]:
    """Validate the data of every municipality with both."""
    folders = sorted(path.parent for path in site.glob("*/nieuwste/leidraad.json"))
    for try_ in (_ajv, _check_jsonschema):
        try:
            yield from try_(folders, sources)
        except AbsentError as absent:
            yield f"NOT TRIED: {absent}"


def _ajv(folders: list[Path], sources: Path) -> Iterator[str]:
    node, modules = program("node"), from_npm(sources, "ajv@8", "ajv-formats@3")
    for folder in folders:
        yield f"ajv, {folder.parent.name}: {said([node, '-e', AJV, '--', str(modules), str(folder)]).strip()}"


def _check_jsonschema(folders: list[Path], _: Path) -> Iterator[str]:
    beside = Path(sys.executable).with_name("check-jsonschema")
    command = str(beside) if beside.exists() else program("check-jsonschema")
    for folder in folders:
        words = [command, "--schemafile", str(folder / "leidraad.schema.json"), str(folder / "leidraad.json")]
        yield f"check-jsonschema, {folder.parent.name}: {said(words).strip()}"

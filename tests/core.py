"""A copy of the sources → what the core may do to it in a next release; data of an edition → what stands apart."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from leidraad.outputs.leidraad_json import APART, CORE_NAME


def change(folder: Path, file: str, old: str, new: str) -> None:
    """Replace a text that stands once in a file."""
    path = folder / file
    text = path.read_text("utf-8")
    assert text.count(old) == 1, (file, old)
    path.write_text(text.replace(old, new), "utf-8")


def rename(core: Path, old: str, new: str) -> None:
    """Let an activity go, for a new one with the same text or for one that is there, as the core would do it."""
    folder = core / "framework" / "afwegingskader" / "activiteiten"
    if (folder / f"{new}.yaml").exists():
        (folder / f"{old}.yaml").unlink()
    else:
        (folder / f"{old}.yaml").rename(folder / f"{new}.yaml")
    files = [path for path in (core / "framework").rglob("*.yaml") if "gemeenten" not in path.parts]
    for path in [*files, *(core / "docs").rglob("*.md")]:
        text = path.read_text("utf-8")
        changed = text.replace(f"activiteit:{old}", f"activiteit:{new}").replace(
            f"activiteit/{old}", f"activiteit/{new}"
        )
        if path.stem == new:
            changed = changed.replace(f"id: {old}\n", f"id: {new}\n", 1)
        if changed != text:
            path.write_text(changed, "utf-8")
    kern = core / "framework" / "kern.yaml"
    text = kern.read_text("utf-8").replace('versie: "2026.1"', 'versie: "2026.2"')
    text = text if "\nvervallen:\n" in text else text + "vervallen:\n"
    kern.write_text(f"{text}  - oud: activiteit:{old}\n    nieuw: activiteit:{new}\n", "utf-8")


def rename_key(core: Path, model: str, old: str, new: str) -> None:
    """Give a key another name in the type and in all that asks for it, as the core would do it: three edits."""
    for path in [*(core / "leidraad").rglob("*.py"), *(core / "leidraad").rglob("*.html")]:
        text = path.read_text("utf-8")
        if old in text:
            path.write_text(text.replace(old, new), "utf-8")
    types = next(
        path for path in (core / "leidraad/model/types").glob("*.py") if f"class {model}(" in path.read_text("utf-8")
    )
    before, head, after = types.read_text("utf-8").partition(f"class {model}(")
    before = before.replace("from typing import ", "from typing import ClassVar, ", 1)
    retired = f'"""\n\n    VERVALLEN: ClassVar[dict[str, str]] = {{"{old}": "{new}"}}\n'
    types.write_text(before + head + after.replace('"""\n', retired, 1), "utf-8")


def apart(data: dict[str, Any], core_of_it: Mapping[str, Any]) -> dict[str, Any]:
    """Return what leidraad.json holds of the data of an edition: all but what stands in kern.json beside it."""
    known = {one["verwijzing"]: one["gegevens"] for one in core_of_it["onderdelen"]}
    items = [
        {key: held for key, held in one.items() if key != "gegevens" or held != known.get(one["verwijzing"])}
        for one in data["onderdelen"]
    ]
    around = {key: held for key, held in data.items() if key != "bronnen"}
    return {**around, APART: CORE_NAME, "onderdelen": items}

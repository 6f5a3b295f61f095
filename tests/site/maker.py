"""The form for a municipality's folder, as a test fills it in and takes what it makes."""

import io
import json
import shutil
import zipfile
from collections import Counter
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect

from leidraad.model.yaml.problem import Problem
from leidraad.render.principe_maker.wenken import ONLY_THE_COMMAND
from tests.site.pages import ROOT

EDITION = "voorbeeldstad/nieuwste/"
MAKER = f"{EDITION}eigen-leidraad/principe-maker/"


def press(page: Page, doe: str, value: str | None = None) -> None:
    """Press a button of the form."""
    page.click(f"[data-doe={doe}]" + (f"[value='{value}']" if value is not None else ""))


def hold(page: Page, state: Any) -> None:
    """Let the form hold a state, as if it had been opened from a file."""
    page.locator("principe-maker").evaluate("(maker, state) => { maker.state = state; maker.renew(true); }", state)


def make(page: Page) -> None:
    """Let the form make its files, or say what is wrong."""
    page.locator("principe-maker").evaluate("maker => maker._maak()")


# What it says of each state, asked to make its files: one question for all, in which nobody waits for pictures.
_JUDGE = """async (maker, states) => {
  const said = [];
  for (const state of JSON.parse(states)) {
    maker.state = state;
    maker.renew(true);
    await maker._maak();
    said.push({
      refused: [...maker.querySelectorAll("[aria-invalid=true]")].map(({ dataset }) => dataset.veld || dataset.voor),
      isMade: maker.querySelector(".bestanden").checkVisibility(),
      hints: [...maker.querySelectorAll(".bestanden .wenken li li")].map((hint) => hint.innerText),
    });
  }
  return JSON.stringify(said);
}"""


def judged(page: Page, states: list[Any]) -> list[dict[str, Any]]:
    """Return, of each state, the keys of the fields that are refused, whether files are made, and the hints."""
    said: list[dict[str, Any]] = json.loads(page.locator("principe-maker").evaluate(_JUDGE, json.dumps(states)))
    return said


def state_of(page: Page) -> Any:
    """Return what the form holds."""
    return page.locator("principe-maker").evaluate("maker => maker.state")


def open_all(page: Page) -> None:
    """Open every part that is folded."""
    page.evaluate("document.querySelectorAll('principe-maker details').forEach(part => part.open = true)")


def fill_in(page: Page) -> None:
    """Fill in the least that makes files, by hand."""
    open_all(page)
    page.fill("[data-rijen=gemeente] [data-veld=naam]", "Nieuw-Èxloo")
    page.fill("[data-rijen=gedragsprincipe] [data-veld=titel]", "Wij vragen eerst: wat wilt u?")


def errors(page: Page) -> list[str]:
    """Return the keys of the fields that are refused; what is picked by name stands in a field beside its list."""
    refused = page.locator("principe-maker [aria-invalid=true]").all()
    return [str(field.get_attribute("data-veld") or field.get_attribute("data-voor")) for field in refused]


# The page beside the fields is there, with its look.
BESIDE = """() => {
  const page = document.querySelector(".voorbeeld iframe")?.contentDocument;
  const isThere = ({ family, status }) => family.includes("Public Sans") && status === "loaded";
  return page?.querySelector("h1") && [...page.fonts].some(isThere);
}"""


def begin(page: Page) -> None:
    """Come into the form, and wait for all that it asks for then."""
    page.locator("principe-maker summary").first.focus()
    page.wait_for_function(BESIDE)


def begin_with_own(page: Page) -> None:
    """Let the form hold what the edition has."""
    press(page, "eigen")
    expect(page.locator(".melding")).to_contain_text("staat in het formulier")


def download(page: Page, doe: str, value: str | None = None) -> bytes:
    """Return what a button downloads."""
    with page.expect_download() as started:
        press(page, doe, value)
    return started.value.path().read_bytes()


def unpacked(page: Page, root: Path, which: str = "map") -> Path:
    """Unpack the folder that the form makes over a copy of the framework, and return the copy."""
    shutil.copytree(ROOT / "framework", root / "framework", dirs_exist_ok=True)
    return download_over(page, root, which)


def download_over(page: Page, root: Path, which: str = "map") -> Path:
    """Unpack the folder that the form makes over the framework that is there, and return that."""
    with zipfile.ZipFile(io.BytesIO(download(page, "zip", which))) as archive:
        assert archive.testzip() is None
        archive.extractall(root / "framework" / "gemeenten")
    return root / "framework"


# ---- the hints ----


def given(page: Page) -> list[str]:
    """Return the hints of the form."""
    expect(page.locator(".bestanden")).to_be_visible()
    return page.locator(".bestanden .wenken li li").all_inner_texts()


def known(problems: list[Problem], slug: str) -> list[str]:
    """Return what the command hints at in a folder and the form can know."""
    return [
        f"{one.message} [{one.check}]"
        for one in problems
        if f"gemeenten/{slug}/" in one.place.file and one.check not in ONLY_THE_COMMAND
    ]


def assert_alike(hints: list[str], told: list[str]) -> None:
    """Each hint of the command is one of the form, which says it in the same words and names the field before it."""
    rows = Counter(hint.replace(". Uitleg: ", " [").rstrip() + "]" for hint in hints)
    for one in told:
        row = next((row for row in rows if row == one or row.endswith(f": {one}")), None)
        assert row, f"{one}\n{rows}"
        rows[row] -= 1
        rows = +rows
    assert +rows == Counter()

"""A lesson and a card in the SCORM of two systems of others: scorm-again, and that of Moodle itself."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

from playwright.sync_api import Browser, Route, expect

from tests.outside.common import AbsentError, chromium, from_npm, needs, packages, unpacked
from tests.site.server import serve

LESSONS = ("les-factor-kennis.zip", "les-casus-*.zip", "les-cursus.zip")
PAGE = """<!doctype html><html lang="nl"><meta charset="utf-8"><title>Leersysteem</title><link rel="icon" href="data:,">
{scripts}<iframe id="les" title="Les" width="900" height="700" src="{lesson}"></iframe></html>"""
AGAIN = """<script src="scorm12.min.js"></script>
<script>window.API = new Scorm12API({ autocommit: false, logLevel: 5 });
window.status_ = () => API.cmi.core.lesson_status;</script>"""
# What Moodle's own page of a package sets up around its API (mod/scorm/datamodels/scorm_12.php and its player).
MOODLE = """<script>window.M = { mod_scorm: { connectPrereqCallback: {} } }; window.scorm_current_node = null;
window.YUI = () => ({ use: () => undefined }); window.Y = { log: () => undefined };
window.underscore = (name) => String(name).replace(/.N/g, ".").replace(/\\./g, "__");</script>
<script src="request.js"></script><script src="scorm_12.js"></script>
<script>const any = "^[\\\\u0000-\\\\uFFFF]{0,255}$", first = { "cmi.core.credit": "credit",
"cmi.core.entry": "ab-initio", "cmi.core.total_time": "00:00:00", "cmi.core.lesson_mode": "normal" };
for (const name of ["core.student_id", "core.student_name", "core.lesson_location", "core.lesson_status",
  "core.score.raw", "core.score.max", "core.score.min", "core.exit", "suspend_data", "launch_data", "comments",
  "student_data.mastery_score", "student_data.max_time_allowed", "student_data.time_limit_action",
  "student_preference.audio", "student_preference.language", "student_preference.speed", "student_preference.text"])
  first[`cmi.${name}`] = "";
M.scorm_api.init(null, { 1: first }, { 1: "" }, { 1: "" }, any, any, false, 0, 1, "", "key", 1, 1, "normal", 1, "",
  false, true, 0);
window.status_ = () => API.LMSGetValue("cmi.core.lesson_status");</script>"""


def run(site: Path, sources: Path) -> Iterator[str]:
    """Read each as a reader does, and see what each system kept."""
    with chromium() as browser:
        for system in (_again, _moodle):
            try:
                yield from system(browser, site, sources)
            except AbsentError as absent:
                yield f"NOT TRIED: {absent}"


def _again(browser: Browser, site: Path, sources: Path) -> Iterator[str]:
    script = from_npm(sources, "scorm-again@3") / "scorm-again/dist/scorm12.min.js"
    number = sum(_play(browser, package, AGAIN, [script]) == [] for package in _chosen(site))
    yield f"scorm-again: {number} lessons kept as completed"


def _moodle(browser: Browser, site: Path, sources: Path) -> Iterator[str]:
    scorm = needs(sources / "moodle/mod/scorm", "the player of Moodle")
    kept = [
        _play(browser, package, MOODLE, [scorm / "request.js", scorm / "datamodels/scorm_12.js"])
        for package in _chosen(site)
    ]
    for sent in kept:
        assert [one["cmi__core__lesson_status"] for one in sent if "cmi__core__lesson_status" in one] == [
            ["incomplete"],
            ["completed"],
        ], sent
        assert not [key for one in sent for key in one if "score" in key or "interactions" in key or "suspend" in key]
    yield f"Moodle's SCORM 1.2 API: {len(kept)} lessons sent «incomplete» and then «completed», no score, no answers"


def _chosen(site: Path) -> list[Path]:
    return [package for pattern in LESSONS for package in packages(site, pattern)]


def _play(browser: Browser, package: Path, scripts: str, files: list[Path]) -> list[dict[str, Any]]:
    """Read a lesson to its end, say so, and return what was sent to the system."""
    sent: list[dict[str, Any]] = []

    def keep(route: Route) -> None:
        sent.append(parse_qs(route.request.post_data or ""))
        route.fulfill(body="true\n0")

    with tempfile.TemporaryDirectory() as folder:
        place = unpacked(package, Path(folder))
        lesson = next(place.glob("*.html")).name
        (Path(folder) / "systeem.html").write_text(
            PAGE.replace("{scripts}", scripts).replace("{lesson}", f"{place.name}/{lesson}"), "utf-8"
        )
        for file in files:
            shutil.copy(file, folder)
        with serve(Path(folder)) as server:
            page = browser.new_page()
            page.route("**/mod/scorm/datamodel.php", keep)
            page.goto(f"{server.address}systeem.html")
            page.wait_for_function("() => status_() === 'incomplete'")
            frame = page.frame_locator("#les")
            for part in frame.locator("article.deel").all():
                part.locator("> :last-child").scroll_into_view_if_needed()
                page.wait_for_timeout(80)
            frame.locator("#gelezen").click()
            page.wait_for_function("() => status_() === 'completed'")
            expect(frame.locator("#stand")).to_have_text("Vastgelegd: gelezen.")
            page.close()
    return sent

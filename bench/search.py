"""The theme's search, Pagefind and ours on the same questions; aims: 95 % in the first three, 150 kB, 100 ms at 4x."""

import asyncio
import gzip
import json
import re
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

from pagefind.index import IndexConfig, PagefindIndex
from playwright.sync_api import Page, sync_playwright

from bench.build import plain_sources
from leidraad.checks import check_framework
from leidraad.model.use.addresses import address
from tests.site.browser import FLAGS, chromium_path
from tests.site.server import Server, serve
from tests.site.zoekbestanden import index_in

ROOT = Path(__file__).parents[1]
SLUG = "voorbeeldstad"
# Each makes window.zoek: a text → the addresses found, the best first. The theme adds * to every word by itself.
PREPARE = {
    "theme": """async ([worker, index]) => {
      const engine = new Worker(worker);
      const ask = message => new Promise(done => {
        engine.onmessage = ({ data }) => done(data);
        engine.postMessage(message);
      });
      await ask({ type: 0, data: { ...await (await fetch(index)).json(), options: { suggest: false } } });
      window.zoek = async text => (await ask({ type: 2, data: text })).data.items
       .flat().sort((a, b) => b.score - a.score).map(item => item.location);
    }""",
    "Pagefind": """async ([module]) => {
      const engine = await import(module);
      await engine.options({ excerptLength: 12 });
      window.zoek = async text => {
        const { results } = await engine.search(text);
        const first = await Promise.all(results.slice(0, 3).map(result => result.data()));
        return first.map(data => data.raw_url ?? data.url);
      };
    }""",
    "ours": """async ([module, index, words]) => {
      const { Zoeker } = await import(module);
      const engine = new Zoeker(...(await Promise.all([index, words].map(async one => (await fetch(one)).json()))));
      window.zoek = async text => engine.search(text).map(found => found[2]);
    }""",
}
ASK = """async questions => {
  const all = [];
  for (const question of questions) {
    const start = performance.now();
    const found = (await zoek(question)).slice(0, 12);
    all.push([found, performance.now() - start]);
  }
  return all;
}"""
# From the last key until the list stands in the page and is laid out.
TYPE = """questions => {
  const field = document.querySelector(".zoek input"), times = [];
  for (const question of questions) {
    const start = performance.now();
    field.value = question;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    document.querySelector(".zoek").getBoundingClientRect();
    times.push(performance.now() - start);
  }
  return times;
}"""


Wanted = tuple[str, str, str]  # what is typed, its group, the address that it should find


class Engine(NamedTuple):
    """A search that was built: its name, how it is prepared, and the files that it starts from."""

    name: str
    kind: str
    files: Sequence[str]


def measure() -> Iterator[str]:
    """Yield what each finds, fetches and takes, all on the same machine in one run."""
    framework, _ = check_framework(ROOT / "framework")
    questions = {**framework.zoekvragen, **framework.gemeenten[SLUG].zoekvragen}
    wanted = [(q.vraag, q.groep, address(*q.vindt.split(":"))) for q in questions.values()]
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        engines = list(_engines(site))
        with sync_playwright() as playwright, serve(site) as server:
            browser = playwright.chromium.launch(executable_path=chromium_path(), args=FLAGS)
            for engine in engines:
                page = _slow_page(browser.new_context(base_url=server.address).new_page())
                yield from _one(engine, page, server, site, wanted)
            page = _slow_page(browser.new_context(base_url=server.address).new_page())
            page.goto(f"{SLUG}/nieuwste/#zoek=kennis")
            page.locator(".zoek__lijst a").first.wait_for()
            times = page.evaluate(TYPE, [question for question, _, _ in wanted])
            yield f"ours, last key to list: {median(times):.0f} ms, slowest {max(times):.0f} ms (4x slower CPU)"
            browser.close()


def _slow_page(page: Page) -> Page:
    page.goto("leeg.html")
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
    return page


def _one(engine: Engine, page: Page, server: Server, site: Path, wanted: Sequence[Wanted]) -> Iterator[str]:
    before = len(server.requested)
    page.evaluate(PREPARE[engine.kind], [f"{server.address}{file}" for file in engine.files])
    page.evaluate(ASK, [wanted[0][0]])
    fetched = {path.split("?")[0] for path in server.requested[before:]}
    size = sum(_size(site / path.lstrip("/")) for path in fetched)
    answers = page.evaluate(ASK, [question for question, _, _ in wanted])
    ranks: dict[str, list[int]] = defaultdict(list)
    for (_, group, address_), (found, _) in zip(wanted, answers, strict=True):
        ranks[group].append(next((place for place, one in enumerate(found, 1) if _is(one, address_)), 99))
    times = [time for _, time in answers]
    every = [rank for group in ranks.values() for rank in group]
    yield (
        f"{engine.name}: first {_share(every, 1)}, first three {_share(every, 3)} of {len(every)}; "
        f"first use {size / 1000:.0f} kB; "
        f"{median(times):.1f} ms a question, slowest {max(times):.0f} (4x slower CPU)"
    )
    yield "    first three: " + ", ".join(f"{group} {_share(found, 3)}" for group, found in ranks.items())


def _is(found: str | None, wanted: str) -> bool:
    """True when a result leads to an item: its page or a place on it, or its section or a place in that."""
    found = (found or "").lstrip("/")  # the home page has no address
    page, _, section = wanted.partition("#")
    there, _, place = found.partition("#")
    return there == page and (not section or place == section or place.startswith(f"{section}-"))


def _share(ranks: list[int], most: int) -> str:
    return f"{sum(rank <= most for rank in ranks) / len(ranks):.0%}"


def _size(path: Path) -> int:
    # Pagefind's own files are compressed already.
    content = path.read_bytes()
    return min(len(content), len(gzip.compress(content, 6)))


def _engines(site: Path) -> Iterator[Engine]:
    """Build every search below `site`."""
    (site / "leeg.html").write_text("<!DOCTYPE html><title>leeg</title>", "utf-8", newline="\n")
    leidraad = Path(sys.executable).with_name("leidraad")
    subprocess.run([str(leidraad), "build", SLUG, "--doel", str(site)], check=True, cwd=ROOT, capture_output=True)
    edition = f"{SLUG}/nieuwste"
    index = index_in(site / edition)
    with tempfile.TemporaryDirectory() as folder:
        config = plain_sources(Path(folder), "plugins:\n  - search:\n      lang: nl")
        words = [sys.executable, "-m", "mkdocs", "build", "-f", str(config), "-d", str(site / "thema")]
        subprocess.run(words, check=True, cwd=ROOT, capture_output=True)
    worker = next((site / "thema" / "assets" / "javascripts" / "workers").glob("search.*.min.js"))
    made = site / "thema" / "search" / "search_index.json"
    rich = made.with_name("verrijkt.json")
    theme_index = json.loads(made.read_text("utf-8"))
    theme_index["docs"] = [
        {"location": adres, "title": titel, "text": f"{kern} {hidden}"}
        for adres, titel, kern, hidden in _records(index)
    ]
    rich.write_text(json.dumps(theme_index), "utf-8", newline="\n")
    for name, file in (("theme, as it is", made), ("theme, enriched after the build", rich)):
        yield Engine(name, "theme", [path.relative_to(site).as_posix() for path in (worker, file)])
    asyncio.run(_pagefind(site / "pagefind", index))
    yield Engine("Pagefind with hidden words", "Pagefind", ["pagefind/pagefind.js"])
    yield Engine(
        "ours", "ours", [f"{edition}/assets/zoek/zoeker.js", f"{edition}/zoekindex.json", f"{edition}/zoekwoorden.json"]
    )


async def _pagefind(target: Path, index: dict[str, Any]) -> None:
    async with PagefindIndex(IndexConfig(output_path=str(target))) as made:
        for adres, titel, kern, hidden in _records(index):
            content = f"{titel}. {titel}. {kern} {hidden}"
            await made.add_custom_record(url=f"/{adres}", content=content, language="nl", meta={"title": titel})
        await made.write_files(str(target))


def _records(index: dict[str, Any]) -> Iterator[tuple[str, str, str, str]]:
    """Yield address, title, summary and every known form that leads there, the telling ones three times."""
    forms: dict[int, list[str]] = defaultdict(list)
    for form, term in zip(index["vormen"].split(" "), index["termen"], strict=True):
        leads = index["gewichten"][term]
        for entry, weight in zip(leads[::2], leads[1::2], strict=True):
            forms[entry] += [form] * (1 + 2 * (weight > 200))
    for number, (_, titel, adres, kern, *_) in enumerate(index["vondsten"]):
        yield adres, titel, re.sub(r"\s+", " ", kern), " ".join(forms[number])

"""The page beside the fields of the form is the page that the build makes of them."""

import random
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, get_args

import pytest
from playwright.sync_api import expect

from leidraad.model.types.base import Blok, block_in
from leidraad.model.types.gemeente import Gedragsprincipe, Gemeente, Status
from leidraad.model.use.framework import Edition, Lokaal
from leidraad.model.use.markup import parser, text_fields
from leidraad.render.block.fragment import LINK_SCHEME, Fragment
from leidraad.render.gemeente.gemeente import principe_in
from leidraad.render.principe_maker.principe_maker import own
from leidraad.render.principe_maker.voorbeelden import LEADS_TO
from tests.site.browser import OpenPage
from tests.site.maker import EDITION, MAKER, begin_with_own, state_of
from tests.site.pages import FRAMEWORK

BITS = [
    *("*", "**", "***", " ", "  ", "\n", "\n\n", "- ", "* ", "1. ", "2. ", "10. ", "1) ", "+ ", "a", "woord", "é", "["),
    *("]", "(", ")", "[a](b)", "[x](factor:kennis)", "](https://x.nl)", "<", ">", "&amp;", "`", "\\", "_", "«", "»"),
    *(".", "!", "😀", "   ", "#", "[t](<u v>)", '[t](u "t")', "[a](&#106;avascript:x)", "\u00a0", "-", "(a)", "[a]("),
]
DEEP = ["[" * 60 + "a" + "](" * 60, "*" * 70 + "a" + "*" * 65, "- " * 15 + "a", "* [a*](x)*", "  - a\n    - b\n\n - c"]
READ = """async ([lib, texts]) => {
  const { blocks, inline } = await import(lib);
  const safe = text => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
  const one = part => part.text !== undefined ? safe(part.text) : part.open ? `<${part.open}>`
    : part.close ? `</${part.close}>` : part.isHard ? "<br>\\n" : "\\n";
  const line = text => inline(text).map(one).join("");
  const block = ({ tag, text, bare, start, items }) => tag !== "p"
    ? `<${tag}${start ? ` start="${start}"` : ""}>${items.map(item => `<li>${all(item)}</li>`).join("")}</${tag}>`
    : bare ? line(text) : `<p>${line(text)}</p>`;
  const all = found => found.map(block).join("");
  return texts.map(text => [all(blocks(text)), line(text)]);
}"""
# HTML as a browser reads it, without the white space that shows nowhere.
PLAIN = """html => {
  const body = new DOMParser().parseFromString(html, "text/html").body;
  body.normalize();
  const side = "p|ul|ol|li|dl|dt|dd|div|section|details|summary|h1|h2|h3|br";
  return body.innerHTML.replace(/\\s+/g, " ").replace(RegExp(` ?(</?(?:${side})(?: [^>]*)?>) ?`, "g"), "$1");
}"""
# The same without where links lead, and with every drawer open.
BARE = """html => {
  const body = new DOMParser().parseFromString(html, "text/html").body;
  for (const link of body.querySelectorAll("a")) link.removeAttribute("href");
  for (const drawer of body.querySelectorAll("details")) drawer.open = true;
  for (const panel of body.querySelectorAll(".gebruik-plek, .op-papier")) panel.remove();
  return (@plain)(body.innerHTML);
}""".replace("@plain", PLAIN)
FILL = """async ([root, kind, cases]) => {
  const { fill } = await import(`${root}assets/lib/vullen.js`);
  const data = await (await fetch(`${root}voorbeelden.json`)).json();
  const plain = @plain;
  return cases.map(({ row, gemeente, titles, html }) => {
    const { sectie, html: marked } = data.blokken[kind];
    const box = document.createElement("div");
    box.append(fill(marked, { row, gemeente, data, sectie, title: (soort, id) => titles[`${soort}:${id}`] }).page);
    return [plain(box.innerHTML), plain(html)];
  });
}""".replace("@plain", PLAIN)
HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{ 7*7 }} {% raw %} ${7}",
    "&amp; &lt;b&gt; &#106; &nbsp;",
    "'een' \"twee\" `drie` «vier» „vijf”",
    'wie zegt *dit* en **dat**? [kennis](factor:kennis) [x](javascript:alert(1)) [y](https://a.example/?q="<b>")',
    "met ((inwoner)), ((Inwoners)) en ((professional)); ((iets)) ((naam))",
    "houding, sociale norm (houding) «kennis». Kennis! SROI? JOBS jobs",
    "regel een\nregel twee  \nregel drie",
    "tekst\n\n- punt *een*\n- punt twee\n\n  nog wat\n\n1. een\n2. twee",
    "مرحبا \u202e omgekeerd \u200f",
    "\ue000tekst\ue001r/titel\ue002",
    "<!--als r/titel--> <!--einde -->",
    "x" * 3000 + ". Kort.",
    "Een zin. Nog een zin die telt.",
]


def test_it_reads_the_little_markdown_as_the_build_does(open_page: OpenPage) -> None:
    """Paragraphs, lists, stars, links and line ends of some thousand texts that nobody would write."""
    dice = random.Random(22)  # noqa: S311  # the same texts each time
    texts = ["".join(dice.choices(BITS, k=dice.randint(1, 14))) for _ in range(4000)] + DEEP
    built = parser.__wrapped__()  # without what the site makes of links and words
    page = open_page(MAKER)
    found = page.evaluate(READ, [f"/{EDITION}assets/lib/opmaak.js", texts])
    for text, (blocks, line) in zip(texts, found, strict=True):
        assert _tight(blocks) == _tight(built.render(text)), text
        assert _tight(line) == _tight(built.renderInline(text)), text


def _tight(html: str) -> str:
    """Return HTML without what links lead to, and without white space at the edges of a block or a line."""
    html = re.sub(r"<a [^>]*>", "<a>", html)
    return re.sub(r"\s*(</?(?:p|ul|ol|li)(?: [^>]*)?>|<br>|\n)\s*", r"\1", html).strip()


def _with_text(row: Mapping[str, Any], model: type[Blok], text: str, before: str = "") -> Iterator[tuple[str, Any]]:
    """Yield the keys of a row with a text in each field that holds text for a reader."""
    for key, field in model.model_fields.items():
        path, block = before + key, block_in(field.annotation)
        held = row.get(path)
        if block and any(one.startswith(f"{path}.") for one in row):
            yield from _with_text(row, block, text, f"{path}.")
        elif isinstance(held, list) and block:
            yield path, [{**one, **dict(_with_text(one, block, text))} for one in held]
        elif path in row and key in text_fields(model):
            line = " ".join(text.split())[:180]
            written = line if key in ("titel", "door", "doelgroep") else "" if key == "teaser" else text
            yield path, [written, f"{written} {key}"] if isinstance(held, list) else written
        elif path in row:
            yield path, held


def _nested(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return a row as the form writes it: what is empty is no key."""
    found: dict[str, Any] = {}
    for path, value in row.items():
        if isinstance(value, list):
            value = [_nested(one) if isinstance(one, dict) else one for one in value]
        if not value:
            continue
        *owners, key = path.split(".")
        inside = found
        for owner in owners:
            inside = inside.setdefault(owner, {})
        inside[key] = value
    return {key: value for key, value in found.items() if _is_said(value)}


def _is_said(value: Any) -> bool:
    """False for a block that only says where its text would come from."""
    if not isinstance(value, dict):
        return True
    for key in [key for key, one in value.items() if not _is_said(one)]:
        del value[key]
    return bool(value) and not ({*value} <= {"herkomst", "bronnen", "let_op"})


def _case(edition: Edition, row: dict[str, Any], town: dict[str, Any]) -> dict[str, Any]:
    """Return what the form holds and what the build makes of it."""
    principe = Gedragsprincipe.model_validate(_nested(row))
    gemeente = Gemeente.model_validate(_nested(town))
    lokaal = edition.lokaal
    others = {**lokaal.gedragsprincipes, principe.id: principe}
    here = Edition(edition.framework, Lokaal(gemeente, {**lokaal.items, "principe": others}, lokaal.teksten))
    html = principe_in(Fragment(here, f"principe-{principe.id}"), principe, "").replace(LINK_SCHEME, LEADS_TO)
    titles = {f"principe:{id_}": item.titel for id_, item in others.items()}
    return {"row": row, "gemeente": town, "titles": titles, "html": html}


def _rows(edition: Edition, blank: dict[str, Any]) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Yield principles to fill in, each with the municipality that it is of."""
    held = own(edition)
    town, rows = held["gemeente"][0], [_whole(blank, row) for row in held["gedragsprincipe"]]
    yield from ((row, town) for row in rows)
    full = _full(edition, blank)
    dice = random.Random(5)  # noqa: S311  # the same rows each time
    for text in HOSTILE:
        filled = dict(_with_text(full, Gedragsprincipe, text))
        yield filled, town
        yield {**filled, "status": "vervallen"}, {**town, "soort": "uit-publicatie"}
        for _ in range(4):  # some of it empty
            yield _some(filled, dice), town
    for status in get_args(Status):
        yield _some({**filled, "status": status}, dice), {**town, "woorden.inwoner.meervoud": "ijsberen & <b>"}
    yield {**blank, "id": "leeg", "titel": "Leeg", "status": "concept"}, town


def _whole(blank: dict[str, Any], row: dict[str, Any]) -> dict[str, Any]:
    """Return a row with every key that the form has."""
    return {**blank, **{key: value for key, value in row.items() if value}}


def _full(edition: Edition, blank: dict[str, Any]) -> dict[str, Any]:
    """Return a principle of which everything is filled in."""
    bronnen = [*edition.framework.bronnen][:3]
    row = {key: value or "2026-03-01" if key in ("op", "herzien_voor") else value for key, value in blank.items()}
    for key in row:
        if key.endswith((".herkomst", "bronnen")):
            row[key] = "afgeleid" if key.endswith("herkomst") else bronnen
    return row | {
        "id": "vol",
        "status": "getoetst",
        "raakt_factoren": ["houding", "kennis"],
        "stappen": ["plan"],
        "betekent_wel": [""],
        "betekent_niet": [""],
        "geleerd": [""],
        "spanning_met": [{"principe": next(iter(edition.lokaal.gedragsprincipes)), "tekst": ""}],
        "getoetst_met": [
            {"groep": "inwoners", "doelgroep": "", "toelichting": ""},
            {"groep": "professionals", "doelgroep": "", "toelichting": ""},
        ],
        "onderbouwing.praktijk.herkomst": "eigen",
        "onderbouwing.client.herkomst": "",
        "onderbouwing.client.let_op.herkomst": "eigen",
    }


def _difference(one: str, other: str) -> str:
    """Return where two texts begin to differ."""
    at = next((at for at, (sign, same) in enumerate(zip(one, other, strict=False)) if sign != same), 0)
    return f"{one[at - 40 : at + 80]} / {other[at - 40 : at + 80]}"


def _some(row: dict[str, Any], dice: random.Random) -> dict[str, Any]:
    """Return a row of which half is empty; a text that goes takes its origin along."""
    gone = {key for key in row if key not in ("id", "titel", "status") and dice.random() < 0.5}
    gone |= {key for key in row for one in gone if one.endswith(".tekst") and key.startswith(one[: -len("tekst")])}
    return {key: type(value)() if key in gone else value for key, value in row.items()}


@pytest.mark.parametrize("slug", FRAMEWORK.gemeenten)
def test_a_preview_is_the_block_that_the_build_makes(open_page: OpenPage, slug: str) -> None:
    """Every field with hostile text, much of it empty, each status: the same HTML, addresses and names included."""
    edition = Edition(FRAMEWORK, FRAMEWORK.gemeenten[slug])
    page = open_page(f"{slug}/nieuwste/eigen-leidraad/principe-maker/")
    blank = page.locator("principe-maker").evaluate("maker => maker.leeg.gedragsprincipe[0]")
    cases = [_case(edition, row, town) for row, town in _rows(edition, blank)]
    found = page.evaluate(FILL, [f"/{slug}/nieuwste/", "gedragsprincipe", cases])
    assert len(found) == len(cases) > 90
    for preview, built in found:
        assert preview == built, _difference(preview, built)


def test_what_is_typed_stands_beside_it(open_page: OpenPage) -> None:
    """The principle that has the focus: a title that is typed is there, what is empty is asked, no link leads anywhere.

    The part that has the focus is in sight, and the palette is that of the page.
    """
    page = open_page(MAKER)
    begin_with_own(page)
    frame = page.frame_locator(".voorbeeld iframe")
    second = page.locator("[data-rijen=gedragsprincipe] > details").nth(1)
    second.locator("summary").first.click()
    second.locator("[data-veld=titel]").fill(HOSTILE[0])
    expect(frame.locator("h1")).to_have_text(HOSTILE[0])
    expect(page.locator(".voorbeeld [data-naam]")).to_have_text(HOSTILE[0])
    second.locator("[data-veld=geleerd]").fill("")
    expect(frame.locator("#geleerd")).to_contain_text("Nog open: wat is er geprobeerd")
    expect(frame.locator("#geleerd .nog-open")).to_be_in_viewport()
    assert frame.locator("a[href]").count() == 0
    page.evaluate("document.documentElement.dataset.palet = 'donker'")
    expect(frame.locator("html")).to_have_attribute("data-palet", "donker")


def test_the_page_of_a_principle_is_what_stood_beside_it(open_page: OpenPage, site: Path) -> None:
    """Begun with what the edition has: the preview of each principle is its built page, but for links."""
    page = open_page(MAKER)
    begin_with_own(page)
    for number, row in enumerate(state_of(page)["gedragsprincipe"]):
        page.locator("[data-rijen=gedragsprincipe] > details").nth(number).locator("summary").first.focus()
        expect(page.frame_locator(".voorbeeld iframe").locator("h1")).to_have_text(row["titel"])
        built = _article(site / EDITION / f"principes/{row['id']}/index.html")
        shown = page.frame_locator(".voorbeeld iframe").locator("article").inner_html()
        preview, article = page.evaluate(BARE, shown), page.evaluate(BARE, built)
        assert preview == article, _difference(preview, article)


def _article(path: Path) -> str:
    """Return the block of a built page without the panel for courses."""
    html = path.read_text("utf-8")
    return html[html.index('<div class="tweelagen') : html.index("</article>")]

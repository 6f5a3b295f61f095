"""The page beside the fields of the form is the page that the build makes of them."""

import json
import random
import re
from base64 import b64encode
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest
from playwright.sync_api import Page, expect

from leidraad.model.types.base import Blok, Regel, Woordregel, block_in
from leidraad.model.types.eigen_activiteiten import EigenActiviteit
from leidraad.model.types.gemeente import Aanvulling, Gedragsprincipe, Gemeente, Status
from leidraad.model.types.keuze import Keuze
from leidraad.model.types.zoekvragen import Zoekvraag
from leidraad.model.use.framework import Edition, Lokaal
from leidraad.model.use.kleur import DARK, FIELD_DARK, FIELD_LIGHT, LIGHT, LINE, mixed
from leidraad.model.use.markup import parser, text_fields
from leidraad.render.activiteiten.activiteiten import eigen_activiteit_in
from leidraad.render.block.fragment import LINK_SCHEME, Fragment
from leidraad.render.gemeente.gemeente import brand, principe_in
from leidraad.render.papier.papier import poster_vragen
from leidraad.render.principe_maker.principe_maker import form_data, own
from leidraad.render.principe_maker.voorbeelden import (
    LEADS_TO,
    aanvulling_in,
    gemeente_in,
    keuze_in,
    teksten_in,
    zoekvraag_in,
)
from tests.forked import leidraad
from tests.site import axe
from tests.site.browser import OpenPage
from tests.site.maker import EDITION, MAKER, begin, begin_with_own, download_over, hold, make, open_all, press, state_of
from tests.site.pages import FRAMEWORK
from tests.site.storage import wipe
from tests.sources import copy_sources, lend_stencil
from tests.turns import in_turn

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
  return JSON.stringify(JSON.parse(texts).map(text => [all(blocks(text)), line(text)]));
}"""
# HTML as a browser reads it, without the white space that shows nowhere.
PLAIN = """html => {
  const body = new DOMParser().parseFromString(html, "text/html").body;
  const comments = document.createTreeWalker(body, NodeFilter.SHOW_COMMENT);
  while (comments.nextNode()) comments.currentNode.data = "";
  body.normalize();
  const side = "p|ul|ol|li|dl|dt|dd|div|section|details|summary|h1|h2|h3|br";
  const text = body.innerHTML.replaceAll("<!---->", "").replace(/\\s+/g, " ");
  return text.replace(RegExp(` ?(</?(?:${side})(?: [^>]*)?>) ?`, "g"), "$1");
}"""
# The same without where links lead, and with every drawer open.
BARE = """html => {
  const body = new DOMParser().parseFromString(html, "text/html").body;
  for (const link of body.querySelectorAll("a")) link.removeAttribute("href");
  for (const drawer of body.querySelectorAll("details")) drawer.open = true;
  for (const panel of body.querySelectorAll(".gebruik-plek, .op-papier")) panel.remove();
  return (@plain)(body.innerHTML);
}""".replace("@plain", PLAIN)
# What the form holds of each kind before anything is filled in.
BLANKS = """kinds => Object.fromEntries(kinds.map(kind => {
  const maker = document.querySelector("principe-maker");
  maker.querySelector(`[data-doe=nog-een][value=${kind}]`)?.click();
  return [kind, maker.collect()[kind].at(-1)];
}))"""
KINDS = ["gemeente", "gedragsprincipe", "activiteit", "keuze", "aanvulling", "teksten", "zoekvraag"]
PICTURE = "data:image/svg+xml;base64,AAAA"
MODELS: dict[str, type[Blok]] = {
    "gemeente": Gemeente,
    "gedragsprincipe": Gedragsprincipe,
    "activiteit": EigenActiviteit,
    "aanvulling": Aanvulling,
    "keuze": Keuze,
}
FILL = """async ([root, kind, cases]) => {
  const { fill } = await import(`${root}assets/lib/vullen.js`);
  const data = await (await fetch(`${root}voorbeelden.json`)).json();
  const plain = @plain;
  return JSON.parse(cases).map(({ row, gemeente, titles, html }) => {
    const { sectie, html: marked } = data.blokken[kind];
    const box = document.createElement("div");
    const [title, picture] = [(soort, id) => titles[`${soort}:${id}`], name => name && "@picture"];
    const whole = (kind === "gemeente" ? data.merk : "") + marked;
    box.append(fill(whole, { row, gemeente, data, sectie, title, picture }).page);
    return [plain(box.innerHTML), plain(html)];
  });
}""".replace("@plain", PLAIN).replace("@picture", PICTURE)
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
    "Dit is een zin. Nog een zin die telt.",
]


def test_it_reads_the_little_markdown_as_the_build_does(open_page: OpenPage) -> None:
    """Paragraphs, lists, stars, links and line ends of some thousand texts that nobody would write."""
    dice = random.Random(22)  # noqa: S311  # the same texts each time
    texts = ["".join(dice.choices(BITS, k=dice.randint(1, 14))) for _ in range(4000)] + DEEP
    built = parser.__wrapped__()  # without what the site makes of links and words
    page = open_page(MAKER)
    found = json.loads(page.evaluate(READ, [f"/{EDITION}assets/lib/opmaak.js", json.dumps(texts)]))
    for text, (blocks, line) in zip(texts, found, strict=True):
        assert _tight(blocks) == _tight(built.render(text)), text
        assert _tight(line) == _tight(built.renderInline(text)), text


def _tight(html: str) -> str:
    """Return HTML without what links lead to, and without white space at the edges of a block or a line."""
    html = re.sub(r"<a [^>]*>", "<a>", html)
    return re.sub(r"\s*(</?(?:p|ul|ol|li)(?: [^>]*)?>|<br>|\n)\s*", r"\1", html).strip()


def _with_text(row: Mapping[str, Any], model: type[Blok], text: str, before: str = "") -> Iterator[tuple[str, Any]]:
    """Yield the keys of a row with a text in each field that holds text for a reader."""
    hints = get_type_hints(model, include_extras=True)
    for key, field in model.model_fields.items():
        path, block = before + key, block_in(field.annotation)
        held = row.get(path)
        if block and any(one.startswith(f"{path}.") for one in row):
            yield from _with_text(row, block, text, f"{path}.")
        elif isinstance(held, list) and block:
            yield path, [{**one, **dict(_with_text(one, block, text))} for one in held]
        elif path in row and key in text_fields(model):
            written = " ".join(text.split())[:180] if _is_line(hints[key]) else text
            written = "" if key in ("teaser", "logo") else written
            yield path, [written, f"{written} {key}"] if isinstance(held, list) else written
        elif path in row:
            yield path, held


def _is_line(hint: Any) -> bool:
    return hint in (Regel, Woordregel) or any(_is_line(part) for part in get_args(hint))


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


def _case(edition: Edition, kind: str, row: dict[str, Any], town: dict[str, Any]) -> dict[str, Any]:
    """Return what the form holds and what the build makes of it."""
    lokaal, gemeente = edition.lokaal, Gemeente.model_validate(_nested(town))
    item = MODELS[kind].model_validate(_nested(row)) if kind in MODELS else row
    others = {**lokaal.gedragsprincipes}
    if isinstance(item, Gedragsprincipe):
        others[item.id] = item
    keuze = item if isinstance(item, Keuze) else lokaal.keuze
    here = Edition(
        edition.framework, Lokaal(gemeente, {**lokaal.items, "principe": others}, lokaal.teksten, keuze=keuze)
    )
    titles = {f"principe:{one.id}": one.titel for one in others.values()}
    for soort in ("activiteit", "factor"):
        for one in edition.framework.of(soort).values():
            titles |= {f"{soort}:{one.id}": one.titel, f"alles:{soort}:{one.id}": one.titel}
    if kind in _PICKED:
        named = _named(here).items()
        titles = {f"{before}{soort}:{id_}": name for (soort, id_), name in named for before in ("", "alles:")}
    html = _built(here, kind, item).replace(LINK_SCHEME, LEADS_TO)
    return {"row": row, "gemeente": town, "titles": titles, "html": html}


def _built(edition: Edition, kind: str, item: Any) -> str:
    """Return what the build makes of a file, without the panel for courses."""
    begin, gemeente = partial(Fragment, edition), edition.gemeente
    if kind == "gemeente":
        return brand(begin(""), PICTURE if gemeente.stijl.logo else "") + gemeente_in(begin)
    if kind == "teksten":
        return teksten_in(begin, item, gemeente.wet_herzien_voor)
    if kind == "aanvulling":
        return aanvulling_in(begin(f"aanvulling-{item.id}"), item)
    if kind == "keuze":
        names = _named(edition)
        return keuze_in(begin, item, lambda soort, id_: names[soort, id_], poster_vragen(edition))
    if kind == "zoekvraag":
        return zoekvraag_in(begin(""), [Zoekvraag.model_construct(**one) for one in item["zoekvragen"]])
    if kind == "activiteit":
        return eigen_activiteit_in(begin(f"activiteit-{item.id}"), item, "")
    return principe_in(begin(f"principe-{item.id}"), item, "")


_NAMES = form_data(Edition(FRAMEWORK, next(iter(FRAMEWORK.gemeenten.values()))))["namen_van"]


def _named(edition: Edition) -> dict[tuple[str, str], str]:
    """Return what everything is called that can be picked, the municipality's own too."""
    names = {(soort, id_): name for soort, held in _NAMES.items() for id_, name in held}
    lokaal = edition.lokaal
    own_items = [(soort, id_, item) for soort in ("principe", "activiteit") for id_, item in lokaal.of(soort).items()]
    return names | {(soort, id_): item.titel for soort, id_, item in own_items}


def _choice(blank: dict[str, Any], dice: random.Random) -> dict[str, Any]:
    """Return a choice in an order of its own; of some lists nothing."""
    kinds = {"factoren": "factor", "vragen": "vraag", "routes": "route", "activiteiten": "activiteit"}
    row = {**blank}
    for key in blank:
        if held := [id_ for id_, _ in _NAMES.get(kinds.get(key.rpartition(".")[2], ""), ())]:
            row[key] = dice.sample(held, dice.choice([0, 1, 2, len(held) // 2, len(held)]))
    return row


def _searches(_: dict[str, Any], dice: random.Random) -> dict[str, Any]:
    """Return words that are typed, each with what comes first, or nothing yet."""
    found = ("factor:houding", "activiteit:" + next(iter(FRAMEWORK.activiteiten)), "")
    words = dice.sample(HOSTILE, dice.randrange(len(HOSTILE)))
    return {"zoekvragen": [{"vraag": word, "groep": "gewoon", "vindt": dice.choice(found)} for word in words]}


_PICKED = {"keuze": _choice, "zoekvraag": _searches}


def _rows(
    edition: Edition, kind: str, blanks: dict[str, dict[str, Any]]
) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Yield rows to fill in, each with the municipality that it is of."""
    held, blank = own(edition), blanks[kind]
    town = _whole(blanks["gemeente"], held["gemeente"][0])
    for row in held[kind]:
        yield _whole(blank, row), town
    dice = random.Random(5)  # noqa: S311  # the same rows each time
    if kind in _PICKED:
        for _ in range(100):
            yield _PICKED[kind](blank, dice), town
        return
    for text in HOSTILE:
        filled = _full(edition, kind, blank, town, text)
        described = {**town, "soort": "uit-publicatie"}
        for row in (filled, {**filled, **({"status": "vervallen"} if "status" in filled else {})}):
            yield row, described if row is not filled else town
        for _ in range(4):  # some of it empty
            yield _some(filled, kind, dice), town
    for status in get_args(Status) if kind == "gedragsprincipe" else ():
        odd = {**town, "woorden.inwoner.meervoud": "ijsberen & <b>", "wet_herzien_voor": "2027-01-02"}
        yield _some({**filled, "status": status}, kind, dice), odd
    if kind in ("gedragsprincipe", "teksten"):
        yield {**blank, **({"id": "leeg", "titel": "Leeg", "status": "concept"} if "id" in blank else {})}, town


def _whole(blank: dict[str, Any], row: dict[str, Any]) -> dict[str, Any]:
    """Return a row with every key that the form has."""
    return {**blank, **{key: value for key, value in row.items() if value}}


def _full(edition: Edition, kind: str, blank: dict[str, Any], town: dict[str, Any], text: str) -> dict[str, Any]:
    """Return a file of which everything is filled in, with a text in each field for one."""
    if kind == "teksten":
        return dict.fromkeys(blank, text)
    bronnen = [*edition.framework.bronnen][:3]
    row = {key: [""] if isinstance(value, list) else value for key, value in blank.items()}
    for key in row:
        if key.endswith((".herkomst", "bronnen")):
            row[key] = "afgeleid" if key.endswith("herkomst") else bronnen
    known = {
        "id": "vol",
        "status": "getoetst",
        "op": "2026-03-01",
        "herzien_voor": "2027-03-31",
        "wet_herzien_voor": "2027-01-02",
        "raakt_factoren": ["houding", "kennis"],
        "voor_factoren": ["doelgedrag", "kennis"],
        "stappen": ["plan"],
        "werkgever": "ja",
        "hoort_bij": next(iter(edition.framework.activiteiten)),
        "bij": "factor:houding",
        "kern_versie": "2026.1",
        "spanning_met": [{"principe": next(iter(edition.lokaal.gedragsprincipes)), "tekst": ""}],
        "getoetst_met": [
            {"groep": "inwoners", "doelgroep": "", "toelichting": ""},
            {"groep": "professionals", "doelgroep": "", "toelichting": ""},
        ],
        "onderbouwing.praktijk.herkomst": "eigen",
        "onderbouwing.client.herkomst": "",
        "onderbouwing.client.let_op.herkomst": "eigen",
    }
    if kind == "gemeente":
        return dict(_with_text({**town, "stijl.logo": "logo.svg"}, Gemeente, text)) | {"stijl.logo": "logo.svg"}
    row |= {key: value for key, value in known.items() if key in row}
    return dict(_with_text(row, MODELS[kind], text))


MIXED = """async ([lib, colours, grounds]) => {
  const { mixed } = await import(lib);
  return colours.map(colour => grounds.map(([ground, part]) => mixed(colour, ground, part)));
}"""
ACCENT = "root => getComputedStyle(root).getPropertyValue('--accent-licht')"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="30" height="10"><rect width="30" height="10"/></svg>'


def _difference(one: str, other: str) -> str:
    """Return where two texts begin to differ."""
    at = next((at for at, (sign, same) in enumerate(zip(one, other, strict=False)) if sign != same), 0)
    return f"{one[at - 40 : at + 80]} / {other[at - 40 : at + 80]}"


NEEDED = ("id", "titel", "status", "voor_factoren", "stappen", "bij", "kern_versie", "kern.tekst")


def _some(row: dict[str, Any], kind: str, dice: random.Random) -> dict[str, Any]:
    """Return a row of which half is empty; a text that goes takes its origin along."""
    if kind == "gemeente":
        may = ("contact", "clientenraad", "inzage", "klacht", "stijl.logo", "afspraken.vast", "privacyverklaring")
        return {key: type(value)() if key in may and dice.random() < 0.5 else value for key, value in row.items()}
    gone = {key for key in row if key not in NEEDED and dice.random() < 0.5}
    gone |= {key for key in row for one in gone if one.endswith(".tekst") and key.startswith(one[: -len("tekst")])}
    return {key: type(value)() if key in gone else value for key, value in row.items()}


@pytest.mark.parametrize(("kind", "slug"), in_turn(KINDS, FRAMEWORK.gemeenten))
def test_a_preview_is_the_block_that_the_build_makes(open_page: OpenPage, slug: str, kind: str) -> None:
    """Every field with hostile text, much of it empty, each status: the same HTML, addresses and names included."""
    edition = Edition(FRAMEWORK, FRAMEWORK.gemeenten[slug])
    page = open_page(f"{slug}/nieuwste/eigen-leidraad/principe-maker/")
    blanks = page.evaluate(BLANKS, ["gemeente", kind])
    cases = [
        _case(edition, kind, row, row if kind == "gemeente" else town) for row, town in _rows(edition, kind, blanks)
    ]
    found = page.evaluate(FILL, [f"/{slug}/nieuwste/", kind, json.dumps(cases)])  # value by value it takes seconds
    assert len(found) == len(cases) > 80
    for preview, built in found:
        assert preview == built, _difference(preview, built)


def test_the_colours_are_those_that_the_build_mixes(open_page: OpenPage) -> None:
    """The accent that is filled in, its field and its line, for light and dark; what is no colour changes nothing."""
    dice = random.Random(9)  # noqa: S311  # the same colours each time
    page = open_page(MAKER)
    colours = [f"#{dice.randrange(1 << 24):06x}" for _ in range(2000)]
    grounds = [(LIGHT, FIELD_LIGHT), (DARK, FIELD_DARK), (LIGHT, LINE), (DARK, LINE)]
    found = page.evaluate(MIXED, [f"/{EDITION}assets/lib/voorbeeld.js", colours, grounds])
    assert found == [[mixed(colour, *ground) for ground in grounds] for colour in colours]
    begin(page)
    open_all(page)
    root = page.frame_locator(".voorbeeld iframe").locator("html")
    own = root.evaluate(ACCENT)
    page.fill("[data-veld='stijl.accent']", "#803060")
    expect(root).to_have_attribute("style", re.compile("--accent-licht: ?#803060"))
    assert root.evaluate(ACCENT) == "#803060" != own
    page.fill("[data-veld='stijl.accent']", "blauw")
    expect(root).not_to_have_attribute("style", re.compile("--accent-licht"))


def test_a_logo_stands_in_the_head_of_the_page(open_page: OpenPage) -> None:
    """With the text that is read aloud; the name beside it is the one that is filled in."""
    page = open_page(MAKER)
    begin(page)
    open_all(page)
    page.fill("[data-rijen=gemeente] [data-veld=naam]", HOSTILE[1])
    page.fill("[data-veld='stijl.logo_tekst']", HOSTILE[3])
    page.set_input_files(".logo [type=file]", {"name": "logo.svg", "mimeType": "image/svg+xml", "buffer": SVG})
    head = page.frame_locator(".voorbeeld iframe").locator(".kop__gemeente")
    expect(head.locator("img")).to_have_attribute("alt", HOSTILE[3])
    expect(head).to_have_text(re.compile(re.escape(HOSTILE[1])))
    assert head.locator("img").evaluate("image => image.decode().then(() => image.naturalWidth)") == 30


def test_no_preview_has_a_violation(open_page: OpenPage) -> None:
    """Of each kind, empty and filled, in light and dark: the page in the frame has no fault of its own."""
    page, found = open_page(MAKER), []
    page.evaluate("document.querySelector('.voorbeeld iframe').removeAttribute('sandbox')")  # axe waits for a script
    begin(page)
    for is_filled in (False, True):
        if is_filled:
            begin_with_own(page)
        for kind in KINDS:
            if not page.locator(f"[data-rijen={kind}] > details").count():
                press(page, "nog-een", kind)
            page.locator(f"[data-rijen={kind}] > details > summary").first.focus()
            expect(page.locator(".voorbeeld")).to_have_attribute("data-toont", kind)
            for palette in ("light", "dark") if is_filled else ("light",):
                page.emulate_media(color_scheme="dark" if palette == "dark" else "light")
                ask = "each look" if palette == "light" else "looks"  # with the palette nothing but colour changes
                found += [f"{kind} {palette}: {line}" for line in _in_frame(page, ask)]
    assert found == []


def _in_frame(page: Page, ask: str) -> list[str]:
    handle = page.locator(".voorbeeld iframe").element_handle()
    frame = handle and handle.content_frame()
    assert frame
    axe.put(frame)
    return axe.find(frame, ask)


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
    expect(page.locator(".voorbeeld [data-naam]")).to_have_text(f"principe «{HOSTILE[0]}»")
    second.locator("summary", has_text="Waarom, en waar").click()
    second.locator("[data-veld=geleerd]").fill("")
    expect(frame.locator("#geleerd")).to_contain_text("Nog open: wat is er geprobeerd")
    expect(frame.locator("#geleerd .nog-open")).to_be_in_viewport()
    assert frame.locator("a[href]").count() == 0
    page.evaluate("document.documentElement.dataset.palet = 'donker'")
    expect(frame.locator("html")).to_have_attribute("data-palet", "donker")
    wipe(page)
    expect(frame.locator("h1")).to_have_text(re.compile("^Nog open"))


def test_nothing_that_opens_stands_in_the_head_of_the_page(open_page: OpenPage) -> None:
    """The head is that of this page, with the window of the search: in the frame its fields are nobody's."""
    page = open_page(MAKER)
    page.get_by_role("button", name="Zoeken").focus()
    page.locator("dialog.zoek").wait_for(state="attached")
    begin_with_own(page)
    head = page.frame_locator(".voorbeeld iframe").locator(".kop")
    expect(head).to_be_visible()
    assert head.locator("dialog, [popover], [autofocus], [id]").count() == 0


def test_it_never_shows_another_thing_than_what_has_the_focus(open_page: OpenPage) -> None:
    """From kind to kind, and from row to row; beside a table that is pasted stands nothing.

    A name, a colour and the own words are seen from the top.
    """
    page = open_page(MAKER)
    begin_with_own(page)
    box, frame = page.locator(".voorbeeld"), page.frame_locator(".voorbeeld iframe")
    for kind in [*KINDS, *KINDS[::-1]]:
        rows = page.locator(f"[data-rijen={kind}] > .rij")
        for row in rows.all() if kind == "gedragsprincipe" else [rows.last]:
            row.locator("summary").first.focus()
            expect(box).to_have_attribute("data-toont", kind)
            named = row.locator("[data-naam]").first.text_content()
            said = f"{row.get_attribute('data-wat')}".lower() + (f" «{named}»" if named else "")
            expect(box.locator("[data-naam]")).to_have_text(said)
    open_all(page)
    page.locator("[data-veld=klacht]").focus()
    frame.locator("html").evaluate("root => root.scrollTop = 400")
    page.locator("[data-veld='stijl.accent']").focus()
    expect(frame.locator("h1")).to_be_in_viewport()
    page.locator(".tabel textarea").focus()
    expect(box).to_be_hidden()
    page.locator("[data-rijen=activiteit] summary").first.focus()
    expect(box).to_be_visible()


def test_a_choice_and_the_poster_are_seen_as_they_are_chosen(open_page: OpenPage) -> None:
    """A factor that is chosen stands in front; of a question for the wall its part has that question."""
    page = open_page(MAKER)
    begin(page)
    open_all(page)
    frame = page.frame_locator(".voorbeeld iframe")
    page.locator("[data-rijen=keuze] summary").first.focus()
    expect(frame.locator("h1")).to_have_text("Wat u kiest")
    kennis = FRAMEWORK.factoren["kennis"]
    asked = [vraag for vraag in kennis.open_vragen.punten if vraag.id][-1]
    state = state_of(page)
    state["keuze"][0] |= {"gesprek.factoren": ["kennis"], "poster.vragen": [asked.id]}
    hold(page, state)
    expect(frame.locator("ol li").first).to_have_text(kennis.titel)
    expect(frame.get_by_text(re.compile("^Daarna:"))).to_contain_text(FRAMEWORK.factoren["houding"].titel)
    expect(frame.locator("[data-deel=kennis] .plattegrond__vraag")).to_have_text(asked.vraag)


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


# ---- the whole way ----

# What a text may hold, and some engine on the way could act on.
TEXT = (
    "Zo *dit* en **dat**: «vier» & \"twee\" of 'drie', 3 < 4 > 2, { 7*7 } ${7} é😀 \\n #! |a| "
    "[kennis](factor:kennis) met ((inwoner)), SROI en sociale norm."
)
NAME = 'Stap & "dam" «\'s» 3 < 4 { 7 } é😀'
WHOLE = ("gemeente", "gedragsprincipe", "activiteit", "aanvulling", "teksten", "keuze", "zoekvraag")
# The parts of a preview of more than one page: what stands between its headings, without what it says of itself.
PARTS = """article => {
  const parts = [];
  for (const head of article.querySelectorAll(".voorbeeldpagina > h1, .voorbeeldpagina > h2")) {
    if (/^(Uw woorden|Koppen)/.test(head.textContent)) continue;
    for (let next = head.nextElementSibling; next && !/^H[12]$/.test(next.tagName); next = next.nextElementSibling)
      if (!next.matches(".leeg")) parts.push(next.outerHTML);
  }
  return parts;
}"""

BRAND = "html => new DOMParser().parseFromString(html, 'text/html').querySelector('.kop__gemeente').textContent.trim()"


def _state(page: Page) -> dict[str, Any]:
    """Return a form of which every field is filled in."""
    edition = Edition(FRAMEWORK, FRAMEWORK.gemeenten["voorbeeldstad"])
    blanks = page.evaluate(BLANKS, list(WHOLE))
    held = own(edition)
    town = dict(_with_text({**blanks["gemeente"], **held["gemeente"][0]}, Gemeente, NAME))
    town |= {"id": "stapdam", "soort": "eigen", "deelt_principes": "ja", "wet_herzien_voor": "2027-01-02"}
    town |= {"stijl.accent": "#0b5351", "stijl.accent_donker": "#8ad4cc", "stijl.logo": "logo.svg"}
    rows = {kind: _full(edition, kind, blanks[kind], town, TEXT) for kind in WHOLE[1:5]}
    # on the page of an item its words are explained where they first stand, which may be above an addition
    rows["aanvulling"] = _full(edition, "aanvulling", blanks["aanvulling"], town, TEXT.partition(", SROI")[0])
    principe = rows["gedragsprincipe"] | {"spanning_met": [{"principe": "ander", "tekst": TEXT}]}
    other = {**blanks["gedragsprincipe"], "id": "ander", "titel": "Ander", "status": "concept"}
    return {
        **{kind: [row] for kind, row in rows.items()},
        "gedragsprincipe": [principe, other],
        "gemeente": [town],
        "keuze": [{**blanks["keuze"], "principes": ["ander", "vol"]}],
        "zoekvraag": [{"zoekvragen": []}],
        "bestand": [{"naam": "beeld/logo.svg", "data": b64encode(SVG).decode(), "nieuw": "ja"}],
    }


def _shown(page: Page, kind: str) -> str:
    """Return the preview of the first row of a kind."""
    page.locator(f"[data-rijen={kind}] > details > summary").first.focus()
    expect(page.locator(".voorbeeld")).to_have_attribute("data-toont", kind)
    return page.frame_locator(".voorbeeld iframe").locator("article").inner_html()


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the sources, with the pages of the engine."""
    return lend_stencil(copy_sources(tmp_path_factory.mktemp("heen")))


def test_what_was_beside_the_fields_is_on_the_built_pages(open_page: OpenPage, project: Path) -> None:
    """Every field filled in: the zip, unpacked and built by the command, gives the blocks that the form showed."""
    page = open_page(MAKER)
    begin(page)
    hold(page, _state(page))
    shown = {kind: _shown(page, kind) for kind in WHOLE[:5]}
    parts = {
        kind: page.frame_locator(".voorbeeld iframe").locator("article").evaluate(PARTS)
        for kind in ("gemeente", "aanvulling", "teksten")
        if _shown(page, kind)
    }
    make(page)
    expect(page.locator(".bestanden"), page.locator(".fouten").inner_text()).to_be_visible()
    download_over(page, project)
    done = leidraad(project, "build", "stapdam")
    assert done.returncode == 0, done.stdout + done.stderr
    built = {
        path.parent.relative_to(project / "site/stapdam/nieuwste").as_posix(): _whole_article(path)
        for path in (project / "site/stapdam/nieuwste").rglob("index.html")
    }
    for kind, address in (("gedragsprincipe", "principes/vol"), ("activiteit", "activiteiten/vol")):
        preview, article = page.evaluate(BARE, shown[kind]), page.evaluate(BARE, built[address])
        assert preview in article, _difference(preview, article)
    pages = [page.evaluate(BARE, html) for html in built.values()]
    for kind, found in parts.items():
        assert found, kind
        for part in (page.evaluate(BARE, one) for one in found):
            assert any(part in html for html in pages), (kind, part)
    assert "#0b5351" in (project / "site/stapdam/nieuwste/assets/gemeente.css").read_text("utf-8")
    home = (project / "site/stapdam/nieuwste/index.html").read_text("utf-8")
    assert (
        page.evaluate(BRAND, home)
        == page.frame_locator(".voorbeeld iframe").locator(".kop__gemeente").inner_text().strip()
    )
    order = (project / "site/stapdam/nieuwste/principes/index.html").read_text("utf-8")
    assert order.index('id="ander"') < order.index('id="vol"')


def _whole_article(path: Path) -> str:
    html = path.read_text("utf-8")
    at = html.find("<article")
    return html[html.index(">", at) + 1 : html.index("</article>", at)] if at >= 0 else ""

"""What the elements share: storage, files, plain text and the free field, each called inside a real page."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.browser import OpenPage, watched_page
from tests.site.pages import EDITIONS
from tests.site.server import Server
from tests.site.storage import wipe

EDITION = next(iter(EDITIONS))
OF_FILE = {"soort": "route", "versie": 3}
SOUND = {"formaat": "leidraad-gewogen-maatwerk", "soort": "route", "versie": 3, "inhoud": {"a": ["b"]}}
TEXT = """MIJN ROUTE
Editie 2026.1
[leidraad: route, mijn-route, 1]

WILLEN
- Wat zit er vast? Afspraken blijven liggen [wat-zit-vast: blijft-liggen, wacht]
- De zin [welk-gedrag.tekst: belt (dinsdag) twee «bedrijven»: nu, dan]
- Leeg [leeg: ]

Tot slot.
"""
VALUES = {
    "wat-zit-vast": "blijft-liggen, wacht",
    "welk-gedrag.tekst": "belt (dinsdag) twee «bedrijven»: nu, dan",
    "leeg": "",
}
# What a client system may do to a text between copying and pasting.
MANGLED = {
    "zoals het is": "t => t",
    "regels van Windows": r"t => t.replaceAll('\n', '\r\n')",
    "alles op één regel": r"t => t.replaceAll('\n', ' ')",
    "afgebroken op 40 tekens": r"t => t.replace(/(.{1,40})( |$)/gm, '$1\n')",
    "afgebroken na een streepje": r"t => t.replaceAll('-', '-\n')",
    "andere bolletjes": "t => t.replaceAll('- ', '• ')",
    "geen witregels": r"t => t.replace(/\n+/g, '\n')",
    "dubbele witregels": r"t => t.replaceAll('\n', '\n\n\n')",
    "harde spaties en tabs": r"t => t.replaceAll(' ', '\u00a0\t')",
    "ander streepje": r"t => t.replaceAll('-', '\u2011')",
    "ingesprongen, met iets eromheen": r"t => 'Verslag: ok\n' + t.replaceAll('\n', '\n    > ') + 'Groet'",
}
WRONG_FILES: dict[str, tuple[str, str]] = {
    "leeg": ("", "beschadigd"),
    "afgekapt": (json.dumps(SOUND)[:-20], "beschadigd"),
    "geen json": ("Wat zit er vast?", "beschadigd"),
    "een lijst": ("[1, 2]", "niet van deze leidraad"),
    "null": ("null", "niet van deze leidraad"),
    "van een ander": ('{"name": "x", "version": 1}', "niet van deze leidraad"),
    "ander onderdeel": (json.dumps(SOUND | {"soort": "principe"}), "ander onderdeel: principe. Open het daar."),
    "jullie casus": (json.dumps(SOUND | {"soort": "casus"}), "ander onderdeel: Jullie casus. Open het daar."),
    "nieuwer": (json.dumps(SOUND | {"versie": 4}), "nieuwere versie"),
    "versie nul": (json.dumps(SOUND | {"versie": 0}), "beschadigd"),
    "versie als tekst": (json.dumps(SOUND | {"versie": "3"}), "beschadigd"),
    "inhoud weg": (json.dumps({key: value for key, value in SOUND.items() if key != "inhoud"}), "ontbreekt"),
    "inhoud is een lijst": (json.dumps(SOUND | {"inhoud": []}), "ontbreekt"),
    "ouder dan er is": (json.dumps(SOUND | {"versie": 1}), "beschadigd"),
}


def call(page: Page, module: str, body: str, value: Any = None) -> Any:
    """Run the body of a function inside the page, with the module as `m` and the value as `v`."""
    address = f"new URL('assets/lib/{module}.js', location.origin + '/{EDITION}')"
    return page.evaluate(f"async v => {{ const m = await import({address}); {body} }}", value)


@pytest.fixture(scope="module")
def page(browser: Browser, server: Server) -> Iterator[Page]:
    """One page of the site for all tests here, with nothing filled in."""
    with watched_page(browser, server, 1280, 800) as page:
        page.goto(EDITION)
        yield page


@pytest.mark.parametrize("change", MANGLED)
def test_a_text_comes_back_whatever_a_client_system_did(page: Page, change: str) -> None:
    """Every stable word of an earlier edition and its value, free text included, is read from the changed text."""
    body = f"""const {{ merk, waarden }} = m.fromText(({MANGLED[change]})(v));
      const [first, ...rest] = [...waarden];
      return [merk, Object.fromEntries([[first[0], m.list(first[1]).join(", ")], ...rest])]"""
    assert call(page, "inlezen", body, TEXT) == [["route", "mijn-route", "1"], VALUES]


def test_another_text_is_no_text_of_ours(page: Page) -> None:
    """Without the mark nothing is read."""
    assert call(page, "inlezen", "return m.fromText('Verslag [wat-zit-vast: wacht] van vandaag')") is None


def test_a_file_comes_back(page: Page) -> None:
    """What is packed is unpacked, with edition and date in the file for whoever looks into it."""
    content = {"tekst": "é «x» \n \u2028", "keuze": ["a"], "__proto__x": 1}
    body = "const t = m.pack('route', 3, v[0], { editie: 'X 2026.1' }); return [t, m.unpack('\\uFEFF' + t, v[1])]"
    text, back = call(page, "files", body, [content, OF_FILE])
    assert back == content
    assert json.loads(text) | {"datum": ""} == SOUND | {"editie": "X 2026.1", "inhoud": content, "datum": ""}


@pytest.mark.parametrize("fault", WRONG_FILES)
def test_a_damaged_or_foreign_file_is_refused_in_plain_words(page: Page, fault: str) -> None:
    """The message says what is wrong and that nothing changed."""
    text, says = WRONG_FILES[fault]
    body = "try { m.unpack(v[0], v[1]) } catch (e) { return e instanceof m.Onleesbaar ? e.message : 'X' + e }"
    message = call(page, "files", body, [text, OF_FILE])
    assert says in message
    assert message.endswith("Er is niets veranderd.")


@pytest.mark.parametrize(
    ("content", "says"),
    [("[new Uint8Array([0x7b, 0xff, 0xfe])]", "beschadigd"), ("[new Uint8Array(1100000)]", "te groot")],
)
def test_a_file_of_another_kind_is_refused(page: Page, content: str, says: str) -> None:
    """Bytes that are no text, and a file far too large, are refused before anything is read."""
    body = f"return m.open(new File({content}, 'x'), v).catch((error) => error.message)"
    assert says in call(page, "files", body, OF_FILE)


def test_what_the_caller_finds_unsound_is_refused(page: Page) -> None:
    """A content of the wrong shape is damaged, whatever its frame says."""
    body = "try { m.unpack(v[0], { ...v[1], isSound: (c) => 'x' in c }) } catch (e) { return e.message }"
    assert "veranderd" in call(page, "files", body, [json.dumps(SOUND), OF_FILE])


def test_what_is_kept_outlives_the_page_and_not_a_wipe(page: Page) -> None:
    """It is there after a reload, in sessionStorage alone; «Wis alles» empties memory and storage at once."""
    call(page, "storage", "m.write('leidraad.proef', { a: 1 })")
    page.reload()
    assert call(page, "storage", "return m.read('leidraad.proef')") == {"a": 1}
    assert page.evaluate("Object.keys(sessionStorage).sort()") == ["leidraad.beurt /", "leidraad.proef /"]
    wipe(page)
    assert call(page, "storage", "return m.read('leidraad.proef') ?? 'niets'") == "niets"
    assert page.evaluate("sessionStorage.length") == 0


def test_a_broken_value_in_storage_is_no_value(page: Page) -> None:
    """What another script or hand left there does no harm."""
    page.evaluate("sessionStorage.setItem('leidraad.proef /', '{')")
    assert call(page, "storage", "return m.read('leidraad.proef') ?? 'niets'") == "niets"
    assert call(page, "storage", "return m.read('ander') ?? 'niets'") == "niets"
    assert (
        call(
            page,
            "storage",
            "m.write('leidraad.proef', undefined); return m.read('leidraad.proef') ?? sessionStorage.length",
        )
        == 0
    )


def test_where_storage_is_refused_memory_remains_and_the_page_hears_it(open_page: OpenPage) -> None:
    """A browser that throws at every storage keeps nothing; what was written is still there, and an event says so."""
    page = open_page(EDITION, own=True)
    page.add_init_script("Object.defineProperty(window, 'sessionStorage', { get() { throw new Error('dicht') } })")
    page.reload()
    body = """const before = m.isRefused();
      const heard = new Promise((r) => document.addEventListener("niet-bewaard", () => r("gehoord"), { once: true }));
      m.write("leidraad.proef", "waarde");
      return [before, await heard, m.read("leidraad.proef"), m.isRefused()]"""
    assert call(page, "storage", body) == [False, "gehoord", "waarde", True]


def test_where_storage_is_full_it_is_said_until_there_is_room(open_page: OpenPage) -> None:
    """What was kept before stays, the newest is in memory alone; with room again it is kept, and that is heard too."""
    page = open_page(EDITION)
    body = """const heard = () => new Promise((r) =>
        document.addEventListener("niet-bewaard", () => r(m.isRefused()), { once: true }));
      m.write("leidraad.proef", "kort");
      const began = heard();
      m.write("leidraad.proef", "lang".repeat(3e6));
      const full = [await began, m.read("leidraad.proef").length];
      m.write("leidraad.ander", "past nog");
      full.push(m.isRefused());
      const ended = heard();
      m.write("leidraad.proef", "kort");
      return [...full, await ended]"""
    assert call(page, "storage", body) == [True, 12e6, True, False]


@pytest.mark.parametrize(
    ("text", "is_like"),
    [
        ("111222333", True),
        ("zijn nummer is 1112.22.333.", True),
        ("111 222 333", True),
        ("111222334", False),
        ("bel 06-12345678", False),
        ("0612345678 of 1112223334", False),
        ("op 21-11-2026 en 2026-11-21", False),
        ("000000000", False),
        ("belt twee bedrijven", False),
        ("12345672", True),
    ],
)
def test_what_looks_like_a_bsn(page: Page, text: str, is_like: bool) -> None:
    """Eight or nine digits that pass the elfproef, not a date and not a part of a longer number."""
    assert call(page, "herleidbaar", "return m.looksLikeBsn(v)", text) is is_like


TRACES = {
    "mail": ("mail naar j.jansen@voorbeeld.nl", "jan@post.example.com.", "JAN.DE-VRIES@VOORBEELD.NL graag"),
    "telefoon": (
        "bel 0612345678",
        "bel 06-12345678",
        "06 12 34 56 78",
        "06 - 1234 5678",
        "+31612345678",
        "+31 6 12345678",
        "+31 (0)6 1234 5678",
        "0031612345678",
        "(070) 123 45 67",
        "070-1234567",
        "0114 123 456",
    ),
    "postcode": ("woont op 2511 CB 12", "2511CB", "2511cb 12", "4331 xk 3", "op 4331 XK in het rijtje", "4331 xk, 3"),
    "geboortedatum": (
        "geboren op 3-4-85",
        "geb. 12-05-1985",
        "geboortedatum: 1985",
        "12-05-1985",
        "12/05/1985",
        "12.5.1985",
        "1985-05-12",
        "12 mei 1985",
        "12 sept. 1985",
        "3 maart 1962",
    ),
    "ziekte": (
        "is al een tijd ziek",
        "zit in de ziektewet",
        "Depressief sinds vorig jaar",
        "had een burn-out",
        "heeft ADHD",
        "slikt medicijnen",
        "rugklachten",
        "psychische problemen",
        "een angststoornis",
        "kreeg de diagnose",
        "is verslaafd geweest",
        "LVB",
        "diabetes,",
        "zwanger",
        "licht verstandelijk beperkt",
    ),
    "bsn": ("111222333",),
}
NO_TRACES = (
    "",
    "10 minuten",
    "2026",
    "in 2026 en 2027",
    "vanaf 2026 in 12 weken",
    "2026 is 12 maanden",
    "1500 uur per jaar",
    "1200 EUR",
    "op 21-11-2026 en 2026-11-21",
    "op 01-01-2026 10:30 en 02-02-2026 11:45",
    "dinsdag 2 december 2026 om 10 uur",
    "loopt mee in het ziekenhuis",
    "werkte in de ziekenzorg en als ziekenverzorgende",
    "rijdt op het ziekenvervoer",
    "in de week van 1 december",
    "werkt van 8.30 tot 12.00 uur, 20 uur per week",
    "kamer 0.12, loket 3",
    "3 keer 4 uur, 5 weken lang, 6 dagen",
    "bus 12, lijn 3, halte 4",
    "as je belt, mis je de bus",
    "pas op 15 november begint de cursus B1",
    "tussen 2019 en 2024 was ze bedrijfsleider",
    "1 op 1 met de praktijkbegeleider",
    "heftruck met 1500 kg",
    "een cursus MS Word",
    "vragen over de WIA",
    "@ de balie",
    "kans van 50 % op 100 plekken",
    "een traject van 12-18 weken",
    "het kost 25 euro per dag en 1250 per maand",
    "zij is er kapot moe van",
    "dat is een klacht over ons",
    "kent de weg met een beperking in tijd",
    "als dat misgaat, belt hij",
    "1000 in een keer",
    "BBL-plek bij 3 bedrijven",
)


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in TRACES.items() for text in texts])
def test_what_somebody_can_be_found_by(page: Page, kind: str, text: str) -> None:
    """In the forms in which people write it down."""
    assert kind in call(page, "herleidbaar", "return m.traces(v)", text)


@pytest.mark.parametrize("text", NO_TRACES)
def test_what_nobody_can_be_found_by(page: Page, text: str) -> None:
    """Times, years, numbers of weeks, an ordinary appointment, and words that only look like an illness."""
    assert call(page, "herleidbaar", "return m.traces(v)", text) == []


def test_a_long_text_is_judged_at_once(page: Page) -> None:
    """A run without a space, such as a pasted picture, does not make the page stop at each key."""
    for sign in ("x", "a.", "1-", "geb. ", "verstandelijk"):
        took = call(
            page,
            "herleidbaar",
            "const at = performance.now(); m.traces(v); return performance.now() - at",
            sign * 100_000,
        )
        assert took < 1000, sign


def test_a_field_may_hint_at_one_kind_alone(page: Page) -> None:
    """The form of a municipality asks for a contact itself."""
    html = "<vrij-veld data-alleen=bsn><label for=q>Zin</label><textarea id=q></textarea></vrij-veld>"
    call(page, "vrij-veld", f"document.querySelector('article').insertAdjacentHTML('beforeend', '{html}')")
    own = page.locator("vrij-veld:has(#q)")
    own.locator("textarea").fill("bel 0612345678")
    expect(own.get_by_role("status")).to_have_text("")
    own.locator("textarea").fill("bel 111222333")
    expect(own.get_by_role("status")).to_contain_text("BSN")
    own.evaluate("element => element.remove()")


def test_a_free_field_warns_on_the_spot(page: Page) -> None:
    """The warning comes with the number, and goes with it."""
    html = "<vrij-veld><label for=p>Zin</label><textarea id=p></textarea></vrij-veld>"
    call(page, "vrij-veld", f"document.querySelector('article').insertAdjacentHTML('beforeend', '{html}')")
    field, said = page.locator("#p"), page.locator("vrij-veld [role=status]")
    expect(said).to_have_text("")
    field.fill("Het gaat om 111222333")
    expect(said).to_contain_text("lijkt op een BSN")
    field.fill("Het gaat om bellen")
    expect(said).to_have_text("")


def test_a_field_says_that_what_was_pasted_does_not_fit(page: Page) -> None:
    """A browser cuts it and says nothing; the sentence goes once there is room again."""
    html = "<vrij-veld><label for=r>Zin</label><textarea id=r maxlength=20></textarea></vrij-veld>"
    call(page, "vrij-veld", f"document.querySelector('article').insertAdjacentHTML('beforeend', '{html}')")
    own = page.locator("vrij-veld:has(#r)")
    page.locator("#r").focus()
    page.keyboard.insert_text("Dit kan weg")
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.insert_text("Twintig tekens passen, en dit niet")
    expect(page.locator("#r")).to_have_value("Twintig tekens passe")
    expect(own.get_by_role("status")).to_contain_text("vol: de laatste 14 tekens")
    page.keyboard.press("Backspace")
    expect(own.get_by_role("status")).to_have_text("")
    page.keyboard.insert_text("en")
    expect(own.get_by_role("status")).to_have_text("Dit veld is vol: het laatste teken paste er niet bij.")
    own.evaluate("element => element.remove()")


def test_no_help_of_the_browser_works_on_a_free_field(site: Path) -> None:
    """Each says so in the page itself, also without a script: on every page of every edition."""
    found = 0
    for path in site.rglob("*.html"):
        for free in re.findall(r"<vrij-veld.*?</vrij-veld>", path.read_text("utf-8"), re.DOTALL):
            field = re.search(r"<(?:textarea|input)[^>]*>", free)
            assert field, path
            for said in ("autocomplete=off", "spellcheck=false", "writingsuggestions=false"):
                assert said in field[0].replace('"', ""), (path, field[0])
            found += 1
    assert found > 100

"""The one case of a tab: what the store makes of answers, of nonsense and of what it does not know."""

from typing import Any

from playwright.sync_api import Page

from tests.site.browser import OpenPage
from tests.site.gids import EDITION

ROUTE: dict[str, Any] = {
    "id": "proef",
    "vragen": [
        {"id": "zin", "soort": "keuze", "casus": "gedrag-soort", "tekstveld": "gedrag", "opties": [{"id": "een-zin"}]},
        {
            "id": "van-wie",
            "soort": "keuze",
            "casus": "doel-van",
            "opties": [{"id": "vooral-van-ons", "casus": "ons"}, {"id": "samen"}],
        },
        {"id": "wat", "soort": "meerkeuze", "opties": [{"id": "lukt-niet", "factor": "houding"}, {"id": "niets"}]},
        {"id": "waar", "soort": "kies-uit-eerder", "casus": "factoren", "uit": "wat"},
        {
            "id": "deel",
            "soort": "meerkeuze",
            "casus": "ons-deel",
            "opties": [{"id": "wij", "casus": "ons"}, {"id": "werk"}],
        },
        {"id": "eigen", "soort": "meerkeuze", "opties": [{"id": "a"}, {"id": "b"}]},
    ],
}
PUT = """async ([route, id, value]) => {
  const { answersOf, casus, put } = await import(new URL("assets/lib/casus.js", location.href));
  put(route, route.vragen.find((one) => one.id === id), value);
  return [casus(), answersOf(route)];
}"""
READ = """async (raw) => {
  sessionStorage.setItem("leidraad.casus /", raw);
  const { casus, wijzig } = await import(new URL("assets/lib/casus.js", location.href));
  wijzig({ stap: "bellen" });
  return [casus(), JSON.parse(sessionStorage.getItem("leidraad.casus /"))];
}"""


def _put(page: Page, vraag: str, value: Any) -> Any:
    return page.evaluate(PUT, [ROUTE, vraag, value])


def test_an_answer_goes_to_its_field_and_comes_back(open_page: OpenPage) -> None:
    """In the words of the case, so that another route finds it under its own option."""
    page = open_page(EDITION)
    for vraag, value, veld, kept in (
        ("van-wie", ["vooral-van-ons"], "doel-van", "ons"),
        ("waar", ["lukt-niet"], "factoren", ["houding"]),
        ("deel", ["wij"], "ons-deel", ["ons"]),
        ("deel", ["weet-niet"], "ons-deel", ["weet-niet"]),
    ):
        casus, answers = _put(page, vraag, value)
        assert (casus[veld], answers[vraag]) == (kept, value)
    casus, answers = _put(page, "eigen", ["b"])
    assert (casus["antwoorden"], answers["eigen"]) == ({"proef": {"eigen": ["b"]}}, ["b"])


def test_what_another_route_offers_stays(open_page: OpenPage) -> None:
    """A route that does not know a word leaves it where it is."""
    page = open_page(EDITION)
    page.evaluate("sessionStorage.setItem('leidraad.casus /', JSON.stringify({ 'ons-deel': ['regels', 'werk'] }))")
    assert _put(page, "deel", ["wij"])[0]["ons-deel"] == ["regels", "ons"]


def test_a_damaged_field_is_empty_and_an_unknown_one_stays(open_page: OpenPage) -> None:
    """Nothing else is lost with it, and nothing that a newer edition wrote."""
    page = open_page(EDITION)
    raw = '{"gedrag": 3, "doel": "werk", "uitspraken": [{"factor": "kennis"}], "nieuw": {"a": 1}, "mee": []}'
    casus, kept = page.evaluate(READ, raw)
    assert (casus["gedrag"], casus["doel"], casus["uitspraken"], casus["mee"]) == ("", "werk", [], {})
    assert (kept["nieuw"], kept["stap"]) == ({"a": 1}, "bellen")

"""The pages of what a municipality writes → their HTML with marks, which the form fills beside its fields."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from types import SimpleNamespace
from typing import Any

from markupsafe import Markup

from leidraad.model.types.base import LONGEST_TEASER
from leidraad.model.types.eigen_activiteiten import EigenActiviteit
from leidraad.model.types.gemeente import Aanvulling
from leidraad.model.types.zoekvragen import Zoekvraag
from leidraad.model.use.framework import Edition
from leidraad.model.use.kleur import DARK, FIELD_DARK, FIELD_LIGHT, LIGHT, LINE
from leidraad.model.use.markup import WITH_DE
from leidraad.model.use.questions import VRAGEN, for_readers
from leidraad.render.activiteiten.activiteiten import eigen_activiteit_in
from leidraad.render.block.fragment import LINK_SCHEME, Fragment
from leidraad.render.block.igm_kaart import igm_kaart_in
from leidraad.render.block.pictogrammen import with_sprite
from leidraad.render.block.slots import Marked, Repeat, Slot, Slots, principe_slots, section
from leidraad.render.gemeente.gemeente import (
    afspraken_in,
    brand,
    colofon_in,
    eigen_tekst_in,
    eigen_wet_in,
    principe_in,
    rechten_in,
    verklaring_in,
)

Begin = Callable[[str], Fragment]  # a block, by the name that is in its ids
PREVIEW_FILE = "voorbeelden.json"
LEADS_TO = "naar:"  # what a link names: in a preview it leads nowhere, so it is not made relative
_STYLES = ("tokens.css", "onderdelen.css", "leidraad.css", "gemeente.css", "begin/begin.css", "inhoud/inhoud.css")
_LINKS = "".join(f'<link rel="stylesheet" href="../../assets/{name}">' for name in _STYLES)
# The page around a block, as far as its look comes from it.
_SHELL = (
    '<!doctype html><html lang="nl"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark">'
    f'<title>Voorbeeld</title>{_LINKS}</head><body><main class="md-main"><div class="md-main__inner">'
    '<div class="pagina"><article></article></div></div></main></body></html>'
)
# What of a choice is seen, and where.
_SEEN = {
    ("gesprek", "In gesprekken"): {
        ("factor", "factoren"): "Op Willen en kunnen, de gesprekskaart en in de routes.",
        ("vraag", "vragen"): "Bovenaan bij de open vragen van een factor.",
        ("route", "routes"): "Bovenaan bij de routes.",
        ("activiteit", "activiteiten"): "Bovenaan bij de activiteiten.",
    },
    ("rapportage", "In de tekst voor het cliëntsysteem"): {
        ("factor", "factoren"): "In deze volgorde staan ze in de tekst van Jullie casus.",
    },
}
# The pages where an own text stands, and what stands there without one.
_PLACES = {
    "welkom": ("Start", "Bij deze editie hoort geen eigen inleiding."),
    "principes": ("((Principes))", "Bij deze editie hoort geen eigen inleiding."),
    "colofon": ("Colofon", "Bij deze editie hoort geen eigen toelichting."),
}


def voorbeelden(edition: Edition) -> dict[str, Any]:
    """Return every block that has a preview, and what its texts need: words to explain, English words, sources."""
    logo: Any = Slot("g/stijl.logo", "logo")
    blokken = {kind: make(edition) for kind, make in _BLOCKS.items()}
    drawn = "".join(blok["html"] for blok in blokken.values())
    begrippen = edition.framework.begrippen.values()
    explained = [begrip for begrip in begrippen if begrip.markeren]
    plain = Fragment(edition, str(Slot("b/sectie")))
    forms = [(form, begrip.id) for begrip in explained for form in begrip.forms]
    return {
        "schil": with_sprite(_SHELL + drawn)[: -len(drawn)],
        "merk": brand(Marked(edition, ""), logo),
        "blokken": blokken,
        "begrippen": sorted(forms, key=lambda pair: len(pair[0]), reverse=True),
        "uitleg": {
            begrip.id: _leading_nowhere(plain.explanation(str(Slot("b/geschreven", "engels")), begrip))
            for begrip in explained
        },
        "engels": sorted((form for begrip in begrippen for form in begrip.engels), key=len, reverse=True),
        "bronnen": {id_: _leading_nowhere(plain.cite(id_)) for id_ in edition.framework.bronnen},
        "langste": LONGEST_TEASER,
        "poster": dict(_asked_on_the_wall(edition)),
        "met_de": WITH_DE,
        "kleuren": {
            "stijl.accent": ("licht", LIGHT, FIELD_LIGHT, LINE),
            "stijl.accent_donker": ("donker", DARK, FIELD_DARK, LINE),
        },
    }


def _blok(sectie: str, html: str, leeg: dict[str, str] | None = None) -> dict[str, Any]:
    """`leeg` says what stands in the place of a text that a page always has, while it is still to be written."""
    return {"sectie": sectie, "html": _leading_nowhere(html), "leeg": leeg or {}}


def _leading_nowhere(html: str) -> str:
    return str(html).replace(f'"{LINK_SCHEME}', f'"{LEADS_TO}')


def _open(kind: str, **fields: str) -> dict[str, str]:
    return {path: f"Nog open: {for_readers(VRAGEN[kind].get(key, key))}" for path, key in fields.items()}


def gemeente_in(begin: Begin) -> str:
    """Return what of a municipality's own file stands on pages, each part in a block that is begun for it."""
    return begin("").render(
        "render/principe_maker/voorbeeld_gemeente.html",
        rechten=_part(begin, "rechten", rechten_in),
        afspraken=_part(begin, "afspraken", afspraken_in),
        colofon=_part(begin, "colofon", colofon_in),
        verklaringen=[
            _part(begin, soort, partial(verklaring_in, soort=soort))
            for soort in ("toegankelijkheidsverklaring", "privacyverklaring")
        ],
    )


def teksten_in(begin: Begin, teksten: Mapping[str, Any], herzien_voor: Any) -> str:
    """Return the own texts, each under the name of its page."""
    texts = [
        (page, _part(begin, f"eigen-tekst-{slot}", partial(eigen_tekst_in, tekst=teksten[slot], anders=anders)))
        for slot, (page, anders) in _PLACES.items()
    ]
    law = partial(eigen_wet_in, tekst=teksten["wet"], herzien_voor=herzien_voor)
    return begin("").render(
        "render/principe_maker/voorbeeld_teksten.html",
        teksten=texts,
        wet=teksten["wet"],
        eigen_wet=_part(begin, "wet", law),
    )


def aanvulling_in(fragment: Fragment, item: Any) -> str:
    """Return an addition under the name of what it is added to."""
    return fragment.render("render/principe_maker/voorbeeld_aanvulling.html", aanvulling=item)


def keuze_in(begin: Begin, keuze: Any, naam: Callable[[str, Any], Any], vragen: Mapping[str, Any]) -> str:
    """Return what was chosen, by the names that a form has for it; `vragen` are those of the map on the wall."""
    plekken = [
        (kop, [(soort, key.capitalize(), waar, getattr(chosen, key)) for (soort, key), waar in seen.items()])
        for (plek, kop), seen in _SEEN.items()
        for chosen in (getattr(keuze, plek),)
    ]
    return begin("").render(
        "render/principe_maker/voorbeeld_keuze.html",
        plekken=plekken,
        naam=naam,
        niet_gekozen=niet_gekozen,
        kaart=Markup(igm_kaart_in(begin(""), "", "groot", vragen)),
    )


def niet_gekozen(edition: Edition, factoren: Sequence[str]) -> str:
    """Return the factors that were not chosen, by name."""
    return ", ".join(item.titel for id_, item in edition.framework.in_order("factor").items() if id_ not in factoren)


def zoekvraag_in(fragment: Fragment, zoekvragen: Any) -> str:
    """Return what somebody types, each with what comes first then."""
    return fragment.render("render/principe_maker/voorbeeld_zoekvraag.html", zoekvragen=zoekvragen)


def _part(begin: Begin, sectie: str, make: Callable[[Fragment], str]) -> Markup:
    return section(sectie) + Markup(make(begin(sectie)))


def _gemeente(edition: Edition) -> dict[str, Any]:
    return _blok("", gemeente_in(partial(Marked, edition)), {"naam": "Uw gemeente"})


def _principe(edition: Edition) -> dict[str, Any]:
    slots = principe_slots(edition)
    sectie = f"principe-{slots.id}"
    return _blok(sectie, principe_in(Marked(edition, sectie), slots, ""), _open("gedragsprincipe", titel="titel"))


def _activiteit(edition: Edition) -> dict[str, Any]:
    slots: Any = Slots(edition, EigenActiviteit, "r/")
    sectie = f"activiteit-{slots.id}"
    html = eigen_activiteit_in(Marked(edition, sectie), slots, "")
    return _blok(sectie, html, _open("activiteit", titel="hoe heet het bij u?", **{"kern.tekst": "kern"}))


def _aanvulling(edition: Edition) -> dict[str, Any]:
    slots: Any = Slots(edition, Aanvulling, "r/")
    sectie = f"aanvulling-{slots.id}"
    return _blok(sectie, aanvulling_in(Marked(edition, sectie), slots), _open("aanvulling", titel="titel"))


def _teksten(edition: Edition) -> dict[str, Any]:
    slots = {slot: Slot(f"r/{slot}") for slot in VRAGEN["teksten"]}
    return _blok("", teksten_in(partial(Marked, edition), slots, Slot("g/wet_herzien_voor")))


def _keuze(edition: Edition) -> dict[str, Any]:
    def chosen(path: str) -> Any:
        return Repeat(path, {"": Slot(f"{path}/")})

    places = {
        plek: SimpleNamespace(**{key: chosen(f"r/{plek}.{key}") for _, key in seen})
        for (plek, _), seen in _SEEN.items()
    }
    vragen = {id_: Slot("r/", f"poster-{id_}") for id_, _ in _asked_on_the_wall(edition)}
    keuze = SimpleNamespace(**places)
    return _blok(
        "", keuze_in(partial(Marked, edition), keuze, lambda soort, slot: slot.through(f"titel-{soort}"), vragen)
    )


def _asked_on_the_wall(edition: Edition) -> Iterator[tuple[str, Any]]:
    """Yield per part of the map: its own question, those that can be chosen, and the short one it has unchosen."""
    framework = edition.framework
    startpunten = framework.in_order("startpunt")
    for id_, part in {**startpunten, **framework.in_order("factor")}.items():
        vragen = {vraag.id: vraag.vraag for vraag in part.open_vragen.punten if vraag.id}
        yield (
            id_,
            {
                "vraag": part.kernvraag.tekst,
                "vragen": vragen,
                "kort": "" if id_ in startpunten else part.korte_vraag,
            },
        )


def _zoekvraag(edition: Edition) -> dict[str, Any]:
    rows = Repeat("r/zoekvragen", {"": Slots(edition, Zoekvraag, "r/zoekvragen/")})
    return _blok("", zoekvraag_in(Marked(edition, ""), rows))


_BLOCKS: dict[str, Callable[[Edition], dict[str, Any]]] = {
    "gemeente": _gemeente,
    "gedragsprincipe": _principe,
    "activiteit": _activiteit,
    "keuze": _keuze,
    "aanvulling": _aanvulling,
    "teksten": _teksten,
    "zoekvraag": _zoekvraag,
}

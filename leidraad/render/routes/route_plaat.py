"""A route → a picture of it for authors: its screens in order, what depends on what, and the same as a list."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from leidraad.model.types.routes import WEET_NIET, Route, ToonAls, Voorwaarde, Vraag
from leidraad.model.use.framework import Edition
from leidraad.render.block.fragment import Fragment
from leidraad.render.block.items import plain_text

_CHARACTER = 10.3  # the widest mean width of a character at 16 units, with a reader's own spacing (WCAG 1.4.12)
_WIDTH, _LINE, _LANE = 380, 20, 9  # the drawing's own units; a lane is the room for one line that shows a dependence


def route_plaat(edition: Edition, id_: str) -> str:
    """Return the picture of a route and a list that says the same, as one block of HTML."""
    routes = edition.framework.routes
    if id_ not in routes:
        raise KeyError(f"route «{id_}» bestaat niet; kies uit: {', '.join(routes)}")
    route = routes[id_]
    schermen = {vraag.scherm: [one for one in route.vragen if one.scherm == vraag.scherm] for vraag in route.vragen}
    return Fragment(edition, f"plaat-{id_}").render(
        "render/routes/route_plaat.html",
        route=route,
        drawing=_drawing(edition, route),
        schermen=schermen.items(),
        words=lambda toon_als: [*_in_words(edition, route, toon_als)],
        source=lambda vraag: plain_text(edition, _vraag(route, vraag.uit).vraag),
    )


def _vraag(route: Route, id_: str | None) -> Vraag:
    return next(vraag for vraag in route.vragen if vraag.id == id_)


def _looks_at(vraag: Vraag) -> list[str]:
    """Return the questions that decide whether a question is asked."""
    conditions = [one.vraag for _, _, one in vraag.toon_als.placed()] if vraag.toon_als else []
    return [*dict.fromkeys([*conditions, *([vraag.uit] if vraag.uit else [])])]


def _drawing(edition: Edition, route: Route) -> Markup:
    lines = [(vraag.id, earlier) for vraag in route.vragen for earlier in _looks_at(vraag)]
    left = 8 + _LANE * len(lines)
    bare = Fragment(edition, "")
    parts: list[Markup] = []
    middles: dict[str, int] = {}
    y = screen = 0
    for vraag in route.vragen:
        if vraag.scherm != screen:
            screen = vraag.scherm
            y += 30
            parts.append(_text(left, y - 8, [f"Scherm {screen}"], "route-plaat__scherm"))
        # A municipality's word is never broken over two lines: it is filled in after the text is.
        written = [bare.plain(line) for line in wrap(vraag.vraag, _WIDTH - 90)]  # room for a reader's own wider spacing
        height = _LINE * len(written) + 16
        kind = "soms" if _looks_at(vraag) else "altijd"
        box = '<rect class="route-plaat__{}" x="{}" y="{}" width="{}" height="{}" rx="5"/>'
        parts.append(Markup(box).format(kind, left, y, _WIDTH, height))
        parts.append(_text(left + 12, y + 22, written, "route-plaat__vraag"))
        middles[vraag.id] = y + height // 2
        y += height + 8
    for lane, (later, earlier) in enumerate(lines):
        x = 4 + _LANE * lane
        path = f"M{left} {middles[earlier] + 5}H{x}V{middles[later] - 5}H{left - 2}m-6 -4l6 4l-6 4"
        parts.append(Markup('<path class="route-plaat__lijn" d="{}"/>').format(path))
    label = f"Plaat van de route {plain_text(edition, route.titel)}; dezelfde gegevens staan in de lijst eronder"
    svg = '<svg viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>'
    return Markup(svg).format(left + _WIDTH + 2, y, label, Markup("").join(parts))


def _text(x: int, y: int, lines: Sequence[str], kind: str) -> Markup:
    spans = [Markup('<tspan x="{}" y="{}">{}</tspan> ').format(x, y + _LINE * n, line) for n, line in enumerate(lines)]
    return Markup('<text class="{}">{}</text>').format(kind, Markup("").join(spans))


def _in_words(edition: Edition, route: Route, toon_als: ToonAls | None) -> Iterator[tuple[str, list[str]]]:
    """Yield each condition as a sentence without its capital and point, and the answers that it names."""
    for key, _, one in toon_als.placed() if toon_als else ():
        asked = _vraag(route, one.vraag)
        word = "alleen" if key == "alle" else "niet"
        given, answers = _given(edition, route, one)
        yield f"{word} als bij «{plain_text(edition, asked.vraag)}» {given}", answers


def _given(edition: Edition, route: Route, voorwaarde: Voorwaarde) -> tuple[str, list[str]]:
    asked = _vraag(route, voorwaarde.vraag)
    if voorwaarde.bekend:
        return "iets is ingevuld" if asked.soort in ("tekst", "datum") else "iets is gekozen", []
    source = _vraag(route, asked.uit) if asked.uit and asked.soort == "kies-uit-eerder" else asked
    texts = {optie.id: plain_text(edition, optie.tekst) for optie in source.opties}
    texts[WEET_NIET] = "Dat weten we nog niet"
    return "een van deze antwoorden gekozen is", [texts.get(id_, id_) for id_ in voorwaarde.keuzes]


def wrap(text: str, width: int) -> tuple[str, ...]:
    """Return a text in lines that fit a width in the picture's own units."""
    lines, line = [], ""
    for word in text.split():
        if line and (len(line) + 1 + len(word)) * _CHARACTER > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return (*lines, line)

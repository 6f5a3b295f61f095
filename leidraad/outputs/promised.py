"""The table of kinds → what a row promises and is not there, in words, before anything is built."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from leidraad.model.kinds import KINDS, Kind
from leidraad.model.types.kern import Kern
from leidraad.model.types.keuze import KeuzeInGesprek
from leidraad.model.use.questions import VRAGEN
from leidraad.model.yaml.problem import Place, Problem, perhaps, place_in
from leidraad.outputs.eigen_paginas import PAGES
from leidraad.render.cursus.les import PARTS

ID = "soort"
_TABLE, _PACKAGE = "leidraad/model/kinds.py", Path(__file__).parents[1]
_UNSAID = Kind.__dataclass_fields__["also"].default  # of what may have no other names
_CARDS = "render/kaarten/kaart_{}.html"


def unkept(table: Sequence[Kind] = KINDS) -> Iterator[Problem]:
    """Yield a mistake for each promise that a row of the table does not keep."""
    for kind in table:
        for promise in (_card, _page, _texts, _lesson, _of_the_core, _questions):
            for message in promise(kind):
                yield Problem(_place(kind), f"de regel van «{kind.name}» {message}", ID)


def _place(kind: Kind) -> Place:
    text = (_PACKAGE.parent / _TABLE).read_text("utf-8")
    row = max(text.find(f'name="{kind.name}"'), 0)
    return place_in(_TABLE, text, max(text.find(f"type={kind.type.__name__},", row), row))._replace(column=1)


def _card(kind: Kind) -> Iterator[str]:
    template = _CARDS.format(kind.card)
    if kind.card and not (_PACKAGE / template).is_file():
        there = [path.stem.removeprefix("kaart_") for path in _PACKAGE.glob(_CARDS.format("*"))]
        yield f"noemt een kaart, maar leidraad/{template} is er niet; maak dat sjabloon{perhaps(kind.card, there)}"
    if kind.package and not kind.card:
        yield "belooft een pakket van de kaart (package), maar noemt geen kaart (card)"
    if bool(kind.height) != bool(kind.card) and kind.address:
        yield "noemt van kaart (card) en hoogte (height) maar één; geef beide of geen van beide"


def _page(kind: Kind) -> Iterator[str]:
    if kind.address and "{id}" not in kind.address:
        yield f"heeft een adres zonder «{{id}}» ({kind.address}); zet de plek van de id erin"
    if (kind.plural or kind.height) and not kind.address:
        yield "is voor lezers (plural, height), maar heeft geen adres (address)"
    if kind.height and not kind.plural:
        yield "heeft een kaart, maar geen naam voor allemaal samen (plural); zonder die naam vindt niemand haar"
    if kind.place and kind.name not in PAGES:
        where = "PAGES in leidraad/outputs/eigen_paginas.py"
        yield f"geeft elk een eigen pagina naast de lijst (place), maar {where} zegt niet wat die maakt"


def _texts(kind: Kind) -> Iterator[str]:
    keys = kind.type.model_fields
    for promise in ("title", "summary", "words"):
        key = getattr(kind, promise)
        if kind.plural and key and key not in keys:
            yield f"neemt «{key}» ({promise}), maar {kind.type.__name__} heeft die sleutel niet{perhaps(key, keys)}"
    for key in kind.also if kind.also != _UNSAID else ():
        if key not in keys:
            yield f"neemt «{key}» (also), maar {kind.type.__name__} heeft die sleutel niet{perhaps(key, keys)}"
    if kind.list_key and kind.list_key not in keys:
        yield f"neemt «{kind.list_key}» (list_key), maar {kind.type.__name__} heeft die sleutel niet"


def _lesson(kind: Kind) -> Iterator[str]:
    where = "PARTS in leidraad/render/cursus/les.py"
    if kind.lesson and kind.name not in PARTS:
        yield f"belooft een les (lesson), maar {where} zegt niet uit welke delen die bestaat"
    for _, _, key in PARTS.get(kind.name, ()) if kind.lesson else ():
        if key not in kind.type.model_fields:
            yield f"belooft een les met «{key}» ({where}), maar {kind.type.__name__} heeft die sleutel niet"


def _of_the_core(kind: Kind) -> Iterator[str]:
    if kind.order and kind.order not in Kern.model_fields and not hasattr(Kern, kind.order):
        yield f"neemt de volgorde uit «{kind.order}» (order), maar kern.yaml heeft die sleutel niet"
    if kind.chosen and kind.chosen not in KeuzeInGesprek.model_fields:
        yield f"laat kiezen met «{kind.chosen}» (chosen), maar «gesprek» in keuze.yaml heeft die sleutel niet"


def _questions(kind: Kind) -> Iterator[str]:
    if kind.asks and kind.asks not in VRAGEN:
        yield f"neemt de vragen van «{kind.asks}» (asks), maar die staan niet in leidraad/model/use/questions.py"
    if kind.form and not kind.asks:
        yield "is in te vullen in het formulier (form), maar heeft geen vragen (asks)"
    if kind.asks and not kind.opens and not kind.list_key:
        yield "heeft vragen (asks), maar geen eerste zin voor een nieuw bestand (opens)"

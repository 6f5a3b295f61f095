"""Activities → their list with filters, a page for each, two or three side by side, and what belongs to a factor."""

from datetime import date
from functools import partial
from typing import Any

from markupsafe import Markup

from leidraad.model.types.activiteiten import Activiteit
from leidraad.model.types.eigen_activiteiten import EigenActiviteit
from leidraad.model.types.gemeente import Aanvulling
from leidraad.model.use.bewijs import SPORTEN, WOORDEN, label_of_whole
from leidraad.model.use.framework import Edition
from leidraad.model.use.names import fold
from leidraad.model.use.questions import VRAGEN
from leidraad.model.use.seen.answers import worked_out
from leidraad.render.block.fragment import Fragment, link
from leidraad.render.block.igm_kaart import igm_kaart
from leidraad.render.block.lagen import first_sentence, tally, teaser
from leidraad.render.cursus.cursus import gebruik


def activiteiten(edition: Edition) -> str:
    """Return all activities in short, each leading to its page, with what the filter chooses from."""
    framework = edition.framework
    bewijs: list[tuple[str, str]] = _rungs(edition)
    if edition.lokaal.activiteiten:
        bewijs.append(("eigen", "eigen aanbod, niet gezocht"))
    return Fragment(edition, "activiteiten").render(
        "render/activiteiten/activiteiten.html",
        activiteiten=_marked(edition),
        eigen_ids=edition.lokaal.activiteiten,
        aanvullingen_bij=partial(_aanvullingen, edition),
        zin=partial(first_sentence, edition),
        kaart=Markup(igm_kaart(edition, vorm="filter")),
        keuzes=[
            ("factor", "Factor", [(id_, item.titel) for id_, item in _igm(edition)]),
            ("stap", "Stap", [(id_, framework.stappen[id_].titel) for id_ in framework.kern.stappen]),
            ("bewijs", "Bewijs", bewijs),
            ("werkgever", "Werkgever", [("ja", "met een werkgever"), ("nee", "zonder werkgever")]),
        ],
        link=link,
    )


def activiteit(edition: Edition, id_: str) -> str:
    """Return the page of one activity: of the core, or the municipality's own, which tells its sources in words."""
    panel = gebruik(edition, f"activiteit:{id_}")
    if own := edition.lokaal.activiteiten.get(id_):
        return eigen_activiteit_in(Fragment(edition, f"activiteit-{id_}"), own, panel)
    item = edition.framework.activiteiten[id_]
    return Fragment(edition, f"activiteit-{id_}", quiet=True).render(
        "render/activiteiten/activiteit.html",
        item=item,
        eigen=False,
        aanvullingen=_aanvullingen(edition, item),
        tellen=tally(edition, item.wat_weten_we.punten),
        zin_of_niets=partial(teaser, edition),
        gebruik=Markup(panel),
        link=link,
    )


def eigen_activiteit_in(fragment: Fragment, item: Any, panel: str) -> str:
    """Return the page of an activity of the municipality's own in a block that was begun for it."""
    return fragment.render(
        "render/activiteiten/activiteit.html", item=item, eigen=True, gebruik=Markup(panel), link=link
    )


def naast_elkaar(edition: Edition) -> str:
    """Return all activities as columns with the same rows, the municipality's own in front; an element shows a few."""
    own = edition.lokaal.activiteiten
    return Fragment(edition, "naast-elkaar", quiet=True).render(
        "render/activiteiten/naast_elkaar.html",
        activiteiten=sorted(_marked(edition), key=lambda pair: (pair[0].id not in own, fold(pair[0].titel))),
        eigen_ids=own,
        aanvullingen_bij=partial(_aanvullingen, edition),
        link=link,
    )


def aanbod(edition: Edition) -> str:
    """Return what the municipality itself offers at each part of the map, and what is open of each of its activities.

    The one that is due for review first comes first; no day of today is in it, so that a version stays as it is.
    """
    framework, own = edition.framework, edition.lokaal.activiteiten
    asked = VRAGEN["activiteit"]
    return Fragment(edition, "aanbod", quiet=True).render(
        "render/activiteiten/aanbod.html",
        rijen=[
            {
                "id": id_,
                "eigen": [item for item in own.values() if id_ in item.voor_factoren],
                "kern": sum(id_ in item.voor_factoren for item in framework.activiteiten.values()),
            }
            for id_, _ in _igm(edition)
        ],
        onaf=edition.lokaal.onaf,
        eigen=[
            (
                item,
                framework.activiteiten.get(item.hoort_bij or ""),
                [vraag for field, vraag in asked.items() if not getattr(item, field)],
            )
            for item in sorted(own.values(), key=lambda item: (item.herzien_voor or date.max, item.titel))
        ],
        link=link,
    )


def _aanvullingen(edition: Edition, item: Activiteit | EigenActiviteit) -> list[Aanvulling]:
    return edition.aanvullingen_bij(f"activiteit:{item.id}")


def _rungs(edition: Edition) -> list[tuple[str, str]]:
    """Return the rungs of evidence that activities stand on, from strong to weak, each in words."""
    framework = edition.framework
    labels = [label_of_whole(framework.onderzoeken, item.wat_weten_we) for item in framework.activiteiten.values()]
    found = {label.sport for label in labels}
    return [(sport, WOORDEN[sport]) for sport in SPORTEN if sport in found]


def _igm(edition: Edition):  # type: ignore[no-untyped-def]
    framework = edition.framework
    startpunten = [(id_, framework.startpunten[id_]) for id_ in framework.kern.startpunten]
    return startpunten + [(id_, framework.factoren[id_]) for id_ in framework.kern.factoren]


def activiteiten_bij(edition: Edition, reference: str) -> list[tuple[Activiteit | EigenActiviteit, bool]]:
    """Return the activities for a factor, starting point or step, the chosen ones first, and which were not chosen."""
    return edition.told(_for, reference)


@worked_out
def _for(edition: Edition, reference: str) -> list[tuple[Activiteit | EigenActiviteit, bool]]:
    kind, _, id_ = reference.partition(":")
    return [(item, ook) for item, ook in _marked(edition) if id_ in _targets(item, kind)]


def _marked(edition: Edition) -> list[tuple[Activiteit | EigenActiviteit, bool]]:
    """Return every activity, and whether it is one that the municipality did not choose."""
    chosen = edition.activiteiten
    own = edition.lokaal.activiteiten
    return [(item, False) for item in chosen.gekozen] + [(item, item.id not in own) for item in chosen.ook]


def _targets(item: Activiteit | EigenActiviteit, kind: str) -> tuple[str, ...]:
    return item.stappen if kind == "stap" else item.voor_factoren

"""Activities → their page with filters, and the short lists on the pages of factors and steps."""

from leidraad.model.types.activiteiten import Activiteit
from leidraad.model.types.eigen_activiteiten import EigenActiviteit
from leidraad.model.use.framework import Edition
from leidraad.render.block.fragment import Fragment, link


def activiteiten(edition: Edition) -> str:
    """Return all activities as sections of one page, with what the filter chooses from."""
    framework = edition.framework
    bewijs = [("beperkt", "beperkt"), ("praktijk", "praktijk"), ("geen", "geen")]
    if edition.lokaal.activiteiten:
        bewijs.append(("eigen", "eigen aanbod, niet onderzocht"))
    return Fragment(edition, "activiteiten").render(
        "render/activiteiten/activiteiten.html",
        activiteiten=_marked(edition),
        eigen_ids=edition.lokaal.activiteiten,
        aanvullingen_bij=lambda item: edition.aanvullingen_bij(f"activiteit:{item.id}"),
        keuzes=[
            ("factor", "Factor", [(id_, item.titel) for id_, item in _igm(edition)]),
            ("stap", "Stap", [(id_, framework.stappen[id_].titel) for id_ in framework.kern.stappen]),
            ("bewijs", "Bewijs", bewijs),
            ("werkgever", "Werkgever", [("ja", "met een werkgever"), ("nee", "zonder werkgever")]),
        ],
        link=link,
    )


def _igm(edition: Edition):  # type: ignore[no-untyped-def]
    framework = edition.framework
    startpunten = [(id_, framework.startpunten[id_]) for id_ in framework.kern.startpunten]
    return startpunten + [(id_, framework.factoren[id_]) for id_ in framework.kern.factoren]


def activiteiten_bij(edition: Edition, reference: str) -> str:
    """Return the activities for a factor, starting point or step, each with its core message and evidence."""
    kind, _, id_ = reference.partition(":")
    items = [(item, ook) for item, ook in _marked(edition) if id_ in _targets(item, kind)]
    fragment = Fragment(edition, f"activiteiten-{reference.replace(':', '-')}")
    return fragment.render(
        "render/activiteiten/activiteiten_bij.html",
        activiteiten=items,
        eigen_ids=edition.lokaal.activiteiten,
        link=link,
    )


def _marked(edition: Edition) -> list[tuple[Activiteit | EigenActiviteit, bool]]:
    """Return every activity, and whether it is one that the municipality did not choose."""
    chosen = edition.activiteiten
    own = edition.lokaal.activiteiten
    return [(item, False) for item in chosen.gekozen] + [(item, item.id not in own) for item in chosen.ook]


def _targets(item: Activiteit | EigenActiviteit, kind: str) -> tuple[str, ...]:
    return item.stappen if kind == "stap" else item.voor_factoren

"""Every source is cited somewhere, or is there for further reading."""

from collections.abc import Iterator

from leidraad.checks._through import through
from leidraad.model.use.framework import Framework
from leidraad.model.yaml.problem import Problem

ID = "ongebruikte-bron"
TOT_GEBRUIKT = True
UITLEG = (
    "Geen tekst in framework/ en geen pagina noemt deze bron. Staat hij er om verder te lezen? "
    "Dan hoeft u niets te doen."
)
FOUT = "    gelezen: volledig"
GOED = "    gelezen: niet"


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a hint for every source that no text cites."""
    cited = cited_sources(framework)
    for bron in framework.bronnen.values():
        if bron.id not in cited and bron.gelezen != "niet":
            message = f"bron «{bron.id}» noemt geen tekst of pagina; noem hem, of laat hem staan om verder te lezen"
            yield Problem(bron.place("id"), message, ID, "let-op")


def cited_sources(framework: Framework) -> set[str]:
    """Return the ids of all sources that a text of the core or of a municipality or a page cites; a study its own."""
    cited = {id_ for value in through(framework).values if value.key in ("bronnen", "ook_in") for id_ in value.value}
    calls = framework.pages.called if framework.pages else ()
    on_pages = {called.word for called in calls if "bron" in called.naar.soorten}
    return cited | on_pages | framework.onderzoeken.keys()

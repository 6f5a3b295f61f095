"""A mistake in a template → what is told of it: its own file and line, and what to look at, whichever page asked."""

import traceback
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from leidraad.editions.engine.jinja_log import in_template
from tests.frameworks import SMALL
from tests.machine import leidraad as of_machine
from tests.machine import with_machine
from tests.verwachting import SLUG

BEGRIP = SMALL.begrippen["doel"]
OTHER = "{% macro knop(tekst) %}{{ tekst }}{% endmacro %}\n"
MISTAKES = [
    ("{{ begrp.term ~ begrip.id }}", "«begrp» ken ik hier niet; bedoelde u «begrip»?"),
    ("{{ begrip.tem }}", "«Begrip» heeft geen «tem»; bedoelde u «term»?"),
    ("{{ begrip.term | datm }}", "«datm» ken ik niet achter «|» of «is»"),
    ("{% if begrip is dat %}{% endif %}", "«dat» ken ik niet achter «|» of «is»"),
    ("{% if begrip %}", "«{% if %}» is niet gesloten; dat doet «{% endif %}»"),
    ("{% endif %}", "«{% endif %}» ken ik niet, of er is niets om te sluiten"),
    ("{{ begrip term }}", "tussen de accolades kan «term» hier niet; kijk ook of ervóór alles gesloten is"),
    ("{{ begrip.term(", "wat met een accolade begint, is niet gesloten"),
    ('{% include "render/knopen.html" %}', "het sjabloon «render/knopen.html» is er niet"),
    ('{% include "render/kaarten/kaart_stp.html" %}', "bedoelde u «render/kaarten/kaart_stap.html»?"),
    ('{% import "render/knop.html" as k %}{{ k.kop() }}', "wat met «import» gehaald is heeft geen «kop»"),
    ('{% from "render/knop.html" import kop %}{{ kop() }}', "«kop» staat niet in render/knop.html"),
    ('{% import "render/knop.html" as k %}{{ k.knop(1, 2) }}', "(TypeError: macro 'knop' takes not more than 1"),
    ("{{ begrip.term() }}", "wat hier staat, stopt met een fout (TypeError: 'str' object is not callable)"),
    ("{% for een in none %}{% endfor %}", "(TypeError: 'NoneType' object is not iterable)"),
    ("{{ none.term }}", "«None» heeft geen «term»"),
    ("{{ gegeven.weg }}", "«dict» heeft geen «weg»"),
    ("{{ begrip | datum }}", "stopt met een fout op leidraad/model/use/dates.py:"),
]


@pytest.mark.parametrize("is_printed", [False, True])
@pytest.mark.parametrize(("wrong", "told"), MISTAKES)
def test_a_mistake_in_a_template_is_told_in_its_own_line(
    tmp_path: Path, wrong: str, told: str, is_printed: bool
) -> None:
    """In Dutch, of an error and of one that another process printed; with what comes near."""
    from leidraad.model.use.dates import dutch_date

    folder = tmp_path / "leidraad" / "leidraad" / "render"
    folder.mkdir(parents=True)
    (folder / "knop.html").write_text(OTHER, "utf-8")
    (folder / "proef.html").write_text(f"<p>\n\n{wrong}\n", "utf-8")
    templates = Environment(loader=FileSystemLoader(folder.parent), undefined=StrictUndefined, autoescape=True)
    templates.filters["datum"] = dutch_date
    with pytest.raises(Exception) as caught:  # whatever it is
        templates.get_template("render/proef.html").render(begrip=BEGRIP, gegeven={})
    error = caught.value
    said = in_template("".join(traceback.format_exception(error)) if is_printed else error)
    assert said.startswith("leidraad/render/proef.html:3:1: ") and said.endswith(" [pagina]")
    assert told in said


def test_what_is_no_template_is_left_to_others() -> None:
    """An error of our own machine keeps its traceback."""
    try:
        "".index("weg")
    except ValueError as error:
        assert in_template(error) == ""


def test_a_build_names_the_template_and_keeps_what_there_was(tmp_path: Path) -> None:
    """No page of docs/ is blamed, nothing is half written, and it says so."""
    folder = with_machine(tmp_path)
    card = folder / "leidraad" / "render" / "kaarten" / "kaart_principe.html"
    card.write_text(card.read_text("utf-8").replace("{{ item.status }}", "\n{{ item.staus }}", 1), "utf-8")
    with pytest.raises(AssertionError) as caught:
        of_machine(folder, "build", SLUG)
    said = str(caught.value)
    assert (
        "leidraad/render/kaarten/kaart_principe.html:3:1: «Gedragsprincipe» heeft geen «staus»; bedoelde u «status»?"
        in said
    )
    assert "niets is overschreven" in said and "Traceback" not in said
    assert not (folder / "site").exists()


def test_what_the_quick_way_cannot_make_in_a_template_is_made_directly(tmp_path: Path) -> None:
    """A question that cannot be remembered is no mistake of the template that asks it."""
    folder = with_machine(tmp_path)
    views = folder / "leidraad" / "model" / "use" / "seen" / "views.py"
    asked = 'return cast("Gekozen[OpenVraag]", self.reader.ask("vragen_bij", item.id, plek))'
    text = views.read_text("utf-8")
    assert text.count(asked) == 1
    views.write_text(text.replace(asked, "raise LookupError(plek)"), "utf-8")
    of_machine(folder, "build", SLUG)
    assert (folder / "site" / SLUG / "nieuwste" / "index.html").is_file()

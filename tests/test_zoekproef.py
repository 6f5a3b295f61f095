"""The questions of `leidraad check` are asked of the same index that a reader searches."""

import pytest

from leidraad.model.types.zoekvragen import Zoekvraag
from leidraad.model.use.addresses import address
from leidraad.model.use.framework import Edition
from leidraad.model.yaml.problem import quoted
from leidraad.outputs.zoek.paginas import Page
from leidraad.outputs.zoek.vondsten import Entry
from leidraad.outputs.zoek.zoeken import Searcher
from leidraad.outputs.zoek.zoekindex import _Index, index, to_ask
from leidraad.outputs.zoek.zoekproef import hints
from leidraad.render.lijsten import lijsten
from tests.frameworks import REAL, SMALL


def test_what_is_worked_out_when_asked_is_what_the_index_holds() -> None:
    """Every word and every weight."""
    asked = 0
    for framework in (REAL, SMALL):
        for lokaal in framework.gemeenten.values():
            edition = Edition(framework, lokaal)
            whole, found = index(edition), to_ask(edition)
            assert {**found, "gewichten": []} == {**whole, "gewichten": []}
            for number, leads in enumerate(whole["gewichten"]):
                assert found["gewichten"][number] == leads
                asked += 1
    assert asked > 5_000


def test_a_form_has_the_term_of_the_first_text_that_holds_it() -> None:
    """In a later text that gives it another, it leads there by the first, and the other is no term."""
    told = {"een": [("raad", "raad", 3.0)], "twee": [("raden", "raad", 2.0), ("raad", "=raad", 100.0)]}
    entries = [Entry("pagina", "pagina", name, "", "", [(name, 1.0, 1.0)]) for name in told]
    found = _Index(entries, lambda names, _: told[names[0][0]])
    assert found.weights == {"raad": {0: 3.0, 1: 100.0}}
    assert found.terms == {"raad": "raad", "raden": "raad"}


def test_what_a_professional_types_leads_to_what_helps() -> None:
    """Every question of the core, and of a municipality, finds its item in the first three."""
    assert [str(hint) for hint in hints(REAL)] == []


def test_little_found_by_a_word_does_not_hide_what_its_parts_find() -> None:
    """What two bear as a name comes first, and below it all that a mistake in that word leads to."""
    searcher = Searcher(to_ask(Edition(REAL, REAL.gemeenten["voorbeeldstad"])))
    found, mistaken = searcher.search("sollicitatieplicht"), searcher.search("solicitatieplicht")
    assert len(mistaken) > 6
    assert {*mistaken} <= {*found}
    titles = [searcher.data["vondsten"][number][1] for number in found[:2]]
    assert titles == [REAL.routes["verplichting-niet-nagekomen"].titel, REAL.begrippen["verplichting"].term]


@pytest.mark.parametrize("sentence", ["hij {}", "mijn klant {}", "wat als een cliënt {}", "{} bij een inwoner"])
def test_whom_a_question_is_about_does_not_hide_what_it_asks(sentence: str) -> None:
    """Nearly every question leads to the same with the person in it who is in nearly every question."""
    searcher = Searcher(to_ask(Edition(REAL, REAL.gemeenten["voorbeeldstad"])))
    asked = [one for one in REAL.zoekvragen.values() if not one.vindt.startswith("pagina:")]
    missed = []
    for one in asked:
        found = [searcher.data["vondsten"][number][2] for number in searcher.search(sentence.format(one.vraag))[:3]]
        if address(*one.vindt.split(":")) not in found:
            missed.append(one.vraag)
    assert len(asked) > 200
    assert len(missed) <= len(asked) / 100, missed


@pytest.mark.parametrize("word", ["klant", "klanten", "inwoner", "deelnemer", "cliënt"])
def test_who_asks_for_that_person_alone_finds_the_word(word: str) -> None:
    """A word that tells nothing beside another is looked for when it stands alone."""
    searcher = Searcher(to_ask(Edition(REAL, REAL.gemeenten["voorbeeldstad"])))
    found = [searcher.data["vondsten"][number][2] for number in searcher.search(word)[:2]]
    assert any(adres.startswith("begrippen/#") for adres in found)


def test_the_law_is_found_point_by_point() -> None:
    """Each point of the law by its title; a page that is not there is not led to."""
    edition = Edition(REAL, REAL.gemeenten["voorbeeldstad"])
    searcher = Searcher(to_ask(edition))
    for punt in REAL.of("wetspunt").values():
        found = [searcher.data["vondsten"][number][2] for number in searcher.search(punt.titel)[:2]]
        assert address("wetspunt", punt.id) in found, punt.titel
    elsewhere = index(edition, [Page("elders/", "Elders", "", (), ())])
    assert not any(adres.startswith("wet/") for _, _, adres, *_ in elsewhere["vondsten"])


@pytest.mark.parametrize("word", ["WIA", "Anw", "KvK", "alimentatie", "detachering", "faillissement", "supervisie"])
def test_what_is_nowhere_has_no_strange_neighbour(word: str) -> None:
    """An abbreviation is found as it is; a short word within a long one leads nowhere, unless the rest is known too."""
    searcher = Searcher(to_ask(Edition(REAL, REAL.gemeenten["voorbeeldstad"])))
    assert searcher.search(word) == []
    assert searcher.search("routekaart") != []


@pytest.mark.parametrize("name", ["Sancties", "Toeslag", "Zorgtoeslag", "Psychische klachten", "Taaleis"])
def test_the_list_of_everything_holds_the_other_names(name: str) -> None:
    """Those of the glossary, and each point of the law, each under its own letter."""
    rows = lijsten.alles(Edition(REAL, REAL.gemeenten["voorbeeldstad"]))
    assert f">{name}</a>" in rows


def test_what_is_found_in_another_language_is_named_too() -> None:
    """Of a term with an English title that is found: nothing where it was meant, its name where it was not."""
    others = {one.id: one for one in REAL.begrippen.values()}
    term = others.pop("community-of-practice")
    for vindt, expected in ((term.id, []), (next(iter(others)), [quoted(term.term)])):
        asked = Zoekvraag(vraag=term.term, vindt=f"begrip:{vindt}")
        said = [str(hint) for hint in hints(REAL.having("zoekvraag", {"een": asked}))]
        assert len(said) == len(expected)
        assert all(name in hint for name, hint in zip(expected, said, strict=True))

"""What an engine prints about pages → Dutch, with the page; what says nothing to an author is left out."""

import pytest

from leidraad.editions.engine.engine_log import explain

NOISE = "INFO    -  Building documentation...\nINFO    -  [macros] - Found local Python module 'macros' in: /x\n"


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        (
            "WARNING -  A reference to 'wet.md' is included in the 'nav' configuration, which is not found in the "
            "documentation files.",
            "mkdocs.yml: het menu noemt «wet.md», maar docs/wet.md is er niet [pagina]",
        ),
        (
            "WARNING -  Doc file 'over/privacy.md' contains a link '../wat.md', but the target 'wat.md' is not found.",
            "docs/over/privacy.md: de link «../wat.md» leidt nergens heen [pagina]",
        ),
        ("ERROR   -  Something that nobody foresaw", "Something that nobody foresaw"),
        ("OSError: no space left", "OSError: no space left"),
    ],
)
def test_what_an_engine_says_is_told_without_its_noise(printed: str, told: str) -> None:
    """A page that the menu names and that is gone, a link that leads nowhere, and what is not recognised as it was."""
    assert explain(f"{NOISE}{printed}\n") == [told]

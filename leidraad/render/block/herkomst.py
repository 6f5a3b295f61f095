"""The origin of a block → the words before its sources: on a page, in the form's example and in a package alike."""

from markupsafe import Markup

OWN = "Eigen ontwerp"
WORDS = {"eigen": f"{OWN}, gevoed door", "afgeleid": "Onze lezing van", None: "Bron:"}


def sourced(herkomst: str | None, cited: Markup) -> Markup:
    """Return sources with the words before them; after a short one the line does not break."""
    space = Markup(" " if herkomst == "eigen" else "&nbsp;")
    return Markup("{}{}{}").format(WORDS[herkomst], space, cited)

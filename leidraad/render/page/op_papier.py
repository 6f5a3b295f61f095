"""The explanations in a page, which open on a screen → the same as a list at its end, for paper."""

import re

from leidraad.model.use.names import sort_key

_EXPLANATION = re.compile(r'<span class="uitleg"[^>]*><strong>(.*?)</strong> (.*?) <a [^>]*>[^<]*</a></span>', re.S)
_TAG = re.compile("<[^>]+>")
_LIST = re.compile(r'<section class="op-papier">.*?</section>\n', re.S)


def with_words(page: str) -> str:
    """Return the page with the list, each word once; a list from an earlier run is replaced."""
    page = _LIST.sub("", page)
    words = dict(_EXPLANATION.findall(page))
    if not words:
        return page
    rows = "".join(f"<div><dt>{word}</dt><dd>{words[word]}</dd></div>" for word in sorted(words, key=_plain))
    section = f'<section class="op-papier"><h2>Woorden op deze pagina</h2><dl>{rows}</dl></section>\n'
    return page.replace("</article>", f"{section}</article>", 1)


def _plain(word: str) -> str:
    return sort_key(_TAG.sub("", word))

"""A name → how it is searched, sorted and written: one folding, the same as docs/assets/lib/namen.js."""

import re
import unicodedata
from functools import lru_cache

from leidraad.model.use.marks import OPEN, with_capital

# Letters that Unicode does not take apart.
_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "ı": "i"})
_WORD = re.compile(r"[^\W_]+")
_PLAIN = re.compile("[a-z0-9]+")
# The 's of 's-Hertogenbosch and the 't of 't Hof: a Dutch alphabet looks past them.
_PARTICLE = re.compile(r"^\W*['`´ʹʻʼ‘’‚‛′＇][stnk][-\s\u2010\u2011]+(?=\w)")


def fold(text: str) -> str:
    """Return a text in small letters without accents: «Súdwest-Fryslân» becomes sudwest-fryslan, Ĳ becomes ij."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.replace("´", "'")).lower()
    return "".join(sign for sign in plain if unicodedata.category(sign)[0] != "M").translate(_LETTERS)


def words(text: str) -> list[str]:
    """Return the words of a text, folded."""
    return _WORD.findall(fold(text))


@lru_cache(maxsize=4096)  # the same names stand in many lists, and in those of each edition
def sort_key(name: str) -> str:
    """Return a name as a Dutch alphabet takes it: «'s-Hertogenbosch» as hertogenbosch, «IJ» as i and j."""
    plain = _PARTICLE.sub("", fold(name))
    return " ".join("".join(sign for sign in plain if sign.isalnum() or sign.isspace()).split())


def letter(name: str) -> str:
    """Return the letter under which a name stands."""
    return sort_key(name)[:1].upper() or "#"


def slug_of(name: str) -> str:
    """Return a name as an id: «'s-Hertogenbosch» becomes s-hertogenbosch; empty when no id can be made of it."""
    return "-".join(_PLAIN.findall(fold(name))).lstrip("0123456789-")


def id_of(name: str) -> str:
    """Return the id that is made of a name: its slug, of a long one the beginning."""
    return slug_of(name)[:60].rstrip("-")


def capital(text: str) -> str:
    """Return a text with a capital, which in Dutch an ij has as a whole: IJver."""
    if text.startswith(OPEN):
        return with_capital(text)
    return text[:2].upper() + text[2:] if text[:2] == "ij" else text[:1].upper() + text[1:]

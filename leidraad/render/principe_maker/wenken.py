"""The checks that only hint → what the form says too: their words, their patterns, and which texts they are about."""

import re
from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Any

from leidraad.checks import (
    aanhalingstekens,
    aantal_principes,
    adres_en_contact,
    dag_die_nog_komt,
    eigen_wet,
    eigen_woord,
    gesloten_vraag,
    herziening,
    logo,
    niet_gevonden,
    nog_een_vraag,
    nog_in_te_vullen,
    opmaak,
    principe_met_inwoners,
    principe_onderbouwing,
    principe_spanning,
    principe_vastgesteld,
    principe_vervallen,
    principe_wel_en_niet,
    zinslengte,
)
from leidraad.model.kinds import Kind
from leidraad.model.types.base import Blok, block_in
from leidraad.model.use.markup import text_fields
from leidraad.model.use.questions import KENNISBRONNEN

# The checks of which only the command can give the hints, and why.
ONLY_THE_COMMAND = {
    "beoordeling": "vraagt de dagen van beoordelen in de kern",
    "interval": "gaat over onderzoeken van de kern",
    "telwoord": "gaat over teksten van de kern en de pagina's",
    "ongebruikte-bron": "gaat over bronnen van de kern",
    "taal-van-de-titel": "gaat over bronnen van de kern",
    "leeg": "gaat over hoe een leeg veld in het bestand staat",
    "vervallen-sleutel": "gaat over hoe een sleutel in het bestand heet; het formulier zet die zelf goed",
    "kern-versie": "het formulier vult zelf de kern van nu in",
    "vervallen-id": "een lijst van het formulier noemt bij een oude id al de opvolger",
    "zoekvraag": "vraagt de zoekindex van de hele editie",
}
_WORD = r"\p{L}\p{N}_"


def wenken(files: Mapping[str, Kind]) -> dict[str, Any]:
    """Return what the form needs to give the hints of the command, for these kinds of files."""
    return {
        "zegt": dict(_said()),
        "over": {"beeld": "De map beeld", "gedragsprincipe": "Alle principes samen"},  # what is about no row
        "vindt": {name: in_script(pattern) for name, pattern in _found().items()},
        "teksten": {name: [*_texts(kind.type)] for name, kind in files.items() if not kind.list_key},
        "inwoner": sorted(zinslengte.RESIDENT_KEYS),
        "zoekwoorden": sorted(eigen_woord.WORDS),
        "grens": [zinslengte.FOR_PROFESSIONALS, zinslengte.FOR_RESIDENTS],
        "zwaar": logo.HEAVY,
        "aanhaling": [aanhalingstekens.OPEN, aanhalingstekens.CLOSED],
        "aantal": [aantal_principes.melding(number) for number in range(aantal_principes.MOST + 1)],
    }


def _said() -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield (a name, (what is said, the check)), with {} in the place of each value."""
    for check, told in {
        aanhalingstekens.ID: {"om": aanhalingstekens.OM_DE_TEKST, "afgebroken": aanhalingstekens.AFGEBROKEN},
        aantal_principes.ID: {"aantal": str(aantal_principes.melding("{}"))},
        adres_en_contact.ID: {
            "adres": adres_en_contact.GEEN_ADRES,
            "dubbel": adres_en_contact.EIGEN_NAAM,
            "contact": adres_en_contact.GEEN_CONTACT,
        },
        dag_die_nog_komt.ID: {"komt": dag_die_nog_komt.EDITIE, "op_komt": dag_die_nog_komt.MELDING},
        eigen_wet.ID: {"wet": eigen_wet.GEEN_DAG, "wet_voorbij": eigen_wet.VOORBIJ},
        eigen_woord.ID: {"woord": eigen_woord.ANDERS, "woord_hier": eigen_woord.NOG_HIER},
        gesloten_vraag.ID: {"gesloten": gesloten_vraag.MELDING},
        herziening.ID: {"herzien": herziening.MELDING},
        logo.ID: {
            "noem": logo.NERGENS.format("{}", logo.NOEM),
            "ander": logo.NERGENS.format("{}", logo.ANDER_SOORT),
            "zwaar": logo.ZWAAR.format("{}", "{}", logo.HEAVY),
        },
        niet_gevonden.ID: {"niet_onderzocht": niet_gevonden.WETEN_WIJ_NIET, "niet_verteld": niet_gevonden.NIET_VERTELD},
        nog_een_vraag.ID: {"vraag": nog_een_vraag.IN_TITEL},
        nog_in_te_vullen.ID: {"open": nog_in_te_vullen.MELDING},
        opmaak.ID: {
            "entiteit": opmaak.ENTITEIT,
            "ervoor": opmaak.TEKEN_ERVOOR,
            "ster": opmaak.STER,
            "punt": opmaak.PUNT,
            "regel": opmaak.REGEL,
        },
        principe_met_inwoners.ID: {"inwoners": principe_met_inwoners.MELDING},
        principe_onderbouwing.ID: dict(_per_choice(KENNISBRONNEN, principe_onderbouwing.melding)),
        principe_spanning.ID: {"spanning": principe_spanning.MELDING},
        principe_vastgesteld.ID: {"vastgesteld": principe_vastgesteld.MELDING},
        principe_vervallen.ID: {"vervallen": principe_vervallen.MELDING},
        principe_wel_en_niet.ID: dict(_per_choice(principe_wel_en_niet.WEL_EN_NIET, principe_wel_en_niet.melding)),
        zinslengte.ID: {"zin": zinslengte.MELDING},
    }.items():
        yield from ((name, (text, check)) for name, text in told.items())


def _per_choice(keys: tuple[str, ...], said: Any) -> Iterator[tuple[str, str]]:
    for number in range(1, len(keys) + 1):
        yield from ((",".join(missing), said(missing)) for missing in combinations(keys, number))


def _found() -> dict[str, re.Pattern[str]]:
    return {
        "enkel": aanhalingstekens.SINGLE,
        "woord": eigen_woord.BARE,
        "vraagt": gesloten_vraag.ASKS,
        "zegt_niet": niet_gevonden.SAYS_SO,
        "niemand": niet_gevonden.NOBODY_DID,
        "verteld": niet_gevonden.ACCOUNT,
        "open": nog_in_te_vullen.WITHIN,
        "entiteit": opmaak.ENTITY,
        "ervoor": opmaak.ESCAPED,
        "ster": opmaak.LOOSE,
        "punt": re.compile(opmaak.POINT),
        "regel": re.compile(opmaak.BULLET, re.MULTILINE),
        "einde": zinslengte.END,
        "afkorting": zinslengte.ABBREVIATIONS,
    }


def in_script(pattern: re.Pattern[str]) -> tuple[str, str]:
    """Return a pattern as a browser reads it: by itself it knows the letters of English alone."""
    held, in_class = "", False
    for part in re.findall(r"\\.|.", pattern.pattern, re.DOTALL):
        if part == r"\w":
            held += _WORD if in_class else f"[{_WORD}]"
        else:
            in_class = part == "[" or (in_class and part != "]")
            held += part
    flags = {re.IGNORECASE: "i", re.MULTILINE: "m", re.DOTALL: "s"}
    return held, "u" + "".join(sign for flag, sign in flags.items() if pattern.flags & flag)


def _texts(model: type[Blok], above: tuple[type[Blok], ...] = ()) -> Iterator[tuple[str, str]]:
    """Yield (list of rows or nothing, path) of every text for a reader in a type, as a row of the form has it."""
    for key, field in model.model_fields.items():
        block = block_in(field.annotation)
        if key in text_fields(model) and not block:
            yield "", key
        elif block and block not in above:
            rows = "tuple" in str(field.annotation)
            for inner, path in _texts(block, (*above, model)):
                yield (inner or key, path) if rows else (inner, f"{key}.{path}")

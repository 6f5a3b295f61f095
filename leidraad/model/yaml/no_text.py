"""The bytes of a file → why it is no text that can be read here: another program's file, or two versions in one."""

import re

_OTHER = (
    (b"PK\x03\x04", "een Word-bestand of een zip"),
    (b"\xd0\xcf\x11\xe0", "een oud Word-bestand"),
    (b"{\\rtf", "een RTF-bestand"),
    (b"%PDF", "een PDF-bestand"),
    (b"\x89PNG", "een plaatje"),
    (b"\xff\xd8\xff", "een plaatje"),
    (b"GIF8", "een plaatje"),
    (b"\x1f\x8b", "een ingepakt bestand"),
    (b"bplist", "een bestand van een Mac"),
    (b"SQLite", "een databestand"),
)
_PAGE = re.compile(rb"\s*(<!doctype html|<html|<\?xml|<head\b)", re.IGNORECASE)
_REMEDY = "geen gewone tekst; kopieer de tekst eruit en zet die in een gewoon tekstbestand (UTF-8)"
_CONFLICT = re.compile(r"^[ \t]*(?:<{7}|\|{7}|>{7})(?: |$)", re.MULTILINE)
TWO_VERSIONS = (
    "hier staan twee versies onder elkaar, die git niet kon samenvoegen; kies wat blijft, "
    "en haal de regels met <<<<<<<, ======= en >>>>>>> weg"
)
_SAVED_AS = "dit bestand is opgeslagen als {}; sla het opnieuw op als UTF-8"
_MARKS = {
    b"\xff\xfe\0\0": "UTF-32",
    b"\0\0\xfe\xff": "UTF-32",
    b"\xff\xfe": "UTF-16",
    b"\xfe\xff": "UTF-16",
}


def no_text(data: bytes) -> tuple[str, str] | None:
    """Return why a file holds no text, with the id of the check, or None when it seems to hold one."""
    start = data[:64].removeprefix(b"\xef\xbb\xbf")
    for mark, kind in _OTHER:
        if start.startswith(mark):
            return f"dit is {kind}, {_REMEDY}", "bestand"
    if _PAGE.match(start):
        return f"dit is een webpagina, {_REMEDY}", "bestand"
    if saved_as := _wide(data):
        return _SAVED_AS.format(saved_as), "niet-utf8"
    if b"\0" in data and not _is_utf8(data):
        return f"dit is {_REMEDY}", "bestand"
    return None


def two_versions(text: str) -> int | None:
    """Return where the marks of an unfinished merge begin in a text, or None."""
    match = _CONFLICT.search(text)
    return match.start() if match else None


def _wide(data: bytes) -> str | None:
    """Return in which signs of two or four bytes a file was saved, by its mark or by the zeros of its first sign."""
    if name := next((name for mark, name in _MARKS.items() if data.startswith(mark)), None):
        return name
    zeros = [at for at, byte in enumerate(data[:4]) if not byte]
    if zeros in ([0, 1, 2], [1, 2, 3]):
        return "UTF-32"
    return "UTF-16" if zeros in ([0, 2], [1, 3]) else None


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True

"""A page → the same with something filled in or left out between two signs; a pattern takes five times as long."""


def filled(text: str, place: str, content: str) -> str:
    """Return a page with what is between a place and its end; as it is where there is no such place."""
    before, begin, rest = text.partition(f"<!--{place}-->")
    _, end, after = rest.partition(f"<!--/{place}-->")
    return f"{before}{begin}{content}{end}{after}" if end else text


def without(text: str, begin: str, end: str) -> str:
    """Return a page without what stands from the one to the other, with both; an earlier run put it there once."""
    before, _, rest = text.partition(begin)
    _, found, after = rest.partition(end)
    return before + after if found else text

"""The last look before XML leaves: what does not parse is not written, whatever let it through."""

from xml.etree import ElementTree

_KINDS = (".xml", ".svg")


class NotWellFormedError(Exception):
    """Why a file was not written, in Dutch."""


def well_formed(name: str, content: str | bytes) -> bytes:
    """Return the content of a file; NotWellFormedError when its name says it is XML and it is not."""
    data = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    if name.endswith(_KINDS):
        try:
            ElementTree.fromstring(data)  # noqa: S314  # we made it, or the check of the logo passed it
        except (ElementTree.ParseError, ValueError, LookupError) as error:
            raise NotWellFormedError(f"{name} is geen goede XML ({error}); er is niets uitgegeven.") from error
    return data

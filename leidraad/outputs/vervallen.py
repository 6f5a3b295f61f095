"""Retired ids, of the core and of a municipality → pages that lead on, where they had one; a card says it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from leidraad.model.use.addresses import ADDRESSES, CARD_KINDS, COURSE_KINDS, address, card, places
from leidraad.model.use.framework import Edition
from leidraad.model.use.retired import successors
from leidraad.model.use.version import Version
from leidraad.outputs.made import Made
from leidraad.render.block.fragment import Fragment, render_page
from leidraad.render.cursus.cursus import course_address
from leidraad.render.page.head import address_tags


@dataclass(frozen=True)
class Retired:
    """A reference that is no longer in use: what it was called, where it stood, and what came in its place."""

    reference: str
    titel: str
    successor: str

    @property
    def old(self) -> tuple[str, ...]:
        """The addresses it had: a page, a place on a page, or both."""
        kind, _, id_ = self.reference.partition(":")
        return places(kind, id_)

    @property
    def new(self) -> str:
        """The address of its successor."""
        return _address(self.successor)


def _address(reference: str) -> str:
    kind, _, id_ = reference.partition(":")
    return address(kind, id_)


def retired(edition: Edition) -> list[Retired]:
    """Return every retired reference with its last successor."""
    kern, own = edition.framework.kern, edition.gemeente.vervallen
    last = successors(kern, own)
    return [
        Retired(item.oud, item.titel or item.oud.partition(":")[2].replace("-", " "), last[item.oud])
        for item in (*kern.vervallen, *own)
        if item.oud.partition(":")[0] in ADDRESSES
    ]


def each(edition: Edition, version: Version) -> Iterator[Made]:
    """Yield the pages that lead on; a section that was retired is a line on its page, and no file."""
    for item in retired(edition):
        for old, new in _moved(edition, item):
            yield Made(
                f"{old}index.html",
                (item, new),
                partial(redirect, edition, version, item, old, new),
            )
        if item.reference.partition(":")[0] in CARD_KINDS:
            old = address("kaart", card(*item.reference.split(":")))
            yield Made(f"{old}index.html", item, partial(_retired_card, edition, version, item, old))


def _moved(edition: Edition, item: Retired) -> Iterator[tuple[str, str]]:
    yield from ((old, item.new) for old in item.old if "#" not in old)
    kind, _, id_ = item.reference.partition(":")
    new_kind, _, new_id = item.successor.partition(":")
    if kind in COURSE_KINDS:
        led = item.new
        if new_kind in COURSE_KINDS:
            led = course_address(new_kind, new_id, Fragment(edition, "").title(new_kind, new_id))
        yield address("cursus", card(kind, id_)), led


def _retired_card(edition: Edition, version: Version, item: Retired, old: str) -> str:
    """Return a card that says what took its place: in somebody's course it does not become another one by itself."""
    root = "../" * old.count("/")
    values = {"titel": _title(edition, item.successor), "adresregels": address_tags(version, item.new)}
    return render_page("outputs/vervallen_kaart.html", oud=item.titel, adres=root + item.new, wortel=root, **values)


def redirect(edition: Edition, version: Version, item: Retired, old: str, new: str) -> str:
    """Return a page that leads on: by a script of our own that keeps what stands after #, else by itself."""
    root = "../" * old.count("/")
    tags, titel = address_tags(version, new), _title(edition, item.successor)
    return render_page(
        "outputs/verhuisd.html", oud=item.titel, titel=titel, adres=root + new, wortel=root, adresregels=tags
    )


def _title(edition: Edition, reference: str) -> Markup:
    kind, _, id_ = reference.partition(":")
    if kind == "bron":
        return Fragment(edition, "").plain(edition.framework.bronnen[id_].kort)
    return Fragment(edition, "").plain(Fragment(edition, "").title(kind, id_))


def retired_lines(edition: Edition, page: str, root: str) -> str:
    """Return the lines that stay where retired sections of a page stood, or nothing."""
    gone = [(item, old) for item in retired(edition) for old in item.old if old.startswith(f"{page}#")]
    if not gone:
        return ""
    line = '<p class="vervallen" id="{}">Vervallen: {}. In de plaats kwam: <a href="{}">{}</a>.</p>'
    lines = [
        Markup(line).format(old.partition("#")[2], item.titel, root + item.new, _title(edition, item.successor))
        for item, old in gone
    ]
    return f"<!--vervallen-->{Markup('').join(lines)}<!--/vervallen-->"

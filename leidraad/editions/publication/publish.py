"""Built versions → a publication: a new tree beside the old one, exchanged in one step; nothing published changes."""

import datetime
import filecmp
import shlex
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from leidraad.editions.exchange import (
    can_be_exchanged,
    differences,
    link_or_copy,
    link_tree,
    put_in_place,
    refusal,
    refused_at,
    repair,
    staging,
)
from leidraad.editions.publication import listing, pictures, reading_copy
from leidraad.editions.publication.fixed import fill_changes
from leidraad.model.compare.wijzigingen import in_its_place, parts
from leidraad.model.use.addresses import address, card
from leidraad.model.use.day import build_day
from leidraad.model.use.version import NEWEST
from leidraad.model.yaml.problem import quoted
from leidraad.outputs.leidraad_json import DamagedError, version_of

BUILT = Path("site")  # where `leidraad build` builds of itself
_PATIENCE = 600  # seconds that a second publisher waits for the first


class NotPublishedError(Exception):
    """Nothing was published and nothing was lost; the message says why, and what to do."""

    def __str__(self) -> str:
        """End with what stands."""
        return f"{super().__str__()} Er is niets gepubliceerd."


def how_to_build(site: Path, *slugs: str) -> str:
    """Return the command that builds in the folder of which is published, as it must be typed."""
    return shlex.join(["leidraad", "build", *slugs, *(("--doel", site.as_posix()) if site != BUILT else ())])


def publish_folder(site: Path, slugs: Sequence[str], publication: Path, say: Callable[[str], None]) -> bool:
    """Add the built versions of `slugs` to a publication folder; return False when they all stood there already."""
    publication = publication.resolve()  # of a link, what it leads to is exchanged
    with in_dutch(publication):
        _refuse_what_stays_in_its_place(publication, stays=publication.is_mount())
        publication.parent.mkdir(parents=True, exist_ok=True)
        with alone(publication.with_name(f".{publication.name}.slot"), say):
            repair(publication)
            if publication.exists() and not publication.is_dir():
                raise NotPublishedError(f"{publication} is geen map. Kies een lege of een nieuwe map.")
            where = f"In de map {quoted(publication.as_posix())} bij «--publicatie»"
            refuse_what_is_strange(publication, slugs, where, "een lege of een nieuwe map, of een waarin")
            new = staging(publication)
            try:
                if publication.exists():
                    (new / "iets").mkdir(parents=True)
                    _refuse_what_stays_in_its_place(publication, stays=not can_be_exchanged(publication))
                    shutil.rmtree(new)
                changed = add(site, slugs, publication if publication.exists() else None, new, say)
                if changed:
                    put_in_place(publication)
            finally:
                shutil.rmtree(new, ignore_errors=True)
    return changed


def add(site: Path, slugs: Sequence[str], old: Path | None, new: Path, say: Callable[[str], None]) -> bool:
    """Make `new` hold all of `old` plus the built versions; NotPublishedError, before anything counts, when refused.

    Returns False when there is nothing to add, and nobody was taken away; `new` is then of no use.
    """
    missing = [slug for slug in slugs if not (site / slug / NEWEST).is_dir()]
    if missing:
        raise NotPublishedError(
            f"Nog niet gebouwd in {site.as_posix()}: {', '.join(missing)}. Doe eerst «{how_to_build(site, *missing)}»."
        )
    new.mkdir(parents=True)
    if old:
        link_tree(old, new)
    with _whole("De publicatie", new, "Zet dat terug uit een kopie"):
        return _add(site, slugs, new, say)


def _add(site: Path, slugs: Sequence[str], new: Path, say: Callable[[str], None]) -> bool:
    added = []
    for number, slug in enumerate(slugs, 1):
        edition, is_new = _add_one(site, slug, new)
        added += [slug] * is_new
        say(f"[{number}/{len(slugs)}] {slug} {edition}: {'staat klaar' if is_new else 'stond er al'}.")
    for slug in added:
        listing.write_municipality(new / slug)
    front = listing.front(new)
    listing.write_root(new)
    if added:
        pictures.add(site, new)
    return bool(added) or listing.front(new) != front


def _add_one(site: Path, slug: str, tree: Path) -> tuple[str, bool]:
    """Add a built version; return its number, and whether it is new."""
    built = site / slug
    with _whole(f"De bouw van {slug}", built, f"Haal {built.as_posix()} weg, en doe «{how_to_build(site, slug)}»"):
        data = _built(built)
    number, folder = data["editie"], tree / slug
    staged = tree / f".{slug}"
    shutil.copytree(built / number, staged / number)
    shutil.copytree(built / NEWEST, staged / NEWEST)
    before = listing.before(folder, number)
    fill_changes(staged, number, before)
    if (folder / number).exists():
        archive = reading_copy.name(slug, number)  # made of the rest
        differs = next((name for name in differences(folder / number, staged / number) if name != archive), "")
        if differs:
            raise NotPublishedError(
                f"{slug} {number} is al gepubliceerd, met een andere inhoud ({differs}). Een gepubliceerde versie "
                f"verandert niet. Verhoog «editie» in framework/gemeenten/{slug}/gemeente.yaml en bouw opnieuw."
            )
        shutil.rmtree(staged)
        return number, False
    _refuse_a_day_to_come(slug, number, version_of(data).datum)
    _refuse_an_older_one(folder, slug, number)
    if before and (lost := _lost_addresses(slug, number, folder / NEWEST, staged / NEWEST, before, data)):
        raise NotPublishedError(lost)
    reading_copy.write(staged / number, version_of(data))
    _share_with_what_is_there(tree, slug, staged)
    folder.mkdir(exist_ok=True)
    (staged / number).rename(folder / number)
    if (folder / NEWEST).exists():
        shutil.rmtree(folder / NEWEST)  # hard links: the old tree keeps them
    (staged / NEWEST).rename(folder / NEWEST)
    staged.rmdir()
    return number, True


@contextmanager
def _whole(what: str, folder: Path, remedy: str) -> Iterator[None]:
    """Say of what is not whole which file shows it, and what to do."""
    try:
        yield
    except DamagedError as error:
        path = Path(error.filename).relative_to(folder).as_posix()
        raise NotPublishedError(f"{what} is niet heel: {path} ontbreekt of is veranderd. {remedy}.") from error


def _built(folder: Path) -> listing.Data:
    """Return what both copies of a built version hold; DamagedError where a page is gone or cut off, or their data."""
    data = listing.read(folder / NEWEST)
    listing.read(folder / data["editie"])
    copies = (folder / NEWEST, folder / data["editie"])
    names = sorted(frozenset({""}).union(*map(listing.pages, copies)))
    for page in (copy / name / "index.html" for copy in copies for name in names):
        if not page.is_file() or not page.read_bytes().rstrip().endswith(b"</html>"):
            raise DamagedError(page)
    return data


def _refuse_a_day_to_come(slug: str, number: str, day: datetime.date) -> None:
    """The day stands in every citation, for good."""
    if day > max(build_day(), datetime.datetime.now().astimezone().date()):  # built anew for an earlier day, it may
        raise NotPublishedError(
            f"{slug} {number} is van {day}, en die dag komt nog. Een gepubliceerde versie verandert niet. Zet «datum» "
            f"in framework/gemeenten/{slug}/gemeente.yaml op vandaag, bouw opnieuw en publiceer; of wacht tot die dag."
        )


def _refuse_an_older_one(folder: Path, slug: str, number: str) -> None:
    there = listing.numbers(folder)
    if there and listing.order(there[0]) > listing.order(number):
        raise NotPublishedError(
            f"{slug} {number} is lager dan {there[0]}, die al gepubliceerd is. "
            f"Verhoog «editie» in framework/gemeenten/{slug}/gemeente.yaml, bouw opnieuw en publiceer."
        )


def would_lose(site: Path, slug: str, publication: Path) -> str:
    """Return what publishing will say of the addresses that a built version lost; nothing where it lost none."""
    built, folder = site / slug / NEWEST, publication / slug
    after = listing.read(built)
    before = listing.before(folder, after["editie"])
    return _lost_addresses(slug, after["editie"], folder / NEWEST, built, before, after) if before else ""


def _lost_addresses(slug: str, number: str, old: Path, new: Path, before: listing.Data, after: listing.Data) -> str:
    """Return what to say where something had an address, does not keep it, and no successor leads on from there."""
    held, holding = parts(before), parts(after)
    lost = [
        reference
        for reference, part in held.items()
        if part.adres and reference not in holding and not in_its_place(reference, after, holding)
    ]
    gone = {part.adres for reference, part in held.items() if reference in lost}
    names_of_lost = {card(*reference.split(":", 1)) for reference in lost}
    gone |= {address(kind, name) for kind in ("kaart", "cursus") for name in names_of_lost}
    pages = sorted(listing.pages(old) - listing.pages(new) - gone)
    if not (lost or pages):
        return ""
    names = ", ".join([*lost, *(f"de pagina {page}" for page in pages)])
    return (
        f"{slug} {number} zou adressen laten verdwijnen die al gepubliceerd zijn: {names}. Zet ze terug, of noem "
        f"de opvolger onder «vervallen»: van wat u zelf schreef in framework/gemeenten/{slug}/gemeente.yaml, van "
        "wat in de kern stond in framework/kern.yaml. "
        "Een principe dat niet meer geldt en wel te lezen blijft, krijgt «status: vervallen»."
    )


def _share_with_what_is_there(tree: Path, slug: str, staged: Path) -> None:
    """Store once what an earlier version or another municipality has too: hard links to the same content."""
    others = [other for other in listing.municipalities(tree) if other != slug]
    sources = [tree / other / NEWEST for other in [slug, *others[:1]]]
    for path in sorted(staged.rglob("*")):
        if not path.is_file():
            continue
        within = Path(*path.relative_to(staged).parts[1:])
        own = staged / NEWEST / within if path.relative_to(staged).parts[0] != NEWEST else None
        for same in filter(None, [*(source / within for source in sources), own]):
            if same.is_file() and filecmp.cmp(same, path, shallow=False):
                path.unlink()
                link_or_copy(same, path)
                break


def refuse_what_is_strange(tree: Path, slugs: Sequence[str], where: str, other: str) -> None:
    """Raise NotPublishedError where something that is not ours would be written over, go or stand among ours.

    What it says begins with `where` that is, and names the `other` place to choose.
    """
    if strange := listing.strange(tree, slugs) or listing.unknown_newest(tree, slugs):
        raise NotPublishedError(f"{where} staat al iets anders ({strange}). Kies {other} al gepubliceerd is.")


def _refuse_what_stays_in_its_place(publication: Path, *, stays: bool) -> None:
    if stays:
        raise NotPublishedError(
            f"{publication} kan niet in één keer vervangen worden: het is een koppeling, zoals een schijf, een volume "
            "of een map van het netwerk. "
            f"Kies een map daarin, zoals {publication / 'webmap'}."
        )


@contextmanager
def alone(lock: Path, say: Callable[[str], None]) -> Iterator[None]:
    """Let one publisher in at a time; the next one waits, and says so."""
    if not lock.exists():
        lock.touch()  # where nothing can be made nobody publishes, and there is nothing to wait for
    held = FileLock(lock)
    try:
        held.acquire(timeout=0)
    except Timeout:
        say("Er wordt al gepubliceerd; deze opdracht wacht tot dat klaar is …")
        try:
            held.acquire(timeout=_PATIENCE)
        except Timeout:
            raise NotPublishedError("Een andere publicatie duurt te lang. Probeer het later opnieuw.") from None
    try:
        yield
    finally:
        held.release()


@contextmanager
def in_dutch(target: Path) -> Iterator[None]:
    """Say what the system refused: what was published stays as it was."""
    try:
        yield
    except OSError as error:
        reason = f"{refusal(error)}.{refused_at(error)}"
        message = f"Publiceren in {target} lukt niet: {reason} Wat er stond, staat er nog."
        raise NotPublishedError(message) from error

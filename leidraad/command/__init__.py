"""The words on the command line → model, checks and editions; everything it says is Dutch.

A command imports what it needs when it is given: the help, and a word that was mistyped, are answered at once.
"""

import atexit
import gc
import re
import sys
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from textwrap import indent
from typing import TYPE_CHECKING, Any, TypeVar

import click

from leidraad.command.dutch import DutchGroup, Folder, Refused, in_dutch
from leidraad.command.meant import Gemeente, folders, refuse_unknown
from leidraad.command.told import FORMS, as_text, concerns
from leidraad.editions.here import DEFAULT, framework_folder, public_address, reading_memory
from leidraad.model.yaml.problem import did_you_mean, is_core, quoted

if TYPE_CHECKING:
    from leidraad.model.use.framework import Framework

_F = TypeVar("_F", bound=Callable[..., Any])
# The system takes back all memory of a process that ends; going through it first is a sixth of a check.
atexit.register(gc.freeze)
_PORT = "Het getal in http://127.0.0.1:8000/; kies een ander om twee gemeenten naast elkaar te zien."
_EDITION = re.compile(r"^editie:\s*[\"']?([\d.]+)", re.M)
_NO_NAME = re.compile(r"[^\w\s.,()&'’‘´‐‑–-]|_|^[.-]")  # letters of any script, and what stands between them


_WHOSE = "De naam van de map in framework/gemeenten, zoals voorbeeldstad"
_of_some = click.argument(
    "slugs", metavar="[GEMEENTE]...", nargs=-1, type=Gemeente(), help=f"{_WHOSE}. Zonder naam: alle gemeenten."
)


def _given_folder(
    name: str, told: str, default: Path | None = None, *, exists: bool = False, written: bool = False
) -> Callable[[_F], _F]:
    type_ = Folder(exists=exists, written=written)
    return click.option(name, type=type_, metavar="MAP", default=default, help=told)


@click.group(
    cls=DutchGroup,
    help="Leidraad Gewogen Maatwerk: een handboek voor elke gemeente, gemaakt van de teksten in framework/ en docs/. "
    "Geef een opdracht in de map waar mkdocs.yml staat.",
    epilog="Meer over een opdracht, zoals check: leidraad check --help. Van een eerste map tot een site: zie "
    "docs/eigen-leidraad/index.md.",
)
def leidraad() -> None:
    """Group the commands."""


@leidraad.command(
    help="Kijk alle bestanden na. Toon elke fout, die het bouwen tegenhoudt, en elke hint («let op»).",
    epilog="Zoals: leidraad check voorbeeldstad",
)
@_of_some
@click.option(
    "--vorm",
    type=click.Choice(["tekst", "json", "ci"]),
    default="tekst",
    help="Hoe de meldingen eruitzien: tekst om te lezen (dat is zo als u niets kiest), json voor een programma, of ci: "
    "bij de regels van een wijzigingsverzoek.",
)
@click.option("--uitleg", metavar="MELDING", help="Leg een melding uit, met een voorbeeld, zoals: --uitleg opmaak.")
def check(slugs: tuple[str, ...], vorm: str, uitleg: str | None) -> None:
    """Report every problem; exit 1 if any is more than a hint."""
    if uitleg is not None:
        click.echo(_explained(uitleg), nl=False)
        return
    gc.disable()  # whatever is imported and read stays till the end, which is near
    from leidraad.checks import check_framework, check_some
    from leidraad.editions.engine.wrong_files import wrong_files
    from leidraad.editions.engine.wrong_pages import wrong_pages
    from leidraad.outputs.zoek import zoekproef

    folder = _folder()
    refuse_unknown(slugs, folders())
    memory = reading_memory(folder) if slugs else None
    framework, problems = check_some(folder, slugs, memory) if memory else check_framework(folder)
    if framework.pages:
        beside = folder.parent
        problems = sorted([*problems, *wrong_pages(beside, framework.pages, memory), *wrong_files(beside, memory)])
    if not any(problem.level == "fout" for problem in problems):
        problems = sorted([*problems, *zoekproef.hints(framework, slugs, memory)])
    shown = [problem for problem in problems if concerns(problem, slugs)]
    shown.sort(key=lambda problem: problem.level != "fout")
    click.echo(FORMS[vorm](shown), nl=False)
    if vorm == "tekst" and any(map(is_core, problems)) > any(map(is_core, shown)):
        click.echo("Er zijn ook hints over de gedeelde kern; die toont «leidraad check» zonder gemeente.")
    sys.exit(any(problem.level == "fout" for problem in shown))


@leidraad.command(
    help="Maak de site van één of alle gemeenten. Wie fouten heeft, wordt niet gebouwd.",
    epilog="Zoals: leidraad build voorbeeldstad",
)
@_of_some
@_given_folder("--doel", "De map waar de site in komt; anders site.", Path("site"), written=True)
@click.option(
    "--motor",
    type=click.Choice(["mkdocs", "zensical"]),
    default="mkdocs",
    help="Het programma dat de pagina's maakt; anders mkdocs.",
)
@_given_folder(
    "--publicatie", "De map met wat al gepubliceerd is. Daarmee zegt de site wat er sindsdien veranderde.", exists=True
)
@click.option(
    "--direct", is_flag=True, help="Maak de pagina's voor elke gemeente apart; trager, met dezelfde uitkomst."
)
@click.option(
    "--leeskopie", is_flag=True, help="Maak ook de zip om te lezen zonder internet. Bij publiceren komt die vanzelf."
)
def build(slugs: tuple[str, ...], doel: Path, motor: str, publicatie: Path | None, **how: bool) -> None:
    """Check, build every edition beside the target, and exchange when all went well."""
    if not how["direct"]:  # finishing what the engine made leaves megabytes that refer to themselves, a build kilobytes
        gc.disable()
    from leidraad.editions.build import build_editions, unchanged
    from leidraad.editions.publication import listing
    from leidraad.editions.publication import publish as publishing

    _refuse_elsewhere()
    refuse_unknown(slugs, folders())
    if strange := listing.strange(doel, slugs or sorted(folders())):
        what = f"In de map {quoted(doel.as_posix())} bij «--doel» staat al iets anders ({strange})"
        raise Refused(f"{what}. Kies een lege of een nieuwe map, of een waarin al gebouwd is")

    def built(known: Sequence[str]) -> frozenset[str]:
        return frozenset() if publicatie else unchanged(Path.cwd(), known, doel, motor, archives=how["leeskopie"])

    with _sound_framework(slugs, built) as (framework, wanted), _only_what_is_whole():
        ways = {"direct": how["direct"], "archives": how["leeskopie"]}
        build_editions(Path.cwd(), framework, wanted, doel, motor, click.echo, publicatie, **ways)
        for lost in filter(None, (publishing.would_lose(doel, slug, publicatie) for slug in wanted if publicatie)):
            click.echo(f"let op: {lost}")


@leidraad.command(
    help="Bekijk de leidraad van een gemeente in de browser; de pagina ververst als u bewaart.",
    epilog="Zoals: leidraad serve voorbeeldstad. Stoppen: Ctrl+C.",
)
@click.argument(
    "gemeente", envvar="GEMEENTE", default=DEFAULT, type=Gemeente(), help=f"{_WHOSE}. Zonder naam: {DEFAULT}."
)
@click.option("--poort", type=click.IntRange(1, 65535), default=8000, metavar="GETAL", help=_PORT)
def serve(gemeente: str, poort: int) -> None:
    """Start the preview, or say why it cannot be started."""
    from leidraad.editions.preview import preview, server

    _refuse_elsewhere()
    refuse_unknown((gemeente,), folders())
    _refuse_unkept()
    if not server.is_free(poort):
        raise Refused(server.busy(poort))
    sys.exit(preview.serve(Path.cwd(), gemeente, poort, click.echo))


@leidraad.command(
    help="Voeg de gebouwde versies toe aan wat uw lezers zien; wat daar staat, verandert nooit.",
    epilog="Zoals: leidraad publish voorbeeldstad --publicatie webmap",
)
@_of_some
@_given_folder("--publicatie", "De map die op het web komt; die mag nieuw zijn.", written=True)
@click.option(
    "--tak",
    metavar="TAK",
    help="In plaats van een map: een tak van git, zoals gh-pages. Doorsturen doet u zelf, met git push.",
)
@_given_folder("--site", "De map waarin gebouwd is; anders site.", Path("site"))
def publish(slugs: tuple[str, ...], publicatie: Path | None, tak: str | None, site: Path) -> None:
    """Add the built versions to a folder or a branch; exit 1, with the reason, when nothing was published."""
    from leidraad.editions.publication import branch, listing
    from leidraad.editions.publication import publish as publishing

    if bool(publicatie) == bool(tak):
        raise Refused("Kies waarheen: --publicatie MAP of --tak TAK.")
    refuse_unknown(slugs, set(listing.municipalities(site)) | folders())
    wanted = slugs or tuple(_still_there(listing.municipalities(site)))
    try:
        if not wanted:
            raise publishing.NotPublishedError(
                f"In {site.as_posix()} staat nog niets. Doe eerst «{publishing.how_to_build(site)}»."
            )
        if publicatie:
            changed = publishing.publish_folder(site, wanted, publicatie, click.echo)
        else:
            changed = branch.publish_branch(site, wanted, Path.cwd(), str(tak), click.echo)
        where = publicatie.as_posix() if publicatie else f"de tak {tak}"
        click.echo(f"Klaar: gepubliceerd in {where}." if changed else f"Klaar: {where} was al bij.")
    except publishing.NotPublishedError as error:
        click.echo(str(error), err=True)
        sys.exit(1)
    finally:
        for hint in filter(None, (_raised_since(site, slug) for slug in wanted)):
            click.echo(hint)


@leidraad.command(
    help="Toon wat een gemeente opnieuw bekijkt na een nieuwe kern: de teksten die alle gemeenten delen.",
    epilog="Zoals: leidraad report voorbeeldstad",
)
@click.argument("gemeente", metavar="GEMEENTE", type=Gemeente(), help=f"{_WHOSE}.")
@_given_folder("--publicatie", "De map met eerder gepubliceerde versies; anders site.", exists=True)
@click.option(
    "--vorm",
    type=click.Choice(["tekst", "html"]),
    default="tekst",
    help="Tekst voor hier, of html om af te drukken; anders tekst.",
)
def report(gemeente: str, publicatie: Path | None, vorm: str) -> None:
    """Say what of that which it uses changed or was retired; nothing in it is a mistake."""
    from leidraad.checks import check_framework
    from leidraad.editions.bijwerken import update_report
    from leidraad.model.compare.bericht import as_text
    from leidraad.render.changes.bijwerken import as_html

    folder = _folder()
    refuse_unknown((gemeente,), folders())
    framework, _ = check_framework(folder)
    if gemeente not in framework.gemeenten:
        raise Refused(f"De map van {quoted(gemeente)} is niet te lezen; doe eerst: leidraad check {gemeente}")
    made = update_report(framework, gemeente, publicatie or Path("site"))
    click.echo(as_html(made) if vorm == "html" else as_text(made), nl=False)


@leidraad.command(
    help="Maak de map van een nieuwe gemeente, met vragen om in te vullen.", epilog='Zoals: leidraad new "Den Bosch"'
)
@click.argument(
    "gemeente", metavar="GEMEENTE", help="Hoe de gemeente heet. Meer woorden staan tussen aanhalingstekens."
)
def new(gemeente: str) -> None:
    """Write a folder full of questions for a name such as «Den Bosch» or den-bosch; refuse one that is taken."""
    from leidraad.editions.new import write_folder
    from leidraad.model.reading.loader import load
    from leidraad.model.reading.names import impossible
    from leidraad.model.types.base import LONGEST_LINE
    from leidraad.model.types.gemeente import name_alone
    from leidraad.model.use.day import build_day
    from leidraad.model.use.names import capital, id_of
    from leidraad.model.writing.new_folder import new_folder

    gemeente = unicodedata.normalize("NFC", gemeente)
    if _NO_NAME.search(gemeente):
        raise Refused(f"{quoted(gemeente)} is geen naam van een gemeente; schrijf die zoals «Den Bosch» of «den-bosch»")
    gemeente = name_alone(" ".join(gemeente.split()))
    slug = id_of(gemeente)
    if not slug:
        raise Refused(f"Van {quoted(gemeente)} kan ik geen map maken; begin de naam met een letter")
    if len(gemeente) > LONGEST_LINE:
        raise Refused(f"De naam {quoted(gemeente)} is te lang; houd het op {LONGEST_LINE} tekens")
    if reason := impossible(slug):
        raise Refused(f"Van {quoted(gemeente)} kan ik geen map maken: {reason}")
    beside = _folder()
    for known, lokaal in load(beside)[0].gemeenten.items():
        if known != slug and slug in map(id_of, (lokaal.gemeente.naam, *lokaal.gemeente.andere_namen)):
            raise Refused(f"{quoted(gemeente)} is er al: de map van die gemeente heet {quoted(known)}")
    folder = beside / "gemeenten" / slug
    name = gemeente if gemeente != slug else " ".join(map(capital, gemeente.split("-")))
    try:
        written = write_folder(folder, new_folder(slug, name, build_day()))
    except FileExistsError:
        raise Refused(f"De map van gemeente {quoted(slug)} is er al; bewerk die") from None
    for path in written:
        click.echo(path.relative_to(beside.parent).as_posix())
    click.echo(f"De map heet «{slug}». Op de site heet de gemeente «{name}»; de naam verandert u in gemeente.yaml.")
    click.echo(f"Begin bij LEES-MIJ.md. Kijk daarna met: leidraad check {slug}")


@leidraad.command(
    help="Maak PDF-bestanden van één of alle gemeenten: de leidraad, de poster en de kaarten. Chromium is nodig.",
    epilog="Zoals: leidraad pdf voorbeeldstad --wat poster",
)
@_of_some
@_given_folder("--doel", "De map waar ze in komen; anders pdf.", Path("pdf"), written=True)
@click.option(
    "--wat",
    type=click.Choice(["alles", "leidraad", "poster", "kaarten"]),
    default="alles",
    help="Alles, of één van: leidraad, poster, kaarten; anders alles.",
)
def pdf(slugs: tuple[str, ...], doel: Path, wat: str) -> None:
    """Check, build, and print with headless Chromium."""
    from leidraad.editions.pdf.pdf import KINDS, print_editions

    kinds = KINDS if wat == "alles" else (wat,)
    with _sound_framework(slugs) as (framework, wanted), _only_what_is_whole():
        print_editions(Path.cwd(), framework, wanted, kinds, doel, click.echo)


@leidraad.command(
    help="Vernieuw wat een editor van de bestanden weet (.vscode/schemas), na een verandering in leidraad/model."
)
def schema() -> None:
    """Write the JSON Schemas from the model."""
    from leidraad.model.writing.schema import write_schemas

    for path in write_schemas(Path(".vscode/schemas")):
        click.echo(path.as_posix())


@contextmanager
def _only_what_is_whole() -> Iterator[None]:
    """End the run with exit code 1, and the reason, when a file that was made does not parse."""
    from leidraad.outputs.well_formed import NotWellFormedError

    try:
        yield
    except NotWellFormedError as error:
        click.echo(str(error), err=True)
        sys.exit(1)


@contextmanager
def _sound_framework(
    slugs: tuple[str, ...], built: Callable[[Sequence[str]], frozenset[str]] = lambda _: frozenset()
) -> Iterator[tuple["Framework", tuple[str, ...]]]:
    """Give the framework and those of the municipalities `slugs` (all) in which nothing is wrong.

    Those of which nothing changed since they were `built` are sound, and not read again; if none did, one is, for the
    core.
    A mistake ends the run with exit code 1 and the list of them: at once when it is in what all share, or when no
    municipality is left, else after the others had their turn.
    """
    from leidraad.checks import check_some
    from leidraad.editions.engine.wrong_files import wrong_files

    _refuse_elsewhere()
    folder = _folder()
    refuse_unknown(slugs, folders())
    wanted = slugs or tuple(sorted(folders()))
    done = built(wanted)
    rest = tuple(slug for slug in wanted if slug not in done) or wanted[:1]
    framework, problems = check_some(folder, rest if len(rest) < len(wanted) else slugs, reading_memory(folder))
    looks = wrong_files(Path.cwd(), reading_memory(folder), apart=True)
    errors = sorted(problem for problem in [*problems, *looks] if problem.level == "fout")
    if errors:
        click.echo(as_text(errors), nl=False)
    wrong = {Path(problem.place.file).parts[2] for problem in errors if not is_core(problem)}
    sound = tuple(slug for slug in wanted if slug not in wrong and (slug not in rest or slug in framework.gemeenten))
    if any(map(is_core, errors)) or not sound:
        click.echo("Er is niets gebouwd en niets overschreven.", err=True)
        sys.exit(1)
    _refuse_unkept()
    yield framework, sound
    if wrong:
        names = ", ".join(sorted(wrong))
        click.echo(f"Niet gebouwd om de fouten hierboven, en niets van overschreven: {names}.", err=True)
        sys.exit(1)


def _refuse_unkept() -> None:
    """End the run where the machine's own table of kinds promises what is not there: it would fail halfway."""
    from leidraad.outputs.promised import unkept

    told = [f"{problem.place}: {problem.message}" for problem in unkept()]  # for who writes the machine: no manual
    if told:
        click.echo("\n".join(told), err=True)
        click.echo("Er is niets gebouwd en niets overschreven.", err=True)
        sys.exit(1)


def _explained(name: str) -> str:
    """Return the manual of one check; its id may be typed as it stands in a message, between brackets."""
    from leidraad.checks import HANDLEIDING

    id_ = name.strip("[]")
    if id_ not in HANDLEIDING:
        raise Refused(f"Melding {quoted(id_)} ken ik niet{did_you_mean(id_, HANDLEIDING)}")
    told = HANDLEIDING[id_]
    fout, goed = (indent(example.strip("\n"), "    ") for example in (told.fout, told.goed))
    return f"{id_}\n\n{told.uitleg}\n\nZo niet:\n\n{fout}\n\nZo wel:\n\n{goed}\n"


def _folder() -> Path:
    """Return the folder to read, and say which it is when it is not the one right here."""
    folder = framework_folder()
    if folder.parent != Path.cwd():
        click.echo(f"Hier staat geen map «framework»; gelezen wordt {folder}", err=True)
    return folder


def _refuse_elsewhere() -> None:
    """The pages are made of what stands right here, for an address where they can stand."""
    if not Path("mkdocs.yml").is_file():
        raise Refused(
            f"In {Path.cwd()} staat geen leidraad. Ga naar de map met mkdocs.yml en framework, en probeer daar"
        )
    from leidraad.model.reading.messages import wrong_site

    if wrong := wrong_site(public_address()):
        raise Refused(f"In de omgeving staat SITE_URL, en {wrong}. Of haal SITE_URL weg; dan geldt «adres»")


def _still_there(built: Sequence[str]) -> Iterator[str]:
    """Yield those of what was built that have a folder right here; where there are none, all of them."""
    here = Path("framework/gemeenten")
    for slug in built:
        if (here / slug).is_dir() or not here.is_dir():
            yield slug
        else:
            click.echo(f"{slug} heeft geen map meer in {here.as_posix()}, en wordt niet gepubliceerd.")


def _raised_since(site: Path, slug: str) -> str:
    """Return what to say where the sources right here name another edition than the one that was built."""
    from leidraad.editions.publication import publish
    from leidraad.model.use.version import NEWEST
    from leidraad.outputs.leidraad_json import own

    path = Path("framework/gemeenten") / slug / "gemeente.yaml"
    said = _EDITION.search(path.read_text("utf-8", errors="replace")) if path.is_file() else None
    built = site / slug / NEWEST
    try:
        if not (said and built.is_dir()) or said[1] == own(built)["editie"]:
            return ""
    except OSError:  # what publishes said so
        return ""
    command = publish.how_to_build(site, slug)
    return (
        f"let op: {path.as_posix()} zegt nu editie {said[1]}, en die is niet gebouwd. Doe «{command}» en publiceer dan."
    )


# What is there after Ctrl-C (tests/test_killed.py, tests/editions/test_publish.py).
_WHEN_STOPPED = {
    "build": "Niets is half: wat er stond, staat er nog of is al nieuw. Draai de opdracht weer om alles te maken.",
    "publish": "Er is nog niets gepubliceerd, of al alles. Draai de opdracht weer; wat er al staat, blijft.",
}


def main(arguments: Sequence[str] | None = None) -> Any:
    """Run the command line; returns through SystemExit with 0, 1 (problems) or 2 (wrong words)."""
    for stream in (sys.stdout, sys.stderr):
        # « and » on any system; a file name that is no UTF-8 must not stop the list of problems
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    try:
        leidraad.main(arguments, prog_name="leidraad", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message())
        sys.exit(2)
    except click.ClickException as error:
        message = in_dutch(error, leidraad.commands)
        click.secho(f"{message}{'' if message[-1] in '.?' else '.'} Zie leidraad --help.", fg="red", err=True)
        sys.exit(2)
    except OSError as error:  # of a place that a command reads or writes; what it made there before stays
        from leidraad.editions.exchange import refusal, refused_at

        click.echo(f"Dit lukt niet: {refusal(error)}.{refused_at(error)}", err=True)
        sys.exit(1)
    except click.Abort:
        begun = next(iter(sys.argv[1:] if arguments is None else arguments), "")
        click.echo(f"Gestopt. {_WHEN_STOPPED.get(begun, '')}".strip(), err=True)
        sys.exit(130)
    except Exception as error:
        from leidraad.editions.engine.jinja_log import in_template

        if not (told := in_template(error)):
            raise
        click.echo(told, err=True)
        sys.exit(1)

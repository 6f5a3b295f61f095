"""The words on the command line → model, checks and editions; everything it says is Dutch."""

import json
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from textwrap import indent
from typing import Any

import click

from leidraad.checks import HANDLEIDING, check_framework
from leidraad.editions.current import DEFAULT, framework_folder
from leidraad.editions.new import write_folder
from leidraad.model.reading.loader import load
from leidraad.model.reading.names import impossible
from leidraad.model.types.base import LONGEST_ID
from leidraad.model.use.day import build_day
from leidraad.model.use.framework import Framework
from leidraad.model.use.names import capital, slug_of
from leidraad.model.writing.new_folder import new_folder
from leidraad.model.writing.schema import write_schemas
from leidraad.model.yaml.problem import Problem, did_you_mean, nearest, quoted
from leidraad.outputs.well_formed import NotWellFormedError
from leidraad.outputs.zoek import zoekproef

_NO_NAME = re.compile(r'[/\\:*?"<>|]|^[.-]')


class Refused(click.UsageError):
    """Words on the command line that are refused, in Dutch already."""


class DutchCommand(click.Command):
    """A command whose help is Dutch."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the line that shows how to call it."""
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix="Gebruik: ")

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Return the parts of that line, in Dutch."""
        return [piece.replace("OPTIONS", "OPTIES") for piece in super().collect_usage_pieces(ctx)]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options under a Dutch heading."""
        rows = [record for param in self.get_params(ctx) if (record := param.get_help_record(ctx))]
        with formatter.section("Opties"):
            formatter.write_dl(rows)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return --help with a Dutch explanation."""
        option = super().get_help_option(ctx)
        if option:
            option.help = "Toon deze uitleg."
        return option


class DutchGroup(DutchCommand, click.Group):
    """The group of all commands."""

    command_class = DutchCommand

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands, then the options."""
        rows = [(name, self.commands[name].get_short_help_str(80)) for name in sorted(self.commands)]
        with formatter.section("Opdrachten"):
            formatter.write_dl(rows)
        super().format_options(ctx, formatter)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Return the parts of the usage line."""
        return ["OPDRACHT"]


@click.group(cls=DutchGroup, help="Leidraad Gewogen Maatwerk: controleren en bouwen.")
def leidraad() -> None:
    """Group the commands."""


@leidraad.command(help="Controleer het framework en toon alle fouten en hints (let op).")
@click.argument("slugs", metavar="[GEMEENTE]...", nargs=-1)
@click.option(
    "--vorm",
    type=click.Choice(["tekst", "json", "ci"]),
    default="tekst",
    help="tekst (standaard), json, of ci: meldingen bij de regels van een wijzigingsverzoek.",
)
@click.option("--uitleg", metavar="MELDING", help="Leg een melding uit, zoals opmaak, met een voorbeeld.")
def check(slugs: tuple[str, ...], vorm: str, uitleg: str | None) -> None:
    """Report every problem; exit 1 if any is more than a hint."""
    if uitleg is not None:
        click.echo(_explained(uitleg), nl=False)
        return
    framework, problems = check_framework(_folder())
    _refuse_unknown(slugs, framework.gemeenten.keys() | _folders())
    if not any(problem.level == "fout" for problem in problems):
        problems = sorted([*problems, *zoekproef.hints(framework, slugs)])
    shown = [problem for problem in problems if _concerns(problem, slugs)]
    click.echo(_FORMS[vorm](shown), nl=False)
    if vorm == "tekst" and (beside := sum(_is_core(problem) for problem in problems) - sum(map(_is_core, shown))):
        verb = "gaat" if beside == 1 else "gaan"
        hints = f"Nog {_count(beside, 'hint', 'hints')} {verb} over de gedeelde kern"
        click.echo(f"{hints}; die toont «leidraad check» zonder gemeente.")
    sys.exit(any(problem.level == "fout" for problem in shown))


@leidraad.command(help="Bouw de leidraad van één of alle gemeenten.")
@click.argument("slugs", metavar="[GEMEENTE]...", nargs=-1)
@click.option(
    "--doel",
    type=click.Path(path_type=Path),
    metavar="MAP",
    default=Path("site"),
    help="De map om in te bouwen (site).",
)
@click.option(
    "--motor",
    type=click.Choice(["mkdocs", "zensical"]),
    default="mkdocs",
    help="Waarmee de pagina's gemaakt worden (mkdocs).",
)
@click.option(
    "--publicatie",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    metavar="MAP",
    help="De map met wat al gepubliceerd is, voor «Wat is er veranderd».",
)
@click.option("--direct", is_flag=True, help="Draai de engine voor elke gemeente apart; trager, met dezelfde uitkomst.")
def build(slugs: tuple[str, ...], doel: Path, motor: str, publicatie: Path | None, direct: bool) -> None:
    """Check, build every edition beside the target, and exchange when all went well."""
    from leidraad.editions.build import build_editions  # the engine is slow to import and only this command needs it

    framework = _sound_framework(slugs)
    wanted = slugs or tuple(framework.gemeenten)
    build_editions(Path.cwd(), framework, wanted, doel, motor, click.echo, publicatie, direct=direct)


@leidraad.command(help="Bekijk een editie in de browser; zij ververst als u bewaart.")
@click.argument("gemeente", envvar="GEMEENTE", default=DEFAULT)
@click.option("--poort", type=click.IntRange(1, 65535), default=8000, help="De poort op deze computer (8000).")
def serve(gemeente: str, poort: int) -> None:
    """Start the preview, or say why it cannot be started."""
    from leidraad.editions import preview  # only this command needs it

    _refuse_elsewhere()
    if gemeente not in _folders():
        raise Refused(f"Gemeente {quoted(gemeente)} ken ik niet; kies uit: {', '.join(sorted(_folders()))}.")
    if not preview.is_free(poort):
        raise Refused(preview.busy(poort))
    sys.exit(preview.serve(Path.cwd(), gemeente, poort, click.echo))


@leidraad.command(help="Voeg de gebouwde versies toe aan een publicatie; wat er staat, verandert nooit.")
@click.argument("slugs", metavar="[GEMEENTE]...", nargs=-1)
@click.option(
    "--publicatie",
    type=click.Path(path_type=Path),
    metavar="MAP",
    help="De map van de publicatie; zij mag nieuw zijn.",
)
@click.option("--tak", metavar="TAK", help="In plaats van een map: een tak van git, zoals gh-pages.")
@click.option(
    "--site",
    type=click.Path(path_type=Path),
    metavar="MAP",
    default=Path("site"),
    help="De map waarin gebouwd is (site).",
)
def publish(slugs: tuple[str, ...], publicatie: Path | None, tak: str | None, site: Path) -> None:
    """Add the built versions to a folder or a branch; exit 1, with the reason, when nothing was published."""
    from leidraad.editions.publication import branch, listing
    from leidraad.editions.publication import publish as publishing

    if bool(publicatie) == bool(tak):
        raise Refused("Kies waarheen: --publicatie MAP of --tak TAK.")
    _refuse_unknown(slugs, set(listing.municipalities(site)) | _folders())
    wanted = slugs or tuple(listing.municipalities(site))
    try:
        if not wanted:
            raise publishing.NotPublishedError(f"In {site} staat nog niets. Doe eerst: leidraad build")
        if publicatie:
            changed = publishing.publish_folder(site, wanted, publicatie, click.echo)
        else:
            changed = branch.publish_branch(site, wanted, Path.cwd(), str(tak), click.echo)
    except publishing.NotPublishedError as error:
        click.echo(str(error), err=True)
        sys.exit(1)
    where = publicatie.as_posix() if publicatie else f"de tak {tak}"
    click.echo(f"Klaar: gepubliceerd in {where}." if changed else f"Klaar: {where} was al bij.")


@leidraad.command(help="Toon wat een gemeente opnieuw bekijkt na een nieuwe kern.")
@click.argument("gemeente", metavar="GEMEENTE")
@click.option(
    "--publicatie",
    type=click.Path(path_type=Path),
    metavar="MAP",
    default=Path("site"),
    help="De map met eerder gepubliceerde versies (site).",
)
@click.option(
    "--vorm", type=click.Choice(["tekst", "html"]), default="tekst", help="tekst (standaard), of html om af te drukken."
)
def report(gemeente: str, publicatie: Path, vorm: str) -> None:
    """Say which additions stand on something that changed or was retired; nothing in it is a mistake."""
    from leidraad.editions.bijwerken import update_report
    from leidraad.model.compare.bijwerken import as_text
    from leidraad.render.changes.bijwerken import as_html

    framework, _ = check_framework(_folder())
    _refuse_unknown((gemeente,), set(framework.gemeenten))
    made = update_report(framework, gemeente, publicatie)
    click.echo(as_html(made) if vorm == "html" else as_text(made), nl=False)


@leidraad.command(help="Maak de map van een nieuwe gemeente: vragen, geen antwoorden.")
@click.argument("gemeente", metavar="GEMEENTE")
def new(gemeente: str) -> None:
    """Write a folder full of questions for a name such as «Den Bosch» or den-bosch; refuse one that is taken."""
    if _NO_NAME.search(gemeente):
        raise Refused(
            f"{quoted(gemeente)} is geen naam van een gemeente; schrijf haar zoals «Den Bosch» of «den-bosch»"
        )
    gemeente = " ".join(gemeente.split())
    slug = slug_of(gemeente)
    if not slug:
        raise Refused(f"Van {quoted(gemeente)} kan ik geen map maken; begin de naam met een letter")
    if len(slug) > LONGEST_ID:
        raise Refused(f"De naam {quoted(gemeente)} is te lang voor een map; houd het op {LONGEST_ID} tekens")
    if reason := impossible(slug):
        raise Refused(f"Van {quoted(gemeente)} kan ik geen map maken: {reason}")
    beside = _folder()
    for known, lokaal in load(beside)[0].gemeenten.items():
        if known != slug and slug in map(slug_of, (lokaal.gemeente.naam, *lokaal.gemeente.andere_namen)):
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


@leidraad.command(help="Maak PDF-bestanden van één of alle gemeenten: de leidraad, de poster en de kaarten.")
@click.argument("slugs", metavar="[GEMEENTE]...", nargs=-1)
@click.option(
    "--doel",
    type=click.Path(path_type=Path),
    metavar="MAP",
    default=Path("pdf"),
    help="De map om in te schrijven (pdf).",
)
@click.option(
    "--wat",
    type=click.Choice(["alles", "leidraad", "poster", "kaarten"]),
    default="alles",
    help="alles (standaard), of één van: leidraad, poster, kaarten.",
)
def pdf(slugs: tuple[str, ...], doel: Path, wat: str) -> None:
    """Check, build, and print with headless Chromium."""
    from leidraad.editions.pdf.pdf import KINDS, print_editions  # only this command needs it

    framework = _sound_framework(slugs)
    kinds = KINDS if wat == "alles" else (wat,)
    print_editions(Path.cwd(), framework, slugs or tuple(framework.gemeenten), kinds, doel, click.echo)


@leidraad.command(help="Schrijf de schema's voor editors (.vscode/schemas) opnieuw.")
def schema() -> None:
    """Write the JSON Schemas from the model."""
    for path in write_schemas(Path(".vscode/schemas")):
        click.echo(path.as_posix())


def _sound_framework(slugs: tuple[str, ...]) -> Framework:
    """Return the framework; one with mistakes ends the run with exit code 1 and the list of them."""
    _refuse_elsewhere()
    framework, problems = check_framework(_folder())
    _refuse_unknown(slugs, framework.gemeenten.keys() | _folders())
    errors = [problem for problem in problems if problem.level == "fout"]
    if errors:
        click.echo(_as_text(errors), nl=False)
        click.echo("Er is niets gebouwd en niets overschreven.", err=True)
        sys.exit(1)
    return framework


def _explained(name: str) -> str:
    """Return the manual of one check; its id may be typed as it stands in a message, between brackets."""
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
    """The pages are made of what stands right here."""
    if not Path("mkdocs.yml").is_file():
        raise Refused(
            f"In {Path.cwd()} staat geen leidraad. Ga naar de map met mkdocs.yml en framework, en probeer daar"
        )


def _folders() -> set[str]:
    return {path.name for path in (framework_folder() / "gemeenten").glob("*") if path.is_dir()}


def _refuse_unknown(slugs: Sequence[str], known: set[str]) -> None:
    unknown = [slug for slug in slugs if slug not in known]
    if unknown:
        names = ", ".join(sorted(known)) or "geen"
        hint = did_you_mean(unknown[0], known) if nearest(unknown[0], known) else f"; er is een map voor: {names}."
        raise Refused(f"Gemeente {quoted(unknown[0])} ken ik niet{hint}")


def _concerns(problem: Problem, slugs: tuple[str, ...]) -> bool:
    """When municipalities are named, what is in another's folder is left out, and so are hints about the core.

    They cannot change the core; a mistake in it stops their edition too, so that is always told.
    """
    if not slugs:
        return True
    return problem.level == "fout" if _is_core(problem) else Path(problem.place.file).parts[2] in slugs


def _is_core(problem: Problem) -> bool:
    parts = Path(problem.place.file).parts
    return len(parts) < 3 or parts[1] != "gemeenten"


def _as_text(problems: list[Problem]) -> str:
    lines = [str(problem) for problem in problems]
    errors = sum(problem.level == "fout" for problem in problems)
    hints = len(problems) - errors
    total = f"{_count(errors, 'fout', 'fouten')}, {_count(hints, 'hint', 'hints')}."
    if errors and not hints:
        total = f"{_count(errors, 'fout', 'fouten')}. Hints toont «leidraad check» als er geen fouten meer zijn."
    elif errors:
        total += " Andere hints toont «leidraad check» als er geen fouten meer zijn."
    if problems:
        first, *others = dict.fromkeys(problem.check for problem in problems)
        total += f" Wat een melding betekent, zegt «leidraad check --uitleg {first}»"
        total += f"; zo ook: {', '.join(others)}." if others else "."
    return "\n".join([*lines, total]) + "\n"


def _count(number: int, one: str, more: str) -> str:
    return f"{number or 'geen'} {one if number == 1 else more}"


def _as_json(problems: list[Problem]) -> str:
    rows = [
        {
            "bestand": problem.place.file,
            "regel": problem.place.line,
            "kolom": problem.place.column,
            "soort": problem.level,
            "controle": problem.check,
            "melding": problem.message,
        }
        for problem in problems
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def _as_annotations(problems: list[Problem]) -> str:
    return "".join(_annotation(problem) for problem in problems)


def _annotation(problem: Problem) -> str:
    kind = "error" if problem.level == "fout" else "notice"
    place = problem.place
    message = problem.message.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return f"::{kind} file={place.file},line={place.line},col={place.column},title={problem.check}::{message}\n"


_FORMS = {"tekst": _as_text, "json": _as_json, "ci": _as_annotations}


def _in_dutch(error: click.ClickException) -> str:
    if isinstance(error, Refused):
        return error.message
    if isinstance(error, click.NoSuchOption):
        known = [name for param in _params(error) for name in param.opts]
        return f"Optie {quoted(error.option_name)} ken ik niet{did_you_mean(error.option_name, known)}"
    if isinstance(error, click.BadOptionUsage):
        return f"Bij optie «{error.option_name}» hoort {'geen' if 'not take' in error.message else 'een'} waarde."
    if isinstance(error, click.BadParameter):
        choices = getattr(error.param.type, "choices", ()) if error.param else ()
        name = error.param.opts[0] if error.param else ""
        return f"Deze waarde ken ik niet bij «{name}»" + (f"; kies uit {', '.join(choices)}." if choices else ".")
    if isinstance(error, click.exceptions.NoSuchCommand):
        return f"Opdracht {quoted(error.command_name)} ken ik niet{did_you_mean(error.command_name, leidraad.commands)}"
    return "Hier staat een woord te veel."


def _params(error: click.UsageError) -> list[click.Option]:
    if error.ctx is None:
        return []
    return [param for param in error.ctx.command.get_params(error.ctx) if isinstance(param, click.Option)]


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
        message = _in_dutch(error)
        click.secho(f"{message}{'' if message[-1] in '.?' else '.'} Zie leidraad --help.", fg="red", err=True)
        sys.exit(2)
    except NotWellFormedError as error:
        click.echo(str(error), err=True)
        sys.exit(1)
    except click.Abort:
        click.echo("Gestopt.", err=True)
        sys.exit(130)

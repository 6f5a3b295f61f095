"""The command line speaks Dutch: its help, and what it says of words that it cannot use."""

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from leidraad.editions.here import DEFAULT
from leidraad.model.yaml.problem import did_you_mean, nearest, quoted


class Refused(click.UsageError):
    """Words on the command line that are refused, in Dutch already."""


_SOURCES = ("framework", "docs", "thema", "leidraad", "tests")


class Folder(click.ParamType[Path]):
    """A folder that is given; what cannot be one is said.

    With `exists` also that it is not there, and with `written` that it is one of those that a leidraad is made of.
    """

    name = "map"

    def __init__(self, *, exists: bool, written: bool) -> None:
        """Hold whether it must be there, and whether something is written in it."""
        self._exists, self._written = exists, written

    def convert(self, value: str | Path, param: click.Parameter | None, _: click.Context | None) -> Path:
        """Return the path, or say why it will not do."""
        path, name = Path(value), param.opts[0] if param else ""
        if not str(value).strip():
            raise Refused(f"Bij «{name}» staat geen map; noem een map")
        if not os.path.lexists(path):
            if self._exists:
                what = f"De map {quoted(path.as_posix())} bij «{name}» is er niet (gezien vanuit {Path.cwd()})"
                raise Refused(f"{what}. Kijk de naam na, of laat «{name}» weg als er nog niets gepubliceerd is")
        elif not path.is_dir():
            raise Refused(f"{quoted(path.as_posix())} bij «{name}» is geen map; noem een map")
        here, whole = Path.cwd(), path.resolve()
        if self._written and (whole == here or any(whole.is_relative_to(here / source) for source in _SOURCES)):
            what = f"De map {quoted(path.as_posix())} bij «{name}» hoort bij de leidraad zelf; daar komt niets bij"
            raise Refused(f"{what}. Kies een lege of een nieuwe map")
        return path


_RANGE = re.compile(r"\s*\[\d+<=x<=\d+\]")  # what is said where it is not kept
_IN_ORDER = ("new", "serve", "check", "build", "publish", "report", "pdf", "schema")  # of the work


class DutchCommand(click.Command):
    """A command whose help is Dutch."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the line that shows how to call it."""
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix="Gebruik: ")

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Return the parts of that line, in Dutch."""
        return [piece.replace("OPTIONS", "OPTIES") for piece in super().collect_usage_pieces(ctx)]

    def format_arguments(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what to name, under a Dutch heading."""
        self._write(ctx, formatter, "Welke gemeente", click.Argument)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options under a Dutch heading."""
        self._write(ctx, formatter, "Opties", click.Option)

    def _write(
        self, ctx: click.Context, formatter: click.HelpFormatter, heading: str, kind: type[click.Parameter]
    ) -> None:
        found = (param.get_help_record(ctx) for param in self.get_params(ctx) if isinstance(param, kind))
        rows = [(name, _RANGE.sub("", told)) for name, told in filter(None, found)]
        if rows:
            with formatter.section(heading):
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
        names = sorted(self.commands, key=_IN_ORDER.index)
        rows = [(name, self.commands[name].help or "") for name in names]  # one sentence or two: whole
        with formatter.section("Opdrachten"):
            formatter.write_dl(rows)
        super().format_options(ctx, formatter)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Return the parts of the usage line."""
        return ["OPDRACHT"]


_HELP = "; bedoelde u «--help»?"
# What an option of one command is called in another; the folder that is built in is not the one that is published in.
_ELSEWHERE = {"--doel": ("--site", "--publicatie"), "--site": ("--doel", "--publicatie")}


def in_dutch(error: click.ClickException, commands: Mapping[str, click.Command]) -> str:
    """Return what was wrong with the words on the command line, in Dutch; `commands` are those there are."""
    if isinstance(error, Refused):
        return error.message
    if isinstance(error, click.NoSuchOption):
        return _no_option(error.option_name, {*_options(error.ctx.command)} if error.ctx else set(), commands)
    if isinstance(error, click.BadOptionUsage):
        return f"Bij optie «{error.option_name}» hoort {'geen' if 'not take' in error.message else 'een'} waarde."
    if isinstance(error, click.MissingParameter):
        command = error.ctx.info_name if error.ctx else ""
        example = '"Den Bosch"' if command == "new" else DEFAULT
        return f"Noem de gemeente erbij, zoals: leidraad {command} {example}."
    if isinstance(error, click.BadParameter):
        kind, name = (error.param.type, error.param.opts[0]) if error.param else (None, "")
        if isinstance(kind, click.IntRange):
            return f"Bij «{name}» hoort een getal van {kind.min} tot en met {kind.max}"
        choices = getattr(kind, "choices", ())
        return f"Deze waarde ken ik niet bij «{name}»" + (f"; kies uit {', '.join(choices)}." if choices else ".")
    if isinstance(error, click.exceptions.NoSuchCommand):
        hint = _HELP if _is_help(error.command_name) else did_you_mean(error.command_name, commands)
        return f"Opdracht {quoted(error.command_name)} ken ik niet{hint}"
    command = error.ctx.info_name if isinstance(error, click.UsageError) and error.ctx else ""
    if command == "new":
        return 'Hier staat een woord te veel; zet een naam van meer woorden zo: leidraad new "Den Bosch"'
    one = f"; noem één gemeente, zoals: leidraad {command} {DEFAULT}" if command in ("serve", "report") else ""
    return f"Hier staat een woord te veel{one}"


def _no_option(name: str, known: set[str], commands: Mapping[str, click.Command]) -> str:
    """Return what to write for an option that is not one of those known here: it may be one of another command."""
    if others := [f"«leidraad {other}»" for other, command in commands.items() if name in _options(command)]:
        meant = [f"«{one}»" for one in _ELSEWHERE.get(name, ()) if one in known]
        where = " en ".join(", ".join(others).rsplit(", ", 1))
        return f"Optie «{name}» hoort bij {where}" + (f"; bedoelde u {' of '.join(meant)}?" if meant else "")
    if _is_help(name):
        return f"Optie {quoted(name)} ken ik niet{_HELP}"
    match = nearest(name.lstrip("-"), [one.lstrip("-") for one in known | {"--help"}])  # all begin with the same signs
    hint = f"; bedoelde u «--{match}»?" if match else did_you_mean("", known)
    return f"Optie {quoted(name)} ken ik niet{hint}"


def _is_help(word: str) -> bool:
    return word.lower().lstrip("-/") in ("h", "?", "help", "hulp")


def _options(command: click.Command) -> Iterator[str]:
    return (name for param in command.params if isinstance(param, click.Option) for name in param.opts)

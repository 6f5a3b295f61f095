"""What Jinja says of a page or a template → Dutch; of a template with its place there, whichever page asked for it."""

import re
import sys
import traceback
from importlib import import_module
from pathlib import Path

from leidraad.model.yaml.problem import Place, perhaps

_MACHINE = Path(__file__).parents[3]
# What Jinja says of how something is written → what an author can do about it; the first that fits.
_WRITTEN = {
    r"unknown tag '(\w+)'.* closed is '(\w+)'": "«{{% {0} %}}» kan hier niet: «{{% {1} %}}» is nog niet gesloten",
    r"unknown tag '(\w+)'": "«{{% {0} %}}» ken ik niet, of er is niets om te sluiten",
    r"closed is '(\w+)'": "«{{% {0} %}}» is niet gesloten; dat doet «{{% end{0} %}}»",
    r"No (?:filter|test) named '(\w+)'": "«{0}» ken ik niet achter «|» of «is»",
    r"[Uu]nexpected '?end of template|Missing end": "wat met een accolade begint, is niet gesloten",
    r"got 'end of": "tussen de accolades ontbreekt iets",
    r"(?:got|unexpected(?: char)?) ['\"](.+?)['\"](?= at|,|$)": "tussen de accolades kan «{0}» hier niet; "
    "kijk ook of ervóór alles gesloten is",
}
_TEMPLATE = re.compile(
    r'File "(?P<root>[^"]*)(?<![^/"])(?P<name>(?:leidraad/(?:render|outputs)|thema)/[^"]+\.(?:html|xml))"'
    r", line (?P<line>\d+)"
)
_CALLED = re.compile(r'File "[^"]*(?<![^/"])(leidraad/[^"]+\.py)", line (\d+), in (?!call$)', re.M)  # «call» hands on
_ERROR = re.compile(r"^(?:[a-z]\w*\.)*(?P<kind>[A-Z]\w+): (?P<message>.+)$", re.M)
_NO_NAME = re.compile(r"'(\w+)' is undefined")
_NO_MACRO = re.compile(r"the template '([^']+)' .*does not export the requested name '(\w+)'")
_NO_KEY = re.compile(r"'([\w.]+)(?: object)?' has no attribute '(\w+)'")


def in_dutch(message: str) -> str:
    """Return what Jinja says of how something is written, or nothing when it is something else."""
    for pattern, told in _WRITTEN.items():
        if found := re.search(pattern, message):
            return told.format(*found.groups())
    return ""


def in_template(error: str | BaseException, pattern: re.Pattern[str] = _TEMPLATE) -> str:
    """Return what is wrong in a template of ours, with its place; of an error, or of one that was printed.

    Nothing where none was being filled in. What went wrong in a function that it called is told with both places.
    """
    printed = error.replace("\\", "/") if isinstance(error, str) else "".join(traceback.format_exception(error))
    at = next(reversed([*pattern.finditer(printed)]), None)
    said = _ERROR.search(printed, at.end()) if at else None
    if not at or not said:
        return ""
    why = _why(said["kind"], said["message"], Path(at["root"] or _MACHINE, at["name"]))
    if not why:
        where = called(printed[at.end() : said.start()])
        why = f"wat hier staat, stopt met een fout{where} ({said['kind']}: {said['message']})"
    return f"{Place(at['name'], int(at['line']))}: {why} [pagina]"


def called(printed: str) -> str:
    """Return where in the machine an error came up that was printed, to say behind it; nothing where it was not."""
    frames = _CALLED.findall(printed)
    return f" op {':'.join(frames[-1])}" if frames else ""


def _why(kind: str, message: str, file: Path) -> str:
    if kind == "TemplateNotFound":
        name = message.strip("'").partition("' ")[0]
        files = (path.relative_to(_MACHINE / "leidraad").as_posix() for path in _MACHINE.glob("leidraad/**/*.html"))
        return f"het sjabloon «{name}» is er niet{perhaps(name, files)}"
    if kind != "UndefinedError":
        return in_dutch(message) if kind.startswith("Template") else ""
    if found := _NO_NAME.match(message):
        return no_name(found[1], file)
    if found := _NO_MACRO.match(message):
        return f"«{found[2]}» staat niet in {found[1]}"
    if found := _NO_KEY.match(message):
        of = found[1].rpartition(".")[2]
        what = "wat met «import» gehaald is" if of == "TemplateModule" else f"«{of}»"
        return f"{what} heeft geen «{found[2]}»{perhaps(found[2], _keys(found[1]))}"
    return ""


def no_name(name: str, file: Path) -> str:
    """Return what to say of a name that nothing is known of in a template, with what comes near in it."""
    names = {*re.findall(r"[A-Za-z_]\w\w+", file.read_text("utf-8"))} - {name} if file.is_file() else ()
    return f"«{name}» ken ik hier niet{perhaps(name, names)}"


def _keys(type_: str) -> list[str]:
    module, _, name = type_.rpartition(".")
    if module.startswith("mkdocs."):  # it was another process that knew it
        import_module(module)
    held = getattr(sys.modules.get(module), name, None)
    fields = (*getattr(held, "model_fields", ()), *getattr(held, "__annotations__", ()))
    return [key for key in (*dir(held), *fields) if not key.startswith("_")]

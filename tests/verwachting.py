"""The miniature framework in two versions → what the machine makes of it, as small files that read as a diff.

`make verwacht` renews the files in tests/verwacht/; read what changed before you keep it.
"""

import json
import re
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import fields
from hashlib import sha256
from pathlib import Path
from typing import Any

from leidraad.model.kinds import KINDS
from leidraad.model.use.replay import Loop
from tests.core import change
from tests.forked import leidraad
from tests.fouten import MINIATURE
from tests.frameworks import REAL, SMALL
from tests.probe import ROOT
from tests.sources import LOCK, lend_stencil
from tests.walks import telling_walks

KEPT = ROOT / "tests" / "verwacht"
SLUG, FIRST, SECOND = "fabeldam", "2026.1", "2026.2"
# What is kept of a version: the name of the file → the page it is taken from.
ARTICLES = {
    "start": "",
    "stap": "stappen/kijken/",
    "startpunt": "factoren/doel/",
    "factor": "factoren/durven/",
    "factor-tweede": "factoren/weten/",
    "route": "afwegen/over-de-brug/",
    "verkennen": "afwegen/verkennen/",
    "jullie-casus": "afwegen/jullie-casus/",
    "gesprekskaart": "gesprekskaart/",
    "instrument": "instrumenten/vragenblad/",
    "activiteiten": "activiteiten/",
    "casussen": "casussen/",
    "gedragsprincipes": "principes/",
    "afspraken": "afspraken/",
    "vaststelstuk": "vaststelstuk/",
    "begrippen": "begrippen/",
    "bronnen": "bronnen/",
    "alles": "alles/",
    "poster": "poster/",
    "kaarten": "kaarten/",
    "veranderd": "veranderd/",
    "cursus-begrippen": "cursus/begrippen-d-g/",
    "cursus-casussen": "cursus/casussen/",
}
CARDS = (
    "activiteit-samen-gaan",
    "begrip-doel",
    "factor-durven",
    "principe-eerst-luisteren",
    "stap-kijken",
)
LONG = 100  # drawings and pictures are kept as a digest: whether they changed, not how


def project(folder: Path) -> Path:
    """Write a project with the real machine, theme and styles, and the pages and data of the miniature."""
    shutil.copytree(MINIATURE / "framework", folder / "framework")
    shutil.copytree(MINIATURE / "docs", folder / "docs")
    for name in ("assets", "_vormen"):
        shutil.copytree(ROOT / "docs" / name, folder / "docs" / name)
    shutil.copytree(ROOT / "thema", folder / "thema")
    shutil.copy(ROOT / "macros.py", folder / "macros.py")
    (folder / "leidraad").symlink_to(ROOT / "leidraad")  # the preview would watch it
    shell = (ROOT / "mkdocs.yml").read_text("utf-8").partition("\nnav:\n")[0]
    (folder / "mkdocs.yml").write_text(f"{shell}\n{(MINIATURE / 'mkdocs.yml').read_text('utf-8')}", "utf-8")
    return folder


def ready(folder: Path, shelf: Path | None = None) -> Path:
    """Write that project with its pages made: the engine makes them once for all tests of a run."""
    return lend_stencil(project(folder), shelf, LOCK.with_suffix(".miniatuur"))


def next_version(folder: Path) -> None:
    """Change what a municipality and the core change between two versions."""
    own = f"framework/gemeenten/{SLUG}"
    change(folder, f"{own}/gemeente.yaml", f'editie: "{FIRST}"', f'editie: "{SECOND}"')
    change(folder, f"{own}/gemeente.yaml", 'datum: "2026-11-21"', 'datum: "2026-11-24"')
    change(folder, f"{own}/gedragsprincipes/draak-eerst.yaml", "titel: De draak gaat voor", "titel: De draak wacht")
    change(folder, "framework/igm/durven.yaml", "vraag: Wat zou helpen?", "vraag: Wat zou u helpen?")
    (folder / own / "aanvullingen" / "drakenspreekuur.yaml").unlink()


def publication(folder: Path) -> Path:
    """Build and publish the miniature twice, as a municipality does."""
    source, target = ready(folder / "bron"), folder / "openbaar"
    target.mkdir()
    for number in (FIRST, SECOND):
        if number == SECOND:
            next_version(source)
        for words in (["build", SLUG, "--publicatie", str(target)], ["publish", SLUG, "--publicatie", str(target)]):
            leidraad(source, *words, check=True)
    return target


def expectations(target: Path) -> Iterator[tuple[str, str]]:
    """Yield (file name, text) of everything that is kept of a publication."""
    newest = target / SLUG / "nieuwste"
    for name, place in ARTICLES.items():
        html = (newest / place / "index.html").read_text("utf-8")
        yield f"artikel/{name}.html", lines(_part(html, "article"))
    for name in CARDS:
        yield f"kaart/{name}.html", lines((newest / "kaart" / name / "index.html").read_text("utf-8"))
    html = (newest / ARTICLES["factor"] / "index.html").read_text("utf-8")
    yield "schil/pagina.html", lines(html.replace(_part(html, "article"), "<!-- het artikel -->"))
    for name in ("nieuwste", SECOND):
        yield f"schil/{name}.css", (target / SLUG / name / "assets" / "gemeente.css").read_text("utf-8")
    yield "leidt-door.html", lines((newest / "cursus/factor-durven/index.html").read_text("utf-8"))
    yield "verhuisd.html", lines((newest / "factoren/kunde/index.html").read_text("utf-8"))
    yield "versies.html", lines((target / SLUG / "index.html").read_text("utf-8"))
    yield "gemeenten.html", lines((target / "index.html").read_text("utf-8"))
    yield (
        "veranderd-eerste.html",
        lines(_part((target / SLUG / FIRST / "veranderd/index.html").read_text("utf-8"), "article")),
    )
    for file in ("feed.xml", "versions.json", "nieuwste/sitemap.xml"):
        yield file.rpartition("/")[2], (target / SLUG / file).read_text("utf-8")
    held: dict[str, Any] = json.loads((newest / "leidraad.json").read_text("utf-8"))
    beside = json.loads((newest / "kern.json").read_text("utf-8"))
    yield "kern.json", json.dumps(beside, ensure_ascii=False, indent=1) + "\n"
    yield "leidraad.json", json.dumps(held, ensure_ascii=False, indent=1) + "\n"
    yield "bestanden.txt", "".join(f"{path}\n" for path in sorted(_files(target)))


def without_pages() -> Iterator[tuple[str, str]]:
    """Yield (file name, text) of what asks for no page: random answers in each route, and the table of kinds."""
    for framework in (REAL, SMALL):
        for route in framework.routes.values():
            walks = telling_walks(route, framework.activiteiten)
            yield f"lopen/{route.id}.txt", "\n".join(_walk(seed, loop) for seed, loop in walks)
    yield "soorten.json", kinds(KINDS)


def kinds(table: Sequence[Any]) -> str:
    """Return the table of kinds as it is kept: what is left out of a row is its default."""
    rows = [
        {field.name: vars(kind)[field.name] for field in fields(kind) if vars(kind)[field.name] != field.default}
        for kind in table
    ]
    return json.dumps(rows, indent=1, default=lambda model: model.__name__) + "\n"


def _walk(seed: int, loop: Loop) -> str:
    answers = [f"{vraag}: {', '.join(given)}" for vraag, given in loop.antwoorden.items()]
    because = [f"{punt.id} ({', '.join(vraag for vraag, _ in punt.door) or 'altijd'})" for punt in loop.bespreken]
    rows = [f"# loop {seed}", *answers, "vervallen:", *loop.vervallen, "bespreken (door):", *because]
    return "\n".join(rows) + "\n"


def lines(html: str) -> str:
    """Return HTML with an element a line, data as JSON that can be read, and what is long and drawn as a digest.

    A space before a word in a sentence that is a link or has a mark stands before its line.
    """
    html = re.sub(r'(<script type="application/json">)(.*?)(</script>)', _data, html, flags=re.S)
    html = re.sub(rf'(?<=["\'(])[^"\'()<>]{{{LONG},}}(?=["\')])', _digest, html)
    html = re.sub(r"(?<=>)\s+(?=<(?:a|abbr|code|em|span|strong|sup)\b)", "\n ", html)
    html = re.sub(r"(?<=>)\s*(?=<)(?<! )", "\n", html)
    return "".join(f"{line.rstrip()}\n" for line in html.splitlines() if line.strip())


def _data(found: re.Match[str]) -> str:
    return f"{found[1]}\n{json.dumps(json.loads(found[2]), ensure_ascii=False, indent=0)}\n{found[3]}"


def _digest(found: re.Match[str]) -> str:
    is_drawn = re.fullmatch(r"data:.*|[\d\s.,MmLlHhVvZzCcAaQq-]+", found[0], re.S)
    return f"{sha256(found[0].encode()).hexdigest()[:12]} (tekening)" if is_drawn else found[0]


def _part(html: str, tag: str) -> str:
    return html[html.index(f"<{tag}") : html.rindex(f"</{tag}>") + len(f"</{tag}>")]


def _files(target: Path) -> Iterator[str]:
    """Yield every file but those of the look."""
    names = (path.relative_to(target).as_posix() for path in target.rglob("*") if path.is_file())
    return (name for name in names if "/assets/" not in name)


def renew(folder: Path) -> None:
    """Write what the machine makes today over what was kept."""
    made = {**dict(expectations(publication(folder))), **dict(without_pages())}
    shutil.rmtree(KEPT, ignore_errors=True)
    for name, text in made.items():
        (KEPT / name).parent.mkdir(parents=True, exist_ok=True)
        (KEPT / name).write_text(text, "utf-8", newline="\n")

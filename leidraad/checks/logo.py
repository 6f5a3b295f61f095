"""A logo that is named is there, can be shown, and has a text."""

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from xml.etree import ElementTree

from leidraad.model.use.framework import Framework
from leidraad.model.yaml.problem import Place, Problem, did_you_mean, quoted

ID = "logo"
UITLEG = (
    "Het logo staat in de map beeld/ van de gemeente (.svg of .png) en heeft een tekst voor schermlezers. "
    "In een .svg staat geen script: wie het bestand los opent, laat dat lopen. "
    "Een ander plaatje in die map komt nergens op de site. "
    "Elke lezer haalt het logo op: boven 500 kB kan dat niet, en boven 50 kB is het zwaarder dan de pagina zelf."
)
FOUT = "logo: drak.svg"
GOED = "logo: draak.svg"
# The form says these too, with the values in the places of {}.
NERGENS = "{} wordt nergens getoond; {}"
NOEM = "kies het bij «Logo», of haal het weg"
ANDER_SOORT = "een logo is een .svg of .png; haal het weg, of bewaar het zo en kies het bij «Logo»"
TE_GROOT = "{} weegt {} kB en elke lezer haalt het op; hoogstens {} kB: bewaar een kleiner .png of .svg"
ZWAAR = "{} weegt {} kB en elke lezer haalt het op; onder {} kB is beter: bewaar een kleiner .png of .svg"
LARGEST, HEAVY = 500, 50  # kB
_RUNNING = ("script", "foreignobject", "iframe")
_ASKED = re.compile(r"""(?:@import\s+(?:url\()?|url\()\s*["']?([^"')\s;]+)""")
_DRAWN = frozenset(["path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "image", "use"])
_STARTS = {".png": b"\x89PNG\r\n\x1a\n", ".jpg": b"\xff\xd8\xff", ".gif": b"GIF8"}  # how each kind of picture begins


def check(framework: Framework) -> Iterator[Problem]:
    """Yield a problem for a logo that is missing, of another kind or without a text, and for a picture of no use."""
    for lokaal in framework.gemeenten.values():
        stijl = lokaal.gemeente.stijl
        for name, path in lokaal.beeld.items():
            if name != stijl.logo and (stijl.logo is None or stijl.logo in lokaal.beeld):
                yield Problem(place_of(path), NERGENS.format(quoted(name), _use(name)), ID, "let-op")
        if stijl.logo is None:
            continue
        place = lokaal.gemeente.place("stijl", "logo")
        if stijl.logo not in lokaal.beeld:
            hint = did_you_mean(stijl.logo, lokaal.beeld) or "; zet het daar neer"
            yield Problem(place, f"{quoted(stijl.logo)} staat niet in beeld/{hint}", ID)
        elif kind := _kind_under_another_name(lokaal.beeld[stijl.logo]):
            yield Problem(place, f"{quoted(stijl.logo)} {kind}", ID)
        elif (weight := weight_of(lokaal.beeld[stijl.logo])) > LARGEST:
            yield Problem(place, TE_GROOT.format(quoted(stijl.logo), weight, LARGEST), ID)
        elif fault := _fault(lokaal.beeld[stijl.logo]):
            yield Problem(place, f"{quoted(stijl.logo)} {fault}", ID)
        elif (weight := weight_of(lokaal.beeld[stijl.logo])) > HEAVY:
            yield Problem(place, ZWAAR.format(quoted(stijl.logo), weight, HEAVY), ID, "let-op")
        if not stijl.logo_tekst:
            yield Problem(place, "bij een logo hoort «logo_tekst»: wat een schermlezer voorleest", ID)


def weight_of(path: Path) -> int:
    """Return how many kB a file is, rounded up; nothing for one that cannot be read, which is said by itself."""
    try:
        return -(-path.stat().st_size // 1000)
    except OSError:
        return 0


def place_of(path: Path) -> Place:
    """Return the place of a picture, as the places of other files are shown: from the folder above framework/."""
    return Place(path.relative_to(path.parents[4]).as_posix())


def _use(name: str) -> str:
    return NOEM if name.endswith((".svg", ".png")) else ANDER_SOORT


def _kind_under_another_name(path: Path) -> str | None:
    """Return what to do about a picture whose name says that it is of another kind; nothing where it cannot be read."""
    with suppress(OSError), path.open("rb") as file:
        start = file.read(20)
        kind = next((kind for kind, begins in _STARTS.items() if start.startswith(begins)), path.suffix)
        if path.suffix not in (".svg", ".png") or kind == path.suffix:
            return None
        right = quoted(path.with_suffix(kind).name)
        remedy = f"noem het {right}, hier en in beeld/" if kind == ".png" else "bewaar het plaatje opnieuw als .png"
        return f"is een {kind[1:].upper()} onder een verkeerde naam; {remedy}"
    return None


def _fault(path: Path) -> str | None:
    """Return why a browser would not show a logo."""
    if path.suffix not in (".svg", ".png"):
        return "kan ik niet tonen; gebruik .svg of .png, in kleine letters"
    try:
        data = path.read_bytes()
    except OSError:
        return "is niet te lezen; kijk of het een gewoon bestand is"
    if path.suffix == ".png":
        if not data.startswith(_STARTS[".png"]):
            return "is geen PNG; bewaar het plaatje opnieuw als .png of .svg"
        return None if _is_whole_png(data) else "is een PNG die niet heel is; zet het plaatje er opnieuw neer"
    try:
        root = ElementTree.fromstring(data)  # noqa: S314  # it fetches nothing and stops what explodes
    except ElementTree.ParseError as error:
        line, column = error.position
        return f"is geen goede SVG (regel {line}, teken {column + 1}); bewaar het plaatje opnieuw"
    except (ValueError, LookupError):  # an encoding that does not exist
        return "is geen goede SVG; bewaar het plaatje opnieuw als UTF-8"
    if root.tag != "{http://www.w3.org/2000/svg}svg":
        return "is geen SVG; bewaar het plaatje opnieuw"
    if script := _script_in(root):
        return f"{script}; bewaar het opnieuw als gewone SVG, of als .png"
    if elsewhere := _elsewhere_in(root):
        return f"haalt {quoted(elsewhere)} op, en dat doet een browser niet; bewaar het met alles erin, of als .png"
    return None if _draws(root) else "tekent niets; bewaar het plaatje opnieuw"


def _is_whole_png(data: bytes) -> bool:
    """True when all pieces are there, with a size in the first and the end in the last."""
    at, kinds = len(_STARTS[".png"]), list[bytes]()
    while at + 12 <= len(data) and b"IEND" not in kinds:
        length = int.from_bytes(data[at : at + 4])
        kinds.append(data[at + 4 : at + 8])
        at += 12 + length
    has_size = all(int.from_bytes(data[start : start + 4]) for start in (16, 20))
    return at <= len(data) and kinds[:1] == [b"IHDR"] and has_size and b"IDAT" in kinds and kinds[-1] == b"IEND"


def _elsewhere_in(root: ElementTree.Element) -> str:
    """Return what a drawing asks from another file or address: shown as a picture it gets nothing of that."""
    for element in root.iter():
        name = str(element.tag).rpartition("}")[2].lower()
        named = [value for key, value in element.attrib.items() if key.rpartition("}")[2] == "href"]
        asked = named if name in ("image", "use", "feimage") else []
        asked += _ASKED.findall(element.text or "") if name == "style" else []
        for address in asked:
            if not address.strip().startswith(("#", "data:")):
                return address.strip()
    return ""


def _draws(root: ElementTree.Element) -> bool:
    return any(str(element.tag).rpartition("}")[2] in _DRAWN for element in root.iter())


def _script_in(root: ElementTree.Element) -> str | None:
    """Return what in a drawing runs when somebody opens the file by itself."""
    for element in root.iter():
        name = str(element.tag).rpartition("}")[2].lower()
        if name in _RUNNING:
            return f"bevat «<{name}>», en dat voert een browser uit"
        for attribute, value in element.attrib.items():
            key = attribute.rpartition("}")[2].lower()
            if key.startswith("on"):
                return f"bevat «{key}=», en dat voert een browser uit"
            if "".join(value.split()).lower().startswith("javascript:"):
                return "bevat «javascript:», en dat voert een browser uit"
    return None

"""Editions of different structure, in one build beside a build of each by itself; aim: 342 in 120 s CPU, 2.9 MB each.

Own principles, activities, additions, choice, texts, words and headings differ; one in three has signs in its name and
its words that every language escapes in its own way. `python -m bench.different 40` for more of them than a short run,
`python -m bench.different 8 weights` for what one of them weighs alone.
"""

import copy
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from bench.editions import ALL, LEIDRAAD, sources_in

FEW = 8
_BEGIN = ("Noord", "Zuid", "Oost", "West", "Midden", "Nieuw", "Oud", "Groot", "Klein", "Hoog", "Laag", "Lang")
_END = ("dam", "berg", "veen", "wijk", "horst", "drecht", "meer", "zijl", "brug", "waard", "loo", "kerk", "sluis")
_PLAIN = ("{}", "Gemeente {}", "{} aan Zee", "Het Hogeland bij {} en Omstreken")
_HOSTILE = (
    "'s-{} & Zn",
    "{} (L.)",
    '{} "De Hoek"',
    "Súdwest-{} > Oost < 2",
    "{} {{7*7}} | x",
    "{} [x] (y)",
    "Motivatie {}",
    "{} %41 &amp; a:b;c",
)
_WORDS = (
    ("inwoner", "inwoners", "professional", "professionals"),
    ("deelnemer", "deelnemers", "werkcoach", "werkcoaches"),
    ("kandidaat", "kandidaten", "consulent", "consulenten"),
    ("cliënt", "cliënten", "klantmanager", "klantmanagers"),
    ("mens < & co", 'mensen "hier"', "coach's", "coaches"),
)
_OWN = ("kijkochtend-stadskwekerij", "brieventafel")  # of the example alone
_KINDS = {"gedragsprincipes": (3, 8), "activiteiten": (0, 5), "aanvullingen": (0, 4)}


def measure(number: int = FEW) -> Iterator[str]:
    """Yield what these editions cost in one build, and each by itself; what one of them weighs, and a change of one."""
    with tempfile.TemporaryDirectory() as folder:
        root = sources_in(Path(folder))
        slugs = write(root / "framework" / "gemeenten", number)
        yield f"a folder with a file in it takes {_disk(root / 'schijf'):.2f} ms CPU on this disk"
        built = _cpu([LEIDRAAD, "build", *slugs], root)
        yield f"{number} editions of different structure in one build: {built:.1f} s CPU, {_memory():.0f} MB at most"
        alone = slugs[:4]
        direct = sum(_cpu([LEIDRAAD, "build", slug, "--direct", "--doel", "los"], root) for slug in alone) / len(alone)
        yield f"each by itself, with the engine (of {len(alone)}): {direct:.1f} s CPU"
        yield f"ratio: {built / number / direct:.2f}"
        yield f"{ALL} editions, extrapolated: {built / number * ALL:.0f} s CPU"
        yield from weights(root / "site", slugs)
        _change(root / "framework" / "gemeenten" / slugs[0])
        yield f"one principle changed among {number}: {_cpu([LEIDRAAD, 'build', *slugs], root):.1f} s CPU"


def weigh(number: int) -> Iterator[str]:
    """Yield what one more of so many editions weighs."""
    with tempfile.TemporaryDirectory() as folder:
        root = sources_in(Path(folder))
        slugs = write(root / "framework" / "gemeenten", number)
        _cpu([LEIDRAAD, "build", *slugs], root)
        yield from weights(root / "site", slugs)


def write(gemeenten: Path, number: int, seed: int = 19) -> list[str]:
    """Write so many municipalities, each of a structure of its own; return their slugs."""
    made = random.Random(seed)  # noqa: S311  # the same ones each time
    example = {path: _read(path) for path in (gemeenten / "voorbeeldstad").rglob("*.yaml")}
    texts = [path.read_text("utf-8") for path in (gemeenten / "voorbeeldstad" / "teksten").glob("*.md")]
    names = made.sample([f"{begin}{end}" for begin in _BEGIN for end in _END], len(_BEGIN) * len(_END))
    slugs = [_one(made, gemeenten, example, texts, place, names[place % len(names)]) for place in range(number)]
    for other in gemeenten.iterdir():
        if other.name not in slugs:
            shutil.rmtree(other)
    return slugs


def _one(
    made: random.Random, gemeenten: Path, example: dict[Path, Any], texts: list[str], place: int, name: str
) -> str:
    slug = f"{name.lower()}-{place}"
    folder = gemeenten / slug
    ids: dict[str, list[str]] = {}
    for kind, (least, most) in _KINDS.items():
        pool = [held for path, held in example.items() if path.parent.name == kind]
        ids[kind] = []
        for count in range(made.randint(least, most)):
            item = copy.deepcopy(made.choice(pool))
            item["id"] = f"{item['id']}-{count}"
            item["titel"] = f"{item['titel']} in {name} {count}"
            item.pop("spanning_met", None)
            for key in ("raakt_factoren", "stappen", "betekent_wel", "open_vragen"):
                if len(item.get(key, ())) > 1:
                    item[key] = made.sample(item[key], made.randint(1, len(item[key])))
            ids[kind].append(item["id"])
            _save(folder / kind / f"{item['id']}.yaml", item)
    (own,) = (held for path, held in example.items() if path.name == "gemeente.yaml")
    hostile = place % 3 == 2
    words = made.choice(_WORDS if hostile else _WORDS[:-1])
    gemeente = {
        **own,
        "id": slug,
        "naam": made.choice(_HOSTILE).format(name)
        if hostile
        else made.choice(("{}", "Gemeente {}", "{} aan Zee")).format(name),
        "soort": made.choice(("eigen", "verzonnen", "uit-publicatie")),
        "editie": f"2026.{made.randint(1, 12)}",
        "datum": f"2026-{made.randint(1, 12):02}-{made.randint(1, 28):02}",
        "woorden": {
            "inwoner": {"enkelvoud": words[0], "meervoud": words[1]},
            "professional": {"enkelvoud": words[2], "meervoud": words[3]},
            "principe": {"enkelvoud": "principe", "meervoud": "principes"},
        },
        "adres": f"https://leidraad.{slug}.example",
    }
    for key in ("adres", "contact", "klacht", "bezwaar", "afspraken", "clientenraad"):
        if made.random() < 0.2:
            gemeente.pop(key)
    if made.random() < 0.3:
        gemeente["koppen"] = {"willen": "Wat je wilt", "kunnen": "Wat je kunt"}
    _save(folder / "gemeente.yaml", gemeente)
    if made.random() < 0.6:
        (choice,) = (held for path, held in example.items() if path.name == "keuze.yaml")
        _save(folder / "keuze.yaml", {where: _some(made, held, ids["activiteiten"]) for where, held in choice.items()})
    for slot in ("welkom", "colofon", "principes", "wet"):
        if made.random() < 0.5:
            text = f"{made.choice(texts)}\nGeschreven in {name}.\n"
            path = folder / "teksten" / f"{slot}.md"
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, "utf-8", newline="\n")
    return slug


def _some(made: random.Random, held: dict[str, list[str]], own: list[str]) -> dict[str, list[str]]:
    core = {
        key: [id_ for id_ in ids if id_ not in ("kijkochtend-stadskwekerij", "brieventafel")]
        for key, ids in held.items()
    }
    some = {key: made.sample(ids, made.randint(1, len(ids))) for key, ids in core.items()}
    if "activiteiten" in some:
        some["activiteiten"] += own[:2]
    if "factoren" in some and "vragen" in some:
        some["vragen"] = [id_ for id_ in some["vragen"] if id_.startswith((*some["factoren"], "doel"))] or [
            "doel-goede-week"
        ]
    return some


def _read(path: Path) -> Any:
    return yaml.load(path.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506  # it gives texts alone


def _save(path: Path, held: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    text = yaml.safe_dump(held, allow_unicode=True, sort_keys=False, default_style='"', width=1000)
    path.write_text(text, "utf-8", newline="\n")


def _cpu(words: list[str], cwd: Path) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(words, cwd=cwd, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        raise RuntimeError(done.stdout[-3000:] + done.stderr[-3000:])
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _disk(folder: Path, number: int = 500) -> float:
    """Return the milliseconds of CPU to make a folder with a file in it, of which an edition has some 900.

    Ext4 without a journal passes over every number that was given up in the last minute: it may take thirty times what
    it takes in memory (TMPDIR=/dev/shm). They are left where they are, so that this does not do that.
    """
    before = time.process_time()
    for count in range(number):
        path = folder / str(count) / "index.html"
        path.parent.mkdir(parents=True)
        path.write_bytes(b" " * 20_000)
    return (time.process_time() - before) / number * 1000


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1000


def weights(site: Path, slugs: list[str]) -> Iterator[str]:
    """Yield what one more edition weighs: each content once, as git holds it, and each path, as a host that copies."""
    known = _contents(site, slugs[: len(slugs) // 2])
    rest = slugs[len(slugs) // 2 :]
    once, every = Counter[str](), Counter[str]()
    for path in (path for slug in rest for path in (site / slug).rglob("*") if path.is_file()):
        content, kind = path.read_bytes(), _kind(path.relative_to(site))
        every[kind] += len(content)
        if content not in known:
            known.add(content)
            once[kind] += len(content)
    for told, sizes in (("by content", once), ("by path", every)):
        whole = sum(sizes.values()) / len(rest)
        yield f"one more edition {told}: {whole / 1e6:.2f} MB ({1e9 / whole:.0f} in a gigabyte)"
    packed = _packed(site, slugs, len(rest))
    yield f"one more edition as git packs it: {packed / 1e6:.2f} MB ({1e9 / packed:.0f} in a gigabyte)"
    for kind, size in every.most_common():
        yield f"  {kind}: {once[kind] / len(rest) / 1000:.1f} kB by content, {size / len(rest) / 1000:.1f} by path"


def _contents(site: Path, slugs: list[str]) -> set[bytes]:
    return {path.read_bytes() for slug in slugs for path in (site / slug).rglob("*") if path.is_file()}


def _packed(site: Path, slugs: list[str], last: int) -> float:
    """Return what one of the last editions adds to a branch: what is alike in two files is kept once."""
    sizes = []
    with tempfile.TemporaryDirectory() as folder:
        git = ["git", f"--git-dir={folder}/.git", f"--work-tree={site}", "-c", "gc.auto=0"]
        git += ["-c", "user.name=bench", "-c", "user.email=bench@leidraad.example"]
        subprocess.run([*git, "init", "-q"], cwd=site, check=True)
        for slug in slugs:
            for words in (["add", "-f", slug], ["commit", "-q", "-m", slug], ["repack", "-adq", "--window=50"]):
                subprocess.run([*git, *words], cwd=site, check=True)
            sizes.append(sum(path.stat().st_size for path in Path(folder, ".git", "objects", "pack").iterdir()))
    return (sizes[-1] - sizes[-1 - last]) / last


def _kind(path: Path) -> str:
    """Return the kind of a file: cards, pages for a course and other pages apart, data by its name."""
    if path.suffix == ".html":
        return path.parts[2] if path.parts[2:] and path.parts[2] in ("kaart", "cursus", "activiteiten") else "pages"
    return path.name if path.suffix in (".json", ".txt") and path.name != "oembed.json" else path.suffix or path.name


def _change(folder: Path) -> None:
    path = min((folder / "gedragsprincipes").glob("*.yaml"))
    held = _read(path)
    _save(path, {**held, "titel": f"Voortaan: {held['titel']}"})


if __name__ == "__main__":
    start = time.perf_counter()
    for line in (weigh if sys.argv[2:] == ["weights"] else measure)(int(sys.argv[1]) if sys.argv[1:] else FEW):
        print(f"  {line}", flush=True)
    print(f"  ({time.perf_counter() - start:.0f} s, on {os.cpu_count()} cores)")

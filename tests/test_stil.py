"""What was written is on the page, or it is reported; nothing is lost or changed in silence."""

import html
import json
import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from leidraad.checks import check_framework
from leidraad.model.use.framework import Edition
from leidraad.model.yaml.reader import Reader, Scalar
from leidraad.render.block.fragment import Fragment
from tests.fouten import MINIATURE, copy_with

FILES = sorted((MINIATURE / "framework").rglob("*.yaml"))
UNSEEN = (
    "\\v",
    "\\u0007",
    "\\x85",
    "\\xad",
    "\\u200b",
    "\\u200d",
    "\\u202e",
    "\\u2066",
    "\\u2028",
    "\\ufeff",
    "\\ufffd",
)
PRINCIPES = Path("framework/gemeenten/fabeldam/gedragsprincipes")
# What people type, and Markdown or HTML could take for something else.
TEXTS = (
    "5*3*2 en 5 * 3 * 2",
    "__x__ en _x_ en snake_case",
    "C:\\map\\naam en een \\[haak\\]",
    "&amp; &lt;b&gt; &eacute;",
    "1) eerst\n2) dan",
    "+ meer dan gewoon",
    "prijs* en voorwaarden*",
    "eerste regel\ntweede regel",
    "eerste alinea\n\ntweede alinea",
    "zin. [1] en [tekst] en [tekst] (haakjes)",
    "![plaatje](x.png)",
    "[tekst](javascript:alert(1))",
    '[tekst](https://a.example "uitleg")',
    "[](factor:durven)",
    "# kop",
    "> citaat",
    "| a | b |",
    "--- en ===",
    "---",
    "`code` en ```blok```",
    "<b>vet</b> en 3 < 5 > 2",
    "<!-- weg -->",
    "{{ gemeente.naam }} {% x %} {: .x }",
    "--8<-- 'x'",
    "((inwoner)) en ((iemand))",
    "https://a.example/b_c_d?e=f&g=h",
    "~~door~~ ==gemarkeerd== H~2~O x^2^",
    "[^1] en [x]: https://a.example",
    "a -- b --- c ... (c) :smile:",
    "    vier spaties",
    "- 5 graden",
    "12. december",
    "***a*** en *b*, b*c",
)
SIGNS = "#:'\"-*[]{}>|%@&!,?\\`~=+_ \u00a0\uff1a\u2022"


def values(text: str) -> Iterator[yaml.ScalarNode]:
    """Yield every value of a file that stands on one line; keys are no values."""
    todo = [yaml.compose(text, Loader=yaml.CSafeLoader)]
    while todo:
        node = todo.pop()
        if isinstance(node, yaml.MappingNode):
            todo += [value for _, value in node.value]
        elif isinstance(node, yaml.SequenceNode):
            todo += node.value
        elif isinstance(node, yaml.ScalarNode) and node.start_mark.line == node.end_mark.line and node.value:
            yield node


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(MINIATURE).as_posix())
def test_no_value_of_any_file_may_hold_what_nobody_sees(path: Path) -> None:
    """Written out or as it is, in every value of every kind of file: reported on its own line."""
    text = path.read_text("utf-8")
    for number, node in enumerate(values(text)):
        start, end, escape = node.start_mark.index, node.end_mark.index, UNSEEN[number % len(UNSEEN)]
        sign = json.loads(f'"{escape}"') if "\\u" in escape else "\u200b"
        written = json.dumps(node.value)[:-1] + escape + '"'
        for held in (written, f"x{sign}x"):
            reader = Reader("x.yaml")
            reader.read((text[:start] + held + text[end:]).encode())
            found = {(problem.place.line, problem.check) for problem in reader.problems}
            assert (node.start_mark.line + 1, "onzichtbaar-teken") in found, held


def test_an_unquoted_text_is_read_to_the_letter_or_reported() -> None:
    """Three thousand texts of signs that YAML has a use for: none is cut, joined or changed without a word."""
    chance = random.Random(15)  # noqa: S311  # the same texts each time
    for _ in range(3000):
        signs = "".join(chance.choices(SIGNS, k=chance.randint(1, 4)))
        text = chance.choice(("wat {} dan", "{} dan", "wat {}", "wat{}dan", "'s{} dan", "{}")).format(signs)
        for written in (f"a: {text}\nb: c\n", f"a:\n  - {text}\n  - c\n", f"a: >-\n  wat\n  {text}\nb: c\n"):
            reader = Reader("x.yaml")
            read = reader.read(written.encode())
            held = read["a"] if isinstance(read, dict) and "a" in read else read
            held = held[0] if isinstance(held, list) else held
            # A text is asked: what is none, or empty, is refused by every type that takes one.
            told = reader.problems or not isinstance(held, Scalar) or not held.strip()
            quoted = re.fullmatch(r"""(["']).*\1( +#.*)?""", text.strip())
            assert told or quoted or held.split() in (text.split(), ["wat", *text.split()]), written


def seen(rendered: str) -> str:
    """Return what a reader sees of a piece of HTML, without the spaces."""
    return "".join(html.unescape(re.sub(r"<[^>]+>", "", rendered)).split())


def test_a_text_is_on_the_page_as_it_was_typed_or_reported(tmp_path: Path) -> None:
    """Stars, underscores, backslashes, brackets, lines: what is shown is what was typed, or a check says where not."""
    root = copy_with({}, tmp_path)
    for number, text in enumerate(TEXTS):
        held = f"id: p{number}\ntitel: Een principe\nstatus: concept\nbronnen: [praatje]\nwaarom: {json.dumps(text)}\n"
        (root / PRINCIPES / f"p{number}.yaml").write_text(held, "utf-8")
    framework, problems = check_framework(root / "framework")
    reported = {Path(problem.place.file).stem for problem in problems if problem.level == "fout"}
    edition = Edition(framework, framework.gemeenten["fabeldam"])
    for number, text in enumerate(TEXTS):
        if f"p{number}" in reported:
            continue
        typed = "".join(re.sub(r"\*{1,3}(?=\w)(.+?)(?<=\w)\*{1,3}(?!\w)", r"\1", text).split())
        typed = re.sub(r"^(-|\d+\.)", "", typed) if re.match(r"(-|\d+\.) ", text) else typed
        typed = typed.replace("((inwoner))", edition.gemeente.woorden.inwoner.enkelvoud)
        assert seen(Fragment(edition, "").block(text)) == typed
    assert len(reported) >= 14
    assert not {"p0", "p1", "p2", "p3", "p4", "p5", "p6", "p7", "p8"} & reported


def test_a_line_that_ends_ends_on_the_page_too(tmp_path: Path) -> None:
    """A line end in a value was meant; in a file of its own lines are broken where it suits the file."""
    framework, _ = check_framework(copy_with({}, tmp_path) / "framework")
    fragment = Fragment(Edition(framework, framework.gemeenten["fabeldam"]), "")
    assert fragment.block("een\ntwee") == "<p>een<br>\ntwee</p>\n"
    assert fragment.inline("een\ntwee") == "een<br>\ntwee"
    assert fragment.prose("een\ntwee") == "<p>een\ntwee</p>\n"

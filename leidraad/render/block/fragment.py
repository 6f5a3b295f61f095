"""The frame of one block of HTML: its edition, its texts, its sources, the words explained in it."""

import re
from collections.abc import Callable, Hashable, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

from jinja2 import Environment, PackageLoader, StrictUndefined
from jinja2.runtime import Context
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup, escape

from leidraad.model.kinds import kind_of
from leidraad.model.types.base import Herkomst, Tekstblok
from leidraad.model.types.begrippen import Begrip
from leidraad.model.types.bronnen import Bron
from leidraad.model.types.igm import Startpunt
from leidraad.model.types.onderzoeken import Bewijspunt, Onderzoek, WatWetenWe
from leidraad.model.use.addresses import PAGINAS
from leidraad.model.use.bewijs import Label, label_of, label_of_whole
from leidraad.model.use.dates import dutch_date
from leidraad.model.use.framework import Edition
from leidraad.model.use.markup import ITEM_LINK, PLACEHOLDER, WEB_LINK, parser
from leidraad.model.use.once import once
from leidraad.model.use.own_words import own_word as words_for
from leidraad.model.use.questions import for_readers
from leidraad.model.use.seen.fingerprint import fingerprint
from leidraad.render.block.compiled import Compiled
from leidraad.render.block.herkomst import OWN, sourced
from leidraad.render.block.pictogrammen import pictogram

LINK_SCHEME = "leidraad:"
_LAST = re.compile(r"(</(?:p|li|ul|ol)>\s*)+\Z")
WORD = re.compile(r"\w[\w-]*")
_RUN = "\0"  # where a run of text comes; no text holds it, for the parser replaces it
_KEPT = 16384  # texts of which is known what is in them: more than the core has
_OPENING, _CLOSING = "«(", "».,;:!?)"
# What stands as it is in pages and templates; ((inwoner)) may also be what a page tells of.
_IN_PAGES = re.compile(r"\(\(((?:[A-Za-z]+ ){0,2}[Pp]rincipes?|[Vv]oor (?:inwoners|professionals))\)\)")
Run = tuple[str, bool]  # a text, and whether it stands in a link
Parts = tuple[Any, ...]  # HTML, then each run with the HTML after it
PLACEHOLDER_OR_WORD = re.compile(rf"{PLACEHOLDER.pattern}|{WORD.pattern}")


class _Context(Context):
    """What a template sees; a function or a macro is called as it is, for none of ours asks what is around the call."""

    def call(self, called: Callable[..., Any], /, *args: Any, **values: Any) -> Any:
        """Call it without what a loop or a block says of itself."""
        values.pop("_loop_vars", None)
        values.pop("_block_vars", None)
        return called(*args, **values)


def environment(kind: type[Environment] = Environment) -> Environment:
    """Return the templates with what they may use; `kind` is how they are read."""
    made = kind(
        loader=PackageLoader("leidraad", ""),  # a template is named by its path, as render/onderdelen/lead.html
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        cache_size=-1,  # there are some hundred; to find which to let go takes longer than to find one
        bytecode_cache=Compiled(kind),
    )
    made.context_class = _Context
    made.filters["datum"] = dutch_date
    made.globals["pictogram"] = pictogram
    made.filters["in_taal"] = foreign
    return made


@cache
def _environment() -> Environment:
    return environment()


def templates_stay() -> None:
    """Look no longer whether a template changed since it was read: a build does not, a preview does."""
    _environment().auto_reload = False


def render_page(template: str, **values: Any) -> str:
    """Return a whole page of its own, outside the engine."""
    return _environment().get_template(template).render(**values)


def foreign(text: str, taal: str, tag: str = "span") -> Markup:
    """Return a text in an element that says its language, where that is not the page's own (WCAG 3.1.2)."""
    lang = Markup(' lang="{}"').format(taal) if taal != "nl" else Markup("")
    return Markup("<{}{}>{}</{}>").format(Markup(tag), lang, text, Markup(tag))


def link(kind: str, id_: str) -> str:
    """Return the neutral form of a link between items; editions.finish makes it relative."""
    return f"{LINK_SCHEME}{kind}/{id_}"


class Fragment:
    """One block of HTML in the making; `section` names it, so that ids in it are unique on the page.

    A `quiet` one gives a source as a number (render.bronnummers), and leaves out that something is our own design.
    """

    def __init__(self, edition: Edition, section: str, *, quiet: bool = False) -> None:
        """Start an empty block for an edition."""
        self.edition = edition
        self.section = self._name = section
        self.quiet = quiet
        self.explained: dict[str, Begrip] = {}
        self._met: set[str] = set()  # the glossary words in the piece in the making, explained or not

    @property
    def templates(self) -> Environment:
        """The templates that it is made with."""
        return _environment()

    def render(self, template: str, **values: Any) -> str:
        """Return the block: never empty, without blank lines, without anything a Markdown engine would act on."""
        html = self.templates.get_template(template).render(f=self, edition=self.edition, **values)
        lines = [line.strip() for line in self.in_own_words(html).splitlines() if line.strip()]
        # { and } could open a template tag or an attribute list in the page that this block is put into; a tab becomes
        # spaces there.
        return "\n".join(lines).replace("{", "&#123;").replace("}", "&#125;").replace("\t", "&#9;")

    def start(self, part: str) -> str:
        """Begin a part of the block, in which each glossary word is explained once more; it shows nothing."""
        self.section = f"{self._name}-{part}"
        self.explained = {}
        return ""

    def piece(self, name: str, of: Any, caller: Callable[[], str]) -> str:
        """Return a piece of the block that can be made for many editions at once.

        It is made of `of`, of what it reads, and of which of its glossary words were explained before it.
        """
        known = name, self.section, fingerprint(of)
        if known not in words_in:
            made = self._piece(caller)
        else:
            words = words_in[known]
            before = words.intersection(self.explained)
            made = self.edition.remembered(name, (known, words, before), lambda: self._piece(caller))
        words_in[known] = words_in.get(known, frozenset()) | made.words
        begrippen = self.edition.framework.begrippen
        if made.section != self.section:
            self.section, self.explained = made.section, {}
        self.explained |= {id_: begrippen[id_] for id_ in made.explained}
        self._met |= made.words
        return made.html

    def _piece(self, caller: Callable[[], str]) -> "Piece":
        section, before, outer, self._met = self.section, self.explained.copy(), self._met, set()
        html, words, self._met = caller(), frozenset(self._met), outer
        is_same = self.section == section
        return Piece(html, words, self.section, tuple(id_ for id_ in self.explained if not (is_same and id_ in before)))

    def plain(self, text: str) -> Markup:
        """Return a single line of text with the municipality's words filled in, escaped."""
        html = escape(text)
        return Markup(PLACEHOLDER.sub(lambda match: self._word(match[1]), str(html))) if "((" in html else html

    def spoken(self, text: str) -> Markup:
        """Return the same for where a voice reads it: English words of the glossary say so. Not for an attribute."""
        return Markup(_spoken(self.edition, str(self.plain(text))))

    def said(self, title: str) -> Markup:
        """Return the title of a principle; what a publication says of a municipality is a quotation."""
        return self.plain(self.edition.gemeente.aangehaald(title))

    def group(self, name: str) -> Markup:
        """Return with whom something was tried, in the municipality's own words."""
        return self.plain(for_readers(name))

    def inline(self, text: str) -> Markup:
        """Return a text of one paragraph, with its emphasis, links and glossary words."""
        return self._made(_parts(text, "inline"))

    def block(self, text: str) -> Markup:
        """Return a text with its paragraphs, lists and lines."""
        return self._made(_parts(text, "block"))

    def prose(self, text: str) -> Markup:
        """Return a text from a file of its own, whose lines an author breaks where it suits the file."""
        return self._made(_parts(text, "prose"))

    def _made(self, parts: Parts) -> Markup:
        first, *rest = parts
        return Markup(first + "".join(f"{self.text_token(*run)}{html}" for run, html in rest))

    def told(self, block: Tekstblok) -> Markup:
        """Return a text with its paragraphs, and its sources at the end of the last."""
        return within_last(self.block(block.tekst), self.origin(block))

    def origin(self, block: Herkomst) -> Markup:
        """Return the sources and the mark of origin of a block, or nothing where it has none of its own."""
        if self.quiet and not (block.herkomst == "eigen" and block.bronnen):
            return numbers(block.bronnen, is_reading=block.herkomst == "afgeleid")
        return (" " if self.quiet and block.has_origin else Markup("")) + self.full_origin(block)

    def full_origin(self, block: Herkomst) -> Markup:
        """Return the sources and the mark of origin of a block in words."""
        if not block.has_origin:
            return Markup("")
        cited = Markup("; ").join(self.cite(id_) for id_ in block.bronnen)
        is_fed = block.bronnen or block.herkomst != "eigen"
        words = sourced(block.herkomst, cited) if is_fed else OWN
        return Markup('<span class="herkomst">{}</span>').format(words)

    def cite(self, id_: str) -> Markup:
        """Return a source in short, as a link to the list of sources."""
        bron = self.edition.framework.bronnen[id_]
        return Markup('<a class="bron" href="{}">{}</a>').format(link("bron", id_), bron.kort)

    def label(self, punt: Bewijspunt) -> Label:
        """Return the label of a claim, which follows from the studies that it rests on."""
        return label_of(self.edition.framework.onderzoeken, punt)

    def evidence(self, block: WatWetenWe) -> Label:
        """Return the label of what is known of an item as a whole."""
        return label_of_whole(self.edition.framework.onderzoeken, block)

    def against(self, block: WatWetenWe) -> list[Bewijspunt]:
        """Return the claims whose studies found no difference, or a worse outcome."""
        return [punt for punt in block.punten if self.label(punt).richting in ("geen-verschil", "ongunstig")]

    def study(self, id_: str) -> Onderzoek:
        """Return a study by its id."""
        return self.edition.framework.onderzoeken[id_]

    def titled(self, bron: Bron) -> Markup:
        """Return the title of a source, in its own language; an English name in a Dutch one says so."""
        if bron.taal == "nl":
            return Markup("<cite>{}</cite>").format(self.spoken(bron.titel))
        return foreign(bron.titel, bron.taal, "cite")

    def made_of(self, function: Callable[[Edition, Any], str], held: Any) -> Any:
        """Return what a function makes of something, as text; in a preview its place."""
        return function(self.edition, held)

    def each_of(self, value: str) -> Any:
        """Return a value that is one of a few as a list of one; in a preview each has its own HTML."""
        return (value,)

    def item_link(self, reference: str) -> Markup:
        """Return an item such as stap:plan as a link with its title."""
        kind, _, id_ = reference.partition(":")
        return Markup('<a href="{}">{}</a>').format(link(kind, id_), self.spoken(self.named(reference)))

    def named(self, reference: str) -> str:
        """Return the title of an item such as stap:plan."""
        kind, _, id_ = reference.partition(":")
        return self.title(kind, id_)

    def title(self, kind: str, id_: str) -> str:
        """Return the title of an item."""
        if kind == "pagina":
            return PAGINAS[id_]
        framework, lokaal = self.edition.framework, self.edition.lokaal
        found = lokaal.of(kind).get(id_) or framework.of(kind).get(id_)
        if kind == "factor":  # who names a factor may mean a starting point
            found = found or framework.startpunten.get(id_)
        if found is None:
            raise KeyError(id_)
        return str(getattr(found, kind_of(kind).title))

    def part(self, id_: str) -> Startpunt:
        """Return the starting point or factor of an id of igm/."""
        framework = self.edition.framework
        return framework.startpunten.get(id_) or framework.factoren[id_]

    def lane(self, id_: str) -> str:
        """Return where an id of igm/ stands on the map: start, willen or kunnen."""
        framework = self.edition.framework
        return "start" if id_ in framework.startpunten else framework.groep_of(id_).id

    def href(self, reference: str) -> str:
        """Return the address of an item such as stap:plan, in the neutral form; a starting point counts as a factor."""
        kind, _, id_ = reference.partition(":")
        return link(self.kind_of(id_) if kind == "factor" else kind, id_)

    def kind_of(self, id_: str) -> str:
        """Return whether an id of igm/ is a starting point or a factor."""
        return "startpunt" if id_ in self.edition.framework.startpunten else "factor"

    def in_own_words(self, html: str) -> str:
        """Return HTML of a template with the municipality's words in their places."""
        if "((" not in html:
            return html
        words = {word: self._word(word) for word in dict.fromkeys(_IN_PAGES.findall(html))}
        return _IN_PAGES.sub(lambda match: words[match[1]], html)

    def _word(self, word: str) -> str:
        return str(escape(own_word(self.edition, word)))

    def text_token(self, content: str, in_link: bool) -> str:
        """Return a run of text: own words filled in, and the first use of each glossary word explained."""
        words = glossary(self.edition)
        out, end = list[str](), 0
        for start, written, word, begrip in words.met(content, self.section != "" and not in_link):
            if start < end:
                continue  # inside a glossary word of more than one word
            opening = closing = ""
            if begrip:
                self._met.add(begrip.id)
            if begrip is None:
                html = self._word(word)
            elif begrip.id in self.explained:
                continue
            else:
                self.explained[begrip.id] = begrip
                html = self.explanation(written, begrip)
                before, after = content[end:start], content[start + len(written) :]
                opening = before[len(before.rstrip(_OPENING)) :]
                closing = after[: len(after) - len(after.lstrip(_CLOSING))]
                if opening or closing:  # a browser breaks the line between a button and what stands at it
                    html = f'<span class="heel">{opening}{html}{closing}</span>'
            out += [words.spoken(content[end : start - len(opening)]), html]
            end = start + len(written) + len(closing)
        return "".join([*out, words.spoken(content[end:])]) if out else words.spoken(content)

    def explanation(self, written: str, begrip: Begrip) -> str:
        """Return a button with a popover: works by keyboard and touch, without a script."""
        id_ = f"uitleg-{self.section}-{begrip.id}"
        text = Fragment(self.edition, "").inline(begrip.definitie.tekst)
        return (
            f'<button type="button" class="begrip" popovertarget="{escape(id_)}">{self.spoken(written)}</button>'
            f'<span class="uitleg" data-begrip="{begrip.id}" id="{escape(id_)}" popover role="note">'
            f"<strong>{self.spoken(begrip.term)}</strong> {text} "
            f'<a href="{link("begrip", begrip.id)}">Meer in de begrippenlijst</a></span>'
        )


class Piece(NamedTuple):
    """A piece of a block: the glossary words in it, and in which section it ends with which of them explained."""

    html: str
    words: frozenset[str]
    section: str
    explained: tuple[str, ...]


words_in: dict[Hashable, frozenset[str]] = {}  # the glossary words that were met in a piece, in any edition


def numbers(ids: Sequence[str], *, is_reading: bool) -> Markup:
    """Return the places of the numbers of sources; editions.finish fills them in, for it has the whole page."""
    if not ids:
        return Markup("")
    one = Markup('<a class="bronnr" data-bron="{id}"{reading} href="{href}">{id}</a>')
    reading = Markup(" data-lezing") if is_reading else ""
    links = Markup(" ").join(one.format(id=id_, reading=reading, href=link("bron", id_)) for id_ in ids)
    return Markup("<sup>{}</sup>").format(links)


def within_last(html: Markup, more: Markup) -> Markup:
    """Return HTML with something more at the end of its last paragraph or list item."""
    return Markup(_LAST.sub(lambda match: str(more) + match[0], str(html), count=1)) if more else html


def own_word(edition: Edition, placeholder: str) -> str:
    """Return the municipality's words for what stands between (( and )); what is not known stays as it is."""
    return words_for(edition.gemeente.woorden, placeholder) or f"(({placeholder}))"


def in_own_words(edition: Edition | None, html: str) -> str:
    """Return HTML of our own with the municipality's words in their places, or where there is none the usual ones."""
    return Fragment(edition, "").in_own_words(html) if edition else _IN_PAGES.sub(r"\1", html)


class Glossary:
    """The words to explain, found by their first word; abbreviations (GAS, JOBS) only in capitals."""

    def __init__(self, begrippen: Sequence[Begrip]) -> None:
        """Collect every form of every word that is to be explained, the longest of a first word in front."""
        self._forms: dict[str, list[tuple[str, Begrip]]] = {}
        for begrip in begrippen:
            for form in begrip.forms if begrip.markeren else ():
                if first := WORD.match(form):
                    self._forms.setdefault(first[0].casefold(), []).append((form, begrip))
        for forms in self._forms.values():
            forms.sort(key=lambda pair: len(pair[0]), reverse=True)
        english = sorted((str(escape(form)) for begrip in begrippen for form in begrip.engels), key=len, reverse=True)
        self.english = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, english)) or '(?!)'})(?!\w)", re.IGNORECASE)

        self.met = lru_cache(maxsize=_KEPT)(self._met)
        self.spoken = lru_cache(maxsize=_KEPT)(self._spoken)
        self.marked = lru_cache(maxsize=_KEPT)(self._marked)

    def _met(self, content: str, explains: bool) -> list[tuple[int, str, str, Begrip | None]]:
        """Return where in a text something may be filled in: what is written there, with its own or glossary word."""
        found: list[tuple[int, str, str, Begrip | None]] = []
        for match in (PLACEHOLDER_OR_WORD if explains else PLACEHOLDER).finditer(content):
            if match[1]:
                found.append((match.start(), match[0], match[1], None))
            elif at := self.at(content, match.start(), match[0]):
                found.append((match.start(), at[0], "", at[1]))
        return found

    def _spoken(self, text: str) -> str:
        """Return a text as HTML in which what is English says so."""
        return self._marked(str(escape(text)))

    def _marked(self, html: str) -> str:
        """Return HTML in which what is English says so."""
        return self.english.sub(r'<span lang="en">\g<0></span>', html)

    def at(self, content: str, start: int, word: str) -> tuple[str, Begrip] | None:
        """Return what is written at `start` and its glossary word, when the word there begins one."""
        for form, begrip in self._forms.get(word.casefold(), ()):
            end = start + len(form)
            written = content[start:end]
            same = written == form if form.isupper() else written.casefold() == form.casefold()
            if same and not WORD.match(content[end : end + 1]) and content[end : end + 1] != "-":
                return written, begrip
        return None


def _spoken(edition: Edition, html: str) -> str:
    return glossary(edition).marked(html)


def glossary(edition: Edition) -> Glossary:
    """Return the glossary of an edition's core."""
    return _glossary(edition.framework.begrippen)


@once()
def _glossary(begrippen: Mapping[str, Begrip]) -> Glossary:
    return Glossary(list(begrippen.values()))


@lru_cache(maxsize=_KEPT)
def _parts(text: str, form: str) -> Parts:
    """Return a text of Markdown as HTML, cut at its runs of text: no more of it differs from place to place."""
    runs: list[Run] = []
    env = {"runs": runs, "prose": form == "prose"}
    first, *rest = (_renderer().renderInline if form == "inline" else _renderer().render)(text, env).split(_RUN)
    return (first, *zip(runs, rest, strict=True))


@cache
def _renderer() -> MarkdownIt:
    markdown = parser()
    markdown.add_render_rule("text", _text)
    markdown.add_render_rule("softbreak", _line_end)
    markdown.add_render_rule("link_open", _link_open)
    markdown.add_render_rule("link_close", _link_close)
    return markdown


def _text(_: Any, tokens: Sequence[Token], index: int, __: Any, env: Any) -> str:
    env["runs"].append((tokens[index].content, env.get("links", 0) > 0))
    return _RUN


def _line_end(_: Any, __: Sequence[Token], ___: int, ____: Any, env: Any) -> str:
    return "\n" if env["prose"] else "<br>\n"


def _link_open(_: Any, tokens: Sequence[Token], index: int, __: Any, env: Any) -> str:
    env["links"] = env.get("links", 0) + 1
    href = str(tokens[index].attrs["href"])
    if match := ITEM_LINK.match(href):
        return str(Markup('<a href="{}">').format(link(match[1], match[2])))
    if WEB_LINK.match(href):
        return str(Markup('<a href="{}" rel="noopener noreferrer">').format(href))
    return "<a>"


def _link_close(_: Any, __: Sequence[Token], ___: int, ____: Any, env: Any) -> str:
    env["links"] -= 1
    return "</a>"

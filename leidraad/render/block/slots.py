"""A block's own template, and texts that are not written yet → its HTML with marks, which the form fills.

A `Slot` is a value that only the form knows. Printed, it leaves a token for a place in a text or an attribute; where a
template decides on it or repeats over it, both branches or one repeat stand between comments. What a template does
beyond that with a slot fails here, so that no preview differs from the page in silence.

Paths: `r/` is the file that is filled in, `g/` gemeente.yaml, `r/betekent_wel/` one point of that list.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, Literal, cast, get_args, get_origin

from jinja2 import Environment, UndefinedError, nodes
from markupsafe import Markup, escape

from leidraad.model.types.base import Blok, Tekstblok, block_in, naar_of
from leidraad.model.types.gemeente import Gedragsprincipe, Gemeente
from leidraad.model.use.dates import dutch_date
from leidraad.model.use.framework import Edition
from leidraad.render.block.fragment import Fragment, environment
from leidraad.render.block.herkomst import OWN, sourced

OPEN, SPLIT, CLOSE = "\ue000", "\ue001", "\ue002"  # of a token: signs that no text may hold
Test = str | list[Any]


class Symbol:
    """Something that only the form knows; `test` says to the form when it counts as filled in."""

    test: Test

    def __bool__(self) -> bool:
        """Refuse: a template may ask it with `if`, Python cannot know."""
        raise TypeError("only the form knows what stands here")

    __iter__ = __len__ = __bool__


class Condition(Symbol):
    """A question about slots."""

    def __init__(self, *test: Any) -> None:
        """Keep the question: of, en, niet, is."""
        self.test = list(test)


class Slot(Symbol):
    """One value: `hoe` names what is done with it, the last first, by the names in docs/assets/lib/vullen.js."""

    def __init__(self, path: str, *hoe: str, choices: tuple[str, ...] = ()) -> None:
        """Keep where it stands in the form, and what it may be."""
        self.path, self.hoe, self.choices = path, hoe, choices
        self.test = [*hoe, path] if hoe else path

    def through(self, *hoe: str) -> "Slot":
        """Return what something makes of it."""
        return Slot(self.path, *hoe, *self.hoe)

    def __eq__(self, other: object) -> Any:
        """Return the question whether it is a value, for the form."""
        return Condition("is", self.path, other)

    __hash__ = None  # type: ignore[assignment]

    def __str__(self) -> str:
        """Return the token that the form puts the value in the place of."""
        return OPEN + SPLIT.join([*(self.hoe or ("tekst",)), self.path]) + CLOSE

    def __html__(self) -> str:
        """Return the same: nothing in it needs an escape."""
        return str(self)


class Either(Symbol):
    """One of two texts, as the form finds."""

    def __init__(self, which: Test, yes: Any, no: Any) -> None:
        """Keep both, and what decides."""
        self.which, self.yes, self.no = which, yes, no
        self.test = ["of", ["en", which, _test(yes)], ["en", ["niet", which], _test(no)]]

    def __str__(self) -> str:
        """Return a token with both in it."""
        return SPLIT.join([f"{OPEN}?", json.dumps(self.which), str(self.yes), str(self.no)]) + CLOSE

    def __html__(self) -> str:
        """Return it for in HTML; the form reads it back from a text or an attribute."""
        parts = (str(escape(part)) for part in (json.dumps(self.which), self.yes, self.no))
        return SPLIT.join([f"{OPEN}?", *parts]) + CLOSE


class Repeat(Symbol):
    """A list of which only the form knows the points: `items` are those to lay out, by id where it has one."""

    def __init__(self, path: str, items: Mapping[str, Any]) -> None:
        """Keep what one point is, or what it can be."""
        self.test = self.path = path
        self.items = items


class Slots(Symbol):
    """A block of a type, with a slot for each of its keys."""

    def __init__(self, edition: Edition, model: type[Blok], path: str, **known: Any) -> None:
        """Begin a block at a path; `known` is what does not come from a key of its own."""
        self._edition, self._model, self._path = edition, model, path
        self._known = known
        if issubclass(model, Tekstblok):
            self.test = f"{path}tekst"
            self._known["has_origin"] = Condition("of", f"{path}herkomst", f"{path}bronnen")

    def __getattr__(self, key: str) -> Any:
        """Return the slot, the list or the block under a key."""
        if key in self._known:
            return self._known[key]
        if key not in self._model.model_fields:  # as of the block itself; of this one, Jinja would name a Slots
            of = f"{self._model.__module__}.{self._model.__qualname__}"
            raise UndefinedError(f"'{of} object' has no attribute '{key}'")
        hint, path = self._model.model_fields[key].annotation, self._path + key
        is_list = get_origin(hint) is tuple
        if block := block_in(hint):
            inner = Slots(self._edition, block, f"{path}{'/' if is_list else '.'}")
            return Repeat(path, {"": inner}) if is_list else inner
        if hint is bool:
            return Condition("is", path, "ja")
        choices = self._choices(key, hint)
        if not is_list:
            return Slot(path, choices=choices)
        return Repeat(path, {id_: id_ for id_ in choices} or {"": Slot(f"{path}/")})

    def _choices(self, key: str, hint: Any) -> tuple[str, ...]:
        """Return what may stand under a key, where it is one of a few that are known beforehand."""
        if naar := naar_of(self._model, key):
            framework = self._edition.framework
            few = (kind for kind in naar.soorten if kind not in ("principe", "bron"))
            return tuple(id_ for kind in few for id_ in framework.of(kind))
        return get_args(hint) if get_origin(hint) is Literal else ()


def principe_slots(edition: Edition) -> Any:
    """Return a principle that is still to be written."""
    retired = Condition("is", "r/status", "vervallen")
    return Slots(edition, Gedragsprincipe, "r/", in_force=Condition("niet", retired.test))


class MarkedEdition:
    """An edition of which the municipality is still to be filled in."""

    def __init__(self, edition: Edition) -> None:
        """Keep the rest."""
        described = Condition("is", "g/soort", "uit-publicatie")
        self.gemeente = Slots(edition, Gemeente, "g/", spreekt_zelf=Condition("niet", described.test))
        self._edition = edition

    def __getattr__(self, key: str) -> Any:
        """Return what does not come from the form."""
        return getattr(self._edition, key)


class Marked(Fragment):
    """A block of HTML whose slots leave a mark; all else is as on the page."""

    def __init__(self, edition: Edition, section: str, *, quiet: bool = False) -> None:
        """Start an empty block for what is filled in."""
        super().__init__(cast("Edition", MarkedEdition(edition)), section, quiet=quiet)

    @property
    def templates(self) -> Environment:
        """The templates, in which a decision on a slot leaves its mark."""
        return _marking()

    def _word(self, word: str) -> str:
        """Return the place of the municipality's own words, with what stands before them."""
        return str(Slot(word, "eigen"))

    def start(self, part: str) -> Markup:
        """Begin a part, in the preview too."""
        super().start(part)
        return section(self.section)

    def plain(self, text: Any) -> Markup:
        """Return a line of text, or its place."""
        return _placed(text, "plain") or super().plain(text)

    def said(self, title: Any) -> Markup:
        """Return the title of a principle, or its place."""
        return _placed(title, "said") or super().said(title)

    def group(self, name: Any) -> Markup:
        """Return with whom something was tried, or its place."""
        return _placed(name, "groep") or super().group(name)

    def inline(self, text: Any) -> Markup:
        """Return a text of one paragraph, or its place."""
        return _placed(text, "inline") or super().inline(text)

    def block(self, text: Any) -> Markup:
        """Return a text with its paragraphs, or its place."""
        return _placed(text, "block") or super().block(text)

    def prose(self, text: Any) -> Markup:
        """Return a text from a file of its own, or its place."""
        return _placed(text, "prose") or super().prose(text)

    def title(self, kind: str, id_: Any) -> Any:
        """Return the title of an item, or its place."""
        return id_.through(f"titel-{kind}") if isinstance(id_, Slot) else super().title(kind, id_)

    def named(self, reference: Any) -> Any:
        """Return the title of an item of any kind, or its place."""
        return reference.through("titel-alles") if isinstance(reference, Slot) else super().named(reference)

    def cite(self, id_: Any) -> Markup:
        """Return a source in short, or its place."""
        return _placed(id_, "cite") or super().cite(id_)

    def made_of(self, function: Callable[[Edition, Any], str], held: Any) -> Any:
        """Return the place of what the form works out in the same way."""
        path = held.path if isinstance(held, Slot | Repeat) else held._path
        return Slot(path, function.__name__)

    def each_of(self, value: Any) -> Any:
        """Return a value that is one of a few as a list of one, so that each has its own HTML."""
        return Repeat(value.path, {id_: id_ for id_ in value.choices})

    def told(self, block: Any) -> Markup:
        """Return a text with its sources at the end of the last paragraph: the form puts them there."""
        if not isinstance(block, Slots):
            return super().told(block)
        return Markup("").join([
            _comment("aan-het-eind", ""),
            self.block(block.tekst),
            _comment("anders", ""),
            self.full_origin(block),
            _comment("einde", ""),
        ])  # fmt: skip

    def full_origin(self, block: Any) -> Markup:
        """Return the sources and the mark of origin of a block, as far as the form says there are any."""
        if not isinstance(block, Slots):
            return super().full_origin(block)
        cited = _elk(block.bronnen, self.cite, "; ")
        fed = sourced("eigen", cited).removeprefix(OWN)
        marks = _when(block.herkomst == "eigen", Markup(OWN) + _when(block.bronnen, Markup(fed)))
        marks += _when(block.herkomst == "afgeleid", sourced("afgeleid", cited))
        marks += _when(Condition("niet", block.herkomst.test), sourced(None, cited))
        return _when(block.has_origin, Markup('<span class="herkomst">{}</span>').format(marks))


def section(name: str) -> Markup:
    """Return the mark that a block or a part of it begins, by the name that is in its ids."""
    return _comment("deel", name)


def _placed(text: Any, hoe: str) -> Markup | None:
    return Markup(str(text.through(hoe))) if isinstance(text, Slot) else None


def _test(held: Any) -> Any:
    return held.test if isinstance(held, Symbol) else bool(held)


# ---- the marks around what a template decides or repeats ----


def _comment(name: str, held: Any) -> Markup:
    return Markup(f"<!--{name} {held if isinstance(held, str) else json.dumps(held)}-->")


def _when(test: Symbol, html: Markup) -> Markup:
    return _als(test) + html + _anders(test) + _einde(test)


def _elk(held: Repeat, laid_out: Callable[[str], Markup], between: str) -> Markup:
    options = Markup("").join(laid_out(one) for one in held.items.values())
    return _comment("elk", [held.path, between]) + options + _einde(held)


def _als(test: Any) -> Markup:
    return _comment("als", test.test) if isinstance(test, Symbol) else Markup("")


def _anders(test: Any) -> Markup:
    return _comment("anders", "") if isinstance(test, Symbol) else Markup("")


def _einde(test: Any) -> Markup:
    return _comment("einde", "") if isinstance(test, Symbol) else Markup("")


def _repeated(held: Any) -> Markup:
    return _comment("elk", [held.path, ""]) if isinstance(held, Repeat) else Markup("")


def _bij(held: Any, one: Any) -> Markup:
    return _comment("bij", one) if isinstance(held, Repeat) and isinstance(one, str) else Markup("")


def _points(held: Any) -> Iterator[Any]:
    yield from held.items.values() if isinstance(held, Repeat) else held


def _may(test: Any) -> bool:
    return isinstance(test, Symbol) or bool(test)


def _may_not(test: Any) -> bool:
    return isinstance(test, Symbol) or not test


def _either(test: Any, yes: Any, no: Any) -> Any:
    if isinstance(test, Symbol):
        return Either(test.test, yes, no)
    return yes if test else no


def _or(one: Any, other: Any) -> Any:
    if not isinstance(one, Symbol):
        return one or other
    if not isinstance(other, Symbol) and not isinstance(other, bool):
        return Either(one.test, one, other)
    return Condition("of", one.test, other.test) if isinstance(other, Symbol) else other or one


def _and(one: Any, other: Any) -> Any:
    if not isinstance(one, Symbol):
        return one and other
    return Condition("en", one.test, other.test) if isinstance(other, Symbol) else other and one


def _not(one: Any) -> Any:
    return Condition("niet", one.test) if isinstance(one, Symbol) else not one


class _Marking(Environment):
    """Templates in which `if`, `for`, `and`, `or` and `not` leave a mark where they are about a slot."""

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        return cast("nodes.Template", _Marker().visit(super()._parse(source, name, filename)))


class _Marker:
    """Rewrites a template so that each decision asks the functions above."""

    def visit(self, node: nodes.Node) -> Any:
        """Return a node with all in it rewritten; an If or a For becomes several."""
        if isinstance(node, nodes.If) and node.elif_:
            first, *rest = node.elif_
            node.else_ = [nodes.If(first.test, first.body, rest, node.else_)]
            node.elif_ = []
        for field, held in node.iter_fields():
            if isinstance(held, list):
                setattr(node, field, [new for one in held for new in self._visited(one)])
            elif isinstance(held, nodes.Node):
                setattr(node, field, self.visit(held))
        rewrite = getattr(self, f"_{type(node).__name__.lower()}", None)
        return rewrite(node) if rewrite else node

    def _visited(self, held: Any) -> list[Any]:
        if not isinstance(held, nodes.Node):
            return [held]
        found = self.visit(held)
        return found if isinstance(found, list) else [found]

    def _if(self, node: nodes.If) -> list[nodes.Node]:
        test = cast("nodes.Expr", node.test)
        return [
            _shown(_als, test),
            nodes.If(_call(_may, test), node.body, [], []),
            _shown(_anders, test),
            nodes.If(_call(_may_not, test), node.else_, [], []),
            _shown(_einde, test),
        ]

    def _for(self, node: nodes.For) -> list[nodes.Node]:
        held, body = cast("nodes.Expr", node.iter), node.body
        if isinstance(node.target, nodes.Name):
            body = [_shown(_bij, held, nodes.Name(node.target.name, "load")), *body]
        repeat = nodes.For(node.target, _call(_points, held), body, node.else_, node.test, node.recursive)
        return [_shown(_repeated, held), repeat, _shown(_einde, held)]

    def _condexpr(self, node: nodes.CondExpr) -> nodes.Node:
        test, none = node.test, nodes.Const(None)
        yes = nodes.CondExpr(_call(_may, test), node.expr1, none)
        return _call(_either, test, yes, nodes.CondExpr(_call(_may_not, test), node.expr2 or nodes.Const(""), none))

    def _or(self, node: nodes.Or) -> nodes.Node:
        return _call(_or, node.left, nodes.CondExpr(_call(_may_not, node.left), node.right, nodes.Const(None)))

    def _and(self, node: nodes.And) -> nodes.Node:
        return _call(_and, node.left, nodes.CondExpr(_call(_may, node.left), node.right, nodes.Const(None)))

    def _not(self, node: nodes.Not) -> nodes.Node:
        return _call(_not, node.node)


def _call(function: Callable[..., Any], *values: nodes.Expr) -> nodes.Expr:
    return nodes.Call(nodes.Name(f"_marks{function.__name__}", "load"), list(values), [], None, None)


def _shown(function: Callable[..., Any], *values: nodes.Expr) -> nodes.Node:
    return nodes.Output([_call(function, *values)])


@cache
def _marking() -> Environment:
    functions = (_als, _anders, _einde, _repeated, _bij, _points, _may, _may_not, _either, _or, _and, _not)
    made = environment(_Marking)
    made.globals.update({f"_marks{function.__name__}": function for function in functions})
    made.filters["datum"] = lambda day: day.through("datum") if isinstance(day, Slot) else dutch_date(day)
    return made

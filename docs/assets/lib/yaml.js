// YAML ↔ values, every scalar a text: the part of YAML that a municipality's files may hold (besluiten/0036). What it
// does not know it refuses with the line; {name} there is a sentence that comes with the form. A file that was read is
// written again to the letter, but for what changed.
export class Onbegrepen extends Error {}

const refuse = (at, why) => {
  throw new Onbegrepen(`regel ${at + 1}: ${why}`);
};
const STRUCTURE = "{structuur}";
const SIGNS = "{aanhaling}";
// Behind a text without signs it may be a part of the text.
const refuseRemark = (at, remark) => refuse(at, `alles vanaf «${remark}» {opmerking}`);
// a key between braces, and what stands behind its colon
const IN_BRACES = /^(?:("(?:[^"\\]|\\.)*"|'(?:[^']|'')*') *:|([\p{L}\p{N}_][\p{L}\p{N}_ -]*?) *:(?=\s|$))(.*)$/u;
const KEY = /^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[\p{L}\p{N}_][\p{L}\p{N}_ -]*?) *:(?: +(.*))?$/u;
// an odd space is a sign like any other
const START = /^[ \t]+/;
const EDGES = /^[ \t]+|[ \t]+$/g;
const NOTHING = /^(~|null|Null|NULL)$/;
const ESCAPES = { 0: "\0", a: "\x07", b: "\b", t: "\t", n: "\n", v: "\v", f: "\f", r: "\r", e: "\x1b" };
const MORE_ESCAPES = { " ": " ", '"': '"', "/": "/", "\\": "\\", N: "\x85", _: "\xa0", L: "\u2028", P: "\u2029" };

class Reader {
  #held; // as it stands in the file
  #behind = []; // remarks behind what was read

  constructor(text) {
    this.lines = text.replace(/^\uFEFF/, "").split(/\r\n?|\n/);
    this.#held = [...this.lines];
    this.at = 0;
  }

  // ---- lines ----

  indent(at = this.at) {
    return this.lines[at].match(/^ */)[0].length;
  }

  // Go to the next line that says something; undefined at the end, else how far it is indented.
  next() {
    while (this.at < this.lines.length && /^[ \t]*(#|$)/.test(this.lines[this.at])) this.at++;
    if (this.at >= this.lines.length) return undefined;
    if (/^ *\t/.test(this.lines[this.at])) refuse(this.at, "{tab}");
    return this.indent();
  }

  // ---- blocks ----

  /** The keys of a file, each with the lines that it stands on, the remarks above it included. */
  file() {
    if (/^---\s*$/.test(this.lines[this.next() === undefined ? 0 : this.at] ?? "")) this.at++;
    const parts = [];
    let from = 0;
    for (const [key, value, at] of this.pairs(0)) {
      parts.push({ key, value, at, from, behind: this.#behind.splice(0) });
      from = this.#end();
    }
    const lines = (start, end) => this.#held.slice(start, end);
    const kept = parts.map((part, index) => ({
      ...part,
      above: lines(part.from, part.at),
      held: lines(part.at, parts[index + 1]?.from ?? from),
    }));
    return { parts: kept, below: lines(from) };
  }

  // Where what was read ends: remarks and empty lines before the next key belong to that.
  #end() {
    let end = this.at;
    while (end && /^(#|\s*$)/.test(this.lines[end - 1] ?? "")) end--;
    return end;
  }

  *pairs(level) {
    const seen = new Set();
    for (let level_ = this.next(); level_ !== undefined && level_ >= level; level_ = this.next()) {
      const { at } = this;
      const found = level_ === level && this.lines[at].slice(level).match(KEY);
      if (!found) refuse(at, STRUCTURE);
      const key = this.#plainKey(found[1]);
      if (seen.has(key)) refuse(at, `sleutel «${key}» staat er al`);
      seen.add(key);
      const rest = (found[2] ?? "").replace(START, "");
      yield [key, this.value(rest, this.lines[at].length - rest.length, level, level), at];
    }
  }

  #plainKey(key) {
    if (NOTHING.test(key)) refuse(this.at, SIGNS);
    return /^["']/.test(key) ? this.#quoted(key, this.at, true)[0] : key;
  }

  block(level) {
    if (/^-( |$)/.test(this.lines[this.at].slice(level))) return [...this.points(level)];
    return Object.fromEntries([...this.pairs(level)].map(([key, value]) => [key, value]));
  }

  *points(level) {
    for (
      let level_ = this.next();
      level_ !== undefined && level_ >= level && !(level_ === level && !this.#isPoint(level));
      level_ = this.next()
    ) {
      if (level_ > level) refuse(this.at, STRUCTURE);
      const line = this.lines[this.at];
      const rest = line.slice(level + 1).replace(START, "");
      const column = line.length - rest.length;
      if (KEY.test(rest) || /^- /.test(rest)) {
        this.lines[this.at] = " ".repeat(column) + rest;
        yield this.block(column);
      } else yield this.value(rest, column, level, level + 1);
    }
  }

  #isPoint(level) {
    return /^-( |$)/.test(this.lines[this.at].slice(level));
  }

  // What stands after a key or a dash; `level` is that of what holds it, from `least` on it may go on.
  value(rest, column, level, least) {
    const { at } = this;
    this.at++;
    if (!rest || /^#/.test(rest)) {
      const below = this.next();
      if (below === undefined || below < least || (below === level && !this.#isPoint(level)))
        return rest && refuseRemark(at, rest);
      if (rest) this.#behind.push(rest);
      return this.block(below);
    }
    if (/^[|>]/.test(rest)) return this.#lines(rest, at, level);
    if (/^["'[{]/.test(rest)) return this.#flow(rest, at);
    if (/^[}\]&*!%@`,]|^[?:-](\s|$)/.test(rest)) refuse(at, `tekst die met «${rest[0]}» begint, lees ik niet`);
    return this.#plain(rest, at, level, column);
  }

  // ---- texts ----

  #plain(rest, at, level) {
    const held = [rest.replace(EDGES, "")];
    while (this.at < this.lines.length) {
      const line = this.lines[this.at];
      if (line.replace(EDGES, "") && this.indent() <= level) break;
      if (/^[ \t]*#/.test(line)) break;
      held.push(line.replace(EDGES, ""));
      this.at++;
    }
    while (held.length > 1 && !held.at(-1)) {
      held.pop();
      this.at--;
    }
    for (const [index, line] of held.entries())
      if (/\s#/.test(line)) refuseRemark(at + index, line.match(/\s(#.*)/)[1]);
      else if (/:\s|:$/.test(line)) refuse(at + index, SIGNS);
    return NOTHING.test(held[0]) && held.length === 1 ? "" : folded(held);
  }

  // [the text, what stands behind it on its last line]
  #quoted(rest, at, isKey) {
    const sign = rest[0];
    const held = [];
    let line = rest.slice(1);
    for (;;) {
      const close = line.match(sign === "'" ? /^((?:[^']|'')*)'(?!')/ : /^((?:[^"\\]|\\.)*)"/);
      held.push(close ? close[1] : line);
      if (close) {
        const text = sign === "'" ? folded(held).replaceAll("''", "'") : this.#escaped(held, at);
        return [text, line.slice(close[0].length)];
      }
      if (isKey || this.at >= this.lines.length) refuse(at, "{open_aanhaling}");
      line = this.lines[this.at++];
    }
  }

  #escaped(held, at) {
    return folded(held, /(?<!\\)(?:\\\\)*\\$/).replace(
      /\\(?:x([\da-f]{2})|u([\da-f]{4})|U([\da-f]{8})|([\s\S]))/gi,
      (found, x, u, long, sign) => {
        const code = x ?? u ?? long;
        if (code) return String.fromCodePoint(Math.min(parseInt(code, 16), 0x10ffff));
        const text = ESCAPES[sign] ?? MORE_ESCAPES[sign];
        return text ?? refuse(at, `«${found}» ken ik niet`);
      },
    );
  }

  // A text between quotes, a list between [ ] or keys between { }, in each other too, over as many lines as it takes.
  #flow(rest, at) {
    const [found, after] = this.#inFlow(rest, at);
    const [, remark] = after.match(/^(?:[ \t]+(#.*)|[ \t]*)$/) ?? refuse(this.at - 1, STRUCTURE);
    if (remark) this.#behind.push(remark);
    return found;
  }

  // [the value that a text begins with, what stands behind it on its last line]
  #inFlow(text, at) {
    if (/^["']/.test(text)) return this.#quoted(text, at);
    if (/^[[{]/.test(text)) return text[0] === "[" ? this.#listed(text, at) : this.#keyed(text, at);
    const [held] = text.match(/^(?:[^,[\]{}:]|:(?=[^\s,[\]{}]))*/);
    const one = held.replace(EDGES, "");
    const ends = text.slice(held.length);
    if (!one || /^[&*!|>%@`#?-]|\?|\s#/.test(one) || ends[0] === ":") refuse(this.at - 1, SIGNS);
    return [one.replace(NOTHING, ""), ends];
  }

  #listed(text, at) {
    const found = [];
    for (
      let [rest, isEnd] = this.#nextIn(text.slice(1), "]", at);
      ;
      [rest, isEnd] = this.#nextIn(rest, "]", at, true)
    ) {
      if (isEnd) return [found, rest];
      const [one, after] = this.#inFlow(rest, at);
      found.push(one);
      rest = after;
    }
  }

  #keyed(text, at) {
    const found = {};
    for (
      let [rest, isEnd] = this.#nextIn(text.slice(1), "}", at);
      ;
      [rest, isEnd] = this.#nextIn(rest, "}", at, true)
    ) {
      if (isEnd) return [found, rest];
      const [, quoted, plain, after] = rest.match(IN_BRACES) ?? refuse(this.at - 1, "{geen_sleutel}");
      const key = this.#plainKey(quoted ?? plain);
      if (Object.hasOwn(found, key)) refuse(this.at - 1, `sleutel «${key}» staat er al`);
      const value = this.#skipped(after, at);
      [found[key], rest] = /^[,}]/.test(value) ? ["", value] : this.#inFlow(value, at);
    }
  }

  // [what comes next, true at the closing sign]: after a comma, when something stood before it.
  #nextIn(text, close, at, needsComma) {
    let rest = this.#skipped(text, at);
    if (needsComma && rest[0] === ",") rest = this.#skipped(rest.slice(1), at);
    else if (needsComma && rest[0] !== close) refuse(this.at - 1, "{komma}");
    return rest[0] === close ? [rest.slice(1), true] : [rest, false];
  }

  // What follows the spaces, the remarks and the ends of lines.
  #skipped(text, at) {
    let rest = text.replace(START, "");
    if (rest[0] === "#") this.#behind.push(rest);
    while (!rest || rest[0] === "#") {
      if (this.at >= this.lines.length) refuse(at, "{open_haken}");
      if (/^(---|\.\.\.)(\s|$)/.test(this.lines[this.at])) refuse(this.at, STRUCTURE);
      rest = this.lines[this.at++].replace(START, "");
    }
    return rest;
  }

  // A text of lines after | or >.
  #lines(header, at, level) {
    const known = header.match(/^([|>])([-+]?)([1-9]?)([-+]?)\s*$/);
    if (!known) refuse(at, "{na_pijl}");
    const found = [];
    let within = known[3] ? level + +known[3] : 0;
    for (; this.at < this.lines.length; this.at++) {
      const line = this.lines[this.at];
      if (line.replace(EDGES, "")) {
        within ||= this.indent();
        if (this.indent() < within || within <= level) break;
      }
      found.push(within ? line.slice(within) : "");
    }
    const end = found.length;
    while (found.length && !found.at(-1)) found.pop();
    const after = { "-": "", "+": "\n".repeat(end - found.length + 1) }[known[2] || known[4]] ?? "\n";
    if (!found.length) return "";
    return (known[1] === "|" ? found.join("\n") : foldedLines(found)) + after;
  }
}

// Lines that run on: one line end is a space, each empty line a line end; `joined` tells where nothing comes between.
function folded(lines, joined) {
  const tail = joined ? /(?<!(?<!\\)(?:\\\\)*\\)[ \t]+$/ : /[ \t]+$/; // an escaped space stays
  let text = "";
  let ends = 0;
  for (const [index, line] of lines.entries()) {
    const last = index === lines.length - 1;
    const held = (index ? line.replace(START, "") : line).replace(last ? "" : tail, "");
    if (index && !held && !last) ends++;
    else {
      const glued = joined && index && joined.test(text);
      if (glued) text = text.slice(0, -1) + "\n".repeat(ends);
      else if (index) text += ends ? "\n".repeat(ends) : " ";
      ends = 0;
      text += held;
    }
  }
  return text;
}

// The same between lines at the margin; what is indented further keeps its own.
function foldedLines(lines) {
  let text = "";
  let ends = 0;
  let before;
  for (const line of lines) {
    if (!line) {
      ends++;
      continue;
    }
    const isFree = /^[ \t]/.test(line) || /^[ \t]/.test(before ?? "");
    if (before === undefined) text = "\n".repeat(ends);
    else if (isFree) text += "\n".repeat(ends + 1);
    else text += ends ? "\n".repeat(ends) : " ";
    text += line;
    before = line;
    ends = 0;
  }
  return text;
}

/** What a file holds: {parts: [{key, value, at, above, held, behind}], below}; at is its line, above, held and below are lines of the file, behind remarks. */
export const read = (text) => new Reader(text).file();

// ---- writing ----

// What may stand as it is: no sign that nobody sees, and none that ends a line.
const SEEN = /^[\n -~\xa1-\u1fff\u2010-\u2027\u2030-\u2fff\u3001-\ud7ff\u{1f000}-\u{1faff}]*$/u;
const PLAIN = /^(?!(null|true|false|yes|no|on|off|y|n)$)[A-Za-zÀ-ÿ]([\wÀ-ÿ ,.?'-]*[\wÀ-ÿ,.?'-])?$/i;
const UNSEEN = /[^ -~\xa0-\u1fff\u2010-\u2027\u2030-\ufefe]/g;

/** «woorden.inwoner.enkelvoud» is a key in a key in a key. */
export function nested(row) {
  const found = {};
  for (const [path, value] of Object.entries(row)) {
    const keys = path.split(".");
    const last = keys.pop();
    keys.reduce((block, key) => (block[key] ??= {}), found)[last] = value;
  }
  return found;
}

export const block = (values, indent = "") =>
  Object.entries(values).flatMap(([key, value]) => pair(key, value, indent));

function pair(key, value, indent) {
  const within = `${indent}  `;
  if (Array.isArray(value)) return [`${indent}${key}:`, ...value.flatMap((one) => point(one, within))];
  if (typeof value === "string") return [`${indent}${key}:${value.trim() && ` ${scalar(value, within)}`}`];
  const { tekst, ...origin } = value;
  const isText =
    tekst !== undefined &&
    !Object.values(origin)
      .flatMap((one) => one.tekst ?? one)
      .join("")
      .trim();
  return isText ? pair(key, tekst, indent) : [`${indent}${key}:`, ...block(value, within)];
}

function point(value, indent) {
  if (typeof value === "string") return [`${indent}- ${scalar(value, `${indent}  `)}`];
  return block(value, `${indent}  `).map((line, index) => (index ? line : `${indent}- ${line.trim()}`));
}

function scalar(text, indent) {
  const lines = (sign, held) => `${sign}\n${held.replace(/^(?=.)/gm, indent)}`;
  if (text.length < 80 && PLAIN.test(text)) return text;
  if (SEEN.test(text) && !/^\s|\s$|\s\n/.test(text)) {
    if (text.includes("\n")) return lines("|-", text);
    // no line begins with what may be meant as a key or as a point
    if (text.length >= 80 && !/ {2}|^(- |[a-z_]+:)/.test(text))
      return lines(">-", text.replace(/(.{70,}?) (?!- |[a-z_]+:)/g, "$1\n"));
  }
  return JSON.stringify(text.toWellFormed()).replace(
    UNSEEN,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

// What says nothing is no difference: an empty value, a space at an end, a text that is a block with that text alone.
function meant(value, loose) {
  if (typeof value === "string") return value.trim();
  if (Array.isArray(value)) {
    const found = value.map((one) => meant(one, loose)).filter((one) => JSON.stringify(one) !== '""');
    return found.length ? found : "";
  }
  const held = Object.entries(value ?? {})
    .map(([key, one]) => [key, loose.has(key) && Array.isArray(one) ? [...one].sort() : one])
    .map(([key, one]) => [key, meant(one, loose)])
    .filter(([, one]) => one !== "")
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return held.length === 0 ? "" : held.length === 1 && held[0][0] === "tekst" ? held[0][1] : Object.fromEntries(held);
}

/** True when two values say the same; `loose` are the keys whose points have no order. */
export const alike = (one, other, loose = new Set()) =>
  JSON.stringify(meant({ _: one }, loose)) === JSON.stringify(meant({ _: other }, loose));

// A key that is there no more is not the same as any value.
const NONE = "\0";

/** The file as it was, with only the keys written anew that now say something else; a key that went goes, remarks stay. */
export function renewed(text, values, loose) {
  const { parts, below } = read(text);
  const rest = { ...values };
  const lines = parts.flatMap(({ key, value, above, held, behind }) => {
    const now = rest[key];
    delete rest[key];
    if (key === "uitleg" || alike({ [key]: value }, { [key]: now ?? NONE }, loose)) return [...above, ...held];
    const remarks = [...above, ...held.filter((line) => /^\s*#/.test(line)), ...behind];
    return now === undefined ? remarks : [...remarks, ...pair(key, now, "")];
  });
  const more = Object.entries(rest).filter(([, value]) => !alike(value, ""));
  return [...lines, ...block(Object.fromEntries(more)), ...below].join("\n");
}

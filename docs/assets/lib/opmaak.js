// The little Markdown of a text → what it is made of, as leidraad/model/use/markup.py reads it: paragraphs, lists, stars
// and links by CommonMark's rules, and no others. A test lays both beside each other over thousands of texts.

const DEEPEST = 20; // of lists in lists and brackets in brackets, as the parser of the build has it

// ---- paragraphs and lists ----

/** [{tag: p, ul or ol, ...}] of a text with lines. */
export function blocks(text) {
  return new Blocks(text.replace(/\r\n?/g, "\n").split("\n")).all;
}

class Blocks {
  #lines;
  #indents;
  #line = 0; // where the reading is
  #indent = 0; // what a line needs to belong to this item
  #listIndent = -1;
  #tight = false;
  #inside = "root";

  constructor(lines) {
    this.#lines = lines;
    this.#indents = lines.map((line) => line.match(/^ */)[0].length);
  }

  get all() {
    const found = [];
    this.#read(0, this.#lines.length, found, 0);
    return found;
  }

  #isEmpty(at) {
    return at < 0 || at >= this.#lines.length || this.#indents[at] >= this.#lines[at].length;
  }

  #read(from, end, into, level) {
    let at = from;
    let hasEmpty = false;
    while (at < end) {
      while (at < this.#lines.length && this.#isEmpty(at)) at++;
      this.#line = at;
      if (at >= end || this.#indents[at] < this.#indent) break;
      if (level >= DEEPEST) {
        this.#line = end;
        break;
      }
      if (!this.#list(at, end, into, level)) this.#paragraph(at, into);
      this.#tight = !hasEmpty;
      at = this.#line;
      if (at - 1 < end && this.#isEmpty(at - 1)) hasEmpty = true;
      if (at < end && this.#isEmpty(at)) {
        hasEmpty = true;
        this.#line = ++at;
      }
    }
  }

  #paragraph(from, into) {
    const before = this.#inside;
    this.#inside = "paragraph";
    let at = from + 1;
    while (at < this.#lines.length && !this.#isEmpty(at)) {
      if (this.#indents[at] - this.#indent <= 3 && this.#beginsList(at)) break;
      at++;
    }
    const held = this.#lines
      .slice(from, at)
      .map((line, number) => line.slice(Math.min(this.#indent, this.#indents[from + number])));
    this.#line = at;
    this.#inside = before;
    into.push({ tag: "p", text: held.join("\n").replace(TRIM, "") });
  }

  #markAt(at) {
    return this.#lines[at].slice(this.#indents[at]).match(/^(?:([-*])|(\d{1,9})\.)(?=[ ]|$)/);
  }

  #mayBegin(at) {
    const indent = this.#indents[at];
    return !(this.#listIndent >= 0 && indent - this.#listIndent >= 4 && indent < this.#indent) && this.#markAt(at);
  }

  // Whether a list may come in the midst of a paragraph.
  #beginsList(at) {
    const mark = this.#mayBegin(at);
    if (!mark || this.#inside !== "paragraph" || this.#indents[at] < this.#indent) return !!mark;
    const rest = this.#lines[at].slice(this.#indents[at] + mark[0].length);
    return !(mark[2] && Number(mark[2]) !== 1) && /[^ ]/.test(rest);
  }

  #list(from, end, into, level) {
    let mark = this.#mayBegin(from);
    if (!mark) return false;
    const [, bullet, number] = mark;
    const list = { tag: bullet ? "ul" : "ol", start: number && Number(number) !== 1 ? Number(number) : 0, items: [] };
    into.push(list);
    const before = this.#inside;
    this.#inside = "list";
    let at = from;
    let tight = true;
    let endedEmpty = false;
    while (at < end) {
      const item = [];
      const wasTight = this.#item(at, end, mark[0].length, item, level);
      if (!wasTight || endedEmpty) tight = false;
      endedEmpty = this.#line - at > 1 && this.#isEmpty(this.#line - 1);
      list.items.push(item);
      at = this.#line;
      if (at >= end || this.#indents[at] < this.#indent) break;
      mark = this.#markAt(at);
      if (!mark || mark[1] !== bullet) break;
    }
    this.#line = at;
    this.#inside = before;
    if (tight) for (const one of list.items.flat()) if (one.tag === "p") one.bare = true;
    return true;
  }

  #item(at, end, mark, into, level) {
    const line = this.#lines[at];
    const start = this.#indents[at] + mark;
    const content = start + line.slice(start).match(/^ */)[0].length;
    const space = content >= line.length ? 1 : content - start;
    const before = [this.#tight, this.#indents[at], this.#listIndent];
    this.#listIndent = this.#indent;
    this.#indent = start + (space > 4 ? 1 : space);
    this.#tight = true;
    this.#indents[at] = content;
    if (content >= line.length && this.#isEmpty(at + 1)) this.#line = Math.min(this.#line + 2, end);
    else this.#read(at, end, into, level + 2);
    const found = this.#tight;
    this.#indent = this.#listIndent;
    [this.#tight, this.#indents[at], this.#listIndent] = before;
    return found;
  }
}

// What a paragraph loses at both ends.
const TRIM =
  /^[\t-\r \xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+|[\t-\r \xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+$/g;

// ---- within a paragraph ----

/** [{text}, {open, href}, {close}, {end: true}] of a text of one paragraph. */
export function inline(text) {
  const line = new Line(text);
  line.read(text.length);
  return joined(line.balanced);
}

function joined(parts) {
  const found = [];
  for (const part of parts) {
    const last = found.at(-1);
    if (part.text === undefined) found.push(part);
    else if (last?.text !== undefined) last.text += part.text;
    else if (part.text) found.push({ ...part });
  }
  return found;
}

class Line {
  #text;
  #at = 0;
  #end;
  #level = 0;
  #past = new Map(); // where the reading is after what stands at a place
  #parts = [];
  #stars = [];
  #allStars = [this.#stars];

  constructor(text) {
    this.#text = text;
    this.#end = text.length;
  }

  get balanced() {
    for (const stars of this.#allStars) pair(stars);
    for (const stars of this.#allStars) mark(stars, this.#parts);
    return this.#parts;
  }

  #say(text) {
    const last = this.#parts.at(-1);
    if (last?.text !== undefined && !last.star) last.text += text;
    else this.#parts.push({ text });
  }

  read(end) {
    this.#end = end;
    while (this.#at < end) {
      if (this.#level < DEEPEST && this.#rules(false)) continue;
      this.#say(this.#text[this.#at++]);
    }
  }

  #rules(silent) {
    return this.#plain(silent) || this.#newline(silent) || this.#star(silent) || this.#link(silent);
  }

  #skip() {
    const at = this.#at;
    if (this.#past.has(at)) {
      this.#at = this.#past.get(at);
      return;
    }
    let ok = false;
    if (this.#level < DEEPEST) {
      this.#level++;
      ok = this.#rules(true);
      this.#level--;
    } else this.#at = this.#end;
    if (!ok) this.#at++;
    this.#past.set(at, this.#at);
  }

  // Up to the next sign that may mean something.
  #plain(silent) {
    MEANS.lastIndex = this.#at;
    const to = Math.min(MEANS.exec(this.#text)?.index ?? this.#end, this.#end);
    if (to <= this.#at) return false;
    if (!silent) this.#say(this.#text.slice(this.#at, to));
    this.#at = to;
    return true;
  }

  #newline(silent) {
    if (this.#text[this.#at] !== "\n") return false;
    if (!silent) {
      const last = this.#parts.at(-1);
      const held = last?.text !== undefined && !last.star ? last.text : "";
      const kept = withoutSpaces(held);
      if (held) last.text = kept;
      this.#parts.push({ end: true, isHard: held.length - kept.length > 1 });
    }
    this.#at++;
    while (this.#at < this.#end && this.#text[this.#at] === " ") this.#at++;
    return true;
  }

  #star(silent) {
    if (silent || this.#text[this.#at] !== "*") return false;
    let to = this.#at;
    while (to < this.#end && this.#text[to] === "*") to++;
    const length = to - this.#at;
    const [before, after] = [signBefore(this.#text, this.#at), to < this.#end ? signAt(this.#text, to) : " "];
    const left = !isSpace(after) && !(isMark(after) && !isSpace(before) && !isMark(before));
    const right = !isSpace(before) && !(isMark(before) && !isSpace(after) && !isMark(after));
    const open = left && (!right || isMark(before));
    const close = right && (!left || isMark(after));
    for (let count = 0; count < length; count++) {
      this.#stars.push({ part: this.#parts.length, length, open, close, end: -1 });
      this.#parts.push({ text: "*", star: true });
    }
    this.#at = to;
    return true;
  }

  #link(silent) {
    const from = this.#at;
    if (this.#text[from] !== "[") return false;
    const labelEnd = this.#labelEnd(from);
    if (labelEnd < 0 || this.#text[labelEnd + 1] !== "(" || labelEnd + 1 >= this.#end) return false;
    const found = target(this.#text, labelEnd + 2, this.#end);
    if (!found) return false;
    const end = this.#end;
    if (!silent) {
      const before = this.#stars;
      this.#at = from + 1;
      this.#parts.push({ open: "a", href: found.href });
      this.#stars = [];
      this.#allStars.push(this.#stars);
      this.#level++;
      this.read(labelEnd);
      this.#level--;
      this.#parts.push({ close: "a" });
      this.#stars = before;
    }
    this.#at = found.at;
    this.#end = end;
    return true;
  }

  // Where the text of a link ends; there is no link in it.
  #labelEnd(from) {
    let level = 1;
    let found = -1;
    this.#at = from + 1;
    while (this.#at < this.#end) {
      const sign = this.#text[this.#at];
      if (sign === "]" && --level === 0) {
        found = this.#at;
        break;
      }
      const before = this.#at;
      this.#skip();
      if (sign !== "[") continue;
      if (before === this.#at - 1) level++;
      else break;
    }
    this.#at = from;
    return found;
  }
}

const MEANS = /[\n*[\]]/g;

// Without the spaces at its end; a pattern for that is slow on a text of spaces.
function withoutSpaces(text) {
  let end = text.length;
  while (text[end - 1] === " ") end--;
  return text.slice(0, end);
}

const signAt = (text, at) => String.fromCodePoint(text.codePointAt(at));
const signBefore = (text, at) => {
  if (!at) return " ";
  const isTail = at > 1 && /[\udc00-\udfff]/.test(text[at - 1]) && /[\ud800-\udbff]/.test(text[at - 2]);
  return isTail ? text.slice(at - 2, at) : text[at - 1];
};
const isSpace = (sign) => /[\t-\r \xa0\u1680\u2000-\u200a\u202f\u205f\u3000]/.test(sign);
const isMark = (sign) => /[\p{P}\p{S}]/u.test(sign);

// Each star that opens finds the one that closes it.
function pair(stars) {
  const bottom = [-1, -1, -1, -1, -1, -1];
  const jumps = [];
  let head = 0;
  let last = -2;
  stars.forEach((closer, at) => {
    jumps.push(0);
    if (last !== closer.part - 1) head = at;
    last = closer.part;
    if (!closer.close) return;
    const kind = (closer.open ? 3 : 0) + (closer.length % 3);
    let opener = head - jumps[head] - 1;
    let lowest = opener;
    for (; opener > bottom[kind]; opener -= jumps[opener] + 1) {
      const one = stars[opener];
      if (!one.open || one.end >= 0) continue;
      const isOdd =
        (one.close || closer.open) && (one.length + closer.length) % 3 === 0 && (one.length % 3 || closer.length % 3);
      if (isOdd) continue;
      const jump = opener > 0 && !stars[opener - 1].open ? jumps[opener - 1] + 1 : 0;
      jumps[at] = at - opener + jump;
      jumps[opener] = jump;
      closer.open = false;
      one.end = at;
      one.close = false;
      lowest = -1;
      last = -2;
      break;
    }
    if (lowest !== -1) bottom[(closer.open ? 3 : 0) + (closer.length % 3)] = lowest;
  });
}

// Two stars beside each other on both sides are one strong mark.
function mark(stars, parts) {
  for (let at = stars.length - 1; at >= 0; at--) {
    const { end, part } = stars[at];
    if (end < 0) continue;
    const before = stars[at - 1];
    const isStrong = before?.end === end + 1 && before.part === part - 1 && stars[end + 1].part === stars[end].part + 1;
    const tag = isStrong ? "strong" : "em";
    parts[part] = { open: tag };
    parts[stars[end].part] = { close: tag };
    if (!isStrong) continue;
    parts[before.part] = parts[stars[end + 1].part] = { text: "" };
    at--;
  }
}

// Where a link leads, from behind its bracket: {href, at}, or nothing where it is none.
function target(text, from, end) {
  const spaces = (begin) => {
    let to = begin;
    while (to < end && (text[to] === " " || text[to] === "\n")) to++;
    return to;
  };
  let at = spaces(from);
  if (at >= end) return;
  const found = destination(text, at, end);
  let href = "";
  if (found) {
    if (!isForbidden(found.href)) ({ href, at } = found);
    const begin = at;
    at = spaces(at);
    const title = begin !== at && at < end && titleEnd(text, at, end);
    if (title) at = spaces(title);
  }
  if (at >= end || text[at] !== ")") return;
  return { href, at: at + 1 };
}

const isForbidden = (href) =>
  /^(vbscript|javascript|file|data):/i.test(href.trim()) && !/^data:image\/(gif|png|jpeg|webp);/i.test(href.trim());

function destination(text, from, end) {
  let at = from;
  if (text[at] === "<") {
    for (at++; at < end && !/[\n<]/.test(text[at]); at++) {
      if (text[at] === ">") return { href: unescaped(text.slice(from + 1, at)), at: at + 1 };
      if (text[at] === "\\" && at + 1 < end) at++;
    }
    return;
  }
  let level = 0;
  for (; at < end && !/[\0- \x7f]/.test(text[at]); at++) {
    if (text[at] === "\\" && at + 1 < end) {
      if (text[at + 1] === " ") break;
      at++;
    } else if (text[at] === "(") {
      if (++level > 32) return;
    } else if (text[at] === ")" && --level < 0) break;
  }
  level = Math.max(level, 0);
  return from === at || level ? undefined : { href: unescaped(text.slice(from, at)), at };
}

function titleEnd(text, from, end) {
  const close = { '"': '"', "'": "'", "(": ")" }[text[from]];
  if (!close) return;
  for (let at = from + 1; at < end; at++) {
    if (text[at] === close) return at + 1;
    if (text[at] === "(" && close === ")") return;
    if (text[at] === "\\" && at + 1 < end) at++;
  }
}

const unescaped = (text) =>
  text.replace(/\\([!-/:-@[-`{-~])|&([a-z#][a-z0-9]{1,31});/gi, (whole, sign) => sign ?? entity(whole));
const entity = (name) => new DOMParser().parseFromString(name, "text/html").documentElement.textContent;

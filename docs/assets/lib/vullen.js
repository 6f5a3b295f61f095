// The marked HTML of a block, as the build gives it, and what is filled in → the block, as the page will have it.
// leidraad/render/block/slots.py leaves the marks, and says what they mean. What is filled in only ever becomes text.
import { inWords } from "./days.js";
import { make } from "./make.js";
import { blocks, inline } from "./opmaak.js";

const [OPEN, SPLIT, CLOSE] = ["\ue000", "\ue001", "\ue002"];

/**
 * data: what the build gives besides: words to explain (begrippen), English words (engels), sources as HTML (bronnen).
 * title(kind, id): what something is called; picture(name): the address of a picture. sectie: the name of the block, for the ids in it.
 * Gives the page, and where in it each key of the row stands.
 */
export function fill(html, { row, gemeente, data, title, picture = () => "", sectie = "" }) {
  const filler = new Filler(data, title, picture);
  filler.scopes = { "r/": row, "g/": gemeente };
  filler.begin(filler.textOf(sectie));
  const made = new DocumentFragment();
  filler.through([...parsed(html).childNodes], made);
  return { page: made, places: filler.places };
}

// A mark in front belongs to the body too.
const parsed = (html) => new DOMParser().parseFromString(`<body>${html}`, "text/html").body;

class Filler {
  #data;
  #title;
  #picture;
  #words;
  #section = "";
  #explained = new Set();
  places = new Map();

  constructor(data, title, picture) {
    this.#data = data;
    this.#title = title;
    this.#picture = picture;
    this.#words = wordsOf(data);
  }

  begin(section) {
    this.#section = section;
    this.#explained = new Set();
  }

  // ---- the marks between which something comes, or not, or more than once ----

  through(nodes, into) {
    for (let at = 0; at < nodes.length; at++) {
      const node = nodes[at];
      if (node.nodeType === Node.TEXT_NODE) {
        for (const token of tokens(node.data)) if (typeof token !== "string") this.#note(token.at(-1), into);
        into.append(...this.#filled(node.data));
      }
      if (node.nodeType === Node.ELEMENT_NODE) into.append(this.#element(node));
      if (node.nodeType === Node.COMMENT_NODE) {
        const [, name, held] = node.data.match(/^(\S+) ?(.*)$/s) ?? [];
        if (name === "deel") this.begin(this.textOf(held));
        if (!(name in this.#between)) continue;
        const end = endOf(nodes, at);
        this.#between[name](held, nodes.slice(at + 1, end), into);
        at = end;
      }
    }
  }

  #between = {
    als: (held, nodes, into) => {
      const [yes, no] = parts(nodes, "anders");
      this.#note(held, into);
      this.through(this.#holds(test(held)) ? yes : no, into);
    },
    elk: (held, nodes, into) => {
      const [path, between] = JSON.parse(held);
      const [each, ...named] = parts(nodes, "bij");
      const options = new Map(named.map((option) => [option.name, option]));
      let count = 0;
      for (const one of this.#points(path)) {
        const laidOut = options.size ? options.get(one) : each;
        if (!laidOut) continue;
        if (count++ && between) into.append(between);
        this.scopes[`${path}/`] = one;
        this.through(laidOut, into);
      }
      delete this.scopes[`${path}/`];
    },
    "aan-het-eind": (_, nodes, into) => {
      const [first, rest] = parts(nodes, "anders");
      const box = new DocumentFragment();
      this.through(first, box);
      let last = box;
      while (/^(P|LI|UL|OL)$/.test(last.lastElementChild?.nodeName) && !last.lastElementChild.nextSibling?.data.trim())
        last = last.lastElementChild;
      this.through(rest, last);
      into.append(box);
    },
  };

  #element(node) {
    const made = node.cloneNode();
    for (const { name, value } of node.attributes)
      if (value.includes(OPEN)) made.setAttribute(name, this.textOf(value));
    this.through([...node.childNodes], made);
    return made;
  }

  // The nearest to the end is the nearest to the text: a list over the block that holds it.
  #note(path, into) {
    const key = path.match(/^[rg]\/([^/]+)/)?.[1];
    if (key) this.places.set(key, into);
  }

  // ---- values ----

  #held(path) {
    const at = path.lastIndexOf("/") + 1;
    const scope = this.scopes[path.slice(0, at)];
    return at < path.length ? scope?.[path.slice(at)] : scope;
  }

  #points(path) {
    const held = this.#held(path) ?? [];
    return (Array.isArray(held) ? held : [held]).filter(isGiven);
  }

  #holds(asked) {
    if (typeof asked === "boolean") return asked;
    if (typeof asked === "string") return isGiven(this.#held(asked));
    const [name, one, other] = asked;
    if (name === "of") return this.#holds(one) || this.#holds(other);
    if (name === "en") return this.#holds(one) && this.#holds(other);
    if (name === "niet") return !this.#holds(one);
    if (name === "is") return this.#held(one) === other;
    return this.#text(this.#made(asked)).trim() !== "";
  }

  /** A text with its places filled in, as text. */
  textOf(text) {
    return this.#text(this.#filled(text));
  }

  #text(nodes) {
    return nodes.map((node) => (typeof node === "string" ? node : node.textContent)).join("");
  }

  #filled(text) {
    return tokens(text).flatMap((token) => {
      if (typeof token === "string") return [token];
      if (token[0] !== "?") return this.#made(token);
      return this.#filled(this.#holds(JSON.parse(token[1])) ? token[2] : token[3]);
    });
  }

  // What is done with a value: the last name first.
  #made(token) {
    const path = token.at(-1);
    if (token[0] === "eigen") return [this.#word(path)];
    const hoe = token.slice(0, -1).reverse();
    const made = hoe.reduce((held, name) => {
      const [, what, of] = name.match(/^(titel|poster)-(.+)$/) ?? [];
      return what ? this[what](of, held) : this.#hoe[name](held);
    }, this.#held(path) ?? "");
    return Array.isArray(made) ? made : [made];
  }

  titel(kind, id) {
    return this.#title(kind, id) ?? "";
  }

  // What is asked at a part of the map on the wall: the first of its questions that was chosen, else its own; at a
  // factor that is not on the wall the short one.
  poster(part, { "poster.factoren": factoren = [], "poster.vragen": chosen = [] }) {
    const { poster } = this.#data;
    const { kort, vraag, vragen } = poster[part];
    if (kort && factoren.some((id) => poster[id]?.kort) && !factoren.includes(part)) return kort;
    return vragen[chosen.find((id) => id in vragen)] ?? vraag;
  }

  // By the names that the build uses; the last of a chain gives nodes.
  #hoe = {
    tekst: (held) => [held],
    plain: (held) => [this.#own(held)],
    said: (held) => [this.#own(this.scopes["g/"].soort === "uit-publicatie" ? `«${held}»` : held)],
    datum: (held) => [inWords(held)],
    logo: (held) => [this.#picture(held)],
    engels: (held) => this.#spoken(held),
    inline: (held) => this.#line(held),
    block: (held) => this.#blocks(blocks(held), "<br>"),
    prose: (held) => this.#blocks(blocks(held), "\n"),
    cite: (held) => [...(parsed(this.#data.bronnen[held] ?? "").childNodes ?? [])],
    wie_en_wanneer: ({ door, op, herzien_voor }) => [
      [
        door && `door ${this.#own(door)}`,
        op && inWords(op),
        herzien_voor && `opnieuw bekijken voor ${inWords(herzien_voor)}`,
      ]
        .filter(Boolean)
        .join(" · "),
    ],
    steunt_op: (row) => [
      [
        ["praktijk", "praktijk"],
        ["wetenschap", "wetenschap"],
        ["client", this.#word("inwoners")],
      ]
        .filter(([key]) => isGiven(row[`onderbouwing.${key}.tekst`]))
        .map(([, name]) => name)
        .join(", "),
    ],
    groep: (held) => [this.#word(held) ?? held],
    met_wie: (rows) => [
      [...new Set([...rows].map(({ groep }) => groep))]
        .filter(Boolean)
        .map((groep) => this.#word(groep) ?? groep)
        .join(", "),
    ],
    zin_of_niets: (held) => [this.#teaser(held)],
    eerste_zin_of_niets: (points) => [this.#teaser([...points].find(isGiven) ?? "")],
    niet_gekozen: (ids) => [
      Object.entries(this.#data.poster)
        .filter(([id, { kort }]) => kort && !ids.includes(id))
        .map(([id]) => this.#title("factor", id))
        .join(", "),
    ],
    hoeveel_bronnen: (ids) => [`${ids.length} ${ids.length === 1 ? "bron" : "bronnen"}`],
  };

  // The municipality's own words in the place of ((inwoner)) or ((het principe)); a capital stays one.
  #own(text) {
    return text.replace(PLACE, (whole, word) => this.#word(word) ?? whole);
  }

  #word(word) {
    const small = word[0].toLowerCase() + word.slice(1);
    const [, before, name, more] = small.match(/^(?:(.+) (?=principe$))?(inwoner|professional|principe)(s?)$/) ?? [];
    const withDe = before && this.#data.met_de[before];
    if (!name || (before && !withDe)) return;
    const gemeente = this.scopes["g/"];
    const own = gemeente[`woorden.${name}.${more ? "meervoud" : "enkelvoud"}`] || name + more;
    const article = gemeente["woorden.principe.lidwoord"] || (/(?:principe|punt)$/i.test(own) ? "het" : "de");
    const said = before ? `${article === "het" ? before : withDe} ${own}` : own;
    if (small === word) return said;
    return /^ij/.test(said) ? `IJ${said.slice(2)}` : said.slice(0, 1).toUpperCase() + said.slice(1);
  }

  // The first sentence, where it fits beside a title.
  #teaser(held) {
    const section = this.#section;
    this.#section = "";
    const box = make("div", {}, ...this.#blocks(blocks(held), "<br>"));
    this.#section = section;
    const texts = [];
    for (const walk = document.createTreeWalker(box, NodeFilter.SHOW_TEXT); walk.nextNode(); ) {
      const { data, previousSibling } = walk.currentNode;
      if (previousSibling?.nodeType === Node.TEXT_NODE) texts.push(texts.pop() + data);
      else texts.push(data);
    }
    const text = texts.join(" ").split(/\s+/).filter(Boolean).join(" ");
    const sentence = text.match(/^.+?[.?!][»”)]*(?=\s|$)/)?.[0] ?? text;
    return [...sentence].length <= this.#data.langste ? sentence : "";
  }

  // ---- texts ----

  #blocks(found, end) {
    return found.map(({ tag, text, start, items, bare }) => {
      if (tag === "p") return make(bare ? "span" : "p", {}, ...this.#parts(inline(text), end));
      const list = make(tag, start ? { start } : {});
      for (const item of items) {
        const made = make("li");
        for (const node of this.#blocks(item, end))
          made.append(...(node.nodeName === "SPAN" ? node.childNodes : [node]));
        list.append(made);
      }
      return list;
    });
  }

  #line(held) {
    return this.#parts(inline(held.replace(/\r\n?/g, "\n")), "<br>");
  }

  #parts(found, end) {
    const top = make("div");
    let into = top;
    let links = 0;
    for (const { text, open, href, close, isHard } of found) {
      if (text !== undefined) into.append(...this.#run(text, links > 0));
      else if (open) {
        const made = make(open);
        if (open === "a") links++;
        if (/^[a-z]+:[a-z0-9-]+$/.test(href)) made.setAttribute("href", `naar:${href.replace(":", "/")}`);
        else if (/^https?:\/\//.test(href)) {
          made.setAttribute("href", encoded(href));
          made.rel = "noopener noreferrer";
        }
        into.append(made);
        into = made;
      } else if (close) {
        if (close === "a") links--;
        into = into.parentNode;
      } else into.append(...(isHard || end !== "\n" ? [make("br"), "\n"] : ["\n"]));
    }
    return [...top.childNodes];
  }

  // A run of text: own words filled in, and the first use of each word of the glossary explained.
  #run(content, isInLink) {
    const out = [];
    let end = 0;
    for (const { 0: found, 1: place, index } of content.matchAll(PLACE_OR_WORD)) {
      if (index < end) continue;
      let [opening, closing, nodes, written] = ["", "", undefined, found];
      if (place) nodes = [this.#word(place) ?? found];
      else {
        const word = this.#section && !isInLink && this.#wordAt(content, index, found);
        if (!word || this.#explained.has(word.id)) continue;
        written = word.written;
        this.#explained.add(word.id);
        nodes = this.#explanation(word);
        const [before, after] = [content.slice(end, index), content.slice(index + written.length)];
        opening = before.match(/[«(]*$/)[0];
        closing = after.match(/^[».,;:!?)]*/)[0];
        if (opening || closing) nodes = [make("span", { className: "heel" }, opening, ...nodes, closing)];
      }
      out.push(...this.#spoken(content.slice(end, index - opening.length)), ...nodes);
      end = index + written.length + closing.length;
    }
    return [...out, ...this.#spoken(content.slice(end))];
  }

  #wordAt(content, start, first) {
    for (const [form, id] of this.#words.get(first.toLowerCase()) ?? []) {
      const written = content.slice(start, start + form.length);
      const isCapitals = form === form.toUpperCase() && form !== form.toLowerCase();
      const isSame = isCapitals ? written === form : written.toLowerCase() === form.toLowerCase();
      if (isSame && !/^[\p{L}\p{N}_-]/u.test(content.slice(start + form.length))) return { id, written };
    }
  }

  // The build's own HTML, with its places filled in.
  #explanation({ id, written }) {
    this.scopes["b/"] = { geschreven: written, sectie: this.#section };
    const nodes = [...parsed(this.#data.uitleg[id]).childNodes].map((node) => this.#element(node));
    delete this.scopes["b/"];
    return nodes;
  }

  #spoken(text) {
    const out = [];
    let end = 0;
    for (const { 0: found, index } of text.matchAll(englishOf(this.#data))) {
      out.push(text.slice(end, index), make("span", { lang: "en" }, found));
      end = index + found.length;
    }
    return [...out, text.slice(end)].filter(Boolean);
  }
}

const PLACE = /\(\(([A-Za-z]+(?: [a-z]+){0,2})\)\)/g;
const PLACE_OR_WORD = /\(\(([A-Za-z]+)\)\)|[\p{L}\p{N}_][\p{L}\p{N}_-]*/gu;

const isGiven = (held) => {
  if (typeof held === "string") return held.trim() !== "";
  if (Array.isArray(held)) return held.some(isGiven);
  return !!held && Object.values(held).some(isGiven);
};

// An address as a page has it; what is encoded already stays.
const encoded = (href) => href.toWellFormed().replace(/%(?![0-9a-f]{2})|[^%]+/gi, encodeURI);

const test = (held) => (held.startsWith("[") ? JSON.parse(held) : held);

// Where what begins at a place ends; others may begin and end in between.
function endOf(nodes, from) {
  let depth = 0;
  for (let at = from; at < nodes.length; at++) {
    depth += stepOf(nodes[at]);
    if (!depth) return at;
  }
  return nodes.length;
}

const nameOf = (node) => (node.nodeType === Node.COMMENT_NODE ? node.data.split(" ")[0] : "");
const stepOf = (node) => ({ als: 1, elk: 1, "aan-het-eind": 1, einde: -1 })[nameOf(node)] ?? 0;

// What stands between marks of a name, those inside others left out; each part knows what its mark says.
function parts(nodes, name) {
  const found = [[]];
  let depth = 0;
  for (const node of nodes) {
    if (!depth && nameOf(node) === name) found.push(Object.assign([], { name: node.data.slice(name.length + 1) }));
    else found.at(-1).push(node);
    depth += stepOf(node);
  }
  return found;
}

// A text → its pieces: a text, or the parts of a token, which can hold others.
function tokens(text) {
  const found = [];
  let depth = 0;
  let held = "";
  for (const sign of text.split(/([\ue000-\ue002])/)) {
    if (sign === OPEN && !depth++) {
      if (held) found.push(held);
      found.push([]);
      held = "";
    } else if (sign === CLOSE && !--depth) {
      found.at(-1).push(held);
      held = "";
    } else if (sign === SPLIT && depth === 1) {
      found.at(-1).push(held);
      held = "";
    } else held += sign;
  }
  return held ? [...found, held] : found;
}

// The words to explain, by their first word; the longest in front.
function wordsOf({ begrippen }) {
  const found = new Map();
  for (const [form, id] of begrippen) {
    const first = form.match(/[\p{L}\p{N}_][\p{L}\p{N}_-]*/u)[0].toLowerCase();
    found.set(first, [...(found.get(first) ?? []), [form, id]]);
  }
  return found;
}

function englishOf(data) {
  data.isEnglish ??= new RegExp(
    `(?<![\\p{L}\\p{N}_])(?:${data.engels.map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")).join("|") || "(?!)"})(?![\\p{L}\\p{N}_])`,
    "giu",
  );
  return data.isEnglish;
}

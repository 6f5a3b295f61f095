// A table that was copied from a spreadsheet → activities of a municipality, with what is still open left open.

import { traces } from "./herleidbaar.js";
import { make, vakje } from "./make.js";
import { fold, idOf, words } from "./namen.js";

// What a column may hold, and by which words in its heading it is known; the first that fits counts.
const COLUMNS = [
  ["zo_kom_je_binnen", "Zo kom je binnen", /binnen|aanmeld|toegang|verwijz|intake|inschrijv|hoe kom/],
  ["voor_wie", "Voor wie", /voor wie|doelgroep|bestemd|wie kan|deelnemers/],
  ["contact", "Contact", /contact|telefoon|mail/],
  ["wie_doet_het", "Wie doet het", /wie doet|uitvoer|aanbieder|organisatie|partner|partij/],
  ["kern", "Wat het is", /omschrijving|beschrijving|wat is|inhoud|toelichting|samenvatting/],
  ["voor_factoren", "Voor welke factoren", /factor|helpt (het )?bij|willen en kunnen/],
  ["stappen", "In welke stappen", /stap|fase/],
  ["werkgever", "Met een werkgever", /werkgever/],
  ["zoekwoorden", "Zoekwoorden", /zoek|trefwoord|tags/],
  ["titel", "Naam van de activiteit", /activiteit|naam|titel|aanbod|traject|voorziening|instrument|project/],
];
const BY_PLACE = ["titel", "voor_wie", "zo_kom_je_binnen", "contact"];
const NOTHING =
  /^([-–—?x.]*|n\.?v\.?t\.?|nvt|onbekend|geen|leeg|#n\/b|#n\/a|tbd|volgt|pm)$|^#(verw|waarde|naam|getal|leeg|deel\/0|overloop|ref|value|name|num|null|div\/0|spill)[!?]$|^=.*[()!:]/i;
const HAS_A_NAME = /[\p{L}\p{N}]/u; // a bullet is no name
const TOTAL = /^(sub|eind)?totaal\b|^som$/i;

/** The cells of a text with tabs, semicolons or commas between them; a cell between quotes may hold line ends. */
export function rows(text) {
  const clean = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const first = clean.split("\n").find((line) => line.trim()) ?? "";
  const separator = ["\t", ";", ","].find((sign) => first.includes(sign)) ?? "\t";
  const found = [[]];
  for (let at = 0; at < clean.length; ) {
    const [cell, end] = clean[at] === '"' ? quoted(clean, at, separator) : plain(clean, at, separator);
    found.at(-1).push(tidy(cell));
    at = end + 1;
    if (clean[end] === "\n") found.push([]);
    else if (at === clean.length) found.at(-1).push("");
  }
  return found.filter((cells) => cells.some(Boolean));
}

function plain(text, from, separator) {
  let end = from;
  while (end < text.length && text[end] !== separator && text[end] !== "\n") end++;
  return [text.slice(from, end), end];
}

// A quote that does not end before the next cell is no quote: a text may begin with one.
function quoted(text, from, separator) {
  const match = text.slice(from).match(/^"((?:[^"]|"")*)"[ ]*/);
  const end = from + (match?.[0].length ?? 0);
  if (!match || (end < text.length && text[end] !== separator && text[end] !== "\n"))
    return plain(text, from, separator);
  return [match[1].replaceAll('""', '"'), end];
}

const tidy = (cell) => {
  const held = cell
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, "")
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n+ ?/g, "\n")
    .trim();
  return NOTHING.test(held) ? "" : held;
};

/** What each column seems to hold, and whether the first row says so. */
export function guess([first, ...rest]) {
  const left = [...COLUMNS];
  const named = first.map((cell) => {
    const at = left.findIndex(([, , words_]) => cell.length < 60 && words_.test(fold(cell)));
    return at < 0 ? "" : left.splice(at, 1)[0][0];
  });
  const isHead = named.filter(Boolean).length >= Math.min(2, first.length) && rest.length > 0;
  if (isHead && !named.includes("titel") && named.includes("")) named[named.indexOf("")] = "titel";
  return { isHead, columns: isHead ? named : first.map((_, at) => BY_PLACE[at] ?? "") };
}

/** Activities of the rows; what a cell says of factors, steps and yes or no is found by name. zegt: the sentences. */
export function activities(held, columns, { namen_van, taken, blank, zegt }) {
  const ids = new Set(taken);
  const without = [];
  const totals = [];
  const unknown = [];
  const named = (cell, kinds) => {
    const all = kinds.flatMap((kind) => namen_van[kind] ?? []);
    for (const part of cell.split(/[,;\n]/).map((one) => one.trim()))
      if (HAS_A_NAME.test(part) && !all.some(([, name]) => says(part, name))) unknown.push(`«${part}»`);
    return all.flatMap(([id, name]) => (says(cell, name) ? [id] : []));
  };
  const found = held.flatMap((cells) => {
    const cell = (key) =>
      columns
        .map((column, at) => (column === key ? (cells[at] ?? "") : ""))
        .filter(Boolean)
        .join("\n");
    const titel = cell("titel").replace(/\n/g, " ");
    if (TOTAL.test(titel)) {
      totals.push(`«${titel}»`);
      return [];
    }
    if (!HAS_A_NAME.test(titel)) {
      without.push(`«${cells.find((one) => HAS_A_NAME.test(one)) ?? cells.find(Boolean)}»`);
      return [];
    }
    const contact = cell("contact").replace(/\n/g, ", ");
    const binnen = [cell("zo_kom_je_binnen"), contact && `Contact: ${contact}`];
    return {
      ...blank,
      "@half": "ja",
      id: unique(ids, titel),
      titel,
      "kern.tekst": cell("kern"),
      voor_wie: cell("voor_wie"),
      zo_kom_je_binnen: binnen.filter(Boolean).join("\n"),
      wie_doet_het: cell("wie_doet_het").replace(/\n/g, ", "),
      werkgever: /^(ja|j|yes|waar|true|x|1)\b/i.test(cell("werkgever")) ? "ja" : "nee",
      zoekwoorden: cell("zoekwoorden")
        .split(/[,;\n]/)
        .map((one) => one.trim())
        .filter(Boolean),
      voor_factoren: named(cell("voor_factoren"), ["startpunt", "factor"]),
      stappen: named(cell("stappen"), ["stap"]),
    };
  });
  const said = [];
  const tell = (what, names) => names.length && said.push(zegt[what].replace("{}", () => names.join(", ")));
  const quoted = (rows) => rows.map(({ titel }) => `«${titel}»`);
  const names = found.map(({ titel }) => fold(titel));
  const hasContact = (one) => traces(`${one.zo_kom_je_binnen} ${one.wie_doet_het}`).some((kind) => CONTACT.has(kind));
  tell("rijen", [found.length]);
  tell("zonder", without);
  tell("optelling", totals);
  tell("onbekend", [...new Set(unknown)]);
  tell("dubbel", quoted(found.filter((_, at) => names.indexOf(names[at]) < at)));
  tell("persoon", quoted(found.filter(hasContact)));
  return { found, said };
}
const CONTACT = new Set(["mail", "telefoon"]);

// Each word of the name stands in the cell: «kennis, vaardigheden» names two; «doel» is not «doelgedrag».
function says(cell, name) {
  const held = words(cell);
  return words(name).every((word) => held.includes(word));
}

function unique(ids, titel) {
  const base = idOf(titel) || "activiteit";
  let id = base;
  for (let number = 2; ids.has(id); number++) id = `${base}-${number}`;
  ids.add(id);
  return id;
}

/** What is asked before anything is made: what each column holds. */
export function ask(held, { isHead, columns }) {
  const example = held[isHead ? 1 : 0];
  const items = held[0].map((cell, at) => {
    const id = `maker-kolom-${at}`;
    const name = (isHead && cell) || `Kolom ${at + 1}`;
    const choice = make("select", { id, autocomplete: "off" }, new Option("Neem niet mee", ""));
    choice.append(...COLUMNS.toReversed().map(([key, title]) => new Option(title, key)));
    choice.value = columns[at];
    const shown = (example?.[at] ?? "").slice(0, 60);
    const label = make("label", { htmlFor: id }, `«${name}»${shown ? `, zoals: ${shown}` : ""}`);
    return make("div", { className: "kiezer" }, label, choice);
  });
  return [...items, vakje({ type: "checkbox", id: "maker-kop", checked: isHead }, "De eerste rij is een kop")];
}

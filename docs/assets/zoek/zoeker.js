// What is typed → what is found, the best first, as leidraad/outputs/zoek/zoeken.py does, and a row for each.
import { make } from "../lib/make.js";
import { fold, words } from "../lib/namen.js";

const root = new URL("../../", import.meta.url);
const PREFIX = 0.9,
  PART = 0.6; // of a compound; so sure is one letter different too

// Letters to add, leave out, change or swap; more than `most` where the lengths alone do.
function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let older,
    before = [],
    row = [...other, 0].map((_, j) => j);
  for (let i = 1; i <= one.length; i++) {
    [older, before, row] = [before, row, [i]];
    for (let j = 1; j <= other.length; j++) {
      row[j] = Math.min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (one[i - 1] !== other[j - 1]));
      if (one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) row[j] = Math.min(row[j], older[j - 2] + 1);
    }
  }
  return row[other.length];
}

/** What was found by the words that tell something → its rows in the list. */
export function rows(found, typed) {
  // The text in which every word that begins like one of them, or that one of them begins like, is marked.
  const hit = (word) => typed.some((one) => word.startsWith(one) || (word[3] && one.startsWith(word)));
  const mark = (part) => (hit(fold(part)) ? make("mark", { textContent: part }) : part);
  const marked = (text) => text.split(/([\p{L}\p{N}]+)/u).map(mark);
  return found.map(([naam, titel, adres, kern, taal = ""]) => {
    const link = make("a", { href: new URL(adres, root), lang: taal }, ...marked(titel));
    const soort = make("span", { className: "zoek__soort", textContent: naam });
    const zin = kern.match(/^.+?[.?!](?=\s|$)/u)?.[0] ?? kern;
    return make("li", {}, link, soort, make("span", { className: "zoek__kern" }, ...marked(zin)));
  });
}

// The number that a sign stands for; pressed() in leidraad/outputs/zoek/zoekindex.py says how the words are written.
const number = (text, place) => text.charCodeAt(place) - 35;

export class Zoeker {
  #data;
  #forms;
  #termOf;
  #leads;
  #stop;

  constructor(data, [stop, forms, terms, leads]) {
    let form = "",
      known = 0;
    this.#data = data;
    this.#forms = forms.split(" ").map((rest) => (form = form.slice(0, parseInt(rest[0], 36)) + rest.slice(1)));
    this.#termOf = terms.split(" ").map((old) => (old ? parseInt(old, 36) : known++));
    this.#leads = leads.split(" ");
    this.#stop = new Set(stop.split(" "));
  }

  search(text) {
    const typed = words(text);
    const some = typed.filter((word) => !this.#stop.has(word));
    const telling = (this.telling = some[0] ? some : typed); // those that tell something, or all
    const scores = new Map(),
      counts = new Map();
    for (const word of telling) {
      for (const [entry, weight] of this.#weights(word)) {
        scores.set(entry, (scores.get(entry) ?? 0) + weight / telling.length);
        counts.set(entry, (counts.get(entry) ?? 0) + 1);
      }
    }
    for (const [entry, score] of scores) scores.set(entry, (score * counts.get(entry)) / telling.length);
    // all words as one name, and each name among them
    typed.forEach((_, begin) => {
      for (let end = begin + 2; end <= typed.length; end++) {
        const share = (end - begin) / typed.length;
        if (share < 1 && end - begin > 5) continue; // no name is longer
        const run = typed.slice(begin, end).join("");
        if (share === 1 || this.#forms[this.#place(run)] === run)
          for (const [entry, weight] of this.#weights(run, true))
            scores.set(entry, (scores.get(entry) ?? 0) + 1.5 * share * weight); // WHOLE in zoeken.py, as 5 is LONGEST_NAME
      }
    });
    const entries = [...scores.keys()].sort((a, b) => scores.get(b) - scores.get(a) || a - b);
    return entries.map((entry) => {
      const [soort, ...rest] = this.#data.vondsten[entry];
      return [this.#data.soorten[soort], ...rest];
    });
  }

  // The known word most like what was typed, or undefined.
  nearest(text) {
    const typed = words(text).join("");
    for (const most of [1, 2, 3].slice(0, (typed.length - 2) / 3)) {
      const form = this.#forms.find((known) => known[0] === typed[0] && distance(typed, known, most) <= most);
      if (form) return form;
    }
  }

  // The words that are not there: what is found by them is only like them, or holds a part of them.
  strange() {
    return this.telling.filter((word) => !this.#forms[this.#place(word)]?.startsWith(word)).join("» en «");
  }

  #weights(word, whole = false) {
    const best = new Map();
    for (const [term, quality] of this.#terms(word, whole)) {
      const leads = this.#leads[term];
      for (let i = 0, entry = 0; i < leads.length; i += 2) {
        entry += number(leads, i);
        best.set(entry, Math.max(best.get(entry) ?? 0, number(leads, i + 1) * quality));
      }
    }
    return best;
  }

  #terms(word, whole) {
    const forms = this.#forms,
      found = new Map();
    const add = (place, quality) => {
      const term = this.#termOf[place];
      found.set(term, Math.max(found.get(term) ?? 0, quality));
    };
    const start = this.#place(word);
    const exact = forms[start] === word;
    for (let i = start; word[1] && forms[i]?.startsWith(word); i++) {
      add(i, forms[i] === word ? 1 : (PREFIX * word.length) / forms[i].length);
      if (exact && !word[3]) break;
    }
    if (whole && word[5]) {
      forms.forEach((form, i) => form.includes(word) && add(i, (PREFIX * word.length) / form.length));
    }
    // found by the word itself by more than two (FEW in zoeken.py): what its parts lead to is left out
    if (exact && this.#leads[this.#termOf[start]].length > 4) return found;
    const before = found.size;
    for (let cut = 4; !whole && cut < word.length; cut++) {
      const parts = [word.slice(0, cut), word.slice(cut)].filter(
        (part) => part[3] && forms[this.#place(part)] === part,
      );
      for (const part of parts) if (parts[1] || part[5]) add(this.#place(part), (PART * part.length) / word.length);
    }
    if (!before && word[4]) {
      const begin = word.slice(0, Math.max(5, word.length - 2));
      forms.forEach((form, i) => {
        if (form.endsWith(word)) add(i, (PREFIX * word.length) / form.length);
        else if (distance(word, form, 1) < 2) add(i, PART);
        else if (form.startsWith(begin) && form.length <= word.length + 3) add(i, 0.5); // ANOTHER_END
      });
    }
    return found;
  }

  #place(word) {
    let low = 0,
      high = this.#forms.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#forms[middle] < word) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

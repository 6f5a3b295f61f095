// What is typed → what is found, the best first; the same as leidraad/outputs/zoek/zoeken.py.
import { words } from "../lib/namen.js";

const PREFIX = 0.9,
  PART = 0.6,
  MISTAKE = 0.6,
  ANOTHER_END = 0.5,
  WHOLE = 1.5;

// Letters to add, leave out, change or swap; more than `most` is most + 1.
function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let older,
    before = [],
    row = Array.from({ length: other.length + 1 }, (_, j) => j);
  for (let i = 1; i <= one.length; i++) {
    [older, before, row] = [before, row, [i]];
    let least = i;
    for (let j = 1; j <= other.length; j++) {
      row[j] = Math.min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (one[i - 1] !== other[j - 1]));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        row[j] = Math.min(row[j], older[j - 2] + 1);
      least = Math.min(least, row[j]);
    }
    if (least > most) return most + 1;
  }
  return row[other.length];
}

// distance(one, other, 1) <= 1, without a table: typing must stay quick on a slow phone.
function once(one, other) {
  if (Math.abs(one.length - other.length) > 1) return false;
  let i = 0;
  while (i < one.length && one[i] === other[i]) i++;
  const [a, b] = [one.slice(i), other.slice(i)];
  return (
    a.slice(1) === b.slice(1) ||
    a.slice(1) === b ||
    a === b.slice(1) ||
    (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2))
  );
}

export class Zoeker {
  #data;
  #forms;
  #stop;

  constructor(data) {
    this.#data = data;
    this.#forms = data.vormen.split(" ");
    this.#stop = new Set(data.stop.split(" "));
  }

  search(text) {
    const typed = words(text);
    const telling = typed.filter((word) => !this.#stop.has(word));
    const scores = new Map(),
      counts = new Map();
    for (const word of telling) {
      for (const [entry, weight] of this.#weights(word)) {
        scores.set(entry, (scores.get(entry) ?? 0) + weight / telling.length);
        counts.set(entry, (counts.get(entry) ?? 0) + 1);
      }
    }
    for (const [entry, score] of scores) scores.set(entry, (score * counts.get(entry)) / telling.length);
    if (typed.length > 1) {
      for (const [entry, weight] of this.#weights(typed.join(""), true))
        scores.set(entry, (scores.get(entry) ?? 0) + WHOLE * weight);
    }
    const numbers = [...scores.keys()].sort((a, b) => scores.get(b) - scores.get(a) || a - b);
    return numbers.map((number) => {
      const [soort, titel, adres, kern, taal = ""] = this.#data.vondsten[number];
      return { naam: this.#data.soorten[soort], titel, adres, kern, taal };
    });
  }

  // The known word most like what was typed, or undefined.
  nearest(text) {
    const typed = words(text).join("");
    for (const most of [1, 2, 3].slice(0, typed.length / 3)) {
      const form = this.#forms.find((known) => distance(typed, known, most) <= most);
      if (form) return form;
    }
  }

  // A word that is not there: what is found by it is only like it, or holds a part of it.
  strange(text) {
    return words(text).find((word) => !this.#stop.has(word) && !this.#forms[this.#place(word)]?.startsWith(word));
  }

  #weights(word, whole = false) {
    const best = new Map();
    for (const [term, quality] of this.#terms(word, whole)) {
      const leads = this.#data.gewichten[term];
      for (let i = 0; i < leads.length; i += 2)
        best.set(leads[i], Math.max(best.get(leads[i]) ?? 0, leads[i + 1] * quality));
    }
    return best;
  }

  #terms(word, whole) {
    const forms = this.#forms,
      found = new Map();
    const add = (number, quality) => {
      const term = this.#data.termen[number];
      found.set(term, Math.max(found.get(term) ?? 0, quality));
    };
    const start = this.#place(word);
    const exact = forms[start] === word;
    for (let i = start; word.length > 1 && forms[i]?.startsWith(word); i++) {
      add(i, forms[i] === word ? 1 : (PREFIX * word.length) / forms[i].length);
      if (exact && word.length < 4) break;
    }
    if (whole && word.length >= 6) {
      forms.forEach((form, i) => form.includes(word) && add(i, (PREFIX * word.length) / form.length));
    }
    if (exact) return found;
    const before = found.size;
    for (let cut = 4; !whole && cut < word.length; cut++) {
      for (const piece of [word.slice(0, cut), word.slice(cut)]) {
        const place = this.#place(piece);
        if (piece.length >= 4 && forms[place] === piece) add(place, (PART * piece.length) / word.length);
      }
    }
    if (!before && word.length >= 4) {
      const begin = word.slice(0, Math.max(5, word.length - 2));
      forms.forEach((form, i) => {
        if (form.endsWith(word)) add(i, (PREFIX * word.length) / form.length);
        else if (once(word, form)) add(i, MISTAKE);
        else if (form.startsWith(begin) && form.length <= word.length + 3) add(i, ANOTHER_END);
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

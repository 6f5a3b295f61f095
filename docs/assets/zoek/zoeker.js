// What is typed → what is found, the best first, as leidraad/outputs/zoek/zoeken.py does, and a row for each.
import { make } from "../lib/make.js";
import { fold, words } from "../lib/namen.js";

const root = new URL("../../", import.meta.url);
const PREFIX = 0.9,
  PART = 0.6; // of a compound; so sure is one letter different too

// Whether at most so many letters must be added, left out, changed or swapped; how two words begin alike, counts for none.
function near(one, other, most) {
  if (one === other || !most) return one === other;
  let i = 0;
  while (one[i] === other[i]) i++;
  const rest = (skip, and) => near(one.slice(i + skip), other.slice(i + and), most - 1);
  const isSwap = one[i] === other[i + 1] && one[i + 1] === other[i];
  return rest(1, 0) || rest(0, 1) || rest(1, 1) || (isSwap && rest(2, 2));
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
    return make("li", {}, link, soort, make("span", { className: "zoek__kern" }, ...marked(kern)));
  });
}

const add = (map, key, more) => map.set(key, (map.get(key) ?? 0) + more);
const atLeast = (map, key, value) => map.set(key, Math.max(map.get(key) ?? 0, value));

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
        add(scores, entry, weight / telling.length);
        add(counts, entry, 1);
      }
    }
    for (const [entry, score] of scores) scores.set(entry, (score * counts.get(entry)) / telling.length);
    // all words as one name, and each name among them
    typed.forEach((_, begin) => {
      for (let end = begin + 2; end <= typed.length; end++) {
        const share = (end - begin) / typed.length;
        if (share < 1 && end - begin > 5) continue; // no name is longer
        const run = typed.slice(begin, end).join("");
        if (share === 1 || this.#own(run))
          for (const [entry, weight] of this.#weights(run, true)) add(scores, entry, 1.5 * share * weight); // WHOLE in zoeken.py, as 5 is LONGEST_NAME
      }
    });
    const entries = [...scores.keys()].sort((a, b) => scores.get(b) - scores.get(a) || a - b);
    return entries.map((entry) => this.#data[entry]);
  }

  // The known word most like what was typed, or undefined.
  nearest(text) {
    const typed = words(text).join("");
    for (const most of [1, 2, 3].slice(0, (typed.length - 2) / 3)) {
      const form = this.#forms.find((known) => known[0] === typed[0] && near(typed, known, most));
      if (form) return form;
    }
  }

  // The words that are not there: what is found by them is only like them, or holds a part of them.
  strange() {
    return this.telling.filter((word) => !this.#forms[this.#place(word)]?.startsWith(word)).join("» en «");
  }

  #weights(word, whole = false) {
    const best = new Map();
    // pressed() in leidraad/outputs/zoek/geperst.py says how it is written
    const follow = (leads, say) => {
      for (let i = 0, entry = 0; i < leads.length; i += 2)
        say((entry += leads.charCodeAt(i) - 35), leads.charCodeAt(i + 1) - 35);
    };
    for (const [term, quality] of this.#terms(word, whole))
      follow(this.#leads[term], (entry, weight) => atLeast(best, entry, weight * quality));
    const most = Math.max(...best.values());
    const own = this.#own(word);
    // where the word itself stands, comes before all else that it may stand for
    if (word[1] && !own[4]) follow(own, (entry) => add(best, entry, most));
    return best;
  }

  // What a word leads to by itself.
  #own(word) {
    const place = this.#place(word);
    return this.#forms[place] === word ? this.#leads[this.#termOf[place]] : "";
  }

  #terms(word, whole) {
    const forms = this.#forms,
      own = this.#own(word),
      found = new Map();
    const take = (place, quality) => atLeast(found, this.#termOf[place], quality);
    for (let i = this.#place(word); word[1] && forms[i]?.startsWith(word); i++) {
      take(i, forms[i] === word ? 1 : (PREFIX * word.length) / forms[i].length);
      if (own && !word[3]) break;
    }
    if (whole && word[5]) {
      forms.forEach((form, i) => form.includes(word) && take(i, (PREFIX * word.length) / form.length));
    }
    // found by the word itself by more than two (FEW in zoeken.py): what its parts lead to is left out
    if (own[4]) return found;
    const before = found.size;
    for (let cut = 4; !whole && cut < word.length; cut++) {
      const parts = [word.slice(0, cut), word.slice(cut)].filter((part) => part[3] && this.#own(part));
      for (const part of parts) if (parts[1] || part[5]) take(this.#place(part), (PART * part.length) / word.length);
    }
    if (!before && word[4]) {
      const begin = word.slice(0, Math.max(5, word.length - 2));
      forms.forEach((form, i) => {
        if (form.endsWith(word)) take(i, (PREFIX * word.length) / form.length);
        else if (near(word, form, 1)) take(i, PART);
        else if (form.startsWith(begin) && form.length <= word.length + 3) take(i, 0.5); // ANOTHER_END
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

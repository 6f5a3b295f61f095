// A walk: what was answered in this tab, the fields it stands in, and what of it can go along, in words.
import { read, write } from "../lib/bewaar.js";
import { isDay, replay, WEET_NIET } from "../lib/replay.js";
import { list } from "../lib/tekst.js";

const KEY = "leidraad.gids";
const WORDS = { richting: ["helpt", "hindert", "allebei", "weet-niet"], herkomst: ["gezegd", "gezien", "vermoed"] };
const DELEN = ["jaar", "maand", "dag"];
const DAY = new Intl.DateTimeFormat("nl-NL", { dateStyle: "long", timeZone: "UTC" });
export const today = () => new Date().toLocaleDateString("sv-SE"); // as 2026-11-25, in the reader's own time
export const inDays = (day) => DAY.format(new Date(`${day}T00:00:00Z`));
const SURE = ["gezegd", "gezien"];

// Per route its answers and ticks, and for all routes together the notes at a factor.
export class Antwoorden {
  #route;

  constructor(route) {
    this.#route = route;
  }

  get state() {
    return read(KEY) ?? { routes: {}, factoren: {} };
  }

  set state(value) {
    write(KEY, value);
  }

  get #own() {
    return this.state.routes[this.#route.id] ?? { antwoorden: {}, vinkjes: {} };
  }

  #change(part, key, value) {
    const { state } = this;
    const own = { ...this.#own, [part]: { ...this.#own[part], [key]: value } };
    this.state = { ...state, routes: { ...state.routes, [this.#route.id]: own } };
  }

  get all() {
    const { factoren } = this.state;
    const weighed = this.#route.vragen.filter(({ soort }) => soort === "wegen").map(({ id, factoren: ids }) => [id, pick(factoren, ids)]);
    return { ...this.#own.antwoorden, ...Object.fromEntries(weighed) };
  }

  get isEmpty() {
    return !Object.values(this.all).some((value) => Object.keys(value).length);
  }

  loop() {
    return replay(this.#route, this.all, this.#route.activiteiten);
  }

  note(factor, value) {
    const { state } = this;
    if (value) this.state = { ...state, factoren: { ...state.factoren, [factor]: value } };
    return state.factoren[factor];
  }

  // place: «route.vraag.optie», of any route
  isChosen(place) {
    const [route, vraag, optie] = place.split(".");
    return this.state.routes[route]?.antwoorden[vraag]?.includes(optie) ?? false;
  }

  set(key, value) {
    this.#change("antwoorden", key, value);
  }

  tick(key, value) {
    this.#change("vinkjes", key, value);
  }

  isTicked(key, otherwise) {
    return this.#own.vinkjes[key] ?? otherwise;
  }

  // Empty this route, with the notes at the factors that it weighs.
  clear() {
    const { routes, factoren } = structuredClone(this.state);
    delete routes[this.#route.id];
    for (const { factoren: ids = [] } of this.#route.vragen) for (const id of ids) delete factoren[id];
    this.state = { routes, factoren };
  }

  // Replace all by what a text or a file holds, stable word by stable word; returns the words that are unknown here.
  restore(waarden) {
    const left = new Map(waarden);
    const take = (key, act) => {
      if (left.has(key)) act(left.get(key));
      left.delete(key);
    };
    this.clear();
    for (const { id, soort, factoren = [] } of this.#route.vragen) {
      take(`${id}.tekst`, (value) => this.set(`${id}.tekst`, String(value)));
      for (const factor of factoren) {
        const note = { herkomst: [], reden: "" };
        take(`${id}.${factor}`, (value) => {
          const given = words(value);
          note.richting = WORDS.richting.find((one) => given.includes(one));
          note.herkomst = WORDS.herkomst.filter((one) => given.includes(one));
          this.note(factor, note);
        });
        take(`${id}.${factor}.reden`, (value) => this.note(factor, { ...note, reden: String(value) }));
      }
      take(id, (value) => this.set(id, soort === "tekst" || soort === "datum" ? String(value) : words(value)));
    }
    for (const { id } of this.#route.bespreken) {
      this.tick(`bespreken.${id}`, false);
      take(`bespreken.${id}`, () => this.tick(`bespreken.${id}`, true));
    }
    return [...left.keys()];
  }
}

const words = (value) => (Array.isArray(value) ? value : list(value));
const pick = (notes, ids) => Object.fromEntries(ids.filter((id) => notes[id]).map((id) => [id, notes[id]]));

// The fields of the questions, and an answer in the words of the page itself.
export class Velden {
  #form;

  constructor(form) {
    this.#form = form;
  }

  named(name) {
    return [...this.#form.querySelectorAll(`[name="${name}"]`)];
  }

  #chosen(name) {
    return this.named(name).filter(({ checked }) => checked).map(({ value }) => value);
  }

  #text(name) {
    return this.named(name)[0].value.trim();
  }

  // undefined where it holds an error, and must not be kept
  valueOf({ id, soort, hoogstens = Infinity }) {
    if (soort === "tekst") return this.#text(id);
    if (soort === "datum") {
      const parts = DELEN.map((deel) => this.#text(`${id}.${deel}`));
      const day = parts.map((part, index) => part.padStart(index ? 2 : 4, "0")).join("-");
      return parts.join("") === "" ? "" : isDay(day) ? day : undefined;
    }
    const value = soort === "wegen" ? [] : this.#chosen(id);
    return value.length > hoogstens ? undefined : value;
  }

  noteOf(name) {
    return { richting: this.#chosen(`${name}.richting`)[0], herkomst: this.#chosen(`${name}.herkomst`), reden: this.#text(`${name}.reden`) };
  }

  fill({ id, soort, factoren, tekstveld }, answers, counted) {
    const value = answers[id];
    if (tekstveld) this.#write(`${id}.tekst`, answers[`${id}.tekst`]);
    if (soort === "tekst") this.#write(id, value);
    else if (soort === "datum") DELEN.forEach((deel, index) => this.#write(`${id}.${deel}`, value?.split("-")[index]));
    else if (soort !== "wegen") this.#check(id, value?.length || counted?.[0] === WEET_NIET ? value : counted);
    for (const factor of factoren ?? []) {
      const note = value?.[factor];
      this.#check(`${id}.${factor}.richting`, [note?.richting]);
      this.#check(`${id}.${factor}.herkomst`, note?.herkomst);
      this.#write(`${id}.${factor}.reden`, note?.reden);
    }
  }

  #write(name, value = "") {
    const [field] = this.named(name);
    field.value = value;
    field.dispatchEvent(new Event("input")); // for <vrij-veld>; it does not reach the form
  }

  #check(name, values = []) {
    for (const field of this.named(name)) field.checked = values.includes(field.value);
  }

  // «Dat weten we nog niet» and another answer exclude each other.
  exclude({ type, checked, name, value }) {
    if (type !== "checkbox" || !checked) return;
    for (const other of this.named(name)) if ((other.value === WEET_NIET) !== (value === WEET_NIET)) other.checked = false;
  }

  errorsOf(vraag) {
    if (this.valueOf(vraag) !== undefined) return [];
    const { id, soort, hoogstens } = vraag;
    if (soort === "datum") return [{ veld: this.named(`${id}.dag`)[0], tekst: "Deze datum bestaat niet. Schrijf dag, maand en jaar, of laat alles leeg." }];
    return [{ veld: this.named(id).find(({ checked }) => checked), tekst: `Kies er hoogstens ${hoogstens}.` }];
  }

  label(name, value) {
    return this.named(name).find((field) => field.value === value)?.labels[0].textContent.trim() ?? value;
  }

  question(id) {
    return this.#form.querySelector(`#vraag-${id} > legend`).textContent;
  }

  // part: titel or open, the first open question
  factor(id, part) {
    return this.#form.querySelector(`[data-factor="${id}"][data-titel]`)?.dataset[part] ?? id;
  }

  inWords({ id, soort }, counted, value) {
    return counted.map((one) => {
      if (one === WEET_NIET) return "Dat weten we nog niet";
      if (soort === "tekst") return value;
      if (soort === "datum") return inDays(one);
      if (soort !== "wegen") return this.label(id, one);
      const [factor, richting] = one.split(":");
      return `${this.factor(factor, "titel")}: ${this.label(`${id}.${factor}.richting`, richting).toLowerCase()}`;
    });
  }
}

// What can go along, each answer in words, on the side of willen or kunnen, with its stable word:
// [{groep, sleutel, tekst, waarde, vermoed, erbij}]; erbij: a line that goes along with it
export function linesOf(velden, { vragen, groep: groepVan }, answers, loop) {
  return vragen.filter(({ id }) => loop.gevraagd.includes(id)).flatMap((vraag) => {
    const { id, soort, groep } = vraag;
    const text = answers[`${id}.tekst`]?.trim();
    const lines = soort === "wegen" ? weighed(vraag) : vraag.herkomst !== undefined ? heard(vraag) : plain(vraag);
    return text ? [...lines, { groep, sleutel: `${id}.tekst`, tekst: velden.named(`${id}.tekst`)[0].labels[0].textContent.replace(/ \(.*/, ""), waarde: text }] : lines;
  });

  function about(factor, sleutel, waarde, known, words) {
    const vermoed = !known.length || known.some((one) => !SURE.includes(one));
    const titel = velden.factor(factor, "titel");
    return { groep: groepVan[factor] ?? "begin", sleutel, waarde, vermoed, tekst: vermoed ? `Nog navragen over ${titel}: ${velden.factor(factor, "open")}` : `${titel}: ${words}` };
  }

  function weighed({ id, factoren }) {
    const notes = answers[id];
    return factoren.filter((factor) => notes[factor]?.richting || notes[factor]?.reden).map((factor) => {
      const { richting = WEET_NIET, herkomst, reden } = notes[factor];
      const sleutel = `${id}.${factor}`;
      const sure = herkomst.filter((one) => SURE.includes(one));
      const words = `${velden.label(`${sleutel}.richting`, richting).toLowerCase()} (${herkomst.join(", ")})`;
      const erbij = reden && sure.length ? { sleutel: `${sleutel}.reden`, tekst: "Waaraan we dat merken", waarde: reden } : undefined;
      return { ...about(factor, sleutel, [richting, ...herkomst], sure, words), erbij };
    });
  }

  // Where one question asks how you know all this, a suspicion among the answers makes each one to look at.
  function heard({ id, opties, herkomst, groep }) {
    const known = herkomst ? (loop.antwoorden[herkomst] ?? []) : SURE;
    return loop.antwoorden[id].filter((one) => one !== WEET_NIET).map((one) => {
      const { factor } = opties.find((optie) => optie.id === one);
      const words = velden.label(id, one);
      return factor ? about(factor, id, [one], known, words) : { groep, sleutel: id, tekst: words, waarde: [one] };
    });
  }

  function plain(vraag) {
    const { id, soort, groep } = vraag;
    const counted = loop.antwoorden[id];
    const value = answers[id];
    if (counted[0] === WEET_NIET && !value?.includes(WEET_NIET)) return [];
    const isText = soort === "tekst";
    const words = isText ? "" : ` ${velden.inWords(vraag, counted).join("; ")}`;
    return [{ groep, sleutel: id, tekst: velden.question(id) + words, waarde: isText ? value : counted }];
  }
}

// The key under which a line's tick is kept.
export const tickOf = ({ sleutel, waarde }) => (Array.isArray(waarde) && !sleutel.includes(".") ? `${sleutel}=${waarde}` : sleutel);

// What the forms of the evaluation instrument share: kept for this tab, wiped, copied, printed, saved and opened.
// A form derives from Vel and gives: key (in the storage), leeg (an empty state), isSound(state), fill(state), collect(state), show(state),
// parts(state) (what goes along, for tekst.write) and restore(waarden) (the state of a text that was pasted back).
import { isObject, Onleesbaar, open, pack, save, today } from "./bestand.js";
import { isRefused, read, write } from "./bewaar.js";
import * as tekst from "./tekst.js";
import "./vrij-veld.js";

const NOT_KEPT = "Deze browser bewaart niets. Wat je invult, is weg zodra je deze pagina verlaat of ververst.";
const MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split(" ");

export const make = (name, values = {}, ...inside) => {
  const element = Object.assign(document.createElement(name), values);
  element.append(...inside);
  return element;
};

/** 2026-11-25 as «25 november 2026»; anything else as it is. */
export const inWords = (day) => day.replace(/^(\d{4})-(\d\d)-(\d\d)$/, (_, year, month, date) => `${Number(date)} ${MONTHS[month - 1]} ${year}`);

/** True for a day that exists, such as 2026-11-25. */
export const isDay = (text) => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);

export class Vel extends HTMLElement {
  #before;

  connectedCallback() {
    this.hidden = false;
    for (const type of ["input", "change", "click", "submit"]) this.addEventListener(type, this);
    for (const type of ["gewist", "niet-bewaard"]) document.addEventListener(type, this);
    this.#fillAndShow();
    if (isRefused()) this.say(NOT_KEPT);
  }

  disconnectedCallback() {
    for (const type of ["gewist", "niet-bewaard"]) document.removeEventListener(type, this);
  }

  get naam() {
    return this.dataset.vel;
  }

  get state() {
    return read(this.key) ?? this.leeg;
  }

  set state(state) {
    write(this.key, state);
  }

  $(selector) {
    return this.querySelector(selector);
  }

  $$(selector) {
    return [...this.querySelectorAll(selector)];
  }

  handleEvent(event) {
    const { type, target } = event;
    if (type === "niet-bewaard") this.say(NOT_KEPT);
    else if (type === "gewist") this.#wiped();
    else if (type === "submit") event.preventDefault();
    else if (type === "click") this.#click(target.closest("[data-doe]"));
    else if (target.type === "file") type === "change" && this.#open(target);
    else if (type === "input" && !target.closest(".mee")) this.update();
  }

  /** Keep what is filled in now, and show what follows from it. */
  update() {
    this.state = this.collect(this.state);
    this.#show();
  }

  /** Say something to everybody, a screen reader included. */
  say(text, ...more) {
    this.$(".melding").replaceChildren(text, ...more);
  }

  /** Show what is wrong, [[field, text]], at its field and in a list that takes the focus; true when something is. */
  refuse(errors) {
    for (const old of this.$$(".fout")) old.remove();
    for (const field of this.$$("[aria-invalid]")) field.removeAttribute("aria-invalid");
    const box = this.$(".fouten");
    box.hidden = !errors.length;
    if (!errors.length) return false;
    for (const [field, text] of errors) {
      (field.closest("fieldset, div, vrij-veld") ?? field).prepend(make("p", { className: "fout" }, make("strong", {}, "Fout: "), text));
      field.setAttribute("aria-invalid", "true");
    }
    const links = errors.map(([field, text]) => make("li", {}, make("a", { href: `#${field.id}`, onclick: (event) => (event.preventDefault(), field.focus()) }, text)));
    box.replaceChildren(make("strong", {}, "Er klopt iets niet"), make("ul", {}, ...links));
    box.focus();
    return true;
  }

  /** The text that goes along. */
  get text() {
    const { titel, editie, uitgave, slot } = this.dataset;
    const onder = [`Leidraad Gewogen Maatwerk, ${editie}. Gemaakt op ${inWords(today())}.`];
    return tekst.write({ merk: ["instrument", this.naam, "1"], titel, onder, delen: this.parts(this.state), slot: [uitgave, slot] });
  }

  #fillAndShow() {
    this.fill(this.state);
    for (const field of this.$$("vrij-veld")) field.handleEvent?.();
    this.#show();
  }

  // A form with something in it goes along when the whole page is printed.
  #show() {
    this.toggleAttribute("data-gevuld", JSON.stringify(this.state) !== JSON.stringify(this.leeg));
    this.show(this.state);
  }

  #click(button) {
    if (button) this[`_${button.dataset.doe}`](button);
  }

  /** Print this form alone, without the page around it. */
  _print() {
    this.toggleAttribute("data-print", true);
    print();
    this.removeAttribute("data-print");
  }

  async _kopieer() {
    const field = make("textarea", { value: this.text, readOnly: true });
    try {
      await navigator.clipboard.writeText(field.value);
      this.say("Gekopieerd. De tekst staat nu ook op het klembord van dit apparaat.");
    } catch {
      field.setAttribute("aria-label", "De tekst");
      field.rows = 8;
      this.say("Kopiëren lukt hier niet vanzelf. Dit is de tekst, gebruik Ctrl+C:", field);
      field.select();
    }
  }

  _bewaar() {
    const { editie, uitgave, slot } = this.dataset;
    save(`${this.naam}-${today()}.json`, pack(this.naam, 1, this.state, { editie, uitgave, slot }));
    this.say("Het bestand staat bij je downloads. Bewaar het waar alleen jullie erbij kunnen, of gooi het weg na gebruik.");
  }

  _leeg() {
    this.#replace(this.leeg, "Leeg. Wat hier was ingevuld, is weg.");
  }

  _terug() {
    this.state = this.#before;
    this.#before = undefined;
    this.refuse([]);
    this.#fillAndShow();
    this.say("Teruggezet.");
  }

  _plak() {
    const field = this.$(".mee textarea");
    const found = tekst.read(field.value);
    const [soort, id] = found?.merk ?? [];
    if (soort === "instrument" && id === this.naam) {
      const state = this.restore(found.waarden);
      if (this.isSound(state)) {
        field.value = "";
        return this.#replace(state, "Ingelezen.");
      }
    }
    const why = !found ? "Dit is geen tekst uit deze leidraad. De regel met [leidraad: …] ontbreekt." : id === this.naam ? "Deze tekst is beschadigd." : "Deze tekst hoort bij een ander onderdeel.";
    this.refuse([[field, `${why} Er is niets veranderd.`]]);
  }

  async #open(field) {
    try {
      this.#replace(await open(field.files[0], { soort: this.naam, versie: 1, isSound: (state) => this.isSound(state) }), "Geopend.");
    } catch (error) {
      if (!(error instanceof Onleesbaar)) throw error;
      this.refuse([[field, error.message]]);
    }
    field.value = "";
  }

  #replace(state, text) {
    this.#before = this.state;
    this.state = state;
    this.refuse([]);
    this.#fillAndShow();
    const undo = make("button", { type: "button", className: "knop" }, "Zet terug wat er stond");
    undo.dataset.doe = "terug";
    this.say(`${text} `, undo);
  }

  #wiped() {
    this.#before = undefined;
    this.refuse([]);
    this.#fillAndShow();
    this.say("");
  }
}

/** A form of rows that can be added and taken away; a field says with data-veld what it holds, and each holds a text. */
export class Rijen extends Vel {
  get leeg() {
    return { los: this.#emptied(this), regels: [this.#emptied(this.#template)] };
  }

  get #template() {
    return this.$("template").content;
  }

  get rows() {
    return this.$$(".rij");
  }

  #fields(part) {
    return [...part.querySelectorAll("[data-veld]")].filter((field) => part !== this || !field.closest(".rij"));
  }

  #emptied(part) {
    return Object.fromEntries(this.#fields(part).map(({ dataset }) => [dataset.veld, ""]));
  }

  isSound(state) {
    const { los, regels } = this.leeg;
    const same = (one, other) => hasShape(one, Object.fromEntries(Object.keys(other).map((key) => [key, String])));
    return hasShape(state, { los: Object, regels: Array }) && same(state.los, los) && state.regels.length > 0 && state.regels.every((row) => same(row, regels[0]));
  }

  #read(part) {
    const values = this.#emptied(part);
    for (const field of this.#fields(part)) if (field.type !== "radio" || field.checked) values[field.dataset.veld] = field.value;
    return values;
  }

  #write(part, values) {
    for (const field of this.#fields(part)) {
      const value = values[field.dataset.veld] ?? "";
      if (field.type === "radio") field.checked = field.value === value;
      else field.value = value;
    }
  }

  collect() {
    return { los: this.#read(this), regels: this.rows.map((row) => this.#read(row)) };
  }

  fill({ los, regels }) {
    this.#write(this, los);
    this.$(".rijen").replaceChildren(...regels.map((_, index) => this.#row(index + 1)));
    this.rows.forEach((row, index) => this.#write(row, regels[index]));
  }

  #row(number) {
    const row = this.#template.cloneNode(true).firstElementChild;
    for (const element of row.querySelectorAll("[id], [for], [name], [aria-describedby]"))
      for (const name of ["id", "for", "name", "aria-describedby"]) if (element.hasAttribute(name)) element.setAttribute(name, `${element.getAttribute(name)}-${number}`);
    row.querySelector("legend").append(` ${number}`);
    return row;
  }

  "_nog-een"() {
    const { state } = this;
    this.#change({ ...state, regels: [...state.regels, this.#emptied(this.#template)] });
    this.rows.at(-1).querySelector("select, textarea").focus();
  }

  "_haal-weg"(button) {
    const gone = this.rows.indexOf(button.closest(".rij"));
    const { state } = this;
    const regels = state.regels.filter((_, index) => index !== gone);
    this.#change({ ...state, regels: regels.length ? regels : this.leeg.regels });
    this.say("Die regel is weg.");
    this.$("[data-doe=nog-een]").focus();
  }

  #change(state) {
    this.state = state;
    this.fill(state);
    this.show(state);
  }

  /** The label of a field, and the words of what was chosen in it. */
  named(veld, value) {
    const field = this.rows[0].querySelector(`[data-veld=${veld}]${value === undefined ? "" : `[value="${CSS.escape(value)}"]`}`) ?? this.rows[0].querySelector(`[data-veld=${veld}]`);
    if (value === undefined) return field.closest("fieldset:not(.rij)")?.querySelector("legend").textContent ?? field.labels[0].textContent;
    return field.type === "radio" ? field.labels[0].textContent : [...(field.options ?? [])].find((option) => option.value === value)?.text ?? value;
  }

  restore(waarden) {
    const { los, regels } = this.leeg;
    const from = (empty, before = "") => Object.fromEntries(Object.keys(empty).map((key) => [key, waarden.get(before + key) ?? ""]));
    const rows = [];
    for (let nr = 1; [...waarden.keys()].some((key) => key.startsWith(`${nr}.`)); nr++) rows.push(from(regels[0], `${nr}.`));
    return { los: from(los), regels: rows.length ? rows : regels };
  }
}

/** True when every value is a text, or one of the kinds that are named: {gedrag: String, keren: Array}. */
export const hasShape = (value, shape) => isObject(value) && Object.entries(shape).every(([key, kind]) => (kind === Array ? Array.isArray(value[key]) : kind === Object ? isObject(value[key]) : typeof value[key] === "string"));

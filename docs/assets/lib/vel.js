// What every form shares, the guide too: kept for this tab, wiped, copied, printed, saved, opened, pasted and put back.
// A form derives from Vel and gives: key (in the storage), leeg (an empty state), fill(state), collect(state), show(state),
// parts(state) (what goes along, for toText), restore(waarden) (the content of a text that was pasted back) and
// isSound(content). What a file holds is the state, unless the form says otherwise with content and take(content).
// In one file: together these parts weigh a sixth less, and they are one request.

// ---- storage ----

// What someone fills in: in memory, and in sessionStorage for this tab only. «Wis alles» empties both. Where the
// browser keeps nothing, memory alone remains: the document hears «niet-bewaard», and isRefused() says so.
const memory = new Map();
let refused = false;

export const isRefused = () => refused;

export function read(key) {
  if (!memory.has(key)) memory.set(key, stored(key));
  return memory.get(key);
}

// undefined empties the key
export function write(key, value) {
  memory.set(key, value);
  attempt(() => (value === undefined ? sessionStorage.removeItem(key) : sessionStorage.setItem(key, JSON.stringify(value))));
}

function stored(key) {
  try {
    return JSON.parse(attempt(() => sessionStorage.getItem(key))) ?? undefined;
  } catch {
    // not ours
    return undefined;
  }
}

function attempt(act) {
  try {
    return act() ?? null;
  } catch {
    if (!refused) queueMicrotask(() => document.dispatchEvent(new Event("niet-bewaard")));
    refused = true;
    return null;
  }
}

document.addEventListener("gewist", () => memory.clear());
// A page that the browser kept whole (back, forward) may hold what was wiped elsewhere since.
addEventListener("pageshow", (event) => event.persisted && location.reload());

// ---- files ----

// What someone filled in ↔ a versioned JSON file. A file that cannot be read changes nothing.
const FORMAT = "leidraad-gewogen-maatwerk";
// bytes
const LARGEST = 1e6;

export class Onleesbaar extends Error {}

const refuse = (why) => {
  throw new Onleesbaar(`${why} Er is niets veranderd.`);
};
const DAMAGED = "Dit bestand is beschadigd of van een andere soort.";

// kop: what else to say in the file, such as editie and slot
export function pack(soort, versie, inhoud, kop) {
  return `${JSON.stringify({ formaat: FORMAT, soort, versie, datum: today(), ...kop, inhoud }, null, 2)}\n`;
}

// migrations[n] makes version n into n + 1; isSound judges the result
export function unpack(text, { soort, versie, migrations, isSound = () => true }) {
  const file = parse(text);
  if (file?.formaat !== FORMAT) refuse("Dit bestand is niet van deze leidraad.");
  if (file.soort !== soort) refuse(`Dit bestand hoort bij een ander onderdeel: ${String(file.soort).slice(0, 60)}.`);
  if (!Number.isInteger(file.versie) || file.versie < 1) refuse(DAMAGED);
  if (file.versie > versie) refuse("Dit bestand komt uit een nieuwere versie van de leidraad. Open het daar.");
  let { inhoud } = file;
  try {
    for (let from = file.versie; from < versie; from++) inhoud = migrations[from](inhoud);
  } catch {
    refuse("Dit oudere bestand is niet om te zetten.");
  }
  if (!isObject(inhoud) || !isSound(inhoud)) refuse("Dit bestand is beschadigd: er ontbreekt iets of er is iets veranderd.");
  return inhoud;
}

// Read a chosen file; the rules are those of unpack.
export async function open(file, rules) {
  if (file.size > LARGEST) refuse("Dit bestand is te groot om van deze site te zijn.");
  let text;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    refuse(DAMAGED);
  }
  return unpack(text, rules);
}

export function save(name, content, type = "application/json") {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1e4);
}

export const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

function parse(text) {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return refuse(DAMAGED);
  }
}

// ---- text ----

// Headings and lines ↔ plain text for a client system, that can be pasted back. A line ends in a stable word and its
// value between brackets, so other bullets and line ends do no harm: «- Wat zit er vast? … [wat-zit-vast: wacht]».
const ITEM = /\[([^[\]:]{1,120}):([^[\]]*)\]/g;

// merk: what it is, such as ["route", "plan-kiezen", "1"]; delen: [{kop, regels: [{tekst, sleutel, waarde}]}]
export function toText({ merk, titel, onder, delen, slot }) {
  const parts = delen.filter(({ regels }) => regels.length).map(({ kop, regels }) => [kop.toUpperCase(), ...regels.map(line)]);
  return [[titel.toUpperCase(), ...onder, `[leidraad: ${merk.join(", ")}]`], ...parts, slot].map((lines) => lines.join("\n")).join("\n\n") + "\n";
}

// {merk, waarden}, waarden a Map from stable word to value; null where it is no text of ours
export function fromText(text) {
  const waarden = new Map();
  for (const [, key, value] of text.replace(/[\s\u200b\ufeff]+/g, " ").matchAll(ITEM)) add(waarden, word(key), value.trim());
  const merk = waarden.get("leidraad");
  waarden.delete("leidraad");
  return merk === undefined ? null : { merk: list(merk), waarden };
}

function add(found, key, value) {
  const earlier = found.get(key);
  found.set(key, earlier === undefined || earlier === value ? value : `${earlier}, ${value}`);
}

// "a, b" → ["a", "b"]
export const list = (value) => value.split(",").map(word).filter(Boolean);

// A system may break a line after a hyphen, or draw the hyphen otherwise.
const word = (text) => text.replace(/\s/g, "").replace(/[\u2010-\u2015\u2212\u00ad]/g, "-");

function line({ tekst, sleutel, waarde = "" }) {
  const value = Array.isArray(waarde) ? waarde.join(", ") : waarde.replace(/\s+/g, " ").trim().replace(/\[/g, "(").replace(/\]/g, ")");
  return sleutel ? `- ${tekst} [${sleutel}: ${value}]` : `- ${tekst}`;
}

// ---- days ----

// A day, as 2026-11-25: today in the reader's own time, whether it exists, and in words.
const MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split(" ");

export const today = () => new Date().toLocaleDateString("sv-SE");

/** True for a day that exists, such as 2026-11-25. */
export function isDay(value) {
  if (typeof value !== "string" || !/^(?!0000)\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(+date) && date.toISOString().startsWith(value);
}

/** 2026-11-25 as «25 november 2026»; anything else as it is. */
export const inWords = (day) => day.replace(/^(\d{4})-(\d\d)-(\d\d)$/, (_, year, month, date) => `${Number(date)} ${MONTHS[month - 1]} ${year}`);

// ---- the free field ----

// <vrij-veld>: a label and a field for free text, without help of the browser, that warns for what looks like a BSN.
const NUMBER = /(?<!\d[ .-]?)\d(?:[ .-]?\d){7,8}(?![ .-]?\d)/g;
const DATE = /^(\d{1,2}[ .-]\d{1,2}[ .-]\d{4}|\d{4}[ .-]\d{1,2}[ .-]\d{1,2})$/;
const WARNING = "Dit lijkt op een BSN. Haal het weg: schrijf niets op waaraan iemand te herkennen is.";

// Eight or nine digits that pass the elfproef and are no date.
export const looksLikeBsn = (text) => (text.match(NUMBER) ?? []).some((found) => !DATE.test(found) && passes(found.replace(/\D/g, "").padStart(9, "0")));

function passes(digits) {
  const sum = [...digits].reduce((total, digit, place) => total + digit * (place === 8 ? -1 : 9 - place), 0);
  return sum !== 0 && sum % 11 === 0;
}

class VrijVeld extends HTMLElement {
  #said = document.createElement("p");

  connectedCallback() {
    this.#said.className = "let-op vrij-veld__let-op";
    this.#said.setAttribute("role", "status");
    this.append(this.#said);
    for (const [name, value] of [["autocomplete", "off"], ["spellcheck", "false"], ["writingsuggestions", "false"]]) this.#field.setAttribute(name, value);
    this.addEventListener("input", this, true);
    this.handleEvent();
  }

  disconnectedCallback() {
    this.removeEventListener("input", this, true);
  }

  get #field() {
    return this.querySelector("textarea, input");
  }

  handleEvent() {
    const text = looksLikeBsn(this.#field.value) ? WARNING : "";
    if (this.#said.textContent !== text) this.#said.textContent = text;
  }
}

customElements.define("vrij-veld", VrijVeld);

// ---- the form ----

export const make = (name, values = {}, ...inside) => {
  const element = Object.assign(document.createElement(name), values);
  element.append(...inside);
  return element;
};

export class Vel extends HTMLElement {
  #before;

  connectedCallback() {
    this.hidden = false;
    for (const type of ["input", "change", "click", "submit"]) this.addEventListener(type, this);
    for (const type of ["gewist", "niet-bewaard"]) document.addEventListener(type, this);
    this.#fillAndShow();
    if (isRefused()) this.say();
  }

  disconnectedCallback() {
    for (const type of ["gewist", "niet-bewaard"]) document.removeEventListener(type, this);
  }

  get naam() {
    return this.dataset.vel;
  }

  /** What a text says it is; the middle one also names a file. */
  get merk() {
    return ["instrument", this.naam, "1"];
  }

  get state() {
    return read(this.key) ?? this.leeg;
  }

  set state(state) {
    write(this.key, state);
  }

  get content() {
    return this.state;
  }

  take(content) {
    return content;
  }

  $(selector) {
    return this.querySelector(selector);
  }

  $$(selector) {
    return [...this.querySelectorAll(selector)];
  }

  handleEvent(event) {
    const { type, target } = event;
    if (type === "niet-bewaard") this.say();
    else if (type === "gewist") this.#wiped();
    else if (type === "submit") this.submit(event);
    else if (type === "click") this.#click(target.closest("[data-doe]"));
    else if (target.type === "file") type === "change" && this.#open(target);
    else if (type === "input" && !target.closest(".mee")) this.update(target);
  }

  submit(event) {
    event.preventDefault();
  }

  /** Keep what is filled in now, and show what follows from it. */
  update() {
    this.state = this.collect(this.state);
    this.#show();
  }

  // the sentences stand in the page
  get #words() {
    return this.$(".melding").dataset;
  }

  /** Say something to everybody, a screen reader included; in a browser that keeps nothing, at least that. */
  say(text, ...more) {
    this.$(".melding").replaceChildren(text || (isRefused() ? this.#words.nietBewaard : ""), ...more);
  }

  /** Show what is wrong, [[field, text]], at its field and in a list that takes the focus; true when something is. */
  refuse(errors) {
    for (const old of this.$$(".fout")) old.remove();
    for (const field of this.$$("[aria-invalid]")) {
      field.removeAttribute("aria-invalid");
      described(field, (ids) => ids.filter((id) => !id.endsWith("--fout")));
    }
    const box = this.$(".fouten");
    box.hidden = !errors.length;
    document.title = document.title.replace(/^Fout: /, "");
    if (!errors.length) return false;
    document.title = `Fout: ${document.title}`;
    for (const [field, text] of errors) {
      const said = make("p", { className: "fout", id: `${field.id}--fout` }, make("strong", {}, "Fout: "), text);
      (field.closest("fieldset, p, .kiezer, vrij-veld").querySelector("legend, label")).after(said);
      field.setAttribute("aria-invalid", "true");
      described(field, (ids) => [said.id, ...ids]);
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
    return toText({ merk: this.merk, titel, onder, delen: this.parts(this.state), slot: [uitgave, slot] });
  }

  /** All of it changed: show it; read is true for what was opened or pasted. */
  renew() {
    this.refuse([]);
    this.#fillAndShow();
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
      this.say(this.#words.gekopieerd);
    } catch {
      field.setAttribute("aria-label", "De tekst");
      field.rows = 8;
      this.say(this.#words.kopieerZelf, field);
      field.select();
    }
  }

  _bewaar() {
    const { editie, uitgave, slot } = this.dataset;
    save(`${this.merk[1]}-${today()}.json`, pack(this.naam, 1, this.content, { editie, uitgave, slot }));
    this.say(this.#words.bewaard);
  }

  _leeg() {
    this.replace(this.leeg, "leeg");
  }

  _terug() {
    this.state = this.#before;
    this.#before = undefined;
    this.renew();
    this.say(this.#words.teruggezet);
  }

  _plak() {
    const field = this.$("[id$='-plak']");
    const found = fromText(field.value);
    const isOurs = found && `${found.merk.slice(0, 2)}` === `${this.merk.slice(0, 2)}`;
    const content = isOurs && this.restore(found.waarden);
    if (isOurs && this.isSound(content)) {
      field.value = "";
      return this.replace(this.take(content), "ingelezen", true);
    }
    this.refuse([[field, this.#words[!found ? "vreemd" : isOurs ? "beschadigd" : "ander"]]]);
  }

  async #open(field) {
    try {
      const content = await open(field.files[0], { soort: this.naam, versie: 1, isSound: (one) => this.isSound(one) });
      this.replace(this.take(content), "geopend", true);
    } catch (error) {
      if (!(error instanceof Onleesbaar)) throw error;
      this.refuse([[field, error.message]]);
    }
    field.value = "";
  }

  replace(state, word, read) {
    this.#before = this.state;
    this.state = state;
    this.renew(read);
    const undo = make("button", { type: "button", className: "knop" }, this.#words.zetTerug);
    undo.dataset.doe = "terug";
    this.say(`${this.#words[word]} ${(read && this.unknown) || ""} `, undo);
  }

  #wiped() {
    this.#before = undefined;
    this.renew();
    this.say();
  }
}

function described(field, change) {
  const ids = change((field.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean));
  if (ids.length) field.setAttribute("aria-describedby", ids.join(" "));
  else field.removeAttribute("aria-describedby");
}

/** True when every value is a text, or one of the kinds that are named: {gedrag: String, keren: Array}. */
export const hasShape = (value, shape) => isObject(value) && Object.entries(shape).every(([key, kind]) => (kind === Array ? Array.isArray(value[key]) : kind === Object ? isObject(value[key]) : typeof value[key] === "string"));

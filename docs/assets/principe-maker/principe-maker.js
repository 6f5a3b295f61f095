// <principe-maker>: the files of a municipality as one form, drawn from the rules of the model. A row is one file, or
// one point in it; data-veld says which key a field writes, data-rijen which list of rows stands there.
import { isDay, today } from "../lib/days.js";
import "../lib/bewaren.js"; // at hand: after filling in, nothing is asked of the server
import { make } from "../lib/make.js";
import { slugOf } from "../lib/namen.js";
import { isObject } from "../lib/shapes.js";
import { UitFormulier } from "../lib/uit-formulier.js";
import "../lib/vrij-veld.js";

// ---- the files: YAML that reads back to the letter, and a zip ----

// What may stand as it is: no sign that nobody sees, and none that ends a line.
const SEEN = /^[\n -~\xa1-\u1fff\u2010-\u2027\u2030-\u2fff\u3001-\ud7ff\u{1f000}-\u{1faff}]*$/u;
const PLAIN = /^(?!(null|true|false|yes|no|on|off|y|n)$)[A-Za-zÀ-ÿ]([\wÀ-ÿ ,.?'-]*[\wÀ-ÿ,.?'-])?$/i;
const UNSEEN = /[^ -~\xa0-\u1fff\u2010-\u2027\u2030-\ufefe]/g;

/** A file: its explanation, then every key in order; «woorden.inwoner.enkelvoud» is a key in a key in a key. */
export function yaml({ id, ...row }, kop) {
  const nested = {};
  for (const [path, value] of Object.entries({ id, ...row })) {
    const keys = path.split(".");
    const last = keys.pop();
    keys.reduce((block, key) => (block[key] ??= {}), nested)[last] = value;
  }
  return ["uitleg: |", ...kop.map((line) => line && `  ${line}`), ...block(nested, ""), ""].join("\n");
}

const block = (values, indent) => Object.entries(values).flatMap(([key, value]) => pair(key, value, indent));

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
    if (text.length >= 80 && !text.includes("  ")) return lines(">-", text.replace(/(.{70,}?) /g, "$1\n"));
  }
  return JSON.stringify(text.toWellFormed()).replace(
    UNSEEN,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** An archive of [[name, text or bytes]], nothing compressed, that depends on them alone. */
export function zip(files) {
  const parts = [],
    index = [];
  let at = 0;
  for (const [name, data] of files.map((pair) => pair.map(bytes))) {
    const crc = check(data);
    const size = [data.length & 0xffff, data.length >>> 16];
    const shared = [20, 0x800, 0, 0, 0x21, crc & 0xffff, crc >>> 16, ...size, ...size, name.length, 0];
    index.push(words(0x4b50, 0x201, 20, ...shared, 0, 0, 0, 0, 0, at & 0xffff, at >>> 16), name);
    parts.push(words(0x4b50, 0x403, ...shared), name, data);
    at += 30 + name.length + data.length;
  }
  const size = index.reduce((sum, part) => sum + part.byteLength, 0);
  const { length } = files;
  return new Blob([
    ...parts,
    ...index,
    words(0x4b50, 0x605, 0, 0, length, length, size & 0xffff, size >>> 16, at & 0xffff, at >>> 16, 0),
  ]);
}

const words = (...values) => new Uint16Array(values);
const bytes = (text) => (text.slice && text.at && typeof text !== "string" ? text : new TextEncoder().encode(text));

function check(data) {
  let crc = -1;
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 8; bit--; ) crc = (crc >>> 1) ^ (crc & 1 && 0xedb88320);
  }
  return ~crc >>> 0;
}

// ---- the form ----

const own = (part, selector) =>
  [...part.querySelectorAll(selector)].filter((one) => one.parentElement.closest(".rij, form") === part);

// WCAG 2.2, the ratio of two colours
const light = (colour) =>
  [1, 3, 5]
    .map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4))
    .reduce((sum, one, at) => sum + one * [0.2126, 0.7152, 0.0722][at], 0.05);
const contrast = (one, other) => Math.max(light(one) / light(other), light(other) / light(one));

class PrincipeMaker extends UitFormulier {
  key = "leidraad.principe-maker";
  #data = JSON.parse(this.$("script").textContent);
  #files = [];
  #removed = []; // from what was opened, per file

  get leeg() {
    const gemeente = { ...this.#blank("gemeente"), editie: `${today().slice(0, 4)}.1`, datum: today() };
    return { gemeente: [gemeente], gedragsprincipe: [this.#blank("gedragsprincipe")], aanvulling: [] };
  }

  isSound(state) {
    return this.#isLike(state, this.leeg) && state.gemeente?.length === 1;
  }

  // What is missing counts as empty: a file of before a key came.
  #isLike(value, like) {
    const fits = (one, key) => (this.#template(key) ? this.#isLike(one, this.#blank(key)) : typeof one === "string");
    return (
      isObject(value) &&
      Object.entries(like).every(
        ([key, one]) =>
          value[key] === undefined ||
          (Array.isArray(one)
            ? Array.isArray(value[key]) && value[key].every((each) => fits(each, key))
            : typeof value[key] === "string"),
      )
    );
  }

  collect() {
    return this.#read(this.$("form"));
  }

  fill(opened) {
    const state = this.#renewed("", opened);
    this.#write(this.$("form"), state);
    this.strange = [...new Set(this.$$("[data-vreemd]:checked").map(({ dataset, value }) => dataset.rest ?? value))];
  }

  // A sign that nobody sees does not come in with a file, and it is said from where.
  take(content) {
    this.#removed = [];
    const rows = (kind) => (row) => {
      let count = 0;
      const gone = () => {
        count++;
        return "";
      };
      const cleaned = throughout(row, (text) => text.replace(this.#unseen, gone));
      if (count) this.#removed.push(`${this.#name(kind, cleaned)} (${count})`);
      return cleaned;
    };
    return Object.fromEntries(
      Object.entries(content).map(([kind, held]) => [kind, Array.isArray(held) ? held.map(rows(kind)) : held]),
    );
  }

  get remarks() {
    const [text, check] = this.#data.fouten.tekens;
    const removed = this.#removed.length ? [`${text} ${this.#removed.join(", ")}. `, manual(check), " "] : [];
    return [...super.remarks, ...removed];
  }

  #name(kind, { id }) {
    const folder = this.#data.soorten[kind]?.map ?? kind;
    return folder ? `${folder}/${id}.yaml` : "gemeente.yaml";
  }

  // What a file of before a key got another name holds, by the names of now.
  #renewed(kind, row) {
    const { eerder } = this.#data;
    if (!eerder) return row;
    const named = Object.entries(row).map(([key, value]) => [eerder[kind]?.[key] ?? key, value]);
    const rows = (key, value) => value.map((one) => (isObject(one) ? this.#renewed(key, one) : one));
    return Object.fromEntries(named.map(([key, value]) => [key, Array.isArray(value) ? rows(key, value) : value]));
  }

  show({ gedragsprincipe }) {
    for (const row of this.$$("details.rij"))
      row.querySelector("[data-naam]").textContent = row.querySelector("[data-veld=titel], [data-veld=naam]").value;
    for (const field of this.$$("[data-uit]")) {
      const { value } = field;
      const options = gedragsprincipe.filter(({ id }) => id).map(({ id, titel }) => new Option(titel, id));
      field.replaceChildren(new Option("Kies …", ""), ...options);
      choose(field, value);
    }
    this.$(".bestanden").hidden = true;
    this.$(".bestanden > ul").replaceChildren();
    this.#files = [];
    this.chosen = undefined;
  }

  // The id follows the title until it is written by hand, and what refers to it follows the id.
  update(field) {
    if (!field.dataset.veld) return super.update(); // a box of what has no field here
    const row = field.closest(".rij");
    const id = own(row, "[data-veld=id]")[0];
    const cleaned = this.#clean(field.value ?? "");
    const unseen = field.type !== "checkbox" && cleaned !== field.value;
    if (unseen) field.value = cleaned;
    if (id && /^(titel|naam)$/.test(field.dataset.veld) && (!id.value || id.value === id.dataset.zelf))
      id.value = id.dataset.zelf = slugOf(field.value).slice(0, 60).replace(/-$/, "");
    super.update();
    if (unseen) this.#tellOf(this.#data.fouten.teken);
  }

  #tellOf([text, check]) {
    this.say(text, " ", manual(check));
  }

  refuse(errors) {
    for (const [field] of errors)
      for (let part = field; (part = part.parentElement.closest("details")); ) part.open = true;
    return super.refuse(errors);
  }

  // ---- rows ----

  #template(name) {
    return this.$(`template[data-van="${name}"]`)?.content.firstElementChild;
  }

  #blank(name) {
    return this.#read(this.#template(name));
  }

  get #unseen() {
    return new RegExp(this.#data.tekens, "gu");
  }

  #clean(text) {
    return text.replaceAll("\t", " ").replace(this.#unseen, "");
  }

  #read(part) {
    const row = {};
    for (const one of own(part, "[data-veld], [data-rijen]")) {
      const { veld, lijst, rijen } = one.dataset;
      if (rijen) row[rijen] = [...one.children].map((each) => this.#read(each));
      else if (one.type === "checkbox") row[veld] = [...(row[veld] ?? []), ...(one.checked ? [one.value] : [])];
      else row[veld] = lijst ? points(this.#clean(one.value), lijst) : this.#clean(one.value);
    }
    for (const box of own(part, "[data-rest]:checked")) row[box.dataset.rest] = JSON.parse(box.value);
    return row;
  }

  #write(part, row) {
    for (const one of own(part, "[data-veld], [data-rijen]")) {
      const { veld, lijst, rijen } = one.dataset;
      const value = row[veld ?? rijen];
      if (rijen) one.replaceChildren(...(value ?? []).map((each) => this.#row(rijen, each)));
      else if (one.type === "checkbox") one.checked = !!value?.includes(one.value);
      else if (one.options) choose(one, value ?? "");
      else one.value = this.#clean(lijst ? (value ?? []).join(lijst === "," ? ", " : lijst) : (value ?? ""));
    }
    for (const boxes of part.querySelectorAll(".vakjes")) keepWhatIsGone(boxes, row);
    keepWhatIsUnknown(part, row);
  }

  #row(name, values) {
    const row = this.#template(name).cloneNode(true);
    const number = (PrincipeMaker.rows = (PrincipeMaker.rows ?? 0) + 1);
    for (const key of ["id", "for", "aria-describedby"])
      for (const one of row.querySelectorAll(`[${key}]`)) one.setAttribute(key, `${one.getAttribute(key)}-${number}`);
    this.#write(row, values);
    row.open = !values.titel;
    return row;
  }

  "_nog-een"({ value, parentElement }) {
    const row = this.#row(value, this.#blank(value));
    parentElement.previousElementSibling.append(row);
    super.update();
    row.querySelector("input, select").focus();
  }

  "_haal-weg"(button) {
    const row = button.closest(".rij");
    const { rijen } = row.parentElement.dataset;
    row.remove();
    this.replace(this.collect(), "weg");
    this.$(`[data-doe=nog-een][value=${rijen}]`).focus();
  }

  _eigen() {
    this.replace(this.#data.eigen, "eigen");
  }

  // ---- checking ----

  get #faults() {
    const fields = this.$$("[data-veld]:not([type=checkbox], [type=hidden]), input[data-vreemd]:checked");
    return fields
      .map((field) => [field, this.#fault(field)])
      .filter(([, fault]) => fault)
      .map(([field, [text, check]]) => {
        const row = field.closest("details.rij");
        const name = row?.querySelector("[data-naam]").textContent;
        const about = (row?.dataset.wat ?? "Dit bestand") + (name ? ` «${name}»` : "");
        return [
          field,
          `${about}, ${field.labels[0].firstChild.textContent.trim()}: ${text}. `.replace(/\.\. $/, ". "),
          manual(check),
        ];
      });
  }

  // [what is wrong, the check that the command has for it], or nothing
  #fault(field) {
    const { fouten, namen, teksten, bronnen, kleuren } = this.#data;
    const {
      value,
      required,
      dataset: { veld, waarde, patroon, tekst, bij, lijst },
    } = field;
    const row = field.closest(".rij");
    if (field.dataset.rest) return fouten.sleutel;
    if (field.dataset.vreemd) return fouten.vinkje;
    if (!isGiven(field)) return (required || own(row, `[data-veld^="${bij}"]`).some(isGiven)) && fouten.leeg;
    if ((patroon && !new RegExp(patroon, "u").test(value)) || (waarde === "datum" && !isDay(value)))
      return fouten[waarde];
    if (field.selectedOptions?.[0].dataset.vreemd) return fouten.weg;
    if (veld === "id" && new RegExp(`^(${namen})$`).test(value)) return fouten.naam;
    const others = [...row.parentElement.children].map((one) => own(one, "[data-veld=id]")[0]?.value);
    if (veld === "id" && others.filter((id) => id === value).length > 1) return fouten.dubbel;
    const unknown =
      waarde === "bronnen" &&
      value
        .split(lijst)
        .map((id) => id.trim())
        .find((id) => id && !bronnen.includes(id));
    if (unknown) return [`«${unknown}» ${fouten.bron[0]}`, fouten.bron[1]];
    const [ground, ...colour] = kleuren[veld] ?? [];
    if (ground && contrast(value, ground) < 4.5) return colour;
    // what is no id is refused at its own field, and would be no pattern here
    const ids = this.state.gedragsprincipe.map(({ id }) => id.replace(/[^a-z0-9-]/g, "@")).join("|");
    const isBroken = ([rule, , , quoted]) =>
      new RegExp(rule.replace("@@", ids), "m").test(quoted ? value.toLowerCase().replace(/«[^»]*»/g, "") : value);
    return tekst && teksten.find(isBroken)?.slice(1, 3);
  }

  // What is no fault, and shows otherwise than it was pasted.
  get #hints() {
    const { punt, regel, opmaak } = this.#data.wenken;
    return this.$$("[data-tekst]").flatMap((field) => {
      const [rule, text] = field.dataset.lijst ? punt : regel;
      const found = field.value.match(new RegExp(rule, "m"));
      const said = `${field.labels[0].firstChild.textContent.trim()}: ${text}. `;
      return found ? [[said.replace("@@", found[0].trim()), manual(opmaak)]] : [];
    });
  }

  // ---- the files ----

  _maak() {
    this.update(this.$("[data-veld]"));
    if (this.refuse(this.#faults)) return;
    const { state } = this;
    this.#files = Object.entries(this.#data.soorten).flatMap(([soort, { map, kop }]) =>
      state[soort].map((row) => [map ? `${map}/${row.id}.yaml` : "gemeente.yaml", yaml(row, kop)]),
    );
    const button = (doe, text, name) => {
      const made = make(
        "button",
        { type: "button", className: "knop", value: name },
        text,
        make("span", { className: "alleen-lezer" }, ` ${name}`),
      );
      made.dataset.doe = doe;
      return made;
    };
    this.$(".bestanden > ul").replaceChildren(
      ...this.#files.map(([name, text]) =>
        make(
          "li",
          {},
          make("details", {}, make("summary", {}, name), make("pre", {}, text)),
          button("kopieer", "Kopieer", name),
          " ",
          button("download", "Download", name),
        ),
      ),
    );
    const hints = this.#hints.map((said) => make("li", {}, ...said));
    this.$(".bestanden .wenken").hidden = !hints.length;
    this.$(".bestanden .wenken ul").replaceChildren(...hints);
    this.$(".bestanden").hidden = false;
    this.$(".bestanden h3").focus();
  }

  get text() {
    return this.chosen[1];
  }

  #choose({ value }) {
    this.chosen = this.#files.find(([name]) => name === value);
  }

  _kopieer(button) {
    this.#choose(button);
    super._kopieer();
  }

  _download(button) {
    this.#choose(button);
    this.save(button.value.split("/").at(-1), () => this.text, "application/yaml");
  }

  // The whole folder, as `leidraad new` makes it, or only what stands in this form.
  _zip({ value }) {
    const [{ id, naam }] = this.state.gemeente;
    const more = value
      ? Object.entries(this.#data.bestanden).map(([name, text]) => [
          name,
          text.replaceAll("uw-gemeente", id).replaceAll("Uw gemeente", () => naam),
        ])
      : [];
    this.save(
      `${id}.zip`,
      () => zip([...more, ...this.#files].map(([name, text]) => [`${id}/${name}`, text])),
      "application/zip",
    );
  }
}

// A link to what a message means, with an example and its repair.
const manual = (check) => make("a", { href: `../meldingen/#${check}` }, `Uitleg: ${check}`);

// The same thing, with every text in it changed.
const throughout = (held, change) => {
  if (typeof held === "string") return change(held);
  if (Array.isArray(held)) return held.map((one) => throughout(one, change));
  if (!isObject(held)) return held;
  return Object.fromEntries(Object.entries(held).map(([key, one]) => [key, throughout(one, change)]));
};

// Something is filled in; a comma without an id is nothing.
const isGiven = ({ value, dataset: { lijst } }) => (lijst ? points(value, lijst).length > 0 : value.trim() !== "");

// A line a point, and each id once.
function points(text, separator) {
  const found = text
    .split(separator)
    .map((one) => one.trim())
    .filter(Boolean);
  return separator === "," ? [...new Set(found)] : found;
}

// A box that is no longer offered stays, ticked, and is refused until it is not.
function keepWhatIsGone(boxes, row) {
  const first = boxes.querySelector("[data-veld]");
  const offered = [...boxes.querySelectorAll("[data-veld]")].map((box) => box.value);
  for (const value of row[first.dataset.veld] ?? []) {
    if (offered.includes(value)) continue;
    const box = make("input", { type: "checkbox", id: `${first.id}-weg-${value}`, value, checked: true });
    Object.assign(box.dataset, { veld: first.dataset.veld, vreemd: "ja" });
    boxes.append(
      make("div", { className: "keuze" }, box, make("label", { htmlFor: box.id }, `«${value}», dat niet meer bestaat`)),
    );
  }
}

// What was opened and has no field here stays too, ticked, and is refused until it is not: nothing is written without it.
function keepWhatIsUnknown(part, row) {
  for (const old of own(part, ".vreemd")) old.remove();
  const known = own(part, "[data-veld], [data-rijen]").map(({ dataset }) => dataset.veld ?? dataset.rijen);
  const rest = Object.entries(row).filter(
    ([key, value]) => !known.includes(key) && value !== null && `${value}` !== "",
  );
  if (!rest.length) return;
  const boxes = rest.map(([key, value]) => {
    const held = JSON.stringify(value);
    const box = make("input", { type: "checkbox", id: `vreemd-${++unknowns}`, value: held, checked: true });
    Object.assign(box.dataset, { rest: key, vreemd: "ja" });
    const text = `«${key}», met daarin: ${typeof value === "string" ? value : held}`;
    return make("div", { className: "keuze" }, box, make("label", { htmlFor: box.id }, text));
  });
  const legend = make("legend", {}, "Dit stond in uw bestand, en dit formulier heeft er geen veld voor");
  const after = part.querySelector(":scope > :is(summary, .melding)");
  const all = make("fieldset", { className: "vreemd" }, legend, ...boxes);
  after ? after.after(all) : part.prepend(all);
}
let unknowns = 0;

// A value that is no longer offered stays, and is refused.
function choose(field, value) {
  for (const old of field.querySelectorAll("[data-vreemd]")) old.remove();
  field.value = value;
  if (field.value === value) return;
  const option = new Option(value, value, false, true);
  option.dataset.vreemd = "ja";
  field.add(option);
}

customElements.define("principe-maker", PrincipeMaker);

// <principe-maker>: the files of a municipality as one form, drawn from the rules of the model. A row is one file, or
// one point in it; data-veld says which key a field writes, data-rijen which list of rows stands there.
import { isDay, MONTHS, today } from "../lib/days.js";
import { Onleesbaar } from "../lib/files.js"; // at hand: after filling in, nothing is asked of the server
import { described, refuse } from "../lib/fouten.js";
import { make, vakje } from "../lib/make.js";
import { idOf, slugOf } from "../lib/namen.js";
import { hasShape, isObject } from "../lib/shapes.js";
import { UitFormulier } from "../lib/uit-formulier.js";
import "../lib/vrij-veld.js";

// Boxes stand in the order of the page.
const LOOSE = new Set(["raakt_factoren", "voor_factoren", "stappen"]);

// ---- the form ----

const own = (part, selector) =>
  [...part.querySelectorAll(selector)].filter((one) => one.parentElement.closest(".rij, form") === part);

// What ends a line elsewhere: Shift+Enter in a text, the end of a page, the ends that Unicode has.
const isLineEnd = (sign) => "\v\f\x85\u2028\u2029".includes(sign);
const isLine = ({ type }) => type === "text";

// WCAG 2.2, the ratio of two colours
const light = (colour) =>
  [1, 3, 5]
    .map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4))
    .reduce((sum, one, at) => sum + one * [0.2126, 0.7152, 0.0722][at], 0.05);
const contrast = (one, other) => Math.max(light(one) / light(other), light(other) / light(one));
const json = async (name) => (await fetch(`../../${name}.json`)).json();
const isColour = (text) => /^#[0-9a-f]{6}$/i.test(text);
const ENOUGH = 4.5;
const LIGHTER = 0.35; // of a colour in white: even black can be read on the dark ground then

class PrincipeMaker extends UitFormulier {
  key = "leidraad.principe-maker";
  // more comes from a file, when somebody begins: what there is to pick, and what files are made of
  #data = { soorten: {}, bestanden: {}, namen_van: {}, teksten: [], ...JSON.parse(this.$("script").textContent) };
  #more;
  #files = [];
  #removed = {}; // from what was opened: why → what

  get leeg() {
    const gemeente = { ...this.#blank("gemeente"), editie: `${today().slice(0, 4)}.1`, datum: today() };
    const one = (kind) => [this.#blank(kind)];
    return {
      gemeente: [gemeente],
      gedragsprincipe: one("gedragsprincipe"),
      activiteit: [],
      keuze: one("keuze"),
      aanvulling: [],
      teksten: one("teksten"),
      zoekvraag: one("zoekvraag"),
      bestand: [],
    };
  }

  isSound(state) {
    return this.#isLike(state, this.leeg) && state.gemeente?.length === 1;
  }

  // What is missing counts as empty: a file of before a key came.
  #isLike(value, like) {
    const fits = (one, key) => {
      if (key === "bestand") return hasShape(one, { naam: String, data: String });
      return this.#template(key) ? this.#isLike(one, this.#blank(key)) : typeof one === "string";
    };
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

  // What was opened and is no form (a picture, a file as it was) goes along.
  collect({ bestand = [] } = this.state) {
    return { ...this.#read(this.$("form")), bestand };
  }

  renew(read) {
    this.#setTable();
    this.#setChoice();
    this.#open = new Set(this.$$(".rij[open], .rij [open]").map(placeOf));
    this.#taken = false;
    this.#wrong = [];
    super.renew(read);
  }
  #open = new Set(); // before the form is emptied, and drawn again

  fill(opened) {
    const state = { ...this.leeg, ...this.#renewed("", opened) };
    this.#write(this.$("form"), state);
    for (const part of this.$$("details.rij, .rij details")) if (this.#open.has(placeOf(part))) part.open = true;
    this.#offerAll(state);
    this.strange = [...new Set(this.$$("[data-vreemd]:checked").map(({ dataset, value }) => dataset.rest ?? value))];
  }

  // What nobody sees and what does nothing does not come in with a file, and it is said from where.
  take(content) {
    this.#removed = {};
    const rows = (kind) => (row) => {
      let count = 0;
      const gone = (sign) => {
        if (isLineEnd(sign)) return "\n";
        count++;
        return "";
      };
      const clean = (text) => text.replace(this.#unseen, gone);
      const cleaned = throughout(row, clean, (point) => clean(point).replace(this.#bullet, ""));
      if (count) this.#remove("tekens", `${this.#name(kind, cleaned)} (${count})`);
      return cleaned;
    };
    return Object.fromEntries(
      Object.entries(this.#renewed("", content)).map(([kind, held]) => [
        kind,
        Array.isArray(held) ? held.map(rows(kind)) : held,
      ]),
    );
  }

  #remove(why, what) {
    (this.#removed[why] ??= []).push(what);
  }

  get remarks() {
    const removed = Object.entries(this.#removed).flatMap(([why, what]) => {
      const [text, check] = this.#data.fouten[why];
      return [`${text} ${what.join(", ")}. `, manual(check), " "];
    });
    return [...super.remarks, ...removed, ...this.#said.splice(0)];
  }
  #said = [];

  #name(kind, { id }) {
    const { map = kind, bestand } = this.#data.soorten[kind] ?? {};
    return map ? `${map}/${id}.yaml` : bestand;
  }

  // What a file of before a key got another name holds, by the names of now; what does nothing has none.
  #renewed(kind, row) {
    const found = {};
    for (const [old, value] of Object.entries(row)) {
      const key = this.#data.eerder[kind]?.[old] ?? old;
      const one = (each) => (isObject(each) ? this.#renewed(key, each) : each);
      if (key) found[key] = Array.isArray(value) ? value.map(one) : value;
      else this.#remove("niets", old);
    }
    return found;
  }

  show(state, keepsFiles) {
    for (const row of this.$$("details.rij"))
      row.querySelector("[data-naam]").textContent =
        row.querySelector("[data-veld=titel], [data-veld=naam]")?.value ?? "";
    for (const row of this.$$("[data-rijen=activiteit] > .rij")) showOpen(row, this.#read(row));
    this.#showTogether(state);
    const there = this.#offerAll(state);
    const { choices } = this.#data;
    for (const box of this.$$(".gekozen")) choices?.(box, there(box.dataset.keuze), () => super.update());
    for (const box of this.$$(".logo"))
      box.querySelector(".logo__nu").replaceChildren(...this.#shownLogo(box.querySelector("[data-veld]").value, state));
    for (const picker of this.$$("[data-kleur]")) this.#judge(picker);
    this.#preview?.draw(state);
    if (keepsFiles) return;
    const said = this.$(".bestanden .melding");
    if (said) this.$(".fouten").after(said); // else it would be hidden with the files
    this.$(".bestanden").hidden = true;
    // of what was made or asked nothing stays behind unseen
    for (const list of this.$$(".bestanden > ul, .zelfde ul, .wenken > ul")) list.replaceChildren();
    for (const part of this.$$(".niet-mee span, .weg span, .wenken summary span, .zelfde summary"))
      part.replaceChildren();
    this.#files = [];
    this.chosen = undefined;
  }

  #offerAll(state) {
    const there = this.#names(state);
    for (const field of this.$$("select[data-uit]:not([data-voor])")) offer(field, there(field.dataset.uit));
    return there;
  }

  // What can be picked, by kind: [[id, name]]; the same list as long as nothing in it changed.
  #names({ gedragsprincipe = [], activiteit = [] }) {
    const { namen_van } = this.#data;
    const own = (rows) => rows.filter((row) => row.id && !isUnfinished(row)).map(({ id, titel }) => [id, titel]);
    const here = { principe: own(gedragsprincipe), activiteit: own(activiteit) };
    const mark = JSON.stringify(here);
    if (this.#known.mark !== mark || this.#known.namen_van !== namen_van) this.#known = { mark, namen_van };
    const all = { ...namen_van, ...here, activiteit: [...here.activiteit, ...(namen_van.activiteit ?? [])] };
    return (kind) =>
      (this.#known[kind] ??=
        kind === "alles"
          ? Object.entries(all)
              .filter(([name]) => name !== "vraag" && name !== "bron")
              .flatMap(([name, held]) => held.map(([id, title]) => [`${name}:${id}`, title]))
          : (all[kind] ?? []));
  }
  #known = {};

  #shownLogo(name, { bestand = [] }) {
    if (!name) return [];
    const held = bestand.find(({ naam }) => naam === `beeld/${name}`);
    const button = make("button", { type: "button", className: "knop" }, this.words.logoWeg);
    button.dataset.doe = "logo-weg";
    if (!held) return [`${name}, ${this.words.logoElders} `, button];
    const src = `data:image/${name.endsWith(".png") ? "png" : "svg+xml"};base64,${held.data}`;
    const weight = Math.ceil((held.data.length * 3) / 4000);
    const picture = make("img", { src, alt: "Het logo", className: "kop__logo" });
    return [picture, ` ${name}, ${weight} kB. ${this.words.zoGroot} `, button];
  }

  // What the colour beside its field is, and whether it can be read.
  #judge(picker) {
    const { value } = picker.closest(".rij").querySelector(`[data-veld="${picker.dataset.kleur}"]`);
    const [ground, wrong] = this.#data.kleuren[picker.dataset.kleur];
    const said = picker.parentElement.querySelector("output");
    if (!isColour(value)) return said.replaceChildren(value ? this.words.geenKleur : "");
    picker.value = picker.defaultValue = value;
    const ratio = contrast(value, ground);
    const number = (Math.floor(ratio * 10) / 10).toFixed(1).replace(".", ",");
    said.textContent = `${ratio < ENOUGH ? `Fout: ${wrong}` : "Goed te lezen"} (contrast ${number}, nodig is 4,5).`;
  }

  // Who wipes is asked first; what would be lost is said in that question.
  #warn(question) {
    const count = (kind) => (this.state[kind] ?? []).filter(({ titel }) => titel).length;
    const since = this.#taken === false ? ` ${this.words.nietGedownload}` : "";
    question.querySelector(".verlies")?.remove();
    if (this.isFilled && !this.#taken)
      question.prepend(
        make(
          "p",
          { className: "verlies let-op" },
          `Hier ingevuld: principes ${count("gedragsprincipe")}, activiteiten ${count("activiteit")}.${since}`,
        ),
      );
  }
  #taken; // true: all of it was asked to be saved, or came from a file; undefined: it was there when the page came

  handleEvent(event) {
    const { type, target } = event;
    if (type === "beforetoggle") target.matches(".wisvraag") && this.#warn(target);
    else if (type === "focusin" || type === "pointerdown") this.#begin(target.closest?.("select[data-voor]"));
    else if (target.type === "file" && target.dataset.voor) type === "change" && this.#takeLogo(target);
    else if (target.type === "file" && type === "change" && !isForm(target.files)) this.#openFiles(target);
    else {
      const { tekst, lijst } = target.dataset ?? {};
      if (tekst && (event.inputType === "insertFromPaste" || (lijst && type === "change"))) this.#pasted(target);
      if (type === "change" && target.dataset.waarde === "datum") this.#dated(target);
      if (type === "change" && target.dataset.veld === "naam") this.#named(target);
      super.handleEvent(event);
    }
  }

  // Pages put «gemeente» before the name themselves.
  #named(field) {
    field.value = field.value.replace(/^\s*((de )?gemeente\s+(?=\S))?/i, "");
    this.update(field);
  }

  // A day as people write it becomes one as the files have it.
  #dated(field) {
    const [, day, name, year] = field.value.trim().match(/^(\d{1,2})[-/. ]+(\d{1,2}|[a-z]+)[-/. ]+(\d{4})$/i) ?? [];
    const month = Number(name) || MONTHS.indexOf(name?.toLowerCase()) + 1;
    const found = month && `${year}-${`${month}`.padStart(2, "0")}-${day.padStart(2, "0")}`;
    if (!isDay(found)) return;
    field.value = found;
    this.update(field);
  }

  connectedCallback() {
    super.connectedCallback();
    for (const type of ["focusin", "pointerdown"]) this.addEventListener(type, this);
    document.addEventListener("beforetoggle", this, true);
    this.$("[id$='-map']").webkitdirectory = true;
    history.scrollRestoration = "manual"; // the rows come folded, so what was in sight is elsewhere
    if (this.isFilled) this.#begun();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener("beforetoggle", this, true);
  }

  /** Get what is needed besides the page; nothing, where there is no connection. */
  async #begun() {
    this.#more ??= Promise.all([
      import("../lib/wenken.js"),
      import("../lib/kiezen.js"),
      import("../lib/map.js"),
      json("formulier"),
    ]).then((all) => Object.assign({}, ...all));
    const found = await this.load(() => this.#more);
    if (!found) this.#more = undefined;
    else if (!this.#data.teksten.length) {
      Object.assign(this.#data, found);
      await this.#beginPreview();
      this.show(this.state, true);
    }
    return found;
  }

  // The page beside the fields; without it the form is whole.
  async #beginPreview() {
    try {
      const { Voorbeeld, mixed } = await import("../lib/voorbeeld.js");
      this.#mixed = mixed;
      const data = await json("voorbeelden");
      this.#preview = new Voorbeeld(
        this,
        data,
        (kind, id) => this.#names(this.state)(kind).find(([one]) => one === id)?.[1],
      );
    } catch {
      // no connection: nothing beside the fields
    }
  }
  #preview;
  #mixed;

  // A long list is filled when somebody comes to it.
  #begin(field) {
    if (!this.#more) this.#begun();
    if (field) offer(field, this.#names(this.state)(field.dataset.uit));
  }

  // The id follows the title until it is written by hand, and what refers to it follows the id.
  update(field) {
    if (field.dataset.voor) return; // it counts when it is added
    this.#taken = false;
    if (field.dataset.kleur) {
      const written = field.closest(".rij").querySelector(`[data-veld="${field.dataset.kleur}"]`);
      written.value = field.value;
      return this.update(written);
    }
    if (!field.dataset.veld) return super.update(); // a box of what has no field here
    const row = field.closest(".rij");
    const id = own(row, "[data-veld=id]")[0];
    const held = field.value ?? "";
    const cleaned = this.#clean(held, isLine(field));
    const unseen = field.type !== "checkbox" && (held.match(this.#unseen) ?? []).some((sign) => !isLineEnd(sign));
    if (field.type !== "checkbox" && cleaned !== held) field.value = cleaned;
    if (field.dataset.veld === "stijl.accent") this.#lighten(row, field.value);
    if (id && /^(titel|naam)$/.test(field.dataset.veld) && (!id.value || id.value === id.dataset.zelf))
      id.value = id.dataset.zelf = idOf(field.value);
    super.update();
    this.#wrong = this.#wrong.filter((one) => this.#faultsOf(one)[0] || mended(this, markOf(one)));
    if (unseen) this.#tellOf(this.#data.fouten.teken);
  }

  // The colour for the dark follows the other, until somebody chooses it.
  #lighten(row, colour) {
    const dark = row.querySelector("[data-veld='stijl.accent_donker']");
    const lighter = (one) => this.#mixed(one, "#ffffff", LIGHTER);
    const before = row.querySelector("[data-kleur='stijl.accent']").defaultValue;
    if (this.#mixed && isColour(colour) && [dark.defaultValue, lighter(before)].includes(dark.value))
      dark.value = lighter(colour);
  }

  #tellOf([text, check]) {
    this.say(text, " ", manual(check));
  }

  // ---- rows ----

  #template(name) {
    return this.$(`template[data-van="${name}"]`)?.content.firstElementChild;
  }

  #blank(name) {
    const template = this.#template(name);
    return template && this.#read(template);
  }

  get #unseen() {
    return new RegExp(this.#data.tekens, "gu");
  }

  // A soft line end of another program is one; in a field of one line it is a space.
  #clean(text, isLine) {
    const held = text.replaceAll("\t", " ").replace(this.#unseen, (sign) => (isLineEnd(sign) ? "\n" : ""));
    return isLine ? held.replace(/ *\n+ */g, " ") : held;
  }

  // In front of a point the site puts a sign itself.
  get #bullet() {
    return new RegExp(this.#data.plakken.punt, "gm");
  }

  // What comes from another program with the text: its own kind of space, and its bullets; of points, typed ones too.
  #pasted(field) {
    const [rule, mark] = field.dataset.lijst ? [this.#bullet, ""] : [new RegExp(this.#data.plakken.regel, "gm"), "- "];
    const held = this.#clean(field.value, isLine(field)).replaceAll("\xa0", " ");
    const tidied = isLine(field) ? held : held.replace(rule, mark);
    if (tidied === field.value) return;
    field.value = tidied;
    this.update(field);
  }

  #read(part) {
    const row = {};
    for (const one of own(part, "[data-veld], [data-rijen]")) {
      const { veld, lijst, rijen } = one.dataset;
      if (rijen) row[rijen] = [...one.children].map((each) => this.#read(each));
      else if (one.dataset.waarde === "gekozen") row[veld] = points(one.value, ",");
      else if (one.type === "checkbox") row[veld] = [...(row[veld] ?? []), ...(one.checked ? [one.value] : [])];
      else row[veld] = lijst ? points(this.#clean(one.value), lijst) : this.#clean(one.value, isLine(one));
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
      else
        one.value = this.#clean(lijst ? (value ?? []).join(lijst === "," ? ", " : lijst) : (value ?? ""), isLine(one));
    }
    for (const boxes of part.querySelectorAll(".vakjes:has([data-veld])")) keepWhatIsGone(boxes, row);
    keepWhatIsUnknown(part, row, this.words.geenVeld);
  }

  #row(name, values) {
    const row = this.#template(name).cloneNode(true);
    const number = (PrincipeMaker.rows = (PrincipeMaker.rows ?? 0) + 1);
    for (const key of ["id", "for", "aria-describedby"])
      for (const one of row.querySelectorAll(`[${key}]`)) one.setAttribute(key, `${one.getAttribute(key)}-${number}`);
    this.#write(row, values);
    const id = own(row, "[data-veld=id]")[0];
    if (id && !values["@van"] && isNamed(id.value, values.titel ?? values.naam ?? "")) id.dataset.zelf = id.value;
    row.open = "titel" in values ? !values.titel : name === "gemeente";
    return row;
  }

  "_nog-een"({ value, parentElement }) {
    const row = this.#row(value, this.#blank(value));
    parentElement.parentElement.querySelector(`[data-rijen="${value}"]`).append(row);
    super.update();
    row.querySelector("input:not([type=hidden]), select, textarea").focus();
  }

  "_haal-weg"(button) {
    const row = button.closest(".rij");
    const { rijen } = row.parentElement.dataset;
    row.remove();
    this.replace(this.collect(), "weg");
    this.$(`[data-doe=nog-een][value=${rijen}]`).focus();
  }

  async _eigen() {
    const found = await this.load(() => json("eigen-bestanden"));
    if (!found || !(await this.#begun())) return;
    const isThere = ([kind, rows]) => [
      kind,
      rows.map((row) => (row.id ? { ...row, "@van": this.#name(kind, row) } : row)),
    ];
    const { onaf, ...held } = found;
    this.replace({ ...this.leeg, ...Object.fromEntries(Object.entries(held).map(isThere)) }, "eigen");
    if (onaf) this.$(".melding").append(` ${onaf}`);
  }

  // ---- files of a folder ----

  async #openFiles(field) {
    const { wipes } = this;
    const chosen = [...field.files];
    const reader = chosen.length && (await this.#begun());
    if (!reader || wipes !== this.wipes) return;
    const asks = [...this.#template("teksten").querySelectorAll("[data-tekst]")];
    const slots = Object.fromEntries(
      asks.map((field) => [field.dataset.veld, field.parentElement.querySelector(".hulp").textContent]),
    );
    try {
      const blank = (kind) => this.#blank(kind);
      const fits = (kind, row) => this.#isLike(row, blank(kind));
      const found = await reader.open(chosen, { ...this.#data, slots, blank, fits, unfinished: UNFINISHED });
      const rows = this.take(found.rows);
      const opened = { ...this.leeg, gedragsprincipe: [], ...rows, bestand: found.bestand };
      if (wipes !== this.wipes) return;
      const [ours, theirs] = [this.state, opened].map(({ gemeente: [{ id, naam }] }) => ({ id, naam }));
      if (rows.gemeente && ours.id && theirs.id && ours.id !== theirs.id) this.#askWhose(ours, theirs, opened);
      else if (this.isFilled) this.#merge(rows, found.bestand, reader);
      else this.#take(opened, found.isWhole);
    } catch (error) {
      if (!(error instanceof Onleesbaar)) throw error;
      const { lezen } = this.#data;
      refuse(this, [[field, error.message.replace(/\{(\w+)\}/g, (whole, key) => lezen[key] ?? whole)]]);
    }
    field.value = "";
  }

  #take(state, isWhole) {
    const hasNone = !isWhole && !state.gedragsprincipe.length;
    this.replace({ ...state, ...(hasNone && { gedragsprincipe: this.leeg.gedragsprincipe }) }, "geopend", true);
    this.#taken = true;
  }

  // The form holds something already: what only one of the two changed is taken, for the rest somebody chooses.
  #merge(rows, bestand, reader) {
    const state = { ...this.leeg, ...this.state };
    const label = (kind, key) => this.#label(kind, key);
    const blank = (kind) => this.#blank(kind);
    const merged = reader.merge(state, rows, {
      bestand,
      loose: LOOSE,
      label,
      blank,
      base: (kind, { "@van": van }) => {
        const was = state.bestand.find(({ naam, tekst }) => naam === van && tekst)?.tekst;
        return was && (kind === "teksten" ? undefined : reader.rowOf(was, kind, blank));
      },
    });
    this.#said = merged.said.map((said) => `${said} `);
    if (!merged.choices.length) this.#finish(merged);
    else this.#setChoice(reader.ask(merged.choices, label), merged);
  }

  #finish({ state }) {
    this.replace(state, "geopend", true);
  }

  // Two municipalities are not laid in each other: one of both stays.
  #askWhose(ours, theirs, opened) {
    this.#setChoice();
    const box = this.$(".andere");
    for (const [at, { naam, id }] of [theirs, ours, theirs].entries())
      box.querySelectorAll("span")[at].textContent = `«${naam || id}»`;
    box.hidden = false;
    box.querySelector("h3").focus();
    this.#other = opened;
  }
  #other;

  "_open-andere"() {
    this.#take(this.#other, true);
  }

  #choice;
  #setChoice(parts = [], merged = undefined) {
    this.$(".andere").hidden = true;
    for (const part of this.$$(".andere span")) part.textContent = "";
    this.#other = undefined;
    const box = this.$(".verschillen");
    this.#choice = merged;
    box.hidden = !parts.length;
    box.querySelector("div").replaceChildren(...parts);
    if (parts.length) box.querySelector("h3").focus();
  }

  "_kies-versie"() {
    const { choices, state } = this.#choice;
    const picked = this.$$(".verschillen input:checked").map(({ value }) => value === "bestand");
    for (const [at, { row, key, theirs }] of choices.entries()) if (picked[at]) row[key] = theirs;
    this.#finish({ state });
  }

  "_laat-zo"() {
    this.#setChoice();
    this.#said = [];
    this.tell(this.words.laatZo);
  }

  // What a field is called.
  #label(kind, key) {
    const field = this.#template(kind)?.querySelector(`[data-veld="${key}"], [data-rijen="${key}"]`);
    const name = field?.closest("vrij-veld, .kiezer")?.querySelector("label");
    return (name ?? field?.closest("fieldset")?.querySelector("legend"))?.firstChild.textContent.trim() ?? key;
  }

  // ---- a table from a spreadsheet ----

  async "_lees-tabel"() {
    const field = this.$(".tabel textarea");
    const lib = (await this.#begun()) && (await this.load(() => import("../lib/tabel.js")));
    if (!lib) return;
    const rows = lib.rows(field.value);
    if (!rows.length) return refuse(this, [[field, this.words.geenTabel]]);
    this.refused();
    this.#setTable(lib.ask(rows, lib.guess(rows)), { lib, rows });
  }

  #table;
  #setTable(parts = [], held = undefined) {
    const box = this.$(".tabel__uit");
    this.#table = held;
    box.hidden = !parts.length;
    box.querySelector("div").replaceChildren(...parts);
    box.querySelector("select")?.focus();
  }

  "_maak-activiteiten"() {
    const { lib, rows } = this.#table;
    const columns = this.$$(".tabel__uit select").map(({ value }) => value);
    if (!columns.includes("titel")) return refuse(this, [[this.$(".tabel__uit select"), this.words.geenNaam]]);
    this.refused();
    const { namen_van, tabel } = this.#data;
    const { activiteit, ...rest } = { ...this.leeg, ...this.state };
    const { found, said } = lib.activities(rows.slice(this.$(".tabel__uit [type=checkbox]").checked ? 1 : 0), columns, {
      namen_van,
      taken: [...activiteit.map(({ id }) => id), ...namen_van.activiteit.map(([id]) => id)],
      blank: this.#blank("activiteit"),
      zegt: tabel,
    });
    this.#said = said.map((one) => `${one} `);
    this.replace(
      { ...rest, activiteit: [...activiteit, ...this.take({ activiteit: found }).activiteit] },
      "tabel",
      true,
    );
    this.$(".tabel textarea").value = "";
    this.$(".tabel summary").focus({ preventScroll: true });
  }

  // ---- the same choice for many activities ----

  // Their names, to tick; there is something to win from two on.
  #showTogether({ activiteit = [] }) {
    const box = this.$(".tegelijk");
    box.hidden = activiteit.length < 2;
    const ids = new Set(this.#together.map(({ value }) => value));
    const names = activiteit.map(({ id, titel }) => [id, titel]).filter(([id]) => id);
    const mark = JSON.stringify(names);
    if (box.mark === mark) return;
    box.mark = mark;
    box
      .querySelector(".tegelijk__rijen > div")
      .replaceChildren(
        ...names.map(([id, name], at) =>
          ticked({ id: `tegelijk-rij-${at}`, value: id, checked: ids.has(id) }, name || id),
        ),
      );
  }

  get #together() {
    return this.$$(".tegelijk__rijen input:checked");
  }

  "_vink-open"() {
    const open = new Set(this.state.activiteit.filter(isUnfinished).map(({ id }) => id));
    for (const box of this.$$(".tegelijk__rijen input")) box.checked = open.has(box.value);
  }

  "_vink-niets"() {
    for (const box of this.$$(".tegelijk input")) box.checked = false;
  }

  "_zet-erbij"(button) {
    const ids = new Set(this.#together.map(({ value }) => value));
    const picked = this.$$(".tegelijk [data-erbij]:checked");
    if (!ids.size || !picked.length) return refuse(this, [[this.$(".tegelijk input"), this.words.kiesEerst]]);
    this.refused();
    const added = (row) => {
      const more = { ...row };
      for (const { dataset, value } of picked)
        more[dataset.erbij] = [...new Set([...(more[dataset.erbij] ?? []), value])];
      return more;
    };
    const state = { ...this.state };
    const names = state.activiteit.filter(({ id }) => ids.has(id)).map(({ titel }) => `«${titel}»`);
    this.#said = [`${names.join(", ")}. `];
    state.activiteit = state.activiteit.map((row) => (ids.has(row.id) ? added(row) : row));
    this.replace(state, "erbij", true);
    for (const box of this.$$(".tegelijk input")) box.checked = false;
    button.focus({ preventScroll: true });
  }

  // ---- the logo ----

  async #takeLogo(field) {
    const [file] = field.files;
    field.value = "";
    if (!file || !(await this.#begun())) return;
    const data = new Uint8Array(await file.arrayBuffer());
    const [, base, kind] = file.name.match(/^(.*)\.(svg|png)$/i) ?? [];
    const start = new TextDecoder().decode(data.subarray(0, 2000));
    if (!kind || (/png/i.test(kind) ? !start.slice(1).startsWith("PNG") : !start.includes("<svg")))
      return refuse(this, [this.#told(field, this.#data.fouten.logo)]);
    const name = `${slugOf(base) || "logo"}.${kind.toLowerCase()}`;
    const fault = this.#faultOfLogo(name, data);
    if (fault) return refuse(this, [this.#told(field, fault)]);
    this.refused();
    this.#setLogo(field, name, this.#data.toText(data));
  }

  #faultOfLogo(name, data) {
    const { fouten, logo_grens } = this.#data;
    const weight = Math.ceil(data.length / 1000);
    const [text, check] = fouten.te_groot;
    if (weight > logo_grens) return [text.replace("{}", () => `«${name}»`).replace("{}", weight), check];
    return /\.svg$/.test(name) && hasScript(data) && fouten.script;
  }

  "_logo-weg"(button) {
    const box = button.closest(".logo");
    this.#setLogo(box.querySelector("[type=file]"), "", "");
    box.querySelector("[type=file]").focus();
  }

  #setLogo(field, name, data) {
    const held = field.parentElement.querySelector("[data-veld]");
    const rest = this.state.bestand.filter(({ naam }) => naam !== `beeld/${held.value}`);
    held.value = name;
    const bestand = name ? [...rest, { naam: `beeld/${name}`, data, nieuw: "ja" }] : rest;
    this.state = this.collect({ bestand });
    super.update();
  }

  // ---- checking ----

  get #faults() {
    const fields = this.$$(
      "[data-veld]:not([type=checkbox], [type=hidden]), input[data-vreemd]:checked, [data-nodig], .gekozen, .logo [type=file]",
    );
    this.#wrong = fields.filter((field) => !field.closest("[data-open]") && this.#faultsOf(field)[0]);
    return this.#wrong.map((field) => this.#told(field, ...this.#faultsOf(field)));
  }
  #wrong = []; // what was refused and is not mended yet

  #told(field, ...faults) {
    const label = field.labels?.[0] ?? field.querySelector("legend, label");
    const said = faults.map(([text], at) => (at ? text[0].toUpperCase() + text.slice(1) : text).replace(/\.?$/, ". "));
    return [
      markOf(field),
      `${this.#about(field)}, ${label.firstChild.textContent.trim()}: ${said.join("")}`,
      ...[...new Set(faults.map(([, check]) => check))].flatMap((check) => [manual(check), " "]),
    ];
  }

  // [what is wrong, the check that the command has for it]: a value that does not fit, or else all that its text may not hold
  #faultsOf(field) {
    const fault = this.#fault(field);
    if (fault) return [fault];
    if (!field.dataset.tekst || !isGiven(field)) return [];
    // what is no id is refused at its own field, and would be no pattern here
    const ids = this.state.gedragsprincipe.map(({ id }) => id.replace(/[^a-z0-9-]/g, "@")).join("|");
    const { value } = field;
    const all = ([rule, said, check, quoted]) =>
      [
        ...(quoted ? value.toLowerCase().replace(/«[^»]*»/g, "") : value).matchAll(
          new RegExp(rule.replace("@@", ids), "gm"),
        ),
      ].map((found) => [said.replace("{}", () => told(found)), check]);
    return [...new Map(this.#data.teksten.flatMap(all))];
  }

  #fault(field) {
    const { fouten, namen, kleuren, namen_van } = this.#data;
    if (field.matches(".gekozen")) {
      const there = this.#names(this.state)(field.dataset.keuze);
      const gone = points(field.querySelector("[data-veld]").value, ",").find(
        (id) => !there.some(([one]) => one === id),
      );
      return gone && [`«${gone}» ${fouten.gekozen[0]}`, fouten.gekozen[1]];
    }
    if (field.matches("fieldset")) return !field.querySelector(":checked") && fouten.punten;
    if (field.type === "file") {
      const name = `beeld/${field.parentElement.querySelector("[data-veld]").value}`;
      const { data } = this.state.bestand.find(({ naam }) => naam === name) ?? {};
      return data && this.#faultOfLogo(name.slice(6), this.#data.toBytes(data));
    }
    const {
      value,
      required,
      dataset: { veld, waarde, patroon, bij },
    } = field;
    const row = field.closest(".rij");
    if (field.dataset.rest) return field.checked && fouten.sleutel;
    if (field.dataset.vreemd) return field.checked && fouten.vinkje;
    if (veld === "stijl.logo_tekst" && !isGiven(field) && own(row, "[data-veld='stijl.logo']")[0]?.value)
      return fouten.logo_tekst;
    // the name of a file follows a title, of which it is told that it is empty
    if (veld === "id" && !isGiven(field) && !own(row, "[data-veld=titel], [data-veld=naam]").every(isGiven)) return;
    if (!isGiven(field)) return (required || own(row, `[data-veld^="${bij}"]`).some(isGiven)) && fouten.leeg;
    if ((patroon && !new RegExp(patroon, "u").test(value)) || (waarde === "datum" && !isDay(value)))
      return fouten[waarde];
    if (field.selectedOptions?.[0].dataset.vreemd) return fouten.weg;
    if (veld === "id" && new RegExp(`^(${namen})$`).test(value)) return fouten.naam;
    const twice = { id: fouten.dubbel, vraag: fouten.vraag }[veld];
    const rows = [...row.parentElement.children];
    const isSame = (one) => own(one, `[data-veld=${veld}]`)[0].value.trim() === value.trim();
    const same = twice && rows.slice(0, rows.indexOf(row)).find(isSame);
    if (same) return [twice[0].replace("{}", () => same.querySelector("[data-naam]").textContent), twice[1]];
    const isCore = veld === "id" && row.parentElement.dataset.rijen === "activiteit";
    if (isCore && namen_van.activiteit.some(([id]) => id === value)) return fouten.kern;
    const [ground, ...colour] = kleuren[veld] ?? [];
    return ground && contrast(value, ground) < ENOUGH && colour;
  }

  // What the command would hint at, per row: nothing is refused for it.
  #showHints(state) {
    const found = this.#data.hints(state, this.#data.wenken, { today: today(), isReady: (row) => !isUnfinished(row) });
    const rows = new Map();
    for (const { kind, row, key, text, check } of found) {
      const field = this.#fieldOf(kind, state[kind]?.indexOf(row) ?? 0, key);
      const label =
        field && make("a", { href: `#${field.id}`, onclick: (event) => goTo(event, field) }, this.#label(kind, key));
      const name = label ? this.#about(field) : (this.#data.wenken.over[kind] ?? "Dit bestand");
      const item = make("li", {}, ...(label ? [label, ": "] : []), `${text}. `, manual(check));
      rows.set(name, [...(rows.get(name) ?? []), item]);
    }
    const box = this.$(".bestanden .wenken");
    box.hidden = !found.length;
    box.querySelector("span").textContent = found.length === 1 ? "één hint" : `${found.length} hints`;
    box
      .querySelector("ul")
      .replaceChildren(
        ...[...rows].map(([name, items]) => make("li", {}, make("strong", {}, name), make("ul", {}, ...items))),
      );
  }

  // Where a key stands in a row: its field, the first of its boxes, or the button that adds a point.
  #fieldOf(kind, at, key) {
    const row = this.$(`[data-rijen="${kind}"]`)?.children[at];
    if (!row) return undefined;
    const [found] = own(row, `[data-veld="${key}"], [data-rijen="${key}"]`);
    if (!found || found.type === "hidden" || found.dataset.rijen)
      return found?.closest(".kiezer, fieldset")?.querySelector("select, [type=file], [data-doe=nog-een]");
    return found;
  }

  #about(field) {
    const row = field.closest("details.rij");
    const name = row?.querySelector("[data-veld=titel]")?.value; // of what there is but one of there is none
    return (row?.dataset.wat ?? "Dit bestand") + (name ? ` «${name}»` : "");
  }

  // ---- the files ----

  async _maak() {
    if (!(await this.#begun())) return;
    super.update();
    if (refuse(this, this.#faults)) return;
    const { state } = this;
    const { soorten, made, changed, gone, textsIn } = this.#data;
    this.#files = made(state, { soorten, isOpen: isUnfinished, unfinished: UNFINISHED, loose: LOOSE });
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
    const was = textsIn(state);
    const about = { soorten, label: (kind, key) => this.#label(kind, key) };
    const shown = ([name, text]) => {
      const note = make("span", { className: "bestand__wat" }, changed([name, text], was, about));
      const whole = make("details", {}, make("summary", {}, name, note), make("pre", {}, text));
      return make("li", {}, whole, button("kopieer", "Kopieer", name), " ", button("download", "Download", name));
    };
    const same = this.#files.filter(([name, text]) => was.get(name) === text);
    const other = this.#files.filter(([name, text]) => was.get(name) !== text);
    this.$(".bestanden > ul").replaceChildren(...other.map(shown));
    this.$(".bestanden .zelfde").hidden = !same.length;
    this.$(".bestanden .zelfde summary").textContent = `Niet veranderd: ${same.length}`;
    this.$(".bestanden .zelfde ul").replaceChildren(...same.map(shown));
    const left = state.activiteit.filter(isUnfinished);
    this.$(".bestanden .niet-mee").hidden = !left.length;
    this.$(".bestanden .niet-mee span").textContent = left.map(({ titel }) => titel).join("; ");
    const less = gone(state, this.#files);
    this.$(".bestanden .weg").hidden = !less.length;
    this.$(".bestanden .weg span").textContent = less.join(", ");
    this.#showHints(state);
    this.$(".bestanden").hidden = false;
    this.$(".bestanden h3").focus();
  }

  get text() {
    return this.#files.find(([name]) => name === this.chosen)[1];
  }

  _kopieer({ value }) {
    this.chosen = value;
    super._kopieer();
  }

  _download({ value }) {
    this.chosen = value;
    this.save(value.split("/").at(-1), () => this.text, "application/yaml");
    this.#fix();
  }

  // What is saved bears the name of the folder.
  get merk() {
    const { id } = this.state.gemeente[0];
    return ["", `leidraad${id && `-${id}`}`];
  }

  _bewaar(...how) {
    const saved = super._bewaar(...how);
    if (how.length < 2) this.#taken = true;
    return saved;
  }

  // What somebody took along keeps its id.
  #fix() {
    for (const row of this.$$("details.rij:not([data-open])")) {
      const id = own(row, "[data-veld=id]")[0];
      const van = own(row, "[data-veld='@van']")[0];
      if (!id?.value || van.value) continue;
      van.value = this.#name(row.parentElement.dataset.rijen, { id: id.value });
      delete id.dataset.zelf;
    }
    this.state = this.collect(this.state);
  }

  _zip({ value }) {
    const [name, make] = this.#data.zipped(this.state, this.#files, this.#data.bestanden, value);
    this.save(name, make, "application/zip");
    this.#fix();
    this.#taken = true;
  }
}

// What was found, and of markup what it is: the names of the groups say it.
function told({ 0: found, groups = {} }) {
  const [kind] = Object.entries(groups).find(([, held]) => held !== undefined) ?? [];
  return kind ? `${kind.replaceAll("_", " ")} («${found.trim()}»)` : `«${found.trim()}»`;
}

// What is not finished yet, as the form reads it again.
const UNFINISHED = "nog-niet-af.json";
const isForm = ([{ name } = {}, more]) => !more && /\.json$/i.test(name) && name !== UNFINISHED;

// An activity from a table of which something that is needed is still asked: it goes in no file of its own.
const isUnfinished = (row) => row["@half"] === "ja" && openIn(row).length > 0;
const NEEDED = { "kern.tekst": "wat het is", voor_factoren: "voor welke factoren", stappen: "in welke stappen" };
const openIn = (row) =>
  Object.keys(NEEDED).filter((key) => !(Array.isArray(row[key]) ? row[key].length : row[key]?.trim()));

function showOpen(part, row) {
  part.toggleAttribute("data-open", isUnfinished(row));
  if (isUnfinished(row))
    part.querySelector("[data-naam]").textContent += `, nog open: ${openIn(row)
      .map((key) => NEEDED[key])
      .join(", ")}`;
}

// What a browser runs when somebody opens a drawing by itself.
const hasScript = (data) => {
  const read = new DOMParser().parseFromString(new TextDecoder().decode(data), "image/svg+xml");
  const runs = ({ localName, value }) => /^on/i.test(localName) || /^javascript:/i.test(value.replace(/\s/g, ""));
  return [...read.querySelectorAll("*")].some(
    ({ localName, attributes }) => /^(script|foreignobject|iframe)$/i.test(localName) || [...attributes].some(runs),
  );
};

// Where a part stands that folds: what was open stays so when the rows are drawn again.
function placeOf(part) {
  const row = part.closest("details.rij");
  const id = own(row, "[data-veld=id]")[0]?.value ?? "";
  return `${row.parentElement.dataset.rijen}/${id}/${part === row ? "" : part.querySelector("summary").textContent}`;
}

// An id that follows the title, with a number where it was taken.
const isNamed = (id, title) => !!id && id.replace(/-\d+$/, "") === idOf(title).replace(/-\d+$/, "");

// What a field offers: [[value, name]]; what is chosen in it stays.
function offer(field, list) {
  if (field.offered === list) return;
  const { value } = field;
  field.offered = list;
  field.replaceChildren(new Option("Kies …", ""), ...list.map(([id, name]) => new Option(name, id)));
  if (!field.dataset.voor) choose(field, value);
}

function goTo(event, field) {
  event.preventDefault();
  for (let part = field; (part = part.parentElement.closest("details")); ) part.open = true;
  field.focus();
}

// A link to what a message means, with an example and its repair.
const manual = (check) => make("a", { href: `../meldingen/#${check}` }, `Uitleg: ${check}`);

// The same thing, with every text in it changed, and every point of a list.
const throughout = (held, change, point) => {
  if (typeof held === "string") return change(held);
  if (Array.isArray(held)) return held.map((one) => throughout(one, isObject(one) ? change : point, point));
  if (!isObject(held)) return held;
  return Object.fromEntries(Object.entries(held).map(([key, one]) => [key, throughout(one, change, point)]));
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

// A box with its tick, and what it says.
function ticked(box, text, data) {
  const made = vakje({ type: "checkbox", checked: true, ...box }, text);
  Object.assign(made.firstChild.dataset, data);
  return made;
}

// A box that is no longer offered stays, ticked, and is refused until it is not.
function keepWhatIsGone(boxes, row) {
  const offered = [...boxes.querySelectorAll("[data-veld]")];
  const { id, dataset } = offered[0];
  const { veld } = dataset;
  for (const value of row[veld] ?? [])
    if (!offered.some((box) => box.value === value))
      boxes.append(
        ticked({ id: `${id}-weg-${value}`, value }, `«${value}», dat niet meer bestaat`, { veld, vreemd: "ja" }),
      );
}

// What was opened and has no field here stays too, ticked, and is refused until it is not: nothing is written without it.
function keepWhatIsUnknown(part, row, said) {
  for (const old of own(part, ".vreemd")) old.remove();
  const known = own(part, "[data-veld], [data-rijen]").map(({ dataset }) => dataset.veld ?? dataset.rijen);
  known.push("bestand");
  const rest = Object.entries(row).filter(
    ([key, value]) => !known.includes(key) && value !== null && `${value}` !== "",
  );
  if (!rest.length) return;
  const boxes = rest.map(([key, value]) => {
    const held = JSON.stringify(value);
    const text = `«${key}», met daarin: ${typeof value === "string" ? value : held}`;
    return ticked({ id: `vreemd-${++unknowns}`, value: held }, text, { rest: key, vreemd: "ja" });
  });
  const all = make("fieldset", { className: "vreemd" }, make("legend", {}, said), ...boxes);
  const after = part.querySelector(":scope > :is(summary, .melding)");
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

// Where a fault is said: of boxes at the first.
const markOf = (field) => field.querySelector("[type=checkbox], select") ?? field;

// What is said at a field goes when it is right again, and the list with its last line.
function mended(form, field) {
  form.$(`[id="${field.id}--fout"]`)?.remove();
  form.$(`.fouten a[href="#${field.id}"]`)?.parentElement.remove();
  field.removeAttribute("aria-invalid");
  described(field, (ids) => ids.filter((id) => id !== `${field.id}--fout`));
  if (!form.$(".fouten li")) form.refused();
}

customElements.define("principe-maker", PrincipeMaker);

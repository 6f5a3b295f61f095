// <gids-stappen>: shows the worksheet in the page one screen at a time. Each screen has an address (#scherm=2), a
// title and the focus; what is shown follows from the address and from replaying the answers, and is never patched.
import { isRefused } from "../lib/bewaar.js";
import * as tekst from "../lib/tekst.js";
import "../lib/vrij-veld.js";
import { Antwoorden, inDays, linesOf, tickOf, today, Velden } from "./afweging.js";

const VERSION = 1;
const GROEPEN = ["begin", "willen", "kunnen", "verder"];
const HEARD = [[document, "gewist"], [document, "niet-bewaard"], [window, "hashchange"]];
const site = document.title;
const isText = (value) => typeof value === "string";
const files = () => import("../lib/bestand.js"); // only for who saves or opens one
const isSound = ({ waarden }) => typeof waarden === "object" && Object.values(waarden ?? 0).every((value) => isText(value) || (Array.isArray(value) && value.every(isText)));

class GidsStappen extends HTMLElement {
  #route = JSON.parse(this.querySelector("script").textContent);
  #answers = new Antwoorden(this.#route);
  #velden = new Velden(this);
  #loop;
  #stops;
  #stop;
  #lines = [];
  #before;

  connectedCallback() {
    for (const type of ["input", "change", "click", "submit"]) this.addEventListener(type, this);
    for (const [target, type] of HEARD) target.addEventListener(type, this);
    if (this.#route.los) this.#linkMap();
    this.#fill();
    this.#show();
  }

  disconnectedCallback() {
    for (const [target, type] of HEARD) target.removeEventListener(type, this);
  }

  handleEvent(event) {
    const { type, target } = event;
    if (type === "hashchange") this.#show(true);
    else if (type === "gewist") this.#changed();
    else if (type === "niet-bewaard") this.#say("nietBewaard");
    else if (type === "submit") this.#next(event);
    else if (type === "click") this.#click(event);
    else if (type === "change" && target.type === "file") this.#open(target);
    else if (type === "input" && target.name) this.#input(target);
  }

  #$(selector) {
    return this.querySelector(selector);
  }

  #$$(selector) {
    return [...this.querySelectorAll(selector)];
  }

  // ---- where we are ----

  get #place() {
    return Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
  }

  #hash(stop, casus = this.#place.casus) {
    const { scherm, factor, dan } = stop;
    const given = Object.entries({ scherm, factor, dan, casus }).filter(([, value]) => value);
    return `#${new URLSearchParams(given)}`;
  }

  #asked(scherm) {
    return this.#route.vragen.filter((vraag) => String(vraag.scherm) === scherm && this.#loop.gevraagd.includes(vraag.id));
  }

  // Exploring, and on a projector, each factor is a stop of its own.
  #findStops() {
    this.#loop = this.#answers.loop();
    const { los } = this.#route;
    this.#stops = this.#loop.schermen.map(String).flatMap((scherm) => {
      const factoren = los || this.#place.casus ? this.#asked(scherm).flatMap((vraag) => vraag.factoren ?? []) : [];
      return factoren.length ? factoren.map((factor) => ({ scherm, factor })) : { scherm };
    });
    this.#stops.push(...(los ? [] : [{ scherm: "controle" }]), { scherm: "uitkomst" });
  }

  #findStop() {
    const { scherm = "", factor } = this.#place;
    if (scherm === "alles") return { scherm };
    return (
      this.#stops.find((stop) => stop.scherm === scherm && (!factor || !stop.factor || stop.factor === factor)) ??
      this.#stops.find((stop) => Number(stop.scherm) > Number(scherm || NaN)) ?? { scherm: "" }
    );
  }

  #next(event) {
    event.preventDefault();
    const { scherm, factor } = this.#stop;
    const errors = this.#asked(scherm).flatMap((vraag) => this.#velden.errorsOf(vraag));
    if (errors.length) return this.#showErrors(errors);
    this.#findStops();
    const at = this.#stops.findIndex((stop) => stop.scherm === scherm && stop.factor === factor);
    const on = this.#place.dan || scherm === "alles" ? this.#stops.at(this.#route.los ? -1 : -2) : this.#stops[at + 1];
    location.hash = this.#hash(on);
  }

  #linkMap() {
    for (const link of document.querySelectorAll(".igm-kaart a")) {
      const factor = link.getAttribute("href").split("/").at(-2);
      if (this.#route.groep[factor]) link.setAttribute("href", `#scherm=1&factor=${factor}`);
    }
  }

  // ---- showing ----

  #show(moved) {
    this.#findStops();
    const stop = (this.#stop = this.#findStop());
    const { scherm, factor } = stop;
    const root = document.documentElement;
    root.toggleAttribute("data-gids", scherm !== "");
    root.toggleAttribute("data-casus", !!this.#place.casus);
    this.dataset.stand = scherm;
    for (const section of this.#$$(".scherm")) section.hidden = scherm === "alles" ? !Number(section.dataset.scherm) : section.dataset.scherm !== scherm;
    this.#showQuestions(scherm === "" || scherm === "alles", factor);
    this.#showErrors([]);
    this.#showBar(stop);
    if (scherm === "controle") this.#showAnswers();
    if (scherm === "uitkomst") this.#showOutcome();
    if (isRefused()) this.#say("nietBewaard");
    const section = this.#$(`.scherm[data-scherm="${scherm === "alles" ? 1 : scherm}"]`);
    const heading = this.#$(`.factor[data-factor="${factor}"] > legend`) ?? section.querySelector("h3");
    const [asked] = factor ? [] : this.#asked(scherm);
    document.title = [asked && this.#velden.question(asked.id), scherm && heading.textContent, site].filter(Boolean).join(" – ");
    if (!moved) return;
    heading.focus();
    (scherm ? this : document.querySelector("h1")).scrollIntoView();
  }

  #showQuestions(everything, factor) {
    const { gevraagd, aanbod, antwoorden } = this.#loop;
    for (const vraag of this.#route.vragen) {
      const { id, neem_over_bij_een: takesOver } = vraag;
      const block = this.#$(`#vraag-${id}`);
      block.hidden = !everything && !gevraagd.includes(id);
      for (const field of aanbod[id] ? this.#velden.named(id) : []) field.closest("[data-keuze]").hidden = !everything && ![...aanbod[id], "weet-niet"].includes(field.value);
      if (takesOver) this.#velden.fill(vraag, this.#answers.all, antwoorden[id]);
    }
    for (const part of this.#$$(".factor")) part.hidden = !!factor && part.dataset.factor !== factor;
    for (const part of this.#$$("[data-elders]")) part.hidden = !this.#answers.isChosen(part.dataset.elders);
    for (const part of this.#$$("[data-notitie]")) {
      const { richting, herkomst = [], reden } = this.#answers.note(part.dataset.notitie) ?? {};
      part.querySelector("span").textContent = [richting, ...herkomst, reden].filter(Boolean).join(", ");
      part.hidden = !richting && !reden;
    }
  }

  #showBar({ scherm, factor }) {
    const at = this.#stops.findIndex((stop) => stop.scherm === scherm && stop.factor === factor);
    const back = this.#place.dan ? { scherm: "controle" } : this.#route.los && factor ? {} : (this.#stops[at - 1] ?? {});
    const casus = this.#$("[data-casus]");
    this.#$("[data-terug]").href = this.#hash(back);
    this.#$("[data-mee]").href = this.#hash({ scherm: "uitkomst" });
    casus.href = this.#hash(this.#place, this.#place.casus ? "" : "1");
    casus.textContent = casus.dataset[this.#place.casus ? "uit" : "aan"];
    for (const part of this.#$$("[data-bij]")) {
      const { bij } = part.dataset;
      part.hidden = !scherm || (!!bij && (bij === "uitkomst") !== (scherm === "uitkomst"));
    }
    this.#$("[data-eerder]").hidden = this.#answers.isEmpty;
  }

  #showErrors(errors) {
    for (const old of this.#$$(".gids-fout")) old.remove();
    for (const field of this.#$$("[aria-invalid]")) field.removeAttribute("aria-invalid");
    const box = this.#$(".gids-fouten");
    box.hidden = !errors.length;
    box.querySelector("ul").replaceChildren(...errors.map(({ veld, tekst: text }) => {
      veld.setAttribute("aria-invalid", true);
      veld.closest("fieldset, p, vrij-veld").querySelector("legend, label").after(make("p", { className: "gids-fout", textContent: `Fout: ${text}` }));
      const link = make("a", { href: `#${veld.id}`, textContent: text });
      link.dataset.doe = "naar";
      return make("li", {}, link);
    }));
    if (!errors.length) return;
    document.title = `Fout: ${document.title.replace(/^Fout: /, "")}`;
    box.focus();
  }

  #say(what, extra = "") {
    const said = this.#$(".gids-melding");
    said.firstChild.textContent = what ? said.dataset[what] + extra : "";
    said.lastChild.hidden = !this.#before;
  }

  // ---- filling in ----

  #fill() {
    const loop = this.#answers.loop();
    for (const vraag of this.#route.vragen) this.#velden.fill(vraag, this.#answers.all, loop.antwoorden[vraag.id]);
  }

  #input(field) {
    const { name } = field;
    if (name === "mee") {
      this.#answers.tick(field.value, field.checked);
      return this.#showText();
    }
    this.#velden.exclude(field);
    const [id, factor] = name.split(".");
    const vraag = this.#route.vragen.find((one) => one.id === id);
    const { vervallen } = this.#answers.loop();
    if (vraag.factoren) this.#answers.note(factor, this.#velden.noteOf(`${id}.${factor}`));
    else if (factor === "tekst") this.#answers.set(name, field.value);
    else {
      const value = this.#velden.valueOf(vraag);
      if (value !== undefined) this.#answers.set(id, value);
    }
    const gone = this.#answers.loop().vervallen.filter((one) => !vervallen.includes(one));
    this.#before = undefined;
    this.#say(gone.length ? "vervallen" : isRefused() && "nietBewaard", gone.map((one) => ` «${this.#velden.question(one)}»`).join(""));
  }

  // ---- check answers, outcome ----

  #showAnswers() {
    const answers = this.#answers.all;
    const { antwoorden, vervallen } = this.#loop;
    for (const vraag of this.#route.vragen) {
      const row = this.#$(`[data-antwoord="${vraag.id}"]`);
      const counted = antwoorden[vraag.id];
      row.hidden = !counted && !vervallen.includes(vraag.id);
      row.querySelector("a").hidden = !counted;
      const words = counted ? [...this.#velden.inWords(vraag, counted, answers[vraag.id]), answers[`${vraag.id}.tekst`]] : [];
      row.querySelector("dd").textContent = words.filter(Boolean).join("; ") || row.dataset.vervallen;
    }
  }

  #showOutcome() {
    const { vragen, bespreken } = this.#route;
    const answers = this.#answers.all;
    for (const { id, per_keuze: source } of bespreken) {
      const item = this.#$(`[data-punt="${id}"]`);
      const punt = this.#loop.bespreken.find((one) => one.id === id);
      item.hidden = !punt;
      if (!punt) continue;
      item.querySelector("input").checked = this.#answers.isTicked(`bespreken.${id}`, true);
      const why = item.querySelector(".door");
      why.hidden = !punt.door.length;
      why.lastChild.textContent = punt.door.map(([one, given]) => `«${this.#velden.question(one)}» ${this.#velden.inWords(vragen.find((vraag) => vraag.id === one), given, answers[one]).join("; ")}`).join(". ");
      const factoren = this.#loop.antwoorden[source]?.map((one) => vragen.flatMap((vraag) => vraag.opties ?? []).find((optie) => optie.id === one)?.factor ?? one);
      for (const part of item.querySelectorAll("[data-factor]")) part.hidden = !factoren?.includes(part.dataset.factor);
    }
    this.#lines = linesOf(this.#velden, this.#route, answers, this.#loop);
    for (const list of this.#$$("[data-groep]")) {
      const lines = this.#lines.filter(({ groep, vermoed }) => (vermoed ? "vermoed" : groep) === list.dataset.groep);
      list.parentElement.hidden = !lines.length;
      list.replaceChildren(...lines.map((line) => this.#noteItem(line)));
    }
    this.#showText();
  }

  #noteItem(line) {
    const key = tickOf(line);
    const id = `mee--${key}`;
    const box = make("input", { type: "checkbox", name: "mee", value: key, id, checked: this.#isTicked(line) });
    const more = isText(line.waarde) ? line.waarde : line.erbij?.waarde;
    return make("li", {}, make("div", { className: "keuze" }, box, make("label", { htmlFor: id, textContent: line.tekst })), make("p", { className: "waarom", textContent: more ?? "" }));
  }

  #isTicked(line) {
    return this.#answers.isTicked(tickOf(line), !line.vermoed);
  }

  get #along() {
    const notes = this.#lines.filter((line) => this.#isTicked(line)).flatMap((line) => (line.erbij ? [line, { groep: line.groep, ...line.erbij }] : line));
    const points = this.#$$("[data-punt]:not([hidden]) input:checked").map((box) => ({ groep: "bespreken", sleutel: box.value, tekst: box.labels[0].textContent.trim(), waarde: "ja" }));
    return [...notes, ...points];
  }

  #showText() {
    const { editie, uitgave, slot, titel } = this.dataset;
    const along = this.#along;
    const delen = [...GROEPEN, "bespreken"].map((one) => ({ kop: this.getAttribute(`data-kop-${one}`), regels: along.filter(({ groep }) => groep === one) }));
    const onder = [`Leidraad Gewogen Maatwerk, ${editie}. Gemaakt op ${inDays(today())}.`];
    this.#$("#gids-tekst").value = tekst.write({ merk: ["route", this.#route.id, String(VERSION)], titel, onder, delen, slot: [uitgave, slot] });
  }

  // ---- in and out ----

  #click(event) {
    const { target } = event;
    const act = { naar: this.#naar, print: () => print(), kopieer: this.#copy, bewaar: this.#save, leeg: this.#empty, terug: this.#undo, plak: this.#paste }[target.dataset.doe];
    act?.call(this, event);
  }

  #naar(event) {
    event.preventDefault();
    document.getElementById(event.target.hash.slice(1)).focus();
  }

  async #copy() {
    const field = this.#$("#gids-tekst");
    try {
      await navigator.clipboard.writeText(field.value);
      this.#say("gekopieerd");
    } catch {
      field.select();
      this.#say("geselecteerd");
    }
  }

  get #kind() {
    return `route ${this.#route.id}`;
  }

  async #save() {
    const { pack, save } = await files();
    const { editie, uitgave, slot } = this.dataset;
    const waarden = {};
    for (const { sleutel, waarde } of this.#along) waarden[sleutel] = isText(waarde) ? waarde : [...(waarden[sleutel] ?? []), ...waarde];
    save(`${this.#route.id}-${today()}.json`, pack(this.#kind, VERSION, { waarden }, { editie, uitgave, slot }));
    this.#say("bewaard");
  }

  async #open(field) {
    const { Onleesbaar, open } = await files();
    try {
      const { waarden } = await open(field.files[0], { soort: this.#kind, versie: VERSION, isSound });
      this.#restore(Object.entries(waarden));
    } catch (error) {
      if (!(error instanceof Onleesbaar)) throw error;
      this.#showErrors([{ veld: field, tekst: error.message }]);
    }
    field.value = "";
  }

  #paste() {
    const veld = this.#$("#gids-plak");
    const found = tekst.read(veld.value);
    if (found?.merk.slice(0, 2).join(" ") === this.#kind) return this.#restore(found.waarden);
    this.#showErrors([{ veld, tekst: veld.dataset[found ? "ander" : "vreemd"] }]);
  }

  #restore(waarden) {
    this.#before = this.#answers.state;
    const unknown = this.#answers.restore(waarden);
    for (const line of linesOf(this.#velden, this.#route, this.#answers.all, this.#answers.loop())) this.#answers.tick(tickOf(line), true);
    this.#changed("ingelezen", unknown.length ? ` Niet herkend en overgeslagen: ${unknown.join(", ")}.` : "", "uitkomst");
  }

  #empty() {
    this.#before = this.#answers.state;
    this.#answers.clear();
    this.#changed("leeg");
  }

  #undo() {
    this.#answers.state = this.#before;
    this.#before = undefined;
    this.#changed("teruggezet");
  }

  #changed(what, extra, scherm) {
    if (!what) this.#before = undefined;
    this.#$("form").reset();
    this.#fill();
    const hash = this.#hash({ scherm });
    if (`#${location.hash.slice(1)}` === hash) this.#show(true);
    else location.hash = hash;
    this.#say(what, extra);
  }
}

function make(name, values, ...inside) {
  const element = Object.assign(document.createElement(name), values);
  element.append(...inside);
  return element;
}

customElements.define("gids-stappen", GidsStappen);

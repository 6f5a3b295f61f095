// <gids-stappen>: shows the worksheet in the page one question at a time. Each has an address (#scherm=2, and for what
// the route puts on the same screen &vraag=…), a title and the focus; what is shown follows from the address and from
// replaying the answers, and is never patched.
// One file: first the answers, the fields and what goes along, then the element.
import { inWords, isDay } from "../lib/days.js";
import { make } from "../lib/make.js";
import { asked } from "../lib/place.js";
import { replay, WEET_NIET } from "../lib/replay.js";
import { isText } from "../lib/shapes.js";
import { isRefused, read, write } from "../lib/storage.js";
import { list } from "../lib/text.js";
import { Vel } from "../lib/vel.js";

const GROEPEN = ["begin", "willen", "kunnen", "verder"];
const site = document.title;
const KEY = "leidraad.gids";
const WORDS = { richting: ["helpt", "hindert", "allebei", "weet-niet"], herkomst: ["gezegd", "gezien", "vermoed"] };
const DELEN = ["jaar", "maand", "dag"];
const SURE = ["gezegd", "gezien"];

// Per route its answers and ticks, and for all routes together the notes at a factor.
class Antwoorden {
  #route;

  constructor(route) {
    this.#route = route;
  }

  get state() {
    return read(KEY) ?? { routes: {}, factoren: {} };
  }

  set state(value) {
    const isEmpty = [value.routes, value.factoren].every((part) => !Object.keys(part).length);
    write(KEY, isEmpty ? undefined : value);
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
    const weighed = this.#route.vragen
      .filter(({ soort }) => soort === "wegen")
      .map(({ id, factoren: ids }) => [id, pick(factoren, ids)]);
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

  // Without this route, and the notes at the factors that it weighs.
  get leeg() {
    const { routes, factoren } = structuredClone(this.state);
    delete routes[this.#route.id];
    for (const { factoren: ids = [] } of this.#route.vragen) for (const id of ids) delete factoren[id];
    return { routes, factoren };
  }

  // Replace all by what a text or a file holds, stable word by stable word; returns the words that are unknown here.
  // isKnown(name, value): whether a field offers this answer
  restore(waarden, isKnown) {
    const left = new Map(waarden);
    const strange = [];
    const take = (key, act) => {
      if (left.has(key)) act(left.get(key));
      left.delete(key);
    };
    // the answers that are on offer; the others are named
    const words = (key, value, ...fields) => {
      const given = Array.isArray(value) ? value : list(value);
      const known = given.filter((one) => fields.some((field) => isKnown(field, one)));
      strange.push(...given.filter((one) => !known.includes(one)).map((one) => `${key}: ${one}`));
      return known;
    };
    const day = (key, value) => {
      if (value && !isDay(value)) strange.push(`${key}: ${value}`);
      return isDay(value) ? value : "";
    };
    this.state = this.leeg;
    for (const { id, soort, factoren = [] } of this.#route.vragen) {
      take(`${id}.tekst`, (value) => this.set(`${id}.tekst`, String(value)));
      for (const factor of factoren) {
        const note = { herkomst: [], reden: "" };
        take(`${id}.${factor}`, (value) => {
          const given = words(`${id}.${factor}`, value, `${id}.${factor}.richting`, `${id}.${factor}.herkomst`);
          note.richting = WORDS.richting.find((one) => given.includes(one));
          note.herkomst = WORDS.herkomst.filter((one) => given.includes(one));
          this.note(factor, note);
        });
        take(`${id}.${factor}.reden`, (value) => this.note(factor, { ...note, reden: String(value) }));
      }
      take(id, (value) =>
        this.set(
          id,
          soort === "tekst" ? String(value) : soort === "datum" ? day(id, String(value).trim()) : words(id, value, id),
        ),
      );
    }
    for (const { id } of this.#route.bespreken) {
      this.tick(`bespreken.${id}`, false);
      take(`bespreken.${id}`, () => this.tick(`bespreken.${id}`, true));
    }
    return [...left.keys(), ...strange];
  }
}

const pick = (notes, ids) => Object.fromEntries(ids.filter((id) => notes[id]).map((id) => [id, notes[id]]));

// The fields of the questions, and an answer in the words of the page itself.
class Velden {
  #form;
  #byName = {};

  constructor(form) {
    this.#form = form;
    for (const field of form.querySelectorAll("[name]")) (this.#byName[field.name] ??= []).push(field);
  }

  named(name) {
    return this.#byName[name] ?? [];
  }

  #chosen(name) {
    return this.named(name)
      .filter(({ checked }) => checked)
      .map(({ value }) => value);
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
    return {
      richting: this.#chosen(`${name}.richting`)[0],
      herkomst: this.#chosen(`${name}.herkomst`),
      reden: this.#text(`${name}.reden`),
    };
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
    // for <vrij-veld>; it does not reach the form
    field.dispatchEvent(new Event("input"));
  }

  #check(name, values = []) {
    for (const field of this.named(name)) field.checked = values.includes(field.value);
  }

  // «Dat weten we nog niet» and another answer exclude each other.
  exclude({ type, checked, name, value }) {
    if (type !== "checkbox" || !checked) return;
    for (const other of this.named(name))
      if ((other.value === WEET_NIET) !== (value === WEET_NIET)) other.checked = false;
  }

  errorsOf(vraag) {
    if (this.valueOf(vraag) !== undefined) return [];
    const { id, soort, hoogstens } = vraag;
    if (soort === "datum")
      return [[this.named(`${id}.dag`)[0], "Deze datum bestaat niet. Schrijf dag, maand en jaar, of laat alles leeg."]];
    return [[this.named(id).find(({ checked }) => checked), `Kies er hoogstens ${hoogstens}.`]];
  }

  label(name, value) {
    return (
      this.named(name)
        .find((field) => field.value === value)
        ?.labels[0].textContent.trim() ?? value
    );
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
      if (soort === "datum") return inWords(one);
      if (soort !== "wegen") return this.label(id, one);
      const [factor, richting] = one.split(":");
      return `${this.factor(factor, "titel")}: ${this.label(`${id}.${factor}.richting`, richting).toLowerCase()}`;
    });
  }
}

// What can go along, each answer in words, on the side of willen or kunnen, with its stable word:
// [{groep, sleutel, tekst, waarde, vermoed, vanzelf, erbij}]; erbij: a line that goes along with it
function linesOf(velden, { vragen, groep: groepVan }, answers, loop) {
  return vragen
    .filter(({ id }) => loop.gevraagd.includes(id))
    .flatMap((vraag) => {
      const { id, soort, groep } = vraag;
      const text = answers[`${id}.tekst`]?.trim();
      const lines = soort === "wegen" ? weighed(vraag) : vraag.herkomst !== undefined ? heard(vraag) : plain(vraag);
      return text
        ? [
            ...lines,
            {
              groep,
              sleutel: `${id}.tekst`,
              tekst: velden.named(`${id}.tekst`)[0].labels[0].textContent.replace(/ \(.*/, ""),
              waarde: text,
            },
          ]
        : lines;
    });

  function about(factor, sleutel, waarde, known, words) {
    const vermoed = !known.length || known.some((one) => !SURE.includes(one));
    const titel = velden.factor(factor, "titel");
    return {
      groep: groepVan[factor] ?? "begin",
      sleutel,
      waarde,
      vermoed,
      tekst: vermoed ? `Nog navragen over ${titel}: ${velden.factor(factor, "open")}` : `${titel}: ${words}`,
    };
  }

  function weighed({ id, factoren }) {
    const notes = answers[id];
    return factoren
      .filter((factor) => notes[factor]?.richting || notes[factor]?.reden)
      .map((factor) => {
        const { richting = WEET_NIET, herkomst, reden } = notes[factor];
        const sleutel = `${id}.${factor}`;
        const sure = herkomst.filter((one) => SURE.includes(one));
        const words = `${velden.label(`${sleutel}.richting`, richting).toLowerCase()} (${herkomst.join(", ")})`;
        const erbij =
          reden && sure.length
            ? { sleutel: `${sleutel}.reden`, tekst: "Waaraan we dat merken", waarde: reden }
            : undefined;
        return { ...about(factor, sleutel, [richting, ...herkomst], sure, words), erbij };
      });
  }

  // Where one question asks how you know all this, a suspicion among the answers makes each one to look at.
  function heard({ id, opties, herkomst, groep }) {
    const known = herkomst ? (loop.antwoorden[herkomst] ?? []) : SURE;
    return loop.antwoorden[id]
      .filter((one) => one !== WEET_NIET)
      .map((one) => {
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
    // a choice that was taken over from before, because there was only one, was not made here
    const vanzelf = !value?.length;
    return [{ groep, sleutel: id, tekst: velden.question(id) + words, waarde: isText ? value : counted, vanzelf }];
  }
}

// The key under which a line's tick is kept.
const tickOf = ({ sleutel, waarde }) =>
  Array.isArray(waarde) && !sleutel.includes(".") ? `${sleutel}=${waarde}` : sleutel;

class GidsStappen extends Vel {
  #route = JSON.parse(this.$("script").textContent);
  #answers = new Antwoorden(this.#route);
  #velden = new Velden(this);
  #loop;
  #stops;
  #stop;
  #lines = [];
  #stuck; // the place, where the browser refuses another address

  connectedCallback() {
    addEventListener("hashchange", this);
    if (this.#route.los) this.#linkMap();
    super.connectedCallback();
  }

  disconnectedCallback() {
    removeEventListener("hashchange", this);
    super.disconnectedCallback();
  }

  handleEvent(event) {
    if (event.type === "hashchange") this.#moved();
    else super.handleEvent(event);
  }

  #moved() {
    if (asked() !== null) return;
    this.#stuck = undefined;
    this.show(true);
  }

  get naam() {
    return `route ${this.#route.id}`;
  }

  get merk() {
    return ["route", this.#route.id, "1"];
  }

  get leeg() {
    return this.#answers.leeg;
  }

  get state() {
    return this.#answers.state;
  }

  set state(state) {
    this.#answers.state = state;
  }

  // ---- where we are ----

  get #place() {
    return Object.fromEntries(new URLSearchParams((this.#stuck ?? location.hash).slice(1)));
  }

  #hash(stop, casus = this.#place.casus) {
    const { scherm, vraag, factor, dan } = stop;
    const given = Object.entries({ scherm, vraag, factor, dan, casus }).filter(([, value]) => value);
    return `#${new URLSearchParams(given)}`;
  }

  // Each question is a stop, {scherm, vraag, factor, id}; `vraag` stands in the address of all but the first of a screen.
  // Exploring, and on a projector, each factor is a stop of its own.
  #findStops() {
    this.#loop = this.#answers.loop();
    const { los, vragen } = this.#route;
    const asked = vragen.filter(({ id }) => this.#loop.gevraagd.includes(id));
    this.#stops = asked.flatMap(({ id, scherm, factoren = [] }, at) => {
      const stop = { scherm: String(scherm), vraag: asked[at - 1]?.scherm === scherm ? id : undefined, id };
      return factoren.length && (los || this.#place.casus) ? factoren.map((factor) => ({ ...stop, factor })) : stop;
    });
    this.#stops.push(...(los ? [] : [{ scherm: "controle" }]), { scherm: "uitkomst" });
  }

  #findStop() {
    const { scherm = "", vraag, factor } = this.#place;
    const here = this.#stops.filter((stop) => stop.scherm === scherm);
    const fits = (stop) => (!vraag || stop.id === vraag) && (!factor || !stop.factor || stop.factor === factor);
    const after = (stop) => Number(stop.scherm) > Number(scherm || NaN);
    return here.find(fits) ?? here[0] ?? this.#stops.find(after) ?? { scherm: "" };
  }

  #indexOf({ scherm, id, factor }) {
    return this.#stops.findIndex((stop) => stop.scherm === scherm && stop.id === id && stop.factor === factor);
  }

  submit(event) {
    event.preventDefault();
    const vraag = this.#route.vragen.find(({ id }) => id === this.#stop.id);
    if (this.refuse(vraag ? this.#velden.errorsOf(vraag) : [])) return;
    this.#findStops();
    this.#go(this.#hash(this.#place.dan ? this.#stops.at(-2) : this.#stops[this.#indexOf(this.#stop) + 1]));
  }

  // As a link would, but at once: the browser need not look for an element with this id.
  #go(hash) {
    this.#stuck = undefined;
    try {
      history.pushState(null, "", hash);
    } catch {
      this.#stuck = hash; // too many in a short time, says Safari
    }
    this.show(true);
  }

  #linkMap() {
    for (const link of document.querySelectorAll(".plattegrond a")) {
      const factor = link.getAttribute("href").split("/").at(-2);
      if (this.#route.groep[factor]) link.setAttribute("href", `#scherm=1&factor=${factor}`);
    }
  }

  // ---- showing ----

  // moved: true when the address changed, else the focus stays where it is
  show(moved) {
    this.#findStops();
    const stop = (this.#stop = this.#findStop());
    const { scherm, factor } = stop;
    const root = document.documentElement;
    root.toggleAttribute("data-gids", scherm !== "");
    root.toggleAttribute("data-casus", !!this.#place.casus);
    this.dataset.stand = scherm;
    for (const section of this.$$(".scherm")) section.hidden = section.dataset.scherm !== scherm;
    this.#showQuestions(scherm === "", stop);
    this.refuse([]);
    this.#showBar();
    this.#showMap();
    if (scherm === "controle") this.#showAnswers();
    if (scherm === "uitkomst" || scherm === "") this.#showOutcome(scherm === "");
    if (isRefused()) this.say();
    const heading =
      this.$(`.factor[data-factor="${factor}"] > legend`) ??
      this.$(stop.id ? `#vraag-${stop.id} h2` : `.scherm[data-scherm="${scherm}"] > h2`) ??
      this.#title;
    document.title = scherm ? `${heading.textContent} – ${site}` : site;
    if (moved !== true) return;
    heading.focus({ preventScroll: true });
    if (scherm) scrollTo(0, 0);
    else heading.scrollIntoView();
  }

  // the heading of the page, which takes the focus where nothing is asked
  get #title() {
    const title = document.querySelector("h1");
    title.tabIndex = -1;
    return title;
  }

  #showQuestions(everything, { id: shown, factor }) {
    const { aanbod, antwoorden } = this.#loop;
    for (const vraag of this.#route.vragen) {
      const { id, neem_over_bij_een: takesOver } = vraag;
      const block = this.$(`#vraag-${id}`);
      block.hidden = !everything && id !== shown;
      for (const field of aanbod[id] ? this.#velden.named(id) : [])
        field.closest("[data-keuze]").hidden = !everything && ![...aanbod[id], "weet-niet"].includes(field.value);
      if (takesOver) this.#velden.fill(vraag, this.#answers.all, antwoorden[id]);
    }
    for (const part of this.$$(".factor")) part.hidden = !!factor && part.dataset.factor !== factor;
    for (const part of this.$$("[data-elders]")) part.hidden = !this.#answers.isChosen(part.dataset.elders);
    for (const part of this.$$("[data-notitie]")) {
      const { richting, herkomst = [], reden } = this.#answers.note(part.dataset.notitie) ?? {};
      part.querySelector("span").textContent = [richting, ...herkomst, reden].filter(Boolean).join(", ");
      part.hidden = !richting && !reden;
    }
  }

  #showBar() {
    const { scherm, factor, id } = this.#stop;
    const { gevraagd } = this.#loop;
    const back = this.#place.dan
      ? { scherm: "controle" }
      : this.#route.los && factor
        ? {}
        : (this.#stops[this.#indexOf(this.#stop) - 1] ?? {});
    const number = id ? gevraagd.indexOf(id) + 1 : gevraagd.length;
    this.$(".gids-plaats").textContent = id && !this.#route.los ? `Vraag ${number} van ${gevraagd.length}` : "";
    this.$(".voortgang").replaceChildren(
      ...(this.#route.los ? [] : gevraagd.map((_, at) => make("i", { className: at < number ? "is" : "" }))),
    );
    const casus = this.$("[data-casus]");
    this.$("[data-terug]").href = this.#hash(back);
    this.$("[data-mee]").href = this.#hash({ scherm: "uitkomst" });
    casus.href = this.#hash(this.#place, this.#place.casus ? "" : "1");
    casus.textContent = casus.dataset[this.#place.casus ? "uit" : "aan"];
    casus.hidden = !id;
    for (const part of this.$$("[data-bij]")) {
      const { bij } = part.dataset;
      part.hidden = !scherm || (!!bij && (bij === "uitkomst") !== (scherm === "uitkomst"));
    }
    this.$("[data-eerder]").hidden = this.#answers.isEmpty;
  }

  // What was chosen in this route, or noted anywhere at a factor, lights up.
  #showMap() {
    const { factoren: notes } = this.#answers.state;
    const isNoted = ({ richting = WEET_NIET, reden }) => richting !== WEET_NIET || reden;
    const noted = new Set(Object.keys(notes).filter((id) => isNoted(notes[id])));
    for (const { id, opties = [], over } of this.#route.vragen) {
      const counted = this.#loop.antwoorden[id] ?? [];
      for (const optie of opties) if (counted.includes(optie.id)) noted.add(optie.factor);
      if (over && (this.#answers.all[`${id}.tekst`]?.trim() || counted.some((one) => one !== WEET_NIET)))
        noted.add(over);
    }
    for (const part of this.$$("[data-deel]")) part.toggleAttribute("data-genoteerd", noted.has(part.dataset.deel));
  }

  // ---- filling in ----

  fill() {
    const loop = this.#answers.loop();
    for (const vraag of this.#route.vragen) this.#velden.fill(vraag, this.#answers.all, loop.antwoorden[vraag.id]);
  }

  update(field) {
    const { name } = field;
    if (!name) return;
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
    this.#findStops();
    this.#showBar();
    this.#showMap();
    const gone = this.#loop.vervallen.filter((one) => !vervallen.includes(one));
    this.say(
      gone.length &&
        `Door dit antwoord geldt niet meer wat je invulde bij: ${gone.map((one) => `«${this.#velden.question(one)}»`).join(" ")}`,
    );
  }

  // ---- check answers, outcome ----

  #showAnswers() {
    const answers = this.#answers.all;
    const { antwoorden, vervallen } = this.#loop;
    for (const vraag of this.#route.vragen) {
      const row = this.$(`[data-antwoord="${vraag.id}"]`);
      const counted = antwoorden[vraag.id];
      row.hidden = !counted && !vervallen.includes(vraag.id);
      row.querySelector("a").hidden = !counted;
      const words = counted
        ? [...this.#velden.inWords(vraag, counted, answers[vraag.id]), answers[`${vraag.id}.tekst`]]
        : [];
      row.querySelector("dd").textContent = words.filter(Boolean).join("; ") || row.dataset.vervallen;
    }
  }

  // everything: as a worksheet, with all there is to discuss and nothing ticked
  #showOutcome(everything) {
    const { vragen, bespreken } = this.#route;
    const answers = this.#answers.all;
    for (const { id, per_keuze: source } of bespreken) {
      const item = this.$(`[data-punt="${id}"]`);
      const punt = this.#loop.bespreken.find((one) => one.id === id);
      item.hidden = !everything && !punt;
      item.querySelector("input").checked = !everything && this.#answers.isTicked(`bespreken.${id}`, false);
      const why = item.querySelector(".door");
      const door = (!everything && punt?.door) || [];
      why.hidden = !door.length;
      why.lastChild.textContent = door
        .map(
          ([one, given]) =>
            `«${this.#velden.question(one)}» ${this.#velden
              .inWords(
                vragen.find((vraag) => vraag.id === one),
                given,
                answers[one],
              )
              .join("; ")}`,
        )
        .join(". ");
      const factoren = everything
        ? []
        : this.#loop.antwoorden[source]?.map(
            (one) => vragen.flatMap((vraag) => vraag.opties ?? []).find((optie) => optie.id === one)?.factor ?? one,
          );
      for (const part of item.querySelectorAll("[data-factor]")) part.hidden = !factoren?.includes(part.dataset.factor);
    }
    this.#lines = everything ? [] : linesOf(this.#velden, this.#route, answers, this.#loop);
    for (const list of this.$$("[data-groep]")) {
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
    return make(
      "li",
      {},
      make("div", { className: "keuze keuzevak" }, box, make("label", { htmlFor: id }, line.tekst)),
      make("p", { className: "waarom" }, more ?? ""),
    );
  }

  #isTicked(line) {
    return this.#answers.isTicked(tickOf(line), !line.vermoed && !line.vanzelf);
  }

  get #along() {
    const notes = this.#lines
      .filter((line) => this.#isTicked(line))
      .flatMap((line) => (line.erbij ? [line, { groep: line.groep, ...line.erbij }] : line));
    const points = this.$$("[data-punt]:not([hidden]) input:checked").map((box) => ({
      groep: "bespreken",
      sleutel: box.value,
      tekst: box.labels[0].textContent.trim(),
      waarde: "ja",
    }));
    return [...notes, ...points];
  }

  parts() {
    const along = this.#along;
    return [...GROEPEN, "bespreken"].map((one) => ({
      kop: this.getAttribute(`data-kop-${one}`),
      regels: along.filter(({ groep }) => groep === one),
    }));
  }

  #showText() {
    this.$("#gids-tekst").value = this.text;
  }

  // ---- in and out ----

  get isFilled() {
    return JSON.stringify(this.state) !== JSON.stringify(this.leeg);
  }

  get content() {
    const waarden = {};
    for (const { sleutel, waarde } of this.#along)
      waarden[sleutel] = isText(waarde) ? waarde : [...(waarden[sleutel] ?? []), ...waarde];
    return { waarden };
  }

  isSound({ waarden }) {
    return waarden?.constructor === Object && Object.values(waarden).every((value) => [value].flat().every(isText));
  }

  restore(waarden) {
    return { waarden: Object.fromEntries(waarden) };
  }

  // The state that a content makes; what is held stays as it is until then.
  take({ waarden }) {
    const { state } = this;
    const isKnown = (name, value) => this.#velden.named(name).some((field) => field.value === value);
    this.strange = this.#answers.restore(Object.entries(waarden), isKnown);
    for (const line of linesOf(this.#velden, this.#route, this.#answers.all, this.#answers.loop()))
      if (!line.vanzelf) this.#answers.tick(tickOf(line), true);
    const made = this.state;
    this.state = state;
    return made;
  }

  renew(read) {
    super.renew();
    this.#showAnswers();
    this.#showOutcome();
    const hash = this.#hash({ scherm: read && "uitkomst" });
    if (`#${location.hash.slice(1)}` === hash) this.show(true);
    else this.#go(hash);
  }
}

customElements.define("gids-stappen", GidsStappen);

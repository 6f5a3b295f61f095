// <gids-stappen>: shows the worksheet in the page one question at a time. Each has an address (#scherm=2, and for what
// the route puts on the same screen &vraag=…), a title and the focus; what is shown follows from the address and from
// replaying the answers, and is never patched.
// One file: first the answers, then the fields, then the element.
import { answersOf, casus, factorOf, filled, isLeeg, isZeker, LEEG, put, wijzig } from "../lib/casus.js";
import { isDay, MONTHS } from "../lib/days.js";
import { Formulier } from "../lib/formulier.js";
import { make } from "../lib/make.js";
import { afterPaint, asked } from "../lib/place.js";
import { replay, WEET_NIET } from "../lib/replay.js";
import { isObject, isText } from "../lib/shapes.js";

const site = document.title;
const DELEN = ["jaar", "maand", "dag"];

// What is typed → 2026-11-25, where it is a day: a month may be a word, the century may be left out.
function dayOf(year, month, date) {
  const named = MONTHS.findIndex((one) => /[a-z]{3}/i.test(month) && one.startsWith(month.trim().toLowerCase())) + 1;
  const whole = `${year}`.length === 2 ? `20${year}` : `${year}`.padStart(4, "0");
  return [whole, `${named || month}`.padStart(2, "0"), date.padStart(2, "0")].join("-");
}

// What stays as it is, is not touched: a browser looks anew at what is given the value that it has.
export const set = (element, key, value) => {
  if (element[key] !== value) element[key] = value;
};

// The answers of a route, as the case of this tab holds them.
class Antwoorden {
  #route;
  #of;
  #now;

  constructor(route) {
    this.#route = route;
  }

  // worked out once for each change of the case
  get now() {
    if (this.#of !== casus()) {
      this.#of = casus();
      const all = answersOf(this.#route, this.#of);
      const loop = replay(this.#route, all, this.#route.activiteiten);
      this.#now = { all, loop: { ...loop, vervallen: loop.vervallen.filter((id) => this.#isOwn(id)) } };
    }
    return this.#now;
  }

  // what another question filled in is no answer to this one
  #isOwn(id) {
    const uit = this.#of.uit[this.#route.vragen.find((one) => one.id === id).casus];
    return !uit || uit === `${this.#route.id}.${id}`;
  }

  get all() {
    return this.now.all;
  }

  get loop() {
    return this.now.loop;
  }

  set(vraag, value) {
    if (vraag.uitspraken) this.#hear(vraag, value);
    put(this.#route, vraag, vraag.uitspraken ? value.filter((one) => !factorOf(vraag, one)) : value);
  }

  // the text beside a choice
  say({ id, tekstveld }, value) {
    put(this.#route, { id: `${id}.tekst`, casus: isText(tekstveld) ? tekstveld : undefined }, value);
  }

  /** What is chosen at a question; at one about what was heard, by what stands in the case. */
  chosen(vraag) {
    const value = this.all[vraag.id];
    const heard = casus().uitspraken.map(({ factor }) => factor);
    return vraag.uitspraken
      ? [...(value ?? []), ...vraag.opties.filter(({ factor }) => heard.includes(factor)).map(({ id }) => id)]
      : value;
  }

  // A factor that is chosen has a statement, one that is not has none.
  #hear({ id, opties }, chosen) {
    const { uitspraken } = casus();
    const of = opties.filter(({ factor }) => factor);
    const off = of.filter((optie) => !chosen.includes(optie.id)).map(({ factor }) => factor);
    const kept = uitspraken.filter(({ factor }) => !off.includes(factor));
    const on = of.filter((optie) => chosen.includes(optie.id) && !kept.some(({ factor }) => factor === optie.factor));
    wijzig({ uitspraken: [...kept, ...on.map(({ factor }) => this.nieuw(factor, id))] });
  }

  // Where the question says itself how it is known («wat vertelde …»), that is chosen already.
  nieuw(factor, vraag) {
    const { bron = "" } = this.#route.vragen.find(({ id }) => id === vraag);
    return { factor, bron, richting: "", woorden: "", uit: `${this.#route.id}.${vraag}` };
  }

  about = (id) => casus().uitspraken.filter(({ factor }) => factor === id);

  /** Change the nth statement about a factor, or make it; one that says nothing goes, unless a choice stands for it. */
  tell(vraag, factor, nth, change) {
    const { uitspraken } = casus();
    const old = this.about(factor)[nth];
    const one = { ...(old ?? this.nieuw(factor, vraag.id)), ...change };
    const rest = old ? uitspraken.map((each) => (each === old ? one : each)) : [...uitspraken, one];
    const isSaid = one.bron || one.richting || one.woorden.trim() || vraag.uitspraken;
    wijzig({ uitspraken: isSaid ? rest : rest.filter((each) => each !== one) });
  }
}

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

  find(name) {
    return this.#form.querySelector(`[name="${name}"]`);
  }

  #text(name) {
    return this.named(name)[0].value.trim();
  }

  // undefined where it holds an error, and must not be kept
  valueOf({ id, soort, hoogstens = Infinity }) {
    if (soort === "tekst") return this.#text(id);
    if (soort === "datum") {
      const parts = DELEN.map((deel) => this.#text(`${id}.${deel}`));
      const day = dayOf(...parts);
      return parts.join("") === "" ? "" : isDay(day) ? day : undefined;
    }
    const chosen = soort === "wegen" ? [] : this.named(id).filter(({ checked }) => checked);
    return chosen.length > hoogstens ? undefined : chosen.map(({ value }) => value);
  }

  fill({ id, soort, tekstveld }, answers, value) {
    if (tekstveld) this.#write(`${id}.tekst`, answers[`${id}.tekst`]);
    if (soort === "tekst") this.#write(id, value);
    else if (soort === "datum") DELEN.forEach((deel, index) => this.#write(`${id}.${deel}`, value?.split("-")[index]));
    else if (soort !== "wegen") this.check(id, value);
  }

  #write(name, value = "") {
    const [field] = this.named(name);
    field.value = value;
    // for <vrij-veld>; it does not reach the form
    field.dispatchEvent(new Event("input"));
  }

  check(name, values = []) {
    for (const field of this.named(name)) field.checked = values.includes(field.value);
  }

  // «Dat weten we nog niet» and another answer exclude each other.
  exclude({ type, checked, name, value }) {
    if (type !== "checkbox" || !checked) return;
    for (const other of this.named(name))
      if ((other.value === WEET_NIET) !== (value === WEET_NIET)) other.checked = false;
  }

  /** Ask a question in the words that fit the moment; without a number, in its first. */
  ask(heading, number) {
    heading.dataset.woord ??= heading.textContent;
    set(heading, "textContent", heading.getAttribute(`data-woord-${number}`) ?? heading.dataset.woord);
  }

  question(id) {
    return this.#form.querySelector(`#vraag-${id} > legend`).textContent;
  }
}

class GidsStappen extends Formulier {
  #route = JSON.parse(this.$("script").textContent);
  #answers = new Antwoorden(this.#route);
  #velden = new Velden(this);
  #loop;
  #stops;
  #stop;
  #place;
  #vorm = this.$("template.uitspraak-vorm")?.content.firstElementChild;
  #ahead; // the place that the address does not say yet
  #heading;
  #toen = {}; // the case of before another moment was chosen
  #lapsed = []; // what no longer counted at the question before, and at this one
  #said = "";
  #found = {};
  #end; // see lib/uitkomst.js

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
    if (event.type !== "hashchange") return super.handleEvent(event);
    if (asked() !== null) return;
    this.#ahead = undefined;
    this.show(true);
  }

  async #findEnd() {
    const { Uitkomst } = (await this.load(() => import("../lib/uitkomst.js"))) ?? {};
    return (this.#end ??= Uitkomst && new Uitkomst(this, this.#route, this.#answers, this.#velden));
  }

  // what is always there, looked for once
  #parts(selector) {
    return (this.#found[selector] ??= this.$$(selector));
  }

  get naam() {
    return `route ${this.#route.id}`;
  }

  get merk() {
    return ["route", this.#route.id, "1"];
  }

  leeg = LEEG;

  get state() {
    return casus();
  }

  set state(state) {
    wijzig({ ...LEEG, ...state });
  }

  // ---- where we are ----

  #hash(stop, casus = this.#place.casus) {
    const { scherm, vraag, factor, dan } = stop;
    return `#${new URLSearchParams(filled({ scherm, vraag, factor, dan, casus }))}`;
  }

  // Each question is a stop, {scherm, vraag, factor, id}; `vraag` stands in the address of all but the first of a screen.
  // Exploring, each factor is a stop of its own; where a route weighs them, each is a side step from their list.
  #findStops() {
    if (this.#loop === this.#answers.loop) return;
    this.#loop = this.#answers.loop;
    const { los, vragen } = this.#route;
    const asked = vragen.filter(({ id }) => this.#loop.gevraagd.includes(id));
    this.#stops = asked.flatMap(({ id, scherm, factoren = [] }, at) => {
      const stop = { scherm: String(scherm), vraag: asked[at - 1]?.scherm === scherm ? id : undefined, id };
      return factoren.length && los ? factoren.map((factor) => ({ ...stop, factor })) : stop;
    });
    this.#stops.push(...(los ? [] : [{ scherm: "controle" }]), { scherm: "uitkomst" });
  }

  #findStop() {
    const { scherm = "", vraag, factor } = this.#place;
    const here = this.#stops.filter((stop) => stop.scherm === scherm);
    const fits = (stop) => (!vraag || stop.id === vraag) && (!factor || !stop.factor || stop.factor === factor);
    const after = (stop) => Number(stop.scherm) > Number(scherm || NaN);
    if (vraag && !scherm) return this.#stops.find(({ id }) => id === vraag) ?? { scherm };
    const found = here.find(fits) ?? here[0] ?? this.#stops.find(after) ?? { scherm: "" };
    const isAside = factor && !found.factor && this.#asks(found.id)?.factoren?.includes(factor);
    return isAside ? { ...found, factor, aside: true } : found;
  }

  #indexOf({ scherm, id, factor, aside }) {
    return this.#stops.findIndex(
      (stop) => stop.scherm === scherm && stop.id === id && (aside || stop.factor === factor),
    );
  }

  // the stop beside the list of factors, back to that list; any other, on
  get #next() {
    const { aside } = this.#stop;
    return this.#place.dan && !aside ? this.#stops.at(-2) : this.#stops[this.#indexOf(this.#stop) + (aside ? 0 : 1)];
  }

  async submit(event) {
    event.preventDefault();
    const vraag = this.#asks(this.#stop.id);
    const value = vraag && this.#velden.valueOf(vraag);
    if (vraag && value === undefined) return (await this.#findEnd())?.refuse(vraag);
    const day = vraag?.soort === "datum" && value;
    if (day) this.#answers.set(vraag, day); // its year may have been filled in, and is confirmed now
    this.#findStops();
    this.#go(this.#hash(this.#next));
  }

  // As a link would, but the screen comes first: a browser takes its time for an address.
  #go(hash) {
    this.#follow();
    this.#ahead = hash;
    this.show(true);
    afterPaint(() => this.#follow());
  }

  #follow() {
    if (!this.#ahead) return;
    try {
      history.pushState(null, "", this.#ahead);
      this.#ahead = undefined;
    } catch {
      // too many in a short time, says Safari: the next one takes it along
    }
    this.#name();
  }

  #name() {
    document.title = this.#stop.scherm ? `${this.#heading.textContent} – ${site}` : site;
  }

  // each part of the map leads to its fields
  #linkMap() {
    for (const link of document.querySelectorAll(".plattegrond a")) {
      const part = link.getAttribute("href").split("/").at(-2);
      link.setAttribute("href", this.#asks(part) ? `#vraag=${part}` : `#scherm=1&factor=${part}`);
    }
  }

  // ---- showing ----

  // moved: true when the address changed, else the focus stays where it is
  show(moved) {
    const place = Object.fromEntries(new URLSearchParams((this.#ahead ?? location.hash).slice(1)));
    this.#place = this.#route.los && place.factor ? { scherm: "1", ...place } : place;
    this.#findStops();
    const stop = this.#findStop();
    const { scherm } = stop;
    if (Number.isNaN(Number(scherm)) && !this.#end) return this.#findEnd().then((end) => end && this.show(moved));
    this.#stop = stop;
    const root = document.documentElement;
    // with the first question comes all that a filled in route needs, so that nothing is asked from then on
    if (scherm || !isLeeg()) this.#findEnd().then((end) => end?.showBeeld());
    root.toggleAttribute("data-gids", scherm !== "");
    root.toggleAttribute("data-casus", !!this.#place.casus);
    this.dataset.stand = scherm;
    for (const section of this.#parts(".scherm")) set(section, "hidden", section.dataset.scherm !== scherm);
    this.#showQuestions(scherm === "", stop);
    this.refused();
    this.#showBar();
    this.#showMap();
    if (scherm === "controle") this.#end.showAnswers();
    if (scherm === "uitkomst" || scherm === "") this.#end?.show(scherm === "");
    this.#sayLapsed(moved === true);
    this.#heading = this.#headingOf(stop) ?? this.#title;
    if (!this.#ahead) this.#name();
    if (stop.id) afterPaint(() => this.#end?.showAnswers());
    if (moved !== true) return;
    this.#heading.focus({ preventScroll: true });
    if (scherm) scrollTo(0, 0);
    else this.#heading.scrollIntoView();
  }

  #headingOf({ scherm, id, factor }) {
    const within = id ? `#vraag-${id} h2` : `.scherm[data-scherm="${scherm}"] > h2`;
    return this.#parts(factor ? `.factor[data-factor="${factor}"] > legend` : within)[0];
  }

  // the heading of the page, which takes the focus where nothing is asked
  get #title() {
    const title = document.querySelector("h1");
    title.tabIndex = -1;
    return title;
  }

  #showQuestions(everything, { id: shown, factor }) {
    const { aanbod, woorden } = this.#loop;
    for (const { id } of this.#route.vragen) {
      const [block] = this.#parts(`#vraag-${id}`);
      set(block, "hidden", !everything && id !== shown);
      this.#velden.ask(this.#headingOf({ id }), everything ? undefined : woorden[id]);
      for (const field of aanbod[id] ? this.#velden.named(id) : []) {
        const isAbsent = !everything && ![...aanbod[id], "weet-niet"].includes(field.value);
        set(field.closest("[data-keuze]"), "hidden", isAbsent);
      }
    }
    for (const part of this.#parts(".factor")) set(part, "hidden", !everything && part.dataset.factor !== factor);
    for (const part of this.#parts(".wegen-lijst")) set(part, "hidden", everything || !!factor);
    for (const link of this.#parts(".wegen-lijst a"))
      link.href = this.#hash({ ...this.#place, factor: link.dataset.weeg });
    for (const part of this.#parts("p[data-uit]")) this.#showFrom(part, casus().uit[part.dataset.uit]);
    for (const part of this.#parts("[data-toen]")) {
      const isOfThen = (key) => `${this.#toen[key] ?? ""}` && `${this.#toen[key]}` === `${casus()[key]}`;
      set(part, "hidden", !part.dataset.toen.split(" ").some(isOfThen));
    }
  }

  // where it was filled in before, if that was elsewhere; it can be changed here
  #showFrom(part, from = "") {
    const [where] = from.split(".");
    const link = where && where !== this.#route.id ? this.$(`.namen [data-naam="${where}"] > a`) : null;
    const span = part.querySelector("span");
    if (link && span.textContent !== link.textContent) span.replaceChildren(link.cloneNode(true));
    const before = part.previousElementSibling;
    const isSaid = before.matches("[data-uit]:not([hidden])") && before.textContent === part.textContent;
    set(part, "hidden", !link || isSaid);
  }

  // ---- what was said, seen or suspected ----

  #showHeard() {
    for (const part of this.#parts(".uitspraken")) {
      const { vraag, factor } = part.dataset;
      const about = this.#answers.about(factor);
      const rows = about.length || this.#asks(vraag).uitspraken ? about : [{}];
      part.replaceChildren(...rows.map((one, nth) => this.#row(part.dataset, one, nth)));
      part.parentElement.querySelector("[data-doe=meer]").hidden = !about.length;
    }
  }

  #asks(id) {
    return this.#route.vragen.find((vraag) => vraag.id === id);
  }

  // Its fields are called «vraag.factor.nth.bron».
  #row({ vraag, factor }, one, nth) {
    const row = this.#vorm.cloneNode(true);
    for (const element of row.querySelectorAll("[id], [for], [name], [value]"))
      for (const name of ["id", "for", "name"])
        if (element.hasAttribute(name))
          element.setAttribute(name, `${vraag}.${factor}.${nth}.${element.getAttribute(name)}`);
    for (const field of row.querySelectorAll("[name]")) {
      const value = one[field.name.split(".").at(-1)] ?? "";
      if (field.type === "radio") field.checked = field.value === value;
      else field.value = value;
    }
    row.toggleAttribute("data-vermoed", !!one.factor && !isZeker(one));
    row.querySelector("[data-doe]").value = `${vraag}.${factor}.${nth}`;
    row.querySelector("[data-doe]").hidden = !one.factor;
    this.#showFrom(row.querySelector("[data-uit-rij]"), one.uit);
    return row;
  }

  _meer({ value }) {
    const [vraag, factor] = value.split(".");
    const nth = this.#answers.about(factor).length;
    wijzig({ uitspraken: [...casus().uitspraken, this.#answers.nieuw(factor, vraag)] });
    this.#showHeard();
    this.#velden.find(`${vraag}.${factor}.${nth}.woorden`).focus();
  }

  _minder({ value }) {
    const [, factor, nth] = value.split(".");
    const gone = this.#answers.about(factor)[nth];
    this.replace({ ...casus(), uitspraken: casus().uitspraken.filter((one) => one !== gone) }, "weg");
  }

  #showBar() {
    const { scherm, factor, id, aside } = this.#stop;
    const { gevraagd } = this.#loop;
    const back =
      this.#place.dan && !aside
        ? { scherm: "controle" }
        : this.#route.los && factor
          ? {}
          : (this.#stops[this.#indexOf(this.#stop) - (aside ? 0 : 1)] ?? {});
    const number = gevraagd.indexOf(id) + 1;
    // with what an answer may still bring: it never becomes more; no number, and so nothing, where one explores
    const length = Math.min(...gevraagd.slice(0, number || 99).map((one, at) => at + this.#asks(one).met));
    const most = length > gevraagd.length ? "hoogstens " : "";
    const [terug, plaats, casus, voortgang, eerder, mee] = this.#parts(
      "[data-terug], .gids-plaats, [data-casus], .voortgang, [data-eerder], [data-mee]",
    );
    // a text in place of a text, and classes: what comes or goes has all that is around it looked at anew
    plaats.firstChild.data = id && length ? `Vraag ${number} van ${most}${length}` : "";
    if (voortgang.children.length !== length) voortgang.replaceChildren(...Array.from({ length }, () => make("i")));
    [...voortgang.children].forEach((one, at) => set(one, "className", id && at >= number ? "" : "is"));
    terug.href = this.#hash(back);
    mee.href = this.#hash({ scherm: "uitkomst" });
    casus.href = this.#hash(this.#place, this.#place.casus ? "" : "1");
    set(casus, "textContent", casus.dataset[this.#place.casus ? "uit" : "aan"]);
    set(casus, "hidden", !id);
    for (const part of this.#parts("[data-bij]")) {
      const { bij } = part.dataset;
      set(part, "hidden", !scherm || (!!bij && (bij === "uitkomst") !== (scherm === "uitkomst")));
    }
    const { antwoorden, uit, uitspraken, bespreken } = this.state;
    const from = [Object.keys(antwoorden), bespreken, Object.values(uit), uitspraken.map((one) => one.uit)].flat();
    set(eerder, "hidden", !from.some((one) => `${one}`.split(".")[0] === this.#route.id));
    if (!this.#route.los)
      eerder.href = this.#hash(this.#stops.find(({ id }) => !this.#says(id) && !this.#answers.all[id]?.length));
  }

  // something was written or chosen, other than «dat weten we nog niet»
  #says(id) {
    return this.#answers.all[`${id}.tekst`] || this.#loop.antwoorden[id]?.some((one) => one !== WEET_NIET);
  }

  // What was said or seen lights up, and the goal and the behaviour that are written; exploring, a suspicion too.
  #showMap() {
    const { doel, gedrag, "gedrag-soort": soort, uitspraken } = casus();
    const heard = uitspraken.filter((one) => this.#route.los || isZeker(one));
    const own = filled({ doel, doelgedrag: soort !== "te-groot" && gedrag });
    const noted = new Set([...heard.map(({ factor }) => factor), ...own.map(([deel]) => deel)]);
    for (const part of document.querySelectorAll("[data-deel]"))
      part.toggleAttribute("data-genoteerd", noted.has(part.dataset.deel));
  }

  // ---- filling in ----

  fill() {
    for (const vraag of this.#route.vragen) this.#velden.fill(vraag, this.#answers.all, this.#answers.chosen(vraag));
    this.#velden.check("principes", casus().principes);
    this.#showHeard();
  }

  update(field) {
    const { name, value, checked } = field;
    if (!name) return;
    if (name === "mee" || name === "principes")
      return this.#toggle(name === "mee" ? "bespreken" : name, value, checked);
    this.#velden.exclude(field);
    const [id, factor, nth, key] = name.split(".");
    const vraag = this.#asks(id);
    if (key) this.#tell(vraag, factor, Number(nth), { [key]: value }, field);
    else if (factor === "tekst") {
      this.#answers.say(vraag, value);
      if (vraag.zegt) this.#velden.check(id, this.#answers.all[id]);
    } else if (this.#answer(vraag)) return;
    this.#findStops();
    this.#showBar();
    this.#showMap();
    const now = this.#loop.vervallen;
    if (`${now}` !== `${casus().vervallen[this.#route.id] ?? ""}`)
      wijzig({ vervallen: { ...casus().vervallen, [this.#route.id]: now } });
    this.#sayLapsed();
  }

  // What was changed at this question or the one before it may make other answers lapse: that is said there alone.
  #sayLapsed(moved) {
    const { vervallen } = this.#loop;
    if (moved !== undefined) this.#lapsed = [(moved && this.#lapsed[1]) || vervallen, vervallen];
    const gone = vervallen.filter((id) => !this.#lapsed[0].includes(id)).map((id) => `«${this.#velden.question(id)}»`);
    const said = gone.length ? `${this.words.geldtNiet} ${gone.join(" ")}` : "";
    const { textContent } = this.$(".melding");
    // with a button, or where one comes after a text or a file was read, it is told of that
    const stays = this.$(".melding button") || (this.#stop.scherm === "controle" && textContent !== this.#said);
    if (moved ? textContent !== said && !stays : said !== this.#said) this.say(said);
    this.#said = said;
  }

  #toggle(key, value, on) {
    const others = casus()[key].filter((one) => one !== value);
    wijzig({ [key]: on ? [...others, value] : others });
    this.#velden.check("principes", casus().principes);
  }

  #tell(vraag, factor, nth, change, field) {
    this.#answers.tell(vraag, factor, nth, change);
    const row = field.closest(".uitspraak");
    const one = this.#answers.about(factor)[nth];
    row.toggleAttribute("data-vermoed", !!one && !isZeker(one));
    row.querySelector("[data-doe]").hidden = !one;
    row.parentElement.parentElement.querySelector("[data-doe=meer]").hidden = !one;
  }

  // true where statements in words went with a choice: then that is said, and can be put back
  #answer(vraag) {
    const value = this.#velden.valueOf(vraag);
    if (value === undefined) return false;
    const before = casus();
    this.#answers.set(vraag, value);
    if (vraag.casus === "moment" && before.moment) this.#leaveMoment(before);
    if (!vraag.uitspraken) return false;
    this.#showHeard();
    const after = casus();
    const isLost = ({ woorden, factor }) => woorden && !this.#answers.about(factor).length;
    if (!before.uitspraken.some(isLost)) return false;
    this.state = before;
    this.replace(after, "weg");
    return true;
  }

  // At another moment the questions are put otherwise: what was ticked is chosen anew, what was written is looked at again.
  #leaveMoment(before) {
    this.#toen = before;
    wijzig({ bespreken: before.bespreken.filter((one) => one.split(".")[0] !== this.#route.id) });
  }

  // ---- in and out ----

  isSound({ waarden }) {
    return isObject(waarden) && Object.values(waarden).every((value) => [value].flat().every(isText));
  }

  restore(waarden) {
    return { waarden: Object.fromEntries(waarden) };
  }

  async take({ waarden }) {
    const oud = await this.load(() => import("../lib/oude-tekst.js"));
    return oud?.take(this, this.#route, this.#answers, waarden);
  }

  renew(read) {
    super.renew();
    this.#end?.showAnswers();
    this.#end?.show();
    const hash = this.#hash({ scherm: "controle" });
    if (!read || `#${location.hash.slice(1)}` === hash) this.show(true);
    else this.#go(hash);
  }
}

customElements.define("gids-stappen", GidsStappen);

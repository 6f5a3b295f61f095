// <samen-kijken>: a resident picks a word per factor for one behaviour, at each moment; earlier words come back only
// after the new one. Words are never counted, averaged or compared with anybody's.
import { casus } from "../lib/casus.js";
import { inWords, isDay, today } from "../lib/days.js";
import { Formulier, same } from "../lib/formulier.js";
import { showFrom, wijzigFormulier } from "../lib/formulier-casus.js";
import { refuse } from "../lib/fouten.js";
import { make } from "../lib/make.js";
import { hasShape, isText } from "../lib/shapes.js";
import "../lib/vrij-veld.js";

const FREE = ["merkt", "hielp", "stap", "gezien"];
const OUTSIDE = ["weet-niet", "zeg-niet"];
const MOST = 5;
const ENOUGH = 3; // moments with a word before anything is said of a direction
const newMoment = () => ({ datum: today(), woorden: {}, gebeurd: [], merkt: "", hielp: "", stap: "", gezien: "" });

class SamenKijken extends Formulier {
  // The behaviour is that of the case, and the factors are at first.
  get leeg() {
    const { gedrag, factoren } = casus();
    return { gedrag, factoren: factoren.filter((id) => this.#scale(id)), momenten: [], bezig: newMoment() };
  }

  get state() {
    return { ...this.leeg, ...casus().vellen[this.naam] };
  }

  set state({ gedrag, ...own }) {
    const { gedrag: _, ...leeg } = this.leeg;
    wijzigFormulier(this.naam, same(own, leeg) ? undefined : own, { gedrag });
  }

  get isFilled() {
    return this.naam in casus().vellen;
  }

  isSound(state) {
    if (!hasShape(state, { gedrag: String, factoren: Array, momenten: Array })) return false;
    const moments = [...state.momenten, ...(state.bezig ? [state.bezig] : [])];
    const free = Object.fromEntries(FREE.map((name) => [name, String]));
    const isMoment = (moment) =>
      hasShape(moment, { datum: String, woorden: Object, gebeurd: Array, ...free }) &&
      [...Object.values(moment.woorden), ...moment.gebeurd].every(isText);
    return state.factoren.every(isText) && moments.every(isMoment);
  }

  // A factor, a word, an event or a day that does not exist here is named, and left out.
  take(state) {
    const { gedrag, momenten, bezig } = state;
    this.nameKeys("", state, this.leeg);
    const factoren = this.known("factoren", state.factoren, (id) => this.#scale(id));
    const moments = momenten.map((moment, index) => this.#taken(moment, index + 1));
    const busy = bezig ? this.#taken(bezig, "nu") : moments.length ? null : newMoment();
    return { gedrag, factoren, momenten: moments, bezig: busy };
  }

  #taken(moment, nr) {
    const { datum, woorden, gebeurd } = moment;
    const isWord = ([id, word]) =>
      this.known(`${nr}.woord.${id}`, [word], () => this.#scale(id)?.querySelector(`[value="${CSS.escape(word)}"]`))
        .length;
    this.nameKeys(`${nr}.`, moment, { ...newMoment(), nr });
    return {
      ...moment,
      datum: this.known(`${nr}.datum`, [datum], isDay)[0] ?? "",
      woorden: Object.fromEntries(Object.entries(woorden).filter(isWord)),
      gebeurd: this.known(`${nr}.gebeurd`, gebeurd, (id) => this.#field("gebeurd", id)),
    };
  }

  collect(state) {
    const values = (name) => this.$$(`[name="${name}"]:checked`).map(({ value }) => value);
    const words = this.$$(".schaal-keuze:not([hidden]) input:checked").map(({ name, value }) => [name.slice(6), value]);
    const free = FREE.map((name) => [name, this.$(`[name=${name}]`).value]);
    const bezig = state.bezig && {
      ...state.bezig,
      datum: this.$("[name=datum]").value,
      woorden: Object.fromEntries(words),
      gebeurd: values("gebeurd"),
      ...Object.fromEntries(free),
    };
    return { ...state, gedrag: this.$("[name=gedrag]").value, factoren: values("factor"), bezig };
  }

  fill({ gedrag, factoren, bezig }) {
    const { datum, woorden, gebeurd, ...free } = bezig ?? newMoment();
    this.$("[name=gedrag]").value = gedrag;
    this.$("[name=datum]").value = datum;
    for (const field of this.$$("[name=factor]")) field.checked = factoren.includes(field.value);
    for (const field of this.$$("[name=gebeurd]")) field.checked = gebeurd.includes(field.value);
    for (const field of this.$$(".schaal-keuze input")) field.checked = woorden[field.name.slice(6)] === field.value;
    for (const name of FREE) this.$(`[name=${name}]`).value = free[name];
  }

  show({ gedrag, factoren, momenten, bezig }) {
    showFrom(this);
    for (const part of this.$$(".schaal-keuze")) part.hidden = !factoren.includes(part.dataset.factor);
    for (const part of this.$$("legend .gedrag")) part.textContent = gedrag || "dit gedrag";
    this.$(".moment").hidden = !bezig;
    this.$(".keren").hidden = !!bezig;
    this.$(".eerder").hidden = this.$("[data-doe=laat]").hidden = !momenten.length;
    if (bezig) for (const part of [".keren table", ".plaatjes"]) this.$(part).replaceChildren();
    else this.#showMoments(factoren, momenten);
  }

  restore(waarden) {
    const list = (key) =>
      (waarden.get(key) ?? "")
        .split(",")
        .map((one) => one.trim())
        .filter(Boolean);
    const momenten = [];
    for (let nr = 1; waarden.has(`${nr}.datum`); nr++) {
      const words = [...waarden]
        .filter(([key]) => key.startsWith(`${nr}.woord.`))
        .map(([key, word]) => [key.split(".")[2], list(key)[0] ?? word]);
      const free = FREE.map((name) => [name, waarden.get(`${nr}.${name}`) ?? ""]);
      momenten.push({
        ...newMoment(),
        datum: list(`${nr}.datum`)[0] ?? "",
        woorden: Object.fromEntries(words),
        gebeurd: list(`${nr}.gebeurd`),
        ...Object.fromEntries(free),
      });
    }
    const parts = ["datum", "woord", "gebeurd", ...FREE];
    const isUsed = (nr, part) =>
      part ? nr <= momenten.length && parts.includes(part) : ["gedrag", "factoren"].includes(nr);
    this.strange = [...waarden.keys()].filter((key) => !isUsed(...key.split(".")));
    return {
      gedrag: waarden.get("gedrag") ?? "",
      factoren: list("factoren"),
      momenten,
      bezig: momenten.length ? null : newMoment(),
    };
  }

  // ---- moments ----

  "_leg-vast"() {
    this.update();
    const { factoren, momenten, bezig } = this.state;
    const { nr, ...moment } = bezig;
    const errors = [];
    if (!factoren.length || factoren.length > MOST) errors.push([this.$("[name=factor]"), this.words.kies]);
    if (!isDay(moment.datum)) errors.push([this.$("[name=datum]"), this.words.geenDag]);
    else if (moment.datum > today()) errors.push([this.$("[name=datum]"), this.words.nietNu]);
    if (refuse(this, errors)) return;
    const kept = momenten.filter((_, index) => index !== nr);
    this.state = {
      ...this.state,
      momenten: [...kept, moment].sort((one, two) => one.datum.localeCompare(two.datum)),
      bezig: null,
    };
    this.show(this.state);
    this.say(this.words.vast);
    this.$(".keren h3").focus();
  }

  "_nog-een"() {
    this.#start(newMoment());
  }

  _wijzig({ value }) {
    this.#start({ ...this.state.momenten[value], nr: Number(value) });
  }

  _laat() {
    this.state = { ...this.state, bezig: null };
    this.refused();
    this.show(this.state);
    this.$(".keren h3").focus();
  }

  "_haal-weg"({ value }) {
    const momenten = this.state.momenten.filter((_, index) => index !== Number(value));
    this.state = { ...this.state, momenten, bezig: momenten.length ? null : newMoment() };
    this.fill(this.state);
    this.show(this.state);
    this.say(this.words.weg);
    this.$(momenten.length ? ".keren h3" : ".moment h3").focus();
  }

  #start(bezig) {
    this.state = { ...this.state, bezig };
    this.fill(this.state);
    this.show(this.state);
    this.say("");
    this.$(".moment h3").focus();
  }

  // ---- next to each other ----

  #showMoments(factoren, momenten) {
    const row = (head, cells) =>
      make("tr", {}, make("th", { scope: "row" }, head), ...cells.map((cell) => make("td", {}, ...[cell].flat())));
    const words = (id) => momenten.map(({ woorden }) => (woorden[id] ? this.#label(id, woorden[id]) : ""));
    const button = (doe, text, index) => {
      const element = make(
        "button",
        { type: "button", className: "knop", value: index },
        text,
        make("span", { className: "alleen-lezer" }, ` ${inWords(momenten[index].datum)}`),
      );
      element.dataset.doe = doe;
      return element;
    };
    const free = FREE.map((name) => [this.$(`label[for=${name}]`).textContent, momenten.map((moment) => moment[name])]);
    const head = make(
      "tr",
      {},
      make("td"),
      ...momenten.map(({ datum }) => make("th", { scope: "col" }, inWords(datum))),
    );
    this.$(".keren table").replaceChildren(
      make("thead", {}, head),
      make(
        "tbody",
        {},
        ...factoren.map((id) => row(this.#title(id), words(id))),
        ...free.filter(([, cells]) => cells.some(Boolean)).map(([name, cells]) => row(name, cells)),
        row(
          this.words.ook,
          momenten.map(({ gebeurd }) => gebeurd.map((id) => this.#label("gebeurd", id)).join(", ")),
        ),
      ),
      make(
        "tfoot",
        {},
        row(
          this.words.dit,
          momenten.map((_, index) => [button("wijzig", "Wijzig", index), " ", button("haal-weg", "Haal weg", index)]),
        ),
      ),
    );
    if (momenten.length) this.#draw();
    else this.$(".plaatjes").replaceChildren();
  }

  // the drawer comes after the table that says the same; it draws what stands there by then
  async #draw() {
    const { plaatje } = await import("../lib/plaatje.js").catch(() => ({}));
    const { factoren, momenten, bezig } = this.state;
    if (plaatje && !bezig)
      this.$(".plaatjes").replaceChildren(...factoren.map((id) => this.#picture(plaatje, id, momenten)));
  }

  #picture(plaatje, id, momenten) {
    const ids = this.#scaleWords(id);
    const keren = momenten.map(({ datum, woorden, gebeurd }) => ({
      titel: inWords(datum).replace(/(\w{3})\w* (\d{4})/, "$1 $2"),
      plekken: ids.includes(woorden[id]) ? [ids.indexOf(woorden[id])] : [],
      onder: gebeurd.map((one) => this.#label("gebeurd", one).split(" ")[0].toLowerCase()),
    }));
    const said = momenten
      .map(
        ({ datum, woorden }) => `${inWords(datum)}: ${woorden[id] ? this.#label(id, woorden[id]) : this.words.niets}`,
      )
      .join("; ");
    const frame = make(
      "div",
      { className: "tabel", tabIndex: 0, role: "group", ariaLabel: `Plaatje bij ${this.#title(id)}` },
      plaatje(
        `${this.#title(id)}, in woorden. ${said}.`,
        ids.map((one) => this.#label(id, one)),
        keren,
      ),
    );
    return make("figure", {}, make("figcaption", {}, this.#inWords(id, momenten)), frame);
  }

  /** «Van «een beetje» naar «redelijk».», from three words on. */
  #inWords(id, momenten) {
    const words = momenten.map(({ woorden }) => woorden[id]).filter((word) => word && !OUTSIDE.includes(word));
    if (words.length < ENOUGH) return `${this.#title(id)}: ${this.words.weinig}`;
    const [first, last] = [words[0], words.at(-1)].map((word) => `«${this.#label(id, word)}»`);
    return first === last
      ? `${this.#title(id)}: eerst en later ${first}.`
      : `${this.#title(id)}: van ${first} naar ${last}.`;
  }

  #scale(id) {
    return this.$(`.schaal-keuze[data-factor="${CSS.escape(id)}"]`);
  }

  #scaleWords(id) {
    return [...this.#scale(id).querySelectorAll("input")]
      .map(({ value }) => value)
      .filter((value) => !OUTSIDE.includes(value));
  }

  #title(id) {
    return this.#scale(id).dataset.titel;
  }

  #field(name, value) {
    return this.$(`[name="${name}"][value="${CSS.escape(value)}"]`);
  }

  #label(name, value) {
    return this.#field(this.#scale(name) ? `woord.${name}` : name, value).labels[0].firstChild.textContent.trim();
  }
}

customElements.define("samen-kijken", SamenKijken);

// <samen-kijken>: a resident picks a word per factor for one behaviour, at each moment; earlier words come back only
// after the new one. Words are never counted, averaged or compared with anybody's.
import { casus, isNu } from "../lib/casus.js";
import { enough, inWords, isDay, isWord, today } from "../lib/days.js";
import { Formulier, same } from "../lib/formulier.js";
import { showFrom, wijzigFormulier } from "../lib/formulier-casus.js";
import { refuse } from "../lib/fouten.js";
import { make } from "../lib/make.js";
import { plaatje } from "../lib/plaatje.js";
import "../lib/vrij-veld.js";

const FREE = ["merkt", "hielp", "stap", "gezien", "anders"];
const MOST = 5;
const freeOf = (get) => Object.fromEntries(FREE.map((name) => [name, get(name)]));
const newMoment = () => ({ datum: today(), woorden: {}, gebeurd: [], gedrag: "", ...freeOf(() => "") });

class SamenKijken extends Formulier {
  // The behaviour is that of the case, and the factors are at first.
  get leeg() {
    const { gedrag, factoren } = casus();
    return { gedrag, factoren: factoren.filter((id) => this.scale(id)), momenten: [], bezig: newMoment() };
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

  // what an earlier edition made is read by what comes then
  leert() {
    return this.load(async () => Object.assign(this, (await import("../lib/oude-momenten.js")).lezen));
  }

  collect(state) {
    const values = (name) => this.$$(`[name="${name}"]:checked`).map(({ value }) => value);
    const words = this.$$(".schaal-keuze:not([hidden]) input:checked").map(({ name, value }) => [name.slice(6), value]);
    const bezig = state.bezig && {
      ...state.bezig,
      datum: this.$("[name=datum]").value,
      woorden: Object.fromEntries(words),
      gebeurd: values("gebeurd"),
      ...freeOf((name) => this.$(`[name=${name}]`).value),
    };
    return { ...state, gedrag: this.$("[name=gedrag]").value, factoren: values("factor"), bezig };
  }

  fill({ gedrag, factoren, bezig }) {
    const { datum, woorden, gebeurd, ...free } = { ...newMoment(), ...bezig };
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
    for (const part of this.$$("legend .gedrag")) part.textContent = bezig?.gedrag || gedrag || "dit gedrag";
    this.$(".moment").hidden = !bezig;
    this.$(".keren").hidden = !!bezig;
    this.$(".eerder").hidden = this.$("[data-doe=laat]").hidden = !momenten.length;
    if (bezig) for (const part of [".keren .tabel", ".plaatjes"]) this.$(part).replaceChildren();
    else this.#showMoments(factoren, momenten);
  }

  // ---- moments ----

  "_leg-vast"() {
    this.update();
    const { gedrag, factoren, momenten, bezig } = this.state;
    const { nr, ...moment } = bezig;
    moment.gedrag ||= gedrag;
    const { datum } = moment;
    const { words } = this;
    const before = [nr ?? []].flat();
    // a day that stands there twice since before may stay
    const twin = before.some((at) => momenten[at]?.datum === datum)
      ? -1
      : momenten.findIndex((one) => one.datum === datum && isNu(one, moment));
    const day = !isDay(datum)
      ? [words.geenDag]
      : datum > today()
        ? [words.nietNu]
        : momenten[twin] && [words.zelfde, " ", this.#button("wijzig", words.verander, momenten[twin])];
    const errors = [];
    if (!factoren.length || factoren.length > MOST) errors.push([this.$("[name=factor]"), words.kies]);
    if (day) errors.push([this.$("[name=datum]"), ...day]);
    if (refuse(this, errors)) return;
    const kept = momenten.filter((_, index) => !before.includes(index));
    this.#go(
      { momenten: [...kept, moment].sort((one, two) => one.datum.localeCompare(two.datum)), bezig: null },
      words.vast,
    );
  }

  "_nog-een"() {
    this.#go({ bezig: newMoment() });
  }

  // What was filled in for a day that was looked at already comes with what is there, and nothing of either is lost; nr:
  // the moments that it takes the place of.
  _wijzig({ value }) {
    const { momenten, bezig } = this.state;
    const [old, now] = [momenten[value], bezig ?? newMoment()];
    const both = (...two) => [...new Set(two.flat())].filter(Boolean);
    this.#go({
      bezig: {
        ...old,
        nr: [Number(value), now.nr ?? []].flat(),
        woorden: { ...old.woorden, ...now.woorden },
        gebeurd: both(old.gebeurd, now.gebeurd),
        ...freeOf((name) => both(old[name], now[name]).join("\n")),
      },
    });
  }

  _laat() {
    this.#go({ bezig: null });
  }

  "_haal-weg"({ value }) {
    const momenten = this.state.momenten.filter((_, index) => index !== Number(value));
    this.replace({ ...this.state, momenten, bezig: momenten.length ? null : newMoment() }, "weg");
    this.$("[data-doe=terug]").focus();
  }

  // the behaviour got other words and stayed the same: so it is for all that were about it
  _zelfde({ value }) {
    const { gedrag, momenten } = this.state;
    this.#go({
      momenten: momenten.map((one) => (one.gedrag === momenten[value].gedrag ? { ...one, gedrag } : one)),
    });
  }

  #go(own, said) {
    this.state = { ...this.state, ...own };
    this.renew();
    this.say(said);
    this.$(own.bezig ? ".moment h3" : ".keren h3").focus();
  }

  // ---- next to each other ----

  // those of another behaviour stand apart, and have no picture
  #showMoments(factoren, momenten) {
    const own = momenten.filter((one) => isNu(one));
    const tables = [own, momenten.filter((one) => !isNu(one))].filter(({ length }) => length);
    this.$(".keren .tabel").replaceChildren(...tables.map((some) => this.#table(factoren, some)));
    this.$(".plaatjes").replaceChildren(...(own.length ? factoren.map((id) => this.#picture(id, own)) : []));
  }

  #table(factoren, momenten) {
    const row = (head, cells) =>
      make(
        "tr",
        {},
        make("th", { scope: "row" }, head),
        ...cells.map((cell) => make("td", {}, ...[cell || ""].flat())),
      );
    const words = (id) => momenten.map(({ woorden }) => woorden[id] && this.#label(id, woorden[id]));
    const rows = [
      [this.words.ander, momenten.map((one) => !isNu(one) && one.gedrag)],
      ...factoren.map((id) => [this.#title(id), words(id)]),
      ...FREE.map((name) => [this.$(`label[for=${name}]`).textContent, momenten.map((one) => one[name])]),
      [this.words.ook, momenten.map(({ gebeurd }) => gebeurd.map((id) => this.#label("gebeurd", id)).join(", "))],
    ];
    const head = make(
      "tr",
      {},
      make("td"),
      ...momenten.map(({ datum }) => make("th", { scope: "col" }, inWords(datum))),
    );
    return make(
      "table",
      {},
      make("thead", {}, head),
      make("tbody", {}, ...rows.filter(([, cells]) => cells.some(Boolean)).map((one) => row(...one))),
      make(
        "tfoot",
        {},
        row(
          this.words.dit,
          momenten.map((one) => [
            this.#button("wijzig", "Wijzig", one),
            " ",
            this.#button("haal-weg", "Haal weg", one),
            ...(isNu(one) || !this.state.gedrag ? [] : [" ", this.#button("zelfde", "Dit is hetzelfde gedrag", one)]),
          ]),
        ),
      ),
    );
  }

  #button(doe, text, moment) {
    const value = this.state.momenten.indexOf(moment);
    const day = make("span", { className: "alleen-lezer" }, ` ${inWords(moment.datum)}`);
    const button = make("button", { type: "button", className: "knop", value }, text, day);
    button.dataset.doe = doe;
    return button;
  }

  #picture(id, momenten) {
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

  /** «Van «een beetje» naar «redelijk».», from words of three days on. */
  #inWords(id, momenten) {
    const given = momenten.filter(({ woorden }) => isWord(woorden[id]));
    if (!enough(given)) return `${this.#title(id)}: ${this.words.weinig}`;
    const [first, last] = [given[0], given.at(-1)].map(({ woorden }) => `«${this.#label(id, woorden[id])}»`);
    return first === last
      ? `${this.#title(id)}: eerst en later ${first}.`
      : `${this.#title(id)}: van ${first} naar ${last}.`;
  }

  scale(id) {
    return this.$(`.schaal-keuze[data-factor="${CSS.escape(id)}"]`);
  }

  #scaleWords(id) {
    return [...this.scale(id).querySelectorAll("input")].map(({ value }) => value).filter(isWord);
  }

  #title(id) {
    return this.scale(id).dataset.titel;
  }

  field(name, value) {
    return this.$(`[name="${name}"][value="${CSS.escape(value)}"]`);
  }

  #label(name, value) {
    return this.field(this.scale(name) ? `woord.${name}` : name, value).labels[0].firstChild.textContent.trim();
  }
}

customElements.define("samen-kijken", SamenKijken);

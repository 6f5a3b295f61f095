// <zelfscan-formulier>: a professional picks a word per statement, before and after. The first time comes back only when the
// second is done; per subject the words stand side by side, and nothing is counted.
import { inWords, isDay, today } from "../lib/days.js";
import { make } from "../lib/make.js";
import { plaatje } from "../lib/plaatje.js";
import { hasShape, isText } from "../lib/shapes.js";
import { TekstFormulier } from "../lib/tekst-formulier.js";

const KEREN = { eerste: "De eerste keer", tweede: "De tweede keer" };
const UNKNOWN = "weet-ik-niet";

class ZelfscanFormulier extends TekstFormulier {
  key = "leidraad.zelfscan";

  get leeg() {
    return { keren: {}, nu: "" };
  }

  isSound({ keren, nu }) {
    const isKeer = (one) =>
      hasShape(one, { datum: String, woorden: Object }) && Object.values(one.woorden).every(isText);
    return hasShape({ keren, nu }, { keren: Object, nu: String }) && Object.values(keren).every(isKeer);
  }

  // A time, a statement, a word or a day that does not exist here is named, and left out.
  take(state) {
    this.nameKeys("", state, this.leeg);
    this.nameKeys("", state.keren, KEREN);
    const held = Object.keys(KEREN).filter((keer) => Object.hasOwn(state.keren, keer));
    const keren = Object.fromEntries(held.map((keer) => [keer, this.#taken(keer, state.keren[keer])]));
    return { keren, nu: this.known("nu", [state.nu], (keer) => Object.hasOwn(keren, keer))[0] ?? "" };
  }

  #taken(keer, { datum, woorden, ...rest }) {
    const isAnswer = ([name, word]) => this.known(`${keer}.${name}`, [word], () => this.#field(name, word)).length;
    this.nameKeys(`${keer}.`, rest, {});
    return {
      datum: this.known(`${keer}.datum`, [datum], isDay)[0] ?? "",
      woorden: Object.fromEntries(Object.entries(woorden).filter(isAnswer)),
    };
  }

  collect(state) {
    const { keren, nu } = state;
    if (!nu) return state;
    const woorden = Object.fromEntries(this.$$(".uitspraak input:checked").map(({ name, value }) => [name, value]));
    return { ...state, keren: { ...keren, [nu]: { ...keren[nu], woorden } } };
  }

  fill({ keren, nu }) {
    for (const field of this.$$(".uitspraak input")) field.checked = keren[nu]?.woorden[field.name] === field.value;
  }

  show({ keren, nu }) {
    const any = Object.keys(keren).length > 0;
    this.$(".begin").hidden = !!nu;
    this.$(".invullen").hidden = !nu;
    this.$(".profiel").hidden = !!nu || !any;
    this.$(".invullen h3").textContent = KEREN[nu] ?? "Invullen";
    this.$("[data-doe=vul][value=eerste]").textContent = keren.eerste ? "Wijzig de eerste keer" : KEREN.eerste;
    this.$("[data-doe=vul][value=tweede]").textContent = keren.tweede ? "Wijzig de tweede keer" : KEREN.tweede;
    if (nu || !any) for (const part of [".profiel table", ".plaatjes"]) this.$(part).replaceChildren();
    else this.#showProfile(keren);
  }

  parts({ keren }) {
    const done = Object.keys(KEREN).filter((keer) => keren[keer]);
    return done.map((keer) => ({
      kop: [KEREN[keer], inWords(keren[keer].datum)].filter(Boolean).join(", "),
      regels: Object.entries(keren[keer].woorden).map(
        ([name, word]) => `${this.#statement(name).replace(/\.$/, "")}: ${this.#word(word)}`,
      ),
    }));
  }

  restore(waarden) {
    const keren = Object.create(null);
    for (const [key, value] of waarden) {
      const [keer, ...name] = key.split(".");
      keren[keer] ??= { datum: "", woorden: {} };
      const word = value.replace(/\s/g, "");
      if (name[0] === "datum") keren[keer].datum = word;
      else keren[keer].woorden[name.join(".")] = word;
    }
    return { keren, nu: "" };
  }

  _vul({ value: nu }) {
    const { keren } = this.state;
    this.#go({ keren: { ...keren, [nu]: keren[nu] ?? { datum: today(), woorden: {} } }, nu }, ".invullen h3");
  }

  _klaar() {
    this.update();
    const { keren, nu } = this.state;
    const { [nu]: now, ...rest } = keren;
    this.#go(
      { keren: Object.keys(now.woorden).length ? keren : rest, nu: "" },
      Object.keys(now.woorden).length ? ".profiel h3" : ".begin h3",
    );
  }

  #go(state, place) {
    this.state = state;
    this.fill(state);
    this.show(state);
    this.$(place).focus();
  }

  #showProfile(keren) {
    const done = Object.keys(KEREN).filter((keer) => keren[keer]);
    const subjects = [...new Set(this.$$(".uitspraak").map(({ dataset }) => dataset.deel))];
    const chosen = (keer, deel) =>
      Object.entries(keren[keer].woorden)
        .filter(([name]) => name.startsWith(`${deel}.`))
        .map(([, word]) => word);
    const inOrder = (words) =>
      this.#words
        .filter((word) => words.includes(word))
        .map((word) => this.#word(word))
        .join(", ");
    const rows = subjects.map((deel) =>
      make(
        "tr",
        {},
        make("th", { scope: "row" }, this.#title(deel)),
        ...done.map((keer) => make("td", {}, inOrder(chosen(keer, deel)) || "–")),
      ),
    );
    this.$(".profiel table").replaceChildren(
      make(
        "thead",
        {},
        make(
          "tr",
          {},
          make("th", { scope: "col" }, "Onderwerp"),
          ...done.map((keer) => make("th", { scope: "col" }, `${KEREN[keer]}, ${inWords(keren[keer].datum)}`)),
        ),
      ),
      make("tbody", {}, ...rows),
    );
    this.$(".plaatjes").replaceChildren(
      ...subjects.map((deel) =>
        this.#picture(
          deel,
          done.map((keer) => [keer, chosen(keer, deel)]),
        ),
      ),
    );
  }

  #picture(deel, keren) {
    const words = this.#words.filter((word) => word !== UNKNOWN);
    const columns = keren.map(([keer, chosen]) => ({
      titel: KEREN[keer].toLowerCase().replace("de ", ""),
      plekken: chosen.map((word) => words.indexOf(word)).filter((place) => place >= 0),
      onder: [],
    }));
    const said = keren
      .map(([keer, chosen]) => `${KEREN[keer]}: ${chosen.map((word) => this.#word(word)).join(", ") || "niets"}`)
      .join("; ");
    const frame = make(
      "div",
      { className: "tabel", tabIndex: 0, role: "group", ariaLabel: `Plaatje bij ${this.#title(deel)}` },
      plaatje(
        `${this.#title(deel)}. ${said}.`,
        words.map((word) => this.#word(word)),
        columns,
        100,
      ),
    );
    return make("figure", {}, make("figcaption", {}, make("strong", {}, this.#title(deel))), frame);
  }

  get #words() {
    return [...this.$(".uitspraak").querySelectorAll("input")].map(({ value }) => value);
  }

  #field(name, value) {
    return this.$(`input[name="${CSS.escape(name)}"][value="${CSS.escape(value)}"]`);
  }

  #word(value) {
    return this.$(`.uitspraak input[value="${value}"]`).labels[0].textContent.trim();
  }

  #statement(name) {
    return this.$(`input[name="${CSS.escape(name)}"]`).closest("fieldset").firstElementChild.textContent;
  }

  #title(deel) {
    let part = this.$(`.uitspraak[data-deel="${deel}"]`);
    while (part.localName !== "h4") part = part.previousElementSibling;
    return part.textContent;
  }
}

customElements.define("zelfscan-formulier", ZelfscanFormulier);

// The two sheets of one page, <inzet-formulier> and <teamoogst-formulier>, and what they share: rows.
import { casus } from "../lib/casus.js";
import { same } from "../lib/formulier.js";
import { showFrom, wijzigFormulier } from "../lib/formulier-casus.js";
import { traces } from "../lib/herleidbaar.js";
import { make } from "../lib/make.js";
import { hasShape } from "../lib/shapes.js";
import { TekstFormulier } from "../lib/tekst-formulier.js";

/** A form of rows that can be added and taken away; a field says with data-veld what it holds, and each holds a text. */
class Rijen extends TekstFormulier {
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
    const isLike = (one, other) => hasShape(one, Object.fromEntries(Object.keys(other).map((key) => [key, String])));
    return (
      hasShape(state, { los: Object, regels: Array }) &&
      isLike(state.los, los) &&
      state.regels.length > 0 &&
      state.regels.every((row) => isLike(row, regels[0]))
    );
  }

  #read(part) {
    const values = this.#emptied(part);
    for (const field of this.#fields(part))
      if (field.type !== "radio" || field.checked) values[field.dataset.veld] = field.value;
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
      for (const name of ["id", "for", "name", "aria-describedby"])
        if (element.hasAttribute(name)) element.setAttribute(name, `${element.getAttribute(name)}-${number}`);
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
    const find = (more) => this.rows[0].querySelector(`[data-veld=${veld}]${more}`);
    const field = find(`[value="${CSS.escape(value)}"]`) ?? find("");
    const label = field.labels[0].textContent;
    if (value === undefined) return field.closest("fieldset:not(.rij)")?.querySelector("legend").textContent ?? label;
    if (field.type === "radio") return label;
    return [...(field.options ?? [])].find((option) => option.value === value)?.text ?? value;
  }

  restore(waarden) {
    const { los, regels } = this.leeg;
    const from = (empty, before = "") =>
      Object.fromEntries(Object.keys(empty).map((key) => [key, waarden.get(before + key) ?? ""]));
    const rows = [];
    for (let nr = 1; [...waarden.keys()].some((key) => key.startsWith(`${nr}.`)); nr++)
      rows.push(from(regels[0], `${nr}.`));
    const isUsed = (nr, veld) => (veld ? nr <= rows.length && veld in regels[0] : nr in los);
    this.strange = [...waarden.keys()].filter((key) => !isUsed(...key.split(".")));
    return { los: from(los), regels: rows.length ? rows : regels };
  }

  // An answer that is not on offer here is named, and left out.
  take(state) {
    const { leeg } = this;
    const { los, regels } = state;
    this.nameKeys("", state, leeg);
    this.nameKeys("", los, leeg.los);
    const known = (row, index) => {
      this.nameKeys(`${index + 1}.`, row, leeg.regels[0]);
      const gone = Object.keys(row).filter((veld) => row[veld] && !this.offers(veld, row[veld]));
      this.strange.push(...gone.map((veld) => `${index + 1}.${veld}: ${row[veld]}`));
      return { ...row, ...Object.fromEntries(gone.map((veld) => [veld, ""])) };
    };
    return { los, regels: regels.map(known) };
  }

  offers(veld, value) {
    const choices = `select[data-veld=${veld}] option, [type=radio][data-veld=${veld}]`;
    const offered = [...this.#template.querySelectorAll(choices)];
    return !offered.length || offered.some((one) => one.value === value);
  }
}

// <inzet-formulier>: per activity for which factor it was used, how often, what changed after it, and what was learnt.
class InzetFormulier extends Rijen {
  // The behaviour is that of the case; what was chosen there stands in the first rows.
  get leeg() {
    const { los, regels } = super.leeg;
    const { gedrag, activiteiten, factoren } = casus();
    const chosen = activiteiten.filter((id) => this.offers("activiteit", id));
    const rows = chosen.map((activiteit) => ({
      ...regels[0],
      activiteit,
      factor: factoren.length === 1 ? factoren[0] : "",
    }));
    return { los: { ...los, gedrag }, regels: rows.length ? rows : regels };
  }

  get state() {
    const own = casus().vellen[this.naam];
    return own ? { ...own, los: { ...own.los, gedrag: casus().gedrag } } : this.leeg;
  }

  set state({ los, regels }) {
    const { gedrag, ...rest } = los;
    const isNew = same(regels, this.leeg.regels) && !rest.anders;
    wijzigFormulier(this.naam, isNew ? undefined : { los: rest, regels }, { gedrag });
  }

  get isFilled() {
    return this.naam in casus().vellen;
  }

  show({ regels }) {
    showFrom(this);
    const columns = ["activiteit", "factor", "vaak", "richting", "leerde"];
    const line = (cell) => make("tr", {}, ...columns.map(cell));
    const words = (row) => line((veld) => make("td", {}, row[veld] && this.named(veld, row[veld])));
    const filled = regels.filter(({ activiteit }) => activiteit);
    this.$(".overzicht").hidden = !filled.length;
    this.$(".overzicht table").replaceChildren(
      make(
        "thead",
        {},
        line((veld) => make("th", { scope: "col" }, this.named(veld))),
      ),
      make("tbody", {}, ...filled.map(words)),
    );
  }
}

customElements.define("inzet-formulier", InzetFormulier);

// <teamoogst-formulier>: a tally sheet, filled in while talking. Below five cases a line does not count and does not go
// along; what goes along holds no number.

const RICHTINGEN = ["vooruit", "gelijk", "terug", "weten-niet"];
const LEAST = 5;
const sum = (row) => RICHTINGEN.reduce((total, id) => total + Number(row[id]), 0);

class TeamoogstFormulier extends Rijen {
  key = "leidraad.teamoogst";

  connectedCallback() {
    document.addEventListener("casus", this);
    super.connectedCallback();
  }

  disconnectedCallback() {
    document.removeEventListener("casus", this);
    super.disconnectedCallback();
  }

  handleEvent(event) {
    if (event.type === "casus") this.show(this.state);
    else super.handleEvent(event);
  }

  // Of the case, once: which activity for which factor, and what changed after it. No word of it, no day, no behaviour.
  get #ofCase() {
    const { vellen } = casus();
    const rows = vellen[this.naam] ? [] : (vellen["inzet-terugblik"]?.regels ?? []);
    const isTold = ({ activiteit, richting }) => activiteit && RICHTINGEN.includes(richting);
    return rows.filter((row) => isTold(row) && this.offers("activiteit", row.activiteit));
  }

  _neem() {
    const state = structuredClone(this.state);
    const rows = this.#ofCase.map(({ activiteit, factor, richting }) => {
      const row = this.#rowFor(state.regels, activiteit, factor);
      row[richting] = String(Number(row[richting]) + 1);
      return row;
    });
    const isTraced = traces(casus().leerpunt).length;
    if (!isTraced) rows[0].leerde ||= casus().leerpunt;
    wijzigFormulier(this.naam, { genomen: true }, {});
    this.state = state;
    this.renew();
    this.tell(this.words.genomen, isTraced ? this.words.leerpuntBlijft : "");
  }

  // the line of this activity and factor, an empty one, or a new one
  #rowFor(regels, activiteit, factor) {
    const isEmpty = (row) => !Object.values(row).some(Boolean);
    const found = regels.find((row) => row.activiteit === activiteit && row.factor === factor) ?? regels.find(isEmpty);
    const [row] = found ? [found] : this.leeg.regels;
    if (!found) regels.push(row);
    return Object.assign(row, { activiteit, factor });
  }

  show({ regels }) {
    this.$("[data-neem]").hidden = !this.#ofCase.length;
    this.rows.forEach((row, index) => {
      const values = regels[index];
      for (const turf of row.querySelectorAll(".turf")) {
        const count = Number(values[turf.querySelector("input").dataset.veld]);
        const groups = Array.from({ length: Math.ceil(count / 5) }, (_, at) => Math.min(count - 5 * at, 5));
        const output = turf.querySelector("output");
        output.replaceChildren(
          ...groups.map((size) =>
            make("span", { className: "turf__groep" }, ...Array.from({ length: size }, () => make("i"))),
          ),
        );
        output.ariaLabel = `${count || "geen"} streepje${count === 1 ? "" : "s"}`;
        turf.querySelector("[data-doe=gum]").disabled = !count;
      }
      const counts = row.classList.toggle("rij--telt", sum(values) >= LEAST);
      const text = this.words[counts ? "telt" : "teltNiet"];
      const stand = row.querySelector(".turf__stand");
      if (stand.textContent !== text) stand.textContent = text;
    });
  }

  parts({ regels }) {
    const { words } = this;
    const rows = regels.filter((row) => sum(row) >= LEAST && row.activiteit);
    return rows.map((row) => {
      const changed = RICHTINGEN.filter((id) => Number(row[id])).map((id) => this.#direction(id));
      const leerde = row.leerde.replace(/\s+/g, " ").trim();
      const regels = [
        `${words.voor} ${row.factor ? this.named("factor", row.factor) : words.zonder}`,
        `${words.na} ${changed.join(", ")}`,
        ...(leerde ? [`${words.leerden} ${leerde}`] : []),
      ];
      return { kop: this.named("activiteit", row.activiteit), regels };
    });
  }

  _streep(button) {
    this.#tally(button, 1);
  }

  _gum(button) {
    this.#tally(button, -1);
    if (button.disabled) button.previousElementSibling.focus();
  }

  #tally(button, by) {
    const field = button.parentElement.querySelector("input");
    field.value = String(Math.max(0, Number(field.value) + by));
    this.update();
  }

  #direction(id) {
    return this.$(`[data-veld=${id}]`).parentElement.firstChild.textContent.toLowerCase();
  }
}

customElements.define("teamoogst-formulier", TeamoogstFormulier);

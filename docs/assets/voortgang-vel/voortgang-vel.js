// <voortgang-vel>: puts what the guide and the other forms hold in this tab together, in the facets of willen and
// kunnen. Only what is ticked goes along; suspicions, and answers that somebody did not give, never do.
import { inWords } from "../lib/days.js";
import { make } from "../lib/make.js";
import { hasShape } from "../lib/shapes.js";
import { read } from "../lib/storage.js";
import { Vel } from "../lib/vel.js";

const OUTSIDE = ["weet-niet", "zeg-niet"];
const SURE = ["gezegd", "gezien"];
const ENOUGH = 3;
const RICHTING = { helpt: "helpt", hindert: "hindert", allebei: "helpt en hindert" };
const word = (id) => `«${id.replaceAll("-", " ")}»`;
const sentence = (text) => `${text.trim().replace(/[.]?$/, "")}.`;

class VoortgangVel extends Vel {
  key = "leidraad.voortgang";

  get leeg() {
    return { aan: {} };
  }

  isSound(state) {
    return hasShape(state, { aan: Object });
  }

  collect() {
    return { aan: Object.fromEntries(this.$$(".vakjes input").map(({ value, checked }) => [value, checked])) };
  }

  fill({ aan }) {
    this.lines = [...this.#looking(), ...this.#weighing(), ...this.#deployed()];
    for (const field of this.$$("[data-groep]:is(fieldset)")) {
      const own = this.lines.filter(({ groep }) => groep === field.dataset.groep);
      field.hidden = !own.length;
      field
        .querySelector(".vakjes")
        .replaceChildren(...own.map((line, index) => this.#box(line, `regel-${line.groep}-${index}`, aan)));
    }
  }

  show() {
    const any = this.lines.length > 0;
    this.$(".niets").hidden = any;
    for (const part of [".regels", ".verslag", ".mee"]) this.$(part).hidden = !any;
    this.$(".tekstvak").textContent = any ? this.text : "";
  }

  parts({ aan }) {
    const groups = this.$$("[data-groep]:is(fieldset)");
    return groups.map((field) => ({
      kop: field.querySelector("legend").textContent,
      regels: this.lines
        .filter(({ groep, tekst }) => groep === field.dataset.groep && (aan[tekst] ?? true))
        .map(({ tekst }) => ({ tekst })),
    }));
  }

  #box({ tekst }, id, aan) {
    return make(
      "div",
      { className: "keuze" },
      make("input", { type: "checkbox", id, value: tekst, checked: aan[tekst] ?? true }),
      make("label", { htmlFor: id }, tekst),
    );
  }

  #looking() {
    const { gedrag = "", factoren = [], momenten = [] } = read("leidraad.samen-kijken") ?? {};
    if (!momenten.length) return [];
    const lines = gedrag.trim()
      ? [{ groep: "begin", tekst: `Het gedrag waar we naar kijken: ${sentence(gedrag)}` }]
      : [];
    for (const id of factoren) {
      const given = momenten.filter(({ woorden }) => woorden[id] && !OUTSIDE.includes(woorden[id]));
      const last = given.at(-1);
      if (!last || !this.#factor(id)) continue;
      const [from, to] = [given[0], last].map(({ woorden }) => word(woorden[id]));
      const over =
        given.length < ENOUGH
          ? ""
          : from === to
            ? " Eerst en nu hetzelfde woord."
            : ` Van ${from} naar ${to}; dat kan veel oorzaken hebben.`;
      lines.push({
        groep: this.#groep(id),
        tekst: `${this.#factor(id)}: koos op ${inWords(last.datum)} zelf ${to}.${over}`,
      });
    }
    const { merkt, stap, gezien } = momenten.at(-1);
    const rest = [
      ["Merkt dat zelf aan", merkt],
      ["Wij zagen", gezien],
      ["De volgende kleine stap", stap],
    ];
    return [
      ...lines,
      ...rest
        .filter(([, text]) => text.trim())
        .map(([name, text]) => ({ groep: "verder", tekst: `${name}: ${sentence(text)}` })),
    ];
  }

  #weighing() {
    const notes = Object.entries(read("leidraad.gids")?.factoren ?? {});
    const sure = notes.filter(
      ([id, { richting, herkomst = [] }]) =>
        RICHTING[richting] && this.#factor(id) && herkomst.some((one) => SURE.includes(one)),
    );
    return sure.map(([id, { richting, herkomst, reden = "" }]) => ({
      groep: this.#groep(id),
      tekst: `${this.#factor(id)}: ${RICHTING[richting]} bij dit gedrag (${herkomst.filter((one) => SURE.includes(one)).join(" en ")}).${reden.trim() ? ` ${sentence(reden)}` : ""}`,
    }));
  }

  #deployed() {
    const rows = (read("leidraad.inzet-terugblik")?.regels ?? []).filter(({ activiteit }) =>
      this.#name("activiteit", activiteit),
    );
    return rows.map(({ activiteit, factor, richting, leerde }) => {
      const why = this.#factor(factor) ? `, ingezet voor ${this.#factor(factor)}` : "";
      const after = richting ? ` Verandering na inzet: ${richting === "weten-niet" ? "weten we niet" : richting}.` : "";
      return {
        groep: "verder",
        tekst: `${this.#name("activiteit", activiteit)}${why}.${after}${leerde.trim() ? ` Geleerd: ${sentence(leerde)}` : ""}`,
      };
    });
  }

  #name(soort, id) {
    return this.#row(soort, id)?.textContent;
  }

  #factor(id) {
    return this.#name("factor", id);
  }

  #groep(id) {
    return this.#row("factor", id).dataset.groep;
  }

  #row(soort, id) {
    return id && this.$(`.namen [data-soort=${soort}][data-naam="${CSS.escape(id)}"]`);
  }
}

customElements.define("voortgang-vel", VoortgangVel);
